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
from datetime import UTC, datetime
from pathlib import Path
from typing import BinaryIO

from peerdesk.core.errors import KnownError
from peerdesk.core.text import translate
from peerdesk.safe import files
from peerdesk.store.connection import DiskFull, Unwritable

FORMAT = 1
MANIFEST = "manifest.json"
MOST_MEMBERS = 2_000
MOST_MANIFEST = 1024 * 1024
CHUNK = 1024 * 1024
WAL = "-wal"
_END = struct.Struct("<4s4H2IH")
_EPOCH = (1980, 1, 1, 0, 0, 0)
_KINDS = (
    ("shelf", re.compile(r"shelf\.db(-wal)?")),
    ("cabinet", re.compile(r"groups/[0-9a-f]{32}\.safe(-wal)?")),
    ("seals", re.compile(r"groups/[0-9a-f]{32}\.seals")),
    ("drawer", re.compile(r"drawers/[0-9a-f]{32}\.safe(-wal)?")),
    ("key", re.compile(r"drawers/[0-9a-f]{32}\.key")),
)
_NAME = re.compile(r"peerdesk-copy-(\d{4})-(\d\d)-(\d\d)-(\d\d)(\d\d)(\d\d)-(\d{3})\.zip", re.ASCII)

Check = Callable[[], object]


def no_check() -> None:
    """For whoever cannot be cancelled."""


class BadCopy(KnownError):
    """The file is no copy of ours, or not all of it is there as it was written."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            translate(
                "Copies",
                "{file} cannot be used: it is damaged, not complete, or was not made by PeerDesk. "
                "Nothing was changed. Please choose another copy.",
            ).format(file=path.name)
        )


class NewerCopy(KnownError):
    """Made by a PeerDesk that knows more than this one."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            translate(
                "Copies",
                "{file} was made by a newer PeerDesk. Nothing was changed. "
                "Please open it with that version or a newer one.",
            ).format(file=path.name)
        )


class NoRoomForCopy(KnownError):
    """The drive the copy should go to is full."""

    def __init__(self) -> None:
        super().__init__(
            translate(
                "Copies",
                "There is not enough room for the copy. Everything in PeerDesk is safe, and no "
                "half copy was left. Make some room there or choose another drive, then try again.",
            )
        )


class MayNotWrite(KnownError):
    """The drive or folder is read-only."""

    def __init__(self, folder: Path) -> None:
        super().__init__(
            translate(
                "Copies",
                "PeerDesk may not write to {folder}, so no copy was made. Everything in PeerDesk "
                "is safe. Choose another folder or another drive.",
            ).format(folder=folder.name or str(folder))
        )


class DriveGone(KnownError):
    """The stick was pulled out, or the drive does not answer."""

    def __init__(self) -> None:
        super().__init__(
            translate(
                "Copies",
                "The drive could not be reached before the copy was done. Everything in PeerDesk "
                "is safe, and copies made before still count. Plug it in again, then try again.",
            )
        )


@contextlib.contextmanager
def copying_to(folder: Path) -> Iterator[None]:
    """Turn every OSError, and what ``safe.files`` makes of them, into a sentence about copies."""
    try:
        try:
            yield
        except OSError as error:
            raise files.in_plain_words(error, folder) from error
    except (files.NoRoom, DiskFull) as error:
        raise NoRoomForCopy from error
    except (files.NotAllowed, Unwritable) as error:
        raise MayNotWrite(folder) from error
    except files.DriveTrouble as error:
        raise DriveGone from error


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


def kind_of(name: str) -> str:
    """The kind of a member of this name; "" for a name no member has."""
    return next((kind for kind, pattern in _KINDS if pattern.fullmatch(name)), "")


def file_name(made_at: int) -> str:
    """The name of a copy made at ``made_at`` (UTC milliseconds): a date and nothing else."""
    stamp = datetime.fromtimestamp(made_at // 1000, UTC).strftime("%Y-%m-%d-%H%M%S")
    return f"peerdesk-copy-{stamp}-{made_at % 1000:03}.zip"


def made_at_of(path: Path) -> int | None:
    """When the copy of this name was made, UTC milliseconds; None for another name."""
    found = _NAME.fullmatch(path.name)
    if found is None:
        return None
    *parts, ms = (int(part) for part in found.groups())
    try:
        year, month, day, hour, minute, second = parts
        at = datetime(year, month, day, hour, minute, second, tzinfo=UTC)
    except ValueError:
        return None
    return int(at.timestamp()) * 1000 + ms


def in_folder(folder: Path) -> list[Path]:
    """The copies in ``folder`` by their names, oldest first. Raises the KnownErrors of reading."""
    with copying_to(folder):
        names = files.names_in(folder)
    return [folder / name for name in names if made_at_of(Path(name)) is not None]


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
