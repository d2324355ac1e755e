"""A full disk, or one that may only be read: a calm sentence, nothing lost, and locks that lock."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from . import packages
from .conftest import Seat
from .test_import import chosen, imports, shelf_rows, to_import
from .walks import make_group, says_who, signs_in, to_purpose

__all__ = ["chosen"]
ROOM = 4 * 1024 * 1024


@pytest.fixture
def small_disk(home: Path) -> Iterator[Path]:
    """A disk of 4 MiB under the house; only somebody who may mount can have it."""
    if sys.platform != "linux" or shutil.which("mount") is None:
        pytest.skip("needs a small disk")
    command = ["mount", "-t", "tmpfs", "-o", f"size={ROOM}", "none", str(home)]
    if subprocess.run(command, capture_output=True).returncode:
        pytest.skip("may not mount")
    yield home
    subprocess.run(["umount", "-l", str(home)], check=True)


def fill(disk: Path) -> Path:
    """Leave no room at all."""
    rest = disk / "rest"
    with rest.open("wb", buffering=0) as file:
        for size in (65_536, 4096, 1):
            try:
                while True:
                    file.write(b"\0" * size)
            except OSError:
                continue
    return rest


def test_a_full_disk_loses_nothing_and_works_again(
    small_disk: Path, sit_down: Seat, tiny_kdf, chosen: list[Path], tmp_path: Path
) -> None:
    make_group(sit_down.workspace, tiny_kdf, sit_down.clock, shared=False)
    _desk, person = sit_down()
    signs_in(person)
    person.waits_for_window("MainWindow")
    person.presses("My notes")
    person.presses("Write a first note")
    person.keys("There was room for this")
    person.waits_for("Saved 5:45")
    to_import(person)
    before = shelf_rows(sit_down.workspace)
    rest = fill(small_disk)
    imports(person, chosen, packages.directory(tmp_path / "large.zip", 2_000))
    person.waits_for("there is not enough room for it on this computer")
    assert shelf_rows(sit_down.workspace) == before

    person.presses("My notes")
    person.holds(Qt.Key.Key_N)
    person.keys("And for this none " * 90)
    person.waits_for("There is no room left on this computer.")
    rest.unlink()
    person.presses("Save again")
    person.qtbot.waitUntil(lambda: not person.sees("There is no room left"))
    person.presses("Lock")
    _desk, person = sit_down.come_back()
    signs_in(person)
    person.waits_for_window("MainWindow")
    person.presses("My notes")
    person.waits_for("There was room for this")
    assert person.sees("And for this none")


def test_a_full_disk_keeps_the_window_open_and_never_the_keys(
    small_disk: Path, sit_down: Seat, tiny_kdf, capfd
) -> None:
    make_group(sit_down.workspace, tiny_kdf, sit_down.clock, shared=False)
    desk, person = sit_down()
    signs_in(person)
    person.waits_for_window("MainWindow")
    person.holds(Qt.Key.Key_2)
    person.presses("About this date")
    rest = fill(small_disk)
    field = person.field("Theme")
    field.setFocus()
    QApplication.clipboard().setText("Petunia " * 900)
    person.holds(Qt.Key.Key_V)
    person.window.close()
    assert person.window.isVisible(), "what is typed would be lost"
    person.waits_for("There is no room left on this computer.")

    person.presses("Lock")
    assert desk.signed_in is not None, "somebody sits there and is told first"
    person.presses("Lock now")
    assert desk.signed_in is None, "a lock always locks"
    assert desk.next_start is not None
    assert "Petunia" not in "".join(capfd.readouterr())
    boxes = desk.carried
    rest.unlink()
    desk, person = sit_down.come_back()
    desk.carried = boxes
    signs_in(person)
    person.waits_for_window("MainWindow")
    person.presses("My notes")
    person.waits_for("Petunia Petunia")


def test_a_first_start_on_a_full_disk_says_so(small_disk: Path, sit_down: Seat) -> None:
    _desk, person = sit_down()
    rest = fill(small_disk)
    to_purpose(person, "I'm setting this up for others")
    person.presses("A shared computer")
    person.presses("Continue")
    person.presses("Continue")
    person.waits_for("There is no room left on this computer.")
    assert not list(small_disk.glob("workspace*/*"))
    rest.unlink()
    person.presses("Try again")
    person.waits_for_window("Front")


def test_a_folder_that_is_read_only(small_disk: Path, sit_down: Seat, tiny_kdf) -> None:
    make_group(sit_down.workspace, tiny_kdf, sit_down.clock, shared=False)
    subprocess.run(["mount", "-o", "remount,ro", str(small_disk)], check=True)
    _desk, person = sit_down()
    person.waits_for("Find local help")
    assert person.sees("Riverside Centre"), "the part for everyone is read"
    person.presses("Find local help")
    person.waits_for("Check that the folder is not read-only, then try again.")
    signs_in(person)
    person.waits_for("Check that the folder is not read-only, then try again.")
    assert type(person.window).__name__ == "Front"


@pytest.mark.parametrize("deep", ["workspace", "not/there/workspace"])
def test_a_first_start_in_a_read_only_folder_says_so(
    small_disk: Path, sit_down: Seat, deep: str
) -> None:
    sit_down.workspace = small_disk / deep
    subprocess.run(["mount", "-o", "remount,ro", str(small_disk)], check=True)
    _desk, person = sit_down()
    to_purpose(person, "I run a group")
    person.presses("A shared computer")
    person.presses("Continue")
    says_who(person)
    person.types("Name of the group", "Tuesday Circle")
    person.presses("Continue")
    person.presses("Continue")
    person.waits_for("Try again")
    assert person.sees("Nothing was changed. Ask whoever looks after the computer to allow it")
