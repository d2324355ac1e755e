"""Tonight's sheets in the main window: none is lost, none is merged twice, none stays too long."""

from __future__ import annotations

from pathlib import Path

import pytest

from peerdesk.app.tonight import sheet_rows, sheets
from peerdesk.app.tonight.alive import meeting_instance, meeting_lives
from peerdesk.app.tonight.sheet_files import make_sheet, remove_sheet
from peerdesk.app.tonight.sheet_settling import Settled
from peerdesk.app.tonight.sheets import Sheets
from peerdesk.core.clock import FixedClock
from peerdesk.core.errors import KnownError
from peerdesk.core.ids import new_uid
from peerdesk.core.text import translate
from peerdesk.features.people.service import PeopleService
from peerdesk.features.tonight.service import TonightService
from peerdesk.safe.files import in_plain_words
from peerdesk.store.cabinet import Meeting, Person, Taken, TonightKey
from peerdesk.store.connection import InUse, connect, held
from peerdesk.store.evening import Result
from peerdesk.store.place import Place
from peerdesk.store.tonight import open_tonight
from peerdesk.store.workspace import Workspace
from tests.app.tonight.left_sheets import MEETING, Taking, damage, files, fill, run
from tests.features.tonight.conftest import plan_of


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


def test_a_sheet_that_is_not_there_loses_its_key_after_two_weeks(
    home: Workspace, kept: Sheets, clock: FixedClock
) -> None:
    """Cut off between the row and the sheet, or somebody deleted it; and reading notes nothing."""
    file_id, _key = kept.begin(plan_of(), "2468")
    remove_sheet(home, file_id)
    clock.advance(days=3)
    assert kept.left() == ()
    assert TonightKey.get().missed_at is None
    assert kept.settle() == Settled()
    assert TonightKey.get().missed_at == clock.now_ms()
    clock.advance(days=13)
    assert kept.settle() == Settled()
    kept.tidy()
    assert TonightKey.select().count() == 1
    clock.advance(days=1)
    assert kept.settle() == Settled()
    assert TonightKey.select().count() == 0


@pytest.mark.parametrize("ended", [False, True])
@pytest.mark.parametrize("days", [0, 13, 40])
def test_a_sheet_that_comes_back_is_offered_or_merged(
    home: Workspace, kept: Sheets, taking: Taking, clock: FixedClock, ended: bool, days: int
) -> None:
    """A folder that was half in step with another computer; nobody signed in for long, either."""
    file_id, key = kept.begin(plan_of(), "2468")
    run(home, file_id, key, clock, end=ended)
    away = home.path / "elsewhere"
    home.tonight.rename(away)
    for _ in range(3):
        assert kept.settle() == Settled()
        kept.tidy()
        assert (kept.left(), taking.results) == ((), [])
    clock.advance(days=days)
    away.rename(home.tonight)
    if ended:
        assert kept.settle().merged == (MEETING,)
        assert len(taking.results) == 1
    else:
        (left,) = kept.left()
        assert left.file_id == file_id
        assert kept.settle() == Settled()
        assert TonightKey.get().missed_at is None, "the time begins anew"
        assert kept.close(file_id) == MEETING


def test_a_clock_that_ran_backwards_begins_the_time_anew(
    home: Workspace, kept: Sheets, clock: FixedClock
) -> None:
    file_id, _key = kept.begin(plan_of(), "2468")
    remove_sheet(home, file_id)
    clock.advance(days=-3000)  # an old battery
    kept.settle()
    clock.advance(days=3001)
    kept.settle()
    assert TonightKey.get().missed_at == clock.now_ms()
    clock.advance(days=-1)
    kept.settle()
    assert TonightKey.get().missed_at == clock.now_ms()


@pytest.mark.parametrize(
    "trouble", [PermissionError(13, "no"), OSError(5, "I/O"), BlockingIOError(11, "locked")]
)
def test_a_sheet_another_program_holds_is_not_missed(
    home: Workspace, kept: Sheets, clock: FixedClock, monkeypatch, trouble: OSError
) -> None:
    """As Windows and network drives answer."""
    file_id, key = kept.begin(plan_of(), "2468")
    run(home, file_id, key, clock, end=True)
    real = Path.open

    def no(path: Path, *args, **more):
        if path.name.startswith(file_id):
            raise trouble
        return real(path, *args, **more)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "open", no)
        for days in (0, 20, 20):
            clock.advance(days=days)
            (told,) = kept.settle().troubles
            assert file_id in str(told)
            assert kept.left() == ()
        with pytest.raises(KnownError):
            kept.close_all()  # so that nobody is erased while a name may wait there
    row = TonightKey.get()
    assert (row.missed_at, row.merged_at) == (None, None)
    assert kept.settle().merged == (MEETING,)


def test_a_folder_that_may_not_be_looked_into_loses_no_key(
    home: Workspace, kept: Sheets, clock: FixedClock, monkeypatch
) -> None:
    file_id, key = kept.begin(plan_of(), "2468")
    run(home, file_id, key, clock, end=True)
    real = Path.stat

    def no(path: Path, **more):
        if path.name.startswith(file_id):
            raise PermissionError(13, "no")
        return real(path, **more)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "stat", no)
        assert len(kept.settle().troubles) == 1
    assert TonightKey.get().missed_at is None
    assert kept.settle().merged == (MEETING,)


def test_a_sheet_that_cannot_be_made_leaves_no_row(
    home: Workspace, kept: Sheets, monkeypatch
) -> None:
    def full(*_values: object) -> None:
        raise in_plain_words(OSError(28, "full"), home.tonight)

    monkeypatch.setattr(sheets, "make_sheet", full)
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


# -- one that runs -------------------------------------------------------------------------------


def test_with_its_lock_deleted_a_running_meeting_is_not_merged(
    home: Workspace, kept: Sheets, taking: Taking, clock: FixedClock
) -> None:
    """Somebody tidied up files they did not know. The process has the sheet alone."""
    file_id, key = kept.begin(plan_of(), "2468")
    running = meeting_instance(home.path)
    assert running.take()
    place = open_tonight(home.sheet(file_id), key, clock, alone=True)
    service = TonightService(place, clock)
    service.start()
    home.path.with_name("w.tonight.lock").unlink()
    try:
        assert meeting_lives(home.path)
        assert kept.left() == ()
        service.end()
        assert kept.settle() == Settled()
        with pytest.raises(KnownError, match="still running"):
            kept.close(file_id)
        kept.close_all()
        kept.tidy()
        assert taking.results == []
        row = TonightKey.get()
        assert (row.missed_at, row.merged_at) == (None, None)
        service.set_words("still writing")
    finally:
        place.close()
        running.release()
    assert kept.settle().merged == (MEETING,)
    assert taking.results[0].words == "still writing"


def test_even_unseen_a_running_meeting_is_not_merged(
    home: Workspace, kept: Sheets, taking: Taking, clock: FixedClock, monkeypatch
) -> None:
    """However one finds out whether a meeting runs: what decides is the sheet itself."""
    monkeypatch.setattr(sheet_rows, "meeting_lives", lambda _path: False)
    file_id, key = kept.begin(plan_of(), "2468")
    process = connect(home.sheet(file_id), key, alone=True)
    try:
        assert kept.left() == ()
        assert kept.settle() == Settled()
        with pytest.raises(KnownError, match="still running"):
            kept.close(file_id)
        kept.close_all()
        with pytest.raises(InUse):
            kept.check(file_id)
        assert taking.results == []
        assert TonightKey.get().missed_at is None
    finally:
        process.close()
    assert kept.close(file_id) == MEETING


def test_while_it_is_merged_nobody_goes_on_with_it(
    home: Workspace, cabinet: Place, clock: FixedClock
) -> None:
    file_id, key = "", b""

    def merge(_result: Result) -> None:
        assert held(home.sheet(file_id))
        with pytest.raises(InUse):
            connect(home.sheet(file_id), key, patience=0)

    sheets = Sheets(home, cabinet, clock, merge, merge)
    file_id, key = sheets.begin(plan_of(), "2468")
    sheets.close(file_id)
    assert not held(home.sheet(file_id))


# -- somebody is erased for good -----------------------------------------------------------------


def test_before_somebody_is_erased_evenings_are_taken_over(
    home: Workspace, kept: Sheets, cabinet: Place, taking: Taking, clock: FixedClock
) -> None:
    """So that no name waits in a sheet whose key is kept."""
    some, ended, lost, gone, part = (kept.begin(plan_of(), "2468") for _ in range(5))
    fill(home, *part, clock)
    damage(home.sheet(part[0]), home.sheet(part[0]).stat().st_size - 4000)
    kept.settle()
    run(home, *some, clock, end=False)
    run(home, *ended, clock, end=True)
    damage(home.sheet(lost[0]), 100)
    home.sheet(gone[0]).rename(home.path / "elsewhere")
    taking.results.clear()
    kept.close_all()
    noted = TonightKey.get(TonightKey.file_id == lost[0]).missed_at
    clock.advance(minutes=1)
    kept.close_all()
    assert TonightKey.get(TonightKey.file_id == lost[0]).missed_at == noted
    assert {r.sheet for r in taking.results} == {some[0], ended[0]}
    with cabinet.operation(translate("Test", "Add")):
        uid = new_uid()
        Person.create(uid=uid, name="Ana", added_at=1, changed_at=1)
    PeopleService(cabinet).erase(uid)
    assert TonightKey.select().count() == 0, "no key is left, so no name can be read"
    kept.tidy()
    assert not home.tonight.exists()


def test_what_erasing_gives_up_is_known_before(
    home: Workspace, kept: Sheets, cabinet: Place, clock: FixedClock, monkeypatch
) -> None:
    assert kept.given_up_by_erasing() == 0
    ended, some, lost, gone, part = (kept.begin(plan_of(), "2468") for _ in range(5))
    run(home, *ended, clock, end=True)
    run(home, *some, clock, end=False)
    assert kept.given_up_by_erasing() == 0, "what can be read is taken over before"
    damage(home.sheet(lost[0]), 100)
    assert kept.given_up_by_erasing() == 1
    home.sheet(gone[0]).rename(home.path / "elsewhere")
    assert kept.given_up_by_erasing() == 2
    fill(home, *part, clock)
    damage(home.sheet(part[0]), home.sheet(part[0]).stat().st_size - 4000)
    kept.settle()
    assert kept.given_up_by_erasing() == 3, "the rest of one that was taken over in part"
    rows = {str(r.file_id): (r.missed_at, r.merged_at) for r in TonightKey.select()}
    assert kept.given_up_by_erasing() == 3
    assert rows == {str(r.file_id): (r.missed_at, r.merged_at) for r in TonightKey.select()}
    with monkeypatch.context() as patch:
        patch.setattr(sheet_rows, "meeting_lives", lambda _path: True)
        assert kept.given_up_by_erasing() == 3, "then nothing is read, and the keys go as well"
    with connect(home.sheet(some[0]), some[1], alone=True) as process:
        process.execute("SELECT 1 FROM sheet").fetchone()
        assert kept.given_up_by_erasing() == 3, "one that runs stays"
    process.close()
    kept.close_all()
    with cabinet.operation(translate("Test", "Add")):
        uid = new_uid()
        Person.create(uid=uid, name="Ana", added_at=1, changed_at=1)
    PeopleService(cabinet).erase(uid)
    assert kept.given_up_by_erasing() == 0


def test_a_stand_ins_evening_is_not_given_up(
    home: Workspace, kept: Sheets, clock: FixedClock
) -> None:
    uid, key = new_uid(), bytes(range(32))
    make_sheet(home, uid.hex(), key, plan_of(), clock, "2468")
    assert kept.adopt(uid, key)
    home.sheet(uid.hex()).unlink()
    assert kept.given_up_by_erasing() == 0


def test_a_full_disk_at_settling_is_said(
    home: Workspace, kept: Sheets, clock: FixedClock, monkeypatch
) -> None:
    file_id, key = kept.begin(plan_of(), "2468")
    run(home, file_id, key, clock, end=True)

    def full(*_values: object, **_more: object) -> None:
        raise in_plain_words(OSError(28, "full"), home.tonight)

    with monkeypatch.context() as patch:
        patch.setattr(sheet_rows, "open_tonight", full)
        assert "no room left" in str(kept.settle().troubles[0])
        assert kept.left() == ()
    assert kept.settle().merged == (MEETING,)
