"""SQL about one row."""

from __future__ import annotations

from peerdesk.exchange.hsds_shape import EXTRA, SHAPES
from peerdesk.exchange.row_sql import columns_of, near_hidden, new_values, text_id
from peerdesk.store.place import Place


def test_a_uid_as_it_is_written(shelf: Place) -> None:
    ((text,),) = shelf.rows(f"SELECT {text_id('u')} FROM (SELECT x'{bytes(range(16)).hex()}' AS u)")
    assert text == "00010203-0405-0607-0809-0a0b0c0d0e0f"


def test_what_was_set_by_hand_is_no_column_of_an_import() -> None:
    assert "name" in columns_of(SHAPES["service"])
    assert "when_you_ring" not in columns_of(SHAPES["service"])
    assert "hide_address" not in columns_of(SHAPES["location"])


def test_only_what_the_package_has_is_written() -> None:
    values = new_values(SHAPES["phone"], ["number", "service_id"])
    assert values == {
        "number": "x.number",
        "service_id": "(SELECT id FROM main.service WHERE uid = x.service_id)",
    }


def test_a_row_that_tells_of_a_hidden_place_keeps_what_the_package_left_out() -> None:
    assert near_hidden(SHAPES["taxonomy"]) == ""
    assert near_hidden(SHAPES["location"]) == "t.hide_address"
    both = near_hidden(SHAPES["phone"])
    assert "t.location_id IN" in both
    assert "t.service_id IN" in both
    assert new_values(SHAPES["taxonomy"], [EXTRA]) == {EXTRA: f"x.{EXTRA}"}
    assert new_values(SHAPES["phone"], [EXTRA])[EXTRA].startswith("CASE WHEN x.extra = ''")
