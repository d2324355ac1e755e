"""Steps, whom to reach, records, and what waits for Today."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from peerdesk.core.clock import FixedClock
from peerdesk.core.ids import new_uid
from peerdesk.core.text import Text
from peerdesk.features.meetings.closing.reach import Reach
from peerdesk.features.meetings.closing.records import NotYours
from peerdesk.features.meetings.closing.service import RECENT, ClosingService, Step
from peerdesk.features.meetings.service import Check, MeetingsService
from peerdesk.store.cabinet import (
    FollowUp,
    Incident,
    Meeting,
    NextStep,
    Person,
    Preparation,
    StepNews,
)
from peerdesk.store.place import Place
from peerdesk.ui.text import render

from ..conftest import LABEL, answer, person
from .conftest import ME, OTHER

WEEK = 7


def nameless(closing: ClosingService) -> None:
    closing.meetings.set_way("no_names", on=True)


def words_of(steps: tuple[Step, ...]) -> list[tuple[str, str, str]]:
    return [(s.name, s.words, s.status) for s in steps]


def said(reach: Reach) -> str:
    return render(reach.words).replace("{name}", reach.name)


# -- next steps --------------------------------------------------------------------------------


def test_a_step_is_asked_about_until_it_is_over(
    closing: ClosingService, evening: bytes, group: dict[str, bytes], service: MeetingsService
) -> None:
    before = service.past_meetings(1)[0].uid
    ana = closing.add_step(before, group["Ana"], "  Ring the\nhousing clinic ")
    bo = closing.add_step(before, group["Bo"], "Walk")
    assert words_of(closing.steps(evening)) == [
        ("Ana", "Ring the housing clinic", ""),
        ("Bo", "Walk", ""),
    ]
    closing.tell(ana, evening, "done")
    closing.tell(bo, evening, "hard this time")
    assert [s.status for s in closing.steps(evening)] == ["done", "hard this time"]
    coming = next(m.uid for m in service.next_meetings() if m.starts_at > closing_now(closing))
    assert words_of(closing.steps(coming)) == [("Bo", "Walk", "")]
    assert words_of(closing.to_ask(coming)) == [("Bo", "Walk", "")]
    assert words_of(closing.to_ask(None)) == [("Bo", "Walk", "")]
    closing.tell(ana, evening, "going")  # not over after all
    assert len(closing.to_ask(coming)) == 2


def closing_now(closing: ClosingService) -> int:
    return closing.cabinet.clock.now_ms()


def test_what_was_told_can_be_taken_back(
    closing: ClosingService, cabinet: Place, evening: bytes, group: dict[str, bytes]
) -> None:
    step = closing.add_step(evening, group["Ana"], "Walk")
    closing.tell(step, evening, "set aside")
    assert NextStep.get().ended_at is not None
    closing.untell(step, evening)
    assert NextStep.get().ended_at is None
    assert StepNews.select().count() == 0
    cabinet.undo()
    assert StepNews.get().status == "set aside"


def test_a_step_chosen_tonight_is_for_next_time(
    closing: ClosingService, evening: bytes, group: dict[str, bytes]
) -> None:
    step = closing.add_step(evening, group["Tom"], "Three lines")
    (one,) = closing.steps(evening)
    assert (one.uid, one.fresh) == (step, True)
    assert closing.to_ask(evening) == ()
    closing.remove_step(step)
    assert closing.steps(evening) == ()


def test_steps_that_cannot_be(
    closing: ClosingService, evening: bytes, group: dict[str, bytes]
) -> None:
    assert closing.add_step(evening, group["Ana"], " \n") == b""
    with pytest.raises(KeyError):
        closing.add_step(evening, b"x" * 16, "Walk")
    step = closing.add_step(evening, group["Ana"], "Walk")
    with pytest.raises(ValueError, match="soon"):
        closing.tell(step, evening, "soon")
    closing.tell(b"x" * 16, evening, "done")
    assert StepNews.select().count() == 0
    nameless(closing)
    assert closing.steps(evening) == ()
    assert closing.who_can(evening) == ()


def test_who_was_here_comes_first_in_the_choice(
    closing: ClosingService, evening: bytes, group: dict[str, bytes]
) -> None:
    closing.meetings.mark(evening, group["Tom"], "phone")
    assert [name for _, name in closing.who_can(evening)] == ["Tom", "Ana", "Bo", "Dev"]


# -- whom to reach -----------------------------------------------------------------------------


def test_a_newcomer_and_somebody_away_three_times_are_proposed(
    closing: ClosingService, cabinet: Place, evening: bytes, group: dict[str, bytes]
) -> None:
    service = closing.meetings
    answer(cabinet, group["Tom"], "text", "yes")
    with cabinet.operation(LABEL):
        Person.update(safe_contact=" letter only ").where(Person.uid == group["Bo"]).execute()
    past = service.past_meetings(4)
    service.mark(past[3].uid, group["Bo"], "here")
    service.close(past[3].uid)
    for meeting in past[:2]:
        service.mark(meeting.uid, group["Bo"], "away")
        service.close(meeting.uid)
    assert closing.reach(evening) == (), "nobody was here yet, and two times are not three"
    service.mark(evening, group["Bo"], "apologies")
    service.mark(evening, group["Tom"], "here")
    tom, bo = closing.reach(evening)
    assert (said(tom), render(tom.how)) == ("Tom, after the first time", "text agreed")
    assert (said(bo), render(bo.how)) == ("Bo, away 3 times", "letter only")
    assert not tom.kept
    assert tom.who == ME.hex()
    assert FollowUp.select().count() == 0
    closing.finish(evening)
    assert [(r.reason, r.kept, said(r)) for r in closing.waiting()] == [
        ("new", True, "Tom, after the first time"),
        ("away", True, "Bo, away 3 times"),
    ]
    view = service.meeting(evening)
    assert view is not None
    assert view.closed
    assert closing.reach(evening) == closing.waiting(), "and nobody twice"


def test_once_written_down_nobody_is_proposed_again(
    closing: ClosingService, clock: FixedClock, evening: bytes, group: dict[str, bytes]
) -> None:
    service = closing.meetings
    for meeting in service.past_meetings(2):
        service.mark(meeting.uid, group["Bo"], "away")
        service.close(meeting.uid)
    service.mark(evening, group["Bo"], "away")
    (bo,) = closing.reach(evening)
    closing.set_who(bo, evening, OTHER.hex())
    (kept,) = closing.reach(evening)
    assert (kept.kept, kept.who) == (True, OTHER.hex())
    closing.set_who(bo, evening, ME.hex())  # a press on a row that was drawn before
    assert FollowUp.get().who == ME.hex()
    closing.set_done(kept, evening, done=True)
    assert [r.done for r in closing.reach(evening)] == [True]
    assert closing.waiting() == ()
    closing.finish(evening)
    clock.advance(days=WEEK)
    coming = service.next_meetings()[0].uid
    service.mark(coming, group["Bo"], "away")
    assert closing.reach(coming) == (), "reached once in this absence"
    service.mark(coming, group["Bo"], "here")
    closing.set_done(kept, evening, done=False)
    assert [r.done for r in closing.waiting()] == [False]


@pytest.mark.parametrize(
    ("agreed", "how"),
    [
        ({}, "no way agreed yet: ask at the next meeting"),
        ({"text": "yes", "call": "no"}, "text agreed"),
        ({"call": "yes"}, "phone call agreed"),
        ({"text": "yes", "call": "yes"}, "text or phone call agreed"),
    ],
)
def test_how_somebody_may_be_reached(
    closing: ClosingService,
    cabinet: Place,
    evening: bytes,
    group: dict[str, bytes],
    agreed: dict[str, str],
    how: str,
) -> None:
    for purpose, what in agreed.items():
        answer(cabinet, group["Tom"], purpose, what)
    closing.meetings.mark(evening, group["Tom"], "here")
    (tom,) = closing.reach(evening)
    assert render(tom.how) == how


def test_who_asked_to_be_left_in_peace_is(
    closing: ClosingService, cabinet: Place, evening: bytes, group: dict[str, bytes]
) -> None:
    closing.meetings.mark(evening, group["Tom"], "here")
    (tom,) = closing.reach(evening)
    closing.set_who(tom, evening, ME.hex())
    asked = closing.ask_for(evening, group["Ana"])
    answer(cabinet, group["Tom"], "text", "no")
    assert [r.uid for r in closing.reach(evening)] == [asked]
    with cabinet.operation(LABEL):
        FollowUp.delete().execute()
        Person.update(archived_at=5).where(Person.uid == group["Ana"]).execute()
    closing.ask_for(evening, group["Ana"])
    assert closing.reach(evening) == ()


def test_somebody_asks_for_it(
    closing: ClosingService, evening: bytes, group: dict[str, bytes]
) -> None:
    uid = closing.ask_for(evening, group["Ana"])
    assert closing.ask_for(evening, group["Ana"]) == uid, "waiting once is enough"
    (ana,) = closing.reach(evening)
    assert (said(ana), ana.who) == ("Ana asked for it", ME.hex())
    with pytest.raises(KeyError):
        closing.ask_for(evening, b"x" * 16)


def test_somebody_without_a_name_who_needed_help(
    closing: ClosingService, cabinet: Place, evening: bytes, group: dict[str, bytes]
) -> None:
    with cabinet.operation(LABEL):
        FollowUp.create(uid=new_uid(), reason="help")
        FollowUp.create(uid=new_uid(), reason="new", words="Kim")
        FollowUp.create(uid=new_uid(), reason="help", person=Person.get(name="Bo"))
        FollowUp.create(uid=new_uid(), reason="later version", person=Person.get(name="Ana"))
    assert [said(r) for r in closing.reach(evening)] == [
        "Somebody who needed help: ask how they are",
        "Kim, after the first time",
        "Bo, who needed help",
        "Ana asked for it",
    ]
    closing.set_done(closing.reach(evening)[0], evening, done=True)
    del group
    nameless(closing)
    assert closing.reach(evening) == ()
    assert closing.waiting() == ()
    with cabinet.operation(LABEL):
        FollowUp.create(uid=new_uid(), reason="help")
    assert [r.reason for r in closing.reach(evening)] == ["help"]
    assert [r.reason for r in closing.waiting()] == ["help"]


def test_who_can_reach_somebody(
    closing: ClosingService, cabinet: Place, group: dict[str, bytes]
) -> None:
    lead = person(cabinet, "Ines", role="facilitator")
    assert closing.helpers() == (
        (ME.hex(), "Maria"),
        (OTHER.hex(), "Dev"),  # who also stands in the list of people
        (lead.hex(), "Ines"),
    )
    del group
    nameless(closing)
    assert len(closing.helpers()) == 2


def test_no_evening_proposes_nobody(closing: ClosingService) -> None:
    assert closing.reach(b"x" * 16) == ()


# -- records -----------------------------------------------------------------------------------


def test_only_its_author_changes_a_record(closing: ClosingService, evening: bytes) -> None:
    with closing.cabinet.operation(LABEL):
        uid = new_uid()
        Incident.create(uid=uid, meeting=closing.meetings.keep(evening), happened_at=5)
    other = ClosingService(closing.cabinet, closing.meetings, OTHER)
    (record,) = closing.records(evening)
    assert (record.mine, record.unfinished, record.author) == (True, True, "")
    assert other.records(evening)[0].mine, "whoever writes first"
    closing.write_record(uid, "what", "Went out crying.")
    closing.write_record(uid, "debrief", "Ten minutes, tea.")
    (record,) = closing.records(evening)
    assert (record.what, record.debrief, record.author) == (
        "Went out crying.",
        "Ten minutes, tea.",
        "Maria",
    )
    assert not record.unfinished
    assert not other.records(evening)[0].mine
    with pytest.raises(NotYours):
        other.write_record(uid, "what", "Something else")
    with pytest.raises(NotYours):
        other.remove_record(uid)
    assert closing.records(evening)[0].what == "Went out crying."
    closing.remove_record(uid)
    assert closing.records(evening) == ()


def test_a_record_of_ones_own(closing: ClosingService, evening: bytes) -> None:
    uid = closing.add_record(evening)
    (record,) = closing.records(evening)
    meeting = closing.meetings.meeting(evening)
    assert meeting is not None
    assert (record.uid, record.author, record.happened_at) == (uid, "Maria", meeting.ends_at)
    assert [(m, r.uid) for m, r in closing.unfinished()] == [(evening, uid)]
    other = ClosingService(closing.cabinet, closing.meetings, OTHER)
    assert other.unfinished() == ()
    closing.write_record(uid, "what", "Somebody fell.")
    assert closing.unfinished() == ()


def test_records_that_are_not_there(closing: ClosingService, evening: bytes) -> None:
    with pytest.raises(ValueError, match="score"):
        closing.write_record(b"x" * 16, "score", "9")
    closing.write_record(b"x" * 16, "what", "Nothing")
    closing.remove_record(b"x" * 16)
    assert closing.records(evening) == ()
    unknown = ClosingService(closing.cabinet, closing.meetings)
    uid = unknown.add_record(evening)
    unknown.write_record(uid, "told", "Dev")
    assert unknown.records(evening)[0].author == ""


# -- words, restock, the end -------------------------------------------------------------------


def test_words_without_names(
    closing: ClosingService, evening: bytes, group: dict[str, bytes]
) -> None:
    del group
    assert closing.named("Ana slept, and Zoe too") == ["Ana"]
    assert closing.without("Ana slept", ["Ana"], "someone") == "someone slept"
    bare = ClosingService(closing.cabinet, closing.meetings)
    assert bare.named("Ana slept") == []
    assert bare.without("Ana slept", ["Ana"], "someone") == "Ana slept"
    assert closing.words_of(evening, "came_up") == ""
    closing.set_words(evening, "came_up", "Sleep")
    closing.set_words(evening, "good_things", "Somebody slept")
    assert closing.words_of(evening, "came_up") == "Sleep"
    assert closing.words_of(evening, "good_things") == "Somebody slept"
    with pytest.raises(ValueError, match="status"):
        closing.set_words(evening, "status", "closed")


def test_what_to_restock_is_brought_once(
    closing: ClosingService, clock: FixedClock, evening: bytes
) -> None:
    assert closing.restock("  ") == b""
    uid = closing.restock(" Tea  and tissues")
    assert closing.to_restock() == ((uid, "Tea and tissues"),)
    closing.finish(evening)
    clock.advance(days=WEEK - 1)
    coming = closing.meetings.next_meetings()[0].uid

    def bring() -> list[Check]:
        return [c for c in closing.meetings.checks(coming) if c.tag == "restock"]

    (check,) = bring()
    assert (check.words, check.tag, check.done) == ("Tea and tissues", "restock", False)
    closing.meetings.tick(check, done=True)
    assert [c.done for c in bring()] == [True]
    assert closing.to_restock() == ()
    clock.advance(days=1)
    closing.meetings.close(coming)
    assert bring() == []
    assert Preparation.select().count() == 1


def test_what_is_left_for_today(
    closing: ClosingService, clock: FixedClock, evening: bytes, group: dict[str, bytes]
) -> None:
    assert not closing.left_over()
    assert closing.open_evening() is None, "nothing is known of it"
    closing.meetings.mark(evening, group["Ana"], "here")
    left = closing.left_over()
    assert left
    assert left.open_evening is not None
    assert left.open_evening.uid == evening
    closing.add_record(evening)
    closing.finish(evening)
    left = closing.left_over()
    assert left.open_evening is None
    assert [uid for uid, _ in left.records] == [evening]
    clock.advance(days=30)
    assert closing.open_evening() is None
    now = closing_now(closing)
    for meeting in closing.meetings.between(now - RECENT, now):
        closing.meetings.cancel(meeting.uid)
    assert closing.open_evening() is None


@pytest.mark.parametrize("early", [{"minutes": 190}, {"hours": -2}])
def test_an_evening_that_ended_early_can_be_closed_at_once(
    closing: ClosingService,
    clock: FixedClock,
    tonight: bytes,
    group: dict[str, bytes],
    early: dict[str, int],
) -> None:
    clock.advance(**early)
    closing.meetings.mark(tonight, group["Ana"], "here")
    assert closing.open_evening() is None, "it may be running"
    with closing.cabinet.operation(LABEL):
        Meeting.update(ended_at=clock.now_ms()).execute()
    meeting = closing.open_evening()
    assert meeting is not None
    assert meeting.uid == tonight
    closing.finish(tonight)
    assert closing.open_evening() is None


def test_what_waits_is_not_said_twice_before_the_meeting(
    closing: ClosingService, evening: bytes, group: dict[str, bytes]
) -> None:
    service = closing.meetings
    for meeting in [*service.past_meetings(2), service.meeting(evening)]:
        assert meeting is not None
        service.mark(meeting.uid, group["Bo"], "away")
        service.close(meeting.uid)
    tags: Callable[[], list[str]] = lambda: [c.tag for c in service.checks(None)]  # noqa: E731
    assert tags() == ["reach"]
    closing.finish(evening)
    assert tags() == []
    assert isinstance(closing.waiting()[0].words, Text)
    nameless(closing)
    assert tags() == []
    assert service.checks(evening) == []
