"""What may be said about now: whether services are open, and which ones may be."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence, Set
from datetime import datetime
from itertools import islice

from peerdesk.exchange.hours import Opening, Schedule, opening
from peerdesk.exchange.hours_text import conditional
from peerdesk.store.connection import Connection

_TIMES = (*Schedule.__dataclass_fields__,)
LOT = 200

_MAYBE = """
WITH maybe AS (
  SELECT service_id, service_at_location_id, location_id FROM schedule
  WHERE maybe_days > 0 AND (maybe_days & :today AND opens_minute <= :minute
      AND (closes_minute > :minute OR closes_minute <= opens_minute)
    OR maybe_days & :before AND closes_minute <= opens_minute AND closes_minute > :minute)
)
SELECT service_id FROM maybe WHERE service_id IS NOT NULL
UNION SELECT l.service_id FROM maybe AS m JOIN service_at_location AS l
  ON l.id = m.service_at_location_id WHERE m.service_id IS NULL
UNION SELECT l.service_id FROM maybe AS m JOIN service_at_location AS l
  ON l.location_id = m.location_id WHERE m.service_id IS NULL AND m.service_at_location_id IS NULL
"""


def maybe_open(connection: Connection, now: datetime) -> Set[int]:
    """Services that may be open at this minute; the others certainly cannot be shown as open."""
    values = {
        "today": 1 << now.weekday(),
        "before": 1 << (now.weekday() - 1) % 7,
        "minute": now.hour * 60 + now.minute,
    }
    return {row[0] for row in connection.execute(_MAYBE, values)}


def only_open(connection: Connection, ids: Iterable[int], now: datetime) -> Iterator[int]:
    """Those of ``ids`` that are open, each asked for certain."""
    rest = iter(ids)
    while part := list(islice(rest, LOT)):
        states = openings(connection, part, now)
        yield from (one for one in part if states[one].state == "open")


def schedules(connection: Connection, ids: Sequence[int]) -> dict[int, list[Schedule]]:
    """The schedules of services: their own; where they have none, those of their location."""
    columns = ", ".join(f"h.{c}" for c in _TIMES)
    mine = "SELECT value FROM json_each(:ids)"
    rows = connection.execute(
        f"SELECT h.service_id, 0, {columns} FROM schedule AS h WHERE h.service_id IN ({mine})"
        f" UNION ALL SELECT l.service_id, 0, {columns} FROM service_at_location AS l"
        " JOIN schedule AS h ON h.service_at_location_id = l.id"
        f" WHERE h.service_id IS NULL AND l.service_id IN ({mine})"
        f" UNION ALL SELECT l.service_id, 1, {columns} FROM service_at_location AS l"
        " JOIN schedule AS h ON h.location_id = l.location_id"
        " WHERE h.service_id IS NULL AND h.service_at_location_id IS NULL"
        f" AND l.service_id IN ({mine})",
        {"ids": json.dumps(list(ids))},
    )
    own: dict[int, list[Schedule]] = {}
    house: dict[int, list[Schedule]] = {}
    for service, of_house, *times in rows:
        (house if of_house else own).setdefault(service, []).append(Schedule(*times))
    return {one: own.get(one) or house.get(one, []) for one in ids}


def openings(connection: Connection, ids: Sequence[int], now: datetime) -> dict[int, Opening]:
    """What may be said about each service now."""
    times = schedules(connection, ids)
    flags = connection.execute(
        "SELECT id, by_appointment, status, alert FROM service"
        " WHERE id IN (SELECT value FROM json_each(?))",
        (json.dumps(list(ids)),),
    )
    states = {
        one: (bool(appointment), str(status), alert) for one, appointment, status, alert in flags
    }
    found = {}
    for one in ids:
        appointment, status, alert = states.get(one, (False, "", ""))
        # "Closed this week" in a notice is worth more than any hours
        shown = [] if conditional(alert) else times[one]
        found[one] = opening(
            shown, now, appointment=appointment, shut=status == "temporarily closed"
        )
    return found
