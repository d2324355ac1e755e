"""What goes wrong out there gets a calm sentence on the screen, and never a traceback."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from peerdesk.store.connection import connect

from . import packages
from .conftest import Seat
from .person import Person
from .test_import import chosen, imports, looks_at, shelf_rows, signed_in
from .walks import PASSWORD, make_group, signs_in

__all__ = ["chosen", "signed_in"]


def no_services(path: Path) -> Path:
    return packages.write(path, {"organizations.csv": "id,name\no1,House\n"})


def only_a_heading(path: Path) -> Path:
    return packages.write(path, {"services.csv": "id,name\n"})


def a_text(path: Path) -> Path:
    path.write_text("Dear all, the list of services is attached.\n")
    return path


def cut_off(path: Path) -> Path:
    whole = packages.directory(path, 50).read_bytes()
    path.write_bytes(whole[: len(whole) // 2])
    return path


def a_bomb(path: Path) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("services.csv", b"id,name\n" + b"0" * (96 * 1024 * 1024))
    return path


def an_escape(path: Path) -> Path:
    return packages.write(path, {"services.csv": "id,name\n1,A\n", "../../outside.csv": "id\n1\n"})


def gone(path: Path) -> Path:
    return path


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (no_services, "There is no list of services in some.zip"),
        (only_a_heading, "There is no list of services in some.zip"),
        (a_text, "some.zip is not a zip file, whatever its name says."),
        (cut_off, "some.zip cannot be read."),
        (a_bomb, "would fill more room than a directory of services ever needs"),
        (an_escape, "holds a file that would land outside its own folder"),
        (gone, "some.zip cannot be read."),
    ],
)
def test_a_package_that_is_none(
    signed_in: Person,
    sit_down: Seat,
    chosen: list[Path],
    own_temp: Path,
    tmp_path: Path,
    make: Callable[[Path], Path],
    said: str,
) -> None:
    person = signed_in
    imports(person, chosen, packages.directory(tmp_path / "before.zip", 3))
    person.waits_for("3 services came in from before.zip.")
    before = shelf_rows(sit_down.workspace)
    looks_at(person, chosen, make(tmp_path / "some.zip"))
    person.waits_for(said)
    assert person.sees("Nothing was changed.")
    assert shelf_rows(sit_down.workspace) == before
    assert sorted(own_temp.rglob("*")) == []
    assert not list(tmp_path.parent.rglob("outside.csv"))
    person.button("Choose a zip")


def make_newer(path: Path, key: bytes | None) -> None:
    raw = connect(path, key)
    raw.execute("PRAGMA user_version = 999")
    raw.close()


@pytest.fixture
def group(sit_down: Seat, tiny_kdf) -> Path:
    make_group(sit_down.workspace, tiny_kdf, sit_down.clock, shared=False)
    return sit_down.workspace


def key_of(seat: Seat, tiny_kdf) -> tuple[Path, bytes]:
    """The cabinet and what opens it."""
    from peerdesk.features.keys.service import KeysService
    from peerdesk.store.workspace import Workspace

    workspace = Workspace(seat.workspace)
    signed = KeysService(workspace, tiny_kdf, seat.clock).sign_in("Wilhelmina", PASSWORD)
    _uid, file_id, key = signed.cabinets[0]
    return workspace.cabinet(file_id), key


def test_a_group_from_a_newer_version(sit_down: Seat, tiny_kdf, group: Path) -> None:
    cabinet, key = key_of(sit_down, tiny_kdf)
    make_newer(cabinet, key)
    desk, person = sit_down()
    person.waits_for("Find local help")
    person.presses("Find local help")
    person.waits_for("No services here yet")
    person.presses("Back")
    signs_in(person)
    person.waits_for(f"{cabinet.name} was made by a newer PeerDesk. It was not touched.")
    assert type(desk.window).__name__ == "Front"
    assert desk.signed_in is None
    person.presses("Find local help")  # the part for everyone works as before
    person.waits_for("No services here yet")
    person.types("Search local help", "housing")
    person.presses("Back")
    person.waits_for("I forgot my password")


def test_a_shelf_from_a_newer_version(sit_down: Seat, group: Path) -> None:
    make_newer(group / "shelf.db", None)
    _desk, person = sit_down()
    person.waits_for("Find local help")
    person.presses("Find local help")
    person.waits_for("shelf.db was made by a newer PeerDesk. It was not touched.")
    signs_in(person)
    person.waits_for("shelf.db was made by a newer PeerDesk. It was not touched.")
    assert type(person.window).__name__ == "Front"


@pytest.mark.parametrize("file", ["shelf.db", "groups", "drawers"])
def test_a_damaged_file_is_named(sit_down: Seat, group: Path, file: str) -> None:
    path = group / file if file.endswith(".db") else next((group / file).glob("*.safe"))
    data = path.read_bytes()
    path.write_bytes(b"\x07" * 4096 + data[4096:])
    _desk, person = sit_down()
    if file == "shelf.db":
        person.waits_for("The part for everyone could not be opened")
        assert person.sees("116 123") or person.sees("112"), "help right now is there all the same"
        return
    signs_in(person)
    person.waits_for(path.name)


def test_a_drawer_that_is_not_there(sit_down: Seat, group: Path) -> None:
    drawer = next((group / "drawers").glob("*.safe"))
    drawer.rename(group / "elsewhere")
    _desk, person = sit_down()
    signs_in(person)
    person.waits_for(f"The file {drawer.name} is not where it should be")
    person.qtbot.waitUntil(lambda: any(b.text() == "Open" for b in person.buttons()))
