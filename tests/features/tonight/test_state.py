"""The state follows from what happened, in whatever order it was written down."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peerdesk.core.ids import natural_uid
from peerdesk.features.tonight.result import result_of
from peerdesk.features.tonight.running import Running
from peerdesk.features.tonight.state import may_undo, replay, still_standing
from peerdesk.store.evening import HAPPENINGS, MOST_PEOPLE, Happening
from peerdesk.store.evening_json import check, read_result, write
from tests.features.tonight.acting import MINUTE, START, Evening, a_plan

VALUES: dict[type, st.SearchStrategy[Any]] = {
    int: st.integers(-3, 70_000),
    bool: st.booleans(),
    str: st.sampled_from(["p0", "p1", "p9", "i0", "i2", "here", "phone", "boat", "", "Kim"]),
}
ANYTHING = st.sampled_from(sorted(HAPPENINGS)).flatmap(
    lambda kind: st.tuples(
        st.just(kind),
        st.fixed_dictionaries({name: VALUES[t] for name, t in HAPPENINGS[kind].items()}),
        st.integers(-MINUTE, 9 * MINUTE),
    )
)
PLAN = a_plan([("agreement", 5), ("round", 10), ("main", 20), ("closing", 5)], 3)


def written(anything: list[tuple[str, dict[str, Any], int]]) -> list[Happening]:
    """Happenings at any times; an undo names one of those before."""
    happenings: list[Happening] = []
    at = START
    for number, (kind, body, passed) in enumerate(anything):
        at += passed
        if kind == "undo":
            body = {"of": happenings[passed % len(happenings)].uid if happenings else "none"}
        uid = natural_uid("anything", number).hex()
        happenings.append(check(Happening(uid, at, kind, body)))
    return happenings


@given(st.lists(ANYTHING, max_size=40), st.integers(-MINUTE, MINUTE))
def test_any_happenings_in_any_order_make_a_state_and_a_result(
    anything: list[tuple[str, dict[str, Any], int]], later: int
) -> None:
    happenings = written(anything)
    now = (happenings[-1].at if happenings else START) + later
    state = replay(PLAN, happenings, now)
    assert replay(PLAN, happenings, now) == state
    assert sum(i.current for i in state.items) == (state.current is not None)
    assert state.in_round == (state.speaker is not None)
    assert state.head_count == len(state.here) == len({w.uid for w in state.here})
    known = [*state.expected, *state.apologies, *state.away, *(w for w in state.here if w.named)]
    assert {g.uid for g in PLAN.people} <= {g.uid for g in known}
    assert state.finish_at >= now or state.ended
    assert all(i.seconds >= 0 for i in state.items)
    run = Running(PLAN)
    for happening in still_standing(happenings):
        run.apply(happening)
    result = result_of(run, "5e", now)
    assert read_result(write(result)) == result
    assert result.head_count >= state.head_count
    assert all(h.seconds >= 0 for h in result.helped)


def test_what_makes_no_sense_any_more_is_passed_over() -> None:
    evening = Evening(PLAN)
    evening.do("plus", name="Kim")
    kim = evening.state.here[0].uid
    evening.do("minus", person=kim)
    # undone by hand in another order than "undo" would: the minus stands without the plus
    undone = [*evening.happenings, Happening("aa", START, "undo", {"of": kim})]
    assert replay(PLAN, undone, START).here == ()
    assert replay(PLAN, undone, START).undo_kind == ""


def test_an_undo_is_undone_by_none() -> None:
    evening = Evening(PLAN)
    evening.do("start")
    evening.undo()
    again = Happening("bb", START, "undo", {"of": evening.happenings[-1].uid})
    assert not replay(PLAN, [*evening.happenings, again], START).started


@pytest.mark.parametrize(
    ("kind", "body", "may"),
    [
        ("next", {}, True),
        ("here", {}, True),
        ("end", {}, True),
        ("words", {}, False),
        ("votes", {}, False),
        ("step", {}, False),
        ("undo", {}, False),
        ("gap", {"ms": MINUTE, "counted": True}, False),
        ("gap", {"ms": MINUTE, "counted": False}, True),
        ("gap", {"ms": -MINUTE, "counted": False}, False),
    ],
)
def test_what_undo_takes_back(kind: str, body: dict[str, Any], may: bool) -> None:
    assert may_undo(Happening("a", 1, kind, body)) is may


def test_without_agreement_and_rounds_late_is_whoever_comes_in_the_second_item() -> None:
    evening = Evening(a_plan([("welcome", 5), ("main", 60)], 3))
    evening.do("here", person="p0")
    evening.do("start")
    evening.do("here", person="p1")
    evening.do("next")
    evening.do("here", person="p2")
    assert [w.late for w in evening.state.here] == [False, False, True]


def test_a_plan_without_any_items_only_counts() -> None:
    evening = Evening(a_plan([], 1))
    evening.do("here", person="p0")
    evening.do("start")
    evening.wait(MINUTE)
    state = evening.state
    assert state.started
    assert state.current is None
    assert state.head_count == 1
    assert state.finish_at == evening.now
    assert state.changes_at == evening.now + MINUTE
    assert not evening.do("next")
    assert evening.do("end")


def test_the_bar_and_the_minutes_say_when_they_change_next() -> None:
    evening = Evening(a_plan([("main", 10)], 0))
    assert evening.state.changes_at is None
    evening.do("start")
    assert evening.state.changes_at == START + 6_000
    evening.wait(59_000)
    assert evening.state.changes_at == START + 60_000
    evening.wait(10 * MINUTE)  # too long by 59 seconds
    assert evening.state.changes_at == START + 11 * MINUTE
    short = Evening(a_plan([("main", 1)], 0))
    short.do("start")
    assert short.state.changes_at == START + 1_000


def test_no_more_are_counted_than_a_result_can_tell() -> None:
    run = Running(PLAN)
    for number in range(MOST_PEOPLE + 5):
        body = {"name": "", "new": False, "way": "here"}
        run.apply(Happening(natural_uid(number).hex(), START, "plus", body))
    assert len(run.here) == MOST_PEOPLE
