"""A directory comes in: given up in the middle, then whole, found by anyone, and taken back."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QProgressBar

from peerdesk.exchange import copying
from peerdesk.store.connection import connect
from peerdesk.ui import jobs

from . import packages
from .conftest import Seat
from .person import Person
from .walks import make_group, signs_in

LARGE = 3_000


@pytest.fixture
def chosen(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """What the file dialog answers: the last path put in here."""
    answers: list[Path] = []
    monkeypatch.setattr(
        QFileDialog, "getOpenFileName", lambda *_a, **_k: (str(answers[-1]), "Zip files")
    )
    return answers


@pytest.fixture
def signed_in(sit_down: Seat, tiny_kdf) -> Person:
    """Somebody signed in, before the import."""
    make_group(sit_down.workspace, tiny_kdf, sit_down.clock, shared=False)
    _desk, person = sit_down()
    signs_in(person)
    person.waits_for_window("MainWindow")
    to_import(person)
    return person


def to_import(person: Person) -> None:
    person.presses("Local help")
    person.waits_for("Import")
    person.presses("Import")
    person.waits_for("Choose a zip")


def imports(person: Person, chosen: list[Path], path: Path) -> None:
    """Choose it, look at what would change, and bring it in."""
    looks_at(person, chosen, path)
    brings_in(person, path)


def looks_at(person: Person, chosen: list[Path], path: Path) -> None:
    chosen.append(path)
    person.presses("Choose a zip")


def brings_in(person: Person, path: Path) -> None:
    person.waits_for(f"What would change: {path.name}")
    assert person.sees("Nothing has been changed yet.")
    person.presses("Bring it in")


def shelf_rows(workspace: Path) -> dict[str, list[object]]:
    """Every row of every table of the shelf, search tables included."""
    raw = connect(workspace / "shelf.db", None, read_only=True)
    try:
        tables = [r[0] for r in raw.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        return {
            table: raw.execute(f'SELECT * FROM "{table}" ORDER BY 1').fetchall()
            for table in sorted(tables)
        }
    finally:
        raw.close()


def files_in(folder: Path) -> list[str]:
    """Files, but for the journals that SQLite keeps while a file is open."""
    names = (str(p.relative_to(folder)) for p in folder.rglob("*") if p.is_file())
    return sorted(n for n in names if not n.endswith(("-wal", "-shm")))


def hold_the_writing(
    monkeypatch: pytest.MonkeyPatch, reached: threading.Event, go_on: threading.Event
) -> None:
    """An import stops in the middle of its transaction until ``go_on``."""
    refresh = copying.refresh

    def slowly(*values: object) -> None:
        reached.set()
        assert go_on.wait(20)
        refresh(*values)

    monkeypatch.setattr(copying, "refresh", slowly)


def bar(person: Person) -> QProgressBar:
    (found,) = person.visible(QProgressBar)
    assert isinstance(found, QProgressBar)
    return found


@pytest.mark.parametrize("when", ["while it is read", "while it is written"])
def test_an_import_given_up_in_the_middle_changes_nothing(
    signed_in: Person,
    sit_down: Seat,
    chosen: list[Path],
    own_temp: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    when: str,
) -> None:
    person = signed_in
    imports(person, chosen, packages.directory(tmp_path / "before.zip", 20, "Earlier"))
    person.waits_for("20 services came in from before.zip.")
    before, files = shelf_rows(sit_down.workspace), files_in(sit_down.workspace)
    package = packages.directory(tmp_path / "large.zip", LARGE, "Larger")
    sit_down.clock.advance(minutes=5)

    monkeypatch.setattr(jobs, "PATIENCE", 0)  # small here, large in life: shown at once
    reached, go_on = threading.Event(), threading.Event()
    if when == "while it is written":
        hold_the_writing(monkeypatch, reached, go_on)
    looks_at(person, chosen, package)
    if when == "while it is written":
        brings_in(person, package)
        person.waits_for("Bringing in large.zip")
    else:
        person.waits_for("Reading large.zip")
    person.qtbot.waitUntil(lambda: bool(person.visible(QProgressBar)))
    if when == "while it is written":
        person.qtbot.waitUntil(reached.is_set)
        assert len(files_in(sit_down.workspace)) > len(files), "a copy is kept before"
        assert bar(person).maximum() == 0, "nobody knows how long; an empty bar would say: nothing"
    else:
        person.qtbot.waitUntil(lambda: bar(person).value() > bar(person).minimum())
        assert bar(person).value() < bar(person).maximum(), "the share is the real one"
    person.presses("Cancel the import")
    go_on.set()
    person.waits_for("Cancelled. The directory is as it was before.")
    assert shelf_rows(sit_down.workspace) == before
    assert sorted(own_temp.rglob("*")) == []
    left = [f for f in files_in(sit_down.workspace) if f not in files]
    assert all(f.startswith("backups/") for f in left)
    assert person.sees("20 services near here")


def test_an_import_that_was_only_looked_at_changes_nothing(
    signed_in: Person, sit_down: Seat, chosen: list[Path], own_temp: Path, tmp_path: Path
) -> None:
    person = signed_in
    imports(person, chosen, packages.directory(tmp_path / "before.zip", 20, "Earlier"))
    person.waits_for("20 services came in from before.zip.")
    before, files = shelf_rows(sit_down.workspace), files_in(sit_down.workspace)
    looks_at(person, chosen, packages.directory(tmp_path / "large.zip", 40, "Larger"))
    person.waits_for("What would change: large.zip")
    person.waits_for("40 new services")
    assert shelf_rows(sit_down.workspace) == before
    person.presses("Leave it")
    person.waits_for("Left as it was. Nothing was changed.")
    assert shelf_rows(sit_down.workspace) == before
    assert files_in(sit_down.workspace) == files
    assert sorted(own_temp.rglob("*")) == []
    assert person.sees("20 services near here")
    person.button("Choose a zip")


def test_a_directory_comes_in_is_found_by_anyone_and_taken_back(
    signed_in: Person, sit_down: Seat, chosen: list[Path], own_temp: Path, tmp_path: Path
) -> None:
    person = signed_in
    before = shelf_rows(sit_down.workspace)
    imports(person, chosen, packages.directory(tmp_path / "large.zip", LARGE, "Larger"))
    person.waits_for("3,000 services came in from large.zip.")
    assert person.sees("3,000 services near here")
    assert sorted(own_temp.rglob("*")) == []
    person.presses("Lock")

    _desk, person = sit_down.come_back()
    person.waits_for("Find local help")
    person.presses("Find local help")
    person.waits_for("3,000 services near here. Nothing you look at is recorded.")
    person.types("Search local help", "larger 2718")
    person.waits_for("Open door number 2718.")
    assert person.sees("2718 High Street")
    assert person.sees("020 7946 2718")
    person.presses("Back")

    signs_in(person)
    person.waits_for_window("MainWindow")
    to_import(person)
    person.waits_for("Last import: large.zip")
    person.presses("Take the import back")
    person.waits_for("The import was taken back.")
    after = shelf_rows(sit_down.workspace)
    for table in ("service", "organization", "location", "phone", "address", "service_search"):
        assert after[table] == before[table], table
    assert person.sees("0 services near here") or person.sees("No services yet")


def test_somebody_types_while_it_comes_in(
    signed_in: Person, chosen: list[Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nobody waits for an import that runs."""
    person = signed_in
    reached, go_on = threading.Event(), threading.Event()
    hold_the_writing(monkeypatch, reached, go_on)
    package = packages.directory(tmp_path / "large.zip", LARGE, "Larger")
    looks_at(person, chosen, package)
    person.waits_for("Reading large.zip")
    person.presses("My notes")
    person.presses("Write a first note")
    person.keys("Meanwhile")
    person.presses("Local help")
    brings_in(person, package)
    person.waits_for("Bringing in large.zip")
    person.qtbot.waitUntil(reached.is_set)
    person.presses("My notes")
    person.waits_for("Meanwhile")
    person.holds(Qt.Key.Key_N)
    person.keys("And while it is written")
    person.waits_for("Saved 5:45")
    person.presses("People")
    person.waits_for("Nobody is here yet")
    person.presses("My notes")
    person.waits_for("And while it is written")
    go_on.set()
    person.presses("Local help")
    person.waits_for("3,000 services came in from large.zip.")


@pytest.mark.parametrize("seen", ["Reading large.zip", "What would change: large.zip"])
def test_a_lock_stops_an_import(
    signed_in: Person,
    sit_down: Seat,
    chosen: list[Path],
    own_temp: Path,
    tmp_path: Path,
    seen: str,
) -> None:
    person = signed_in
    before = shelf_rows(sit_down.workspace)
    looks_at(person, chosen, packages.directory(tmp_path / "large.zip", LARGE, "Larger"))
    person.waits_for(seen)
    person.presses("Lock")
    assert shelf_rows(sit_down.workspace) == before
    assert sorted(own_temp.rglob("*")) == []
