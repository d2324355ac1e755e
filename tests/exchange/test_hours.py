"""Opening times: never a wrong "open"."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peerdesk.exchange import hours
from peerdesk.exchange.hours import DAY, Line, Schedule, opening, week

TUESDAY = datetime(2026, 11, 24, 12, 0)


def at(hour: int, minute: int = 0, day: int = 24) -> datetime:
    return datetime(2026, 11, day, hour, minute)


def says(schedules: list[Schedule], now: datetime = TUESDAY, **more: bool) -> tuple[str, str]:
    found = opening(schedules, now, **more)
    return found.state, str(found.text)


WEEKDAYS = Schedule(freq="WEEKLY", byday="MO,TU,WE,TH,FR", opens_at="9:30", closes_at="17:00")
NIGHT = Schedule(byday="MO-SU", opens_at="18:00", closes_at="08:00")


@pytest.mark.parametrize(
    ("cell", "minute"),
    [
        ("09:00", 540),
        ("9:00am", 540),
        ("9 am", 540),
        ("12:30 a.m.", 30),
        ("12pm", 720),
        ("17h30", 1050),
        ("9.30", 570),
        ("09:00:00", 540),
        ("0930", 570),
        ("noon", 720),
        ("midnight", DAY),
        ("24:00", DAY),
        ("24:30", None),
        ("9", None),
        ("13pm", None),
        ("0:30 am", None),
        ("9:75", None),
        ("09:00Z", None),
        ("09:00+01:00", None),
        ("closed", None),
        ("", None),
    ],
)
def test_times_as_people_write_them(cell: str, minute: int | None) -> None:
    assert hours.minutes(cell) == minute


@pytest.mark.parametrize(
    ("cell", "days"),
    [
        ("MO,TU", ((0, 0), (0, 1))),
        ("Mon-Fri", tuple((0, n) for n in range(5))),
        ("Fri to Mon", ((0, 4), (0, 5), (0, 6), (0, 0))),
        ("1MO,-1FR", ((1, 0), (-1, 4))),
        ("Monday and Wednesdays", ((0, 0), (0, 2))),
        ("1MO-FR", None),
        ("MO-TU-WE", None),
        ("whenever", None),
        ("", None),
    ],
)
def test_days(cell: str, days: tuple[tuple[int, int], ...] | None) -> None:
    assert hours.byday(cell) == days


def test_weekdays_of_1_1() -> None:
    assert [hours.weekday(c) for c in ("1", "7", "0", "Tuesday", "8", "x")] == [
        0, 6, 6, 1, None, None,
    ]  # fmt: skip


@pytest.mark.parametrize(
    "uncertain",
    [
        Schedule(byday="MO", opens_at="soon", closes_at="17:00"),
        Schedule(byday="MO", opens_at="24:00", closes_at="17:00"),
        Schedule(byday="MO", opens_at="9:00", closes_at="17:00", count="3"),
        Schedule(byday="MO", opens_at="9:00", closes_at="17:00", valid_from="spring"),
        Schedule(byday="MO", opens_at="9:00", closes_at="17:00", freq="YEARLY"),
        Schedule(byday="MO", opens_at="9:00", closes_at="17:00", dtstart="soon"),
        Schedule(byday="MO", opens_at="9:00", closes_at="17:00", interval="two"),
        Schedule(byday="MO", opens_at="9:00", closes_at="17:00", interval="2"),
        Schedule(byday="1MO", opens_at="9:00", closes_at="17:00"),
        Schedule(byday="now", opens_at="9:00", closes_at="17:00"),
        Schedule(opens_at="9:00", closes_at="17:00"),
        Schedule(byday="MO", opens_at="9:00", closes_at="17:00", bymonthday="x"),
        Schedule(byday="MO", opens_at="9:00", closes_at="17:00", freq="MONTHLY"),
        Schedule(byday="1MO", bymonthday="3", opens_at="9:00", closes_at="17:00", freq="MONTHLY"),
    ],
)
def test_what_is_not_certain_says_nothing(uncertain: Schedule) -> None:
    assert hours.rule(uncertain) is None
    assert hours.maybe(uncertain) == (0, 0, 0)
    assert says([uncertain]) == ("unknown", "")
    # a certain one beside it may still say that it is open, but never that it is closed
    assert says([uncertain, WEEKDAYS], at(10))[0] == "open"
    assert says([uncertain, WEEKDAYS], at(20))[0] == "unknown"


def test_open_later_and_closed() -> None:
    assert says([WEEKDAYS], at(9)) == ("later", "Opens 09:30")
    assert says([WEEKDAYS], at(9, 30)) == ("open", "Open until 17:00")
    assert says([WEEKDAYS], at(17)) == ("closed", "Closed for today")
    assert says([WEEKDAYS], at(12, day=28)) == ("closed", "Closed today")
    assert opening([WEEKDAYS], at(9)).minute == 570


def test_two_spans_that_meet_are_one() -> None:
    afternoon = Schedule(byday="TU", opens_at="17:00", closes_at="20:00")
    lunch = Schedule(byday="TU", opens_at="12:00", closes_at="13:00")
    assert says([WEEKDAYS, afternoon, lunch], at(16)) == ("open", "Open until 20:00")
    late = Schedule(byday="TU", opens_at="20:30", closes_at="21:00")
    assert says([WEEKDAYS, late], at(18)) == ("later", "Opens 20:30")


def test_past_midnight() -> None:
    assert says([NIGHT], at(7)) == ("open", "Open until 08:00")
    assert says([NIGHT], at(12)) == ("later", "Opens 18:00")
    assert says([NIGHT], at(23)) == ("open", "Open until 08:00")
    around = Schedule(byday="MO-SU", opens_at="0:00", closes_at="24:00")
    assert says([around], at(3)) == ("open", "Open day and night")


def test_few_days_are_named() -> None:
    one = Schedule(byday="WE", opens_at="09:00", closes_at="10:00")
    two = Schedule(byday="MO,WE", opens_at="09:00", closes_at="10:00")
    assert says([one]) == ("days", "Wednesday")
    assert says([two]) == ("days", "Monday, Wednesday")
    monthly = Schedule(freq="MONTHLY", byday="1WE", opens_at="09:00", closes_at="10:00")
    assert says([monthly]) == ("closed", "Closed today")


def test_appointment_and_shut() -> None:
    assert says([WEEKDAYS], appointment=True) == ("appointment", "By appointment")
    assert says([WEEKDAYS], shut=True) == ("closed", "Closed for now")
    assert says([]) == ("unknown", "")


def test_validity() -> None:
    old = Schedule(byday="TU", opens_at="9:00", closes_at="17:00", valid_to="2025-01-01")
    assert says([old]) == ("unknown", "")
    future = Schedule(byday="TU,TH,FR", opens_at="9:00", closes_at="17:00", dtstart="2027-01-01")
    assert says([future]) == ("closed", "Closed today")
    until = Schedule(byday="TU", opens_at="9:00", closes_at="17:00", until="2026-12-24")
    assert says([until])[0] == "open"


def test_every_second_week() -> None:
    rule = hours.rule(
        Schedule(
            freq="WEEKLY", interval="2", dtstart="2026-11-10", opens_at="9:00", closes_at="17:00"
        )
    )
    assert rule is not None
    days = [date(2026, 11, d) for d in (10, 17, 23, 24)]
    assert [hours.falls_on(rule, d) for d in days] == [True, False, False, True]
    assert not rule.weekly


def test_monthly() -> None:
    nth = hours.rule(Schedule(freq="MONTHLY", byday="2TU,-1FR", opens_at="9:00", closes_at="17:00"))
    assert nth is not None
    days = [date(2026, 11, d) for d in (3, 10, 17, 27)]
    assert [hours.falls_on(nth, d) for d in days] == [False, True, False, True]
    dates = hours.rule(
        Schedule(
            freq="MONTHLY",
            bymonthday="1,-1",
            interval="2",
            dtstart="2026-09-01",
            opens_at="9:00",
            closes_at="17:00",
        )
    )
    assert dates is not None
    wanted = [date(2026, 9, 1), date(2026, 10, 1), date(2026, 11, 30), date(2026, 11, 2)]
    assert [hours.falls_on(dates, d) for d in wanted] == [True, False, True, False]
    monthly = Schedule(freq="MONTHLY", bymonthday="24", opens_at="9:00", closes_at="17:00")
    assert hours.maybe(monthly)[0] == 127


def test_holidays() -> None:
    closed = Schedule(closed=1, valid_from="2026-11-24", valid_to="2026-11-25")
    assert says([WEEKDAYS, closed]) == ("closed", "Closed today")
    assert says([WEEKDAYS, closed], at(12, day=26))[0] == "open"
    special = Schedule(closed=1, valid_from="2026-11-24", opens_at="10:00", closes_at="11:00")
    assert says([WEEKDAYS, special]) == ("unknown", "")
    unreadable = Schedule(closed=1, valid_from="Christmas")
    assert says([WEEKDAYS, unreadable]) == ("unknown", "")
    assert hours.maybe(closed) == (0, 0, 0)


def test_the_week_for_showing() -> None:
    saturday = Schedule(byday="SA", opens_at="10:00", closes_at="12:00", notes="Ring first")
    split = Schedule(byday="MO,TU,TH", opens_at="18:00", closes_at="19:00")
    monthly = Schedule(freq="MONTHLY", byday="1MO", opens_at="09:00", closes_at="10:00")
    old = Schedule(byday="SU", opens_at="09:00", closes_at="10:00", valid_to="2020-01-01")
    holiday = Schedule(closed=1, valid_from="2026-12-24")
    written = Schedule(description="When the moon is full")
    lines, words = week(
        [saturday, WEEKDAYS, split, monthly, old, holiday, written, Schedule()], TUESDAY.date()
    )
    assert lines == [
        Line((0, 1, 2, 3, 4), 570, 1020),
        Line((0, 1), 1080, 1140),
        Line((3,), 1080, 1140),
        Line((5,), 600, 720),
    ]
    assert words == ["Ring first", "1MO 09:00–10:00", "When the moon is full"]


@given(
    days=st.sets(st.integers(0, 6), min_size=1),
    opens=st.integers(0, DAY - 1),
    length=st.integers(1, DAY),
    now=st.datetimes(datetime(2026, 1, 1), datetime(2026, 12, 31)),
)
def test_open_is_open(days: set[int], opens: int, length: int, now: datetime) -> None:
    closes = (opens + length) % DAY
    schedule = Schedule(
        byday=",".join(hours.CODES[d] for d in days),
        opens_at=hours.clock(opens),
        closes_at=hours.clock(closes),
    )
    minute, today = now.hour * 60 + now.minute, now.weekday()
    span = (closes - opens) % DAY or DAY
    if hours.rules(schedule) is None:  # times that are likely to have lost their pm
        assert closes <= opens or opens < 6 * 60
        assert opening([schedule], now).state == "unknown"
        return
    span += closes == DAY - 1  # 23:59 is midnight
    truth = (today in days and opens <= minute < opens + span) or (
        (today - 1) % 7 in days and minute < opens + span - DAY
    )
    assert (opening([schedule], now).state == "open") is truth
