"""When somebody leaves: their drawer goes with them as one file, or is erased.

The file is a zip that holds ``drawer.safe`` and ``drawer.key`` as they are, stored, not compressed:
it is locked by the same password as here, names nobody, and no size in it can lie. "Bring my own
place" makes a drawer of it on another computer.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import zipfile
from collections.abc import Iterator
from pathlib import Path

from peerdesk.core.errors import KnownError
from peerdesk.core.ids import new_file_id
from peerdesk.core.text import translate
from peerdesk.features.keys.errors import LastOne, NotAPlace, PlaceLocked
from peerdesk.features.keys.facilitators import Facilitators
from peerdesk.features.keys.service import KeysService
from peerdesk.features.keys.signed_in import SignedIn
from peerdesk.safe import files, keyfile, orphans, seals, words
from peerdesk.safe.accounts import Opened
from peerdesk.store import erased
from peerdesk.store.cabinet import Keyholder
from peerdesk.store.connection import Connection, Damaged, backup, connect
from peerdesk.store.drawer import Identity
from peerdesk.store.glance import SQLITE_ERRORS

SAFE, KEY = "drawer.safe", "drawer.key"
MOST_BYTES = 2**31
_UNREADABLE: tuple[type[Exception], ...] = (*SQLITE_ERRORS, Damaged)
_TABLES = {"preference", "identity", "cabinet_pass", "note"}


class Handover(Facilitators):
    """Verbs of somebody who leaves, or comes. ``given_back``: the groups that were given back, as
    (group uid, file id, key of now), so that copies can be brought under these keys."""

    given_back: tuple[tuple[bytes, str, bytes], ...] = ()

    # -- leaving -----------------------------------------------------------------------------

    def leave_groups(self, signed_in: SignedIn) -> SignedIn:
        """Give back every group: each gets a new key that is not made out to this person.

        Raises LastOne before anything is changed, and the KnownErrors of writing; doing it again
        goes on where it stopped.
        """
        with self._drawer(signed_in.drawer_id, signed_in.drawer_key):
            own = {bytes(row.public_key) for row in Identity.select()}
        mine: list[tuple[bytes, bytes]] = []
        for group_uid, file_id, key in signed_in.cabinets:
            with self._cabinet(file_id, key):
                rows = {bytes(row.uid): bytes(row.public_key) for row in Keyholder.select()}
            mine += [(group_uid, uid) for uid, public in rows.items() if public in own]
            if own.issuperset(rows.values()):
                raise LastOne
        for group_uid, uid in mine:
            now = self.remove(signed_in, group_uid, uid).signed_in
            self.given_back += tuple(one for one in now.cabinets if one[0] == group_uid)
        with self._drawer(signed_in.drawer_id, signed_in.drawer_key) as drawer:
            drawer.database.connection().execute("DELETE FROM cabinet_pass")
        return SignedIn(signed_in.drawer_id, signed_in.drawer_key)

    def take_along(self, signed_in: SignedIn, target: Path) -> None:
        """Write the drawer of ``signed_in`` as one file, and read it back.

        Raises the KnownErrors of reading and writing; then there is no file.
        """
        path = self._workspace.drawer(signed_in.drawer_id)
        copy = target.with_name(f".{target.name}.safe")
        part = target.with_name(f".{target.name}.part")
        try:
            with files.plain_words(target):
                source = connect(path, signed_in.drawer_key, read_only=True)
                try:
                    backup(source, copy, signed_in.drawer_key)
                finally:
                    source.close()
                key = path.with_suffix(".key").read_bytes()
                with zipfile.ZipFile(part, "w", zipfile.ZIP_STORED) as made:
                    made.write(copy, SAFE)
                    made.writestr(KEY, key)
                with part.open("r+b") as file:
                    os.fsync(file.fileno())
                with _opened(part) as back:
                    whole = back.testzip() is None and back.read(KEY) == key
                if not whole:
                    raise NotAPlace(target.name)
                os.replace(part, target)
                files.sync_folder(target.parent)
        finally:
            for left in (copy, part):
                with contextlib.suppress(OSError):
                    left.unlink(missing_ok=True)

    def erase(self, signed_in: SignedIn) -> None:
        """The drawer, its key and the copies beside it are gone, for good; the shelf's list of
        what was erased keeps a copy from bringing them back.

        Groups are given back first (:meth:`leave_groups`). Raises the KnownErrors of writing.
        """
        uid = bytes.fromhex(signed_in.drawer_id)
        with self._shelf() as shelf, shelf.operation(translate("Keys", "Erase a place")):
            raw = shelf.database.connection()
            erased.write_erased(raw, uid, erased.DRAWER, self._clock.now_ms())
        self._forget(signed_in.drawer_id)

    # -- coming ------------------------------------------------------------------------------

    def bring(self, source: Path, name: str, password: str) -> SignedIn:
        """A drawer from a file that was taken along, under a new key; name and password stay, the
        personal sheet does not. Takes seconds.

        Raises NotAPlace, PlaceLocked, AlreadyTaken, KnownError for one from a newer PeerDesk, and
        those of reading and writing; then nothing was changed.
        """
        new_id, new_key = new_file_id(), seals.new_key()
        path = self._workspace.drawer(new_id)
        arriving = path.with_suffix(".arriving")
        accounts = self._accounts()
        files.make_folder(path.parent)
        try:
            with files.plain_words(source), _opened(source) as packed:
                old_key = self._unlock(packed.read(KEY), source, name, password)
                with packed.open(SAFE) as there, arriving.open("wb") as here:
                    shutil.copyfileobj(there, here)
            with orphans.making:
                self._copy(arriving, old_key, path, new_key, source)
                with self._drawer(new_id, new_key) as drawer:
                    self._drop_passes(drawer.database.connection())
                accounts.rewrap(Opened(new_id, new_key, path), name, password)
        except BaseException:
            self._forget(new_id)
            raise
        finally:
            for suffix in ("", "-wal", "-shm"):
                with contextlib.suppress(OSError):
                    arriving.with_name(arriving.name + suffix).unlink(missing_ok=True)
        opened = Opened(new_id, new_key, path)
        return KeysService(self._workspace, self._kdf, self._clock).look_round(opened)

    # -- inside ------------------------------------------------------------------------------

    def _unlock(self, data: bytes, source: Path, name: str, password: str) -> bytes:
        workspace_id = data[4 : 4 + 16]
        try:
            kept = keyfile.parse(data, KEY, workspace_id, self._kdf.bounds)
        except keyfile.KeyFileDamaged as error:
            raise NotAPlace(source.name) from error
        secret = self._kdf.derive(name, words.canonical(password), kept.salt, kept.params)
        key = keyfile.unwrap(secret, kept.header, kept.by_password)
        if key is None:
            raise PlaceLocked
        return key

    @staticmethod
    def _copy(arriving: Path, old_key: bytes, path: Path, new_key: bytes, source: Path) -> None:
        try:
            there = connect(arriving, old_key)
        except Damaged as error:
            raise NotAPlace(source.name) from error
        try:
            rows = there.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
            if not {name for (name,) in rows} >= _TABLES:
                raise NotAPlace(source.name)
            backup(there, path, new_key)
        except _UNREADABLE as error:
            raise NotAPlace(source.name) from error
        finally:
            there.close()

    def _drop_passes(self, drawer: Connection) -> None:
        """Ways to groups that are not here lead nowhere."""
        rows = drawer.execute("SELECT id, file_id FROM cabinet_pass").fetchall()
        for number, file_id in rows:
            if not self._workspace.seals(str(file_id)).exists():
                drawer.execute("DELETE FROM cabinet_pass WHERE id = ?", (number,))


@contextlib.contextmanager
def _opened(path: Path) -> Iterator[zipfile.ZipFile]:
    """The zip at ``path``, which holds the two files and nothing else, neither of them packed."""
    try:
        with files.open_plain(path) as file, zipfile.ZipFile(file) as packed:
            infos = {info.filename: info for info in packed.infolist()}
            plain = all(
                info.compress_type == zipfile.ZIP_STORED
                and info.file_size == info.compress_size
                and not info.flag_bits & 1
                and info.file_size <= MOST_BYTES
                for info in infos.values()
            )
            if (
                set(infos) != {SAFE, KEY}
                or len(packed.infolist()) != 2
                or not plain
                or infos[KEY].file_size != keyfile.LENGTH
            ):
                raise NotAPlace(path.name)
            yield packed
    except KnownError:
        raise
    except (zipfile.BadZipFile, EOFError, NotImplementedError, ValueError, RuntimeError) as error:
        raise NotAPlace(path.name) from error
