"""The face of what is to be decided: what it is about, a card for each, the buttons beneath."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from peerdesk.ui import theme
from peerdesk.ui.widgets import Button, Column, FlowLayout, Heading, Muted, ScrollColumn


class DecidingFace(QWidget):
    """``done`` by ``done_button``, when all is decided or there is nothing more to do here."""

    done = Signal()

    def lay_out(self, title: str, about: str, *buttons: Button) -> Column:
        """Make everything; the first button is ``done_button``. Returns the column of it all."""
        self.title = Heading(title, 3, wrap=True)
        self.about = Muted(about, wrap=True)
        self.cards = ScrollColumn(spacing=12)
        free = QSizePolicy.Policy
        self.cards.setSizePolicy(free.Expanding, free.Ignored)  # it scrolls instead of growing
        self.done_button = buttons[0]
        self.done_button.clicked.connect(self.done)
        bar = QWidget()
        FlowLayout(bar, spacing=(8, 8)).add(*buttons)
        box = Column(self, spacing=13)
        box.add(self.title, self.about)
        box.addWidget(self.cards, 1)
        box.add(bar)
        self.restyle()
        return box

    def restyle(self) -> None:
        """With large words the page scrolls as well, and not this alone."""
        self.cards.setMinimumHeight(theme.px(200))

    def show_cards(self, cards: Iterable[QWidget], more: str) -> None:
        """Show these in place of those before; ``more`` says how many are not shown, or ""."""
        self.cards.clear()
        self.cards.add(*cards)
        if more:
            self.cards.add(Muted(more))
        self.cards.box.addStretch(1)
