"""Which of our meetings find the room taken."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from peerdesk.exchange.busy import Busy, Clash, RoomCalendar, clashes


def busy(start: int, end: int, name: str = "") -> Busy:
    return Busy(start, end, name, "")


def test_neighbours_do_not_clash() -> None:
    taken = [busy(10, 20), busy(30, 40)]
    assert clashes([(20, 30, "between"), (0, 10, "before"), (40, 50, "after")], taken) == []
    assert clashes([(20, 30, "x")], []) == []


def test_every_pair_earliest_first() -> None:
    taken = [busy(30, 40, "late"), busy(0, 100, "all day"), busy(10, 20, "early")]
    found = clashes([(15, 35, "ours"), (50, 60, "later")], taken)
    assert found == [
        Clash(15, 35, "ours", taken[1]),
        Clash(15, 35, "ours", taken[2]),
        Clash(15, 35, "ours", taken[0]),
        Clash(50, 60, "later", taken[1]),
    ]


def test_a_moment_without_length_clashes_with_what_is_around_it() -> None:
    point = busy(20, 20)
    assert [len(clashes([(*times, "x")], [point])) for times in ((10, 20), (20, 30), (10, 30))] == [
        0,
        1,
        1,
    ]


def test_whole() -> None:
    assert RoomCalendar((), 0, 0, 0, ()).whole


TIMES = st.tuples(st.integers(0, 60), st.integers(0, 20)).map(lambda t: (t[0], t[0] + t[1]))


@given(st.lists(TIMES, max_size=8), st.lists(TIMES, max_size=12))
def test_as_looking_at_every_pair(
    meetings: list[tuple[int, int]], taken: list[tuple[int, int]]
) -> None:
    ours = [(start, end, n) for n, (start, end) in enumerate(meetings)]
    theirs = [busy(start, end, str(n)) for n, (start, end) in enumerate(taken)]
    expected = {
        (n, b)
        for s, e, n in ours
        for b in theirs
        if b.starts_at < e and max(b.ends_at, b.starts_at + 1) > s
    }
    found = clashes(ours, theirs)
    assert {(c.label, c.busy) for c in found} == expected
    assert len(found) == len(expected)
