"""The sign-in stands beneath help right now where large words leave no room beside it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from peerdesk.app.welcome.page import WelcomePage
from peerdesk.core.clock import FixedClock
from peerdesk.features.keys.service import SignedIn
from peerdesk.store.glance import Glance
from peerdesk.ui import a11y, theme
from peerdesk.ui.widgets import InlineMessage
from tests.app.test_welcome import SEEN

# Qt's offscreen screen says this of every window; it means nothing.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


@pytest.fixture
def large(qapp: QApplication) -> Iterator[None]:
    theme.apply(qapp, "light", 2.0, "Inter")
    yield
    theme.apply(qapp, "light", 1.0, "Inter")


def page_of(qtbot: QtBot, seen: Glance = SEEN, width: int = 800) -> WelcomePage:
    def nobody(_name: str, _password: str) -> SignedIn:
        raise AssertionError("nobody signs in here")

    page = WelcomePage(
        seen, nobody, FixedClock(datetime(2026, 11, 22, 16)), lambda: (("en", "English"),)
    )
    qtbot.addWidget(page)
    page.setMinimumSize(640, 480)  # as the window it stands in
    size_to(page, width)
    page.show()
    page.fill()
    settle()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    return page


def size_to(page: WelcomePage, width: int) -> None:
    page.resize(width, 600)
    settle()


def settle() -> None:
    for _ in range(3):
        QApplication.processEvents()


def top_of(widget: QWidget, page: WelcomePage) -> int:
    return widget.mapTo(page.main.inside, QPoint(0, 0)).y()


def seen_on(page: WelcomePage, widget: QWidget) -> bool:
    view = page.main.viewport()
    at = widget.mapTo(view, QPoint(0, 0))
    return view.rect().contains(at) and view.rect().contains(at + widget.rect().bottomRight())


@pytest.mark.usefixtures("large")
def test_help_stands_first_and_nothing_scrolls_sideways(qtbot: QtBot) -> None:
    page = page_of(qtbot)
    assert not page.side.isVisible()
    assert page.panel.isVisible()
    assert top_of(page.crisis, page) < top_of(page.help_tile, page) < top_of(page.panel, page)
    assert page.main.horizontalScrollBar().maximum() == 0
    assert not a11y.walk(page)
    stops = a11y.tab_stops(page)
    order = [stops.index(w) for w in (page.jump, page.crisis.print_button, page.help_tile)]
    after = [page.panel.name, page.panel.password, page.language_button, page.protected_link]
    order += [stops.index(w) for w in after]
    assert order == sorted(order)
    assert order[0] == 0


@pytest.mark.usefixtures("large")
def test_the_keyboard_begins_where_it_is_seen(qtbot: QtBot) -> None:
    page = page_of(qtbot)
    page.start_typing()
    qtbot.waitUntil(page.jump.hasFocus)
    assert seen_on(page, page.jump)
    page.jump.click()
    qtbot.waitUntil(page.panel.name.hasFocus)
    assert seen_on(page, page.panel.name)
    assert seen_on(page, page.panel.password)


@pytest.mark.usefixtures("large")
def test_other_pages_have_the_whole_width(qtbot: QtBot) -> None:
    page = page_of(qtbot)
    page.show_meetings()
    settle()
    assert page.pages.width() == page.width()
    assert not page.panel.isVisible()
    page.show_main()
    assert page.panel.isVisible()


@pytest.mark.usefixtures("large")
def test_a_window_made_wider_keeps_words_and_keyboard(qtbot: QtBot) -> None:
    page = page_of(qtbot)
    page.panel.name.setText("maria")
    page.panel.name.setFocus()
    for width, beneath in ((1280, False), (800, True), (1280, False)):
        size_to(page, width)
        assert page.side.isVisible() is not beneath
        assert page.jump.isVisible() is beneath
        assert page.side.column.isAncestorOf(page.panel) is not beneath
        assert page.panel.isVisible()
        assert page.panel.name.text() == "maria"
        assert page.panel.name.hasFocus()
        assert not a11y.walk(page)
    size_to(page, 1280)
    page.start_typing()
    assert page.panel.name.hasFocus()


def test_ordinary_words_stay_beside_in_the_smallest_window(qtbot: QtBot) -> None:
    page = page_of(qtbot, width=640)
    assert page.side.isVisible()
    assert page.side.card is None
    assert not page.jump.isVisible()
    page.side.move_back()  # where it already is
    assert page.panel.isVisible()


@pytest.mark.usefixtures("large")
def test_nobody_to_sign_in_needs_no_way_there(qtbot: QtBot) -> None:
    page = page_of(qtbot, SEEN._replace(can_sign_in=False))
    assert page.panel.set_up_button.isVisible()
    assert not page.jump.isVisible()


@pytest.mark.usefixtures("large")
def test_what_is_said_stands_where_the_person_is(qtbot: QtBot) -> None:
    page = page_of(qtbot)
    first = InlineMessage("A file is damaged.", action="Bring back a copy", parent=page)
    page.jump.setFocus()
    page.tell(first)
    settle()
    assert top_of(first, page) < top_of(page.crisis, page)
    stops = a11y.tab_stops(page)
    assert stops.index(first.button) == stops.index(page.jump) + 1
    page.panel.password.setFocus()
    second = InlineMessage("That did not open it.", action="Bring back a copy", parent=page)
    page.tell(second)
    settle()
    assert top_of(page.help_tile, page) < top_of(second, page) < top_of(page.panel, page)
    stops = a11y.tab_stops(page)
    assert stops.index(second.button) < stops.index(page.panel.name)
    assert not a11y.walk(page)


def test_what_is_said_stands_at_the_top_where_there_is_room(qtbot: QtBot) -> None:
    page = page_of(qtbot, width=1280)
    page.panel.name.setFocus()
    message = InlineMessage("A file is damaged.", parent=page)
    page.tell(message)
    settle()
    assert top_of(message, page) < top_of(page.crisis, page)
    assert message.isVisible()
