"""A full disk, a read-only folder, a stick that is pulled out, a clock set back: a sentence each,
nothing is lost, and it goes on when the cause is gone.

Full and read-only are real: a small tmpfs is mounted where the system allows it.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from peerdesk.core.clock import FixedClock
from peerdesk.core.errors import KnownError
from peerdesk.core.text import translate
from peerdesk.features.directory.service import DirectoryService
from peerdesk.features.keys.plans import GroupPlan
from peerdesk.features.keys.service import KeysService
from peerdesk.features.notes.service import NotesService
from peerdesk.features.people.service import PeopleService
from peerdesk.safe.accounts import Accounts
from peerdesk.store import place
from peerdesk.store.backup_archive import Archive
from peerdesk.store.backup_errors import DriveGone
from peerdesk.store.backup_names import in_folder
from peerdesk.store.backup_whole import OpenFile, make
from peerdesk.store.connection import DiskFull
from peerdesk.store.workspace import build
from tests.promises import house as at_home
from tests.promises.deeds import whole
from tests.promises.house import NAME, NOON, PASSWORD, TINY, House, make_house, rows, write_package

LABEL = translate("Test", "Write")
KIB = 1024


@pytest.fixture
def small(tmp_path: Path) -> Iterator[Path]:
    """A drive of 4 MiB."""
    folder = tmp_path / "small"
    folder.mkdir()
    if sys.platform != "linux" or os.geteuid() != 0:
        pytest.skip("only root on Linux may mount a small drive")
    mount = ["mount", "-t", "tmpfs", "-o", "size=4M", "tmpfs", str(folder)]
    if subprocess.run(mount, capture_output=True).returncode:
        pytest.skip("this system does not let us mount")
    yield folder
    subprocess.run(["umount", "-l", str(folder)], check=True)


@contextmanager
def full(drive: Path, left: int) -> Iterator[None]:
    """Only ``left`` bytes are free on the drive."""
    filler = drive / "filler"
    free = shutil.disk_usage(drive).free
    with filler.open("wb") as file:
        os.posix_fallocate(file.fileno(), 0, max(1, free - left))
    try:
        yield
    finally:
        filler.unlink()


@contextmanager
def read_only(drive: Path) -> Iterator[None]:
    """The drive may be read but not written."""
    subprocess.run(["mount", "-o", "remount,ro", str(drive)], check=True)
    try:
        yield
    finally:
        subprocess.run(["mount", "-o", "remount,rw", str(drive)], check=True)


def writes_a_note(house: House) -> None:
    with house.open() as session:
        NotesService(session.drawer).new_note("More", os.urandom(300 * KIB).hex())


def adds_people(house: House) -> None:
    with house.open() as session:
        assert session.cabinet is not None
        people = PeopleService(session.cabinet)
        with session.cabinet.operation(LABEL):
            for number in range(3_000):
                people.add_person(f"A{number}" * 9)


def changes_the_password(house: House) -> None:
    people = Accounts(house.path, house.workspace.id, TINY)
    opened = people.sign_in(NAME, PASSWORD)
    people.change_password(opened, NAME, PASSWORD)


def makes_new_parts(house: House) -> None:
    with house.open() as session:
        assert session.cabinet is not None
        house.keys.new_parts(session.cabinet, session.drawer)


def adds_a_group(house: House) -> None:
    with build(house.path, house.clock) as fresh:
        keys = KeysService(fresh, TINY, house.clock)
        keys.first_facilitator("Somebody else", "another long sentence", GroupPlan("Friday"))


def imports(house: House) -> None:
    package = house.path.parent.parent / "package"
    if not package.exists():
        write_package(package, 6_000)
    with house.open() as session:
        DirectoryService(session.shelf).import_package(package)


def erases(house: House) -> None:
    with house.open() as session:
        assert session.cabinet is not None
        people = PeopleService(session.cabinet)
        people.erase(people.add_person("Gone" * 3_000))


def copies(house: House) -> None:
    make(house.workspace, house.path.parent / "copies", opened(house), house.clock)


DEEDS: tuple[Callable[[House], None], ...] = (
    writes_a_note, adds_people, changes_the_password, makes_new_parts, adds_a_group, imports,
    erases, copies,
)  # fmt: skip


def opened(house: House) -> list[OpenFile]:
    return [
        OpenFile(f"drawers/{house.drawer.name}", house.made.signed_in.drawer_key),
        OpenFile(f"groups/{house.cabinet.name}", house.made.signed_in.cabinets[0][2]),
    ]


def all_is_there(house: House) -> None:
    """What was kept before is kept now, every file is whole, and it goes on."""
    with house.open() as session:
        assert session.cabinet is not None
        assert len(PeopleService(session.cabinet).find("Ostraw")) == 1
        notes = NotesService(session.drawer)
        assert len(notes.ids("Kolibri")) == 1
        notes.erase(notes.new_note("and it goes on"))
    whole(house.drawer, house.made.signed_in.drawer_key)
    whole(house.cabinet, house.made.signed_in.cabinets[0][2])
    whole(house.workspace.shelf, None)
    assert rows(house.workspace.shelf, None, "SELECT count(*) FROM service") != [(0,)]


def says_something(deed: Callable[[House], None], house: House) -> bool:
    """Whether the deed was refused, in words; anything but a KnownError is a bug."""
    try:
        deed(house)
    except KnownError as refused:
        return str(refused).endswith(".")
    return False


@pytest.mark.parametrize("deed", DEEDS, ids=lambda d: d.__name__)
def test_a_full_disk(deed: Callable[[House], None], small: Path) -> None:
    house = make_house(small / "w")
    refused = 0
    for left in (0, 4, 8, 20, 60, 130, 300):
        with full(small, left * KIB):
            refused += says_something(deed, house)
        all_is_there(house)
        for path in (small / "copies").glob("*.zip"):
            with Archive(path) as archive:
                archive.verify()
            path.unlink()
    assert refused
    assert not list(small.rglob("*.part"))


def test_erased_is_erased_without_room_to_clean_up(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_room(*_: object) -> None:
        raise DiskFull

    with house.open() as session:
        assert session.cabinet is not None
        people, told = PeopleService(session.cabinet), []
        uid = people.add_person("Gone")
        session.cabinet.subscribe(lambda change: told.append(change.kind))
        monkeypatch.setattr(place, "remake", no_room)
        with pytest.raises(KnownError, match="erased and does not come back"):
            people.erase(uid)
        assert told == ["erase"]
        assert people.find("Gone") == []
        monkeypatch.undo()
        people.erase(people.add_person("Again"))
    all_is_there(house)


@pytest.mark.parametrize("deed", DEEDS, ids=lambda d: d.__name__)
def test_a_read_only_drive(deed: Callable[[House], None], small: Path) -> None:
    house = make_house(small / "w")
    with read_only(small):
        assert says_something(deed, house)
    all_is_there(house)


def test_a_stick_that_is_pulled_out_while_a_copy_is_written(house: House, tmp_path: Path) -> None:
    """At each of the moments at which a copy looks whether it was given up."""
    stick = tmp_path / "stick"
    kept = make(house.workspace, stick, opened(house), house.clock).path.read_bytes()
    moments = 0

    def counts() -> None:
        nonlocal moments
        moments += 1

    assert isinstance(house.clock, FixedClock)
    house.clock.advance(days=1)
    make(house.workspace, tmp_path / "other", opened(house), house.clock, counts)
    assert moments > 5
    for moment in range(1, moments + 1):
        seen = 0

        def pulled(moment: int = moment) -> None:
            nonlocal seen
            seen += 1
            if seen == moment:
                os.rename(stick, tmp_path / "pulled out")
                raise OSError(5, "Input/output error")

        with pytest.raises(DriveGone):
            make(house.workspace, stick, opened(house), house.clock, pulled)
        shutil.rmtree(stick, ignore_errors=True)
        os.rename(tmp_path / "pulled out", stick)
        (first,) = in_folder(stick)
        assert first.read_bytes() == kept
        all_is_there(house)
    make(house.workspace, stick, opened(house), house.clock)
    assert len(in_folder(stick)) == 2
    assert not list(stick.glob(".*"))


def test_a_clock_set_back_a_year(house: House, tmp_path: Path) -> None:
    before = make(house.workspace, tmp_path / "copies", opened(house), house.clock)
    assert isinstance(house.clock, FixedClock)
    house.clock.advance(days=-365)
    with house.open() as session:
        assert session.cabinet is not None
        people = PeopleService(session.cabinet)
        people.edit(people.find("Ostraw")[0].uid, "phone", "07700 900001")
        people.erase(people.add_person("Gone again"))
        NotesService(session.drawer).new_note("Written last year", "…")
        session.drawer.undo()
        session.drawer.redo()
    # The copy made now is kept, although its date is the oldest; and so is the one of before.
    for _ in range(6):
        house.clock.advance(hours=1)
        made = make(house.workspace, tmp_path / "copies", opened(house), house.clock)
        assert made.path in in_folder(tmp_path / "copies")
        assert before.path in in_folder(tmp_path / "copies")
        with Archive(made.path) as archive:
            archive.verify()
    house.clock.advance(days=365)
    with house.open() as session:
        assert session.cabinet is not None
        (found,) = PeopleService(session.cabinet).find("Ostraw")
        assert PeopleService(session.cabinet).detail(found.uid)["phone"] == "07700 900001"
        assert len(NotesService(session.drawer).ids("Written last")) == 1
    whole(house.drawer, house.made.signed_in.drawer_key)


def test_a_workspace_made_with_a_clock_far_off_opens(tmp_path: Path) -> None:
    for year in (1971, 2099):
        clock = FixedClock(NOON.replace(year=year), "Europe/London")
        all_is_there(make_house(tmp_path / str(year), clock))
    assert at_home.NAME
