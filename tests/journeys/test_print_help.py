"""A member, who has no key and signs in nowhere, finds help and carries it home on paper."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from peerdesk.core.clock import FixedClock
from peerdesk.features.directory.service import DirectoryService
from peerdesk.store.shelf import open_shelf
from peerdesk.ui import printing
from peerdesk.ui.sheets import Sheets

from .conftest import Seat
from .person import Person
from .walks import make_group

MOST = 10
"""Presses from the welcome page to the dialog of the printer."""
READER = pytest.mark.skipif(
    shutil.which("pdftotext") is None,
    reason="pdftotext is not installed (packaging/linux_needs.py does)",
)


class Counting(Person):
    """A person who counts what they press: buttons, rows and single keys."""

    count = 0

    def presses(self, name: str) -> None:
        self.count += 1
        super().presses(name)

    def picks(self, row_words: str) -> None:
        self.count += 1
        super().picks(row_words)

    def key(self, key: Qt.Key, modifier: Qt.KeyboardModifier | None = None) -> None:
        self.count += 1
        super().key(key, modifier)

    def keys(self, words: str) -> None:
        self.count += len(words)
        super().keys(words)


@pytest.fixture
def directory(sit_down: Seat, tiny_kdf, clock: FixedClock) -> Path:
    """A small directory; nobody may know where the last one is."""
    make_group(sit_down.workspace, tiny_kdf, clock, shared=True)
    path = sit_down.workspace / "shelf.db"
    shelf = open_shelf(path, clock, sit_down.workspace / "backups")
    service = DirectoryService(shelf)
    service.add_service("Food Bank", category="food", phone="555 0101", address="1 Mill Lane")
    service.add_service("Soup Kitchen", category="food", phone="555 0102", address="2 Mill Lane")
    service.add_service(
        "Safe Rooms", category="food", phone="555 0103", address="9 Hidden Row", hide_address=True
    )
    shelf.close()
    return path


@pytest.fixture
def printed(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> list[str]:
    """The words of what came out of the printer."""
    found: list[str] = []

    def print_sheets(make: Callable[[], Sheets], _parent: object, **_how: object) -> bool:
        path = tmp_path / "sheets.pdf"
        printing.save_sheets(make(), path)
        done = subprocess.run(
            ["pdftotext", str(path), "-"], capture_output=True, text=True, check=True
        )
        found.append(" ".join(done.stdout.split()))
        return True

    monkeypatch.setattr(printing, "print_sheets", print_sheets)
    return found


def kept(path: Path, clock: FixedClock) -> list[object]:
    """Everything the part for everyone holds."""
    shelf = open_shelf(path, clock, path.with_name("backups"))
    run = shelf.database.connection().execute
    names = [r[0] for r in run("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY 1")]
    whole = [(name, run(f"SELECT * FROM {name}").fetchall()) for name in names]
    shelf.close()
    return whole


@READER
def test_a_list_is_printed(
    sit_down: Seat, directory: Path, printed: list[str], clock: FixedClock
) -> None:
    before = kept(directory, clock)
    desk, found = sit_down()
    person = Counting(found.qtbot, lambda: found.window)
    person.presses("Find local help")
    person.presses("Food")
    person.presses("Put on my list")
    person.picks("Safe Rooms")
    person.presses("Put on my list")
    person.presses("Print my list")
    person.presses("Print…")
    assert person.count < MOST
    assert desk.signed_in is None
    (sheets,) = printed
    assert "Food Bank" in sheets
    assert "1 Mill Lane" in sheets
    assert "Safe Rooms" in sheets
    assert "The address is not printed. Ring first." in sheets
    assert "Hidden Row" not in sheets
    person.presses("Close")
    person.presses("Back")
    person.presses("Find local help")
    assert not person.sees("Print my list")  # whoever comes next sees no list
    sit_down.leave()
    assert kept(directory, clock) == before


@READER
def test_one_service_is_found_by_typing_and_printed(
    sit_down: Seat, directory: Path, printed: list[str]
) -> None:
    _desk, found = sit_down()
    person = Counting(found.qtbot, lambda: found.window)
    person.presses("Find local help")
    person.keys("soup")
    person.presses("Print a card")
    person.presses("Print…")
    assert person.count < MOST
    (sheets,) = printed
    assert "Soup Kitchen 555 0102" in sheets
    assert "Scan with a phone to ring 555 0102" in sheets
    assert "Food Bank" not in sheets


@READER
def test_the_numbers_are_printed(sit_down: Seat, directory: Path, printed: list[str]) -> None:
    _desk, found = sit_down()
    person = Counting(found.qtbot, lambda: found.window)
    person.presses("Print")
    person.presses("Print…")
    assert person.count == 2
    (sheets,) = printed
    assert "If you need help right now" in sheets
