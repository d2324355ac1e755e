"""Times of day: read where they are clear, a pair only where it is certain."""

from __future__ import annotations

import pytest

from peerdesk.exchange.hours_clock import DAY, certain, minutes, pair, read, zone_of


@pytest.mark.parametrize(
    ("cell", "at"),
    [
        ("09:00", 540),
        ("9:00am", 540),
        ("9.30 p.m.", 21 * 60 + 30),
        ("17h30", 17 * 60 + 30),
        ("0930", 570),
        ("noon", 720),
        ("midnight", DAY),
        ("24:00", DAY),
        ("9", None),
        ("13 pm", None),
        ("25:00", None),
        ("9:75", None),
        ("09:00Z", None),
        ("soon", None),
    ],
)
def test_one_time(cell: str, at: int | None) -> None:
    assert minutes(cell) == at


def test_five_oclock_may_be_either() -> None:
    assert minutes("5:00") == 300
    assert certain("5:00") is None
    assert certain("05:00") == 300
    assert certain("5:00 pm") == 17 * 60


def test_a_zone_stands_apart() -> None:
    assert zone_of("09:00Z") == ("09:00", "Z")
    assert zone_of(" 09:00+01:00") == ("09:00", "+01:00")
    assert zone_of("9 am") == ("9 am", "")


@pytest.mark.parametrize(
    ("opens", "closes", "both"),
    [
        ("9", "5", (540, 17 * 60)),
        ("9am", "12", (540, 720)),
        ("10", "noon", (600, 720)),
        ("18:00", "02:00", (18 * 60, 120)),
        ("midnight", "6 am", (0, 360)),
        ("00:00", "24:00", (0, DAY)),
        ("00:00", "00:00", None),
        ("01:00", "05:00", None),
        ("9am", "12am", None),
        ("7", "9", None),
        ("09:00", "09:00", None),
        ("24:00", "06:00", None),
    ],
)
def test_a_pair(opens: str, closes: str, both: tuple[int, int] | None) -> None:
    first, last = read(opens), read(closes)
    assert first is not None
    assert last is not None
    assert pair(first, last) == both
