"""The in-tray is taken over by hand, once, and nothing in it can do harm."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

from peerdesk.core.clock import FixedClock
from peerdesk.core.errors import KnownError
from peerdesk.core.text import translate
from peerdesk.features.meetings import in_tray as module
from peerdesk.features.meetings.in_tray import InTrayService, plain
from peerdesk.safe import seals
from peerdesk.safe.in_tray import KINDS, seal
from peerdesk.store import in_tray
from peerdesk.store.cabinet import Attendance, Group, ListingProblem, Meeting, open_cabinet
from peerdesk.store.evening import Came, Extra, Result, write
from peerdesk.store.listing_reports import Report
from peerdesk.store.listing_reports import write as write_report
from peerdesk.store.place import Place
from peerdesk.store.shelf import CabinetCard
from peerdesk.store.waiting import anew

from .conftest import LABEL, person

GROUP = b"g" * 16
PAIR = seals.new_keypair()
MINUTE = 60_000


@pytest.fixture
def cabinet(tmp_path: Path, clock: FixedClock) -> Iterator[Place]:
    place = open_cabinet(tmp_path / "c.safe", bytes(range(32)), clock, tmp_path / "backups")
    with place.operation(LABEL):
        Group.create(
            uid=GROUP,
            name="Tuesday Circle",
            public_key=PAIR.public,
            secret_key=PAIR.secret,
            recovery_public=b"r" * 32,
            recovery_printed_at=1,
        )
    yield place
    place.close()


@pytest.fixture
def tray(cabinet: Place, shelf: Place) -> InTrayService:
    return InTrayService(cabinet, shelf)


def put(
    shelf: Place, data: str | bytes, kind: str = "slip", uid: bytes = b"", row: bytes = b""
) -> None:
    import os

    data = data.encode() if isinstance(data, str) else data
    box = seal(PAIR.public, GROUP, uid or os.urandom(16), kind, data)
    in_tray.put_into(shelf, GROUP, box, row or os.urandom(16), LABEL)


def evening(tray: InTrayService, meeting: bytes, **fields: object) -> Result:
    found = tray.meeting(meeting)
    at = tray.clock.now_ms() if found is None else found.starts_at
    made = Result(
        sheet=(b"s" * 16).hex(),
        meeting=meeting.hex(),
        group=GROUP.hex(),
        started_at=at,
        ended_at=at + 80 * MINUTE,
        start="" if found is None else found.start.strftime("%Y-%m-%dT%H:%M"),
        zone="Europe/London",
        extras=(Extra("", new=True), Extra("")),
        words="Sleep",
    )
    return replace(made, **fields)  # type: ignore[arg-type]


def put_evening(shelf: Place, result: Result, row: bytes = b"") -> None:
    put(shelf, write(result), "evening", bytes.fromhex(result.sheet), row)


def words(tray: InTrayService) -> list[str]:
    return [slip.words for slip in tray.look().slips]


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


def test_twice_and_again_is_said(tray: InTrayService, shelf: Place) -> None:
    put(shelf, "One", uid=b"1" * 16)
    put(shelf, "One", uid=b"1" * 16)
    put(shelf, "Another of the same uid", uid=b"1" * 16)
    assert words(tray) == ["One", "Another of the same uid"]
    said = [str(text) for text in tray.settle()]
    assert said == ["One slip had been put in twice. The second was put away."]
    assert len(in_tray.boxes(shelf, GROUP)) == 2
    tray.to_topics(tray.look().slips[0].key)
    tray.tidy()
    put(shelf, "One", uid=b"1" * 16)
    assert words(tray) == ["Another of the same uid"], "nobody keeps a slip away by its uid"
    said = [str(text) for text in tray.settle()]
    assert said == ["A slip was put in again that was here before. It was put away."]
    for _ in range(3):
        put(shelf, "Two", uid=b"2" * 16)
    put(shelf, "One", uid=b"1" * 16)
    put(shelf, "One", uid=b"1" * 16)
    said = [str(text) for text in tray.settle()]
    assert said == [
        "2 things had been put in twice. They were put away.",
        "2 things were put in again that were here before. They were put away.",
    ]
    assert len(tray.topics()) == 1


def test_what_nobody_can_read_harms_nothing(tray: InTrayService, shelf: Place) -> None:
    put(shelf, b"\xff\xfe")
    put(shelf, "x" * (in_tray.MOST_WORDS + 1))
    put(shelf, " \u202e ")
    put(shelf, "{}", "evening")
    put(shelf, write(Result("00" * 16, "", "ff" * 16, 0, 0)), "evening", b"\0" * 16)
    put(shelf, write(Result("00" * 16, "", GROUP.hex(), 0, 0)), "evening", b"\1" * 16)
    in_tray.put_into(shelf, GROUP, b"x" * in_tray.SIZES[0], b"r" * 16, LABEL)
    shelf.database.connection().execute(
        "INSERT INTO in_tray(uid, group_uid, box) VALUES (?, ?, zeroblob(100000))",
        (b"h" * 16, GROUP),
    )
    put(shelf, "key", "sheet key")
    seen = tray.look()
    assert (seen.slips, seen.evenings, seen.unreadable) == ((), (), 8)
    assert tray.settle() == ()
    assert tray.look().unreadable == 8, "only who looks at them puts them away"
    assert tray.clear_unreadable() == 8
    assert tray.look().unreadable == 0
    assert len(in_tray.boxes(shelf, GROUP)) == 1, "the key is for another"


def test_words_cannot_look_like_others() -> None:
    assert plain("a\u202eb\tc\x00d\n\u2066e ") == "ab c d\ne"
    assert plain("م\u200cی") == "م\u200cی"


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


def test_a_box_an_older_peerdesk_sealed_anew_is_there_once(
    tray: InTrayService, shelf: Place
) -> None:
    """Of the two that lie there after a power cut, one opens."""
    new = seals.new_keypair()
    put(shelf, "Before the new key", row=b"1" * 16)
    box = seal(new.public, GROUP, b"1" * 16, "slip", b"Before the new key")
    in_tray.put_into(shelf, GROUP, box, anew(b"1" * 16), LABEL)
    seen = tray.look()
    assert (len(seen.slips), seen.unreadable) == (1, 0), "cut off: the old key opens the old one"
    with tray.cabinet.operation(LABEL):
        Group.update(secret_key=new.secret, public_key=new.public).execute()
    fresh = InTrayService(tray.cabinet, shelf)
    seen = fresh.look()
    assert (len(seen.slips), seen.unreadable) == (1, 0), "or the new key the new one"
    assert fresh.settle() == ()
    assert [box.uid for box in in_tray.boxes(shelf, GROUP)] == [anew(b"1" * 16)]


def test_what_was_sealed_to_the_key_before_is_not_lost(tray: InTrayService, shelf: Place) -> None:
    """Put in during the seconds of a change of key, or before a power cut; and the key before goes
    as soon as the shelf tells the new one."""
    new = seals.new_keypair()
    put(shelf, "In these very seconds")
    with tray.cabinet.operation(LABEL):
        Group.update(
            secret_key=new.secret, public_key=new.public, former_secret=PAIR.secret
        ).execute()
    fresh = InTrayService(tray.cabinet, shelf)
    assert words(fresh) == ["In these very seconds"]
    fresh.settle()
    assert Group.get().former_secret is not None, "somebody may still seal to it"
    put(shelf, "And one more")
    with shelf.operation(LABEL):
        CabinetCard.create(uid=GROUP, file_id="f", generation=2, public_key=new.public)
    assert fresh.settle() == ()
    assert Group.get().former_secret is None
    assert words(fresh) == words(InTrayService(tray.cabinet, shelf))
    assert words(fresh) == ["In these very seconds", "And one more"]
    put(shelf, "Sealed to the key that is gone")
    assert (len(fresh.look().slips), fresh.look().unreadable) == (2, 1)


def flood(shelf: Place, many: int, group: bytes = GROUP, first: int = -100_000) -> None:
    """Rows somebody wrote past us, before what lies there."""
    shelf.database.connection().execute(
        "WITH RECURSIVE n(x) AS (SELECT ? UNION ALL SELECT x + 1 FROM n LIMIT ?)"
        " INSERT INTO in_tray(id, uid, group_uid, box)"
        " SELECT x, randomblob(16), ?, randomblob(?) FROM n",
        (first, many, group, in_tray.SIZES[0]),
    )


def test_however_much_lies_there_a_sign_in_reads_so_much(
    tray: InTrayService, shelf: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(shelf, "Real words")
    flood(shelf, 3 * in_tray.MOST_BOXES)
    opened: list[bytes] = []
    real = module.safe_tray.open_box

    def counted(secret: bytes, group: bytes, box: bytes) -> module.Slip | None:
        opened.append(box)
        return real(secret, group, box)

    monkeypatch.setattr(module.safe_tray, "open_box", counted)
    (told,) = tray.settle()
    assert "More lies in the in-tray" in str(told)
    seen = tray.look()
    assert (seen.slips, seen.unreadable, seen.more) == ((), in_tray.MOST_BOXES, True)
    tray.look()
    assert len(opened) == in_tray.MOST_BOXES
    assert tray.clear_unreadable() == 3 * in_tray.MOST_BOXES, "one press is enough"
    assert words(tray) == ["Real words"]
    assert not tray.look().more
    assert tray.settle() == ()


def test_one_press_takes_out_so_much_and_no_more(
    tray: InTrayService, shelf: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "MOST_TURNS", 2)
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


def test_another_box_under_the_same_uid_is_looked_at(tray: InTrayService, shelf: Place) -> None:
    put(shelf, "One", row=b"1" * 16)
    assert words(tray) == ["One"]
    in_tray.remove(shelf, [b"1" * 16], LABEL)
    put(shelf, "Another", row=b"1" * 16)
    assert words(tray) == ["Another"]


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
    tray.publish()
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

    monkeypatch.setattr(module.in_tray, "remove", no_room)
    tray.tidy()


def test_every_kind_is_looked_at(tray: InTrayService, shelf: Place) -> None:
    for kind in KINDS:
        put(shelf, "words", kind)
    assert (len(tray.look().slips), tray.look().unreadable) == (2, 1)


def listed(shelf: Place) -> bytes:
    """A service of local help."""
    run = shelf.database.connection().execute
    run("INSERT INTO organization (id, uid, name) VALUES (1, ?, 'O')", (b"o" * 16,))
    sql = "INSERT INTO service (uid, organization_id, name) VALUES (?, 1, 'Warm Rooms')"
    run(sql, (b"w" * 16,))
    return b"w" * 16


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
