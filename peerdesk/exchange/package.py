"""The files of a package: a folder or a zip, opened without trusting it."""

from __future__ import annotations

import json
import os
import re
import zipfile
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from peerdesk.core.errors import KnownError
from peerdesk.core.text import Text, translate
from peerdesk.safe import files

MAX_BYTES = 512 * 1024 * 1024
MAX_MEMBER = 256 * 1024 * 1024
MAX_FILES = 2_000
MAX_RATIO = 16
SMALL = 4 * 1024 * 1024
MAX_DEPTH = 4
# what ``datapackage.json`` says under "peerdesk" where we wrote the package: its form
OURS = {"cells": 1}
_TABULAR = (".csv", ".tsv", ".txt")
_SERVICES = ("service", "services")


@dataclass(frozen=True)
class Member:
    """One file: ``name`` without its ending in small letters, ``label`` as the person sees it."""

    name: str
    label: str
    size: int
    read: Callable[[], bytes]


@dataclass(frozen=True)
class Package:
    """The tables of one directory. ``source`` is shown; ``key`` tells directories apart;
    ``stored`` is its bytes on the disk, packed if it is a zip. ``exact``: we wrote it ourselves, so
    its cells need no cleaning. ``kind`` and ``date`` (the day it was made, or blank) stand beside
    what comes in."""

    source: str
    key: str
    stored: int
    members: tuple[Member, ...]
    close: Callable[[], None]
    exact: bool = False
    kind: str = "directory"
    date: str = ""


def refuse(text: Text) -> KnownError:
    """A calm sentence about a package that cannot be read."""
    return KnownError(text)


def too_large() -> KnownError:
    """The package is larger than any directory."""
    return refuse(
        translate(
            "Import",
            "This package would fill more room than a directory of services ever needs, so it was "
            "not opened. Nothing was changed. Ask where it comes from.",
        )
    )


def unreadable(name: str) -> KnownError:
    """A file cannot be read, whatever is in it."""
    return refuse(
        translate(
            "Import",
            "{file} cannot be read. Nothing was changed. "
            "Copy it to this computer again, then try once more.",
        ).format(file=name)
    )


def open_package(path: Path) -> Package:
    """Find the tables in a folder or zip, also one folder further in.

    Raises KnownError for anything that is not a package of services; touches nothing.
    """
    try:
        if path.is_dir():
            return _choose(path.name, None, _folder(path), lambda: None)
        with files.open_plain(path) as file:
            start = file.read(4)
    except OSError as error:
        raise unreadable(path.name) from error
    if start[:2] != b"PK":
        raise refuse(
            translate(
                "Import",
                "{file} is not a zip file, whatever its name says. Nothing was changed. "
                "Choose the zip or the folder that the directory gave you.",
            ).format(file=path.name)
        )
    archive, stored = open_zip(path), path.stat().st_size
    try:
        return _choose(path.name, stored, _zip(archive), archive.close)
    except BaseException:
        archive.close()
        raise


def open_zip(path: Path) -> zipfile.ZipFile:
    """Raises KnownError when it is none."""
    try:
        files.open_plain(path).close()  # from a pipe it would wait for ever
        return zipfile.ZipFile(path)
    except (OSError, ValueError, NotImplementedError, zipfile.BadZipFile) as error:
        raise unreadable(path.name) from error


def _folder(root: Path) -> Iterator[tuple[PurePosixPath, int, Callable[[], bytes]]]:
    total = count = 0
    for folder, names, found in os.walk(root, onerror=_raise, followlinks=False):
        where = Path(folder)
        depth = len(where.relative_to(root).parts)
        names[:] = sorted(n for n in names if not n.startswith(".")) if depth < MAX_DEPTH else []
        for name in sorted(found):
            path = where / name
            if not _wanted(name) or path.is_symlink() or not path.is_file():
                continue
            size = path.stat().st_size
            total, count = total + size, count + 1
            if total > MAX_BYTES or size > MAX_MEMBER or count > MAX_FILES:
                raise too_large()
            yield PurePosixPath(path.relative_to(root).as_posix()), size, _reader(path)


def _raise(error: OSError) -> None:
    raise error


def _reader(path: Path) -> Callable[[], bytes]:
    def read() -> bytes:
        try:
            with files.open_plain(path) as file:
                return file.read(MAX_MEMBER)
        except OSError as error:
            raise unreadable(path.name) from error

    return read


def bounded(archive: zipfile.ZipFile) -> list[zipfile.ZipInfo]:
    """What a zip says is in it; raises KnownError when that is too much, or a bomb."""
    infos = archive.infolist()
    total = sum(i.file_size for i in infos)
    packed = sum(i.compress_size for i in infos)
    if len(infos) > MAX_FILES or total > MAX_BYTES:
        raise too_large()
    if total > SMALL and total > MAX_RATIO * max(packed, 1):
        raise too_large()
    return infos


def _zip(archive: zipfile.ZipFile) -> Iterator[tuple[PurePosixPath, int, Callable[[], bytes]]]:
    for info in bounded(archive):
        name = info.filename.replace("\\", "/")
        path = PurePosixPath(name)
        if path.is_absolute() or ".." in path.parts or re.match(r"[A-Za-z]:", name):
            raise refuse(
                translate(
                    "Import",
                    "This zip holds a file that would land outside its own folder ({file}), so it "
                    "was not opened. Nothing was changed. Ask where it comes from.",
                ).format(file=info.filename)
            )
        if not name or info.is_dir() or not _wanted(path.name) or "__MACOSX" in path.parts:
            continue
        if info.flag_bits & 1:
            raise refuse(
                translate(
                    "Import",
                    "This zip is locked with a password, so PeerDesk cannot read it. Nothing was "
                    "changed. Unpack it first, then choose the folder.",
                )
            )
        if info.file_size > MAX_MEMBER:
            raise too_large()
        yield path, info.file_size, member_reader(archive, info)


def member_reader(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> Callable[[], bytes]:
    """What reads a file of a zip; it raises KnownError when that is damaged."""

    def read() -> bytes:
        try:
            with archive.open(info) as file:
                return file.read(info.file_size)
        except (
            OSError,
            EOFError,
            ValueError,
            RuntimeError,
            NotImplementedError,
            zlib.error,
            zipfile.BadZipFile,
        ) as error:
            raise unreadable(PurePosixPath(info.filename).name) from error

    return read


def _wanted(name: str) -> bool:
    plain = name.lower()
    return not name.startswith(".") and (plain.endswith(_TABULAR) or plain == "datapackage.json")


def _choose(
    source: str,
    stored: int | None,
    files: Iterator[tuple[PurePosixPath, int, Callable[[], bytes]]],
    close: Callable[[], None],
) -> Package:
    """The folder nearest the top that holds a table of services."""
    folders: dict[PurePosixPath, list[Member]] = {}
    for path, size, read in files:
        member = Member(path.stem.lower().strip(), path.name, size, read)
        folders.setdefault(path.parent, []).append(member)
    for _, members in sorted(folders.items(), key=lambda f: (len(f[0].parts), f[0])):
        if any(m.name in _SERVICES and m.label != "datapackage.json" for m in members):
            tables = [m for m in members if m.name != "datapackage"]
            papers = [m for m in members if m.label.lower() == "datapackage.json"]
            bytes_of_tables = sum(m.size for m in tables)
            size = bytes_of_tables if stored is None else stored
            key, exact = _about(source, papers)
            return Package(source, key, size, tuple(tables), close, exact)
    raise no_services(source)


def no_services(source: str) -> KnownError:
    """The package is readable, but no service is in it."""
    return refuse(
        translate(
            "Import",
            "There is no list of services in {file}: PeerDesk looks for a file called "
            "services.csv with at least one row. Nothing was changed. Choose the zip or the folder "
            "that the directory gave you.",
        ).format(file=source)
    )


def _about(source: str, papers: list[Member]) -> tuple[str, bool]:
    """Which directory this is, the same for its package of next month: the name in
    ``datapackage.json``, otherwise the file's name without dates and numbers; and whether we wrote
    the package ourselves."""
    for paper in papers:
        try:
            about = json.loads(paper.read()[: 8 * 1024 * 1024].decode("utf-8-sig"))
            name = about.get("id") or about.get("name")
            exact = about.get("peerdesk") == OURS
        except (ValueError, AttributeError, RecursionError):
            continue
        if isinstance(name, str) and name.strip():
            return name.strip().casefold(), exact
    stem = source.rsplit(".", 1)[0] if source.lower().endswith(".zip") else source
    return re.sub(r"[\W\d_]+", " ", stem).replace(" copy", " ").strip().casefold(), False
