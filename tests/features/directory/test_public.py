"""Local help without signing in: found, filtered, read; nothing is recorded."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from peerdesk.features.directory import words
from peerdesk.features.directory.page import DirectoryPage
from peerdesk.features.directory.public import PublicDirectory
from peerdesk.ui.context import Context

from .conftest import listed, shown

Few = dict[str, bytes]

pytestmark = pytest.mark.usefixtures("english")


def test_without_signing_in(qtbot: QtBot, public: PublicDirectory) -> None:
    assert public.header.subtitle.text() == "4 services near here. Nothing you look at is recorded."
    assert shown(public) == "Food Bank"
    qtbot.keyClicks(public.search, "evicton")
    assert listed(public) == ["Riverside Housing Clinic"]
    assert public.browser.instead.text() == "Showing “eviction”"
    pane = public.browser.reading
    assert pane.phone.text() == "555 0198"
    assert pane.ring_words.text() == "Have the letter in front of you."
    assert pane.edit_button.isHidden()
    assert "3 November" in pane.checked.text()
    with qtbot.waitSignal(public.back):
        qtbot.mouseClick(public.back_button, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(public.help_now):
        qtbot.mouseClick(public.help_button, Qt.MouseButton.LeftButton)


def test_filters_by_chips_and_nothing_found(qtbot: QtBot, public: PublicDirectory) -> None:
    chips = public.browser.chips
    assert list(chips.languages) == ["Spanish"]
    chips.categories["food"].click()
    assert listed(public) == ["Food Bank"]
    chips.step_free.click()
    assert listed(public) == []
    assert shown(public) == ""
    assert not public.browser.reading.nothing.isHidden()
    public.browser.empty.acted.emit()
    assert len(listed(public)) == 4
    assert not chips.step_free.isChecked()


def test_the_keyboard_walks_the_list(qtbot: QtBot, public: PublicDirectory) -> None:
    public.browser.list.setFocus()
    qtbot.keyClick(public.browser.list, Qt.Key.Key_Down)
    assert shown(public) == "Night Shelter"
    assert "not shown" in words.where_words(public.browser.reading.detail)  # type: ignore[arg-type]


def test_a_change_on_the_shelf_is_seen(public: PublicDirectory, few: Few) -> None:
    public.service.set_phone(few["bank"], "555 7777")
    assert public.browser.reading.phone.text() == "555 7777"
    public.service.remove(few["bank"])
    assert public.header.subtitle.text().startswith("3 services")


def test_a_need_in_ones_own_words(qtbot: QtBot, public: PublicDirectory) -> None:
    qtbot.keyClicks(public.search, "I am hungry")
    assert listed(public) == ["Food Bank"]
    assert public.browser.instead.text() == "Showing “Food”"
    public.search.clear()
    assert not public.browser.instead.isVisible()


def test_escape_empties_the_search_and_then_leads_back(
    qtbot: QtBot, public: PublicDirectory
) -> None:
    public.start_typing()
    qtbot.keyClicks(public.search, "food")
    qtbot.keyClick(public.search, Qt.Key.Key_Escape)
    assert public.search.text() == ""
    with qtbot.waitSignal(public.back):
        qtbot.keyClick(public.search, Qt.Key.Key_Escape)


def test_an_empty_directory(qtbot: QtBot, context: Context) -> None:
    public = PublicDirectory(context)
    qtbot.addWidget(public)
    assert listed(public) == []
    public.browser.empty.acted.emit()
    page = DirectoryPage(context)
    for widget in (page, *page.header_buttons()):
        qtbot.addWidget(widget)
    page.browser.empty.acted.emit()
    assert page.browser.right.currentWidget() is page.imports
