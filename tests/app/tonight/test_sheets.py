"""Tonight's sheets in the main window: none is lost, none is merged twice, none stays too long."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from peerdesk.app.tonight import sheets as module
from peerdesk.app.tonight.alive import meeting_instance
from peerdesk.app.tonight.sheets import Sheets, remove_sheet
from peerdesk.core.clock import FixedClock
from peerdesk.core.errors import KnownError
from peerdesk.core.text import translate
from peerdesk.features.tonight.service import TonightService
from peerdesk.safe.files import in_plain_words
from peerdesk.store.cabinet import Group, Meeting, Taken, TonightKey, open_cabinet
from peerdesk.store.connection import Damaged, connect
from peerdesk.store.evening import Plan, Result
from peerdesk.store.place import Place
from peerdesk.store.tonight import open_tonight
from peerdesk.store.workspace import Workspace
from tests.features.tonight.conftest import plan_of

KEY = bytes(range(1, 33))
MEETING = bytes.fromhex("0a" * 16)


@pytest.fixture
def home(tmp_path: Path) -> Workspace:
    return Workspace(tmp_path / "w")


@pytest.fixture
def cabinet(home: Workspace, clock: FixedClock) -> Iterator[Place]:
    home.groups.mkdir(parents=True)
    place = open_cabinet(home.groups / "g.safe", KEY, clock, home.backups)
    with place.operation(translate("Test", "Make a group")):
        some = bytes(32)
        Group.create(
            uid=bytes(16), name="Circle", public_key=some, secret_key=some, recovery_public=some
        )
    yield place
    place.close()


class Taking:
    """Takes results over, into the meeting's row."""

    def __init__(self) -> None:
        self.results: list[Result] = []
        self.handed: list[Result] = []

    def merge(self, result: Result) -> None:
        self.results.append(result)
        Meeting.create(
            uid=bytes.fromhex(result.meeting) if len(self.results) == 1 else bytes(16),
            start=result.start,
            zone="UTC",
            starts_at=0,
            minutes=60,
            sheet_uid=bytes.fromhex(result.sheet),
        )


@pytest.fixture
def taking() -> Taking:
    return Taking()


@pytest.fixture
def kept(home: Workspace, cabinet: Place, clock: FixedClock, taking: Taking) -> Sheets:
    return Sheets(home, cabinet, clock, taking.merge, taking.handed.append)


def run(home: Workspace, file_id: str, key: bytes, clock: FixedClock, *, end: bool) -> None:
    """What the process of the meeting does."""
    place = open_tonight(home.sheet(file_id), key, clock)
    try:
        service = TonightService(place, clock)
        service.here("a1")
        service.start()
        clock.advance(minutes=20)
        service.next()
        if end:
            service.end()
    finally:
        place.close()


def files(home: Workspace) -> list[str]:
    return sorted(p.name for p in home.tonight.rglob("*") if p.is_file())


def test_from_the_start_to_the_cleared_table(
    home: Workspace, cabinet: Place, kept: Sheets, taking: Taking, clock: FixedClock
) -> None:
    file_id, key = kept.begin(plan_of(), "2468")
    assert kept.key_of(file_id) == key
    assert kept.key_of("0" * 32) is None
    (row,) = TonightKey.select()
    assert (bytes(row.uid).hex(), bytes(row.meeting_uid)) == (file_id, MEETING)
    run(home, file_id, key, clock, end=True)
    kept.tidy()
    assert files(home) == [f"{file_id}.safe"], "never before it was merged"

    done = kept.settle()
    assert done.merged == (MEETING,)
    assert done.troubles == ()
    (result,) = taking.results
    assert (result.sheet, result.head_count) == (file_id, 1)
    assert kept.settle().merged == (), "merged once"
    assert files(home) == [f"{file_id}.safe"], "so that it can be undone until the lock"
    kept.tidy()
    assert not home.tonight.exists()
    assert TonightKey.select().count() == 0


def test_an_undone_merge_is_not_merged(
    home: Workspace, cabinet: Place, kept: Sheets, clock: FixedClock
) -> None:
    file_id, key = kept.begin(plan_of(), "2468")
    run(home, file_id, key, clock, end=True)
    kept.settle()
    cabinet.undo()
    assert Meeting.select().count() == 0, "one step takes all of it back"
    kept.tidy()
    assert files(home) == [f"{file_id}.safe"]
    assert kept.settle().merged == (MEETING,)


def test_a_meeting_nobody_ended(
    home: Workspace, kept: Sheets, taking: Taking, clock: FixedClock
) -> None:
    file_id, key = kept.begin(plan_of(), "2468")
    (left,) = kept.left()
    assert (left.file_id, left.meeting, left.started) == (file_id, MEETING, False)
    run(home, file_id, key, clock, end=False)
    clock.advance(hours=3)
    assert kept.settle().merged == ()
    (left,) = kept.left()
    assert (left.title, left.started) == ("Sleep and worry", True)
    kept.check(file_id)
    assert kept.close(file_id) == MEETING
    (result,) = taking.results
    assert result.ended_at - result.started_at == 20 * 60_000, "it ended when it was last alive"
    assert kept.left() == ()


def test_nothing_is_touched_while_it_runs(home: Workspace, kept: Sheets, clock: FixedClock) -> None:
    file_id, key = kept.begin(plan_of(), "2468")
    run(home, file_id, key, clock, end=True)
    running = meeting_instance(home.path)
    assert running.take()
    try:
        assert kept.left() == ()
        assert kept.settle().merged == ()
        kept.tidy()
        assert files(home) == [f"{file_id}.safe"]
    finally:
        running.release()
    assert kept.settle().merged == (MEETING,)


def test_a_row_without_a_sheet_goes(home: Workspace, kept: Sheets) -> None:
    """Cut off between the two."""
    file_id, _key = kept.begin(plan_of(), "2468")
    remove_sheet(home, file_id)
    assert kept.settle().merged == ()
    assert TonightKey.select().count() == 0


def test_a_sheet_that_cannot_be_made_leaves_no_row(
    home: Workspace, kept: Sheets, monkeypatch
) -> None:
    def full(*_values: object) -> None:
        raise in_plain_words(OSError(28, "full"), home.tonight)

    monkeypatch.setattr(module, "make_sheet", full)
    with pytest.raises(KnownError):
        kept.begin(plan_of(), "2468")
    assert TonightKey.select().count() == 0
    assert not home.tonight.exists()


@pytest.mark.parametrize("how", ["meeting", "taken"])
def test_sheets_whose_merge_is_known_go_others_stay(
    home: Workspace, cabinet: Place, kept: Sheets, how: str
) -> None:
    home.tonight.mkdir()
    merged, strange = "ab" * 16, "cd" * 16
    for name in (f"{merged}.safe", f"{merged}.safe-wal", f"{strange}.safe", "z" * 32 + ".safe"):
        (home.tonight / name).write_bytes(b"x")
    with cabinet.operation(translate("Test", "Merged")):
        if how == "taken":
            Taken.create(uid=bytes.fromhex(merged), kind="evening", taken_at=1)
        else:
            Meeting.create(
                uid=bytes(16), start="2026-11-24T18:30", zone="UTC", starts_at=0, minutes=60,
                sheet_uid=bytes.fromhex(merged),
            )  # fmt: skip
    kept.tidy()
    assert files(home) == [f"{strange}.safe", "z" * 32 + ".safe"]


def damage(path: Path, at: int) -> None:
    data = bytearray(path.read_bytes())
    data[at] ^= 0xFF
    path.write_bytes(data)


def test_a_sheet_that_cannot_be_read_at_all(
    home: Workspace, kept: Sheets, taking: Taking, clock: FixedClock
) -> None:
    file_id, key = kept.begin(plan_of(), "2468")
    run(home, file_id, key, clock, end=False)
    damage(home.sheet(file_id), 100)
    with pytest.raises(Damaged):
        kept.check(file_id)
    assert kept.left() == ()
    done = kept.settle()
    assert done.merged == ()
    assert "could not be read" in str(done.troubles[0])
    assert (taking.results, kept.settle().troubles) == ([], ())
    assert files(home) == [f"{file_id}.safe"]
    assert (home.tonight / "aside" / f"{file_id}.safe").exists(), "kept, and out of the way"


def test_what_can_be_read_of_a_damaged_sheet_is_taken_over(
    home: Workspace, kept: Sheets, taking: Taking, clock: FixedClock
) -> None:
    file_id, key = kept.begin(plan_of(), "2468")
    place = open_tonight(home.sheet(file_id), key, clock)
    service = TonightService(place, clock)
    service.start()
    service.here("b2")
    for _turn in range(300):
        service.more(1)
    place.close()
    damage(home.sheet(file_id), home.sheet(file_id).stat().st_size - 4000)
    done = kept.settle()
    assert done.merged == (MEETING,)
    assert "What could be read of it is kept" in str(done.troubles[0])
    (result,) = taking.results
    assert result.head_count == 1
    kept.tidy()
    assert (home.tonight / "aside" / f"{file_id}.safe").exists()


def test_a_full_disk_at_settling_is_said(
    home: Workspace, kept: Sheets, clock: FixedClock, monkeypatch
) -> None:
    file_id, key = kept.begin(plan_of(), "2468")
    run(home, file_id, key, clock, end=True)

    def full(*_values: object) -> None:
        raise in_plain_words(OSError(28, "full"), home.tonight)

    with monkeypatch.context() as patch:
        patch.setattr(module, "open_tonight", full)
        assert "no room left" in str(kept.settle().troubles[0])
        assert kept.left() == ()
    assert kept.settle().merged == (MEETING,)


# -- a stand-in's --------------------------------------------------------------------------------


def stand_in(home: Workspace, clock: FixedClock) -> tuple[bytes, bytes]:
    plan: Plan = replace(plan_of(stand_in=True), people=())
    uid, key = bytes(range(100, 116)), bytes(32)
    module.make_sheet(home, uid.hex(), key, plan, clock, "1234")
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
    assert taking.results == []
