"""One PeerDesk per workspace; a second start brings the first one forward."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QSysInfo

from peerdesk.app.instance import Instance


def test_the_second_start_calls_the_first(qtbot, tmp_path: Path) -> None:
    first, second = Instance(tmp_path / "w"), Instance(tmp_path / "w")
    called: list[int] = []
    assert first.take()
    first.when_called(lambda: called.append(1))
    assert not second.take()
    second.call_first()
    qtbot.waitUntil(lambda: bool(called), timeout=2000)
    first.release()
    assert second.take(100)
    second.release()
    assert not (tmp_path / "w.raise").exists()


def test_a_lock_left_by_a_killed_process_is_taken_over(qtbot, tmp_path: Path) -> None:
    (tmp_path / "w.lock").write_text(f"999999\npeerdesk\n{QSysInfo.machineHostName()}\n")
    one = Instance(tmp_path / "w")
    assert one.take()
    one.release()


def test_a_folder_that_is_not_there_yet_is_made(qtbot, tmp_path: Path) -> None:
    one = Instance(tmp_path / "a" / "b" / "w")
    assert one.take()
    one.release()
    one.release()


def test_who_has_let_go_is_not_called_any_more(qtbot, tmp_path: Path) -> None:
    one, called = Instance(tmp_path / "w"), []
    assert one.take()
    one.when_called(lambda: called.append(1))
    watcher = one._watcher
    assert watcher is not None
    one.release()
    watcher.fileChanged.emit(str(tmp_path / "w.raise"))
    assert called == []


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_a_pipe_holds_nobody_up(qtbot, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "w.raise")
    first = Instance(tmp_path / "w")
    assert first.take()
    first.when_called(lambda: None)
    Instance(tmp_path / "w").call_first()
    first.release()


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_a_link_leads_nowhere(qtbot, tmp_path: Path) -> None:
    """Whoever may write beside the workspace must not get another file emptied."""
    precious = tmp_path / "precious"
    precious.write_text("words")
    (tmp_path / "w.raise").symlink_to(precious)
    first = Instance(tmp_path / "w")
    assert first.take()
    first.when_called(lambda: None)
    Instance(tmp_path / "w").call_first()
    assert precious.read_text() == "words"
    first.release()


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_a_pipe_in_place_of_the_lock_holds_nobody_up(qtbot, tmp_path: Path) -> None:
    """PeerDesk would never come up again."""
    os.mkfifo(tmp_path / "w.lock")
    first = Instance(tmp_path / "w")
    assert first.take()
    assert not Instance(tmp_path / "w").take()
    first.release()
