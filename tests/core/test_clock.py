"""Time comes from one place."""

from datetime import datetime

from peerdesk.core.clock import Clock, FixedClock


def test_a_fixed_clock_stands_until_it_is_moved() -> None:
    clock = FixedClock(datetime(2026, 11, 24, 16, 20), "Europe/London")
    assert clock.now().isoformat() == "2026-11-24T16:20:00+00:00"
    clock.advance(minutes=10)
    assert clock.now().minute == 30


def test_the_real_clock_runs_in_its_zone() -> None:
    clock = Clock("Asia/Tokyo")
    assert clock.now().utcoffset().total_seconds() == 9 * 3600
    assert clock.local(0).isoformat() == "1970-01-01T09:00:00+09:00"
