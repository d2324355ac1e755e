"""What an evening gives back."""

from __future__ import annotations

from peerdesk.core.clock import FixedClock
from peerdesk.features.tonight.service import TonightService
from peerdesk.store.place import Place
from tests.features.tonight.acting import MINUTE, to_the_check_in
from tests.features.tonight.conftest import ITEMS, SHEET


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
