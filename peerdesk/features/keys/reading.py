"""A first look into files whose key is at hand, on a connection of its own and read-only.

Signing in runs in a thread; the places themselves are opened afterwards, on the main thread.
"""

from __future__ import annotations

from pathlib import Path

from peerdesk.core.errors import KnownError
from peerdesk.core.text import translate
from peerdesk.features.keys.signed_in import Card
from peerdesk.store.connection import Damaged, connect
from peerdesk.store.glance import SQLITE_ERRORS, connect_to_read, in_plain_words

# A row that is not there comes as None and cannot be unpacked.
_UNREADABLE: tuple[type[Exception], ...] = (*SQLITE_ERRORS, TypeError)


class FileMissing(KnownError):
    """The key is right, but the file it opens is not there."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            translate(
                "Keys",
                "The file {file} is not where it should be, so it could not be opened. Nothing "
                "was changed. If it was moved, put it back; a backup can take its place.",
            ).format(file=path.name)
        )


def look_into_drawer(path: Path, key: bytes) -> tuple[tuple[bytes, ...], list[tuple[bytes, str]]]:
    """The X25519 secrets of a drawer, newest first (two only while a renewal was cut off), and
    (group uid, file id) of its cabinets, the one opened last first. KnownErrors."""
    connection = connect(path, key, read_only=True)
    try:
        rows = connection.execute("SELECT secret_key FROM identity ORDER BY id DESC").fetchall()
        passes = connection.execute(
            "SELECT uid, file_id FROM cabinet_pass ORDER BY opened_at IS NULL, opened_at DESC, id"
        ).fetchall()
    except SQLITE_ERRORS as error:
        raise in_plain_words(error, path) from error
    finally:
        connection.close()
    if not rows:
        raise Damaged(path)
    return tuple(bytes(s) for (s,) in rows), [(bytes(uid), file_id) for uid, file_id in passes]


def look_into_cabinet(path: Path, key: bytes) -> Card:
    """What the shelf should say of a cabinet. KnownErrors."""
    if not path.exists():
        raise FileMissing(path)
    connection = connect(path, key, read_only=True)
    try:
        uid, generation, public = connection.execute(
            "SELECT uid, generation, public_key FROM support_group"
        ).fetchone()
        return Card(bytes(uid), path.stem, generation, bytes(public))
    except _UNREADABLE as error:
        raise in_plain_words(error, path) from error
    finally:
        connection.close()


def keys_before(path: Path, key: bytes) -> frozenset[bytes]:
    """Public keys of a cabinet from before, which the shelf may rightly tell still: the one before
    today's, while telling the shelf was cut off. Of a file that was not brought on since, any that
    was withdrawn. Anybody who was taken out may know the older ones, and put them there."""
    from peerdesk.safe.seals import keypair_of

    connection = connect(path, key, read_only=True)
    try:
        try:
            rows = connection.execute("SELECT former_secret FROM support_group").fetchall()
            return frozenset(keypair_of(bytes(former)).public for (former,) in rows if former)
        except SQLITE_ERRORS:
            rows = connection.execute("SELECT public_key FROM withdrawn_key").fetchall()
            return frozenset(bytes(public) for (public,) in rows)
    except SQLITE_ERRORS:
        return frozenset()
    finally:
        connection.close()


def public_key_on_shelf(shelf: Path, file_id: str) -> bytes | None:
    """The shelf's copy of a cabinet's public key; None when it has none. KnownErrors."""
    connection = connect_to_read(shelf)
    try:
        row = connection.execute(
            "SELECT public_key FROM cabinet_card WHERE file_id = ?", (file_id,)
        ).fetchone()
        return None if row is None else bytes(row[0])
    except SQLITE_ERRORS as error:
        raise in_plain_words(error, shelf) from error
    finally:
        connection.close()
