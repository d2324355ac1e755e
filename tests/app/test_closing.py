"""Closing an evening in the whole house: into the drawer, without the sidebar, without names."""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

import pytest
from PySide6.QtWidgets import QApplication

from peerdesk.app.closing import keyholder, names_in, names_out
from peerdesk.app.gallery.closing import closing, left_overs
from peerdesk.app.gallery.surfaces import Stage, stage
from peerdesk.features.meetings.closing.page import ClosingPage
from peerdesk.features.meetings.closing.today import LeftCard, StepsToAsk
from peerdesk.features.meetings.service import MeetingsService
from peerdesk.features.notes.service import NotesService
from peerdesk.features.people.page import PeoplePage
from peerdesk.store.cabinet import Keyholder
from tests.tiny_app import TINY


@pytest.fixture
def scene(qapp: QApplication) -> Iterator[Stage]:
    with stage(qapp, TINY) as made:
        yield made


def test_one_thing_to_do_stands_alone(scene: Stage) -> None:
    closing(scene)
    desk = scene.signed_in("closing", names=True)
    window = desk.window
    window.show()
    page = cast(ClosingPage, window.pages["closing"])
    assert not window.sidebar.isVisible()
    assert not window.header.find_button.isVisible()
    assert not window.header.names_button.isVisible()
    desk.context.names.close()
    assert window.header.names_button.isVisible(), "what shows the names is within reach"
    page.done.click()
    assert window.current == "today"
    assert window.sidebar.isVisible()
    assert window.header.find_button.isVisible()
    assert window.undo_bar.isVisible()
    window.undo()
    meeting = page.service.meetings.meeting(page._uid)
    assert meeting is not None
    assert not meeting.closed


def test_how_are_you_is_a_note_of_ones_own(scene: Stage) -> None:
    closing(scene)
    desk = scene.signed_in("closing", names=True)
    page = cast(ClosingPage, desk.window.pages["closing"])
    notes = NotesService(desk.context.drawer)
    before = notes.count()
    page.me.area.setPlainText("Tired.")
    page.flush()
    page.me.area.setPlainText("Tired and glad.")
    page.flush()
    assert notes.count() == before + 1
    (row,) = notes.rows(notes.ids()[:1])
    note = notes.note(row.uid)
    assert note is not None
    assert note.title == "After the meeting of Tuesday 24 November"
    assert note.body == "Tired and glad."
    assert notes.belonging_to(page._uid) == [notes.id_of(row.uid)]


def test_the_names_of_the_group_are_found_and_left_out() -> None:
    assert names_in("Élodie's garden", ["Elodie", "Ana"]) == ["Elodie"]
    assert names_out("Ana's garden", ["Ana"], "someone") == "someone's garden"


def test_who_sits_here_holds_a_key(scene: Stage) -> None:
    desk = scene.signed_in("today")
    assert keyholder(desk.context) == bytes(Keyholder.get(Keyholder.name == "Maria").uid)


def test_today_shows_what_was_left(scene: Stage) -> None:
    left_overs(scene)
    desk = scene.signed_in("today", names=True)
    today = desk.window.pages["today"]
    (left,) = today.findChildren(LeftCard)
    assert [r.words.text() for r in left.reach.rows] == [
        "Tom, after the first time",
        "Una, away 3 times",
    ]
    assert not left.open_card.isHidden()
    left.reach.rows[0].tick.click()
    assert [r.words.text() for r in left.reach.rows] == ["Una, away 3 times"]
    (steps,) = today.findChildren(StepsToAsk)
    assert len(steps.findChildren(type(left.reach.rows[0].words))) > 1


def test_a_group_without_names_has_no_people(scene: Stage) -> None:
    desk = scene.signed_in("people", names=True)
    window = desk.window
    window.show()
    entry = window.sidebar.entry("people")
    assert entry.isVisible()
    find = window.rooms["people"].find
    assert find is not None
    assert find(desk.context, "ana")
    service = MeetingsService(desk.context.cabinet, desk.context.shelf)
    service.set_way("no_names", on=True)
    assert not entry.isVisible()
    assert find(desk.context, "ana") == []
    window.go("people")
    assert window.current == "today"
    window.open("people", "person", b"x" * 16)
    assert window.current == "today"
    assert window.pages["today"].findChildren(StepsToAsk)[0].isHidden()
    window.undo()
    assert entry.isVisible()


def test_how_often_somebody_came_stands_with_them(scene: Stage) -> None:
    desk = scene.signed_in("people", names=True)
    page = cast(PeoplePage, desk.window.pages["people"])
    service = MeetingsService(desk.context.cabinet)
    coming = service.next_meeting()
    assert coming is not None
    uid = next(m.person for m in service.attendance(coming.uid) if m.name == "Ana")
    page.open_item("person", uid)
    assert page.detail.reading.often.text() == "6 of 6 evenings when expected"
    uid = next(m.person for m in service.attendance(coming.uid) if m.name == "Jo")
    page.open_item("person", uid)
    assert page.detail.reading.often.text() == "3 of 6 evenings when expected"
