"""A whole PeerDesk in this process, with small key derivation, for a person to sit at."""

from __future__ import annotations

import tempfile
from argparse import Namespace
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from peerdesk.app.desk import Desk
from peerdesk.app.start import parser
from peerdesk.core.clock import FixedClock
from peerdesk.ui import printing, theme

from .person import PATIENCE, Person

if TYPE_CHECKING:
    from .meeting_seat import MeetingSeat

TUESDAY = datetime(2026, 11, 24, 17, 45)
"""A Tuesday, three quarters of an hour before the group meets."""
ZONE = "Europe/London"


class TestDesk(Desk):
    """A desk that tells what it would start next instead of ending this process."""

    __test__ = False

    def __init__(self, *values: object) -> None:
        super().__init__(*values)  # type: ignore[arg-type]
        self.next_start: list[str] | None = None
        self.next_key = b""

    def _hand_over(self, arguments: list[str], key: bytes = b"") -> None:
        self.put_away()
        self.next_start, self.next_key = arguments, key


class Seat:
    """Where somebody sits down: starts PeerDesk on ``workspace``, ending the one before."""

    def __init__(self, qapp, qtbot, kdf, folder: Path, clock: FixedClock) -> None:
        self.workspace = folder / "workspace"
        self.clock = clock
        self._parts = (qapp, qtbot, kdf)
        self.desk: TestDesk | None = None

    def __call__(self, *arguments: str) -> tuple[TestDesk, Person]:
        """Start with these arguments and the workspace."""
        return self.start(["--workspace", str(self.workspace), *arguments])

    def start(self, argv: list[str]) -> tuple[TestDesk, Person]:
        """Start with exactly these arguments."""
        self.leave()
        qapp, qtbot, kdf = self._parts
        options: Namespace = parser().parse_args(argv)
        desk = self.desk = TestDesk(qapp, options, kdf, None)
        desk.clock = self.clock
        painted: list[int] = []
        desk.settled.connect(lambda: painted.append(1))
        assert desk.start()
        qtbot.waitUntil(lambda: bool(painted), timeout=PATIENCE)

        def window():
            assert desk.window is not None
            return desk.window

        return desk, Person(qtbot, window)

    def come_back(self) -> tuple[TestDesk, Person]:
        """What the process that was started at a lock, or at the end of the first start, shows."""
        assert self.desk is not None
        argv = self.desk.next_start
        assert argv is not None, "PeerDesk was not locked"
        return self.start(argv)

    def leave(self) -> None:
        """Close the window."""
        desk, self.desk = self.desk, None
        if desk is None:
            return
        if desk.window is not None:
            desk.window.close()
            desk.window.deleteLater()
        desk.finish()
        desk.deleteLater()


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock(TUESDAY, ZONE)


@pytest.fixture(autouse=True)
def own_temp(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Temporary files of the journey lie where the journey can look at them."""
    folder = tmp_path / "temp"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    monkeypatch.setenv("TMPDIR", str(folder))
    return folder


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """The folder the workspace stands in."""
    folder = tmp_path / "house"
    folder.mkdir()
    return folder


@pytest.fixture
def sit_down(qapp: QApplication, qtbot, tiny_kdf, home: Path, clock: FixedClock) -> Iterator[Seat]:
    """A seat before ``home/workspace``."""
    seat = Seat(qapp, qtbot, tiny_kdf, home, clock)
    yield seat
    seat.leave()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    theme.apply(qapp)


@pytest.fixture
def meeting(sit_down: Seat, qapp: QApplication, qtbot, monkeypatch) -> Iterator[MeetingSeat]:
    """Where the meeting runs that was started at ``sit_down``."""
    from .meeting_seat import MeetingSeat

    made = MeetingSeat(sit_down, qapp, qtbot, monkeypatch)
    yield made
    made.leave()


@pytest.fixture
def printer(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The sheets that came out of the printer."""
    sheets: list[str] = []

    def print_text(body: str, _parent: object = None, **_how: object) -> bool:
        sheets.append(body)
        return True

    monkeypatch.setattr(printing, "print_text", print_text)
    monkeypatch.setattr(printing, "can_print", lambda: True)
    return sheets
