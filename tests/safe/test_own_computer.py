"""Opening without a password: only through a keyring of the system, and never the only way in."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from peerdesk.safe import files, own_computer
from peerdesk.safe.accounts import Accounts
from peerdesk.safe.own_computer import (
    ALLOWED,
    AskForPassword,
    DidNotKeep,
    NoKeyring,
    NotYourOwn,
    OwnComputer,
    find_keyring,
    is_there,
)

WORKSPACE_ID = bytes(range(16))
DRAWER, OTHER = "ab" * 16, "cd" * 16
KEY = os.urandom(32)


class Keyring:
    """A keyring of the system, which may also misbehave."""

    def __init__(self) -> None:
        self.entries: dict[tuple[str, str], str] = {}
        self.breaks: set[str] = set()
        self.garbles = False

    def _may(self, what: str) -> None:
        if what in self.breaks:
            raise RuntimeError("the keyring is locked")

    def get_password(self, service: str, username: str) -> str | None:
        self._may("get")
        return self.entries.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self._may("set")
        self.entries[service, username] = "x" + password if self.garbles else password

    def delete_password(self, service: str, username: str) -> None:
        self._may("delete")
        del self.entries[service, username]


@pytest.fixture
def keyring() -> Keyring:
    return Keyring()


@pytest.fixture
def drawers(workspace: Path) -> Path:
    folder = workspace / "drawers"
    folder.mkdir()
    return folder


@pytest.fixture
def own(workspace: Path, drawers: Path, keyring: Keyring) -> OwnComputer:
    return OwnComputer(workspace, WORKSPACE_ID, lambda: keyring)


def test_a_drawer_opens_without_a_password(own, drawers) -> None:
    assert not is_there(drawers)
    assert own.drawer_id() is None
    own.remember(DRAWER, KEY, shared=False)
    assert is_there(drawers)
    opened = own.open()
    assert (opened.drawer_id, opened.key) == (DRAWER, KEY)
    assert opened.path == drawers / f"{DRAWER}.safe"


def test_neither_file_nor_keyring_holds_the_key(own, drawers, keyring) -> None:
    own.remember(DRAWER, KEY, shared=False)
    [(where, words)] = keyring.entries.items()
    assert where == ("PeerDesk", WORKSPACE_ID.hex())
    data = (drawers / f"{DRAWER}.own").read_bytes()
    assert len(data) == own_computer.LENGTH == 124
    import base64

    for kept in (data, words.encode(), base64.b64decode(words)):
        assert KEY not in kept
    assert KEY.hex() not in words
    if os.name == "posix":
        assert (drawers / f"{DRAWER}.own").stat().st_mode & 0o077 == 0


def test_the_last_one_who_asked(own, drawers) -> None:
    own.remember(DRAWER, KEY, shared=False)
    own.remember(OTHER, KEY, shared=False)
    assert [path.name for path in drawers.iterdir()] == [f"{OTHER}.own"]
    assert own.open().drawer_id == OTHER


def test_never_on_a_shared_computer(own, drawers, keyring) -> None:
    with pytest.raises(NotYourOwn, match="always asks"):
        own.remember(DRAWER, KEY, shared=True)
    assert not keyring.entries
    assert not is_there(drawers)


def test_without_a_keyring(workspace, drawers) -> None:
    own = OwnComputer(workspace, WORKSPACE_ID, lambda: None)
    with pytest.raises(NoKeyring):
        own.remember(DRAWER, KEY, shared=False)
    (drawers / f"{DRAWER}.own").write_bytes(b"")
    with pytest.raises(AskForPassword):
        own.open()
    own.forget()
    assert not is_there(drawers)


@pytest.mark.parametrize("breaks", ["set", "get"])
def test_a_keyring_that_does_not_answer_keeps_nothing(own, drawers, keyring, breaks) -> None:
    keyring.breaks = {breaks}
    with pytest.raises(DidNotKeep):
        own.remember(DRAWER, KEY, shared=False)
    assert not is_there(drawers)


def test_what_was_written_is_read_back(own, drawers, keyring) -> None:
    keyring.garbles = True
    with pytest.raises(DidNotKeep):
        own.remember(DRAWER, KEY, shared=False)
    assert not keyring.entries
    assert not is_there(drawers)


def test_a_full_disk_leaves_nothing_behind(own, drawers, keyring, monkeypatch) -> None:
    def full(path: Path, data: bytes) -> None:
        raise files.NoRoom(files._trouble(path))

    monkeypatch.setattr(files, "write_durably", full)
    with pytest.raises(files.NoRoom):
        own.remember(DRAWER, KEY, shared=False)
    assert not keyring.entries


def lose_entry(drawers: Path, keyring: Keyring) -> None:
    keyring.entries.clear()


def change_entry(drawers: Path, keyring: Keyring) -> None:
    for where in keyring.entries:
        keyring.entries[where] = "AAAA"


def spoil_entry(drawers: Path, keyring: Keyring) -> None:
    for where in keyring.entries:
        keyring.entries[where] = "not base64 é"


def swap_entry(drawers: Path, keyring: Keyring) -> None:
    for where in keyring.entries:
        keyring.entries[where] = "A" * 86 + "=="


def lock_keyring(drawers: Path, keyring: Keyring) -> None:
    keyring.breaks = {"get"}


def lose_file(drawers: Path, keyring: Keyring) -> None:
    (drawers / f"{DRAWER}.own").unlink()


def cut_file(drawers: Path, keyring: Keyring) -> None:
    path = drawers / f"{DRAWER}.own"
    path.write_bytes(path.read_bytes()[:-1])


def another_workspace(drawers: Path, keyring: Keyring) -> None:
    path = drawers / f"{DRAWER}.own"
    path.write_bytes(b"PDO1" + bytes(16) + path.read_bytes()[20:])


def another_drawer(drawers: Path, keyring: Keyring) -> None:
    (drawers / f"{DRAWER}.own").rename(drawers / f"{OTHER}.own")


def not_a_drawer(drawers: Path, keyring: Keyring) -> None:
    (drawers / f"{DRAWER}.own").rename(drawers / "what.own")


def a_folder(drawers: Path, keyring: Keyring) -> None:
    (drawers / f"{DRAWER}.own").unlink()
    (drawers / f"{DRAWER}.own").mkdir()


@pytest.mark.parametrize(
    "what",
    [lose_entry, change_entry, spoil_entry, swap_entry, lock_keyring, lose_file, cut_file,
     another_workspace, another_drawer, not_a_drawer, a_folder],
)  # fmt: skip
def test_whatever_goes_wrong_asks_for_the_password(own, drawers, keyring, what) -> None:
    own.remember(DRAWER, KEY, shared=False)
    what(drawers, keyring)
    with pytest.raises(AskForPassword, match="Nothing is lost"):
        own.open()


def test_a_damaged_bit_is_noticed(own, drawers) -> None:
    own.remember(DRAWER, KEY, shared=False)
    path = drawers / f"{DRAWER}.own"
    good = path.read_bytes()
    for at in range(len(good)):
        bad = bytearray(good)
        bad[at] ^= 1
        path.write_bytes(bytes(bad))
        with pytest.raises(AskForPassword):
            own.open()


def test_forgetting(own, drawers, keyring) -> None:
    own.remember(DRAWER, KEY, shared=False)
    own.forget()
    assert not is_there(drawers)
    assert not keyring.entries
    own.forget()


def test_forgetting_needs_no_keyring(own, drawers, keyring) -> None:
    own.remember(DRAWER, KEY, shared=False)
    keyring.breaks = {"delete"}
    own.forget()
    assert not is_there(drawers)
    with pytest.raises(AskForPassword):
        own.open()


def test_a_new_password_ends_it(workspace, keyring, tiny_kdf) -> None:
    accounts = Accounts(workspace, WORKSPACE_ID, tiny_kdf)
    opened = accounts.create("Ana", "fifteen letters or more")
    own = OwnComputer(workspace, WORKSPACE_ID, lambda: keyring)
    own.remember(opened.drawer_id, opened.key, shared=False)
    assert accounts.sign_in("Ana", "fifteen letters or more").key == own.open().key
    accounts.change_password(opened, "Ana", "another fifteen letters")
    assert own.drawer_id() is None


def test_a_drawer_that_is_erased_takes_it_along(workspace, keyring, tiny_kdf) -> None:
    accounts = Accounts(workspace, WORKSPACE_ID, tiny_kdf)
    opened = accounts.create("Ana", "fifteen letters or more")
    own = OwnComputer(workspace, WORKSPACE_ID, lambda: keyring)
    own.remember(opened.drawer_id, opened.key, shared=False)
    accounts.forget(opened.drawer_id)
    assert own.drawer_id() is None


# Which keyring


class Good:
    priority = 5
    __module__ = "a_module"
    __qualname__ = "Good"

    def __init__(self) -> None:
        self.persist = "enterprise"


class Plain(Good):
    __qualname__ = "Good"

    def __init__(self) -> None:
        raise AssertionError("never made")


class Broken:
    __module__ = "a_module"
    __qualname__ = "Broken"

    @property
    def priority(self) -> float:
        raise AssertionError("not asked of the class")

    def __init__(self) -> None:
        raise RuntimeError("no service")


@pytest.fixture
def a_module(monkeypatch) -> type:
    class Module:
        pass

    Module.Good = Good
    Module.Broken = Broken
    Module.Impostor = Good
    monkeypatch.setitem(sys.modules, "a_module", Module)
    return Module


def test_the_first_allowed_one_that_works(a_module) -> None:
    allowed = ("nowhere.Keyring", "a_module.Missing", "a_module.Broken", "a_module.Good")
    found = find_keyring(allowed, {})
    assert isinstance(found, Good)
    assert found.persist == "local machine"


def test_one_that_says_it_is_another_is_not_used(a_module) -> None:
    assert find_keyring(("a_module.Impostor",), {}) is None


def test_one_that_cannot_persist_is_left_as_it_is(a_module, monkeypatch) -> None:
    class Simple:
        priority = 1
        __module__ = "a_module"
        __qualname__ = "Simple"

    monkeypatch.setattr(a_module, "Simple", Simple, raising=False)
    assert isinstance(find_keyring(("a_module.Simple",), {}), Simple)


def test_no_secret_goes_over_a_network(a_module) -> None:
    env = {"DBUS_SESSION_BUS_ADDRESS": "tcp:host=192.0.2.1,port=9"}
    assert find_keyring(("a_module.Good",), env) is None


def test_only_keyrings_of_the_system_are_allowed() -> None:
    for name in ALLOWED:
        assert name.startswith("keyring.backends.")
        assert not any(word in name for word in ("null", "fail", "chainer", "alt", "file"))


def test_configuration_and_environment_choose_nothing(tmp_path: Path) -> None:
    """The package would take a plain text backend from either; we never ask it to choose."""
    home = tmp_path / "home"
    (home / "python_keyring").mkdir(parents=True)
    words = "[backend]\ndefault-keyring=evil.Keyring\nkeyring-path=" + str(tmp_path)
    (home / "python_keyring" / "keyringrc.cfg").write_text(words)
    (tmp_path / "evil.py").write_text("raise SystemExit('imported')\n")
    env = {
        **os.environ,
        "XDG_CONFIG_HOME": str(home),
        "XDG_DATA_HOME": str(home),
        "PYTHON_KEYRING_BACKEND": "evil.Keyring",
        "DBUS_SESSION_BUS_ADDRESS": f"unix:path={tmp_path / 'none'}",
    }
    code = "from peerdesk.safe.own_computer import find_keyring; print(find_keyring())"
    command = [sys.executable, "-c", code]
    root = Path(__file__).parents[2]
    said = subprocess.run(command, env=env, cwd=root, capture_output=True, text=True, timeout=60)
    assert said.stdout.strip() == "None", said.stderr


def test_keyring_is_imported_only_when_it_is_asked() -> None:
    code = (
        "import sys, peerdesk.safe.own_computer; "
        "print([m for m in sys.modules if m.split('.')[0] in ('keyring', 'nacl')])"
    )
    root = Path(__file__).parents[2]
    command = [sys.executable, "-c", code]
    said = subprocess.run(command, cwd=root, capture_output=True, text=True, timeout=60)
    assert said.stdout.strip() == "[]"
