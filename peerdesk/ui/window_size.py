"""How large a window is when it opens."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

WISHED = QSize(1280, 800)
FRAME = 40
"""Room for the frame that the system draws round the window, in pixels."""


def fitting(room: QSize) -> QSize:
    """The wished size, or less where the free part of the screen is ``room``: the foot of the
    sidebar, with Lock, must not lie below the edge of a small laptop."""
    wide, tall = WISHED.toTuple()
    if room.width() < wide:
        wide = room.width()
    if room.height() < tall + FRAME:
        tall = room.height() - FRAME
    return QSize(wide, tall)


def first_size(window: QWidget) -> QSize:
    """The size to open ``window`` with. A computer without a screen has none to fit into."""
    if QGuiApplication.platformName() == "offscreen":
        return QSize(WISHED)
    return fitting(window.screen().availableGeometry().size())
