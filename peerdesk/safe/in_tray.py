"""Boxes for a group's in-tray: anyone may put one in, only the group's facilitators can open it.

Bytes of a box: a sealed box (``seals.seal_to``) to the
cabinet's public key of magic "PDT1", group id 16, uid 16, kind u8, length u32 big-endian, that many
bytes, and zeros up to one of :data:`SIZES`. So a box shows neither what kind it is nor how much was
written, only which of two sizes it has.

A box says nothing about who wrote it. What is inside may be forged, and has to be read strictly;
the same box put in twice is told by its uid.
"""

from __future__ import annotations

import struct
from typing import NamedTuple

from peerdesk.safe import seals

MAGIC = b"PDT1"
KINDS = ("slip", "evening", "sheet key", "listing")
"""A question or topic; a stand-in's evening; the key of a stand-in's sheet; something is wrong
with a listing."""
SIZES = (2 * 1024, 64 * 1024)
"""Bytes inside a box, padding included."""
_HEAD = struct.Struct(">4s16s16sBI")
MOST = SIZES[-1] - _HEAD.size
"""Bytes that fit into one box."""


class Slip(NamedTuple):
    """What was in a box. ``kind`` is one of KINDS."""

    uid: bytes
    kind: str
    data: bytes


def seal(public_key: bytes, group: bytes, uid: bytes, kind: str, data: bytes) -> bytes:
    """A box with ``data`` for the cabinet of ``group`` (16 bytes) with this public key (32).

    Raises ValueError for more than :data:`MOST` bytes, an unknown kind, or a key that is none.
    """
    inside = _HEAD.pack(MAGIC, group, uid, KINDS.index(kind), len(data)) + data
    size = next((s for s in SIZES if len(inside) <= s), 0)
    if not size:
        raise ValueError("too much for one box")
    return seals.seal_to(public_key, inside.ljust(size, b"\0"))


def open_box(secret_key: bytes, group: bytes, box: bytes) -> Slip | None:
    """What is in a box, or None when it is no box of ours for this group: of another size, to
    another key, for another group, or not the way :func:`seal` writes it."""
    if len(box) - seals.SEAL_BYTES not in SIZES:
        return None
    inside = seals.unseal(secret_key, box)
    if inside is None:
        return None
    magic, whose, uid, kind, length = _HEAD.unpack_from(inside)
    end = _HEAD.size + length
    if magic != MAGIC or whose != group or kind >= len(KINDS) or end > len(inside):
        return None
    if inside[end:].strip(b"\0"):
        return None
    return Slip(uid, KINDS[kind], inside[_HEAD.size : end])
