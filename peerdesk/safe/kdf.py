"""From a sign-in name and a password to 64 secret bytes, at a price (SECURITY.md, Keys)."""

from __future__ import annotations

import time
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from hashlib import blake2b

from peerdesk.core.errors import KnownError
from peerdesk.core.text import translate

SALT_BYTES = 16
SECRET_BYTES = 64


class NotEnoughMemory(KnownError):
    """This computer cannot lend Argon2id the memory it asks for right now."""

    def __init__(self) -> None:
        super().__init__(
            translate(
                "Safe",
                "This computer has too little free memory to sign in right now. Nothing was "
                "changed. Close other programs and try again.",
            )
        )


@dataclass(frozen=True, order=True)
class KdfParams:
    """The price of one guess: ``memory_kib`` KiB of memory, gone over ``passes`` times."""

    memory_kib: int
    passes: int

    @property
    def cost(self) -> int:
        """A figure to compare prices by; proportional to the time taken."""
        return self.memory_kib * self.passes


@dataclass(frozen=True)
class Bounds:
    """What a key file may ask for; anything outside is refused before any work."""

    least: KdfParams
    most: KdfParams

    def holds(self, params: KdfParams) -> bool:
        return (
            self.least.memory_kib <= params.memory_kib <= self.most.memory_kib
            and self.least.passes <= params.passes <= self.most.passes
        )


class Kdf:
    """Argon2id within ``bounds``, calibrated from ``start`` towards ``target_seconds``.

    Calibration never goes below ``bounds.least.memory_kib`` nor below ``start.passes``. It counts
    this thread's seconds, so that a computer that is busy today does not make guessing cheap.
    """

    def __init__(
        self,
        bounds: Bounds,
        start: KdfParams,
        target_seconds: float,
        timer: Callable[[], float] = time.thread_time,
    ) -> None:
        self.bounds = bounds
        self.start = start
        self.target_seconds = target_seconds
        self._timer = timer

    def calibrate(self) -> KdfParams:
        """The price that takes about ``target_seconds`` on this computer.

        Memory comes first, because it is what a guessing machine lacks: it is halved only when
        the start is clearly too slow or does not fit, and doubled only when more passes are not
        allowed.
        Raises :class:`NotEnoughMemory` when even the least memory is not there.
        """
        memory, passes = self.start.memory_kib, self.start.passes
        least, most = self.bounds.least, self.bounds.most
        while True:
            smaller = max(memory // 2, least.memory_kib)
            try:
                seconds = self._measure(KdfParams(memory, passes))
            except NotEnoughMemory:
                if memory == smaller:
                    raise
            else:
                if memory == smaller or seconds <= self.target_seconds * 1.5:
                    break
            memory = smaller
        # The first run also pays for fetching the memory, and an attacker pays that only once.
        seconds = min(seconds, self._measure(KdfParams(memory, passes)))
        wanted = self.target_seconds / max(seconds, 1e-6) * passes
        while (
            wanted > most.passes
            and memory * 2 <= most.memory_kib
            and memory >= self.start.memory_kib
        ):
            memory, wanted = memory * 2, wanted / 2
        return KdfParams(memory, min(max(round(wanted), passes), most.passes))

    def _measure(self, params: KdfParams) -> float:
        begun = self._timer()
        self.derive("calibration", "calibration", bytes(SALT_BYTES), params)
        return self._timer() - begun

    def derive(self, name: str, password: str, file_salt: bytes, params: KdfParams) -> bytes:
        """64 bytes; the first 32 encrypt, the last 32 key the commitment.

        ``file_salt`` is 16 bytes. Names differ in neither case, width nor outer blanks. Raises
        ValueError for parameters out of bounds and :class:`NotEnoughMemory`.
        """
        from nacl.pwhash import argon2id

        if not self.bounds.holds(params):
            raise ValueError("Argon2id parameters out of bounds")
        who = unicodedata.normalize("NFKC", name).casefold().strip()
        salt = blake2b(_utf8(who), digest_size=SALT_BYTES, key=file_salt).digest()
        secret = _utf8(unicodedata.normalize("NFKC", password))
        try:
            return argon2id.kdf(
                SECRET_BYTES,
                secret,
                salt,
                opslimit=params.passes,
                memlimit=params.memory_kib * 1024,
            )
        except (RuntimeError, MemoryError) as error:
            raise NotEnoughMemory from error


def warm_up() -> None:
    """Import what deriving needs, so that the first sign-in does not wait for it.

    For the welcome screen at the first key in a field, never before its first paint.
    """
    import nacl.bindings
    import nacl.pwhash  # noqa: F401


def _utf8(text: str) -> bytes:
    # Half of a surrogate pair can be pasted; it must not end in a traceback.
    return text.encode("utf-8", "surrogatepass")


_MIB = 1024

REAL = Kdf(
    Bounds(KdfParams(64 * _MIB, 1), KdfParams(1024 * _MIB, 20)),
    KdfParams(256 * _MIB, 3),
    target_seconds=1.0,
)
"""What the product uses, always; only tests construct another."""
