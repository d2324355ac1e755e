"""HSDS 3.0 as its Tabular Data Package has it: tables, columns, their kinds, what must be there.

Our own description of the standard, kept short: ``!`` behind a column says that it must be filled,
a word behind a colon says what may stand in it (nothing: any text), and ``>`` which table it
points to. One column differs on purpose: the standard's file says that no two programs may have
the same organization, which cannot be meant.
"""

from __future__ import annotations

from dataclasses import dataclass

PLACES = ("physical", "postal", "virtual")
ENUMS: dict[str, tuple[str, ...]] = {
    "status": ("active", "inactive", "defunct", "temporarily closed"),
    "place": PLACES,
    "day": ("MO", "TU", "WE", "TH", "FR", "SA", "SU"),
    "freq": ("WEEKLY", "MONTHLY"),
}
_TABLES = {
    "organization organizations.csv": "name! alternate_name description! email:email website:uri"
    " tax_status tax_id year_incorporated:number legal_status logo uri:uri"
    " parent_organization_id:uuid",
    "program programs.csv": "organization_id!>organization name! alternate_name description!",
    "service services.csv": "organization_id!>organization program_id>program name!"
    " alternate_name description url:uri email:email status!:status interpretation_services"
    " application_process fees_description wait_time fees accreditations eligibility_description"
    " minimum_age:number maximum_age:number assured_date:date assurer_email:email licenses alert"
    " last_modified:datetime",
    "attribute attributes.csv": "link_id!:uuid taxonomy_term_id!>taxonomy_term link_type"
    " link_entity! value",
    "service_at_location service_at_location.csv": "service_id!>service location_id!>location"
    " description",
    "location locations.csv": "location_type!:place url:uri organization_id>organization name"
    " alternate_name description transportation latitude:number longitude:number"
    " external_identifier external_identifier_type",
    "phone phones.csv": "location_id>location service_id>service organization_id>organization"
    " contact_id>contact service_at_location_id>service_at_location number! extension:number type"
    " description",
    "contact contacts.csv": "organization_id>organization service_id>service"
    " service_at_location_id>service_at_location location_id>location name title department"
    " email:email",
    "address addresses.csv": "location_id>location attention address_1! address_2 city! region"
    " state_province! postal_code! country! address_type!:place",
    "schedule schedules.csv": "service_id>service location_id>location"
    " service_at_location_id>service_at_location valid_from:date valid_to:date dtstart:date"
    " timezone:number until:date count:number wkst:day freq:freq interval:number byday byweekno"
    " bymonthday byyearday description opens_at:time closes_at:time schedule_link:uri"
    " attending_type notes",
    "funding funding.csv": "organization_id>organization service_id>service source",
    "service_area service_areas.csv": "service_id>service name description extent extent_type uri",
    "required_document required_documents.csv": "service_id>service document uri:uri",
    "language languages.csv": "service_id>service location_id>location phone_id>phone name code"
    " note",
    "accessibility accessibility.csv": "location_id>location description details url:uri",
    "taxonomy_term taxonomy_terms.csv": "code:once name! description! parent_id:uuid taxonomy"
    " language taxonomy_id>taxonomy term_uri:uri",
    "metadata metadata.csv": "resource_id!:uuid resource_type! last_action_date!:date"
    " last_action_type! field_name! previous_value! replacement_value! updated_by!",
    "cost_option cost_options.csv": "service_id!>service valid_from:date valid_to:date option"
    " currency amount:number amount_description",
    "meta_table_description meta_table_descriptions.csv": "name language character_set",
    "organization_identifier organization_identifiers.csv": "organization_id!>organization"
    " identifier_scheme identifier_type! identifier!",
    "taxonomy taxonomies.csv": "name! description! uri:uri version",
}


@dataclass(frozen=True)
class Column:
    """``kind``: blank for any text, else email, uri, uuid, number, date, datetime, time, once (no
    two rows the same) or a key of ``ENUMS``; ``target``: the table it points to."""

    name: str
    kind: str = ""
    required: bool = False
    target: str = ""

    def descriptor(self) -> dict[str, object]:
        """The column in a Table Schema."""
        plain = ("number", "date", "datetime", "time")
        found: dict[str, object] = {
            "name": self.name,
            "type": self.kind if self.kind in plain else "string",
        }
        if self.target or self.kind in ("uuid", "email", "uri"):
            found["format"] = "uuid" if self.target else self.kind
        unique = self.name == "id" or self.kind == "once"
        constraints: dict[str, object] = {"required": self.required, "unique": unique}
        if self.kind in ENUMS:
            constraints["enum"] = list(ENUMS[self.kind])
        found["constraints"] = constraints
        return found


@dataclass(frozen=True)
class Resource:
    """One table: its name, its file, its columns, ``id`` first."""

    name: str
    path: str
    columns: tuple[Column, ...]

    def descriptor(self, extras: list[str]) -> dict[str, object]:
        """The table in a data package; ``extras`` are columns the standard does not know."""
        more = [Column(name) for name in extras]
        schema: dict[str, object] = {
            "primaryKey": "id",
            "fields": [c.descriptor() for c in (*self.columns, *more)],
        }
        keys = [
            {"fields": c.name, "reference": {"resource": c.target, "fields": "id"}}
            for c in self.columns
            if c.target
        ]
        if keys:
            schema["foreignKeys"] = keys
        return {
            "name": self.name,
            "path": self.path,
            "format": "csv",
            "mediatype": "text/csv",
            "profile": "tabular-data-resource",
            "encoding": "utf-8",
            "schema": schema,
        }


def _column(words: str) -> Column:
    rest, _, target = words.partition(">")
    rest, _, kind = rest.partition(":")
    return Column(rest.rstrip("!"), kind, rest.endswith("!"), target)


def _resource(head: str, columns: str) -> Resource:
    name, path = head.split()
    return Resource(name, path, (Column("id", "uuid", True), *map(_column, columns.split())))


RESOURCES: dict[str, Resource] = {
    r.name: r for r in (_resource(head, columns) for head, columns in _TABLES.items())
}
