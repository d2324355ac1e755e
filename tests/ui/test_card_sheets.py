"""Cards are as large as a purse takes them, and keep what matters most."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter

from peerdesk.ui.card_sheets import MM, TALL, WIDE, CardSheets
from tests.ui.test_scanning import read, wanted

pytestmark = pytest.mark.usefixtures("qapp")
PAYLOAD = "tel:5550198"


@dataclass(frozen=True)
class Face:
    lines: tuple[str, ...]
    code: str = ""
    code_words: str = ""


LONG = ("<p><b>Name</b></p>", "<p>555 0198</p>", *("<p>" + "word " * 30 + "</p>",) * 8)


def drawn(sheets: CardSheets, scale: float = 4) -> QImage:
    picture = QImage(round(sheets.wide * scale), round(760 * scale), QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.white)
    painter = QPainter(picture)
    sheets.draw(painter, 1, sheets.wide * scale)
    painter.end()
    return picture


@pytest.mark.parametrize(("large", "a_sheet"), [(False, 8), (True, 4)])
def test_sizes(large: bool, a_sheet: int) -> None:
    sheets = CardSheets([Face(("<p>a</p>",))] * 9, large)
    assert sheets.count == -(-9 // a_sheet)
    boxes = [box for _, box in sheets.boxes(1)]
    assert len(boxes) == a_sheet
    for box in boxes:
        assert box.width() == pytest.approx(WIDE * MM)
        assert box.height() == pytest.approx(TALL * MM * (2 if large else 1))
        assert box.left() >= 0
        assert box.right() <= sheets.wide + 0.01
    assert len({(b.left(), b.top()) for b in boxes}) == a_sheet
    assert [at for at, _ in sheets.boxes(sheets.count)] == list(
        range(a_sheet * (sheets.count - 1), 9)
    )


def test_from_the_right() -> None:
    left, right = (
        next(CardSheets([Face(("<p>a</p>",))] * 2, right_to_left=rtl).boxes(1))[1].left()
        for rtl in (False, True)
    )
    assert right > left


@pytest.mark.parametrize("large", [False, True])
def test_what_has_no_room_goes_from_the_end(large: bool) -> None:
    few = CardSheets([Face(LONG[:2], PAYLOAD, "Scan to ring <555>")], large)
    assert few.kept(0) == 2
    many = CardSheets([Face(LONG, PAYLOAD, "Scan")], large)
    assert 2 <= many.kept(0) < len(LONG)
    assert CardSheets([Face(("<p>" + "endless " * 400 + "</p>", "<p>b</p>"))], large).kept(0) == 1


@pytest.mark.parametrize("large", [False, True])
@pytest.mark.parametrize("rtl", [False, True])
def test_the_code_on_a_card_can_be_read(large: bool, rtl: bool) -> None:
    sheets = CardSheets([Face(LONG[:2], PAYLOAD, "Scan to ring")], large, right_to_left=rtl)
    picture = drawn(sheets)
    (_, box) = next(sheets.boxes(1))
    code = sheets._code_box(box)
    scaled = QRectF(code.left() * 4, code.top() * 4, code.width() * 4, code.height() * 4)
    modules = wanted(PAYLOAD)
    assert read(picture, scaled, len(modules)) == modules
    assert (code.center().x() < box.center().x()) is rtl


def test_words_are_painted_black_beside_the_code() -> None:
    sheets = CardSheets([Face(LONG[:2], PAYLOAD, "Scan to ring")])
    (_, box) = next(sheets.boxes(1))
    picture = drawn(sheets)
    words = [
        picture.pixelColor(x, y).lightness()
        for y in range(round(box.top() * 4) + 40, round(box.top() * 4) + 200)
        for x in range(round(box.left() * 4) + 40, round(box.left() * 4) + 300)
    ]
    assert min(words) < 60
