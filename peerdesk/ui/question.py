"""A small dialog: words and fields that scroll where the screen is low, and its buttons beneath."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtGui import QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QDialog, QSizePolicy, QWidget

from peerdesk.ui import theme
from peerdesk.ui.widgets import Button, Column, FlowLayout, ScrollColumn
from peerdesk.ui.window_size import FRAME, first_size


class Question(QDialog):
    """``wide`` in the target's pixels. What is asked goes into :attr:`words` with ``add``, the
    answers into :meth:`offer` after it.

    It is always as tall as its words need: Qt alone would stop at two thirds of the screen and cut
    large words off.
    """

    def __init__(self, parent: QWidget | None = None, *, wide: float = 460) -> None:
        super().__init__(parent)
        self.setWindowTitle("PeerDesk")
        self.setModal(True)
        self._wide = wide
        self.words = ScrollColumn(spacing=14)
        self._foot = QWidget()
        self._foot.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._answers = FlowLayout(self._foot, spacing=(10, 8))
        self._box = Column(self, (26, 24, 26, 20), 16)
        self._box.addWidget(self.words, 1)
        self._box.addWidget(self._foot)

    def offer(self, *buttons: Button) -> None:
        """Put the answers beneath."""
        self._answers.add(*buttons)

    def showEvent(self, event: QShowEvent) -> None:
        self.settle()
        super().showEvent(event)

    def restyle(self) -> None:
        if self.isVisible():
            self.settle()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest and self.isVisible():
            self.settle()  # something was said, or is not said any more
        return super().event(event)

    def settle(self) -> None:
        """As tall as its words, or as the screen."""
        room = first_size(self)
        wide = min(theme.px(self._wide), room.width() - FRAME)
        edges = self._box.contentsMargins()
        inner = wide - edges.left() - edges.right()
        tall = edges.top() + edges.bottom() + self._box.spacing()
        tall += self._foot.heightForWidth(inner) + self.words.inside.heightForWidth(inner)
        self.setFixedSize(wide, min(tall, room.height() - FRAME))

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(event.rect(), theme.of(self).color("paper"))
