"""Tonight's sheet: the plan it was started with, and everything that happened, in order."""

from __future__ import annotations

TABLES = (
    """CREATE TABLE sheet (
        id INTEGER PRIMARY KEY,
        uid BLOB NOT NULL,
        plan TEXT NOT NULL,
        code_salt BLOB,
        code_hash BLOB,
        tries_left INTEGER NOT NULL DEFAULT 0,
        alive_at INTEGER NOT NULL
    )""",
    "CREATE UNIQUE INDEX sheet_uid ON sheet (uid)",
    """CREATE TABLE event (
        id INTEGER PRIMARY KEY,
        uid BLOB NOT NULL,
        at INTEGER NOT NULL,
        kind TEXT NOT NULL,
        body TEXT NOT NULL DEFAULT '{}'
    )""",
    "CREATE UNIQUE INDEX event_uid ON event (uid)",
)


def up(migrator, db):  # type: ignore[no-untyped-def]
    for sql in TABLES:
        db.execute_sql(sql)
