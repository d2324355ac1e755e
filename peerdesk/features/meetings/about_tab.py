"""About one date: theme, place, who leads; and moving, cancelling or bringing it back."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtWidgets import QWidget

from peerdesk.core.errors import KnownError
from peerdesk.core.text import translate
from peerdesk.features.meetings import words
from peerdesk.features.meetings.duties_box import DutiesBox
from peerdesk.features.meetings.names_edit import NameEdit
from peerdesk.features.meetings.service import WAYS, MeetingsService, MeetingView
from peerdesk.features.meetings.stand_in_card import StandInCard
from peerdesk.ui import dates
from peerdesk.ui.beside import Beside
from peerdesk.ui.clipboard import copy_private
from peerdesk.ui.context import Context
from peerdesk.ui.saving import Saver, flush_all, unsaved_of
from peerdesk.ui.text import render
from peerdesk.ui.widgets import (
    Button,
    Card,
    Column,
    ComboBox,
    DateEdit,
    Field,
    FlowLayout,
    Heading,
    LineEdit,
    Muted,
    SpinBox,
    TextArea,
    TimeEdit,
)


class AboutTab(QWidget):
    """The facts of one date."""

    def __init__(self, service: MeetingsService, context: Context) -> None:
        super().__init__()
        self._service, self._context, self._uid = service, context, b""
        left, tell = service.cabinet.settle, context.notice
        self.theme = LineEdit()
        self._theme = Saver(self.theme, lambda t: self._set(theme=t), left, tell)
        self.place = LineEdit()
        self._place = Saver(self.place, lambda t: self._set(place=t.strip()), left, tell)
        self.way = ComboBox([render(words.WAY[w]) for w in WAYS])
        self.way.activated.connect(lambda n: self._set(way=WAYS[n]))
        self.dial_in = TextArea(lines=2)
        self._dial_in = Saver(self.dial_in, lambda t: self._set(dial_in=t.strip()), left, tell)
        self._dial_field = Field(self.tr("How to join by phone or online"), self.dial_in)
        self.copy = Button(self.tr("Copy joining details"), icon="copy", small=True)
        self.copy.clicked.connect(self._copy)
        self.save = Button(self.tr("Save for a calendar…"), icon="save", small=True)
        self.save.clicked.connect(self._save)
        self.duties = DutiesBox(service, context)
        self.lead, self.door = self.duties.edits["lead"], self.duties.edits["greeter"]
        edits = self.duties.edits.values()
        self._savers: tuple[Saver | NameEdit, ...]
        self._savers = (self._theme, self._place, self._dial_in, *edits)
        self.closed_names = self.duties.closed
        self.stand_in = StandInCard(service, context)
        buttons = QWidget()
        FlowLayout(buttons).add(self.copy, self.save)
        box = Column(self, spacing=14)
        box.add(
            Field(self.tr("Theme"), self.theme),
            Beside(Field(self.tr("Place"), self.place), Field(self.tr("How"), self.way), least=420),
            self._dial_field,
            buttons,
            Heading(self.tr("Who does what"), 2, wrap=True),
            self.duties,
            self._make_date(),
            self.stand_in,
        )
        box.addStretch(1)

    @staticmethod
    def _pair(*fields: Field) -> QWidget:
        made = QWidget()
        flow = FlowLayout(made, spacing=(16, 14))
        for field in fields:
            flow.add(field)
        return made

    def _make_date(self) -> Card:
        card = Card("sunken", spacing=10)
        self.heading = Heading(self.tr("This date"), 2, wrap=True)
        self.note = Muted("", wrap=True)
        self.day = DateEdit()
        self.day.setCalendarPopup(False)
        self.time = TimeEdit()
        self.minutes = SpinBox(5, 600, suffix=self.tr(" min"))
        self.minutes.setSingleStep(5)
        fields = self._pair(
            Field(self.tr("Day"), self.day),
            Field(self.tr("Time"), self.time),
            Field(self.tr("Length"), self.minutes),
        )
        self.move_button = Button(self.tr("Move to this time"), "primary", small=True)
        self.move_button.clicked.connect(self._move)
        self.back = Button(self.tr("Bring it back"), icon="bring-back", small=True)
        self.back.clicked.connect(lambda: self._service.bring_back(self._uid))
        self.cancel = Button(self.tr("Cancel this date"), icon="close", small=True)
        self.cancel.clicked.connect(lambda: self._service.cancel(self._uid))
        self.remove = Button(self.tr("Remove this date"), icon="trash", small=True)
        self.remove.clicked.connect(lambda: self._service.remove_date(self._uid))
        for editor in (self.day, self.time):
            editor.dateTimeChanged.connect(self._show_move)
        self.minutes.valueChanged.connect(self._show_move)
        buttons = QWidget()
        FlowLayout(buttons).add(self.move_button, self.back, self.cancel, self.remove)
        card.add(self.heading, self.note, fields, buttons)
        return card

    # -- showing -----------------------------------------------------------------------------

    def show_meeting(self, uid: bytes) -> None:
        """Show the facts of a meeting."""
        if uid != self._uid:
            self.flush()
        fresh, self._uid = uid != self._uid, uid
        meeting = self._service.meeting(uid)
        if meeting is None:
            return
        self.stand_in.reload()
        self._theme.load(meeting.theme)
        self._place.load(meeting.place)
        self.way.setCurrentIndex(WAYS.index(meeting.way) if meeting.way in WAYS else 0)
        self._dial_in.load(meeting.dial_in)
        joins = meeting.way != "in person"
        self._dial_field.setVisible(joins)
        self.copy.setVisible(joins and bool(meeting.dial_in.strip()))
        self.duties.show_meeting(uid)
        editing = any(w.hasFocus() for w in (self.day, self.time, self.minutes))
        if fresh or not editing:
            for widget in (self.day, self.time, self.minutes):
                widget.blockSignals(True)
            self.day.setDate(dates.to_qdate(meeting.start.date()))
            self.time.setTime(dates.to_qtime(meeting.start.time()))
            self.minutes.setValue(meeting.minutes)
            for widget in (self.day, self.time, self.minutes):
                widget.blockSignals(False)
        self._show_state(meeting)

    def _show_state(self, meeting: MeetingView) -> None:
        note = ""
        if meeting.holiday is not None:
            note = self.tr("The group does not meet on this day. You can still do so this once.")
        elif meeting.cancelled:
            note = self.tr("It does not take place. The other dates stay as they are.")
        elif meeting.moved and meeting.planned is not None:
            note = self.tr("Moved. It would have been on {day}, {time}.").format(
                day=dates.long_day(meeting.planned.date()), time=dates.clock(meeting.planned)
            )
        elif meeting.extra:
            note = self.tr("An extra date, only this once.")
        self.note.setText(note)
        self.note.setVisible(bool(note))
        self.back.setVisible(meeting.cancelled or meeting.moved)
        self.back.setText(
            self.tr("Bring it back") if meeting.cancelled else self.tr("Back to its usual time")
        )
        if meeting.holiday is not None:
            self.back.setText(self.tr("Meet all the same"))
        self.cancel.setVisible(meeting.status == "planned")
        self.remove.setVisible(meeting.extra)
        self._show_move()

    def _show_move(self) -> None:
        meeting = self._service.meeting(self._uid)
        here = meeting is not None and (self._chosen(), self.minutes.value()) != (
            meeting.start,
            meeting.minutes,
        )
        self.move_button.setVisible(here)

    def _chosen(self) -> datetime:
        return datetime.combine(
            dates.from_qdate(self.day.date()), dates.from_qtime(self.time.time())
        )

    # -- doing -------------------------------------------------------------------------------

    def _set(self, **fields: str) -> None:
        self._service.set_meeting(self._uid, **fields)

    def _copy(self) -> None:
        meeting = self._service.meeting(self._uid)
        if meeting is None:
            return
        day, times = dates.long_day(meeting.start.date()), dates.span(meeting.start, meeting.end)
        place = meeting.place if meeting.way == "mixed" else ""
        way = render(words.WAY[meeting.way]) if meeting.way in words.WAY else meeting.way
        parts = (f"{day}, {times}", way, meeting.dial_in.strip(), place)
        copy_private("\n".join(p for p in parts if p))
        self._context.notice(
            translate("Meetings", "Copied for ten seconds. Paste it now into your message.")
        )

    def _save(self) -> None:
        from peerdesk.features.meetings import calendar_files as files

        title, kinds = self.tr("Save for a calendar"), self.tr("Calendar files (*.ics)")
        path = files.ask_where(self.window(), title, self.tr("Meeting"), kinds, ".ics")
        if path is None:
            return
        try:
            files.write(path, self._service.calendar_of_date(self._uid, self.tr("Meeting")))
        except KnownError as error:
            self._context.notice(error.text)
            return
        self._context.notice(translate("Meetings", "Saved as “{name}”.").format(name=path.name))

    def _move(self) -> None:
        # Pressing the button takes the focus from the fields, so they show what was saved.
        self._service.move(self._uid, self._chosen(), self.minutes.value())
        self.show_meeting(self._uid)

    def flush(self) -> None:
        """Save what is not saved yet, a new time among it: who leaves does not lose it."""
        flush_all(self._savers)
        if self._uid and not self.move_button.isHidden():
            self._move()

    def unsaved(self) -> str:
        """The words that could not be saved."""
        return unsaved_of(self._savers)
