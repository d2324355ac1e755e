"""The first form of a drawer."""

TABLES = (
    """CREATE TABLE preference (
        id INTEGER PRIMARY KEY,
        uid BLOB NOT NULL,
        key TEXT NOT NULL,
        value TEXT NOT NULL
    )""",
    "CREATE UNIQUE INDEX preference_uid ON preference (uid)",
    "CREATE UNIQUE INDEX preference_key ON preference (key)",
    """CREATE TABLE identity (
        id INTEGER PRIMARY KEY,
        uid BLOB NOT NULL,
        public_key BLOB NOT NULL,
        secret_key BLOB NOT NULL
    )""",
    "CREATE UNIQUE INDEX identity_uid ON identity (uid)",
    """CREATE TABLE cabinet_pass (
        id INTEGER PRIMARY KEY,
        uid BLOB NOT NULL,
        file_id TEXT NOT NULL,
        opened_at INTEGER
    )""",
    "CREATE UNIQUE INDEX cabinet_pass_uid ON cabinet_pass (uid)",
    "CREATE UNIQUE INDEX cabinet_pass_file_id ON cabinet_pass (file_id)",
    """CREATE TABLE note (
        id INTEGER PRIMARY KEY,
        uid BLOB NOT NULL,
        title TEXT NOT NULL DEFAULT '',
        body TEXT NOT NULL DEFAULT '',
        created_at INTEGER NOT NULL,
        changed_at INTEGER NOT NULL,
        meeting_uid BLOB,
        person_uid BLOB,
        about TEXT NOT NULL DEFAULT '',
        archived_at INTEGER
    )""",
    "CREATE UNIQUE INDEX note_uid ON note (uid)",
    "CREATE INDEX note_changed ON note (archived_at, changed_at)",
    """CREATE TABLE erased (
        id INTEGER PRIMARY KEY,
        uid BLOB NOT NULL,
        kind TEXT NOT NULL,
        erased_at INTEGER NOT NULL
    )""",
    "CREATE UNIQUE INDEX erased_uid ON erased (uid)",
)


def up(migrator, db):  # type: ignore[no-untyped-def]
    for sql in TABLES:
        db.execute_sql(sql)
