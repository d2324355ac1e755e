"""VTIMEZONE of a zone, right for as long as a series runs (RFC 5545 §3.6.5).

The icalendar library can make these too, but dates the spring change an hour late and stops at
2038; a series has no end. So a change that comes every year by the same rule is written as that
rule; changes without one (Ramadan in Morocco, the day after Cairo's last Thursday) are listed for
thirty years.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

if TYPE_CHECKING:
    from icalendar import Timezone

AHEAD = 30
"""Years looked at: every weekday has fallen on every date of the month by then."""
_CERTAIN = 12
"""In this many years a fourth Sunday has shown that it is not always the last."""
_CODES = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_STEP = timedelta(days=7)


@dataclass(frozen=True)
class Change:
    """``onset`` is naive local time by the offset before, as VTIMEZONE wants it."""

    onset: datetime
    before: timedelta
    after: timedelta
    name: str
    dst: timedelta


def _at(zone: ZoneInfo, moment: datetime) -> tuple[timedelta, str, timedelta]:
    here = moment.astimezone(zone)
    nothing = timedelta()
    return here.utcoffset() or nothing, here.tzname() or "", here.dst() or nothing


def changes(zone: ZoneInfo, first: datetime, last: datetime) -> list[Change]:
    """What the zone begins with at ``first`` (UTC), and every change until ``last``."""
    now = _at(zone, first)
    found = [Change((first + now[0]).replace(tzinfo=None), now[0], *now)]
    moment = first
    while moment < last:
        then = _at(zone, moment + _STEP)
        if then != now:
            low, high = 0, int(_STEP.total_seconds())
            while high - low > 1:
                middle = (low + high) // 2
                if _at(zone, moment + timedelta(seconds=middle)) == now:
                    low = middle
                else:
                    high = middle
            moment += timedelta(seconds=high)
            then = _at(zone, moment)
            onset = (moment + now[0]).replace(tzinfo=None)
            found.append(Change(onset, now[0], *then))
            now = then
        else:
            moment += _STEP
    return found


def _last_in_month(day: datetime) -> bool:
    return (day + timedelta(days=7)).month != day.month


def yearly_rule(onsets: Sequence[datetime]) -> str:
    """The rule that gives exactly these dates, one a year, and goes on; "" when there is none."""
    years = [o.year for o in onsets]
    if len(onsets) < _CERTAIN or years != list(range(years[0], years[0] + len(years))):
        return ""
    if len({(o.month, o.weekday(), o.time()) for o in onsets}) > 1:
        return ""
    month, code = onsets[0].month, _CODES[onsets[0].weekday()]
    if all(map(_last_in_month, onsets)):
        return f"FREQ=YEARLY;BYMONTH={month};BYDAY=-1{code}"
    nths = {(o.day + 6) // 7 for o in onsets}
    if len(nths) == 1:
        return f"FREQ=YEARLY;BYMONTH={month};BYDAY={nths.pop()}{code}"
    low, high = min(o.day for o in onsets), max(o.day for o in onsets)
    if high - low > 6:
        return ""
    # "Sunday on or after the 2nd": seven dates of the month, one of them a Sunday
    days = ",".join(str(low + n) for n in range(7))
    return f"FREQ=YEARLY;BYMONTH={month};BYMONTHDAY={days};BYDAY={code}"


def _tail(onsets: Sequence[datetime], last_year: int) -> tuple[int, str]:
    """(from which onset on a rule holds, that rule); (all, "") when none reaches the end."""
    if onsets[-1].year != last_year:
        return len(onsets), ""
    start = len(onsets) - AHEAD
    rule = yearly_rule(onsets[max(start, 0) :])
    if not rule:
        return len(onsets), ""
    at = max(start, 0)
    while at > 0 and yearly_rule(onsets[at - 1 :]) == rule:
        at -= 1
    return at, rule


def timezone(key: str, first: datetime, last: datetime) -> Timezone:
    """The VTIMEZONE of an IANA zone for everything between two wall times, and after them where
    the zone has a rule. Raises ZoneInfoNotFoundError for a name that is none."""
    from icalendar import Timezone, TimezoneDaylight, TimezoneStandard, vDDDLists, vRecur

    begin = datetime(first.year - 1, 1, 1, tzinfo=UTC)
    last_year = last.year + AHEAD
    found = changes(ZoneInfo(key), begin, datetime(last_year + 1, 1, 1, tzinfo=UTC))
    # Ireland and Morocco count their winter as the exception; other programs expect summer time.
    backwards = any(c.dst < timedelta() for c in found)
    made = Timezone()
    made.add("TZID", key)

    def add(change: Change, rule: str, more: Sequence[datetime]) -> None:
        summer = change.dst > timedelta() or (backwards and not change.dst)
        part = TimezoneDaylight() if summer else TimezoneStandard()
        part.add("DTSTART", change.onset)
        part.add("TZOFFSETFROM", change.before)
        part.add("TZOFFSETTO", change.after)
        part.add("TZNAME", change.name)
        if rule:
            part.add("RRULE", vRecur.from_ical(rule))
        if more:
            part.add("RDATE", vDDDLists(list(more)))
        made.add_component(part)

    add(found[0], "", ())
    kinds: dict[tuple[timedelta, timedelta, str, timedelta], list[Change]] = {}
    for change in found[1:]:
        kinds.setdefault((change.before, change.after, change.name, change.dst), []).append(change)
    for same in kinds.values():
        onsets = [c.onset for c in same]
        at, rule = _tail(onsets, last_year)
        if at:
            add(same[0], "", onsets[1:at])
        if rule:
            add(same[at], rule, ())
    return made
