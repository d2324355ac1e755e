"""Long words at 200 %: every room fits a screen of 1280 pixels, in Spanish too."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QApplication, QScrollArea

from peerdesk.app import languages
from peerdesk.app.first_start import FirstStart
from peerdesk.app.first_start.group import GroupStep
from peerdesk.app.gallery import draw as gallery
from peerdesk.app.gallery.surfaces import Stage, all_surfaces, stage
from peerdesk.app.main_window import MainWindow
from peerdesk.ui import a11y, theme
from peerdesk.ui.widgets import Button
from tests.app.reflow import speak_nothing
from tests.tiny_app import TINY

ROOMS = ("today", "meetings", "meeting-about", "meeting-series", "people", "team-notes")
MORE = ("team-note-reply", "notes", "directory", "directory-form", "settings", "keys", "copies")
SURFACES = {surface.name: surface for surface in all_surfaces()}


@pytest.fixture(scope="module")
def scene(qapp: QApplication) -> Iterator[Stage]:
    with stage(qapp, TINY) as made:
        languages.install(qapp, "es")
        yield made
    speak_nothing(qapp)
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    theme.apply(qapp, "light", 1.0)


@pytest.mark.parametrize("name", [*ROOMS, *MORE])
def test_every_room_fits_in_spanish_with_large_words(
    qapp: QApplication, scene: Stage, name: str
) -> None:
    window = gallery.show(qapp, scene, SURFACES[name], "large")
    try:
        assert window.minimumSizeHint().width() <= gallery.WIDTH
        problems = a11y.walk(window, QSize(gallery.WIDTH, gallery.HEIGHT))
        assert not problems, "\n".join(str(problem) for problem in problems)
    finally:
        gallery.put_away(qapp, scene, window)


@pytest.mark.parametrize("name", ["today", "meetings", "people", "notes", "settings"])
def test_a_small_screen_with_large_words(qapp: QApplication, scene: Stage, name: str) -> None:
    """800 × 600 at 200 %: icons in the sidebar, and the head scrolls instead of being squeezed."""
    window = gallery.show(qapp, scene, SURFACES[name], "large")
    try:
        assert isinstance(window, MainWindow)
        window.resize(800, 600)
        for _ in range(3):
            qapp.processEvents()
        assert window.sidebar.width() < 200
        assert window.sidebar.entry("meetings").toolTip().startswith("Reuniones")
        crisis = next(b for b in window.sidebar.findChildren(Button) if b.kind == "crisis")
        assert (crisis.text(), crisis.accessibleName()) == ("", "Ayuda ahora mismo")
        header = window.header
        assert window.view.isAncestorOf(header)
        assert header.height() >= header.minimumSizeHint().height()
        for button in header.findChildren(Button):
            if button.isVisible():
                inside = QRect(button.mapTo(header, QPoint(0, 0)), button.size())
                assert header.rect().contains(inside), button.text()
        bar = window.view.horizontalScrollBar()
        assert window.view.viewport().width() + bar.maximum() >= window.view.inside.width()
        window.resize(gallery.WIDTH, gallery.HEIGHT)
        for _ in range(3):
            qapp.processEvents()
        assert window.sidebar.width() > 400
        assert crisis.text() == "Ayuda ahora mismo"
        assert window.view.isAncestorOf(header), "also on a laptop's screen"
        window.resize(gallery.WIDTH, 1_000)
        for _ in range(3):
            qapp.processEvents()
        assert not window.view.isAncestorOf(header)
    finally:
        gallery.put_away(qapp, scene, window)


@pytest.mark.parametrize("name", ["meetings", "people", "help-right-now", "referrals"])
def test_a_small_screen_in_spanish_scrolls_down_only(
    qapp: QApplication, scene: Stage, name: str
) -> None:
    languages.install(qapp, "es")
    window = gallery.show(qapp, scene, SURFACES[name], "large")
    try:
        window.resize(800, 600)
        for _ in range(3):
            qapp.processEvents()
        for area in window.findChildren(QScrollArea):
            if area.isVisible():
                assert area.horizontalScrollBar().maximum() == 0, a11y.name_of(area)
    finally:
        gallery.put_away(qapp, scene, window)


def test_the_first_start_on_a_small_screen(qapp: QApplication, scene: Stage) -> None:
    window = gallery.show(qapp, scene, SURFACES["first-start-group"], "large")
    try:
        assert isinstance(window, FirstStart)
        step = window.step
        assert isinstance(step, GroupStep)
        assert step.time.mapTo(step, QPoint()).y() == step.weekday.mapTo(step, QPoint()).y()
        window.resize(800, 600)
        for _ in range(3):
            qapp.processEvents()
        assert step.time.mapTo(step, QPoint()).y() > step.weekday.mapTo(step, QPoint()).y()
        assert window.column.inside.width() <= window.column.viewport().width()
        parts = (window.badge, window.column, window.next_button)
        places = [QRect(w.mapTo(window, QPoint(0, 0)), w.size()) for w in parts]
        assert not any(a.intersects(b) for n, a in enumerate(places) for b in places[n + 1 :]), (
            "nothing overlaps"
        )
        assert window.rect().contains(places[-1])
        gallery.dress(qapp, "light")
        qapp.processEvents()
        assert window.badge.mapTo(window, QPoint(0, 0)).x() > 0, "room stays at the sides"
        assert window.column.width() <= theme.px(640)
    finally:
        gallery.put_away(qapp, scene, window)
