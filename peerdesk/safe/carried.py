"""Words that could not be saved before a lock, handed on so that only their writer can read them.

A full disk must not hold up a lock, and a lock must not throw away what somebody wrote. The words
are locked with a key made from the drawer's own and given to the next process, which holds no key;
when the same drawer is opened again they are written there. They never touch the disk: a computer
that is switched off in between has lost them.

Bytes of one box: nonce 24, XChaCha20-Poly1305 of the UTF-8 words; associated data: "PDW1". Several
boxes in a row are each led by their length, u32 big-endian.
"""

from __future__ import annotations

import os
import struct
from collections.abc import Sequence
from hashlib import blake2b

MAGIC = b"PDW1"
NONCE_BYTES = 24
MOST = 4 * 1024 * 1024
"""Bytes of all boxes together that one process takes from another."""
_LENGTH = struct.Struct(">I")


def _key(drawer_key: bytes) -> bytes:
    return blake2b(MAGIC, digest_size=32, key=drawer_key, person=b"PeerDesk words").digest()


def close(drawer_key: bytes, words: str) -> bytes:
    """A box with ``words`` that opens with the same drawer key alone."""
    from nacl.bindings import crypto_aead_xchacha20poly1305_ietf_encrypt as encrypt

    nonce = os.urandom(NONCE_BYTES)
    return nonce + encrypt(words.encode(), MAGIC, nonce, _key(drawer_key))


def open_box(drawer_key: bytes, box: bytes) -> str | None:
    """The words, or None when they are somebody else's or damaged."""
    from nacl.bindings import crypto_aead_xchacha20poly1305_ietf_decrypt as decrypt
    from nacl.exceptions import CryptoError

    try:
        return decrypt(box[NONCE_BYTES:], MAGIC, box[:NONCE_BYTES], _key(drawer_key)).decode()
    except (CryptoError, TypeError, ValueError):
        return None


def pack(boxes: Sequence[bytes]) -> bytes:
    """Boxes in a row, as they go through a pipe; those that no longer fit are left out."""
    made = b""
    for box in boxes:
        if len(made) + _LENGTH.size + len(box) <= MOST:
            made += _LENGTH.pack(len(box)) + box
    return made


def unpack(data: bytes) -> list[bytes]:
    """The boxes of :func:`pack`; what is cut short at the end is left out."""
    boxes, at = [], 0
    while at + _LENGTH.size <= len(data):
        (length,) = _LENGTH.unpack_from(data, at)
        at += _LENGTH.size
        if at + length > len(data):
            break
        boxes.append(data[at : at + length])
        at += length
    return boxes
