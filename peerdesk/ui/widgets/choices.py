"""Choosing one of a few: the segmented control, the large choice cards, the tiles."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPainterPath, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QSizePolicy, QStyle, QWidget

from peerdesk.ui import icons, theme
from peerdesk.ui.widgets import paint
from peerdesk.ui.widgets.layouts import Column


class Segment(QRadioButton):
    """One part of a :class:`Segmented`; arrow keys come with the radio button."""

    def __init__(self, text: str, parent: QWidget) -> None:
        super().__init__(text, parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.edges = (False, False)
        self.restyle()

    def restyle(self) -> None:
        self.setFont(theme.font(13, 500))

    def sizeHint(self) -> QSize:
        words = self.fontMetrics().horizontalAdvance(self.text())
        return QSize(words + 2 * theme.px(11) + 1, theme.px(32))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def hitButton(self, at: object) -> bool:
        return self.rect().contains(at)  # type: ignore[call-overload, no-any-return]

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        tokens = theme.of(self)
        painter = paint.painter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        first, last = self.edges
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        left, right = (last, first) if rtl else (first, last)
        radius = theme.px(7)
        # The rounded frame is one, drawn by each part beyond the ends it does not have.
        frame = self.rect().adjusted(0 if left else -radius, 0, 0 if right else radius, 0)
        paint.rounded(painter, frame, radius, tokens.surface, tokens.line)
        on = self.isChecked()
        if on:
            shape = QPainterPath()
            shape.addRoundedRect(QRectF(frame), radius, radius)
            fill = "accent" if self.isEnabled() else "accent_soft"
            painter.fillPath(shape, tokens.color(fill))
        elif not left:
            painter.fillRect(0, 1, 1, self.height() - 2, tokens.color("line"))
        painter.setFont(self.font())
        front = "accent_ink" if on else "ink"
        painter.setPen(tokens.color(front if self.isEnabled() else "muted"))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())
        if paint.shows_focus(self):
            ring = tokens.accent_ink if on else tokens.focus
            paint.focus_ring(painter, self.rect().adjusted(2, 2, -2, -2), radius - 2, ring)


class Segmented(QWidget):
    """One of a few words, side by side. ``chosen(int)`` comes only from the person."""

    chosen = Signal(int)

    def __init__(
        self,
        items: Sequence[str] = (),
        *,
        name: str = "",
        current: int = 0,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        policy = QSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._group = QButtonGroup(self)
        self._group.idClicked.connect(self.chosen)
        if name:
            self.setAccessibleName(name)
        self.set_items(items, current)

    def set_items(self, items: Sequence[str], current: int = 0) -> None:
        """Put other words there; ``current`` -1 chooses none."""
        for old in self.buttons():
            self._group.removeButton(old)
            old.hide()
            old.deleteLater()
        for number, words in enumerate(items):
            made = Segment(words, self)
            if self.accessibleName():
                made.setAccessibleDescription(self.accessibleName())
            self._group.addButton(made, number)
            made.show()
        self.updateGeometry()
        self._turn()
        self.set_current(current)

    def restyle(self) -> None:
        self._turn()

    def stacked(self) -> bool:
        """Whether the words stand one under the other, for want of width."""
        return 0 < self.width() < self._beside()

    def _beside(self) -> int:
        return sum(b.sizeHint().width() for b in self.buttons())

    def _turn(self) -> None:
        buttons, down = self.buttons(), self.stacked()
        x = y = 0
        for number, button in enumerate(buttons):
            hint = button.sizeHint()
            size = QSize(self.width() if down else hint.width(), hint.height())
            box = QStyle.visualRect(self.layoutDirection(), self.rect(), QRect(QPoint(x, y), size))
            button.setGeometry(box)
            if down:
                y += size.height() + theme.px(4)
            else:
                x += size.width()
            ends = (number == 0, number == len(buttons) - 1)
            button.edges = (True, True) if down else ends
            button.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._turn()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self._turn()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        lines = len(self.buttons()) if width < self._beside() else 1
        return lines * theme.px(32) + (lines - 1) * theme.px(4)

    def sizeHint(self) -> QSize:
        return QSize(self._beside(), theme.px(32))

    def minimumSizeHint(self) -> QSize:
        widest = max((b.sizeHint().width() for b in self.buttons()), default=0)
        return QSize(widest, theme.px(32))

    def buttons(self) -> list[Segment]:
        """The parts, in order."""
        made = [b for b in self._group.buttons() if isinstance(b, Segment)]
        return sorted(made, key=self._group.id)

    def current(self) -> int:
        """The number of the chosen part, -1 for none."""
        return self._group.checkedId()

    def set_current(self, number: int) -> None:
        """Choose without telling anyone."""
        if number < 0:
            self._group.setExclusive(False)
            for button in self.buttons():
                button.setChecked(False)
            self._group.setExclusive(True)
            return
        chosen = self._group.button(number)
        if chosen is not None:
            chosen.setChecked(True)


class ChoiceCard(QRadioButton):
    """A large choice with a title and a sentence; cards in one parent are exclusive."""

    def __init__(
        self, title: str, text: str = "", *, icon: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(title, parent)
        self._words, self._icon = text, icon
        self.setAccessibleDescription(text)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.restyle()

    def restyle(self) -> None:
        self.setFont(theme.font(16, 600))

    def description(self) -> str:
        """The sentence under the title."""
        return self._words

    def _start(self) -> int:
        return theme.px(18 + 20 + 14) + (theme.px(26 + 14) if self._icon else 0)

    def _texts(self, width: int) -> tuple[int, int]:
        room = max(40, width - self._start() - theme.px(18))
        flags = Qt.TextFlag.TextWordWrap
        title = QFontMetrics(theme.font(16, 600)).boundingRect(0, 0, room, 9999, flags, self.text())
        body = QFontMetrics(theme.font(13)).boundingRect(0, 0, room, 9999, flags, self._words)
        return title.height(), body.height() if self._words else 0

    def heightForWidth(self, width: int) -> int:
        title, body = self._texts(width)
        gap = theme.px(4) if body else 0
        return title + body + gap + 2 * theme.px(17)

    def hasHeightForWidth(self) -> bool:
        return True

    def sizeHint(self) -> QSize:
        wide = theme.px(460)
        return QSize(wide, self.heightForWidth(wide))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(200), theme.px(60))

    def hitButton(self, at: object) -> bool:
        return self.rect().contains(at)  # type: ignore[call-overload, no-any-return]

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        t = theme.of(self)
        painter = paint.painter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        on, radius = self.isChecked(), theme.px(10)
        fill = t.accent_soft if on else t.hover if self.underMouse() else t.surface
        paint.rounded(painter, self.rect(), radius, fill, t.accent if on else t.line)
        way = self.layoutDirection()
        side, x = theme.px(20), theme.px(18)
        ring = QRect(x, (self.height() - side) // 2, side, side)
        ring = QStyle.visualRect(way, self.rect(), ring)
        paint.rounded(painter, ring, side / 2, t.surface, t.accent if on else t.muted, 1.5)
        if on:
            inner = QRectF(ring).adjusted(side / 4, side / 4, -side / 4, -side / 4)
            paint.rounded(painter, inner, side / 4, t.accent)
        if self._icon:
            big = theme.px(26)
            box = QRect(x + side + theme.px(14), (self.height() - big) // 2, big, big)
            icons.paint(painter, QStyle.visualRect(way, self.rect(), box), self._icon, t.ink)
        start = self._start()
        room = self.width() - start - theme.px(18)
        title, body = self._texts(self.width())
        gap = theme.px(4) if body else 0
        top = (self.height() - title - body - gap) // 2
        align = QStyle.visualAlignment(way, Qt.AlignmentFlag.AlignLeft)
        flags = int(align | Qt.AlignmentFlag.AlignTop) | int(Qt.TextFlag.TextWordWrap)
        painter.setFont(self.font())
        painter.setPen(t.color("accent" if on else "ink"))
        box = QStyle.visualRect(way, self.rect(), QRect(start, top, room, title))
        painter.drawText(box, flags, self.text())
        painter.setFont(theme.font(13))
        painter.setPen(t.color("ink" if on else "muted"))
        box = QStyle.visualRect(way, self.rect(), QRect(start, top + title + gap, room, body))
        painter.drawText(box, flags, self._words)
        if paint.shows_focus(self):
            paint.focus_ring(painter, self.rect(), radius, t.focus)


class ChoiceCards(QWidget):
    """Choice cards one under the other. ``chosen(str)`` gives the key of a choice."""

    chosen = Signal(str)

    def __init__(self, *, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._box = Column(self, spacing=10)
        self._cards: dict[str, ChoiceCard] = {}

    def add(self, key: str, title: str, text: str = "", icon: str = "") -> ChoiceCard:
        """Add a choice."""
        card = ChoiceCard(title, text, icon=icon, parent=self)
        self._cards[key] = card
        self._box.addWidget(card)
        card.clicked.connect(lambda: self.chosen.emit(key))
        return card

    def rename(self, key: str, title: str) -> None:
        """Another title for a choice, which stays chosen."""
        self._cards[key].setText(title)
        self._cards[key].updateGeometry()

    def current(self) -> str:
        """The key of the chosen card, empty for none."""
        return next((k for k, card in self._cards.items() if card.isChecked()), "")

    def set_current(self, key: str) -> None:
        """Choose without telling anyone."""
        self._cards[key].setChecked(True)
