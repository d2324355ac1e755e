"""Calendars: our dates for other programs, the room's dates for us, the list for everyone."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QWidget

from peerdesk.core.errors import KnownError
from peerdesk.core.text import Text
from peerdesk.exchange.busy import RoomCalendar
from peerdesk.features.meetings import calendar_files as files
from peerdesk.features.meetings.dated_rows import DatedRows
from peerdesk.features.meetings.service import MeetingsService
from peerdesk.ui.context import Context
from peerdesk.ui.dates import counted
from peerdesk.ui.jobs import Job
from peerdesk.ui.text import render
from peerdesk.ui.widgets import (
    Button,
    CheckBox,
    Column,
    Field,
    FlowLayout,
    Heading,
    InlineMessage,
    LineEdit,
    Muted,
    Paragraph,
)

TOLD = 8
"""Sentences about a file that are shown at once."""


def _alone(button: Button) -> QWidget:
    """A line of its own, in which a button leaves its icon out where words are large."""
    line = QWidget()
    FlowLayout(line).add(button)
    return line


class CalendarPart(QWidget):
    """What can be done with calendar files for one series."""

    def __init__(self, service: MeetingsService, context: Context) -> None:
        super().__init__()
        self._service, self._context, self._uid = service, context, b""
        self.message = InlineMessage("")
        self.summary = LineEdit()
        self.summary.setText(self.tr("Meeting"))
        self.joining = CheckBox(self.tr("Also say how to join by phone or online"))
        self.save = Button(self.tr("Save for a calendar…"), icon="save")
        self.save.clicked.connect(self.save_series)
        self.rooms = DatedRows(self.tr("Remove"))
        self.rooms.removed.connect(self._forget)
        self.read = Button(self.tr("Read the room’s calendar…"), icon="import")
        self.read.clicked.connect(self.choose_room)
        self.told = Paragraph("", tone="muted")
        self.guide = Button(self.tr("Save the list of meetings…"), icon="export")
        self.guide.clicked.connect(self.save_guide)
        self.guide_about = Muted(
            self.tr(
                "For websites that list meetings: the weekly meetings you show on the welcome "
                "page, as a Meeting Guide file."
            ),
            wrap=True,
        )
        self._lay_out()

    def _lay_out(self) -> None:
        box = Column(self, spacing=14)
        box.add(
            self.message,
            Heading(self.tr("Our dates in your calendar"), 2, wrap=True),
            Field(
                self.tr("What the calendar calls it"),
                self.summary,
                self.tr("Others may see your calendar. Names of people never go into the file."),
            ),
            self.joining,
        )
        box.add(_alone(self.save))
        box.add(
            Heading(self.tr("When the room is taken"), 2, wrap=True),
            Muted(
                self.tr(
                    "Ask for the room’s calendar as a file that ends in .ics. PeerDesk then tells "
                    "you when somebody else has the room."
                ),
                wrap=True,
            ),
            self.rooms,
        )
        box.add(_alone(self.read))
        box.addWidget(self.told)
        self._guide_heading = Heading(self.tr("A list for everyone"), 2, wrap=True)
        box.add(self._guide_heading, self.guide_about)
        box.add(_alone(self.guide))
        box.addStretch(1)
        self.told.hide()

    def reload(self, uid: bytes) -> None:
        """Show the calendars of a series."""
        if uid != self._uid:
            self._uid = uid
            self.message.clear()
            self.told.hide()
        one = self._service.one_series(uid)
        self.joining.setVisible(one is not None and bool(one.dial_in) and one.way != "in person")
        rows = []
        for room in self._service.room_sources():
            times = room.times
            said = self.tr("%Ln time(s) at which a room is taken", "", times)
            rows.append((room.name, room.name, counted(said, times)))
        self.rooms.show_rows(rows, self.tr("No calendar was read yet."))
        shared = any(s.public for s in self._service.series())
        for widget in (self._guide_heading, self.guide_about, self.guide):
            widget.setVisible(shared)

    # -- ours for others -----------------------------------------------------------------------

    def save_series(self) -> None:
        """Ask where, and write the series."""
        summary = self.summary.text().strip() or self.tr("Meeting")
        title, kinds = self.tr("Save for a calendar"), self.tr("Calendar files (*.ics)")
        path = files.ask_where(self.window(), title, self.tr("Meetings"), kinds, ".ics")
        if path is None:
            return
        joining = self.joining.isVisible() and self.joining.isChecked()
        data = self._service.calendar_of_series(self._uid, summary, joining=joining)
        self._write(path, data)

    def save_guide(self) -> None:
        """Ask where, and write the list for everyone; what is not in it is told."""
        title, kinds = self.tr("Save the list of meetings"), self.tr("Meeting Guide (*.json)")
        path = files.ask_where(self.window(), title, self.tr("meetings"), kinds, ".json")
        if path is None:
            return
        made = self._service.meeting_guide()
        left = [
            self.tr("{name}: {why}").format(
                name=one.name or self.tr("No name yet"), why=render(one.text)
            )
            for one in made.left_out
        ]
        self._write(path, made.data, "\n".join(left))

    def _write(self, path: Path, data: bytes, besides: str = "") -> None:
        try:
            files.write(path, data)
        except KnownError as error:
            self.message.say(render(error.text), "problem")
            return
        said = self.tr("Saved as “{name}”.").format(name=path.name)
        self.message.say("\n".join(p for p in (said, besides) if p), "done")

    # -- the room's for us ---------------------------------------------------------------------

    def choose_room(self) -> None:
        """Ask for the file, and read it."""
        title = self.tr("Choose the room’s calendar")
        kinds = self.tr("Calendar files (*.ics);;All files (*)")
        path = files.ask_which(self.window(), title, kinds)
        if path is not None:
            self.read_room(path)

    def read_room(self, path: Path) -> None:
        """Read a room's calendar in the background."""
        reader = self._service.room_reader()

        def work(job: Job) -> RoomCalendar:
            del job
            return reader(files.read(path))

        def done(read: RoomCalendar) -> None:
            self._read_done(path.name, read)

        self.message.clear()
        self.told.hide()
        self.read.setEnabled(False)
        self._context.jobs.start(work, done, self._problem, lambda: self.read.setEnabled(True))

    def _read_done(self, name: str, read: RoomCalendar) -> None:
        self.read.setEnabled(True)
        try:
            self._service.keep_room_calendar(name, read)
        except KnownError as error:
            self.message.say(render(error.text), "problem")
            return
        clashes = self._service.taken_ahead(self._uid)
        times = len(clashes)
        words = self.tr("The calendar was read. The room is free whenever you meet.")
        if times:
            words = self.tr(
                "The calendar was read. The room is taken on %Ln of your dates: look for them in "
                "the list.",
                "",
                times,
            )
        self.message.say(words, "info" if times else "done")
        told = [render(text) for text in read.told[:TOLD]]
        more = len(read.told) - len(told)
        if more > 0:
            told.append(self.tr("And {n} more.").format(n=QLocale().toString(more)))
        self.told.setText("\n".join(told))
        self.told.setVisible(bool(told))

    def _problem(self, text: Text) -> None:
        self.read.setEnabled(True)
        self.message.say(render(text), "problem")

    def _forget(self, name: object) -> None:
        self._service.forget_room_calendar(str(name))
