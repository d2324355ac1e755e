"""What is said at a first start, and what comes out of it: plain values."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta

from peerdesk.core.clock import Clock
from peerdesk.features.keys.signed_in import Card, SignedIn

DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


@dataclass(frozen=True)
class Computer:
    """What is true of this computer. ``country`` is ISO 3166 (or ``EU``) and chooses the crisis
    card; ``language`` "" is the system's; ``text_scale`` is per cent, 100 to 200."""

    language: str = ""
    text_scale: int = 100
    shared: bool = True
    centre: str = ""
    country: str = ""


@dataclass(frozen=True)
class GroupPlan:
    """A group that meets every week. ``weekday`` 0 is Monday; ``time`` is ``HH:MM`` here;
    ``public``: day, time and place are shown on the welcome page."""

    name: str
    weekday: int = 1
    time: str = "18:30"
    minutes: int = 90
    place: str = ""
    public: bool = False

    @property
    def rrule(self) -> str:
        """RFC 5545 §3.3.10."""
        return f"FREQ=WEEKLY;BYDAY={DAYS[self.weekday]}"

    def dtstart(self, clock: Clock) -> str:
        """The first meeting from today on, as local wall time."""
        today = clock.now().date()
        first = today + timedelta(days=(self.weekday - today.weekday()) % 7)
        return f"{first.isoformat()}T{self.time}"


@dataclass(frozen=True)
class Made:
    """A first facilitator with a group. ``parts`` are the group's recovery parts, 20 words each;
    they and the ``recovery_secret`` they were made of are nowhere else."""

    signed_in: SignedIn
    parts: tuple[str, ...] = field(repr=False)
    recovery_secret: bytes = field(repr=False)
    card: Card
    plan: GroupPlan
    series_uid: bytes
    dtstart: str
