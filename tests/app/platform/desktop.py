"""A desktop of our own on a private bus: logind, Mutter and a screen saver. Run by test_bus.

Reads one word a line: what to tell. Prints one line for what it was asked.
"""

from __future__ import annotations

import os

from PySide6.QtCore import ClassInfo, QCoreApplication, QObject, QSocketNotifier, Slot
from PySide6.QtDBus import (
    QDBusConnection,
    QDBusMessage,
    QDBusObjectPath,
    QDBusUnixFileDescriptor,
)

LOGIN = "org.freedesktop.login1"
PATH = "/org/freedesktop/login1"
OURS = PATH + "/session/_31"
SIGNALS = {
    "lock": (OURS, LOGIN + ".Session", "Lock", []),
    "lock-another": (PATH + "/session/_32", LOGIN + ".Session", "Lock", []),
    "sleep": (PATH, LOGIN + ".Manager", "PrepareForSleep", [True]),
    "wake": (PATH, LOGIN + ".Manager", "PrepareForSleep", [False]),
    "cover": ("/org/gnome/ScreenSaver", "org.gnome.ScreenSaver", "ActiveChanged", [True]),
    "uncover": ("/org/gnome/ScreenSaver", "org.gnome.ScreenSaver", "ActiveChanged", [False]),
    "cover-kde": (
        "/ScreenSaver",
        "org.freedesktop.ScreenSaver",
        "ActiveChanged",
        [True],
    ),
}


def say(words: str) -> None:
    print(words, flush=True)


@ClassInfo({"D-Bus Interface": LOGIN + ".Manager"})
class Login(QObject):
    @Slot(str, result="QDBusObjectPath")
    def GetSession(self, name: str) -> QDBusObjectPath:
        say(f"session {name}")
        return QDBusObjectPath(OURS)

    @Slot(str, str, str, str, result="QDBusUnixFileDescriptor")
    def Inhibit(self, what: str, who: str, _why: str, how: str) -> QDBusUnixFileDescriptor:
        self.reads, writes = os.pipe()
        say(f"inhibit {what} {who} {how}")
        self.open = QSocketNotifier(self.reads, QSocketNotifier.Type.Read, self)
        self.open.activated.connect(self.let_go)
        made = QDBusUnixFileDescriptor(writes)
        os.close(writes)
        return made

    def let_go(self) -> None:
        self.open.setEnabled(False)
        say("may sleep")


@ClassInfo({"D-Bus Interface": "org.gnome.Mutter.IdleMonitor"})
class Mutter(QObject):
    @Slot(result="qulonglong")
    def GetIdletime(self) -> int:
        return 4321


@ClassInfo({"D-Bus Interface": "org.freedesktop.ScreenSaver"})
class Saver(QObject):
    @Slot(result="uint")
    def GetSessionIdleTime(self) -> int:
        return 7


def main() -> None:
    app = QCoreApplication([])
    bus = QDBusConnection.sessionBus()
    everything = QDBusConnection.RegisterOption.ExportAllSlots
    login, mutter, saver = Login(), Mutter(), Saver()
    bus.registerObject(PATH, login, everything)
    bus.registerObject("/org/gnome/Mutter/IdleMonitor/Core", mutter, everything)
    bus.registerObject("/org/freedesktop/ScreenSaver", saver, everything)
    bus.registerService(LOGIN)
    bus.registerService("org.freedesktop.ScreenSaver")

    def read() -> None:
        words = os.read(0, 4096).decode().split("\n")
        for word in words[:-1]:
            act(word)
        if len(words) == 1:
            app.quit()

    def act(word: str) -> None:
        if not word:
            app.quit()
        elif word == "gnome":
            bus.registerService("org.gnome.Mutter.IdleMonitor")
            say("ready")
        else:
            path, interface, name, values = SIGNALS[word]
            message = QDBusMessage.createSignal(path, interface, name)
            message.setArguments(values)
            bus.send(message)

    ears = QSocketNotifier(0, QSocketNotifier.Type.Read)
    ears.activated.connect(read)
    say("ready")
    app.exec()


if __name__ == "__main__":
    main()
