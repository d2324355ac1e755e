"""The directory of local services, in the tables of HSDS 3.0, and what an import leaves behind."""

from __future__ import annotations

from typing import Any

TEXT = "TEXT NOT NULL DEFAULT ''"
FLAG = "INTEGER NOT NULL DEFAULT 0"
PARENT = "INTEGER REFERENCES {}(id) ON DELETE CASCADE"
OWNER = "INTEGER NOT NULL REFERENCES {}(id) ON DELETE CASCADE"
LOOSE = "INTEGER REFERENCES {}(id) ON DELETE SET NULL"

# name, columns that are plain text, all others
TABLES: tuple[tuple[str, str, dict[str, str]], ...] = (
    (
        "import_batch",
        "source source_key",
        {
            "started_at": FLAG,
            "services": FLAG,
            "added": FLAG,
            "changed": FLAG,
            "removed": FLAG,
            "left_out": FLAG,
            "undone_at": "INTEGER",
        },
    ),
    ("import_before", "table_name kind image", {"batch_id": OWNER.format("import_batch")}),
    (
        "organization",
        "name alternate_name description email website tax_status tax_id year_incorporated"
        " legal_status logo uri",
        {"parent_organization_id": LOOSE.format("organization")},
    ),
    (
        "service",
        "name alternate_name description url email interpretation_services application_process"
        " fees_description wait_time accreditations eligibility_description assured_date"
        " assurer_email licenses alert last_modified category when_you_ring checked_how"
        " words_organization words_place words_category marks",
        {
            "organization_id": "INTEGER NOT NULL REFERENCES organization(id)",
            "status": "TEXT NOT NULL DEFAULT 'active'",
            "minimum_age": "REAL",
            "maximum_age": "REAL",
            "category_by_hand": FLAG,
            "free": FLAG,
            "by_appointment": FLAG,
            "checked_at": "INTEGER",
            "archived_at": "INTEGER",
        },
    ),
    (
        "location",
        "url name alternate_name description transportation external_identifier"
        " external_identifier_type",
        {
            "location_type": "TEXT NOT NULL DEFAULT 'physical'",
            "organization_id": LOOSE.format("organization"),
            "latitude": "REAL",
            "longitude": "REAL",
            "hide_address": FLAG,
            "step_free": FLAG,
        },
    ),
    (
        "address",
        "attention address_1 address_2 city region state_province postal_code country",
        {
            "location_id": OWNER.format("location"),
            "address_type": "TEXT NOT NULL DEFAULT 'physical'",
        },
    ),
    (
        "service_at_location",
        "description",
        {"service_id": OWNER.format("service"), "location_id": OWNER.format("location")},
    ),
    (
        "contact",
        "name title department email",
        {
            "organization_id": PARENT.format("organization"),
            "service_id": PARENT.format("service"),
            "service_at_location_id": PARENT.format("service_at_location"),
            "location_id": PARENT.format("location"),
        },
    ),
    (
        "phone",
        "number extension type description",
        {
            "location_id": PARENT.format("location"),
            "service_id": PARENT.format("service"),
            "organization_id": PARENT.format("organization"),
            "contact_id": PARENT.format("contact"),
            "service_at_location_id": PARENT.format("service_at_location"),
        },
    ),
    (
        "schedule",
        "valid_from valid_to dtstart timezone until count wkst freq interval byday byweekno"
        " bymonthday byyearday description opens_at closes_at schedule_link attending_type notes",
        {
            "service_id": PARENT.format("service"),
            "location_id": PARENT.format("location"),
            "service_at_location_id": PARENT.format("service_at_location"),
            "closed": FLAG,
            "maybe_days": FLAG,
            "opens_minute": FLAG,
            "closes_minute": FLAG,
        },
    ),
    (
        "language",
        "name code note",
        {
            "service_id": PARENT.format("service"),
            "location_id": PARENT.format("location"),
            "phone_id": PARENT.format("phone"),
        },
    ),
    ("accessibility", "description details url", {"location_id": OWNER.format("location")}),
    (
        "cost_option",
        "valid_from valid_to option currency amount_description",
        {"service_id": OWNER.format("service"), "amount": "REAL"},
    ),
    ("required_document", "document uri", {"service_id": OWNER.format("service")}),
    (
        "service_area",
        "name description extent extent_type uri",
        {"service_id": OWNER.format("service")},
    ),
    (
        "taxonomy_term",
        "code name description taxonomy language term_uri",
        {"parent_id": LOOSE.format("taxonomy_term")},
    ),
    (
        "service_taxonomy",
        "value",
        {
            "service_id": OWNER.format("service"),
            "taxonomy_term_id": OWNER.format("taxonomy_term"),
        },
    ),
)


def up(migrator: Any, db: Any) -> None:
    """Make the tables, an index for every reference, and one for the list by name."""
    for name, texts, others in TABLES:
        columns = {**others, **dict.fromkeys(texts.split(), TEXT)}
        if not name.startswith("import_"):
            columns["batch_id"] = "INTEGER REFERENCES import_batch(id) ON DELETE SET NULL"
        body = "".join(f", {column} {kind}" for column, kind in columns.items())
        db.execute_sql(
            f"CREATE TABLE {name} (id INTEGER PRIMARY KEY, uid BLOB NOT NULL UNIQUE{body})"
        )
        for column, kind in columns.items():
            if "REFERENCES" in kind and column != "batch_id":  # only a whole import asks for it
                db.execute_sql(
                    f"CREATE INDEX {name}_{column} ON {name}({column}) WHERE {column} IS NOT NULL"
                )
    db.execute_sql(
        "CREATE INDEX schedule_maybe ON schedule(maybe_days, opens_minute, closes_minute,"
        " service_id, service_at_location_id, location_id) WHERE maybe_days > 0"
    )
    db.execute_sql(
        "CREATE INDEX service_listed ON service(name COLLATE NOCASE)"
        " WHERE archived_at IS NULL AND status NOT IN ('inactive', 'defunct')"
    )
