"""A page that scrolls follows the Tab key, and nothing else that moves the keyboard."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from peerdesk.ui import theme
from peerdesk.ui.widgets import Button, ScrollColumn


@pytest.fixture
def column(qtbot: QtBot, qapp: QApplication) -> ScrollColumn:
    """Two buttons above and one far below."""
    theme.apply(qapp, "light", 1.0)
    made = ScrollColumn()
    qtbot.addWidget(made)
    made.add(Button("First"), Button("Second"))
    made.box.addSpacing(2000)
    made.add(Button("Far below"))
    made.resize(300, 200)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


def named(column: ScrollColumn, name: str) -> Button:
    return next(b for b in column.findChildren(Button) if b.text() == name)


def test_tab_brings_what_it_comes_to_into_view(column: ScrollColumn) -> None:
    named(column, "Second").setFocus()
    QTest.keyClick(named(column, "Second"), Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is named(column, "Far below")
    assert column.verticalScrollBar().value() > 1000


def test_a_control_that_goes_away_does_not_move_the_page(column: ScrollColumn) -> None:
    """Lists are made anew when something in them is pressed."""
    second = named(column, "Second")
    second.setFocus()
    second.hide()
    assert QApplication.focusWidget() is named(column, "Far below"), "where Qt puts the keyboard"
    assert column.verticalScrollBar().value() == 0
