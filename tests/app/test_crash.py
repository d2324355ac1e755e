"""A crash report says where, never what; it goes nowhere unless somebody asks for it."""

from __future__ import annotations

import sys
import threading
from datetime import datetime
from pathlib import Path
from types import SimpleNamespace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from peerdesk.app import crash
from peerdesk.app.crash import report
from peerdesk.app.crash_dialog import CrashDialog
from peerdesk.core.clock import FixedClock
from peerdesk.core.errors import KnownError
from peerdesk.core.text import translate
from peerdesk.safe import files

CANARIES = ("Canary", "Ana", "020 7946 0199")


def boom(name: str, phone: str = CANARIES[2]) -> None:
    canary = "Canary " + name
    raise ValueError(canary, phone)


class Ana(Exception):
    """Even its class could be made from data; ours are not, so its name may stand."""


def caught() -> tuple[type[BaseException], BaseException]:
    try:
        try:
            boom("Ana")
        except ValueError as error:
            raise RuntimeError(f"Canary after {error}") from error
    except RuntimeError as error:
        return type(error), error
    raise AssertionError


def clean(words: str) -> bool:
    return not any(canary in words for canary in CANARIES)


def test_a_report_holds_places_and_no_values() -> None:
    kind, error = caught()
    words = report(kind, error.__traceback__)
    assert "RuntimeError" in words
    assert "caught" in words
    assert clean(words)
    assert sys.version.split()[0] in words
    assert str(Path.home()) not in words


class Signed:
    """Somebody who wrote something."""

    def __init__(self, unsaved: str = "") -> None:
        self.leaving = self
        self.unsaved, self.saves = unsaved, 0

    def save(self) -> tuple[str, str]:
        self.saves += 1
        if self.unsaved == "boom":
            raise RuntimeError("Canary again")
        return ("why", self.unsaved) if self.unsaved else ("", "")


@pytest.fixture
def desk(qapp, tmp_path: Path) -> SimpleNamespace:
    return SimpleNamespace(
        app=qapp,
        window=None,
        signed_in=Signed(),
        workspace=SimpleNamespace(path=tmp_path / "workspace"),
        clock=FixedClock(datetime(2026, 11, 24, 16, 20), "UTC"),
    )


@pytest.fixture
def hooks(monkeypatch: pytest.MonkeyPatch) -> None:
    """Puts the hooks of whoever runs the tests back."""
    for owner, name in ((sys, "excepthook"), (sys, "unraisablehook"), (threading, "excepthook")):
        monkeypatch.setattr(owner, name, getattr(owner, name))


def test_work_is_saved_first_and_the_dialog_says_so(desk, hooks, monkeypatch, capsys) -> None:
    shown: list[tuple[str, bool]] = []
    monkeypatch.setattr(crash, "show", lambda _desk, words, *, saved: shown.append((words, saved)))
    crash.install(desk)
    sys.excepthook(*caught(), caught()[1].__traceback__)
    assert desk.signed_in.saves == 1
    [(words, saved)] = shown
    assert saved
    assert clean(words)
    said = capsys.readouterr()
    assert "RuntimeError" in said.err
    assert clean(said.err + said.out)


@pytest.mark.parametrize("unsaved", ["words", "boom"])
def test_what_could_not_be_saved_is_not_called_saved(desk, hooks, unsaved) -> None:
    desk.signed_in = Signed(unsaved)
    assert not crash.save_work(desk)
    desk.signed_in = None
    assert crash.save_work(desk)


def test_a_second_mistake_does_not_open_a_second_dialog(desk, hooks, monkeypatch, capsys) -> None:
    kind, error = caught()
    shown: list[str] = []

    def show(_desk, words: str, *, saved: bool) -> None:
        shown.append(words)
        sys.excepthook(kind, error, error.__traceback__)

    monkeypatch.setattr(crash, "show", show)
    crash.install(desk)
    sys.excepthook(kind, error, error.__traceback__)
    assert len(shown) == 1
    assert capsys.readouterr().err.count("RuntimeError") == 2


def test_threads_and_finalizers_are_as_silent(desk, hooks, capsys) -> None:
    crash.install(desk)
    kind, error = caught()
    for hook in (threading.excepthook, sys.unraisablehook):
        hook(SimpleNamespace(exc_type=kind, exc_value=error, exc_traceback=error.__traceback__))
    said = capsys.readouterr().err
    assert said.count("RuntimeError") == 2
    assert clean(said)


def test_the_world_is_told_in_its_own_words(desk, hooks, monkeypatch, capsys) -> None:
    told: list[KnownError] = []
    monkeypatch.setattr("peerdesk.app.desk.tell", told.append)
    crash.install(desk)
    error = KnownError(translate("Safe", "The disk is full."))
    sys.excepthook(type(error), error, None)
    assert told == [error]


def test_ctrl_c_ends_the_program(desk, hooks, monkeypatch) -> None:
    ended: list[int] = []
    desk.app = SimpleNamespace(quit=lambda: ended.append(1))
    crash.install(desk)
    sys.excepthook(KeyboardInterrupt, KeyboardInterrupt(), None)
    assert ended == [1]


def test_a_program_without_a_console(monkeypatch) -> None:
    monkeypatch.setattr(sys, "stderr", None)
    crash.tell_console("words")


def test_a_report_is_written_where_the_workspace_is(desk) -> None:
    path = crash.save_report(desk, "where")
    assert path == desk.workspace.path / "reports" / "report-2026-11-24-162000.txt"
    assert path.read_text("utf-8") == "where\n"


def test_the_dialog_opens_and_closes(desk, monkeypatch) -> None:
    seen: list[str] = []

    def pressed(dialog: CrashDialog) -> int:
        seen.append(dialog.windowTitle())
        dialog.copy_button.click()
        return 0

    monkeypatch.setattr(CrashDialog, "exec", pressed)
    crash.show(desk, "where")
    assert seen == ["PeerDesk"]
    assert QApplication.clipboard().text() == "where"
    assert not (desk.workspace.path / "reports").exists()


def dialog(qtbot, **changes) -> CrashDialog:
    made = CrashDialog(
        "where", **{"copy": lambda: None, "save": lambda: Path("reports/one.txt"), **changes}
    )
    qtbot.addWidget(made)
    made.show()
    return made


def test_nothing_is_passed_on_by_itself(qtbot) -> None:
    done: list[str] = []
    made = dialog(qtbot, copy=lambda: done.append("copy"))
    assert done == []
    qtbot.mouseClick(made.copy_button, Qt.MouseButton.LeftButton)
    assert done == ["copy"]
    assert made.isVisible(), "copying does not close it"
    qtbot.mouseClick(made.save_button, Qt.MouseButton.LeftButton)
    assert "one.txt" in made.message.text()
    qtbot.mouseClick(made.go_on, Qt.MouseButton.LeftButton)
    assert not made.isVisible()


def test_a_full_disk_is_said(qtbot) -> None:
    def full() -> Path:
        raise files.in_plain_words(OSError(28, "full"), Path("one.txt"))

    made = dialog(qtbot, save=full, saved=False)
    made.save_button.click()
    assert "no room" in made.message.text()
    assert made.message.kind == "problem"
