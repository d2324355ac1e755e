"""Search as you type in the directory: names first, then what else holds the words; filters."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass, field, replace
from datetime import datetime
from itertools import islice

from peerdesk.exchange.categories import categories
from peerdesk.features.directory import near
from peerdesk.features.directory.near import Spot
from peerdesk.features.directory.open_now import maybe_open, only_open, openings, schedules
from peerdesk.features.directory.slips import Group, Slips, said
from peerdesk.store.connection import Connection
from peerdesk.store.directory import LISTED, SEARCHED
from peerdesk.store.search import LIMIT, RANKED_BELOW

__all__ = ["Filters", "Found", "Spot", "find", "maybe_open", "openings", "schedules"]

_WORD = re.compile(r"\w+")
_TEXT = " ".join(c for c in SEARCHED if c != "marks")
_WEIGHTS = "10, 6, 4, 1, 2, 2, 1, 0"
LOOKED_AT = 5_000
FEW = 5
# of so many that are near, one is likely to be open by day
OPEN_OF = 4
_IN_AREA = (
    "SELECT service_id FROM service_area WHERE name = ? COLLATE NOCASE"
    " UNION ALL SELECT h.service_id FROM address AS a JOIN service_at_location AS h"
    " ON h.location_id = a.location_id WHERE a.city = ? COLLATE NOCASE AND a.city <> ''"
)
_SERVES = (
    "(EXISTS (SELECT 1 FROM service_area AS e WHERE e.service_id = service.id"
    " AND e.name = ? COLLATE NOCASE) OR EXISTS (SELECT 1 FROM service_at_location AS h JOIN"
    " address AS a ON a.location_id = h.location_id WHERE h.service_id = service.id"
    " AND a.city = ? COLLATE NOCASE))"
)


@dataclass(frozen=True)
class Filters:
    """What is asked for beside the words. ``categories``, ``languages`` and ``kinds``: any of them;
    ``offline``: needs no internet; ``age`` in years; ``area``: a town, or an area that is served.
    With ``near`` the nearest come first."""

    categories: frozenset[str] = field(default_factory=frozenset)
    languages: frozenset[str] = field(default_factory=frozenset)
    open_now: bool = False
    free: bool = False
    step_free: bool = False
    kinds: frozenset[str] = field(default_factory=frozenset)
    no_referral: bool = False
    offline: bool = False
    age: int | None = None
    area: str = ""
    near: Spot | None = None

    def marks(self) -> str:
        """As an FTS5 expression on the column ``marks``; "" for none."""
        parts = [mark for on, mark in ((self.free, "xfree"), (self.step_free, "xstepfree")) if on]
        for prefix, any_of in (("xcat", self.categories), ("xlang", self.languages)):
            words = sorted("".join(_WORD.findall(one.lower())).replace("_", "") for one in any_of)
            if words:
                parts.append(f"({' OR '.join(prefix + w for w in words)})")
        return " AND ".join(parts)

    def conditions(self) -> list[tuple[str, str, list[object]]]:
        """(condition on ``service``, SQL for all ids it holds for or blank, values) of the rest."""
        found: list[tuple[str, str, list[object]]] = []
        if self.kinds:
            kinds = sorted(self.kinds)
            any_of = f"kind IN ({', '.join('?' * len(kinds))})"
            rare = "" if "service" in kinds else f"kind <> 'service' AND {any_of}"
            found.append((any_of, rare and f"SELECT id FROM service WHERE {rare}", [*kinds]))
        if self.no_referral:
            same = "referral = 'no'"
            found.append((same, f"SELECT id FROM service WHERE {same} AND referral <> ''", []))
        if self.offline:
            found.append(("needs_internet = 0", "", []))
        if self.age is not None:
            fits = (
                "(minimum_age IS NULL OR minimum_age <= ?)"
                " AND (maximum_age IS NULL OR maximum_age >= ?)"
            )
            found.append((fits, "", [self.age, self.age]))
        if self.area:
            found.append((_SERVES, _IN_AREA, [self.area, self.area]))
        return found


@dataclass(frozen=True)
class Found:
    """``ids`` in the order to show; ``instead``: the words that were searched for instead of what
    was typed, "" when there was no need; ``category``: the key of what is shown instead of words
    that no service uses, such as food for "I am hungry"."""

    ids: list[int]
    instead: str = ""
    category: str = ""


class _Where:
    """The conditions of filters: ``sql`` holds for ``service``, and ``few`` are all ids there can
    be, where that is not too many to name."""

    def __init__(self, connection: Connection, filters: Filters) -> None:
        parts: list[str] = []
        self.values: list[object] = []
        self.few: set[int] | None = None
        for condition, all_ids, values in filters.conditions():
            rows = []
            if all_ids:
                rows = connection.execute(
                    f"SELECT * FROM ({all_ids}) LIMIT ?", (*values, LOOKED_AT)
                ).fetchall()
            if all_ids and len(rows) < LOOKED_AT:
                ids = {row[0] for row in rows}
                self.few = ids if self.few is None else self.few & ids
            else:
                parts.append(condition)
                self.values += values
        self.sql = " AND ".join(parts)

    def __bool__(self) -> bool:
        return bool(self.sql) or self.few is not None

    def of(self, connection: Connection, ids: Sequence[int]) -> list[int]:
        """Those of ``ids`` that are listed and meet the conditions, in the same order."""
        wanted = [one for one in ids if self.few is None or one in self.few]
        sql = f"SELECT id FROM service WHERE id IN (SELECT value FROM json_each(?)) AND {LISTED}"
        if self.sql:
            sql += f" AND {self.sql}"
        rows = connection.execute(sql, (json.dumps(wanted), *self.values))
        shown = {row[0] for row in rows}
        return [one for one in wanted if one in shown]


def find(
    connection: Connection,
    typed: str,
    filters: Filters,
    now: datetime,
    maybe: Set[int] = frozenset(),
    slips: Slips | None = None,
    version: object = None,
) -> Found:
    """At most 200 services; without words and filters the first by name. ``maybe`` is what
    :func:`maybe_open` gave, needed where ``filters`` ask for open now. ``slips`` remembers what
    words may have been meant, as long as ``version`` is the same."""
    words = _WORD.findall(typed)
    where = _Where(connection, filters)

    def search(groups: Sequence[Group]) -> list[int]:
        return _by_words(connection, groups, filters, where, now, maybe)

    long = [(w,) for w in words if len(w) > 1]
    if not long:
        # one letter would match half the directory, so it means how the name begins
        name = words[0] if words else ""
        return Found(_without_words(connection, name, filters, where, now, maybe))
    ids = search(long)
    if len(ids) >= FEW or (ids and _named(connection, ids, words)):
        return Found(ids)
    if filters != Filters() and _many(connection, long):
        return Found(ids)  # the words are right, and little of it is as the filters want it
    repaired = (slips or Slips()).repair(connection, words, search, version)
    if repaired is None:
        return Found(ids) if ids else _of_a_kind(connection, typed, filters, where, now, maybe)
    if ids:
        # what was typed is somewhere in a text, what may have been meant is a name
        meant = [one for one in repaired.ids if one not in ids]
        return Found([*ids, *meant][:LIMIT])
    top = _text(connection, repaired.ids[0])
    return Found(repaired.ids, said(repaired.groups, top))


def _of_a_kind(
    connection: Connection,
    typed: str,
    filters: Filters,
    where: _Where,
    now: datetime,
    maybe: Set[int],
) -> Found:
    """Services of the likeliest category for words that nothing was found by."""
    for key in () if filters.categories else categories(typed, "").split():
        wanted = replace(filters, categories=frozenset({key}))
        if ids := _without_words(connection, "", wanted, where, now, maybe):
            return Found(ids, category=key)
    return Found([])


def _text(connection: Connection, one: int) -> str:
    columns = " || ' ' || ".join(c for c in SEARCHED if c != "marks")
    sql = f"SELECT {columns} FROM service WHERE id = ?"
    return str(connection.execute(sql, (one,)).fetchone()[0])


def _named(connection: Connection, ids: Sequence[int], words: Sequence[str]) -> bool:
    """Whether the first of ``ids`` has all words in its name: then that was meant."""
    sql = "SELECT 1 FROM service_search WHERE service_search MATCH ? AND rowid = ?"
    query = f"{{name alternate_name}} : ({_expression([(w,) for w in words if len(w) > 1])})"
    return connection.execute(sql, (query, ids[0])).fetchone() is not None


def _many(connection: Connection, groups: Sequence[Group]) -> bool:
    """Whether the words alone find enough."""
    sql = "SELECT 1 FROM service_search WHERE service_search MATCH ? LIMIT ?"
    query = f"{{{_TEXT}}} : ({_expression(groups)})"
    return len(connection.execute(sql, (query, FEW)).fetchall()) == FEW


def _expression(groups: Sequence[Group]) -> str:
    return " AND ".join("(" + " OR ".join(f'"{word}"*' for word in group) + ")" for group in groups)


def _by_words(
    connection: Connection,
    groups: Sequence[Group],
    filters: Filters,
    where: _Where,
    now: datetime,
    maybe: Set[int],
) -> list[int]:
    marks = filters.marks()
    rest = [f"({{marks}} : ({marks}))"] if marks else []
    texts = _expression(groups)
    first = " AND ".join([f"({{name alternate_name}} : ({texts}))", *rest])
    query = " AND ".join([f"({{{_TEXT}}} : ({texts}))", *rest])
    many = filters.open_now or filters.near is not None or bool(where)
    found = _matching(connection, first, query, LOOKED_AT if many else LIMIT)
    if filters.open_now:
        found = [one for one in found if one in maybe]
    shown = where.of(connection, found)
    if filters.near is not None:
        shown = near.by_distance(connection, shown, filters.near)
    ordered: Iterable[int] = only_open(connection, shown, now) if filters.open_now else shown
    return list(islice(ordered, LIMIT))


def _without_words(
    connection: Connection,
    name: str,
    filters: Filters,
    where: _Where,
    now: datetime,
    maybe: Set[int],
) -> list[int]:
    marks, spot = filters.marks(), filters.near
    few = where.few
    if filters.open_now:
        few = set(maybe) if few is None else few & maybe
    parts, values = [where.sql] if where.sql else [], [*where.values]
    if name:
        parts.append("name >= ? COLLATE NOCASE AND name < ? COLLATE NOCASE")
        values += [name, f"{name}\U0010ffff"]
    if marks:
        limit = -1 if spot else LOOKED_AT
        parts.append(
            "service.id IN (SELECT rowid FROM service_search WHERE service_search MATCH ? LIMIT ?)"
        )
        values += [f"{{marks}} : ({marks})", limit]
    if few is not None and len(few) < LOOKED_AT:
        parts.append("service.id IN (SELECT value FROM json_each(?))")
        values.append(json.dumps(list(few)))
    ordered: Iterable[int]
    if spot is None:
        ordered = _by_name(connection, parts, values)
    else:
        placed: list[int] = []
        for limit in (LIMIT * OPEN_OF, LOOKED_AT) if filters.open_now else (LIMIT,):
            placed = near.around(connection, spot, " AND ".join(parts) or "1", values, limit)
            placed = [one for one in placed if not filters.open_now or one in maybe]
            if len(placed) >= LIMIT:
                break
        ordered = dict.fromkeys([*placed, *_nowhere(connection, parts, values, placed)])
    if filters.open_now:
        ordered = only_open(connection, (one for one in ordered if one in maybe), now)
    return list(islice(ordered, LIMIT))


def _nowhere(
    connection: Connection, parts: Sequence[str], values: Sequence[object], placed: Sequence[int]
) -> list[int]:
    """What can be had without going anywhere comes after what is near, if there is room."""
    if len(placed) >= LIMIT:
        return []
    seen = set(placed)
    return [one for one in islice(_by_name(connection, parts, values), LIMIT) if one not in seen]


def _by_name(
    connection: Connection, parts: Sequence[str], values: Sequence[object]
) -> Iterator[int]:
    sql = " AND ".join([f"SELECT id FROM service WHERE {LISTED}", *parts])
    for row in connection.execute(f"{sql} ORDER BY name COLLATE NOCASE, id", [*values]):
        yield row[0]


def _matching(connection: Connection, first: str, query: str, limit: int) -> list[int]:
    """Those that match ``first`` before others that match ``query``; ranked when they are few."""
    count = connection.execute(
        "SELECT count(*) FROM (SELECT 1 FROM service_search WHERE service_search MATCH ? LIMIT ?)",
        (query, RANKED_BELOW),
    ).fetchone()[0]
    order = f" ORDER BY bm25(service_search, {_WEIGHTS})" if count < RANKED_BELOW else ""
    found: dict[int, None] = {}
    for part in (first, query):
        if len(found) >= limit or not count:
            break
        rows = connection.execute(
            f"SELECT rowid FROM service_search WHERE service_search MATCH ?{order} LIMIT ?",
            (part, limit),
        )
        found.update(dict.fromkeys(row[0] for row in rows))
    return list(found)
