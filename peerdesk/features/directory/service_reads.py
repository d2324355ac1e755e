"""Verbs of Local help that only read: find, list and show what is on the shelf."""

from __future__ import annotations

from collections.abc import Sequence, Set
from datetime import datetime
from typing import Any

from peerdesk.core.text import Text
from peerdesk.exchange.categories import KEYS
from peerdesk.exchange.standing import stands_for
from peerdesk.features.directory import finding, showing
from peerdesk.features.directory.finding import Filters, Found
from peerdesk.features.directory.near import Spot, areas, places
from peerdesk.features.directory.showing import CATEGORY_NAMES, Detail, Row
from peerdesk.features.directory.slips import Slips
from peerdesk.store.connection import Connection
from peerdesk.store.directory import LISTED
from peerdesk.store.place import Place

NO_FILTERS = Filters()


class Reads:
    """What is on ``shelf``."""

    def __init__(self, shelf: Place) -> None:
        self._shelf = shelf
        self._maybe: tuple[object, Set[int]] = (None, frozenset())
        self._slips = Slips()

    @property
    def shelf(self) -> Place:
        """Where all this is kept."""
        return self._shelf

    @property
    def _db(self) -> Connection:
        return self._shelf.database.connection()

    def search(self, typed: str = "", filters: Filters = NO_FILTERS) -> list[int]:
        """Ids of at most 200 services, in the order to show."""
        return self.find(typed, filters).ids

    def find(self, typed: str = "", filters: Filters = NO_FILTERS) -> Found:
        """Like :meth:`search`, and what was searched for instead when that found nothing."""
        now = self._shelf.clock.now()
        maybe = self._maybe_open(now) if filters.open_now else frozenset[int]()
        return finding.find(self._db, typed, filters, now, maybe, self._slips, self._version())

    def rows(self, ids: Sequence[int], near: Spot | None = None) -> list[Row]:
        """Rows for a list, in the order of ``ids``; with ``near`` they say how far it is."""
        return showing.rows(self._db, list(ids), self._shelf.clock.now(), near)

    def places(self, typed: str) -> list[Spot]:
        """Postcodes and towns of the directory to look from."""
        return places(self._db, typed)

    def areas(self) -> list[str]:
        """Towns and areas that are served, by name."""
        return areas(self._db)

    def detail(self, uid: bytes) -> Detail | None:
        """One service, or the one in which it is told now; None when it is gone."""
        return showing.detail(self._db, self.told_in(uid), self._shelf.clock.now())

    def told_in(self, uid: bytes) -> bytes:
        """The listing in which this one is told now; mostly itself."""
        return stands_for(self._db, uid)

    def address(self, uid: bytes) -> tuple[str, str, str]:
        """House and street in one line, town and postcode of its first place, to be edited; blank
        where they may not be shown."""
        row = self._db.execute(
            "SELECT trim(a.address_1 || CASE a.address_2 WHEN '' THEN '' ELSE ', ' || a.address_2"
            " END, ', '), a.city, a.postal_code FROM service AS s"
            " JOIN service_at_location AS h ON h.service_id = s.id"
            " JOIN location AS l ON l.id = h.location_id AND NOT l.hide_address"
            " JOIN address AS a ON a.location_id = l.id AND a.address_type = 'physical'"
            " WHERE s.uid = ? ORDER BY l.id, a.id LIMIT 1",
            (uid,),
        ).fetchone()
        return ("", "", "") if row is None else (str(row[0]), str(row[1]), str(row[2]))

    def uid_of(self, number: int) -> bytes | None:
        """The uid of a row of a list."""
        found = self._one("SELECT uid FROM service WHERE id = ?", number)
        return None if found is None else bytes(found)

    def id_of(self, uid: bytes) -> int | None:
        """The id of a service in lists."""
        found = self._one("SELECT id FROM service WHERE uid = ?", uid)
        return None if found is None else int(found)

    def count(self) -> int:
        """How many services are listed."""
        return int(self._one(f"SELECT count(*) FROM service WHERE {LISTED}"))

    def categories(self) -> list[tuple[str, Text]]:
        """The plain categories: key and name, in the order of the chips."""
        return [(key, CATEGORY_NAMES[key]) for key in KEYS]

    def languages(self) -> list[tuple[str, int]]:
        """Languages spoken somewhere, with how many services, the most frequent first."""
        found = self._db.execute(
            "SELECT name, count(*) FROM language WHERE name <> '' GROUP BY name"
            " ORDER BY 2 DESC, name LIMIT 200"
        )
        return [(str(name), int(count)) for name, count in found]

    # -- inside ------------------------------------------------------------------------------

    def _maybe_open(self, now: datetime) -> Set[int]:
        """Kept for the minute, as long as nobody writes."""
        key = (now.strftime("%Y%m%d%H%M"), *self._version())
        if self._maybe[0] != key:
            self._maybe = (key, finding.maybe_open(self._db, now))
        return self._maybe[1]

    def _version(self) -> tuple[object, ...]:
        """Different after anybody wrote."""
        return self._one("PRAGMA data_version"), self._db.total_changes

    def _one(self, sql: str, *values: object) -> Any:
        row = self._db.execute(sql, values).fetchone()
        return None if row is None else row[0]
