"""Days of the week, however they are written."""

from __future__ import annotations

import pytest

from peerdesk.exchange.hours_days import WRITTEN, byday, run, weekday


@pytest.mark.parametrize(
    ("cell", "day"),
    [("Monday", 0), ("weds", 2), ("SU", 6), ("1", 0), ("0", 6), ("7", 6), ("8", None), ("x", None)],
)
def test_one_day(cell: str, day: int | None) -> None:
    assert weekday(cell) == day


def test_names_of_other_languages_are_whole() -> None:
    assert WRITTEN["miércoles"] == WRITTEN["mercredi"] == WRITTEN["mittwoch"] == 2
    assert "mi" not in WRITTEN


def test_a_run_goes_over_the_end_of_the_week() -> None:
    assert run(4, 0) == [4, 5, 6, 0]
    assert run(2, 2) == [2]


@pytest.mark.parametrize(
    ("cell", "days"),
    [
        ("MO,TU", ((0, 0), (0, 1))),
        ("Mon-Wed", ((0, 0), (0, 1), (0, 2))),
        ("1MO,-1FR", ((1, 0), (-1, 4))),
        ("Mon and Fri", ((0, 0), (0, 4))),
        ("MO,MO", ((0, 0),)),
        ("1MO-2TU", None),
        ("Mon-Tue-Wed", None),
        ("Mon, sometimes", None),
        ("", None),
    ],
)
def test_days_of_a_rule(cell: str, days: tuple[tuple[int, int], ...] | None) -> None:
    assert byday(cell) == days
