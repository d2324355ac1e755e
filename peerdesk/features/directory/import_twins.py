"""What would come in and may be the same as a listing here: they stay two unless somebody says they
are one."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget

from peerdesk.exchange.alike import Looks
from peerdesk.exchange.same import Twin
from peerdesk.features.directory.deciding import DecidingFace
from peerdesk.ui.dates import counted
from peerdesk.ui.widgets import Button, Card, Label, Muted, Paragraph, Segmented

SHOWN = 100
BOTH, SAME = 0, 1
TOLD = 2
"""So many numbers, places and pages tell which one is meant."""


def looks_words(looks: Looks, title: str) -> str:
    """What tells one listing from another of its name, after the name if ``title`` is not it."""
    name = "" if looks.name == title else looks.name
    parts = (name, looks.organization, *looks.numbers[:TOLD], *looks.places[:TOLD])
    parts += looks.pages[:TOLD]
    return " · ".join(filter(None, parts)) or "–"


class TwinsFace(DecidingFace):
    """``done`` when all is decided; :meth:`same` is what was said."""

    def __init__(self) -> None:
        super().__init__()
        self._twins: tuple[Twin, ...] = ()
        self._same: set[bytes] = set()
        self.choices: list[Segmented] = []
        self.same_button = Button(self.tr("All of them are the same"))
        self.both_button = Button(self.tr("Keep both of all"))
        self.same_button.clicked.connect(lambda: self.decide_all(SAME))
        self.both_button.clicked.connect(lambda: self.decide_all(BOTH))
        self.lay_out(
            self.tr("May be the same as one here"),
            self.tr(
                "If they are the same, the one here stays, and gets what it does not say yet. "
                "What both say, and not alike, you decide afterwards. One that came here with "
                "another directory stays as that has it. PeerDesk remembers it for the next time."
            ),
            Button(self.tr("Go on"), "primary"),
            self.same_button,
            self.both_button,
        )

    def show_twins(self, twins: tuple[Twin, ...]) -> None:
        """Show them anew, the same where somebody said so before."""
        self._twins = twins
        self._same = {twin.there.uid for twin in twins if twin.known}
        self.choices = []
        n = len(twins) - SHOWN
        words = self.tr("And %Ln more, decided by the buttons below.", "", n)
        more = counted(words, n) if n > 0 else ""
        self.show_cards([self._card(twin) for twin in twins[:SHOWN]], more)

    def _card(self, twin: Twin) -> QWidget:
        card = Card("soft", margins=(14, 12, 14, 12), spacing=6)
        there = self.tr("New: {words}").format(words=looks_words(twin.there, twin.there.name))
        here = self.tr("Here: {words}").format(words=looks_words(twin.here, twin.there.name))
        choice = Segmented([self.tr("Keep both"), self.tr("The same")], name=twin.there.name)
        choice.set_current(SAME if twin.known else BOTH)
        choice.chosen.connect(partial(self._decide, twin.there.uid))
        self.choices.append(choice)
        card.add(Label(twin.there.name, weight=600, wrap=True), Paragraph(there), Paragraph(here))
        if twin.known:
            card.add(Muted(self.tr("You said before that they are the same."), wrap=True))
        card.add(choice)
        return card

    def _decide(self, there: bytes, choice: int) -> None:
        if choice == SAME:
            self._same.add(there)
        else:
            self._same.discard(there)

    def decide_all(self, choice: int) -> None:
        """The same for every one."""
        self._same = {twin.there.uid for twin in self._twins} if choice == SAME else set()
        for one in self.choices:
            one.set_current(choice)

    def same(self) -> dict[bytes, bytes]:
        """Those that are the same: there → here."""
        return {t.there.uid: t.here.uid for t in self._twins if t.there.uid in self._same}
