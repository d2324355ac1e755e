"""Controls to type and choose in, painted to match: 40 px high, radius 7, accent when focused."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QEvent, QMimeData, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPaintEvent, QPalette, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFrame,
    QPlainTextEdit,
    QSizePolicy,
    QStyle,
    QStyleOptionComboBox,
    QWidget,
)

from peerdesk.ui import icons, theme
from peerdesk.ui.widgets import paint
from peerdesk.ui.widgets.field import (
    HEIGHT,
    SMALL,
    align_paragraphs,
    clear_base,
    paint_field,
    set_private,
    steps_spent,
)
from peerdesk.ui.widgets.scrolling import quiet_bars


class TextArea(QPlainTextEdit):
    """Several lines of plain text. Tab leaves it; it grows with its text up to ``most`` lines."""

    def __init__(
        self,
        text: str = "",
        *,
        placeholder: str = "",
        name: str = "",
        private: bool = False,
        lines: int = 3,
        most: int = 12,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self._lines, self._most, self._private = lines, most, private
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabChangesFocus(True)
        self.setPlaceholderText(placeholder)
        if name or placeholder:
            self.setAccessibleName(name or placeholder)
        if private:
            set_private(self)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        clear_base(self)
        quiet_bars(self)
        # Words wrap here, so there is nothing to move sideways to.
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        self.restyle()
        self.textChanged.connect(self._align)
        self.document().documentLayout().documentSizeChanged.connect(self.updateGeometry)
        self.horizontalScrollBar().rangeChanged.connect(self._stay)
        self.horizontalScrollBar().valueChanged.connect(self._stay)

    def restyle(self) -> None:
        self.setFont(theme.font())
        self.document().setDocumentMargin(0)
        side, top = theme.px(11), theme.px(9)
        self.setViewportMargins(side, top, side, top)
        self._align()

    def _align(self) -> None:
        align_paragraphs(self)

    def _stay(self) -> None:
        # A space that hangs over the end of a line counts as width, and Qt would move there.
        bar = self.horizontalScrollBar()
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        bar.setValue(bar.maximum() if rtl else 0)

    def _height(self, lines: int) -> int:
        line, first = self.fontMetrics().lineSpacing(), self.document().firstBlock().layout()
        if first.lineCount():  # laid out, lines may be a part of a pixel higher than the font says
            line = max(line, ceil(first.lineAt(0).height()))
        return lines * line + 2 * theme.px(9) + 2

    def _seen_lines(self) -> int:
        """How many lines there are as they wrap; the layout of plain text counts these."""
        return max(1, round(self.document().size().height()))

    def sizeHint(self) -> QSize:
        lines = min(self._most, max(self._lines, self._seen_lines()))
        return QSize(theme.px(240), self._height(lines))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.width() != event.oldSize().width():
            self.updateGeometry()  # the same words take more lines, or fewer

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(80), self._height(min(2, self._lines)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        words = self.document()
        if steps_spent(event, words.isUndoAvailable(), words.isRedoAvailable()):
            event.ignore()
            return
        super().keyPressEvent(event)

    def createMimeDataFromSelection(self) -> QMimeData:
        if not self._private:
            return super().createMimeDataFromSelection()
        from peerdesk.ui.clipboard import private_mime

        return private_mime(self.textCursor().selection().toPlainText())

    def event(self, event: QEvent) -> bool:
        # The frame outside the viewport gets its paint event here.
        if event.type() == QEvent.Type.Paint:
            painter = paint.painter(self)
            paint_field(self, painter, self.hasFocus())
            painter.end()
            return True
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.update()
        return super().event(event)


class ComboBox(QComboBox):
    """A choice out of a list. The wheel scrolls the page unless the list has the focus."""

    def __init__(
        self,
        items: list[str] | None = None,
        *,
        name: str = "",
        small: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._small = small
        self.addItems(items or [])
        if name:
            self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.restyle()

    def restyle(self) -> None:
        self.setFont(theme.font())
        self.view().setFont(theme.font())

    def sizeHint(self) -> QSize:
        widest = max(
            (self.fontMetrics().horizontalAdvance(self.itemText(i)) for i in range(self.count())),
            default=theme.px(60),
        )
        return QSize(widest + theme.px(48), theme.px(SMALL if self._small else HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return QSize(min(self.sizeHint().width(), theme.px(160)), self.sizeHint().height())

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        tokens = theme.of(self)
        painter = paint.painter(self)
        paint_field(self, painter, self.hasFocus())
        side = theme.px(17)
        arrow = QRect(self.width() - side - theme.px(9), (self.height() - side) // 2, side, side)
        mirrored = QStyle.visualRect(self.layoutDirection(), self.rect(), arrow)
        icons.paint(painter, mirrored, "down", tokens.muted)
        room = QRect(theme.px(12), 0, arrow.left() - theme.px(16), self.height())
        room = QStyle.visualRect(self.layoutDirection(), self.rect(), room)
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        painter.setPen(option.palette.color(QPalette.ColorRole.Text))
        if not self.isEnabled():
            painter.setPen(theme.blend(tokens.ink, tokens.surface, 0.5))
        words = self.currentText() or self.placeholderText()
        if not self.currentText():
            painter.setPen(tokens.color("muted"))
        words = self.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, room.width())
        align = QStyle.visualAlignment(self.layoutDirection(), Qt.AlignmentFlag.AlignLeft)
        painter.drawText(room, align | Qt.AlignmentFlag.AlignVCenter, words)


class CheckBox(QCheckBox):
    """A box to tick, 20 px, in a row of at least 32 px. Words that do not fit wrap."""

    def __init__(self, text: str = "", *, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        if name:
            self.setAccessibleName(name)
        if text:
            policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
            policy.setHeightForWidth(True)
            self.setSizePolicy(policy)
        self.restyle()

    def restyle(self) -> None:
        self.setFont(theme.font())

    def _beside(self) -> int:
        """What stands around the words: the box, the gap and the edge."""
        return theme.px(20) + theme.px(12) + theme.px(4)

    def sizeHint(self) -> QSize:
        words = self.fontMetrics().horizontalAdvance(self.text())
        # Letters end between two pixels: without the 2 the last word would wrap.
        return QSize(self._beside() + words + 2 if words else theme.px(32), theme.px(SMALL))

    def minimumSizeHint(self) -> QSize:
        parts = [self.fontMetrics().horizontalAdvance(word) for word in self.text().split()]
        if not parts:
            return self.sizeHint()
        # Narrower than this nobody reads with pleasure, but a short text asks for less.
        least = min(max(max(parts), theme.px(140)), self.sizeHint().width() - self._beside())
        return QSize(self._beside() + least, theme.px(SMALL))

    def hasHeightForWidth(self) -> bool:
        return bool(self.text())

    def heightForWidth(self, width: int) -> int:
        room = QRect(0, 0, max(1, width - self._beside()), 9999)
        flags = Qt.TextFlag.TextWordWrap
        tall = self.fontMetrics().boundingRect(room, flags, self.text()).height()
        return max(theme.px(SMALL), tall + theme.px(8))

    def hitButton(self, at: object) -> bool:
        return self.rect().contains(at)  # type: ignore[call-overload, no-any-return]

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        tokens = theme.of(self)
        painter = paint.painter(self)
        painter.setFont(self.font())
        side = theme.px(20)
        left = 0 if self.text() else (self.width() - side) // 2
        wraps = bool(self.text()) and self.width() < self.sizeHint().width()
        line = theme.px(8) + self.fontMetrics().height() if wraps else self.height()
        box = QRect(left, (line - side) // 2, side, side)
        box = QStyle.visualRect(self.layoutDirection(), self.rect(), box)
        on = self.checkState() != Qt.CheckState.Unchecked
        edge = tokens.accent if on else tokens.muted
        fill = tokens.accent if on else tokens.surface
        paint.rounded(painter, box, theme.px(5), fill, edge, 1.5)
        if self.checkState() == Qt.CheckState.PartiallyChecked:
            middle = QRectF(box).adjusted(side * 0.25, side * 0.44, -side * 0.25, -side * 0.44)
            painter.fillRect(middle, tokens.color("accent_ink"))
        elif on:
            paint.check_mark(painter, QRectF(box), tokens.accent_ink)
        color = tokens.color("ink")
        painter.setPen(color if self.isEnabled() else theme.blend(color, tokens.surface, 0.5))
        room = QRect(side + theme.px(12), 0, self.width() - side - theme.px(12), self.height())
        room = QStyle.visualRect(self.layoutDirection(), self.rect(), room)
        align = QStyle.visualAlignment(self.layoutDirection(), Qt.AlignmentFlag.AlignLeft)
        flags = int(align | Qt.AlignmentFlag.AlignVCenter) | int(Qt.TextFlag.TextWordWrap)
        painter.drawText(room, flags, self.text())
        if paint.shows_focus(self):
            paint.focus_ring(painter, box.adjusted(-4, -4, 4, 4), theme.px(7), tokens.focus)
