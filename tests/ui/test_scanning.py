"""Codes on paper are those that were asked for, module by module."""

from __future__ import annotations

import base64
import re
import zipfile
from pathlib import Path

import pytest
import segno
from PySide6.QtCore import QLocale, QRectF, Qt
from PySide6.QtGui import QImage, QPainter

from peerdesk.core.scan_code import QUIET, svg
from peerdesk.ui import printing, scanning
from peerdesk.ui.paged import Pages

pytestmark = pytest.mark.usefixtures("qapp")
PAYLOAD = "https://help.example/a?b=1&c=%20"


def read(picture: QImage, box: QRectF, count: int) -> list[list[bool]]:
    """The modules that stand in a part of a picture, by the colour in the middle of each."""
    step = box.width() / (count + 2 * QUIET)

    def black(x: int, y: int) -> bool:
        at = box.left() + (x + QUIET + 0.5) * step, box.top() + (y + QUIET + 0.5) * step
        return picture.pixelColor(round(at[0] - 0.5), round(at[1] - 0.5)).lightness() < 128

    return [[black(x, y) for x in range(count)] for y in range(count)]


def wanted(payload: str) -> list[list[bool]]:
    return [[bool(c) for c in row] for row in segno.make_qr(payload, error="m").matrix]


def test_a_painted_code_is_the_one_of_segno() -> None:
    modules = wanted(PAYLOAD)
    picture = QImage(503, 503, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.red)
    painter = QPainter(picture)
    box = QRectF(17, 23, 450, 450)
    scanning.paint(painter, box, PAYLOAD)
    painter.end()
    assert read(picture, box, len(modules)) == modules
    assert picture.pixelColor(19, 25) == Qt.GlobalColor.white  # the quiet around it


def test_a_code_in_a_text_is_painted_on_its_page() -> None:
    points = 144
    pages = Pages(f"<p>{scanning.image(PAYLOAD, 'Open it', points)}</p>")
    wide = 2000
    picture = QImage(wide, 2800, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.white)
    painter = QPainter(picture)
    pages.draw(painter, 1, wide)
    painter.end()
    black = [
        (x, y) for y in range(800) for x in range(800) if picture.pixelColor(x, y).lightness() < 128
    ]
    left, top = min(x for x, _ in black), min(y for _, y in black)
    modules = wanted(PAYLOAD)
    # the first black module stands QUIET modules inside the box
    side = points * wide / pages.shape.width() * 595 / (595 - 2 * 18 * 72 / 25.4)
    across = max(x for x, _ in black) - left + 1
    step = across / len(modules)
    assert abs(step * (len(modules) + 2 * QUIET) - side) < side * 0.03
    box = QRectF(left - QUIET * step, top - QUIET * step, *[step * (len(modules) + 2 * QUIET)] * 2)
    assert read(picture, box, len(modules)) == modules


def test_a_page_of_the_web_holds_the_code_and_its_words(tmp_path: Path) -> None:
    body = f"<p>{scanning.image(PAYLOAD, 'Open “it”', 80)}</p>"
    path = tmp_path / "a.html"
    printing.save_html(body, path, locale=QLocale("ar"))
    page = path.read_text("utf-8")
    assert 'lang="ar"' in page
    assert 'dir="rtl"' in page
    assert 'alt="Open “it”"' in page
    (data,) = re.findall(r'src="data:image/svg\+xml;base64,([^"]+)"', page)
    assert base64.b64decode(data).decode() == svg(PAYLOAD)
    assert "scan:" not in page


def test_an_open_document_holds_the_code_as_a_picture(tmp_path: Path) -> None:
    path = tmp_path / "a.odt"
    printing.save_odt(f"<p>{scanning.image(PAYLOAD, 'Open it', 80)}</p>", path)
    with zipfile.ZipFile(path) as package:
        (name,) = [n for n in package.namelist() if n.startswith("Pictures/")]
        picture = QImage()
        assert picture.loadFromData(package.read(name))
    modules = wanted(PAYLOAD)
    assert read(picture, QRectF(picture.rect()), len(modules)) == modules


def test_a_text_without_codes_is_left_alone() -> None:
    made = printing.document("<p>scan: this</p>")
    assert made.toPlainText() == "scan: this"
