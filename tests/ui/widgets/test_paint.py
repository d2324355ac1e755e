"""Places and alignments in the reader's direction, as Qt's own style says them."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QStyle, QWidget
from pytestqt.qtbot import QtBot

from peerdesk.ui.widgets import paint

FLAGS = Qt.AlignmentFlag


@pytest.mark.parametrize("way", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_as_the_style_would(qtbot: QtBot, way: Qt.LayoutDirection) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.setLayoutDirection(way)
    widget.resize(321, 40)
    for box in (QRect(12, 3, 40, 20), QRect(0, 0, 321, 40), QRect(-5, 1, 1, 1), QRect()):
        assert paint.mirrored(widget, box) == QStyle.visualRect(way, widget.rect(), box)
    for flags in (
        FLAGS.AlignLeft,
        FLAGS.AlignRight | FLAGS.AlignTop,
        FLAGS.AlignHCenter,
        FLAGS.AlignVCenter,
        FLAGS.AlignLeft | FLAGS.AlignAbsolute,
        FLAGS.AlignJustify | FLAGS.AlignBottom,
    ):
        assert paint.aligned(widget, flags) == QStyle.visualAlignment(way, flags)
    assert paint.aligned(widget) == QStyle.visualAlignment(way, FLAGS.AlignLeft)
