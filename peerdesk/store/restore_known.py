"""What is known of a place from sources newer than a copy of it, and carried into what comes back:
what was erased since, and who may open it now."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from peerdesk.core.errors import KnownError
from peerdesk.store import backup_names, erased
from peerdesk.store.backup_archive import Archive
from peerdesk.store.backup_names import WAL
from peerdesk.store.connection import Connection
from peerdesk.store.erased import Gone
from peerdesk.store.glance import SQLITE_ERRORS
from peerdesk.store.restore import Look
from peerdesk.store.restore_group import way_in
from peerdesk.store.restore_state import here, opens, peek

KEYS_OF_GROUP = (
    "generation",
    "public_key",
    "secret_key",
    "former_secret",
    "recovery_public",
    "recovery_printed_at",
    "sealed_for",
)
"""What says who opens a group stays as it is now, whatever the copy says."""
CARRIED = {
    "shelf": ("cabinet_card",),
    "cabinet": ("keyholder", "withdrawn_key"),
    "drawer": ("identity", "cabinet_pass"),
}


@dataclass
class Now:
    """What is known of a place from sources newer than the copy."""

    gone: set[Gone] = field(default_factory=set)
    rows: dict[str, list[dict[str, Any]]] = field(default_factory=dict)
    withdrawn: set[bytes] = field(default_factory=set)
    generation: int = 0
    """Of the group's key, where ``rows`` are from."""


def what_is_known(looked: Look, name: str, scratch: Path) -> Now:
    """From the file that is here and from newer copies: what was erased, and who opens it now.

    The first source that can be read says who; all of them say what is gone.
    """
    now = Now()
    for path, key in _newer_sources(looked, name, scratch):
        try:
            connection = peek(path, key)
        except KnownError:
            continue
        try:
            now.gone |= erased.erased_in(connection)
            kind = backup_names.kind_of(name)
            wanted = (*CARRIED[kind], *(("support_group",) if kind == "cabinet" else ()))
            rows = {t: found for t in wanted if (found := _read(connection, t)) is not None}
            now.withdrawn |= {row["public_key"] for row in rows.get("withdrawn_key", [])}
            if not now.rows:
                now.rows = rows
                now.generation = max(
                    (r["generation"] for r in rows.get("support_group", ())), default=0
                )
        except SQLITE_ERRORS:
            continue  # damaged: the next newest
        finally:
            connection.close()
    return now


def _newer_sources(looked: Look, name: str, scratch: Path) -> Iterator[tuple[Path, bytes | None]]:
    workspace = looked.workspace
    keys: list[bytes | None] = [*keys_at_hand(looked, name)]
    if backup_names.kind_of(name) == "shelf":
        keys = [None]
    elif backup_names.kind_of(name) == "cabinet":
        way = way_in(looked, name)
        keys += [] if way is None else [way.key]
    keys = list(dict.fromkeys(keys))
    now = here(workspace, name)
    for key in keys:
        if now.exists() and opens(now, key):
            yield now, key
    newer = [p for p in backup_names.in_folder(workspace.backups) if p != looked.path]
    newer = [p for p in newer if (backup_names.made_at_of(p) or 0) > looked.made_at]
    for number, path in enumerate(reversed(newer)):
        room = scratch / f"newer-{number}"
        with contextlib.suppress(KnownError), Archive(path) as archive:
            for part in (name, name + WAL):
                if part in archive.members:
                    archive.extract(part, room / part)
        for key in keys:
            if (room / name).exists() and opens(room / name, key):
                yield room / name, key
    for path in sorted(workspace.backups.glob(f"{now.stem}-*.bak")):
        for key in keys:
            if opens(path, key):
                yield path, key


def _read(connection: Connection, table: str) -> list[dict[str, Any]] | None:
    columns = _columns(connection, table)
    if not columns:
        return None
    rows = connection.execute(f"SELECT {', '.join(columns)} FROM {table} ORDER BY id")
    return [dict(zip(columns, row, strict=True)) for row in rows]


def _columns(connection: Connection, table: str) -> list[str]:
    return [row[1] for row in connection.execute(f"PRAGMA table_info({table})")]


def withdrawn_keys(now: Now) -> set[bytes]:
    """Fingerprints of keys that must not open anything again."""
    return {g.uid for g in now.gone if g.kind == erased.KEY}


def keys_at_hand(looked: Look, name: str) -> list[bytes]:
    """The keys that may open a place, now or in the copy."""
    keys = looked.keys.safes.get(name), looked.old.get(name)
    return list(dict.fromkeys(key for key in keys if key is not None))


def carry_over(connection: Connection, kind: str, now: Now, new_generation: bool) -> None:
    """Say in a place out of a copy who may open it now. ``new_generation``: the group's key is
    another from here on."""
    connection.execute("PRAGMA foreign_keys = OFF")
    for table in CARRIED[kind]:
        if table in now.rows:
            _put(connection, table, now.rows[table])
    if kind == "cabinet":
        for row in now.rows.get("support_group", []):
            kept = [
                c for c in KEYS_OF_GROUP if c in row and c in _columns(connection, "support_group")
            ]
            sets = ", ".join(f"{c} = ?" for c in kept)
            connection.execute(f"UPDATE support_group SET {sets}", [row[c] for c in kept])
        for public in now.withdrawn:
            connection.execute("DELETE FROM keyholder WHERE public_key = ?", (public,))
        if new_generation:
            connection.execute("UPDATE support_group SET generation = generation + 1")
        connection.execute("UPDATE support_group SET sealed_for = NULL")  # looked at again
    connection.execute("PRAGMA foreign_keys = ON")


def _put(connection: Connection, table: str, rows: list[dict[str, Any]]) -> None:
    """Make the rows of ``table`` those of now; a row that stays keeps its id."""
    columns = _columns(connection, table)
    uids = [row["uid"] for row in rows]
    marks = ", ".join("?" * len(uids))
    connection.execute(f"DELETE FROM {table} WHERE uid NOT IN ({marks})", uids)
    for row in rows:
        kept = [c for c in row if c in columns and c != "id"]
        sets = ", ".join(f"{c} = excluded.{c}" for c in kept)
        connection.execute(
            f"INSERT INTO {table}({', '.join(kept)}) VALUES ({', '.join('?' * len(kept))})"
            f" ON CONFLICT(uid) DO UPDATE SET {sets}",
            [row[c] for c in kept],
        )
