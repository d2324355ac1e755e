"""A running meeting in this process: what its own process would show, on the seat's clock."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from peerdesk.app.arguments import parser
from peerdesk.app.platform.base import System
from peerdesk.app.tonight import process
from peerdesk.app.tonight.code_dialog import CodeDialog
from peerdesk.app.tonight.process import TonightDesk
from peerdesk.app.tonight.window import TonightWindow
from peerdesk.core.clock import SteadyClock
from peerdesk.features.tonight.state import State
from peerdesk.store.workspace import Workspace

from .conftest import ZONE, Seat, TestDesk
from .person import PATIENCE, Person

MS = 1_000_000
CODE = "1357"


class Quiet(System):
    """A computer nobody locks and that never sleeps."""

    awake = 1_000_000

    def awake_ms(self) -> int:
        return self.awake


class MeetingSeat:
    """Takes over where a desk of ``seat`` handed over to the meeting's process."""

    def __init__(self, seat: Seat, qapp, qtbot, monkeypatch: pytest.MonkeyPatch) -> None:
        self.seat = seat
        self._qapp, self._qtbot = qapp, qtbot
        self._key = b""
        self.desk: TonightDesk | None = None
        self.computer = Quiet()
        self.next_start: list[str] | None = None
        wall = lambda: seat.clock.now_ms() * MS  # noqa: E731
        monkeypatch.setattr(process, "SteadyClock", lambda _zone: SteadyClock(ZONE, wall, wall))
        monkeypatch.setattr(process, "take_carried", lambda most: self._key[:most])
        monkeypatch.setattr(process, "relaunch", self._relaunch)
        monkeypatch.setattr(process, "greet", lambda: None)
        monkeypatch.setattr("peerdesk.safe.process.keys_held", lambda: True)
        monkeypatch.setattr(TonightWindow, "raise_", lambda _self: None)
        monkeypatch.setattr(TonightDesk, "end_process", lambda _self: None)
        monkeypatch.setattr(TonightDesk, "system", self.computer)

    # -- the process -------------------------------------------------------------------------

    def begin(self) -> Person:
        """Start what the desk handed over to; who sits before it."""
        before = self.seat.desk
        assert before is not None
        assert before.next_start is not None, "no meeting was started"
        self._key = before.next_key
        argv = before.next_start
        self.seat.leave()
        desk = self.desk = TonightDesk(self._qapp, parser().parse_args(argv), ["peerdesk"])
        painted: list[int] = []
        desk.settled.connect(lambda: painted.append(1))
        assert desk.start()
        self._qtbot.waitUntil(lambda: bool(painted), timeout=PATIENCE)

        def window() -> TonightWindow:
            assert desk.window is not None
            return desk.window

        return Person(self._qtbot, window)

    def to_the_welcome_page(self) -> tuple[TestDesk, Person]:
        """The meeting has ended: what is shown then."""
        argv = self.next_start
        assert argv is not None, "the meeting was not ended"
        self.leave()
        return self.seat.start(argv)

    def loses_power(self) -> None:
        """What is on the disk now is all there is; nothing is saved or closed."""
        folder = Workspace(self.seat.workspace).tonight
        kept = {path: path.read_bytes() for path in folder.iterdir() if path.is_file()}
        self.leave()
        for path in list(folder.iterdir()):
            if path.is_file():
                path.unlink()
        for path, data in kept.items():
            path.write_bytes(data)

    def leave(self) -> None:
        """The process is gone."""
        desk, self.desk = self.desk, None
        self.next_start = None
        if desk is None:
            return
        window = desk.window
        assert window is not None
        desk._put_away()
        window._leaving = True
        window.close()
        window.deleteLater()
        desk.deleteLater()

    def _relaunch(self, _command, arguments: list[str], _carried, **_how: object) -> None:
        self.next_start = arguments

    # -- looking and waiting -----------------------------------------------------------------

    @property
    def window(self) -> TonightWindow:
        assert self.desk is not None
        assert self.desk.window is not None
        return self.desk.window

    @property
    def state(self) -> State:
        assert self.desk is not None
        assert self.desk.service is not None
        return self.desk.service.state()

    def passes(self, minutes: float) -> None:
        """So long it goes on."""
        self.seat.clock.advance(minutes=minutes)
        self.window.tick.now()

    def left_alone(self) -> None:
        """Nobody touches the computer for more than three minutes."""
        assert self.desk is not None
        assert self.desk.names is not None
        watch = self.desk.names.watch
        assert watch is not None
        self.computer.awake += 3 * 60_000 + 1
        watch.look()

    @property
    def digits(self) -> str:
        """The time on the facilitator's face."""
        from peerdesk.features.tonight.facilitator import Facilitator

        face = self.window.face("facilitator")
        assert isinstance(face, Facilitator)
        return face.timer.digits.text()


def begins(person: Person, button: str = "Start meeting", code: str = CODE) -> None:
    """From Today to the hand-over, with a code of one's own."""
    person.waits_for(button)
    person.presses(button)
    types_code(person, code)


def types_code(person: Person, code: str = CODE) -> None:
    """In the dialog that asks for tonight's code."""
    person.qtbot.waitUntil(lambda: bool(person.window.findChildren(CodeDialog)), timeout=PATIENCE)
    dialog = person.window.findChildren(CodeDialog)[-1]
    dialog.digits.setText(code)
    dialog.go.click()


def comes(person: Person, letters: str) -> None:
    """Somebody comes: F3, a few letters, Enter, and back."""
    person.key(Qt.Key.Key_F3)
    person.keys(letters)
    person.key(Qt.Key.Key_Return)


def files_of(workspace: Path) -> Iterator[tuple[str, bytes]]:
    """Every file of a workspace with what is in it."""
    for path in sorted(workspace.rglob("*")):
        if path.is_file():
            yield str(path.relative_to(workspace)), path.read_bytes()
