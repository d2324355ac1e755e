"""A drawer of its own for each test."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest

from peerdesk.core.clock import FixedClock
from peerdesk.features.notes.service import NotesService
from peerdesk.store.drawer import open_drawer
from peerdesk.store.place import Place

KEY = bytes(range(32))


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock(datetime(2026, 11, 24, 20, 21), "Europe/London")


@pytest.fixture
def drawer(tmp_path: Path, clock: FixedClock) -> Iterator[Place]:
    place = open_drawer(tmp_path / "mine.safe", KEY, clock, tmp_path / "backups")
    yield place
    place.close()


@pytest.fixture
def notes(drawer: Place) -> NotesService:
    return NotesService(drawer)
