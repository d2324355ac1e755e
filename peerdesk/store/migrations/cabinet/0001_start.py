"""The first form of a cabinet."""

TABLES = (
    """CREATE TABLE support_group (
        id INTEGER PRIMARY KEY,
        uid BLOB NOT NULL,
        name TEXT NOT NULL,
        centre TEXT NOT NULL DEFAULT '',
        generation INTEGER NOT NULL,
        public_key BLOB NOT NULL,
        secret_key BLOB NOT NULL,
        recovery_public BLOB NOT NULL,
        recovery_printed_at INTEGER
    )""",
    "CREATE UNIQUE INDEX support_group_uid ON support_group (uid)",
    """CREATE TABLE keyholder (
        id INTEGER PRIMARY KEY,
        uid BLOB NOT NULL,
        name TEXT NOT NULL,
        public_key BLOB NOT NULL,
        since_at INTEGER NOT NULL
    )""",
    "CREATE UNIQUE INDEX keyholder_uid ON keyholder (uid)",
    """CREATE TABLE person (
        id INTEGER PRIMARY KEY,
        uid BLOB NOT NULL,
        name TEXT NOT NULL,
        code TEXT NOT NULL DEFAULT '',
        pronouns TEXT NOT NULL DEFAULT '',
        role TEXT NOT NULL DEFAULT 'member',
        safe_contact TEXT NOT NULL DEFAULT '',
        phone TEXT NOT NULL DEFAULT '',
        phone_digits TEXT NOT NULL DEFAULT '',
        email TEXT NOT NULL DEFAULT '',
        emergency_who TEXT NOT NULL DEFAULT '',
        emergency_phone TEXT NOT NULL DEFAULT '',
        languages TEXT NOT NULL DEFAULT '',
        access_needs TEXT NOT NULL DEFAULT '',
        since TEXT NOT NULL DEFAULT '',
        added_at INTEGER NOT NULL,
        changed_at INTEGER NOT NULL,
        archived_at INTEGER
    )""",
    "CREATE UNIQUE INDEX person_uid ON person (uid)",
    """CREATE TABLE consent (
        id INTEGER PRIMARY KEY,
        uid BLOB NOT NULL,
        person_id INTEGER NOT NULL,
        purpose TEXT NOT NULL,
        answer TEXT NOT NULL,
        answered_at INTEGER NOT NULL,
        FOREIGN KEY (person_id) REFERENCES person (id) ON DELETE CASCADE
    )""",
    "CREATE UNIQUE INDEX consent_uid ON consent (uid)",
    "CREATE INDEX consent_person_id ON consent (person_id)",
    """CREATE TABLE series (
        id INTEGER PRIMARY KEY,
        uid BLOB NOT NULL,
        name TEXT NOT NULL,
        dtstart TEXT NOT NULL,
        zone TEXT NOT NULL,
        minutes INTEGER NOT NULL,
        rrule TEXT NOT NULL DEFAULT '',
        place TEXT NOT NULL DEFAULT '',
        way TEXT NOT NULL DEFAULT 'in person',
        dial_in TEXT NOT NULL DEFAULT '',
        public INTEGER NOT NULL DEFAULT 0,
        ended_on TEXT NOT NULL DEFAULT ''
    )""",
    "CREATE UNIQUE INDEX series_uid ON series (uid)",
    """CREATE TABLE meeting (
        id INTEGER PRIMARY KEY,
        uid BLOB NOT NULL,
        series_id INTEGER,
        recurrence_id TEXT NOT NULL DEFAULT '',
        start TEXT NOT NULL,
        zone TEXT NOT NULL,
        minutes INTEGER NOT NULL,
        place TEXT NOT NULL DEFAULT '',
        way TEXT NOT NULL DEFAULT 'in person',
        status TEXT NOT NULL DEFAULT 'planned',
        theme TEXT NOT NULL DEFAULT '',
        lead TEXT NOT NULL DEFAULT '',
        door TEXT NOT NULL DEFAULT '',
        head_count INTEGER,
        walk_ins INTEGER NOT NULL,
        good_things TEXT NOT NULL DEFAULT '',
        closed_at INTEGER,
        FOREIGN KEY (series_id) REFERENCES series (id) ON DELETE CASCADE
    )""",
    "CREATE UNIQUE INDEX meeting_uid ON meeting (uid)",
    "CREATE INDEX meeting_series_id ON meeting (series_id)",
    """CREATE TABLE agenda_item (
        id INTEGER PRIMARY KEY,
        uid BLOB NOT NULL,
        meeting_id INTEGER NOT NULL,
        position INTEGER NOT NULL,
        title TEXT NOT NULL,
        minutes INTEGER NOT NULL,
        kind TEXT NOT NULL DEFAULT 'topic',
        lead TEXT NOT NULL DEFAULT '',
        say TEXT NOT NULL DEFAULT '',
        FOREIGN KEY (meeting_id) REFERENCES meeting (id) ON DELETE CASCADE
    )""",
    "CREATE UNIQUE INDEX agenda_item_uid ON agenda_item (uid)",
    "CREATE INDEX agenda_item_meeting_id ON agenda_item (meeting_id)",
    """CREATE TABLE attendance (
        id INTEGER PRIMARY KEY,
        uid BLOB NOT NULL,
        meeting_id INTEGER NOT NULL,
        person_id INTEGER NOT NULL,
        status TEXT NOT NULL DEFAULT 'unknown',
        marked_at INTEGER NOT NULL,
        FOREIGN KEY (meeting_id) REFERENCES meeting (id) ON DELETE CASCADE,
        FOREIGN KEY (person_id) REFERENCES person (id) ON DELETE CASCADE
    )""",
    "CREATE UNIQUE INDEX attendance_uid ON attendance (uid)",
    "CREATE INDEX attendance_meeting_id ON attendance (meeting_id)",
    "CREATE INDEX attendance_person_id ON attendance (person_id)",
    """CREATE TABLE preparation (
        id INTEGER PRIMARY KEY,
        uid BLOB NOT NULL,
        words TEXT NOT NULL,
        tag TEXT NOT NULL DEFAULT '',
        done_at INTEGER,
        added_at INTEGER NOT NULL
    )""",
    "CREATE UNIQUE INDEX preparation_uid ON preparation (uid)",
    "CREATE INDEX person_by_name ON person (archived_at, name COLLATE NOCASE)",
    "CREATE INDEX meeting_start ON meeting (start)",
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
