"""A first start in a folder of its own."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from peerdesk.app.first_start import FirstStart
from peerdesk.core.clock import FixedClock
from peerdesk.safe.kdf import Kdf
from peerdesk.store.workspace import Workspace

from .walk import Ended, Make


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock(datetime(2026, 11, 22, 16, 0), "Europe/London")


@pytest.fixture
def place(tmp_path: Path) -> Path:
    return tmp_path / "Gruppe für alle" / "workspace"


@pytest.fixture
def ended() -> Ended:
    return []


@pytest.fixture
def make(qtbot: QtBot, place: Path, tiny_kdf: Kdf, clock: FixedClock, ended: Ended) -> Make:
    def made() -> FirstStart:
        window = FirstStart(Workspace(place), tiny_kdf, clock)
        qtbot.addWidget(window)
        window.finished.connect(lambda *what: ended.append(what))
        window.show()
        return window

    return made
