"""Zones by name, by other programs' names, and as the file tells them."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from peerdesk.exchange.ical_lines import Moment, Part, parts
from peerdesk.exchange.ical_offsets import Zones, described, iana
from peerdesk.exchange.ical_rules import Budget, Enough
from tests.exchange.calendars import ms

FIRST, LAST = date(2026, 11, 24), date(2027, 11, 24)


@pytest.mark.parametrize(
    ("tzid", "found"),
    [
        ("Europe/Berlin", "Europe/Berlin"),
        ("europe/berlin", "Europe/Berlin"),
        ("/freeassociation.sourceforge.net/Tzfile/Europe/Berlin", "Europe/Berlin"),
        ("/softwarestudio.org/America/Argentina/Salta", "America/Argentina/Salta"),
        ("/mozilla.org/20050126_1/Asia/Tokyo", "Asia/Tokyo"),
        ("W. Europe Standard Time", "Europe/Berlin"),
        ("Eastern Standard Time", "America/New_York"),
        ("UTC", "UTC"),
        ("Customized Time Zone", ""),
        ("../../etc/passwd", ""),
        ("/", ""),
        ("", ""),
    ],
)
def test_names(tzid: str, found: str) -> None:
    assert iana(tzid) == found


def part(kind: str, *lines: str) -> str:
    return "\n".join((f"BEGIN:{kind}", *lines, f"END:{kind}"))


def zone(*inside: str, name: str = "Own") -> Part:
    (found,) = parts(part("VTIMEZONE", f"TZID:{name}", *inside).encode())
    return found


WINTER = part(
    "STANDARD",
    "DTSTART:16010101T030000",
    "TZOFFSETFROM:+0200",
    "TZOFFSETTO:+0100",
    "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10",
)
SUMMER = part(
    "DAYLIGHT",
    "DTSTART:16010101T020000",
    "TZOFFSETFROM:+0100",
    "TZOFFSETTO:+0200",
    "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3",
)


def instants(told: Part, *walls: datetime) -> list[int]:
    found = described(told, FIRST, LAST, Budget(10_000))
    assert found is not None
    return [found.instant(wall) for wall in walls]


def test_berlin_in_its_own_words() -> None:
    assert instants(
        zone(WINTER, SUMMER),
        datetime(2026, 12, 1, 18),
        datetime(2027, 7, 1, 18),
        datetime(2027, 3, 28, 1, 59),
        datetime(2027, 3, 28, 2, 30),  # does not exist
        datetime(2027, 3, 28, 3, 0),
        datetime(2027, 10, 31, 2, 30),  # comes twice
        datetime(2027, 10, 31, 3, 0),
    ) == [
        ms(2026, 12, 1, 17),
        ms(2027, 7, 1, 16),
        ms(2027, 3, 28, 0, 59),
        ms(2027, 3, 28, 1, 30),
        ms(2027, 3, 28, 1, 0),
        ms(2027, 10, 31, 0, 30),
        ms(2027, 10, 31, 2, 0),
    ]


def test_single_changes_and_rules_that_ended() -> None:
    once = part(
        "STANDARD",
        "DTSTART:20260101T000000",
        "TZOFFSETFROM:+0300",
        "TZOFFSETTO:+0400",
        "RDATE:20280101T000000",
    )
    # before the first change counts what was before it
    assert instants(zone(once), datetime(2025, 1, 1, 12)) == [ms(2025, 1, 1, 9)]
    assert instants(zone(once), datetime(2027, 1, 1, 12)) == [ms(2027, 1, 1, 8)]
    ended = zone(
        SUMMER.replace("=3\n", "=3;UNTIL=20110327T010000Z\n"),
        WINTER.replace("=10\n", "=10;UNTIL=20101031T010000Z\n"),
    )
    assert instants(ended, datetime(2027, 1, 1, 12)) == [ms(2027, 1, 1, 10)]


@pytest.mark.parametrize(
    "broken",
    [
        "",
        WINTER.replace("+0100", "soon"),
        WINTER.replace("DTSTART:1601", "DTSTART:x"),
        WINTER.replace("YEARLY", "SECONDLY"),
        WINTER.replace("YEARLY", "DAILY"),
        WINTER.replace("=10\n", "=10;COUNT=3\n"),
        WINTER.replace("RRULE:", "RDATE:x\nRRULE:"),
    ],
)
def test_zones_that_cannot_be_read(broken: str) -> None:
    assert described(zone(broken), FIRST, LAST, Budget(10_000)) is None


def test_each_zone_of_a_file_is_looked_up_once() -> None:
    budget = Budget(10_000)
    told = [zone(WINTER), zone(SUMMER), zone("", name="Empty")]
    zones = Zones(told, "Asia/Tokyo", FIRST, LAST, budget)
    own = zones.zone("Own")
    assert own[1]
    left = budget.left
    assert zones.zone("Own") is own
    assert budget.left == left
    here = zones.zone("")
    assert here[1]
    assert zones.zone("Empty") == (here[0], False)
    assert zones.zone("nobody knows") == (here[0], False)
    noon = datetime(2026, 12, 1, 12)
    assert zones.instant(Moment(noon, "utc")) == ms(2026, 12, 1, 12)
    assert zones.instant(Moment(noon, "wall", "Own")) == ms(2026, 12, 1, 11)
    assert zones.instant(Moment(noon, "wall")) == ms(2026, 12, 1, 3)
    assert zones.instant(Moment(datetime(2026, 12, 1), "day", "Own")) == ms(2026, 11, 30, 15)


def test_a_zone_of_too_many_dates() -> None:
    many = WINTER.replace("RRULE", "RDATE:" + "20200101," * 50 + "\nRRULE")
    with pytest.raises(Enough):
        Zones([zone(many)], "UTC", FIRST, LAST, Budget(40)).zone("Own")
