"""The whole copy before a risky step, which is not made twice when nothing changed since the last.

How the files looked when the newest copy here was begun (lengths and times of writing, which the
folder says as well) is kept beside it and compared for being the same. Nothing is asked about
earlier and later, so a clock that was set back makes no change look old.

Before bringing a place to a newer form, an import, any new key, a recovery, leaving, and bringing
back, everything is copied. Erasing for good is no such step: a copy made for it would hold the very
thing that is to be gone, and all of them are cleaned of it afterwards. What an erasing may cost by
mistake is asked about before; the copies from earlier hold everything else.
"""

from __future__ import annotations

import contextlib
import json
from collections.abc import Collection, Iterable, Sequence
from pathlib import Path

from peerdesk.core.clock import Clock
from peerdesk.core.errors import KnownError
from peerdesk.core.text import Text, translate
from peerdesk.safe import files
from peerdesk.store import backup_errors, backup_names
from peerdesk.store.backup_archive import Archive, Check, no_check
from peerdesk.store.backup_errors import MayNotWrite, NoRoomForCopy
from peerdesk.store.backup_names import WAL
from peerdesk.store.backup_whole import Copy, OpenFile, make, names_of
from peerdesk.store.connection import SQLITE_ERRORS, connect
from peerdesk.store.workspace import Workspace

RECORD = "newest.json"
MOST = 1024 * 1024

Seen = dict[str, list[int]]
"""By name: length in bytes and time of writing in nanoseconds. Empty files are left out, as an
empty journal only says that a file is open."""


class NoCopyFirst(KnownError):
    """The copy before a risky step could not be made, so the step was not begun."""

    def __init__(self, why: KnownError) -> None:
        super().__init__(_why(why))


def _why(why: KnownError) -> Text:
    if isinstance(why, NoRoomForCopy):
        return translate(
            "Copies",
            "Before this step PeerDesk makes a copy of everything, and there is not enough room "
            "for it on this computer. Nothing was changed. Make some room, then try again.",
        )
    if isinstance(why, MayNotWrite):
        return translate(
            "Copies",
            "Before this step PeerDesk makes a copy of everything, and it may not write to the "
            "folder of the copies. Nothing was changed. Check that the folder is not read-only, "
            "then try again.",
        )
    return translate(
        "Copies",
        "Before this step PeerDesk makes a copy of everything, and the drive could not be "
        "reached. Nothing was changed. Please try again.",
    )


def make_here(
    workspace: Workspace,
    opened: Sequence[OpenFile],
    clock: Clock,
    check: Check = no_check,
    *,
    without: Collection[str] = (),
) -> Copy:
    """As ``backup_whole.make``, on this computer, and keep in mind what it holds."""
    seen = _seen(workspace, names_of(workspace))
    made = make(workspace, workspace.backups, opened, clock, check, without=without)
    if not without:
        record = {
            "copy": made.path.name,
            "as": _look(made.path),
            "read": sorted({workspace.shelf.name, *(f.name for f in opened)} - set(made.damaged)),
            "files": seen,
        }
        with contextlib.suppress(KnownError, OSError):  # then the next copy is made once more
            files.write_durably(workspace.backups / RECORD, json.dumps(record).encode("ascii"))
    return made


def newest(
    workspace: Workspace, names: Iterable[str] | None = None, read: Iterable[str] = ()
) -> Path | None:
    """The newest copy here, when ``names`` (all files, when None) are now as they are in it, and
    those in ``read`` were opened and counted for it. Quick: the copy itself is not read."""
    record = _record(workspace)
    if record is None:
        return None
    path, files_then, were_read = record
    if names is None:
        same = _seen(workspace, names_of(workspace)) == files_then
    else:
        now = _seen(workspace, names)
        same = now == {name: files_then[name] for name in names if name in files_then}
    return path if same and set(read) <= were_read else None


def before_step(
    workspace: Workspace,
    opened: Sequence[OpenFile],
    clock: Clock,
    check: Check = no_check,
    *,
    names: Iterable[str] | None = None,
    without: Collection[str] = (),
) -> Path:
    """Have a copy of everything that was read back before a step that might go wrong; the one that
    is there when it still holds ``names`` (by default all files) as they are. Returns it.

    Raises NoCopyFirst, or what ``check`` raises; then the step must not be begun.
    """
    there = newest(workspace, names, [file.name for file in opened])
    try:
        if there is not None:
            with contextlib.suppress(backup_errors.BadCopy, backup_errors.NewerCopy):
                with Archive(there) as archive:
                    archive.verify(check)
                return there
        return make_here(workspace, opened, clock, check, without=without).path
    except KnownError as error:
        if isinstance(error, NoRoomForCopy | MayNotWrite | backup_errors.DriveGone):
            raise NoCopyFirst(error) from error
        raise


def is_older(workspace: Workspace, file: OpenFile) -> bool:
    """Whether a place is to be brought to a newer form when it is opened. Quick."""
    from peerdesk.store.database import head_of

    path = workspace.path / file.name
    kind = backup_names.kind_of(file.name)
    try:
        # Without a journal a connection that may not write would leave one behind.
        connection = connect(path, file.key, read_only=path.with_name(path.name + WAL).exists())
    except KnownError:
        return False  # opening it says what it is
    try:
        version = connection.execute("PRAGMA user_version").fetchone()[0]
    except SQLITE_ERRORS:
        return False
    finally:
        connection.close()
    return bool(0 < version < head_of(kind))


def before_new_form(path: Path, key: bytes | None, backups: Path, clock: Clock) -> bool:
    """Have a copy of everything before the place at ``path`` is brought on. False when that place
    needs one of its own: it lies in no workspace, or it went into the copy as it lay there, under
    a key nobody had given.

    Places are opened one after the other, and each may have to be brought on: one copy, begun
    before the first of them, does for all. Raises NoCopyFirst.
    """
    from peerdesk.store.restore_state import companions

    workspace = Workspace(backups.parent)
    if not (path.is_relative_to(workspace.path) and backups == workspace.backups):
        return False
    name = path.relative_to(workspace.path).as_posix()
    if not backup_names.kind_of(name):
        return False
    names = [name, *companions(name)]
    if newest(workspace, names) is not None and newest(workspace, names, [name]) is None:
        return False
    before_step(workspace, (OpenFile(name, key),), clock, names=names)
    return True


def _seen(workspace: Workspace, names: Iterable[str]) -> Seen:
    found = {name: _look(workspace.path / name) for name in names}
    return {name: look for name, look in found.items() if look[0]}


def _look(path: Path) -> list[int]:
    try:
        about = path.stat()
    except OSError:
        return [0, 0]
    return [about.st_size, about.st_mtime_ns]


def _record(workspace: Workspace) -> tuple[Path, Seen, frozenset[str]] | None:
    """What is kept of the newest copy; None where it is not there as it was written."""
    try:
        with files.open_plain(workspace.backups / RECORD) as file:
            kept = json.loads(file.read(MOST))
        path = workspace.backups / str(kept["copy"])
        looked, seen, read = kept["as"], dict(kept["files"]), frozenset(kept["read"])
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return None
    if backup_names.made_at_of(path) is None or path.parent != workspace.backups:
        return None
    return (path, seen, read) if _look(path) == looked else None
