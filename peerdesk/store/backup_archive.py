"""One copy of everything: a zip that stores its members as they are, and a manifest.

The manifest says the form, when the copy was made, the random id of the workspace, and of every
member its name, kind, size and SHA-256; no names of people, no counts. Members bear the names
they have in the workspace. ``at`` is the moment (UTC milliseconds) up to which what was erased is
gone from a member; cleaning an older copy moves it on.

A copy may come from anywhere, so nothing in it is believed: only stored members (nothing to blow
up), only the names a workspace has (nowhere to escape to), each once, together no larger than the
file, and every byte compared with its hash before it is used.
"""

from __future__ import annotations

import contextlib
import errno
import hashlib
import json
import os
import re
import struct
import zipfile
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from peerdesk.safe import files
from peerdesk.store.backup_errors import BadCopy, DriveGone, MayNotWrite, NewerCopy, copying_to
from peerdesk.store.backup_names import kind_of

FORMAT = 1
MANIFEST = "manifest.json"
MOST_MEMBERS = 2_000
MOST_MANIFEST = 1024 * 1024
CHUNK = 1024 * 1024
_END = struct.Struct("<4s4H2IH")
_EPOCH = (1980, 1, 1, 0, 0, 0)
Check = Callable[[], object]


def no_check() -> None:
    """For whoever cannot be cancelled."""


@dataclass(frozen=True)
class Member:
    """One file of a copy; ``at`` as in the manifest."""

    name: str
    size: int
    sha256: str
    at: int

    @property
    def kind(self) -> str:
        """shelf, cabinet, seals, drawer or key."""
        return kind_of(self.name)


@dataclass(frozen=True)
class Source:
    """A file that goes into a copy under ``name``."""

    name: str
    path: Path
    at: int


def write(
    target: Path, sources: Iterable[Source], workspace_id: bytes, made_at: int, check: Check
) -> int:
    """Write a copy to ``target`` whole or not at all, and read every byte of it back.

    Returns its size. Raises NoRoomForCopy, MayNotWrite or DriveGone, or what ``check`` raises.
    """
    part = target.with_name(f".{target.name}.part")
    with copying_to(target.parent):
        try:
            with part.open("w+b") as file:
                _fill(file, sources, workspace_id, made_at, check)
                file.flush()
                os.fsync(file.fileno())
                _forget_pages(file)
            try:
                with Archive(part) as archive:
                    archive.verify(check)
            except BadCopy as error:
                raise DriveGone from error
            size = part.stat().st_size
            os.replace(part, target)
        except BaseException:
            with contextlib.suppress(OSError):
                part.unlink(missing_ok=True)
            raise
        files.sync_folder(target.parent)
    return size


def _fill(
    file: BinaryIO, sources: Iterable[Source], workspace_id: bytes, made_at: int, check: Check
) -> None:
    members = []
    with zipfile.ZipFile(file, "w", zipfile.ZIP_STORED) as archive:
        for source in sources:
            digest, size = hashlib.sha256(), 0
            info = zipfile.ZipInfo(source.name, _EPOCH)
            with source.path.open("rb") as data, archive.open(info, "w") as out:
                while chunk := data.read(CHUNK):
                    check()
                    out.write(chunk)
                    digest.update(chunk)
                    size += len(chunk)
            members.append(
                {
                    "name": source.name,
                    "kind": kind_of(source.name),
                    "size": size,
                    "sha256": digest.hexdigest(),
                    "at": source.at,
                }
            )
        manifest = {
            "format": FORMAT,
            "made_at": made_at,
            "workspace": workspace_id.hex(),
            "members": members,
        }
        archive.writestr(zipfile.ZipInfo(MANIFEST, _EPOCH), json.dumps(manifest, indent=1))


def _forget_pages(file: BinaryIO) -> None:
    """So that reading back asks the drive, where the system can be told so."""
    advise = getattr(os, "posix_fadvise", None)
    if advise is not None:  # pragma: no branch (Linux has it)
        with contextlib.suppress(OSError):
            advise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)


class Archive:
    """A copy that is being read. ``made_at``, ``workspace_id`` and ``members`` come from its
    manifest, which opening has checked; hashes are compared by :meth:`verify` or on the way out.

    Raises BadCopy, NewerCopy, or DriveGone when it cannot be reached.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        try:
            with copying_to(path.parent):
                if path.exists() and not path.is_file():  # a pipe would let us wait for ever
                    raise BadCopy(path)
                self._file = path.open("rb")
        except MayNotWrite as error:  # here it is reading that is not allowed
            raise BadCopy(path) from error
        try:
            with self._trouble():
                self._open()
        except BaseException:
            self._file.close()
            raise

    def __enter__(self) -> Archive:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file."""
        self._zip.close()
        self._file.close()

    def verify(self, check: Check = no_check) -> None:
        """Compare every byte with its hash."""
        for member in self.members.values():
            for _ in self._read(member, check):
                pass

    def extract(self, name: str, target: Path, check: Check = no_check) -> None:
        """Write one member to ``target``, made to last. Raises also the errors of writing."""
        with copying_to(target.parent):
            target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            with target.open("wb") as file:
                for chunk in self._read(self.members[name], check):
                    file.write(chunk)
                file.flush()
                os.fsync(file.fileno())

    def _open(self) -> None:
        size = self._file.seek(0, os.SEEK_END)
        self._file.seek(max(0, size - _END.size))
        end = self._file.read(_END.size)
        # What the directory claims is known before Python reads it into memory.
        if len(end) != _END.size:
            raise BadCopy(self.path)
        magic, _, _, count, _, directory, _, comment = _END.unpack(end)
        if magic != b"PK\5\6" or comment or count > MOST_MEMBERS or directory > MOST_MANIFEST:
            raise BadCopy(self.path)
        self._zip = zipfile.ZipFile(self._file)
        infos = self._zip.infolist()
        names = [info.filename for info in infos]
        stored = all(
            info.compress_type == zipfile.ZIP_STORED
            and info.compress_size == info.file_size
            and not info.flag_bits & 1
            for info in infos
        )
        if not stored or len(set(names)) != len(names) or sum(i.file_size for i in infos) > size:
            raise BadCopy(self.path)
        if MANIFEST not in names or self._zip.getinfo(MANIFEST).file_size > MOST_MANIFEST:
            raise BadCopy(self.path)
        self._read_manifest()
        sizes = {info.filename: info.file_size for info in infos if info.filename != MANIFEST}
        if sizes != {m.name: m.size for m in self.members.values()}:
            raise BadCopy(self.path)

    def _read_manifest(self) -> None:
        try:
            made = json.loads(self._zip.read(MANIFEST))
            if _number(made["format"]) > FORMAT:
                raise NewerCopy(self.path)
            self.made_at = _number(made["made_at"])
            self.workspace_id = bytes.fromhex(made["workspace"])
            members = [
                Member(m["name"], _number(m["size"]), m["sha256"], _number(m["at"]))
                for m in made["members"]
            ]
            sound = all(m.kind and re.fullmatch(r"[0-9a-f]{64}", m.sha256) for m in members)
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
            raise BadCopy(self.path) from error
        self.members = {m.name: m for m in members}
        if not sound or len(self.members) != len(members) or len(self.workspace_id) != 16:
            raise BadCopy(self.path)

    def _read(self, member: Member, check: Check) -> Iterator[bytes]:
        digest = hashlib.sha256()
        with self._trouble(), self._zip.open(member.name) as data:
            while chunk := data.read(CHUNK):
                check()
                digest.update(chunk)
                yield chunk
        if digest.hexdigest() != member.sha256:
            raise BadCopy(self.path)

    @contextlib.contextmanager
    def _trouble(self) -> Iterator[None]:
        try:
            yield
        except (zipfile.BadZipFile, EOFError, NotImplementedError, ValueError) as error:
            raise BadCopy(self.path) from error
        except OSError as error:
            if error.errno == errno.EINVAL:  # a damaged heading points before the file's beginning
                raise BadCopy(self.path) from error
            raise DriveGone from error


def _number(value: object) -> int:
    """A time or a size that fits everywhere it will be used."""
    if type(value) is not int or not 0 <= value < 1 << 47:
        raise ValueError
    return value
