"""The evening itself: templates, agreement, duties, next steps, follow-ups, tonight's key."""

from __future__ import annotations

TEXT = "TEXT NOT NULL DEFAULT ''"
FLAG = "INTEGER NOT NULL DEFAULT 0"
OWNER = "INTEGER NOT NULL REFERENCES {}(id) ON DELETE CASCADE"
MAYBE = "INTEGER REFERENCES {}(id) ON DELETE CASCADE"
LOOSE = "INTEGER REFERENCES {}(id) ON DELETE SET NULL"

COLUMNS: tuple[tuple[str, dict[str, str]], ...] = (
    ("person", {"usual_way": TEXT, "whereabouts": TEXT}),
    ("series", {"sequence": FLAG, "address": TEXT, "dial_in_public": FLAG}),
    (
        "meeting",
        {
            "sequence": FLAG,
            "dial_in": TEXT,
            "came_up": TEXT,
            "new_people": FLAG,
            "started_at": "INTEGER",
            "ended_at": "INTEGER",
            "sheet_uid": "BLOB",
        },
    ),
    (
        "agenda_item",
        {
            "service_uid": "BLOB",
            "ran_seconds": "INTEGER",
            "circles": "INTEGER NOT NULL DEFAULT 1",
        },
    ),
    ("attendance", {"late": FLAG, "first_time": FLAG, "agreement": TEXT}),
)

TABLES: tuple[tuple[str, dict[str, str]], ...] = (
    ("group_setting", {"key": "TEXT NOT NULL UNIQUE", "value": TEXT}),
    ("holiday", {"first": "TEXT NOT NULL", "last": "TEXT NOT NULL", "words": TEXT}),
    ("away", {"who": "TEXT NOT NULL", "first": "TEXT NOT NULL", "last": "TEXT NOT NULL"}),
    (
        "duty",
        {
            "meeting_id": OWNER.format("meeting"),
            "role": "TEXT NOT NULL",
            "who": TEXT,
            "cover": TEXT,
        },
    ),
    (
        "agenda_template",
        {"name": "TEXT NOT NULL", "words": TEXT, "parts": "TEXT NOT NULL", "changed_at": FLAG},
    ),
    ("agreement_item", {"position": FLAG, "words": "TEXT NOT NULL", "shown": FLAG}),
    (
        "topic",
        {
            "words": "TEXT NOT NULL",
            "source": "TEXT NOT NULL DEFAULT 'slip'",
            "votes": FLAG,
            "asked_at": FLAG,
            "used_at": "INTEGER",
            "meeting_id": LOOSE.format("meeting"),
        },
    ),
    (
        "next_step",
        {
            "person_id": OWNER.format("person"),
            "meeting_id": LOOSE.format("meeting"),
            "words": "TEXT NOT NULL",
            "chosen_at": FLAG,
            "ended_at": "INTEGER",
        },
    ),
    (
        "step_news",
        {
            "step_id": OWNER.format("next_step"),
            "meeting_id": LOOSE.format("meeting"),
            "status": "TEXT NOT NULL",
            "told_at": FLAG,
        },
    ),
    (
        "follow_up",
        {
            "person_id": MAYBE.format("person"),
            "meeting_id": LOOSE.format("meeting"),
            "reason": "TEXT NOT NULL",
            "words": TEXT,
            "who": TEXT,
            "due_on": TEXT,
            "how": TEXT,
            "added_at": FLAG,
            "done_at": "INTEGER",
        },
    ),
    (
        "incident",
        {
            "meeting_id": LOOSE.format("meeting"),
            "happened_at": FLAG,
            "what": TEXT,
            "told": TEXT,
            "agreed": TEXT,
            "debrief": TEXT,
            "author_uid": "BLOB",
            "author_name": TEXT,
            "changed_at": FLAG,
        },
    ),
    (
        "tonight",
        {
            "file_id": "TEXT NOT NULL UNIQUE",
            "key": "BLOB NOT NULL",
            "meeting_uid": "BLOB NOT NULL",
            "started_at": FLAG,
            "merged_at": "INTEGER",
        },
    ),
    ("taken", {"kind": "TEXT NOT NULL", "taken_at": FLAG}),
    (
        "room_busy",
        {"starts_at": FLAG, "ends_at": FLAG, "words": TEXT, "place": TEXT, "source": TEXT},
    ),
)
INDEXES = (
    "CREATE INDEX duty_meeting ON duty (meeting_id, role)",
    "CREATE INDEX duty_who ON duty (role, who)",
    "CREATE INDEX topic_used ON topic (used_at, votes)",
    "CREATE INDEX next_step_person ON next_step (person_id, ended_at)",
    "CREATE INDEX step_news_step ON step_news (step_id, told_at)",
    "CREATE INDEX follow_up_done ON follow_up (done_at, due_on)",
    "CREATE INDEX incident_happened ON incident (happened_at)",
    "CREATE INDEX room_busy_starts ON room_busy (starts_at)",
    "CREATE INDEX meeting_sheet ON meeting (sheet_uid)",
)


def up(migrator, db):  # type: ignore[no-untyped-def]
    for table, columns in COLUMNS:
        for name, kind in columns.items():
            db.execute_sql(f"ALTER TABLE {table} ADD COLUMN {name} {kind}")
    for table, columns in TABLES:
        inside = ", ".join(f"{name} {kind}" for name, kind in columns.items())
        db.execute_sql(
            f"CREATE TABLE {table} (id INTEGER PRIMARY KEY, uid BLOB NOT NULL, {inside})"
        )
        db.execute_sql(f"CREATE UNIQUE INDEX {table}_uid ON {table} (uid)")
    for sql in INDEXES:
        db.execute_sql(sql)
