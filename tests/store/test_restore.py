"""Looking into a copy: what it holds, what may come back, and why something may not."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from peerdesk.core.ids import new_uid
from peerdesk.store import erased, restore_state
from peerdesk.store.backup_errors import BadCopy
from peerdesk.store.backup_whole import make
from peerdesk.store.connection import connect
from peerdesk.store.restore import Held, Keys, Look, Part, look, tidy
from peerdesk.store.workspace import Workspace
from tests.store.copies import House
from tests.tiny_app import TINY

BOUNDS = TINY.bounds


@pytest.fixture
def copy(house: House) -> Path:
    made = make(house.workspace, house.workspace.backups, house.opened(), house.clock).path
    house.clock.advance(hours=1)
    return made


def parts(looked: Look) -> dict[str, Part]:
    return {part.name: part for part in looked.parts}


def why(part: Part) -> str:
    return str(part.why)


def test_what_a_facilitator_sees(house: House, copy: Path) -> None:
    with look(house.workspace, copy, house.keys(), BOUNDS) as looked:
        seen = parts(looked)
        assert looked.room.is_dir()
        assert looked.size == copy.stat().st_size
    assert not looked.room.exists()
    assert seen["shelf.db"].held == Held(services=0)
    assert seen[house.safe].held == Held(people=1, meetings=0)
    assert (seen[house.safe].title, seen[house.safe].kind) == ("Tuesday Circle", "cabinet")
    assert seen[house.people["maria"].safe].held == Held(notes=1)
    assert all(seen[n].allowed and not seen[n].needed for n in list(seen)[:2])
    ben = seen[house.people["ben"].safe]
    assert (ben.state, ben.held, ben.allowed) == ("closed", None, False)
    assert "not yours" in why(ben)
    assert ben.size > 268


def test_what_anyone_sees(house: House, copy: Path) -> None:
    with look(house.workspace, copy, Keys(), BOUNDS) as looked:
        seen = parts(looked)
    assert "signed in" in why(seen["shelf.db"])
    assert not any(part.allowed for part in seen.values())
    assert [p.held for n, p in seen.items() if n != "shelf.db"] == [None] * 3


def test_what_is_missing_or_damaged_may_come_back_whoever_asks(house: House, copy: Path) -> None:
    ben, maria = house.people["ben"], house.people["maria"]
    house.workspace.shelf.write_bytes(b"rubbish" * 1000)
    house.workspace.drawer(ben.drawer_id).unlink()
    house.workspace.drawer(maria.drawer_id).with_suffix(".key").write_bytes(b"rubbish")
    house.workspace.cabinet(house.group).write_bytes(b"rubbish")
    with look(house.workspace, copy, Keys(), BOUNDS) as looked:
        seen = parts(looked)
    states = {name: part.state for name, part in seen.items()}
    assert states == {
        "shelf.db": "damaged",
        house.safe: "damaged",
        ben.safe: "missing",
        maria.safe: "damaged",
    }
    assert all(part.allowed and part.needed for part in seen.values())


def test_what_was_taken_out_for_good_stays_away(house: House, copy: Path) -> None:
    ben = house.people["ben"]
    place = house.shelf()
    erased.write_erased(place.database.connection(), bytes.fromhex(ben.drawer_id), erased.DRAWER, 5)
    place.close()
    for path in house.workspace.drawers.glob(f"{ben.drawer_id}*"):
        path.unlink()
    with look(house.workspace, copy, house.keys(), BOUNDS) as looked:
        part = parts(looked)[ben.safe]
    assert (part.state, part.allowed) == ("missing", False)
    assert "erased for good" in why(part)


def test_a_damaged_part_of_a_copy_is_named(house: House) -> None:
    path = house.workspace.cabinet(house.group)
    whole = path.read_bytes()
    for at in range(len(whole) - 10, 0, -restore_state.PAGE):
        data = bytearray(whole)
        data[at] ^= 1
        path.write_bytes(data)
        if restore_state.opens(path, house.key) and not restore_state.opens(
            path, house.key, wholly=True
        ):
            break
    copy = make(house.workspace, house.workspace.backups, house.opened(), house.clock).path
    path.write_bytes(whole)
    with look(house.workspace, copy, house.keys(), BOUNDS) as looked:
        part = parts(looked)[house.safe]
    assert (part.held, part.allowed) == (None, False)
    assert "damaged" in why(part)


def test_one_of_another_peerdesk(house: House, copy: Path, tmp_path: Path) -> None:
    other = Workspace(tmp_path / "other")
    shutil.copytree(house.workspace.path, other.path)
    raw = connect(other.shelf, None)
    raw.execute("UPDATE setting SET value = ? WHERE key = 'workspace_id'", ("ff" * 16,))
    raw.close()
    with look(other, copy, Keys(shelf=True), BOUNDS) as looked:
        assert not looked.here
        assert all("another PeerDesk" in why(part) for part in looked.parts)


def test_where_there_is_nothing_yet_all_of_it_may_come(copy: Path, tmp_path: Path) -> None:
    nothing = Workspace(tmp_path / "fresh" / "w")
    with look(nothing, copy, Keys(), BOUNDS) as looked:
        assert looked.here
        assert all(part.allowed for part in looked.parts)
        assert looked.room.parent == nothing.path.parent


def test_a_key_of_then_opens_what_the_key_of_now_does_not(house: House, copy: Path) -> None:
    maria = house.people["maria"]
    old, maria.key = maria.key, bytes(32)
    house.workspace.drawer(maria.drawer_id).unlink()
    house.add_note("anew")
    with look(house.workspace, copy, house.keys(), BOUNDS) as looked:
        part = parts(looked)[maria.safe]
        assert (part.state, part.held) == ("open", None)
        assert "password you had" in why(part)
        looked.open_with(house.keys(), {maria.safe: old})
        assert parts(looked)[maria.safe].held == Held(notes=1)


def test_seals_open_a_group_for_whoever_opens_a_drawer(house: House, copy: Path) -> None:
    maria = house.people["maria"]
    keys = Keys({maria.safe: maria.key})
    with look(house.workspace, copy, keys, BOUNDS) as looked:
        assert parts(looked)[house.safe].held == Held(people=1, meetings=0)
        assert looked.groups_of(house.safe) == [house.group_uid]
        assert looked.groups_of("groups/" + "0" * 32 + ".safe") == []


def test_a_copy_that_is_none_leaves_nothing(house: House, tmp_path: Path) -> None:
    bad = tmp_path / "bad.zip"
    bad.write_bytes(b"PK")
    with pytest.raises(BadCopy), look(house.workspace, bad, Keys(), BOUNDS):
        raise AssertionError
    assert not list(house.workspace.backups.glob(".looking-*"))


def test_what_a_killed_process_left_is_tidied(house: House) -> None:
    for folder in (house.workspace.backups, house.workspace.path.parent):
        (folder / ".looking-1").mkdir()
    tidy(house.workspace)
    assert not list(house.workspace.path.parent.rglob(".looking-*"))


def test_a_shelf_that_cannot_say_what_is_gone(house: House, copy: Path) -> None:
    house.workspace.shelf.unlink()
    with look(house.workspace, copy, house.keys(), BOUNDS) as looked:
        (looked.room / "shelf.db").write_bytes(b"rubbish")
        assert looked.gone_files() == frozenset()
        uid = new_uid()
        place = house.shelf()
        erased.write_erased(place.database.connection(), uid, erased.CABINET, 5)
        place.close()
        assert looked.gone_files() == {uid}
