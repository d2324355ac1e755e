"""What the first window costs, told by what it imports: a guard that needs no clock.

The promise is 1.5 times the time and memory of an empty window. Every module and every class of
Qt that PySide builds on the way is paid for by whoever needs help right now.
"""

from __future__ import annotations

import ast
import os
import subprocess
import sys
from datetime import datetime
from pathlib import Path

import pytest

from peerdesk.app.demo import open_demo
from peerdesk.core.clock import FixedClock
from peerdesk.safe.kdf import Kdf
from peerdesk.store.workspace import Workspace, build

LOOK = """
import builtins, gc, sys
from peerdesk.app import start

def state(desk):
    import PySide6.QtGui, PySide6.QtWidgets
    built = {n for m in (PySide6.QtGui, PySide6.QtWidgets) for n in vars(m)}
    welcome = getattr(desk.window, "welcome", None)
    return {
        "modules": sorted(sys.modules),
        "built": sorted(n for n in built if n.startswith("Q")),
        "filled": welcome is not None and welcome._filled,
        "windows": sum(w.isVisible() for w in desk.app.topLevelWidgets()),
        "hook": getattr(builtins.__import__, "__name__", ""),
        "collecting": gc.isenabled(),
    }

told = []

def watched(make):
    # As late as this, so that nothing here is imported before PeerDesk does it.
    from peerdesk.app.desk import Desk
    show, after = Desk.show_window, Desk._after_first_paint

    def show_window(self, window):
        show(self, window)
        told.append(state(self))

    def after_first_paint(self):
        after(self)
        told.append(state(self))
        print(told)
        self.app.quit()

    Desk.show_window, Desk._after_first_paint = show_window, after_first_paint
    return make()

make = start._application
start._application = lambda: watched(make)
sys.exit(start.main(sys.argv[1:]))
"""
HEAVY = (
    "peewee", "playhouse", "nacl", "keyring", "icalendar", "dateutil", "jinja2", "segno",
    "shamir_mnemonic", "platformdirs", "zoneinfo", "subprocess", "sysconfig", "json", "html",
    "uuid", "platform", "PySide6.QtPrintSupport", "PySide6.QtSvg", "PySide6.QtNetwork",
    "peerdesk.features", "peerdesk.exchange", "peerdesk.ui.printing", "peerdesk.ui.dates",
    "peerdesk.ui.widgets.frames", "peerdesk.ui.widgets.steppers",
)  # fmt: skip
AT_A_SIGN_IN = (
    "nacl", "keyring", "icalendar", "dateutil", "jinja2", "segno", "shamir_mnemonic",
    "PySide6.QtPrintSupport", "PySide6.QtSvg", "PySide6.QtNetwork", "peerdesk.exchange",
    "peerdesk.app.copies", "peerdesk.app.tonight.evening", "peerdesk.app.today",
    "peerdesk.app.locking.bars", "peerdesk.app.keys.keyless", "peerdesk.safe.keyfile",
    "peerdesk.features.backups.service", "peerdesk.features.keys.service",
    "peerdesk.features.meetings.service", "peerdesk.features.people.service",
    "peerdesk.features.tonight",
)  # fmt: skip
"""Not before the window of somebody who signed in can be seen."""
LATER = (
    "peerdesk.app.welcome.sign_in", "peerdesk.app.welcome.rest", "peerdesk.ui.jobs",
    "peerdesk.ui.icons", "peerdesk.ui.widgets.buttons",
)  # fmt: skip
CLASSES = ("QStyle", "QComboBox", "QDateEdit", "QMainWindow", "QTableView", "QGestureEvent")
"""PySide builds all of them when it wraps a widget or an event it did not see before."""


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> list[dict[str, object]]:
    """The state when the first window was shown, and when it was whole."""
    folder = tmp_path_factory.mktemp("start") / "w"
    with build(folder, FixedClock(datetime(2026, 11, 22))):
        pass
    with_card(folder)
    return look("--workspace", str(folder))


def look(*arguments: str) -> list[dict[str, object]]:
    """Start PeerDesk with these; what was there at the first window and after its first paint."""
    done = subprocess.run(
        [sys.executable, "-c", LOOK, *arguments],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert done.returncode == 0, done.stderr
    made: list[dict[str, object]] = ast.literal_eval(done.stdout)
    return made


def with_card(folder: Path) -> None:
    """A crisis card of its own, as every workspace has after its first start."""
    from peerdesk.store.connection import connect

    shelf = connect(folder / "shelf.db", None)
    shelf.execute(
        "INSERT INTO crisis_line(uid, position, title, detail, number)"
        " VALUES (randomblob(16), 0, 'Emergency services', '', '112')"
    )
    shelf.close()


def test_nothing_heavy_is_imported(told: list[dict[str, object]]) -> None:
    whole = told[-1]["modules"]
    assert isinstance(whole, list)
    roots = [m for m in whole if any(m == h or m.startswith(h + ".") for h in HEAVY)]
    assert roots == []


def test_help_is_shown_before_signing_in_is_imported(told: list[dict[str, object]]) -> None:
    first, whole = told[0], told[-1]
    assert len(told) == 2
    assert isinstance(first["modules"], list)
    assert isinstance(whole["modules"], list)
    assert (first["filled"], whole["filled"]) == (False, True)
    assert not {*LATER, "dataclasses"} & set(first["modules"])
    assert set(LATER) <= set(whole["modules"])


def test_no_class_of_qt_is_built_that_nothing_shows(told: list[dict[str, object]]) -> None:
    for state in told:
        assert isinstance(state["built"], list)
        assert "QLabel" in state["built"]
        assert not set(CLASSES) & set(state["built"])


def test_one_window_and_the_collector_is_back(told: list[dict[str, object]]) -> None:
    assert [state["windows"] for state in told] == [1, 1]
    assert [state["collecting"] for state in told] == [False, True]
    assert all(state["hook"] != "__feature_import__" for state in told)


def test_signed_in_the_window_waits_for_no_room(tmp_path: Path, tiny_kdf: Kdf) -> None:
    """2.2 times an empty window is the promise; Today and what it asks for come after."""
    folder = tmp_path / "w"
    open_demo(Workspace(folder), tiny_kdf, FixedClock(datetime(2026, 11, 22, 12), "Europe/London"))
    first = look("--demo", "--workspace", str(folder))[0]
    assert isinstance(first["modules"], list)
    assert "peerdesk.app.main_window" in first["modules"]
    heavy = [
        m for m in first["modules"] if any(m == h or m.startswith(h + ".") for h in AT_A_SIGN_IN)
    ]
    assert heavy == []


def test_the_first_start_waits_for_no_later_step(tmp_path: Path) -> None:
    """The very first window on an old computer: only its two first questions are imported."""
    shown = look("--workspace", str(tmp_path / "new"))
    modules = shown[-1]["modules"]
    assert isinstance(modules, list)
    assert "peerdesk.app.first_start.choices" in modules
    later = ("group", "making", "parts", "person", "sheets")
    assert not {f"peerdesk.app.first_start.{name}" for name in later} & set(modules)
    assert [m for m in modules if any(m == h or m.startswith(h + ".") for h in HEAVY)] == []
