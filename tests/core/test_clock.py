"""Time comes from one place."""

from datetime import datetime

from peerdesk.core.clock import Clock, FixedClock, SteadyClock


def test_a_fixed_clock_stands_until_it_is_moved() -> None:
    clock = FixedClock(datetime(2026, 11, 24, 16, 20), "Europe/London")
    assert clock.now().isoformat() == "2026-11-24T16:20:00+00:00"
    clock.advance(minutes=10)
    assert clock.now().minute == 30


def test_the_real_clock_runs_in_its_zone() -> None:
    clock = Clock("Asia/Tokyo")
    assert clock.now().utcoffset().total_seconds() == 9 * 3600
    assert clock.local(0).isoformat() == "1970-01-01T09:00:00+09:00"


class Hands:
    """A wall clock and a steady one, moved by hand; nanoseconds."""

    def __init__(self) -> None:
        self.wall_ns, self.steady_ns = 1_795_545_000_000_000_000, 7_000_000_123

    def wall(self) -> int:
        return self.wall_ns

    def steady(self) -> int:
        return self.steady_ns

    def pass_(self, ms: int, *, asleep: bool = False) -> None:
        self.wall_ns += ms * 1_000_000
        self.steady_ns += 0 if asleep else ms * 1_000_000


def test_a_steady_clock_goes_with_the_time_that_passes() -> None:
    hands = Hands()
    clock = SteadyClock("Europe/London", hands.wall, hands.steady)
    assert clock.now_ms() == 1_795_545_000_000
    hands.pass_(90_000)
    assert clock.now_ms() == 1_795_545_090_000
    assert clock.gap_ms() == 0
    assert clock.now().isoformat() == "2026-11-24T18:31:30+00:00"


def test_setting_the_computers_time_does_not_move_a_steady_clock() -> None:
    hands = Hands()
    clock = SteadyClock("UTC", hands.wall, hands.steady)
    hands.wall_ns -= 3_600_000 * 1_000_000
    hands.pass_(1_000)
    assert clock.now_ms() == 1_795_545_001_000
    assert clock.gap_ms() == -3_600_000
    assert clock.settle() == -3_600_000
    assert clock.now_ms() == 1_795_541_401_000
    assert clock.gap_ms() == 0


def test_sleep_is_a_gap_until_the_clock_is_settled() -> None:
    hands = Hands()
    clock = SteadyClock("UTC", hands.wall, hands.steady)
    hands.pass_(720_000, asleep=True)
    hands.pass_(5_000)
    assert clock.now_ms() == 1_795_545_005_000
    assert clock.gap_ms() == 720_000
    assert clock.settle() == 720_000
    assert clock.now_ms() == 1_795_545_725_000


def test_a_steady_clock_begins_at_the_real_time_and_never_goes_back() -> None:
    clock, wall = SteadyClock(), Clock()
    before = wall.now_ms()
    times = [clock.now_ms() for _ in range(1_000)]
    assert times == sorted(times)
    assert abs(times[0] - before) < 60_000
