"""Opening one file, plain or encrypted, in the one order that is safe.

The order is the one of the security design: silence SQLCipher's log, give the raw key, read the
schema before any write, then the journal and the pragmas. Uses sqlcipher3 alone, so that the
welcome page can read the shelf without waiting for peewee.
"""

from __future__ import annotations

import contextlib
import os
import stat
from collections.abc import Callable, Collection
from pathlib import Path
from typing import Any, TypeAlias

from sqlcipher3 import dbapi2 as sqlcipher

from peerdesk.core.errors import KnownError
from peerdesk.core.text import translate
from peerdesk.safe import files

Connection: TypeAlias = Any  # sqlcipher3 has no type stubs
PLAIN_HEADER = b"SQLite format 3\0"
# The driver cannot even say what is wrong with a file whose damaged words it would quote.
SQLITE_ERRORS: tuple[type[Exception], ...] = (sqlcipher.Error, UnicodeDecodeError)
INTEGRITY: type[Exception] = sqlcipher.IntegrityError
"""What a constraint, or a trigger, of the file turned away."""
_UNREADABLE: tuple[type[Exception], ...] = (*SQLITE_ERRORS, OSError)

PATIENCE = 10.0
"""Seconds one connection waits for another."""
PAGES = 256
"""So many are copied between two checks."""

MOST_TABLES = 1_000
"""Far more than any file of ours has."""
_STRANGE = (
    "SELECT count(*) > ? OR total(type = 'view' OR (type = 'table' AND rootpage = 0"
    " AND sql NOT LIKE 'CREATE VIRTUAL TABLE % USING fts5(%')) > 0 FROM sqlite_master"
    " WHERE type IN ('view', 'table')"
)
"""Whether a file holds what none of ours does. A view in the place of a table can take for ever to
read, and whoever has the shelf, or hands on a copy, can put one there."""

FULL = "disk is full"
LOCKED = "database is locked"
UNREADABLE = ("not a database", "malformed", "encrypted", "vtable constructor failed")
"""The last of a search table: its own tables stand on a page that cannot be read."""
READ_ONLY = ("readonly", "read-only", "unable to open", "attempt to write")


class Damaged(KnownError):
    """The file is not what it should be: damaged, or it belongs to another key."""

    def __init__(self, path: Path) -> None:
        self.path = path
        super().__init__(
            translate(
                "Store",
                "The file {file} cannot be read: it is damaged or does not belong here. "
                "It was left as it is, and nothing else was touched. "
                "A copy from before can take its place.",
            ).format(file=path.name)
        )


class Strange(Damaged):
    """The key is right, but none of ours ever made such a file."""


class Unwritable(KnownError):
    """The file or its folder cannot be written."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            translate(
                "Store",
                "PeerDesk may not write to {file}. Nothing was changed. "
                "Check that the folder is not read-only, then try again.",
            ).format(file=path.name)
        )


class InUse(KnownError):
    """Another process holds the file, and nothing can be read or written before it lets go."""

    def __init__(self, path: Path) -> None:
        self.path = path
        super().__init__(
            translate(
                "Store",
                "Another program is using {file} just now. Nothing was changed. Please try again "
                "in a moment.",
            ).format(file=path.name)
        )


class DiskFull(KnownError):
    """There is no room left where the file lies."""

    def __init__(self) -> None:
        super().__init__(
            translate(
                "Store",
                "There is no room left on this computer. The last change was not saved; "
                "everything before it is safe. Make some room, then try again.",
            )
        )


def known(error: Exception, path: Path) -> Exception:
    """What a database error means in plain words; the error itself when it is our own bug."""
    words = str(error)
    if FULL in words:
        return DiskFull()
    if isinstance(error, UnicodeDecodeError) or "Could not decode" in words:
        return Damaged(path)
    if any(part in words for part in UNREADABLE):
        return Damaged(path)
    if LOCKED in words:
        return InUse(path)
    if any(part in words for part in READ_ONLY) or "disk I/O" in words:
        return Unwritable(path)
    return error


def connect(
    path: Path,
    key: bytes | None,
    *,
    read_only: bool = False,
    alone: bool = False,
    patience: float = PATIENCE,
) -> Connection:
    """Open ``path``; ``key`` is 32 raw bytes, or None for a plain file.

    ``alone``: from the first read until it is closed, or the process ends in whatever way, no other
    connection opens the file; :func:`held` tells. The lock is on the file itself, so there is no
    name to delete that would free it. ``patience``: seconds to wait for another to let go.

    Raises Damaged, Unwritable, DiskFull or InUse, and the KnownErrors of ``safe.files`` for a file
    that cannot be reached. A missing file is made, unless ``read_only``.
    """
    with files.plain_words(path):
        _look_at(path, plain=key is None)
    if read_only and _cut_off(path):
        connect(path, key).close()  # takes back what did not end; a reader may not
    mode = "ro" if read_only else "rwc"
    try:
        connection = sqlcipher.connect(
            f"{path.absolute().as_uri()}?mode={mode}",
            uri=True,
            isolation_level=None,
            timeout=patience,
        )
    except sqlcipher.Error as error:
        raise known(error, path) from error
    try:
        _prepare(connection, key, alone)
        refuse_strange(connection, path)
        _set_up(connection, read_only)
    except SQLITE_ERRORS as error:
        connection.close()
        raise known(error, path) from error
    except Strange:
        connection.close()
        raise
    return connection


def refuse_strange(connection: Connection, path: Path) -> None:
    """The first read of a file. Raises Strange for one that holds what none of ours does."""
    if connection.execute(_STRANGE, (MOST_TABLES,)).fetchone()[0]:
        raise Strange(path)


def held(path: Path) -> bool:
    """Whether a connection that is ``alone`` has the encrypted file ``path``, of this process or of
    another; no key is needed, nothing is waited for, and nothing is changed."""
    try:
        connection = sqlcipher.connect(
            f"{path.absolute().as_uri()}?mode=ro", uri=True, isolation_level=None, timeout=0
        )
    except sqlcipher.Error:
        return False
    try:
        connection.execute("PRAGMA cipher_log_level = NONE")
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except SQLITE_ERRORS as error:
        return LOCKED in str(error)  # else it cannot be read without its key
    finally:
        connection.close()
    return False


def _look_at(path: Path, *, plain: bool) -> None:
    """Raises Damaged for what no database of ours can be; a pipe would let us wait for ever."""
    if not path.exists():
        return
    found = path.stat()
    if not (stat.S_ISREG(found.st_mode) or stat.S_ISDIR(found.st_mode)):
        raise Damaged(path)
    for beside in (path.with_name(path.name + suffix) for suffix in ("-journal", "-wal", "-shm")):
        with contextlib.suppress(FileNotFoundError):
            if not stat.S_ISREG(beside.stat().st_mode):
                raise Damaged(path)
    if not plain and found.st_size:
        with path.open("rb") as file:
            if file.read(16) == PLAIN_HEADER:
                raise Damaged(path)


def _cut_off(path: Path) -> bool:
    """Whether a process was killed amid a change outside of WAL, such as the change to WAL."""
    journal = path.with_name(path.name + "-journal")
    return path.exists() and journal.exists() and journal.stat().st_size > 0


def _prepare(connection: Connection, key: bytes | None, alone: bool) -> None:
    run = connection.execute
    if key is not None:
        if len(key) != 32:
            raise ValueError("a key is 32 bytes")
        run("PRAGMA cipher_log_level = NONE")
        run(f"PRAGMA key = \"x'{key.hex()}'\"")
    if alone:
        run("PRAGMA locking_mode = EXCLUSIVE")  # before the first read: WAL then keeps no -shm


def _set_up(connection: Connection, read_only: bool) -> None:
    run = connection.execute
    run("PRAGMA temp_store = MEMORY")
    run("PRAGMA trusted_schema = OFF")
    run("PRAGMA foreign_keys = ON")
    run("PRAGMA recursive_triggers = ON")
    if not read_only:
        run("PRAGMA journal_mode = WAL")
        run("PRAGMA synchronous = FULL")
        run("PRAGMA secure_delete = ON")


def drop_triggers(
    connection: Connection, keep: Collection[str] = (), table: str | None = None
) -> bool:
    """Take out the triggers of a file, or of one ``table``, whose SQL is not among ``keep``: what a
    stranger put there would run with every change. Whether there were any."""
    rows = connection.execute(
        "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = ifnull(?,"
        " tbl_name)",
        (table,),
    ).fetchall()
    strange = [name for name, sql in rows if sql not in keep]
    for name in strange:
        connection.execute(f"DROP TRIGGER {in_quotes(name)}")
    return bool(strange)


def in_quotes(name: str) -> str:
    """A name of a table, column or trigger as SQL takes it, whatever stands in it."""
    return '"' + name.replace('"', '""') + '"'


def backup(
    source: Connection, target: Path, key: bytes | None, check: Callable[[], object] | None = None
) -> None:
    """Copy an open file with the backup API into ``target`` under ``key``, and read it back.

    It counts only once it was made to last, opened again, found whole, and holds as many rows in
    every table as the source did at that moment. ``check`` is called now and then and may raise.
    Raises Damaged, DiskFull or Unwritable; nothing is left of a copy that did not end.
    """
    part = target.with_suffix(target.suffix + ".part")
    try:
        part.unlink(missing_ok=True)
        _copy(source, part, key, check)
        part.replace(target)
    except SQLITE_ERRORS as error:
        _forget(part)
        what = known(error, target)
        if isinstance(what, Damaged):
            what = Damaged(_to_blame(source, target))
        raise what from error
    except OSError as error:
        _forget(part)
        raise files.in_plain_words(error, target) from error
    except BaseException:
        _forget(part)
        raise


def rows_in(connection: Connection) -> dict[str, int]:
    """How many rows each table of an open file has."""
    names = connection.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'"
    ).fetchall()
    return {
        name: connection.execute(f"SELECT count(*) FROM {in_quotes(name)}").fetchone()[0]
        for (name,) in names
    }


def is_whole(connection: Connection, key: bytes | None) -> bool:
    """Whether every page of an open file is as it was written."""
    if key is not None and connection.execute("PRAGMA cipher_integrity_check").fetchone():
        return False
    return bool(connection.execute("PRAGMA quick_check").fetchone()[0] == "ok")


def _copy(
    source: Connection, part: Path, key: bytes | None, check: Callable[[], object] | None
) -> None:
    if source.in_transaction:
        raise ValueError("SQLite would wait for the end of this transaction for ever")
    copy = sqlcipher.connect(str(part), isolation_level=None)
    try:
        if key is not None:
            copy.execute("PRAGMA cipher_log_level = NONE")
            copy.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
        source.execute("BEGIN")
        expected = rows_in(source)  # reading first: copy and count then see the same moment
        source.backup(
            copy,
            pages=PAGES if check else -1,
            progress=None if check is None else (lambda *_left: check()),
        )
        copy.execute("PRAGMA journal_mode = DELETE")
    finally:
        copy.close()
        source.rollback()  # does nothing where no transaction is open
    with part.open("r+b") as file:
        os.fsync(file.fileno())
    again = connect(part, key, read_only=True)
    try:
        if not is_whole(again, key) or rows_in(again) != expected:
            raise sqlcipher.DatabaseError("database disk image is malformed")
    finally:
        again.close()


def _to_blame(source: Connection, target: Path) -> Path:
    """Which file is damaged when a copy is not whole: the original, unless that one is."""
    path = Path(source.execute("PRAGMA database_list").fetchone()[2])
    try:
        with path.open("rb") as file:
            plain = file.read(len(PLAIN_HEADER)) == PLAIN_HEADER
        return target if is_whole(source, None if plain else b"") else path
    except _UNREADABLE:
        return path


def _forget(part: Path) -> None:
    with contextlib.suppress(OSError):
        part.unlink(missing_ok=True)
