"""Opening times as they are typed into a form, and as they stand there."""

from __future__ import annotations

import re

from PySide6.QtCore import QCoreApplication, QLocale

from peerdesk.exchange.hours import CODES, byday, clock, minutes
from peerdesk.features.directory.showing import Detail

_TIMES = re.compile(r"(.+?)\s+(\d[^\s–-]*)\s*[–-]\s*(\S+)")
_WORD = re.compile(r"[^\W\d_]+")


def read_hours(text: str) -> list[tuple[str, str, str]] | None:
    """``Mon to Fri 9:30-17:00``, one line each, in English or as the screen says it, as (HSDS
    byday, opens, closes); None when a line is not certain."""
    found = []
    for line in filter(None, map(str.strip, text.splitlines())):
        parts = _TIMES.fullmatch(line)
        if parts is None:
            return None
        days, opens, closes = _days(parts[1]), minutes(parts[2]), minutes(parts[3])
        if days is None or opens is None or closes is None:
            return None
        codes = ",".join(CODES[number] for number in days)
        found.append((codes, clock(opens), "24:00" if closes == 24 * 60 else clock(closes)))
    return found


def write_hours(detail: Detail) -> str:
    """The certain lines of a week as they are typed."""
    return "\n".join(
        f"{_written(line.days)} {clock(line.opens)}-"
        f"{'24:00' if line.closes == 24 * 60 else clock(line.closes)}"
        for line in detail.lines
    )


def _name(day: int) -> str:
    return QLocale().dayName(day + 1, QLocale.FormatType.ShortFormat).rstrip(".")


def _pair() -> str:
    return QCoreApplication.translate("Directory", "{first} to {last}")


def _written(days: tuple[int, ...]) -> str:
    """Days in the words of the screen, or as codes where those would not be read again."""
    words = ", ".join(map(_name, days))
    if len(days) > 2 and days[-1] - days[0] == len(days) - 1:
        words = _pair().format(first=_name(days[0]), last=_name(days[-1]))
    return words if _days(words) == list(days) else ",".join(CODES[day] for day in days)


def _days(text: str) -> list[int] | None:
    """The days that are meant, 0 for Monday; None when that is not certain."""
    found = byday(text)
    if found is None:
        said = _pair().format(first=" ", last=" ").strip().casefold()
        names = {said: "to"} if _WORD.fullmatch(said) else {}
        for day, code in enumerate(CODES):
            for form in (QLocale.FormatType.LongFormat, QLocale.FormatType.ShortFormat):
                names[QLocale().dayName(day + 1, form).rstrip(".").casefold()] = code
        text = text.replace(".", "")
        found = byday(_WORD.sub(lambda m: names.get(m[0].casefold(), m[0]), text))
    if found is None or any(number for number, _ in found):
        return None
    return [day for _, day in found]
