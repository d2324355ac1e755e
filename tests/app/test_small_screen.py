"""800 × 600 at 200 %: every screen is read by scrolling down alone (WCAG 1.4.10, reflow), and by
one scroll bar."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea, QTableView, QWidget
from pytestqt.qtbot import QtBot

from peerdesk.app import languages
from peerdesk.app.gallery import draw as gallery
from peerdesk.app.gallery.surfaces import Stage, Surface, all_surfaces, stage
from peerdesk.app.help_pages.view import ReadingColumn
from peerdesk.app.main_window import MainWindow
from peerdesk.features.directory.public import PublicDirectory
from peerdesk.ui import a11y, theme
from peerdesk.ui.views import ListRows
from peerdesk.ui.widgets import Column, Panes, ScrollColumn
from tests.app.reflow import WIDTH, shrink, sideways, speak_nothing, two_bars
from tests.tiny_app import TINY

TWO_WAYS: dict[str, str] = {}
"""Surfaces of which a part may scroll sideways, and why. Reflow exempts what needs two dimensions
to be understood, such as a page as it will be printed."""


@pytest.fixture(scope="module")
def scene(qapp: QApplication) -> Iterator[Stage]:
    with stage(qapp, TINY) as made:
        yield made
    speak_nothing(qapp)
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    theme.apply(qapp, "light", 1.0)


@pytest.mark.parametrize("surface", all_surfaces(), ids=lambda surface: surface.name)
def test_it_is_read_by_one_scroll_bar(qapp: QApplication, scene: Stage, surface: Surface) -> None:
    """In Spanish, whose words are the longest; English shrinks in ``test_surfaces``."""
    languages.install(qapp, "es")
    window = gallery.show(qapp, scene, surface, "large")
    try:
        found = two_bars(window)
        shrink(qapp, window)
        assert not [*found, *two_bars(window)], "\n".join([*found, *two_bars(window)])
        found = sideways(window)
        if surface.name in TWO_WAYS:
            assert found, "scrolls down only now: take it off the list"
        else:
            assert not found, "\n".join(found)
    finally:
        gallery.put_away(qapp, scene, window)


def test_what_was_done_is_said_where_the_page_is(qapp: QApplication, scene: Stage) -> None:
    """The sidebar becomes narrow in a small window, and the bar takes the room that leaves."""
    languages.install(qapp, "")
    surface = next(s for s in all_surfaces() if s.name == "people")
    window = gallery.show(qapp, scene, surface, "large")
    try:
        assert isinstance(window, MainWindow)
        window.undo_bar.say("Read the room's calendar", lambda: None)
        shrink(qapp, window)
        bar, words = window.undo_bar, window.undo_bar.words
        room = window.view.geometry()
        assert room.left() <= bar.x()
        assert bar.geometry().right() <= room.right()
        assert words.minimumSizeHint().width() <= words.width()
        assert bar.button.width() >= bar.button.sizeHint().width()
    finally:
        gallery.put_away(qapp, scene, window)


@pytest.mark.parametrize("name", ["first-start-group", "keys-group"])
def test_a_time_of_day_in_american_english_fits(
    qapp: QApplication, scene: Stage, name: str
) -> None:
    """ "6:30 PM" is wider than "18:30"."""
    languages.install(qapp, "en")
    surface = next(s for s in all_surfaces() if s.name == name)
    window = gallery.show(qapp, scene, surface, "large")
    try:
        shrink(qapp, window)
        assert not sideways(window)
    finally:
        gallery.put_away(qapp, scene, window)


@pytest.mark.parametrize("name", ["local-help", "report-problem"])
def test_the_head_of_the_public_local_help_scrolls_with_it(
    qapp: QApplication, scene: Stage, name: str
) -> None:
    languages.install(qapp, "")
    surface = next(s for s in all_surfaces() if s.name == name)
    window = gallery.show(qapp, scene, surface, "large")
    try:
        page = window.findChild(PublicDirectory)
        for height, inside in ((600, True), (1000, False), (600, True)):
            window.resize(WIDTH, height)
            for _ in range(8):
                qapp.processEvents()
            assert page.view.isAncestorOf(page.header) is inside
            parts = (page.header, page.browser)
            tops = [part.mapTo(page, QPoint(0, 0)).y() for part in parts]
            assert not inside or tops == sorted(tops)
        assert page.view.height() > window.height() * 0.8
        assert not a11y.walk(window)
    finally:
        gallery.put_away(qapp, scene, window)


def _press(view: QTableView, row: int) -> None:
    """As a person presses a row of a list in which the keyboard is already."""
    view.setFocus()
    view.scrollTo(view.model().index(row, 0))
    QApplication.processEvents()
    at = view.visualRect(view.model().index(row, 0)).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)


@pytest.mark.parametrize("name", ["directory", "local-help", "team-notes", "calls"])
def test_a_press_on_a_list_leads_down_to_what_it_opens(
    qtbot: QtBot, qapp: QApplication, scene: Stage, name: str
) -> None:
    """List and detail stand one under the other there; else nothing would seem to happen."""
    languages.install(qapp, "")
    surface = next(s for s in all_surfaces() if s.name == name)
    window = gallery.show(qapp, scene, surface, "large")
    try:
        shrink(qapp, window)
        view = next(v for v in window.findChildren(ListRows) if v.isVisible())
        panes = next(p for p in window.findChildren(Panes) if p.isVisible())
        assert panes.stacked()
        detail = panes.pane(1)
        mover = panes.mover()
        mover.verticalScrollBar().setValue(0)
        _press(view, 1)
        half = mover.viewport().height() // 2
        qtbot.waitUntil(lambda: 0 <= detail.mapTo(mover.viewport(), QPoint(0, 0)).y() < half)
    finally:
        gallery.put_away(qapp, scene, window)


@pytest.mark.parametrize("name", ["help-start"])
def test_a_help_page_is_read_by_keys(qapp: QApplication, scene: Stage, name: str) -> None:
    languages.install(qapp, "")
    surface = next(s for s in all_surfaces() if s.name == name)
    window = gallery.show(qapp, scene, surface, "large")
    try:
        shrink(qapp, window)
        column = window.findChild(ReadingColumn)
        bar = column.mover().verticalScrollBar()
        bar.setValue(0)
        QTest.keyClick(column, Qt.Key.Key_PageDown)
        assert bar.value() > 200
    finally:
        gallery.put_away(qapp, scene, window)


def test_what_scrolls_sideways_is_found(qapp: QApplication) -> None:
    """The guard itself: a page of one wide thing, and the same page with room for it."""
    window, page, wide = QWidget(), ScrollColumn(), QWidget()
    window.setMinimumSize(640, 480)
    Column(window).add(page)
    page.add(wide)
    try:
        window.show()
        for needs, found in ((WIDTH + 200, 1), (200, 0)):
            wide.setMinimumWidth(needs)
            shrink(qapp, window)
            assert len(sideways(window)) == found
    finally:
        window.close()
        window.deleteLater()
        qapp.processEvents()


def test_two_bars_are_found(qapp: QApplication) -> None:
    """The guard itself: a tall thing that scrolls in a tall thing, and alone."""
    window, page, inner = QWidget(), ScrollColumn(), QScrollArea()
    window.setMinimumSize(640, 480)
    Column(window).add(page)
    tall = QWidget()
    tall.setMinimumHeight(2000)
    inner.setWidget(tall)
    inner.setWidgetResizable(True)
    page.add(inner)
    try:
        window.show()
        for least, found in ((1000, 1), (0, 0)):
            inner.setMinimumHeight(least)
            shrink(qapp, window)
            assert len(two_bars(window)) == found
    finally:
        window.close()
        window.deleteLater()
        qapp.processEvents()
