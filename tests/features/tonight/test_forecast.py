"""Whatever happened, the finish that is shown is the one that comes when all take their share."""

from __future__ import annotations

from typing import Any, TypeAlias

from hypothesis import given, settings
from hypothesis import strategies as st

from peerdesk.features.tonight import rounds
from peerdesk.features.tonight.state import replay
from peerdesk.features.tonight.view import BAR_STEPS
from peerdesk.store.evening import Happening, Plan
from tests.features.tonight.acting import KINDS, MINUTE, START, Evening, a_plan

Steps: TypeAlias = list[tuple[str, dict[str, Any]]]

PLANS = st.builds(
    a_plan,
    st.lists(st.tuples(st.sampled_from(KINDS), st.integers(0, 25)), max_size=5),
    st.integers(0, 6),
    st.integers(1, 90),
)
NUMBER = st.integers(0, 6)
PERSON = NUMBER.map(lambda n: {"person": f"p{n}"})
STEPS = st.one_of(
    st.tuples(st.just("wait"), st.fixed_dictionaries({"ms": st.integers(0, 6 * MINUTE)})),
    st.tuples(st.sampled_from(("next", "pass", "later", "skip", "resume")), st.just({})),
    st.tuples(st.just("next"), st.just({})),
    st.tuples(st.just("item"), NUMBER.map(lambda n: {"item": f"i{n}"})),
    st.tuples(st.just("more"), st.fixed_dictionaries({"seconds": st.integers(-5, 300)})),
    st.tuples(
        st.just("here"),
        st.builds(lambda p, b: {**p, "listening": b}, PERSON, st.booleans()),
    ),
    st.tuples(st.sampled_from(("not here", "apologies", "heard")), PERSON),
    st.tuples(st.just("plus"), st.just({})),
    st.tuples(st.just("minus"), st.just({})),
    st.tuples(st.just("break"), st.fixed_dictionaries({"help": st.booleans()})),
    st.tuples(
        st.just("gap"),
        st.fixed_dictionaries({"ms": st.integers(-MINUTE, 9 * MINUTE), "counted": st.booleans()}),
    ),
    st.tuples(st.just("topic"), st.fixed_dictionaries({"topic": st.integers(-1, 2)})),
    st.tuples(st.just("undo"), st.just({})),
)
EVENINGS = st.lists(STEPS, max_size=25)


def act(evening: Evening, steps: Steps, start: bool = True) -> None:
    """Arrivals, a start and these steps."""
    evening.do("here", person="p0")
    if start:
        evening.do("start")
    for kind, body in steps:
        if kind == "undo":
            evening.undo()
        else:
            step(evening, kind, body)


def step(evening: Evening, kind: str, body: dict[str, Any]) -> None:
    """One step that is no undo."""
    if kind == "wait":
        evening.wait(body["ms"])
        return
    if kind == "minus":
        body = {"person": next((w.uid for w in evening.state.here if not w.named), "")}
    if kind == "gap" and not body["counted"]:
        evening.wait(max(0, body["ms"]))
    evening.do(kind, **body)


@given(PLANS, EVENINGS, st.booleans())
def test_the_forecast_comes_true_to_the_millisecond(plan: Plan, steps: Steps, start: bool) -> None:
    evening = Evening(plan)
    act(evening, steps, start)
    told = evening.state.finish_at
    assert evening.to_the_end() == told


@given(PLANS, EVENINGS)
def test_the_shares_of_those_still_to_speak_add_up_to_what_is_left(
    plan: Plan, steps: Steps
) -> None:
    evening = Evening(plan)
    act(evening, steps)
    state, part = evening.state, evening.run.part
    if not state.in_round or part is None:
        return
    floor = plan.rules.floor_seconds * 1000
    waiting = len(part.queue) - 1
    mine = max(0, state.remaining_ms)
    others = rounds.waiting(
        state.item_remaining_ms, state.share_ms, state.share_ms - state.remaining_ms, waiting, floor
    )
    assert state.share_ms >= floor
    assert all(share >= floor for share in others)
    if waiting and state.item_remaining_ms - mine >= waiting * floor:
        assert mine + sum(others) == state.item_remaining_ms
    assert state.each_seconds * 1000 >= floor
    assert state.speaker_number <= state.speakers
    assert [w.uid for w in state.then] == part.queue[1:3]


@given(PLANS, EVENINGS, st.lists(STEPS, min_size=1, max_size=8))
def test_undoing_everything_since_returns_to_the_state_before(
    plan: Plan, before: Steps, after: Steps
) -> None:
    evening = Evening(plan)
    act(evening, before)
    kept = list(evening.happenings)
    depth = len(evening.run.undoable)
    for kind, body in after:
        if kind != "undo":
            step(evening, kind, body)
    while len(evening.run.undoable) > depth:
        assert evening.undo()
    rest = [h for h in evening.happenings if h in kept or _stays(h)]
    assert evening.state == replay(plan, rest, evening.now)


def _stays(happening: Happening) -> bool:
    """That the computer's clock was set back cannot be undone."""
    return happening.kind == "gap" and happening.body["ms"] <= 0


@given(PLANS, EVENINGS, st.integers(0, 3 * MINUTE))
def test_a_replay_is_a_pure_function_and_looking_changes_nothing(
    plan: Plan, steps: Steps, later: int
) -> None:
    evening = Evening(plan)
    act(evening, steps)
    first = replay(plan, tuple(evening.happenings), evening.now)
    replay(plan, evening.happenings, evening.now + later)
    assert replay(plan, evening.happenings, evening.now) == first
    # happenings that change nothing may stand anywhere: a gap that is counted, at any moment
    evening.do("gap", ms=0, counted=True)
    assert replay(plan, evening.happenings, evening.now) == first


@given(PLANS, EVENINGS)
def test_until_changes_at_nothing_but_digits_moves(plan: Plan, steps: Steps) -> None:
    evening = Evening(plan)
    act(evening, steps)
    state = evening.state
    if state.changes_at is None:
        assert state.paused or state.ended or not state.started
        return
    assert state.changes_at > evening.now
    before = replay(plan, evening.happenings, state.changes_at - 1)
    if state.current is None:
        return
    assert -(-state.remaining_ms // MINUTE) == -(-before.remaining_ms // MINUTE)
    if before.remaining_ms > 0:
        bar = max(1000, state.share_ms // BAR_STEPS)
        assert -(-state.remaining_ms // bar) == -(-before.remaining_ms // bar)


@given(PLANS, EVENINGS)
@settings(max_examples=50)
def test_in_a_break_time_stands_still(plan: Plan, steps: Steps) -> None:
    evening = Evening(plan)
    act(evening, steps)
    evening.do("break")
    before = evening.state
    evening.wait(7 * MINUTE)
    after = evening.state
    assert (after.remaining_ms, after.item_remaining_ms) == (
        before.remaining_ms,
        before.item_remaining_ms,
    )
    if before.current is not None:
        assert after.finish_at == before.finish_at + 7 * MINUTE
    assert after.changes_at is None


def test_before_the_start_the_finish_is_the_planned_one() -> None:
    evening = Evening(a_plan([("welcome", 30), ("main", 60)], 0), START - 20 * MINUTE)
    assert evening.state.finish_at == START + 90 * MINUTE == evening.state.planned_finish_at
    evening.wait(30 * MINUTE)
    assert evening.state.finish_at == START + 100 * MINUTE


def test_a_round_to_come_that_is_too_short_for_all_is_forecast_longer() -> None:
    evening = Evening(a_plan([("welcome", 5), ("round", 1)], 6, floor=30))
    for n in range(6):
        evening.do("here", person=f"p{n}")
    assert evening.state.finish_at == START + 8 * MINUTE
