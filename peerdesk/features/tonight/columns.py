"""The three columns of the facilitator's face; one under the other where there is little room."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QWidget

from peerdesk.ui import theme
from peerdesk.ui.widgets import ScrollColumn

LEAST = 1000
"""Narrower than this, in the target's pixels, the middle comes first and the sides below."""


class Columns(ScrollColumn):
    """``start`` 300 px, ``middle``, ``end`` 290 px wide, as in the target."""

    def __init__(self, start: QWidget, middle: QWidget, end: QWidget) -> None:
        super().__init__()
        self._start, self._middle, self._end = start, middle, end
        self._frame = QWidget()
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight, self._frame)
        self._line.setContentsMargins(0, 0, 0, 0)
        self.box.addWidget(self._frame, 1)
        self._down: bool | None = None
        self.restyle()

    def stacked(self) -> bool:
        """Whether they stand one under the other."""
        return bool(self._down)

    def parts(self) -> tuple[QWidget, QWidget, QWidget]:
        """In the order they are read."""
        if self._down:
            return self._middle, self._end, self._start
        return self._start, self._middle, self._end

    def restyle(self) -> None:
        super().restyle()
        self._line.setSpacing(theme.px(16))
        self._turn(again=True)

    def _turn(self, *, again: bool = False) -> None:
        down = self.width() < theme.px(LEAST)
        if down == self._down and not again:
            return
        self._down = down
        way = QBoxLayout.Direction
        for part in (self._start, self._middle, self._end):
            self._line.removeWidget(part)
        self._line.setDirection(way.TopToBottom if down else way.LeftToRight)
        for part in self.parts():
            middle = part is self._middle
            self._line.addWidget(part, 1 if middle and not down else 0)
            part.setMinimumHeight(theme.px(300) if down and not middle else 0)
        for part, wide in ((self._start, 300), (self._end, 290)):
            part.setMinimumWidth(0 if down else theme.px(wide))
            part.setMaximumWidth(16777215 if down else theme.px(wide))
            # Beside the middle they scroll by themselves, however long they would like to be.
            tall = QSizePolicy.Policy.Preferred if down else QSizePolicy.Policy.Ignored
            part.setSizePolicy(QSizePolicy.Policy.Preferred, tall)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._turn()
        super().resizeEvent(event)

    def minimumSizeHint(self) -> QSize:
        # Side by side they need more than stacked; the window may be as narrow as stacked.
        return QSize(theme.px(320), theme.px(160))
