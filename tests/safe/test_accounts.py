from __future__ import annotations

import errno
import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from peerdesk.core.errors import KnownError
from peerdesk.safe import accounts, keyfile, recovery, words
from peerdesk.safe.accounts import Accounts, Opened
from peerdesk.safe.files import NoRoom
from peerdesk.safe.kdf import KdfParams
from peerdesk.safe.keyfile import KeyFile, KeyFileDamaged
from tests.safe.tiny import (
    BOUNDS,
    CHEAP,
    DEARER,
    DEAREST,
    OTHER,
    PASSWORD,
    WORKSPACE_ID,
    CountingKdf,
    all_bytes,
    flips,
)

SHEET = b"sheet of robin.."
THIRD = "cage calcium camera campus canyon capacity"


@pytest.fixture
def kdf() -> CountingKdf:
    return CountingKdf()


@pytest.fixture
def people(workspace: Path, kdf: CountingKdf) -> Accounts:
    return Accounts(workspace, WORKSPACE_ID, kdf)


def _path(opened: Opened) -> Path:
    return opened.path.with_suffix(".key")


def _keys(opened: Opened) -> KeyFile:
    return keyfile.read(_path(opened), WORKSPACE_ID, BOUNDS)


def _place_key(
    folder: Path, drawer_id: str, salt: bytes, params: KdfParams, name: str, password: str
) -> None:
    """A key file as another time or another computer would have left it."""
    secret = CountingKdf().derive(name, password, salt, params)
    keys = KeyFile(WORKSPACE_ID, salt, params, b"", keyfile.unused_wrap())
    keys = replace(keys, by_password=keyfile.wrap(secret, keys.header, b"k" * 32))
    folder.mkdir(exist_ok=True)
    keyfile.write(folder / f"{drawer_id * 32}.key", keys)


def test_what_was_made_opens_again(people: Accounts, workspace: Path) -> None:
    robin = people.create("Robin", PASSWORD)
    assert people.sign_in("  robin ", PASSWORD.upper()) == robin
    assert people.sign_in("Robin", " ".join(w[:4] for w in PASSWORD.split())) == robin
    assert robin.path == workspace / "drawers" / f"{robin.drawer_id}.safe"
    assert len(robin.key) == 32
    assert people.drawer_ids() == (robin.drawer_id,)
    assert not robin.path.exists()


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=30)
@given(name=st.text(min_size=1), password=st.text(min_size=15))
def test_any_name_and_long_password_work(
    tmp_path_factory: pytest.TempPathFactory, name: str, password: str
) -> None:
    people = Accounts(tmp_path_factory.mktemp("w"), WORKSPACE_ID, CountingKdf())
    if not name.strip() or not words.strength_ok(password):
        with pytest.raises(KnownError):
            people.create(name, password)
        return
    made = people.create(name, password)
    assert people.sign_in(name, password) == made
    with pytest.raises(accounts.WrongNameOrPassword):
        people.sign_in(name, password + "x")
    with pytest.raises(accounts.WrongNameOrPassword):
        people.sign_in(name + "x", password)


def test_each_opens_their_own(people: Accounts) -> None:
    made = {
        (name, password): people.create(name, password)
        for name, password in [("Robin", PASSWORD), ("Robin", OTHER), ("Sam", PASSWORD)]
    }
    assert len({opened.key for opened in made.values()}) == 3
    for (name, password), opened in made.items():
        assert people.sign_in(name, password) == opened
    with pytest.raises(accounts.AlreadyTaken):
        people.create("ROBIN", PASSWORD)
    with pytest.raises(accounts.AlreadyTaken):
        people.change_password(made["Sam", PASSWORD], "robin", OTHER)
    assert len(people.drawer_ids()) == 3


def test_wrong_name_and_wrong_password_say_the_same(people: Accounts) -> None:
    people.create("Robin", PASSWORD)
    said = []
    for name, password in [("Sam", PASSWORD), ("Robin", OTHER), ("Sam", OTHER), ("Robin", "")]:
        with pytest.raises(accounts.WrongNameOrPassword) as caught:
            people.sign_in(name, password)
        said.append(str(caught.value))
    assert len(set(said)) == 1
    assert "Caps Lock" in said[0]


def test_right_and_wrong_derive_alike(people: Accounts, kdf: CountingKdf) -> None:
    """The price of a sign-in is its derivations; they are the same for a hit and for a miss."""
    for name in ("Ada", "Bo", "Cy"):
        people.create(name, PASSWORD)
    for name in ("Ada", "Bo", "Cy", "nobody"):
        kdf.derived.clear()
        try:
            people.sign_in(name, PASSWORD)
        except accounts.WrongNameOrPassword:
            assert name == "nobody"
        assert len(kdf.derived) == 1


def test_never_more_than_two_derivations(
    people: Accounts, kdf: CountingKdf, workspace: Path
) -> None:
    folder = workspace / "drawers"
    for at, params in enumerate([CHEAP, CHEAP, DEARER, DEARER, DEAREST]):
        _place_key(folder, "abcde"[at], b"s" * 16, params, f"name {at}", PASSWORD)
    with pytest.raises(KeyFileDamaged) as caught:
        people.sign_in("name 4", PASSWORD)
    assert caught.value.names == (f"{'e' * 32}.key",)
    assert kdf.derived == [(b"s" * 16, DEARER), (b"s" * 16, CHEAP)]
    assert people.sign_in("name 2", PASSWORD).drawer_id == "c" * 32
    # It is not lost: who opens it with a sheet gets a new password at a price that is tried.
    people.change_password(Opened("e" * 32, b"k" * 32, folder / f"{'e' * 32}.safe"), "E", OTHER)
    assert people.sign_in("E", OTHER).drawer_id == "e" * 32


def test_a_success_under_old_parameters_is_wrapped_anew(
    people: Accounts, kdf: CountingKdf, workspace: Path
) -> None:
    old = people.create("Robin", PASSWORD, SHEET)
    _place_key(workspace / "drawers", "a", _keys(old).salt, DEARER, "Sam", OTHER)
    before = _keys(old)
    kdf.derived.clear()
    assert people.sign_in("Robin", PASSWORD) == old
    assert len(kdf.derived) == 2
    assert _keys(old).params == DEARER
    assert _keys(old).by_sheet == before.by_sheet
    assert people.open_with_sheet(SHEET) == old
    kdf.derived.clear()
    assert people.sign_in("Robin", PASSWORD) == old
    assert kdf.derived == [(before.salt, DEARER)]


def test_a_full_disk_does_not_keep_anybody_out(
    people: Accounts, workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = people.create("Robin", PASSWORD)
    _place_key(workspace / "drawers", "a", _keys(old).salt, DEARER, "Sam", OTHER)

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(os, "fsync", full)
    assert people.sign_in("Robin", PASSWORD) == old
    assert _keys(old).params == CHEAP
    with pytest.raises(NoRoom, match="no room left"):
        people.change_password(old, "Robin", OTHER)
    with pytest.raises(NoRoom):
        people.create("Third", PASSWORD)
    assert people.sign_in("Robin", PASSWORD) == old
    assert len(people.drawer_ids()) == 2


def test_first_calibrated_then_alike(people: Accounts, kdf: CountingKdf) -> None:
    kdf.now = DEARER
    first = people.create("Robin", PASSWORD)
    kdf.now = DEAREST
    second = people.create("Sam", PASSWORD)
    assert _keys(first).params == _keys(second).params == DEARER
    assert _keys(first).salt == _keys(second).salt


def test_a_change_of_password_follows_a_faster_computer(people: Accounts, kdf: CountingKdf) -> None:
    robin, sam, ada = (people.create(name, PASSWORD) for name in ("Robin", "Sam", "Ada"))
    kdf.now = KdfParams(11, 1)  # not clearly more
    people.change_password(robin, "Robin", OTHER)
    assert _keys(robin).params == CHEAP
    kdf.now = DEARER
    people.change_password(robin, "Robin", OTHER)
    assert _keys(robin).params == DEARER
    # A third set would cost every sign-in one more derivation, so there is none.
    kdf.now = DEAREST
    people.change_password(sam, "Sam", OTHER)
    assert _keys(sam).params == DEARER
    people.change_password(ada, "Ada", OTHER)
    assert _keys(ada).params == DEAREST
    assert {p.drawer_id for p in (robin, sam, ada)} == set(people.drawer_ids())
    for name, opened in (("Robin", robin), ("Sam", sam), ("Ada", ada)):
        assert people.sign_in(name, OTHER) == opened


def test_alone_parameters_follow_this_computer_down_as_well(
    people: Accounts, kdf: CountingKdf
) -> None:
    kdf.now = DEAREST
    robin = people.create("Robin", PASSWORD)
    kdf.now = CHEAP
    people.change_password(robin, "Robin", PASSWORD)
    assert _keys(robin).params == CHEAP


def test_changing_name_and_password_keeps_key_and_sheet(people: Accounts) -> None:
    robin = people.create("Robin", PASSWORD, SHEET)
    people.change_password(robin, "Robyn", OTHER)
    assert people.sign_in("Robyn", OTHER) == robin
    assert people.open_with_sheet(SHEET) == robin
    for name, password in [("Robin", PASSWORD), ("Robin", OTHER), ("Robyn", PASSWORD)]:
        with pytest.raises(accounts.WrongNameOrPassword):
            people.sign_in(name, password)


def test_a_damaged_key_file_is_made_again_by_a_new_password(people: Accounts) -> None:
    robin = people.create("Robin", PASSWORD, SHEET)
    _path(robin).write_bytes(b"")
    people.change_password(robin, "Robin", OTHER)
    assert people.sign_in("Robin", OTHER) == robin
    with pytest.raises(accounts.WrongSheet):
        people.open_with_sheet(SHEET)


def test_a_new_drawer_key_shuts_out_old_password_and_old_sheet(people: Accounts) -> None:
    robin = people.create("Robin", PASSWORD, SHEET)
    anew = replace(robin, key=b"n" * 32)
    people.rewrap(anew, "Robin", OTHER, b"another sheet...")
    assert people.sign_in("Robin", OTHER) == anew
    assert people.open_with_sheet(b"another sheet...") == anew
    with pytest.raises(accounts.WrongSheet):
        people.open_with_sheet(SHEET)
    people.rewrap(anew, "Robin", OTHER)
    with pytest.raises(accounts.WrongSheet):
        people.open_with_sheet(b"another sheet...")


def test_a_sheet_given_later(people: Accounts) -> None:
    people.create("Sam", PASSWORD)
    robin = people.create("Robin", PASSWORD)
    secret, its_words = recovery.new_personal_sheet()
    people.give_sheet(robin, secret)
    read = recovery.read_personal_sheet(" ".join(its_words))
    assert people.open_with_sheet(read) == robin
    assert people.sign_in("Robin", PASSWORD) == robin


def test_a_sheet_when_a_key_file_is_damaged(people: Accounts) -> None:
    robin = people.create("Robin", PASSWORD, SHEET)
    sam = people.create("Sam", PASSWORD)
    _path(sam).write_bytes(b"PDK1")
    assert people.open_with_sheet(SHEET) == robin
    with pytest.raises(KeyFileDamaged, match=sam.drawer_id):
        people.open_with_sheet(b"another sheet...")


@pytest.mark.parametrize("name", ["", "  ", "\u3000"])
def test_a_name_is_needed(people: Accounts, name: str) -> None:
    with pytest.raises(accounts.NameMissing):
        people.create(name, PASSWORD)
    assert people.drawer_ids() == ()


def test_a_short_password_is_refused_and_nothing_is_written(
    people: Accounts, workspace: Path
) -> None:
    with pytest.raises(accounts.WeakPassword, match="15 characters"):
        people.create("Robin", "1234")
    assert list(workspace.iterdir()) == []


def test_nobody_here_yet(people: Accounts) -> None:
    assert people.drawer_ids() == people.damaged() == ()
    with pytest.raises(accounts.WrongNameOrPassword):
        people.sign_in("Robin", PASSWORD)
    with pytest.raises(accounts.WrongSheet):
        people.open_with_sheet(SHEET)
    assert people.set_aside() == []


def test_a_miss_beside_a_damaged_file_names_it(people: Accounts) -> None:
    robin, sam = people.create("Robin", PASSWORD), people.create("Sam", PASSWORD)
    _path(sam).write_bytes(_path(sam).read_bytes()[:-1])
    assert people.damaged() == (_path(sam).name,)
    assert people.sign_in("Robin", PASSWORD) == robin
    with pytest.raises(KeyFileDamaged, match=_path(sam).name) as caught:
        people.sign_in("Sam", PASSWORD)
    assert "are kept and nothing was changed" in str(caught.value)
    assert set(people.drawer_ids()) == {robin.drawer_id, sam.drawer_id}


def test_any_flipped_bit_is_noticed_at_sign_in(people: Accounts, kdf: CountingKdf) -> None:
    robin = people.create("Robin", PASSWORD)
    good = _path(robin).read_bytes()
    kdf.derived.clear()
    for damaged in flips(good):
        _path(robin).write_bytes(damaged)
        with pytest.raises(KeyFileDamaged):
            people.sign_in("Robin", PASSWORD)
    assert kdf.derived == []
    _path(robin).write_bytes(good)
    assert people.sign_in("Robin", PASSWORD) == robin


def test_other_files_in_the_folder_are_not_key_files(people: Accounts, workspace: Path) -> None:
    robin = people.create("Robin", PASSWORD)
    for name in ("Robin.key", f".{robin.drawer_id}.key.part", f"{robin.drawer_id}.key~", "x.txt"):
        (workspace / "drawers" / name).write_bytes(b"?")
    assert people.drawer_ids() == (robin.drawer_id,)
    assert people.damaged() == ()


def test_no_name_password_or_key_in_any_byte(people: Accounts, workspace: Path) -> None:
    name, password = "Zebulon Canary", "canary canary canary"
    made = people.create(name, password, SHEET)
    people.change_password(made, name, password + "!")
    people.sign_in(name, password + "!")
    held = all_bytes(workspace)
    for secret in (name, name.casefold(), "Zebulon", password, "canary"):
        for coding in ("utf-8", "utf-16-le", "utf-16-be"):
            assert secret.encode(coding) not in held
    assert made.key not in held
    assert SHEET not in held
    assert made.key.hex() not in repr(made)
    assert repr(made.key) not in repr(made)


def test_with_or_without_a_sheet_a_file_looks_alike(people: Accounts) -> None:
    with_sheet = people.create("Robin", PASSWORD, SHEET)
    without = people.create("Sam", PASSWORD)
    first, second = _path(with_sheet).read_bytes(), _path(without).read_bytes()
    assert len(first) == len(second)
    assert first[:44] == second[:44]


def test_forgetting_takes_key_and_drawer(people: Accounts, workspace: Path) -> None:
    robin, sam = people.create("Robin", PASSWORD), people.create("Sam", PASSWORD)
    for opened in (robin, sam):
        for suffix in ("", "-wal", "-shm"):
            opened.path.with_name(opened.path.name + suffix).write_bytes(b"x")
    key = _path(robin).read_bytes()
    _path(robin).unlink()
    people.set_aside()
    assert people.aside() == (robin.drawer_id,)
    _path(robin).write_bytes(key)
    people.forget(robin.drawer_id)
    people.forget(robin.drawer_id)
    assert people.aside() == ()
    left = {path.name for path in (workspace / "drawers").iterdir() if path.is_file()}
    assert left == {sam.path.name + s for s in ("", "-wal", "-shm")} | {_path(sam).name}
    with pytest.raises(accounts.WrongNameOrPassword):
        people.sign_in("Robin", PASSWORD)


def test_forgetting_begins_with_the_key(people: Accounts, monkeypatch: pytest.MonkeyPatch) -> None:
    robin = people.create("Robin", PASSWORD)
    robin.path.write_bytes(b"x")
    real = Path.unlink

    def stuck(path: Path, missing_ok: bool = False) -> None:
        if path.suffix != ".key":
            raise OSError(errno.EROFS, "read-only")
        real(path, missing_ok)

    monkeypatch.setattr(Path, "unlink", stuck)
    with pytest.raises(KnownError):
        people.forget(robin.drawer_id)
    assert robin.path.exists()
    assert not _path(robin).exists()


def test_two_prices_with_two_salts(people: Accounts, workspace: Path) -> None:
    """Two computers' key files in one folder; the sheet goes before the way in does."""
    folder = workspace / "drawers"
    for drawer_id, salt, params in [
        ("a", b"a" * 16, CHEAP),
        ("b", b"a" * 16, CHEAP),
        ("c", b"a" * 16, DEARER),
        ("d", b"a" * 16, DEARER),
    ]:
        _place_key(folder, drawer_id, salt, params, drawer_id, PASSWORD)
    _place_key(folder, "e", b"e" * 16, CHEAP, "e", PASSWORD)
    opened = Opened("e" * 32, b"k" * 32, folder / f"{'e' * 32}.safe")
    people.give_sheet(opened, SHEET)
    assert people.open_with_sheet(SHEET) == opened
    people.change_password(opened, "e", OTHER)
    assert (_keys(opened).salt, _keys(opened).params) == (b"a" * 16, DEARER)
    assert people.sign_in("e", OTHER) == opened
    with pytest.raises(accounts.WrongSheet):
        people.open_with_sheet(SHEET)


def test_another_salt_is_kept_while_there_is_room_for_it(people: Accounts, workspace: Path) -> None:
    folder = workspace / "drawers"
    _place_key(folder, "a", b"a" * 16, DEARER, "a", PASSWORD)
    _place_key(folder, "b", b"b" * 16, CHEAP, "b", PASSWORD)
    opened = people.sign_in("b", PASSWORD)
    assert _keys(opened).params == CHEAP
    people.give_sheet(opened, SHEET)
    people.change_password(opened, "b", OTHER)
    assert (_keys(opened).salt, _keys(opened).params) == (b"b" * 16, DEARER)
    assert people.open_with_sheet(SHEET) == people.sign_in("b", OTHER) == opened


class Killed(BaseException):
    """Stands for the process ending right here."""


def _kill(real: Callable[..., object], at: int) -> Callable[..., object]:
    left = [at]

    def killed(*args: object, **kwargs: object) -> object:
        left[0] -= 1
        if left[0] < 0:
            raise Killed
        return real(*args, **kwargs)

    return killed


@pytest.mark.parametrize("step", ["open", "fsync", "replace"])
@pytest.mark.parametrize("at", [0, 1])
def test_killed_while_changing_the_password_one_of_both_opens(
    people: Accounts, monkeypatch: pytest.MonkeyPatch, step: str, at: int
) -> None:
    robin = people.create("Robin", PASSWORD)
    with monkeypatch.context() as patched:
        patched.setattr(os, step, _kill(getattr(os, step), at))
        try:
            people.change_password(robin, "Robin", OTHER)
            changed = True
        except Killed:
            # The second sync and the second open are the folder's: the new file is in place.
            changed = at == 1
    assert people.sign_in("Robin", OTHER if changed else PASSWORD) == robin


def test_a_planted_cheap_key_file_sets_nobodys_price(workspace: Path, kdf: CountingKdf) -> None:
    """Parameters are taken from the files that lie there: whoever may write to the folder could
    have the next person's password wrapped at a price that guessing machines like."""
    real = KdfParams(CHEAP.memory_kib, CHEAP.passes + 1)
    kdf.start = kdf.now = real
    people = Accounts(workspace, WORKSPACE_ID, kdf)
    maria = people.create("Maria", PASSWORD)
    for number in range(5):
        planted = replace(_keys(maria), params=CHEAP, by_password=keyfile.unused_wrap())
        keyfile.write(workspace / "drawers" / f"{number:032x}.key", planted)
    kdf.derived.clear()
    assert people.sign_in("Maria", PASSWORD).key == maria.key
    assert [params for _, params in kdf.derived] == [real], "nothing is derived for them"
    assert _keys(people.create("Tom", THIRD)).params == real
    assert f"{0:032x}.key" in people.damaged()
