"""The time, from one place, so that the demo, the gallery and the tests can say when it is."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta, tzinfo


def zone_info(name: str) -> tzinfo:
    """The time zone of an IANA name; the module costs 7 ms, which the first window saves."""
    from zoneinfo import ZoneInfo

    return ZoneInfo(name)


class Clock:
    """Wall time. ``zone`` is an IANA name, or says it when first asked (finding the system's
    takes 5 ms); machine times are UTC milliseconds."""

    def __init__(self, zone: str | Callable[[], str] = "UTC") -> None:
        self._zone = zone

    @property
    def zone(self) -> str:
        """The IANA name of the local zone."""
        if not isinstance(self._zone, str):
            self._zone = self._zone()
        return self._zone

    def now_ms(self) -> int:
        return time.time_ns() // 1_000_000

    def now(self) -> datetime:
        """Local time in ``zone``, aware."""
        return self.local(self.now_ms())

    def local(self, ms: int) -> datetime:
        """A machine time as local time in ``zone``."""
        return datetime.fromtimestamp(ms / 1000, UTC).astimezone(zone_info(self.zone))


class FixedClock(Clock):
    """A clock that stands until it is moved."""

    def __init__(self, at: datetime, zone: str = "UTC") -> None:
        super().__init__(zone)
        self._ms = int(at.replace(tzinfo=zone_info(zone)).timestamp() * 1000)

    def now_ms(self) -> int:
        return self._ms

    def advance(self, **delta: float) -> None:
        self._ms += int(timedelta(**delta).total_seconds() * 1000)
