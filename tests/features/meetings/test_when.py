from __future__ import annotations

from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peerdesk.features.meetings import when

LONDON, NEW_YORK = "Europe/London", "America/New_York"
HOURS = st.datetimes(datetime(2020, 1, 1), datetime(2035, 12, 31)).map(
    lambda d: d.replace(minute=0, second=0, microsecond=0)
)


def test_wall_time_stays_when_the_clocks_change() -> None:
    dates = when.occurrences(
        datetime(2026, 10, 20, 18, 30), "FREQ=WEEKLY;BYDAY=TU", *two_weeks(datetime(2026, 10, 20))
    )
    assert [d.hour for d in dates] == [18, 18]
    first, second = (when.instant(d, LONDON) for d in dates)
    assert second - first == (7 * 24 + 1) * 3600 * 1000  # the last Sunday of October has 25 hours


def two_weeks(start: datetime) -> tuple[datetime, datetime]:
    return start, start + timedelta(days=14)


def test_an_hour_that_does_not_exist_counts_from_before_the_change() -> None:
    lost = datetime(2026, 3, 8, 2, 30)
    assert when.wall_at(when.instant(lost, NEW_YORK), NEW_YORK) == datetime(2026, 3, 8, 3, 30)


def test_the_series_goes_on_over_new_year() -> None:
    dates = when.occurrences(
        datetime(2026, 12, 17, 19),
        "FREQ=WEEKLY;INTERVAL=2;BYDAY=TH",
        datetime(2026, 12, 25),
        datetime(2027, 1, 31),
    )
    assert [d.date() for d in dates] == [date(2026, 12, 31), date(2027, 1, 14), date(2027, 1, 28)]


def test_a_series_ends_with_its_last_day() -> None:
    start = datetime(2026, 1, 5, 10)
    dates = when.occurrences(
        start, "FREQ=WEEKLY;BYDAY=MO", start, datetime(2027, 1, 1), date(2026, 1, 19)
    )
    assert len(dates) == 3
    assert when.occurrences(start, "", start, datetime(2027, 1, 1)) == [start]
    assert when.occurrences(start, "", datetime(2026, 2, 1), datetime(2027, 1, 1)) == []


def test_the_end_of_the_window_is_outside() -> None:
    start = datetime(2026, 1, 5, 10)
    assert when.occurrences(start, "FREQ=WEEKLY;BYDAY=MO", start, start + timedelta(days=7)) == [
        start
    ]


@given(HOURS, st.sampled_from(["once", "weekly", "fortnightly", "monthly"]))
def test_the_rule_of_a_date_gives_the_date_and_can_be_read_again(
    start: datetime, how: when.How
) -> None:
    repeat = when.repeat_of(start, how)
    assert when.occurrences(start, repeat.rule, start, start + timedelta(days=1)) == [start]
    back = when.read_rule(repeat.rule)
    assert back is not None
    assert back.rule == repeat.rule
    assert back.how == how


@pytest.mark.parametrize("rule", ["FREQ=DAILY", "FREQ=WEEKLY;BYDAY=TU;COUNT=3"])
def test_a_rule_of_somebody_else_is_not_read(rule: str) -> None:
    assert when.read_rule(rule) is None


@given(HOURS, st.integers(0, 6))
def test_the_next_weekday_is_within_a_week(now: datetime, weekday: int) -> None:
    start = when.next_weekday(now, weekday, time(18, 30))
    assert start.weekday() == weekday
    assert timedelta(0) < start - now <= timedelta(days=7)


@given(HOURS)
def test_stamps_and_instants_come_back(start: datetime) -> None:
    assert when.wall(when.stamp(start)) == start
    assert when.wall_at(when.instant(start, "UTC"), "UTC") == start


def test_twice_a_month() -> None:
    for start, rule in (
        (datetime(2026, 12, 1), "FREQ=MONTHLY;BYDAY=1TU,3TU"),
        (datetime(2026, 12, 8), "FREQ=MONTHLY;BYDAY=2TU,4TU"),
        (datetime(2026, 12, 15), "FREQ=MONTHLY;BYDAY=1TU,3TU"),
        (datetime(2026, 12, 22), "FREQ=MONTHLY;BYDAY=2TU,4TU"),
        (datetime(2026, 12, 29), "FREQ=MONTHLY;BYDAY=1TU,3TU"),
    ):
        repeat = when.repeat_of(start, "twice")
        assert repeat.rule == rule
        assert when.read_rule(rule) == repeat
    assert when.repeat_of(datetime(2026, 12, 1), "twice", 2).nth == 2
    assert when.read_rule("FREQ=MONTHLY;BYDAY=1TU,4TU") is None
    assert when.read_rule("FREQ=MONTHLY;BYDAY=1TU,3WE") is None


def test_another_week_of_the_month() -> None:
    start = datetime(2026, 12, 1, 18)
    last = when.repeat_of(start, "monthly", when.LAST)
    assert last.rule == "FREQ=MONTHLY;BYDAY=-1TU"
    assert when.first_of(start, last) == datetime(2026, 12, 29, 18)
    assert when.repeat_of(start, "weekly", 3) == when.repeat_of(start, "weekly")
    assert when.first_of(start, when.repeat_of(start, "once")) == start
