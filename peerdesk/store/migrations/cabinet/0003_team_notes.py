"""Notes of the team: every facilitator reads them, each carries its author."""

from __future__ import annotations

TABLES = (
    """CREATE TABLE team_note (
        id INTEGER PRIMARY KEY,
        uid BLOB NOT NULL,
        author_uid BLOB NOT NULL,
        author_name TEXT NOT NULL,
        title TEXT NOT NULL DEFAULT '',
        body TEXT NOT NULL DEFAULT '',
        created_at INTEGER NOT NULL,
        changed_at INTEGER NOT NULL,
        meeting_uid BLOB,
        person_uid BLOB,
        about TEXT NOT NULL DEFAULT '',
        parent_uid BLOB,
        archived_at INTEGER
    )""",
    "CREATE UNIQUE INDEX team_note_uid ON team_note (uid)",
    "CREATE INDEX team_note_created ON team_note (archived_at, created_at)",
    "CREATE INDEX team_note_parent ON team_note (parent_uid)",
)


def up(migrator, db):  # type: ignore[no-untyped-def]
    for sql in TABLES:
        db.execute_sql(sql)
