"""A cabinet with two facilitators, and one of them at the desk."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest

from peerdesk.core.clock import FixedClock
from peerdesk.core.ids import new_uid
from peerdesk.features.team.service import TeamService
from peerdesk.store.cabinet import Keyholder, Person, open_cabinet
from peerdesk.store.place import Place

MARIA, TOM = new_uid(), new_uid()
EVENING, ANA = new_uid(), new_uid()


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock(datetime(2026, 11, 24, 20, 21), "Europe/London")


@pytest.fixture
def cabinet(tmp_path: Path, clock: FixedClock) -> Iterator[Place]:
    place = open_cabinet(tmp_path / "group.safe", b"k" * 32, clock, tmp_path / "backups")
    for uid, name in ((MARIA, "Maria"), (TOM, "Tom Q")):
        Keyholder.create(uid=uid, name=name, public_key=uid * 2, since_at=1)
    Person.create(uid=ANA, name="Ana", added_at=1, changed_at=1)
    place.database.connection().execute("DELETE FROM temp.undo_log")
    yield place
    place.close()


@pytest.fixture
def maria(cabinet: Place, clock: FixedClock) -> TeamService:
    return TeamService(cabinet, MARIA, clock)


@pytest.fixture
def tom(cabinet: Place, clock: FixedClock) -> TeamService:
    return TeamService(cabinet, TOM, clock)
