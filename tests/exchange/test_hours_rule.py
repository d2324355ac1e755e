"""Rules of schedules, held against dateutil; zones; and what makes a row uncertain."""

from __future__ import annotations

import csv
from datetime import date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from dateutil import rrule
from hypothesis import given, settings
from hypothesis import strategies as st

from peerdesk.exchange import hours
from peerdesk.exchange.hours import CODES, DAY, Schedule, opening

STANDARDS = Path(__file__).parents[3] / "shared" / "standards"
LONDON = ZoneInfo("Europe/London")
NINE_TO_FIVE = {"opens_at": "09:00", "closes_at": "17:00"}


@st.composite
def schedules(draw: st.DrawFn) -> tuple[Schedule, set[date]]:
    """A schedule, and every day of three years that dateutil gives for it."""
    start = date(2026, 1, 1) + timedelta(days=draw(st.integers(0, 60)))
    every = draw(st.integers(1, 4))
    until = draw(st.none() | st.integers(1, 500).map(lambda n: start + timedelta(days=n)))
    valid = draw(st.none() | st.integers(0, 300).map(lambda n: start + timedelta(days=n)))
    texts = {"dtstart": str(start), "interval": str(every), **NINE_TO_FIVE}
    texts |= {"until": str(until)} if until else {}
    texts |= {"valid_to": str(valid)} if valid else {}
    last = min(one for one in (until, valid, date(2029, 2, 1)) if one)
    ends = {"dtstart": datetime(start.year, start.month, start.day), "interval": every}
    ends["until"] = datetime(last.year, last.month, last.day)
    shape = draw(st.sampled_from(("weekly", "ordinals", "dates")))
    days = sorted(draw(st.sets(st.integers(0, 6), min_size=1, max_size=3)))
    if shape == "weekly":
        week = draw(st.integers(0, 6))
        texts |= {"freq": "WEEKLY", "byday": ",".join(CODES[d] for d in days), "wkst": CODES[week]}
        found = rrule.rrule(rrule.WEEKLY, byweekday=days, wkst=week, **ends)
    elif shape == "ordinals":
        nth = [(draw(st.sampled_from((1, 2, 3, 4, 5, -1, -2))), d) for d in days]
        texts |= {"freq": "MONTHLY", "byday": ",".join(f"{n}{CODES[d]}" for n, d in nth)}
        by = [rrule.weekday(d, n) for n, d in nth]
        found = rrule.rrule(rrule.MONTHLY, byweekday=by, **ends)
    else:
        dates = sorted(
            draw(st.sets(st.sampled_from((1, 2, 15, 28, 29, 30, 31, -1, -5)), min_size=1))
        )
        texts |= {"freq": "MONTHLY", "bymonthday": ",".join(map(str, dates))}
        found = rrule.rrule(rrule.MONTHLY, bymonthday=dates, **ends)
    return Schedule(**texts), {one.date() for one in found}  # type: ignore[arg-type]


@settings(max_examples=150)
@given(schedules(), st.integers(0, 728))
def test_the_same_days_as_dateutil(made: tuple[Schedule, set[date]], after: int) -> None:
    schedule, truth = made
    rules = hours.rules(schedule)
    assert rules is not None
    for n in range(40):
        on = date(2026, 1, 1) + timedelta(days=after + n)
        if on.year > 2027:
            break
        assert hours.falls_on(rules[0], on) is (on in truth)
    on = date(2026, 1, 1) + timedelta(days=after)
    noon = datetime(on.year, on.month, on.day, 12)
    assert (opening([schedule], noon).state == "open") is (on in truth)
    coming = hours.next_opening([schedule], noon)
    later = sorted(one for one in truth if on < one <= on + timedelta(days=365))
    assert (None if coming is None else coming.date()) == (later[0] if later else None)


def at(hour: int, month: int = 11, zone: ZoneInfo = LONDON) -> datetime:
    return datetime(2026, month, 24, hour, 30, tzinfo=zone)


@pytest.mark.parametrize(
    ("row", "now", "state"),
    [
        ({"timezone": "Europe/London"}, at(12), "open"),
        ({"timezone": "Europe/Paris"}, at(8), "open"),
        ({"timezone": "Europe/Paris"}, at(16), "closed"),
        ({"timezone": "America/New_York"}, at(21), "open"),
        ({"timezone": "America/New_York"}, at(9), "later"),
        ({"timezone": "Asia/Tokyo"}, at(0), "open"),
        ({"timezone": "0"}, at(12), "open"),
        ({"timezone": "Z"}, at(12), "open"),
        ({"timezone": "UTC"}, at(12), "open"),
        ({"timezone": "+00:00"}, at(12), "open"),
        ({"timezone": "0"}, at(12, 7), "unknown"),  # winter's, or is an hour meant?
        ({"timezone": "1"}, at(12, 7), "open"),
        ({"timezone": "-5"}, at(12), "unknown"),
        ({"timezone": "-5"}, at(12, zone=ZoneInfo("America/New_York")), "open"),
        ({"timezone": "UTC-05:00"}, at(12, zone=ZoneInfo("America/New_York")), "open"),
        ({"timezone": "99"}, at(12), "unknown"),
        ({"timezone": "EST"}, at(12), "unknown"),
        ({"timezone": "Nowhere/Town"}, at(12), "unknown"),
        ({"timezone": "../etc/passwd"}, at(12), "unknown"),
        ({"opens_at": "09:00Z", "closes_at": "17:00Z"}, at(12), "open"),
        ({"opens_at": "09:00+00:00", "closes_at": "17:00+0000"}, at(12), "open"),
        ({"opens_at": "09:00Z", "closes_at": "17:00+01:00"}, at(12), "unknown"),
        ({"opens_at": "09:00-05:00", "closes_at": "17:00-05:00"}, at(12), "unknown"),
    ],
)
def test_zones(row: dict[str, str], now: datetime, state: str) -> None:
    schedule = Schedule(**{"freq": "DAILY", **NINE_TO_FIVE, **row})  # type: ignore[arg-type]
    assert opening([schedule], now).state == state
    if state == "open":
        days, opens, closes = hours.maybe(schedule)
        assert days & 1 << now.weekday()
        assert opens == 0 == closes


def test_a_zone_needs_to_know_where_the_reader_is() -> None:
    row = Schedule(freq="DAILY", timezone="Europe/Paris", **NINE_TO_FIVE)  # type: ignore[arg-type]
    assert opening([row], datetime(2026, 11, 24, 12)).state == "unknown"
    assert hours.next_opening([row], datetime(2026, 11, 24, 12)) is None
    assert hours.week([row], date(2026, 11, 24)) == ([], ["09:00–17:00"])


@pytest.mark.parametrize(
    "cells",
    [
        ("01:00", "05:00"), ("10:00", "02:00"), ("00:00", "00:00"), ("9:00", "05:00"),
("7:00", "9:00"), ("24:00", "08:00"), ("9:00", "17:75"), ("9", "10"),
        ("12:00", "12:00"), ("8:00", "11:00"), ("5:00", "noon"), ("8:00", "noon plus"),
    ],
)  # fmt: skip
def test_times_that_lost_something_are_shown_as_written(cells: tuple[str, str]) -> None:
    row = Schedule(byday="TU", opens_at=cells[0], closes_at=cells[1])
    assert hours.rules(row) is None
    for hour in range(24):
        assert opening([row], datetime(2026, 11, 24, hour)).state == "unknown"
    assert hours.week([row], date(2026, 11, 24)) == ([], [f"TU {cells[0]}–{cells[1]}"])


@pytest.mark.parametrize(
    ("cells", "times"),
    [
        (("9:00", "5:00"), (540, 1020)),
        (("09:00", "5:00"), (540, 1020)),
        (("9:00", "17:00"), (540, 1020)),
        (("6:00", "23:00"), (360, 1380)),
        (("9:30", "12:30"), (570, 750)),
        (("8:00", "noon"), (480, 720)),
        (("5", "7pm"), (1020, 1140)),
        (("9am", "5"), (540, 1020)),
        (("00:00", "24:00"), (0, DAY)),
        (("00:00", "23:59"), (0, DAY)),
        (("12:00", "4:00"), (720, 960)),
        (("midnight", "midnight"), (0, DAY)),
        (("midnight", "8am"), (0, 480)),
        (("18:00", "08:00"), (1080, 480)),
        (("06:30", "08:00"), (390, 480)),
    ],
)
def test_times_that_have_one_meaning(cells: tuple[str, str], times: tuple[int, int]) -> None:
    rules = hours.rules(Schedule(byday="TU", opens_at=cells[0], closes_at=cells[1]))
    assert rules is not None
    assert (rules[0].opens, rules[0].closes) == times


@pytest.mark.parametrize(
    ("cell", "minute"),
    [("9:00", None), ("09:00", 540), ("10:00", 600), ("9am", 540), ("5", None), ("soon", None)],
)
def test_a_cell_that_is_certain_alone(cell: str, minute: int | None) -> None:
    assert hours.certain(cell) == minute


@pytest.mark.parametrize(
    ("row", "state"),
    [
        ({"opens_at": "9am-12pm, 1pm-5pm", "byday": "MO,TU"}, "open"),
        ({"opens_at": "24 hours", "byday": "TU"}, "open"),
        ({"opens_at": "Mon-Fri 9-5"}, "open"),
        ({"byday": "TU", "description": "9am-5pm"}, "open"),
        ({"description": "Tue 9am-5pm", "until": "2026-12-01"}, "open"),
        ({"description": "Tue 9am-5pm", "until": "2026-11-01"}, "unknown"),
        ({"description": "Tue 9am-5pm", "until": "soon"}, "unknown"),
        ({"description": "Tue 9am-5pm", "freq": "MONTHLY"}, "unknown"),
        ({"description": "Tue 9am-5pm", "interval": "2"}, "unknown"),
        ({"description": "Tue 9am-5pm", "count": "2"}, "unknown"),
        ({"description": "Tue 9am-5pm", "closes_at": "17:00"}, "unknown"),
        ({"description": "Tue 9am-5pm", "timezone": "EST"}, "unknown"),
        ({"opens_at": "Tue 9am-5pm", "notes": "not in summer"}, "unknown"),
        ({"opens_at": "closed", "byday": "TU"}, "unknown"),
        ({"freq": "DAILY", "interval": "2", "dtstart": "2026-11-24", **NINE_TO_FIVE}, "unknown"),
        ({"freq": "DAILY", **NINE_TO_FIVE}, "open"),
        ({"freq": "MONTHLY", "bymonthday": "0", **NINE_TO_FIVE}, "unknown"),
        ({"byday": "TU", "interval": "2", "dtstart": "2026-11-24", "wkst": "X", **NINE_TO_FIVE},
         "unknown"),
    ],
)  # fmt: skip
def test_rows_of_many_kinds(row: dict[str, str], state: str) -> None:
    found = opening([Schedule(**row)], datetime(2026, 11, 24, 14))  # type: ignore[arg-type]
    assert found.state == state


def test_the_1_1_sample_is_right_or_as_written() -> None:
    folder = STANDARDS / "hsds-1.1-sample" / "all_resources"
    if not folder.is_dir():
        pytest.skip("the standards folder is not here")
    with (folder / "regular_schedules.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert rows
    good = 0
    for row in rows:
        number = hours.weekday(row["weekday"])
        byday = row["weekday"] if number is None else CODES[number]
        schedule = Schedule(byday=byday, opens_at=row["opens_at"], closes_at=row["closes_at"])
        made = hours.rules(schedule)
        lines, written = hours.week([schedule], date(2026, 11, 24))
        if made is None:
            good += row["opens_at"] in "".join(written)
        else:
            good += [hours.clock(lines[0].opens), hours.clock(lines[0].closes)] == [
                row["opens_at"][:5],
                row["closes_at"][:5],
            ]
    assert good / len(rows) >= 0.95


def test_opens_next() -> None:
    week = Schedule(byday="MO,WE", **NINE_TO_FIVE)  # type: ignore[arg-type]
    tuesday = datetime(2026, 11, 24, 12)
    assert hours.next_opening([week], tuesday) == datetime(2026, 11, 25, 9)
    assert hours.next_opening([week], datetime(2026, 11, 25, 8)) == datetime(2026, 11, 25, 9)
    assert hours.next_opening([week], datetime(2026, 11, 25, 9)) == datetime(2026, 11, 30, 9)
    shut = Schedule(closed=1, valid_from="2026-11-25", valid_to="2026-11-25")
    assert hours.next_opening([week, shut], tuesday) == datetime(2026, 11, 30, 9)
    special = Schedule(closed=1, valid_from="2026-11-25", opens_at="10:00")
    assert hours.next_opening([week, special], tuesday) is None
    assert hours.next_opening([week, Schedule(closed=1, valid_from="soon")], tuesday) is None
    assert hours.next_opening([week, Schedule(description="or call")], tuesday) is None
    assert hours.next_opening([], tuesday) is None
    always = Schedule(description="24/7")
    assert hours.next_opening([always], tuesday) is None
    last = Schedule(byday="TU", until="2026-11-24", **NINE_TO_FIVE)  # type: ignore[arg-type]
    assert hours.next_opening([last], tuesday) is None


def test_until_midnight_and_the_night_after_the_last_day() -> None:
    friday = Schedule(byday="MO,TU,WE,TH,FR", opens_at="00:00", closes_at="24:00")
    assert str(opening([friday], datetime(2026, 11, 27, 12)).text) == "Open until 00:00"
    assert str(opening([friday], datetime(2026, 11, 26, 12)).text) == "Open day and night"
    night = Schedule(byday="MO,TU", opens_at="18:00", closes_at="08:00", until="2026-11-24")
    assert str(opening([night], datetime(2026, 11, 25, 7)).text) == "Open until 08:00"
    assert opening([night], datetime(2026, 11, 25, 9)).state == "unknown"


def test_the_week_of_words() -> None:
    rows = [Schedule(description="Mon-Fri 9am-5pm"), Schedule(opens_at="Sat 9am-noon")]
    lines, written = hours.week(rows, date(2026, 11, 24))
    assert [(one.days, one.opens) for one in lines] == [((0, 1, 2, 3, 4), 540), ((5,), 540)]
    assert written == []
    beside = Schedule(byday="TU", notes="closed bank holidays", **NINE_TO_FIVE)  # type: ignore[arg-type]
    lines, written = hours.week([beside], date(2026, 11, 24))
    assert [one.days for one in lines] == [(1,)]
    assert written == ["closed bank holidays"]
