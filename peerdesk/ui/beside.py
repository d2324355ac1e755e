"""Widgets side by side where there is room, and one under the other where there is not."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from peerdesk.ui import theme


class Beside(QWidget):
    """Widgets with shares of the width; they stack below ``least`` of the target's pixels."""

    def __init__(
        self, *widgets: QWidget, least: float, spacing: float = 16, shares: tuple[int, ...] = ()
    ) -> None:
        super().__init__()
        self._least, self._gap = least, spacing
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._shares = shares or (1,) * len(widgets)
        for widget, share in zip(widgets, self._shares, strict=True):
            self._line.addWidget(widget, share)
        self.restyle()

    def restyle(self) -> None:
        self._line.setSpacing(theme.px(self._gap))
        self._turn()

    def _turn(self) -> None:
        way = QBoxLayout.Direction
        down = self.width() < theme.px(self._least)
        self._line.setDirection(way.TopToBottom if down else way.LeftToRight)
        for number, share in enumerate(self._shares):
            self._line.setStretch(number, 0 if down else share)

    def minimumSizeHint(self) -> QSize:
        # Side by side needs more width than stacked; the page may be as narrow as stacked.
        wides = [
            item.minimumSize().width()
            for number in range(self._line.count())
            if (item := self._line.itemAt(number)) is not None
        ]
        return QSize(max(wides, default=0), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._turn()
