"""Paper for the evening and back: printed from Today, ticked by hand, keyed in by its numbers."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog

from peerdesk.features.meetings.paper.dialog import PrintDialog
from peerdesk.ui import drives

from .conftest import Seat
from .test_evening import adds
from .walks import make_group, signs_in

ENTER = Qt.Key.Key_Return


@pytest.mark.skipif(
    shutil.which("pdftotext") is None,
    reason="pdftotext is not installed (packaging/linux_needs.py does)",
)
def test_paper_and_back(
    sit_down: Seat, tiny_kdf, home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_group(sit_down.workspace, tiny_kdf, sit_down.clock)
    _desk, person = sit_down()
    signs_in(person)
    person.waits_for_window("MainWindow")
    person.holds(Qt.Key.Key_3)
    person.waits_for("Nobody is here yet")
    for name in ("Aurelia", "Bartholomew", "Clementine"):
        adds(person, name)

    # On a computer that others use too, names go to a stick alone.
    stick = tmp_path / "stick"
    stick.mkdir()
    plugged: list[Path] = []
    monkeypatch.setattr(drives, "plugged", lambda _beside: list(plugged))
    monkeypatch.setattr(
        QFileDialog, "getSaveFileName", lambda _p, _t, name, _k: (str(stick / Path(name).name), "")
    )
    person.holds(Qt.Key.Key_1)
    person.waits_for("Tonight")
    person.presses("Print for tonight")
    window = person.window
    person.qtbot.waitUntil(lambda: bool(window.findChildren(PrintDialog)))
    dialog = window.findChildren(PrintDialog)[0]
    assert "names will be on paper" in dialog.note.text()
    dialog.pdf.click()
    assert "Nothing was saved" in dialog.message.text()
    assert not [p for p in home.rglob("*") if p.suffix in (".pdf", ".part")]
    plugged.append(stick)
    dialog.pdf.click()
    assert dialog.message.text() == "Saved as PeerDesk.pdf."
    said = subprocess.run(
        ["pdftotext", "-layout", str(stick / "PeerDesk.pdf"), "-"],
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    for words in ("Running sheet", "Our agreement", "If you need help right now", "Sign-in sheet"):
        assert words in said
    lines = [line.split() for line in said.splitlines()]
    assert ["2", "Bartholomew"] in lines
    with person.qtbot.waitSignal(dialog.destroyed):
        dialog.close_button.click()

    # Somebody is added before the sheet is keyed in: the numbers mean whom they meant.
    person.holds(Qt.Key.Key_3)
    adds(person, "Aaron")
    person.holds(Qt.Key.Key_1)
    person.presses("Agenda")
    person.presses("Attendance")
    person.waits_for("4 unknown")
    person.presses("Type in the paper list")
    person.keys("1 3p +2")
    person.waits_for("Without a name: 2 more")
    person.key(ENTER)
    person.waits_for("4 here (1 by phone)")
    person.waits_for("2 unknown")


def test_a_lock_closes_the_papers(sit_down: Seat, tiny_kdf) -> None:
    make_group(sit_down.workspace, tiny_kdf, sit_down.clock)
    desk, person = sit_down()
    signs_in(person)
    window = person.waits_for_window("MainWindow")
    person.waits_for("Tonight")
    person.presses("Print for tonight")
    person.qtbot.waitUntil(lambda: bool(window.findChildren(PrintDialog)))
    dialog = window.findChildren(PrintDialog)[0]
    dialog.options.people.setValue(dialog.options.people.value() + 1)  # new pages are due
    desk.lock("welcome", "idle")
    assert desk.next_start is not None
    person.qtbot.wait(300)
    seen = [w for w in QApplication.topLevelWidgets() if w.isVisible()]
    assert seen == [window], "the window is covered, and no paper with names stands before it"
