"""One schedule as a rule: certain in each of its parts, or none.

After HSDS 3.0 ``schedule`` and RFC 5545 §3.3.10. Days are 0 = Monday … 6 = Sunday.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from peerdesk.exchange import hours_clock, hours_text
from peerdesk.exchange.cleaning import day
from peerdesk.exchange.hours_days import CODES, byday

_OFFSET = re.compile(r"(?:utc|gmt)?\s*([+-]?)(\d{1,2})(?::?([0-5]\d))?(?:\.0+)?", re.I)
_NONE = frozenset({"z", "utc", "gmt", "etc/utc", "etc/gmt"})


@dataclass(frozen=True)
class Schedule:
    """The columns of one schedule row that matter for opening times, as text."""

    valid_from: str = ""
    valid_to: str = ""
    dtstart: str = ""
    until: str = ""
    count: str = ""
    freq: str = ""
    interval: str = ""
    byday: str = ""
    byweekno: str = ""
    bymonthday: str = ""
    byyearday: str = ""
    opens_at: str = ""
    closes_at: str = ""
    description: str = ""
    notes: str = ""
    closed: int = 0
    timezone: str = ""
    wkst: str = ""

    @property
    def words(self) -> str:
        """What somebody wrote beside the columns."""
        return "\n".join(t for t in (self.description, self.notes) if t)


@dataclass(frozen=True)
class Rule:
    """A schedule that is understood. ``days`` are (ordinal or 0, weekday); ``first`` and ``last``
    bound it; ``start`` is what intervals count from, in weeks that begin on day ``week``. ``zone``:
    blank for the local one, an IANA name, or minutes from UTC as digits."""

    opens: int
    closes: int
    first: date
    last: date
    monthly: bool
    every: int
    days: tuple[tuple[int, int], ...]
    dates: tuple[int, ...]
    start: date | None
    zone: str = ""
    week: int = 0

    @property
    def weekly(self) -> bool:
        """Whether it is the same every week."""
        return not self.monthly and self.every == 1

    @property
    def length(self) -> int:
        """Minutes from opening to closing."""
        return (self.closes - self.opens) % hours_clock.DAY or hours_clock.DAY


def _whole(cell: str) -> tuple[int, ...] | None:
    parts = [p.strip() for p in cell.split(",") if p.strip()]
    if all(re.fullmatch(r"[+-]?\d{1,2}", p) for p in parts):
        return tuple(int(p) for p in parts)
    return None


@lru_cache(maxsize=4096)
def rule(schedule: Schedule) -> Rule | None:
    """The columns as a rule, or None when any of them is not certain. Words are not looked at."""
    opens, behind_opens = hours_clock.zone_of(schedule.opens_at)
    closes, behind_closes = hours_clock.zone_of(schedule.closes_at)
    begin = hours_clock.read(opens, standard=True)
    end = hours_clock.read(closes, standard=True)
    span = hours_clock.pair(begin, end) if begin and end else None
    zone = _zone(schedule.timezone, behind_opens, behind_closes)
    if span is None or zone is None:
        return None
    if schedule.count or schedule.byweekno or schedule.byyearday:
        return None
    limits = bounds(schedule)
    every = _whole(schedule.interval or "1")
    week = CODES.index(schedule.wkst.upper()) if schedule.wkst.upper() in CODES else -1
    if limits is None or not every or len(every) != 1 or every[0] < 0:
        return None
    start, step = day(schedule.dtstart), max(every[0], 1)
    if step > 1 and (start is None or (schedule.wkst and week < 0)):
        return None
    on = _days(schedule, start, step)
    if on is None:
        return None
    monthly, days, dates = on
    return Rule(*span, *limits, monthly, step, days, dates, start, zone, max(week, 0))


def bounds(schedule: Schedule) -> tuple[date, date] | None:
    """The first and the last day it may hold; None when one of them cannot be read."""
    texts = (schedule.valid_from, schedule.dtstart, schedule.valid_to, schedule.until)
    found = [day(t) for t in texts]
    if any(text and one is None for text, one in zip(texts, found, strict=True)):
        return None
    first = max([d for d in found[:2] if d], default=date.min)
    return first, min([d for d in found[2:] if d], default=date.max)


def _days(
    schedule: Schedule, start: date | None, step: int
) -> tuple[bool, tuple[tuple[int, int], ...], tuple[int, ...]] | None:
    """(monthly, weekdays, days of the month)."""
    freq = schedule.freq.upper() or "WEEKLY"
    dates = _whole(schedule.bymonthday)
    days = byday(schedule.byday) if schedule.byday else ()
    if freq not in ("DAILY", "WEEKLY", "MONTHLY") or days is None or dates is None:
        return None
    if freq == "MONTHLY":
        # ordinals and dates together, or plain weekdays, are read differently by different people
        if bool(days) == bool(dates) or any(not n for n, _ in days) or 0 in dates:
            return None
        return True, days, dates
    if dates or any(n for n, _ in days) or (freq == "DAILY" and step > 1):
        return None
    if not days and freq == "DAILY":
        days = tuple((0, n) for n in range(7))
    if not days and start is not None:
        days = ((0, start.weekday()),)
    return (False, days, dates) if days else None


@lru_cache(maxsize=4096)
def rules(schedule: Schedule) -> tuple[Rule, ...] | None:
    """Everything a row says, of its columns or else its words; None when it is not certain: when
    its words put a condition on its columns as well."""
    if schedule.closed:
        return None
    if schedule.opens_at and schedule.closes_at:
        found = rule(schedule)
        unsure = found is None or hours_text.conditional(schedule.words)
        return None if unsure or found is None else (found,)
    limits, words = bounds(schedule), schedule.words
    repeated = schedule.freq.upper() not in ("", "WEEKLY") or schedule.interval not in (
        "",
        "0",
        "1",
    )
    zone = _zone(schedule.timezone)
    more = schedule.count or schedule.byweekno or schedule.byyearday or schedule.bymonthday
    if limits is None or zone is None or repeated or more or schedule.closes_at:
        return None
    if schedule.opens_at:  # "9am-12pm, 1pm-5pm" in the first of two cells
        if hours_text.conditional(words):
            return None
        words = f"{schedule.byday} {schedule.opens_at}" if schedule.byday else schedule.opens_at
    elif schedule.byday:
        words = f"{schedule.byday} {words}"
    made = hours_text.parse(words)
    if made is None:
        return None
    first, last = limits
    return tuple(
        Rule(one.opens, one.closes, first, last, one.monthly, 1, one.days, (), None, zone)
        for one in made
    )


def _zone(*cells: str) -> str | None:
    """The zone that all of the cells name: blank for none; None when it is not certain."""
    found = {_one_zone(" ".join(cell.split())) for cell in cells if cell.strip()}
    if not found:
        return ""
    return found.pop() if len(found) == 1 else None


def _one_zone(cell: str) -> str | None:
    if cell.casefold() in _NONE:
        return "0"
    match = _OFFSET.fullmatch(cell)
    if match:
        apart = int(match[2]) * 60 + int(match[3] or 0)
        return str(-apart if match[1] == "-" else apart) if apart <= 14 * 60 else None
    if "/" not in cell:  # "EST" means a different time in summer to everyone
        return None
    try:
        ZoneInfo(cell)
    except (KeyError, OSError, ValueError):  # not found, a folder, a name that leads elsewhere
        return None
    return cell


def shift(zone: str, now: datetime) -> int | None:
    """Minutes to add to a time in ``zone`` to have it as in ``now``; None when it is not certain.

    Offsets are often those of winter all the year round, so one counts only where it is that of
    now.
    """
    if not zone:
        return 0
    here = now.utcoffset()
    if here is None:
        return None
    if "/" not in zone:
        return 0 if here == timedelta(minutes=int(zone)) else None
    there = now.astimezone(ZoneInfo(zone)).utcoffset() or timedelta()
    return int((here - there) / timedelta(minutes=1))


def falls_on(found: Rule, on: date) -> bool:
    """Whether the rule has opening times that begin on this date."""
    if not found.first <= on <= found.last:
        return False
    if not found.monthly:
        if not any(number == on.weekday() for _, number in found.days):
            return False
        if found.every == 1 or found.start is None:
            return True
        weeks = _week(on, found.week) - _week(found.start, found.week)
        return weeks.days // 7 % found.every == 0
    if found.every > 1 and found.start is not None:
        apart = (on.year - found.start.year) * 12 + on.month - found.start.month
        if apart % found.every:
            return False
    next_month = (on.replace(day=28) + timedelta(days=4)).replace(day=1)
    from_end = (next_month - on).days
    if found.dates:
        return on.day in found.dates or -from_end in found.dates
    nth, last_nth = (on.day - 1) // 7 + 1, -((from_end - 1) // 7 + 1)
    return any(number == on.weekday() and n in (nth, last_nth) for n, number in found.days)


def _week(on: date, begins: int) -> date:
    return on - timedelta(days=(on.weekday() - begins) % 7)
