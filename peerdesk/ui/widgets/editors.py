"""Controls to type and choose in, painted to match: 40 px high, radius 7, accent when focused."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QEvent, QRect, QRectF, QSize, Qt, QTime
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPalette, QWheelEvent
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QCheckBox,
    QComboBox,
    QDateEdit,
    QFrame,
    QLineEdit,
    QPlainTextEdit,
    QSizePolicy,
    QSpinBox,
    QStyle,
    QStyleOptionComboBox,
    QStyleOptionSpinBox,
    QTimeEdit,
    QWidget,
)

from peerdesk.ui import icons, theme
from peerdesk.ui.widgets import paint

HEIGHT = 40
SMALL = 32


def clear_base(widget: QWidget) -> None:
    """Let our own painted field show through the control's background."""
    made = QPalette()
    made.setColor(QPalette.ColorRole.Base, QColor(0, 0, 0, 0))
    widget.setPalette(made)


def paint_field(widget: QWidget, painter: QPainter, focused: bool, quiet: bool = False) -> None:
    """The box of a field. ``quiet`` has the thin line of a search box."""
    tokens = theme.of(widget)
    radius = theme.px(7)
    fill = tokens.surface if widget.isEnabled() else tokens.sunken
    problem = bool(widget.property("problem"))
    line = tokens.clay if problem else tokens.line if quiet else tokens.border_strong
    paint.rounded(painter, widget.rect(), radius, fill, line)
    if focused:
        paint.focus_ring(painter, widget.rect(), radius, tokens.focus)


def set_private(widget: QLineEdit | QPlainTextEdit) -> None:
    """Ask keyboards not to learn what is typed here."""
    hint = Qt.InputMethodHint
    widget.setInputMethodHints(hint.ImhSensitiveData | hint.ImhNoPredictiveText)


class LineEdit(QLineEdit):
    """One line of text. ``private`` asks keyboards not to learn; ``small`` is 32 px high."""

    def __init__(
        self,
        text: str = "",
        *,
        placeholder: str = "",
        name: str = "",
        private: bool = False,
        small: bool = False,
        size: float = 15,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self._small, self._size = small, size
        self.setFrame(False)
        self.setPlaceholderText(placeholder)
        if name or placeholder:
            self.setAccessibleName(name or placeholder)
        if private:
            set_private(self)
        clear_base(self)
        self.restyle()

    def restyle(self) -> None:
        self.setFont(theme.font(self._size))
        side = theme.px(9)
        self.setTextMargins(side, 0, side, 0)

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        return QSize(hint.width(), theme.px(SMALL if self._small else HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(80), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_field(self, painter, self.hasFocus())
        painter.end()
        super().paintEvent(event)


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
        self._lines, self._most = lines, most
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabChangesFocus(True)
        self.setPlaceholderText(placeholder)
        if name or placeholder:
            self.setAccessibleName(name or placeholder)
        if private:
            set_private(self)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        clear_base(self)
        self.viewport().setAutoFillBackground(False)
        self.restyle()
        self.blockCountChanged.connect(self.updateGeometry)

    def restyle(self) -> None:
        self.setFont(theme.font())
        self.document().setDocumentMargin(0)
        side, top = theme.px(11), theme.px(9)
        self.setViewportMargins(side, top, side, top)

    def _height(self, lines: int) -> int:
        return lines * self.fontMetrics().lineSpacing() + 2 * theme.px(9) + 2

    def sizeHint(self) -> QSize:
        lines = min(self._most, max(self._lines, self.blockCount()))
        return QSize(theme.px(240), self._height(lines))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(80), self._height(min(2, self._lines)))

    def event(self, event: QEvent) -> bool:
        # The frame outside the viewport gets its paint event here.
        if event.type() == QEvent.Type.Paint:
            painter = QPainter(self)
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
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
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
        painter = QPainter(self)
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


if TYPE_CHECKING:
    _SpinBase = QAbstractSpinBox
else:
    _SpinBase = object


class _Spin(_SpinBase):
    """Painting and measures shared by the boxes with arrows."""

    def _prepare(self, name: str) -> None:
        self.setFrame(False)
        if name:
            self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        clear_base(self)
        self.restyle()

    def restyle(self) -> None:
        self.setFont(theme.font())
        side = theme.px(9)
        self.lineEdit().setTextMargins(side, 0, 0, 0)

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        return QSize(hint.width() + theme.px(18), theme.px(HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        tokens = theme.of(self)
        painter = QPainter(self)
        paint_field(self, painter, self.hasFocus() or self.lineEdit().hasFocus())
        option = QStyleOptionSpinBox()
        self.initStyleOption(option)
        sub, control = QStyle.SubControl, QStyle.ComplexControl.CC_SpinBox
        for which, name in ((sub.SC_SpinBoxUp, "up"), (sub.SC_SpinBoxDown, "down")):
            room = QRectF(self.style().subControlRect(control, option, which, self))
            side = min(theme.px(13), room.width(), room.height())
            box = QRectF(0, 0, side, side)
            box.moveCenter(room.center())
            icons.paint(painter, box, name, tokens.muted)


class SpinBox(_Spin, QSpinBox):
    """A whole number."""

    def __init__(
        self,
        low: int = 0,
        high: int = 99,
        value: int = 0,
        *,
        suffix: str = "",
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        QSpinBox.__init__(self, parent)
        self.setRange(low, high)
        self.setValue(value)
        self.setSuffix(suffix)
        self._prepare(name)


class TimeEdit(_Spin, QTimeEdit):
    """A time of day, as the language writes it."""

    def __init__(
        self, time: QTime | None = None, *, name: str = "", parent: QWidget | None = None
    ) -> None:
        QTimeEdit.__init__(self, parent)
        if time is not None:
            self.setTime(time)
        self._prepare(name)


class DateEdit(_Spin, QDateEdit):
    """A day, as the language writes it; the arrows move by the part the cursor stands in."""

    def __init__(
        self, date: QDate | None = None, *, name: str = "", parent: QWidget | None = None
    ) -> None:
        QDateEdit.__init__(self, parent)
        shape = self.locale().dateFormat(self.locale().FormatType.ShortFormat)
        if "yyyy" not in shape:
            shape = shape.replace("yy", "yyyy")
        self.setDisplayFormat(shape)
        if date is not None:
            self.setDate(date)
        self._prepare(name)


class CheckBox(QCheckBox):
    """A box to tick, 20 px, in a row of at least 32 px. ``crisis`` is round and plum."""

    def __init__(self, text: str = "", *, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        if name:
            self.setAccessibleName(name)
        self.restyle()

    def restyle(self) -> None:
        self.setFont(theme.font())

    def sizeHint(self) -> QSize:
        words = self.fontMetrics().horizontalAdvance(self.text())
        gap = theme.px(12) if words else 0
        edge = theme.px(4) if words else 0
        side = theme.px(20 if words else 32)
        return QSize(side + gap + words + edge, theme.px(SMALL))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def hitButton(self, at: object) -> bool:
        return self.rect().contains(at)  # type: ignore[call-overload, no-any-return]

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        tokens = theme.of(self)
        painter = QPainter(self)
        painter.setFont(self.font())
        side = theme.px(20)
        left = 0 if self.text() else (self.width() - side) // 2
        box = QRect(left, (self.height() - side) // 2, side, side)
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
        painter.drawText(room, align | Qt.AlignmentFlag.AlignVCenter, self.text())
        if paint.shows_focus(self):
            paint.focus_ring(painter, box.adjusted(-4, -4, 4, 4), theme.px(7), tokens.focus)
