"""Whether a meeting runs is seen without disturbing it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSysInfo

from peerdesk.app.instance import Instance
from peerdesk.app.tonight.alive import call_meeting, meeting_instance, meeting_lives


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
