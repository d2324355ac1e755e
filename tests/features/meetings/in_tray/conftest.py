"""A cabinet with its group, and hands that put boxes into its in-tray."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from peerdesk.core.clock import FixedClock
from peerdesk.features.meetings.in_tray.service import InTrayService
from peerdesk.safe import seals
from peerdesk.safe.in_tray import seal
from peerdesk.store import in_tray
from peerdesk.store.cabinet import Group, open_cabinet
from peerdesk.store.evening import Extra, Result
from peerdesk.store.evening_json import write
from peerdesk.store.place import Place

from ..conftest import LABEL

GROUP = b"g" * 16
PAIR = seals.new_keypair()
MINUTE = 60_000


@pytest.fixture
def cabinet(tmp_path: Path, clock: FixedClock) -> Iterator[Place]:
    place = open_cabinet(tmp_path / "c.safe", bytes(range(32)), clock, tmp_path / "backups")
    with place.operation(LABEL):
        Group.create(
            uid=GROUP,
            name="Tuesday Circle",
            public_key=PAIR.public,
            secret_key=PAIR.secret,
            recovery_public=b"r" * 32,
            recovery_printed_at=1,
        )
    yield place
    place.close()


@pytest.fixture
def tray(cabinet: Place, shelf: Place) -> InTrayService:
    return InTrayService(cabinet, shelf)


def put(
    shelf: Place, data: str | bytes, kind: str = "slip", uid: bytes = b"", row: bytes = b""
) -> None:
    import os

    data = data.encode() if isinstance(data, str) else data
    box = seal(PAIR.public, GROUP, uid or os.urandom(16), kind, data)
    in_tray.put_into(shelf, GROUP, box, row or os.urandom(16), LABEL)


def evening(tray: InTrayService, meeting: bytes, **fields: object) -> Result:
    found = tray.meeting(meeting)
    at = tray.clock.now_ms() if found is None else found.starts_at
    made = Result(
        sheet=(b"s" * 16).hex(),
        meeting=meeting.hex(),
        group=GROUP.hex(),
        started_at=at,
        ended_at=at + 80 * MINUTE,
        start="" if found is None else found.start.strftime("%Y-%m-%dT%H:%M"),
        zone="Europe/London",
        extras=(Extra("", new=True), Extra("")),
        words="Sleep",
    )
    return replace(made, **fields)  # type: ignore[arg-type]


def put_evening(shelf: Place, result: Result, row: bytes = b"") -> None:
    put(shelf, write(result), "evening", bytes.fromhex(result.sheet), row)


def words(tray: InTrayService) -> list[str]:
    return [slip.words for slip in tray.look().slips]


def flood(shelf: Place, many: int, group: bytes = GROUP, first: int = -100_000) -> None:
    """Rows somebody wrote past us, before what lies there."""
    shelf.database.connection().execute(
        "WITH RECURSIVE n(x) AS (SELECT ? UNION ALL SELECT x + 1 FROM n LIMIT ?)"
        " INSERT INTO in_tray(id, uid, group_uid, box)"
        " SELECT x, randomblob(16), ?, randomblob(?) FROM n",
        (first, many, group, in_tray.SIZES[0]),
    )


def listed(shelf: Place) -> bytes:
    """A service of local help."""
    run = shelf.database.connection().execute
    run("INSERT INTO organization (id, uid, name) VALUES (1, ?, 'O')", (b"o" * 16,))
    sql = "INSERT INTO service (uid, organization_id, name) VALUES (?, 1, 'Warm Rooms')"
    run(sql, (b"w" * 16,))
    return b"w" * 16
