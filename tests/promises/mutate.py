"""Seeded mutations of known files: what a broken disk, a bad program or an enemy hands over."""

from __future__ import annotations

import random
from collections.abc import Sequence

NUMBERS = (0, 1, 0x7F, 0x80, 0xFF, 0x7FFF, 0xFFFF, 0x7FFFFFFF, 0xFFFFFFFF, 0x100000)
TOKENS = (
    *(b'"', b'""', b",", b";", b"\t", b"\r", b"\n", b"\r\n", b"\0", b"\x1a", b"\xff\xfe"),
    b"\xfe\xff",
    *(b"\xef\xbb\xbf", b"\xed\xa0\x80", "é".encode("cp1252"), "\u202e".encode(), "😀".encode()),
    *(b"PK\3\4", b"PK\1\2", b"PK\5\6", b"../", b"C:\\", b"services.csv", b"id,name\n", b"PDK1"),
    *(b"-1", b"1e309", b"99999999999999999999", b"NaN", b"0x10", b"24:61", b"2026-02-31", b"null"),
    *(b'{"format": 1', b"SQLite format 3\0", b"FREQ=WEEKLY;BYDAY=", b"MO," * 50, b"[" * 2000),
)  # fmt: skip


def mutated(data: bytes, rng: random.Random, others: Sequence[bytes]) -> bytes:
    """``data`` changed in one to six ways."""
    raw = bytearray(data)
    for _ in range(rng.choice((1, 1, 2, 3, 6))):
        at = rng.randrange(len(raw) + 1)
        span = min(rng.choice((1, 2, 4, 16, 200)), len(raw) - at)
        way = rng.randrange(8)
        if way == 0 and at < len(raw):
            raw[at] ^= 1 << rng.randrange(8)
        elif way == 1:
            raw[at : at + span] = rng.randbytes(span)
        elif way == 2:
            raw[at:at] = rng.choice(TOKENS)
        elif way == 3:
            del raw[at : at + span]
        elif way == 4:
            raw[at:at] = raw[at : at + span] * rng.choice((1, 3, 60))
        elif way == 5:
            size = rng.choice((1, 2, 4, 8))
            order = rng.choice(("little", "big"))
            number = rng.choice(NUMBERS) % (1 << 8 * size)
            raw[at : at + size] = number.to_bytes(size, "little" if order == "little" else "big")
        elif way == 6 and others:
            other = rng.choice(others)
            start = rng.randrange(len(other) + 1)
            raw[at : at + span] = other[start : start + rng.choice((8, 100, 4000))]
        else:
            del raw[at:]
    return bytes(raw)
