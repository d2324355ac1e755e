"""Who is here, late, listening or away, and who is found by what is typed."""

from __future__ import annotations

from pathlib import Path

from peerdesk.core.clock import FixedClock
from peerdesk.features.tonight.service import TonightService, new_sheet
from peerdesk.store.evening import Guest, Rules
from tests.features.tonight.acting import names
from tests.features.tonight.conftest import KEY, PEOPLE, SHEET, plan_of


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
