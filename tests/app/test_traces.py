"""Nothing that somebody did here is found in their home folder afterwards."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.promises.house import ROOT

CHOOSES = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFileDialog
from peerdesk.app import start

app = start._application()

def accept():
    dialog = app.activeModalWidget()
    assert isinstance(dialog, QFileDialog)
    dialog.accept()

QTimer.singleShot(200, accept)
chosen, _ = QFileDialog.getSaveFileName(None, "", sys.argv[1])
assert chosen == sys.argv[1], chosen
"""


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere the dialog is the system's own")
def test_no_folder_that_was_chosen_is_remembered(tmp_path: Path) -> None:
    """Qt's file dialog keeps the last folders in the home folder, and shows them to who comes
    next: a folder may be called after a group, and a stick after its owner."""
    home, stick = tmp_path / "home", tmp_path / "Canary-stick"
    home.mkdir()
    stick.mkdir()
    env = {k: v for k, v in os.environ.items() if not k.startswith("XDG_")}
    env |= {"HOME": str(home), "QT_QPA_PLATFORM": "offscreen", "PYTHONDONTWRITEBYTECODE": "1"}
    command = [sys.executable, "-c", CHOOSES, str(stick / "Canary.pdf")]
    subprocess.run(command, cwd=ROOT, env=env, check=True, timeout=60)
    kept = [p for p in home.rglob("*") if p.is_file()]
    assert [p for p in kept if b"Canary" in p.read_bytes()] == []
    assert "QtProject.conf" not in {p.name for p in kept}
