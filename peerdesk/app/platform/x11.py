"""X11 through ctypes: how long nobody touched anything, and whether Sticky Keys are on.

A connection of our own: Qt's belongs to Qt. Structures and numbers: X11/extensions/scrnsaver.h,
X11/extensions/XKBstr.h, X11/extensions/XKB.h.
"""

from __future__ import annotations

import contextlib
import ctypes
from collections.abc import Callable
from typing import Any

_STICKY = 1 << 3  # XkbStickyKeysMask
_CORE_KEYBOARD = 0x0100  # XkbUseCoreKbd
_ALL = 0xF8001FFF  # XkbAllControlsMask

Load = Callable[[str], Any]


class _Info(ctypes.Structure):
    """XScreenSaverInfo."""

    _fields_ = [
        ("window", ctypes.c_ulong),
        ("state", ctypes.c_int),
        ("kind", ctypes.c_int),
        ("til_or_since", ctypes.c_ulong),
        ("idle", ctypes.c_ulong),
        ("event_mask", ctypes.c_ulong),
    ]


class _Mods(ctypes.Structure):
    _fields_ = [
        ("mask", ctypes.c_ubyte),
        ("real", ctypes.c_ubyte),
        ("virtual", ctypes.c_ushort),
    ]


class _Controls(ctypes.Structure):
    """The head of XkbControlsRec."""

    _fields_ = [
        ("default_button", ctypes.c_ubyte),
        ("groups", ctypes.c_ubyte),
        ("wrap", ctypes.c_ubyte),
        ("internal", _Mods),
        ("ignore_lock", _Mods),
        ("enabled", ctypes.c_uint),
    ]


class _Keyboard(ctypes.Structure):
    """The head of XkbDescRec."""

    _fields_ = [
        ("display", ctypes.c_void_p),
        ("flags", ctypes.c_ushort),
        ("device", ctypes.c_ushort),
        ("least", ctypes.c_ubyte),
        ("most", ctypes.c_ubyte),
        ("controls", ctypes.POINTER(_Controls)),
    ]


class X11:
    """One screen. ``load`` opens a library by name and raises OSError where there is none."""

    def __init__(self, load: Load = ctypes.CDLL) -> None:
        self._display: Any = None
        self._saver: Any = None
        self._info: Any = None
        try:
            self._x = load("libX11.so.6")
        except OSError:
            return
        self._x.XOpenDisplay.restype = ctypes.c_void_p
        self._x.XDefaultRootWindow.restype = ctypes.c_ulong
        self._x.XkbAllocKeyboard.restype = ctypes.POINTER(_Keyboard)
        display = self._x.XOpenDisplay(None)
        if not display:
            return
        self._display = ctypes.c_void_p(display)
        with contextlib.suppress(OSError):
            saver = load("libXss.so.1")
            saver.XScreenSaverAllocInfo.restype = ctypes.POINTER(_Info)
            event, error = ctypes.c_int(), ctypes.c_int()
            if saver.XScreenSaverQueryExtension(
                self._display, ctypes.byref(event), ctypes.byref(error)
            ):
                self._info = saver.XScreenSaverAllocInfo()
                self._saver = saver

    def idle_ms(self) -> int | None:
        """Milliseconds since the last input on this screen."""
        if self._saver is None:
            return None
        root = ctypes.c_ulong(self._x.XDefaultRootWindow(self._display))
        if not self._saver.XScreenSaverQueryInfo(self._display, root, self._info):
            return None
        return int(self._info.contents.idle)

    def sticky_keys(self) -> bool:
        """Whether the keyboard has Sticky Keys on."""
        if self._display is None:
            return False
        keyboard = self._x.XkbAllocKeyboard()
        if not keyboard:
            return False
        keyboard.contents.device = _CORE_KEYBOARD
        try:
            if self._x.XkbGetControls(self._display, ctypes.c_ulong(_ALL), keyboard) != 0:
                return False
            return bool(keyboard.contents.controls.contents.enabled & _STICKY)
        finally:
            self._x.XkbFreeKeyboard(keyboard, 0, True)

    def close(self) -> None:
        """Leave the screen."""
        if self._display is not None:
            self._x.XCloseDisplay(self._display)
            self._display = self._saver = None
