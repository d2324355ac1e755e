"""The in-tray of a group: boxes on the shelf that only its facilitators can open.

Anyone may put a box in without a key, so what lies here is held to a number and to two sizes. A
box is put in on a connection of its own (:func:`put`: the welcome page does without peewee), or in
an open place (:func:`put_into`). Nothing tells when it was put in: rows have random uids.

Whoever can write to the shelf can write past us. So no more than :data:`MOST_BOXES` rows are read
at a time, whatever lies there, the rest waits (:func:`more_wait`); and a box counts as put in only
when it was read back from where it lies.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from peerdesk.core.errors import KnownError
from peerdesk.core.text import Text, translate
from peerdesk.store.connection import (
    INTEGRITY,
    SQLITE_ERRORS,
    Connection,
    connect,
    drop_triggers,
    known,
)

if TYPE_CHECKING:
    from peerdesk.store.place import Place

MOST_BOXES = 200
"""Boxes that may wait for one group, and rows of one group that are read at a time."""
KEPT_FREE = 50
"""Of these, so many that slips leave to a stand-in's evening."""
SIZES = (2 * 1024 + 48, 64 * 1024 + 48)
"""Bytes of a box: those of ``safe.in_tray.SIZES`` and of the seal around them."""
MOST_WORDS = 500
"""Characters of a slip; whatever their script, they fit into the smaller box."""
OPEN = "in_tray."
"""Beginning of the settings of the computer that say which groups take slips: the group's uid in
hex follows, and the value is the name the group shows."""

_FIRST = "SELECT id FROM in_tray WHERE group_uid = ? ORDER BY id LIMIT ?"
"""The rows that are read: of a group, in the order in which they were put in."""
_OURS = "typeof(uid) = 'blob' AND length(uid) = 16"
_COUNT = "SELECT count(*) FROM (SELECT 1 FROM in_tray WHERE group_uid = ? LIMIT ?)"
_LIES = "SELECT 1 FROM in_tray WHERE uid = ? AND group_uid = ? AND box = ?"
_PUT = "INSERT INTO in_tray (uid, group_uid, box) VALUES (?, ?, ?)"


class TrayFull(KnownError):
    """As many boxes wait as may wait."""

    def __init__(self) -> None:
        super().__init__(
            translate(
                "InTray",
                "The in-tray is full. Nothing was put in, and what lies in it is safe. Please "
                "tell one of the facilitators, or give them a slip of paper.",
            )
        )


class NoKey(KnownError):
    """What stands on the shelf as a group's public key is none."""

    def __init__(self) -> None:
        super().__init__(
            translate(
                "InTray",
                "The in-tray of this group cannot be used on this computer. Nothing was put in. "
                "Please tell one of the facilitators; it is put right when they sign in.",
            )
        )


class TooLarge(KnownError):
    """A box of a size we never make."""

    def __init__(self) -> None:
        super().__init__(
            translate(
                "InTray",
                "This is more than fits into the in-tray. Nothing was put in. Please make it "
                "shorter, then try again.",
            )
        )


class NotKept(KnownError):
    """What was put in does not lie there."""

    def __init__(self) -> None:
        super().__init__(
            translate(
                "InTray",
                "The in-tray on this computer did not keep what was put in. Nothing else was "
                "changed. Please tell one of the facilitators, or give them a slip of paper.",
            )
        )


class Tray(NamedTuple):
    """A group that takes slips. ``name`` is what it shows; ``public_key`` 32 bytes."""

    group: bytes
    name: str
    public_key: bytes


class Box(NamedTuple):
    """A row of the in-tray; ``box`` is None when it has a size we never make."""

    uid: bytes
    box: bytes | None


def trays(connection: Connection, settings: Mapping[str, str]) -> tuple[Tray, ...]:
    """The groups of an open shelf that take slips, by name."""
    names = {key[len(OPEN) :]: value for key, value in settings.items() if key.startswith(OPEN)}
    if not names:
        return ()
    cards = connection.execute("SELECT uid, public_key FROM cabinet_card").fetchall()
    found = [
        Tray(uid, str(names[uid.hex()]), key)
        for uid, key in cards
        if isinstance(uid, bytes) and isinstance(key, bytes) and uid.hex() in names
    ]
    return tuple(sorted(found, key=lambda tray: (tray.name.casefold(), tray.group)))


def put(shelf: Path, group: bytes, box: bytes) -> None:
    """Put a slip's box into the in-tray of ``group`` (uid, 16 bytes), without opening a place.

    Raises TrayFull, TooLarge, NotKept and the KnownErrors of writing; then it is not there.
    """
    _check(box)
    if not shelf.exists():
        from peerdesk.store.glance import ShelfMissing

        raise ShelfMissing(shelf)
    connection, uid = connect(shelf, None), os.urandom(16)
    try:
        connection.execute("BEGIN IMMEDIATE")
        drop_triggers(connection, table="in_tray")  # none is ours, and one may run for ever
        _put(connection, uid, group, box, MOST_BOXES - KEPT_FREE)
        connection.execute("COMMIT")
        _read_back(connection, uid, group, box)
    except SQLITE_ERRORS as error:
        raise _known(error, shelf) from error
    finally:
        connection.close()  # what was not committed is taken back


def put_into(
    shelf: Place, group: bytes, box: bytes | Callable[[], bytes], uid: bytes, label: Text
) -> None:
    """The same in an open shelf, for an evening or a key. ``uid`` names the row and should be
    random; ``box`` may be made inside the transaction, where nobody changes the group's key.

    The same box twice under one uid lies there once. Raises as :func:`put`, also when something
    else lies there under this uid, which then stays as it is.
    """
    connection = shelf.database.connection()
    try:
        with shelf.operation(label):
            made = box if isinstance(box, bytes) else box()
            _check(made)
            _put(connection, uid, group, made, MOST_BOXES)
        _read_back(connection, uid, group, made)
    except SQLITE_ERRORS as error:
        raise _known(error, shelf.path) from error


def boxes(shelf: Place, group: bytes) -> tuple[Box, ...]:
    """What waits for ``group``, in the order it was put in: the first :data:`MOST_BOXES` rows."""
    few, many = SIZES
    rows = shelf.rows(
        "SELECT uid, CASE WHEN typeof(box) = 'blob' AND length(box) IN (?, ?) THEN box END"
        f" FROM in_tray WHERE id IN ({_FIRST}) AND {_OURS} ORDER BY id",
        few,
        many,
        group,
        MOST_BOXES,
    )
    return tuple(
        Box(bytes(uid), bytes(box) if isinstance(box, bytes) else None)  # type: ignore[call-overload]
        for uid, box in rows
    )


def more_wait(shelf: Place, group: bytes) -> bool:
    """Whether more rows lie there than are read. We never put in so many."""
    one_more = "SELECT 1 FROM in_tray WHERE group_uid = ? LIMIT 1 OFFSET ?"
    return bool(shelf.rows(one_more, group, MOST_BOXES))


def sweep(shelf: Place, group: bytes, label: Text) -> None:
    """Take out rows that can be none of ours by their uid, so that they keep nothing from being
    read; at most :data:`MOST_BOXES`. Raises the KnownErrors of writing."""
    if shelf.rows(f"SELECT 1 FROM in_tray WHERE id IN ({_FIRST}) AND NOT ({_OURS})",
                  group, MOST_BOXES):  # fmt: skip
        odd = f"DELETE FROM in_tray WHERE id IN ({_FIRST}) AND NOT ({_OURS})"
        _take_out(shelf, odd, [(group, MOST_BOXES)], label)


def remove(shelf: Place, uids: Collection[bytes], label: Text) -> None:
    """Take boxes out, for good: undo does not bring them back, as the cabinet knows them already.

    Uids that are not there are passed over. Raises the KnownErrors of writing.
    """
    if uids:
        _take_out(shelf, "DELETE FROM in_tray WHERE uid = ?", [(uid,) for uid in uids], label)


def _take_out(shelf: Place, sql: str, values: Sequence[tuple[object, ...]], label: Text) -> None:
    """On a connection of its own, so that nothing of it is kept for undo."""
    connection = shelf.another()
    try:
        connection.execute("BEGIN IMMEDIATE")
        connection.executemany(sql, values)
        connection.execute("COMMIT")
    except SQLITE_ERRORS as error:
        raise known(error, shelf.path) from error
    finally:
        connection.close()
    shelf.changed(label, "in_tray")


def _check(box: bytes) -> None:
    if len(box) not in SIZES:
        raise TooLarge


def _put(connection: Connection, uid: bytes, group: bytes, box: bytes, most: int) -> None:
    run = connection.execute
    if run(_LIES, (uid, group, box)).fetchone():
        return
    if run(_COUNT, (group, most)).fetchone()[0] >= most:
        raise TrayFull
    run(_PUT, (uid, group, box))


def _read_back(connection: Connection, uid: bytes, group: bytes, box: bytes) -> None:
    """Raises NotKept for a box that is not there: what a trigger of a stranger turned away was
    never put in."""
    if not connection.execute(_LIES, (uid, group, box)).fetchone():
        raise NotKept


def _known(error: Exception, path: Path) -> Exception:
    """As ``connection.known``; what the shelf itself turns away is not kept."""
    better = known(error, path)
    return NotKept() if better is error and isinstance(error, INTEGRITY) else better
