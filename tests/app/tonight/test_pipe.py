"""What a meeting and the main window before it say to each other, and what they make of silence."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QObject

from peerdesk.app.tonight.pipe import MainChild
from peerdesk.safe.carried import MOST, pack

ROOT = Path(__file__).resolve().parents[3]
BOX = b"w" * 300_000
"""More than a pipe holds at a time."""

CHILD = f"""
import os, sys, pathlib
sys.path.insert(0, {str(ROOT)!r})
from peerdesk.app.tonight.pipe import Beside
from peerdesk.safe.carried import pack, unpack
told = pathlib.Path(sys.argv[1])
beside = Beside()
print("nobody reads this")
boxes = unpack(beside.carried())
beside.greet()
{{rest}}
"""


class Ears(QObject):
    """Hears what the child says."""

    def __init__(self, tmp_path: Path, rest: str, boxes: list[bytes]) -> None:
        super().__init__()
        script = tmp_path / "child.py"
        script.write_text(CHILD.format(rest=rest))
        self.told = tmp_path / "told"
        self.heard: list[object] = []
        carried = pack(boxes)
        command = [sys.executable, str(script), str(self.told)]
        self.child = MainChild(command, [], carried, self)
        self.child.greeted.connect(lambda: self.heard.append("greeted"))
        self.child.back.connect(self.back)
        self.child.ended.connect(lambda: self.heard.append("ended"))

    def back(self, trusted: bool, carried: bytes) -> None:
        self.heard += [("back", trusted, carried)]
        self.child.answer()


def listen(qtbot, tmp_path: Path, rest: str, boxes: list[bytes] | None = None) -> Ears:
    ears = Ears(tmp_path, rest, boxes or [])
    qtbot.waitUntil(lambda: "ended" in ears.heard, timeout=20_000)
    return ears


@pytest.mark.parametrize("trusted", [True, False])
def test_there_and_back(qtbot, tmp_path: Path, trusted: bool) -> None:
    rest = f"""
answered = beside.back(trusted={trusted}, carried=pack(boxes), wait=20)
told.write_text(repr((len(boxes), answered)))
"""
    ears = listen(qtbot, tmp_path, rest, [BOX])
    assert ears.heard == ["greeted", ("back", trusted, pack([BOX])), "ended"]
    assert ears.told.read_text() == "(1, True)"


def test_without_words(qtbot, tmp_path: Path) -> None:
    ears = listen(qtbot, tmp_path, "told.write_text(repr(boxes))")
    assert ears.heard == ["greeted", "ended"]
    assert ears.told.read_text() == "[]"


def test_one_that_is_killed_says_nothing(qtbot, tmp_path: Path) -> None:
    ears = listen(qtbot, tmp_path, "os.kill(os.getpid(), 9)")
    assert ears.heard == ["greeted", "ended"]
    ears.child.answer()  # to nobody


def test_nonsense_ends_the_talk(qtbot, tmp_path: Path) -> None:
    rest = "beside._say(b'x'); beside._say(b'.')"
    assert listen(qtbot, tmp_path, rest).heard == ["greeted", "ended"]


def test_more_than_anybody_carries_is_not_taken(qtbot, tmp_path: Path) -> None:
    rest = f"beside._say(b'Bt' + ({MOST} + 1).to_bytes(4, 'big'))"
    assert listen(qtbot, tmp_path, rest).heard == ["greeted", ("back", True, b""), "ended"]


def test_a_meeting_that_is_gone_does_not_answer(tmp_path: Path) -> None:
    from peerdesk.app.tonight.pipe import Beside

    read, write = os.pipe()
    back_read, back_write = os.pipe()
    keep = os.dup(write)  # Beside silences the one it is given
    beside = Beside(back_read, keep)
    os.close(write)
    os.close(read)
    os.close(back_write)
    assert beside.carried() == b""
    assert not beside.back(trusted=True, wait=5)
    beside.greet()
    os.close(back_read)
    os.close(keep)
    os.close(beside._target)


def test_a_meeting_that_hangs_is_not_waited_for(tmp_path: Path) -> None:
    from peerdesk.app.tonight.pipe import Beside

    read, write = os.pipe()
    back_read, back_write = os.pipe()
    beside = Beside(back_read, write)
    assert not beside.back(trusted=False, wait=0.05)
    os.close(back_write)  # lets the thread go
    for handle in (read, write, beside._target):
        os.close(handle)
