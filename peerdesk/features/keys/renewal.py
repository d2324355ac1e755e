"""A file under a new key: copied with the backup API, checked, and swapped in. Never re-keyed in
place (SECURITY.md, Cabinet keys).

Two files have to change together, the safe and what holds its key (``.seals`` or ``.key``), and
nothing commits over two. So the copy waits as ``<name>.safe.next``; writing the key file is the one
moment that decides, and :func:`finish` then puts the copy in its place. Stopped at any point,
:func:`settle` at the next opening sees with the key at hand which of the two it belongs to: before
the moment the copy goes, after it the copy comes.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator
from pathlib import Path

from peerdesk.safe import files
from peerdesk.store.connection import Connection, Damaged, backup, connect
from peerdesk.store.glance import SQLITE_ERRORS, in_plain_words

JOURNALS = ("-wal", "-shm", "-journal")


def waiting(path: Path) -> Path:
    """Where the copy under the new key waits."""
    return path.with_name(path.name + ".next")


@contextlib.contextmanager
def copied(source: Connection, path: Path, new_key: bytes) -> Iterator[Connection]:
    """Copy the open ``source`` of ``path`` under ``new_key``; what is yielded may still change it.

    When the block ends the copy is closed, whole and durable, and waits; when the block raises
    nothing is left of it. Raises Damaged, DiskFull or Unwritable.
    """
    target = waiting(path)
    discard(path)
    try:
        with files.plain_words(target):
            backup(source, target, new_key)
            connection = connect(target, new_key)
            try:
                if _counts(connection) != _counts(source):
                    raise Damaged(target)
                connection.execute("BEGIN IMMEDIATE")
                yield connection
                connection.execute("COMMIT")
                connection.execute("PRAGMA journal_mode = DELETE")
            except SQLITE_ERRORS as error:
                raise in_plain_words(error, target) from error
            finally:
                connection.close()
            _check(target, new_key)
            with target.open("r+b") as file:
                os.fsync(file.fileno())
            files.sync_folder(target.parent)
    except BaseException:
        discard(path)
        raise


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


def _check(path: Path, key: bytes) -> None:
    connection = connect(path, key, read_only=True)
    try:
        if (
            connection.execute("PRAGMA cipher_integrity_check").fetchone() is not None
            or connection.execute("PRAGMA quick_check").fetchone()[0] != "ok"
        ):
            raise Damaged(path)
    finally:
        connection.close()


def _counts(connection: Connection) -> dict[str, int]:
    names = connection.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'"
        " AND name NOT LIKE 'sqlite_%'"
    ).fetchall()
    return {
        name: connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0]
        for (name,) in names
    }
