"""Copies kept beside the files: made with the backup API, read back, the newest three kept.

A copy is encrypted like the file it comes from. Whole backups that restore on another computer
come with their own issue; these protect against a risky step on this one.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from peerdesk.safe import files
from peerdesk.store.connection import Connection, backup

KEPT = 3


def before(
    connection: Connection,
    path: Path,
    key: bytes | None,
    folder: Path,
    ms: int,
    check: Callable[[], object] | None = None,
) -> Path:
    """Copy an open file into ``folder`` before a risky step; ``ms`` is UTC milliseconds.

    Returns the copy, which was opened again and counted. Raises Damaged, DiskFull or Unwritable,
    or what ``check`` raises, and then nothing was changed.
    """
    files.make_folder(folder)
    target = folder / f"{path.stem}-{ms}.bak"
    backup(connection, target, key, check)
    kept = copies(path, folder)
    at = kept.index(target)
    # Those after it bear a later time, from before the clock was set back: they push nothing out.
    for old in (*kept[: at + 1][:-KEPT], *kept[at + 1 :][:-KEPT]):
        old.unlink()
    return target


def copies(path: Path, folder: Path) -> list[Path]:
    """The copies of ``path`` in ``folder``, oldest first."""
    return sorted(folder.glob(f"{path.stem}-*.bak"), key=lambda p: p.stat().st_mtime_ns)


def remake(connection: Connection, path: Path, key: bytes | None, folder: Path) -> None:
    """After something was erased for good: copies that still hold it are replaced by one new."""
    old = copies(path, folder)
    if not old:
        return
    target = old[-1]
    backup(connection, target, key)
    for copy in old[:-1]:
        copy.unlink()
