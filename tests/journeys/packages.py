"""Packages of services as somebody would download them, good and bad."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Iterable
from pathlib import Path


def _csv(rows: Iterable[Iterable[object]]) -> str:
    out = io.StringIO()
    csv.writer(out).writerows(rows)
    return out.getvalue()


def write(path: Path, files: dict[str, str]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in files.items():
            archive.writestr(name, text)
    return path


def directory(path: Path, count: int, word: str = "Service") -> Path:
    """An HSDS 3.0 package of ``count`` services, each with a phone and a place."""
    numbers = range(count)
    tables = {
        "organizations.csv": [
            ("id", "name", "description"),
            *((f"o{n}", f"House {n // 10}", "") for n in range(0, count, 10)),
        ],
        "services.csv": [
            ("id", "organization_id", "name", "description", "status"),
            *(
                (f"s{n}", f"o{n // 10 * 10}", f"{word} {n}", f"Open door number {n}.", "active")
                for n in numbers
            ),
        ],
        "phones.csv": [
            ("id", "service_id", "number"),
            *((f"p{n}", f"s{n}", f"020 7946 {n:04}") for n in numbers),
        ],
        "locations.csv": [
            ("id", "name", "location_type"),
            *((f"l{n}", f"Corner {n}", "physical") for n in numbers),
        ],
        "service_at_locations.csv": [
            ("id", "service_id", "location_id"),
            *((f"a{n}", f"s{n}", f"l{n}") for n in numbers),
        ],
        "addresses.csv": [
            ("id", "location_id", "address_1", "city", "address_type"),
            *((f"d{n}", f"l{n}", f"{n} High Street", "Riverside", "physical") for n in numbers),
        ],
    }
    return write(path, {name: _csv(rows) for name, rows in tables.items()})
