"""A field that gets the keyboard by itself is in sight; a mouse press moves nothing."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject, QPoint, QRect, Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from peerdesk.ui.in_sight import InSight
from peerdesk.ui.widgets import ScrollColumn


@pytest.fixture
def fields(qapp: QApplication, qtbot: QtBot) -> Iterator[list[QLineEdit]]:
    """Twenty fields in two columns that scroll, one inside the other."""
    owner = QObject()
    InSight(qapp, owner)
    outer, inner = ScrollColumn(), ScrollColumn()
    qtbot.addWidget(outer)
    made = [QLineEdit() for _ in range(20)]
    inner.add(*made)
    inner.setFixedHeight(300)
    head = ScrollColumn()
    head.setFixedHeight(300)
    outer.add(head, inner)
    outer.resize(300, 250)
    outer.show()
    qtbot.waitExposed(outer)
    outer.activateWindow()
    yield made
    owner.deleteLater()


def in_sight(field: QLineEdit) -> bool:
    window = field.window()
    place = QRect(field.mapTo(window, QPoint(0, 0)), field.size())
    return window.rect().contains(place) and not field.visibleRegion().isEmpty()


def test_what_gets_the_keyboard_is_in_sight(qtbot: QtBot, fields: list[QLineEdit]) -> None:
    assert not in_sight(fields[15])
    fields[15].setFocus(Qt.FocusReason.OtherFocusReason)
    qtbot.waitUntil(lambda: in_sight(fields[15]))
    fields[0].setFocus(Qt.FocusReason.OtherFocusReason)
    qtbot.waitUntil(lambda: in_sight(fields[0]))


def test_a_press_moves_nothing(
    qtbot: QtBot, fields: list[QLineEdit], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        QApplication, "mouseButtons", staticmethod(lambda: Qt.MouseButton.LeftButton)
    )
    fields[15].setFocus(Qt.FocusReason.MouseFocusReason)
    qtbot.wait(20)
    assert not in_sight(fields[15])


def test_a_short_press_moves_nothing_either(qtbot: QtBot, fields: list[QLineEdit]) -> None:
    """It is over before the next turn of the events."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(QApplication, "mouseButtons", staticmethod(lambda: Qt.MouseButton.LeftButton))
        fields[15].setFocus(Qt.FocusReason.MouseFocusReason)
    qtbot.wait(20)
    assert not in_sight(fields[15])


def test_what_is_taller_than_the_window_is_shown_from_its_top(
    qapp: QApplication, qtbot: QtBot
) -> None:
    owner = QObject()
    InSight(qapp, owner)
    page, tall = ScrollColumn(), QWidget()
    qtbot.addWidget(page)
    above = QLineEdit()
    above.setFixedHeight(200)
    tall.setFixedHeight(600)
    tall.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    page.add(above, tall)
    page.resize(300, 250)
    page.show()
    qtbot.waitExposed(page)
    page.activateWindow()
    tall.setFocus(Qt.FocusReason.OtherFocusReason)
    qtbot.waitUntil(lambda: page.verticalScrollBar().value() > 0)
    assert 0 <= tall.mapTo(page, QPoint(0, 0)).y() < 100
    owner.deleteLater()
