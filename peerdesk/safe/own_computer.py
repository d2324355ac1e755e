"""Opening without a password on a computer that is one's own, through the system's keyring.

Off unless somebody asks for it. The keyring keeps 64 random bytes; ``drawers/<id>.own`` keeps the
drawer's key wrapped by them. Neither opens anything without the other, so taking the file away is
enough to end it even when the keyring does not answer, and a copy of the folder opens nothing.
Losing either loses nothing: the password is always the way in.

``<id>.own``, always 124 bytes: magic PDO1, workspace id 16, wrap 104 as in ``keyfile``; associated
data: magic, workspace id, the 16 bytes of the drawer's id.

The keyring is asked for by class, never through ``keyring.get_keyring()``: that one also takes
backends from a configuration file or the environment, plain text files among them. Everything that
asks it may wait for the person to unlock the keyring: call it from a job.
"""

from __future__ import annotations

import base64
import contextlib
import os
from collections.abc import Callable, Mapping
from importlib import import_module
from pathlib import Path
from typing import Protocol

from peerdesk.core.errors import KnownError
from peerdesk.core.text import translate
from peerdesk.safe import files, keyfile
from peerdesk.safe.accounts import Opened

MAGIC = b"PDO1"
SUFFIX = ".own"
SERVICE = "PeerDesk"
LENGTH = len(MAGIC) + 16 + keyfile.WRAP_BYTES
SECRET_BYTES = 64
ALLOWED = (
    "keyring.backends.Windows.WinVaultKeyring",
    "keyring.backends.macOS.Keyring",
    "keyring.backends.SecretService.Keyring",
    "keyring.backends.kwallet.DBusKeyring",
)
"""The only ones ever used: keyrings of the system itself, opened by the sign-in to the computer."""


class Keyring(Protocol):
    """What we need of a keyring."""

    def get_password(self, service: str, username: str) -> str | None: ...

    def set_password(self, service: str, username: str, password: str) -> None: ...

    def delete_password(self, service: str, username: str) -> None: ...


class NoKeyring(KnownError):
    """None of the allowed keyrings is there."""

    def __init__(self) -> None:
        super().__init__(
            translate(
                "Safe",
                "This computer has no keyring of its own that PeerDesk trusts. Nothing was "
                "changed. Please go on with your password.",
            )
        )


class DidNotKeep(KnownError):
    """The keyring refused, or gave back something other than what it was given."""

    def __init__(self) -> None:
        super().__init__(
            translate(
                "Safe",
                "The keyring of this computer did not keep what PeerDesk gave it. Nothing was "
                "changed. Please go on with your password.",
            )
        )


class NotYourOwn(KnownError):
    """Others use this computer too."""

    def __init__(self) -> None:
        super().__init__(
            translate(
                "Safe",
                "Others use this computer too, so PeerDesk always asks for the password here. "
                "Nothing was changed.",
            )
        )


class AskForPassword(KnownError):
    """The keyring does not open the drawer now."""

    def __init__(self) -> None:
        super().__init__(
            translate(
                "Safe",
                "The keyring of this computer did not open your place. Nothing is lost. Please "
                "sign in with your name and password.",
            )
        )


def find_keyring(
    allowed: tuple[str, ...] = ALLOWED, env: Mapping[str, str] = os.environ
) -> Keyring | None:
    """The first allowed keyring that works here. Imports the package ``keyring``."""
    address = env.get("DBUS_SESSION_BUS_ADDRESS", "unix:")
    if not address.startswith("unix:"):
        return None  # a bus over a network would carry the secret
    for name in allowed:
        module, _, kind = name.rpartition(".")
        # What a backend raises where it cannot work is its own affair.
        with contextlib.suppress(Exception):
            found = getattr(import_module(module), kind)
            if f"{found.__module__}.{found.__qualname__}" != name or not found.priority:
                continue
            made: Keyring = found()
            if hasattr(made, "persist"):
                made.persist = "local machine"  # Windows: not on every computer of a domain
            return made
    return None


def is_there(drawers: Path) -> bool:
    """Whether somebody may open without a password here; asks no keyring."""
    return any(drawers.glob("*" + SUFFIX))


class OwnComputer:
    """The one drawer of a workspace that opens without a password. ``find`` gives a keyring."""

    def __init__(
        self,
        workspace: Path,
        workspace_id: bytes,
        find: Callable[[], Keyring | None] = find_keyring,
    ) -> None:
        self._drawers = workspace / "drawers"
        self._workspace_id = workspace_id
        self._find = find

    def drawer_id(self) -> str | None:
        """The drawer that opens without a password; asks no keyring."""
        paths = sorted(self._drawers.glob("*" + SUFFIX))
        return paths[0].stem if paths else None

    def remember(self, drawer_id: str, key: bytes, *, shared: bool) -> None:
        """From now on ``drawer_id`` opens without a password; whatever did before no longer does.

        Raises :class:`NotYourOwn`, :class:`NoKeyring`, :class:`DidNotKeep`, and the KnownErrors of
        writing; then nothing opens without a password.
        """
        if shared:
            raise NotYourOwn
        keyring = self._find()
        if keyring is None:
            raise NoKeyring
        self.forget()
        secret = os.urandom(SECRET_BYTES)
        words = base64.b64encode(secret).decode("ascii")
        try:
            keyring.set_password(SERVICE, self._user, words)
            kept = keyring.get_password(SERVICE, self._user) == words
        except Exception as error:
            raise DidNotKeep from error
        if not kept:
            self._forget_in(keyring)
            raise DidNotKeep
        header = MAGIC + self._workspace_id
        box = keyfile.wrap(secret, header + bytes.fromhex(drawer_id), key)
        try:
            files.write_durably(self._path(drawer_id), header + box)
        except KnownError:
            self._forget_in(keyring)
            raise

    def open(self) -> Opened:
        """The drawer, without a password. Raises :class:`AskForPassword`, whatever went wrong."""
        drawer_id = self.drawer_id()
        keyring = self._find() if drawer_id is not None else None
        if drawer_id is None or keyring is None:
            raise AskForPassword
        try:
            words = keyring.get_password(SERVICE, self._user) or ""
            secret = base64.b64decode(words, validate=True)
            with files.open_plain(self._path(drawer_id)) as file:
                data = file.read(LENGTH + 1)
            bound = MAGIC + self._workspace_id + bytes.fromhex(drawer_id)
        except Exception as error:  # whatever a keyring raises, or gives back
            raise AskForPassword from error
        if len(secret) != SECRET_BYTES or len(data) != LENGTH or data[:20] != bound[:20]:
            raise AskForPassword
        key = keyfile.unwrap(secret, bound, data[20:])
        if key is None:
            raise AskForPassword
        return Opened(drawer_id, key, self._drawers / f"{drawer_id}.safe")

    def forget(self) -> None:
        """Nothing opens without a password any more. Raises the KnownErrors of the file alone:
        without it, what the keyring still keeps opens nothing."""
        was_there = False
        for path in self._drawers.glob("*" + SUFFIX):
            was_there = True
            with files.plain_words(path):
                path.unlink(missing_ok=True)
        if was_there:
            files.sync_folder(self._drawers)
            self.forget_keyring()

    def forget_keyring(self) -> None:
        """Take our entry out of the keyring, if it lets us; nothing rests on it."""
        keyring = self._find()
        if keyring is not None:
            self._forget_in(keyring)

    # Inside

    @property
    def _user(self) -> str:
        """One entry for each workspace; it names nobody."""
        return self._workspace_id.hex()

    def _path(self, drawer_id: str) -> Path:
        return self._drawers / f"{drawer_id}{SUFFIX}"

    def _forget_in(self, keyring: Keyring) -> None:
        with contextlib.suppress(Exception):
            keyring.delete_password(SERVICE, self._user)
