"""The few words of Objective-C, against a runtime of our own."""

from __future__ import annotations

import ctypes
from ctypes import CFUNCTYPE, c_long, c_void_p

from peerdesk.app.platform.objc import UTF8, Objc


class Function:
    def __init__(self, act) -> None:
        self._act, self.restype = act, None

    def __call__(self, *arguments):
        return self._act(*arguments)


class Runtime:
    """Names are numbers from 100 on; every message is written down and answered with 7."""

    def __init__(self) -> None:
        self.names = ["nil"] * 100
        self.sent: list[tuple[int, str, int]] = []
        self.methods: list[tuple[str, bytes]] = []
        self.objc_getClass = Function(self._number)
        self.sel_registerName = Function(self._number)
        self.objc_allocateClassPair = Function(lambda _above, name, _extra: self._number(name))

        def act(to, selector, argument) -> int:
            self.sent.append((to, self.names[selector], argument or 0))
            return 7

        self.objc_msgSend = CFUNCTYPE(c_void_p, c_void_p, c_void_p, c_void_p)(act)
        self.registered: list[int | None] = []

    def _number(self, name) -> int:
        words = name.value.decode()
        if words not in self.names:
            self.names.append(words)
        return self.names.index(words)

    def class_addMethod(self, made, selector, callback, kinds) -> None:
        self.methods.append((self.names[selector.value], kinds.value))
        self.callback = callback

    def objc_registerClassPair(self, made) -> None:
        self.registered.append(made.value)


class Foundation:
    def __init__(self) -> None:
        self.strings: list[bytes] = []
        self.on, self.there = 1, 1

        def string(_allocator, words, encoding) -> int:
            assert encoding == UTF8
            self.strings.append(words.value)
            return len(self.strings)

        def boolean(_key, _program, there) -> int:
            ctypes.cast(there, ctypes.POINTER(ctypes.c_ubyte)).contents.value = self.there
            return self.on

        self.CFStringCreateWithCString = Function(string)
        self.CFPreferencesGetAppBooleanValue = Function(boolean)


def make() -> tuple[Objc, Runtime, Foundation]:
    runtime, foundation = Runtime(), Foundation()
    return Objc(runtime, foundation), runtime, foundation


def test_a_message_reaches_its_object() -> None:
    objc, runtime, _ = make()
    found = objc.send(c_void_p(9), "window", c_void_p(4))
    assert isinstance(found, c_void_p)
    assert found.value == 7
    assert runtime.sent == [(9, "window", 4)]
    assert objc.send(c_void_p(9), "count", returns=c_long) == 7
    assert objc.send(c_void_p(9), "setIt:", c_long(3), returns=None) is None


def test_nothing_is_sent_to_nil() -> None:
    objc, runtime, _ = make()
    assert objc.send(c_void_p(None), "window").value is None
    assert objc.send(c_void_p(None), "count", returns=c_long) is None
    assert runtime.sent == []


def test_an_observer_calls_back() -> None:
    objc, runtime, _ = make()
    told: list[int] = []
    one = objc.observer(lambda: told.append(1))
    assert one.value == 7
    assert runtime.methods == [("told:", b"v@:@")]
    assert len(runtime.registered) == 1
    runtime.callback(1, 2, 3)
    assert told == [1]
    objc.observer(lambda: None)
    assert len(set(runtime.registered)) == 2, "every observer is a class of its own"


def test_strings_and_settings() -> None:
    objc, _, foundation = make()
    assert objc.string("Grüße").value == 1
    assert foundation.strings == ["Grüße".encode()]
    assert objc.boolean("stickyKey", "program")
    foundation.there = 0
    assert not objc.boolean("stickyKey", "program")
