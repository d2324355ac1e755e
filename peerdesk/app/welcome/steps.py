"""What a group does when someone needs help, for who did not sign in."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from peerdesk.app.help_now.card import CrisisCard
from peerdesk.app.help_now.steps_card import StepsCard
from peerdesk.store.evening import Line
from peerdesk.store.glance import Glance
from peerdesk.store.help_steps import BUILDING, CONTACT, CONTACT_NUMBER
from peerdesk.ui.widgets import Button, Column, Heading, Row

StepsOf = tuple[tuple[str, tuple[Line, ...]], ...]
"""(name of a group, its steps) as ``store.help_steps.for_everyone`` gives them."""
Steps = Callable[[], StepsOf]


class StepsHere(QWidget):
    """The steps of every group that wrote some, or ours; ``back`` goes where one came from."""

    back = Signal()

    def __init__(self, steps: StepsOf, glance: Glance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.back_button = Button(self.tr("Back"), icon="back", keys="Esc")
        self.back_button.clicked.connect(self.back)
        head = Row(spacing=12)
        head.addWidget(self.back_button, 0, Qt.AlignmentFlag.AlignVCenter)
        title = Heading(self.tr("If someone in the group needs help"), 1, wrap=True)
        head.addWidget(title, 1)
        box = Column(self, spacing=16)
        box.addLayout(head)
        get = glance.settings.get
        words = get(BUILDING, "") or glance.centre
        facts = [line.strip() for line in words.splitlines() if line.strip()]
        contact = Line(get(CONTACT, ""), get(CONTACT_NUMBER, ""))
        self.cards: list[StepsCard] = []
        for group, lines in steps:
            card = StepsCard()
            card.show_steps(lines, facts, contact, group)
            self.cards.append(card)
        self.crisis = CrisisCard(glance.crisis, centre=glance.centre)
        box.add(*self.cards, self.crisis)
        box.addStretch(1)
