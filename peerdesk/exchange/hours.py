"""Opening times: certain where a schedule is certain, otherwise as somebody wrote them.

The rule above all: never a wrong "open". A schedule counts only when each of its parts is
understood (HSDS 3.0 ``schedule``, after RFC 5545 §3.3.10); days are 0 = Monday … 6 = Sunday,
times are minutes after midnight, local to the service.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import lru_cache
from typing import Literal

from peerdesk.core.text import Text, translate
from peerdesk.exchange.cleaning import day

DAY = 24 * 60
_TIME = re.compile(
    r"(\d{1,2})(?:\s*[:.h]\s*(\d{2})(?::\d{2}(?:\.\d+)?)?)?\s*(a\.?m\.?|p\.?m\.?|h|hrs|uhr)?", re.I
)
_COMPACT = re.compile(r"([01]\d|2[0-4])([0-5]\d)")
_BYDAY = re.compile(r"([+-]?\d{1,2})?\s*([a-z]+)", re.I)
_NAMES = (
    ("mo", "mon", "monday"),
    ("tu", "tue", "tues", "tuesday"),
    ("we", "wed", "weds", "wednesday"),
    ("th", "thu", "thur", "thurs", "thursday"),
    ("fr", "fri", "friday"),
    ("sa", "sat", "saturday"),
    ("su", "sun", "sunday"),
)
_DAYS = {
    name + end: n for n, names in enumerate(_NAMES) for name in names for end in ("", ".", "s")
}
CODES = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
State = Literal["open", "later", "closed", "appointment", "days", "unknown"]


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


@dataclass(frozen=True)
class Rule:
    """A schedule that is understood. ``days`` are (ordinal or 0, weekday)."""

    opens: int
    closes: int
    first: date
    last: date
    monthly: bool
    every: int
    days: tuple[tuple[int, int], ...]
    dates: tuple[int, ...]
    start: date | None

    @property
    def weekly(self) -> bool:
        """Whether it is the same every week."""
        return not self.monthly and self.every == 1


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


def minutes(cell: str) -> int | None:
    """Minutes after midnight of a time as people write it; None when it is not certain.

    A time with a zone of its own ("09:00Z") is not certain: it is nearly always meant locally.
    """
    plain = cell.strip().lower()
    if plain in ("noon", "12 noon", "midday"):
        return 12 * 60
    if plain in ("midnight", "12 midnight"):
        return DAY
    compact = _COMPACT.fullmatch(plain)
    if compact:
        hour, minute, half = int(compact[1]), int(compact[2]), ""
    else:
        found = _TIME.fullmatch(plain)
        if not found or not (found[2] or found[3]):
            return None
        hour, minute = int(found[1]), int(found[2] or 0)
        half = (found[3] or "")[:1] if (found[3] or "x")[0] in "ap" else ""
    if half:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half == "p" else 0)
    total = hour * 60 + minute
    return total if minute < 60 and total <= DAY else None


def weekday(cell: str) -> int | None:
    """0 = Monday … 6 = Sunday of a name, a code or an HSDS 1.1 number (1 = Monday, 0 = Sunday)."""
    plain = cell.strip().lower()
    if plain.isdecimal():
        return (int(plain) - 1) % 7 if int(plain) <= 7 else None
    return _DAYS.get(plain)


def byday(cell: str) -> tuple[tuple[int, int], ...] | None:
    """(ordinal or 0, weekday) of each day in ``MO,TU``, ``Mon-Fri`` or ``1MO,-1FR``; None when
    anything in it is not understood."""
    found: list[tuple[int, int]] = []
    for part in re.split(r"[,;/]|\s+and\s+|\s+&\s+", cell.strip()):
        ends = re.split(r"\s*[–—]\s*|(?<=[a-z])\s*-\s*|\s+to\s+", part.strip(), flags=re.I)
        days: list[tuple[int, int]] = []
        for end in ends:
            match = _BYDAY.fullmatch(end)
            number = weekday(match[2]) if match else None
            if match is None or number is None:
                return None
            days.append((int(match[1] or 0), number))
        if len(days) > 2 or (len(days) == 2 and (days[0][0] or days[1][0])):
            return None
        if len(days) == 2:
            first, last = days[0][1], days[1][1]
            days = [(0, (first + n) % 7) for n in range((last - first) % 7 + 1)]
        found += days
    return tuple(dict.fromkeys(found))


def _whole(cell: str) -> tuple[int, ...] | None:
    parts = [p.strip() for p in cell.split(",") if p.strip()]
    if all(re.fullmatch(r"[+-]?\d{1,2}", p) for p in parts):
        return tuple(int(p) for p in parts)
    return None


@lru_cache(maxsize=4096)
def rule(schedule: Schedule) -> Rule | None:
    """The schedule as a rule, or None when any part of it is not certain."""
    opens, closes = minutes(schedule.opens_at), minutes(schedule.closes_at)
    if opens is None or closes is None or opens == DAY:
        return None
    if schedule.count or schedule.byweekno or schedule.byyearday:
        return None
    bounds = [day(t) for t in (schedule.valid_from, schedule.valid_to, schedule.until)]
    texts = (schedule.valid_from, schedule.valid_to, schedule.until)
    if any(text and found is None for text, found in zip(texts, bounds, strict=True)):
        return None
    start = day(schedule.dtstart)
    every = _whole(schedule.interval or "1")
    freq = schedule.freq.upper() or "WEEKLY"
    dates = _whole(schedule.bymonthday)
    days = byday(schedule.byday) if schedule.byday else ()
    if (schedule.dtstart and start is None) or freq not in ("WEEKLY", "MONTHLY"):
        return None
    if not every or len(every) != 1 or every[0] < 0 or days is None or dates is None:
        return None
    monthly, step = freq == "MONTHLY", max(every[0], 1)
    if step > 1 and start is None:
        return None
    if monthly:
        # ordinals and dates together, or plain weekdays, are read differently by different people
        if bool(days) == bool(dates) or any(not n for n, _ in days):
            return None
    else:
        if dates or any(n for n, _ in days):
            return None
        if not days and start is not None:
            days = ((0, start.weekday()),)
        if not days:
            return None
    first = max([d for d in (bounds[0], start) if d], default=date.min)
    last = min([d for d in bounds[1:] if d], default=date.max)
    return Rule(opens, closes, first, last, monthly, step, days, dates, start)


def falls_on(found: Rule, on: date) -> bool:
    """Whether the rule has opening times that begin on this date."""
    if not found.first <= on <= found.last:
        return False
    if not found.monthly:
        if not any(number == on.weekday() for _, number in found.days):
            return False
        if found.every == 1 or found.start is None:
            return True
        weeks = _monday(on) - _monday(found.start)
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


def _monday(on: date) -> date:
    return on - timedelta(days=on.weekday())


def maybe(schedule: Schedule) -> tuple[int, int, int]:
    """(days as bits, opens, closes) for finding what may be open now; (0, 0, 0) if uncertain."""
    found = rule(schedule)
    if found is None or schedule.closed:
        return (0, 0, 0)
    bits = sum(1 << n for n in {number for _, number in found.days}) if found.days else 127
    return (bits, found.opens, found.closes)


def _spans(rules: Iterable[Rule], on: date) -> list[tuple[int, int]]:
    """Opening times that touch a date, joined where they meet; those past midnight run on."""
    found = []
    before = on - timedelta(days=1)
    for one in rules:
        length = (one.closes - one.opens) % DAY or DAY
        if falls_on(one, on):
            found.append((one.opens, one.opens + length))
        if one.opens + length > DAY and falls_on(one, before):
            found.append((one.opens - DAY, one.opens + length - DAY))
    joined: list[tuple[int, int]] = []
    for opens, closes in sorted(found):
        if joined and opens <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(closes, joined[-1][1]))
        else:
            joined.append((opens, closes))
    return joined


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
    weeks = [s for s in schedules if not s.closed]
    rules = [rule(s) for s in weeks]
    certain = [r for r in rules if r is not None and r.last >= today]
    if holidays is None:
        return UNKNOWN
    if holidays:
        if any(s.opens_at or s.closes_at for s in holidays):
            return UNKNOWN
        return Opening("closed", translate("Hours", "Closed today"))
    spans = _spans(certain, today)
    for opens, closes in spans:
        if opens <= minute < closes:
            if closes - opens >= DAY and closes >= DAY:
                return Opening("open", translate("Hours", "Open day and night"))
            return Opening(
                "open",
                translate("Hours", "Open until {time}").format(time=clock(closes)),
                closes % DAY,
            )
    if not certain or None in rules:
        return UNKNOWN
    for opens, _ in spans:
        if opens > minute:
            return Opening(
                "later", translate("Hours", "Opens {time}").format(time=clock(opens)), opens
            )
    if any(closes <= minute for _, closes in spans):
        return Opening("closed", translate("Hours", "Closed for today"))
    return _days(certain)


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
        found = rule(schedule)
        words = "\n".join(t for t in (schedule.description, schedule.notes) if t)
        if schedule.closed or (found is not None and found.last < today):
            continue
        if found is not None and found.weekly:
            days = by_times.setdefault((found.opens, found.closes), set())
            days.update(number for _, number in found.days)
        else:
            times = f"{schedule.byday} {schedule.opens_at}–{schedule.closes_at}".strip(" –")
            words = words or times
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
