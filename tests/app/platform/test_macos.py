"""macOS, with a stand-in for Objective-C: which messages are sent to whom."""

from __future__ import annotations

from ctypes import c_void_p

from peerdesk.app.platform.macos import MacOS


class Objc:
    """Objects are numbers; every name gets one."""

    def __init__(self) -> None:
        self.names: list[str] = [""]
        self.sent: list[tuple[str, str, tuple[object, ...]]] = []
        self.observers: list[object] = []
        self.settings: set[tuple[str, str]] = set()
        self.window = True

    def _object(self, name: str) -> c_void_p:
        if name not in self.names:
            self.names.append(name)
        return c_void_p(self.names.index(name))

    def name(self, one: object) -> object:
        if isinstance(one, c_void_p):
            return self.names[one.value or 0]
        return getattr(one, "value", one)

    get_class = selector = string = _object

    def send(self, to: c_void_p, what: str, *arguments: object, returns: object = c_void_p):
        whom = str(self.name(to))
        self.sent.append((whom, what, tuple(self.name(a) for a in arguments)))
        if what == "window" and not self.window:
            return c_void_p(None)
        return self._object(f"{whom}.{what}")

    def observer(self, told) -> c_void_p:
        self.observers.append(told)
        return self._object(f"observer{len(self.observers)}")

    def boolean(self, key: str, program: str) -> bool:
        return (key, program) in self.settings


class Graphics:
    def __init__(self, seconds: float = 2.5) -> None:
        self.seconds = seconds

        def ask(state, kind) -> float:
            assert (state, kind.value) == (0, 0xFFFFFFFF)
            return self.seconds

        self.CGEventSourceSecondsSinceLastEventType = ask


def make() -> tuple[MacOS, Objc, Graphics]:
    objc, graphics = Objc(), Graphics()
    return MacOS(objc, graphics), objc, graphics  # type: ignore[arg-type]


def test_idleness() -> None:
    system, _, graphics = make()
    assert system.idle_ms() == 2500
    graphics.seconds = -1.0
    assert system.idle_ms() is None


def test_the_session_and_sleep_are_watched() -> None:
    system, objc, _ = make()
    told: list[str] = []
    system.watch(told.append)
    added = [(to, a[0], a[1], a[2]) for to, what, a in objc.sent if what.startswith("addObs")]
    distributed = "NSDistributedNotificationCenter.defaultCenter"
    workspace = "NSWorkspace.sharedWorkspace.notificationCenter"
    assert (distributed, "observer1", "told:", "com.apple.screenIsLocked") in added
    assert (workspace, "observer2", "told:", "NSWorkspaceWillSleepNotification") in added
    for one in objc.observers:
        one()  # type: ignore[operator]
    assert told == ["session", "sleep"]
    system.stop()
    assert sum(what == "removeObserver:" for _, what, _ in objc.sent) == len(added)
    system.stop()


def test_sticky_keys() -> None:
    system, objc, _ = make()
    assert not system.sticky_keys()
    objc.settings.add(("stickyKey", "com.apple.universalaccess"))
    assert system.sticky_keys()


def test_capture_is_kept_out_and_let_in_again() -> None:
    system, objc, _ = make()
    objc._object("view")
    assert system.hide_from_capture(1, True)
    assert system.hide_from_capture(1, False)
    kinds = [a for to, what, a in objc.sent if what == "setSharingType:" and to == "view.window"]
    assert kinds == [(0,), (1,)]
    objc.window = False
    assert not system.hide_from_capture(1, True)


def test_the_clipboard_says_that_it_is_secret() -> None:
    system, objc, _ = make()
    system.conceal_clipboard()
    assert (
        "NSPasteboard.generalPasteboard",
        "setString:forType:",
        ("", "org.nspasteboard.ConcealedType"),
    ) in objc.sent
