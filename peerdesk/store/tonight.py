"""Tonight's sheet: one running meeting, opened by its process alone, deleted after closing.

It holds what the meeting was started with (``store.evening.Plan``) and everything that happened
since, in order; its state is a pure function of these and the clock. Never phones of the group,
contact rules or notes.

Whoever has the sheet open has it alone (:func:`open_tonight`): a running meeting cannot be taken
for one that nobody ended, whatever lock files are deleted beside it.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from peewee import BlobField, IntegerField, TextField

from peerdesk.core.clock import Clock
from peerdesk.store.connection import SQLITE_ERRORS, Connection, connect
from peerdesk.store.database import PlaceDatabase, Row
from peerdesk.store.evening import MOST_HAPPENINGS
from peerdesk.store.place import Place

database = PlaceDatabase("tonight")


class TonightRow(Row):
    class Meta:
        database = database


UID_BYTES = SALT_BYTES = 16
LAST_MS = 1 << 52
SHAPES: dict[str, tuple[type, ...]] = {
    "uid": (bytes,),
    "plan": (str,),
    "code_salt": (bytes, type(None)),
    "code_hash": (bytes, type(None)),
    "tries_left": (int,),
    "alive_at": (int,),
}
"""What may stand in the columns of the sheet; a stand-in's was made by nobody knows whom."""


class Sheet(TonightRow):
    """The one row: the plan as JSON, the evening code as a salted hash with the tries that are
    left, and the last moment (UTC ms) the meeting is known to have been running."""

    plan = TextField()
    code_salt = BlobField(null=True)
    code_hash = BlobField(null=True)
    tries_left = IntegerField(default=0)
    alive_at = IntegerField()


class Event(TonightRow):
    """Something that happened at ``at`` (UTC ms); ``kind`` and ``body`` (JSON) as in
    ``store.evening``."""

    at = IntegerField()
    kind = TextField()
    body = TextField(default="{}")


def whole(row: Mapping[str, object]) -> bool:
    """Whether the columns of the sheet hold what they should."""
    if not all(type(row.get(name)) in kinds for name, kinds in SHAPES.items()):
        return False
    uid, salt, at = row["uid"], row["code_salt"], row["alive_at"]
    salted = salt is None or (isinstance(salt, bytes) and len(salt) <= SALT_BYTES)
    named = isinstance(uid, bytes) and len(uid) == UID_BYTES
    return named and salted and isinstance(at, int) and abs(at) < LAST_MS


def built_as_ours(connection: Connection) -> bool:
    """Whether the file has nothing that runs by itself: a view of a stranger could take for ever
    to read, and a trigger change what is written."""
    odd = "SELECT 1 FROM sqlite_master WHERE type NOT IN ('table', 'index') OR rootpage = 0"
    return connection.execute(odd).fetchone() is None


PATIENCE = 0.5
"""Seconds that are waited for another process to let go of a sheet: one that runs does not."""


def may_be_opened(path: Path, key: bytes) -> bool:
    """Whether a sheet that a stranger may have made is one that can be read in a moment. Raises the
    KnownErrors of ``store.connection.connect``."""
    connection = connect(path, key, read_only=True, patience=PATIENCE)
    try:
        if not built_as_ours(connection):
            return False
        some = "SELECT count(*) FROM (SELECT 1 FROM event LIMIT ?)"
        most = MOST_HAPPENINGS + 1
        return bool(connection.execute(some, (most,)).fetchone()[0] < most)
    except SQLITE_ERRORS:
        return False
    finally:
        connection.close()


def open_tonight(path: Path, key: bytes, clock: Clock, *, alone: bool = False) -> Place:
    """Open (or make) the sheet at ``path`` with its 32-byte key. ``alone``: nobody else can open it
    until it is closed. Raises InUse while somebody else has it alone, and the KnownErrors of
    ``store.database``."""
    database.alone, database.patience = alone, PATIENCE
    return Place(database, path, key, clock, (), path.parent)
