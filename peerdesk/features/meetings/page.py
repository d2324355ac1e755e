"""Meetings: the list on the left, one date or the series on the right."""

from __future__ import annotations

from datetime import datetime, time, timedelta

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QWidget

from peerdesk.core.errors import KnownError
from peerdesk.exchange.busy import Busy
from peerdesk.features.meetings.agenda import tab as agenda_tab
from peerdesk.features.meetings.detail import ABOUT, AGENDA, ATTENDANCE, MeetingCard
from peerdesk.features.meetings.listing import MeetingsList, MeetingsModel
from peerdesk.features.meetings.series_card import USUAL, SeriesCard
from peerdesk.features.meetings.service import MeetingsService
from peerdesk.features.meetings.ways_card import WaysCard
from peerdesk.ui import dates, theme
from peerdesk.ui.context import Context
from peerdesk.ui.page import Page
from peerdesk.ui.saving import flush_all, unsaved_of
from peerdesk.ui.widgets import Button, Card, EmptyState, Row

LIST_WIDTH = 290
MINUTE = 60_000
NARROW = 760
"""Below this width (in the target's pixels) list and meeting take turns."""
PARTS = {"agenda": AGENDA, "attendance": ATTENDANCE, "about": ABOUT}
VIEWS = {"templates": agenda_tab.TEMPLATES, "topics": agenda_tab.TOPICS}


class MeetingsPage(Page):
    """``open_item(kind, uid)`` with kind meeting, agenda, attendance or about, templates
    or topics; kind series (any uid) shows when the group meets, ways how it meets."""

    tables = frozenset(
        {
            "meeting",
            "series",
            "agenda_item",
            "attendance",
            "person",
            "support_group",
            "holiday",
            "duty",
            "away",
            "room_busy",
            "group_setting",
            "agenda_template",
            "agreement_item",
            "topic",
        }
    )

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.service = MeetingsService(context.cabinet, context.shelf)
        self._uid: bytes | None = None
        self._editing = self._ways_shown = False
        self.ways: WaysCard | None = None
        self._taken: dict[bytes, Busy] = {}
        self.when = Button(self.tr("When we meet"), icon="repeat")
        self.when.clicked.connect(self.edit_series)
        self.how = Button(self.tr("Our agreement"), icon="people", small=True)
        self.how.clicked.connect(self.show_ways)
        self.how_first = Button(self.tr("Our agreement"), icon="people", small=True)
        self.how_first.clicked.connect(self.show_ways)
        self.add = Button(self.tr("Add a date"), "primary")
        self.add.setToolTip(QKeySequence("Ctrl+N").toString(QKeySequence.SequenceFormat.NativeText))
        self.add.clicked.connect(self.add_date)
        QShortcut(QKeySequence("Ctrl+N"), self, self.add_date)
        self.model = MeetingsModel(self)
        self.list = MeetingsList(self.model)
        self.list.picked.connect(self._picked)
        self.list.opened.connect(self._opened)
        self._list_card = Card(margins=(8, 8, 8, 8), spacing=0)
        self._list_card.add(self.list, stretch=1)
        self._list_card.box.addSpacing(6)
        self._list_card.add(self.how)
        self.card = MeetingCard(self.service, context)
        self.card.back.connect(self._back)
        self.series = SeriesCard(self.service, context)
        self.series.back.connect(self._leave_series)
        self.empty = EmptyState(
            "calendar",
            self.tr("When does the group meet?"),
            self.tr("Say the weekday, time and place once. The dates come by themselves."),
            self.tr("Plan the meetings"),
        )
        self.empty.acted.connect(self._plan)
        self._empty_card = Card().add(self.empty, stretch=1)
        self._empty_card.box.addWidget(self.how_first, 0, Qt.AlignmentFlag.AlignHCenter)
        self._turned = False
        self._minute = 0
        row = Row(self, spacing=16)
        row.addWidget(self._list_card)
        row.addWidget(self.card, 1)
        row.addWidget(self.series, 1)
        self._row = row
        row.addWidget(self._empty_card, 1)
        context.names.changed.connect(self._names_changed)
        self.refresh(frozenset())

    # -- Page --------------------------------------------------------------------------------

    def title(self) -> str:
        return self.tr("Meetings")

    def subtitle(self) -> str:
        coming = self.service.next_meeting()
        if coming is None:
            return self.tr("Nothing is planned yet")
        day = dates.long_day(coming.start.date())
        return self.tr("Next: {day}, {time}").format(day=day, time=dates.clock(coming.start))

    def header_buttons(self) -> list[QWidget]:
        return [self.when, self.add]

    def refresh(self, tables: frozenset[str]) -> None:
        if tables and not tables & self.tables:
            return
        self._minute = self._context.clock.now_ms() // MINUTE
        if not tables or tables & {"series", "support_group", "meeting", "holiday"}:
            self.service.settle_public()
        ahead, behind = self.service.next_meetings(), self.service.past_meetings()
        self._taken = self.service.taken(ahead)
        self.model.load(ahead, behind, self._context.clock.now().date(), self._taken)
        if self._uid is None or not self._show(self._uid):
            coming = next((m for m in ahead if not m.cancelled), None)
            first = coming or next(iter(self.model.meetings()), None)
            self._uid = first.uid if first else None
            if first:
                self._show(first.uid)
        self.list.select(self._uid)
        if self._editing and not self.series.reload():
            self._editing = False
        if self.ways is not None and self._ways_shown:
            self.ways.reload()
        self._arrange()

    def open_item(self, kind: str, uid: bytes) -> None:
        if kind == "series":
            self.edit_series()
            return
        if kind == "ways":
            self.show_ways()
            return
        if self.service.meeting(uid) is None:
            return
        if not self._all_saved():
            return
        self._editing, self._uid, self._turned = False, uid, True
        self._ways_shown = False
        self._show(uid)
        self.list.select(uid)
        self._arrange()
        if kind in PARTS:
            self.card.show_part(PARTS[kind])
        if kind in VIEWS:
            self.card.show_part(AGENDA)
            self.card.agenda.show_view(VIEWS[kind])

    def flush(self) -> None:
        flush_all(self._cards())

    def unsaved(self) -> str:
        return unsaved_of(self._cards())

    def _cards(self) -> tuple[MeetingCard | SeriesCard | WaysCard, ...]:
        ways = () if self.ways is None else (self.ways,)
        return (self.card, self.series, *ways)

    def _all_saved(self) -> bool:
        """Whether every word is saved. If not, that is said, and what they belong to stays open."""
        try:
            self.flush()
        except KnownError as error:
            self._context.notice(error.text)
            return False
        return True

    # -- doing -------------------------------------------------------------------------------

    def add_date(self) -> None:
        """An extra date a week from today, to be moved where it belongs."""
        if not self._all_saved():
            return
        every = self.service.series()
        day = self._context.clock.now().date() + timedelta(days=7)
        at = every[0].start.time() if every else time(*USUAL)
        uid = self.service.add_date(datetime.combine(day, at), every[0].uid if every else None)
        self.refresh(frozenset())
        self.open_item("about", uid)
        self.card.about.day.setFocus()

    def edit_series(self) -> None:
        """Change when the group meets."""
        if not self._all_saved():
            return
        if not self.service.series():
            self._plan()
            return
        meeting = self.service.meeting(self._uid) if self._uid else None
        if meeting and meeting.series:
            self.series.uid = meeting.series
        self._ways_shown = False
        self._editing = self._turned = self.series.reload()
        self._arrange()

    def show_ways(self) -> None:
        """Change what the group agreed on, and its switches."""
        if not self._all_saved():
            return
        if self.ways is None:
            self.ways = WaysCard(self.service, self._context)
            self.ways.back.connect(self._leave_series)
            self._row.addWidget(self.ways, 1)
        self._editing, self._ways_shown, self._turned = False, True, True
        self.ways.reload()
        self._arrange()
        self.ways.back_button.setFocus()

    def _plan(self) -> None:
        self._ways_shown = False
        self._editing = self._turned = True
        self.series.plan()
        self.refresh(frozenset())
        self.series.name.setFocus()

    def _picked(self, uid: object) -> None:
        assert isinstance(uid, bytes)
        if not self._all_saved():
            self.list.select(self._uid)
            return
        self._editing, self._uid, self._ways_shown = False, uid, False
        self._show(uid)
        self._arrange()

    def _opened(self) -> None:
        self._editing, self._turned, self._ways_shown = False, True, False
        self._arrange()

    def _back(self) -> None:
        self._all_saved()
        self._turned = False
        self._arrange()
        self.list.setFocus()

    def _leave_series(self) -> None:
        self._editing = self._turned = self._ways_shown = False
        self.refresh(frozenset())
        self.list.setFocus()

    def _show(self, uid: bytes) -> bool:
        meeting = self.service.meeting(uid)
        if meeting is None:
            return False
        shown = self.card.show_meeting(uid, self.model.tag(meeting))
        self.card.show_taken(self._taken.get(uid))
        return shown

    def _names_changed(self) -> None:
        if self._uid is not None:
            self._show(self._uid)

    # -- looks -------------------------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:
        if self._minute != self._context.clock.now_ms() // MINUTE:
            self.refresh(frozenset())  # a meeting may have begun while another page was shown
        super().showEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def restyle(self) -> None:
        self._arrange()

    def minimumSizeHint(self) -> QSize:
        # List and meeting take turns before they are squeezed, so the wider one counts.
        every = (self._list_card, self._empty_card, *self._cards())
        return QSize(max(w.minimumSizeHint().width() for w in every), theme.px(200))

    def _arrange(self) -> None:
        narrow = self.width() < theme.px(NARROW)
        some = self.model.rowCount() > 0
        wide = theme.px(LIST_WIDTH)
        self._list_card.setMinimumWidth(0 if narrow else wide)
        self._list_card.setMaximumWidth(16_777_215 if narrow else wide)
        self._list_card.setVisible(some and not (narrow and self._turned))
        aside = self._editing or self._ways_shown
        shown = some and not aside and (not narrow or self._turned)
        self.card.setVisible(shown)
        self.card.set_narrow(narrow)
        self.series.setVisible(self._editing and (not narrow or self._turned))
        if self.ways is not None:
            self.ways.setVisible(self._ways_shown and (not narrow or self._turned))
        self._empty_card.setVisible(not some and not aside)
