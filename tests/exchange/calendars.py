"""Calendar files of the tests, and what the icalendar library and dateutil make of one of ours."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import icalendar
from dateutil.rrule import rrulestr

from peerdesk.exchange.ical import Event

MADE = 1_795_521_600_000  # 24 November 2026, noon UTC
UID = bytes(range(16))


def series(rrule: str = "FREQ=WEEKLY;BYDAY=TU", **more: Any) -> Event:
    values: dict[str, Any] = {
        "uid": UID,
        "summary": "Meeting",
        "start": datetime(2026, 11, 24, 18),
        "zone": "Europe/Berlin",
        "minutes": 90,
    }
    return Event(**{**values, "rrule": rrule, **more})


def moved(planned: datetime, start: datetime | None = None, **more: Any) -> Event:
    return series("", start=start or planned, recurrence_id=planned, **more)


def parsed(data: bytes) -> icalendar.Calendar:
    found = icalendar.Calendar.from_ical(data)
    assert found.errors == []
    assert all(part.errors == [] for part in found.walk())
    return found


def starts(data: bytes, last: datetime) -> list[datetime]:
    """When meetings begin until ``last`` (UTC), by the icalendar library and dateutil alone."""
    entries = parsed(data).walk("VEVENT")
    replaced = {
        (str(e["UID"]), e["RECURRENCE-ID"].dt.astimezone(UTC))
        for e in entries
        if "RECURRENCE-ID" in e
    }
    found: list[datetime] = []
    for entry in entries:
        start = entry["DTSTART"].dt
        if "RRULE" not in entry:
            found.append(start.astimezone(UTC))
            continue
        gone = {d.dt.astimezone(UTC) for d in entry["EXDATE"].dts} if "EXDATE" in entry else set()
        dates = rrulestr(entry["RRULE"].to_ical().decode(), dtstart=start)
        for moment in dates.between(start, last, inc=True):
            utc = moment.astimezone(UTC)
            if utc not in gone and (str(entry["UID"]), utc) not in replaced:
                found.append(utc)
    return sorted(f for f in found if f <= last)


def wall(moments: list[datetime], zone: str) -> list[datetime]:
    return [m.astimezone(ZoneInfo(zone)).replace(tzinfo=None) for m in moments]


def utc(*when: int) -> datetime:
    return datetime(*when, tzinfo=UTC)  # type: ignore[arg-type,misc]


def ms(*when: int) -> int:
    return int(utc(*when).timestamp()) * 1000


def calendar(*lines: str) -> bytes:
    return "\r\n".join(("BEGIN:VCALENDAR", "VERSION:2.0", *lines, "END:VCALENDAR", "")).encode()


def entry(*lines: str) -> str:
    return "\r\n".join(("BEGIN:VEVENT", "UID:u", *lines, "END:VEVENT"))


DAY = timedelta(days=1)
TODAY = date(2026, 11, 24)
