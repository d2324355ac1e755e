from __future__ import annotations

from datetime import datetime

from hypothesis import given
from hypothesis import strategies as st

from peerdesk.core.clock import FixedClock
from peerdesk.features.meetings.agenda.templates import fitted, shipped, usual
from peerdesk.features.meetings.agenda.verbs import KINDS
from peerdesk.features.meetings.service import MeetingsService
from peerdesk.store.place import Place

from ..conftest import LABEL, person


def titles(service: MeetingsService, uid: bytes) -> list[str]:
    return [p.title for p in service.agenda(uid)]


@given(st.integers(60, 240))
def test_the_template_fills_the_time(length: int) -> None:
    chosen = next(t for t in shipped() if t.key == usual(length))
    parts = fitted(chosen.parts, length)
    assert sum(p.minutes for p in parts) == length
    assert {p.kind for p in parts} <= set(KINDS)
    assert all(p.title and p.say for p in parts)


def test_the_ninety_minutes_are_those_of_the_field() -> None:
    assert [p.minutes for p in shipped()[0].parts] == [5, 5, 5, 20, 3, 37, 5, 10]


def test_a_very_short_meeting_ends_late_and_says_so(service: MeetingsService) -> None:
    uid = service.add_date(datetime(2026, 11, 25, 10), minutes=30)
    end = service.finish(uid)
    assert end is not None
    assert end == (datetime(2026, 11, 25, 10, 41), 11)


def test_an_agenda_is_there_before_anything_is_written(
    service: MeetingsService, tonight: bytes
) -> None:
    parts = service.agenda(tonight)
    assert len(parts) == 8
    assert (parts[0].starts, parts[-1].ends) == (
        datetime(2026, 11, 24, 18, 30),
        datetime(2026, 11, 24, 20, 0),
    )
    meeting = service.meeting(tonight)
    assert meeting is not None
    assert not meeting.kept
    assert service.finish(tonight) == (datetime(2026, 11, 24, 20, 0), 0)


def test_the_theme_names_the_main_part(service: MeetingsService, tonight: bytes) -> None:
    service.set_meeting(tonight, theme="Sleep and worry")
    assert "Sleep and worry" in titles(service, tonight)


def test_parts_are_changed(service: MeetingsService, tonight: bytes, cabinet: Place) -> None:
    person(cabinet, "Dev")
    part = service.agenda(tonight)[3]
    service.set_part(tonight, part.uid, minutes=30)
    service.set_part(tonight, part.uid, lead="Dev", title="Round")
    changed = service.agenda(tonight)[3]
    assert (changed.uid, changed.minutes, changed.lead, changed.title) == (
        part.uid,
        30,
        "Dev",
        "Round",
    )
    assert service.finish(tonight) == (datetime(2026, 11, 24, 20, 10), 10)


def test_parts_come_before_the_closing_or_where_wanted(
    service: MeetingsService, tonight: bytes
) -> None:
    service.add_part(tonight, "Song")
    assert titles(service, tonight)[-2:] == ["Song", "Closing round"]
    service.add_part(tonight, "Tea", kind="break", at=0)
    assert titles(service, tonight)[0] == "Tea"


def test_without_a_closing_a_part_comes_last(service: MeetingsService, tonight: bytes) -> None:
    service.remove_part(tonight, service.agenda(tonight)[-1].uid)
    service.add_part(tonight, "Song")
    assert titles(service, tonight)[-1] == "Song"


def test_parts_move_and_stop_at_the_ends(service: MeetingsService, tonight: bytes) -> None:
    first = service.agenda(tonight)[0]
    service.move_part(tonight, first.uid, 1)
    assert titles(service, tonight)[:2] == ["Welcome", "Arrive"]
    service.move_part(tonight, first.uid, -5)
    assert titles(service, tonight)[:2] == ["Arrive", "Welcome"]
    service.move_part(tonight, first.uid, 50)
    assert titles(service, tonight)[-1] == "Arrive"


def test_the_template_comes_back(service: MeetingsService, tonight: bytes) -> None:
    before = service.agenda(tonight)
    service.remove_part(tonight, before[0].uid)
    assert len(service.agenda(tonight)) == 7
    service.reset_agenda(tonight)
    assert service.agenda(tonight) == before


def test_one_change_is_one_step_back(
    service: MeetingsService, tonight: bytes, cabinet: Place
) -> None:
    before = service.agenda(tonight)
    service.move_part(tonight, before[0].uid, 1)
    cabinet.undo()
    assert service.agenda(tonight) == before


def test_no_meeting_no_agenda(service: MeetingsService) -> None:
    assert service.agenda(b"x" * 16) == ()
    assert service.finish(b"x" * 16) is None


def test_what_a_round_gives_each(service: MeetingsService, tonight: bytes) -> None:
    check_in = service.agenda(tonight)[3]
    assert service.each(20, 11) == 105
    assert str(service.round_hint(check_in, 11)) == "about 1:45 min each for 11 people"
    assert "two circles" in str(service.round_hint(check_in, 13))
    assert service.round_hint(check_in, 0) is None
    assert service.round_hint(service.agenda(tonight)[0], 11) is None


def test_the_agenda_ends_right_in_the_night_the_clocks_change(
    service: MeetingsService, clock: FixedClock
) -> None:
    clock.advance(days=-33)
    uid = service.add_date(datetime(2026, 10, 25, 0, 30), minutes=120)  # 01:00 UTC they go back
    assert service.finish(uid) == (datetime(2026, 10, 25, 1, 30), 0)


def test_two_circles_halve_the_people(service: MeetingsService, tonight: bytes) -> None:
    check_in = service.agenda(tonight)[3]
    assert service.should_split(check_in, 13)
    assert not service.should_split(check_in, 12)
    assert not service.should_split(service.agenda(tonight)[5], 40)
    service.set_part(tonight, check_in.uid, circles=2)
    both = service.agenda(tonight)[3]
    assert both.circles == 2
    assert not service.should_split(both, 13)
    assert str(service.round_hint(both, 13)) == "Two circles: about 2:50 min each for 13 people"
    assert service.each_in(both, 13) == "2:50"
    assert service.each_in(service.agenda(tonight)[5], 13) == ""


def test_how_long_a_turn_is_in_twos_and_threes(service: MeetingsService, tonight: bytes) -> None:
    service.use_template(tonight, "skills")
    pairs = next(p for p in service.agenda(tonight) if p.kind == "pairs")
    assert "about 9 min a turn in twos, 6 min" in str(service.pairs_hint(pairs))
    service.set_part(tonight, pairs.uid, minutes=2)
    short = next(p for p in service.agenda(tonight) if p.kind == "pairs")
    assert service.pairs_hint(short) is None
    assert service.pairs_hint(service.agenda(tonight)[0]) is None


def test_a_part_has_a_local_service(
    service: MeetingsService, tonight: bytes, cabinet: Place, shelf: Place
) -> None:
    from peerdesk.store.directory import Organization, Service

    with shelf.operation(LABEL):
        owner = Organization.create(uid=b"o" * 16, name="Town")
        Service.create(uid=b"s" * 16, organization=owner, name="Housing advice")
    part = service.agenda(tonight)[6]
    assert part.service is None
    service.set_part(tonight, part.uid, service_uid=b"s" * 16)
    linked = service.agenda(tonight)[6].service
    assert linked == b"s" * 16
    assert service.service_name(linked) == "Housing advice"
    assert service.service_name(b"x" * 16) == ""
    assert service.service_name(None) == ""
    assert MeetingsService(cabinet).service_name(linked) == ""
    service.set_part(tonight, part.uid, service_uid=None)
    assert service.agenda(tonight)[6].service is None


def test_two_circles_have_no_common_order_of_speakers(
    service: MeetingsService, tonight: bytes
) -> None:
    check_in = service.agenda(tonight)[3]
    assert service.plan_for(tonight).items[3].kind == "round"
    service.set_part(tonight, check_in.uid, circles=2)
    assert service.plan_for(tonight).items[3].kind == "exercise"
    service.set_part(tonight, check_in.uid, circles=1, kind="dance")
    assert service.plan_for(tonight).items[3].kind == "topic"
