"""The evening code is four digits, in any script, and does not stand in the sheet."""

from __future__ import annotations

import pytest

from peerdesk.features.tonight import code


@pytest.mark.parametrize("typed", ["2468", " 24 68 ", "٢٤٦٨", "२४६८", "２４６８"])
def test_four_digits_of_any_script_are_read(typed: str) -> None:
    assert code.digits(typed) == "2468"


@pytest.mark.parametrize("typed", ["", "246", "24680", "24a8", "24-68", "²⁴⁶⁸", "    "])
def test_anything_else_is_none(typed: str) -> None:
    assert code.digits(typed) == ""


def test_a_code_is_known_again_and_hidden_differently_each_time() -> None:
    salt, hidden = code.hide("2468")
    assert code.same("2468", salt, hidden)
    assert not code.same("2469", salt, hidden)
    assert code.hide("2468") != (salt, hidden)
    assert len(salt) == 16
    assert len(hidden) == 32
