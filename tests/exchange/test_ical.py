"""Our calendar files, as the icalendar library reads them."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peerdesk.exchange.ical import Event, uid_text, write_calendar
from peerdesk.exchange.ical_reading import read_calendar
from tests.exchange.calendars import MADE, UID, moved, parsed, series, starts, utc, wall


def written(*events: Event, name: str = "") -> bytes:
    return write_calendar(events, made_at_ms=MADE, name=name)


def lines(data: bytes) -> list[str]:
    return data.decode().replace("\r\n ", "").split("\r\n")


def test_a_series_in_full() -> None:
    data = written(series(location="Room 2", sequence=3, last=date(2027, 3, 30)), name="Meetings")
    assert lines(data) == [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//PeerDesk//PeerDesk//EN",
        "CALSCALE:GREGORIAN",
        "NAME:Meetings",
        "X-WR-CALNAME:Meetings",
        "BEGIN:VTIMEZONE",
        "TZID:Europe/Berlin",
        "BEGIN:STANDARD",
        "DTSTART:20250101T010000",
        "TZNAME:CET",
        "TZOFFSETFROM:+0100",
        "TZOFFSETTO:+0100",
        "END:STANDARD",
        "BEGIN:DAYLIGHT",
        "DTSTART:20250330T020000",
        "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3",
        "TZNAME:CEST",
        "TZOFFSETFROM:+0100",
        "TZOFFSETTO:+0200",
        "END:DAYLIGHT",
        "BEGIN:STANDARD",
        "DTSTART:20251026T030000",
        "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10",
        "TZNAME:CET",
        "TZOFFSETFROM:+0200",
        "TZOFFSETTO:+0100",
        "END:STANDARD",
        "END:VTIMEZONE",
        "BEGIN:VEVENT",
        "SUMMARY:Meeting",
        "DTSTART;TZID=Europe/Berlin:20261124T180000",
        "DURATION:PT1H30M",
        "DTSTAMP:20261124T120000Z",
        "UID:00010203-0405-0607-0809-0a0b0c0d0e0f",
        "SEQUENCE:3",
        "RRULE:FREQ=WEEKLY;UNTIL=20270330T215959Z;BYDAY=TU",
        "CLASS:PRIVATE",
        "LOCATION:Room 2",
        "STATUS:CONFIRMED",
        "END:VEVENT",
        "END:VCALENDAR",
        "",
    ]


def test_nobody_is_named_and_nothing_is_an_invitation() -> None:
    data = written(series(), moved(datetime(2026, 12, 1, 18), datetime(2026, 12, 2, 18)))
    for word in (b"ATTENDEE", b"ORGANIZER", b"METHOD", b"DESCRIPTION", b"NAME:Meet", b"CONTACT"):
        assert word not in data
    assert data.count(b"CLASS:PRIVATE") == data.count(b"BEGIN:VEVENT") == 2


def test_a_description_only_where_one_is_given() -> None:
    found = parsed(written(series(description="Ring 555 0199\nthen 12#")))
    assert found.walk("VEVENT")[0]["DESCRIPTION"] == "Ring 555 0199\nthen 12#"


def test_a_later_file_wins_without_anybody_counting() -> None:
    def sequence(made_at_ms: int) -> int:
        data = write_calendar([series()], made_at_ms=made_at_ms)
        return int(parsed(data).walk("VEVENT")[0]["SEQUENCE"])

    assert 0 == sequence(0) < sequence(MADE) < sequence(MADE + 1000) < sequence(10**13) == 2**31 - 1


def test_uids() -> None:
    assert uid_text("as it is") == "as it is"
    assert uid_text(b"\x01\x02") == "0102"
    assert len(uid_text(UID)) == 36


# -- when -------------------------------------------------------------------------------------

RULES = {
    "weekly": ("FREQ=WEEKLY;BYDAY=TU", datetime(2026, 11, 24, 18)),
    "fortnightly": ("FREQ=WEEKLY;INTERVAL=2;BYDAY=TU", datetime(2026, 11, 24, 18)),
    "first Tuesday": ("FREQ=MONTHLY;BYDAY=1TU", datetime(2026, 11, 3, 18)),
    "last Friday": ("FREQ=MONTHLY;BYDAY=-1FR", datetime(2026, 11, 27, 18)),
    "daily, ten times": ("FREQ=DAILY;COUNT=10", datetime(2026, 12, 28, 18)),
}
ZONES = (
    "Europe/Berlin",
    "America/New_York",
    "Australia/Sydney",
    "America/Santiago",
    "Asia/Kolkata",
)


def expected(rule: str, start: datetime, last: datetime) -> list[datetime]:
    """Our own dates: wall time that does not care about clocks."""
    from peerdesk.features.meetings.when import occurrences

    return occurrences(start, rule, start, last)


@pytest.mark.parametrize("zone", ZONES)
@pytest.mark.parametrize("name", RULES)
def test_two_years_across_new_year_and_all_changes_of_the_clocks(name: str, zone: str) -> None:
    rule, start = RULES[name]
    data = written(series(rule, start=start, zone=zone))
    ours = expected(rule, start, datetime(2028, 11, 1))
    assert wall(starts(data, utc(2028, 11, 1)), zone)[: len(ours)] == ours
    assert any(d.year == 2027 for d in ours)
    back = read_calendar(data, first=start.date(), last=date(2028, 10, 31), zone=zone)
    assert back.whole
    assert [b.starts_at for b in back.busy] == [
        int(d.replace(tzinfo=ZoneInfo(zone)).timestamp()) * 1000 for d in ours
    ]
    assert {b.ends_at - b.starts_at for b in back.busy} == {90 * 60_000}


def test_a_meeting_in_the_hour_the_clocks_change_is_as_long_as_it_is() -> None:
    night = series("", start=datetime(2027, 3, 28, 1, 30), minutes=60)
    back = read_calendar(
        written(night), first=date(2027, 3, 27), last=date(2027, 3, 29), zone="Europe/Berlin"
    )
    assert back.busy[0].ends_at - back.busy[0].starts_at == 3_600_000


def test_the_last_day_counts() -> None:
    data = written(series(start=datetime(2026, 11, 24, 23, 30), last=date(2026, 12, 8)))
    assert [d.day for d in wall(starts(data, utc(2027, 2, 1)), "Europe/Berlin")] == [24, 1, 8]


def test_a_first_date_that_the_rule_does_not_give_is_not_shown() -> None:
    data = written(series(start=datetime(2026, 11, 22, 18), last=date(2026, 12, 2)))
    assert [d.day for d in wall(starts(data, utc(2027, 2, 1)), "Europe/Berlin")] == [24, 1]


def test_a_series_without_any_date_is_not_written() -> None:
    data = written(series(last=date(2026, 11, 1)))
    assert b"VEVENT" not in data
    assert b"VTIMEZONE" not in data


def test_utc_needs_no_zone() -> None:
    gone = datetime(2026, 12, 1, 18)
    data = written(series(zone="UTC", exdates=(gone,)))
    assert b"VTIMEZONE" not in data
    assert "DTSTART:20261124T180000Z" in lines(data)
    assert "EXDATE:20261201T180000Z" in lines(data)
    assert utc(2026, 12, 1, 18) not in starts(data, utc(2026, 12, 20))


def test_every_zone_is_told_once() -> None:
    other = series("", uid=b"x", zone="Asia/Tokyo")
    data = written(series(), other, series("", uid=b"y", zone="Asia/Tokyo"))
    assert [str(z["TZID"]) for z in parsed(data).walk("VTIMEZONE")] == [
        "Asia/Tokyo",
        "Europe/Berlin",
    ]


def test_a_zone_that_is_none_is_our_mistake() -> None:
    with pytest.raises(KeyError):
        written(series(zone="Nowhere/City"))
    with pytest.raises(ValueError):
        written(series("FREQ=SOMETIMES"))


# -- dates that are not as the rule gives them --------------------------------------------------


def test_a_moved_date_stands_in_for_the_planned_one() -> None:
    planned, now = datetime(2026, 12, 1, 18), datetime(2026, 12, 2, 19)
    data = written(series(), moved(planned, now, sequence=2, location="Hall"))
    date_of = parsed(data).walk("VEVENT")[1]
    assert date_of["RECURRENCE-ID"].dt.replace(tzinfo=None) == planned
    assert date_of["RECURRENCE-ID"].params["TZID"] == "Europe/Berlin"
    assert date_of["SEQUENCE"] == 2
    assert date_of["UID"] == parsed(data).walk("VEVENT")[0]["UID"]
    assert "RRULE" not in date_of
    days = wall(starts(data, utc(2026, 12, 9)), "Europe/Berlin")
    assert days == [datetime(2026, 11, 24, 18), now, datetime(2026, 12, 8, 18)]


def test_a_date_in_another_zone_replaces_by_the_zone_of_its_series() -> None:
    planned = datetime(2026, 12, 1, 18)
    data = written(series(), moved(planned, datetime(2026, 12, 1, 9), zone="America/New_York"))
    date_of = parsed(data).walk("VEVENT")[1]
    assert date_of["RECURRENCE-ID"].params["TZID"] == "Europe/Berlin"
    assert date_of["DTSTART"].params["TZID"] == "America/New_York"
    assert utc(2026, 12, 1, 14) in starts(data, utc(2026, 12, 2))
    assert utc(2026, 12, 1, 17) not in starts(data, utc(2026, 12, 2))


def test_a_cancelled_date_is_left_out_of_the_series() -> None:
    gone = datetime(2026, 12, 1, 18)
    data = written(moved(gone, status="cancelled"), series(), moved(datetime(2026, 12, 8, 18)))
    assert "EXDATE;TZID=Europe/Berlin:20261201T180000" in lines(data)
    assert b"CANCELLED" not in data
    assert len(parsed(data).walk("VEVENT")) == 1  # a date as planned says nothing
    days = [d.day for d in wall(starts(data, utc(2026, 12, 16)), "Europe/Berlin")]
    assert days == [24, 8, 15]


def test_a_cancelled_date_wins_over_a_moved_one() -> None:
    planned = datetime(2026, 12, 1, 18)
    data = written(series(exdates=(planned,)), moved(planned, datetime(2026, 12, 2, 18)))
    assert len(parsed(data).walk("VEVENT")) == 1


def test_dates_from_before_a_change_of_the_series_are_meetings_of_their_own() -> None:
    old = datetime(2026, 11, 19, 19)
    data = written(series(), moved(old), moved(old - timedelta(days=7), status="cancelled"))
    entries = parsed(data).walk("VEVENT")
    assert len(entries) == 2
    assert str(entries[1]["UID"]) == uid_text(UID) + "-20261119T1900"
    assert "RECURRENCE-ID" not in entries[1]
    # cancelled dates that no longer belong to the series are not named in it either
    assert b"EXDATE" not in written(series(exdates=(old,)))
    after = datetime(2027, 3, 2, 18)
    assert b"EXDATE" not in written(series("FREQ=WEEKLY;BYDAY=TU;COUNT=2", exdates=(after,)))


def test_one_date_alone() -> None:
    planned = datetime(2026, 12, 1, 18)
    alone = parsed(written(moved(planned))).walk("VEVENT")
    assert [str(e["UID"]) for e in alone] == [uid_text(UID) + "-20261201T1800"]
    gone = parsed(written(moved(planned, status="cancelled"))).walk("VEVENT")
    assert [str(e["STATUS"]) for e in gone] == ["CANCELLED"]
    assert gone[0]["UID"] == alone[0]["UID"]


# -- words ------------------------------------------------------------------------------------


def test_words_that_would_break_the_file() -> None:
    name = "a;b,c\\d\nBEGIN:VEVENT\r\nATTENDEE:x\x00\x0b\u2028\ud800 é 🙂 " + "long " * 40
    entries = parsed(written(series("", summary=name, location="\x07"))).walk("VEVENT")
    assert len(entries) == 1
    assert "ATTENDEE" not in entries[0]
    assert "LOCATION" not in entries[0]
    text = str(entries[0]["SUMMARY"])
    assert text.startswith("a;b,c\\d\nBEGIN:VEVENT\nATTENDEE:x")
    assert text.endswith("long")
    assert "é 🙂" in text


TEXT = st.text(max_size=60)
START = st.datetimes(datetime(1980, 1, 1), datetime(2080, 1, 1)).map(
    lambda d: d.replace(second=0, microsecond=0, fold=0)
)


@given(
    TEXT, TEXT, START, st.sampled_from((*ZONES, "UTC", "Africa/Casablanca")), st.integers(1, 900)
)
def test_round_trip(summary: str, location: str, start: datetime, zone: str, minutes: int) -> None:
    event = series("", summary=summary, location=location, start=start, zone=zone, minutes=minutes)
    made = parsed(written(event)).walk("VEVENT")[0]
    assert made["DTSTART"].dt.replace(tzinfo=None) == start
    assert made["DURATION"].dt == timedelta(minutes=minutes)
    kept = [c for c in summary.strip() if c.isprintable() and not c.isspace()]
    assert [c for c in str(made["SUMMARY"]) if c.isprintable() and not c.isspace()] == kept
    assert parsed(written(event)).to_ical() == written(event)
    around = timedelta(days=2)
    back = read_calendar(
        written(event), first=(start - around).date(), last=(start + around).date(), zone=zone
    )
    begun = int(start.replace(tzinfo=ZoneInfo(zone)).timestamp()) * 1000
    assert [(b.starts_at, b.ends_at) for b in back.busy] == [(begun, begun + minutes * 60_000)]
