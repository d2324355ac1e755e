"""Who may open a group now, as far as that can be known when a copy of it is brought back.

A copy knows who could open the group when it was made. Where the seals or the shelf say that the
group got a new key since, somebody may have been taken out, and only who proves to open the group
of now may have it back; everybody else is let in again by them.
"""

from __future__ import annotations

import contextlib
from dataclasses import dataclass
from pathlib import Path

from peerdesk.core.errors import KnownError
from peerdesk.core.text import translate
from peerdesk.safe import seals
from peerdesk.store import backup_names
from peerdesk.store.connection import Connection, connect
from peerdesk.store.glance import SQLITE_ERRORS
from peerdesk.store.restore import SHELF, Look
from peerdesk.store.restore_state import here, opens, peek, secrets_in

_UNREADABLE: tuple[type[Exception], ...] = (KnownError, *SQLITE_ERRORS)


class GroupMovedOn(KnownError):
    """The group got a new key since the copy, and nothing at hand opens it."""

    def __init__(self) -> None:
        super().__init__(
            translate(
                "Copies",
                "Since this copy was made the group got a new key, and nothing at hand opens it. "
                "Nothing was changed. A facilitator of the group can bring it back, or use a "
                "newer copy.",
            )
        )


@dataclass(frozen=True)
class WayIn:
    """The key of a group now. ``generation`` and ``public_key`` say by which box of the seals it
    was found; 0 and b"" where the safe itself opens."""

    key: bytes
    generation: int = 0
    public_key: bytes = b""


def way_in(looked: Look, name: str) -> WayIn | None:
    """How the group that is here opens to those at hand, when its seals are whole."""
    path = (looked.workspace.path / name).with_suffix(".seals")
    if not seals.is_whole(path):
        return None
    known = looked.keys.safes.get(name)
    if known is not None and opens(looked.workspace.path / name, known):
        return WayIn(known)
    secrets = list(looked.keys.secrets)
    for drawer, key in looked.old.items():
        if backup_names.kind_of(drawer) == "drawer":
            secrets += secrets_in(looked.room / drawer, key)
    connection = peek(looked.room / name, looked.old[name])
    try:
        uid = bytes(connection.execute("SELECT uid FROM support_group").fetchone()[0])
    finally:
        connection.close()
    for secret in secrets:
        with contextlib.suppress(KnownError):
            found = seals.open_seals(path, uid, secret)
            return WayIn(found.cabinet_key, found.generation, seals.keypair_of(secret).public)
    return None


def generation_on_shelf(folder: Path, name: str) -> int:
    """The generation of a group's key as the shelf in ``folder`` tells it; 0 where it does not."""
    if not (folder / SHELF).exists():
        return 0
    sql = "SELECT max(generation) FROM cabinet_card WHERE file_id = ?"
    try:
        connection = peek(folder / SHELF, None)
        try:
            return int(connection.execute(sql, (Path(name).stem,)).fetchone()[0] or 0)
        finally:
            connection.close()
    except _UNREADABLE:
        return 0


def refuse_older_pieces(looked: Look, name: str) -> None:
    """Seals or a safe from before the key of now would open to those of then, or to nobody.

    Raises GroupMovedOn.
    """
    then = generation_on_shelf(looked.room, name)
    if then < generation_on_shelf(looked.workspace.path, name):
        raise GroupMovedOn


def keep_only(connection: Connection, looked: Look, way: WayIn, *, others: bool) -> None:
    """List who opens the group of now in a copy of it, and nobody else unless ``others``: what
    stands in the copy may name somebody who was taken out since."""
    public = way.public_key
    if not others:
        connection.execute("DELETE FROM keyholder WHERE public_key <> ?", (public,))
    sql = "SELECT 1 FROM keyholder WHERE public_key = ?"
    if connection.execute(sql, (public,)).fetchone() is None:
        uid, name = _who(looked, public)
        connection.execute("DELETE FROM keyholder WHERE uid = ?", (uid,))
        connection.execute(
            "INSERT INTO keyholder(uid, name, public_key, since_at) VALUES (?, ?, ?, ?)",
            (uid, name, public, looked.made_at),
        )


def seal_as_listed(path: Path, key: bytes, target: Path) -> None:
    """Write the seals of a closed cabinet for everyone it lists. Raises the KnownErrors of it."""
    connection = connect(path, key)
    try:
        uid, generation, recovery = connection.execute(
            "SELECT uid, generation, recovery_public FROM support_group"
        ).fetchone()
        holders = [bytes(r[0]) for r in connection.execute("SELECT public_key FROM keyholder")]
    finally:
        connection.close()
    seals.write_seals(target, bytes(uid), generation, key, holders, bytes(recovery))


def _who(looked: Look, public: bytes) -> tuple[bytes, str]:
    """(uid, name) of the drawer at hand that holds ``public``, as the others are to see it."""
    there = [(here(looked.workspace, n), k) for n, k in looked.keys.safes.items()]
    there += [(looked.room / n, k) for n, k in looked.old.items()]
    mine = "SELECT uid FROM identity WHERE public_key = ?"
    called = "SELECT value FROM preference WHERE key = 'name'"
    for path, key in there:
        if path.parent.name != "groups":
            with contextlib.suppress(*_UNREADABLE):
                connection = peek(path, key)
                try:
                    row = connection.execute(mine, (public,)).fetchone()
                    name = connection.execute(called).fetchone()
                finally:
                    connection.close()
                if row is not None:
                    return bytes(row[0]), str(name[0]) if name else "?"
    raise GroupMovedOn
