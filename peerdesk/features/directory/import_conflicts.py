"""What was changed here and in the new directory as well, field by field: ours stays unless
somebody takes theirs."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QWidget

from peerdesk.exchange.merging import Conflict, Key
from peerdesk.features.directory.deciding import DecidingFace
from peerdesk.features.directory.import_words import field_name, field_words
from peerdesk.ui.dates import counted
from peerdesk.ui.widgets import Button, Card, Label, Paragraph, Segmented

SHOWN = 100
OURS, THEIRS = 0, 1


class ConflictsFace(DecidingFace):
    """``done`` when all is decided; ``taken`` are the fields that will be as in the directory."""

    def __init__(self) -> None:
        super().__init__()
        self.taken: set[Key] = set()
        self._conflicts: tuple[Conflict, ...] = ()
        self.choices: list[Segmented] = []
        self.ours_button = Button(self.tr("Keep all of ours"))
        self.theirs_button = Button(self.tr("Take all of theirs"))
        self.ours_button.clicked.connect(lambda: self.decide_all(OURS))
        self.theirs_button.clicked.connect(lambda: self.decide_all(THEIRS))
        self.lay_out(
            self.tr("Changed here, and in the new directory"),
            self.tr(
                "What stands here stays unless you take theirs. The whole import can be taken "
                "back afterwards."
            ),
            Button(self.tr("Go on"), "primary"),
            self.ours_button,
            self.theirs_button,
        )

    def show_conflicts(self, conflicts: Sequence[Conflict]) -> None:
        """Show them anew, all decided for ours."""
        self._conflicts, self.taken = tuple(conflicts), set()
        self.choices = []
        n = len(self._conflicts) - SHOWN
        words = self.tr("And %Ln more, decided by the buttons below.", "", n)
        more = counted(words, n) if n > 0 else ""
        self.show_cards([self._card(one) for one in self._conflicts[:SHOWN]], more)

    def _card(self, one: Conflict) -> QWidget:
        table, _, column = one.key
        field = field_name(table, column)
        card = Card("soft", margins=(14, 12, 14, 12), spacing=6)
        name = self.tr("{service}: {field}").format(service=one.name, field=field)
        here = self.tr("Here: {words}").format(words=field_words(table, column, one.ours))
        there = self.tr("In the new directory: {words}").format(
            words=field_words(table, column, one.theirs)
        )
        words = [self.tr("Keep ours"), self.tr("Take theirs")]
        choice = Segmented(words, name=name)
        choice.chosen.connect(partial(self._decide, one.key))
        self.choices.append(choice)
        card.add(Label(name, weight=600, wrap=True), Paragraph(here), Paragraph(there), choice)
        return card

    def _decide(self, key: Key, choice: int) -> None:
        if choice == THEIRS:
            self.taken.add(key)
        else:
            self.taken.discard(key)

    def decide_all(self, choice: int) -> None:
        """The same for every field."""
        self.taken = {c.key for c in self._conflicts} if choice == THEIRS else set()
        for one in self.choices:
            one.set_current(choice)
