"""Local help, signed in: the same list and detail."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from peerdesk.features.directory.page import DirectoryPage
from peerdesk.features.directory.room import room
from peerdesk.ui.context import Context

from .conftest import shown

Few = dict[str, bytes]

pytestmark = pytest.mark.usefixtures("english")


def test_a_service_that_is_chosen_is_shown_over_a_panel_that_rests(
    qtbot: QtBot, page: DirectoryPage, few: Few
) -> None:
    page.share_button.click()
    assert page.share is not None
    page.browser.list.picked.emit(page.service.id_of(few["bank"]))
    assert page.browser.right.currentWidget() is page.browser.reading
    page.share_button.click()
    page.share.run("Writing", lambda job: job.check(), lambda _nothing: None)
    page.browser.list.picked.emit(page.service.id_of(few["clinic"]))
    assert page.browser.right.currentWidget() is page.share
    qtbot.waitUntil(lambda: not page.share.busy())


def test_the_page(qtbot: QtBot, page: DirectoryPage, few: Few) -> None:
    assert (page.title(), page.subtitle()) == ("Local help", "4 services near here")
    assert page.header_buttons() == [page.share_button, page.import_button, page.add_button]
    page.open_item("service", few["voice"])
    assert shown(page) == "Tenants’ Voice"
    page.search.setText("food")
    page.open_item("service", few["voice"])
    assert shown(page) == "Tenants’ Voice"
    page.refresh(frozenset())
    assert shown(page) == "Tenants’ Voice"
    qtbot.keyClick(page, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)


def test_the_room(context: Context, few: Few) -> None:
    made = room()
    assert (made.title(), made.place) == ("Local help", "everyone")
    assert made.find is not None
    (found,) = made.find(context, "riverside")
    assert (found.kind, found.uid) == ("service", few["clinic"])
    context.shelf, shelf = None, context.shelf
    assert made.find(context, "riverside") == []
    context.shelf = shelf
    opened = made.page(context)
    for widget in (opened, *opened.header_buttons()):
        widget.deleteLater()
