"""The shapes follow the models of the shelf."""

from __future__ import annotations

import pytest

from peerdesk.exchange.hsds_shape import ALIASES, FILES, NEEDS, NUMBERS, OURS, ROOTS, SHAPES


def test_parents_come_before_children() -> None:
    seen: set[str] = set()
    for table, shape in SHAPES.items():
        assert {t for c, t in shape.refs.items() if c != shape.own} <= seen
        seen.add(table)


@pytest.mark.parametrize("table", SHAPES)
def test_every_name_is_a_column(table: str) -> None:
    shape = SHAPES[table]
    known = {*shape.columns, *shape.refs}
    assert set(ALIASES.get(table, ())) <= known
    assert set(NEEDS.get(table, ())) <= known
    assert not set(OURS.get(table, ())) & known
    assert set(shape.required) <= set(shape.refs)


def test_files_and_numbers() -> None:
    assert set(FILES.values()) == set(SHAPES)
    assert {c for s in SHAPES.values() for c in s.columns} >= NUMBERS
    assert set(SHAPES) >= ROOTS
