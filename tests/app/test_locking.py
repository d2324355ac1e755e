"""Locking by itself: after quiet minutes, and after three bare taps of Shift."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent, QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget

from peerdesk.app.locking import TAPS_WITHIN_MS, LockWatch


@pytest.fixture
def window(qtbot):
    widget = QLineEdit()
    qtbot.addWidget(widget)
    widget.show()
    qtbot.waitExposed(widget)
    return widget


@pytest.fixture
def watch(window):
    made = LockWatch(3)
    yield made
    made.deleteLater()


def key(window: QWidget, which: Qt.Key, at: int, *, press_only: bool = False) -> None:
    target = window.windowHandle()
    assert isinstance(target, QWindow)
    kinds = (
        (QEvent.Type.KeyPress,) if press_only else (QEvent.Type.KeyPress, QEvent.Type.KeyRelease)
    )
    for kind in kinds:
        event = QKeyEvent(kind, which, Qt.KeyboardModifier.NoModifier)
        event.setTimestamp(at)
        QTest.qWait(0)

        QCoreApplication.sendEvent(target, event)


def hidden(qtbot, watch, act) -> bool:
    told: list[int] = []
    watch.hide.connect(lambda: told.append(1))
    act()
    watch.hide.disconnect()
    return bool(told)


def test_three_bare_taps_of_shift_hide(qtbot, watch, window) -> None:
    assert hidden(
        qtbot, watch, lambda: [key(window, Qt.Key.Key_Shift, at) for at in (1000, 1300, 1600)]
    )


def test_slow_taps_do_not(qtbot, watch, window) -> None:
    step = TAPS_WITHIN_MS
    assert not hidden(
        qtbot, watch, lambda: [key(window, Qt.Key.Key_Shift, at * step) for at in (1, 2, 3)]
    )


def test_another_key_in_between_cancels(qtbot, watch, window) -> None:
    def act() -> None:
        key(window, Qt.Key.Key_Shift, 1000)
        key(window, Qt.Key.Key_Shift, 1100)
        key(window, Qt.Key.Key_A, 1200)
        key(window, Qt.Key.Key_Shift, 1300)

    assert not hidden(qtbot, watch, act)


def test_a_capital_letter_is_no_tap(qtbot, watch, window) -> None:
    def act() -> None:
        for at in (1000, 1100, 1200):
            key(window, Qt.Key.Key_Shift, at, press_only=True)
            key(window, Qt.Key.Key_A, at)
            event = QKeyEvent(
                QEvent.Type.KeyRelease, Qt.Key.Key_Shift, Qt.KeyboardModifier.NoModifier
            )
            event.setTimestamp(at)

            QCoreApplication.sendEvent(window.windowHandle(), event)

    assert not hidden(qtbot, watch, act)


def test_a_press_of_the_mouse_cancels(qtbot, watch, window) -> None:
    def act() -> None:
        key(window, Qt.Key.Key_Shift, 1000)
        key(window, Qt.Key.Key_Shift, 1100)
        QTest.mouseClick(window.windowHandle(), Qt.MouseButton.LeftButton)
        key(window, Qt.Key.Key_Shift, 1300)

    assert not hidden(qtbot, watch, act)


def test_input_starts_the_minutes_again(qtbot, watch, window) -> None:
    assert watch._timer.interval() == 180_000
    watch.set_minutes(99)
    assert watch._timer.interval() == 600_000
    watch.set_minutes(0)
    assert watch._timer.interval() == 60_000
    watch._timer.stop()
    key(window, Qt.Key.Key_A, 5)
    assert watch._timer.isActive()


def test_quiet_minutes_lock(qtbot, watch, window) -> None:
    with qtbot.waitSignal(watch.idle, timeout=1000):
        watch._timer.start(1)
