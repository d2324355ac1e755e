"""What the tests of the importer share: a tidy package, and the shelf as text."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from peerdesk.core.clock import Clock
from peerdesk.exchange.hsds_shape import SHAPES
from peerdesk.store.database import PlaceDatabase
from peerdesk.store.directory import SEARCH_TABLES
from peerdesk.store.place import Place

Tables = dict[str, list[dict[str, object]]]
Write = Callable[..., Path]


def dump(shelf: Place) -> dict[str, list[str]]:
    """Everything in the directory, for before-and-after comparisons."""
    return {t: sorted(map(repr, shelf.rows(f"SELECT * FROM {t}"))) for t in SHAPES}


def another_centre(folder: Path, clock: Clock) -> Place:
    """A second shelf beside the one that is open."""
    folder.mkdir(parents=True, exist_ok=True)
    database = PlaceDatabase("shelf")
    return Place(database, folder / "shelf.db", None, clock, SEARCH_TABLES, folder)


def column(shelf: Place, sql: str) -> list[object]:
    """The first column of a query."""
    return [row[0] for row in shelf.rows(sql)]


def found(shelf: Place, words: str) -> list[object]:
    """Names of the services the search finds."""
    return column(
        shelf,
        "SELECT s.name FROM service_search AS x JOIN service AS s ON s.id = x.rowid"
        f" WHERE service_search MATCH '{words}' ORDER BY s.name",
    )


def plain() -> Tables:
    """A small, tidy 3.0 package."""
    return {
        "organizations": [{"id": "o1", "name": "Riverside Trust", "description": "Helps"}],
        "services": [
            {
                "id": "s1",
                "organization_id": "o1",
                "name": "Housing Clinic",
                "description": "Advice on eviction. Free of charge.",
                "status": "active",
                "fees_description": "Free",
            },
            {
                "id": "s2",
                "organization_id": "o1",
                "name": "Food Bank",
                "description": "Food for three days.",
                "status": "active",
                "fees_description": "",
            },
        ],
        "locations": [{"id": "l1", "location_type": "physical", "name": "Mill House"}],
        "service_at_location": [{"id": "x1", "service_id": "s1", "location_id": "l1"}],
        "addresses": [
            {
                "id": "a1",
                "location_id": "l1",
                "address_1": "12 Mill Lane",
                "city": "Millbrook",
                "address_type": "physical",
            }
        ],
        "phones": [
            {"id": "p1", "service_id": "s1", "number": "555 0198"},
            {"id": "p2", "service_id": "s2", "number": "555 0199"},
        ],
        "schedules": [
            {
                "id": "h1",
                "service_id": "s1",
                "freq": "WEEKLY",
                "byday": "MO,TU",
                "opens_at": "9:00am",
                "closes_at": "17:00",
            }
        ],
        "languages": [{"id": "g1", "service_id": "s1", "name": "English", "code": "en"}],
    }
