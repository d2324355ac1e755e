"""The D-Bus of the desktop and of the system, through QtDBus: what it tells and what can be asked.

Names and signals: systemd "org.freedesktop.login1", the freedesktop "Idle Inhibition Service",
Mutter's IdleMonitor. Only buses on a local socket file are used; an address that names a network
is left alone. Asking waits at most :data:`PATIENCE` ms.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import SLOT, QObject, Slot

if TYPE_CHECKING:
    from PySide6.QtDBus import QDBusConnection

PATIENCE = 400
LOGIN = "org.freedesktop.login1"
LOGIN_PATH = "/org/freedesktop/login1"
MANAGER = LOGIN + ".Manager"
SESSION = LOGIN + ".Session"
SAVERS = (
    "org.freedesktop.ScreenSaver",
    "org.gnome.ScreenSaver",
    "org.cinnamon.ScreenSaver",
    "org.mate.ScreenSaver",
    "org.xfce.ScreenSaver",
)
SYSTEM_SOCKETS = (Path("/run/dbus/system_bus_socket"), Path("/var/run/dbus/system_bus_socket"))


class Bus(QObject):
    """Both buses. Emits nothing: ``lock`` and ``sleep`` are called, on the main thread."""

    def __init__(
        self,
        lock: Callable[[], object],
        sleep: Callable[[], object],
        env: Mapping[str, str] = os.environ,
        sockets: tuple[Path, ...] = SYSTEM_SOCKETS,
    ) -> None:
        super().__init__()
        self._lock, self._sleep = lock, sleep
        self._inhibitor: object = None
        self.session = self.system = None
        runtime = env.get("XDG_RUNTIME_DIR")
        own = (Path(runtime, "bus"),) if runtime else ()
        self.session = self._open(env.get("DBUS_SESSION_BUS_ADDRESS"), own, "peerdesk-session")
        self.system = self._open(env.get("DBUS_SYSTEM_BUS_ADDRESS"), sockets, "peerdesk-system")

    @staticmethod
    def _open(address: str | None, sockets: tuple[Path, ...], name: str) -> QDBusConnection | None:
        if address is None:
            address = next((f"unix:path={path}" for path in sockets if path.exists()), "")
        if not address or not all(one.startswith("unix:") for one in address.split(";")):
            return None
        from PySide6.QtDBus import QDBusConnection

        bus = QDBusConnection.connectToBus(address, name)
        return bus if bus.isConnected() else None

    # -- being told --------------------------------------------------------------------------

    def listen(self) -> None:
        """Hear of session locks and of sleep, and ask for a moment before it."""
        if self.session is not None:
            for saver in SAVERS:
                self.session.connect("", "", saver, "ActiveChanged", self, _slot("covered(bool)"))
        if self.system is not None:
            session = self._own_session()
            self.system.connect(LOGIN, session, SESSION, "Lock", self, _slot("locked()"))
            self.system.connect(
                LOGIN, LOGIN_PATH, MANAGER, "PrepareForSleep", self, _slot("sleeping(bool)")
            )
            # Held until this process is gone, so that sleep waits (up to 5 s) until the keys are.
            self._inhibitor = self._ask(
                self.system,
                (LOGIN, LOGIN_PATH, MANAGER, "Inhibit"),
                ["sleep", "PeerDesk", "Locks before the computer sleeps", "delay"],
            )

    def _own_session(self) -> str:
        """The object path of the login session this process belongs to; "" is any."""
        assert self.system is not None
        found = self._ask(self.system, (LOGIN, LOGIN_PATH, MANAGER, "GetSession"), ["auto"])
        path = getattr(found, "path", None)
        return str(path()) if path is not None else ""

    @Slot(bool)
    def covered(self, on: bool) -> None:
        """A screen saver covered or uncovered the screen."""
        if on:
            self._lock()

    @Slot()
    def locked(self) -> None:
        """The session is to be locked."""
        self._lock()

    @Slot(bool)
    def sleeping(self, soon: bool) -> None:
        """The computer goes to sleep, or woke up; either way nobody sits before it."""
        del soon
        self._sleep()

    # -- asking ------------------------------------------------------------------------------

    def idle_ms(self) -> int | None:
        """Milliseconds without input, as the desktop counts them."""
        if self.session is None:
            return None
        monitor = "org.gnome.Mutter.IdleMonitor"
        found = self._ask(
            self.session, (monitor, "/org/gnome/Mutter/IdleMonitor/Core", monitor, "GetIdletime")
        )
        if isinstance(found, int):
            return found
        saver = "org.freedesktop.ScreenSaver"
        found = self._ask(
            self.session, (saver, "/org/freedesktop/ScreenSaver", saver, "GetSessionIdleTime")
        )
        # Seconds, says the specification. A desktop that means milliseconds makes us lock early,
        # the other reading would make us never lock.
        return found * 1000 if isinstance(found, int) else None

    def _ask(
        self, bus: QDBusConnection, whom: tuple[str, str, str, str], what: list[Any] | None = None
    ) -> object:
        from PySide6.QtDBus import QDBus, QDBusMessage

        message = QDBusMessage.createMethodCall(*whom)
        message.setAutoStartService(False)
        message.setArguments(what or [])
        reply = bus.call(message, QDBus.CallMode.Block, PATIENCE)
        if reply.type() != QDBusMessage.MessageType.ReplyMessage:
            return None
        return (reply.arguments() or [None])[0]

    def close(self) -> None:
        """Hear nothing any more, and let the computer sleep."""
        from PySide6.QtDBus import QDBusConnection

        self._inhibitor = None
        for name, bus in (("peerdesk-session", self.session), ("peerdesk-system", self.system)):
            if bus is not None:
                QDBusConnection.disconnectFromBus(name)
        self.session = self.system = None


def _slot(words: str) -> Any:
    return SLOT(words)
