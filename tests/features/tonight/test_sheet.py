"""The evening code in the sheet."""

from __future__ import annotations

from pathlib import Path

import pytest

from peerdesk.core.clock import FixedClock
from peerdesk.core.errors import KnownError
from peerdesk.features.tonight.service import TonightService, new_sheet
from peerdesk.store.evening import Plan
from peerdesk.store.place import Place
from peerdesk.store.tonight import Sheet
from tests.features.tonight.conftest import KEY, SHEET


def test_the_code_opens_and_five_wrong_tries_in_a_row_end_it(
    tonight: TonightService, sheet: Place, clock: FixedClock
) -> None:
    assert tonight.has_code
    for _ in range(4):
        assert not tonight.try_code("1111")
    assert tonight.try_code("24 68")
    for _ in range(4):
        assert not tonight.try_code("1111")
        assert not tonight.try_code("no digits")
    again = TonightService(sheet, clock)  # the tries are kept in the sheet
    assert again.has_code
    assert not again.try_code("1111")
    assert not tonight.has_code
    assert not again.try_code("2468")
    row = Sheet.get()
    assert (row.code_salt, row.code_hash, row.tries_left) == (None, None, 0)


def test_a_code_can_be_set_changed_and_taken_away(tonight: TonightService) -> None:
    tonight.set_code("1357")
    assert tonight.try_code("1357")
    assert not tonight.try_code("2468")
    tonight.set_code("")
    assert not tonight.has_code
    with pytest.raises(KnownError, match="four digits"):
        tonight.set_code("12345")
    assert not tonight.has_code


def test_a_sheet_may_have_no_code_but_no_wrong_one(
    tmp_path: Path, clock: FixedClock, plan: Plan
) -> None:
    with pytest.raises(KnownError, match="four digits"):
        new_sheet(tmp_path / "s.safe", KEY, plan, clock, sheet_uid=SHEET, code="abc")
    assert not (tmp_path / "s.safe").exists()
    place = new_sheet(tmp_path / "s.safe", KEY, plan, clock, sheet_uid=SHEET)
    try:
        assert not TonightService(place, clock).has_code
    finally:
        place.close()


def test_the_code_does_not_stand_in_the_sheet(sheet: Place) -> None:
    row = Sheet.get()
    assert b"2468" not in bytes(row.code_hash or b"")
    assert not any("2468" in str(v) for v in sheet.rows("SELECT * FROM sheet")[0])
