"""The interface to a system, and the answers of one that tells nothing."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Literal

Reason = Literal["session", "sleep"]
"""Why the keys have to go now: the session was locked or left, or the computer goes to sleep."""

Tell = Callable[[Reason], None]


class System:
    """A system that tells nothing and can do nothing. Methods are called on the main thread."""

    def watch(self, tell: Tell) -> None:
        """Call ``tell`` at a session lock and before sleep, until :meth:`stop`."""
        del tell

    def stop(self) -> None:
        """Tell nothing any more."""

    def idle_ms(self) -> int | None:
        """Milliseconds since the last input anywhere on the system; None where nobody knows."""
        return None

    def sticky_keys(self) -> bool:
        """Whether Sticky Keys are on, so that bare taps of Shift have a meaning of their own."""
        return False

    def hide_from_capture(self, window: int, hide: bool) -> bool:
        """Keep a native window out of screenshots and shared screens; True if the system agreed."""
        del window, hide
        return False

    def conceal_clipboard(self) -> None:
        """Say of what is on the clipboard now that it is secret, where Qt cannot say it itself."""

    def awake_ms(self) -> int:
        """A clock that stands still while the computer sleeps."""
        return time.monotonic_ns() // 1_000_000
