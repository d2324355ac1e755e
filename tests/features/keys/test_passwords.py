"""Another password; and another password because someone may know it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from peerdesk.core.errors import KnownError
from peerdesk.features.keys import passwords as module
from peerdesk.features.keys.base import Person
from peerdesk.features.keys.errors import NotYourOwn
from peerdesk.features.keys.members import new_sheet
from peerdesk.safe.accounts import (
    Accounts,
    AlreadyTaken,
    NameMissing,
    WeakPassword,
    WrongNameOrPassword,
    WrongSheet,
)
from peerdesk.store import backup
from peerdesk.store.connection import Damaged, connect
from peerdesk.store.erased import fingerprint

from .house import GROUP, MARIA, TOM, House

NEW = Person("maria", "a new sentence of maria, long")


def test_only_oneself_may_change_it(house: House) -> None:
    house.members.make_place(TOM)
    house.passwords.check(house.maria, MARIA.name, MARIA.password)
    with pytest.raises(NotYourOwn):
        house.passwords.check(house.maria, TOM.name, TOM.password)
    with pytest.raises(WrongNameOrPassword):
        house.passwords.check(house.maria, MARIA.name, "something else, long enough")


def test_another_password_for_the_same_key(house: House) -> None:
    secret, words = new_sheet()
    house.members.give_sheet(house.maria, secret)
    house.passwords.change(house.maria, NEW.name, NEW.password)
    assert house.signs_in(NEW) == house.maria
    assert house.recover.open_sheet(words).key == house.maria.drawer_key
    with pytest.raises(WrongNameOrPassword):
        house.signs_in(MARIA)
    with pytest.raises(WeakPassword):
        house.passwords.change(house.maria, NEW.name, "short")


def test_someone_may_know_it(house: House, tmp_path: Path) -> None:
    """With a copy of everything from before, and the old password, nothing of today opens."""
    house.facilitators.add_new(house.maria, house.group_uid, TOM)
    made = house.groups.add_group(house.maria, GROUP, "Maria")
    secret, words = new_sheet()
    house.members.give_sheet(made.signed_in, secret)
    thief = tmp_path / "copy"
    shutil.copytree(house.workspace.path, thief)
    drawer = house.workspace.drawer(house.maria.drawer_id)
    raw = connect(drawer, house.maria.drawer_key)
    backup.before(raw, drawer, house.maria.drawer_key, house.workspace.backups, 1)
    raw.close()
    newer, newer_words = new_sheet()
    anew = Person(NEW.name, NEW.password, newer)
    renewed = house.passwords.renew(made.signed_in, anew)
    assert renewed.old_copies == ()
    signed = house.signs_in(NEW)
    assert signed.drawer_key == renewed.signed_in.drawer_key != house.maria.drawer_key
    assert sorted(signed.cabinets) == sorted(renewed.signed_in.cabinets)
    assert len(signed.cabinets) == 2
    assert signed.troubles == ()
    known_keys = {house.maria.drawer_key, *(key for _, _, key in made.signed_in.cabinets)}
    assert not known_keys & {signed.drawer_key, *(key for _, _, key in signed.cabinets)}
    withdrawn = {
        uid
        for path, key in [(drawer, signed.drawer_key)]
        + [(house.workspace.cabinet(file_id), key) for _, file_id, key in signed.cabinets]
        for (uid,) in house.look(path, key, "SELECT uid FROM erased WHERE kind = 'key'")
    }
    assert withdrawn == {fingerprint(key) for key in known_keys}
    rows = house.look(drawer, signed.drawer_key, "SELECT secret_key FROM identity")
    assert len(rows) == 1
    # The thief's identity opens no box of today.
    ((own,),) = house.look(
        thief / "drawers" / drawer.name, house.maria.drawer_key, "SELECT secret_key FROM identity"
    )
    assert isinstance(own, bytes)
    with pytest.raises(module.seals.NotForYou):
        module.seals.open_seals(house.workspace.seals(house.file_id), house.group_uid, own)
    with pytest.raises(WrongNameOrPassword):
        house.signs_in(MARIA)
    with pytest.raises(WrongSheet):
        house.recover.open_sheet(words)
    assert house.recover.open_sheet(newer_words).key == signed.drawer_key
    (copy,) = backup.copies(drawer, house.workspace.backups)
    connect(copy, signed.drawer_key, read_only=True).close()
    assert house.signs_in(TOM).cabinets[0] in signed.cabinets
    with pytest.raises(Damaged):
        connect(drawer, house.maria.drawer_key)


@pytest.mark.parametrize(
    ("person", "error"),
    [(Person(" ", NEW.password), NameMissing), (Person("maria", "short"), WeakPassword)],
)
def test_what_is_not_taken_changes_nothing(
    house: House, person: Person, error: type[KnownError]
) -> None:
    with pytest.raises(error):
        house.passwords.renew(house.maria, person)
    assert house.signs_in(MARIA) == house.maria


def test_taken_by_another_the_old_password_stays_and_doing_it_again_works(house: House) -> None:
    house.members.make_place(TOM)
    with pytest.raises(AlreadyTaken):
        house.passwords.renew(house.maria, TOM)
    signed = house.signs_in(MARIA)
    assert (signed.drawer_key, len(signed.cabinets)) == (house.maria.drawer_key, 1)
    house.passwords.renew(signed, NEW)
    signed = house.signs_in(NEW)
    assert len(signed.cabinets) == 1
    path = house.workspace.drawer(signed.drawer_id)
    assert len(house.look(path, signed.drawer_key, "SELECT 1 FROM identity")) == 1


@pytest.mark.parametrize("step", ["identity", "cabinet", "key", "swap"])
def test_cut_off_at_any_point_one_password_opens_everything(
    house: House, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    class Cut(BaseException):
        pass

    def cut(*_: object, **__: object) -> None:
        raise Cut

    with monkeypatch.context() as killed:
        if step == "identity":
            killed.setattr(module.Passwords, "_renew", cut)
        elif step == "cabinet":
            killed.setattr(module.Passwords, "_renew_drawer", cut)
        elif step == "key":
            killed.setattr(Accounts, "rewrap", cut)
            killed.setattr(module.renewal, "discard", lambda _path: None)
        else:
            real = module.renewal.finish
            killed.setattr(
                module.renewal, "finish", lambda p: cut() if "drawers" in p.parts else real(p)
            )
        with pytest.raises(Cut):
            house.passwords.renew(house.maria, NEW)
    signed = house.signs_in(NEW if step == "swap" else MARIA)
    assert (len(signed.cabinets), signed.troubles) == (1, ())
    assert not list(house.workspace.path.rglob("*.next"))
    house.passwords.renew(signed, NEW)
    assert len(house.signs_in(NEW).cabinets) == 1
