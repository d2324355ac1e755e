"""The list of what was erased for good and of keys that were withdrawn, kept in every place.

A row holds a uid, a kind and a time, never a name. ``kind`` is the table the row was in; ``key``
for a key that must not open anything again, and then the uid is its :func:`fingerprint`; ``drawer``
or ``cabinet`` (on the shelf) for a whole file, by the 16 bytes of its name. Bringing a copy back
applies the list before anybody sees the copy, so that nothing erased comes back.

Works on connections alone: copies are read without models.
"""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import blake2b
from typing import NamedTuple

from peerdesk.store.connection import Connection

KEY, DRAWER, CABINET = "key", "drawer", "cabinet"
SHEETS = "sheet "
"""Begins the keys of the group's settings that keep the order of a printed sign-in sheet: uids of
people in hex, with commas between."""
GONE_LINE = "-"
"""Stands in such an order for somebody who was erased, so that the others keep their numbers."""


class Gone(NamedTuple):
    """One entry; ``at`` is UTC milliseconds."""

    uid: bytes
    kind: str
    at: int


def fingerprint(key: bytes) -> bytes:
    """16 bytes that stand for a 32-byte key in the list and tell nothing about it."""
    return blake2b(key, digest_size=16, person=b"PeerDesk gone").digest()


def write_erased(connection: Connection, uid: bytes, kind: str, at: int) -> None:
    """Add to the list, inside the transaction of the caller; doing it twice changes nothing."""
    connection.execute(
        "INSERT INTO erased(uid, kind, erased_at) VALUES (?, ?, ?) ON CONFLICT(uid) DO NOTHING",
        (uid, kind, at),
    )


def withdraw_key(connection: Connection, key: bytes, at: int) -> None:
    """From now on nothing that comes back may be opened by ``key``."""
    write_erased(connection, fingerprint(key), KEY, at)


def erased_in(connection: Connection) -> frozenset[Gone]:
    """The list of an open file; empty for a file from before there was one."""
    if not _has_table(connection, "erased"):
        return frozenset()
    rows = connection.execute("SELECT uid, kind, erased_at FROM erased")
    return frozenset(Gone(bytes(uid), str(kind), int(at)) for uid, kind, at in rows)


def newest(entries: Iterable[Gone]) -> int:
    """When something was erased last, UTC milliseconds; 0 for never."""
    return max((g.at for g in entries), default=0)


def holds(connection: Connection, entries: Iterable[Gone]) -> bool:
    """Whether any erased row is in this file."""
    return any(
        _has_table(connection, g.kind) and _id_of(connection, g) is not None for g in entries
    )


def apply(connection: Connection, entries: Iterable[Gone]) -> None:
    """Erase in an open file what the list names, and keep the list in it; no word of it stays.

    The file must have the form of this version: bring it on first.
    """
    gone = sorted(entries, key=lambda g: (g.at, g.uid))
    connection.execute("BEGIN IMMEDIATE")
    try:
        for entry in gone:
            if _has_table(connection, entry.kind):
                _erase(connection, entry)
            write_erased(connection, *entry)
        connection.execute("COMMIT")
    except BaseException:
        connection.execute("ROLLBACK")
        raise
    if gone:
        scrub(connection)


def scrub(connection: Connection) -> None:
    """Let nothing that was deleted stay in the search tables, free pages or the journal."""
    made = "SELECT name FROM sqlite_master WHERE sql LIKE 'CREATE VIRTUAL TABLE%USING fts5%'"
    for (name,) in connection.execute(made).fetchall():
        connection.execute(f'INSERT INTO "{name}"("{name}") VALUES (\'optimize\')')
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.execute("VACUUM")
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def _erase(connection: Connection, entry: Gone) -> None:
    if entry.kind == "person":
        take_out(connection, entry.uid, entry.at)
    connection.execute(f'DELETE FROM "{entry.kind}" WHERE uid = ?', (entry.uid,))


def take_out(connection: Connection, uid: bytes, at: int) -> None:
    """Take a person out of everything in a cabinet that does not go with their row; inside a
    transaction, before the row goes. Nothing has to be there.

    Head counts stay right: each time they were there becomes one more person without a name. What
    they were to do and when they were away goes; where their name stood as mere words, it goes too
    when nobody else has it. On the orders of printed sheets a line of nobody is left, so that the
    numbers stay. Sheets of the group's own evenings may name them: the keys of those that are
    merged, or cannot be read now, go, and with them whatever such a file still holds.
    """
    run = connection.execute
    run(
        "UPDATE group_setting SET value = replace(value, ?, ?) WHERE substr(key, 1, ?) = ?"
        " AND instr(value, ?)",
        (uid.hex(), GONE_LINE, len(SHEETS), SHEETS, uid.hex()),
    )
    person = run("SELECT id, name FROM person WHERE uid = ?", (uid,)).fetchone()
    if person is None:
        return
    row, name = person
    run(
        "UPDATE meeting SET walk_ins = walk_ins + 1 WHERE id IN (SELECT meeting_id FROM attendance"
        " WHERE person_id = ? AND status IN ('here', 'phone', 'online'))",
        (row,),
    )
    shared = "SELECT 1 FROM person WHERE id <> ? AND name = ?"
    known = [uid.hex()] if run(shared, (row, name)).fetchone() else [uid.hex(), name]
    for words in known:
        for table, column in _NAMED:
            run(f"UPDATE {table} SET {column} = '' WHERE {column} = ?", (words,))
        run("DELETE FROM away WHERE who = ?", (words,))
    over = "length(meeting_uid) > 0 AND (merged_at IS NOT NULL OR missed_at IS NOT NULL)"
    for (sheet,) in run(f"SELECT uid FROM tonight WHERE {over}").fetchall():
        write_erased(connection, sheet, "tonight", at)
    run(f"DELETE FROM tonight WHERE {over}")


_NAMED = (
    ("meeting", "lead"),
    ("meeting", "door"),
    ("agenda_item", "lead"),
    ("duty", "who"),
    ("duty", "cover"),
)
"""Columns that may name a person: by their uid in hex, or by mere words."""


def _id_of(connection: Connection, entry: Gone) -> int | None:
    row = connection.execute(
        f'SELECT id FROM "{entry.kind}" WHERE uid = ?', (entry.uid,)
    ).fetchone()
    return None if row is None else int(row[0])


def _has_table(connection: Connection, name: str) -> bool:
    """Whether ``name`` is a table with uids; it may come from a file, so nothing else is."""
    if not (name.isidentifier() and name.isascii()) or name.startswith("sqlite_"):
        return False
    columns = {row[1] for row in connection.execute(f'PRAGMA table_info("{name}")')}
    return {"id", "uid"} <= columns
