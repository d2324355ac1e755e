"""Locking by itself: after quiet minutes, after a sleep nobody announced, and Shift three times."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent, QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget

from peerdesk.app.locking.watch import LOOK_MS, TAPS_WITHIN_MS, WARNING_MS, LockWatch
from peerdesk.app.platform import System

MINUTE = 60_000


class Clocks(System):
    """A system whose clocks stand until they are moved."""

    def __init__(self) -> None:
        self.awake, self.wall = 1_000_000, 5_000_000
        self.elsewhere: int | None = None
        self.sticky = False

    def awake_ms(self) -> int:
        return self.awake

    def idle_ms(self) -> int | None:
        return self.elsewhere

    def sticky_keys(self) -> bool:
        return self.sticky

    def passes(self, ms: int) -> None:
        self.awake += ms
        self.wall += ms


@pytest.fixture
def window(qtbot):
    widget = QLineEdit()
    qtbot.addWidget(widget)
    widget.show()
    qtbot.waitExposed(widget)
    return widget


@pytest.fixture
def clocks() -> Clocks:
    return Clocks()


class Told:
    def __init__(self, watch: LockWatch) -> None:
        self.seconds: list[int] = []
        self.locks: list[str] = []
        watch.warning.connect(self.seconds.append)
        watch.idle.connect(lambda: self.locks.append("idle"))
        watch.slept.connect(lambda: self.locks.append("slept"))
        watch.hide.connect(lambda: self.locks.append("hide"))


@pytest.fixture
def watch(window, clocks):
    made = LockWatch(3, system=clocks, wall=lambda: clocks.wall)
    yield made
    made.deleteLater()


@pytest.fixture
def told(watch) -> Told:
    return Told(watch)


# Quiet minutes


def test_it_warns_twenty_seconds_before(watch, told, clocks) -> None:
    clocks.passes(3 * MINUTE - WARNING_MS - 1)
    watch.look()
    assert told.seconds == []
    assert watch._timer.interval() == 1
    for _ in range(20):
        clocks.passes(1 if not told.seconds else 1000)
        watch.look()
    assert told.seconds == list(range(20, 0, -1))
    assert told.locks == []
    clocks.passes(1000)
    watch.look()
    assert told.locks == ["idle"]


def test_a_key_takes_the_warning_away(qtbot, watch, told, clocks, window) -> None:
    clocks.passes(3 * MINUTE - 5000)
    watch.look()
    assert told.seconds == [5]
    key(window, Qt.Key.Key_A, 5)
    assert told.seconds == [5, 0]
    clocks.passes(3 * MINUTE - WARNING_MS - 10)
    watch.look()
    assert told.seconds == [5, 0], "the minutes begin anew"
    assert told.locks == []


def test_input_anywhere_on_the_system_counts(watch, told, clocks) -> None:
    clocks.passes(3 * MINUTE)
    clocks.elsewhere = 4000
    watch.look()
    assert told.seconds == []
    assert told.locks == []
    clocks.passes(3 * MINUTE - 4000 - 10_000)
    clocks.elsewhere = None
    watch.look()
    assert told.seconds == [10], "counted from that input"
    clocks.elsewhere = 0
    watch.look()
    assert told.seconds == [10, 0]


def test_what_the_system_saw_long_ago_is_no_news(watch, told, clocks) -> None:
    clocks.passes(3 * MINUTE)
    clocks.elsewhere = 10 * MINUTE
    watch.look()
    assert told.locks == ["idle"]


def test_minutes_are_within_what_is_offered(watch) -> None:
    for minutes, limit in ((99, 10), (0, 1), (7, 7)):
        watch.set_minutes(minutes)
        assert watch.limit == limit * MINUTE


def test_a_lock_that_was_kept_off_warns_once_more(watch, told, clocks) -> None:
    clocks.passes(3 * MINUTE)
    watch.look()
    watch.warn_again()
    assert told.locks == ["idle"]
    assert told.seconds == [20]
    clocks.passes(WARNING_MS)
    watch.look()
    assert told.locks == ["idle", "idle"]


def test_it_looks_by_itself(qtbot, watch, told, clocks) -> None:
    assert 0 < watch._timer.interval() <= LOOK_MS
    clocks.passes(3 * MINUTE)
    with qtbot.waitSignal(watch.idle, timeout=2000):
        watch._timer.start(1)


def test_without_a_system_the_own_windows_count(window) -> None:
    watch = LockWatch(1)
    assert watch.limit == MINUTE
    watch.deleteLater()


# Sleep that nobody announced


def test_a_wall_clock_far_ahead_locks(watch, told, clocks) -> None:
    clocks.wall += 10 * MINUTE
    watch.look()
    assert told.locks == ["slept"]
    watch.look()
    assert told.locks == ["slept"], "once for each sleep"


def test_a_clock_set_back_a_year_does_not(watch, told, clocks) -> None:
    clocks.wall -= 365 * 24 * 60 * MINUTE
    watch.look()
    clocks.passes(1000)
    watch.look()
    assert told.locks == []


def test_a_clock_put_right_by_seconds_does_not(watch, told, clocks) -> None:
    clocks.wall += 5000
    watch.look()
    assert told.locks == []


# Shift three times


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


def shift(window: QWidget, *times: int) -> None:
    for at in times:
        key(window, Qt.Key.Key_Shift, at)


def test_three_bare_taps_of_shift_hide(told, window) -> None:
    shift(window, 1000, 1300, 1600)
    assert told.locks == ["hide"]


def test_not_with_sticky_keys(told, window, clocks) -> None:
    clocks.sticky = True
    shift(window, 1000, 1300, 1600)
    assert told.locks == []


def test_slow_taps_do_not(told, window) -> None:
    shift(window, *(at * TAPS_WITHIN_MS for at in (1, 2, 3)))
    assert told.locks == []


def test_another_key_in_between_cancels(told, window) -> None:
    shift(window, 1000, 1100)
    key(window, Qt.Key.Key_A, 1200)
    shift(window, 1300)
    assert told.locks == []


def test_a_capital_letter_is_no_tap(told, window) -> None:
    for at in (1000, 1100, 1200):
        key(window, Qt.Key.Key_Shift, at, press_only=True)
        key(window, Qt.Key.Key_A, at)
        event = QKeyEvent(QEvent.Type.KeyRelease, Qt.Key.Key_Shift, Qt.KeyboardModifier.NoModifier)
        event.setTimestamp(at)
        QCoreApplication.sendEvent(window.windowHandle(), event)
    assert told.locks == []


def test_a_press_of_the_mouse_cancels(told, window) -> None:
    shift(window, 1000, 1100)
    QTest.mouseClick(window.windowHandle(), Qt.MouseButton.LeftButton)
    shift(window, 1300)
    assert told.locks == []
