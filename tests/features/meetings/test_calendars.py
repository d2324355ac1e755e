from __future__ import annotations

import json
from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import icalendar
import pytest

from peerdesk.core.clock import FixedClock
from peerdesk.core.errors import KnownError
from peerdesk.exchange.busy import RoomCalendar
from peerdesk.exchange.ical_reading import read_calendar
from peerdesk.features.meetings import when
from peerdesk.features.meetings.calendars import RoomSource
from peerdesk.features.meetings.service import MeetingsService
from peerdesk.store.place import Place

from .conftest import person

LONDON = ZoneInfo("Europe/London")


def entries(data: bytes) -> list[Any]:
    return list(icalendar.Calendar.from_ical(data).walk("VEVENT"))


def room(*events: str) -> bytes:
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", *events, "END:VCALENDAR", ""]
    return "\r\n".join(lines).encode()


def taken(start: str, end: str, words: str = "Yoga", place: str = "", uid: str = "1") -> str:
    return "\r\n".join(
        [
            "BEGIN:VEVENT",
            f"UID:{uid}",
            f"DTSTART;TZID=Europe/London:{start}",
            f"DTEND;TZID=Europe/London:{end}",
            f"SUMMARY:{words}",
            *([f"LOCATION:{place}"] if place else []),
            "END:VEVENT",
        ]
    )


def read_room(service: MeetingsService, name: str, data: bytes) -> RoomCalendar:
    read = service.room_reader()(data)
    service.keep_room_calendar(name, read)
    return read


TONIGHT = taken("20261124T180000", "20261124T200000")

# -- ours for others ---------------------------------------------------------------------------


def test_a_series_goes_out_with_its_exceptions(service: MeetingsService, tuesday: bytes) -> None:
    first, second, third = service.next_meetings(3)
    service.move(first.uid, datetime(2026, 11, 25, 17, 0))
    service.cancel(second.uid)
    service.set_meeting(third.uid, theme="Sleep", lead="Dev")
    service.add_holiday(date(2026, 12, 20), date(2027, 1, 3), "Winter break")
    extra = service.add_date(datetime(2026, 12, 6, 10), tuesday)
    data = service.calendar_of_series(tuesday, "Meeting")
    found = entries(data)
    series = next(e for e in found if "RRULE" in e)
    assert series["RRULE"].to_ical() == b"FREQ=WEEKLY;BYDAY=TU"
    assert series.decoded("DTSTART") == datetime(2026, 9, 1, 18, 30, tzinfo=LONDON)
    gone = [d.dt.replace(tzinfo=None) for d in series["EXDATE"].dts]
    assert gone == [
        datetime(2026, 12, 1, 18, 30),
        datetime(2026, 12, 22, 18, 30),
        datetime(2026, 12, 29, 18, 30),
    ]
    moved = [e for e in found if "RECURRENCE-ID" in e]
    assert [e.decoded("DTSTART") for e in moved] == [datetime(2026, 11, 25, 17, tzinfo=LONDON)]
    assert len(found) == 3
    assert any(e.decoded("DTSTART") == datetime(2026, 12, 6, 10, tzinfo=LONDON) for e in found)
    assert service.meeting(extra) is not None


def test_nothing_about_people_goes_out(
    service: MeetingsService, tuesday: bytes, tonight: bytes, cabinet: Place
) -> None:
    person(cabinet, "Devorah")
    service.set_meeting(tonight, theme="Grief", lead="Devorah", good_things="Cake")
    service.set_duty(tonight, "timekeeper", "Devorah")
    service.set_series(tuesday, way="phone", dial_in="555 0101")
    for data in (
        service.calendar_of_series(tuesday, "Meeting"),
        service.calendar_of_date(tonight, "Meeting"),
    ):
        for words in (b"Devorah", b"Grief", b"Cake", b"Circle", b"555", b"ATTENDEE", b"ORGANIZER"):
            assert words not in data
        assert b"SUMMARY:Meeting" in data
        assert b"LOCATION:Blue room" in data
    assert b"555 0101" in service.calendar_of_series(tuesday, "Meeting", joining=True)
    service.set_series(tuesday, way="in person")
    assert b"555" not in service.calendar_of_date(tonight, "Meeting", joining=True)


def test_one_date_alone(service: MeetingsService, tuesday: bytes, tonight: bytes) -> None:
    del tuesday
    (one,) = entries(service.calendar_of_date(tonight, "Appointment"))
    assert (str(one["SUMMARY"]), "RRULE" in one, "RECURRENCE-ID" in one) == (
        "Appointment",
        False,
        False,
    )
    assert one.decoded("DTSTART") == datetime(2026, 11, 24, 18, 30, tzinfo=LONDON)
    alone = service.add_date(datetime(2026, 12, 6, 10), minutes=45)
    (two,) = entries(service.calendar_of_date(alone, "Appointment"))
    assert two.decoded("DURATION") == timedelta(minutes=45)


def test_a_later_file_wins(service: MeetingsService, tuesday: bytes, clock: FixedClock) -> None:
    before = entries(service.calendar_of_series(tuesday, "Meeting"))[0]["SEQUENCE"]
    clock.advance(seconds=1)
    assert entries(service.calendar_of_series(tuesday, "Meeting"))[0]["SEQUENCE"] > before


def test_what_was_taken_back_wins_over_what_was_written_before(
    service: MeetingsService, tuesday: bytes, clock: FixedClock
) -> None:
    """Whoever put the changed time into a calendar gets the old one back with the next file."""
    found = []
    for change in (
        lambda: None,
        lambda: service.set_series(tuesday, minutes=45),
        lambda: service.cabinet.undo(),
    ):
        change()
        clock.advance(seconds=1)
        entry = entries(service.calendar_of_series(tuesday, "Meeting"))[0]
        found.append((int(entry["SEQUENCE"]), entry.decoded("DURATION")))
    numbers = [number for number, _ in found]
    assert numbers == sorted(set(numbers))
    assert found[0][1] == found[2][1] != found[1][1]


@pytest.mark.usefixtures("tuesday")
def test_what_is_not_there(service: MeetingsService) -> None:
    for verb in (service.calendar_of_series, service.calendar_of_date):
        with pytest.raises(KeyError):
            verb(b"x" * 16, "Meeting")


def test_the_clocks_change_and_the_year_ends(service: MeetingsService, tuesday: bytes) -> None:
    service.end_series(tuesday, date(2027, 4, 6))
    series = entries(service.calendar_of_series(tuesday, "Meeting"))[0]
    assert series["RRULE"]["UNTIL"][0] == datetime(2027, 4, 6, 22, 59, 59, tzinfo=UTC)
    spring = service.between(
        int(datetime(2027, 3, 22, tzinfo=UTC).timestamp() * 1000),
        int(datetime(2027, 4, 10, tzinfo=UTC).timestamp() * 1000),
    )
    assert [m.start for m in spring] == [
        datetime(2027, 3, 23, 18, 30),
        datetime(2027, 3, 30, 18, 30),
        datetime(2027, 4, 6, 18, 30),
    ]
    assert spring[1].starts_at - spring[0].starts_at == (7 * 24 - 1) * 3_600_000


# -- the room's for us -------------------------------------------------------------------------


def test_a_room_that_is_taken(
    service: MeetingsService, tonight: bytes, tuesday: bytes, cabinet: Place
) -> None:
    assert service.taken(service.next_meetings()) == {}
    read = read_room(service, "hall.ics", room(TONIGHT))
    assert (len(read.busy), read.whole) == (1, True)
    assert service.room_sources() == [RoomSource("hall.ics", 1)]
    found = service.taken(service.next_meetings())
    assert {u: b.summary for u, b in found.items()} == {tonight: "Yoga"}
    assert [(m.uid, b.summary) for m, b in service.taken_ahead(tuesday)] == [(tonight, "Yoga")]
    cabinet.undo()
    assert service.room_sources() == []
    cabinet.redo()
    service.forget_room_calendar("hall.ics")
    assert service.taken(service.next_meetings()) == {}
    cabinet.undo()
    assert len(service.room_sources()) == 1


@pytest.mark.usefixtures("tuesday")
def test_a_file_of_the_same_name_replaces_the_old_one(service: MeetingsService) -> None:
    read_room(service, "hall.ics", room(TONIGHT))
    read_room(service, "attic.ics", room(taken("20261201T180000", "20261201T190000")))
    read_room(service, "hall.ics", room(taken("20261208T180000", "20261208T200000")))
    assert service.room_sources() == [RoomSource("attic.ics", 1), RoomSource("hall.ics", 1)]
    days = [m.start.date() for m in service.next_meetings() if m.uid in busy(service)]
    assert days == [date(2026, 12, 1), date(2026, 12, 8)]


def busy(service: MeetingsService) -> dict[bytes, object]:
    return dict(service.taken(service.next_meetings()))


@pytest.mark.usefixtures("tuesday")
def test_a_file_that_is_no_calendar_changes_nothing(service: MeetingsService) -> None:
    read_room(service, "hall.ics", room(TONIGHT))
    with pytest.raises(KnownError):
        read_room(service, "hall.ics", b"Hello")
    assert service.room_sources() == [RoomSource("hall.ics", 1)]


def test_what_needs_no_room_does_not_clash(
    service: MeetingsService, tuesday: bytes, tonight: bytes
) -> None:
    read_room(service, "hall.ics", room(TONIGHT))
    service.set_series(tuesday, way="online")
    assert busy(service) == {}
    service.set_series(tuesday, way="mixed")
    assert list(busy(service)) == [tonight]
    service.cancel(tonight)
    assert busy(service) == {}
    assert service.taken([]) == {}


def test_our_own_dates_in_the_rooms_calendar_are_no_clash(
    service: MeetingsService, tuesday: bytes
) -> None:
    read_room(service, "hall.ics", service.calendar_of_series(tuesday, "Meeting"))
    assert service.room_sources() == []
    kept = service.add_date(datetime(2026, 12, 6, 10))
    read_room(service, "hall.ics", service.calendar_of_date(kept, "Meeting"))
    assert service.room_sources() == []


@pytest.mark.usefixtures("tuesday")
def test_a_calendar_of_several_rooms(service: MeetingsService, tonight: bytes) -> None:
    green = taken("20261124T180000", "20261124T190000", "Chess", "Green room", "g")
    read_room(service, "house.ics", room(green))
    # It never names our room, so it may be ours under another name.
    assert list(busy(service)) == [tonight]
    blue = taken("20261124T193000", "20261124T203000", "Choir", "Centre, blue room", "b")
    read_room(service, "house.ics", room(green, blue))
    found = service.taken(service.next_meetings())
    assert [b.summary for b in found.values()] == ["Choir"]
    later = taken("20261201T180000", "20261201T190000", "Chess", "Green room", "l")
    read_room(service, "house.ics", room(later, blue))
    assert list(service.taken(service.next_meetings())) == [tonight]


def test_many_times_are_kept(service: MeetingsService) -> None:
    every = room(
        "BEGIN:VEVENT\r\nUID:d\r\nDTSTART:20261124T080000Z\r\nDURATION:PT15M\r\n"
        "RRULE:FREQ=DAILY;COUNT=300\r\nEND:VEVENT",
        "BEGIN:VEVENT\r\nUID:e\r\nDTSTART:20261124T100000Z\r\nDURATION:PT15M\r\n"
        "RRULE:FREQ=DAILY;COUNT=300\r\nEND:VEVENT",
    )
    read_room(service, "hall.ics", every)
    assert service.room_sources() == [RoomSource("hall.ics", 600)]


# -- for everyone ------------------------------------------------------------------------------


def test_the_list_of_public_meetings(
    service: MeetingsService, tuesday: bytes, cabinet: Place
) -> None:
    assert service.meeting_guide().entries == 0
    person(cabinet, "Maria Lopez")
    service.show_to_everyone(tuesday, True)
    service.set_first_time(tuesday, "Maria Lopez says hello.")
    service.set_series(tuesday, way="mixed", dial_in="+44 20 5550 0101", address="1 River Road")
    service.add_series("Walk", datetime(2026, 12, 6, 10), how="monthly", public=True)
    old = service.add_series("Old", datetime(2026, 10, 6, 10), public=True)
    service.end_series(old, date(2026, 11, 1))
    made = service.meeting_guide()
    assert made.entries == 1
    assert [one.name for one in made.left_out] == ["Walk"]
    entry = json.loads(made.data)[0]
    assert (entry["name"], entry["day"], entry["time"]) == ("Tuesday Circle", 2, "18:30")
    assert (entry["formatted_address"], entry["types"]) == ("1 River Road", ["ONL"])
    assert entry["notes"] == "Maria L. says hello."
    assert "conference_phone" not in entry
    service.show_dial_in(tuesday, True)
    entry = json.loads(service.meeting_guide().data)[0]
    assert entry["conference_phone"] == "+44 20 5550 0101"
    service.set_series(tuesday, dial_in="https://meet.example.org/abc")
    entry = json.loads(service.meeting_guide().data)[0]
    assert entry["conference_url"] == "https://meet.example.org/abc"
    assert "conference_phone" not in entry


def test_a_group_without_a_row_has_no_name(service: MeetingsService, cabinet: Place) -> None:
    from peerdesk.store.cabinet import Group

    from .conftest import LABEL

    service.add_series("", datetime(2026, 12, 1, 9), public=True)
    with cabinet.operation(LABEL):
        Group.delete().execute()
    assert service.meeting_guide().entries == 0


@pytest.mark.parametrize("zone", ["Europe/London", "America/New_York", "Australia/Lord_Howe"])
@pytest.mark.parametrize("how", ["weekly", "fortnightly", "twice", "monthly"])
def test_what_goes_out_says_the_same_as_the_list(
    service: MeetingsService, zone: str, how: when.How
) -> None:
    """Over a year with both changes of the clocks, a New Year, days off and moved dates."""
    uid = service.add_series(
        "Circle", datetime(2026, 11, 3, 18, 30), how=how, zone=zone, place="Blue room"
    )
    service.add_holiday(date(2026, 12, 20), date(2027, 1, 3))
    second, third, fourth = service.next_meetings(4)[1:]
    service.move(second.uid, second.start + timedelta(days=1, hours=-3))
    service.cancel(third.uid)
    service.bring_back(fourth.uid)
    service.add_date(datetime(2027, 3, 6, 9, 0), uid)
    service.end_series(uid, date(2027, 11, 20))
    read = read_calendar(
        service.calendar_of_series(uid, "Meeting"),
        first=date(2026, 11, 26),
        last=date(2027, 12, 31),
        zone="UTC",
    )
    ms = [
        int(datetime(y, m, d, tzinfo=UTC).timestamp() * 1000)
        for y, m, d in ((2026, 11, 26), (2028, 1, 1))
    ]
    listed = [m for m in service.between(ms[0], ms[1]) if not m.cancelled]
    assert read.whole
    assert [b.starts_at for b in read.busy] == [m.starts_at for m in listed]
    assert {b.ends_at - b.starts_at for b in read.busy} == {90 * 60_000}
