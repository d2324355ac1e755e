"""Boxes that wait in an in-tray when the group's key pair was made anew.

The cabinet keeps the secret key before (``support_group.former_secret``), so that a box sealed to
it in the seconds of the change, or before a power cut, still opens. As soon as the shelf tells the
new public key, what waits is sealed to it, each box in the place where it lies, and then the former
key goes. Whoever was taken out of the group may know the former key: nothing is sealed to it once
the shelf tells the new one.
"""

from __future__ import annotations

from peerdesk.core.ids import natural_uid
from peerdesk.core.text import translate
from peerdesk.safe.in_tray import open_box, seal
from peerdesk.store.connection import SQLITE_ERRORS, known
from peerdesk.store.in_tray import boxes, more_wait
from peerdesk.store.place import Place


def anew(uid: bytes) -> bytes:
    """The uid of the box that an older PeerDesk sealed anew for the one with this uid."""
    return natural_uid("sealed anew", uid)


def seal_anew(shelf: Place, group: bytes, former_secret: bytes, public: bytes) -> bool:
    """Seal what waits for ``group`` under the key before to ``public``. Whether nothing is left
    that may need the key before: False while the shelf tells another public key, as somebody may
    still seal to that, and while more waits than is read. Boxes that do not open stay as they are.

    Raises the KnownErrors of writing; then nothing was changed.
    """
    told = "SELECT 1 FROM cabinet_card WHERE uid = ? AND public_key = ?"
    label = translate("InTray", "Kept what waits in the in-tray")
    with shelf.operation(label):  # nobody puts anything in meanwhile
        if not shelf.rows(told, group, public):
            return False
        run = shelf.database.connection().execute
        for box in boxes(shelf, group):
            slip = None if box.box is None else open_box(former_secret, group, box.box)
            if slip is not None:
                sealed = seal(public, group, slip.uid, slip.kind, slip.data)
                run("UPDATE in_tray SET box = ? WHERE uid = ?", (sealed, box.uid))
        whole = not more_wait(shelf, group)
    shelf.changed(label, "in_tray")  # undo must not bring a box back that nobody can open
    return whole


def let_former_go(cabinet: Place, shelf: Place) -> None:
    """Seal anew what waits under the key before, if there is one still, and erase that key when it
    is not needed any more. Raises the KnownErrors of writing."""
    rows = cabinet.rows("SELECT uid, public_key, former_secret FROM support_group")
    if not rows or rows[0][2] is None:
        return
    uid, public, former = (bytes(value) for value in rows[0])  # type: ignore[call-overload]
    if not seal_anew(shelf, uid, former, public):
        return
    connection = cabinet.another()  # no step of undo keeps it
    try:
        connection.execute("UPDATE support_group SET former_secret = NULL")
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    except SQLITE_ERRORS as error:
        raise known(error, cabinet.path) from error
    finally:
        connection.close()
    cabinet.changed(translate("InTray", "Kept what waits in the in-tray"), "support_group")
