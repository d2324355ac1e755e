"""A house with two facilitators, and its copies."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest

from peerdesk.core.clock import FixedClock
from peerdesk.features.backups.service import BackupsService
from tests.store.copies import House, lived_in
from tests.tiny_app import TINY


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock(datetime(2026, 11, 24, 16, 20), "Europe/London")


@pytest.fixture
def house(tmp_path: Path, clock: FixedClock) -> House:
    return lived_in(tmp_path / "w", clock)


@pytest.fixture
def service(house: House) -> BackupsService:
    return BackupsService(house.workspace, house.clock, TINY, house.opened())


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    root = tmp_path / "STICK"
    root.mkdir()
    return root
