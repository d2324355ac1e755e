"""The words above a control take several lines where there is no room for one."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from peerdesk.ui import theme
from peerdesk.ui.widgets import Field, FlowLayout, LineEdit

# Qt's offscreen screen says this of every window; it means nothing.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
WORDS = "Why were they turned away, if they want to say?"


def test_long_words_above_a_field_flow_and_come_back(qtbot: QtBot, qapp: QApplication) -> None:
    field = Field(WORDS, LineEdit())
    qtbot.addWidget(field)
    field.show()
    one_line = field.label.on_one_line()
    assert field.minimumSizeHint().width() < one_line
    for width, flows in ((one_line + 40, False), (one_line - 60, True), (one_line + 40, False)):
        field.resize(width, 140)
        qapp.processEvents()
        assert field.label.wordWrap() is flows
        assert field.label.text() == WORDS
        assert field.label.height() >= field.label.heightForWidth(field.label.width()) - 2
        assert field.sizeHint().width() >= one_line, "it wants one line all the time"
    assert field.label.buddy() is field.editor


def test_short_words_stay_on_their_line(qtbot: QtBot, qapp: QApplication) -> None:
    field = Field("Who leads this", LineEdit())
    assert field.minimumSizeHint().width() >= field.label.on_one_line()
    host = QWidget()
    FlowLayout(host).add(field)
    qtbot.addWidget(host)
    host.resize(300, 120)
    host.show()
    qapp.processEvents()
    assert not field.label.wordWrap()


def test_larger_words_flow_at_once(qtbot: QtBot, qapp: QApplication) -> None:
    field = Field(WORDS, LineEdit())
    qtbot.addWidget(field)
    field.resize(field.label.on_one_line() + 20, 140)
    field.show()
    qapp.processEvents()
    assert not field.label.wordWrap()
    try:
        theme.apply(qapp, "light", 2.0)
        qapp.processEvents()
        assert field.label.wordWrap()
    finally:
        theme.apply(qapp, "light", 1.0)
