"""The shapes follow the models of the shelf."""

from __future__ import annotations

import pytest

from peerdesk.exchange.hsds_shape import (
    ALIASES,
    FILES,
    LINKS,
    NEEDS,
    NUMBERS,
    OURS,
    OWN,
    ROOTS,
    SHAPES,
    tables_of,
)


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
    # rows of a list of attributes end there where they link something other than a service
    assert {*FILES.values(), LINKS} == set(SHAPES)
    assert {c for s in SHAPES.values() for c in s.columns} >= NUMBERS
    assert set(SHAPES) >= ROOTS


def test_one_name_is_terms_in_1_1_and_their_vocabulary_in_3_0() -> None:
    assert tables_of(["taxonomy"]) == {"taxonomy": "taxonomy_term"}
    both = tables_of(["taxonomy", "taxonomy_terms", "odd"])
    assert both == {"taxonomy": "taxonomy", "taxonomy_terms": "taxonomy_term"}
    assert tables_of(["eligibilities", "payments_accepted"]) == {
        "eligibilities": "eligibility",
        "payments_accepted": "payments_accepted",
    }


def test_our_own_columns_have_headings_of_their_own() -> None:
    for table, columns in OWN.items():
        assert set(columns) <= set(SHAPES[table].columns)
        for column in columns:
            assert SHAPES[table].headings(column) == (f"peerdesk_{column}",)
    assert SHAPES["service"].headings("url") == ("url", "website")
