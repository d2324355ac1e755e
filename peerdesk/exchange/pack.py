"""A resource pack: what one centre gives another on a stick, in one file.

A zip with ``pack.json`` (whose it is, when it was made, and the size and SHA-256 of every other
file) and the folder ``directory``, which is an HSDS 3.0 package of our own. It is written by the
same SELECTs as that, on a connection that has nothing but the shelf open and may read nothing but
the directory, so no word of a cabinet can be in it. Whoever reads it trusts nothing: names, sizes
and sums are compared before anything is made of it. The library is to be a second folder.
"""

from __future__ import annotations

import hashlib
import io
import json
import re
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path, PurePosixPath
from typing import IO, Any

from peerdesk.core.errors import Cancelled, KnownError
from peerdesk.core.text import translate
from peerdesk.exchange.agenda_file import plain
from peerdesk.exchange.hsds_export import PAPER, Exported, Open, Progress, into_zip, target, write
from peerdesk.exchange.hsds_standard import RESOURCES
from peerdesk.exchange.package import (
    MAX_MEMBER,
    OURS,
    Member,
    Package,
    bounded,
    member_reader,
    open_zip,
    too_large,
)
from peerdesk.safe.files import open_plain
from peerdesk.store.connection import Connection

ENDING = ".peerdesk-pack.zip"
VERSION = 1
MANIFEST, FOLDER = "pack.json", "directory/"
MOST_MANIFEST = 64 * 1024
LONGEST_NAME = 120
FILES = frozenset({FOLDER + PAPER, *(FOLDER + r.path for r in RESOURCES.values())})
_SUM = re.compile(r"[0-9a-f]{64}")


class NotAPack(KnownError):
    """The file is none of ours, or not as it was made."""

    def __init__(self, file: str) -> None:
        super().__init__(
            translate(
                "Pack",
                "{file} is not a pack that PeerDesk can use, or it was changed since it was made. "
                "Nothing was changed here. Ask for a new copy of it.",
            ).format(file=file)
        )


class NewerPack(KnownError):
    """The file was written by a newer version."""

    def __init__(self) -> None:
        super().__init__(
            translate(
                "Pack",
                "This pack was made by a newer PeerDesk. Nothing was changed here. Ask for a newer "
                "PeerDesk on this computer.",
            )
        )


def make_pack(
    connection: Connection,
    path: Path,
    name: str,
    now_ms: int,
    progress: Progress = lambda _done, _whole: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> Exported:
    """Write the directory of the shelf that ``connection`` (outside a transaction) has open into
    the file ``path``; ``name`` says whose it is. Raises Cancelled, and KnownError when ``path``
    cannot be written; then nothing is left there."""

    def step() -> None:
        if cancelled():
            raise Cancelled

    files: dict[str, dict[str, object]] = {}
    with target(path) as part, zipfile.ZipFile(part, "w", zipfile.ZIP_DEFLATED) as archive:
        inside = _summed(into_zip(archive, FOLDER), files)
        made = write(connection, inside, path, now_ms, progress, step)
        manifest = {
            "peerdesk": "pack",
            "version": VERSION,
            "name": plain(name).strip()[:LONGEST_NAME],
            "made_on": datetime.fromtimestamp(now_ms / 1000, UTC).date().isoformat(),
            "files": files,
        }
        with into_zip(archive)(MANIFEST) as file:
            file.write((json.dumps(manifest, ensure_ascii=False, indent=1) + "\n").encode())
    return made


class _Summing(io.RawIOBase):
    """Passes on what is written and keeps its size and sum."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file
        self.size, self.sum = 0, hashlib.sha256()

    def writable(self) -> bool:
        return True

    def write(self, data: Any) -> int:
        self.size += len(data)
        self.sum.update(data)
        return self._file.write(data)


def _summed(opened: Open, files: dict[str, dict[str, object]]) -> Open:
    @contextmanager
    def summed(name: str) -> Iterator[IO[bytes]]:
        with opened(name) as file:
            through = _Summing(file)
            yield through  # type: ignore[misc]  # who writes needs no more of a file
            files[FOLDER + name] = {"bytes": through.size, "sha256": through.sum.hexdigest()}

    return summed


def is_pack(path: Path) -> bool:
    """Whether a file is called and looks like a pack, sound or not; never raises."""
    try:
        with open_plain(path) as file, zipfile.ZipFile(file) as archive:
            return MANIFEST in archive.namelist()
    except (OSError, ValueError, NotImplementedError, zipfile.BadZipFile):
        return False


def open_pack(path: Path) -> Package:
    """A pack as a package that can be imported. Raises KnownError unless every file in it is as
    its list says; touches nothing."""
    archive = open_zip(path)
    try:
        infos = {i.filename: i for i in bounded(archive)}
        if len(infos) != len(archive.infolist()) or MANIFEST not in infos:
            raise NotAPack(path.name)
        if any(i.flag_bits & 1 for i in infos.values()):
            raise NotAPack(path.name)
        manifest = _manifest(path, archive, infos.pop(MANIFEST))
        files: dict[str, Any] = manifest["files"]
        if set(files) != set(infos) or set(files) != FILES:
            raise NotAPack(path.name)
        members = []
        for name, info in infos.items():
            if info.file_size > MAX_MEMBER:
                raise too_large()
            read = _checked(path, member_reader(archive, info), files[name])
            read()
            inner = PurePosixPath(name)
            if inner.name != PAPER:
                members.append(Member(inner.stem, inner.name, info.file_size, read))
            elif json.loads(read()).get("peerdesk") != OURS:
                raise NotAPack(path.name)
        return Package(
            manifest["name"] or path.name,
            "pack",
            path.stat().st_size,
            tuple(members),
            archive.close,
            exact=True,
            kind="pack",
            date=manifest["made_on"],
        )
    except (ValueError, AttributeError, RecursionError) as error:
        archive.close()
        raise NotAPack(path.name) from error
    except BaseException:
        archive.close()
        raise


def _manifest(path: Path, archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> dict[str, Any]:
    """What ``pack.json`` says, if it has the form it must have."""
    if info.file_size > MOST_MANIFEST:
        raise NotAPack(path.name)
    about = json.loads(member_reader(archive, info)().decode())
    if not isinstance(about, dict) or about.get("peerdesk") != "pack":
        raise NotAPack(path.name)
    version = about.get("version")
    if type(version) is int and version > VERSION:
        raise NewerPack
    name, made_on, files = about.get("name"), about.get("made_on"), about.get("files")
    if version != VERSION or not isinstance(name, str) or not isinstance(files, dict):
        raise NotAPack(path.name)
    if len(name) > LONGEST_NAME or not isinstance(made_on, str):
        raise NotAPack(path.name)
    date.fromisoformat(made_on)
    return {"name": plain(name).strip(), "made_on": made_on, "files": files}


def _checked(path: Path, read: Callable[[], bytes], said: object) -> Callable[[], bytes]:
    """Read a file and compare it with what the list says of it, each time anew: a stick may be
    changed meanwhile."""
    if not isinstance(said, dict) or set(said) != {"bytes", "sha256"}:
        raise NotAPack(path.name)
    if not _SUM.fullmatch(str(said["sha256"])):
        raise NotAPack(path.name)

    def checked() -> bytes:
        data = read()
        if len(data) != said["bytes"] or hashlib.sha256(data).hexdigest() != said["sha256"]:
            raise NotAPack(path.name)
        return data

    return checked
