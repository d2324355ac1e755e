"""A key file on somebody's own USB stick plus three words, for people who cannot keep six.

``PeerDesk key.pdkey``, always exactly 52 bytes: magic ``PDU1``, 32 random bytes, BLAKE2b-128 of
both. The password that Argon2id gets is the three words, a blank and the secret in hex: 30 bits
kept in the head and 256 that are not, and the key file of the drawer needs no other form.
"""

from __future__ import annotations

import os
import secrets
from collections.abc import Iterable
from hashlib import blake2b
from hmac import compare_digest
from pathlib import Path

from peerdesk.features.keys.errors import StickDamaged
from peerdesk.safe import files, words

NAME = "PeerDesk key.pdkey"
MAGIC = b"PDU1"
SECRET_BYTES = 32
CHECKSUM_BYTES = 16
LENGTH = len(MAGIC) + SECRET_BYTES + CHECKSUM_BYTES
THREE = 3


def suggest() -> list[str]:
    """Three words, drawn evenly."""
    known = words.word_list()
    return [secrets.choice(known) for _ in range(THREE)]


def three_words(typed: str) -> list[str] | None:
    """The three list words that were typed (four letters of each are enough), or None."""
    found = [words.whole_word(token) for token in typed.split()]
    whole = [word for word in found if word]
    return whole if len(found) == THREE == len(whole) else None


def new_secret() -> bytes:
    """What a stick holds."""
    return os.urandom(SECRET_BYTES)


def write(folder: Path, secret: bytes) -> Path:
    """Write the key file into ``folder`` and read it back; the file. An older one of another
    person stays: names are numbered. Raises the KnownErrors of writing."""
    path, number = folder / NAME, 1
    while path.exists():
        number += 1
        path = folder / NAME.replace(".", f" {number}.")
    body = MAGIC + secret
    files.write_durably(path, body + _checksum(body))
    return path


def read(path: Path) -> bytes:
    """The secret of a key file. Raises StickDamaged and the KnownErrors of reading."""
    with files.plain_words(path), files.open_plain(path) as file:
        data = file.read(LENGTH + 1)
    body = data[:-CHECKSUM_BYTES]
    right = compare_digest(_checksum(body), data[-CHECKSUM_BYTES:])
    if len(data) != LENGTH or not body.startswith(MAGIC) or not right:
        raise StickDamaged(path.name)
    return body[len(MAGIC) :]


def found_in(folders: Iterable[Path]) -> list[Path]:
    """The key files in the top of ``folders`` (the sticks that are plugged in), in order."""
    pattern = NAME.replace(".", "*.")
    found: list[Path] = []
    for folder in folders:
        try:
            found += sorted(path for path in folder.glob(pattern) if path.is_file())
        except OSError:
            continue
    return found


def password(three: Iterable[str], secret: bytes) -> str:
    """What Argon2id gets for three words and a stick."""
    return f"{' '.join(three)} {secret.hex()}"


def _checksum(body: bytes) -> bytes:
    return blake2b(body, digest_size=CHECKSUM_BYTES, person=b"PeerDesk stick").digest()
