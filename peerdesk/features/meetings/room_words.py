"""Words for a room that somebody else has."""

from __future__ import annotations

from datetime import time, timedelta

from PySide6.QtCore import QCoreApplication

from peerdesk.exchange.busy import Busy
from peerdesk.features.meetings import when
from peerdesk.ui import dates


def words_of_busy(busy: Busy, zone: str, place: str = "") -> str:
    """ "18:00 to 20:00, Yoga", in the time of ``zone``; with the days where it lasts longer, "all
    day" where it has no times, and with the room where it is not called ``place``."""
    start, end = when.wall_at(busy.starts_at, zone), when.wall_at(busy.ends_at, zone)
    times = dates.span(start, end)
    if start.time() == end.time() == time() and end > start:
        last = end.date() - timedelta(days=1)
        times = QCoreApplication.translate("Meetings", "all day")
        if last != start.date():
            words = QCoreApplication.translate("dates", "{start} to {end}")
            first = dates.long_day(start.date())
            times = words.format(start=first, end=dates.long_day(last))
    elif start.date() != end.date():
        words = QCoreApplication.translate("dates", "{start} to {end}")
        times = words.format(
            start=f"{dates.long_day(start.date())} {dates.clock(start)}",
            end=f"{dates.long_day(end.date())} {dates.clock(end)}",
        )
    room = "" if busy.location.casefold() == place.casefold() else busy.location
    return ", ".join(p for p in (times, busy.summary, room) if p)


def taken_words(busy: Busy, zone: str, place: str) -> str:
    """ "The room is taken 18:00 to 20:00, Yoga"."""
    words = QCoreApplication.translate("Meetings", "The room is taken {what}")
    return words.format(what=words_of_busy(busy, zone, place))
