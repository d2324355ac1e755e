"""Print services: cards for the pocket, a page for each, a booklet. Needs no sign-in."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QWidget

from peerdesk.features.directory.calls.notes import notes
from peerdesk.features.directory.paper import documents, words
from peerdesk.features.directory.paper.basket import Basket
from peerdesk.features.directory.paper.entries import CODES, LTR, POP, Entry, Maker
from peerdesk.features.directory.service import DirectoryService
from peerdesk.store.glance import crisis_rows, shipped_crisis
from peerdesk.ui import scanning
from peerdesk.ui.card_sheets import CardSheets
from peerdesk.ui.context import Context
from peerdesk.ui.dates import counted
from peerdesk.ui.languages import available
from peerdesk.ui.paged import Pages
from peerdesk.ui.paper_dialog import PaperDialog, SpeakerFor, speaker_for
from peerdesk.ui.reader import Reader
from peerdesk.ui.sheets import Sheets
from peerdesk.ui.widgets import (
    CheckBox,
    ComboBox,
    Field,
    Heading,
    Muted,
    Segmented,
    SpinBox,
)

KINDS = ("cards", "handout", "booklet")
FEW = 3
"""So many are a page each; more are a booklet, unless one chooses."""
AT_ONCE = 40
"""So many are made in no time; with more it is said that it takes a moment."""
MOST = 200
"""Services on paper at once; a booklet of more is a book."""


@dataclass(frozen=True)
class Offer:
    """What may be printed: the service shown, the list, and what the search found (ids)."""

    shown: bytes | None
    basket: Basket
    found: Callable[[], Sequence[int]]
    listed: bool = False
    """Whether the list was asked for."""


class ServicesDialog(PaperDialog):
    """``offer`` is read when the dialog opens; nothing that is chosen here is kept."""

    def __init__(
        self,
        service: DirectoryService,
        context: Context,
        offer: Offer,
        parent: QWidget | None = None,
        speaker: SpeakerFor = speaker_for,
    ) -> None:
        super().__init__(parent, speaker)
        self.setAccessibleName(self.tr("Print services"))
        self._service, self._context = service, context
        self._made: dict[tuple[object, ...], list[Entry]] = {}
        self.lists: list[tuple[bytes, ...]] = []
        self._choices(offer)
        self.note.say(
            self.tr("Stand at the printer: others can see what lies there. Nothing is recorded.")
        )
        self.make_pages()

    def _choices(self, offer: Offer) -> None:
        add = self.options.add
        add(Heading(self.tr("Print services"), 2, wrap=True))
        self.kind = Segmented(
            [self.tr("Pocket cards"), self.tr("One page each"), self.tr("Booklet")],
            name=self.tr("What to print"),
        )
        self.which = ComboBox()
        self._fill(offer)
        if offer.listed:
            self.which.setCurrentIndex(max(0, self.lists.index(offer.basket.uids())))
            self.kind.set_current(KINDS.index("booklet" if len(offer.basket) > FEW else "handout"))
        self.print_size = Segmented(
            [self.tr("Normal print"), self.tr("Large print")], name=self.tr("Size")
        )
        self.language = ComboBox()
        screen = Reader().code
        for code, name in available():
            self.language.addItem(name, code)
        self.language.setCurrentIndex(max(0, self.language.findData(screen)))
        self.scan = ComboBox(
            [self.tr("To ring the number"), self.tr("To open the web page"), self.tr("No code")]
        )
        self.each = SpinBox(1, 24, 1)
        self.help = CheckBox(self.tr("Help right now comes first"))
        self.number = SpinBox(1, 50, 1)
        self.each_field = Field(self.tr("Cards of each"), self.each)
        add(
            Field(self.tr("What to print"), self.kind), Field(self.tr("Which services"), self.which)
        )
        self.cut = Muted("", wrap=True)
        add(self.cut, self.each_field, self.help, Field(self.tr("Size"), self.print_size))
        add(
            Field(
                self.tr("Language of the headings"),
                self.language,
                self.tr("What a service says of itself stays as it was written."),
            ),
            Field(self.tr("Code to scan with a phone"), self.scan),
            Field(self.tr("Copies"), self.number),
        )
        self.options.box.addStretch(1)
        for segmented in (self.kind, self.print_size):
            segmented.chosen.connect(lambda _at: self._arrange())
        for combo in (self.which, self.language, self.scan):
            combo.currentIndexChanged.connect(lambda _at: self._arrange())
        self.each.valueChanged.connect(lambda _n: self.change())
        self.help.toggled.connect(lambda _on: self.change())
        self._arrange()

    def _fill(self, offer: Offer) -> None:
        if offer.shown is not None:
            detail = self._service.detail(offer.shown)
            if detail is not None:
                self._list(self.tr("Only {name}").format(name=detail.name), (offer.shown,))
        count = len(offer.basket)
        if count:
            mine = counted(self.tr("My list: %Ln service(s)", "", count), count)
            self._list(mine, offer.basket.uids())
        found = [uid for n in offer.found()[:MOST] if (uid := self._service.uid_of(n)) is not None]
        count = len(found)
        if count:
            words_ = self.tr("What the search found: %Ln service(s)", "", count)
            self._list(counted(words_, count), tuple(found))

    def _list(self, name: str, uids: tuple[bytes, ...]) -> None:
        self.lists.append(uids)
        self.which.addItem(name)

    def _arrange(self) -> None:
        kind = self.what()
        self.each_field.setVisible(kind == "cards")
        self.help.setVisible(kind != "handout")
        cut = len(self.uids()) >= MOST
        words_ = self.tr("Only the first {count} go on paper. Search for less to have all of it.")
        self.cut.setText(words_.format(count=QLocale().toString(MOST)) if cut else "")
        self.cut.setVisible(cut)
        self.change()

    # -- what is chosen ------------------------------------------------------------------------

    def what(self) -> str:
        """One of ``KINDS``."""
        return KINDS[self.kind.current()]

    def choose(self, kind: str) -> None:
        """Choose one of ``KINDS``."""
        self.kind.set_current(KINDS.index(kind))
        self._arrange()

    def uids(self) -> tuple[bytes, ...]:
        """The services chosen."""
        at = self.which.currentIndex()
        return self.lists[at] if 0 <= at < len(self.lists) else ()

    def reader(self) -> Reader:
        """The language chosen."""
        return Reader(str(self.language.currentData() or ""))

    def large(self) -> bool:
        return self.print_size.current() == 1

    def copies(self) -> int:
        return self.number.value()

    def locale_of_text(self) -> QLocale:
        return self.reader().locale

    # -- what comes of it ------------------------------------------------------------------------

    def entries(self) -> list[Entry]:
        """The services as they are said on paper; those that are gone are left out."""
        key = (self.uids(), self.language.currentData(), self.scan.currentIndex())
        if key not in self._made:
            code = CODES[self.scan.currentIndex()]
            maker = Maker(self.reader(), self._day, code, self._trouble)
            uids = dict.fromkeys(map(self._service.told_in, self.uids()))
            found = (self._service.detail(uid) for uid in uids)
            self._made = {key: [maker.entry(one) for one in found if one is not None]}
        return self._made[key]

    def make_pages(self) -> None:
        count = len(self.uids())
        if count <= AT_ONCE or not self.isVisible():
            super().make_pages()
            return
        # a booklet of 200 takes a second or two to lay out: somebody who waits is told
        words_ = self.tr("Making the pages for %Ln service(s). One moment.", "", count)
        self.message.say(counted(words_, count), "info")
        layout = self.layout()
        assert layout is not None
        layout.activate()
        self.setCursor(Qt.CursorShape.WaitCursor)
        self.repaint()
        try:
            super().make_pages()
        finally:
            self.unsetCursor()
            self.message.clear()

    def sheets(self) -> Sheets | None:
        if not self.entries():
            return None
        reader = self.reader()
        if self.what() == "cards":
            return CardSheets(self._cards(), self.large(), right_to_left=reader.right_to_left)
        return self._pages(self.text())

    def text(self) -> str:
        reader, kind = self.reader(), self.what()
        if kind == "cards":
            return documents.cards_text(dict.fromkeys(self._cards()), scanning.image)
        if kind == "handout":
            return documents.handouts(self.entries(), reader, scanning.image, self._fits)
        cover = documents.Cover(self._centre(), self._printed(), self._numbers())
        return documents.booklet(self.entries(), reader, scanning.image, cover)

    def words(self) -> str:
        short = self.what() != "handout"
        numbers = [": ".join(p for p in (who, number) if p) for who, _, number in self._numbers()]
        spoken = documents.spoken(self.entries(), self.reader(), short=short)
        return "\n".join([*numbers, spoken])

    # -- inside --------------------------------------------------------------------------------

    def _pages(self, body: str) -> Pages:
        reader = self.reader()

        def foot(number: int, count: int) -> str:
            n, of = reader.number(number), reader.number(count)
            return reader.say(words.PAGE.format(n=n, count=of))

        return Pages(body, self.large(), right_to_left=reader.right_to_left, foot=foot)

    def _fits(self, body: str) -> bool:
        return self._pages(body).count == 1

    def _cards(self) -> list[documents.CardWords]:
        cards = [documents.card(entry) for entry in self.entries()]
        if self._numbers():
            cards.insert(0, documents.help_card(self._numbers(), self.reader()))
        return [card for card in cards for _ in range(self.each.value())]

    def _numbers(self) -> tuple[tuple[str, str, str], ...]:
        """Help right now, where it was asked for."""
        if not self.help.isChecked() or self.what() == "handout":
            return ()
        rows = crisis_rows(self._context.shelf.database.connection())
        if not rows:
            country = str(self._context.setting("country", "") or "")
            rows = shipped_crisis(country, self.reader().code)
        around = (LTR, POP) if self.reader().right_to_left else ("", "")
        return tuple((r.title, r.about, r.number.join(around)) for r in rows)

    def _centre(self) -> str:
        return str(self._context.setting("centre", "") or "")

    def _printed(self) -> str:
        reader = self.reader()
        today = self._context.clock.now().date()
        return reader.say(words.PRINTED.format(day=reader.day(today)))

    def _trouble(self, uid: bytes) -> str:
        """Whoever carries a number home is told as well that it may not work."""
        known = notes(self._context.shelf.database.connection(), uid)
        if known.told:
            return "told"
        return "unanswered" if known.needs_a_call else ""

    def _day(self, at: int) -> date:
        return self._context.clock.local(at).date()


def print_services(
    service: DirectoryService, context: Context, offer: Offer, parent: QWidget
) -> ServicesDialog:
    """Open the papers over ``parent``; they go when they are closed."""
    made = ServicesDialog(service, context, offer, parent.window())
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    made.open()
    return made
