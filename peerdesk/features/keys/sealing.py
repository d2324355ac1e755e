"""Who may open a cabinet: rows in the cabinet say so, and the seals are made anew from them.

The row is written first and the seals second. ``support_group.sealed_for`` keeps a digest of the
keys the seals were made for last, so that :func:`put_right` sees at the next sign-in when the
second step was cut off.
"""

from __future__ import annotations

from hashlib import blake2b
from pathlib import Path

from peerdesk.core.errors import KnownError
from peerdesk.core.ids import natural_uid
from peerdesk.safe import seals
from peerdesk.store.connection import Connection

DIGEST_BYTES = 16


def receivers(cabinet: Connection) -> tuple[bytes, int, bytes, list[bytes]]:
    """(group uid, generation, recovery public key, public keys of the facilitators)."""
    uid, generation, recovery_public = cabinet.execute(
        "SELECT uid, generation, recovery_public FROM support_group"
    ).fetchone()
    rows = cabinet.execute("SELECT public_key FROM keyholder ORDER BY id").fetchall()
    return bytes(uid), generation, bytes(recovery_public), [bytes(key) for (key,) in rows]


def digest(cabinet: Connection) -> bytes:
    """What ``sealed_for`` says when the seals are those of today's keys."""
    uid, generation, recovery_public, keys = receivers(cabinet)
    words = [uid, generation.to_bytes(8, "big"), recovery_public, *sorted(set(keys))]
    return blake2b(b"".join(words), digest_size=DIGEST_BYTES, person=b"PeerDesk for").digest()


def write(path: Path, cabinet: Connection, key: bytes) -> None:
    """Make the seals at ``path`` anew for everyone the open ``cabinet`` lists.

    Raises TooManyFacilitators and the KnownErrors of writing.
    """
    uid, generation, recovery_public, keys = receivers(cabinet)
    seals.write_seals(path, uid, generation, key, keys, recovery_public)
    cabinet.execute("UPDATE support_group SET sealed_for = ?", (digest(cabinet),))


def put_right(path: Path, cabinet: Connection, key: bytes) -> bool:
    """Finish seals that were cut off; whether there was anything to finish. Raises as write."""
    (kept,) = cabinet.execute("SELECT sealed_for FROM support_group").fetchone()
    if kept is not None and bytes(kept) == digest(cabinet):
        return False
    write(path, cabinet, key)
    return True


def withdraw(cabinet: Connection, public_key: bytes, now_ms: int) -> None:
    """Put a key on the list of those that may not open this cabinet again."""
    cabinet.execute(
        "INSERT INTO withdrawn_key (uid, public_key, withdrawn_at) VALUES (?, ?, ?)"
        " ON CONFLICT (uid) DO NOTHING",
        (natural_uid("withdrawn", public_key), public_key, now_ms),
    )


def withdrawn(cabinet: Connection) -> frozenset[bytes]:
    """The keys that may not open this cabinet again."""
    return frozenset(
        bytes(key) for (key,) in cabinet.execute("SELECT public_key FROM withdrawn_key")
    )


def unseal(path: Path, group_uid: bytes, secrets: tuple[bytes, ...]) -> seals.Unsealed:
    """The first box that opens for one of ``secrets``. Raises as ``seals.open_seals``."""
    *others, last = secrets
    for secret in others:
        try:
            return seals.open_seals(path, group_uid, secret)
        except KnownError:
            continue
    return seals.open_seals(path, group_uid, last)
