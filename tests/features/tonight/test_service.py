"""The verbs of a running meeting, on a real sheet."""

from __future__ import annotations

from pathlib import Path

import pytest

from peerdesk.core.clock import FixedClock
from peerdesk.core.errors import KnownError
from peerdesk.features.tonight.service import TonightService, new_sheet
from peerdesk.features.tonight.state import replay
from peerdesk.store import tonight as store
from peerdesk.store.connection import Damaged
from peerdesk.store.evening import MOST_WORDS, Happening, Plan
from peerdesk.store.evening_json import Unreadable
from peerdesk.store.place import Place
from peerdesk.store.tonight import Event, Sheet
from tests.features.tonight.acting import MINUTE, to_the_check_in
from tests.features.tonight.conftest import KEY, SHEET

# -- the sheet ------------------------------------------------------------------------------------


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


# -- help, topics, words --------------------------------------------------------------------------


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


# -- undo -----------------------------------------------------------------------------------------


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


# -- power cuts and sleep -------------------------------------------------------------------------


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
