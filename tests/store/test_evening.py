"""The shapes of an evening say what follows from them."""

from __future__ import annotations

import pytest

from peerdesk.store.evening import HAPPENINGS, KINDS, ROUNDS, WAYS, Came, Extra, Result


@pytest.mark.parametrize(
    ("people", "extras", "here"),
    [
        ((), (), 0),
        ((Came("a", "here"), Came("b", "phone"), Came("c", "online")), (), 3),
        ((Came("a", "away"), Came("b", "apologies")), (), 0),
        ((Came("a", "here"), Came("b", "away")), (Extra(""), Extra("Zoe", new=True)), 3),
    ],
)
def test_whoever_takes_part_is_counted_with_or_without_a_name(
    people: tuple[Came, ...], extras: tuple[Extra, ...], here: int
) -> None:
    assert Result("s", "m", "g", 1, 2, people=people, extras=extras).head_count == here


def test_rounds_are_kinds_and_no_kind_stands_twice() -> None:
    assert set(ROUNDS) < set(KINDS)
    assert len(set(KINDS)) == len(KINDS)
    assert len(set(WAYS)) == len(WAYS)


def test_every_body_holds_plain_values_only() -> None:
    kinds = {kind for body in HAPPENINGS.values() for kind in body.values()}
    assert kinds <= {str, int, bool}
