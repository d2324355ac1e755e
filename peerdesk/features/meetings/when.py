"""When a series meets: local wall time that survives the change of the clocks. No Qt, no store.

Dates are naive ``datetime`` in the zone of the meeting; only :func:`instant` turns them into time
that can be compared. A wall time that does not exist (the hour lost in spring) counts with the
offset from before the change, as RFC 5545 §3.3.5 says.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Literal
from zoneinfo import ZoneInfo

How = Literal["once", "weekly", "fortnightly", "monthly", "twice"]
DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
LAST = -1
"""``nth`` of "the last Tuesday of the month"."""
NTHS = (1, 2, 3, 4, LAST)

_WEEKLY = re.compile(r"FREQ=WEEKLY(;INTERVAL=2)?;BYDAY=(MO|TU|WE|TH|FR|SA|SU)")
_MONTHLY = re.compile(r"FREQ=MONTHLY;BYDAY=([1-4]|-1)(MO|TU|WE|TH|FR|SA|SU)")
_TWICE = re.compile(r"FREQ=MONTHLY;BYDAY=([12])(MO|TU|WE|TH|FR|SA|SU),([34])\2")


@dataclass(frozen=True)
class Repeat:
    """How a series repeats. ``weekday``: 0 = Monday; ``nth``: 1 to 4 or LAST, for monthly; for
    twice a month 1 (first and third) or 2 (second and fourth)."""

    how: How
    weekday: int = 0
    nth: int = 0

    @property
    def rule(self) -> str:
        """The same as RFC 5545 §3.3.10; "" for a single date."""
        if self.how == "once":
            return ""
        day = DAYS[self.weekday]
        if self.how == "monthly":
            return f"FREQ=MONTHLY;BYDAY={self.nth}{day}"
        if self.how == "twice":
            return f"FREQ=MONTHLY;BYDAY={self.nth}{day},{self.nth + 2}{day}"
        return f"FREQ=WEEKLY{';INTERVAL=2' if self.how == 'fortnightly' else ''};BYDAY={day}"


def repeat_of(start: datetime, how: How, nth: int = 0) -> Repeat:
    """The repeat that gives ``start`` and goes on ``how``; a fifth week counts as the last, and
    for twice a month as the first. ``nth``: another week of the month than that of ``start``."""
    week = (start.day - 1) // 7 + 1
    if how == "twice":
        return Repeat(how, start.weekday(), nth if nth in (1, 2) else 2 - week % 2)
    if nth in NTHS and how == "monthly":
        return Repeat(how, start.weekday(), nth)
    return Repeat(how, start.weekday(), LAST if week > 4 else week)


def first_of(start: datetime, repeat: Repeat) -> datetime:
    """The first date of the repeat that is not before ``start``."""
    found = occurrences(start, repeat.rule, start, start + timedelta(days=70))
    return found[0]


def read_rule(rule: str) -> Repeat | None:
    """The repeat of a rule we write ourselves; None for any other."""
    if not rule:
        return Repeat("once")
    if found := _WEEKLY.fullmatch(rule):
        return Repeat("fortnightly" if found[1] else "weekly", DAYS.index(found[2]))
    if (found := _TWICE.fullmatch(rule)) and int(found[3]) == int(found[1]) + 2:
        return Repeat("twice", DAYS.index(found[2]), int(found[1]))
    if found := _MONTHLY.fullmatch(rule):
        return Repeat("monthly", DAYS.index(found[2]), int(found[1]))
    return None


def wall(text: str) -> datetime:
    """``YYYY-MM-DDTHH:MM`` as a naive datetime."""
    return datetime.fromisoformat(text)


def stamp(start: datetime) -> str:
    """A naive datetime as ``YYYY-MM-DDTHH:MM``."""
    return start.isoformat(timespec="minutes")


def instant(start: datetime, zone: str) -> int:
    """Wall time in ``zone`` as UTC milliseconds."""
    return int(start.replace(tzinfo=ZoneInfo(zone)).timestamp() * 1000)


def wall_at(ms: int, zone: str) -> datetime:
    """UTC milliseconds as naive wall time in ``zone``."""
    return datetime.fromtimestamp(ms / 1000, UTC).astimezone(ZoneInfo(zone)).replace(tzinfo=None)


def next_weekday(now: datetime, weekday: int, at: time) -> datetime:
    """The first ``weekday`` at ``at`` that is not over yet, seen from wall time ``now``."""
    day = now.date() + timedelta(days=(weekday - now.weekday()) % 7)
    start = datetime.combine(day, at)
    return start if start > now.replace(tzinfo=None) else start + timedelta(days=7)


def occurrences(
    start: datetime, rule: str, after: datetime, before: datetime, ended: date | None = None
) -> list[datetime]:
    """The dates of a series with ``after <= date < before``, none past the day ``ended``."""
    if ended is not None:
        before = min(before, datetime.combine(ended + timedelta(days=1), time()))
    if not rule:
        return [start] if after <= start < before else []
    from dateutil.rrule import rrulestr  # type: ignore[import-untyped]

    dates = rrulestr(rule, dtstart=start, ignoretz=True)
    return [d for d in dates.between(after, before, inc=True) if d < before]
