"""Windows, with stand-ins for its libraries."""

from __future__ import annotations

import ctypes

from peerdesk.app.platform import windows
from peerdesk.app.platform.windows import LastInput, Message, Messages, StickyKeys, Windows


class User32:
    def __init__(self) -> None:
        self.last, self.sticky, self.works = 1000, 0, True
        self.affinity: list[tuple[int, int]] = []
        self.knows = {windows.WDA_NONE, windows.WDA_MONITOR, windows.WDA_EXCLUDEFROMCAPTURE}

    def GetLastInputInfo(self, where) -> int:
        info = ctypes.cast(where, ctypes.POINTER(LastInput)).contents
        assert info.size == 8
        info.tick = self.last
        return int(self.works)

    def SystemParametersInfoW(self, action, size, where, _change) -> int:
        assert (action, size) == (0x3A, 8)
        ctypes.cast(where, ctypes.POINTER(StickyKeys)).contents.flags = self.sticky
        return int(self.works)

    def SetWindowDisplayAffinity(self, window, how) -> int:
        self.affinity.append((window.value, how.value))
        return int(how.value in self.knows)


class Kernel32:
    ticks, works = 5000, True

    def GetTickCount(self) -> int:
        return self.ticks

    def QueryUnbiasedInterruptTime(self, where) -> int:
        ctypes.cast(where, ctypes.POINTER(ctypes.c_ulonglong)).contents.value = 70_000_000
        return int(self.works)


class Sessions:
    def __init__(self) -> None:
        self.calls: list[tuple[str, int]] = []

    def WTSRegisterSessionNotification(self, window, which) -> int:
        assert which == 0
        self.calls.append(("on", window.value))
        return 1

    def WTSUnRegisterSessionNotification(self, window) -> int:
        self.calls.append(("off", window.value))
        return 1


def make(window: int = 77):
    user, kernel, sessions = User32(), Kernel32(), Sessions()
    return Windows(user, kernel, sessions, lambda: window), user, kernel, sessions


def test_idleness_also_when_the_counter_began_anew() -> None:
    system, user, kernel, _ = make()
    assert system.idle_ms() == 4000
    user.last, kernel.ticks = 0xFFFFFF00, 0x100
    assert system.idle_ms() == 0x200
    user.works = False
    assert system.idle_ms() is None


def test_sticky_keys() -> None:
    system, user, _, _ = make()
    assert not system.sticky_keys()
    user.sticky = 0x1FB
    assert system.sticky_keys()
    user.works = False
    assert not system.sticky_keys()


def test_capture_is_kept_out_and_let_in_again() -> None:
    system, user, _, _ = make()
    assert system.hide_from_capture(5, True)
    assert system.hide_from_capture(5, False)
    assert user.affinity == [(5, 0x11), (5, 0)]


def test_an_older_windows_shows_black() -> None:
    system, user, _, _ = make()
    user.knows = {windows.WDA_MONITOR}
    assert system.hide_from_capture(5, True)
    user.knows = set()
    assert not system.hide_from_capture(5, True)


def test_the_clock_of_being_awake() -> None:
    system, _, kernel, _ = make()
    assert system.awake_ms() == 7000
    kernel.works = False
    assert system.awake_ms() > 0


def message(kind: int, w: int) -> Message:
    return Message(77, kind, w, 0)


def test_messages_of_the_session_and_of_sleep() -> None:
    told: list[str] = []
    ears = Messages(told.append)
    for kind, w in (
        (0x2B1, 0x7), (0x2B1, 0x8), (0x2B1, 0x2), (0x218, 0x4), (0x218, 0x12), (0x100, 0x7),
    ):  # fmt: skip
        one = message(kind, w)
        assert ears.nativeEventFilter(b"windows_generic_MSG", ctypes.addressof(one)) == (False, 0)
    assert told == ["session", "session", "sleep"]
    one = message(0x2B1, 0x7)
    ears.nativeEventFilter(b"xcb_generic_event_t", ctypes.addressof(one))
    assert len(told) == 3


def test_the_session_is_watched_until_stopped(qapp) -> None:
    system, _, _, sessions = make()
    system.watch(lambda _reason: None)
    system.watch(lambda _reason: None)
    system.stop()
    system.stop()
    assert sessions.calls == [("on", 77), ("off", 77), ("on", 77), ("off", 77)]


def test_without_a_window_the_messages_still_come(qapp) -> None:
    system, _, _, sessions = make(window=0)
    system.watch(lambda _reason: None)
    system.stop()
    assert sessions.calls == []


def test_without_an_application_nothing_breaks(monkeypatch) -> None:
    class Nobody:
        @staticmethod
        def instance() -> None:
            return None

    monkeypatch.setattr(windows, "QCoreApplication", Nobody)
    system, _, _, sessions = make()
    system.watch(lambda _reason: None)
    system.stop()
    assert len(sessions.calls) == 2
