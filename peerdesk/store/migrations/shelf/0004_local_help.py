"""The rest of HSDS 3.0, what a package says besides, things that are not services, and what the
centre itself keeps about a listing: corrections, calls, searches."""

from __future__ import annotations

from typing import Any

TEXT = "TEXT NOT NULL DEFAULT ''"
FLAG = "INTEGER NOT NULL DEFAULT 0"
PARENT = "INTEGER REFERENCES {}(id) ON DELETE CASCADE"
OWNER = "INTEGER NOT NULL REFERENCES {}(id) ON DELETE CASCADE"
LOOSE = "INTEGER REFERENCES {}(id) ON DELETE SET NULL"

# name, columns that are plain text, all others; an import fills these
IMPORTED: tuple[tuple[str, str, dict[str, str]], ...] = (
    (
        "program",
        "name alternate_name description",
        {"organization_id": OWNER.format("organization")},
    ),
    (
        "funding",
        "source",
        {
            "organization_id": PARENT.format("organization"),
            "service_id": PARENT.format("service"),
        },
    ),
    (
        "organization_identifier",
        "identifier_scheme identifier_type identifier",
        {"organization_id": OWNER.format("organization")},
    ),
    ("taxonomy", "name description uri version", {}),
    (
        "attribute",
        "link_id link_type link_entity value",
        {"taxonomy_term_id": OWNER.format("taxonomy_term")},
    ),
    (
        "metadata",
        "resource_id resource_type last_action_date last_action_type field_name previous_value"
        " replacement_value updated_by",
        {},
    ),
    ("meta_table_description", "name language character_set", {}),
)
# the centre's own
HERE: tuple[tuple[str, str, dict[str, str]], ...] = (
    (
        "local_change",
        "table_name column_name ours theirs",
        {"row_uid": "BLOB NOT NULL", "changed_at": FLAG},
    ),
    ("saved_search", "name words filters", {"position": FLAG, "saved_at": FLAG}),
    ("service_check", "how result words", {"service_uid": "BLOB NOT NULL", "at": FLAG}),
)
OLDER = (
    "organization service location address service_at_location contact phone schedule language"
    " accessibility cost_option required_document service_area taxonomy_term service_taxonomy"
)
COLUMNS: tuple[tuple[str, dict[str, str]], ...] = (
    (
        "service",
        {
            "program_id": LOOSE.format("program"),
            "kind": "TEXT NOT NULL DEFAULT 'service'",
            "needs_internet": FLAG,
            "referral": TEXT,
            "remark": TEXT,
            "gone": FLAG,
        },
    ),
    ("taxonomy_term", {"taxonomy_id": LOOSE.format("taxonomy")}),
    ("service_taxonomy", {"link_type": TEXT}),
    ("import_batch", {"kind": "TEXT NOT NULL DEFAULT 'directory'", "source_date": TEXT}),
    # when a number answers; who is in this building
    ("crisis_line", {"hours": TEXT, "here": FLAG}),
)
INDEXES = (
    "CREATE UNIQUE INDEX local_change_row ON local_change (row_uid, table_name, column_name)",
    "CREATE INDEX service_check_service ON service_check (service_uid, at)",
    "CREATE INDEX metadata_resource ON metadata (resource_id) WHERE resource_id <> ''",
    "CREATE INDEX attribute_link ON attribute (link_id)",
    # for finding what is near, in an area, or of a kind that few are
    "CREATE INDEX address_city ON address (city COLLATE NOCASE) WHERE city <> ''",
    "CREATE INDEX address_postal ON address (postal_code COLLATE NOCASE) WHERE postal_code <> ''",
    "CREATE INDEX location_spot ON location (latitude, longitude) WHERE latitude IS NOT NULL",
    "CREATE INDEX service_area_name ON service_area (name COLLATE NOCASE)",
    "CREATE INDEX service_kind ON service (kind) WHERE kind <> 'service'",
    "CREATE INDEX service_referral ON service (referral) WHERE referral <> ''",
)


def up(migrator: Any, db: Any) -> None:
    """Make the tables, then the columns (some refer to the new tables), then indexes."""
    for imported, tables in ((True, IMPORTED), (False, HERE)):
        for name, texts, others in tables:
            columns = {**others, **dict.fromkeys(texts.split(), TEXT)}
            if imported:
                columns["extra"] = TEXT
                columns["batch_id"] = "INTEGER REFERENCES import_batch(id) ON DELETE SET NULL"
            body = "".join(f", {column} {kind}" for column, kind in columns.items())
            db.execute_sql(
                f"CREATE TABLE {name} (id INTEGER PRIMARY KEY, uid BLOB NOT NULL UNIQUE{body})"
            )
            for column, kind in others.items():
                if "REFERENCES" in kind:
                    _index(db, name, column)
    for table in OLDER.split():
        db.execute_sql(f"ALTER TABLE {table} ADD COLUMN extra {TEXT}")
    for table, columns in COLUMNS:
        for column, kind in columns.items():
            db.execute_sql(f"ALTER TABLE {table} ADD COLUMN {column} {kind}")
            if "REFERENCES" in kind:
                _index(db, table, column)
    for sql in INDEXES:
        db.execute_sql(sql)


def _index(db: Any, table: str, column: str) -> None:
    db.execute_sql(f"CREATE INDEX {table}_{column} ON {table}({column}) WHERE {column} IS NOT NULL")
