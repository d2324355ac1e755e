"""The in-tray of a group: boxes on the shelf that only its facilitators can open.

Anyone may put a box in without a key, so what lies here is held to a number and to two sizes. A
box is put in on a connection of its own (:func:`put`: the welcome page does without peewee), or in
an open place (:func:`put_into`). Nothing tells when it was put in: rows have random uids.
"""

from __future__ import annotations

import os
from collections.abc import Collection, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from peerdesk.core.errors import KnownError
from peerdesk.core.text import Text, translate
from peerdesk.store.connection import SQLITE_ERRORS, Connection, connect, known

if TYPE_CHECKING:
    from peerdesk.store.place import Place

MOST_BOXES = 200
"""Boxes that may wait for one group."""
KEPT_FREE = 50
"""Of these, so many that slips leave to a stand-in's evening."""
SIZES = (2 * 1024 + 48, 64 * 1024 + 48)
"""Bytes of a box: those of ``safe.in_tray.SIZES`` and of the seal around them."""
MOST_WORDS = 500
"""Characters of a slip; whatever their script, they fit into the smaller box."""
OPEN = "in_tray."
"""Beginning of the settings of the computer that say which groups take slips: the group's uid in
hex follows, and the value is the name the group shows."""

_COUNT = "SELECT count(*) FROM in_tray WHERE group_uid = ?"
_PUT = "INSERT INTO in_tray (uid, group_uid, box) VALUES (?, ?, ?) ON CONFLICT (uid) DO NOTHING"


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

    Raises TrayFull, TooLarge and the KnownErrors of writing; then it is not there.
    """
    _check(box)
    if not shelf.exists():
        from peerdesk.store.glance import ShelfMissing

        raise ShelfMissing(shelf)
    connection = connect(shelf, None)
    try:
        connection.execute("BEGIN IMMEDIATE")
        _put(connection, os.urandom(16), group, box, MOST_BOXES - KEPT_FREE)
        connection.execute("COMMIT")
    except SQLITE_ERRORS as error:
        raise known(error, shelf) from error
    finally:
        connection.close()  # what was not committed is taken back


def put_into(shelf: Place, group: bytes, box: bytes, uid: bytes, label: Text) -> None:
    """The same in an open shelf, for an evening or a key. One that is there under this ``uid``
    stays as it is. Raises as :func:`put`."""
    _check(box)
    with shelf.operation(label):
        _put(shelf.database.connection(), uid, group, box, MOST_BOXES)


def boxes(shelf: Place, group: bytes) -> tuple[Box, ...]:
    """What waits for ``group``, in the order it was put in."""
    few, many = SIZES
    rows = shelf.rows(
        "SELECT uid, CASE WHEN typeof(box) = 'blob' AND length(box) IN (?, ?) THEN box END"
        " FROM in_tray WHERE group_uid = ? AND typeof(uid) = 'blob' ORDER BY id",
        few,
        many,
        group,
    )
    return tuple(
        Box(bytes(uid), bytes(box) if isinstance(box, bytes) else None)  # type: ignore[call-overload]
        for uid, box in rows
    )


def remove(shelf: Place, uids: Collection[bytes], label: Text) -> None:
    """Take boxes out, for good: undo does not bring them back, as the cabinet knows them already.

    Uids that are not there are passed over.
    """
    if not uids:
        return
    with shelf.operation(label, merge="in-tray"):
        run = shelf.database.connection().execute
        for uid in uids:
            run("DELETE FROM in_tray WHERE uid = ?", (uid,))
        run("DELETE FROM in_tray WHERE typeof(uid) <> 'blob'")  # nothing of ours
    shelf.changed(label, "in_tray")


def _check(box: bytes) -> None:
    if len(box) not in SIZES:
        raise TooLarge


def _put(connection: Connection, uid: bytes, group: bytes, box: bytes, most: int) -> None:
    there = connection.execute("SELECT 1 FROM in_tray WHERE uid = ?", (uid,)).fetchone()
    if not there and connection.execute(_COUNT, (group,)).fetchone()[0] >= most:
        raise TrayFull
    connection.execute(_PUT, (uid, group, box))
