"""The list of what was erased: written with the erasing, applied before anybody sees a copy."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2 as sqlcipher

from peerdesk.core.clock import FixedClock
from peerdesk.core.ids import natural_uid, new_uid
from peerdesk.core.text import translate
from peerdesk.store import cabinet as rows
from peerdesk.store import erased
from peerdesk.store.connection import connect
from peerdesk.store.erased import Gone
from peerdesk.store.place import Place

DO = translate("Test", "Do")


def person(name: str) -> rows.Person:
    return rows.Person.create(uid=new_uid(), name=name, added_at=1, changed_at=1)


@pytest.fixture
def evening(cabinet: Place) -> tuple[bytes, rows.Meeting]:
    """Ana was here and led; Bo only came."""
    with cabinet.operation(DO):
        ana, bo = person("Ana"), person("Bo")
        meeting = rows.Meeting.create(
            uid=new_uid(), start="2026-11-17T18:30", zone="UTC", minutes=90, lead="Ana", door="Bo"
        )
        rows.AgendaItem.create(
            uid=new_uid(), meeting=meeting, position=0, title="Round", minutes=5, lead="Ana"
        )
        for who, status in ((ana, "here"), (bo, "away")):
            rows.Attendance.create(
                uid=natural_uid("attendance", meeting.uid, who.uid),
                meeting=meeting,
                person=who,
                status=status,
                marked_at=1,
            )
    return bytes(ana.uid), meeting


def test_erasing_writes_what_went_and_nothing_that_may_come_again(
    cabinet: Place, evening: tuple[bytes, rows.Meeting]
) -> None:
    uid, _ = evening
    with cabinet.erasing(DO):
        rows.Person.delete().where(rows.Person.uid == uid).execute()
    assert erased.erased_in(cabinet.database.connection()) == {
        Gone(uid, "person", cabinet.clock.now_ms())
    }


def test_a_row_that_is_made_again_in_the_same_erasing_is_not_gone(cabinet: Place) -> None:
    with cabinet.operation(DO):
        uid = bytes(person("Ana").uid)
    with cabinet.erasing(DO):
        rows.Person.delete().where(rows.Person.uid == uid).execute()
        rows.Person.create(uid=uid, name="Ana", added_at=1, changed_at=1)
    assert not erased.erased_in(cabinet.database.connection())


def test_the_list_is_not_undone(cabinet: Place) -> None:
    with cabinet.operation(DO):
        person("Ana")
        erased.withdraw_key(cabinet.database.connection(), bytes(32), 7)
    cabinet.undo()
    (gone,) = erased.erased_in(cabinet.database.connection())
    assert gone == Gone(erased.fingerprint(bytes(32)), erased.KEY, 7)


def test_applying_keeps_head_counts_and_takes_the_name_out(
    cabinet: Place, evening: tuple[bytes, rows.Meeting]
) -> None:
    uid, _meeting = evening
    raw = cabinet.database.connection()
    gone = [
        Gone(uid, "person", 5),
        Gone(new_uid(), "person", 6),
        Gone(new_uid(), "no such table", 7),
        Gone(new_uid(), "sqlite_master", 8),
        Gone(bytes(16), erased.DRAWER, 9),
    ]
    assert erased.holds(raw, gone)
    erased.apply(raw, gone)
    assert not erased.holds(raw, gone)
    assert cabinet.rows("SELECT name FROM person") == [("Bo",)]
    assert cabinet.rows("SELECT walk_ins, lead, door FROM meeting") == [(1, "", "Bo")]
    assert cabinet.rows("SELECT lead FROM agenda_item") == [("",)]
    assert cabinet.rows("SELECT count(*) FROM attendance") == [(1,)]
    assert erased.erased_in(raw) == set(gone)
    assert erased.newest(gone) == 9


def test_applying_takes_duties_absences_and_lines_of_sheets_along(
    cabinet: Place, evening: tuple[bytes, rows.Meeting]
) -> None:
    """As erasing in the group does, also where the row of the person went before."""
    uid, meeting = evening
    with cabinet.operation(DO):
        rows.Duty.create(uid=new_uid(), meeting=meeting, role="door", who=uid.hex(), cover="Ana")
        rows.Away.create(uid=new_uid(), who=uid.hex(), first="2026-12-01", last="2026-12-02")
        rows.Away.create(uid=new_uid(), who="Ana", first="2026-12-01", last="2026-12-02")
        order = f"{uid.hex()},,{'ab' * 16}"
        rows.GroupSetting.create(uid=new_uid(), key="sheet 00", value=order)
    raw = cabinet.database.connection()
    erased.apply(raw, [Gone(uid, "person", 5)])
    assert cabinet.rows("SELECT who, cover FROM duty") == [("", "")]
    assert cabinet.rows("SELECT count(*) FROM away") == [(0,)]
    assert cabinet.rows("SELECT value FROM group_setting") == [(f"-,,{'ab' * 16}",)]
    raw.execute("UPDATE group_setting SET value = ?", (order,))
    erased.apply(raw, [Gone(uid, "person", 5)])
    assert cabinet.rows("SELECT value FROM group_setting") == [(f"-,,{'ab' * 16}",)]


def test_applying_takes_other_rows_and_keys_of_sheets_that_may_name_somebody(
    cabinet: Place, evening: tuple[bytes, rows.Meeting]
) -> None:
    uid, meeting = evening
    sheet = new_uid()
    with cabinet.operation(DO):
        rows.TonightKey.create(
            uid=sheet,
            file_id="f",
            key=bytes(32),
            meeting_uid=meeting.uid,
            started_at=1,
            missed_at=2,
        )
    raw = cabinet.database.connection()
    erased.apply(raw, [Gone(bytes(meeting.uid), "meeting", 4)])
    assert cabinet.rows("SELECT count(*) FROM meeting") == [(0,)]
    assert cabinet.rows("SELECT count(*) FROM tonight") == [(1,)]
    erased.apply(raw, [Gone(uid, "person", 5)])
    assert cabinet.rows("SELECT count(*) FROM tonight") == [(0,)]
    assert Gone(sheet, "tonight", 5) in erased.erased_in(raw)


def test_a_name_that_somebody_else_bears_too_stays(
    cabinet: Place, evening: tuple[bytes, rows.Meeting]
) -> None:
    uid, _ = evening
    with cabinet.operation(DO):
        person("Ana")
    erased.apply(cabinet.database.connection(), [Gone(uid, "person", 5)])
    assert cabinet.rows("SELECT lead FROM meeting") == [("Ana",)]


def test_no_word_stays_in_the_file(tmp_path: Path, clock: FixedClock) -> None:
    place = Place(rows.database, tmp_path / "p.db", None, clock, rows.SEARCH, tmp_path / "b")
    with place.operation(DO):
        uid = bytes(person("Canaryname").uid)
    place.close()
    raw = connect(tmp_path / "p.db", None)
    erased.apply(raw, [Gone(uid, "person", 5)])
    raw.close()
    assert b"anaryname" not in b"".join(p.read_bytes().lower() for p in tmp_path.glob("p.db*"))


def test_nothing_to_apply_changes_nothing(cabinet: Place) -> None:
    erased.apply(cabinet.database.connection(), [])
    assert cabinet.rows("SELECT count(*) FROM erased") == [(0,)]


def test_applying_half_is_applying_nothing(
    cabinet: Place, evening: tuple[bytes, rows.Meeting]
) -> None:
    uid, _ = evening
    raw = cabinet.database.connection()
    raw.execute(
        "CREATE TEMP TRIGGER no BEFORE INSERT ON erased BEGIN SELECT RAISE(ABORT, 'x'); END"
    )
    with pytest.raises(sqlcipher.Error):
        erased.apply(raw, [Gone(uid, "person", 5)])
    assert cabinet.rows("SELECT count(*) FROM person") == [(2,)]


def test_a_file_without_the_list_has_an_empty_one(tmp_path: Path) -> None:
    raw = connect(tmp_path / "x.safe", os.urandom(32))
    assert erased.erased_in(raw) == frozenset()
    raw.close()
    assert erased.newest([]) == 0
