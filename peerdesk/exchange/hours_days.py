"""Days of the week as people and standards write them: 0 = Monday … 6 = Sunday."""

from __future__ import annotations

import re

CODES = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
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
DAYS = {name + end: n for n, names in enumerate(_NAMES) for name in names for end in ("", ".", "s")}
# whole names only: short ones mean different days in different languages
_ELSEWHERE = (
    ("lunes", "lundi", "montag"),
    ("martes", "mardi", "dienstag"),
    ("miércoles", "miercoles", "mercredi", "mittwoch"),
    ("jueves", "jeudi", "donnerstag"),
    ("viernes", "vendredi", "freitag"),
    ("sábado", "sabado", "samedi", "samstag"),
    ("domingo", "dimanche", "sonntag"),
)
WRITTEN = {**DAYS, **{name: n for n, names in enumerate(_ELSEWHERE) for name in names}}


def weekday(cell: str) -> int | None:
    """0 = Monday … 6 = Sunday of a name, a code or an HSDS 1.1 number (1 = Monday, 0 = Sunday)."""
    plain = cell.strip().lower()
    if plain.isdecimal():
        return (int(plain) - 1) % 7 if int(plain) <= 7 else None
    return DAYS.get(plain)


def run(first: int, last: int) -> list[int]:
    """The days from one to another, over the end of the week where that is meant."""
    return [(first + n) % 7 for n in range((last - first) % 7 + 1)]


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
            days = [(0, n) for n in run(days[0][1], days[1][1])]
        found += days
    return tuple(dict.fromkeys(found))
