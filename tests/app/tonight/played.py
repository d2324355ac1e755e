"""The meeting's process in this process: its clocks, its computer and its main window played."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from peerdesk.app.arguments import parser
from peerdesk.app.platform.base import System
from peerdesk.app.tonight import process as module
from peerdesk.app.tonight.beside_us import BesideUs
from peerdesk.app.tonight.names_watch import NamesWatch
from peerdesk.app.tonight.process import TonightDesk
from peerdesk.app.tonight.window import TonightWindow
from peerdesk.core.clock import FixedClock, SteadyClock
from peerdesk.features.tonight.service import TonightService, new_sheet
from peerdesk.safe.carried import pack
from tests.features.tonight.conftest import plan_of

KEY, FILE = bytes(range(32)), "ab" * 16
SECOND = 1_000_000_000
BOX = b"w" * 60


class Hands:
    """Two clocks, moved by hand."""

    def __init__(self) -> None:
        self.wall, self.steady = 1_795_545_000 * SECOND, 5 * SECOND

    def passes(self, seconds: int) -> None:
        self.wall += seconds * SECOND
        self.steady += seconds * SECOND

    def sleeps(self, seconds: int) -> None:
        self.wall += seconds * SECOND


class Computer(System):
    """Tells what the test wants."""

    def __init__(self) -> None:
        self.tell: Callable[[str], None] | None = None
        self.awake = 1_000_000

    def watch(self, tell) -> None:
        self.tell = tell

    def stop(self) -> None:
        self.tell = None

    def awake_ms(self) -> int:
        return self.awake


class Child(QObject):
    """A main window that is played."""

    greeted = Signal()
    back = Signal(bool, bytes)
    ended = Signal()
    made: list[Child] = []

    def __init__(self, command, arguments, carried, parent) -> None:
        super().__init__(parent)
        self.command, self.arguments, self.carried = command, arguments, carried
        self.answers = 0
        Child.made.append(self)

    def answer(self) -> None:
        self.answers += 1


class Seat:
    """Starts the process on ``workspace`` and says what it did."""

    def __init__(self, qapp, qtbot, monkeypatch, workspace: Path, hands: Hands) -> None:
        self.workspace = workspace
        self._parts = qapp, qtbot
        self.given = KEY + pack([BOX])
        self.relaunched: list[tuple[list[str], bytes]] = []
        self.desk: TonightDesk | None = None
        self.greeted = 0
        Child.made.clear()
        monkeypatch.setattr(module, "take_carried", self._take)
        monkeypatch.setattr(module, "relaunch", self._relaunch)
        monkeypatch.setattr(module, "greet", self._greet)
        monkeypatch.setattr("peerdesk.safe.process.keys_held", lambda: True)
        monkeypatch.setattr("peerdesk.app.tonight.pipe.MainChild", Child)
        monkeypatch.setattr(TonightWindow, "raise_", lambda _self: None)
        monkeypatch.setattr(TonightDesk, "end_process", self._end)
        steady = SteadyClock("UTC", lambda: hands.wall, lambda: hands.steady)
        monkeypatch.setattr(module, "SteadyClock", lambda _zone: steady)

    def make_sheet(self, *, started: bool = True, stand_in: bool = False) -> Path:
        path = self.workspace / "tonight" / f"{FILE}.safe"
        path.parent.mkdir(parents=True)
        clock = FixedClock(start_time())
        plan = plan_of(stand_in=stand_in, people=() if stand_in else plan_of().people)
        uid = bytes.fromhex(FILE)
        place = new_sheet(path, KEY, plan, clock, sheet_uid=uid, code="2468")
        if started:
            TonightService(place, clock).start()
        place.close()
        return path

    def __call__(self, *more: str) -> TonightDesk:
        qapp, qtbot = self._parts
        argv = ["--tonight", FILE, "--workspace", str(self.workspace), "--greet", "--carry", *more]
        self.desk = TonightDesk(qapp, parser().parse_args(argv), ["peerdesk"])
        assert self.desk.start()
        desk = self.desk
        qtbot.waitUntil(lambda: desk._settled)
        return desk

    def leave(self) -> None:
        desk = self.desk
        if desk is not None and desk.window is not None:
            desk._put_away()
            desk.window._leaving = True
            desk.window.close()
            desk.window.deleteLater()
            desk.deleteLater()
            self.desk = None

    def _take(self, most: int) -> bytes:
        taken, self.given = self.given[:most], self.given[most:]
        return taken

    def _relaunch(self, _command, arguments, carried, patience) -> None:
        assert patience > 0
        self.relaunched.append((arguments, carried))

    def _greet(self) -> None:
        self.greeted += 1

    def _end(self) -> None:
        self.relaunched.append((["gone"], b""))


def start_time() -> datetime:
    return datetime.fromtimestamp(1_795_545_000, UTC).replace(tzinfo=None)


def window_of(desk: TonightDesk) -> TonightWindow:
    assert desk.window is not None
    return desk.window


def names_of(desk: TonightDesk) -> NamesWatch:
    assert desk.names is not None
    return desk.names


def beside_of(desk: TonightDesk) -> BesideUs:
    assert desk.beside is not None
    return desk.beside


def service_of(desk: TonightDesk) -> TonightService:
    assert desk.service is not None
    return desk.service
