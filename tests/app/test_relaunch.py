"""The next process is started, heard of, and does not inherit what it should not."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from peerdesk.app.locking import relaunch

CHILD = """
import sys, pathlib
from peerdesk.app.locking.relaunch import greet
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


CARRY = """
import sys, pathlib
from peerdesk.app.locking.relaunch import greet, take_carried
pathlib.Path(sys.argv[1]).write_bytes(take_carried(1_000_000))
pathlib.Path(sys.argv[1] + ".words").write_text(' '.join(sys.argv[2:]))
greet()
"""


@pytest.mark.parametrize("size", [1, 300_000])
def test_words_go_along_through_a_pipe_alone(tmp_path: Path, size: int) -> None:
    """Also more of them than the pipe holds at a time."""
    script = tmp_path / "child.py"
    script.write_text(CARRY)
    told = tmp_path / "told"
    carried = b"w" * size
    command = [sys.executable, str(script), str(told)]
    with relaunch.relaunch(command, [], carried) as child:
        assert child.wait(20) == 0
    assert told.read_bytes() == carried
    assert (tmp_path / "told.words").read_text() == "--greet --carry"


def test_a_successor_that_is_gone_holds_nothing_up(tmp_path: Path) -> None:
    command = [sys.executable, "-c", "raise SystemExit(3)"]
    with relaunch.relaunch(command, [], b"w" * 300_000) as child:
        assert child.wait(20) == 3


def test_only_so_much_is_taken(tmp_path: Path) -> None:
    file = tmp_path / "pipe"
    file.write_bytes(b"12345")
    with file.open("rb") as source:
        assert relaunch.take_carried(3, source.fileno()) == b"123"
    assert relaunch.take_carried(3, 987654) == b"", "no pipe, no words"


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
