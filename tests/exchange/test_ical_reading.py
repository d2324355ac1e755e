"""A room's calendar: when it is taken, and what could not be read."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from peerdesk.core.errors import KnownError
from peerdesk.exchange import ical_reading
from peerdesk.exchange.busy import RoomCalendar
from peerdesk.exchange.ical import write_calendar
from peerdesk.exchange.ical_reading import read_calendar
from tests.exchange.calendars import MADE, UID, calendar, entry, moved, ms, series

FIRST, LAST = date(2026, 11, 24), date(2026, 12, 31)


def read(*entries: str, first: date = FIRST, last: date = LAST, **more: object) -> RoomCalendar:
    return read_calendar(
        calendar(*entries),
        first=first,
        last=last,
        zone="Europe/Berlin",
        **more,  # type: ignore[arg-type]
    )


def times(*lines: str) -> list[tuple[int, int]]:
    found = read(entry(*lines))
    assert found.told == ()
    return [(b.starts_at, b.ends_at) for b in found.busy]


def said(*entries: str) -> list[str]:
    found = read(*entries)
    assert found.left_out + found.noted == len(found.told)
    return [str(text) for text in found.told]


# -- single entries ----------------------------------------------------------------------------


def test_one_entry() -> None:
    (found,) = read(
        entry(
            "DTSTART;TZID=Europe/Berlin:20261201T180000",
            "DTEND;TZID=Europe/Berlin:20261201T193000",
            "SUMMARY:Yoga\\, slow",
            "LOCATION:Room 2",
            "ATTENDEE:mailto:somebody@example.org",
            "DESCRIPTION:secret",
        )
    ).busy
    assert (found.starts_at, found.ends_at) == (ms(2026, 12, 1, 17), ms(2026, 12, 1, 18, 30))
    assert (found.summary, found.location, found.all_day) == ("Yoga, slow", "Room 2", False)


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        (("DTSTART:20261201T180000", "DURATION:PT2H"), ((1, 17), (1, 19))),  # floating: here
        (("DTSTART:20261201T180000Z", "DURATION:PT2H"), ((1, 18), (1, 20))),
        (("DTSTART;TZID=Asia/Tokyo:20261201T180000", "DURATION:PT2H"), ((1, 9), (1, 11))),
        (("DTSTART;TZID=Tokyo Standard Time:20261201T180000", "DURATION:PT2H"), ((1, 9), (1, 11))),
        (("DTSTART:20261201T180000Z", "DTEND;TZID=Asia/Tokyo:20261202T040000"), ((1, 18), (1, 19))),
        (("DTSTART:20261201T180000Z",), ((1, 18), (1, 18))),
        (("DTSTART;VALUE=DATE:20261201",), ((-30, 23), (1, 23))),
        (("DTSTART;VALUE=DATE:20261201", "DTEND;VALUE=DATE:20261203"), ((-30, 23), (2, 23))),
        (("DTSTART;VALUE=DATE:20261201", "DTEND;VALUE=DATE:20261201"), ((-30, 23), (1, 23))),
        (("DTSTART;VALUE=DATE:20261201", "DURATION:P2D"), ((-30, 23), (2, 23))),
        (("DTSTART;VALUE=DATE:20261201", "DTEND:20261202T090000"), ((-30, 23), (1, 23))),
    ],
)
def test_ways_to_say_when(
    lines: tuple[str, ...], found: tuple[tuple[int, int], tuple[int, int]]
) -> None:
    def at(day: int, hour: int) -> int:
        return ms(2026, 11, -day, hour) if day < 0 else ms(2026, 12, day, hour)

    assert times(*lines) == [(at(*found[0]), at(*found[1]))]


def test_only_what_touches_the_days_asked_for() -> None:
    found = read(
        entry("DTSTART:20261123T220000", "DURATION:PT2H"),  # ends as the first day begins
        entry("DTSTART:20261123T220000", "DURATION:PT3H"),
        entry("DTSTART:20261231T233000", "DURATION:PT3H"),
        entry("DTSTART:20270101T000000", "DURATION:PT3H"),
        entry("DTSTART:20200101", "DTEND:20300101"),
    )
    assert found.entries == 5
    assert [b.ends_at - b.starts_at for b in found.busy[1:]] == [3 * 3_600_000] * 2


def test_what_takes_no_room() -> None:
    assert times("DTSTART:20261201T180000", "TRANSP:TRANSPARENT") == []
    assert times("DTSTART:20261201T180000", "STATUS:CANCELLED") == []
    assert times("STATUS:CANCELLED") == []
    assert len(times("DTSTART:20261201T180000", "STATUS:TENTATIVE", "TRANSP:OPAQUE")) == 1


def test_the_same_moment_twice_is_earliest_first() -> None:
    found = read(
        entry("DTSTART:20261202T180000", "SUMMARY:c"),
        entry("DTSTART:20261201T180000", "SUMMARY:b"),
        entry("DTSTART:20261201T180000", "SUMMARY:a"),
    )
    assert [b.summary for b in found.busy] == ["a", "b", "c"]


# -- series ------------------------------------------------------------------------------------


WEEKLY = ("DTSTART;TZID=Europe/Berlin:20260106T180000", "DURATION:PT90M", "RRULE:FREQ=WEEKLY")


def starts(*lines: str) -> list[int]:
    return [start for start, _ in times(*lines)]


def tuesdays(*found: int) -> list[int]:
    return [ms(2026, 11, 24, 17) if day == 24 else ms(2026, 12, day, 17) for day in found]


def test_rules_and_dates() -> None:
    assert starts(*WEEKLY) == tuesdays(24, 1, 8, 15, 22, 29)
    assert starts(*WEEKLY, "RDATE:20261203T170000Z,20261208T180000") == sorted(
        [*tuesdays(24, 1, 8, 15, 22, 29), ms(2026, 12, 3, 17)]
    )
    assert starts(*WEEKLY, "EXDATE:20261201T170000Z", "EXDATE:20261215,20261222T180000") == (
        tuesdays(24, 8, 29)
    )
    assert starts(*WEEKLY, "RRULE:FREQ=MONTHLY;BYMONTHDAY=3") == sorted(
        [*tuesdays(24, 1, 8, 15, 22, 29), ms(2026, 12, 3, 17)]
    )


@pytest.mark.parametrize(
    ("until", "found"),
    [
        ("20261215T170000Z", (24, 1, 8, 15)),
        ("20261215T165959Z", (24, 1, 8)),
        ("20261215T180000", (24, 1, 8, 15)),
        ("20261215", (24, 1, 8, 15)),
        ("20261214", (24, 1, 8)),
        ("20260601", ()),
    ],
)
def test_until(until: str, found: tuple[int, ...]) -> None:
    assert starts(*WEEKLY[:2], f"RRULE:FREQ=WEEKLY;UNTIL={until}") == tuesdays(*found)


def test_what_began_before_and_still_goes_on() -> None:
    long = ("DTSTART:20261101", "DURATION:P20D", "RRULE:FREQ=MONTHLY;BYMONTHDAY=10")
    assert len(times(*long)) == 2  # 10 to 30 November, 10 to 30 December
    nights = ("DTSTART:20261101T230000", "DURATION:PT30H", "RRULE:FREQ=WEEKLY;BYDAY=SU")
    assert starts(*nights)[0] == ms(2026, 11, 22, 22)


def test_the_first_date_counts_also_where_the_rule_does_not_give_it() -> None:
    found = starts("DTSTART:20261202T180000", "RRULE:FREQ=WEEKLY;BYDAY=TU;COUNT=2")
    assert found == [ms(2026, 12, 2, 17), *tuesdays(8, 15)]


def test_periods() -> None:
    found = times(
        "DTSTART:20260101T100000Z",
        "RDATE;VALUE=PERIOD:20261201T100000Z/PT1H,20261202T100000Z/20261202T130000Z",
    )
    assert [(e - s) // 3_600_000 for s, e in found] == [1, 3]


def test_a_moved_date_and_one_that_is_cancelled() -> None:
    master = entry(*WEEKLY)
    found = read(
        entry("RECURRENCE-ID:20261201T170000Z", "DTSTART:20261202T090000", "SUMMARY:moved"),
        entry("RECURRENCE-ID;VALUE=DATE:20261208", "STATUS:CANCELLED", "DTSTART:20261208"),
        master,
        entry("RECURRENCE-ID:20261215T170000Z", "DTSTART:20261216T090000", "SEQUENCE:2"),
        entry("RECURRENCE-ID:20261215T170000Z", "DTSTART:20261217T090000", "SEQUENCE:1"),
        entry("RECURRENCE-ID:20261222T170000Z", "DTSTART:20261223T090000", "SEQUENCE:x"),
        entry("RECURRENCE-ID:20261222T170000Z", "DTSTART:20261224T090000"),
    )
    assert found.told == ()
    assert [b.starts_at for b in found.busy] == [
        ms(2026, 11, 24, 17),
        ms(2026, 12, 2, 8),
        ms(2026, 12, 16, 8),
        ms(2026, 12, 24, 8),
        ms(2026, 12, 29, 17),
    ]


def test_a_moved_date_repeats_nothing() -> None:
    assert times(
        "RECURRENCE-ID:20261201T170000Z",
        "DTSTART:20261202T090000",
        "RRULE:FREQ=DAILY",
        "RDATE:20261205",
    ) == [(ms(2026, 12, 2, 8), ms(2026, 12, 2, 8))]


def test_two_entries_of_one_number_are_both_shown() -> None:
    found = read(entry("DTSTART:20261201T180000"), entry("DTSTART:20261202T180000"))
    assert len(found.busy) == 2
    alone = read(*(entry("DTSTART:20261201T180000").replace("UID:u\r\n", "") for _ in "ab"))
    assert len(alone.busy) == 2


def test_our_own_meetings_are_no_clash() -> None:
    ours = [series(), series("", uid="other"), moved(datetime(2026, 11, 12, 18))]
    data = write_calendar(ours, made_at_ms=MADE)
    found = read_calendar(data, first=FIRST, last=LAST, zone="Europe/Berlin", ours=[UID])
    assert [b.starts_at for b in found.busy] == [ms(2026, 11, 24, 17)]
    assert found.entries == 3


def test_free_and_busy() -> None:
    found = read(
        "BEGIN:VFREEBUSY",
        "FREEBUSY:20261201T170000Z/PT1H,20261202T170000Z/20261202T190000Z",
        "FREEBUSY;FBTYPE=FREE:20261203T170000Z/PT1H",
        "END:VFREEBUSY",
    )
    assert found.told == ()
    assert [(b.ends_at - b.starts_at) // 3_600_000 for b in found.busy] == [1, 2]


# -- what could not be read ----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("lines", "words"),
    [
        ((), "when it begins or ends cannot be read"),
        (("DTSTART:soon",), "when it begins or ends cannot be read"),
        (("DTSTART:20261201", "DURATION:long"), "when it begins or ends cannot be read"),
        (("DTSTART:20261201", "DTEND:23991231"), "when it begins or ends cannot be read"),
        (("DTSTART:20261201T120000", "DTEND:23991231T120000"), "begins or ends cannot be read"),
        (("DTSTART:20261201", "RECURRENCE-ID:x"), "when it begins or ends cannot be read"),
        (("DTSTART:20261201T180000", "DTEND:20261201T170000"), "it ends before it begins"),
        (("DTSTART:20261205", "DTEND:20261201"), "it ends before it begins"),
    ],
)
def test_entries_that_are_left_out(lines: tuple[str, ...], words: str) -> None:
    found = read(entry(*lines, "SUMMARY:Yoga"), entry("DTSTART:20261201T180000"))
    assert (found.left_out, found.noted, len(found.busy), found.whole) == (1, 0, 1, False)
    assert str(found.told[0]).startswith("Entry 1, “Yoga”: ")
    assert words in str(found.told[0])
    assert str(found.told[0]).endswith("It was left out.")


@pytest.mark.parametrize(
    ("lines", "words", "dates"),
    [
        (("RRULE:FREQ=HOURLY",), "Only its first date is shown", 1),
        (("RRULE:FREQ=WEEKLY", "EXDATE:x"), "It is shown on all dates", 5),
        (("RDATE:20261202T180000,x",), "some of its dates cannot be read", 2),
        (("RDATE:20261202T180000/20261201T180000",), "some of its dates cannot be read", 1),
        (("RECURRENCE-ID;RANGE=THISANDFUTURE:20261201T180000",), "all later dates", 1),
    ],
)
def test_entries_that_are_read_in_part(lines: tuple[str, ...], words: str, dates: int) -> None:
    found = read(entry("DTSTART:20261201T180000", *lines))
    assert (found.left_out, found.noted, len(found.busy)) == (0, 1, dates)
    assert str(found.told[0]).startswith("Entry 1: ")
    assert words in str(found.told[0])


def test_a_zone_nobody_knows() -> None:
    found = read(entry("DTSTART;TZID=Moon:20261201T180000", "DURATION:PT1H"))
    assert [b.starts_at for b in found.busy] == [ms(2026, 12, 1, 17)]
    assert [str(t) for t in found.told] == [
        "Entry 1: its time zone is not known. It was read as the time here."
    ]


def test_times_that_cannot_be_read() -> None:
    busy = ("BEGIN:VFREEBUSY", "FREEBUSY:x", "FREEBUSY:20261201T170000Z/PT1H,y", "END:VFREEBUSY")
    found = read(*busy)
    assert (found.noted, len(found.busy)) == (1, 1)
    assert said(*busy) == ["Entry 1: some of its times cannot be read."]


def test_a_file_that_stops_in_the_middle() -> None:
    whole = calendar(entry("DTSTART:20261201T180000"), entry("DTSTART:20261202T180000"))
    found = read_calendar(
        whole[: whole.rindex(b"END:VEVENT")], first=FIRST, last=LAST, zone="Europe/Berlin"
    )
    assert (len(found.busy), found.left_out) == (1, 1)
    assert "it stops in the middle" in str(found.told[0])


def test_no_more_than_a_hundred_sentences() -> None:
    found = read(*(entry() for _ in range(130)))
    assert (found.left_out, len(found.told)) == (130, 100)


def test_more_dates_than_can_be_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ical_reading, "STEPS", 30)
    found = read(
        entry("DTSTART:20261201T180000"), entry("DTSTART:20200101T180000", "RRULE:FREQ=DAILY")
    )
    assert not found.whole
    assert found.busy
    assert "more dates than PeerDesk can look at" in str(found.told[0])


@pytest.mark.parametrize("data", [b"", b"name,phone\n", b"BEGIN:VCARD\nEND:VCARD\n", b"\0" * 99])
def test_files_that_are_no_calendar(data: bytes) -> None:
    with pytest.raises(KnownError, match="not a calendar"):
        read_calendar(data, first=FIRST, last=LAST, zone="Europe/Berlin")


def test_a_file_that_is_far_too_large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ical_reading, "MOST_BYTES", 10)
    with pytest.raises(KnownError, match="far larger"):
        read()


def test_an_empty_calendar() -> None:
    assert read() == RoomCalendar((), 0, 0, 0, ())
