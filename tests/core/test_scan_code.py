"""What a phone reads from paper, and when there had better be no code."""

from __future__ import annotations

import re

import pytest
import segno

from peerdesk.core import scan_code


@pytest.mark.parametrize(
    ("number", "payload"),
    [
        ("555 0198", "tel:5550198"),
        ("(212) 555-0198", "tel:2125550198"),
        ("+44 (0)20 7946 0958", "tel:+442079460958"),
        ("020 7946 0958, ext. 12", "tel:02079460958"),
        ("020 7946 0958 x12", "tel:02079460958"),
        ("988", "tel:988"),
        ("020\u202f7946\u20110958", "tel:02079460958"),
    ],
)
def test_numbers_that_can_be_rung(number: str, payload: str) -> None:
    assert scan_code.ring(number) == payload


@pytest.mark.parametrize(
    "number", ["", "Front desk", "1-800-GET-HELP", "12", "555 0198 or 555 0199 or 555 0200", "+"]
)
def test_no_code_where_it_is_not_certain(number: str) -> None:
    assert scan_code.ring(number) == ""


@pytest.mark.parametrize(
    ("address", "payload"),
    [
        ("https://help.example/a?b=1", "https://help.example/a?b=1"),
        ("HTTP://help.example", "HTTP://help.example"),
        (" www.help.example/now ", "https://www.help.example/now"),
        ("", ""),
        ("javascript:alert(1)", ""),
        ("ftp://help.example", ""),
        ("https://", ""),
        ("ask at the desk", ""),
        ("nowhere", ""),
        ("https://help.example/" + "a" * 400, ""),
    ],
)
def test_pages(address: str, payload: str) -> None:
    assert scan_code.page(address) == payload


def test_the_modules_are_those_of_segno() -> None:
    payload = "tel:+442079460958"
    made = segno.make_qr(payload, error="m")
    assert scan_code.modules(payload) == tuple(tuple(bool(c) for c in row) for row in made.matrix)


def test_the_picture_for_the_web_holds_every_module() -> None:
    rows = scan_code.modules("tel:5550198")
    picture = scan_code.svg("tel:5550198")
    black = {(int(x), int(y)) for x, y in re.findall(r"M(\d+) (\d+)h1v1h-1z", picture)}
    quiet = scan_code.QUIET
    assert black == {
        (x + quiet, y + quiet) for y, row in enumerate(rows) for x, cell in enumerate(row) if cell
    }
    side = len(rows) + 2 * quiet
    assert f'viewBox="0 0 {side} {side}"' in picture
