"""Who may open which drawer: signing in, new people, new passwords, personal sheets.

All key files of a workspace share one salt, and at most two sets of Argon2id parameters are in use
at any time, so a sign-in derives once or twice and then tries every file (SECURITY.md, Keys).
Every method that derives takes about a second or two: call it from a job, not from a click.
"""

from __future__ import annotations

import contextlib
import os
import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path

from peerdesk.core.errors import KnownError
from peerdesk.core.ids import new_file_id
from peerdesk.safe import files, keyfile, orphans, words
from peerdesk.safe.errors import (
    AlreadyTaken,
    NameMissing,
    WeakPassword,
    WrongNameOrPassword,
    WrongSheet,
)
from peerdesk.safe.found import MOST_DERIVATIONS, Found, Price
from peerdesk.safe.kdf import Kdf, KdfParams
from peerdesk.safe.keyfile import KeyFile, KeyFileDamaged

__all__ = [
    "Accounts",
    "AlreadyTaken",
    "KeyFileDamaged",
    "NameMissing",
    "Opened",
    "WeakPassword",
    "WrongNameOrPassword",
    "WrongSheet",
]

_KEY = re.compile(r"[0-9a-f]{32}\.key")
_CLEARLY_MORE = 1.5

Sheet = Callable[[bytes], bytes]
"""Makes the wrap by personal sheet for a given sheet header."""


@dataclass(frozen=True)
class Opened:
    """A drawer whose key is known. ``path`` is its ``.safe`` file, which may not exist yet."""

    drawer_id: str
    key: bytes = field(repr=False)
    path: Path


class Accounts:
    """The key files in ``workspace/drawers``; ``workspace_id`` is 16 bytes."""

    def __init__(self, workspace: Path, workspace_id: bytes, kdf: Kdf) -> None:
        self._drawers = workspace / "drawers"
        self._workspace_id = workspace_id
        self._kdf = kdf

    # What is there

    def drawer_ids(self) -> tuple[str, ...]:
        """Every drawer that has a key file, readable or not."""
        return tuple(path.stem for path in self._key_paths())

    def damaged(self) -> tuple[str, ...]:
        """File names of the key files that cannot be read, for the self-test and the help page."""
        return self._look().damaged

    def set_aside(self) -> list[Path]:
        """Move every ``.safe`` that has no ``.key`` to ``drawers/aside`` and return the new paths.

        One whose key file came back is moved back. Nothing is ever deleted. Raises KnownError.
        """
        return orphans.set_aside(self._drawers)

    def aside(self) -> tuple[str, ...]:
        """The drawers of which something was set aside. Raises KnownError."""
        return orphans.ids(self._drawers)

    # Signing in

    def sign_in(self, name: str, password: str) -> Opened:
        """The drawer that name and password open.

        Raises :class:`WrongNameOrPassword`; :class:`KeyFileDamaged` instead, when a key file could
        not be tried, because the right one may be among those; ``kdf.NotEnoughMemory``.
        """
        found = self._look()
        secrets = self._derive(found, name, password)
        opened = self._try_all(found, secrets)
        if opened is None:
            if unknown := found.damaged + found.left_out():
                raise KeyFileDamaged(*unknown)
            raise WrongNameOrPassword
        # Old parameters are left behind as soon as the password is at hand. On a full or read-only
        # drive that can wait: being able to sign in matters more.
        with contextlib.suppress(KnownError):
            self._bring_up_to_date(found.files[opened.drawer_id], opened, secrets)
        return opened

    def open_with_sheet(self, sheet_secret: bytes) -> Opened:
        """The drawer whose personal sheet this is; its owner then chooses a new password.

        Raises :class:`WrongSheet`, or :class:`KeyFileDamaged` when a file could not be tried.
        """
        found = self._look()
        for drawer_id, keys in found.files.items():
            secret = keyfile.sheet_wrap_secret(sheet_secret, keys.sheet_header)
            key = keyfile.unwrap(secret, keys.sheet_header, keys.by_sheet)
            if key is not None:
                return self._opened(drawer_id, key)
        if found.damaged:
            raise KeyFileDamaged(*found.damaged)
        raise WrongSheet

    # Changing

    def create(self, name: str, password: str, sheet_secret: bytes | None = None) -> Opened:
        """A new drawer with a new random key; its key file is written, its ``.safe`` is not yet.

        The first one in a workspace is calibrated on this computer. Raises :class:`NameMissing`,
        :class:`WeakPassword`, :class:`AlreadyTaken`, and the KnownErrors of writing.
        """
        opened = self._opened(new_file_id(), os.urandom(keyfile.KEY_BYTES))
        found = self._look()
        self._write(opened, found, found.salt(), _new_sheet(opened, sheet_secret), name, password)
        return opened

    def change_password(self, opened: Opened, name: str, new_password: str) -> None:
        """Wrap the same drawer key under a new name or password; the personal sheet stays good.

        If someone may know the old password, give the drawer a new key (``store``) and call
        :meth:`rewrap` with it instead: old backups hold the old wrap. A key file that is lost or
        damaged is made again, without a personal sheet. Raises as :meth:`create`.
        """
        found = self._look()
        keys = found.files.get(opened.drawer_id)
        salt = keys.salt if keys else found.salt()

        def sheet(header: bytes) -> bytes:
            return keys.by_sheet if keys and keys.sheet_header == header else keyfile.unused_wrap()

        self._write(opened, found, salt, sheet, name, new_password)

    def rewrap(
        self, opened: Opened, name: str, password: str, sheet_secret: bytes | None = None
    ) -> None:
        """Write the whole key file again for ``opened.key``, which may be a new one.

        Without ``sheet_secret`` every older personal sheet stops working. Raises as :meth:`create`.
        """
        found = self._look()
        self._write(opened, found, found.salt(), _new_sheet(opened, sheet_secret), name, password)

    def give_sheet(self, opened: Opened, sheet_secret: bytes) -> None:
        """Wrap the drawer key by a new personal sheet; the password stays as it is.

        Raises :class:`KeyFileDamaged` when the key file is gone, and the KnownErrors of writing.
        """
        path = self._key_path(opened.drawer_id)
        keys = keyfile.read(path, self._workspace_id, self._kdf.bounds)
        by_sheet = _new_sheet(opened, sheet_secret)(keys.sheet_header)
        keyfile.write(path, replace(keys, by_sheet=by_sheet))

    def forget(self, drawer_id: str) -> None:
        """Delete the key file and then the drawer it opened, also what was set aside of it. This
        cannot be undone.

        The key goes first: stopped half-way, what is left cannot be opened. Raises KnownError.
        """
        path = self._key_path(drawer_id)
        with files.plain_words(path):
            path.unlink(missing_ok=True)
            self._ask_again(drawer_id)
            files.sync_folder(self._drawers)
            for suffix in orphans.SUFFIXES:
                self._safe_path(drawer_id, suffix).unlink(missing_ok=True)
            for left in orphans.every(self._drawers, drawer_id):
                left.unlink(missing_ok=True)
            files.sync_folder(self._drawers)

    # Inside

    def _key_path(self, drawer_id: str) -> Path:
        return self._drawers / f"{drawer_id}.key"

    def _safe_path(self, drawer_id: str, suffix: str = "") -> Path:
        return self._drawers / f"{drawer_id}.safe{suffix}"

    def _opened(self, drawer_id: str, key: bytes) -> Opened:
        return Opened(drawer_id, key, self._safe_path(drawer_id))

    def _key_paths(self) -> list[Path]:
        """In the order of their random names, so that it tells nothing."""
        return [
            self._drawers / name for name in files.names_in(self._drawers) if _KEY.fullmatch(name)
        ]

    def _look(self) -> Found:
        readable: dict[str, KeyFile] = {}
        damaged: list[str] = []
        for path in self._key_paths():
            try:
                keys = keyfile.read(path, self._workspace_id, self._kdf.bounds)
            except KeyFileDamaged:
                damaged.append(path.name)
                continue
            # None of ours is so cheap: it was put there so that the next one would be.
            planted = keys.params.passes < self._kdf.start.passes
            damaged += [path.name] if planted else []
            readable |= {} if planted else {path.stem: keys}
        return Found(readable, tuple(damaged))

    def _derive(self, found: Found, name: str, password: str) -> dict[Price, bytes]:
        """Always all of them, so that a hit and a miss take the same time."""
        typed = words.canonical(password)
        return {price: self._kdf.derive(name, typed, *price) for price in found.prices()}

    def _try_all(self, found: Found, secrets: dict[Price, bytes]) -> Opened | None:
        opened = None
        for drawer_id, keys in found.files.items():
            secret = secrets.get((keys.salt, keys.params))
            key = keyfile.unwrap(secret, keys.header, keys.by_password) if secret else None
            if key is not None and opened is None:
                opened = self._opened(drawer_id, key)
        return opened

    def _bring_up_to_date(self, keys: KeyFile, opened: Opened, secrets: dict[Price, bytes]) -> None:
        # Under the same salt only: the sheet wrap is bound to it.
        best = max((p for salt, p in secrets if salt == keys.salt), key=_by_cost)
        if best != keys.params:
            anew = replace(keys, params=best)
            wrapped = keyfile.wrap(secrets[keys.salt, best], anew.header, opened.key)
            keyfile.write(self._key_path(opened.drawer_id), replace(anew, by_password=wrapped))

    def _write(
        self, opened: Opened, found: Found, salt: bytes, sheet: Sheet, name: str, password: str
    ) -> None:
        if not name.strip():
            raise NameMissing
        if not words.strength_ok(password):
            raise WeakPassword
        others = found.without(opened.drawer_id)
        secrets = self._derive(others, name, password)
        if self._try_all(others, secrets) is not None:
            raise AlreadyTaken
        price = self._choose(others, salt, follow=opened.drawer_id in found.files)
        if price not in secrets:
            secrets[price] = self._kdf.derive(name, words.canonical(password), *price)
        keys = KeyFile(self._workspace_id, *price, by_password=b"", by_sheet=b"")
        keys = replace(
            keys,
            by_password=keyfile.wrap(secrets[price], keys.header, opened.key),
            by_sheet=sheet(keys.sheet_header),
        )
        files.make_folder(self._drawers)
        self._ask_again(opened.drawer_id)
        keyfile.write(self._key_path(opened.drawer_id), keys)

    def _ask_again(self, drawer_id: str) -> None:
        """What opened this drawer without a password (``own_computer``) no longer does."""
        path = self._drawers / f"{drawer_id}.own"
        with files.plain_words(path):
            path.unlink(missing_ok=True)

    def _choose(self, others: Found, salt: bytes, follow: bool) -> Price:
        """What the next wrap is derived for; never a third price beside those of ``others``.

        ``follow``: a change of password is the moment to follow a faster computer, upwards only
        while others depend on what is there.
        """
        prices = others.prices()
        if not prices:
            return salt, self._kdf.calibrate()
        if len(prices) == MOST_DERIVATIONS:
            # Another salt than ours costs the personal sheet; a third price would cost the way in.
            return max(prices, key=lambda price: (price[0] == salt, _by_cost(price[1])))
        dearest = prices[0][1]
        if follow:
            calibrated = self._kdf.calibrate()
            if calibrated.cost >= dearest.cost * _CLEARLY_MORE:
                return salt, calibrated
        return salt, dearest


def _by_cost(params: KdfParams) -> tuple[int, KdfParams]:
    return params.cost, params


def _new_sheet(opened: Opened, sheet_secret: bytes | None) -> Sheet:
    def sheet(header: bytes) -> bytes:
        if sheet_secret is None:
            return keyfile.unused_wrap()
        secret = keyfile.sheet_wrap_secret(sheet_secret, header)
        return keyfile.wrap(secret, header, opened.key)

    return sheet
