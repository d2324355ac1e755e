"""Somebody leaves: their drawer goes along as one file, or is erased. Somebody comes."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from peerdesk.core.errors import KnownError
from peerdesk.features.keys import handover as module
from peerdesk.features.keys.errors import LastOne, NotAPlace, PlaceLocked
from peerdesk.features.keys.signed_in import SignedIn
from peerdesk.safe.accounts import AlreadyTaken, WrongNameOrPassword
from peerdesk.store import backup, erased
from peerdesk.store.connection import connect

from .house import GROUP, MARIA, TOM, House


@pytest.fixture
def there(workspace: Path, house: House) -> House:
    """Another house, where Tom's place may go."""
    return House(workspace.with_name("another house"), house.kdf, house.clock)


@pytest.fixture
def tom(house: House) -> SignedIn:
    house.facilitators.add_new(house.maria, house.group_uid, TOM)
    signed = house.signs_in(TOM)
    house.look(
        house.workspace.drawer(signed.drawer_id),
        signed.drawer_key,
        "INSERT INTO note (uid, title, body, created_at, changed_at)"
        " VALUES (randomblob(16), 'Letter', 'to myself', 1, 1)",
    )
    return signed


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "my place.pdplace"


def test_a_place_goes_along_and_opens_elsewhere(
    house: House, there: House, tom: SignedIn, file: Path
) -> None:
    house.handover.take_along(tom, file)
    assert [p.name for p in file.parent.iterdir() if p.is_file()] == [file.name]
    assert b"Tom" not in file.read_bytes()
    signed = there.handover.bring(file, "TOM ", TOM.password)
    assert there.signs_in(TOM) == signed
    assert (signed.cabinets, signed.troubles) == ([], ())
    assert signed.drawer_key != tom.drawer_key
    path = there.workspace.drawer(signed.drawer_id)
    assert there.look(path, signed.drawer_key, "SELECT title, body FROM note") == [
        ("Letter", "to myself")
    ]
    assert not list(there.workspace.path.rglob("*arriving*"))
    with pytest.raises(AlreadyTaken):
        there.handover.bring(file, TOM.name, TOM.password)
    assert there.signs_in(TOM) == signed


def test_back_on_the_same_computer_the_group_is_there_again(
    house: House, tom: SignedIn, file: Path
) -> None:
    house.handover.take_along(tom, file)
    house.handover.erase(tom)
    with pytest.raises(WrongNameOrPassword):
        house.signs_in(TOM)
    assert house.handover.bring(file, TOM.name, TOM.password).cabinets == house.maria.cabinets


def test_erasing_leaves_nothing(house: House, tom: SignedIn) -> None:
    path = house.workspace.drawer(tom.drawer_id)
    raw = connect(path, tom.drawer_key)
    backup.before(raw, path, tom.drawer_key, house.workspace.backups, 1)
    raw.close()
    house.handover.erase(house.handover.leave_groups(tom))
    assert not [name for name in house.files() if tom.drawer_id in name]
    raw = connect(house.workspace.shelf, None)
    assert (bytes.fromhex(tom.drawer_id), "drawer") in [
        (gone.uid, gone.kind) for gone in erased.erased_in(raw)
    ]
    raw.close()
    assert house.signs_in(MARIA).troubles == ()


def test_leaving_gives_every_group_a_new_key(house: House, tom: SignedIn) -> None:
    made = house.groups.add_group(tom, GROUP, "Tom Q")
    house.facilitators.add_known(made.signed_in, made.card.group_uid, MARIA.name, MARIA.password)
    left = house.handover.leave_groups(house.signs_in(TOM))
    assert left.cabinets == []
    assert house.signs_in(TOM) == left
    maria = house.signs_in(MARIA)
    assert len(maria.cabinets) == 2
    assert not {key for _, _, key in maria.cabinets} & {k for _, _, k in made.signed_in.cabinets}


def test_the_last_one_of_a_group_cannot_leave(house: House, tom: SignedIn) -> None:
    made = house.groups.add_group(tom, GROUP, "Tom Q")
    with pytest.raises(LastOne):
        house.handover.leave_groups(made.signed_in)
    assert len(house.signs_in(TOM).cabinets) == 2


def test_the_wrong_password_opens_nothing(
    house: House, there: House, tom: SignedIn, file: Path
) -> None:
    house.handover.take_along(tom, file)
    before = there.files()
    for name, password in ((TOM.name, MARIA.password), ("tim", TOM.password)):
        with pytest.raises(PlaceLocked):
            there.handover.bring(file, name, password)
    assert there.files() == before


def packed(file: Path, members: list[tuple[str, bytes]], how: int = zipfile.ZIP_STORED) -> None:
    with zipfile.ZipFile(file, "w", how) as made:
        for name, data in members:
            made.writestr(name, data)


def hostile(file: Path, safe: bytes, key: bytes) -> dict[str, Callable[[], object]]:
    return {
        "not a zip": lambda: file.write_bytes(b"PK" + bytes(100)),
        "empty": lambda: file.write_bytes(b""),
        "no key": lambda: packed(file, [(module.SAFE, safe)]),
        "too many": lambda: packed(file, [(module.SAFE, safe), (module.KEY, key), ("x", b"")]),
        "another path": lambda: packed(file, [("../" + module.SAFE, safe), (module.KEY, key)]),
        "packed": lambda: packed(
            file, [(module.SAFE, safe), (module.KEY, key)], zipfile.ZIP_DEFLATED
        ),
        "short key": lambda: packed(file, [(module.SAFE, safe), (module.KEY, key[:-1])]),
        "damaged key": lambda: packed(
            file, [(module.SAFE, safe), (module.KEY, key[:60] + b"?" + key[61:])]
        ),
        "damaged safe": lambda: packed(
            file, [(module.SAFE, safe[:50] + b"?" + safe[51:]), (module.KEY, key)]
        ),
        "damaged in the middle": lambda: packed(
            file, [(module.SAFE, safe[:9000] + b"????" + safe[9004:]), (module.KEY, key)]
        ),
        "no safe": lambda: packed(file, [(module.SAFE, b""), (module.KEY, key)]),
    }


@pytest.mark.parametrize("how", list(hostile(Path(), b"", bytes(200))))
def test_files_of_any_other_shape_are_refused(
    house: House, there: House, tom: SignedIn, file: Path, how: str
) -> None:
    house.handover.take_along(tom, file)
    with zipfile.ZipFile(file) as made:
        safe, key = made.read(module.SAFE), made.read(module.KEY)
    hostile(file, safe, key)[how]()
    before = there.files()
    with pytest.raises(NotAPlace, match=file.name):
        there.handover.bring(file, TOM.name, TOM.password)
    assert there.files() == before


def test_a_locked_file_that_is_no_drawer_is_refused(
    house: House, there: House, tom: SignedIn, file: Path
) -> None:
    house.handover.take_along(tom, file)
    with zipfile.ZipFile(file) as made:
        key = made.read(module.KEY)
    other = file.with_name("other.safe")
    raw = connect(other, tom.drawer_key)
    raw.execute("CREATE TABLE note (x)")
    raw.execute("PRAGMA journal_mode = DELETE")
    raw.close()
    packed(file, [(module.SAFE, other.read_bytes()), (module.KEY, key)])
    with pytest.raises(NotAPlace):
        there.handover.bring(file, TOM.name, TOM.password)


def test_one_from_a_newer_peerdesk_is_refused_whole(
    house: House, there: House, tom: SignedIn, file: Path
) -> None:
    house.look(house.workspace.drawer(tom.drawer_id), tom.drawer_key, "PRAGMA user_version = 99")
    house.handover.take_along(tom, file)
    before = there.files()
    with pytest.raises(KnownError, match="newer PeerDesk"):
        there.handover.bring(file, TOM.name, TOM.password)
    assert there.files() == before


def test_the_stick_is_full_or_lies(
    house: House, tom: SignedIn, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def pulled_out(*_: object) -> None:
        raise OSError(5, "pulled out")

    with monkeypatch.context() as gone:
        gone.setattr(module.os, "replace", pulled_out)
        gone.setattr(module, "backup", lambda _s, t, _k: t.write_bytes(b"x"))
        with pytest.raises(KnownError, match="cannot reach"):
            house.handover.take_along(tom, file)
    assert not file.exists()
    with monkeypatch.context() as lies:
        lies.setattr(zipfile.ZipFile, "testzip", lambda _self: module.SAFE)
        with pytest.raises(NotAPlace):
            house.handover.take_along(tom, file)
    assert not [p for p in file.parent.iterdir() if p.is_file()]
