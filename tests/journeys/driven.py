"""PeerDesk in a process of its own, with somebody before it who follows a scenario.

``python driven.py SCENARIO FOLDER ARGUMENTS…``: FOLDER takes ``log`` (a line of JSON for each thing
that happened) and is looked at for ``go``. The process that a lock starts follows ``watches``.
The product knows nothing of this: ``main`` is called as ``tests/tiny_app.py`` calls it.
"""

from __future__ import annotations

import json
import os
import sys
import time
import traceback
from collections.abc import Callable
from pathlib import Path

HERE = Path(__file__).resolve()
sys.path.insert(0, str(HERE.parents[1]))

from PySide6.QtCore import QCoreApplication, QDeadlineTimer, QEventLoop, Qt, QTimer  # noqa: E402
from PySide6.QtTest import QTest  # noqa: E402
from tiny_app import TINY  # noqa: E402

from journeys.person import Person  # noqa: E402
from journeys.walks import signs_in  # noqa: E402
from peerdesk.app.desk import Desk  # noqa: E402
from peerdesk.app.start import main  # noqa: E402

FOLDER = Path()


class Waiting:
    """What ``Person`` needs of pytest-qt."""

    def waitUntil(self, true: Callable[[], bool], timeout: int = 10_000) -> None:
        left = QDeadlineTimer(timeout)
        while not true():
            if left.hasExpired():
                raise TimeoutError
            QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)


def log(what: str, **more: object) -> None:
    """One line, whole: several processes write."""
    line = {"what": what, "pid": os.getpid(), "at": time.monotonic(), **more}
    with (FOLDER / "log").open("a") as file:
        file.write(json.dumps(line) + "\n")


def opens(person: Person) -> None:
    signs_in(person)
    person.waits_for_window("MainWindow")


def writes_a_note(person: Person) -> None:
    person.presses("My notes")
    person.presses("Write a first note")
    person.keys((FOLDER / "note").read_text())  # so that it is in no memory but this one's


def locks(desk: Desk, person: Person) -> None:
    """Sign in, write, lock."""
    opens(person)
    writes_a_note(person)
    log("locking", title=person.window.windowTitle())
    person.presses("Lock")


def hides(desk: Desk, person: Person) -> None:
    """Sign in, then three bare taps of Shift."""
    opens(person)
    person.awake()
    handle = person.window.windowHandle()
    log("locking")
    for _tap in range(3):
        QTest.keyClick(handle, Qt.Key.Key_Shift)


def looks_round(desk: Desk, person: Person) -> None:
    """The made-up group, locked."""
    person.waits_for_window("MainWindow")
    log("locking", workspace=str(desk.workspace.path))
    person.presses("Lock")


def watches(desk: Desk, person: Person) -> None:
    """Tell what is seen, then wait to be told to close."""
    kind = type(person.window).__name__
    person.qtbot.waitUntil(lambda: desk._settled)
    whole = ("I forgot my password", "Nothing you look at is recorded")
    person.qtbot.waitUntil(lambda: any(person.sees(words) for words in whole))
    log("seen", window=kind, words=person.words(), title=person.window.windowTitle())
    person.qtbot.waitUntil((FOLDER / "go").exists, 30_000)
    person.window.close()


def is_put_away(desk: Desk, person: Person) -> None:
    """Minimize the window and wait to be called forward."""
    person.qtbot.waitUntil(lambda: desk._settled)
    person.window.showMinimized()
    log("put away")
    person.qtbot.waitUntil(lambda: not person.window.isMinimized(), 30_000)
    log("forward", visible=person.window.isVisible())
    person.qtbot.waitUntil((FOLDER / "go").exists, 30_000)
    person.window.close()


SCENARIOS = {f.__name__: f for f in (locks, hides, looks_round, watches, is_put_away)}


def follow(scenario: str) -> None:
    """Let somebody sit down as soon as there is a window."""
    start = Desk.start

    def started(desk: Desk) -> bool:
        if not start(desk):
            return False

        def window():
            assert desk.window is not None
            return desk.window

        def act() -> None:
            try:
                SCENARIOS[scenario](desk, Person(Waiting(), window))
            except BaseException:
                log("stuck", error=traceback.format_exc(), window=type(desk.window).__name__)
                os._exit(3)

        QTimer.singleShot(0, desk, act)
        return True

    Desk.start = started  # type: ignore[method-assign]


if __name__ == "__main__":
    FOLDER = Path(sys.argv[2])
    follow(sys.argv[1])
    again = [sys.executable, str(HERE), "watches", str(FOLDER)]
    sys.exit(main(sys.argv[3:], kdf=TINY, relaunch=again))
