"""Windows through ctypes: input, session, sleep, Sticky Keys, capture.

Sources: Microsoft Learn, GetLastInputInfo, WTSRegisterSessionNotification, WM_WTSSESSION_CHANGE,
WM_POWERBROADCAST, SystemParametersInfo (SPI_GETSTICKYKEYS), SetWindowDisplayAffinity,
QueryUnbiasedInterruptTime. Written against those pages and tested with stand-ins; not yet seen on
a Windows computer.
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable
from ctypes import Structure, byref, c_longlong, c_size_t, c_uint, c_ulonglong, c_void_p
from typing import Any

from PySide6.QtCore import QAbstractNativeEventFilter, QByteArray, QCoreApplication

from peerdesk.app.platform.base import Reason, System, Tell

WM_WTSSESSION_CHANGE = 0x02B1
WM_POWERBROADCAST = 0x0218
PBT_APMSUSPEND = 0x4
# WTS_CONSOLE_DISCONNECT, WTS_REMOTE_DISCONNECT, WTS_SESSION_LOGOFF, WTS_SESSION_LOCK
SESSION_LEFT = frozenset({0x2, 0x4, 0x6, 0x7})
NOTIFY_FOR_THIS_SESSION = 0
SPI_GETSTICKYKEYS = 0x003A
SKF_STICKYKEYSON = 0x1
WDA_NONE = 0x0
WDA_MONITOR = 0x1
WDA_EXCLUDEFROMCAPTURE = 0x11


class LastInput(Structure):
    """LASTINPUTINFO."""

    _fields_ = [("size", c_uint), ("tick", c_uint)]


class StickyKeys(Structure):
    """STICKYKEYS."""

    _fields_ = [("size", c_uint), ("flags", c_uint)]


class Message(Structure):
    """The head of MSG."""

    _fields_ = [("window", c_void_p), ("kind", c_uint), ("w", c_size_t), ("l", c_longlong)]


def reason_of(kind: int, w: int) -> Reason | None:
    """What a window message means to us; None for all the others."""
    if kind == WM_WTSSESSION_CHANGE and w in SESSION_LEFT:
        return "session"
    if kind == WM_POWERBROADCAST and w == PBT_APMSUSPEND:
        return "sleep"
    return None


class Messages(QAbstractNativeEventFilter):
    """Reads the messages of our windows as they come."""

    def __init__(self, tell: Tell) -> None:
        super().__init__()
        self._tell = tell

    def nativeEventFilter(
        self, kind: QByteArray | bytes | bytearray | memoryview, message: int
    ) -> Any:
        if bytes(kind) == b"windows_generic_MSG":  # type: ignore[arg-type]
            told = Message.from_address(int(message))
            reason = reason_of(told.kind, told.w)
            if reason is not None:
                self._tell(reason)
        return False, 0


class Windows(System):
    """The libraries come as arguments: ``user32``, ``kernel32``, ``wtsapi32``. ``window`` gives
    a native window of ours to which the session's messages are sent."""

    def __init__(self, user32: Any, kernel32: Any, wtsapi32: Any, window: Callable[[], int]):
        self._user, self._kernel, self._session = user32, kernel32, wtsapi32
        self._window = window
        self._messages: Messages | None = None
        self._told: int = 0

    def watch(self, tell: Tell) -> None:
        self.stop()
        self._messages = Messages(tell)
        app = QCoreApplication.instance()
        if app is not None:
            app.installNativeEventFilter(self._messages)
        self._told = self._window()
        if self._told:
            self._session.WTSRegisterSessionNotification(
                c_void_p(self._told), NOTIFY_FOR_THIS_SESSION
            )

    def stop(self) -> None:
        if self._told:
            self._session.WTSUnRegisterSessionNotification(c_void_p(self._told))
            self._told = 0
        if self._messages is not None:
            app = QCoreApplication.instance()
            if app is not None:
                app.removeNativeEventFilter(self._messages)
            self._messages = None

    def idle_ms(self) -> int | None:
        last = LastInput(ctypes.sizeof(LastInput), 0)
        if not self._user.GetLastInputInfo(byref(last)):
            return None
        # Both count 32 bits of milliseconds and begin anew after 49 days.
        return (int(self._kernel.GetTickCount()) - int(last.tick)) & 0xFFFFFFFF

    def sticky_keys(self) -> bool:
        keys = StickyKeys(ctypes.sizeof(StickyKeys), 0)
        known = self._user.SystemParametersInfoW(SPI_GETSTICKYKEYS, keys.size, byref(keys), 0)
        return bool(known) and bool(keys.flags & SKF_STICKYKEYSON)

    def hide_from_capture(self, window: int, hide: bool) -> bool:
        handle = c_void_p(window)
        if not hide:
            return bool(self._user.SetWindowDisplayAffinity(handle, c_uint(WDA_NONE)))
        # Windows before 10 2004 knows only the older way, which shows a black window instead.
        return any(
            self._user.SetWindowDisplayAffinity(handle, c_uint(how))
            for how in (WDA_EXCLUDEFROMCAPTURE, WDA_MONITOR)
        )

    def awake_ms(self) -> int:
        """Windows' monotonic clock goes on in sleep; this one, in 100 ns, does not."""
        ticks = c_ulonglong()
        if self._kernel.QueryUnbiasedInterruptTime(byref(ticks)):
            return ticks.value // 10_000
        return super().awake_ms()


def load() -> System:  # pragma: no cover - Windows
    """With the system's own libraries."""
    from PySide6.QtGui import QGuiApplication

    libraries = ctypes.windll  # type: ignore[attr-defined]

    def window() -> int:
        found = QGuiApplication.topLevelWindows()
        return int(found[0].winId()) if found else 0

    return Windows(libraries.user32, libraries.kernel32, libraries.wtsapi32, window)
