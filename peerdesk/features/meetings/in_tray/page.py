"""What was left without a sign-in: a facilitator looks at each thing and decides."""

from __future__ import annotations

from datetime import datetime
from itertools import pairwise
from zoneinfo import ZoneInfo

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from peerdesk.core.errors import KnownError
from peerdesk.features.meetings.in_tray.records import EveningView, Look, SlipView
from peerdesk.features.meetings.in_tray.service import InTrayService
from peerdesk.ui import dates
from peerdesk.ui.context import Context
from peerdesk.ui.page import Page
from peerdesk.ui.widgets import (
    Button,
    Card,
    CheckBox,
    Column,
    EmptyState,
    FlowLayout,
    Heading,
    InlineMessage,
    Muted,
    Paragraph,
    ScrollColumn,
    Tag,
)


class InTrayPage(Page):
    """Slips and evenings, one card each; and whether the welcome page takes slips at all."""

    tables = frozenset(
        {"in_tray", "taken", "meeting", "series", "group_setting", "setting", "service"}
    )

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.service = InTrayService(context.cabinet, context.shelf)
        self._shown: Look | None = None
        self.message = InlineMessage("", parent=self)
        self.message.acted.connect(self._clear_unreadable)
        self.empty = EmptyState(
            "check",
            self.tr("The in-tray is empty"),
            self.tr("What somebody leaves on the welcome page, or a stand-in, lies here."),
        )
        self._empty_card = Card().add(self.empty)
        self._list = QWidget()
        self._box = Column(self._list, spacing=12)
        self.open_box = CheckBox(self.tr("Take questions and topics on the welcome page"))
        self.open_box.clicked.connect(self._switch)
        last = Card(spacing=6)
        last.add(
            self.open_box,
            Muted(
                self.tr(
                    "Nobody has to sign in or give a name. Only facilitators can open what was "
                    "written, and the page says that nobody reads it tonight."
                ),
                wrap=True,
            ),
        )
        self.column = ScrollColumn(spacing=16)
        self.column.add(self.message, self._empty_card, self._list, last)
        self.column.box.addStretch(1)
        Column(self).add(self.column)
        context.names.changed.connect(self._names_changed)
        self.refresh(frozenset())

    # -- Page --------------------------------------------------------------------------------

    def title(self) -> str:
        return self.tr("In-tray")

    def subtitle(self) -> str:
        return self.tr("Left without a name. Nothing is taken over by itself.")

    def refresh(self, tables: frozenset[str]) -> None:
        if tables and not tables & self.tables:
            return
        self.open_box.setChecked(self.service.is_open)
        seen = self.service.look()
        if seen != self._shown:
            self._show(seen)

    # -- showing -----------------------------------------------------------------------------

    def _names_changed(self) -> None:
        self._show(self.service.look())

    def _show(self, seen: Look) -> None:
        self._shown = seen
        had = self._list.isAncestorOf(self.focusWidget()) if self.focusWidget() else False
        while (item := self._box.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        self.buttons: list[Button] = []
        for evening in seen.evenings:
            self._box.addWidget(self._evening(evening))
        for slip in seen.slips:
            self._box.addWidget(self._slip(slip))
        self._list.setVisible(bool(seen.count))
        self._empty_card.setVisible(not seen.count and not seen.unreadable)
        self._say(seen)
        self._order()
        if had:
            (self.buttons[0] if self.buttons else self.open_box).setFocus(
                Qt.FocusReason.OtherFocusReason
            )

    def _say(self, seen: Look) -> None:
        many, said = seen.unreadable, []
        if many:
            said.append(
                self.tr(
                    "%n things in the in-tray cannot be read. They are damaged, or were not made "
                    "by PeerDesk. They changed nothing.",
                    "",
                    many,
                )
            )
        if seen.more:
            said.append(
                self.tr(
                    "More lies here than is shown at a time. It is safe where it is, and comes up "
                    "when you have decided about this."
                )
            )
        action = self.tr("Put them away") if many else ""
        self.message.say(" ".join(said), "problem" if many else "info", action=action)

    def _order(self) -> None:
        """Tab goes as one reads: cards made later come before what stands below them."""
        for one, following in pairwise([*self.buttons, self.open_box]):
            QWidget.setTabOrder(one, following)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._order()  # what was said before it came into its window is forgotten

    def _slip(self, slip: SlipView) -> Card:
        card = Card(spacing=10)
        words = Paragraph(slip.words)
        if slip.listing:
            host = QWidget()
            FlowLayout(host).add(Tag(self.tr("About local help")))
            card.add(host)
            said = slip.words or self.tr("The number did not work.")
            words.setText(said)
            if slip.about:
                card.add(Heading(slip.about, 3, wrap=True))
                said = f"{slip.about}: {said}"
            card.add(words, self._row(slip.key, said, *self._to_calls(slip, said)))
            return card
        use = Button(self.tr("Put into the topic box"), icon="plus", small=True)
        use.setAccessibleName(self.tr("Put into the topic box: {words}").format(words=slip.words))
        use.clicked.connect(lambda: self._decide(lambda: self.service.to_topics(slip.key)))
        self.buttons.append(use)
        card.add(words, self._row(slip.key, slip.words, use))
        return card

    def _to_calls(self, slip: SlipView, said: str) -> list[Button]:
        """Only where there is such a listing."""
        if not slip.about:
            return []
        ring = Button(self.tr("Put among those to ring"), icon="phone", small=True)
        ring.setAccessibleName(self.tr("Put among those to ring: {words}").format(words=said))
        ring.clicked.connect(lambda: self._decide(lambda: self.service.to_calls(slip.key)))
        self.buttons.append(ring)
        return [ring]

    def _evening(self, evening: EveningView) -> Card:
        card = Card(spacing=10)
        start = self._start(evening)
        day, clock = dates.long_day(start.date()), dates.clock(start)
        title = self.tr("An evening with a stand-in: {day}, {time}").format(day=day, time=clock)
        card.add(Heading(title, 2, wrap=True))
        here, new = evening.here, evening.new
        said = [self.tr("%n people came.", "", here)]
        if new:
            said.append(self.tr("%n for the first time.", "", new))
        helped = len(evening.result.helped)
        if helped:
            said.append(self.tr("Someone needed help, %n times.", "", helped))
        card.add(Paragraph(" ".join(said)))
        if evening.names:
            names = ", ".join(self._context.names.shown(name) for name in evening.names)
            card.add(Paragraph(self.tr("Names given at the door: {names}").format(names=names)))
        if evening.result.words.strip():
            card.add(Muted(self.tr("What came up")), Paragraph(evening.result.words.strip()))
        card.add(Muted(self._where(evening), wrap=True))
        take = Button(self.tr("Take it over"), "primary")
        if evening.beside:
            take = Button(self.tr("Add it all the same"))
        take.setAccessibleName(f"{take.text()}: {day}")
        take.clicked.connect(lambda: self._take(evening.key))
        self.buttons.append(take)
        card.add(self._row(evening.key, day, take))
        return card

    def _where(self, evening: EveningView) -> str:
        if evening.beside:
            return self.tr(
                "This evening was kept or closed already. That stays as it is; what stands here "
                "can be added to it. Please look at it closely first."
            )
        if evening.meeting is None:
            return self.tr("No meeting was planned then. It becomes a date of its own.")
        return self.tr("Nobody can see from here who wrote it. Please look at it first.")

    def _start(self, evening: EveningView) -> datetime:
        if evening.meeting is not None:
            return evening.meeting.start
        zone = ZoneInfo(self._context.clock.zone)
        return datetime.fromtimestamp(evening.began_at / 1000, zone).replace(tzinfo=None)

    def _row(self, key: bytes, words: str, *first: Button) -> QWidget:
        away = Button(self.tr("Put away"), icon="trash", small=True)
        away.setAccessibleName(self.tr("Put away: {words}").format(words=words))
        away.clicked.connect(lambda: self._decide(lambda: self.service.put_away(key)))
        self.buttons.append(away)
        made = QWidget()
        FlowLayout(made, spacing=(10, 8)).add(*first, away)
        return made

    # -- deciding ----------------------------------------------------------------------------

    def _decide(self, verb: object) -> None:
        assert callable(verb)
        try:
            verb()
        except KnownError as problem:
            self._context.notice(problem.text)
        self.refresh(frozenset())

    def _take(self, key: bytes) -> None:
        made: list[bytes | None] = []
        self._decide(lambda: made.append(self.service.take_over(key)))
        if made and made[0] is not None:
            self._context.open("group", "closing", made[0])

    def _clear_unreadable(self) -> None:
        self._decide(self.service.clear_unreadable)

    def _switch(self) -> None:
        def turn() -> None:
            self.service.set_way("in_tray", self.open_box.isChecked())
            self.service.publish()

        self._decide(turn)
