"""Keys that may not open the group any more, and for whom the seals were made last."""

from __future__ import annotations

TABLES = (
    """CREATE TABLE withdrawn_key (
        id INTEGER PRIMARY KEY,
        uid BLOB NOT NULL,
        public_key BLOB NOT NULL,
        withdrawn_at INTEGER NOT NULL
    )""",
    "CREATE UNIQUE INDEX withdrawn_key_uid ON withdrawn_key (uid)",
    "ALTER TABLE support_group ADD COLUMN sealed_for BLOB",
)


def up(migrator, db):  # type: ignore[no-untyped-def]
    for sql in TABLES:
        db.execute_sql(sql)
