"""Opening times as they are typed into a form, and as they stand there."""

from __future__ import annotations

import re

from peerdesk.exchange.hours import CODES, byday, clock, minutes
from peerdesk.features.directory.showing import Detail

_TIMES = re.compile(r"(.+?)\s+(\d[^\s–-]*)\s*[–-]\s*(\S+)")


def read_hours(text: str) -> list[tuple[str, str, str]] | None:
    """``Mon to Fri 9:30-17:00``, one line each, as (HSDS byday, opens, closes); None when a line
    is not certain."""
    found = []
    for line in filter(None, map(str.strip, text.splitlines())):
        parts = _TIMES.fullmatch(line)
        if parts is None:
            return None
        days, opens, closes = byday(parts[1]), minutes(parts[2]), minutes(parts[3])
        if days is None or opens is None or closes is None or any(n for n, _ in days):
            return None
        codes = ",".join(CODES[number] for _, number in days)
        found.append((codes, clock(opens), "24:00" if closes == 24 * 60 else clock(closes)))
    return found


def write_hours(detail: Detail) -> str:
    """The certain lines of a week as they are typed."""
    return "\n".join(
        f"{','.join(CODES[d] for d in line.days)} {clock(line.opens)}-"
        f"{'24:00' if line.closes == 24 * 60 else clock(line.closes)}"
        for line in detail.lines
    )
