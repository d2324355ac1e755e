"""The directory of local services on the shelf: its tables, and what the search knows of them.

The models stand in ``directory_tables`` (what an import fills), ``directory_here`` (the centre's
own) and ``directory_base``; this is where others take them from. ``words_…`` and ``marks`` of a
service are worked out by :func:`refresh` and feed the search.
"""

from __future__ import annotations

from peewee import Model

from peerdesk.store.connection import Connection
from peerdesk.store.directory_base import ImportBatch, ImportBefore
from peerdesk.store.directory_here import HERE, RESULTS, LocalChange, SavedSearch, ServiceCheck
from peerdesk.store.directory_tables import (
    IMPORTED,
    KINDS,
    Accessibility,
    Address,
    Attribute,
    Contact,
    CostOption,
    Funding,
    Language,
    Location,
    Metadata,
    MetaTableDescription,
    Organization,
    OrganizationIdentifier,
    Phone,
    Program,
    RequiredDocument,
    Schedule,
    Service,
    ServiceArea,
    ServiceAtLocation,
    ServiceTaxonomy,
    Taxonomy,
    TaxonomyTerm,
)
from peerdesk.store.search import SearchTable, mirror

__all__ = [
    "HERE",
    "IMPORTED",
    "KINDS",
    "LISTED",
    "MODELS",
    "RESULTS",
    "SEARCHED",
    "SEARCH_TABLES",
    "Accessibility",
    "Address",
    "Attribute",
    "Contact",
    "CostOption",
    "Funding",
    "ImportBatch",
    "ImportBefore",
    "Language",
    "LocalChange",
    "Location",
    "MetaTableDescription",
    "Metadata",
    "Organization",
    "OrganizationIdentifier",
    "Phone",
    "Program",
    "RequiredDocument",
    "SavedSearch",
    "Schedule",
    "Service",
    "ServiceArea",
    "ServiceAtLocation",
    "ServiceCheck",
    "ServiceTaxonomy",
    "Taxonomy",
    "TaxonomyTerm",
    "crossed",
    "derived",
    "refresh",
]

MODELS: tuple[type[Model], ...] = (ImportBatch, ImportBefore, *IMPORTED, *HERE)

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
