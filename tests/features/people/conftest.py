"""A cabinet with a made-up group, as it stands on a Sunday between two Tuesdays."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest

from peerdesk.core.clock import FixedClock
from peerdesk.core.ids import natural_uid
from peerdesk.features.people.service import PeopleService
from peerdesk.store.cabinet import Attendance, Meeting, Person, open_cabinet
from peerdesk.store.place import Place

TUESDAYS = ("2026-10-20", "2026-10-27", "2026-11-03", "2026-11-10", "2026-11-17", "2026-11-24")


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock(datetime(2026, 11, 22, 16, 12))


@pytest.fixture
def cabinet(tmp_path: Path, clock: FixedClock) -> Iterator[Place]:
    place = open_cabinet(tmp_path / "group.safe", b"k" * 32, clock, tmp_path / "backups")
    yield place
    place.close()


@pytest.fixture
def people(cabinet: Place) -> PeopleService:
    return PeopleService(cabinet)


@pytest.fixture
def meetings(cabinet: Place) -> dict[str, int]:
    """Six Tuesdays by day; the last is still to come."""
    del cabinet
    return {
        day: Meeting.create(
            uid=natural_uid("meeting", day),
            start=f"{day}T18:30",
            zone="UTC",
            minutes=90,
        ).id
        for day in TUESDAYS
    }


def mark(uid: bytes, meeting: int, status: str) -> None:
    """Attendance as the meetings room would keep it."""
    Attendance.create(
        uid=natural_uid("attendance", uid, meeting),
        meeting=meeting,
        person=Person.get(Person.uid == uid).id,
        status=status,
        marked_at=0,
    )
