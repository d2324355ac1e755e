"""A shelf, and small packages written on the spot."""

from __future__ import annotations

import csv
import zipfile
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import pytest

from peerdesk.core.clock import FixedClock
from peerdesk.exchange.hsds_shape import SHAPES
from peerdesk.store.connection import Connection
from peerdesk.store.place import Place
from peerdesk.store.shelf import open_shelf

NOON = datetime(2026, 11, 24, 12, 0)  # a Tuesday
Tables = dict[str, list[dict[str, object]]]
Write = Callable[..., Path]


@pytest.fixture
def shelf(tmp_path: Path) -> Iterator[Place]:
    place = open_shelf(tmp_path / "shelf.db", FixedClock(NOON), tmp_path / "backups")
    yield place
    place.close()


@pytest.fixture
def job(shelf: Place) -> Iterator[Connection]:
    connection = shelf.another()
    yield connection
    connection.close()


@pytest.fixture
def package(tmp_path: Path) -> Write:
    """Writes tables (or raw bytes by file name) into a folder, or a zip of it."""

    def write(
        tables: Tables | None = None,
        *,
        name: str = "package",
        raw: dict[str, bytes] | None = None,
        zipped: str = "",
        inside: str = "",
    ) -> Path:
        folder = tmp_path / name
        folder.mkdir(exist_ok=True)
        for table, rows in (tables or {}).items():
            with (folder / f"{table}.csv").open("w", newline="", encoding="utf-8") as file:
                columns = dict.fromkeys(key for row in rows for key in row)
                writer = csv.DictWriter(file, list(columns))
                writer.writeheader()
                writer.writerows(rows)
        for file_name, data in (raw or {}).items():
            (folder / file_name).write_bytes(data)
        if not zipped:
            return folder
        target = tmp_path / zipped
        with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
            for path in sorted(folder.iterdir()):
                archive.write(path, f"{inside}{path.name}")
        return target

    return write


def dump(shelf: Place) -> dict[str, list[str]]:
    """Everything in the directory, for before-and-after comparisons."""
    return {t: sorted(map(repr, shelf.rows(f"SELECT * FROM {t}"))) for t in SHAPES}


def plain() -> Tables:
    """A small, tidy 3.0 package."""
    return {
        "organizations": [{"id": "o1", "name": "Riverside Trust", "description": "Helps"}],
        "services": [
            {
                "id": "s1",
                "organization_id": "o1",
                "name": "Housing Clinic",
                "description": "Advice on eviction. Free of charge.",
                "status": "active",
                "fees_description": "Free",
            },
            {
                "id": "s2",
                "organization_id": "o1",
                "name": "Food Bank",
                "description": "Food for three days.",
                "status": "active",
                "fees_description": "",
            },
        ],
        "locations": [{"id": "l1", "location_type": "physical", "name": "Mill House"}],
        "service_at_location": [{"id": "x1", "service_id": "s1", "location_id": "l1"}],
        "addresses": [
            {
                "id": "a1",
                "location_id": "l1",
                "address_1": "12 Mill Lane",
                "city": "Millbrook",
                "address_type": "physical",
            }
        ],
        "phones": [
            {"id": "p1", "service_id": "s1", "number": "555 0198"},
            {"id": "p2", "service_id": "s2", "number": "555 0199"},
        ],
        "schedules": [
            {
                "id": "h1",
                "service_id": "s1",
                "freq": "WEEKLY",
                "byday": "MO,TU",
                "opens_at": "9:00am",
                "closes_at": "17:00",
            }
        ],
        "languages": [{"id": "g1", "service_id": "s1", "name": "English", "code": "en"}],
    }
