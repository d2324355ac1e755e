"""The verbs of a running meeting, on a real sheet."""

from __future__ import annotations

from pathlib import Path

import pytest

from peerdesk.core.clock import FixedClock
from peerdesk.core.errors import KnownError
from peerdesk.features.tonight.service import TonightService, new_sheet
from peerdesk.features.tonight.state import State, replay
from peerdesk.store import tonight as store
from peerdesk.store.connection import Damaged
from peerdesk.store.evening import MOST_WORDS, Guest, Happening, Plan, Rules, Unreadable
from peerdesk.store.place import Place
from peerdesk.store.tonight import Event, Sheet
from tests.features.tonight.conftest import ITEMS, KEY, PEOPLE, SHEET, plan_of

MINUTE = 60_000


def names(state: State) -> list[str]:
    return [w.name for w in state.here]


def to_the_check_in(tonight: TonightService, clock: FixedClock) -> State:
    """Ana, Bo and Priya are here in time; the check-in round begins at 18:45."""
    tonight.here("a1")
    tonight.here("b2")
    tonight.here("p6", way="phone")
    tonight.start()
    clock.advance(minutes=5)
    tonight.next()
    clock.advance(minutes=10)
    return tonight.next()


# -- the sheet -----------------------------------------------------------------------------------


def test_a_new_sheet_holds_the_plan_and_nothing_happened(
    tonight: TonightService, plan: Plan
) -> None:
    assert tonight.plan == plan
    assert tonight.sheet_uid == SHEET
    state = tonight.state()
    assert not state.started
    assert not state.ended
    assert state.current is None
    assert [g.name for g in state.expected] == ["Ana", "Bo", "Dev", "Élodie Roux", "Priya", "Tom"]
    assert [g.name for g in state.apologies] == ["Wil"]
    assert state.undo_kind == ""
    assert tonight.undo() == state


def test_a_meeting_goes_on_where_it_was_when_its_sheet_is_opened_again(
    tmp_path: Path, sheet: Place, tonight: TonightService, clock: FixedClock
) -> None:
    to_the_check_in(tonight, clock)
    tonight.next()
    clock.advance(seconds=40)
    before = tonight.state()
    sheet.close()
    place = store.open_tonight(tmp_path / "t.safe", KEY, clock)
    try:
        again = TonightService(place, clock)
        assert again.state() == before
        assert again.undo().undo_kind == "next"
    finally:
        place.close()


def test_what_the_service_says_is_the_replay_of_what_is_written(
    tonight: TonightService, clock: FixedClock, plan: Plan
) -> None:
    import json

    to_the_check_in(tonight, clock)
    tonight.set_words("Phones")
    clock.advance(seconds=10)
    tonight.set_words("Phones in the bedroom")
    tonight.later()
    tonight.undo()
    clock.advance(seconds=10)
    written = [
        Happening(bytes(e.uid or b"").hex(), e.at, e.kind, json.loads(e.body))
        for e in Event.select().order_by(Event.id)
    ]
    assert replay(plan, written, clock.now_ms()) == tonight.state()
    assert [h.kind for h in written].count("words") == 1


@pytest.mark.parametrize(
    "harm",
    [
        lambda: Sheet.update(plan="[]").execute(),
        lambda: Sheet.delete().execute(),
        lambda: Event.create(uid=b"x" * 16, at=1, kind="dance", body="{}"),
        lambda: Event.create(uid=b"x" * 16, at=1, kind="next", body="{"),
    ],
)
def test_a_sheet_that_cannot_be_read_says_so(sheet: Place, clock: FixedClock, harm) -> None:  # type: ignore[no-untyped-def]
    harm()
    with pytest.raises(Damaged):
        TonightService(sheet, clock)


def test_a_sheet_that_cannot_be_made_is_closed(
    tmp_path: Path, clock: FixedClock, plan: Plan, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(**_: object) -> None:
        raise OSError

    monkeypatch.setattr(Sheet, "create", full)
    with pytest.raises(OSError):
        new_sheet(tmp_path / "n.safe", KEY, plan, clock, sheet_uid=SHEET)
    assert store.database.is_closed()


def test_a_verb_of_another_shape_is_our_bug(tonight: TonightService) -> None:
    with pytest.raises(Unreadable):
        tonight.here(7)  # type: ignore[arg-type]


def test_when_the_disk_is_full_nothing_happened(
    tonight: TonightService, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(**_: object) -> None:
        raise OSError

    before = tonight.state()
    monkeypatch.setattr(Event, "create", full)
    with pytest.raises(OSError):
        tonight.start()
    assert tonight.state() == before


# -- the agenda ----------------------------------------------------------------------------------


def test_the_agenda_goes_item_by_item(tonight: TonightService, clock: FixedClock) -> None:
    state = tonight.start()
    assert state.started_at == clock.now_ms()
    assert state.current is not None
    assert (state.current.title, state.number, state.remaining_ms) == ("Arrive", 1, 5 * MINUTE)
    clock.advance(minutes=7)
    state = tonight.state()
    assert state.remaining_ms == state.item_remaining_ms == -2 * MINUTE
    assert state.finish_at == state.planned_finish_at + 2 * MINUTE
    state = tonight.next()
    assert state.items[0].done
    assert state.items[0].seconds == 7 * 60
    assert state.items[1].current
    for _ in range(5):
        state = tonight.next()
    assert state.current is None
    assert state.number == 0
    assert not state.ended
    assert all(i.done for i in state.items)
    assert tonight.next() == state
    assert tonight.more() == state
    ended = tonight.end()
    assert (ended.ended, ended.ended_at, ended.finish_at) == (True, clock.now_ms(), clock.now_ms())
    assert tonight.end() == tonight.next() == tonight.break_() == ended


def test_before_the_start_nothing_of_the_agenda_moves(tonight: TonightService) -> None:
    before = tonight.state()
    for verb in (
        tonight.next, tonight.skip, tonight.pass_, tonight.later, tonight.more, tonight.resume,
        tonight.break_, tonight.end,
    ):  # fmt: skip
        assert verb() == before
    assert tonight.go_to("main") == before


def test_a_meeting_starts_once(tonight: TonightService, clock: FixedClock) -> None:
    tonight.start()
    clock.advance(minutes=1)
    assert tonight.start().started_at == clock.now_ms() - MINUTE


def test_going_forward_leaves_the_current_item_done_and_back_leaves_it_open(
    tonight: TonightService,
) -> None:
    tonight.start()
    state = tonight.go_to("main")
    assert [i.done for i in state.items] == [True, False, False, False, False, False]
    state = tonight.go_to("agree")
    assert state.number == 2
    assert [i.done for i in state.items] == [True, False, False, False, False, False]
    assert tonight.next().number == 3
    assert tonight.next().number == 4
    assert tonight.go_to("nowhere").number == 4
    assert tonight.go_to("main").number == 4
    for _ in range(3):
        state = tonight.next()
    assert state.current is None
    state = tonight.go_to("near")
    assert state.current is not None
    assert not state.items[4].done
    assert tonight.next().current is None  # the closing is done already


def test_a_skipped_item_is_left_out_and_can_be_gone_back_to(tonight: TonightService) -> None:
    tonight.start()
    before = tonight.state().finish_at
    state = tonight.skip()
    assert state.items[0].skipped
    assert not state.items[0].done
    assert state.finish_at == before - 5 * MINUTE
    assert not tonight.go_to("arrive").items[0].skipped


def test_one_minute_more_moves_the_finish(tonight: TonightService) -> None:
    tonight.start()
    before = tonight.state()
    state = tonight.more()
    assert state.item_ms == before.item_ms + MINUTE
    assert state.remaining_ms == before.remaining_ms + MINUTE
    assert state.finish_at == before.finish_at + MINUTE
    assert tonight.more(0) == tonight.more(3601) == state


# -- rounds --------------------------------------------------------------------------------------


def test_a_round_divides_its_time_by_those_who_are_here(
    tonight: TonightService, clock: FixedClock
) -> None:
    state = to_the_check_in(tonight, clock)
    assert state.in_round
    assert state.speaker is not None
    assert state.speaker.name == "Ana"
    assert [w.name for w in state.then] == ["Bo", "Priya"]
    assert (state.speaker_number, state.speakers) == (1, 3)
    assert state.share_ms == state.remaining_ms == 8 * MINUTE
    assert state.each_seconds == 8 * 60
    clock.advance(minutes=2)
    state = tonight.next()
    assert state.speaker is not None
    assert state.speaker.name == "Bo"
    assert state.share_ms == 11 * MINUTE
    assert state.speaker_number == 2
    assert [w.name for w in state.then] == ["Priya"]
    tonight.next()
    state = tonight.state()
    assert state.each_seconds == state.share_ms // 1000 == 22 * 60
    state = tonight.next()
    assert not state.in_round
    assert state.current is not None
    assert state.current.title == "Sleep and worry"


def test_pass_gives_the_time_to_the_others_and_later_moves_to_the_end(
    tonight: TonightService, clock: FixedClock
) -> None:
    to_the_check_in(tonight, clock)
    state = tonight.pass_()
    assert state.speaker is not None
    assert (state.speaker.name, state.share_ms, state.speaker_number) == ("Bo", 12 * MINUTE, 2)
    state = tonight.later()
    assert state.speaker is not None
    assert state.speaker.name == "Priya"
    assert [w.name for w in state.then] == ["Bo"]
    tonight.next()
    before = tonight.state()
    assert tonight.later() == before  # nobody is left to speak first


def test_whoever_comes_late_speaks_last_and_nobody_is_cut_short(
    tonight: TonightService, clock: FixedClock
) -> None:
    to_the_check_in(tonight, clock)
    clock.advance(minutes=6, seconds=30)
    state = tonight.here("d4")
    assert [p.late for p in state.here] == [False, False, False, True]
    # 24 minutes for four are six; Ana spoke longer and keeps half a minute
    assert state.remaining_ms == 30_000
    assert state.each_seconds == 17 * 60 // 3
    state = tonight.here("t7", listening=True)
    assert state.speakers == 4
    assert state.here[-1].listening
    state = tonight.here("t7")
    assert state.speakers == 5
    assert tonight.here("t7") == state
    state = tonight.here("t7", listening=True)
    assert state.speakers == 4


def test_more_time_in_a_round_is_the_speakers_own(
    tonight: TonightService, clock: FixedClock
) -> None:
    to_the_check_in(tonight, clock)
    state = tonight.more()
    assert state.share_ms == 9 * MINUTE
    assert state.item_ms == 25 * MINUTE
    assert state.each_seconds == 8 * 60
    assert tonight.here("d4").share_ms == 7 * MINUTE  # a fair part of 24, and the minute
    tonight.next()
    assert tonight.state().share_ms == 25 * MINUTE // 3


def test_a_round_never_goes_below_the_floor_and_says_that_it_ends_later(
    tonight: TonightService, clock: FixedClock
) -> None:
    to_the_check_in(tonight, clock)
    clock.advance(minutes=23, seconds=30)
    before = tonight.state()
    assert before.finish_at == before.planned_finish_at + 30_000
    state = tonight.next()
    assert state.share_ms == 30_000
    assert state.remaining_ms == 30_000


def test_whoever_leaves_in_a_round_does_not_speak(
    tonight: TonightService, clock: FixedClock
) -> None:
    to_the_check_in(tonight, clock)
    state = tonight.not_here("b2")
    assert state.share_ms == 12 * MINUTE
    state = tonight.not_here("a1")
    assert state.speaker is not None
    assert state.speaker.name == "Priya"
    assert state.share_ms == 24 * MINUTE
    state = tonight.not_here("p6")
    assert not state.in_round
    assert state.remaining_ms == 24 * MINUTE
    assert state.current is not None
    state = tonight.here("b2")
    assert state.in_round
    assert state.share_ms == 24 * MINUTE


def test_going_back_to_a_round_calls_those_who_had_no_turn(
    tonight: TonightService, clock: FixedClock
) -> None:
    to_the_check_in(tonight, clock)
    for _ in range(3):
        tonight.next()
    tonight.here("d4")
    state = tonight.go_to("check-in")
    assert state.speaker is not None
    assert (state.speaker.name, state.speaker_number, state.speakers) == ("Dev", 4, 4)
    tonight.next()
    state = tonight.go_to("check-in")
    assert state.speaker is not None
    assert (state.speaker.name, state.speakers) == ("Ana", 4)  # all had theirs: once more


def test_whoever_had_their_turn_and_comes_back_has_no_second_one(
    tonight: TonightService, clock: FixedClock
) -> None:
    to_the_check_in(tonight, clock)
    tonight.next()
    tonight.not_here("a1")
    state = tonight.here("a1")
    assert names(state) == ["Bo", "Priya", "Ana"]
    assert not state.here[-1].late
    assert [w.name for w in state.then] == ["Priya"]


def test_people_without_a_name_speak_too(tmp_path: Path, clock: FixedClock) -> None:
    place = new_sheet(
        tmp_path / "s.safe", KEY, plan_of(people=(), stand_in=True), clock, sheet_uid=SHEET
    )
    try:
        tonight = TonightService(place, clock)
        tonight.plus()
        tonight.plus(new=True)
        tonight.start()
        state = tonight.go_to("close")
        assert state.in_round
        assert state.speaker is not None
        assert not state.speaker.named
        assert (state.head_count, state.share_ms) == (2, 15 * MINUTE // 2)
        assert state.expected == ()
        assert tonight.here("a1") == state
        assert tonight.find_people("ana") == []
        assert tonight.result().stand_in
        assert tonight.result().head_count == 2
    finally:
        place.close()


# -- people --------------------------------------------------------------------------------------


def test_late_is_whoever_comes_once_the_agreement_began(
    tonight: TonightService, clock: FixedClock
) -> None:
    tonight.here("a1")
    tonight.start()
    tonight.here("b2")
    tonight.next()
    state = tonight.here("d4")
    assert [(w.name, w.late, w.heard) for w in state.here] == [
        ("Ana", False, True),
        ("Bo", False, True),
        ("Dev", True, True),
    ]


def test_the_agreement_is_not_heard_by_whoever_comes_after_it(tonight: TonightService) -> None:
    tonight.start()
    assert not tonight.here("t7").here[0].heard  # new: before this evening they never did
    tonight.next()
    tonight.here("b2", heard=False)
    state = tonight.next()
    assert [w.heard for w in state.here] == [True, False]
    state = tonight.here("d4")
    assert not state.here[-1].heard
    state = tonight.heard("d4")
    assert state.here[-1].heard
    assert tonight.heard("d4") == tonight.heard("nobody") == state
    state = tonight.plus()
    assert not state.here[-1].heard
    assert tonight.heard(state.here[-1].uid).here[-1].heard


def test_an_agreement_left_out_is_no_mark_on_anybody(tonight: TonightService) -> None:
    tonight.start()
    tonight.next()
    tonight.skip()
    assert tonight.here("a1").here[0].heard


def test_apologies_away_and_here_exclude_each_other(tonight: TonightService) -> None:
    state = tonight.here("w8")
    assert state.apologies == ()
    state = tonight.apologies("w8")
    assert [g.uid for g in state.apologies] == ["w8"]
    assert state.here == ()
    assert tonight.apologies("w8") == state
    state = tonight.not_here("w8")
    assert state.apologies == ()
    assert "w8" in [g.uid for g in state.expected]
    state = tonight.not_here("w8")
    assert [g.uid for g in state.away] == ["w8"]
    assert tonight.not_here("w8") == state
    assert tonight.here("w8").away == ()
    assert tonight.not_here("w8").away == ()  # the mark was a slip: nothing is known again
    state = tonight.apologies("a1")
    assert [g.uid for g in state.apologies] == ["a1"]
    assert tonight.here("nobody") == tonight.here("a1", way="by boat") == state


def test_people_beyond_the_plan_are_counted_with_or_without_a_name(
    tonight: TonightService,
) -> None:
    state = tonight.plus("  Kim   Lee ", new=True, way="online")
    assert [(w.name, w.new, w.way, w.named) for w in state.here] == [
        ("Kim Lee", True, "online", True)
    ]
    state = tonight.plus()
    assert (state.head_count, state.remote) == (2, 1)
    assert not state.here[-1].named
    state = tonight.minus(state.here[-1].uid)
    assert state.head_count == 1
    tonight.here("a1")
    state = tonight.state()
    assert tonight.minus("a1") == tonight.minus("x") == tonight.plus(way="boat") == state
    assert len(tonight.plus("x" * 200).here[-1].name) == 80


def test_people_are_found_by_the_beginnings_of_their_words(tonight: TonightService) -> None:
    def found(typed: str) -> list[str]:
        return [g.name for g in tonight.find_people(typed)]

    assert found("ELO") == found("roux") == found("r el") == found("heron") == ["Élodie Roux"]
    assert found("") == found(" . ") == found("zz") == []
    tonight.here("d4")
    assert found("d") == ["Dev"]
    tonight.here("b2")
    assert found("b") == ["Élodie Roux", "Bo"]  # the code begins so too, and Bo is here already


def test_at_the_door_only_the_whole_name_or_code_is_known(tonight: TonightService) -> None:
    def who(typed: str) -> str:
        guest = tonight.at_the_door(typed)
        return guest.uid if guest else ""

    assert who("ana") == "a1"
    assert who(" elodie  ROUX ") == who("Blue-Heron") == "e5"
    assert who("elodie") == who("an") == who("") == who("?") == ""


def test_two_of_one_name_are_nobody_at_the_door(tmp_path: Path, clock: FixedClock) -> None:
    people = (Guest("1", "Jo"), Guest("2", "jo"), Guest("3", "Lee", code="Ana"), Guest("4", "Ana"))
    place = new_sheet(tmp_path / "s.safe", KEY, plan_of(people=people), clock, sheet_uid=SHEET)
    try:
        tonight = TonightService(place, clock)
        assert tonight.at_the_door("Jo") is None
        assert tonight.at_the_door("Ana") is None
        assert tonight.at_the_door("Lee") == people[2]
    finally:
        place.close()


def test_a_name_in_what_came_up_is_pointed_out(tonight: TonightService) -> None:
    tonight.plus("Kim")
    tonight.plus()
    words = "Ana sleeps badly, so does elodie. Kim left. The banana, blue."
    assert tonight.names_in(words) == ["Ana", "Élodie Roux", "blue heron", "Kim"]
    assert tonight.names_in("Phones in the bedroom. Waking at four. The housing letter.") == []


def test_a_group_without_names_has_none(tmp_path: Path, clock: FixedClock) -> None:
    plan = plan_of(people=PEOPLE, rules=Rules(no_names=True))
    place = new_sheet(tmp_path / "s.safe", KEY, plan, clock, sheet_uid=SHEET)
    try:
        tonight = TonightService(place, clock)
        assert tonight.here("a1").here == ()
        state = tonight.plus("Kim", new=True)
        assert [(w.name, w.new, w.named) for w in state.here] == [("", True, False)]
        assert (state.expected, state.apologies, state.away) == ((), (), ())
        assert tonight.find_people("a") == []
        assert tonight.at_the_door("Ana") is None
        assert tonight.names_in("Ana and Kim") == []
        result = tonight.result()
        assert result.people == ()
        assert [e.name for e in result.extras] == [""]
    finally:
        place.close()


def test_somebody_known_by_a_code_alone_is_called_by_it(tmp_path: Path, clock: FixedClock) -> None:
    plan = plan_of(people=(Guest("1", "", code="heron 7"),))
    place = new_sheet(tmp_path / "s.safe", KEY, plan, clock, sheet_uid=SHEET)
    try:
        assert names(TonightService(place, clock).here("1")) == ["heron 7"]
    finally:
        place.close()


# -- help, topics, words -------------------------------------------------------------------------


def test_in_a_break_time_stands_still_and_nobody_is_called(
    tonight: TonightService, clock: FixedClock
) -> None:
    to_the_check_in(tonight, clock)
    clock.advance(seconds=20)
    state = tonight.break_()
    assert (state.paused, state.paused_at) == ("break", clock.now_ms())
    clock.advance(minutes=6)
    assert tonight.next() == tonight.pass_() == tonight.skip() == tonight.break_()
    assert tonight.state().remaining_ms == state.remaining_ms
    assert tonight.here("d4").speakers == 4
    state = tonight.resume()
    assert (state.paused, state.paused_at) == ("", 0)
    assert state.item_remaining_ms == 24 * MINUTE - 20_000


def test_help_keeps_when_how_long_and_which_steps(
    tonight: TonightService, clock: FixedClock
) -> None:
    to_the_check_in(tonight, clock)
    tonight.step(0, True)
    at = clock.now_ms()
    tonight.break_()
    state = tonight.break_(help=True)
    assert state.paused == "help"
    assert tonight.break_(help=True) == tonight.break_() == state
    tonight.step(0, True)
    tonight.step(2, True)
    tonight.step(1, True)
    state = tonight.step(1, False)
    assert state.steps_done == {0, 2}
    assert tonight.step(3, True) == tonight.step(-1, True) == tonight.step(0, True) == state
    clock.advance(minutes=8)
    tonight.resume()
    assert tonight.step(1, True).steps_done == {0, 1, 2}  # written down afterwards
    clock.advance(minutes=1)
    later = clock.now_ms()
    assert tonight.break_(help=True).steps_done == frozenset()
    clock.advance(minutes=2)
    tonight.end()
    first, second = tonight.result().helped
    assert (first.at, first.seconds, first.steps) == (at, 480, (0, 1, 2))
    assert (second.at, second.seconds, second.steps) == (later, 120, ())


def test_help_before_the_start_ends_with_it(tonight: TonightService, clock: FixedClock) -> None:
    assert tonight.break_(help=True).paused == "help"
    clock.advance(minutes=3)
    assert tonight.start().paused == ""
    clock.advance(minutes=3)
    assert tonight.result().helped[0].seconds == 180


def test_help_that_nobody_ended_lasts_until_the_end(
    tonight: TonightService, clock: FixedClock
) -> None:
    tonight.start()
    tonight.end()
    tonight.break_(help=True)
    clock.advance(minutes=1)
    assert tonight.result().helped[0].seconds == 0


def test_topics_are_voted_and_drawn_into_the_item_that_talks(tonight: TonightService) -> None:
    state = tonight.vote(1, 5)
    assert state.votes == (0, 5, 0)
    assert tonight.vote(1, 5) == tonight.vote(3, 1) == tonight.vote(0, -1) == state
    state = tonight.draw_topic(1)
    assert state.topic_used == (1,)
    assert state.items[3].topics == ("The housing letter",)
    assert tonight.draw_topic(1) == tonight.draw_topic(3) == state
    tonight.start()
    assert tonight.draw_topic(0).items[3].topics == ("The housing letter", "Sleep")
    tonight.undo()
    tonight.go_to("main")
    state = tonight.draw_topic(2)
    assert state.items[3].topics == ("The housing letter", "Anger")
    assert state.topic_used == (1, 2)
    assert tonight.result().topics_used == ("The housing letter", "Anger")


def test_a_topic_without_an_item_that_talks_belongs_to_the_current(
    tonight: TonightService,
) -> None:
    tonight.start()
    tonight.go_to("close")
    assert tonight.draw_topic(0).items[5].topics == ("Sleep",)


def test_what_came_up_is_kept_whole_and_not_undone(tonight: TonightService) -> None:
    tonight.start()
    state = tonight.set_words("Phones")
    assert state.words == "Phones"
    assert state.undo_kind == "start"
    assert tonight.set_words("Phones") == state
    with pytest.raises(KnownError, match="shorter"):
        tonight.set_words("x" * (MOST_WORDS + 1))
    assert tonight.state().words == "Phones"
    assert tonight.undo().words == "Phones"


# -- undo ----------------------------------------------------------------------------------------


def test_undo_takes_back_the_last_thing_as_if_it_never_was(
    tonight: TonightService, clock: FixedClock
) -> None:
    to_the_check_in(tonight, clock)
    clock.advance(seconds=50)
    tonight.next()
    clock.advance(seconds=10)
    state = tonight.undo()
    assert state.speaker is not None
    assert state.speaker.name == "Ana"
    assert state.remaining_ms == 7 * MINUTE
    assert state.undo_kind == "next"
    kinds = []
    while state.undo_kind:
        kinds.append(state.undo_kind)
        state = tonight.undo()
    assert kinds == ["next", "next", "start", "here", "here", "here"]
    assert not state.started
    assert state.here == ()


def test_an_end_can_be_taken_back(tonight: TonightService, clock: FixedClock) -> None:
    tonight.start()
    clock.advance(minutes=1)
    before = tonight.state()
    assert tonight.end().undo_kind == "end"
    assert tonight.undo() == before


# -- the evening code ----------------------------------------------------------------------------


def test_the_code_opens_and_five_wrong_tries_in_a_row_end_it(
    tonight: TonightService, sheet: Place, clock: FixedClock
) -> None:
    assert tonight.has_code
    for _ in range(4):
        assert not tonight.try_code("1111")
    assert tonight.try_code("24 68")
    for _ in range(4):
        assert not tonight.try_code("1111")
        assert not tonight.try_code("no digits")
    again = TonightService(sheet, clock)  # the tries are kept in the sheet
    assert again.has_code
    assert not again.try_code("1111")
    assert not tonight.has_code
    assert not again.try_code("2468")
    row = Sheet.get()
    assert (row.code_salt, row.code_hash, row.tries_left) == (None, None, 0)


def test_a_code_can_be_set_changed_and_taken_away(tonight: TonightService) -> None:
    tonight.set_code("1357")
    assert tonight.try_code("1357")
    assert not tonight.try_code("2468")
    tonight.set_code("")
    assert not tonight.has_code
    with pytest.raises(KnownError, match="four digits"):
        tonight.set_code("12345")
    assert not tonight.has_code


def test_a_sheet_may_have_no_code_but_no_wrong_one(
    tmp_path: Path, clock: FixedClock, plan: Plan
) -> None:
    with pytest.raises(KnownError, match="four digits"):
        new_sheet(tmp_path / "s.safe", KEY, plan, clock, sheet_uid=SHEET, code="abc")
    assert not (tmp_path / "s.safe").exists()
    place = new_sheet(tmp_path / "s.safe", KEY, plan, clock, sheet_uid=SHEET)
    try:
        assert not TonightService(place, clock).has_code
    finally:
        place.close()


def test_the_code_does_not_stand_in_the_sheet(sheet: Place) -> None:
    row = Sheet.get()
    assert b"2468" not in bytes(row.code_hash or b"")
    assert not any("2468" in str(v) for v in sheet.rows("SELECT * FROM sheet")[0])


# -- power cuts and sleep ------------------------------------------------------------------------


def test_after_a_power_cut_the_time_counts_unless_it_is_said_not_to(
    tonight: TonightService, sheet: Place, clock: FixedClock
) -> None:
    tonight.start()
    clock.advance(minutes=1)
    tonight.beat()
    clock.advance(seconds=30)  # nobody knows of these, either
    clock.advance(minutes=12)
    again = TonightService(sheet, clock)
    assert again.left_over() == 12 * MINUTE + 30_000
    assert again.state().remaining_ms == 5 * MINUTE - 13 * MINUTE - 30_000
    clock.advance(seconds=20)  # until it was answered
    again.beat()
    assert TonightService(sheet, clock).left_over() == 12 * MINUTE + 50_000
    state = again.gap(again.left_over(), counted=False)
    assert state.remaining_ms == 5 * MINUTE - MINUTE - 20_000
    assert state.undo_kind == "gap"
    assert again.left_over() == 0
    again.beat()
    assert TonightService(sheet, clock).left_over() == 0


def test_a_gap_that_counts_changes_nothing(
    tonight: TonightService, sheet: Place, clock: FixedClock
) -> None:
    tonight.start()
    clock.advance(minutes=3)
    again = TonightService(sheet, clock)
    before = again.state()
    assert again.gap(again.left_over(), counted=True) == before
    assert again.left_over() == 0


def test_whoever_goes_on_without_an_answer_has_counted_it(
    tonight: TonightService, sheet: Place, clock: FixedClock
) -> None:
    tonight.start()
    clock.advance(minutes=3)
    again = TonightService(sheet, clock)
    again.next()
    assert again.left_over() == 0
    assert again.state().items[0].seconds == 180


def test_no_question_after_a_moment_in_a_break_or_before_the_start(
    tonight: TonightService, sheet: Place, clock: FixedClock
) -> None:
    clock.advance(minutes=20)
    assert TonightService(sheet, clock).left_over() == 0
    tonight.start()
    clock.advance(seconds=59)
    assert TonightService(sheet, clock).left_over() == 0
    tonight.break_()
    clock.advance(minutes=9)
    assert TonightService(sheet, clock).left_over() == 0


def test_a_computer_whose_clock_lost_the_date_does_not_stop_the_timer(
    tonight: TonightService, sheet: Place, clock: FixedClock
) -> None:
    tonight.start()
    clock.advance(minutes=2)
    tonight.beat()
    clock.advance(days=-400)
    again = TonightService(sheet, clock)
    assert again.state().remaining_ms == 3 * MINUTE
    assert again.state().undo_kind == "start"
    clock.advance(minutes=1)
    assert again.state().remaining_ms == 2 * MINUTE


# -- the result ----------------------------------------------------------------------------------


def test_the_result_tells_how_everyone_took_part(
    tonight: TonightService, clock: FixedClock
) -> None:
    to_the_check_in(tonight, clock)
    tonight.here("d4")
    tonight.plus("Kim", new=True)
    tonight.plus(way="phone")
    slip = tonight.plus().here[-1].uid
    tonight.minus(slip)
    tonight.not_here("t7")
    tonight.set_words("Phones in the bedroom")
    clock.advance(minutes=6)
    tonight.not_here("b2")  # was here, and left
    clock.advance(seconds=30)
    tonight.end()
    result = tonight.result()
    assert result.sheet == SHEET.hex()
    assert (result.meeting, result.group) == ("0a" * 16, "0b" * 16)
    assert (result.title, result.start, result.zone) == (
        "Sleep and worry", "2026-11-24T18:30", "Europe/London",
    )  # fmt: skip
    assert result.ended_at - result.started_at == 21 * MINUTE + 30_000
    assert {c.person: (c.status, c.late, c.heard) for c in result.people} == {
        "a1": ("here", False, True),
        "b2": ("here", False, True),
        "d4": ("here", True, False),
        "e5": ("unknown", False, True),
        "p6": ("phone", False, True),
        "t7": ("away", False, True),
        "w8": ("apologies", False, True),
    }
    assert [(e.name, e.new, e.way) for e in result.extras] == [
        ("Kim", True, "here"),
        ("", False, "phone"),
    ]
    assert result.head_count == 6
    assert [r.seconds for r in result.ran] == [300, 600, 390, 0, 0, 0]
    assert [r.item for r in result.ran] == [i.uid for i in ITEMS]
    assert result.words == "Phones in the bedroom"


def test_a_mark_taken_back_at_once_is_no_visit(tonight: TonightService, clock: FixedClock) -> None:
    tonight.here("a1")
    tonight.start()
    clock.advance(minutes=2)
    tonight.not_here("a1")
    assert tonight.result().people[0].status == "unknown"
    tonight.next()
    tonight.next()
    state = tonight.here("a1")
    assert state.here[0].late  # the mark before was a slip


def test_whoever_had_a_turn_was_here(tonight: TonightService, clock: FixedClock) -> None:
    to_the_check_in(tonight, clock)
    tonight.here("d4")
    for _ in range(4):
        tonight.next()
    tonight.apologies("d4")
    came = {c.person: c.status for c in tonight.result().people}
    assert came["d4"] == "here"


def test_an_item_left_out_took_no_time(tonight: TonightService, clock: FixedClock) -> None:
    tonight.start()
    clock.advance(minutes=2)
    tonight.skip()
    assert tonight.result().ran[0].seconds == 0


def test_a_meeting_nobody_ended_ended_when_it_was_last_alive(
    tonight: TonightService, sheet: Place, clock: FixedClock
) -> None:
    tonight.start()
    clock.advance(minutes=40)
    tonight.beat()
    alive = clock.now_ms()
    clock.advance(hours=20)
    assert TonightService(sheet, clock).result().ended_at == alive
