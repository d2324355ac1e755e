"""Rules: the same days as dateutil gives, at a price that is known."""

from __future__ import annotations

import datetime as dt
from datetime import date, datetime, time
from types import ModuleType
from unittest import mock

import pytest
from dateutil.rrule import rrulestr
from hypothesis import given, settings
from hypothesis import strategies as st

from peerdesk.exchange.ical_lines import Moment
from peerdesk.exchange.ical_rules import Budget, Enough, Strange, days, read_rule

START = Moment(datetime(2026, 11, 24, 18, 0), "wall")


def given_days(rule: str, start: date, low: date, high: date) -> list[date]:
    begun = Moment(datetime.combine(start, time(18)), "wall")
    return list(days(read_rule(rule, begun), start, low, high, Budget(1_000_000)))


class Until2040(ModuleType):
    """The module datetime, in a world that ends before dateutil has looked for what never comes."""

    MAXYEAR = 2040

    def __getattr__(self, name: str) -> object:
        return getattr(dt, name)


def theirs(rule: str, start: date, low: date, high: date) -> list[date]:
    found = rrulestr(rule, dtstart=datetime.combine(start, time(18)), ignoretz=True)
    with mock.patch("dateutil.rrule.datetime", Until2040("datetime")):
        between = found.between(
            datetime.combine(low, time()), datetime.combine(high, time(23)), inc=True
        )
    return [d.date() for d in between]


CODES = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


@st.composite
def rules(draw: st.DrawFn) -> str:
    freq = draw(st.sampled_from(("DAILY", "WEEKLY", "MONTHLY", "YEARLY")))
    parts = [f"FREQ={freq}"]
    if draw(st.booleans()):
        parts.append(f"INTERVAL={draw(st.integers(1, 5))}")
    if draw(st.booleans()):
        parts.append(f"COUNT={draw(st.integers(1, 60))}")
    if draw(st.booleans()):
        parts.append(f"WKST={draw(st.sampled_from(CODES))}")
    by = []
    months = draw(st.booleans())
    if draw(st.booleans()):
        # dateutil means both of "every Monday and the first Tuesday", the RFC either
        nth = freq in ("MONTHLY", "YEARLY") and draw(st.booleans())
        most = 5 if freq == "MONTHLY" or months else 53
        number = st.integers(-most, most).filter(bool)
        code = st.sampled_from(CODES)
        one = st.tuples(number, code).map(lambda t: f"{t[0]}{t[1]}") if nth else code
        by.append("BYDAY=" + ",".join(draw(st.lists(one, min_size=1, max_size=3))))
    if months:
        by.append("BYMONTH=" + draw(lists(1, 12)))
    if draw(st.booleans()):
        by.append("BYMONTHDAY=" + draw(lists(-31, 31)))
    if freq == "YEARLY" and draw(st.booleans()):
        by.append("BYYEARDAY=" + draw(lists(-366, 366)))
    if by and freq != "DAILY" and draw(st.booleans()):
        by.append("BYSETPOS=" + draw(lists(-4, 4)))
    return ";".join(parts + by)


def lists(low: int, high: int) -> st.SearchStrategy[str]:
    numbers = st.lists(st.integers(low, high).filter(bool), min_size=1, max_size=4)
    return numbers.map(lambda found: ",".join(map(str, found)))


def begin_of_week(rule: str, day: date) -> date:
    begins = next((CODES.index(p[5:]) for p in rule.split(";") if p.startswith("WKST=")), 0)
    return date.fromordinal(day.toordinal() - (day.weekday() - begins) % 7)


@settings(max_examples=150)
@given(rules(), st.dates(date(2016, 1, 1), date(2028, 12, 31)), st.integers(0, 900))
def test_the_same_days_as_dateutil(rule: str, start: date, later: int) -> None:
    if "WEEKLY" in rule and "BYSETPOS" in rule:
        # of the first week dateutil counts only the days from the start on, in months and years
        # all of them; the RFC knows one way: positions are those of the whole interval
        start = begin_of_week(rule, start)
    low = date.fromordinal(start.toordinal() + later)
    high = date.fromordinal(low.toordinal() + 400)
    assert given_days(rule, start, low, high) == theirs(rule, start, low, high)


def november(*found: int) -> list[date]:
    return [date(2026, 11, day) for day in found]


@pytest.mark.parametrize(
    ("rule", "found"),
    [
        ("FREQ=WEEKLY;BYDAY=MO,TU;BYSETPOS=1", [date(2016, 9, 12), date(2016, 9, 19)]),
        ("FREQ=WEEKLY;BYDAY=MO,TU;BYSETPOS=1;COUNT=1", [date(2016, 9, 12)]),
        ("FREQ=WEEKLY;BYDAY=MO,TU;BYSETPOS=1;WKST=TU", [date(2016, 9, n) for n in (6, 13, 20)]),
        ("FREQ=WEEKLY;BYDAY=MO,TU;BYSETPOS=-1", [date(2016, 9, n) for n in (6, 13, 20)]),
    ],
)  # fmt: skip
def test_positions_are_those_of_a_whole_week(rule: str, found: list[date]) -> None:
    tuesday = date(2016, 9, 6)
    assert given_days(rule, tuesday, tuesday, date(2016, 9, 20)) == found


@pytest.mark.parametrize(
    ("rule", "start", "first"),
    [
        ("FREQ=WEEKLY;INTERVAL=2;BYDAY=TU", date(2024, 1, 2), november(3, 17)),
        ("FREQ=MONTHLY;BYDAY=1TU", date(2024, 1, 2), november(3)),
        ("FREQ=MONTHLY;BYDAY=-1FR", date(2024, 1, 26), november(27)),
        ("FREQ=MONTHLY;BYDAY=MO,2TU", date(2024, 1, 1), november(2, 9, 10, 16, 23, 30)),
        ("FREQ=MONTHLY", date(2024, 1, 31), []),
        ("FREQ=MONTHLY;BYMONTHDAY=-1", date(2024, 1, 31), november(30)),
        ("FREQ=YEARLY", date(2020, 11, 24), november(24)),
        ("FREQ=YEARLY;BYMONTH=11;BYDAY=4TH", date(2020, 11, 26), november(26)),
        ("FREQ=YEARLY;BYYEARDAY=-32", date(2020, 11, 29), november(30)),
        ("FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1", date(2020, 1, 31), november(30)),
        ("FREQ=DAILY;INTERVAL=10", date(1999, 1, 1), november(5, 15, 25)),
    ],
)  # fmt: skip
def test_november_2026(rule: str, start: date, first: list[date]) -> None:
    assert given_days(rule, start, date(2026, 11, 1), date(2026, 11, 30)) == first


def test_the_days_a_count_gives_are_counted_from_the_start() -> None:
    rule = "FREQ=WEEKLY;BYDAY=TU;COUNT=3"
    found = given_days(rule, date(2026, 11, 24), date(2026, 12, 1), date(2027, 12, 1))
    assert found == [date(2026, 12, 1), date(2026, 12, 8)]


@pytest.mark.parametrize(
    "rule",
    [
        "",
        "FREQ",
        "FREQ=",
        "FREQ=HOURLY",
        "FREQ=DAILY;FREQ=DAILY",
        "FREQ=DAILY;BYWEEKNO=3",
        "FREQ=DAILY;RSCALE=CHINESE",
        "FREQ=DAILY;INTERVAL=0",
        "FREQ=DAILY;INTERVAL=x",
        "FREQ=DAILY;COUNT=0",
        "FREQ=DAILY;COUNT=999999",
        "FREQ=DAILY;UNTIL=soon",
        "FREQ=DAILY;WKST=XX",
        "FREQ=DAILY;BYHOUR=9,18",
        "FREQ=DAILY;BYHOUR=9",
        "FREQ=DAILY;BYMINUTE=30",
        "FREQ=DAILY;BYMONTH=-1",
        "FREQ=DAILY;BYMONTH=13",
        "FREQ=DAILY;BYMONTHDAY=0",
        "FREQ=DAILY;BYMONTHDAY=32",
        "FREQ=DAILY;BYMONTHDAY=" + ",".join("1" * 401),
        "FREQ=DAILY;BYDAY=1MO",
        "FREQ=DAILY;BYDAY=XX",
        "FREQ=WEEKLY;BYDAY=" + ",".join(["MO"] * 401),
    ],
)
def test_rules_that_are_not_read(rule: str) -> None:
    with pytest.raises(Strange):
        read_rule(rule, START)


def test_rules_that_say_the_time_once_more() -> None:
    rule = read_rule("freq=weekly; byhour=18;byminute=00;bysecond=0;", START)
    assert (rule.freq, rule.every, rule.count, rule.until) == ("WEEKLY", 1, 0, None)


@pytest.mark.parametrize(
    "rule",
    [
        "FREQ=DAILY;COUNT=9;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=YEARLY;COUNT=9;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=WEEKLY;COUNT=9;BYDAY=MO;BYSETPOS=9",
    ],
)
def test_what_never_comes_stops_at_the_price(rule: str) -> None:
    found = read_rule(rule, START)
    with pytest.raises(Enough):
        list(days(found, START.wall.date(), date(2027, 1, 1), date(9000, 1, 1), Budget(5_000)))


@pytest.mark.parametrize("freq", ["DAILY", "WEEKLY", "MONTHLY", "YEARLY"])
def test_the_end_of_the_calendar(freq: str) -> None:
    found = given_days(
        f"FREQ={freq};INTERVAL=99999", date(2026, 11, 24), date(2026, 1, 1), date.max
    )
    assert found[0] == date(2026, 11, 24)
