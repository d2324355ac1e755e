"""The list of the week as it will be on paper."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from peerdesk.core.errors import KnownError
from peerdesk.ui import printing
from peerdesk.ui.paper_preview import Preview
from peerdesk.ui.text import render
from peerdesk.ui.widgets import Button, CheckBox, Column, FlowLayout, InlineMessage


class CallsPaper(QWidget):
    """Look at the pages, and print them. ``closed`` when it is no longer needed."""

    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._body = ""
        self.preview = Preview()
        self.large = CheckBox(self.tr("Large print"))
        self.large.toggled.connect(lambda _on: self._show())
        self.message = InlineMessage("", "problem", parent=self)
        self.print_button = Button(self.tr("Print"), "primary", icon="print")
        self.close_button = Button(self.tr("Back to the list"))
        self.print_button.clicked.connect(self.print_pages)
        self.close_button.clicked.connect(self.closed)
        bar = QWidget()
        FlowLayout(bar, spacing=(8, 8)).add(self.print_button, self.close_button, self.large)
        box = Column(self, spacing=10)
        box.addWidget(self.preview, 1)
        box.add(self.message, bar)

    def load(self, body: str) -> None:
        """Show these pages."""
        self._body = body
        self.message.clear()
        self._show()

    def _show(self) -> None:
        self.preview.load(printing.Pages(self._body, self.large.isChecked()))

    def print_pages(self) -> None:
        """Ask for a printer and print."""
        try:
            printing.print_text(self._body, self, large=self.large.isChecked())
        except KnownError as error:
            self.message.say(render(error.text), "problem")
