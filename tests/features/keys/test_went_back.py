"""Old files in place of a group's are noticed: by a key that was withdrawn, by what is gone."""

from __future__ import annotations

import shutil
from contextlib import closing
from pathlib import Path

import pytest

from peerdesk.core.ids import new_uid
from peerdesk.core.text import translate
from peerdesk.features.keys import facilitators as module
from peerdesk.features.keys import went_back
from peerdesk.features.keys.signed_in import SignedIn
from peerdesk.features.people.service import PeopleService
from peerdesk.safe import seals
from peerdesk.store.cabinet import Person as SomebodyOfTheGroup
from peerdesk.store.cabinet import open_cabinet
from peerdesk.store.connection import DiskFull, backup, connect

from .house import MARIA, TOM, House
from .test_closed import drawer_of


def comes(house: House, *, reads: bool = False) -> list[str]:
    """Maria signs in and locks again: the groups she is told of. ``reads``: and says so."""
    signed = house.signs_in(MARIA)
    with drawer_of(house, signed) as drawer:
        told = went_back.older(house.workspace, drawer, signed)
        read = [uid for uid, _ in told] if reads else []
        went_back.keep(house.workspace, drawer, signed, read=read)
        assert drawer.undo() is None
    return [name for _, name in told]


def taken(house: House, folder: Path) -> Path:
    """What somebody copies who may read the folder: the group and the shelf, no drawer."""
    for name in ("groups", "shelf.db"):
        source, target = house.workspace.path / name, folder / name
        if source.is_dir():
            shutil.copytree(source, target)
        else:
            folder.mkdir(exist_ok=True)
            shutil.copy(source, target)
    return folder


def put_back(house: House, folder: Path) -> None:
    shutil.rmtree(house.workspace.groups)
    for left in house.workspace.path.glob("shelf.db*"):
        left.unlink()
    shutil.copytree(folder / "groups", house.workspace.groups)
    shutil.copy(folder / "shelf.db", house.workspace.shelf)


def without_tom(house: House) -> SignedIn:
    maria = house.signs_in(MARIA)
    key = maria.cabinets[0][2]
    tom = house.uid_of("Tom Q", key)
    return house.facilitators.remove(maria, house.group_uid, tom).signed_in


def test_whoever_was_taken_out_does_not_come_back_with_old_files(
    house: House, tmp_path: Path
) -> None:
    """Everything fits together again: only the drawer knows better."""
    house.facilitators.add_new(house.maria, house.group_uid, TOM)
    assert comes(house) == []
    old = taken(house, tmp_path / "old")
    without_tom(house)
    put_back(house, old)
    assert house.signs_in(TOM).cabinets, "he can open it again"
    signed = house.signs_in(MARIA)
    assert (signed.troubles, len(signed.cabinets)) == ((), 1)
    assert [comes(house) for _ in range(2)] == [["Tuesday Circle"]] * 2, "until somebody read it"
    assert [comes(house, reads=True) for _ in range(2)] == [["Tuesday Circle"], []]


def test_it_is_known_at_once_not_only_from_the_next_sign_in(house: House, tmp_path: Path) -> None:
    house.facilitators.add_new(house.maria, house.group_uid, TOM)
    old = taken(house, tmp_path / "old")
    without_tom(house)  # nobody signed in since
    put_back(house, old)
    assert comes(house) == ["Tuesday Circle"]


def test_a_group_that_somebody_made_himself_is_noticed(house: House, tmp_path: Path) -> None:
    """Seals can be made for anybody whose public key one knows, and a safe under a key of one's
    own; naming the key that was withdrawn last needs somebody who knew it."""
    house.facilitators.add_new(house.maria, house.group_uid, TOM)
    tom = house.signs_in(TOM)
    path = house.workspace.cabinet(house.file_id)
    with closing(connect(path, tom.cabinets[0][2])) as source:
        backup(source, tmp_path / "his.safe", tom.cabinets[0][2])
    without_tom(house)
    his = seals.new_key()
    with closing(connect(tmp_path / "his.safe", tom.cabinets[0][2])) as source:
        source.execute("UPDATE support_group SET generation = 9")
        for left in house.workspace.groups.glob("*.safe*"):
            left.unlink()
        backup(source, path, his)
        holders = [row[0] for row in source.execute("SELECT public_key FROM keyholder")]
    nobody = seals.new_keypair().public
    path = house.workspace.seals(house.file_id)
    seals.write_seals(path, house.group_uid, 9, his, holders, nobody)
    assert len(house.signs_in(MARIA).cabinets) == 1
    assert comes(house) == ["Tuesday Circle"]


def test_somebody_who_was_erased_does_not_come_back_unsaid(house: House, tmp_path: Path) -> None:
    """The key is the same; the list of what is gone is shorter than it was."""
    path, backups = house.workspace.cabinet(house.file_id), house.workspace.backups
    cabinet = open_cabinet(path, house.key, house.clock, backups)
    uid = new_uid()
    with cabinet.operation(translate("Test", "Add")):
        SomebodyOfTheGroup.create(uid=uid, name="Ana", added_at=1, changed_at=1)
    cabinet.close()
    old = taken(house, tmp_path / "old")
    cabinet = open_cabinet(path, house.key, house.clock, backups)
    PeopleService(cabinet).erase(uid)
    cabinet.close()
    assert comes(house) == []
    put_back(house, old)
    assert comes(house) == ["Tuesday Circle"]


def test_rightful_new_keys_are_followed_however_many(house: House) -> None:
    """Those of colleagues too, between two sign-ins."""
    house.facilitators.add_new(house.maria, house.group_uid, TOM)
    assert comes(house) == []
    for _ in range(3):
        house.facilitators.withdraw(house.signs_in(TOM), house.group_uid)
    assert comes(house) == []
    house.passwords.renew(house.signs_in(MARIA), MARIA)
    assert comes(house) == []


def test_what_cannot_be_read_is_not_said_to_be_older(house: House) -> None:
    assert comes(house) == []
    signed = house.signs_in(MARIA)
    house.workspace.cabinet(house.file_id).rename(house.workspace.path / "elsewhere")
    with drawer_of(house, signed) as drawer:
        assert went_back.older(house.workspace, drawer, signed) == []
        went_back.keep(house.workspace, drawer, signed)
        raw = drawer.another()
        went_back.keep_new_key(drawer, house.group_uid, house.workspace.shelf, house.key)
        raw.close()
    (house.workspace.path / "elsewhere").rename(house.workspace.cabinet(house.file_id))
    assert comes(house) == []


def test_a_drawer_that_cannot_be_written_holds_no_new_key_up(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_values: object) -> None:
        raise DiskFull

    monkeypatch.setattr(module.went_back, "keep_new_key", full)
    renewed = house.facilitators.withdraw(house.maria, house.group_uid)
    assert renewed.signed_in.cabinets[0][2] != house.key
    # Somebody without a drawer at hand gets none by the way.
    files = house.files()
    here = SignedIn("0" * 32, b"k" * 32, renewed.signed_in.cabinets)
    house.facilitators.withdraw(here, house.group_uid)
    assert {name for name in house.files() if "drawers" in name} == {
        name for name in files if "drawers" in name
    }
    assert comes(house) == []
