"""Cells as the standard wants them, and safe in a spreadsheet."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peerdesk.exchange.cleaning import exact_column, number
from peerdesk.exchange.hsds_cells import came_back, fitting, guard, guarded
from peerdesk.exchange.hsds_cells import number as written_number


@pytest.mark.parametrize(
    ("kind", "cell", "fit"),
    [
        ("number", "12", "12"),
        ("number", "-0.5", "-0.5"),
        ("number", "about 12", ""),
        ("number", "1e5", ""),
        ("email", "desk@example.org", "desk@example.org"),
        ("email", "desk at example.org", ""),
        ("uri", "https://example.org/a?b=c", "https://example.org/a?b=c"),
        ("uri", "www.example.org/a", "http://www.example.org/a"),
        ("uri", "tel:+441234", "tel:+441234"),
        ("uri", "our site", ""),
        ("uuid", "6cd71e9f-1013-49d9-8370-26b8f59d3e5a", "6cd71e9f-1013-49d9-8370-26b8f59d3e5a"),
        ("uuid", "6CD71E9F", ""),
        ("date", "2026-05-28", "2026-05-28"),
        ("date", "2026-5-8", "2026-05-08"),
        ("date", "2026-05-28T10:00", "2026-05-28"),
        ("date", "2026-02-30", ""),
        ("datetime", "2026-05-28T10:30:45.123Z", "2026-05-28T10:30:45.123Z"),
        ("datetime", "2026-05-28T10:30:45+02:00", "2026-05-28T10:30:45+02:00"),
        ("datetime", "2026-02-30T10:30:45Z", ""),
        ("datetime", "2026-05-28", "2026-05-28T00:00:00Z"),
        ("datetime", "2026-05-28 noon", ""),
        ("time", "09:30", "09:30:00"),
        ("time", "09:30:15", "09:30:15"),
        ("time", "24:00", ""),
        ("freq", "WEEKLY", "WEEKLY"),
        ("freq", "DAILY", ""),
    ],
)
def test_what_suits_a_kind(kind: str, cell: str, fit: str) -> None:
    assert fitting(kind, cell) == fit
    if not came_back(kind, cell, fit):
        assert fit == "" or kind in ("uri", "date", "datetime")


def test_numbers_have_no_exponent() -> None:
    assert [written_number(v) for v in (12.0, 0.1, -1e-7, 1e22, float("inf"), None)] == [
        "12", "0.1", "-0.0000001", "10000000000000000000000", "", "",
    ]  # fmt: skip


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_a_number_comes_back(value: float) -> None:
    assert number(written_number(value)) == value


@given(st.text(st.one_of(st.sampled_from("=+-@'n/a0 (.\t"), st.characters(codec="utf-8"))))
def test_a_guarded_cell_is_no_formula_and_comes_back(cell: str) -> None:
    out = guard(cell)
    assert not out.startswith(("=", "@", "\t", "\r", "＝", "＋", "－", "＠"))
    if out.startswith(("+", "-")):
        assert not any(c.isalpha() for c in out)
    (back,) = exact_column([out])
    plain = [c for c in cell if c.isprintable() or c in "\n\t" or ord(c) > 127]
    assert back == "".join(plain) or not cell.isprintable()
    assert guarded([cell, None, ""]) == [out, "", ""]
