"""Icons are read by our own small reader and drawn in the colours in use."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from peerdesk.ui import icons, theme

NEEDED = (
    "home people calendar pin book lock pen eye eye-off sound flag chart help gear search cap plus",
    "close check chevron back trash archive print phone mail clock undo import note up down minus",
    "drag key text-size language info warning",
)


def test_all_needed_icons_are_there() -> None:
    assert set(" ".join(NEEDED).split()) <= set(icons.names())


@pytest.mark.parametrize("name", icons.names())
def test_icon_stays_on_its_grid_and_shows(name: str) -> None:
    stroked, filled = icons._shapes(name)
    box = stroked.boundingRect().united(filled.boundingRect())
    grid = QRectF(1.5, 1.5, 21, 21)
    assert grid.contains(box.topLeft())
    assert grid.contains(box.bottomRight())
    image = icons.pixmap(name, 24, "#FF0000").toImage()
    seen = [image.pixelColor(x, y) for x in range(24) for y in range(24)]
    assert any(c.alpha() > 100 and c.red() > 200 for c in seen)


def test_pictures_are_kept_and_sharp() -> None:
    assert icons.pixmap("home", 20, "#000000", 2.0) is icons.pixmap("home", 20, "#000000", 2.0)
    assert icons.pixmap("home", 20, "#000000", 2.0).width() == 40


def test_unknown_icon() -> None:
    with pytest.raises(FileNotFoundError):
        icons.pixmap("no-such-icon", 20, "#000000")


@pytest.mark.parametrize(
    ("data", "box"),
    [
        ("M2 2 L10 2 V10 H2 Z", (2, 2, 8, 8)),
        ("m2 2 l8 0 v8 h-8 z", (2, 2, 8, 8)),
        ("M2 6 a4 4 0 0 1 8 0 a4 4 0 0 1 -8 0", (2, 2, 8, 8)),
        ("M2 6 A4 4 0 1 0 10 6", (2, 6, 8, 4)),
        ("M0 0 a1 1 0 0 1 8 0", (0, -4, 8, 4)),
        ("M0 0 q4 0 4 4", (0, 0, 4, 4)),
    ],
)
def test_path_data(data: str, box: tuple[float, float, float, float]) -> None:
    found = icons.parse_path(data).boundingRect().getRect()
    assert found == pytest.approx(box, abs=0.05)


def test_smooth_curves_mirror_the_last_control_point() -> None:
    path = icons.parse_path("M0 0 c0 2 2 4 4 4 s4 -2 4 -4")
    assert path.boundingRect().getRect() == pytest.approx((0, 0, 8, 4), abs=0.05)


def test_unknown_command() -> None:
    with pytest.raises(ValueError):
        icons.parse_path("M0 0 T1 1")


def _painted(name: str, mirrored: bool) -> QImage:
    image = QImage(24, 24, QImage.Format.Format_ARGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    icons.paint(painter, QRectF(0, 0, 24, 24), name, "#000000", mirrored)
    painter.end()
    return image


def test_only_icons_with_a_direction_are_mirrored() -> None:
    assert _painted("back", True) != _painted("back", False)
    assert _painted("clock", True) == _painted("clock", False)


def test_icon_for_menus_has_both_sharpnesses() -> None:
    made = icons.icon("gear", theme.DARK)
    assert not made.isNull()
    assert len(made.availableSizes()) >= 1
