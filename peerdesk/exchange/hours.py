"""Opening times: certain where a schedule is certain, otherwise as somebody wrote them.

The rule above all: never a wrong "open". A schedule counts only when each of its parts is
understood (HSDS 3.0 ``schedule``, after RFC 5545 §3.3.10); days are 0 = Monday … 6 = Sunday,
times are minutes after midnight, local to the service.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Literal

from peerdesk.core.text import Text, translate
from peerdesk.exchange.cleaning import day
from peerdesk.exchange.hours_clock import DAY, certain, minutes
from peerdesk.exchange.hours_days import CODES, byday, weekday
from peerdesk.exchange.hours_rule import Rule, Schedule, falls_on, rule, rules, shift

__all__ = [
    "CODES",
    "DAY",
    "Line",
    "Opening",
    "Rule",
    "Schedule",
    "byday",
    "certain",
    "clock",
    "falls_on",
    "maybe",
    "minutes",
    "next_opening",
    "opening",
    "rule",
    "rules",
    "week",
    "weekday",
]

AHEAD = 366
State = Literal["open", "later", "closed", "appointment", "days", "unknown"]
# a rule, and the minutes that its zone is behind the reader's
_Live = tuple[Rule, int]


@dataclass(frozen=True)
class Line:
    """Days that share the same times, for showing."""

    days: tuple[int, ...]
    opens: int
    closes: int


@dataclass(frozen=True)
class Opening:
    """What may be said about now; ``minute`` is the time in ``text``, -1 when there is none."""

    state: State
    text: Text
    minute: int = -1


def maybe(schedule: Schedule) -> tuple[int, int, int]:
    """(days as bits, opens, closes) for finding what may be open now; (0, 0, 0) if uncertain.

    Times that differ, or are those of another zone, are covered by the whole of their days.
    """
    found = rules(schedule) or ()
    bits = 0
    for one in found:
        if one.zone or one.dates:
            bits |= 127
        for _, number in one.days:
            bits |= 1 << number
            if one.closes <= one.opens and len(found) > 1:
                bits |= 1 << (number + 1) % 7
    times = {(one.opens, one.closes) for one in found if not one.zone}
    return (bits, *times.pop()) if bits and len(times) == 1 else (bits, 0, 0)


def _spans(live: Iterable[_Live], on: date) -> list[tuple[int, int]]:
    """Opening times that touch a date, joined where they meet; those past midnight run on."""
    found = []
    for one, later in live:
        for days in (-1, 0, 1):
            opens = one.opens + later + days * DAY
            closes = opens + one.length
            if closes >= 0 and opens <= DAY and falls_on(one, on + timedelta(days=days)):
                found.append((opens, closes))
    joined: list[tuple[int, int]] = []
    for opens, closes in sorted(found):
        if joined and opens <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(closes, joined[-1][1]))
        else:
            joined.append((opens, closes))
    return [(opens, closes) for opens, closes in joined if opens < DAY]


def _exceptions(schedules: Iterable[Schedule], on: date) -> list[Schedule] | None:
    """The holiday rows for a date; None when one of them cannot be read."""
    found = []
    for row in schedules:
        first, last = day(row.valid_from), day(row.valid_to or row.valid_from)
        if first is None or last is None:
            return None
        if first <= on <= last:
            found.append(row)
    return found


def clock(minute: int) -> str:
    """``17:00`` of a minute after midnight; screens may write it their own way."""
    return f"{minute // 60 % 24:02}:{minute % 60:02}"


DAY_NAMES = (
    translate("Hours", "Monday"),
    translate("Hours", "Tuesday"),
    translate("Hours", "Wednesday"),
    translate("Hours", "Thursday"),
    translate("Hours", "Friday"),
    translate("Hours", "Saturday"),
    translate("Hours", "Sunday"),
)
UNKNOWN = Opening("unknown", Text("Hours", ""))


def opening(
    schedules: Sequence[Schedule],
    now: datetime,
    *,
    appointment: bool = False,
    shut: bool = False,
) -> Opening:
    """What may be said about a service at local time ``now``; nothing when it is not certain.

    ``shut``: it is closed for a time, whatever its hours say.
    """
    if shut:
        return Opening("closed", translate("Hours", "Closed for now"))
    if appointment:
        return Opening("appointment", translate("Hours", "By appointment"))
    today, minute = now.date(), now.hour * 60 + now.minute
    holidays = _exceptions((s for s in schedules if s.closed), today)
    if holidays is None:
        return UNKNOWN
    if holidays:
        if any(s.opens_at or s.closes_at for s in holidays):
            return UNKNOWN
        return Opening("closed", translate("Hours", "Closed today"))
    live, whole = _live(schedules, now)
    spans = _spans(live, today)
    for opens, closes in spans:
        if opens <= minute < closes:
            if closes >= 2 * DAY:
                return Opening("open", translate("Hours", "Open day and night"))
            return Opening(
                "open",
                translate("Hours", "Open until {time}").format(time=clock(closes)),
                closes % DAY,
            )
    coming = [one for one, _ in live if one.last >= today]
    if not coming or not whole:
        return UNKNOWN
    for opens, _ in spans:
        if opens > minute:
            return Opening(
                "later", translate("Hours", "Opens {time}").format(time=clock(opens)), opens
            )
    if any(0 < closes <= minute for _, closes in spans):
        return Opening("closed", translate("Hours", "Closed for today"))
    return _days(coming)


def _live(schedules: Iterable[Schedule], now: datetime) -> tuple[list[_Live], bool]:
    """The rules that are certain, not over since yesterday; whether they are all there is."""
    live: list[_Live] = []
    whole = True
    for one in schedules:
        if one.closed:
            continue
        found = rules(one)
        whole = whole and found is not None
        for made in found or ():
            later = shift(made.zone, now)
            whole = whole and later is not None
            if later is not None and made.last >= now.date() - timedelta(days=2):
                live.append((made, later))
    return live, whole


def next_opening(schedules: Sequence[Schedule], now: datetime) -> datetime | None:
    """When it opens next after ``now``, as local wall time without zone, within a year; None when
    that is not certain, or it is open all the time."""
    live, whole = _live(schedules, now)
    if not live or not whole:
        return None
    minute = now.hour * 60 + now.minute
    for ahead in range(AHEAD):
        on = now.date() + timedelta(days=ahead)
        holidays = _exceptions((s for s in schedules if s.closed), on)
        if holidays is None or any(s.opens_at or s.closes_at for s in holidays):
            return None
        if holidays:
            continue
        for opens, _ in _spans(live, on):
            if opens >= 0 and (ahead or opens > minute):
                return datetime(on.year, on.month, on.day) + timedelta(minutes=opens)
    return None


def _days(certain: Sequence[Rule]) -> Opening:
    """Few fixed days are named; otherwise it is enough that today is none of them."""
    days = sorted({number for r in certain if r.weekly for _, number in r.days})
    if all(r.weekly for r in certain):
        names = [DAY_NAMES[d] for d in days]
        if len(names) == 1:
            return Opening("days", names[0])
        if len(names) == 2:
            two = translate("Hours", "{first}, {second}")
            return Opening("days", two.format(first=names[0], second=names[1]))
    return Opening("closed", translate("Hours", "Closed today"))


def week(schedules: Iterable[Schedule], today: date) -> tuple[list[Line], list[str]]:
    """The lines of a usual week, Monday first, and what can only be shown as it was written."""
    by_times: dict[tuple[int, int], set[int]] = {}
    written: dict[str, None] = {}
    for schedule in schedules:
        one = rule(schedule) if schedule.opens_at else None
        found = rules(schedule) or ((one,) if one else None)
        words = schedule.words
        if schedule.closed or (found and all(r.last < today for r in found)):
            continue
        if found and all(r.weekly and not r.zone for r in found):
            for r in found:
                days = by_times.setdefault((r.opens, r.closes), set())
                days.update(number for _, number in r.days)
            if not schedule.opens_at:
                continue  # its words are what the lines say
        else:
            times = f"{schedule.byday} {schedule.opens_at}–{schedule.closes_at}".strip(" –")
            if schedule.opens_at or not words:
                words = "\n".join(t for t in (times, words) if t)
        if words:
            written[words] = None
    lines = []
    for (opens, closes), days in by_times.items():
        run: list[int] = []
        for number in [*sorted(days), -1]:
            if run and number != run[-1] + 1:
                lines.append(Line(tuple(run), opens, closes))
                run = []
            run.append(number)
    return sorted(lines, key=lambda x: (x.days[0], x.opens)), list(written)
