"""Sheets that cannot be read, or only in part."""

from __future__ import annotations

import pytest

from peerdesk.app.tonight.sheet_files import remove_sheet
from peerdesk.app.tonight.sheet_settling import Settled
from peerdesk.app.tonight.sheets import Sheets
from peerdesk.core.clock import FixedClock
from peerdesk.core.errors import KnownError
from peerdesk.store.cabinet import Meeting, TonightKey
from peerdesk.store.connection import Damaged, InUse
from peerdesk.store.evening import Result
from peerdesk.store.place import Place
from peerdesk.store.workspace import Workspace
from tests.app.tonight.left_sheets import MEETING, Taking, damage, files, fill, run
from tests.features.tonight.conftest import plan_of


def test_a_sheet_that_cannot_be_read_at_all(
    home: Workspace, kept: Sheets, taking: Taking, clock: FixedClock
) -> None:
    file_id, key = kept.begin(plan_of(), "2468")
    run(home, file_id, key, clock, end=False)
    whole = home.sheet(file_id).read_bytes()
    damage(home.sheet(file_id), 100)
    with pytest.raises(Damaged):
        kept.check(file_id)
    assert kept.left() == ()
    done = kept.settle()
    assert done.merged == ()
    assert "cannot be read just now" in str(done.troubles[0])
    clock.advance(days=13)
    assert (taking.results, kept.settle().troubles) == ([], ()), "it is said once"
    kept.tidy()
    assert kept.key_of(file_id) == key
    assert files(home) == [f"{file_id}.safe"]
    damaged = home.sheet(file_id).read_bytes()
    home.sheet(file_id).write_bytes(whole)
    assert [left.file_id for left in kept.left()] == [file_id], "offered again when it reads"
    kept.settle()

    home.sheet(file_id).write_bytes(damaged)
    assert "cannot be read just now" in str(kept.settle().troubles[0])
    clock.advance(days=14)
    assert "It was put away" in str(kept.settle().troubles[0])
    assert (kept.key_of(file_id), home.tonight.exists()) == (None, False)
    assert kept.settle() == Settled()


@pytest.mark.parametrize("reads", [True, False])
def test_what_can_be_read_of_a_damaged_sheet_is_taken_over(
    home: Workspace, kept: Sheets, taking: Taking, clock: FixedClock, reads: bool
) -> None:
    """At once; and the rest when it reads after all, within two weeks."""
    file_id, key = kept.begin(plan_of(), "2468")
    whole = fill(home, file_id, key, clock)
    damage(home.sheet(file_id), home.sheet(file_id).stat().st_size - 4000)
    done = kept.settle()
    assert done.merged == (MEETING,)
    assert "What could be read of it is kept" in str(done.troubles[0])
    (result,) = taking.results
    assert (result.sheet, result.head_count) == (file_id, 1)
    clock.advance(days=2)
    assert kept.settle() == Settled(), "neither merged nor told again"
    kept.tidy()
    assert kept.key_of(file_id) == key
    assert kept.left() == ()
    if reads:
        home.sheet(file_id).write_bytes(whole)
        assert kept.settle() == Settled((MEETING,))
        rest = taking.results[1]
        assert (rest.meeting, rest.head_count) == (result.meeting, 2)
        assert rest.sheet != file_id, "like a second sheet of this meeting"
        assert kept.settle() == Settled()
    else:
        clock.advance(days=12)
        assert kept.settle() == Settled()
    kept.tidy()
    assert (kept.key_of(file_id), home.tonight.exists()) == (None, False)


def test_a_merge_of_what_could_be_read_can_be_undone(
    home: Workspace, kept: Sheets, cabinet: Place, taking: Taking, clock: FixedClock
) -> None:
    file_id, key = kept.begin(plan_of(), "2468")
    fill(home, file_id, key, clock)
    damage(home.sheet(file_id), home.sheet(file_id).stat().st_size - 4000)
    kept.settle()
    label = cabinet.undo_label
    assert str(label) == "Took over the evening", "what was noted is no step"
    cabinet.undo()
    assert Meeting.select().count() == 0
    taking.results.clear()
    done = kept.settle()
    assert (done.merged, len(done.troubles)) == ((MEETING,), 1)


def test_without_room_to_note_it_that_is_said(
    home: Workspace, kept: Sheets, cabinet: Place, monkeypatch
) -> None:
    file_id, _key = kept.begin(plan_of(), "2468")
    remove_sheet(home, file_id)

    class Full:
        def execute(self, *_: object) -> None:
            import sqlcipher3.dbapi2 as driver

            raise driver.OperationalError("database or disk is full")

        def close(self) -> None: ...

    monkeypatch.setattr(cabinet, "another", Full)
    with pytest.raises(KnownError, match="no room left"):
        kept.settle()
    assert kept.key_of(file_id) is not None


@pytest.mark.parametrize("problem", [Damaged, InUse])
def test_what_is_wrong_with_the_cabinet_is_not_taken_for_the_sheet(
    home: Workspace, kept: Sheets, cabinet: Place, taking: Taking, clock: FixedClock, problem
) -> None:
    file_id, key = kept.begin(plan_of(), "2468")
    run(home, file_id, key, clock, end=True)

    def no(_result: Result) -> None:
        raise problem(cabinet.path)

    broken = Sheets(home, cabinet, clock, no, no)
    for verb in (broken.settle, broken.close_all, lambda: broken.close(file_id)):
        with pytest.raises(problem):
            verb()
    row = TonightKey.get()
    assert (row.missed_at, row.merged_at) == (None, None)
    assert kept.settle().merged == (MEETING,)
