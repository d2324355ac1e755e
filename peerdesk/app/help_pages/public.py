"""What is protected, without signing in: behind the welcome page."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from peerdesk.app.help_pages.protected import PROTECTED
from peerdesk.app.help_pages.view import HelpView, ReadingColumn
from peerdesk.ui.text import render
from peerdesk.ui.widgets import Button, Column, Heading, Muted, Row


class PublicProtected(QWidget):
    """The page with a way back; Escape is one too."""

    back = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.back_button = Button(self.tr("Back"), icon="back", keys="Esc")
        self.back_button.clicked.connect(self.back)
        head = Row(spacing=14)
        head.addWidget(self.back_button, 0, Qt.AlignmentFlag.AlignVCenter)
        texts = Column(spacing=0)
        texts.add(
            Heading(render(PROTECTED.title), 1, wrap=True),
            Muted(render(PROTECTED.lead), size=15, wrap=True),
        )
        head.addLayout(texts, 1)
        self.view = HelpView(PROTECTED)
        self.column = ReadingColumn(self.view)
        box = Column(self, (26, 20, 26, 20), 16)
        box.addLayout(head)
        box.addWidget(self.column, 1)
        self.setFocusProxy(self.back_button)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.back.emit()
            return
        self.column.keyPressEvent(event)
