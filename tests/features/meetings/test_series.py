from __future__ import annotations

from datetime import date, datetime, time, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlcipher3 import dbapi2 as sqlcipher

from peerdesk.core.clock import FixedClock
from peerdesk.features.meetings import when
from peerdesk.features.meetings.service import MeetingsService
from peerdesk.store.cabinet import Meeting, Series, open_cabinet
from peerdesk.store.connection import DiskFull
from peerdesk.store.place import Place
from peerdesk.store.shelf import PublicMeeting

from .conftest import LABEL, person

TONIGHT = datetime(2026, 11, 24, 18, 30)


def starts(service: MeetingsService, limit: int = 4) -> list[datetime]:
    return [m.start for m in service.next_meetings(limit)]


def test_the_next_dates_are_computed(service: MeetingsService, tuesday: bytes) -> None:
    assert starts(service) == [TONIGHT + timedelta(days=7 * n) for n in range(4)]
    tonight = service.next_meeting()
    assert tonight is not None
    assert (tonight.place, tonight.way, tonight.end.hour) == ("Blue room", "in person", 20)
    assert tonight.series == tuesday
    assert not any((tonight.kept, tonight.moved, tonight.extra, tonight.closed))


def test_nothing_is_planned_in_a_new_group(service: MeetingsService) -> None:
    assert service.next_meetings() == []
    assert service.next_meeting() is None
    assert service.past_meetings() == []


@pytest.mark.usefixtures("tuesday")
def test_a_meeting_that_runs_is_still_the_next_one(
    service: MeetingsService, clock: FixedClock
) -> None:
    clock.advance(hours=5)  # 21:20; it ended at 20:00
    assert starts(service, 1) == [TONIGHT]
    clock.advance(hours=1)
    assert starts(service, 1) == [TONIGHT + timedelta(days=7)]
    assert service.past_meetings()[0].start == TONIGHT


@pytest.mark.usefixtures("tuesday")
def test_a_cancelled_date_shows_but_is_not_the_next(service: MeetingsService) -> None:
    tonight = service.next_meetings()[0]
    service.cancel(tonight.uid)
    assert service.next_meetings()[0].cancelled
    after = service.next_meeting()
    assert after is not None
    assert after.start == TONIGHT + timedelta(days=7)
    service.bring_back(tonight.uid)
    assert service.next_meeting() == service.meeting(tonight.uid)


@pytest.mark.usefixtures("tuesday")
def test_a_moved_date_stands_at_its_new_time_once(service: MeetingsService) -> None:
    uid = service.next_meetings()[0].uid
    service.move(uid, datetime(2026, 12, 2, 17, 0), minutes=60)
    first, second, *_ = service.next_meetings()
    assert first.start == datetime(2026, 12, 1, 18, 30)
    assert (second.uid, second.start, second.end) == (
        uid,
        datetime(2026, 12, 2, 17, 0),
        datetime(2026, 12, 2, 18, 0),
    )
    assert second.moved
    service.bring_back(uid)
    assert starts(service, 1) == [TONIGHT]
    assert not service.next_meetings()[0].moved


@pytest.mark.usefixtures("tuesday")
def test_a_date_moved_far_away_leaves_no_double(service: MeetingsService) -> None:
    uid = service.next_meetings()[0].uid
    service.move(uid, datetime(2028, 1, 4, 18, 30))
    assert TONIGHT not in starts(service, 8)


def test_extra_dates_come_and_go(service: MeetingsService, tuesday: bytes) -> None:
    of_series = service.add_date(datetime(2026, 11, 26, 10), tuesday)
    alone = service.add_date(datetime(2026, 11, 27, 10), minutes=45, place="Park", way="in person")
    one, two = service.meeting(of_series), service.meeting(alone)
    assert one is not None
    assert two is not None
    assert (one.place, one.minutes, one.extra) == ("Blue room", 90, True)
    assert (two.place, two.minutes, two.series, two.name) == ("Park", 45, None, "")
    service.bring_back(of_series)  # neither cancelled nor moved: nothing to bring back
    assert service.meeting(of_series) == one
    service.remove_date(of_series)
    assert service.meeting(of_series) is None
    service.remove_date(service.next_meetings()[0].uid)  # a computed date cannot be removed
    assert starts(service, 1) == [TONIGHT]


def test_one_date_may_be_somewhere_else(service: MeetingsService, tuesday: bytes) -> None:
    uid = service.next_meetings()[0].uid
    service.set_meeting(uid, place="Library", theme="Sleep and worry", way="mixed")
    changed = service.meeting(uid)
    assert changed is not None
    assert (changed.place, changed.way, changed.theme) == ("Library", "mixed", "Sleep and worry")
    service.set_series(tuesday, place="Green room")
    service.set_meeting(uid, place="")
    again = service.meeting(uid)
    assert again is not None
    assert again.place == "Green room"


@pytest.mark.usefixtures("tuesday")
def test_who_leads_is_kept_as_the_person(service: MeetingsService, cabinet: Place) -> None:
    dev, uid = person(cabinet, "Dev"), service.next_meetings()[0].uid
    service.set_meeting(uid, lead=" dev ", door="Someone from the centre")
    row = Meeting.get(Meeting.uid == uid)
    assert (row.lead, row.door) == (dev.hex(), "Someone from the centre")
    meeting = service.meeting(uid)
    assert meeting is not None
    assert (meeting.lead, meeting.door) == ("Dev", "Someone from the centre")
    assert service.person_name("00" * 16) == ""
    assert service.person_name("cafe") == "cafe"


@pytest.mark.usefixtures("tuesday")
def test_undo_takes_a_change_back(service: MeetingsService, cabinet: Place) -> None:
    uid = service.next_meetings()[0].uid
    service.set_meeting(uid, theme="S")
    service.set_meeting(uid, theme="Sleep")
    assert cabinet.undo() is not None
    meeting = service.meeting(uid)
    assert meeting is not None
    assert meeting.theme == ""
    assert not meeting.kept


@pytest.mark.usefixtures("tuesday")
def test_what_is_not_there(service: MeetingsService) -> None:
    assert service.meeting(b"x" * 16) is None
    assert service.one_series(b"x" * 16) is None
    with pytest.raises(KeyError):
        service.cancel(b"x" * 16)
    with pytest.raises(KeyError):
        service.add_date(TONIGHT, b"x" * 16)


def test_a_date_of_a_series_that_is_gone_is_gone(
    service: MeetingsService, tuesday: bytes, cabinet: Place
) -> None:
    uid = service.next_meetings()[0].uid
    with cabinet.operation(LABEL):
        Series.delete().where(Series.uid == tuesday).execute()
    assert service.meeting(uid) is None


def test_another_weekday_from_now_on(service: MeetingsService, tuesday: bytes) -> None:
    tonight, later = service.next_meetings()[:2]
    service.set_meeting(tonight.uid, theme="Sleep")
    service.move(later.uid, datetime(2026, 12, 5, 11, 0))
    before = [m.start for m in service.past_meetings()]
    service.set_repeat(tuesday, 2, time(19, 0), "weekly")
    first, second, third = service.next_meetings(3)
    assert (first.start, first.theme) == (datetime(2026, 11, 25, 19, 0), "Sleep")
    assert (second.start, second.planned) == (
        datetime(2026, 12, 5, 11, 0),
        datetime(2026, 12, 2, 19, 0),
    )
    assert third.start == datetime(2026, 12, 9, 19, 0)
    assert [m.start for m in service.past_meetings()] == before
    assert len(before) == 12


def test_a_series_without_a_past_changes_too(service: MeetingsService) -> None:
    uid = service.add_series("Walk", datetime(2026, 12, 6, 10), how="monthly", zone="Europe/Paris")
    service.set_repeat(uid, 5, time(9, 30), "once")
    assert starts(service) == [datetime(2026, 11, 28, 9, 30)]
    series = service.one_series(uid)
    assert series is not None
    assert (series.rule, series.zone) == ("", "Europe/Paris")


def test_more_was_said_than_dates_are_left(service: MeetingsService, tuesday: bytes) -> None:
    for meeting in service.next_meetings(3):
        service.set_meeting(meeting.uid, theme=meeting.start.strftime("%d"))
    service.set_repeat(tuesday, 1, time(18, 0), "once")
    assert [m.theme for m in service.next_meetings()] == ["24", "01", "08"]


def test_the_length_changes_from_now_on(service: MeetingsService, tuesday: bytes) -> None:
    kept = service.next_meetings()[0].uid
    service.set_meeting(kept, theme="Sleep")
    service.set_series(tuesday, minutes=60)
    assert {m.minutes for m in service.next_meetings()} == {60}
    assert {m.minutes for m in service.past_meetings()} == {90}


def test_a_series_ends_and_goes_on(service: MeetingsService, tuesday: bytes) -> None:
    service.end_series(tuesday, date(2026, 12, 1))
    assert len(service.next_meetings()) == 2
    service.end_series(tuesday, None)
    assert len(service.next_meetings()) == 8


@pytest.mark.usefixtures("tuesday")
def test_the_clocks_change_between_two_meetings(
    service: MeetingsService, clock: FixedClock
) -> None:
    clock.advance(days=-33)
    one, two = service.next_meetings(2)
    assert one.start.hour == two.start.hour == 18
    assert two.starts_at - one.starts_at == 7 * 24 * 3_600_000
    clock.advance(days=-7)
    one, two = service.next_meetings(2)
    assert [one.start.date(), two.start.date()] == [date(2026, 10, 20), date(2026, 10, 27)]
    assert two.starts_at - one.starts_at == (7 * 24 + 1) * 3_600_000


@pytest.mark.usefixtures("tuesday")
def test_new_year(service: MeetingsService, clock: FixedClock) -> None:
    clock.advance(days=36)  # 30 December, a Wednesday
    assert starts(service, 1) == [datetime(2027, 1, 5, 18, 30)]
    assert service.past_meetings()[0].start == datetime(2026, 12, 29, 18, 30)


# -- for everyone ------------------------------------------------------------------------------


def shown() -> list[tuple[str, str]]:
    return [(str(p.name), str(p.place)) for p in PublicMeeting.select()]


def test_a_series_comes_to_the_welcome_page_and_leaves(
    service: MeetingsService, tuesday: bytes
) -> None:
    service.show_to_everyone(tuesday, True)
    assert shown() == [("Tuesday Circle", "Blue room")]
    service.set_series(tuesday, place="Green room")
    assert shown() == [("Tuesday Circle", "Green room")]
    service.set_first_time(tuesday, "Ring the bell.")
    assert service.first_time(tuesday) == "Ring the bell."
    service.show_to_everyone(tuesday, False)
    assert shown() == []
    assert service.first_time(tuesday) == ""
    assert not service.series()[0].public


def test_what_was_interrupted_is_settled(
    service: MeetingsService, tuesday: bytes, shelf: Place, cabinet: Place
) -> None:
    service.show_to_everyone(tuesday, True)
    with shelf.operation(LABEL):
        PublicMeeting.delete().execute()
    service.settle_public()
    assert len(shown()) == 1
    cabinet.undo()
    assert not service.series()[0].public
    service.settle_public()
    assert shown() == []


def test_what_is_public_follows_without_a_step_of_its_own(
    service: MeetingsService, tuesday: bytes, shelf: Place, cabinet: Place
) -> None:
    service.show_to_everyone(tuesday, True)
    assert shelf.undo_label is None
    assert str(cabinet.undo_label) == "Put the meeting on the welcome page"


def test_a_shelf_that_cannot_be_written(
    service: MeetingsService, tuesday: bytes, shelf: Place
) -> None:
    raw = shelf.database.connection()
    for words, kind in (("database or disk is full", DiskFull), ("odd", sqlcipher.DatabaseError)):
        raw.execute("DROP TRIGGER IF EXISTS stop")
        raw.execute(
            "CREATE TRIGGER stop BEFORE INSERT ON public_meeting "
            f"BEGIN SELECT RAISE(ABORT, '{words}'); END"
        )
        with pytest.raises(kind):
            service.show_to_everyone(tuesday, True)
    assert shown() == []
    raw.execute("DROP TRIGGER stop")
    service.settle_public()
    assert len(shown()) == 1


def test_a_series_that_ended_is_not_shown(service: MeetingsService, tuesday: bytes) -> None:
    service.show_to_everyone(tuesday, True)
    service.end_series(tuesday, date(2026, 11, 1))
    assert shown() == []


def test_meetings_of_other_groups_stay(service: MeetingsService, shelf: Place) -> None:
    with shelf.operation(LABEL):
        PublicMeeting.create(
            uid=b"o" * 16,
            group_uid=b"h" * 16,
            name="Other",
            dtstart="2026-01-01T10:00",
            zone="UTC",
            minutes=60,
        )
    mine = service.add_series("", datetime(2026, 12, 1, 9), public=True)
    assert shown() == [("Other", ""), ("Tuesday Circle", "")]
    service.show_to_everyone(mine, False)
    assert shown() == [("Other", "")]


def test_without_a_shelf_nothing_is_shown(cabinet: Place) -> None:
    service = MeetingsService(cabinet)
    uid = service.add_series("A", TONIGHT, public=True)
    service.show_to_everyone(uid, False)
    service.set_first_time(uid, "Hello")
    assert service.first_time(uid) == ""


def test_only_what_changed_is_written(service: MeetingsService, tuesday: bytes) -> None:
    service.add_series("Walk", datetime(2026, 12, 6, 10), public=True)
    service.show_to_everyone(tuesday, True)
    service.set_series(tuesday, name="Tuesday group")
    assert sorted(shown()) == [("Tuesday group", "Blue room"), ("Walk", "")]


def test_a_change_keeps_what_was_written_about_the_past(
    service: MeetingsService, tuesday: bytes
) -> None:
    service.add_series("Walk", datetime(2026, 10, 4, 10))
    last = service.past_meetings(2)[1]
    service.set_meeting(last.uid, theme="Sleep")
    service.set_repeat(tuesday, 0, time(18, 30), "weekly")
    assert service.past_meetings(2)[1].theme == "Sleep"


# -- property ----------------------------------------------------------------------------------

ACTIONS = st.lists(
    st.tuples(
        st.sampled_from(["cancel", "move", "back", "extra", "theme"]),
        st.integers(0, 7),
        st.integers(-2000, 2000),
    ),
    max_size=8,
)


@settings(max_examples=40)
@given(
    actions=ACTIONS,
    how=st.sampled_from(["weekly", "fortnightly", "monthly"]),
    now=st.datetimes(datetime(2026, 1, 1), datetime(2028, 1, 1)),
    zone=st.sampled_from(["Europe/London", "America/New_York", "Australia/Lord_Howe"]),
)
def test_every_date_stands_exactly_where_it_was_put(
    actions: list[tuple[str, int, int]], how: when.How, now: datetime, zone: str
) -> None:
    now = now.replace(minute=0, second=0, microsecond=0)
    with TemporaryDirectory() as folder:
        clock = FixedClock(now, zone)
        cabinet = open_cabinet(Path(folder) / "c.safe", bytes(32), clock, Path(folder) / "b")
        service = MeetingsService(cabinet)
        first = now.replace(hour=18) + timedelta(days=1)
        uid = service.add_series("A", first, how=how)
        rule = when.repeat_of(first, how).rule
        dates = when.occurrences(first, rule, first, first + timedelta(days=300))
        uids = [m.uid for m in service.next_meetings(8)]
        put: dict[bytes, tuple[datetime, bool]] = {
            u: (d, False) for u, d in zip(uids, dates[:8], strict=True)
        }
        planned = {u: d for u, (d, _) in put.items()}
        extra: list[datetime] = []
        for action, which, hours in actions:
            u = uids[which]
            if action == "cancel":
                service.cancel(u)
                put[u] = put[u][0], True
            elif action == "move":
                to = planned[u] + timedelta(hours=hours)
                service.move(u, to)
                put[u] = to, put[u][1]
            elif action == "back":
                service.bring_back(u)
                start, cancelled = put[u]
                put[u] = (start if cancelled else planned[u]), False
            elif action == "extra":
                extra.append(first + timedelta(hours=hours))
                service.add_date(extra[-1], uid)
            else:
                service.set_meeting(u, theme="T")
        span = when.instant(now, zone) - 100 * 86_400_000, when.instant(dates[8], zone)
        found = sorted((m.start, m.cancelled) for m in service.between(*span))
        expected = [*put.values(), *((e, False) for e in extra)]
        inside = [e for e in expected if span[0] <= when.instant(e[0], zone) < span[1]]
        assert found == sorted(inside)
        cabinet.close()
