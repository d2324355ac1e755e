"""``groups/<id>.seals``: the cabinet key for each who may open it, always sixteen boxes.

Bytes, always exactly :data:`LENGTH`: 16 sealed boxes (X25519, XSalsa20-Poly1305) of 100 bytes in
random order, each holding group id 16, generation u32 big-endian, cabinet key 32; then BLAKE2b-128
of them. Every box is made anew at each write. Fillers are boxes to a key that is thrown away, since
plain random bytes could be told from boxes: those begin with a point of the curve.
"""

from __future__ import annotations

import os
import struct
from collections.abc import Sequence
from hashlib import blake2b
from hmac import compare_digest
from pathlib import Path
from typing import NamedTuple

from peerdesk.core.errors import KnownError
from peerdesk.core.text import translate
from peerdesk.safe import files

BOXES = 16
MOST_FACILITATORS = BOXES - 1
KEY_BYTES = 32
GROUP_ID_BYTES = 16
_PAYLOAD = struct.Struct(f">{GROUP_ID_BYTES}sI{KEY_BYTES}s")
SEAL_BYTES = 48
BOX_BYTES = _PAYLOAD.size + SEAL_BYTES
CHECKSUM_BYTES = 16
LENGTH = BOXES * BOX_BYTES + CHECKSUM_BYTES


class SealsDamaged(KnownError):
    """The file is not there, or not the way it was written."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            translate(
                "Safe",
                "The file {file}, which lets facilitators into the group, is damaged. The group's "
                "records themselves are kept and nothing was changed. Bring this file back from a "
                "backup, or use two of the group's recovery parts.",
            ).format(file=path.name)
        )


class NotForYou(KnownError):
    """No box opens: this key is not, or no longer, among those who may open the group."""

    def __init__(self) -> None:
        super().__init__(
            translate(
                "Safe",
                "You cannot open this group's records with your own key. Nothing was changed. "
                "Another facilitator of the group can let you in, sitting beside you.",
            )
        )


class TooManyFacilitators(KnownError):
    """More than 15 public keys."""

    def __init__(self) -> None:
        super().__init__(
            translate(
                "Safe",
                "A group can have 15 facilitators at most. Nothing was changed. Take out one who "
                "no longer comes, then try again.",
            )
        )


class KeyPair(NamedTuple):
    """An X25519 pair, 32 bytes each. The secret one belongs inside an encrypted file."""

    secret: bytes
    public: bytes

    def __repr__(self) -> str:
        return f"KeyPair(public={self.public.hex()})"


class Unsealed(NamedTuple):
    """What a box held."""

    generation: int
    cabinet_key: bytes

    def __repr__(self) -> str:
        return f"Unsealed(generation={self.generation})"


def new_key() -> bytes:
    """A random 256-bit key for a cabinet, a drawer or tonight's sheet."""
    return os.urandom(KEY_BYTES)


def new_keypair() -> KeyPair:
    """A random pair."""
    return keypair_of(os.urandom(KEY_BYTES))


def keypair_of(secret: bytes) -> KeyPair:
    """The pair that belongs to ``secret`` (32 bytes)."""
    from nacl.bindings import crypto_scalarmult_base

    return KeyPair(secret, crypto_scalarmult_base(secret))


def seal_to(public_key: bytes, data: bytes) -> bytes:
    """``data`` for the holder of the matching secret alone: 48 bytes longer, sender unknown.

    Raises ValueError for a key nothing can be sealed to (one of a small order, RFC 7748 §6.1).
    """
    from nacl.exceptions import CryptoError
    from nacl.public import PublicKey, SealedBox

    try:
        return bytes(SealedBox(PublicKey(public_key)).encrypt(data))
    except CryptoError as error:
        raise ValueError("no public key") from error


def unseal(secret_key: bytes, box: bytes) -> bytes | None:
    """The data, or None when the box is damaged or for someone else."""
    from nacl.exceptions import CryptoError
    from nacl.public import PrivateKey, SealedBox

    try:
        return bytes(SealedBox(PrivateKey(secret_key)).decrypt(box))
    except CryptoError:
        return None


def write_seals(
    path: Path,
    group_id: bytes,
    generation: int,
    cabinet_key: bytes,
    public_keys: Sequence[bytes],
    recovery_public: bytes,
) -> None:
    """Make all sixteen boxes anew and write them durably.

    ``public_keys`` are the facilitators', 15 at most; one listed twice counts once. Raises
    :class:`TooManyFacilitators` and the KnownErrors of :mod:`peerdesk.safe.files`.
    """
    import secrets

    receivers = list(dict.fromkeys([recovery_public, *public_keys]))
    if len(set(public_keys)) > MOST_FACILITATORS:
        raise TooManyFacilitators
    payload = _PAYLOAD.pack(group_id, generation, cabinet_key)
    boxes = [seal_to(key, payload) for key in receivers]
    while len(boxes) < BOXES:
        boxes.append(seal_to(new_keypair().public, os.urandom(_PAYLOAD.size)))
    secrets.SystemRandom().shuffle(boxes)
    body = b"".join(boxes)
    files.make_folder(path.parent)
    files.write_durably(path, body + _checksum(body))


def open_seals(
    path: Path, group_id: bytes | None, secret_key: bytes, *, even_damaged: bool = False
) -> Unsealed:
    """``(generation, cabinet key)`` from the box made for ``secret_key``; ``group_id`` None takes
    any group's, for the recovery parts, which name none.

    Raises :class:`SealsDamaged` when any byte is another one, or the file is missing;
    :class:`NotForYou`. With ``even_damaged`` only a box for this key has to be whole: then write
    the seals anew.
    """
    data = _read(path)
    body = data[:-CHECKSUM_BYTES]
    whole = compare_digest(_checksum(body), data[-CHECKSUM_BYTES:])
    if len(data) != LENGTH or not (whole or even_damaged):
        raise SealsDamaged(path)
    opened = None
    for at in range(0, len(body), BOX_BYTES):
        payload = unseal(secret_key, body[at : at + BOX_BYTES])
        if payload is not None:
            owner, generation, cabinet_key = _PAYLOAD.unpack(payload)
            if group_id in (None, owner):
                opened = Unsealed(generation, cabinet_key)
    if opened is None:
        raise NotForYou if whole else SealsDamaged(path)
    return opened


def is_whole(path: Path) -> bool:
    """Whether the file is there and the way it was written; says nothing of what it opens."""
    data = _read(path)
    body = data[:-CHECKSUM_BYTES]
    whole = compare_digest(_checksum(body), data[-CHECKSUM_BYTES:])
    return whole and len(data) == LENGTH


def _read(path: Path) -> bytes:
    try:
        if path.is_file():
            with path.open("rb") as file:
                return file.read(LENGTH + 1)
    except OSError as error:
        raise files.in_plain_words(error, path) from error
    return b""


def _checksum(body: bytes) -> bytes:
    return blake2b(body, digest_size=CHECKSUM_BYTES, person=b"PeerDesk seals").digest()
