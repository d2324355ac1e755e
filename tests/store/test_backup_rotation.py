"""Which copies stay: three newest, seven days, four weeks."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from peerdesk.store.backup_rotation import DAYS, NEWEST, WEEKS, kept

START = datetime(2026, 3, 2, 9, tzinfo=UTC)  # a Monday


def day_of(ms: int) -> date:
    return datetime.fromtimestamp(ms / 1000, UTC).date()


def at(**delta: float) -> int:
    return int((START + timedelta(**delta)).timestamp() * 1000)


def test_a_year_of_three_copies_a_day() -> None:
    stay: set[int] = set()
    for day in range(365):
        for hour in (0, 4, 8):
            stay = kept({*stay, at(days=day, hours=hour)}, day_of)
    days = sorted({day_of(ms) for ms in stay}, reverse=True)
    assert at(days=364, hours=0) in stay
    assert days[:DAYS] == [day_of(at(days=364 - n)) for n in range(DAYS)]
    assert len({d.isocalendar()[:2] for d in days}) == WEEKS
    assert len(stay) <= NEWEST + DAYS + WEEKS


def test_of_a_day_the_newest_stays() -> None:
    day = [at(minutes=n) for n in range(10)]
    assert kept([*day, at(days=1), at(days=2), at(days=3)], day_of) == {
        day[-1], at(days=1), at(days=2), at(days=3)
    }  # fmt: skip


def test_a_clock_that_was_set_back_loses_nothing() -> None:
    before: set[int] = set()
    for day in range(60):
        before = kept({*before, at(days=day)}, day_of, at(days=day))
    stay = set(before)
    for day in range(60):
        for hour in (0, 4, 8):
            made = at(days=day - 365, hours=hour)
            stay = kept({*stay, made}, day_of, made)
            assert made in stay
            assert before <= stay
    new = stay - before
    days = sorted({day_of(ms) for ms in new}, reverse=True)
    assert days[:DAYS] == [day_of(at(days=59 - 365 - n)) for n in range(DAYS)]
    assert len({d.isocalendar()[:2] for d in days}) == WEEKS
    assert len(new) <= NEWEST + DAYS + WEEKS
    right = at(days=61)  # and put right again
    stay = kept({*stay, right}, day_of, right)
    assert right in stay
    assert len(stay) <= NEWEST + DAYS + WEEKS


@given(st.sets(st.integers(0, 3650).map(lambda n: at(hours=n * 7)), max_size=60))
def test_whatever_there_is_the_newest_stay_and_nothing_is_made_up(times: set[int]) -> None:
    stay = kept(times, day_of)
    assert stay <= times
    assert set(sorted(times)[-NEWEST:]) <= stay
    assert kept(stay, day_of) == stay
