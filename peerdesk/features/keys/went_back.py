"""Older files in the place of a group's: noticed, as the drawer keeps what it saw of each group.

Who was taken out of a group has its old key, and may have its old files. Whoever may write to the
folder could put those back, seals, safe and shelf alike: they fit each other, everybody who stays
could open them as before, and would go on writing under a key that was withdrawn. The same way
somebody who was erased for good would be back. So the drawer, which only its owner can write,
keeps of each group a fingerprint of the key that opened it last, and how much was gone for good.

A rightful new key names the one before among those that were withdrawn (``store.erased``), and that
needs somebody who knew it; the list of what is gone only grows. A group of which one of the two is
not so went back. That can be right, after a copy was brought back into an empty place; nobody but
its people can tell, so they are asked, until one of them says they read it. Files that are older,
with the same key and nothing erased since, cannot be told from those of today; nor can a group
whose people's drawers were put back with it.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from pathlib import Path
from typing import NamedTuple

from peerdesk.core.errors import KnownError
from peerdesk.core.ids import natural_uid
from peerdesk.core.text import translate
from peerdesk.features.keys.signed_in import SignedIn
from peerdesk.store import erased
from peerdesk.store.connection import Connection, connect
from peerdesk.store.glance import SQLITE_ERRORS
from peerdesk.store.place import Place
from peerdesk.store.workspace import Workspace

KEY = "groups_seen"
_UNREADABLE: tuple[type[Exception], ...] = (KnownError, TypeError, *SQLITE_ERRORS)

WORDS = (
    translate(
        "Keys",
        "What PeerDesk keeps of the group “{group}” is older than what you saw here last: from "
        "before its key was made new, or before somebody was erased for good.",
    ),
    translate(
        "Keys",
        "Did one of you bring back a copy? Then this is right. If not, somebody may have put old "
        "files in place of yours. Nothing was changed by PeerDesk.",
    ),
    translate(
        "Keys",
        "Talk to your colleagues before you write anything new. Look at “Who can open this”: take "
        "out again whoever should not be there. A newer copy under “Copies” may hold what is "
        "missing.",
    ),
)
"""What is said of one; ``group`` is its name."""


class Seen(NamedTuple):
    """A group as somebody opened it: the fingerprint of its key (16 bytes), and how many entries
    its list of what is gone for good had."""

    mark: bytes
    gone: int


def older(workspace: Workspace, drawer: Place, signed: SignedIn) -> list[tuple[bytes, str]]:
    """(uid, name) of every group at hand that went back since ``drawer`` saw it last. Quick; one
    that cannot be read is left out. Raises what SQLite raises of the drawer."""
    kept, found = _kept(drawer), []
    for uid, file_id, key in signed.cabinets:
        if uid in kept:
            look = _look(workspace.cabinet(file_id), key)
            if look is not None and _went_back(kept[uid], look):
                found.append((uid, look.name))
    return found


def keep(
    workspace: Workspace, drawer: Place, signed: SignedIn, *, read: Collection[bytes] = ()
) -> None:
    """Keep in mind how the groups at hand are now. One that went back stays as it was seen before,
    unless it is among ``read``. Raises the KnownErrors of opening and what SQLite raises."""
    kept = _kept(drawer)
    now = dict(kept)
    for uid, file_id, key in signed.cabinets:
        look = _look(workspace.cabinet(file_id), key)
        if look is None or (uid in kept and uid not in read and _went_back(kept[uid], look)):
            continue
        now[uid] = look.seen
    if now != kept:
        raw = drawer.another()  # Ctrl+Z must not take back what was seen
        try:
            _write(raw, now)
        finally:
            raw.close()


def keep_new_key(drawer: Place, group_uid: bytes, cabinet: Path, key: bytes) -> None:
    """The same for one group whose key was made new just now. Raises as :func:`keep`."""
    look = _look(cabinet, key)
    if look is not None:
        raw = drawer.another()
        try:
            _write(raw, _kept(drawer) | {group_uid: look.seen})
        finally:
            raw.close()


# -- inside ----------------------------------------------------------------------------------


class _Look(NamedTuple):
    seen: Seen
    withdrawn: frozenset[bytes]
    name: str


def _went_back(kept: Seen, look: _Look) -> bool:
    followed = kept.mark == look.seen.mark or kept.mark in look.withdrawn
    return not followed or look.seen.gone < kept.gone


def _look(path: Path, key: bytes) -> _Look | None:
    try:
        connection = connect(path, key, read_only=True)
        try:
            gone = erased.erased_in(connection)
            (name,) = connection.execute("SELECT name FROM support_group").fetchone()
        finally:
            connection.close()
    except _UNREADABLE:
        return None
    withdrawn = frozenset(entry.uid for entry in gone if entry.kind == erased.KEY)
    return _Look(Seen(erased.fingerprint(key), len(gone)), withdrawn, str(name))


def _kept(drawer: Place) -> dict[bytes, Seen]:
    rows = drawer.rows("SELECT value FROM preference WHERE key = ?", KEY)
    found = {}
    for line in (line for row in rows for line in str(row[0]).splitlines()):
        uid, mark, gone = line.split()
        found[bytes.fromhex(uid)] = Seen(bytes.fromhex(mark), int(gone))
    return found


def _write(drawer: Connection, seen: Mapping[bytes, Seen]) -> None:
    lines = sorted(f"{uid.hex()} {one.mark.hex()} {one.gone}" for uid, one in seen.items())
    drawer.execute(
        "INSERT INTO preference(uid, key, value) VALUES (?, ?, ?)"
        " ON CONFLICT(key) DO UPDATE SET value = excluded.value",
        (natural_uid("preference", KEY), KEY, "\n".join(lines)),
    )
