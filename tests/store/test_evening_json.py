"""Plans, happenings and results travel as JSON, and nothing else is taken for one."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peerdesk.store import evening_json
from peerdesk.store.evening import (
    Came,
    Extra,
    Guest,
    Happening,
    Helped,
    Item,
    Line,
    Plan,
    Ran,
    Result,
    Rules,
)
from peerdesk.store.evening_json import Unreadable

WORDS = st.text(max_size=20)
PLANS = st.builds(
    Plan,
    *[WORDS] * 6,
    st.integers(0, 2**52),
    st.integers(0, 600),
    items=st.lists(st.builds(Item, WORDS, WORDS, st.integers(0, 90)), max_size=3).map(tuple),
    people=st.lists(st.builds(Guest, WORDS, WORDS, new=st.booleans()), max_size=3).map(tuple),
    agreement=st.lists(WORDS, max_size=3).map(tuple),
    numbers=st.lists(st.builds(Line, WORDS, WORDS), max_size=2).map(tuple),
    rules=st.builds(Rules, st.booleans(), st.booleans()),
    stand_in=st.booleans(),
)
RESULTS = st.builds(
    Result,
    *[WORDS] * 3,
    st.integers(0, 2**52),
    st.integers(0, 2**52),
    people=st.lists(st.builds(Came, WORDS, st.sampled_from(["here", "away"])), max_size=3).map(
        tuple
    ),
    extras=st.lists(st.builds(Extra, WORDS, st.booleans()), max_size=3).map(tuple),
    ran=st.lists(st.builds(Ran, WORDS, st.integers(0, 9)), max_size=2).map(tuple),
    helped=st.just((Helped(1, 2, (3, 4)),)),
)


@given(PLANS)
def test_a_plan_comes_back_as_it_went(plan: Plan) -> None:
    assert evening_json.read_plan(evening_json.write(plan)) == plan


@given(RESULTS)
def test_a_result_comes_back_as_it_went(result: Result) -> None:
    assert evening_json.read_result(evening_json.write(result)) == result


def _result(**changes: object) -> str:
    made = {"sheet": "a", "meeting": "b", "group": "c", "started_at": 1, "ended_at": 2}
    return json.dumps({**made, **changes})


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[" * 100_000,
        "[]",
        "{}",
        _result(surprise=1),
        _result(started_at=True),
        _result(started_at="1"),
        _result(ended_at=2**60),
        _result(words="x" * 4_001),
        _result(people="all"),
        _result(people=["Ana"]),
        _result(people=[{}] * 501),
        _result(helped=[{"at": 1, "seconds": 1, "steps": ["one"]}]),
        _result(topics_used=[1]),
    ],
)
def test_anything_else_is_no_result(text: str) -> None:
    with pytest.raises(Unreadable):
        evening_json.read_result(text)


def test_a_plan_needs_rules_of_its_shape() -> None:
    plan = json.loads(evening_json.write(Plan("", "", "", "", "", "UTC", 0, 90)))
    plan["rules"] = {"no_names": "yes"}
    with pytest.raises(Unreadable):
        evening_json.read_plan(json.dumps(plan))


def test_a_happening_has_the_body_of_its_kind() -> None:
    good = Happening("a", 1, "more", {"seconds": 60})
    assert evening_json.check(good) is good
    for kind, body in (
        ("more", {}),
        ("more", {"seconds": "60"}),
        ("dance", {}),
        ("next", {"a": 1}),
    ):
        with pytest.raises(Unreadable):
            evening_json.check(Happening("a", 1, kind, body))


def test_a_column_may_hold_anything_and_is_text_or_unreadable() -> None:
    for value in (None, 1, b"{}"):
        with pytest.raises(Unreadable):
            evening_json.load(value)


def test_a_body_is_a_body() -> None:
    with pytest.raises(Unreadable):
        evening_json.check(Happening("a", 1, "next", []))  # type: ignore[arg-type]
