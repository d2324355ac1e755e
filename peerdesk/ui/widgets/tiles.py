"""The large cards that are pressed: welcome page and door."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPaintEvent
from PySide6.QtWidgets import QWidget

from peerdesk.ui import icons, theme
from peerdesk.ui.widgets import paint
from peerdesk.ui.widgets.buttons import WrappingButton


class Tile(WrappingButton):
    """A card that is pressed: icon, title, sentence (welcome page); ``large`` for the door."""

    def __init__(
        self,
        title: str,
        text: str = "",
        *,
        icon: str = "",
        large: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(title, parent)
        self._words, self._icon, self._large = text, icon, large
        self.setAccessibleDescription(text)
        self.restyle()

    def restyle(self) -> None:
        self.setFont(theme.font(28 if self._large else 16, 600))

    def set_words(self, title: str, text: str) -> None:
        """Change title and sentence."""
        self.setText(title)
        self._words = text
        self.setAccessibleDescription(text)
        self.updateGeometry()

    def description(self) -> str:
        """The sentence under the title."""
        return self._words

    def _start(self) -> int:
        return theme.px(18) + (theme.px(28 + 14) if self._icon else 0)

    def _heights(self, width: int) -> tuple[int, int, int]:
        """Heights of title and sentence in ``width``, and the gap between them."""
        room = max(40, width - self._start() - theme.px(18))
        flags = Qt.TextFlag.TextWordWrap
        size = 18 if self._large else 13
        title = QFontMetrics(self.font()).boundingRect(0, 0, room, 9999, flags, self.text())
        body = QFontMetrics(theme.font(size)).boundingRect(0, 0, room, 9999, flags, self._words)
        gap = theme.px(12 if self._large else 5)
        return title.height(), body.height(), gap if self._words else 0

    def heightForWidth(self, width: int) -> int:
        title, body, gap = self._heights(width)
        return title + body + gap + 2 * theme.px(46 if self._large else 18)

    def sizeHint(self) -> QSize:
        wide = theme.px(270 if self._large else 382)
        return QSize(wide, self.heightForWidth(wide))

    def minimumSizeHint(self) -> QSize:
        words = max(self.text().split() or [""], key=len)
        longest = self.fontMetrics().horizontalAdvance(words)
        return QSize(max(theme.px(160), self._start() + longest + theme.px(20)), theme.px(60))

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        t = theme.of(self)
        painter = paint.painter(self)
        radius = theme.px(10)
        fill = t.sunken if self.isDown() else t.hover if self.underMouse() else t.surface
        paint.rounded(painter, self.rect(), radius, fill, t.line, 2 if self._large else 1)
        if self._icon:
            big = theme.px(28)
            box = QRect(theme.px(18), (self.height() - big) // 2, big, big)
            icons.paint(painter, paint.mirrored(self, box), self._icon, t.ink)
        start = self._start()
        room = self.width() - start - theme.px(18)
        title, body, gap = self._heights(self.width())
        top = (self.height() - title - body - gap) // 2
        align = paint.aligned(self)
        if self._large:
            align = Qt.AlignmentFlag.AlignHCenter
        flags = int(align | Qt.AlignmentFlag.AlignTop) | int(Qt.TextFlag.TextWordWrap)
        painter.setFont(self.font())
        painter.setPen(t.color("ink"))
        box = paint.mirrored(self, QRect(start, top, room, title))
        painter.drawText(box, flags, self.text())
        painter.setFont(theme.font(18 if self._large else 13))
        painter.setPen(t.color("muted"))
        box = paint.mirrored(self, QRect(start, top + title + gap, room, body))
        painter.drawText(box, flags, self._words)
        if paint.shows_focus(self):
            paint.focus_ring(painter, self.rect(), radius, t.focus)
