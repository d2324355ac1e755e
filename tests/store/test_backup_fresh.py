"""The copy before a risky step: there before it, and not made twice."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from peerdesk.core.clock import FixedClock
from peerdesk.core.errors import Cancelled, KnownError
from peerdesk.safe import files
from peerdesk.store import backup_archive as archives
from peerdesk.store import backup_fresh
from peerdesk.store.backup_archive import WAL, Archive, DriveGone, MayNotWrite, NoRoomForCopy
from peerdesk.store.backup_fresh import RECORD, NoCopyFirst, before_step, make_here, newest
from tests.store.copies import House, make_house


@pytest.fixture
def house(tmp_path: Path, clock: FixedClock) -> House:
    made = make_house(tmp_path / "w", clock)
    made.add_person("Ana")
    return made


def step(house: House, **more: object) -> Path:
    house.clock.advance(minutes=1)
    return before_step(house.workspace, house.opened(), house.clock, **more)  # type: ignore[arg-type]


def test_one_is_made_and_does_for_the_next_step_until_something_changes(house: House) -> None:
    first = step(house)
    assert step(house) == first
    house.clock.advance(days=-365)  # the clock does not matter
    assert step(house) == first
    house.add_person("Bo")
    second = step(house)
    assert second != first
    with Archive(second) as archive:
        archive.verify()
        names = backup_fresh.names_of(house.workspace)
        assert set(archive.members) == {n for n in names if not n.endswith(WAL)}


@pytest.mark.parametrize("kind", ["written", "longer", "gone", "new", "journal"])
def test_every_kind_of_change_counts(house: House, kind: str) -> None:
    first = step(house)
    path = house.workspace.cabinet(house.group)
    about = path.stat()
    if kind == "written":
        os.utime(path, ns=(about.st_atime_ns, about.st_mtime_ns - 1))
    elif kind == "longer":
        with path.open("ab") as file:
            file.write(bytes(4096))
        os.utime(path, ns=(about.st_atime_ns, about.st_mtime_ns))
    elif kind == "gone":
        house.workspace.drawer(house.people["ben"].drawer_id).unlink()
    elif kind == "new":
        (house.workspace.drawers / ("e" * 32 + ".safe")).write_bytes(bytes(4096))
    else:
        (house.workspace.groups / f"{house.group}.safe-wal").write_bytes(b"something")
    assert newest(house.workspace) is None
    assert step(house) != first


def test_an_open_file_without_changes_is_none(house: House) -> None:
    first = step(house)
    place = house.cabinet()
    assert step(house) == first
    place.close()
    assert step(house) == first


def test_only_the_files_that_matter_are_compared_when_asked(house: House) -> None:
    first = step(house)
    house.set_centre("Elsewhere")
    assert newest(house.workspace, [house.safe, "groups/none.safe"]) == first
    assert newest(house.workspace, ["shelf.db", house.safe]) is None
    assert step(house, names=[house.safe]) == first
    (house.workspace.groups / ("e" * 32 + ".safe")).write_bytes(bytes(4096))
    assert newest(house.workspace, [f"groups/{'e' * 32}.safe"]) is None


def test_one_that_was_never_opened_does_not_do_for_who_can_open_it(house: House) -> None:
    closed = make_here(house.workspace, (), house.clock).path
    assert newest(house.workspace) == closed
    assert step(house) != closed


def test_a_damaged_place_was_not_read_either(house: House) -> None:
    path = house.workspace.cabinet(house.group)
    data = bytearray(path.read_bytes())
    data[5000] ^= 1
    path.write_bytes(data)
    made = make_here(house.workspace, house.opened(), house.clock)
    assert made.damaged == (house.safe,)
    assert newest(house.workspace, None, [house.safe]) is None


def test_a_copy_that_was_touched_or_rots_is_made_again(house: House) -> None:
    first = step(house)
    about = first.stat()
    data = bytearray(first.read_bytes())
    data[len(data) // 2] ^= 1
    first.write_bytes(data)
    assert newest(house.workspace) is None
    os.utime(first, ns=(about.st_atime_ns, about.st_mtime_ns))  # as a drive would do it
    assert newest(house.workspace) == first
    second = step(house)
    assert second != first
    second.unlink()
    assert newest(house.workspace) is None


@pytest.mark.parametrize(
    "words",
    [
        b"", b"[]", b"{}", b"\xff", b"[" * 5000,
        b'{"copy": "x", "as": [1, 1], "files": {}, "read": []}',
        b'{"copy": "../peerdesk-copy-2026-11-24-162000-000.zip", "as": [0, 0], "files": {},'
        b' "read": []}',
        b'{"copy": "a", "as": 1, "files": 7, "read": []}',
    ],
)  # fmt: skip
def test_a_record_that_is_none_is_no_record(house: House, words: bytes) -> None:
    step(house)
    (house.workspace.backups / RECORD).write_bytes(words)
    assert newest(house.workspace) is None


def test_a_record_that_cannot_be_kept_costs_another_copy(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_path: Path, _data: bytes) -> None:
        raise files.NoRoom(house.workspace.backups)

    with monkeypatch.context() as no_room:
        no_room.setattr(files, "write_durably", full)
        first = step(house)
    assert first.exists()
    assert newest(house.workspace) is None
    assert step(house) != first


def test_what_is_to_be_erased_does_not_go_in(house: House) -> None:
    maria = house.people["maria"]
    key = maria.safe.replace(".safe", ".key")
    with Archive(step(house, without=[maria.safe, key])) as archive:
        assert {maria.safe, key}.isdisjoint(archive.members)
        assert house.safe in archive.members
    assert newest(house.workspace) is None  # it is not whole


@pytest.mark.parametrize("why", [NoRoomForCopy(), MayNotWrite(Path("x")), DriveGone()])
def test_without_a_copy_the_step_is_not_begun(
    house: House, monkeypatch: pytest.MonkeyPatch, why: KnownError
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise why

    monkeypatch.setattr(backup_fresh, "make", refuse)
    with pytest.raises(NoCopyFirst) as caught:
        step(house)
    assert "Nothing was changed" in str(caught.value)
    assert caught.value.__cause__ is why


def test_stopped_or_not_ours_comes_through(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    def stop() -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        step(house, check=stop)
    first = step(house)
    with pytest.raises(Cancelled):
        step(house, check=stop)
    assert archives.in_folder(house.workspace.backups) == [first]

    def refuse(*_: object, **__: object) -> None:
        raise archives.NewerCopy(first)

    house.add_person("Bo")
    monkeypatch.setattr(backup_fresh, "make", refuse)
    with pytest.raises(archives.NewerCopy):
        step(house)


def test_the_record_names_nobody(house: House) -> None:
    step(house)
    kept = json.loads((house.workspace.backups / RECORD).read_bytes())
    assert set(kept) == {"copy", "as", "read", "files"}
    assert all(archives.kind_of(name) for name in [*kept["read"], *kept["files"]])
