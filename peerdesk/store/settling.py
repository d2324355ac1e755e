"""Ending a change of a file's key that was cut off; the other half is ``features.keys.renewal``.

The copy under the new key waits as ``<name>.safe.next`` till the key file or the seals give that
key. Whoever has the key they give sees here which of the two files it belongs to. It comes before
anything else is done with the file, also before a copy takes its place: what waits may be newer.
"""

from __future__ import annotations

import os
from pathlib import Path

from peerdesk.safe import files
from peerdesk.store.connection import Damaged, connect

JOURNALS = ("-wal", "-shm", "-journal")


def waiting(path: Path) -> Path:
    """Where the copy under the new key waits."""
    return path.with_name(path.name + ".next")


def finish(path: Path) -> None:
    """Put the copy in the place of ``path``, which is closed. Raises KnownError."""
    with files.plain_words(path):
        # An old journal beside the new file would be taken for its own.
        for suffix in JOURNALS:
            path.with_name(path.name + suffix).unlink(missing_ok=True)
        os.replace(waiting(path), path)
        files.sync_folder(path.parent)


def discard(path: Path) -> None:
    """Throw the copy away. Raises KnownError."""
    target = waiting(path)
    with files.plain_words(target):
        for name in (target.name, *(target.name + suffix for suffix in JOURNALS)):
            target.with_name(name).unlink(missing_ok=True)


def settle(path: Path, key: bytes) -> None:
    """End a renewal that was cut off; ``key`` is the one the key file gives now.

    Cheap where there is nothing to end. Raises the KnownErrors of writing.
    """
    if not waiting(path).exists():
        return
    if path.exists() and _opens(path, key):
        discard(path)
    elif _opens(waiting(path), key):
        finish(path)


def _opens(path: Path, key: bytes) -> bool:
    try:
        connect(path, key, read_only=True).close()
    except Damaged:
        return False
    return True
