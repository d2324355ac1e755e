"""What may be twice in Local help, two by two: for each pair which one stays, or that both do."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from peerdesk.core.errors import KnownError
from peerdesk.features.directory.deciding import DecidingFace
from peerdesk.features.directory.import_twins import looks_words
from peerdesk.features.directory.joining import Joining, Pair
from peerdesk.ui.context import Context
from peerdesk.ui.dates import counted
from peerdesk.ui.widgets import Button, Card, FlowLayout, Label, Muted, Paragraph

SHOWN = 60


class PairCard(Card):
    """Two listings that may be the same; ``answers`` are its buttons."""

    def __init__(self, pair: Pair, decide: Callable[[Pair, bytes | None], object]) -> None:
        super().__init__("soft", margins=(14, 12, 14, 12), spacing=6)
        one, other = pair
        first = self.tr("First: {words}").format(words=looks_words(one, one.name))
        second = self.tr("Second: {words}").format(words=looks_words(other, one.name))
        self.add(Label(one.name, weight=600, wrap=True), Paragraph(first), Paragraph(second))
        if one.brought != other.brought:
            words = self.tr(
                "The first came in with an import: the next one may bring it up to date."
            )
            if other.brought:
                words = self.tr(
                    "The second came in with an import: the next one may bring it up to date."
                )
            self.add(Muted(words, wrap=True))
        bar = QWidget()
        flow = FlowLayout(bar, spacing=(8, 8))
        self.answers: list[Button] = []
        for words, keep in (
            (self.tr("Keep the first"), one.uid),
            (self.tr("Keep the second"), other.uid),
            (self.tr("They are two"), None),
        ):
            button = Button(words, small=True)
            button.setAccessibleName(
                self.tr("{service}: {answer}").format(service=one.name, answer=words)
            )
            button.clicked.connect(partial(decide, pair, keep))
            self.answers.append(button)
            flow.add(button)
        self.add(bar)


class JoiningFace(DecidingFace):
    """Every answer counts at once, and can be taken back."""

    def __init__(self, context: Context, joining: Joining) -> None:
        super().__init__()
        self._context, self._joining = context, joining
        self.pairs: dict[PairCard, Pair] = {}
        self.left = Muted("", wrap=True)
        box = self.lay_out(
            self.tr("May be twice"),
            self.tr(
                "The one you keep gets what only the other says: numbers, places, notes, when it "
                "was checked. The other goes off the list. What somebody was sent to stays. "
                "Each answer can be taken back with Undo."
            ),
            Button(self.tr("Done"), "primary"),
        )
        box.insertWidget(box.indexOf(self.about) + 1, self.left)

    def show_pairs(self, pairs: Sequence[Pair]) -> None:
        """Show them anew."""
        self.pairs = {PairCard(pair, self._decide): pair for pair in pairs[:SHOWN]}
        n = len(pairs) - SHOWN
        words = self.tr("And %Ln more, when these are done.", "", n)
        self.show_cards(self.pairs, counted(words, n) if n > 0 else "")
        self._count()

    def start(self) -> None:
        """To the first answer that is wanted."""
        wanted = next((card.answers[0] for card in self.pairs), self.done_button)
        wanted.setFocus(Qt.FocusReason.OtherFocusReason)

    def _count(self) -> None:
        n = len(self.pairs)
        words = self.tr("%Ln pair(s) may be the same.", "", n)
        self.left.setText(counted(words, n) if n else self.tr("Nothing more may be twice."))

    def _decide(self, pair: Pair, keep: bytes | None, _checked: bool = False) -> None:
        one, other = (looks.uid for looks in pair)
        try:
            if keep is None:
                self._joining.are_two(one, other)
            else:
                self._joining.join(keep, other if keep == one else one)
        except KnownError as problem:
            self._context.notice(problem.text)
            return
        gone = {one, other} if keep is not None else set[bytes]()
        for card, (first, second) in list(self.pairs.items()):
            if (first.uid, second.uid) == (one, other) or gone & {first.uid, second.uid}:
                del self.pairs[card]
                card.hide()
        self._count()
        self.start()
