"""A round's time adds up, always."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from peerdesk.features.tonight import rounds

TIME = st.integers(-10_000_000, 10_000_000)
FLOOR = st.integers(1, 120_000)


def test_twelve_people_have_two_minutes_of_twenty_four() -> None:
    assert rounds.shares(24 * 60_000, 12, 30_000) == (120_000,) * 12


def test_what_does_not_divide_goes_to_the_first() -> None:
    assert rounds.shares(100, 3, 1) == (34, 33, 33)


def test_nobody_has_no_share() -> None:
    assert rounds.shares(1000, 0, 1) == ()


@given(TIME, st.integers(1, 100), FLOOR)
def test_shares_add_up_and_are_never_below_the_floor(left: int, people: int, floor: int) -> None:
    shares = rounds.shares(left, people, floor)
    assert len(shares) == people
    assert sum(shares) == max(left, people * floor)
    assert min(shares) >= floor
    assert max(shares) - min(shares) <= 1


@given(TIME, FLOOR, FLOOR, st.integers(0, 240_000), st.integers(0, 100))
def test_speaker_and_those_who_wait_share_what_is_left(
    left: int, share: int, floor: int, spoken: int, people: int
) -> None:
    mine = max(0, share - spoken)
    waiting = rounds.waiting(left, share, spoken, people, floor)
    assert all(part >= floor for part in waiting)
    total = rounds.remaining(left, share, spoken, people, floor)
    assert total == mine + sum(waiting)
    if people and left - mine >= people * floor:
        assert total == left


@given(st.integers(1, 10_000_000), st.integers(1, 50), FLOOR)
def test_whoever_takes_their_share_changes_nothing_for_the_others(
    left: int, people: int, floor: int
) -> None:
    shares = rounds.shares(left, people, floor)
    assert rounds.waiting(left - shares[0], shares[0], shares[0], people - 1, floor) == shares[1:]
