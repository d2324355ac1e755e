"""The copy before a risky step: there before it, and not made twice."""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path

import pytest

from peerdesk.core.clock import FixedClock
from peerdesk.core.errors import Cancelled, KnownError
from peerdesk.safe import files
from peerdesk.store import backup_errors, backup_fresh, backup_names, database
from peerdesk.store.backup_archive import Archive
from peerdesk.store.backup_errors import DriveGone, MayNotWrite, NoRoomForCopy
from peerdesk.store.backup_fresh import (
    RECORD,
    NoCopyFirst,
    before_new_form,
    before_step,
    is_older,
    make_here,
    newest,
)
from peerdesk.store.backup_names import WAL
from peerdesk.store.backup_whole import OpenFile, names_of
from peerdesk.store.connection import SQLITE_ERRORS, connect
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
        names = names_of(house.workspace)
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
        raise NoRoomForCopy

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
    assert backup_names.in_folder(house.workspace.backups) == [first]

    def refuse(*_: object, **__: object) -> None:
        raise backup_errors.NewerCopy(first)

    house.add_person("Bo")
    monkeypatch.setattr(backup_fresh, "make", refuse)
    with pytest.raises(backup_errors.NewerCopy):
        step(house)


def test_the_record_names_nobody(house: House) -> None:
    step(house)
    kept = json.loads((house.workspace.backups / RECORD).read_bytes())
    assert set(kept) == {"copy", "as", "read", "files"}
    assert all(backup_names.kind_of(name) for name in [*kept["read"], *kept["files"]])


# -- before a newer form ------------------------------------------------------------------------

COLUMN = """def up(migrator, db):
    db.execute_sql("ALTER TABLE {table} ADD COLUMN mood TEXT NOT NULL DEFAULT ''")
"""


@pytest.fixture
def newer(house: House, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> House:
    """The house as an older version left it: every place is brought on when it is opened."""
    copy = tmp_path / "migrations"
    shutil.copytree(database.MIGRATIONS, copy)
    monkeypatch.setattr(database, "MIGRATIONS", copy)
    for kind, table in (("shelf", "setting"), ("cabinet", "person"), ("drawer", "note")):
        (copy / kind / "0900_mood.py").write_text(COLUMN.format(table=table))
    return house


def versions(house: House, path: Path) -> dict[str, int]:
    """The forms of the places in a copy."""
    found = {}
    keys = {f.name: f.key for f in (*house.opened(), OpenFile("shelf.db", None))}
    with Archive(path) as archive:
        for name, key in keys.items():
            archive.extract(name, house.workspace.path.parent / "out" / name)
            connection = connect(house.workspace.path.parent / "out" / name, key)
            found[name] = connection.execute("PRAGMA user_version").fetchone()[0]
            connection.close()
    return found


def test_one_copy_of_everything_before_the_first_place_is_brought_on(newer: House) -> None:
    house = newer
    maria = house.people["maria"].safe
    files_here = (OpenFile("shelf.db", None), *house.opened())
    assert all(is_older(house.workspace, file) for file in files_here)
    made = before_step(house.workspace, house.opened(), house.clock)
    for place in (house.shelf(), house.drawer(), house.cabinet()):
        assert place.rows("PRAGMA user_version") == [(900,)]
        place.close()
    assert backup_names.in_folder(house.workspace.backups) == [made]
    assert not any(is_older(house.workspace, file) for file in files_here)
    assert set(versions(house, made)) == {"shelf.db", maria, house.safe}
    assert max(versions(house, made).values()) < 900
    assert not list(house.workspace.backups.glob("*.bak"))


def test_a_place_that_is_opened_alone_has_its_copy_too(newer: House) -> None:
    newer.shelf().close()
    (made,) = backup_names.in_folder(newer.workspace.backups)
    assert max(versions(newer, made).values()) < 900
    newer.shelf().close()
    newer.cabinet().close()  # it is in there, but nobody had opened it
    assert backup_names.in_folder(newer.workspace.backups) == [made]
    (own,) = newer.workspace.backups.glob("*.bak")
    connection = connect(own, newer.key)
    assert connection.execute("SELECT name FROM person").fetchall() == [("Ana",)]
    connection.close()


def test_without_room_for_the_copy_no_place_is_brought_on(
    newer: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> None:
        raise NoRoomForCopy

    before = newer.workspace.cabinet(newer.group).read_bytes()
    with monkeypatch.context() as no_room:
        no_room.setattr(backup_fresh, "make", full)
        with pytest.raises(NoCopyFirst, match="not enough room"):
            newer.cabinet()
    assert newer.workspace.cabinet(newer.group).read_bytes() == before
    assert newer.names() == ["Ana"]


def test_what_lies_in_no_workspace_has_a_copy_of_its_own(newer: House, tmp_path: Path) -> None:
    inside = newer.workspace.path / "arriving.safe"
    for path in (inside, tmp_path / "elsewhere.safe"):
        assert not before_new_form(path, None, newer.workspace.backups, newer.clock)
    assert not before_new_form(inside, None, newer.workspace.groups, newer.clock)
    assert backup_names.in_folder(newer.workspace.backups) == []


def test_what_cannot_be_read_is_not_called_older(house: House) -> None:
    path = house.workspace.cabinet(house.group)
    file = OpenFile(house.safe, house.key)
    assert not is_older(house.workspace, file)
    path.write_bytes(b"rubbish")
    assert not is_older(house.workspace, file)


def test_what_breaks_while_it_is_asked_is_not_called_older(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Broken:
        def execute(self, _sql: str) -> None:
            raise SQLITE_ERRORS[0]

        def close(self) -> None:
            pass

    monkeypatch.setattr("peerdesk.store.backup_fresh.connect", lambda *_, **__: Broken())
    assert not is_older(house.workspace, OpenFile(house.safe, house.key))
