"""The screen, asked for real on a screen of our own, and stood in for where there is none."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from peerdesk.app.platform.x11 import X11

ASK = """
import ctypes.util
from peerdesk.app.platform.x11 import X11
screen = X11()
before = screen.idle_ms()
quiet = not screen.sticky_keys()
screen._x.XkbChangeEnabledControls(screen._display, 0x100, 8, 8)
# Without the library of the screen saver nobody can be asked, and None says so.
can = ctypes.util.find_library("Xss") is not None
print((before is not None and before >= 0) if can else before is None, quiet, screen.sticky_keys())
screen.close()
print(screen.idle_ms(), screen.sticky_keys())
"""


@pytest.mark.skipif(
    sys.platform != "linux" or not shutil.which("Xvfb"), reason="needs a screen of our own"
)
def test_a_real_screen_tells() -> None:
    root = Path(__file__).parents[3]
    command = ["xvfb-run", "-a", sys.executable, "-c", ASK]
    said = subprocess.run(command, cwd=root, capture_output=True, text=True, timeout=60)
    assert said.stdout.split() == ["True", "True", "True", "None", "False"], said.stderr


def nothing(_name: str) -> object:
    raise OSError


def test_no_library_no_answer() -> None:
    screen = X11(nothing)
    assert screen.idle_ms() is None
    assert not screen.sticky_keys()
    screen.close()


class Call:
    """A function of a library: keeps a restype, answers ``what``."""

    def __init__(self, what=0) -> None:
        self.what, self.restype, self.asked = what, None, 0

    def __call__(self, *_arguments):
        self.asked += 1
        return self.what


class Library:
    def __init__(self, **answers) -> None:
        self._calls = {name: Call(what) for name, what in answers.items()}

    def __getattr__(self, name: str) -> Call:
        return self._calls.setdefault(name, Call())


def loader(x: Library, saver: Library | None):
    def load(name: str):
        if name == "libX11.so.6":
            return x
        if saver is None:
            raise OSError
        return saver

    return load


def test_a_closed_screen_is_left_alone() -> None:
    screen = X11(loader(Library(XOpenDisplay=None), Library()))
    assert screen.idle_ms() is None
    assert not screen.sticky_keys()


def test_a_screen_without_the_extension() -> None:
    x = Library(XOpenDisplay=5)
    for saver in (None, Library(XScreenSaverQueryExtension=0)):
        assert X11(loader(x, saver)).idle_ms() is None


def test_a_screen_that_refuses() -> None:
    saver = Library(XScreenSaverQueryExtension=1, XScreenSaverAllocInfo=object())
    screen = X11(loader(Library(XOpenDisplay=5), saver))
    assert screen.idle_ms() is None
    assert not screen.sticky_keys(), "no room for the keyboard's description"


def test_a_keyboard_that_refuses() -> None:
    class Keyboard:
        class contents:
            device = 0

    x = Library(XOpenDisplay=5, XkbAllocKeyboard=Keyboard(), XkbGetControls=8)
    screen = X11(loader(x, None))
    assert not screen.sticky_keys()
    assert x.XkbFreeKeyboard.asked == 1
