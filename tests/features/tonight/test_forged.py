"""A sheet that a stranger made, whose key came through the in-tray: anything may stand in it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from peerdesk.core.clock import FixedClock
from peerdesk.features.tonight import words
from peerdesk.features.tonight.salvage import salvage
from peerdesk.features.tonight.service import TonightService
from peerdesk.store.connection import Damaged, connect
from peerdesk.store.place import Place
from peerdesk.store.tonight import open_tonight
from tests.features.tonight.conftest import KEY, plan_of

HUGE = 10**12
"""Bytes of this number would be all the memory there is."""


def forge(sheet: Place, what: str, *values: object) -> Path:
    sheet.close()
    connection = connect(sheet.path, KEY)
    connection.execute(what, values)
    connection.close()
    return sheet.path


def damaged(path: Path, clock: FixedClock) -> None:
    place = open_tonight(path, KEY, clock)
    try:
        with pytest.raises(Damaged):
            TonightService(place, clock)
    finally:
        place.close()


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("uid", HUGE),
        ("uid", "words"),
        ("uid", b"short"),
        ("plan", 5),
        ("plan", b"{}"),
        ("plan", "[" * 100_000),
        ("alive_at", "soon"),
        ("alive_at", 1 << 60),
        ("code_salt", HUGE),
        ("code_salt", b"s" * 99),
        ("code_hash", "words"),
        ("tries_left", "many"),
    ],
)
def test_a_strange_sheet_is_damaged(
    tonight: TonightService, sheet: Place, clock: FixedClock, column: str, value: object
) -> None:
    path = forge(sheet, f"UPDATE sheet SET {column} = ?", value)
    assert salvage(path, KEY) is None
    damaged(path, clock)


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("uid", HUGE),
        ("uid", "words"),
        ("at", "soon"),
        ("at", 1 << 60),
        ("kind", 5),
        ("kind", b"start"),
        ("body", 5),
        ("body", b"{}"),
        ("body", "[]"),
        ("body", "null"),
        ("body", "[" * 100_000),
    ],
)
def test_a_strange_happening_is_damage_and_the_rest_is_kept(
    tonight: TonightService, sheet: Place, clock: FixedClock, column: str, value: object
) -> None:
    tonight.start()
    tonight.here("a1")
    tonight.plus("x")
    path = forge(sheet, f"UPDATE event SET \"{column}\" = ? WHERE kind = 'plus'", value)
    damaged(path, clock)
    left = salvage(path, KEY)
    assert left is not None
    assert left.head_count == 1 + (column == "uid")


def test_a_place_and_a_time_that_are_none_have_no_clock() -> None:
    assert words.clock(replace(plan_of(), zone="Nowhere/None"), 0) == ""
    assert words.clock(replace(plan_of(), zone="../../etc/passwd"), 0) == ""
    assert words.clock(plan_of(), 1 << 52) == ""
    assert words.clock(plan_of(), 0)
