"""Boxes that wait in an in-tray while the group's key pair is made anew.

Each is opened with the old key and sealed a second time to the new one, before the moment that
decides; afterwards the old ones go. Stopped in between, both lie there, and which of the two opens
is the one that counts: nothing is lost either way.
"""

from __future__ import annotations

from peerdesk.core.ids import natural_uid
from peerdesk.core.text import translate
from peerdesk.safe.in_tray import open_box, seal
from peerdesk.store.in_tray import boxes, remove
from peerdesk.store.place import Place


def anew(uid: bytes) -> bytes:
    """The uid of the box that was sealed anew for the one with this uid."""
    return natural_uid("sealed anew", uid)


def seal_anew(
    shelf: Place, group: bytes, old_secret: bytes, new_public: bytes
) -> tuple[bytes, ...]:
    """Seal what waits for ``group`` to the new key too; the uids of the old boxes, to be given to
    :func:`let_go` after the moment. Boxes that do not open stay as they are. Raises the KnownErrors
    of writing."""
    made = []
    for box in boxes(shelf, group):
        slip = None if box.box is None else open_box(old_secret, group, box.box)
        if slip is not None:
            made.append((box.uid, seal(new_public, group, slip.uid, slip.kind, slip.data)))
    with shelf.operation(translate("InTray", "Kept what waits in the in-tray")):
        run = shelf.database.connection().execute
        for uid, sealed in made:
            run(
                "INSERT INTO in_tray (uid, group_uid, box) VALUES (?, ?, ?)"
                " ON CONFLICT (uid) DO UPDATE SET box = excluded.box",
                (anew(uid), group, sealed),
            )
    return tuple(uid for uid, _ in made)


def let_go(shelf: Place, uids: tuple[bytes, ...]) -> None:
    """The boxes under the old key go. Raises the KnownErrors of writing."""
    remove(shelf, uids, translate("InTray", "Kept what waits in the in-tray"))
