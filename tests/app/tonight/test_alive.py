"""Whether a meeting runs is seen without disturbing it."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from PySide6.QtCore import QSysInfo

from peerdesk.app.instance import Instance
from peerdesk.app.tonight.alive import (
    MOST_SHEETS,
    call_meeting,
    meeting_instance,
    meeting_lives,
    sheet_lives,
)
from peerdesk.store.connection import connect

KEY = bytes(range(32))


def test_a_meeting_and_the_main_window_go_side_by_side(qtbot, tmp_path: Path) -> None:
    workspace = tmp_path / "w"
    assert not meeting_lives(workspace)
    meeting, window = meeting_instance(workspace), Instance(workspace)
    assert meeting.take()
    assert window.take()
    assert meeting_lives(workspace)
    assert meeting_lives(workspace)
    called: list[int] = []
    meeting.when_called(lambda: called.append(1))
    call_meeting(workspace)
    qtbot.waitUntil(lambda: bool(called), timeout=2000)
    meeting.release()
    assert not meeting_lives(workspace)
    window.release()
    assert list(tmp_path.iterdir()) == []


def test_one_that_was_killed_does_not_live(qtbot, tmp_path: Path) -> None:
    lock = tmp_path / "w.tonight.lock"
    lock.write_text(f"999999\npeerdesk\n{QSysInfo.machineHostName()}\n")
    assert not meeting_lives(tmp_path / "w")


def test_a_lock_that_was_deleted_hides_no_meeting(qtbot, tmp_path: Path) -> None:
    """The sheet is held by the process itself; no name has to be there for it."""
    workspace = tmp_path / "w"
    (workspace / "tonight").mkdir(parents=True)
    left = workspace / "tonight" / f"{'a' * 32}.safe"
    running = workspace / "tonight" / f"{'b' * 32}.safe"
    for path in (left, running):
        made = connect(path, KEY)
        made.execute("CREATE TABLE t (x)")
        made.close()
    (workspace / "tonight" / "note.txt").write_text("nothing")
    (workspace / "tonight" / "odd.safe").mkdir()
    assert not meeting_lives(workspace)
    meeting = meeting_instance(workspace)
    assert meeting.take()
    process = connect(running, KEY, alone=True)
    assert meeting_lives(workspace)
    (tmp_path / "w.tonight.lock").unlink()
    assert meeting_lives(workspace)
    assert sheet_lives(workspace)
    process.execute("INSERT INTO t VALUES (1)")
    process.close()
    assert not meeting_lives(workspace)
    meeting.release()


def test_however_many_sheets_lie_there_so_many_are_looked_at(tmp_path: Path, monkeypatch) -> None:
    from peerdesk.store import connection

    (tmp_path / "w" / "tonight").mkdir(parents=True)
    for number in range(MOST_SHEETS + 5):
        (tmp_path / "w" / "tonight" / f"{number:032x}.safe").touch()
    seen: list[Path] = []
    monkeypatch.setattr(connection, "held", seen.append)
    assert not sheet_lives(tmp_path / "w")
    assert len(seen) == MOST_SHEETS


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with a name here")
def test_a_pipe_in_the_place_of_a_sheet_holds_nobody_up(tmp_path: Path) -> None:
    (tmp_path / "w" / "tonight").mkdir(parents=True)
    os.mkfifo(tmp_path / "w" / "tonight" / f"{'a' * 32}.safe")
    assert not meeting_lives(tmp_path / "w")
