"""How large a window is when it opens, and where the one before a lock stood."""

from __future__ import annotations

import re

from PySide6.QtCore import QPoint, QSize
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

WISHED = QSize(1280, 800)
FRAME = 40
"""Room for the frame that the system draws round the window, in pixels."""
_PLACING = r"(\d{1,5})x(\d{1,5})([+-]\d{1,5})([+-]\d{1,5})(m?)"


def fitting(room: QSize) -> QSize:
    """The wished size, or less where the free part of the screen is ``room``: the foot of the
    sidebar, with Lock, must not lie below the edge of a small laptop."""
    wide, tall = WISHED.toTuple()
    if room.width() < wide:
        wide = room.width()
    if room.height() < tall + FRAME:
        tall = room.height() - FRAME
    return QSize(wide, tall)


def has_screen() -> bool:
    """Whether there is a screen to fit into."""
    return QGuiApplication.platformName() != "offscreen"


def first_size(window: QWidget) -> QSize:
    """The size to open ``window`` with. A computer without a screen has none to fit into."""
    if not has_screen():
        return QSize(WISHED)
    return fitting(window.screen().availableGeometry().size())


def placing(window: QWidget) -> str:
    """Size and place of ``window`` for the next process: ``1280x800+20+40``, and ``m`` when it
    fills its screen."""
    fills = window.isMaximized()
    room = window.normalGeometry() if fills else window.geometry()
    at = room.topLeft() if fills else window.pos()
    return f"{room.width()}x{room.height()}{at.x():+d}{at.y():+d}{'m' if fills else ''}"


def place(window: QWidget, words: str) -> None:
    """Put ``window`` where :func:`placing` said, within the screens there are now. Words that say
    nothing leave it as it is."""
    said = re.fullmatch(_PLACING, words) if words else None
    if said is None:
        return
    size = QSize(int(said[1]), int(said[2])).expandedTo(window.minimumSize())
    at = QPoint(int(said[3]), int(said[4]))
    there = QGuiApplication.screenAt(at + QPoint(size.width() // 2, FRAME))
    if has_screen():
        room = (there or window.screen()).availableGeometry().size()
        size = size.boundedTo(room).expandedTo(window.minimumSize())
    window.resize(size)
    if there is not None:
        window.move(at)
    if said[5]:
        window.showMaximized()
