"""How a place is, there and in a copy."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from peerdesk.store import restore_state
from peerdesk.store.restore_state import state_of
from tests.store.copies import House
from tests.tiny_app import TINY

BOUNDS = TINY.bounds


def test_a_flipped_bit_is_seen_with_the_key(house: House) -> None:
    path, key = house.workspace.cabinet(house.group), house.key
    assert state_of(house.workspace, house.safe, key, BOUNDS) == "open"
    data = bytearray(path.read_bytes())
    data[-10] ^= 1
    path.write_bytes(data)
    assert state_of(house.workspace, house.safe, key, BOUNDS) == "damaged"
    assert state_of(house.workspace, house.safe, None, BOUNDS) == "closed"
    path.write_bytes(b"")
    assert state_of(house.workspace, house.safe, key, BOUNDS) == "damaged"
    shutil.copyfile(house.workspace.shelf, path)
    assert state_of(house.workspace, house.safe, None, BOUNDS) == "damaged"
    assert not restore_state.looks_locked(path.with_name("none"))
    house.workspace.seals(house.group).write_bytes(b"x")
    assert state_of(house.workspace, house.safe, key, BOUNDS) == "damaged"


def test_a_whole_file_in_which_a_page_tells_nonsense(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> bool:
        raise restore_state.SQLITE_ERRORS[0]("malformed")

    monkeypatch.setattr(restore_state, "is_whole", refuse)
    assert not restore_state.opens(house.workspace.shelf, None, wholly=True)


def test_what_cannot_be_read_says_nothing(house: House, tmp_path: Path) -> None:
    maria = house.people["maria"]
    path = house.workspace.drawer(maria.drawer_id)
    assert restore_state.groups_in(path, maria.key) == [house.group]
    assert restore_state.groups_in(path, bytes(32)) == []
    assert restore_state.groups_in(tmp_path / "none", bytes(32)) == []
    assert restore_state.groups_in(house.workspace.cabinet(house.group), house.key) == []
