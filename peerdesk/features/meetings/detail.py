"""One meeting on the right of the page: its head, and what can be said about it in three parts."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from peerdesk.core.errors import KnownError
from peerdesk.exchange.busy import Busy
from peerdesk.features.meetings import words
from peerdesk.features.meetings.about_tab import AboutTab
from peerdesk.features.meetings.agenda.tab import AgendaTab
from peerdesk.features.meetings.attendance_tab import AttendanceTab
from peerdesk.features.meetings.listing import day_words
from peerdesk.features.meetings.room_words import taken_words
from peerdesk.features.meetings.service import MeetingsService, MeetingView
from peerdesk.ui import dates
from peerdesk.ui.context import Context
from peerdesk.ui.saving import flush_all, unsaved_of
from peerdesk.ui.text import render
from peerdesk.ui.widgets import (
    Button,
    Column,
    FlowLayout,
    Heading,
    InlineMessage,
    Muted,
    Row,
    ScrollCard,
    Segmented,
    Tag,
)

AGENDA, ATTENDANCE, ABOUT = range(3)


class MeetingCard(ScrollCard):
    """Emits ``back`` when the list should be shown instead (narrow windows)."""

    back = Signal()

    def __init__(self, service: MeetingsService, context: Context) -> None:
        super().__init__(spacing=12)
        self._service, self._context = service, context
        self.uid = b""
        self.back_button = Button(self.tr("All meetings"), icon="back", small=True)
        self.back_button.clicked.connect(self.back)
        self.heading = Heading("", 3, wrap=True)
        self.tag = Tag("")
        self.print_button = Button(self.tr("Print"), icon="print", small=True)
        self.print_button.clicked.connect(self.print_papers)
        self.detail = Muted("", wrap=True)
        self.message = InlineMessage("")
        self.message.acted.connect(self._bring_back)
        self.choice = Segmented(
            [self.tr("Agenda"), self.tr("Attendance"), self.tr("About this date")],
            name=self.tr("Show"),
        )
        self.choice.chosen.connect(self.show_part)
        self.agenda = AgendaTab(service, context)
        self.attendance = AttendanceTab(service, context)
        self.about = AboutTab(service, context)
        self.tabs = (self.agenda, self.attendance, self.about)
        self.closing = Button(self.tr("Close the evening"), icon="check", small=True)
        self.closing.clicked.connect(lambda: context.open("group", "closing", self.uid))
        words = QWidget()
        column = Column(words, spacing=2)
        head = QWidget()
        row = Row(head, spacing=12)
        row.addWidget(self.heading, 1)
        row.addWidget(self.tag, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.print_button, 0, Qt.AlignmentFlag.AlignTop)
        column.add(head, self.detail)
        host = QWidget()
        FlowLayout(host, spacing=(12, 8)).add(self.choice, self.closing)
        self.box.addWidget(self.back_button, 0, Qt.AlignmentFlag.AlignLeading)
        self.add(words)
        self.add(self.message, host)
        for tab in self.tabs:
            self.box.addWidget(tab, 1)

    def show_meeting(self, uid: bytes, tag: tuple[str, str] = ("", "")) -> bool:
        """Show a meeting; False when it is not there (any more)."""
        meeting = self._service.meeting(uid)
        if meeting is None:
            return False
        if uid != self.uid:
            self.flush()
        self.uid = uid
        self._show_head(meeting, tag)
        begun = meeting.closed or meeting.starts_at <= self._service.clock.now_ms()
        self.closing.setVisible(begun and not meeting.cancelled)
        self._show_tab(max(AGENDA, self.choice.current()))
        return True

    def show_part(self, part: int) -> None:
        """Show one of AGENDA, ATTENDANCE, ABOUT."""
        try:
            self.flush()
        except KnownError as error:  # the words stay in the part that is left
            self._context.notice(error.text)
        self.choice.set_current(part)
        self._show_tab(part)
        self.column.show_top()
        if part == ATTENDANCE:
            self.attendance.list.setFocus()

    def print_papers(self) -> None:
        """Choose what to print for this date."""
        from peerdesk.features.meetings.paper.dialog import print_for

        try:
            self.flush()
        except KnownError as error:
            self._context.notice(error.text)
            return
        print_for(self._service, self._context, self.uid, self)

    def _show_tab(self, part: int) -> None:
        for number, tab in enumerate(self.tabs):
            tab.setVisible(number == part)
        self.tabs[part].show_meeting(self.uid)

    def set_narrow(self, narrow: bool) -> None:
        """Whether list and meeting take turns."""
        self.back_button.setVisible(narrow)

    def flush(self) -> None:
        """Save what is not saved yet."""
        flush_all(self.tabs)

    def unsaved(self) -> str:
        """The words that could not be saved."""
        return unsaved_of(self.tabs)

    def _show_head(self, meeting: MeetingView, tag: tuple[str, str]) -> None:
        today = self._service.clock.now().date()
        self.heading.setText(day_words(meeting.start.date(), today))
        self.tag.setText(tag[0])
        self.tag.set_kind(tag[1] or "neutral")
        self.tag.setVisible(bool(tag[0]))
        self.tag.updateGeometry()
        place = render(words.place_and_way(meeting.place, meeting.way))
        parts = [dates.span(meeting.start, meeting.end), place, meeting.name, meeting.theme]
        self.detail.setText(" · ".join(p for p in parts if p))
        if meeting.holiday is not None:
            why = meeting.holiday.words
            said = self.tr("No meeting on this day: {why}").format(why=why)
            self.message.say(
                said if why else self.tr("No meeting on this day."),
                "info",
                action=self.tr("Meet all the same"),
            )
        elif meeting.cancelled:
            self.message.say(
                self.tr("This date does not take place."),
                "info",
                action=self.tr("Bring it back"),
            )
        else:
            self.message.clear()

    def show_taken(self, busy: Busy | None) -> None:
        """Say what takes the room at that time; None for nothing."""
        meeting = self._service.meeting(self.uid)
        if busy is None or meeting is None:
            return
        words = self.tr("{taken}. Ask for another room, or move this date.")
        self.message.say(words.format(taken=taken_words(busy, meeting.zone, meeting.place)), "info")

    def _bring_back(self) -> None:
        self._service.bring_back(self.uid)
