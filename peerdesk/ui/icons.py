"""Our own line icons: small SVG files, read without QtSvg and drawn in the colours in use.

Only what our files hold is understood: ``path`` (M L H V C S Q A Z, both cases), ``circle`` and
``rect`` on a 24 × 24 grid; a stroke of 1.75 with round caps; ``fill="currentColor"`` fills.
"""

from __future__ import annotations

import math
import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from peerdesk.core import resources
from peerdesk.ui import theme

if TYPE_CHECKING:
    from PySide6.QtGui import QIcon, QPixmap

STROKE = 1.75
GRID = 24
DIRECTIONAL = frozenset({"back", "chevron", "undo", "import", "list", "lock-out"})
"""Icons that are mirrored where people read from right to left."""

_TAG = r"<(path|circle|rect)\s([^>]*?)/?>"
_ATTRIBUTE = r'([\w-]+)="([^"]*)"'
_TOKEN = r"[A-Za-z]|[-+]?(?:\d*\.\d+|\d+\.?)(?:[eE][-+]?\d+)?"


def folder() -> Path:
    """Where the icon files are: beside the code in a package, ``resources`` in a checkout."""
    return resources.folder("icons")


def names() -> list[str]:
    """All icon names, sorted."""
    return sorted(p.stem for p in folder().glob("*.svg"))


@cache
def _shapes(name: str) -> tuple[QPainterPath, QPainterPath]:
    """(stroked, filled) outlines of one icon. Raises FileNotFoundError for an unknown name."""
    stroked, filled = QPainterPath(), QPainterPath()
    for tag, rest in re.findall(_TAG, (folder() / f"{name}.svg").read_text("utf-8")):
        a = dict(re.findall(_ATTRIBUTE, rest))
        shape = filled if a.get("fill") == "currentColor" else stroked
        if tag == "path":
            shape.addPath(parse_path(a["d"]))
        elif tag == "circle":
            shape.addEllipse(QPointF(float(a["cx"]), float(a["cy"])), float(a["r"]), float(a["r"]))
        else:
            radius = float(a.get("rx", 0))
            box = QRectF(*(float(a[k]) for k in ("x", "y", "width", "height")))
            shape.addRoundedRect(box, radius, radius)
    return stroked, filled


def parse_path(data: str) -> QPainterPath:
    """SVG path data (SVG 2 §9.3) as a QPainterPath. Raises ValueError for other commands."""
    tokens = re.findall(_TOKEN, data)
    path, at, command = QPainterPath(), 0, ""
    here, start, control = QPointF(), QPointF(), QPointF()

    def take(count: int) -> list[float]:
        nonlocal at
        values = [float(t) for t in tokens[at : at + count]]
        at += count
        return values

    while at < len(tokens):
        if tokens[at].isalpha():
            command = tokens[at]
            at += 1
        kind, base = command.upper(), here if command.islower() else QPointF()
        if kind == "Z":
            path.closeSubpath()
            here = control = start
            continue
        if kind in "MLHV":
            if kind == "H":
                x, y = take(1)[0] + base.x(), here.y()
            elif kind == "V":
                x, y = here.x(), take(1)[0] + base.y()
            else:
                x, y = _shifted(take(2), base)
            here = control = QPointF(x, y)
            if kind == "M":
                path.moveTo(here)
                start, command = here, "l" if command == "m" else "L"
            else:
                path.lineTo(here)
        elif kind in "CS":
            first = here * 2 - control if kind == "S" else base + QPointF(*take(2))
            control, end = base + QPointF(*take(2)), base + QPointF(*take(2))
            path.cubicTo(first, control, end)
            here = end
        elif kind == "Q":
            control, end = base + QPointF(*take(2)), base + QPointF(*take(2))
            path.quadTo(control, end)
            here = end
        elif kind == "A":
            rx, ry, _turn, large, sweep, x, y = take(7)
            end = base + QPointF(x, y)
            _arc(path, here, end, rx, ry, bool(large), bool(sweep))
            here = control = end
        else:
            raise ValueError(command)
    return path


def _shifted(values: list[float], base: QPointF) -> tuple[float, float]:
    return values[0] + base.x(), values[1] + base.y()


def _arc(
    path: QPainterPath, a: QPointF, b: QPointF, rx: float, ry: float, large: bool, sweep: bool
) -> None:
    """An upright elliptical arc by its ends, turned into a centre form (SVG 2 §B.2.4)."""
    dx, dy = (a.x() - b.x()) / 2, (a.y() - b.y()) / 2
    spread = (dx / rx) ** 2 + (dy / ry) ** 2
    if spread > 1:
        rx, ry = rx * math.sqrt(spread), ry * math.sqrt(spread)
        spread = 1
    factor = math.sqrt((1 - spread) / spread) * (1 if large == sweep else -1)
    cx = -factor * rx * dy / ry + (a.x() + b.x()) / 2
    cy = factor * ry * dx / rx + (a.y() + b.y()) / 2
    first = math.degrees(math.atan2((a.y() - cy) / ry, (a.x() - cx) / rx))
    last = math.degrees(math.atan2((b.y() - cy) / ry, (b.x() - cx) / rx))
    sweep_by = (last - first) % 360 if sweep else -((first - last) % 360)
    # Qt counts angles the other way round.
    path.arcTo(QRectF(cx - rx, cy - ry, 2 * rx, 2 * ry), -first, -sweep_by)


def paint(
    painter: QPainter, rect: QRect | QRectF, name: str, color: QColor | str, mirrored: bool = False
) -> None:
    """Draw an icon into ``rect`` (the shorter side counts, centred)."""
    box = QRectF(rect)
    side = min(box.width(), box.height())
    stroked, filled = _shapes(name)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(box.center().x() - side / 2, box.center().y() - side / 2)
    painter.scale(side / GRID, side / GRID)
    if mirrored and name in DIRECTIONAL:
        painter.translate(GRID, 0)
        painter.scale(-1, 1)
    pen = QPen(QColor(color), STROKE, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(stroked)
    painter.fillPath(filled, QColor(color))
    painter.restore()


@cache
def pixmap(name: str, size: int, color: str, ratio: float = 1.0) -> QPixmap:
    """An icon as a picture of ``size`` logical pixels; kept, so ask freely."""
    _shapes(name)  # An unknown name must not leave a painter at work.
    from PySide6.QtGui import QPixmap

    made = QPixmap(QSize(size, size) * ratio)
    made.setDevicePixelRatio(ratio)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    paint(painter, QRectF(0, 0, size, size), name, color)
    painter.end()
    return made


def icon(name: str, tokens: theme.Tokens = theme.LIGHT, tone: str = "ink") -> QIcon:
    """A QIcon for plain Qt places (menus, actions). Our own widgets take the name instead."""
    from PySide6.QtGui import QIcon

    made = QIcon()
    size = theme.px(19)
    for ratio in (1.0, 2.0):
        made.addPixmap(pixmap(name, size, getattr(tokens, tone), ratio))
        faded = theme.blend(getattr(tokens, tone), tokens.surface, 0.45).name()
        made.addPixmap(pixmap(name, size, faded, ratio), QIcon.Mode.Disabled)
    return made
