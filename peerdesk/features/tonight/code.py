"""The evening code: four digits that bring tonight's names back on the screen.

A curtain, not a key. Four digits are 10,000 guesses, which no hash holds against whoever has the
opened sheet; but the sheet is encrypted with its own key, and the code opens nothing. The hash only
keeps the digits themselves (somebody's birthday, perhaps) out of the file, and five tries keep the
next person at the screen from trying them all.
"""

from __future__ import annotations

import hmac
import os
import unicodedata
from hashlib import blake2b

TRIES = 5
DIGITS = 4


def digits(typed: str) -> str:
    """The digits of ``typed`` in any script as 0-9; "" unless they are four and nothing else."""
    kept = "".join(typed.split())
    if len(kept) != DIGITS or not all(c.isdecimal() for c in kept):
        return ""
    return "".join(str(unicodedata.decimal(c)) for c in kept)


def hide(code: str) -> tuple[bytes, bytes]:
    """(salt, hash) of four digits."""
    salt = os.urandom(16)
    return salt, _hash(code, salt)


def same(code: str, salt: bytes, hidden: bytes) -> bool:
    """Whether these are the digits that were hidden."""
    return hmac.compare_digest(_hash(code, salt), hidden)


def _hash(code: str, salt: bytes) -> bytes:
    return blake2b(code.encode(), digest_size=32, salt=salt, person=b"PeerDesk eve").digest()
