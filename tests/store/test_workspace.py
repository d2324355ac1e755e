"""A workspace is there whole, or not at all."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from peerdesk.core.clock import FixedClock
from peerdesk.core.errors import KnownError
from peerdesk.store import workspace as module
from peerdesk.store.connection import Damaged, connect
from peerdesk.store.glance import ShelfMissing
from peerdesk.store.workspace import Building, NotEmpty, Workspace, build


def names(folder: Path) -> set[str]:
    """What is in a folder; the empty journal that reading leaves does not count."""
    found = (p for p in folder.rglob("*") if not p.name.endswith(("-wal", "-shm")))
    return {str(p.relative_to(folder)) for p in found}


def test_built_whole(tmp_path: Path, clock: FixedClock) -> None:
    path = tmp_path / "Gruppe für alle" / "w"
    with build(path, clock) as made:
        assert made.path == path.with_name("w.new")
        assert made.exists()
        assert len(made.id) == 16
        identity = made.id
        assert not path.exists()
    workspace = Workspace(path)
    assert workspace.exists()
    assert workspace.id == identity
    assert not workspace.has_drawers()
    assert names(tmp_path / "Gruppe für alle") == {
        "w", "w/shelf.db", "w/groups", "w/drawers", "w/backups"
    }  # fmt: skip
    assert workspace.cabinet("a") == path / "groups" / "a.safe"
    assert workspace.seals("a") == path / "groups" / "a.seals"
    assert workspace.drawer("a") == path / "drawers" / "a.safe"


def test_leaving_half_way_leaves_nothing_not_even_folders(
    tmp_path: Path, clock: FixedClock
) -> None:
    path = tmp_path / "one" / "two" / "w"
    with pytest.raises(RuntimeError, match="left"), build(path, clock):
        raise RuntimeError("left")
    assert names(tmp_path) == set()


def test_discarding_keeps_what_others_put_beside(tmp_path: Path, clock: FixedClock) -> None:
    building = Building(tmp_path / "one" / "w", clock)
    (tmp_path / "one" / "w.lock").touch()
    building.discard()
    building.discard()
    assert names(tmp_path) == {"one", "one/w.lock"}


def test_what_a_killed_start_left_is_swept(tmp_path: Path, clock: FixedClock) -> None:
    (tmp_path / "w.new" / "drawers").mkdir(parents=True)
    (tmp_path / "w.new" / "drawers" / "old.key").touch()
    with build(tmp_path / "w", clock) as made:
        assert not made.has_drawers()


def test_an_empty_folder_is_used(workspace: Path, clock: FixedClock) -> None:
    with build(workspace, clock):
        pass
    assert Workspace(workspace).exists()


def test_a_folder_with_other_things_is_left_alone(workspace: Path, clock: FixedClock) -> None:
    (workspace / "letter.odt").write_text("Dear")
    with pytest.raises(NotEmpty, match="other things"):
        Building(workspace, clock)
    assert names(workspace.parent) == {workspace.name, f"{workspace.name}/letter.odt"}
    file = workspace.parent / "file"
    file.touch()
    with pytest.raises(NotEmpty):
        Building(file, clock)


def test_finishing_again_after_the_place_was_freed(workspace: Path, clock: FixedClock) -> None:
    building = Building(workspace, clock)
    (workspace / "in the way").touch()
    with pytest.raises(NotEmpty):
        building.finish()
    (workspace / "in the way").unlink()
    assert building.finish().exists()
    building.discard()
    assert Workspace(workspace).exists()


@pytest.mark.parametrize("errno_name", ["EROFS", "ENOSPC"])
def test_a_folder_that_cannot_be_written_is_a_sentence(
    tmp_path: Path, clock: FixedClock, monkeypatch: pytest.MonkeyPatch, errno_name: str
) -> None:
    import errno

    def refuse(self: Path, *_: object, **__: object) -> None:
        raise OSError(getattr(errno, errno_name), "no", str(self))

    monkeypatch.setattr(Path, "mkdir", refuse)
    with pytest.raises(KnownError, match="Nothing was changed"):
        Building(tmp_path / "a" / "w", clock)
    monkeypatch.undo()
    assert names(tmp_path) == set()


def test_a_rename_that_does_not_work_leaves_nothing(
    tmp_path: Path, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise OSError(28, "no room")

    monkeypatch.setattr(module.os, "rename", refuse)
    with pytest.raises(KnownError, match="no room"), build(tmp_path / "w", clock):
        pass
    assert names(tmp_path) == set()


def test_adding_moves_the_new_files_in_and_the_key_last(
    tmp_path: Path, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "w"
    with build(path, clock) as made:
        (made.drawers / "old.key").write_text("old")
        (made.drawers / "old.safe").write_text("kept")
    before = Workspace(path).id
    building = Building(path, clock)
    assert building.adding
    inner = building.workspace
    assert inner.id == before
    assert (inner.drawers / "old.key").read_text() == "old"
    (inner.drawers / "old.key").write_text("changed in the copy")
    for name in ("new.key", "new.safe"):
        (inner.drawers / name).write_text(name)
    (inner.groups / "g.safe").write_text("g")
    moved: list[str] = []
    really = os.replace

    def watch(one: Path, other: Path) -> None:
        moved.append(Path(other).name)
        really(one, other)

    monkeypatch.setattr(module.os, "replace", watch)
    workspace = building.finish()
    assert moved == ["g.safe", "new.safe", "new.key"]
    assert (workspace.drawers / "old.key").read_text() == "old"
    assert workspace.has_drawers()
    assert workspace.id == before
    assert names(tmp_path) == {
        "w", "w/shelf.db", "w/groups", "w/groups/g.safe", "w/backups", "w/drawers",
        "w/drawers/old.key", "w/drawers/old.safe", "w/drawers/new.key", "w/drawers/new.safe",
    }  # fmt: skip


def test_adding_and_leaving_half_way_changes_nothing(tmp_path: Path, clock: FixedClock) -> None:
    path = tmp_path / "w"
    with build(path, clock):
        pass
    before = names(tmp_path)
    building = Building(path, clock)
    (building.workspace.drawers / "new.key").touch()
    building.discard()
    assert names(tmp_path) == before


def test_a_workspace_that_lost_its_shelf_is_no_empty_place(
    tmp_path: Path, clock: FixedClock
) -> None:
    with build(tmp_path / "w", clock) as made:
        (made.drawers / "a.key").touch()
    workspace = Workspace(tmp_path / "w")
    workspace.shelf.unlink()
    assert workspace.exists()
    with pytest.raises(ShelfMissing):
        Building(workspace.path, clock)
    assert names(tmp_path) == {"w", "w/groups", "w/backups", "w/drawers", "w/drawers/a.key"}


@pytest.mark.parametrize("value", ["not hex", "abcd", None])
def test_a_shelf_without_a_proper_id_is_damaged(
    tmp_path: Path, clock: FixedClock, value: str | None
) -> None:
    with build(tmp_path / "w", clock):
        pass
    workspace = Workspace(tmp_path / "w")
    raw = connect(workspace.shelf, None)
    if value is None:
        raw.execute("DELETE FROM setting")
    else:
        raw.execute("UPDATE setting SET value = ?", (value,))
    raw.close()
    with pytest.raises(Damaged):
        _ = workspace.id


def test_a_file_that_is_no_shelf_is_damaged(workspace: Path) -> None:
    connect(workspace / "shelf.db", None).close()
    with pytest.raises(Damaged):
        _ = Workspace(workspace).id
