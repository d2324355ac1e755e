"""Checks a written package against a Tabular Data Package's own description, and compares shelves.

Independent of the exporter: it knows only Table Schema's types, formats and constraints.
"""

from __future__ import annotations

import csv
import json
import re
import uuid
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

from peerdesk.exchange.hsds_shape import SHAPES
from peerdesk.store.connection import Connection


def cells(folder: Path, path: str) -> list[dict[str, str]]:
    """Rows of a file by heading."""
    with (folder / path).open(newline="", encoding="utf-8") as file:
        rows = list(csv.reader(file))
    assert all(len(row) == len(rows[0]) for row in rows), path
    assert len(set(rows[0])) == len(rows[0]), path
    return [dict(zip(rows[0], row, strict=True)) for row in rows[1:]]


def _suits(cell: str, field: dict[str, Any]) -> None:
    kind, form = field["type"], field.get("format")
    if kind == "number":
        assert re.fullmatch(r"[+-]?\d+(\.\d+)?", cell), (field["name"], cell)
    elif kind == "date":
        date.fromisoformat(cell)
    elif kind == "time":
        assert re.fullmatch(r"\d\d:\d\d:\d\d", cell)
        time.fromisoformat(cell)
    elif kind == "datetime":
        assert datetime.fromisoformat(cell).tzinfo
    elif form == "uuid":
        assert str(uuid.UUID(cell)) == cell
    elif form == "email":
        assert re.fullmatch(r"[^@\s]+@[^@\s]+", cell), cell
    elif form == "uri":
        assert re.fullmatch(r"[A-Za-z][A-Za-z0-9+.-]*:\S+", cell), cell


def problems(folder: Path, described: dict[str, Any] | None = None) -> dict[str, int]:
    """Assert that ``folder`` is what ``described`` (or its own ``datapackage.json``) says; rows of
    each table."""
    own = json.loads((folder / "datapackage.json").read_text())
    assert own["profile"] == "tabular-data-package"
    about = described or own
    rows = {r["name"]: cells(folder, r["path"]) for r in about["resources"]}
    for resource in about["resources"]:
        name, schema = resource["name"], resource["schema"]
        for field in schema["fields"]:
            limits = field.get("constraints", {})
            column = [row[field["name"]] for row in rows[name]]
            for cell in column:
                assert cell or not limits.get("required"), (name, field["name"])
                if cell:
                    _suits(cell, field)
                    assert cell in limits.get("enum", [cell]), (name, field["name"], cell)
            if limits.get("unique") and (name, field["name"]) != ("program", "organization_id"):
                full = [c for c in column if c]
                assert len(set(full)) == len(full), (name, field["name"])
        for key in schema.get("foreignKeys", []):
            there = {row["id"] for row in rows[key["reference"]["resource"]]}
            assert {row[key["fields"]] for row in rows[name]} <= {*there, ""}, (name, key)
    for resource in own["resources"]:
        heads = [f["name"] for f in resource["schema"]["fields"]]
        with (folder / resource["path"]).open(newline="", encoding="utf-8") as file:
            assert next(csv.reader(file)) == heads
    return {name: len(found) for name, found in rows.items()}


def rows_of(shelf: Connection) -> dict[str, list[str]]:
    """Everything an import fills, by uid: the same on two shelves that hold the same directory."""
    found = {}
    for table, shape in SHAPES.items():
        refs = [f"(SELECT uid FROM {t} AS r WHERE r.id = t.{c})" for c, t in shape.refs.items()]
        columns = ", ".join(["t.uid", *refs, *(f"t.{c}" for c in shape.columns)])
        found[table] = sorted(map(repr, shelf.execute(f"SELECT {columns} FROM {table} AS t")))
    return found
