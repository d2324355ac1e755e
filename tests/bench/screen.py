"""A screen of our own for the benches, and eyes on it: when is a window there to be seen?

Uses Xvfb and libX11 through ctypes, so that looking costs a few microseconds and not a process.
"""

from __future__ import annotations

import ctypes
import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager

_VIEWABLE = 2  # IsViewable in Xlib


class _Attributes(ctypes.Structure):
    """The head of XWindowAttributes, and room for the rest of it."""

    _fields_ = [
        ("x", ctypes.c_int),
        ("y", ctypes.c_int),
        ("width", ctypes.c_int),
        ("height", ctypes.c_int),
        ("border_width", ctypes.c_int),
        ("depth", ctypes.c_int),
        ("visual", ctypes.c_void_p),
        ("root", ctypes.c_ulong),
        ("klass", ctypes.c_int),
        ("bit_gravity", ctypes.c_int),
        ("win_gravity", ctypes.c_int),
        ("backing_store", ctypes.c_int),
        ("backing_planes", ctypes.c_ulong),
        ("backing_pixel", ctypes.c_ulong),
        ("save_under", ctypes.c_int),
        ("colormap", ctypes.c_ulong),
        ("map_installed", ctypes.c_int),
        ("map_state", ctypes.c_int),
        ("rest", ctypes.c_byte * 128),
    ]


class Screen:
    """One X display. There is no window manager, so every window is a child of the root."""

    def __init__(self, name: str) -> None:
        self.name = name
        self._x = ctypes.CDLL("libX11.so.6")
        self._x.XOpenDisplay.restype = ctypes.c_void_p
        self._x.XDefaultRootWindow.restype = ctypes.c_ulong
        # A window may go between being listed and being looked at; Xlib would end us for it.
        self._calm = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_void_p)(
            lambda _display, _event: 0
        )
        self._x.XSetErrorHandler(self._calm)
        self._display = ctypes.c_void_p(self._x.XOpenDisplay(name.encode()))
        if not self._display:
            raise RuntimeError(f"no screen at {name}")
        self._root = ctypes.c_ulong(self._x.XDefaultRootWindow(self._display))

    def windows(self) -> set[int]:
        """The windows a person would see: viewable, and larger than a helper window."""
        root, parent = ctypes.c_ulong(), ctypes.c_ulong()
        children, count = ctypes.POINTER(ctypes.c_ulong)(), ctypes.c_uint()
        self._x.XQueryTree(
            self._display,
            self._root,
            *(ctypes.byref(v) for v in (root, parent, children, count)),
        )
        found = set()
        for i in range(count.value):
            look = _Attributes()
            known = self._x.XGetWindowAttributes(
                self._display, ctypes.c_ulong(children[i]), ctypes.byref(look)
            )
            if known and look.map_state == _VIEWABLE and look.width > 250 and look.height > 150:
                found.add(children[i])
        if count.value:
            self._x.XFree(children)
        return found


@contextmanager
def screen() -> Iterator[Screen]:
    """An Xvfb that lives as long as the ``with`` block."""
    reads, writes = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writes), "-screen", "0", "1600x1000x24", "-nolisten", "tcp"],
        pass_fds=[writes],
        stderr=subprocess.DEVNULL,
    )
    os.close(writes)
    try:
        with os.fdopen(reads) as pipe:
            number = pipe.readline().strip()
        yield Screen(f":{number}")
    finally:
        server.terminate()
        server.wait()
