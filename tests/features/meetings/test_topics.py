from __future__ import annotations

from datetime import datetime

import pytest

from peerdesk.core.clock import FixedClock
from peerdesk.features.meetings.service import MeetingsService
from peerdesk.store.cabinet import Topic
from peerdesk.store.place import Place


def waiting(service: MeetingsService) -> list[str]:
    return [t.words for t in service.topics()]


def used(service: MeetingsService) -> list[str]:
    return [t.words for t in service.used_topics()]


def main_title(service: MeetingsService, uid: bytes) -> str:
    return next(p.title for p in service.agenda(uid) if p.kind == "main")


def test_slips_wait_in_the_order_of_hands(service: MeetingsService, clock: FixedClock) -> None:
    first = service.ask("  Sleep,\n when the house is loud ")
    clock.advance(minutes=1)
    second = service.ask("Telling the boss")
    assert waiting(service) == ["Sleep, when the house is loud", "Telling the boss"]
    service.set_votes(second, 4)
    assert waiting(service)[0] == "Telling the boss"
    service.set_votes(first, 4)  # as many: the one that waited longer
    assert waiting(service)[0].startswith("Sleep")
    topic = service.topics()[0]
    assert (topic.source, topic.votes, topic.used_at, topic.meeting) == ("slip", 4, None, None)


def test_nothing_typed_is_nothing_asked(service: MeetingsService) -> None:
    assert service.ask(" \n ") == b""
    assert service.topics() == ()


def test_a_box_from_the_in_tray_comes_in_once(service: MeetingsService) -> None:
    uid = b"t" * 16
    assert service.ask("Hous\x00ing\udc00\u202e", "in-tray", uid) == uid
    assert service.topics()[0].words == "Housing"
    service.set_topic(uid, "Housing letters")
    assert service.ask("Housing", "in-tray", uid) == uid
    (topic,) = service.topics()
    assert (topic.words, topic.source) == ("Housing letters", "in-tray")


def test_hands_are_counted_within_reason(service: MeetingsService, cabinet: Place) -> None:
    uid = service.ask("Sleep")
    for hands in (1, 2, 3):
        service.set_votes(uid, hands)
    cabinet.undo()  # counting is one step
    assert service.topics()[0].votes == 0
    service.set_votes(uid, -3)
    assert service.topics()[0].votes == 0
    service.set_votes(uid, 5000)
    assert service.topics()[0].votes == 999
    service.clear_votes()
    assert service.topics()[0].votes == 0


def test_a_question_is_taken_out(service: MeetingsService, cabinet: Place) -> None:
    uid = service.ask("Sleep")
    service.remove_topic(uid)
    assert service.topics() == ()
    cabinet.undo()
    assert waiting(service) == ["Sleep"]


def test_a_drawn_question_names_the_main_part(
    service: MeetingsService, tonight: bytes, cabinet: Place
) -> None:
    before = service.agenda(tonight)
    uid = service.ask("Sleep")
    part = service.draw(uid, tonight)
    assert main_title(service, tonight) == "Sleep"
    assert service.agenda(tonight)[5].uid == part
    meeting = service.meeting(tonight)
    assert meeting is not None
    assert meeting.theme == "Sleep"
    assert waiting(service) == []
    (topic,) = service.used_topics()
    assert (topic.words, topic.meeting) == ("Sleep", tonight)
    cabinet.undo()
    assert service.agenda(tonight) == before
    assert waiting(service) == ["Sleep"]


def test_a_second_question_gets_a_part_of_its_own(service: MeetingsService, tonight: bytes) -> None:
    service.draw(service.ask("Sleep"), tonight)
    service.draw(service.ask("Work"), tonight)
    assert [p.title for p in service.agenda(tonight)][-2:] == ["Work", "Closing round"]
    meeting = service.meeting(tonight)
    assert meeting is not None
    assert meeting.theme == "Sleep"


def test_a_question_goes_into_the_part_that_is_named(
    service: MeetingsService, tonight: bytes
) -> None:
    chosen = service.agenda(tonight)[4]
    assert service.draw(service.ask("Work"), tonight, chosen.uid) == chosen.uid
    assert service.agenda(tonight)[4].title == "Work"
    meeting = service.meeting(tonight)
    assert meeting is not None
    assert meeting.theme == ""


def test_a_theme_that_was_chosen_stays(service: MeetingsService, tonight: bytes) -> None:
    service.set_meeting(tonight, theme="Autumn")
    service.draw(service.ask("Sleep"), tonight)
    meeting = service.meeting(tonight)
    assert meeting is not None
    assert meeting.theme == "Autumn"


def test_without_a_main_part_it_becomes_one_before_the_closing(
    service: MeetingsService, tonight: bytes
) -> None:
    service.use_template(tonight, "check-in")
    service.draw(service.ask("Sleep"), tonight)
    assert [p.title for p in service.agenda(tonight)][-2:] == ["Sleep", "Closing round"]


def test_what_is_gone_cannot_be_drawn(service: MeetingsService, tonight: bytes) -> None:
    with pytest.raises(KeyError):
        service.draw(b"x" * 16, tonight)
    uid = service.ask("Sleep")
    with pytest.raises(KeyError):
        service.draw(uid, b"x" * 16)
    assert waiting(service) == ["Sleep"]


def test_a_used_question_can_wait_again(service: MeetingsService, tonight: bytes) -> None:
    uid = service.ask("Sleep")
    service.set_votes(uid, 7)
    service.draw(uid, tonight)
    service.put_back(uid)
    assert used(service) == []
    assert (service.topics()[0].votes, service.topics()[0].meeting) == (0, None)


def test_used_ones_stay_when_the_meeting_goes(service: MeetingsService) -> None:
    meeting = service.add_date(datetime(2026, 11, 25, 10))
    service.draw(service.ask("Sleep"), meeting)
    service.remove_date(meeting)
    (topic,) = service.used_topics()
    assert topic.meeting is None
    assert Topic.select().count() == 1
