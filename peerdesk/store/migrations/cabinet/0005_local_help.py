"""Who was sent where and what came of it, what nobody here offers, and listings that are wrong."""

from __future__ import annotations

from typing import Any

TEXT = "TEXT NOT NULL DEFAULT ''"
FLAG = "INTEGER NOT NULL DEFAULT 0"

TABLES: tuple[tuple[str, dict[str, str]], ...] = (
    (
        "referral",
        {
            "person_id": "INTEGER REFERENCES person(id) ON DELETE CASCADE",
            "service_uid": "BLOB",
            "service_words": TEXT,
            "made_at": FLAG,
            "outcome": TEXT,
            "why": TEXT,
            "outcome_at": "INTEGER",
        },
    ),
    (
        "need",
        {"words": "TEXT NOT NULL", "category": TEXT, "noted_at": FLAG, "met_at": "INTEGER"},
    ),
    (
        "listing_problem",
        {
            "service_uid": "BLOB",
            "service_words": TEXT,
            "words": TEXT,
            "source": TEXT,
            "told_at": FLAG,
            "done_at": "INTEGER",
        },
    ),
)
INDEXES = (
    "CREATE INDEX referral_person ON referral (person_id) WHERE person_id IS NOT NULL",
    "CREATE INDEX referral_service ON referral (service_uid, made_at)",
    "CREATE INDEX need_noted ON need (met_at, noted_at)",
    "CREATE INDEX listing_problem_done ON listing_problem (done_at, told_at)",
)


def up(migrator: Any, db: Any) -> None:
    """Make the tables and their indexes."""
    for table, columns in TABLES:
        inside = ", ".join(f"{name} {kind}" for name, kind in columns.items())
        db.execute_sql(
            f"CREATE TABLE {table} (id INTEGER PRIMARY KEY, uid BLOB NOT NULL UNIQUE, {inside})"
        )
    for sql in INDEXES:
        db.execute_sql(sql)
