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
from peerdesk.store.settling import discard, finish, settle, waiting

__all__ = ["copied", "discard", "finish", "settle", "waiting"]


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
