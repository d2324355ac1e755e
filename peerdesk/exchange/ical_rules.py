"""Which days a rule gives (RFC 5545 §3.3.10), at a price that is known beforehand.

dateutil reads any rule, but "every second on 30 February" keeps it busy for ever without a chance
to step in. Rules of rooms give days; one that is more than that is not read at all.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Literal, get_args

from peerdesk.exchange.ical_lines import Moment, moment

Freq = Literal["DAILY", "WEEKLY", "MONTHLY", "YEARLY"]
_DAYS = {"MO": 0, "TU": 1, "WE": 2, "TH": 3, "FR": 4, "SA": 5, "SU": 6}
_BYDAY = re.compile(r"([+-]?\d{1,2})?(MO|TU|WE|TH|FR|SA|SU)", re.ASCII)
_NUMBER = re.compile(r"[+-]?\d{1,5}", re.ASCII)
_NUMBERS = {"BYMONTH": 12, "BYMONTHDAY": 31, "BYYEARDAY": 366, "BYSETPOS": 366}
_TIMES = ("BYHOUR", "BYMINUTE", "BYSECOND")
_LISTED = 400
_ONE = timedelta(days=1)


class Enough(Exception):
    """The file asks for more work than any room calendar is worth."""


class Strange(ValueError):
    """A rule that is not read."""


class Budget:
    """Steps that may still be done for one file."""

    def __init__(self, steps: int) -> None:
        self.left = steps

    def spend(self, steps: int = 1) -> None:
        """Raises :class:`Enough` when they are used up."""
        self.left -= steps
        if self.left < 0:
            raise Enough


@dataclass(frozen=True)
class Rule:
    """Empty sets mean: not said. ``days``: (ordinal or 0, 0 = Monday)."""

    freq: Freq
    every: int
    count: int
    until: Moment | None
    week_start: int
    days: frozenset[tuple[int, int]]
    months: frozenset[int]
    month_days: frozenset[int]
    year_days: frozenset[int]
    positions: frozenset[int]


def _numbers(text: str, most: int) -> frozenset[int]:
    found = text.split(",", _LISTED)
    if len(found) > _LISTED or not all(_NUMBER.fullmatch(t.strip()) for t in found):
        raise Strange
    numbers = frozenset(map(int, found))
    if 0 in numbers or any(abs(n) > most for n in numbers):
        raise Strange
    return numbers


def _weekdays(text: str, freq: str) -> frozenset[tuple[int, int]]:
    days = [_BYDAY.fullmatch(t.strip()) for t in text.split(",", _LISTED)]
    found = frozenset((int(d[1] or 0), _DAYS[d[2]]) for d in days if d)
    if not all(days) or len(days) > _LISTED:
        raise Strange
    ordinals = any(n for n, _ in found)
    if ordinals and freq not in ("MONTHLY", "YEARLY"):
        raise Strange
    return found


def read_rule(text: str, start: Moment) -> Rule:
    """The rule. Raises :class:`Strange` for what is none, and for what no room is booked by:
    more often than daily, several times a day, by weeks of the year, without Gregorian months."""
    said: dict[str, str] = {}
    for piece in text.upper().strip().strip(";").split(";", 20):
        key, equals, value = piece.partition("=")
        if not equals or key.strip() in said:
            raise Strange
        said[key.strip()] = value.strip()
    freq = said.pop("FREQ", "")
    if freq not in get_args(Freq):
        raise Strange
    for name, own in zip(
        _TIMES, (start.wall.hour, start.wall.minute, start.wall.second), strict=True
    ):
        if said.pop(name, str(own)).lstrip("0") not in (str(own), str(own).lstrip("0")):
            raise Strange
    every, count = said.pop("INTERVAL", "1"), said.pop("COUNT", "")
    until = said.pop("UNTIL", "")
    week_start = _DAYS.get(said.pop("WKST", "MO"), -1)
    days = _weekdays(said.pop("BYDAY"), freq) if "BYDAY" in said else frozenset()
    sets = {n: _numbers(said.pop(n), m) for n, m in _NUMBERS.items() if n in said}
    if said or week_start < 0 or any(n < 1 for n in sets.get("BYMONTH", ())):
        raise Strange
    if not _NUMBER.fullmatch(every) or int(every) < 1:
        raise Strange
    if count and (not _NUMBER.fullmatch(count) or int(count) < 1):
        raise Strange
    try:
        end = moment(until, start.zone) if until else None
    except ValueError as error:
        raise Strange from error
    none: frozenset[int] = frozenset()
    return Rule(
        freq,  # type: ignore[arg-type]
        int(every),
        int(count or 0),
        end,
        week_start,
        days,
        sets.get("BYMONTH", none),
        sets.get("BYMONTHDAY", none),
        sets.get("BYYEARDAY", none),
        sets.get("BYSETPOS", none),
    )


def _filled(rule: Rule, start: date) -> Rule:
    """The rule with what it leaves to the first date."""
    if rule.days or rule.month_days or rule.year_days or rule.freq == "DAILY":
        return rule
    if rule.freq == "WEEKLY":
        return replace(rule, days=frozenset({(0, start.weekday())}))
    months = rule.months or frozenset({start.month} if rule.freq == "YEARLY" else ())
    return replace(rule, months=months, month_days=frozenset({start.day}))


def _nths(day: date, by_year: bool) -> tuple[int, int]:
    """Which of its weekday this day is in its month or year, from the front and from the back."""
    if by_year:
        number = day.timetuple().tm_yday
        size = 366 if monthrange(day.year, 2)[1] == 29 else 365
    else:
        number, size = day.day, monthrange(day.year, day.month)[1]
    return (number + 6) // 7, -((size - number) // 7 + 1)


def _fits(rule: Rule, day: date) -> bool:
    if rule.months and day.month not in rule.months:
        return False
    if rule.month_days and day.day not in rule.month_days:
        size = monthrange(day.year, day.month)[1]
        if day.day - size - 1 not in rule.month_days:
            return False
    if rule.year_days:
        number = day.timetuple().tm_yday
        size = 366 if monthrange(day.year, 2)[1] == 29 else 365
        if rule.year_days.isdisjoint((number, number - size - 1)):
            return False
    if rule.days and (0, day.weekday()) not in rule.days:
        if rule.freq in ("DAILY", "WEEKLY"):
            return False
        nths = _nths(day, rule.freq == "YEARLY" and not rule.months)
        return any((n, day.weekday()) in rule.days for n in nths)
    return True


def _period(rule: Rule, start: date, index: int) -> tuple[date, int]:
    """(first day, days) of the ``index``-th stretch the rule looks at; ValueError past the end of
    the calendar."""
    step = index * rule.every
    try:
        if rule.freq == "DAILY":
            return start + step * _ONE, 1
        if rule.freq == "WEEKLY":
            monday = start - _ONE * ((start.weekday() - rule.week_start) % 7)
            return monday + 7 * step * _ONE, 7
    except OverflowError as error:
        raise ValueError from error
    if rule.freq == "MONTHLY":
        months = start.year * 12 + start.month - 1 + step
        first = date(months // 12, months % 12 + 1, 1)
        return first, monthrange(first.year, first.month)[1]
    first = date(start.year + step, 1, 1)
    return first, 366 if monthrange(first.year, 2)[1] == 29 else 365


def _first_index(rule: Rule, start: date, low: date) -> int:
    """A stretch that does not begin after ``low`` and from which on all are looked at."""
    if low <= start or rule.count:
        return 0
    apart = {
        "DAILY": (low - start).days,
        "WEEKLY": (low - start).days // 7,
        "MONTHLY": (low.year - start.year) * 12 + low.month - start.month,
        "YEARLY": low.year - start.year,
    }[rule.freq]
    return max(apart // rule.every - 1, 0)


def days(rule: Rule, start: date, low: date, high: date, budget: Budget) -> Iterator[date]:
    """The days of the rule with ``low <= day <= high``, in order; the first date itself only
    where the rule gives it. Raises :class:`Enough`."""
    rule = _filled(rule, start)
    index, counted = _first_index(rule, start, low), 0
    while True:
        try:
            first, size = _period(rule, start, index)
        except ValueError:
            return
        if first > high:
            return
        budget.spend({"YEARLY": 40, "WEEKLY": 1 + len(rule.days)}.get(rule.freq, size))
        found = _in_period(rule, first, size, budget)
        if rule.positions:
            count = len(found)
            wanted = {p - 1 if p > 0 else count + p for p in rule.positions}
            found = [day for at, day in enumerate(found) if at in wanted]
        for day in found:
            if day < start:
                continue
            if day > high:
                return
            counted += 1
            if rule.count and counted > rule.count:
                return
            if day >= low:
                yield day
        index += 1


def _in_period(rule: Rule, first: date, size: int, budget: Budget) -> list[date]:
    """Its days; in a year whole months that are not asked for are passed over."""
    if rule.freq == "WEEKLY" and rule.days:
        ahead = sorted({(weekday - rule.week_start) % 7 for _, weekday in rule.days})
        return [d for d in (first + n * _ONE for n in ahead) if _fits(rule, d)]
    if rule.freq != "YEARLY" or not rule.months:
        if rule.freq == "YEARLY":
            budget.spend(size)
        return [d for d in (first + n * _ONE for n in range(size)) if _fits(rule, d)]
    found = []
    for month in sorted(rule.months):
        length = monthrange(first.year, month)[1]
        budget.spend(length)
        whole = (date(first.year, month, day + 1) for day in range(length))
        found += [day for day in whole if _fits(rule, day)]
    return found
