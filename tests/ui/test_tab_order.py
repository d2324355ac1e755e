"""What is made later can still be reached by Tab where it stands."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from peerdesk.ui import a11y
from peerdesk.ui.tab_order import Anchor, has_focus, tab_after


def test_what_is_made_later_follows_its_anchor(qtbot: QtBot) -> None:
    top = QWidget()
    qtbot.addWidget(top)
    box = QVBoxLayout(top)
    first, anchor, last = QLineEdit(), Anchor(), QLineEdit()
    for widget in (first, anchor, last):
        box.addWidget(widget)
    top.show()
    made = [QLineEdit(), QLineEdit()]
    for number, widget in enumerate(made):
        box.insertWidget(2 + number, widget)
        widget.show()
    assert a11y.tab_stops(top) == [first, last, *made], "Qt puts them at the end"
    anchor.lead(made)
    assert a11y.tab_stops(top) == [first, *made, last]
    assert not anchor.isVisible()
    tab_after(last, made[:1])
    assert a11y.tab_stops(top) == [first, made[1], last, made[0]]


def test_the_keyboard_is_in_a_widget_or_in_what_stands_in_it(qtbot: QtBot) -> None:
    top = QWidget()
    qtbot.addWidget(top)
    inner, other = QLineEdit(top), QLineEdit(top)
    with qtbot.waitActive(top):
        top.show()
        top.activateWindow()
    inner.setFocus(Qt.FocusReason.TabFocusReason)
    assert has_focus(inner)
    assert has_focus(top)
    assert not has_focus(other)
