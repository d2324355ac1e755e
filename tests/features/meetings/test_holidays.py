from __future__ import annotations

from datetime import date, datetime, time

import pytest

from peerdesk.core.clock import FixedClock
from peerdesk.features.meetings.service import MeetingsService
from peerdesk.store.cabinet import Meeting
from peerdesk.store.place import Place
from peerdesk.store.shelf import PublicMeeting

from .conftest import LABEL

DECEMBER = date(2026, 12, 20), date(2027, 1, 3)


def off(service: MeetingsService, limit: int = 8) -> list[tuple[date, str]]:
    """Days and reasons of the dates ahead that do not take place."""
    return [
        (m.start.date(), m.holiday.words if m.holiday else "")
        for m in service.next_meetings(limit)
        if m.cancelled
    ]


@pytest.mark.usefixtures("tuesday")
def test_a_holiday_cancels_the_dates_in_it_over_new_year(service: MeetingsService) -> None:
    uid = service.add_holiday(DECEMBER[1], DECEMBER[0], " Winter break ")
    assert [(d.uid, d.first, d.last, d.words) for d in service.days_off()] == [
        (uid, *DECEMBER, "Winter break")
    ]
    assert off(service) == [
        (date(2026, 12, 22), "Winter break"),
        (date(2026, 12, 29), "Winter break"),
    ]
    service.remove_holiday(uid)
    assert off(service) == []
    assert service.days_off() == []


@pytest.mark.usefixtures("tuesday")
def test_both_ends_belong_to_it(service: MeetingsService) -> None:
    service.add_holiday(date(2026, 12, 1), date(2026, 12, 8))
    assert off(service) == [(date(2026, 12, 1), ""), (date(2026, 12, 8), "")]


@pytest.mark.usefixtures("tuesday")
def test_the_next_meeting_is_the_one_after_the_holiday(
    service: MeetingsService, clock: FixedClock
) -> None:
    service.add_holiday(*DECEMBER, "Winter break")
    clock.advance(days=27)
    coming = service.next_meeting()
    assert coming is not None
    assert coming.start == datetime(2027, 1, 5, 18, 30)


@pytest.mark.usefixtures("tuesday")
def test_undo_of_each(service: MeetingsService, cabinet: Place) -> None:
    uid = service.add_holiday(*DECEMBER)
    cabinet.undo()
    assert service.days_off() == []
    cabinet.redo()
    service.remove_holiday(uid)
    cabinet.undo()
    assert [d.uid for d in service.days_off()] == [uid]


@pytest.mark.usefixtures("tuesday")
def test_what_was_said_about_a_date_survives_the_holiday(service: MeetingsService) -> None:
    date_ = service.next_meetings(5)[4]
    assert date_.start.date() == date(2026, 12, 22)
    service.set_meeting(date_.uid, theme="Rest")
    uid = service.add_holiday(*DECEMBER)
    kept = service.meeting(date_.uid)
    assert kept is not None
    assert (kept.cancelled, kept.theme) == (True, "Rest")
    service.remove_holiday(uid)
    again = service.meeting(date_.uid)
    assert again is not None
    assert not again.cancelled


@pytest.mark.usefixtures("tuesday")
def test_a_date_may_be_held_all_the_same(service: MeetingsService, cabinet: Place) -> None:
    service.add_holiday(*DECEMBER, "Winter break")
    one, other = (m.uid for m in service.next_meetings(6)[4:])
    service.bring_back(one)
    assert off(service) == [(date(2026, 12, 29), "Winter break")]
    service.cancel(one)  # and not after all
    cancelled = service.meeting(one)
    assert cancelled is not None
    assert (cancelled.cancelled, cancelled.holiday) == (True, None)
    service.bring_back(one)
    assert [d for d, _ in off(service)] == [date(2026, 12, 29)]
    cabinet.undo()
    assert len(off(service)) == 2
    service.move(other, datetime(2026, 12, 30, 10))
    moved = service.meeting(other)
    assert moved is not None
    assert not moved.cancelled
    service.bring_back(other)
    back = service.meeting(other)
    assert back is not None
    assert back.cancelled


@pytest.mark.usefixtures("tuesday")
def test_who_moves_a_date_into_a_holiday_means_it(service: MeetingsService) -> None:
    service.add_holiday(*DECEMBER)
    uid = service.next_meetings()[0].uid
    service.move(uid, datetime(2026, 12, 21, 10))
    moved = service.meeting(uid)
    assert moved is not None
    assert not moved.cancelled
    extra = service.add_date(datetime(2026, 12, 23, 10))
    there = service.meeting(extra)
    assert there is not None
    assert not there.cancelled


@pytest.mark.usefixtures("tuesday")
def test_an_evening_that_took_place_stays(service: MeetingsService, cabinet: Place) -> None:
    past = service.past_meetings(3)
    service.close(past[0].uid)
    service.set_head_count(past[1].uid, 4)
    service.set_meeting(past[2].uid, theme="Rest")
    with cabinet.operation(LABEL):
        Meeting.update(started_at=1).where(Meeting.uid == past[2].uid).execute()
    service.add_holiday(date(2026, 9, 1), date(2026, 11, 20))
    states = [m.status for m in service.past_meetings(4)]
    assert states == ["closed", "planned", "planned", "cancelled"]


def test_everyone_is_told_of_the_next_dates(service: MeetingsService, tuesday: bytes) -> None:
    service.show_to_everyone(tuesday, True)
    uid = service.add_holiday(*DECEMBER, "Winter break")
    assert row().left_out == "2026-12-22T18:30,2026-12-29T18:30"
    assert row().extra == ""
    service.cancel(service.next_meetings()[0].uid)
    moved = service.next_meetings()[1].uid
    service.move(moved, datetime(2028, 1, 1, 9, 0))
    service.add_date(datetime(2026, 12, 23, 10), tuesday)
    service.add_date(datetime(2026, 12, 24, 10))
    service.settle_public()
    assert row().left_out.split(",")[:2] == ["2026-11-24T18:30", "2026-12-01T18:30"]
    assert row().extra == "2026-12-23T10:00,2028-01-01T09:00"
    service.remove_holiday(uid)
    assert row().left_out == "2026-11-24T18:30,2026-12-01T18:30"


def row() -> PublicMeeting:
    found: PublicMeeting = PublicMeeting.select().get()
    return found


def test_how_to_join_is_public_only_when_somebody_says_so(
    service: MeetingsService, tuesday: bytes, cabinet: Place
) -> None:
    service.show_to_everyone(tuesday, True)
    service.set_series(tuesday, way="mixed", dial_in="555 0101", address="1 River Road")
    assert (row().way, row().dial_in, row().address) == ("mixed", "", "1 River Road")
    service.show_dial_in(tuesday, True)
    assert row().dial_in == "555 0101"
    service.set_series(tuesday, way="in person")
    assert row().dial_in == ""
    service.set_series(tuesday, way="phone")
    service.show_dial_in(tuesday, False)
    assert row().dial_in == ""
    assert not service.series()[0].dial_in_public
    cabinet.undo()
    service.settle_public()
    assert row().dial_in == "555 0101"


def test_the_last_day_is_public_too(service: MeetingsService, tuesday: bytes) -> None:
    service.show_to_everyone(tuesday, True)
    service.end_series(tuesday, date(2026, 12, 8))
    assert row().ended_on == "2026-12-08"


def test_twice_a_month(service: MeetingsService) -> None:
    first = service.first_date(1, time(18, 30))
    service.add_series("Twice", first, how="twice", nth=1)
    assert [m.start.date() for m in service.next_meetings(3)] == [
        date(2026, 12, 1),
        date(2026, 12, 15),
        date(2027, 1, 5),
    ]


def test_the_week_of_the_month_can_be_chosen(service: MeetingsService, tuesday: bytes) -> None:
    service.set_repeat(tuesday, 1, time(18, 30), "monthly", -1)
    assert [m.start.date() for m in service.next_meetings(2)] == [
        date(2026, 11, 24),
        date(2026, 12, 29),
    ]
    service.set_repeat(tuesday, 1, time(18, 30), "monthly", 2)
    assert service.next_meetings(1)[0].start.date() == date(2026, 12, 8)
    service.set_repeat(tuesday, 1, time(18, 30), "twice", 2)
    assert [m.start.date() for m in service.next_meetings(3)] == [
        date(2026, 11, 24),
        date(2026, 12, 8),
        date(2026, 12, 22),
    ]


def test_a_number_of_times(service: MeetingsService, tuesday: bytes, cabinet: Place) -> None:
    service.add_holiday(*DECEMBER)
    service.cancel(service.next_meetings()[1].uid)
    service.end_after(tuesday, 5)
    held = [m.start.date() for m in service.next_meetings() if not m.cancelled]
    assert held == [
        date(2026, 11, 24),
        date(2026, 12, 8),
        date(2026, 12, 15),
        date(2027, 1, 5),
        date(2027, 1, 12),
    ]
    cabinet.undo()
    assert service.series()[0].ended is None
    once = service.add_series("Once", datetime(2026, 12, 6, 10), how="once")
    with pytest.raises(KeyError):
        service.end_after(once, 2)


def test_one_date_is_joined_another_way(service: MeetingsService, tuesday: bytes) -> None:
    service.set_series(tuesday, way="phone", dial_in="555 0101")
    uid = service.next_meetings()[0].uid
    service.set_meeting(uid, dial_in="555 0199")
    one, other = service.next_meetings(2)
    assert (one.dial_in, one.own_dial_in) == ("555 0199", "555 0199")
    assert (other.dial_in, other.own_dial_in) == ("555 0101", "")
    service.set_meeting(uid, dial_in="")
    assert service.next_meetings()[0].dial_in == "555 0101"
