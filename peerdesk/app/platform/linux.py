"""Linux: the session and sleep over D-Bus, idleness over D-Bus or X11, no promise on capture."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from peerdesk.app.platform.base import System, Tell

if TYPE_CHECKING:
    from peerdesk.app.platform.bus import Bus
    from peerdesk.app.platform.x11 import X11


def _make_bus(tell: Tell) -> Bus:
    from peerdesk.app.platform.bus import Bus

    return Bus(lambda: tell("session"), lambda: tell("sleep"))


def _make_x11() -> X11:
    from peerdesk.app.platform.x11 import X11

    return X11()


class Linux(System):
    """Bus and screen are opened when first needed, never before the window is there."""

    def __init__(
        self,
        make_bus: Callable[[Tell], Bus] = _make_bus,
        make_x11: Callable[[], X11] = _make_x11,
        env: Mapping[str, str] = os.environ,
    ) -> None:
        self._make_bus, self._make_x11, self._env = make_bus, make_x11, env
        self._bus: Bus | None = None
        self._x11: X11 | None = None

    def watch(self, tell: Tell) -> None:
        self.stop()
        self._bus = self._make_bus(tell)
        self._bus.listen()

    def stop(self) -> None:
        if self._bus is not None:
            self._bus.close()
            self._bus = None
        if self._x11 is not None:
            self._x11.close()
            self._x11 = None

    def idle_ms(self) -> int | None:
        told = self._bus.idle_ms() if self._bus is not None else None
        if told is None and (screen := self._screen()) is not None:
            told = screen.idle_ms()
        return told

    def sticky_keys(self) -> bool:
        screen = self._screen()
        return screen is not None and screen.sticky_keys()

    def _screen(self) -> X11 | None:
        """None under Wayland, where X11 sees only the input of X11 programs."""
        if self._x11 is None:
            if not self._env.get("DISPLAY") or self._env.get("WAYLAND_DISPLAY"):
                return None
            self._x11 = self._make_x11()
        return self._x11
