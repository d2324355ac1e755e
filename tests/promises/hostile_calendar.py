"""The reader of room calendars over bytes, and the worst calendars we could think of.

Run as a program (``python -m tests.promises.hostile_calendar FILE``) it reads one file and prints
CPU seconds, the most memory used, in MiB more than before, and how much came of it.
"""

from __future__ import annotations

import random
import sys
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

from peerdesk.core.errors import KnownError
from peerdesk.exchange.busy import RoomCalendar, clashes
from peerdesk.exchange.ical_reading import STEPS, read_calendar

MIB = 1024 * 1024
FIRST, LAST = date(2026, 11, 24), date(2027, 11, 24)
HEAD = b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\n"


def read(data: bytes) -> RoomCalendar | None:
    """What came of it, and that it is what was promised; None when it was refused."""
    try:
        found = read_calendar(data, first=FIRST, last=LAST, zone="Europe/Berlin")
    except KnownError:
        return None
    assert len(found.busy) <= STEPS
    assert all(b.ends_at >= b.starts_at for b in found.busy)
    assert list(found.busy) == sorted(found.busy, key=lambda b: (b.starts_at, b.ends_at, b.summary))
    for words in {b.summary for b in found.busy} | {b.location for b in found.busy}:
        assert words.translate({0x200C: None, 0x200D: None}).isprintable()
        assert len(words) <= 200
    assert len(found.told) <= 101
    assert bool(found.told) == bool(found.left_out or found.noted)
    assert all(str(text) for text in found.told)
    clashes(
        [(found.busy[0].starts_at, found.busy[0].ends_at, "x")] if found.busy else [], found.busy
    )
    return found


def event(*lines: str, start: str = "DTSTART:20260105T180000", uid: int = 0) -> bytes:
    middle = "\r\n".join((f"UID:{uid}", start, "DURATION:PT1H", "SUMMARY:Circle", *lines))
    return f"BEGIN:VEVENT\r\n{middle}\r\nEND:VEVENT\r\n".encode()


def short(line: str, day: str = "20260105") -> bytes:
    return f"BEGIN:VEVENT\nDTSTART:{day}\n{line}\nEND:VEVENT\n".encode()


def filled(again: bytes, front: bytes = HEAD, end: bytes = b"") -> bytes:
    """1 MiB: what comes first, then a part again and again."""
    size = MIB - len(front) - len(end)
    return front + (again * (size // len(again) + 1))[:size] + end


def inside(again: bytes, lines: str, end: str = "", kind: str = "VEVENT") -> bytes:
    """1 MiB of one entry."""
    front = HEAD + f"BEGIN:{kind}\n{lines}".encode()
    return filled(again, front, f"{end}\nEND:{kind}\n".encode())


def zone(name: str, rule: str, more: str = "") -> bytes:
    part = (
        f"BEGIN:DAYLIGHT\r\nDTSTART:19700101T020000\r\nTZOFFSETFROM:+0100\r\nTZOFFSETTO:+0200\r\n"
        f"{rule}\r\n{more}END:DAYLIGHT\r\n"
    )
    return f"BEGIN:VTIMEZONE\r\nTZID:{name}\r\n{part}END:VTIMEZONE\r\n".encode()


def many(make: Callable[[int], bytes], front: bytes = HEAD) -> bytes:
    """1 MiB of parts that differ."""
    parts, size, number = [front], len(front), 0
    while size < MIB:
        parts.append(make(number))
        size += len(parts[-1])
        number += 1
    return b"".join(parts)[:MIB]


_SECONDLY = "RRULE:FREQ=SECONDLY"
_NEVER = "BYMONTH=2;BYMONTHDAY=30"
WORST: dict[str, Callable[[], bytes]] = {
    "a good one": lambda: many(
        lambda n: event("RRULE:FREQ=WEEKLY;BYDAY=MO", start="DTSTART:20270105T180000", uid=n)
    ),
    "single dates": lambda: many(lambda n: event(start="DTSTART:20270105T180000", uid=n)),
    "shortest entries": lambda: filled(b"BEGIN:VEVENT\nDTSTART:20270105\nEND:VEVENT\n"),
    "every second": lambda: filled(event(_SECONDLY)),
    "every second, once": lambda: HEAD + event(_SECONDLY, start="DTSTART:19700101T000000"),
    "every day": lambda: filled(short("RRULE:FREQ=DAILY")),
    "every day since 1600": lambda: filled(short("RRULE:FREQ=DAILY;COUNT=99999", "16000101")),
    "every day, in other zones": lambda: filled(
        event("RRULE:FREQ=DAILY", start="DTSTART;TZID=Asia/Tokyo:20260105T180000")
    ),
    "never, daily": lambda: filled(short("RRULE:FREQ=DAILY;" + _NEVER)),
    "never, weekly": lambda: filled(short("RRULE:FREQ=WEEKLY;" + _NEVER, "16000101")),
    "never, monthly": lambda: filled(short("RRULE:FREQ=MONTHLY;COUNT=9;" + _NEVER, "16000101")),
    "never, yearly": lambda: filled(short("RRULE:FREQ=YEARLY;COUNT=9;" + _NEVER, "16000101")),
    "every day of the year": lambda: filled(
        short("RRULE:FREQ=YEARLY;COUNT=99999;BYDAY=MO,TU,WE,TH,FR,SA,SU", "16000101")
    ),
    "places in the year": lambda: filled(
        short("RRULE:FREQ=YEARLY;BYDAY=MO,TU,WE,TH,FR,SA,SU;BYSETPOS=" + ",".join("1" * 300))
    ),
    "a long list of days": lambda: inside(b"MO,", "DTSTART:20260105\nRRULE:FREQ=WEEKLY;BYDAY="),
    "a long list of numbers": lambda: inside(
        b"1,", "DTSTART:20260105\nRRULE:FREQ=YEARLY;BYYEARDAY="
    ),
    "a rule of semicolons": lambda: inside(b";", "DTSTART:20260105\nRRULE:"),
    "dates": lambda: inside(b"20270105,", "DTSTART:20260105\nRDATE:"),
    "different dates": lambda: HEAD
    + b"BEGIN:VEVENT\nDTSTART:20260105\nRDATE:"
    + many(
        lambda n: b"2027%02d%02dT%02d%02d00," % (n % 12 + 1, n % 28 + 1, n % 24, n // 24 % 60), b""
    )
    + b"20270101\nEND:VEVENT\n",
    "dates that are left out": lambda: inside(
        b"20270105T180000,", "DTSTART:20260105T180000\nEXDATE:", "20270105"
    ),
    "moved dates": lambda: many(
        lambda n: event(f"RECURRENCE-ID:{2000 + n % 100}0105T180000", uid=n // 9)
    ),
    "moved dates of one": lambda: filled(event("RECURRENCE-ID:20270105T180000")),
    "free and busy": lambda: inside(
        b"20270105T180000Z/PT1H,", "FREEBUSY:", "20270105T180000Z/PT1H", "VFREEBUSY"
    ),
    "free and busy, line by line": lambda: inside(
        b"FREEBUSY:20270105T180000Z/PT1H\n", "", kind="VFREEBUSY"
    ),
    "bad free and busy": lambda: inside(b"FREEBUSY:x\n", "", kind="VFREEBUSY"),
    "zones of their own": lambda: many(
        lambda n: zone(f"Z{n}", "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU")
        + event(start=f"DTSTART;TZID=Z{n}:20270105T180000", uid=n)
    ),
    "zones nobody knows": lambda: many(
        lambda n: f"BEGIN:VEVENT\nDTSTART;TZID=/x/{n}:20270105T180000\nEND:VEVENT\n".encode()
    ),
    "a zone that changes every second": lambda: HEAD
    + zone("Z", _SECONDLY)
    + event(start="DTSTART;TZID=Z:20270105T180000"),
    "a zone that changes every day": lambda: HEAD
    + zone("Z", "RRULE:FREQ=YEARLY;BYDAY=MO,TU,WE,TH,FR,SA,SU")
    + event("RRULE:FREQ=DAILY", start="DTSTART;TZID=Z:20270105T180000"),
    "a zone of many dates": lambda: filled(
        b"RDATE:19800101T000000,20270101T000000\n",
        HEAD
        + event(start="DTSTART;TZID=Z:20270105T180000")
        + b"BEGIN:VTIMEZONE\nTZID:Z\nBEGIN:STANDARD\nDTSTART:19700101T000000\n"
        b"TZOFFSETFROM:+0100\nTZOFFSETTO:+0200\n",
        b"\nEND:STANDARD\nEND:VTIMEZONE\n",
    ),
    "zones": lambda: filled(b"BEGIN:VTIMEZONE\n"),
    "entries that never end": lambda: filled(b"BEGIN:VEVENT\n"),
    "parts in parts": lambda: inside(b"BEGIN:A\n", ""),
    "calendars": lambda: filled(b"BEGIN:VCALENDAR\n"),
    "empty lines": lambda: filled(b"\n"),
    "old line ends": lambda: filled(b"\r"),
    "folded lines": lambda: inside(b"\n ", "SUMMARY:x"),
    "one line": lambda: inside(b"x", "SUMMARY:"),
    "one line of backslashes": lambda: inside(b"\\n", "DTSTART:20270105\nSUMMARY:"),
    "quotation marks": lambda: inside(b'"', "DTSTART;X="),
    "quoted colons": lambda: inside(b'":"', "DTSTART;X="),
    "quotation marks, line by line": lambda: inside(b'UID;"\n', ""),
    "params": lambda: inside(b";X=1", "DTSTART", ":20270105"),
    "params without values": lambda: inside(b";", "DTSTART", ":20270105"),
    "properties": lambda: inside(b"UID:\n", ""),
    "long numbers": lambda: inside(b"9", "DTSTART:20270105\nSEQUENCE:"),
    "a long length": lambda: inside(b"9", "DTSTART:20270105\nDURATION:P", "D"),
    "a hundred years, daily": lambda: filled(
        b"BEGIN:VEVENT\nDTSTART:19300101\nDURATION:P36000D\nRRULE:FREQ=DAILY\nEND:VEVENT\n"
    ),
    "noise": lambda: HEAD + random.Random(1).randbytes(MIB),
    "noise in an entry": lambda: HEAD + b"BEGIN:VEVENT\n" + random.Random(2).randbytes(MIB),
    "UTF-16": lambda: filled(short("RRULE:FREQ=DAILY")).decode().encode("utf-16")[:MIB],
}  # fmt: skip


def main(file: str) -> None:
    import resource

    # imports, the names of zones, and what icalendar knows of other programs' names
    read(HEAD + event(start="DTSTART;TZID=nowhere:20270105T180000"))
    data = Path(file).read_bytes()
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    begun = time.process_time()
    found = read(data)
    seconds = time.process_time() - begun
    more = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
    print(f"{seconds:.3f} {more / 1024:.0f} {len(found.busy) if found else -1}")


if __name__ == "__main__":
    main(sys.argv[1])
