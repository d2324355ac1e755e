"""How did it go there? What was suggested, what came of it, and counts for facilitators."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from itertools import pairwise

from PySide6.QtCore import QLocale
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from peerdesk.core.text import Text
from peerdesk.exchange.standing import remembered
from peerdesk.features.referrals import words
from peerdesk.features.referrals.asking import ReferralList
from peerdesk.features.referrals.room import NEEDS, SAY
from peerdesk.features.referrals.service import TABLES, ReferralsService, Tally
from peerdesk.ui import dates
from peerdesk.ui.context import Context
from peerdesk.ui.page import Page
from peerdesk.ui.text import render
from peerdesk.ui.widgets import (
    Button,
    Card,
    Column,
    EmptyState,
    Heading,
    InlineMessage,
    Label,
    Muted,
    Panes,
    Paragraph,
)

MOST = 30
"""Rows to ask about at a time; the others come up as these are answered."""
NARROW = 820


class CountsCard(Card):
    """What came of all of it and service by service. For facilitators only."""

    def __init__(self) -> None:
        super().__init__(spacing=8)
        self.lines: list[str] = []
        self._list = QWidget()
        self._box = Column(self._list, spacing=8)
        self.add(
            Heading(self.tr("What came of it"), 2, wrap=True),
            Muted(
                self.tr("Counts for facilitators. They are in no handout and on no list for all."),
                wrap=True,
            ),
            self._list,
        )
        self.box.addStretch(1)

    def show_counts(
        self, all_of_them: Tally, services: Sequence[Tally], reasons: Sequence[tuple[str, int]]
    ) -> None:
        """Fill the card anew."""
        while (item := self._box.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        self.lines = []
        self._tally(self.tr("All together"), all_of_them)
        for one in services:
            self._tally(one.service, one)
        if reasons:
            self._box.addWidget(Label(self.tr("Why people were turned away"), weight=600))
        said = QLocale().toString
        for why, times in reasons:
            line = self.tr("{reason}: {times}").format(reason=why, times=said(times))
            self.lines.append(line)
            self._box.addWidget(Paragraph(line))

    def _tally(self, title: str, one: Tally) -> None:
        times = one.sent
        sent = dates.counted(self.tr("suggested %n time(s)", "", times), times)
        line = words.tally_words(one)
        self.lines.append(f"{title}: {sent}. {line}")
        held = QWidget()
        Column(held, spacing=0).add(
            Label(f"{title} · {sent}", weight=600, wrap=True), Paragraph(line, tone="muted")
        )
        self._box.addWidget(held)


class ReferralsPage(Page):
    """To ask about on the left; counts, and what was answered lately, on the right."""

    tables = TABLES

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.service = ReferralsService(context.cabinet)
        self.message = InlineMessage(parent=self)
        self.needs_button = Button(self.tr("What is missing here"), icon="list")
        self.say_button = Button(self.tr("What I want to say"), icon="pen")
        self.needs_button.clicked.connect(partial(self._go, NEEDS))
        self.say_button.clicked.connect(partial(self._go, SAY))
        names, clock = context.names, context.clock
        self.ask = ReferralList(self.service, names, clock)
        self.asked = ReferralList(self.service, names, clock)
        for one in (self.ask, self.asked):
            one.wrong.connect(self._wrong)
        self.empty = EmptyState("check", "", "", " ")
        self.empty.acted.connect(partial(self._go, "directory"))
        self.more = Muted("", wrap=True)
        left = Card(spacing=8)
        left.add(self.empty, self.ask, self.more)
        left.box.addStretch(1)
        self.counts = CountsCard()
        self.lately = Card(spacing=8)
        self.lately.add(Heading(self.tr("Known by now"), 2, wrap=True), self.asked)
        side = QWidget()
        Column(side, spacing=16).add(self.counts, self.lately).addStretch(1)
        self.panes = Panes(least=NARROW, tall=0)
        self.panes.add_pane(left, 3)
        self.panes.add_pane(side, 2)
        Column(self, spacing=12).add(self.message, self.panes)
        names.changed.connect(self._names_changed)
        self.refresh(frozenset())

    # -- what app asks -------------------------------------------------------------------------

    def title(self) -> str:
        return self.tr("How did it go there?")

    def subtitle(self) -> str:
        return self.tr("Ask when it fits. Nobody has to answer.")

    def header_buttons(self) -> list[QWidget]:
        return [self.say_button, self.needs_button]

    def refresh(self, tables: frozenset[str]) -> None:
        if tables and not tables & self.tables:
            return
        self.message.clear()
        shelf = self._context.shelf
        same = {} if shelf is None else remembered(shelf.database.connection())
        counts = self.service.counts(same)
        waiting, asked = self.service.to_ask(), self.service.asked()
        self.ask.show_all(waiting[:MOST])
        n = max(0, len(waiting) - MOST)
        self.more.setText(self.tr("%n more come after these.", "", n))
        self.more.setVisible(bool(n))
        self.asked.show_all(asked)
        self.counts.show_counts(counts.all, counts.services, counts.reasons)
        self.counts.setVisible(bool(counts.all.sent))
        self.lately.setVisible(bool(asked))
        self.empty.setVisible(not waiting)
        if counts.all.sent:
            self.empty.say(
                self.tr("Nothing to ask about"),
                self.tr("What is suggested to somebody in Local help comes here."),
                self.tr("Open Local help"),
            )
        else:
            self.empty.say(
                self.tr("Nothing was suggested yet"),
                self.tr(
                    "Open a listing in Local help and choose “Suggest this to…”. Later this page "
                    "asks how it went."
                ),
                self.tr("Open Local help"),
            )
        self._order()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._order()

    # -- inside --------------------------------------------------------------------------------

    def _order(self) -> None:
        stops = [self.empty.button, *self.ask.stops(), *self.asked.stops()]
        for one, following in pairwise(stops):
            QWidget.setTabOrder(one, following)

    def _names_changed(self) -> None:
        self.refresh(frozenset())

    def _wrong(self, text: Text) -> None:
        self.message.say(render(text), "problem")

    def _go(self, key: str) -> None:
        go = self._context.extra.get("go")
        if go is not None:
            go(key)
