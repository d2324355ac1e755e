"""How a place is, in the workspace or in a copy that was taken apart: whether it is there, whole,
and opens with the keys at hand. Nothing is changed here."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Literal

from peerdesk.core.errors import KnownError
from peerdesk.safe import keyfile, orphans, seals
from peerdesk.safe.kdf import Bounds
from peerdesk.store import backup_names, erased
from peerdesk.store.backup_names import WAL
from peerdesk.store.backup_whole import workspace_id
from peerdesk.store.connection import PLAIN_HEADER, Connection, connect, is_whole
from peerdesk.store.erased import Gone
from peerdesk.store.glance import SQLITE_ERRORS
from peerdesk.store.workspace import Workspace

PAGE = 4096  # what SQLCipher 4 writes

State = Literal["missing", "damaged", "closed", "open"]
"""``closed``: it is there and looks whole, but no key at hand opens it."""


def companions(name: str) -> tuple[str, ...]:
    """The other files of a place: its journal, and its key file or seals."""
    with_it = {"cabinet": (".seals",), "drawer": (".key",)}.get(backup_names.kind_of(name), ())
    return (name + WAL, *(name.removesuffix(".safe") + suffix for suffix in with_it))


def here(workspace: Workspace, name: str) -> Path:
    """Where a place lies now: where it belongs, or set aside because its key file was lost."""
    path = workspace.path / name
    if backup_names.kind_of(name) == "drawer" and not path.exists():
        return orphans.find(workspace.drawers, path.stem) or path
    return path


def state_of(workspace: Workspace, name: str, key: bytes | None, bounds: Bounds) -> State:
    """How a place is now; with its ``key`` every page of it is looked at."""
    path = here(workspace, name)
    if not path.exists():
        return "missing"
    kind = backup_names.kind_of(name)
    if not _companion_whole(workspace, name, bounds):
        return "damaged"
    if kind == "shelf" or key is not None:
        return "open" if opens(path, key, wholly=True) else "damaged"
    return "closed" if looks_locked(path) else "damaged"


def opens(path: Path, key: bytes | None, *, wholly: bool = False) -> bool:
    """Whether ``key`` opens the file; ``wholly``: and every page is as it was written."""
    if not path.exists():  # SQLite would make one
        return False
    try:
        connection = peek(path, key)
    except KnownError:
        return False
    try:
        tables = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
        return bool(tables) and (not wholly or is_whole(connection, key))
    except SQLITE_ERRORS:
        return False
    finally:
        connection.close()


def peek(path: Path, key: bytes | None) -> Connection:
    """A connection that only reads. A journal somebody left stays as it is; where there is none,
    none is left behind, which SQLite would do of a connection that may not write.

    Raises the KnownErrors of opening.
    """
    return connect(path, key, read_only=path.with_name(path.name + WAL).exists())


def secrets_in(path: Path, key: bytes) -> list[bytes]:
    """The X25519 secret keys a drawer holds."""
    return [bytes(r[0]) for r in rows_in(path, key, "SELECT secret_key FROM identity")]


def groups_in(path: Path, key: bytes) -> list[str]:
    """The file ids of the groups whose keys a drawer holds."""
    return [str(r[0]) for r in rows_in(path, key, "SELECT file_id FROM cabinet_pass ORDER BY id")]


def list_in(path: Path, key: bytes | None) -> frozenset[Gone]:
    """The list of erased things in a file. Raises the KnownErrors of opening."""
    connection = peek(path, key)
    try:
        return erased.erased_in(connection)
    finally:
        connection.close()


def rows_in(path: Path, key: bytes | None, sql: str, *values: object) -> list[tuple[Any, ...]]:
    """What a file answers; nothing when it is not there or cannot be read."""
    if not path.exists():
        return []
    try:
        connection = peek(path, key)
    except KnownError:
        return []
    try:
        return list(connection.execute(sql, values).fetchall())
    except SQLITE_ERRORS:
        return []
    finally:
        connection.close()


def _companion_whole(workspace: Workspace, name: str, bounds: Bounds) -> bool:
    kind, path = backup_names.kind_of(name), workspace.path / name
    if kind == "cabinet":
        return seals.is_whole(path.with_suffix(".seals"))
    if kind == "drawer":
        return key_is_whole(workspace, path.with_suffix(".key"), bounds)
    return True


def key_is_whole(workspace: Workspace, path: Path, bounds: Bounds) -> bool:
    """Whether a key file is as it was written."""
    return reads_as_key(path, workspace_id(workspace), bounds)


def reads_as_key(path: Path, workspace: bytes, bounds: Bounds) -> bool:
    """Whether it is a whole key file of ``workspace`` (the uid)."""
    try:
        keyfile.read(path, workspace, bounds)
    except KnownError:
        return False
    return True


def looks_locked(path: Path) -> bool:
    """What can be said of a safe without its key: its length, and that it is not plain."""
    if not path.is_file():  # a pipe would let us wait for ever
        return False
    size = path.stat().st_size
    with path.open("rb") as file:
        return size > 0 and size % PAGE == 0 and file.read(16) != PLAIN_HEADER
