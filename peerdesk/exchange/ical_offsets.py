"""The zones a calendar file names: by IANA name, by the name other programs have for it, or by
what the file itself says about it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from typing import Protocol
from zoneinfo import ZoneInfo, available_timezones

from peerdesk.exchange import ical_rules
from peerdesk.exchange.ical_lines import Moment, Part, moment, moments, offset
from peerdesk.exchange.ical_rules import Budget, Strange

_BACK = timedelta(days=800)
"""Before this a change that comes once a year has come at least once."""
_ONE = timedelta(days=1)


class Zone(Protocol):
    """What turns wall time into UTC milliseconds."""

    def instant(self, wall: datetime) -> int:
        """A wall time that does not exist counts by the offset from before the change, one that
        comes twice counts the first time (RFC 5545 §3.3.5)."""


class Named:
    """A zone of the IANA database."""

    def __init__(self, key: str) -> None:
        self._zone = ZoneInfo(key)

    def instant(self, wall: datetime) -> int:
        return int(wall.replace(tzinfo=self._zone).timestamp()) * 1000


class Described:
    """A zone as a VTIMEZONE tells it."""

    def __init__(self, changes: list[tuple[datetime, timedelta, timedelta]]) -> None:
        """``changes``: (local onset by the offset before, offset before, offset after)."""
        self._changes = sorted(changes)
        self._onsets = [c[0] for c in self._changes]

    def instant(self, wall: datetime) -> int:
        at = bisect_right(self._onsets, wall) - 1
        onset, before, after = self._changes[max(at, 0)]
        now = before if at < 0 or wall < onset + (after - before) else after
        return int((wall - now).replace(tzinfo=UTC).timestamp()) * 1000


@lru_cache(maxsize=1)
def _names() -> dict[str, str]:
    return {name.casefold(): name for name in available_timezones()}


@lru_cache(maxsize=1)
def _windows() -> Mapping[str, str]:
    from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON

    return {name.casefold(): key for name, key in WINDOWS_TO_OLSON.items()}


def iana(tzid: str) -> str:
    """The IANA name behind a TZID, also with something before it or in Windows' words; "" when
    there is none."""
    plain = tzid.strip().casefold()
    known = _names()
    pieces = plain.split("/")
    for size in (len(pieces), 3, 2, 1):
        if 0 < size <= min(len(pieces), 3) and (found := known.get("/".join(pieces[-size:]))):
            return found
    return known.get(_windows().get(plain, "").casefold(), "")


def described(zone: Part, first: date, last: date, budget: Budget) -> Described | None:
    """What a VTIMEZONE says about the time between two days; None when it cannot be read."""
    changes: list[tuple[datetime, timedelta, timedelta]] = []
    low, high = first - _BACK, last + _ONE
    try:
        for part in zone.parts:
            before, after = offset(part.value("TZOFFSETFROM")), offset(part.value("TZOFFSETTO"))
            start = moment(part.value("DTSTART"), "")
            onsets = [start.wall]
            for listed, _ in moments(part.lines.get("RDATE", [])):
                budget.spend()
                onsets.append(listed.wall)
            if rule := part.value("RRULE"):
                onsets += _ruled(rule, start, low, high, budget)
            changes += [(onset, before, after) for onset in onsets]
    except ValueError:
        return None
    return Described(changes) if changes else None


def _ruled(text: str, start: Moment, low: date, high: date, budget: Budget) -> list[datetime]:
    rule = ical_rules.read_rule(text, start)
    if rule.freq != "YEARLY" or rule.count:
        raise Strange
    if rule.until is not None:
        high = min(high, rule.until.wall.date())
        low = min(low, high - _BACK)
    found = ical_rules.days(rule, start.wall.date(), low, high, budget)
    return [datetime.combine(day, start.wall.time()) for day in found]


class Zones:
    """Looks each TZID of a file up once."""

    def __init__(self, parts: list[Part], here: str, first: date, last: date, budget: Budget):
        """``here``: the zone of times that name none, or one nobody knows."""
        self._parts: dict[str, Part] = {}
        for part in parts:
            self._parts.setdefault(part.value("TZID"), part)
        self._found: dict[str, tuple[Zone, bool]] = {"": (Named(here), True)}
        self._here, self._first, self._last, self._budget = here, first, last, budget

    def zone(self, tzid: str) -> tuple[Zone, bool]:
        """The zone, and whether it is known."""
        found = self._found.get(tzid)
        if found is None:
            found = self._found[tzid] = self._look(tzid)
        return found

    def _look(self, tzid: str) -> tuple[Zone, bool]:
        self._budget.spend(20)
        if key := iana(tzid):
            return Named(key), True
        part = self._parts.get(tzid.strip())
        told = described(part, self._first, self._last, self._budget) if part else None
        return (told, True) if told else (self._found[""][0], False)

    def instant(self, moment: Moment) -> int:
        """A moment as UTC milliseconds; of a day its midnight."""
        if moment.kind == "utc":
            return int(moment.wall.replace(tzinfo=UTC).timestamp()) * 1000
        return self.zone("" if moment.kind == "day" else moment.zone)[0].instant(moment.wall)
