"""Places for tests, opened in a folder of their own and closed afterwards."""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest

from peerdesk.core.clock import FixedClock
from peerdesk.store import cabinet as cabinet_module
from peerdesk.store.place import Place
from tests.store.copies import House, lived_in


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock(datetime(2026, 11, 24, 16, 20), "Europe/London")


@pytest.fixture
def key() -> bytes:
    return os.urandom(32)


@pytest.fixture
def cabinet(tmp_path: Path, key: bytes, clock: FixedClock) -> Iterator[Place]:
    place = cabinet_module.open_cabinet(tmp_path / "c.safe", key, clock, tmp_path / "backups")
    yield place
    place.close()


@pytest.fixture
def house(tmp_path: Path, clock: FixedClock) -> House:
    return lived_in(tmp_path / "w", clock)
