"""Draws every screen of the inventory into a folder: look at it whenever a screen changes."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from PySide6.QtGui import QPixmap
    from PySide6.QtWidgets import QApplication, QWidget

    from peerdesk.app.gallery.surfaces import Stage, Surface
    from peerdesk.safe.kdf import Kdf

WIDTH, HEIGHT = 1280, 800
FONT = "Inter"
VARIANTS = ("light", "dark", "large", "rtl")


def draw_all(folder: Path, kdf: Kdf | None = None, only: str = "") -> int:
    """Write ``<surface>-<variant>.png`` for every surface and variant into ``folder``.

    Needs no screen. ``only`` draws the surfaces whose name begins so. Returns the exit status.
    """
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from PySide6.QtWidgets import QApplication

    from peerdesk.app.gallery.surfaces import all_surfaces, stage

    app = cast("QApplication", QApplication.instance() or QApplication(["peerdesk"]))
    folder.mkdir(parents=True, exist_ok=True)
    with stage(app, kdf) as scene:
        for variant in VARIANTS:
            for surface in all_surfaces():
                if surface.name.startswith(only):
                    path = folder / f"{surface.name}-{variant}.png"
                    draw(app, scene, surface, variant).save(str(path))
                    print(path.name, file=sys.stderr)
    return 0


def dress(app: QApplication, variant: str) -> None:
    """Colours, text size and direction of one variant."""
    from PySide6.QtCore import Qt

    from peerdesk.ui import theme

    right = variant == "rtl"
    app.setLayoutDirection(
        Qt.LayoutDirection.RightToLeft if right else Qt.LayoutDirection.LeftToRight
    )
    theme.apply(
        app,
        "dark" if variant == "dark" else "light",
        2.0 if variant == "large" else 1.0,
        FONT,
    )


def draw(app: QApplication, scene: Stage, surface: Surface, variant: str) -> QPixmap:
    """One surface as a picture of 1280 × 800; a small dialog stands in the middle of it."""
    from PySide6.QtGui import QPainter, QPixmap

    window = show(app, scene, surface, variant)
    picture = window.grab()
    if picture.width() < WIDTH or picture.height() < HEIGHT:
        alone, picture = picture, QPixmap(WIDTH, HEIGHT)
        picture.fill(window.palette().mid().color())
        painter = QPainter(picture)
        painter.drawPixmap((WIDTH - alone.width()) // 2, (HEIGHT - alone.height()) // 2, alone)
        painter.end()
    put_away(app, scene, window)
    return picture


def show(app: QApplication, scene: Stage, surface: Surface, variant: str) -> QWidget:
    """Make a surface, at its size and settled."""
    from PySide6.QtCore import QEvent, Qt
    from PySide6.QtWidgets import QDialog

    dress(app, variant)
    window = surface.show(scene)
    dress(app, variant)
    if isinstance(window, QDialog) and not window.testAttribute(Qt.WidgetAttribute.WA_Resized):
        window.adjustSize()  # a small question stays as small as it is beside its page
    else:
        window.resize(WIDTH, HEIGHT)
    window.show()
    for _ in range(4):
        app.processEvents()
        app.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    return window


def put_away(app: QApplication, scene: Stage, window: QWidget) -> None:
    """Close what :func:`show` made."""
    from PySide6.QtCore import QEvent

    window.hide()
    if hasattr(window, "release"):
        window.release()
    scene.close()
    window.close()
    window.deleteLater()
    app.processEvents()
    app.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
