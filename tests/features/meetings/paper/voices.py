"""A voice for tests: English, without Qt."""

from __future__ import annotations

from datetime import date, datetime

from peerdesk.features.meetings.paper.documents import Voice


def _day(day: date) -> str:
    return day.isoformat()


def _clock(at: datetime) -> str:
    return f"{at:%H:%M}"


VOICE = Voice(
    say=str,
    day=_day,
    clock=_clock,
    span=lambda start, end: f"{_clock(start)} to {_clock(end)}",
    number=str,
)
