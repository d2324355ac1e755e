"""The in-tray is taken over by hand, once."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import pytest

from peerdesk.core.errors import KnownError
from peerdesk.core.text import translate
from peerdesk.features.meetings.in_tray import service
from peerdesk.features.meetings.in_tray.service import InTrayService
from peerdesk.store import in_tray
from peerdesk.store.cabinet import Attendance, Group, ListingProblem, Meeting
from peerdesk.store.evening import Came, Extra
from peerdesk.store.listing_reports import Report
from peerdesk.store.listing_reports import write as write_report
from peerdesk.store.place import Place

from ..conftest import LABEL, person
from .conftest import GROUP, evening, flood, listed, put, put_evening, words


def test_a_slip_goes_into_the_topic_box_once(tray: InTrayService, shelf: Place) -> None:
    put(shelf, "How does one sleep?")
    put(shelf, "The number is old", "listing")
    first, second = tray.look().slips
    assert (first.words, first.listing, second.listing) == ("How does one sleep?", False, True)
    assert tray.look().count == 2
    assert tray.to_topics(first.key)
    assert not tray.to_topics(first.key)
    assert not tray.to_topics(b"?" * 16)
    assert [(t.words, t.source) for t in tray.topics()] == [("How does one sleep?", "in-tray")]
    assert words(tray) == ["The number is old"]
    tray.cabinet.undo()
    assert words(tray) == ["How does one sleep?", "The number is old"]
    assert tray.topics() == ()
    tray.put_away(first.key)
    tray.put_away(second.key)
    tray.put_away(second.key)
    assert tray.look().count == 0
    tray.tidy()
    assert in_tray.boxes(shelf, GROUP) == ()
    assert tray.settle() == ()


def test_a_stand_ins_evening_is_taken_over_by_hand(
    tray: InTrayService, shelf: Place, tonight: bytes
) -> None:
    put_evening(shelf, evening(tray, tonight, extras=(Extra("Zoe", new=True), Extra(""))))
    (found,) = tray.look().evenings
    assert found.meeting is not None
    assert (found.meeting.uid, found.beside) == (tonight, False)
    assert (found.here, found.new, found.names) == (2, 1, ("Zoe",))
    assert found.began_at == found.meeting.starts_at
    assert Meeting.get_or_none(Meeting.uid == tonight) is None, "nothing by itself"
    assert tray.take_over(found.key) == tonight
    assert Meeting.get(Meeting.uid == tonight).came_up == "Sleep"
    assert tray.take_over(found.key) is None
    tray.cabinet.undo()
    assert [e.key for e in tray.look().evenings] == [found.key]
    assert Meeting.get_or_none(Meeting.uid == tonight) is None
    tray.put_away(found.key)
    assert tray.was_merged(found.key)
    assert [str(text) for text in tray.settle()] == [
        "An evening was put in again that was here before. It was put away."
    ]


def test_an_evening_nobody_planned_becomes_a_date_of_its_own(
    tray: InTrayService, shelf: Place
) -> None:
    put_evening(shelf, evening(tray, b""), b"1" * 16)
    put_evening(shelf, evening(tray, b""), b"2" * 16)
    assert [str(text) for text in tray.settle()] == [
        "An evening had been put in twice. The second was put away."
    ]
    (found,) = tray.look().evenings
    assert found.meeting is None
    made = tray.take_over(found.key)
    assert made is not None
    assert Meeting.get(Meeting.uid == made).sheet_uid == found.key


def test_a_forged_evening_marks_nobody_and_overwrites_nothing(
    tray: InTrayService, shelf: Place, tonight: bytes
) -> None:
    ana = person(tray.cabinet, "Ana")
    own = evening(tray, tonight, sheet=(b"o" * 16).hex(), people=(Came(ana.hex(), "here"),))
    assert tray.merge(own)
    before = tray.cabinet.rows("SELECT * FROM attendance")
    forged = evening(tray, tonight, people=(Came(ana.hex(), "away"),), words="Forged")
    put_evening(shelf, forged)
    (found,) = tray.look().evenings
    assert found.beside
    assert tray.settle() == ()
    row = Meeting.get(Meeting.uid == tonight)
    assert (bytes(row.sheet_uid), row.came_up) == (b"o" * 16, "Sleep")
    assert tray.take_over(found.key) == tonight  # somebody looked, and wants it all the same
    row = Meeting.get(Meeting.uid == tonight)
    assert (bytes(row.sheet_uid), row.came_up) == (b"o" * 16, "Sleep\nForged")
    assert tray.cabinet.rows("SELECT * FROM attendance") == before
    assert Attendance.get().status == "here"


def test_a_forged_evening_keeps_no_other_away(
    tray: InTrayService, shelf: Place, tonight: bytes
) -> None:
    """The uid of a sheet is the name of its file, which anybody at the computer can read."""
    own = evening(tray, tonight, words="Really said")
    put_evening(shelf, replace(own, words="Forged"))
    (forged,) = tray.look().evenings
    tray.put_away(forged.key)
    assert tray.merge(own), "the sheet of a meeting that ran is taken over all the same"
    assert Meeting.get(Meeting.uid == tonight).came_up == "Really said"


def test_of_two_evenings_with_one_sheet_somebody_says_which(
    tray: InTrayService, shelf: Place, tonight: bytes
) -> None:
    own = evening(tray, tonight, words="Really said")
    put_evening(shelf, replace(own, words="Forged"))
    put_evening(shelf, own)
    forged, real = tray.look().evenings
    assert forged.key != real.key
    tray.put_away(forged.key)
    assert [e.key for e in tray.look().evenings] == [real.key]
    assert tray.take_over(real.key) == tonight
    assert Meeting.get(Meeting.uid == tonight).came_up == "Really said"
    assert tray.look().count == 0


def test_a_closed_meeting_is_offered_beside(
    tray: InTrayService, shelf: Place, tonight: bytes
) -> None:
    with tray.cabinet.operation(LABEL):
        row = tray._row(tonight)
        Meeting.update(status="closed", closed_at=1).where(Meeting.id == row).execute()
    put_evening(shelf, evening(tray, tonight))
    assert tray.look().evenings[0].beside


def test_one_press_takes_out_so_much_and_no_more(
    tray: InTrayService, shelf: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(service, "MOST_TURNS", 2)
    put(shelf, "Real words")
    flood(shelf, 3 * in_tray.MOST_BOXES)
    assert tray.clear_unreadable() == 2 * in_tray.MOST_BOXES
    assert tray.clear_unreadable() == in_tray.MOST_BOXES
    assert words(tray) == ["Real words"]


def test_keys_of_sheets_go_when_they_have_done_their_work(
    tray: InTrayService, shelf: Place
) -> None:
    put(shelf, b"k" * 48, "sheet key", row=b"1" * 16)
    put(shelf, "words")
    assert tray.sheet_keys() == ((b"1" * 16, b"k" * 48),)
    tray.done_with([b"1" * 16])
    assert tray.sheet_keys() == ()
    assert words(tray) == ["words"]


def setting(shelf: Place) -> list[tuple[object, ...]]:
    return shelf.rows("SELECT value FROM setting WHERE key = ?", in_tray.OPEN + GROUP.hex())


def test_the_welcome_page_is_told_whether_slips_are_taken(
    tray: InTrayService, shelf: Place
) -> None:
    assert tray.is_open
    tray.publish()
    assert setting(shelf) == [("",)], "the name of the group stands nowhere yet"
    tray.publish()
    shelf.undo()
    assert setting(shelf) == [("",)], "it follows from the switch"
    tray.add_series("Tuesday Circle", datetime(2026, 9, 1, 18, 30), public=True)
    tray.settle()
    assert setting(shelf) == [("Tuesday Circle",)]
    tray.set_way("in_tray", False)
    tray.publish()
    assert setting(shelf) == []


def test_without_a_group_there_is_nothing(tray: InTrayService, shelf: Place) -> None:
    with tray.cabinet.operation(LABEL):
        Group.delete().execute()
    assert tray.settle() == ()
    assert tray.look().count == 0
    assert setting(shelf) == []


def test_what_cannot_be_written_is_said_and_holds_up_no_lock(
    tray: InTrayService, shelf: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Full:
        def execute(self, *_: object) -> None:
            import sqlcipher3.dbapi2 as driver

            raise driver.OperationalError("database or disk is full")

        def close(self) -> None: ...

    monkeypatch.setattr(shelf, "another", Full)
    with pytest.raises(KnownError, match="no room left"):
        tray.publish()

    def no_room(*_: object) -> None:
        raise KnownError(translate("InTray", "no room"))

    monkeypatch.setattr(service.in_tray, "remove", no_room)
    tray.tidy()


def test_a_listing_goes_among_those_to_ring(tray: InTrayService, shelf: Place) -> None:
    uid = listed(shelf)
    for report in (
        Report(uid, "Other name"),
        Report(uid, "Warm Rooms", "It moved"),
        Report(b"?" * 16, "Nowhere", "Old"),
        Report(None, "", "Just words"),
    ):
        put(shelf, write_report(report), "listing")
    put(
        shelf,
        write_report(Report(uid, "Warm Rooms", "x")).replace(b'"x"', b'"\xe2\x80\xae"'),
        "listing",
    )
    put(shelf, b"\xff", "listing")
    seen = tray.look()
    assert [(s.about, s.words, s.listing) for s in seen.slips] == [
        ("Warm Rooms", "", True),
        ("Warm Rooms", "It moved", True),
        ("", "Old", True),
        ("", "Just words", True),
    ]
    assert seen.unreadable == 2
    number, words, gone, none = (s.key for s in seen.slips)
    assert not tray.to_calls(gone)
    assert not tray.to_calls(none)
    assert not tray.to_calls(b"?" * 16)
    assert not tray.to_topics(b"?" * 16)
    assert shelf.rows("SELECT * FROM service_check") == []
    assert tray.to_calls(words)
    assert shelf.rows("SELECT * FROM service_check") == []
    assert tray.to_calls(number)
    assert not tray.to_calls(number)
    assert shelf.rows("SELECT service_uid, how FROM service_check") == [(uid, "told")]
    kept = [(p.words, p.source, bytes(p.service_uid)) for p in ListingProblem.select()]
    assert kept == [("It moved", "tray", uid), ("", "tray", uid)]
    assert len(tray.look().slips) == 2
    tray.cabinet.undo()
    assert len(tray.look().slips) == 3
