"""What Local help hands on to the group that is open."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from peerdesk.core.errors import KnownError
from peerdesk.core.text import translate
from peerdesk.features.directory.page import DirectoryPage
from peerdesk.features.directory.service import DirectoryService
from peerdesk.store.place import Place
from peerdesk.ui.context import Context
from peerdesk.ui.jobs import Jobs
from peerdesk.ui.names import NamesCurtain


class Panel(QWidget):
    """The other room's panel, as far as this one knows it."""

    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.asked: list[tuple[bytes, str]] = []

    def start(self, listing: bytes, name: str) -> None:
        self.asked.append((listing, name))


@pytest.fixture
def noted() -> list[str]:
    return []


def page_of(qtbot: QtBot, shelf: Place, extra: dict[str, object]) -> DirectoryPage:
    context = Context(
        clock=shelf.clock, names=NamesCurtain(shared=False), jobs=Jobs(), shelf=shelf, extra=extra
    )
    page = DirectoryPage(context)
    qtbot.addWidget(page)
    for button in page.header_buttons():
        qtbot.addWidget(button)
    page.resize(1100, 800)
    page.show()
    return page


@pytest.fixture
def page(qtbot: QtBot, shelf: Place, noted: list[str]) -> DirectoryPage:
    DirectoryService(shelf).add_service("Housing Clinic")
    return page_of(qtbot, shelf, {"suggest_panel": Panel, "note_need": noted.append})


def test_a_listing_is_suggested(page: DirectoryPage) -> None:
    one = page.suggesting
    assert not one.is_open()
    one.button.click()
    assert one.is_open()
    panel = page.browser.right.currentWidget()
    assert isinstance(panel, Panel)
    shown = page.browser.reading.detail
    assert shown is not None
    assert panel.asked == [(shown.uid, "Housing Clinic")]
    panel.closed.emit()
    assert not one.is_open()
    assert page.browser.right.currentWidget() is page.browser.reading
    one.button.click()
    assert len(panel.asked) == 2, "the panel is made once"


def test_a_search_that_found_nothing_is_noted(page: DirectoryPage, noted: list[str]) -> None:
    one = page.suggesting
    assert not one.need.isVisible()
    page.search.setText("zither lessons")
    assert one.need.isVisible()
    one.suggest()  # there is nothing to suggest
    assert not one.is_open()
    one.need_button.click()
    assert noted == ["zither lessons"]
    assert "Noted" in one.message.text()
    assert not one.need.isVisible()
    page.search.setText("housing")
    assert one.message.text() == ""


def test_what_nobody_names_is_noted_beside_what_is_of_its_kind(
    page: DirectoryPage, noted: list[str]
) -> None:
    page.search.setText("a mortgage")
    assert page.browser.instead.text() == "Showing “Housing”"
    assert page.suggesting.need.isVisible()
    page.suggesting.need_button.click()
    assert noted == ["a mortgage"]
    page.search.setText("clinic")
    assert not page.suggesting.need.isVisible()


def test_a_full_disk_is_said(page: DirectoryPage, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_words: str) -> None:
        raise KnownError(translate("Test", "There is no room."))

    page.context.extra["note_need"] = full
    page.search.setText("zither lessons")
    page.suggesting.need_button.click()
    assert page.suggesting.message.text() == "There is no room."
    assert page.suggesting.need.isVisible()


def test_without_a_group_nothing_of_it_is_there(qtbot: QtBot, shelf: Place) -> None:
    DirectoryService(shelf).add_service("Housing Clinic")
    page = page_of(qtbot, shelf, {})
    assert not page.suggesting.button.isVisible()
    page.search.setText("zither lessons")
    assert not page.suggesting.need.isVisible()
