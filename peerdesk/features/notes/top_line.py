"""The first line of a note: what it is at the start, what can be done with it at the end."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from peerdesk.ui import theme

GAP = 9


class TopLine(QWidget):
    """Two widgets side by side, by what they hold; one under the other where large words leave no
    room for that."""

    def __init__(self, start: QWidget, end: QWidget) -> None:
        super().__init__()
        self._parts = (start, end)
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._line.setContentsMargins(0, 0, 0, 0)
        for part in self._parts:
            self._line.addWidget(part, 0, Qt.AlignmentFlag.AlignVCenter)
        self.restyle()

    def restyle(self) -> None:
        self._line.setSpacing(theme.px(GAP))
        self._turn()

    def _least(self) -> list[int]:
        return [part.minimumSizeHint().width() for part in self._parts]

    def _turn(self) -> None:
        way = QBoxLayout.Direction
        down = sum(self._least()) + theme.px(GAP) > self.width()
        self._line.setDirection(way.TopToBottom if down else way.LeftToRight)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._turn()

    def minimumSizeHint(self) -> QSize:
        return QSize(max(self._least()), super().minimumSizeHint().height())
