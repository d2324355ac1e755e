"""The sheets of stand-ins: taken over with their keys, and handed in."""

from __future__ import annotations

from dataclasses import replace

import pytest

from peerdesk.app.tonight.sheet_files import make_sheet
from peerdesk.app.tonight.sheets import Sheets
from peerdesk.core.clock import FixedClock
from peerdesk.features.tonight.service import TonightService
from peerdesk.store.cabinet import TonightKey
from peerdesk.store.connection import connect
from peerdesk.store.evening import Plan
from peerdesk.store.place import Place
from peerdesk.store.tonight import open_tonight
from peerdesk.store.workspace import Workspace
from tests.app.tonight.left_sheets import Taking, damage, fill
from tests.features.tonight.conftest import plan_of


def stand_in(home: Workspace, clock: FixedClock) -> tuple[bytes, bytes]:
    plan: Plan = replace(plan_of(stand_in=True), people=())
    uid, key = bytes(range(100, 116)), bytes(32)
    make_sheet(home, uid.hex(), key, plan, clock, "1234")
    place = open_tonight(home.sheet(uid.hex()), key, clock)
    service = TonightService(place, clock)
    service.start()
    service.plus()
    place.close()
    return uid, key


def test_a_stand_ins_sheet_is_adopted_and_handed_in(
    home: Workspace, kept: Sheets, taking: Taking, clock: FixedClock
) -> None:
    """Whoever wrote it is not known: it goes by the in-tray, where a facilitator looks first."""
    uid, key = stand_in(home, clock)
    assert not kept.adopt(uid, bytes(31) + b"x"), "a wrong key changes nothing"
    assert kept.left() == ()
    assert kept.adopt(uid, key)
    assert kept.adopt(uid, bytes(32)), "known already"
    assert kept.adopt(bytes(16), key), "no such sheet: the key is of no use any more"
    (left,) = kept.left()
    assert left.meeting == b""
    assert kept.close(left.file_id) == b""
    assert taking.results == []
    assert [r.head_count for r in taking.handed] == [1]
    kept.tidy()
    assert not home.tonight.exists()


def test_undo_takes_no_key_away(
    home: Workspace, kept: Sheets, cabinet: Place, clock: FixedClock
) -> None:
    """The box it came from leaves the in-tray: nothing else has it then."""
    uid, key = stand_in(home, clock)
    before = cabinet.undo_depth
    assert kept.adopt(uid, key)
    assert cabinet.undo_depth == before
    cabinet.undo()
    assert kept.key_of(uid.hex()) == key
    row = TonightKey.get()
    assert (bytes(row.meeting_uid), row.merged_at, row.missed_at) == (b"", None, None)


FOR_EVER = (
    "CREATE VIEW event AS WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c) "
    "SELECT x AS id, zeroblob(16) AS uid, 1 AS at, 'start' AS kind, '{}' AS body FROM c"
)
MANY = (
    "WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c LIMIT 20001) "
    "INSERT INTO event(uid, at, kind, body) SELECT x, 1, 'start', '{}' FROM c"
)


@pytest.mark.parametrize("forged", [("DROP TABLE event", FOR_EVER), (MANY,), ("DROP TABLE event",)])
def test_a_strangers_sheet_holds_nobody_up(
    home: Workspace, kept: Sheets, taking: Taking, clock: FixedClock, forged: tuple[str, ...]
) -> None:
    """Whoever made it knows its key, and can build the file as they like."""
    uid, key = stand_in(home, clock)
    connection = connect(home.sheet(uid.hex()), key)
    for sql in forged:
        connection.execute(sql)
    connection.close()
    assert kept.adopt(uid, key)
    assert kept.left() == ()
    assert len(kept.settle().troubles) == 1
    assert kept.settle().troubles == ()
    handed = len(taking.handed)
    kept.close_all()
    assert (taking.results, len(taking.handed)) == ([], handed)
    clock.advance(days=14)
    kept.settle()
    assert not home.tonight.exists()


def test_a_stand_ins_sheet_names_nobody_who_is_erased(
    home: Workspace, kept: Sheets, taking: Taking, clock: FixedClock
) -> None:
    uid, key = stand_in(home, clock)
    assert kept.adopt(uid, key)
    kept.close_all()
    assert (taking.results, taking.handed) == ([], [])
    assert [left.file_id for left in kept.left()] == [uid.hex()]


def test_the_rest_of_a_stand_ins_sheet_is_handed_in_too(
    home: Workspace, kept: Sheets, taking: Taking, clock: FixedClock
) -> None:
    """Of two boxes of one sheet a facilitator says which."""
    uid, key = stand_in(home, clock)
    assert kept.adopt(uid, key)
    whole = fill(home, uid.hex(), key, clock)
    damage(home.sheet(uid.hex()), len(whole) - 4000)
    assert kept.settle().merged == (b"",)
    home.sheet(uid.hex()).write_bytes(whole)
    assert kept.settle().merged == (b"",)
    first, rest = taking.handed
    assert (first.sheet, rest.sheet) == (uid.hex(), uid.hex())
    assert len(rest.extras) >= len(first.extras)
