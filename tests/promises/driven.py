"""PeerDesk in a process of its own that signs in, walks through every room, finds, and locks.

``driven.py WAY REPORT arguments of PeerDesk``. After the lock comes ``tests/tiny_app.py``, which
knows no canary and stays (WAY ``stay``), or this again, which leaves (``leave``). REPORT gets a
line for each process of this kind: its id and every title its windows had.
"""

from __future__ import annotations

import json
import os
import sys
import traceback
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from peerdesk.app import desk as desks
from peerdesk.app.start import main
from peerdesk.features.keys.service import KeysService
from tests.promises.house import NAME, PASSWORD, ROOT, TINY

WAY, REPORT, *ARGUMENTS = sys.argv[1:]
TITLES: set[str] = set()


def look() -> None:
    QApplication.processEvents()
    TITLES.update(w.windowTitle() for w in QApplication.topLevelWidgets() if w.isVisible())


def report() -> None:
    with Path(REPORT).open("a", encoding="utf-8") as file:
        file.write(json.dumps({"pid": os.getpid(), "titles": sorted(TITLES)}) + "\n")


def drive(desk: desks.Desk) -> None:
    look()
    signed = KeysService(desk.workspace, TINY, desk.clock).sign_in(NAME, PASSWORD)
    desk.sign_in(signed)
    look()
    window = desk.window
    assert desk.signed_in is not None
    desk.signed_in.context.names.toggle()
    for room in list(window.rooms):  # type: ignore[union-attr]
        window.go(room)  # type: ignore[union-attr]
        look()
    panel = desk.signed_in.find()
    panel.hide()
    window.open("notes", "new", b"")  # type: ignore[union-attr]
    look()
    report()
    desk.lock()


def arrive(desk: desks.Desk) -> None:
    look()
    report()
    QApplication.quit()


def run() -> int:
    start = desks.Desk.start

    def started(desk: desks.Desk) -> bool:
        def go() -> None:
            try:
                (arrive if desk.options.greet else drive)(desk)
            except Exception:  # or a dialog would wait for somebody
                traceback.print_exc()
                os._exit(3)

        desk.settled.connect(lambda: QTimer.singleShot(200, go))
        return start(desk)

    desks.Desk.start = started  # type: ignore[method-assign]
    again = [sys.executable, "-m", "tests.promises.driven", WAY, REPORT]
    stay = [sys.executable, str(ROOT / "tests" / "tiny_app.py")]
    return main(ARGUMENTS, kdf=TINY, relaunch=again if WAY == "leave" else stay)


if __name__ == "__main__":
    sys.exit(run())
