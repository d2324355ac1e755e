"""The time, from one place, so that the demo, the gallery and the tests can say when it is."""

from __future__ import annotations

import time
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo


class Clock:
    """Wall time. ``zone`` is an IANA name; machine times are UTC milliseconds."""

    def __init__(self, zone: str = "UTC") -> None:
        self.zone = zone

    def now_ms(self) -> int:
        return time.time_ns() // 1_000_000

    def now(self) -> datetime:
        """Local time in ``zone``, aware."""
        return datetime.fromtimestamp(self.now_ms() / 1000, ZoneInfo(self.zone))

    def local(self, ms: int) -> datetime:
        """A machine time as local time in ``zone``."""
        return datetime.fromtimestamp(ms / 1000, UTC).astimezone(ZoneInfo(self.zone))


class FixedClock(Clock):
    """A clock that stands until it is moved."""

    def __init__(self, at: datetime, zone: str = "UTC") -> None:
        super().__init__(zone)
        self._ms = int(at.replace(tzinfo=ZoneInfo(zone)).timestamp() * 1000)

    def now_ms(self) -> int:
        return self._ms

    def advance(self, **delta: float) -> None:
        self._ms += int(timedelta(**delta).total_seconds() * 1000)
