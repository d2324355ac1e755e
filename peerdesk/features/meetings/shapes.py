"""Series, dates and holidays as pages see them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

WAYS = ("in person", "phone", "online", "mixed")


@dataclass(frozen=True)
class DayOff:
    """Days without meetings, ``first`` and ``last`` included; ``words``: why."""

    uid: bytes
    first: date
    last: date
    words: str


@dataclass(frozen=True)
class SeriesView:
    """A series as pages see it. ``start`` is the wall time of the first date in ``zone``."""

    uid: bytes
    name: str
    start: datetime
    zone: str
    minutes: int
    rule: str
    place: str
    way: str
    dial_in: str
    public: bool
    ended: date | None
    address: str = ""
    dial_in_public: bool = False


@dataclass(frozen=True)
class MeetingView:
    """One date. ``kept`` is False while it is only computed and nothing was said about it.

    ``start`` and ``end`` are naive wall time in ``zone``; ``starts_at``/``ends_at`` UTC ms.
    ``planned`` is the start its series gave it (None for an extra date). ``here`` counts people:
    the head count if there is one, else those marked plus walk-ins. ``holiday``: why a date that
    its series gives does not take place; it is cancelled then. ``own_dial_in``: how to join this
    date, where that is not as its series says.
    """

    uid: bytes
    series: bytes | None
    planned: datetime | None
    start: datetime
    end: datetime
    zone: str
    minutes: int
    starts_at: int
    ends_at: int
    name: str
    place: str
    way: str
    dial_in: str
    status: str
    theme: str
    lead: str
    door: str
    head_count: int | None
    walk_ins: int
    good_things: str
    closed_at: int | None
    here: int
    kept: bool
    holiday: DayOff | None = None
    own_dial_in: str = ""

    @property
    def moved(self) -> bool:
        """Whether it stands at another time than its series gave it."""
        return self.planned is not None and self.planned != self.start

    @property
    def extra(self) -> bool:
        """Whether it is a one-off date."""
        return self.planned is None

    @property
    def closed(self) -> bool:
        return self.status == "closed"

    @property
    def cancelled(self) -> bool:
        return self.status == "cancelled"


def off_on(days: Sequence[DayOff], day: date) -> DayOff | None:
    """The holiday a day lies in."""
    return next((d for d in days if d.first <= day <= d.last), None)
