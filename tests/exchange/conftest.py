"""A shelf, and small packages written on the spot."""

from __future__ import annotations

import csv
import sys
import zipfile
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest

from peerdesk.core.clock import FixedClock
from peerdesk.store.connection import Connection
from peerdesk.store.place import Place
from peerdesk.store.shelf import open_shelf

sys.path.insert(0, str(Path(__file__).parent))

from packages import Tables, Write

NOON = datetime(2026, 11, 24, 12, 0)  # a Tuesday


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
