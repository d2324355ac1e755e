"""Copying a private note to the team notes, after one question; the private one stays."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from peerdesk.core.errors import KnownError
from peerdesk.ui.text import render
from peerdesk.ui.widgets import Button, Card, FlowLayout, Paragraph

Copy = Callable[[str, str], object]
"""Makes a team note of a title and a text; raises KnownError."""


class CopyToTeam(Card):
    """The question, in the page. :meth:`ask` shows it; ``closed`` follows either answer."""

    closed = Signal()

    def __init__(self, copy: Copy, parent: QWidget | None = None) -> None:
        super().__init__("sunken", spacing=10, parent=parent)
        self._copy = copy
        self._note = ("", "")
        self.words = Paragraph("")
        self.really = Button(self.tr("Copy to team notes"), small=True)
        self.keep = Button(self.tr("Keep it to myself"), small=True)
        self.really.clicked.connect(self._take)
        self.keep.clicked.connect(self._close)
        buttons = QWidget()
        FlowLayout(buttons, spacing=(8, 8)).add(self.keep, self.really)
        self.add(self.words, buttons)
        self.hide()

    def ask(self, title: str, body: str) -> None:
        """Ask whether these words may be read by the team."""
        self._note = title, body
        self.words.setText(
            self.tr(
                "Every facilitator of this group will be able to read it. Your own note stays here."
            )
        )
        self.show()
        self.keep.setFocus()

    def _take(self) -> None:
        try:
            self._copy(*self._note)
        except KnownError as problem:
            self.words.setText(render(problem.text))
            return
        self._close()

    def _close(self) -> None:
        self._note = ("", "")
        self.hide()
        self.closed.emit()
