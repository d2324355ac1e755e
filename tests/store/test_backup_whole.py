"""A copy of everything: open places through the backup API, closed files byte for byte."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from peerdesk.core.clock import FixedClock
from peerdesk.core.errors import Cancelled
from peerdesk.store import backup_names, backup_whole
from peerdesk.store.backup_archive import Archive
from peerdesk.store.backup_errors import MayNotWrite, NoRoomForCopy
from peerdesk.store.backup_whole import make, names_of, workspace_id
from peerdesk.store.connection import connect
from peerdesk.store.workspace import Workspace
from tests.store.copies import ID, House, make_house


@pytest.fixture
def house(tmp_path: Path, clock: FixedClock) -> House:
    return make_house(tmp_path / "Gruppe für alle", clock)


def members(path: Path) -> dict[str, int]:
    with Archive(path) as archive:
        archive.verify()
        return {m.name: m.at for m in archive.members.values()}


def test_everything_is_in_it_also_what_is_open_and_written_to(house: House) -> None:
    place = house.cabinet()
    raw = place.database.connection()
    raw.execute("INSERT INTO person(uid, name, added_at, changed_at) VALUES (x'01', 'Late', 1, 1)")
    made = make(house.workspace, house.workspace.backups, house.opened(), house.clock)
    place.close()
    ben, maria = house.people["ben"], house.people["maria"]
    seals = house.safe.replace(".safe", ".seals")
    keys = {p.safe.replace(".safe", ".key") for p in (ben, maria)}
    expected = {"shelf.db", house.safe, seals, ben.safe, maria.safe, *keys}
    assert set(members(made.path)) == expected
    assert made.made_at == house.clock.now_ms()
    assert made.size == made.path.stat().st_size
    with Archive(made.path) as archive:
        assert archive.workspace_id == ID
        out = house.workspace.path / "out.safe"
        archive.extract(house.safe, out)
    copy = connect(out, house.key)
    assert copy.execute("SELECT name FROM person").fetchall() == [("Late",)]
    copy.close()
    assert b"Late" not in made.path.read_bytes()
    assert sorted(p.name for p in house.workspace.backups.iterdir()) == [made.path.name]


def test_closed_files_are_copied_with_the_journal_a_killed_process_left(house: House) -> None:
    ben = house.people["ben"]
    journal = house.workspace.drawer(ben.drawer_id + "x").with_name(f"{ben.drawer_id}.safe-wal")
    journal.write_bytes(b"left behind")
    empty = house.workspace.cabinet(house.group).with_name(f"{house.group}.safe-wal")
    empty.write_bytes(b"")
    made = make(house.workspace, house.workspace.backups, (), house.clock)
    assert f"{ben.safe}-wal" in members(made.path)
    assert f"{house.safe}-wal" not in members(made.path)


def test_two_at_the_same_moment_have_two_names(house: House, tmp_path: Path) -> None:
    folder = tmp_path / "to"
    first, second = (make(house.workspace, folder, (), house.clock) for _ in range(2))
    assert first.path != second.path
    assert backup_names.in_folder(folder) == [first.path, second.path]


def test_rotation_never_takes_the_one_just_made(house: House, tmp_path: Path) -> None:
    folder = tmp_path / "to"
    for _ in range(6):
        make(house.workspace, folder, (), house.clock)
        house.clock.advance(minutes=1)
    house.clock.advance(days=-365)  # the clock was set back
    late = make(house.workspace, folder, (), house.clock)
    left = backup_names.in_folder(folder)
    assert late.path in left
    assert len(left) == 4


def test_a_copy_that_cannot_be_taken_away_is_no_trouble(
    house: House, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "to"
    for _ in range(4):
        make(house.workspace, folder, (), house.clock)

    def refuse(self: Path, **_: object) -> None:
        raise OSError(errno.EACCES, "held by somebody")

    monkeypatch.setattr(Path, "unlink", refuse)
    backup_whole.rotate(folder, folder / "none", house.clock)
    assert len(backup_names.in_folder(folder)) == 3


def test_a_damaged_place_goes_in_as_it_lies_and_pushes_nothing_out(house: House) -> None:
    for _ in range(3):
        make(house.workspace, house.workspace.backups, house.opened(), house.clock)
    path = house.workspace.cabinet(house.group)
    data = bytearray(path.read_bytes())
    data[5000] ^= 1
    path.write_bytes(data)
    made = make(house.workspace, house.workspace.backups, house.opened(), house.clock)
    assert made.damaged == (house.safe,)
    assert house.safe in members(made.path)
    assert len(backup_names.in_folder(house.workspace.backups)) == 4


def test_a_workspace_that_lost_its_shelf_still_says_which_it_is(house: House) -> None:
    house.workspace.shelf.unlink()
    made = make(house.workspace, house.workspace.backups, (), house.clock)
    with Archive(made.path) as archive:
        assert archive.workspace_id == ID
        assert "shelf.db" not in archive.members
    for key in house.workspace.drawers.glob("*.key"):
        key.write_bytes(b"short")
    assert workspace_id(house.workspace) == bytes(16)
    assert workspace_id(Workspace(house.workspace.path / "none")) == bytes(16)


def test_what_does_not_belong_stays_out(house: House) -> None:
    (house.workspace.groups / "notes.txt").write_text("x")
    (house.workspace.drawers / ("b" * 32 + ".safe.next")).write_text("x")
    (house.workspace.drawers / ("c" * 32 + ".key")).mkdir()
    assert all(backup_names.kind_of(name) for name in names_of(house.workspace))
    assert len(names_of(house.workspace)) == 7


def test_what_was_left_by_a_killed_process_goes(house: House, tmp_path: Path) -> None:
    folder = tmp_path / "to"
    folder.mkdir()
    (folder / ".peerdesk-copy-2026-11-24-162000-000.zip.part").write_bytes(b"half")
    (house.workspace.backups / ".making-1").mkdir()
    made = make(house.workspace, folder, (), house.clock)
    assert list(folder.iterdir()) == [made.path]
    assert not list(house.workspace.backups.iterdir())


def test_stopped_half_way_nothing_is_left(house: House, tmp_path: Path) -> None:
    calls = 0

    def check() -> None:
        nonlocal calls
        calls += 1
        if calls == 6:
            raise Cancelled

    with pytest.raises(Cancelled):
        make(house.workspace, tmp_path / "to", house.opened(), house.clock, check)
    assert not list((tmp_path / "to").iterdir())
    assert not list(house.workspace.backups.iterdir())
    make(house.workspace, tmp_path / "to", house.opened(), house.clock)


def test_a_full_disk_is_a_sentence(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(NoRoomForCopy):
        make(house.workspace, house.workspace.backups, house.opened(), house.clock)
    assert not list(house.workspace.backups.iterdir())


def test_a_folder_that_may_not_be_written(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(self: Path, *_: object, **__: object) -> None:
        raise OSError(errno.EROFS, "read-only")

    monkeypatch.setattr(Path, "mkdir", refuse)
    with pytest.raises(MayNotWrite):
        make(house.workspace, house.workspace.backups, house.opened(), house.clock)
