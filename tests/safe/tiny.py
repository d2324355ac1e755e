"""A price of Argon2id that tests can pay, and other things several tests share."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from peerdesk.safe.kdf import Bounds, Kdf, KdfParams

CHEAP = KdfParams(8, 1)
DEARER = KdfParams(16, 1)
DEAREST = KdfParams(32, 1)
BOUNDS = Bounds(CHEAP, KdfParams(1024, 4))
WORKSPACE_ID = bytes(range(16))
PASSWORD = "academic acid acne acquire acrobat activity"
OTHER = "beard beaver become bedroom behavior being"


class CountingKdf(Kdf):
    """Counts derivations; calibrates to ``now``."""

    def __init__(self, now: KdfParams = CHEAP) -> None:
        super().__init__(BOUNDS, CHEAP, target_seconds=0.0)
        self.now = now
        self.derived: list[tuple[bytes, KdfParams]] = []

    def calibrate(self) -> KdfParams:
        return self.now

    def derive(self, name: str, password: str, file_salt: bytes, params: KdfParams) -> bytes:
        self.derived.append((file_salt, params))
        return super().derive(name, password, file_salt, params)


def flips(data: bytes) -> Iterator[bytes]:
    """``data`` with each of its bits turned round, one at a time."""
    for at in range(len(data) * 8):
        changed = bytearray(data)
        changed[at // 8] ^= 1 << at % 8
        yield bytes(changed)


def all_bytes(folder: Path) -> bytes:
    """Every file name and every byte below ``folder``."""
    found = sorted(folder.rglob("*"))
    names = "\n".join(str(path.relative_to(folder)) for path in found).encode()
    return names + b"".join(path.read_bytes() for path in found if path.is_file())
