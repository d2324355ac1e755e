"""An icon that stands still."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QWidget

from peerdesk.ui import theme
from peerdesk.ui.widgets import paint


class IconView(QWidget):
    """An icon that only decorates."""

    def __init__(
        self,
        name: str,
        size: float = 19,
        token: str = "ink",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.name, self._size, self.token = name, size, token
        self.restyle()

    def restyle(self) -> None:
        self.setFixedSize(theme.px(self._size), theme.px(self._size))

    def paintEvent(self, event: QPaintEvent) -> None:
        from peerdesk.ui import icons  # the first window is there before it is painted

        del event
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        color = theme.of(self).color(self.token)
        icons.paint(paint.painter(self), self.rect(), self.name, color, rtl)
