"""Closing the evening: one page, about five minutes, everything on it may be skipped."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QWidget

from peerdesk.core.errors import KnownError
from peerdesk.features.meetings.closing.reach_card import ReachCard
from peerdesk.features.meetings.closing.records_card import RecordsCard
from peerdesk.features.meetings.closing.rest import MeCard, NamelessCard, RestockCard
from peerdesk.features.meetings.closing.steps_card import StepsCard
from peerdesk.features.meetings.closing.who import WhoCard
from peerdesk.features.meetings.closing.wiring import service_of
from peerdesk.ui import dates
from peerdesk.ui.beside import Beside
from peerdesk.ui.context import Context
from peerdesk.ui.page import Page
from peerdesk.ui.saving import flush_all, unsaved_of
from peerdesk.ui.widgets import Button, Card, Column, EmptyState, Panes

SHARES = (792, 420)
NARROW = 860
"""Below this width (in the target's pixels) the columns stand one under the other."""


class ClosingPage(Page):
    """``open_item("closing", uid)`` shows one evening; ``focused``: without sidebar and search."""

    focused = True
    tables = frozenset(
        {
            "meeting",
            "attendance",
            "person",
            "consent",
            "next_step",
            "step_news",
            "follow_up",
            "incident",
            "preparation",
            "group_setting",
            "keyholder",
            "referral",
        }
    )

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.service = service_of(context)
        self._uid = b""
        meetings = self.service.meetings
        self.who = WhoCard(meetings, context)
        self.steps = StepsCard(self.service, context)
        self.reach = ReachCard(self.service, context)
        self.good = NamelessCard(
            self.service,
            context,
            "good_things",
            self.tr("Good things to remember"),
            self.tr("No names"),
        )
        self.came_up = NamelessCard(
            self.service,
            context,
            "came_up",
            self.tr("What came up"),
            self.tr("Themes and questions. No names"),
        )
        self.restock = RestockCard(self.service)
        self.records = RecordsCard(self.service, context)
        self.me = MeCard(self.service, context)
        self.write = Button(self.tr("Someone needed help: write it down"), "link")
        self.write.clicked.connect(self.records.begin)
        self.records.emptied.connect(self._no_record)
        self.ask = Button(self.tr("How did it go there? Ask about what was suggested"), "link")
        self.ask.clicked.connect(self._ask)
        self.done = Button(self.tr("Done"), "primary")
        self.done.clicked.connect(self.finish)
        self.later = Button(self.tr("Later"), "quiet")
        self.later.clicked.connect(self._leave)
        QShortcut(QKeySequence(Qt.Key.Key_Escape), self, self._leave)
        self.parts = (
            self.who,
            self.records,
            self.steps,
            self.came_up,
            self.restock,
            self.reach,
            self.good,
            self.me,
        )
        self._saving = (
            self.records,
            self.steps,
            self.came_up,
            self.restock,
            self.good,
            self.me,
        )
        wide, side = QWidget(), QWidget()
        box = Column(wide, spacing=17)
        box.add(self.who, self.records)
        box.addWidget(self.steps, 1000)
        box.addWidget(Beside(self.came_up, self.restock, least=560, spacing=16))
        box.addWidget(self.write, 0, Qt.AlignmentFlag.AlignLeading)
        box.addWidget(self.ask, 0, Qt.AlignmentFlag.AlignLeading)
        box.addStretch(1)  # without steps the cards stand together at the top
        column = Column(side, spacing=17)
        column.add(self.reach, self.good)
        column.addWidget(self.me, 1)
        self.panes = Panes(least=NARROW, tall=0)
        self.panes.add_pane(wide, SHARES[0])
        self.panes.add_pane(side, SHARES[1])
        self.none = Card().add(
            EmptyState(
                "calendar",
                self.tr("No evening to close yet"),
                self.tr("Once a meeting has begun, it can be closed here."),
            ),
            stretch=1,
        )
        Column(self).add(self.panes, self.none)
        context.names.changed.connect(self._names_changed)

    # -- Page --------------------------------------------------------------------------------

    def title(self) -> str:
        return self.tr("Closing the evening")

    def subtitle(self) -> str:
        meeting = self.service.meetings.meeting(self._uid)
        if meeting is None or meeting.closed_at is None:
            return self.tr("About five minutes. Skip what you like; Today keeps it.")
        clock = self._context.clock
        when = dates.day_and_clock(clock.local(meeting.closed_at), clock.now())
        return self.tr("Closed: {when}. Anything can still be put right.").format(when=when)

    def header_buttons(self) -> list[QWidget]:
        return [self.later, self.done]

    def refresh(self, tables: frozenset[str]) -> None:
        if tables and not tables & self.tables:
            return
        meeting = self.service.meetings.meeting(self._uid)
        self.panes.setVisible(meeting is not None)
        self.none.setVisible(meeting is None)
        if meeting is None:
            return
        nameless = self.service.meetings.no_names
        for part in self.parts:
            part.show_meeting(self._uid)
        self.steps.setVisible(not nameless)
        self.reach.setVisible(not nameless or bool(self.reach.rows))
        self.write.setVisible(self.records.isHidden())
        to_ask = self._context.extra.get("to_ask")
        self.ask.setVisible(to_ask is not None and to_ask() > 0)

    def open_item(self, kind: str, uid: bytes) -> None:
        del kind
        try:
            self.flush()
        except KnownError as error:  # the words stay with the evening they are about
            self._context.notice(error.text)
            return
        self._uid = uid
        self.refresh(frozenset())
        self.header_changed.emit()
        chips = list(self.who.chips.values())
        if chips and self.isVisible():
            chips[0].setFocus()

    def flush(self) -> None:
        flush_all(self._saving)

    def unsaved(self) -> str:
        return unsaved_of(self._saving)

    def showEvent(self, event: QShowEvent) -> None:
        """Reached without a word about which evening, it is the one to close."""
        meeting = self.service.meetings.meeting(self._uid)
        if meeting is None or meeting.closed:
            waits = self.service.open_evening()
            latest = self.service.latest() if meeting is None else self._uid
            self._uid = waits.uid if waits is not None else latest
            self.refresh(frozenset())
        super().showEvent(event)

    # -- doing -------------------------------------------------------------------------------

    def finish(self) -> None:
        """Close the evening with a kind line, and go back to Today."""
        try:
            self.flush()
            meeting = self.service.meetings.meeting(self._uid)
            if meeting is not None and not meeting.closed:
                self.service.finish(self._uid)
        except KnownError as error:
            self._context.notice(error.text)
            return
        self._leave()
        self._context.notice(self.tr("The evening is closed. Thank you, and get home safely."))

    def _no_record(self) -> None:
        self.write.show()
        self.write.setFocus()

    def _ask(self) -> None:
        self._context.extra["go"]("referrals")

    def _leave(self) -> None:
        go = self._context.extra.get("go")
        if go is not None:
            go("today")

    def _names_changed(self) -> None:
        self.refresh(frozenset())
