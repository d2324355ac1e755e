"""Entries and zones of an iCalendar file, taken apart into lines and values (RFC 5545 §3.1).

The icalendar library needs most of a second for 1 MiB of a well-made file and has no bounds for
one that means harm; of a room calendar a few properties are enough, so they are read here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Literal

from peerdesk.exchange.tables import encoding

KEPT = frozenset({
    "UID", "DTSTART", "DTEND", "DURATION", "RRULE", "RDATE", "EXDATE", "RECURRENCE-ID", "SUMMARY",
    "LOCATION", "STATUS", "TRANSP", "SEQUENCE", "FREEBUSY", "TZID", "TZOFFSETFROM", "TZOFFSETTO",
})  # fmt: skip
YEARS = range(1600, 2400)
"""Years a date may have; so many days may be added to any without leaving the calendar."""
_PARAM = re.compile(r';([^=;:"]*)=("[^"]*"|[^";]*)')
_HEAD = re.compile(r'[^":]*(?:"[^"]*"[^":]*)*:')
_MOMENT = re.compile(r"(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d)?(Z)?)?", re.ASCII)
_LENGTH = re.compile(
    r"\+?P(?:(\d{1,5})W)?(?:(\d{1,5})D)?(?:T(?:(\d{1,6})H)?(?:(\d{1,6})M)?(?:(\d{1,8})S)?)?",
    re.ASCII,
)
_OFFSET = re.compile(r"([+-])(\d\d)(\d\d)(\d\d)?", re.ASCII)
_BLANKS = re.compile(r"[\s\x00-\x1f\x7f\u200b\ufeff]+")
_JOINERS = "\u200c\u200d"  # Persian and emoji are written with them
_ESCAPED = re.compile(r"\\(.)")
_WORDS = 200
LONGEST = 36_600
"""Days an entry may last."""


@dataclass
class Line:
    """One property. ``params``: as written, names in capitals, without quotation marks."""

    name: str
    params: dict[str, str]
    value: str


@dataclass
class Part:
    """A component: its lines by name, and the parts in it. ``whole``: its end was found."""

    kind: str
    lines: dict[str, list[Line]] = field(default_factory=dict)
    parts: list[Part] = field(default_factory=list)
    whole: bool = False

    def first(self, name: str) -> Line | None:
        """The first property of this name."""
        found = self.lines.get(name)
        return found[0] if found else None

    def value(self, name: str) -> str:
        """The text of the first property of this name, as written; "" without one."""
        found = self.first(name)
        return found.value.strip() if found else ""


@dataclass(frozen=True)
class Moment:
    """A date or time as written. ``kind``: all day, UTC, or wall time in ``zone`` ("": where the
    reader is)."""

    wall: datetime
    kind: Literal["day", "utc", "wall"]
    zone: str = ""


def _line(text: str) -> Line | None:
    colon = text.find(":")
    if '"' in text[:colon]:
        head = _HEAD.match(text)
        colon = head.end() - 1 if head else -1
    name, mark, _ = text[: max(colon, 0)].partition(";")
    name = name.strip().upper()
    if name not in KEPT:
        return None
    found = _PARAM.finditer(text, len(name), colon) if mark else ()
    params = {m[1].strip().upper(): m[2].strip('"') for m in found}
    return Line(name, params, text[colon + 1 :])


def parts(data: bytes) -> Iterator[Part]:
    """Entries (VEVENT, VFREEBUSY) and zones (VTIMEZONE) of a file, and a VCALENDAR for each that
    begins. What stands inside an entry's alarm is left alone; an entry whose end is missing ends
    where the next begins."""
    text = data.decode(encoding(data), "replace").replace("\r\n", "\n").replace("\r", "\n")
    text = text.replace("\n ", "").replace("\n\t", "")
    open_part: Part | None = None
    inner: Part | None = None
    strange = 0
    for line in text.split("\n"):
        start = line[:6].upper()
        if start == "BEGIN:":
            kind = line[6:].strip().upper()
            if kind == "VCALENDAR":
                yield Part(kind)
            elif kind in ("VEVENT", "VFREEBUSY", "VTIMEZONE"):
                if open_part is not None:
                    yield open_part
                open_part, inner, strange = Part(kind), None, 0
            elif open_part is None:
                continue
            elif kind in ("STANDARD", "DAYLIGHT") and open_part.kind == "VTIMEZONE":
                inner = Part(kind)
                open_part.parts.append(inner)
            else:
                strange += 1
        elif open_part is None:
            continue
        elif line[:4].upper() == "END:":
            kind = line[4:].strip().upper()
            if kind == open_part.kind:
                open_part.whole = True
                yield open_part
                open_part = None
            elif inner is not None and kind == inner.kind:
                inner = None
            else:
                strange = max(strange - 1, 0)
        elif not strange and (found := _line(line)) is not None:
            (inner or open_part).lines.setdefault(found.name, []).append(found)
    if open_part is not None:
        yield open_part


def moment(text: str, zone: str) -> Moment:
    """A DATE or DATE-TIME. Raises ValueError for anything else."""
    found = _MOMENT.fullmatch(text.strip())
    if found is None or int(found[1]) not in YEARS:
        raise ValueError(text[:40])
    day = date(int(found[1]), int(found[2]), int(found[3]))
    if found[4] is None:
        return Moment(datetime.combine(day, time()), "day", zone)
    second = min(int(found[6] or 0), 59)  # a leap second
    wall = datetime(day.year, day.month, day.day, int(found[4]), int(found[5]), second)
    return Moment(wall, "utc", "") if found[7] else Moment(wall, "wall", zone)


def moments(lines: list[Line]) -> Iterator[tuple[Moment, str]]:
    """Every date in these properties and, of a PERIOD, what says how long it lasts (else "").
    Raises ValueError at the first that is none."""
    for line in lines:
        zone = line.params.get("TZID", "")
        for text in line.value.split(","):
            if text.strip():
                start, _, rest = text.partition("/")
                yield moment(start, zone), rest.strip()


def length(text: str) -> tuple[int, int]:
    """A DURATION as (days, which follow the clocks; seconds, which are exact). Raises ValueError
    for one that is none, that goes backwards or lasts a hundred years."""
    found = _LENGTH.fullmatch(text.strip())
    if found is None or not any(found.groups()):
        raise ValueError(text[:40])
    weeks, days, hours, minutes, seconds = (int(n or 0) for n in found.groups())
    days += 7 * weeks
    seconds += 60 * minutes + 3600 * hours
    if days + seconds // 86_400 > LONGEST:
        raise ValueError(text[:40])
    return days, seconds


def offset(text: str) -> timedelta:
    """A UTC-OFFSET. Raises ValueError for anything else."""
    found = _OFFSET.fullmatch(text.strip())
    if found is None or int(found[2]) > 23:
        raise ValueError(text[:40])
    seconds = int(found[2]) * 3600 + int(found[3]) * 60 + int(found[4] or 0)
    return timedelta(seconds=-seconds if found[1] == "-" else seconds)


def words(text: str) -> str:
    """A TEXT as one line to be shown: without escapes, controls and marks that turn writing
    round, and not longer than a line should be."""
    plain = _ESCAPED.sub(lambda m: " " if m[1] in "nN" else m[1], text[: _WORDS * 8])
    plain = _BLANKS.sub(" ", plain)
    if not plain.isprintable():
        plain = "".join(c for c in plain if c.isprintable() or c in _JOINERS)
    plain = plain.strip()
    return plain if len(plain) <= _WORDS else plain[: _WORDS - 1].rstrip() + "…"
