"""Nearest to a postcode or a place that is in the directory already.

Distances are kilometres as the crow flies. A directory that was typed in here knows no points on
a map: there the same postcode comes first, or the same town, then codes that begin alike. An
address that is not to be shown counts nowhere here: several distances would give it away.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import asin, cos, radians, sin

from peerdesk.features.directory.slips import plain
from peerdesk.store.connection import Connection
from peerdesk.store.directory import LISTED

EARTH_KM = 6371.0
DEGREE_KM = 111.2
# half the side of the box looked into, until enough is found
BOXES_KM = (2.0, 8.0, 30.0, 120.0, 500.0, 21_000.0)
MOST_PLACES = 8
MOST_AREAS = 2_000
_SHOWN = (
    "l.latitude IS NOT NULL AND l.longitude IS NOT NULL AND l.hide_address = 0"
    " AND abs(l.latitude) <= 90 AND abs(l.longitude) <= 180"
    " AND NOT (l.latitude = 0 AND l.longitude = 0)"
)


_NAMED = "a.postal_code <> '' AND l.hide_address = 0"
_AT = (
    " FROM address AS a JOIN location AS l ON l.id = a.location_id AND l.hide_address = 0"
    " JOIN service_at_location AS h ON h.location_id = l.id"
)


@dataclass(frozen=True)
class Spot:
    """A place to look from; degrees. ``named``: nobody knows where it is, and its name is compared
    with the postcodes and towns of addresses."""

    name: str
    latitude: float = 0.0
    longitude: float = 0.0
    named: bool = False


def kilometres(spot: Spot, latitude: float, longitude: float) -> float:
    """The great circle between two points (haversine)."""
    north = radians(latitude - spot.latitude) / 2
    east = radians(longitude - spot.longitude) / 2
    part = sin(north) ** 2 + cos(radians(spot.latitude)) * cos(radians(latitude)) * sin(east) ** 2
    return 2 * EARTH_KM * asin(min(1.0, part**0.5))


def places(connection: Connection, typed: str) -> list[Spot]:
    """Postcodes and towns of the directory that begin with what was typed, with the middle of
    their addresses; postcodes first where a digit was typed."""
    words = " ".join(typed.split())
    if not words:
        return []
    codes = [*_codes(connection, words)] if any(c.isdigit() for c in words) else []
    towns = [*_towns(connection, words)] if len(codes) < MOST_PLACES else []
    return [*codes, *towns][:MOST_PLACES]


def _codes(connection: Connection, words: str) -> Iterator[Spot]:
    tight = words.replace(" ", "")
    ways = [words, tight, *(f"{tight[:n]} {tight[n:]}" for n in range(2, len(tight)))]
    for begin in dict.fromkeys(ways):
        found = connection.execute(
            f"SELECT min(a.postal_code), avg(CASE WHEN {_SHOWN} THEN l.latitude END),"
            f" avg(CASE WHEN {_SHOWN} THEN l.longitude END) FROM address AS a"
            " JOIN location AS l ON l.id = a.location_id"
            f" WHERE {_BEGINS} AND {_NAMED}"
            " GROUP BY a.postal_code COLLATE NOCASE LIMIT ?2",
            (begin, MOST_PLACES),
        ).fetchall()
        if found:
            yield from (_spot(*row) for row in found)
            return


_BEGINS = (
    "a.postal_code >= ?1 COLLATE NOCASE AND a.postal_code < ?1 || char(1114111) COLLATE NOCASE"
)


def _spot(name: str, latitude: float | None, longitude: float | None) -> Spot:
    if latitude is None or longitude is None:
        return Spot(name, named=True)
    return Spot(name, latitude, longitude)


def _towns(connection: Connection, words: str) -> Iterator[Spot]:
    begin = plain(words)
    names = [one for one, _ in towns(connection) if plain(one).startswith(begin)]
    for name in names[:MOST_PLACES]:
        row = connection.execute(
            "SELECT avg(latitude), avg(longitude) FROM (SELECT l.latitude, l.longitude"
            f" FROM address AS a JOIN location AS l ON l.id = a.location_id AND {_SHOWN}"
            " WHERE a.city = ? COLLATE NOCASE AND a.city <> '' LIMIT 1000)",
            (name,),
        ).fetchone()
        if row[0] is not None or _somebody_at(connection, name):
            yield _spot(name, *row)


def _somebody_at(connection: Connection, town: str) -> bool:
    """Whether a service is there that may be shown there."""
    sql = f"SELECT 1 {_AT} WHERE a.city = ? COLLATE NOCASE AND a.city <> '' LIMIT 1"
    return connection.execute(sql, (town,)).fetchone() is not None


def towns(connection: Connection) -> list[tuple[str, int]]:
    """Towns with how many addresses, the most frequent first."""
    rows = connection.execute(
        "SELECT city, count(*) FROM address WHERE city <> '' GROUP BY city COLLATE NOCASE"
        " ORDER BY 2 DESC, 1 LIMIT ?",
        (MOST_AREAS,),
    )
    return [(str(name), int(count)) for name, count in rows]


def areas(connection: Connection) -> list[str]:
    """Towns and the areas that services say they serve, by name."""
    served = connection.execute(
        "SELECT DISTINCT name COLLATE NOCASE FROM service_area WHERE name <> '' LIMIT ?",
        (MOST_AREAS,),
    )
    names = {plain(name): str(name) for (name,) in served}
    names |= {plain(name): name for name, _ in towns(connection)}
    return [names[key] for key in sorted(names)]


def distances(connection: Connection, ids: Iterable[int], spot: Spot) -> dict[int, float]:
    """Kilometres to the nearest place of each service that has one to show."""
    if spot.named:
        return {}
    rows = connection.execute(
        "SELECT h.service_id, l.latitude, l.longitude FROM service_at_location AS h"
        f" JOIN location AS l ON l.id = h.location_id AND {_SHOWN}"
        " WHERE h.service_id IN (SELECT value FROM json_each(?))",
        (json.dumps(list(ids)),),
    )
    found: dict[int, float] = {}
    for service, latitude, longitude in rows:
        far = kilometres(spot, latitude, longitude)
        found[service] = min(far, found.get(service, far))
    return found


def by_distance(connection: Connection, ids: Sequence[int], spot: Spot) -> list[int]:
    """The nearest first; those without a place to show come last, as they were."""
    if spot.named:
        there = {one: at for at, one in enumerate(_alike(connection, spot.name, "1", (), -1))}
        return sorted(ids, key=lambda one: there.get(one, len(there)))
    far = distances(connection, ids, spot)
    return sorted(ids, key=lambda one: far.get(one, EARTH_KM * 4))


def around(
    connection: Connection, spot: Spot, where: str, values: Sequence[object], limit: int
) -> list[int]:
    """The nearest services for which ``where`` holds; boxes are widened until there are enough."""
    if spot.named:
        return _alike(connection, spot.name, where, values, limit)
    ids: list[int] = []
    for box in BOXES_KM:
        height = box / DEGREE_KM
        width = min(180.0, height / max(cos(radians(spot.latitude)), 0.01))
        turn = "l.longitude" if abs(spot.longitude) + width <= 180 else _turned(spot)
        if box < BOXES_KM[-1] and not _as_many(connection, spot, height, width, limit):
            continue
        rows = connection.execute(
            "SELECT DISTINCT h.service_id, l.latitude, l.longitude FROM location AS l"
            " CROSS JOIN service_at_location AS h ON h.location_id = l.id"
            f" WHERE l.latitude BETWEEN ? AND ? AND {turn} BETWEEN ? AND ? AND {_SHOWN}"
            " AND EXISTS (SELECT 1 FROM service WHERE service.id = h.service_id"
            f" AND {LISTED} AND {where})"
            f" ORDER BY (l.latitude - ?) * (l.latitude - ?) + ({turn} - ?) * ({turn} - ?) * ?"
            " LIMIT ?",
            (
                spot.latitude - height,
                spot.latitude + height,
                spot.longitude - width,
                spot.longitude + width,
                *values,
                spot.latitude,
                spot.latitude,
                spot.longitude,
                spot.longitude,
                cos(radians(spot.latitude)) ** 2,
                limit * 2,
            ),
        ).fetchall()
        near: dict[int, float] = {}
        for service, latitude, longitude in rows:
            far = kilometres(spot, latitude, longitude)
            near[service] = min(far, near.get(service, far))
        ids = sorted(near, key=near.__getitem__)
        # in the corners of a box stands what is further than something outside it
        if sum(far <= box for far in near.values()) >= limit:
            break
    return ids[:limit]


def _alike(
    connection: Connection, name: str, where: str, values: Sequence[object], limit: int
) -> list[int]:
    """Services in the town ``name`` or with that postcode, then those whose code begins alike."""
    found: dict[int, None] = {}
    wanted = (
        " AND EXISTS (SELECT 1 FROM service WHERE service.id = h.service_id"
        f" AND {LISTED} AND {where}) ORDER BY h.service_id LIMIT ?"
    )
    towns = "a.city = ? COLLATE NOCASE AND a.city <> ''"
    asked = [(towns, name)]
    begins = _BEGINS.replace("?1", "?")
    if any(c.isdigit() for c in name):
        asked += [(begins, name[:n]) for n in range(len(name), 0, -1) if name[n - 1] != " "]
    for condition, words in asked:
        if limit < 0 or len(found) < limit:
            marks = condition.count("?")
            sql = f"SELECT DISTINCT h.service_id{_AT} WHERE {condition}{wanted}"
            rows = connection.execute(sql, (*[words] * marks, *values, limit))
            found.update(dict.fromkeys(row[0] for row in rows))
    return [*found][: limit if limit > 0 else None]


def _as_many(connection: Connection, spot: Spot, height: float, width: float, limit: int) -> bool:
    """Whether there can be enough in a box at all: looking that up is quick."""
    if abs(spot.longitude) + width > 180:
        return True
    rows = connection.execute(
        "SELECT 1 FROM location WHERE latitude BETWEEN ? AND ? AND longitude BETWEEN ? AND ?"
        " AND latitude IS NOT NULL LIMIT ?",
        (
            spot.latitude - height,
            spot.latitude + height,
            spot.longitude - width,
            spot.longitude + width,
            limit,
        ),
    )
    return len(rows.fetchall()) == limit


def _turned(spot: Spot) -> str:
    """Longitudes beyond the date line, on the side of the spot."""
    if spot.longitude > 0:
        return "(CASE WHEN l.longitude < 0 THEN l.longitude + 360 ELSE l.longitude END)"
    return "(CASE WHEN l.longitude > 0 THEN l.longitude - 360 ELSE l.longitude END)"
