"""Making one copy of a whole workspace.

Open places are copied by the backup API on connections of their own and stay locked under their
own keys; closed ones, key files and seals byte for byte. Whoever calls holds the instance lock, so
nothing closed changes meanwhile. A copy is written beside its name, made to last, opened again and
compared before it bears it.
"""

from __future__ import annotations

import contextlib
import shutil
import tempfile
import threading
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from peerdesk.core.clock import Clock
from peerdesk.core.errors import KnownError
from peerdesk.safe import files
from peerdesk.store import backup_archive as archives
from peerdesk.store import backup_names, backup_rotation
from peerdesk.store.backup_archive import Check, Source, no_check
from peerdesk.store.backup_errors import copying_to
from peerdesk.store.backup_names import WAL
from peerdesk.store.connection import Damaged, backup, connect
from peerdesk.store.workspace import ID_BYTES, Workspace

MAKING = ".making-"
_ONE_AT_A_TIME = threading.Lock()


@dataclass(frozen=True)
class OpenFile:
    """A place whose key is at hand (None for the shelf); ``name`` is its path in the workspace."""

    name: str
    key: bytes | None = field(repr=False)


@dataclass(frozen=True)
class Copy:
    """A copy that was made and read back. ``damaged`` names files that could not be opened and
    were put in as they lie there."""

    path: Path
    size: int
    made_at: int
    damaged: tuple[str, ...] = ()


def make(
    workspace: Workspace,
    folder: Path,
    opened: Sequence[OpenFile],
    clock: Clock,
    check: Check = no_check,
    *,
    without: Collection[str] = (),
) -> Copy:
    """A new copy of everything in ``folder``; older ones there go as rotation says.

    ``opened``: the places whose keys are at hand; the shelf is always among them. ``without``:
    files that do not go in, because they are about to be erased for good. Raises
    NoRoomForCopy, MayNotWrite, DriveGone, or what ``check`` raises; then nothing is left of it.
    """
    with _ONE_AT_A_TIME, making_room(workspace) as room:
        with copying_to(folder):
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            for left in folder.glob(".peerdesk-copy-*.part"):
                left.unlink()
        made_at = clock.now_ms()
        while (target := folder / backup_names.file_name(made_at)).exists():
            made_at += 1
        keys = {file.name: file.key for file in opened} | {workspace.shelf.name: None}
        damaged: list[str] = []
        sources = [
            source
            for source in _sources(workspace, room, keys, made_at, damaged, check)
            if source.name not in without
        ]
        size = archives.write(target, sources, workspace_id(workspace), made_at, check)
        if not damaged:
            rotate(folder, target, clock)
    return Copy(target, size, made_at, tuple(damaged))


def rotate(folder: Path, newest: Path, clock: Clock) -> None:
    """Take away the copies that rotation does not keep, but never ``newest``. What cannot be
    taken away stays: that is no reason to say that the copy was not made."""
    times = {p: backup_names.made_at_of(p) or 0 for p in backup_names.in_folder(folder)}
    stay = backup_rotation.kept(
        times.values(), lambda ms: clock.local(ms).date(), times.get(newest)
    )
    for path, ms in times.items():
        if ms not in stay and path != newest:
            with contextlib.suppress(OSError):
                path.unlink()


def workspace_id(workspace: Workspace) -> bytes:
    """The random id of a workspace, from a key file where the shelf does not say it; zeros where
    nothing does."""
    try:
        return workspace.id
    except KnownError:
        pass
    for path in sorted(workspace.drawers.glob("*.key")):
        with contextlib.suppress(OSError):
            with files.open_plain(path) as file:
                found = file.read(4 + ID_BYTES)[4:]  # safe.keyfile, the header
            if len(found) == ID_BYTES:
                return found
    return bytes(ID_BYTES)


@contextlib.contextmanager
def making_room(workspace: Workspace) -> Iterator[Path]:
    """A folder for parts of a copy; what lies in it is as locked as the files themselves. What a
    killed process left is taken away first."""
    with copying_to(workspace.backups):
        workspace.backups.mkdir(mode=0o700, parents=True, exist_ok=True)
        for left in workspace.backups.glob(MAKING + "*"):
            shutil.rmtree(left, ignore_errors=True)
        room = Path(tempfile.mkdtemp(prefix=MAKING, dir=workspace.backups))
    try:
        yield room
    finally:
        shutil.rmtree(room, ignore_errors=True)


def names_of(workspace: Workspace) -> list[str]:
    """Every file of a workspace that belongs into a copy, the shelf first."""
    with copying_to(workspace.path):
        found = [
            f"{folder.name}/{name}"
            for folder in (workspace.groups, workspace.drawers)
            for name in files.names_in(folder)
        ]
    top = [workspace.shelf.name, workspace.shelf.name + WAL]
    there = [n for n in top if (workspace.path / n).is_file()]
    return [
        *there,
        *(n for n in found if backup_names.kind_of(n) and (workspace.path / n).is_file()),
    ]


def _sources(
    workspace: Workspace,
    room: Path,
    keys: dict[str, bytes | None],
    made_at: int,
    damaged: list[str],
    check: Check,
) -> Iterable[Source]:
    with_api = set()
    names = names_of(workspace)
    for name in names:
        if name in keys:
            target = room / name
            target.parent.mkdir(exist_ok=True)
            try:
                with copying_to(room):
                    _copy_open(workspace.path / name, target, keys[name], check)
            except Damaged:
                damaged.append(name)
                continue
            with_api.add(name)
            yield Source(name, target, made_at)
    for name in names:
        if name.removesuffix(WAL) in with_api:
            continue
        if name.endswith(WAL) and not _has_bytes(workspace.path / name):
            continue
        target = room / name
        with copying_to(room):
            target.parent.mkdir(exist_ok=True)
            shutil.copyfile(workspace.path / name, target)
        yield Source(name, target, made_at)


def _has_bytes(path: Path) -> bool:
    """An empty journal only says that a file was open; closing it since took it away."""
    return path.exists() and path.stat().st_size > 0


def _copy_open(path: Path, target: Path, key: bytes | None, check: Check) -> None:
    connection = connect(path, key)
    try:
        backup(connection, target, key, check)
    finally:
        connection.close()
