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


class SteadyClock(Clock):
    """Wall time when it was made or settled, and from there on a clock that nobody sets: a timer
    does not jump when the computer's time is put right, and stands still while it sleeps (where
    the system's steady clock does; elsewhere sleep counts and :meth:`gap_ms` stays small).

    ``wall`` and ``steady`` give nanoseconds; ``steady`` never goes back.
    """

    def __init__(
        self,
        zone: str | Callable[[], str] = "UTC",
        wall: Callable[[], int] = time.time_ns,
        steady: Callable[[], int] = time.monotonic_ns,
    ) -> None:
        super().__init__(zone)
        self._wall, self._steady = wall, steady
        self._offset = wall() - steady()

    def now_ms(self) -> int:
        return (self._steady() + self._offset) // 1_000_000

    def gap_ms(self) -> int:
        """How far the wall clock is ahead of this one; above 60,000 the computer slept or was set
        forward, below 0 it was set back."""
        return (self._wall() - self._steady() - self._offset) // 1_000_000

    def settle(self) -> int:
        """Agree with the wall clock again; the gap there was, in ms."""
        gap = self.gap_ms()
        self._offset = self._wall() - self._steady()
        return gap
