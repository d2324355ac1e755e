"""Names are closed where people pass by."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QSpacerItem
from pytestqt.qtbot import QtBot

from peerdesk.ui.names import InputWatch, NamesCurtain, initials


@pytest.mark.parametrize(
    ("name", "short"),
    [("Jo", "J."), ("ana maria", "A."), ("  Élodie", "É."), ("4711", "·"), ("", ""), ("أمل", "أ.")],
)
def test_initials(name: str, short: str) -> None:
    assert initials(name) == short


@pytest.mark.usefixtures("qapp")
def test_shared_computers_start_closed() -> None:
    curtain = NamesCurtain(shared=True)
    assert not curtain.is_open()
    assert curtain.shown("Jo") == "J."
    curtain.toggle()
    assert curtain.shown("Jo") == "Jo"
    curtain.toggle()
    assert not curtain.is_open()
    curtain.set_shared(False)
    assert curtain.is_open()
    assert not curtain.shared()


def test_they_close_after_a_minute_without_input(qtbot: QtBot) -> None:
    assert NamesCurtain.MINUTE == 60_000
    curtain = NamesCurtain(shared=True, closes_after=30)
    curtain.open()
    with qtbot.waitSignal(curtain.changed) as told:
        pass
    assert told.args == [False]


def test_input_starts_the_minute_again(qtbot: QtBot) -> None:
    curtain = NamesCurtain(shared=True)
    field = QLineEdit()
    qtbot.addWidget(field)
    field.show()
    qtbot.waitExposed(field)
    curtain._watch.watch(field.windowHandle())
    curtain.open()
    curtain._timer.stop()
    with qtbot.waitSignal(curtain._watch.touched):
        qtbot.keyClick(field.windowHandle(), Qt.Key.Key_A)
    assert curtain._timer.isActive()


@pytest.mark.usefixtures("qapp")
def test_own_computers_never_close_by_themselves() -> None:
    curtain = NamesCurtain(shared=False)
    curtain.touch()
    assert curtain.is_open()
    assert not curtain._timer.isActive()


def test_a_window_that_is_taken_for_something_else_stops_nothing(qapp: QApplication) -> None:
    watch = InputWatch()
    watch.watch(QSpacerItem(1, 1))  # type: ignore[arg-type]  # as PySide did with a new window
    watch.watch(None)
