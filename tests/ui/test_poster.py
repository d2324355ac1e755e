"""One sheet for the wall, as large as it holds."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPageSize, QPainter

from peerdesk.ui.poster import LEAST, Poster

pytestmark = pytest.mark.usefixtures("qapp")
A4, A3 = QPageSize.PageSizeId.A4, QPageSize.PageSizeId.A3


def body(lines: int):
    return lambda scale: "".join(
        f"<p><span style='font-size:{20 * scale:.1f}pt'>Line {n}</span></p>" for n in range(lines)
    )


def test_large_fills_the_sheet_and_normal_does_not() -> None:
    normal, large = Poster(body(8), A4), Poster(body(8), A4, large=True)
    assert normal.count == large.count == 1
    assert normal.scale == 1.0
    assert large.scale > 1.5
    assert large._fits(body(8)(large.scale))
    assert not large._fits(body(8)(large.scale + 0.1))


def test_twice_the_paper_has_larger_words() -> None:
    assert Poster(body(8), A3).scale > 1.3
    assert Poster(body(8), A3, large=True).scale > Poster(body(8), A4, large=True).scale * 1.3
    assert Poster(body(8), A3).shape.width() > Poster(body(8), A4).shape.width() * 1.4


def test_much_is_made_smaller_and_stays_on_one_sheet() -> None:
    assert LEAST <= Poster(body(40), A4).scale < 1.0


def test_it_is_painted_black() -> None:
    picture = QImage(600, 850, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.white)
    painter = QPainter(picture)
    Poster(body(8), A4, large=True, right_to_left=False).draw_sheet(painter, 1, 600)
    painter.end()
    assert min(picture.pixelColor(x, y).lightness() for x in range(600) for y in range(100)) < 60
