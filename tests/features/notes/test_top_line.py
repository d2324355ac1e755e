"""What a note is and what can be done with it stand in one line, or in two."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from peerdesk.features.notes.top_line import TopLine
from peerdesk.ui.widgets import Button, FlowLayout

# Qt's offscreen screen says this of every window; it means nothing.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


def test_one_under_the_other_where_there_is_no_room(qtbot: QtBot, qapp: QApplication) -> None:
    start, end = QWidget(), QWidget()
    FlowLayout(start).add(Button("Change"))
    FlowLayout(end, align_end=True).add(Button("Copy to team notes"), Button("Archive"))
    line = TopLine(start, end)
    host = QWidget()  # a window of its own would not let it shrink
    line.setParent(host)
    qtbot.addWidget(host)
    host.show()
    least = line.minimumSizeHint().width()
    assert least == end.minimumSizeHint().width()
    for width, two in ((600, False), (least, True), (600, False)):
        line.resize(width, 200)
        for _ in range(3):
            qapp.processEvents()
        assert (end.y() >= start.geometry().bottom()) is two
        assert max(start.geometry().right(), end.geometry().right()) < width
