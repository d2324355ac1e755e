"""What a meeting needs of the shelf: steps when someone needs help, an agenda for a stand-in,
what was put into a group's in-tray, and how public meetings are joined."""

from __future__ import annotations

TABLES = (
    """CREATE TABLE crisis_step (
        id INTEGER PRIMARY KEY,
        uid BLOB NOT NULL,
        group_uid BLOB NOT NULL,
        position INTEGER NOT NULL,
        title TEXT NOT NULL,
        detail TEXT NOT NULL DEFAULT ''
    )""",
    "CREATE UNIQUE INDEX crisis_step_uid ON crisis_step (uid)",
    """CREATE TABLE published_agenda (
        id INTEGER PRIMARY KEY,
        uid BLOB NOT NULL,
        group_uid BLOB NOT NULL,
        plan TEXT NOT NULL
    )""",
    "CREATE UNIQUE INDEX published_agenda_uid ON published_agenda (uid)",
    """CREATE TABLE in_tray (
        id INTEGER PRIMARY KEY,
        uid BLOB NOT NULL,
        group_uid BLOB NOT NULL,
        box BLOB NOT NULL
    )""",
    "CREATE UNIQUE INDEX in_tray_uid ON in_tray (uid)",
    "CREATE INDEX in_tray_group ON in_tray (group_uid)",
    "ALTER TABLE public_meeting ADD COLUMN way TEXT NOT NULL DEFAULT 'in person'",
    "ALTER TABLE public_meeting ADD COLUMN dial_in TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE public_meeting ADD COLUMN address TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE public_meeting ADD COLUMN ended_on TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE public_meeting ADD COLUMN left_out TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE public_meeting ADD COLUMN extra TEXT NOT NULL DEFAULT ''",
)


def up(migrator, db):  # type: ignore[no-untyped-def]
    for sql in TABLES:
        db.execute_sql(sql)
