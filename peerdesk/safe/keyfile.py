"""``drawers/<id>.key``: the key of one drawer, wrapped by a password and by a personal sheet.

Bytes, always exactly :data:`LENGTH`; numbers are big-endian::

    0    4  magic PDK1
    4   16  workspace id
    20  16  salt, the same in every key file of a workspace
    36   4  Argon2id memory in KiB
    40   4  Argon2id passes
    44 104  wrap by password: nonce 24, XChaCha20-Poly1305 of the key 48, commitment 32
    148 104 wrap by personal sheet, or random bytes
    252 16  BLAKE2b-128 of all before it: tells a damaged file from a mistyped password

The associated data of the password wrap is the header (44 bytes); of the sheet wrap its first 36,
so that new Argon2id parameters do not take the sheet away, which is not there when they change.
"""

from __future__ import annotations

import os
import struct
from dataclasses import dataclass
from hashlib import blake2b
from hmac import compare_digest
from pathlib import Path

from peerdesk.core.errors import KnownError
from peerdesk.core.text import translate
from peerdesk.safe import files
from peerdesk.safe.kdf import SALT_BYTES, SECRET_BYTES, Bounds, KdfParams

MAGIC = b"PDK1"
KEY_BYTES = 32
NONCE_BYTES = 24
TAG_BYTES = 16
COMMITMENT_BYTES = 32
WRAP_BYTES = NONCE_BYTES + KEY_BYTES + TAG_BYTES + COMMITMENT_BYTES
CHECKSUM_BYTES = 16
_FRONT = struct.Struct(f">4s16s{SALT_BYTES}sII")
HEADER_BYTES = _FRONT.size
SHEET_HEADER_BYTES = HEADER_BYTES - 8
LENGTH = HEADER_BYTES + 2 * WRAP_BYTES + CHECKSUM_BYTES


class KeyFileDamaged(KnownError):
    """One or more key files could not be read; ``names`` are their file names."""

    def __init__(self, *names: str) -> None:
        self.names = names
        super().__init__(
            translate(
                "Safe",
                "This key file is damaged or does not belong here: {files}. The notes it opens are "
                "kept and nothing was changed. Check the name and the password. If they are right, "
                "bring the key file back from a backup.",
            ).format(files=", ".join(names))
        )


@dataclass(frozen=True)
class KeyFile:
    """What one key file holds; the wraps are :data:`WRAP_BYTES` each."""

    workspace_id: bytes
    salt: bytes
    params: KdfParams
    by_password: bytes
    by_sheet: bytes

    @property
    def header(self) -> bytes:
        return header(self.workspace_id, self.salt, self.params)

    @property
    def sheet_header(self) -> bytes:
        """The part of the header that new Argon2id parameters leave as it is."""
        return self.header[:SHEET_HEADER_BYTES]

    def to_bytes(self) -> bytes:
        body = self.header + self.by_password + self.by_sheet
        return body + _checksum(body)


def header(workspace_id: bytes, salt: bytes, params: KdfParams) -> bytes:
    """The first 44 bytes: all that is not random."""
    return _FRONT.pack(MAGIC, workspace_id, salt, params.memory_kib, params.passes)


def _checksum(body: bytes) -> bytes:
    return blake2b(body, digest_size=CHECKSUM_BYTES, person=b"PeerDesk key").digest()


def parse(data: bytes, name: str, workspace_id: bytes, bounds: Bounds) -> KeyFile:
    """The one exact form, or :class:`KeyFileDamaged` naming ``name``; no work is done before."""
    body = data[:-CHECKSUM_BYTES]
    if len(data) != LENGTH or not compare_digest(_checksum(body), data[-CHECKSUM_BYTES:]):
        raise KeyFileDamaged(name)
    magic, workspace, salt, memory_kib, passes = _FRONT.unpack_from(data)
    params = KdfParams(memory_kib, passes)
    if magic != MAGIC or workspace != workspace_id or not bounds.holds(params):
        raise KeyFileDamaged(name)
    middle = HEADER_BYTES + WRAP_BYTES
    return KeyFile(workspace, salt, params, body[HEADER_BYTES:middle], body[middle:])


def read(path: Path, workspace_id: bytes, bounds: Bounds) -> KeyFile:
    """Parse ``path``. Raises :class:`KeyFileDamaged`, also for what is not a plain file."""
    data = b""
    try:
        if path.is_file():  # a pipe or a device of that name would never end
            with path.open("rb") as file:
                data = file.read(LENGTH + 1)
    except OSError as error:
        raise KeyFileDamaged(path.name) from error
    return parse(data, path.name, workspace_id, bounds)


def write(path: Path, keys: KeyFile) -> None:
    """Durably; raises the KnownErrors of :mod:`peerdesk.safe.files`."""
    files.write_durably(path, keys.to_bytes())


def wrap(secret: bytes, associated: bytes, key: bytes) -> bytes:
    """``key`` (32 bytes) under ``secret`` (64 bytes), bound to ``associated``."""
    from nacl.bindings import crypto_aead_xchacha20poly1305_ietf_encrypt as encrypt

    nonce = os.urandom(NONCE_BYTES)
    box = encrypt(key, associated, nonce, secret[:32])
    return nonce + box + _commitment(secret, nonce, associated)


def unwrap(secret: bytes, associated: bytes, wrapped: bytes) -> bytes | None:
    """The key, or None when ``secret`` or ``associated`` is another one."""
    from nacl.bindings import crypto_aead_xchacha20poly1305_ietf_decrypt as decrypt
    from nacl.exceptions import CryptoError

    nonce, box = wrapped[:NONCE_BYTES], wrapped[NONCE_BYTES:-COMMITMENT_BYTES]
    # The commitment makes sure that no crafted box opens under two passwords.
    if not compare_digest(_commitment(secret, nonce, associated), wrapped[-COMMITMENT_BYTES:]):
        return None
    try:
        return decrypt(box, associated, nonce, secret[:32])
    except CryptoError:
        return None


def _commitment(secret: bytes, nonce: bytes, associated: bytes) -> bytes:
    return blake2b(nonce + associated, digest_size=COMMITMENT_BYTES, key=secret[32:]).digest()


def unused_wrap() -> bytes:
    """What stands where there is no wrap; nobody can tell it from one."""
    return os.urandom(WRAP_BYTES)


def sheet_wrap_secret(sheet_secret: bytes, sheet_header: bytes) -> bytes:
    """64 bytes from a personal sheet's 128 random bits, which need no Argon2id."""
    return blake2b(
        sheet_header, digest_size=SECRET_BYTES, key=sheet_secret, person=b"PeerDesk sheet"
    ).digest()
