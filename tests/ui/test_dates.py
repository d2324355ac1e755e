"""Dates and times as the language writes them."""

from __future__ import annotations

from datetime import date, datetime, time

import pytest
from PySide6.QtCore import QLocale

from peerdesk.ui import dates

GB, US, DE = QLocale("en_GB"), QLocale("en_US"), QLocale("de_DE")
DAY = date(2026, 11, 24)
NOW = datetime(2026, 11, 24, 16, 20)


def test_days() -> None:
    assert dates.short_day(date(2026, 11, 17), GB) == "17 Nov"
    assert dates.short_day(date(2026, 11, 17), US) == "Nov 17"
    assert dates.day_month(DAY, GB) == "24 November"
    assert dates.long_day(DAY, GB) == "Tuesday 24 November"
    assert dates.long_day(DAY, DE) == "Dienstag 24 November"
    assert dates.full_day(DAY, GB) == "24 November 2026"
    assert dates.month_year(date(2026, 3, 1), GB) == "March 2026"


def test_times() -> None:
    assert dates.clock(time(18, 30), GB) == "18:30"
    assert dates.clock(time(18, 30), US).replace("\u202f", " ") == "6:30 PM"
    assert dates.span(time(18, 30), time(20), GB) == "18:30 to 20:00"


@pytest.mark.parametrize(
    ("at", "words"),
    [
        (datetime(2026, 11, 24, 18, 30), "in 2 h 10 min"),
        (datetime(2026, 11, 24, 17, 20), "in 1 h"),
        (datetime(2026, 11, 24, 16, 25), "in 5 min"),
        (datetime(2026, 11, 24, 16, 20), "now"),
        (datetime(2026, 11, 24, 16, 0), ""),
        (datetime(2026, 11, 25, 18, 30), "tomorrow"),
        (datetime(2026, 11, 25, 1, 0), "in 8 h 40 min"),
        (datetime(2026, 11, 27, 18, 30), "in 3 days"),
    ],
)
def test_until(at: datetime, words: str) -> None:
    assert dates.until(at, NOW) == words


def test_when_it_was() -> None:
    assert dates.day_and_clock(datetime(2026, 11, 24, 9, 5), NOW, GB) == "Today 09:05"
    assert dates.day_and_clock(datetime(2026, 11, 23, 9, 5), NOW, GB) == "Yesterday 09:05"
    assert dates.day_and_clock(datetime(2026, 11, 19, 9, 5), NOW, GB) == "19 Nov"
    assert dates.day_near(date(2025, 11, 19), DAY, GB) == "19 Nov 2025"
    assert dates.ago(DAY, DAY) == "today"
    assert dates.ago(date(2026, 11, 23), DAY) == "yesterday"
    assert dates.ago(date(2026, 11, 12), DAY) == "12 days ago"


@pytest.mark.parametrize(("hour", "words"), [(8, "morning"), (13, "afternoon"), (19, "evening")])
def test_greeting(hour: int, words: str) -> None:
    assert dates.greeting(NOW.replace(hour=hour)) == f"Good {words}"


def test_there_and_back() -> None:
    assert dates.from_qdate(dates.to_qdate(DAY)) == DAY
    assert dates.from_qtime(dates.to_qtime(time(18, 30))) == time(18, 30)
