"""Identifiers. Rows travel between files under 16-byte ``uid``s; file names tell nothing."""

from __future__ import annotations

import os
import time

_NAMESPACE = bytes.fromhex("6f1d3c5e8a554c1e9c530d1f6a2b7e90")


def new_uid(ms: int | None = None) -> bytes:
    """A UUIDv7 (RFC 9562 §5.7): 48 bits of UTC milliseconds, then random bits."""
    stamp = time.time_ns() // 1_000_000 if ms is None else ms
    raw = bytearray(stamp.to_bytes(6, "big") + os.urandom(10))
    raw[6] = 0x70 | (raw[6] & 0x0F)
    raw[8] = 0x80 | (raw[8] & 0x3F)
    return bytes(raw)


def natural_uid(*parts: object) -> bytes:
    """A UUIDv5 (RFC 9562 §5.5) of a natural key, so that two computers make the same row."""
    import hashlib  # the first window does without

    # Made by hand: an import needs one for every row, and uuid.uuid5 takes four times as long.
    key = "\x1f".join([p.hex() if isinstance(p, bytes) else str(p) for p in parts])
    raw = bytearray(hashlib.sha1(_NAMESPACE + key.encode(), usedforsecurity=False).digest()[:16])
    raw[6] = 0x50 | (raw[6] & 0x0F)
    raw[8] = 0x80 | (raw[8] & 0x3F)
    return bytes(raw)


def new_file_id() -> str:
    """A random UUIDv4 for a file name: it tells neither who nor when."""
    import uuid

    return uuid.uuid4().hex
