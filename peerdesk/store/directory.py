"""The directory of local services on the shelf: tables and columns of HSDS 3.0, plus our own.

Own columns: ``batch_id`` (the import that brought a row; NULL: written here), ``hide_address``
(a shelter's address is neither shown nor printed), ``step_free``, ``free``, ``by_appointment``,
``category`` (plain categories, keys with blanks between), ``when_you_ring``, ``checked_at`` and
``checked_how``, ``closed`` (a schedule row that closes: holidays), ``maybe_days`` with
``opens_minute`` and ``closes_minute`` (when a schedule may be open at all: bits 1 = Monday …
64 = Sunday). ``words_…`` and ``marks`` are worked out by :func:`refresh` and feed the search.
"""

from __future__ import annotations

from typing import Any

from peewee import FloatField, ForeignKeyField, IntegerField, Model, TextField

from peerdesk.store.connection import Connection
from peerdesk.store.database import Row
from peerdesk.store.search import SearchTable, mirror
from peerdesk.store.shelf_database import database


def _text(default: str = "") -> TextField:
    return TextField(default=default)


def _flag() -> IntegerField:
    return IntegerField(default=0)


def _parent(model: Any, on_delete: str = "CASCADE") -> ForeignKeyField[Any]:
    return ForeignKeyField(model, null=True, on_delete=on_delete, backref="+", lazy_load=False)


def _owner(model: Any, on_delete: str = "CASCADE") -> ForeignKeyField[Any]:
    return ForeignKeyField(model, on_delete=on_delete, backref="+", lazy_load=False)


class ShelfRow(Row):
    class Meta:
        database = database


class ImportBatch(ShelfRow):
    """One import: counts of services in the package, of rows added, changed, removed, left out."""

    source = _text()
    source_key = _text()
    started_at = _flag()
    services = _flag()
    added = _flag()
    changed = _flag()
    removed = _flag()
    left_out = _flag()
    undone_at = IntegerField(null=True)


class ImportBefore(ShelfRow):
    """Rows of one table as they were before an import: ``image`` is a JSON list of objects."""

    batch = _owner(ImportBatch)
    table_name = _text()
    kind = _text()  # changed | removed
    image = _text()


class DirectoryRow(ShelfRow):
    """Base of every table that an import may fill."""

    batch = _parent(ImportBatch, on_delete="SET NULL")


class Organization(DirectoryRow):
    name = _text()
    alternate_name = _text()
    description = _text()
    email = _text()
    website = _text()
    tax_status = _text()
    tax_id = _text()
    year_incorporated = _text()
    legal_status = _text()
    logo = _text()
    uri = _text()
    parent_organization = _parent("self", on_delete="SET NULL")


class Service(DirectoryRow):
    organization = _owner(Organization, on_delete="NO ACTION")
    name = _text()
    alternate_name = _text()
    description = _text()
    url = _text()
    email = _text()
    status = _text("active")
    interpretation_services = _text()
    application_process = _text()
    fees_description = _text()
    wait_time = _text()
    accreditations = _text()
    eligibility_description = _text()
    minimum_age = FloatField(null=True)
    maximum_age = FloatField(null=True)
    assured_date = _text()
    assurer_email = _text()
    licenses = _text()
    alert = _text()
    last_modified = _text()
    category = _text()
    category_by_hand = _flag()
    when_you_ring = _text()
    free = _flag()
    by_appointment = _flag()
    checked_at = IntegerField(null=True)
    checked_how = _text()  # phone | visit | website
    archived_at = IntegerField(null=True)
    words_organization = _text()
    words_place = _text()
    words_category = _text()
    marks = _text()


class Location(DirectoryRow):
    location_type = _text("physical")
    url = _text()
    organization = _parent(Organization, on_delete="SET NULL")
    name = _text()
    alternate_name = _text()
    description = _text()
    transportation = _text()
    latitude = FloatField(null=True)
    longitude = FloatField(null=True)
    external_identifier = _text()
    external_identifier_type = _text()
    hide_address = _flag()
    step_free = _flag()


class Address(DirectoryRow):
    location = _owner(Location)
    attention = _text()
    address_1 = _text()
    address_2 = _text()
    city = _text()
    region = _text()
    state_province = _text()
    postal_code = _text()
    country = _text()
    address_type = _text("physical")


class ServiceAtLocation(DirectoryRow):
    service = _owner(Service)
    location = _owner(Location)
    description = _text()


class Contact(DirectoryRow):
    organization = _parent(Organization)
    service = _parent(Service)
    service_at_location = _parent(ServiceAtLocation)
    location = _parent(Location)
    name = _text()
    title = _text()
    department = _text()
    email = _text()


class Phone(DirectoryRow):
    location = _parent(Location)
    service = _parent(Service)
    organization = _parent(Organization)
    contact = _parent(Contact)
    service_at_location = _parent(ServiceAtLocation)
    number = _text()
    extension = _text()
    type = _text()
    description = _text()


class Schedule(DirectoryRow):
    service = _parent(Service)
    location = _parent(Location)
    service_at_location = _parent(ServiceAtLocation)
    valid_from = _text()
    valid_to = _text()
    dtstart = _text()
    timezone = _text()
    until = _text()
    count = _text()
    wkst = _text()
    freq = _text()
    interval = _text()
    byday = _text()
    byweekno = _text()
    bymonthday = _text()
    byyearday = _text()
    description = _text()
    opens_at = _text()
    closes_at = _text()
    schedule_link = _text()
    attending_type = _text()
    notes = _text()
    closed = _flag()
    maybe_days = _flag()
    opens_minute = _flag()
    closes_minute = _flag()


class Language(DirectoryRow):
    service = _parent(Service)
    location = _parent(Location)
    phone = _parent(Phone)
    name = _text()
    code = _text()
    note = _text()


class Accessibility(DirectoryRow):
    location = _owner(Location)
    description = _text()
    details = _text()
    url = _text()


class CostOption(DirectoryRow):
    service = _owner(Service)
    valid_from = _text()
    valid_to = _text()
    option = _text()
    currency = _text()
    amount = FloatField(null=True)
    amount_description = _text()


class RequiredDocument(DirectoryRow):
    service = _owner(Service)
    document = _text()
    uri = _text()


class ServiceArea(DirectoryRow):
    service = _owner(Service)
    name = _text()
    description = _text()
    extent = _text()
    extent_type = _text()
    uri = _text()


class TaxonomyTerm(DirectoryRow):
    code = _text()
    name = _text()
    description = _text()
    parent = _parent("self", on_delete="SET NULL")
    taxonomy = _text()
    language = _text()
    term_uri = _text()


class ServiceTaxonomy(DirectoryRow):
    """HSDS's ``attribute`` where it links a service to a term."""

    service = _owner(Service)
    taxonomy_term = _owner(TaxonomyTerm)
    value = _text()


# Parents before children: the order in which an import copies.
IMPORTED: tuple[type[Model], ...] = (
    Organization,
    TaxonomyTerm,
    Location,
    Service,
    ServiceAtLocation,
    Address,
    Contact,
    Phone,
    Schedule,
    Language,
    Accessibility,
    CostOption,
    RequiredDocument,
    ServiceArea,
    ServiceTaxonomy,
)
MODELS: tuple[type[Model], ...] = (ImportBatch, ImportBefore, *IMPORTED)

SEARCHED = (
    "name",
    "alternate_name",
    "words_organization",
    "description",
    "words_category",
    "words_place",
    "when_you_ring",
    "marks",
)
SEARCH_TABLES: tuple[SearchTable, ...] = (mirror("service", SEARCHED),)
LISTED = "archived_at IS NULL AND status NOT IN ('inactive', 'defunct')"

# A language may hang on the service or on a location where it is.
_SPOKEN = """
    SELECT substr(name, 1, 60) AS name FROM language WHERE service_id = s.id
    UNION ALL SELECT substr(g.name, 1, 60) FROM language AS g JOIN service_at_location AS h
      ON h.location_id = g.location_id WHERE h.service_id = s.id
"""
_MARKS = f"""
    CASE s.free WHEN 1 THEN 'xfree ' ELSE '' END
    || CASE WHEN max(l.step_free) THEN 'xstepfree ' ELSE '' END
    || CASE s.category WHEN '' THEN '' ELSE 'xcat' || replace(s.category, ' ', ' xcat') || ' ' END
    || coalesce((SELECT group_concat('xlang' || lower(replace(replace(name, ' ', ''), '-', '')),
        ' ') FROM ({_SPOKEN}) WHERE name <> ''), '')
"""
# Names are cut, because one name may stand in the words of a hundred thousand services.
_REFRESH = f"""
UPDATE service SET words_organization = w.organization, words_place = w.place,
  words_category = w.category, marks = w.marks
FROM (
  SELECT s.id AS id,
    trim(substr(o.name, 1, 200) || ' ' || substr(o.alternate_name, 1, 200)) AS organization,
    coalesce(group_concat(trim(
      CASE WHEN l.hide_address THEN '' ELSE substr(l.name, 1, 100)
        || ' ' || coalesce(substr(a.address_1, 1, 100), '')
        || ' ' || coalesce(substr(a.postal_code, 1, 50), '') END
        || ' ' || coalesce(substr(a.city, 1, 100), '')), ' '), '')
      AS place,
    trim(s.category || ' ' || coalesce((SELECT group_concat(substr(t.name, 1, 200), ' ')
      FROM service_taxonomy AS st JOIN taxonomy_term AS t ON t.id = st.taxonomy_term_id
      WHERE st.service_id = s.id), '')) AS category,
    {_MARKS} AS marks
  FROM service AS s JOIN organization AS o ON o.id = s.organization_id
    LEFT JOIN service_at_location AS sal ON sal.service_id = s.id
    LEFT JOIN location AS l ON l.id = sal.location_id
    LEFT JOIN address AS a ON a.location_id = l.id
  WHERE {{where}} GROUP BY s.id
) AS w
WHERE w.id = service.id
  AND (words_organization, words_place, words_category, service.marks)
    IS NOT (w.organization, w.place, w.category, w.marks)
"""


_CROSSED = """
WITH many AS MATERIALIZED (
  SELECT location_id, count(*) AS n FROM (SELECT location_id FROM address
    UNION ALL SELECT location_id FROM language WHERE location_id IS NOT NULL)
  GROUP BY location_id HAVING count(*) > 4)
SELECT coalesce(sum(many.n), 0) FROM many
  JOIN service_at_location AS h ON h.location_id = many.location_id
  JOIN service AS s ON s.id = h.service_id
WHERE {where}
"""


def crossed(connection: Connection, where: str) -> int:
    """How many addresses and languages :func:`refresh` would visit, each again for every service
    at its location; places with only a few do not count."""
    return int(connection.execute(_CROSSED.format(where=where)).fetchone()[0])


def derived(connection: Connection, where: str) -> tuple[int, int, int]:
    """Of the services ``s`` for which ``where`` holds: letters that :func:`refresh` worked out,
    services not listed because of their status, and services that somebody took off the list."""
    row = connection.execute(
        "SELECT coalesce(sum(length(words_organization) + length(words_place)"
        " + length(words_category) + length(marks)), 0),"
        f" count(*) FILTER (WHERE archived_at IS NULL AND NOT ({LISTED})),"
        f" count(archived_at) FROM service AS s WHERE {where}"
    ).fetchone()
    return int(row[0]), int(row[1]), int(row[2])


def refresh(connection: Connection, where: str, *values: object) -> None:
    """Work out again what the search knows about the services ``s`` for which ``where`` holds."""
    connection.execute(_REFRESH.format(where=where), values)
