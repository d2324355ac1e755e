"""VTIMEZONE: the same offsets as the zone itself, also long after 2038."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from dateutil.tz import tzical  # another reader of VTIMEZONE than ours

from peerdesk.exchange import ical_zones
from peerdesk.exchange.ical_lines import parts
from peerdesk.exchange.ical_offsets import described
from peerdesk.exchange.ical_rules import Budget

ZONES = (
    "Europe/Berlin", "Europe/London", "Europe/Dublin", "America/New_York", "America/Santiago",
    "America/Sao_Paulo", "America/Nuuk", "Australia/Sydney", "Australia/Lord_Howe",
    "Pacific/Auckland", "Asia/Jerusalem", "Asia/Kolkata", "Asia/Almaty", "Africa/Casablanca",
    "Africa/Cairo", "Pacific/Chatham",
)  # fmt: skip


def text(zone: str, first: datetime, last: datetime) -> bytes:
    return bytes(ical_zones.timezone(zone, first, last).to_ical())


@pytest.mark.parametrize("zone", ZONES)
@pytest.mark.parametrize("first", [datetime(1995, 6, 1), datetime(2026, 11, 24)])
def test_every_six_hours(zone: str, first: datetime) -> None:
    data = text(zone, first, first + timedelta(days=400))
    last = first + timedelta(days=365 * 25)
    told = described(next(parts(data)), first.date(), last.date(), Budget(100_000))
    assert told is not None
    exact, moment = ZoneInfo(zone), first
    while moment < last:
        expected = int(moment.replace(tzinfo=exact).timestamp()) * 1000
        assert told.instant(moment) == expected, moment
        moment += timedelta(hours=6 if moment.year % 8 == 0 else 171)


LISTED = ("Africa/Casablanca", "Africa/Cairo")
"""Changes that follow the moon, or the day after the last Thursday: no yearly rule says that."""


@pytest.mark.parametrize("zone", [z for z in ZONES if z not in LISTED])
def test_another_reader_in_2085(zone: str, tmp_path: Path) -> None:
    path = tmp_path / "zone.ics"
    path.write_bytes(text(zone, datetime(2026, 11, 24), datetime(2026, 11, 24)))
    other, exact = tzical(str(path)).get(zone), ZoneInfo(zone)
    for days in range(365):
        noon = datetime(2085, 1, 1, 12, tzinfo=UTC) + timedelta(days=days)
        assert noon.astimezone(other).utcoffset() == noon.astimezone(exact).utcoffset()


def test_changes_are_dated_by_the_clock_from_before() -> None:
    found = text("Europe/Berlin", datetime(2026, 1, 1), datetime(2026, 1, 1)).decode()
    assert "DTSTART:20250330T020000" in found  # 02:00 becomes 03:00
    assert "DTSTART:20251026T030000" in found  # 03:00 becomes 02:00


def test_summer_time_is_called_so_where_the_winter_is_the_exception() -> None:
    for zone, count in (("Europe/Dublin", 1), ("Africa/Casablanca", 2), ("Asia/Kolkata", 0)):
        found = text(zone, datetime(2026, 1, 1), datetime(2026, 1, 1))
        assert found.count(b"BEGIN:DAYLIGHT") == count


def days(*years: int, month: int = 3, start: int = 1, weekday: int = 6) -> list[datetime]:
    """The first such weekday on or after a day of the month, in each year."""
    found = []
    for year in years:
        day = datetime(year, month, start, 2)
        found.append(day + timedelta(days=(weekday - day.weekday()) % 7))
    return found


YEARS = tuple(range(2027, 2057))


@pytest.mark.parametrize(
    ("onsets", "rule"),
    [
        (days(*YEARS, start=8), "FREQ=YEARLY;BYMONTH=3;BYDAY=2SU"),
        (days(*YEARS, start=22), "FREQ=YEARLY;BYMONTH=3;BYDAY=4SU"),
        (days(*YEARS, start=25), "FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU"),
        (
            days(*YEARS, start=23, weekday=4),
            "FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=23,24,25,26,27,28,29;BYDAY=FR",
        ),
        (days(*YEARS[:11], start=8), ""),  # too few to be sure
        (days(*YEARS[:15], *YEARS[16:], start=8), ""),  # a year is missing
        (days(*YEARS[:15], start=8) + days(*YEARS[15:], start=16), ""),  # not one rule
        (days(*YEARS[:15], start=8) + days(*YEARS[15:], start=8, month=4), ""),
    ],
)
def test_rules(onsets: list[datetime], rule: str) -> None:
    assert ical_zones.yearly_rule(onsets) == rule
