"""Search as you type in the directory: names first, filters, and a guess at a slip of the keys."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass, field
from datetime import datetime
from itertools import islice

from peerdesk.exchange.hours import Opening, Schedule, opening
from peerdesk.store.connection import Connection
from peerdesk.store.directory import LISTED, SEARCHED
from peerdesk.store.search import LIMIT, RANKED_BELOW

_WORD = re.compile(r"\w+")
_TEXT = " ".join(c for c in SEARCHED if c != "marks")
_WEIGHTS = "10, 6, 4, 1, 2, 2, 1, 0"
_TIMES = (*Schedule.__dataclass_fields__,)
_GUESSED_FROM = 4
LOOKED_AT = 5_000


@dataclass(frozen=True)
class Filters:
    """What is asked for beside the words. ``categories`` and ``languages``: any of them."""

    categories: frozenset[str] = field(default_factory=frozenset)
    languages: frozenset[str] = field(default_factory=frozenset)
    open_now: bool = False
    free: bool = False
    step_free: bool = False

    def marks(self) -> str:
        """As an FTS5 expression on the column ``marks``; "" for none."""
        parts = [mark for on, mark in ((self.free, "xfree"), (self.step_free, "xstepfree")) if on]
        for prefix, any_of in (("xcat", self.categories), ("xlang", self.languages)):
            words = sorted("".join(_WORD.findall(one.lower())).replace("_", "") for one in any_of)
            if words:
                parts.append(f"({' OR '.join(prefix + w for w in words)})")
        return " AND ".join(parts)


@dataclass(frozen=True)
class Found:
    """``ids`` in the order to show; ``instead``: the words that were searched for instead of what
    was typed, "" when there was no need."""

    ids: list[int]
    instead: str = ""


def find(
    connection: Connection,
    typed: str,
    filters: Filters,
    now: datetime,
    maybe: Set[int] = frozenset(),
) -> Found:
    """At most 200 services; without words and filters the first by name. ``maybe`` is what
    :func:`maybe_open` gave, needed where ``filters`` ask for open now."""
    words = _WORD.findall(typed)
    ids = _find(connection, words, filters, now, maybe)
    if ids or not words:
        return Found(ids)
    meant = [_guess(connection, word) for word in words]
    if meant == words:
        return Found([])
    ids = _find(connection, meant, filters, now, maybe)
    return Found(ids, " ".join(meant) if ids else "")


def _find(
    connection: Connection, words: Sequence[str], filters: Filters, now: datetime, maybe: Set[int]
) -> list[int]:
    long = [w for w in words if len(w) > 1]
    # one letter would match half the directory, so it means how the name begins
    name = words[0] if words and not long else ""
    marks = filters.marks()
    rest = [f"({{marks}} : ({marks}))"] if marks else []
    ordered: Iterable[int]
    if long:
        texts = " ".join(f'"{w}"*' for w in long)
        first = " AND ".join([f"({{name alternate_name}} : ({texts}))", *rest])
        query = " AND ".join([f"({{{_TEXT}}} : ({texts}))", *rest])
        ordered = _matching(connection, first, query, LOOKED_AT if filters.open_now else LIMIT)
    else:
        few = json.dumps(list(maybe)) if filters.open_now and len(maybe) < LOOKED_AT else ""
        ordered = _by_name(connection, name, " AND ".join(rest), few)
    if filters.open_now:
        ordered = _open(connection, (one for one in ordered if one in maybe), now)
    return listed(connection, islice(ordered, LIMIT))


def _matching(connection: Connection, first: str, query: str, limit: int) -> list[int]:
    """Those that match ``first`` before others that match ``query``; ranked when they are few."""
    count = connection.execute(
        "SELECT count(*) FROM (SELECT 1 FROM service_search WHERE service_search MATCH ? LIMIT ?)",
        (query, RANKED_BELOW),
    ).fetchone()[0]
    order = f" ORDER BY bm25(service_search, {_WEIGHTS})" if count < RANKED_BELOW else ""
    found: dict[int, None] = {}
    for part in (first, query):
        if len(found) >= limit:
            break
        rows = connection.execute(
            f"SELECT rowid FROM service_search WHERE service_search MATCH ?{order} LIMIT ?",
            (part, limit),
        )
        found.update(dict.fromkeys(row[0] for row in rows))
    return list(found)


def listed(connection: Connection, ids: Iterable[int]) -> list[int]:
    """Those of ``ids`` that are shown to everyone, in the same order."""
    wanted = list(ids)
    rows = connection.execute(
        f"SELECT id FROM service WHERE id IN (SELECT value FROM json_each(?)) AND {LISTED}",
        (json.dumps(wanted),),
    )
    shown = {row[0] for row in rows}
    return [one for one in wanted if one in shown]


def _by_name(connection: Connection, name: str, query: str, few: str) -> Iterator[int]:
    """Listed services by name: those that begin with ``name``, match ``query``, are of ``few``."""
    sql, values = f"SELECT id FROM service WHERE {LISTED}", list[str]()
    if name:
        sql += " AND name >= ? COLLATE NOCASE AND name < ? COLLATE NOCASE"
        values += [name, f"{name}\U0010ffff"]
    if query:
        sql += " AND id IN (SELECT rowid FROM service_search WHERE service_search MATCH ? LIMIT ?)"
        values += [query, str(LOOKED_AT)]
    if few:
        sql += " AND id IN (SELECT value FROM json_each(?))"
        values.append(few)
    for row in connection.execute(f"{sql} ORDER BY name COLLATE NOCASE, id", values):
        yield row[0]


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


def _open(connection: Connection, ids: Iterator[int], now: datetime) -> Iterator[int]:
    """Those of ``ids`` that are open, each asked for certain."""
    while part := list(islice(ids, LIMIT)):
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
        "SELECT id, by_appointment, status FROM service"
        " WHERE id IN (SELECT value FROM json_each(?))",
        (json.dumps(list(ids)),),
    )
    states = {one: (bool(appointment), str(status)) for one, appointment, status in flags}
    found = {}
    for one in ids:
        appointment, status = states.get(one, (False, ""))
        found[one] = opening(
            times[one], now, appointment=appointment, shut=status == "temporarily closed"
        )
    return found


# -- slips of the keys ---------------------------------------------------------------------------


def _guess(connection: Connection, word: str) -> str:
    """A word of the directory that is one slip away (a letter more, less, other, or two swapped)
    when nothing begins with what was typed; otherwise the word itself."""
    plain = word.lower()
    if len(plain) < _GUESSED_FROM:
        return word
    there = connection.execute(
        f"SELECT EXISTS (SELECT 1 FROM service_search WHERE service_search MATCH '{{{_TEXT}}} :'"
        " || ?)",
        (f'"{plain}"*',),
    ).fetchone()[0]
    if there:
        return word
    connection.execute(
        "CREATE VIRTUAL TABLE IF NOT EXISTS temp.service_words"
        " USING fts5vocab(main, service_search, row)"
    )
    terms = connection.execute(
        "SELECT term, doc FROM temp.service_words WHERE term >= ? AND term < ?"
        " AND length(term) >= ? ORDER BY doc DESC",
        (plain[0], chr(ord(plain[0]) + 1), len(plain) - 1),
    ).fetchall()
    near = (term for term, _ in terms if not term.startswith("x") and one_slip(plain, term))
    return str(next(near, word))


def one_slip(typed: str, word: str) -> bool:
    """Whether ``typed`` becomes ``word``, or how it begins, by one slip."""
    at = next((n for n, (a, b) in enumerate(zip(typed, word, strict=False)) if a != b), -1)
    if at < 0:
        return len(typed) == len(word) + 1
    swapped = typed[at + 1 : at + 2] + typed[at : at + 1] + typed[at + 2 :]
    kinds = (
        (typed[at + 1 :], word[at + 1 :]),
        (typed[at:], word[at + 1 :]),
        (typed[at + 1 :], word[at:]),
    )
    if any(rest == end for rest, end in kinds) or swapped == word[at:]:
        return True
    other, missing, more = (bool(rest) and end.startswith(rest) for rest, end in kinds)
    return other or missing or more or word[at:].startswith(swapped)
