"""What the key files of a workspace ask a sign-in to derive."""

from __future__ import annotations

import os
from collections import Counter
from dataclasses import dataclass, replace

from peerdesk.safe.kdf import SALT_BYTES, KdfParams
from peerdesk.safe.keyfile import KeyFile

MOST_DERIVATIONS = 2

Price = tuple[bytes, KdfParams]
"""What one derivation is for: the salt and the Argon2id parameters."""


@dataclass(frozen=True)
class Found:
    """The key files that could be read, by drawer id, and the names of those that could not."""

    files: dict[str, KeyFile]
    damaged: tuple[str, ...]

    def without(self, drawer_id: str) -> Found:
        rest = {i: keys for i, keys in self.files.items() if i != drawer_id}
        return replace(self, files=rest)

    def prices(self) -> list[Price]:
        """At most two: the most used first, the dearer one where they are used alike."""
        uses = Counter((keys.salt, keys.params) for keys in self.files.values())
        order = sorted(uses, key=lambda price: (-uses[price], -price[1].cost, price))
        return order[:MOST_DERIVATIONS]

    def salt(self) -> bytes:
        """The workspace's salt; a new one where there is no key file to read it from."""
        prices = self.prices()
        return prices[0][0] if prices else os.urandom(SALT_BYTES)

    def left_out(self) -> tuple[str, ...]:
        """Names of files that ask for a third derivation, which is never made."""
        tried = self.prices()
        return tuple(
            f"{i}.key" for i, keys in self.files.items() if (keys.salt, keys.params) not in tried
        )
