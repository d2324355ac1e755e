"""The next process is started, heard of, and does not inherit what it should not."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from peerdesk.app import relaunch

CHILD = """
import sys, pathlib
from peerdesk.app.relaunch import greet
pathlib.Path(sys.argv[1]).write_text(' '.join(sys.argv[2:]))
greet()
print('not seen')
"""


def test_the_next_process_is_heard_of_after_its_first_paint(tmp_path: Path, capfd) -> None:
    script = tmp_path / "child.py"
    script.write_text(CHILD)
    told = tmp_path / "told"
    with relaunch.relaunch([sys.executable, str(script), str(told)], ["--workspace", "w"]) as child:
        assert child.wait(20) == 0
    assert told.read_text() == "--workspace w --greet"
    assert "not seen" not in capfd.readouterr().out


def test_a_package_gives_back_the_library_path(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LD_LIBRARY_PATH", "/inside")
    monkeypatch.setenv("LD_LIBRARY_PATH_ORIG", "/outside")
    assert relaunch.environment()["LD_LIBRARY_PATH"] == "/outside"
    monkeypatch.delenv("LD_LIBRARY_PATH_ORIG")
    assert relaunch.environment()["LD_LIBRARY_PATH"] == "/inside"


def test_how_to_start_again(monkeypatch: pytest.MonkeyPatch) -> None:
    assert relaunch.default_command() == [sys.executable, "-m", "peerdesk"]
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert relaunch.default_command() == [sys.executable]
    monkeypatch.setenv("LD_LIBRARY_PATH", "/inside")
    assert "LD_LIBRARY_PATH" not in relaunch.environment()
