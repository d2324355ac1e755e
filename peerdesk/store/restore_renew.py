"""One place out of a copy, made fit for today: brought to this version's form, without what was
erased since, under the keys of now and open to those who may open it now.
"""

from __future__ import annotations

import contextlib
import os
import shutil
from collections.abc import Iterator
from pathlib import Path

from peerdesk.core.errors import KnownError
from peerdesk.core.text import translate
from peerdesk.safe import seals
from peerdesk.store import erased
from peerdesk.store.backup_names import WAL
from peerdesk.store.connection import Connection, Damaged, backup, connect, is_whole
from peerdesk.store.glance import SQLITE_ERRORS
from peerdesk.store.restore import Look, Part
from peerdesk.store.restore_group import (
    GroupMovedOn,
    generation_on_shelf,
    keep_only,
    refuse_older_pieces,
    seal_as_listed,
    way_in,
)
from peerdesk.store.restore_known import (
    Now,
    carry_over,
    keys_at_hand,
    what_is_known,
    withdrawn_keys,
)
from peerdesk.store.restore_state import (
    companions,
    here,
    key_is_whole,
    looks_locked,
    opens,
    peek,
)


class KeyWithdrawn(KnownError):
    """The copy is under a key that must not open anything again."""

    def __init__(self) -> None:
        super().__init__(
            translate(
                "Copies",
                "Since this copy was made the password was changed because someone may know it. "
                "Nothing was changed. Sign in with the new password, then bring the copy back.",
            )
        )


def renewed(looked: Look, part: Part, target: Path) -> list[str]:
    """Put the files of ``part``, fit for today, below ``target``; returns their names.

    Raises KnownError; ``target`` is then of no use.
    """
    for folder in ("groups", "drawers"):
        (target / folder).mkdir(exist_ok=True)
    if part.kind != "shelf" and part.name not in looked.old:
        names = missing_pieces(looked, part)
        if part.kind == "cabinet" and names:
            refuse_older_pieces(looked, part.name)
        for name in names:
            shutil.copyfile(looked.room / name, target / name)
            _sync(target / name)
        return names
    scratch = looked.room / "scratch"
    scratch.mkdir(exist_ok=True)
    now = what_is_known(looked, part.name, scratch)
    if part.kind == "shelf":
        _make(looked, part, target / part.name, None, now, scratch)
        return [part.name]
    if part.kind == "drawer":
        return _drawer(looked, part, target, now, scratch)
    return _cabinet(looked, part, target, now, scratch)


def missing_pieces(looked: Look, part: Part) -> list[str]:
    """The files of a place no key opens that are missing or not whole here."""
    workspace = looked.workspace
    safe = here(workspace, part.name)
    whole = {n: True for n in (part.name, *companions(part.name)) if n in looked.members}
    for name in whole:
        path = workspace.path / name
        if name.endswith(".key"):
            whole[name] = key_is_whole(workspace, path, looked.bounds)
        elif name.endswith(".seals"):
            whole[name] = seals.is_whole(path)
        else:
            whole[name] = looks_locked(safe)
    return [name for name, good in whole.items() if not good]


def _drawer(looked: Look, part: Part, target: Path, now: Now, scratch: Path) -> list[str]:
    name, key_name = part.name, part.name.removesuffix(".safe") + ".key"
    old_key = looked.old[name]
    key_here = looked.workspace.path / key_name
    key_stays = key_is_whole(looked.workspace, key_here, looked.bounds)
    key = looked.keys.safes.get(name)
    if key is None:
        # Nobody opened what is here, so the two key files must be one.
        key_stays = key_stays and key_here.read_bytes() == (looked.room / key_name).read_bytes()
    if key is None or not key_stays:
        key = old_key
    if erased.fingerprint(key) in withdrawn_keys(now):
        raise KeyWithdrawn
    if not key_stays:
        shutil.copyfile(looked.room / key_name, target / key_name)
        _sync(target / key_name)
        if not key_is_whole(looked.workspace, key_here, looked.bounds) and opens(
            here(looked.workspace, name), key, wholly=True
        ):
            return [key_name]  # only the key was lost: what was written since then stays
    _make(looked, part, target / name, key, now, scratch)
    return [name] if key_stays else [name, key_name]


def _cabinet(looked: Look, part: Part, target: Path, now: Now, scratch: Path) -> list[str]:
    name, seals_name = part.name, part.name.removesuffix(".safe") + ".seals"
    way = way_in(looked, name)
    known = now.generation or _generation_in(looked.room / name, looked.old[name])
    newest = generation_on_shelf(looked.workspace.path, name)
    if way is not None:
        moved_on = known < max(newest, way.generation)
        _make(looked, part, target / name, way.key, now, scratch)
        if way.public_key:
            with _editing(target / name, way.key) as connection:
                keep_only(connection, looked, way, others=not moved_on)
        return [name]
    here = looked.workspace.path / name
    of_now = looked.keys.safes.get(name) == looked.old[name]
    if seals.is_whole(here.with_suffix(".seals")) and not of_now:
        raise GroupMovedOn
    for key in keys_at_hand(looked, name):
        if opens(here, key, wholly=True):  # only the seals were lost: what is here stays
            seal_as_listed(here, key, target / seals_name)
            return [seals_name]
    if known < newest:
        raise GroupMovedOn
    key, fresh = looked.old[name], False
    if erased.fingerprint(key) in withdrawn_keys(now) or now.withdrawn:
        key, fresh = seals.new_key(), True
    _make(looked, part, target / name, key, now, scratch, new_generation=fresh)
    seal_as_listed(target / name, key, target / seals_name)
    with _editing(target / name, key):
        pass
    return [name, seals_name]


def _generation_in(path: Path, key: bytes) -> int:
    connection = peek(path, key)
    try:
        return int(connection.execute("SELECT generation FROM support_group").fetchone()[0])
    finally:
        connection.close()


@contextlib.contextmanager
def _editing(path: Path, key: bytes) -> Iterator[Connection]:
    """A made safe, which is left without a journal beside it."""
    connection = connect(path, key)
    try:
        yield connection
        connection.execute("PRAGMA journal_mode = DELETE")
    finally:
        connection.close()


def _make(
    looked: Look,
    part: Part,
    target: Path,
    key: bytes | None,
    now: Now,
    scratch: Path,
    *,
    new_generation: bool = False,
) -> None:
    """The safe itself: ``key`` is the one it shall have."""
    from peerdesk.store import cabinet, drawer, shelf  # peewee, only when something comes back
    from peerdesk.store.database import PlaceDatabase

    tables = {"shelf": shelf, "cabinet": cabinet, "drawer": drawer}[part.kind].SEARCH
    work, old_key = scratch / "work", looked.old.get(part.name)
    for suffix in ("", WAL, "-shm"):
        (scratch / f"work{suffix}").unlink(missing_ok=True)
        if part.name + suffix in looked.members:
            shutil.copyfile(looked.room / (part.name + suffix), scratch / f"work{suffix}")
    database = PlaceDatabase(part.kind)
    database.open(work, old_key, tables, scratch)
    database.close()
    connection = connect(work, old_key)
    try:
        carry_over(connection, part.kind, now, new_generation)
        erased.apply(connection, now.gone | erased.erased_in(connection))
        if not is_whole(connection, old_key):
            raise Damaged(target)
        backup(connection, target, key)
    except SQLITE_ERRORS as error:
        raise Damaged(target) from error
    finally:
        connection.close()


def _sync(path: Path) -> None:
    with path.open("r+b") as file:
        os.fsync(file.fileno())
