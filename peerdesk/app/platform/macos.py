"""macOS: input, session, sleep, Sticky Keys, capture, and what the clipboard may not remember.

Sources: Apple Developer Documentation, CGEventSourceSecondsSinceLastEventType, NSWorkspace
(willSleepNotification, sessionDidResignActiveNotification), NSDistributedNotificationCenter
("com.apple.screenIsLocked" is sent by the login window, undocumented), NSWindow.sharingType;
nspasteboard.org for the concealed type. Written against those pages and tested with stand-ins;
not yet seen on a Mac.
"""

from __future__ import annotations

import ctypes
from ctypes import c_double, c_long, c_void_p
from typing import Any

from peerdesk.app.platform.base import System, Tell
from peerdesk.app.platform.objc import Objc

COMBINED_SESSION = 0  # kCGEventSourceStateCombinedSessionState
ANY_INPUT = 0xFFFFFFFF  # kCGAnyInputEventType
SHARING_NONE, SHARING_READ_ONLY = 0, 1  # NSWindowSharingType
CONCEALED = "org.nspasteboard.ConcealedType"
SESSION = (
    ("NSDistributedNotificationCenter", "com.apple.screenIsLocked"),
    ("NSDistributedNotificationCenter", "com.apple.screensaver.didstart"),
    ("", "NSWorkspaceSessionDidResignActiveNotification"),
)
SLEEP = (("", "NSWorkspaceWillSleepNotification"), ("", "NSWorkspaceScreensDidSleepNotification"))


class MacOS(System):
    """``graphics`` is Core Graphics."""

    def __init__(self, objc: Objc, graphics: Any) -> None:
        self._objc, self._graphics = objc, graphics
        graphics.CGEventSourceSecondsSinceLastEventType.restype = c_double
        self._watching: list[tuple[c_void_p, c_void_p]] = []

    def watch(self, tell: Tell) -> None:
        self.stop()
        session = self._objc.observer(lambda: tell("session"))
        sleep = self._objc.observer(lambda: tell("sleep"))
        for observer, names in ((session, SESSION), (sleep, SLEEP)):
            for owner, name in names:
                center = self._center(owner)
                self._objc.send(
                    center,
                    "addObserver:selector:name:object:",
                    observer,
                    self._objc.selector("told:"),
                    self._objc.string(name),
                    c_void_p(None),
                    returns=None,
                )
                self._watching.append((center, observer))

    def _center(self, owner: str) -> c_void_p:
        """The notification center of a class; "" is the workspace's own."""
        send, find = self._objc.send, self._objc.get_class
        if owner:
            found = send(find(owner), "defaultCenter")
        else:
            found = send(send(find("NSWorkspace"), "sharedWorkspace"), "notificationCenter")
        assert isinstance(found, c_void_p)
        return found

    def stop(self) -> None:
        for center, observer in self._watching:
            self._objc.send(center, "removeObserver:", observer, returns=None)
        self._watching.clear()

    def idle_ms(self) -> int | None:
        seconds = self._graphics.CGEventSourceSecondsSinceLastEventType(
            COMBINED_SESSION, ctypes.c_uint32(ANY_INPUT)
        )
        return int(seconds * 1000) if seconds >= 0 else None

    def sticky_keys(self) -> bool:
        return self._objc.boolean("stickyKey", "com.apple.universalaccess")

    def hide_from_capture(self, window: int, hide: bool) -> bool:
        # What Qt calls the window's id is its NSView.
        there = self._objc.send(c_void_p(window), "window")
        if not there.value:
            return False
        kind = SHARING_NONE if hide else SHARING_READ_ONLY
        self._objc.send(there, "setSharingType:", c_long(kind), returns=None)
        return True

    def conceal_clipboard(self) -> None:
        send, text = self._objc.send, self._objc.string
        board = send(self._objc.get_class("NSPasteboard"), "generalPasteboard")
        kinds = send(self._objc.get_class("NSArray"), "arrayWithObject:", text(CONCEALED))
        send(board, "addTypes:owner:", kinds, c_void_p(None), returns=c_long)
        send(board, "setString:forType:", text(""), text(CONCEALED), returns=ctypes.c_bool)


def load() -> System:  # pragma: no cover - macOS
    """With the system's own libraries."""
    from peerdesk.app.platform.objc import load as load_objc

    folder = "/System/Library/Frameworks/"
    return MacOS(load_objc(), ctypes.CDLL(folder + "CoreGraphics.framework/CoreGraphics"))
