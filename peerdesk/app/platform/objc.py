"""The few words of Objective-C that macOS needs: sending messages, strings, one observer class.

Source: Apple Developer Documentation, Objective-C Runtime and Core Foundation.
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable
from ctypes import c_bool, c_char_p, c_void_p
from typing import Any

UTF8 = 0x08000100  # kCFStringEncodingUTF8
_TOLD = ctypes.CFUNCTYPE(None, c_void_p, c_void_p, c_void_p)


class Objc:
    """``runtime`` is libobjc, ``foundation`` Core Foundation."""

    def __init__(self, runtime: Any, foundation: Any) -> None:
        self._run, self._cf = runtime, foundation
        for name in ("objc_getClass", "sel_registerName", "objc_allocateClassPair"):
            getattr(runtime, name).restype = c_void_p
        foundation.CFStringCreateWithCString.restype = c_void_p
        # Callbacks live as long as whoever may call them.
        self._callbacks: list[Any] = []

    def get_class(self, name: str) -> c_void_p:
        """A class by its name."""
        return c_void_p(self._run.objc_getClass(c_char_p(name.encode())))

    def selector(self, name: str) -> c_void_p:
        """What a message is called."""
        return c_void_p(self._run.sel_registerName(c_char_p(name.encode())))

    def string(self, words: str) -> c_void_p:
        """An NSString (a CFString is one)."""
        made = self._cf.CFStringCreateWithCString(None, c_char_p(words.encode()), UTF8)
        return c_void_p(made)

    def send(self, to: c_void_p, name: str, *arguments: Any, returns: Any = c_void_p) -> Any:
        """Send a message; pointers come back as c_void_p. Nothing is sent to nil."""
        if not to.value:
            return c_void_p(None) if returns is c_void_p else None
        # objc_msgSend must be called with the exact types of the method it leads to.
        kinds: list[Any] = [c_void_p, c_void_p, *(type(a) for a in arguments)]
        call = ctypes.CFUNCTYPE(returns, *kinds)(
            ctypes.cast(self._run.objc_msgSend, c_void_p).value or 0
        )
        found = call(to, self.selector(name), *arguments)
        return c_void_p(found) if returns is c_void_p else found

    def observer(self, told: Callable[[], object]) -> c_void_p:
        """A new object with a method ``told:`` that calls ``told``."""
        name = f"PeerDeskObserver{len(self._callbacks)}"
        made = c_void_p(
            self._run.objc_allocateClassPair(
                self.get_class("NSObject"), c_char_p(name.encode()), ctypes.c_size_t(0)
            )
        )
        callback = _TOLD(lambda _self, _selector, _notification: told() and None)
        self._callbacks.append(callback)
        self._run.class_addMethod(made, self.selector("told:"), callback, c_char_p(b"v@:@"))
        self._run.objc_registerClassPair(made)
        return c_void_p(self.send(self.send(made, "alloc"), "init").value)

    def boolean(self, key: str, program: str) -> bool:
        """A setting of the system; False where it is not set."""
        get = self._cf.CFPreferencesGetAppBooleanValue
        get.restype = c_bool
        there = ctypes.c_ubyte(0)
        on = get(self.string(key), self.string(program), ctypes.byref(there))
        return bool(there.value) and bool(on)


def load() -> Objc:  # pragma: no cover - macOS
    """With the system's own libraries."""
    return Objc(
        ctypes.CDLL("/usr/lib/libobjc.A.dylib"),
        ctypes.CDLL("/System/Library/Frameworks/CoreFoundation.framework/CoreFoundation"),
    )
