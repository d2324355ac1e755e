"""The first form of the shelf; the local services follow in the next step."""

TABLES = (
    """CREATE TABLE setting (
        id INTEGER PRIMARY KEY,
        uid BLOB NOT NULL,
        key TEXT NOT NULL,
        value TEXT NOT NULL
    )""",
    "CREATE UNIQUE INDEX setting_uid ON setting (uid)",
    "CREATE UNIQUE INDEX setting_key ON setting (key)",
    """CREATE TABLE crisis_line (
        id INTEGER PRIMARY KEY,
        uid BLOB NOT NULL,
        position INTEGER NOT NULL,
        title TEXT NOT NULL,
        detail TEXT NOT NULL DEFAULT '',
        number TEXT NOT NULL
    )""",
    "CREATE UNIQUE INDEX crisis_line_uid ON crisis_line (uid)",
    """CREATE TABLE public_meeting (
        id INTEGER PRIMARY KEY,
        uid BLOB NOT NULL,
        group_uid BLOB NOT NULL,
        name TEXT NOT NULL,
        dtstart TEXT NOT NULL,
        zone TEXT NOT NULL,
        minutes INTEGER NOT NULL,
        rrule TEXT NOT NULL DEFAULT '',
        place TEXT NOT NULL DEFAULT '',
        first_time TEXT NOT NULL DEFAULT ''
    )""",
    "CREATE UNIQUE INDEX public_meeting_uid ON public_meeting (uid)",
    """CREATE TABLE cabinet_card (
        id INTEGER PRIMARY KEY,
        uid BLOB NOT NULL,
        file_id TEXT NOT NULL,
        generation INTEGER NOT NULL,
        public_key BLOB NOT NULL
    )""",
    "CREATE UNIQUE INDEX cabinet_card_uid ON cabinet_card (uid)",
    "CREATE UNIQUE INDEX cabinet_card_file_id ON cabinet_card (file_id)",
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
