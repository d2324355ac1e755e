"""Which listings are to be rung: chosen from the directory, and kept for the week."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence, Set
from contextlib import closing, suppress
from itertools import islice

from peerdesk.core.errors import KnownError
from peerdesk.core.ids import natural_uid
from peerdesk.store.connection import SQLITE_ERRORS, Connection
from peerdesk.store.directory import LISTED
from peerdesk.store.place import Place

SETTING = "calls"
"""Group setting: the week ("2026-W48") and the uids of its listings in hex, blanks between."""
DAY = 86_400_000
MONTH = 30 * DAY
REST = 60 * DAY
"""So long after a check nobody is rung again, unless somebody says that something is wrong."""
NEVER = 100_000
_LAST = "coalesce(s.checked_at, 1000 * unixepoch(nullif(s.assured_date, '')))"
_PHONE = """
SELECT s.id FROM service AS s WHERE s.id IN (SELECT value FROM json_each(?)) AND (
  EXISTS (SELECT 1 FROM phone AS p WHERE p.service_id = s.id AND p.number <> '')
  OR EXISTS (SELECT 1 FROM phone AS p WHERE p.organization_id = s.organization_id
    AND p.number <> '')
  OR EXISTS (SELECT 1 FROM service_at_location AS l JOIN phone AS p
    ON p.service_at_location_id = l.id OR p.location_id = l.location_id
    WHERE l.service_id = s.id AND p.number <> ''))
"""

LOT = 200
Aged = tuple[bytes, int, int, int]
"""(uid, whole months, checked at, id) of a listing."""


def kept(cabinet: Place, week: str) -> list[bytes]:
    """The uids that are kept for a week ("2026-W48"); none for another week's."""
    rows = cabinet.rows("SELECT value FROM group_setting WHERE key = ?", SETTING)
    whose, *uids = str(rows[0][0]).split() if rows else [""]
    return [bytes.fromhex(uid) for uid in uids] if whose == week else []


def keep(cabinet: Place, week: str, uids: Sequence[bytes]) -> None:
    """Not a step for undo, and nothing to tell: who looks does not change anything. When it cannot
    be written the list is made again the next time."""
    value = " ".join([week, *(uid.hex() for uid in uids)])
    with suppress(KnownError, *SQLITE_ERRORS), closing(cabinet.another()) as connection:
        connection.execute(
            "INSERT INTO group_setting (uid, key, value) VALUES (?, ?, ?)"
            " ON CONFLICT (key) DO UPDATE SET value = excluded.value",
            (natural_uid("group_setting", SETTING), SETTING, value),
        )


def to_ring(
    shelf: Connection, monday: int, used: Mapping[bytes, int], without: Set[bytes], wanted: int
) -> list[bytes]:
    """Listings with a number, by months since they were checked, then by how often they were
    suggested (``used``), then the oldest. ``monday`` is the week's beginning (UTC milliseconds)."""
    every = _with_number(shelf, _by_age(shelf, monday))
    # Use only decides between listings of one age, so no more of the others can come in.
    found = dict.fromkeys(islice((one for one in every if one[0] not in without), wanted))
    mine = _by_age(shelf, monday, f"AND s.uid IN ({', '.join('?' * len(used))})", *used)
    found.update(dict.fromkeys(one for one in _with_number(shelf, mine) if one[0] not in without))
    order = sorted(found, key=lambda one: (-one[1], -used.get(one[0], 0), one[2], one[3]))
    return [one[0] for one in order[:wanted]]


def _by_age(shelf: Connection, monday: int, also: str = "", *values: object) -> Iterator[Aged]:
    """The longest unchecked first."""
    rows = shelf.execute(
        "SELECT uid, CASE WHEN last IS NULL THEN ? ELSE max(0, (? - last) / ?) END AS months,"
        f" coalesce(last, 0), id FROM (SELECT s.id, s.uid, {_LAST} AS last FROM service AS s"
        f" WHERE {LISTED} {also}) WHERE last IS NULL OR last <= ? ORDER BY 2 DESC, 3, 4",
        (NEVER, monday, MONTH, *values, monday - REST),
    )
    return ((bytes(uid), months, last, one) for uid, months, last, one in rows)


def _with_number(shelf: Connection, every: Iterator[Aged]) -> Iterator[Aged]:
    while lot := list(islice(every, LOT)):
        ids = json.dumps([one[3] for one in lot])
        there = {row[0] for row in shelf.execute(_PHONE, (ids,))}
        yield from (one for one in lot if one[3] in there)
