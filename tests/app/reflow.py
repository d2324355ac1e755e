"""What is looked at in a small window with large words (WCAG 1.4.10, reflow)."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QTranslator
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractScrollArea,
    QApplication,
    QDialog,
    QWidget,
)

from peerdesk.app import languages
from peerdesk.ui import a11y
from peerdesk.ui.whole_list import WholeList

WIDTH, HEIGHT = 800, 600


def shrink(app: QApplication, window: QWidget) -> None:
    """As a person makes a window small; a question beside its page is small already."""
    if not isinstance(window, QDialog):
        window.resize(WIDTH, HEIGHT)
    for _ in range(8):  # words that wrap anew ask for another height, and so does what is around
        app.processEvents()
        app.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def _areas(window: QWidget) -> list[QAbstractScrollArea]:
    return [
        area
        for area in window.findChildren(QAbstractScrollArea)
        if area.isVisible() and not area.visibleRegion().isEmpty()
    ]


def sideways(window: QWidget) -> list[str]:
    """The visible scroll areas that scroll sideways, with how far."""
    return [
        f"{a11y.name_of(area)}: {area.horizontalScrollBar().maximum()} px"
        for area in _areas(window)
        if area.horizontalScrollBar().maximum() > 0
    ]


def two_bars(window: QWidget) -> list[str]:
    """What scrolls up and down inside something that does so too. A long list may."""
    moving = [area for area in _areas(window) if area.verticalScrollBar().maximum() > 0]
    return [
        f"{a11y.name_of(inner)} in {a11y.name_of(outer)}"
        for outer in moving
        for inner in moving
        if inner is not outer and outer.isAncestorOf(inner) and not _long(inner)
    ]


def _long(area: QAbstractScrollArea) -> bool:
    if not isinstance(area, QAbstractItemView) or not isinstance(area, WholeList):
        return False
    return area.model().rowCount() > area.WHOLE


def speak_nothing(app: QApplication) -> None:
    """As it was before any language was installed; other tests count on plain source words."""
    languages.install(app, "")
    for translator in app.findChildren(QTranslator):
        app.removeTranslator(translator)
        translator.deleteLater()
    app.setProperty(languages.SPEAKS, None)
