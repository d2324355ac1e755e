"""The agenda and its rounds, as they run."""

from __future__ import annotations

from pathlib import Path

from peerdesk.core.clock import FixedClock
from peerdesk.features.tonight.service import TonightService, new_sheet
from tests.features.tonight.acting import MINUTE, names, to_the_check_in
from tests.features.tonight.conftest import KEY, SHEET, plan_of

# -- the agenda -----------------------------------------------------------------------------------


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


# -- rounds ---------------------------------------------------------------------------------------


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
