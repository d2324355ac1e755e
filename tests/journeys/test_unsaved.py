"""What somebody typed on any page while the disk was full: it waits, and is not lost at a lock."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from peerdesk.app.help_now.service import CrisisService
from peerdesk.features.meetings.service import MeetingsService
from peerdesk.features.people.service import PeopleService
from peerdesk.store.connection import DiskFull
from peerdesk.store.place import Place

from .conftest import Seat, TestDesk
from .person import Person
from .walks import make_group, signs_in

WORDS = "Petunia and nobody else"


class Disk:
    """Nothing at all can be kept while it is full."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.full, real = False, Place.operation

        def operation(place, label, merge=None):
            if self.full:
                raise DiskFull()
            return real(place, label, merge)

        monkeypatch.setattr(Place, "operation", operation)


@pytest.fixture
def disk(monkeypatch) -> Disk:
    return Disk(monkeypatch)


@dataclass
class Here:
    """Somebody who is signed in, and the disk."""

    desk: TestDesk
    person: Person
    disk: Disk

    @property
    def cabinet(self):
        return self.desk.signed_in.session.cabinet

    @property
    def shelf(self):
        return self.desk.signed_in.session.shelf

    def page(self, key: str):
        return self.desk.signed_in.window.go(key)


@pytest.fixture
def here(sit_down: Seat, tiny_kdf, disk) -> Here:
    make_group(sit_down.workspace, tiny_kdf, sit_down.clock, shared=False)
    desk, person = sit_down()
    signs_in(person)
    person.waits_for_window("MainWindow")
    person.waits_for("Today")
    made = Here(desk, person, disk)
    PeopleService(made.cabinet).add_person("Ana")
    return made


def meeting_theme(here: Here):
    page = here.page("meetings")
    page.card.show_part(2)
    return here.person.field("Theme"), lambda: MeetingsService(here.cabinet).next_meeting().theme


def meeting_lead(here: Here):
    here.page("meetings").card.show_part(2)
    return here.person.field("Who leads"), lambda: MeetingsService(here.cabinet).next_meeting().lead


def agenda_words(here: Here):
    page = here.page("meetings")
    service = MeetingsService(here.cabinet)
    uid = service.next_meeting().uid
    return page.card.agenda.editor.say, lambda: service.agenda(uid)[0].say


def agreement_line(here: Here):
    page = here.page("meetings")
    page.show_ways()
    return page.ways.lines.rows[2].words, lambda: page.service.agreement()[2].words


def slip(here: Here):
    page = here.page("meetings")
    page.card.agenda.ask.click()
    return page.card.agenda.topics.typed, lambda: " ".join(t.words for t in page.service.topics())


def question(here: Here):
    page = here.page("meetings")
    page.service.ask("Sleep")
    page.card.agenda.ask.click()
    return page.card.agenda.topics.rows[0].words, lambda: page.service.topics()[0].words


def template_name(here: Here):
    page = here.page("meetings")
    view = page.card.agenda.templates
    page.card.agenda.choose.click()
    view.keep.click()
    return view.preview.name, lambda: page.service.templates()[0].name


def series_place(here: Here):
    here.page("meetings").edit_series()
    return here.person.field("Place"), lambda: MeetingsService(here.cabinet).series()[0].place


def person_form(here: Here):
    page = here.page("people")
    page.detail.edit("languages")
    uid = page.detail.person.uid
    return here.person.field("Languages"), lambda: page.service.detail(uid)["languages"]


def person_in_place(here: Here):
    page = here.page("people")
    uid = page.detail.person.uid
    place = page.detail.reading.places["safe_contact"]
    place.start()
    return place.editor.box, lambda: page.service.detail(uid)["safe_contact"]


def service_form(here: Here):
    page = here.page("directory")
    uid = page.service.add_service("Warm Rooms")
    page.open_item("service", uid)
    page.edit_service()
    return here.person.field("What it does"), lambda: page.service.detail(uid).description


def settings_centre(here: Here):
    page = here.page("settings")
    page.centre.clear()
    return page.centre, lambda: page.computer.centre


def crisis_row(here: Here):
    CrisisService(here.shelf).add("Front desk", "", "1")
    page = here.page("help")
    page.toggle()
    row = page.editor.rows[-1]
    return row.fields["detail"], lambda: CrisisService(here.shelf).lines()[-1].detail


def before_the_meeting(here: Here):
    page = here.page("today")
    return page.before.line, lambda: " ".join(
        str(c.words) for c in page.service.checks(page.service.next_meeting().uid)
    )


EVERY = [
    meeting_theme,
    meeting_lead,
    agenda_words,
    agreement_line,
    slip,
    question,
    template_name,
    series_place,
    person_form,
    person_in_place,
    service_form,
    settings_centre,
    crisis_row,
    before_the_meeting,
]
Field = Callable[[Here], tuple[QWidget, Callable[[], str]]]
everywhere = pytest.mark.parametrize("field", EVERY, ids=lambda field: field.__name__)


def types(here: Here, editor: QWidget) -> None:
    here.disk.full = True
    editor.setFocus()
    editor.selectAll()
    QApplication.clipboard().setText(WORDS)
    here.person.holds(Qt.Key.Key_V)


@everywhere
def test_the_words_come_back_after_a_lock(here: Here, sit_down: Seat, field: Field) -> None:
    editor, _kept = field(here)
    types(here, editor)
    here.desk.lock("welcome", "session")
    assert here.desk.next_start is not None, "nobody waits when the session is locked"
    boxes = here.desk.carried
    assert len(boxes) == 1
    assert b"Petunia" not in boxes[0]
    desk, person = sit_down.come_back()
    here.disk.full = False
    desk.carried = boxes
    signs_in(person)
    person.waits_for_window("MainWindow")
    person.waits_for("The words that could not be saved are in My notes now.")
    person.presses("My notes")
    person.waits_for("Words from before the lock")
    person.waits_for(WORDS)


@everywhere
def test_they_are_saved_once_there_is_room(here: Here, field: Field) -> None:
    editor, kept = field(here)
    types(here, editor)
    here.desk.signed_in.window.sidebar.setFocus()
    here.person.key(Qt.Key.Key_Tab)
    QApplication.processEvents()
    assert WORDS not in kept()
    if field not in (before_the_meeting, slip):  # kept by Enter, not by going on
        here.person.waits_for("no room left")
    here.disk.full = False
    here.desk.signed_in.window.go("notes")
    assert kept().strip() == WORDS
    assert here.desk.signed_in.leaving.save() == ("", "")


@everywhere
def test_another_room_and_back_loses_nothing(here: Here, field: Field) -> None:
    editor, kept = field(here)
    types(here, editor)
    here.desk.signed_in.window.go("notes")
    assert here.person.sees("no room left")
    assert WORDS in here.desk.signed_in.leaving.save()[1]
    here.disk.full = False
    here.desk.signed_in.window.flush()
    assert kept().strip() == WORDS


def test_what_words_belong_to_stays_open(here: Here) -> None:
    """Words about Ana would otherwise stand in the fields of Bo, or be gone."""
    here.page("people").service.add_person("Bo")
    editor, kept = person_form(here)
    types(here, editor)
    here.person.picks("Bo")
    page = here.page("people")
    assert page.detail.person["name"] == "Ana"
    assert page.table.current_id() == page.detail.person.id
    assert WORDS in page.unsaved()
    here.disk.full = False
    here.person.picks("Bo")
    assert page.detail.person["name"] == "Bo"
    assert kept() == WORDS

    here.person.waits_for("Bo")
    editor, kept = meeting_theme(here)
    page = here.page("meetings")
    first = page.card.uid
    types(here, editor)
    other = MeetingsService(here.cabinet).next_meetings()[1].uid
    page.list.picked.emit(other)
    assert page.card.uid == first
    page.open_item("meeting", other)
    assert page.card.uid == first
    here.disk.full = False
    page.open_item("meeting", other)
    assert page.card.uid == other
    assert MeetingsService(here.cabinet).meeting(first).theme == WORDS


@pytest.mark.parametrize("room", ["notes", "team"])
def test_a_note_that_waits_stays_open(here: Here, room: str) -> None:
    page = here.page(room)
    for title in ("Kettle", "Chairs"):
        page.begin()
        here.person.keys(title)
        page.flush()
    here.disk.full = True
    here.person.keys(" and Petunia")
    here.person.picks("Kettle")
    assert page.card.uid is not None
    assert "Chairs and Petunia" in page.unsaved()
    assert here.person.sees("no room left")
    page.begin()
    assert "Chairs and Petunia" in page.unsaved()
    here.disk.full = False
    here.person.picks("Kettle")
    assert page.unsaved() == ""
    here.person.waits_for("Chairs and Petunia")


def test_the_steps_about_keys_wait_for_words(here: Here) -> None:
    editor, _kept = settings_centre(here)
    types(here, editor)
    keys = here.desk.signed_in.keys
    keys.change_password()
    assert here.desk.signed_in is not None
    assert here.person.sees("Save again")
    here.disk.full = False
    keys.change_password()
    assert here.desk.signed_in is None
    assert type(here.person.window).__name__ != "MainWindow"
