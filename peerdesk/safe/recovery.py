"""Printed ways back in: a group's three parts, any two of which open it, and a personal sheet.

SLIP-39 (SatoshiLabs, 2019) with 128-bit secrets: 20 words a part, no passphrase, extendable. The
RS1024 checksum at its end differs in at least four words between any two parts, so one mistyped
word or two swapped ones can be found and named (:mod:`peerdesk.safe.proofread`).
"""

from __future__ import annotations

import os
import random
from collections.abc import Sequence
from hashlib import blake2b

from peerdesk.safe import words
from peerdesk.safe.proofread import (
    WORDS,
    DifferentSheets,
    MorePartsNeeded,
    NotAPersonalSheet,
    PartsDoNotFit,
    SamePartTwice,
    proofread,
    the_part,
    the_sheet,
)
from peerdesk.safe.seals import KeyPair, keypair_of

SECRET_BYTES = 16
PARTS = 3
NEEDED = 2
# The words before tell which set and which part it is, and are alike or nearly so in all of them.
FIRST_TELLING_WORD = 5


def new_secret() -> bytes:
    """128 random bits: a group's recovery secret."""
    return os.urandom(SECRET_BYTES)


def recovery_keypair(secret: bytes) -> KeyPair:
    """The X25519 pair of a group's recovery secret; the public key is kept in the cabinet."""
    return keypair_of(blake2b(b"", digest_size=32, key=secret, person=b"PeerDesk group").digest())


def make_parts(secret: bytes, threshold: int = NEEDED) -> list[str]:
    """Three parts of which two are needed; or, with ``threshold`` 1, one part that is enough.

    Each is 20 lower-case words with blanks between. Made anew, parts do not mix with older ones.
    """
    from shamir_mnemonic import generate_mnemonics

    count = 1 if threshold == 1 else PARTS
    parts: list[str] = generate_mnemonics(1, [(threshold, count)], secret)[0]
    return parts


def combine(texts: Sequence[str]) -> bytes:
    """The secret from typed parts; four letters a word are enough, numbers and commas are ignored.

    Empty texts are skipped, so that the n-th text is "part n" in what is said. Raises the
    KnownErrors of :mod:`peerdesk.safe.proofread`.
    """
    from shamir_mnemonic import MnemonicError, Share, combine_mnemonics

    shares: dict[int, Share] = {}
    numbers: dict[int, int] = {}
    for number, text in enumerate(texts, start=1):
        if not text.strip():
            continue
        share = proofread(text, the_part(number))
        known = shares.get(share.index)
        if known == share:
            raise SamePartTwice(numbers[share.index], number)
        common = {other.common_parameters() for other in shares.values()}
        if known is not None or common - {share.common_parameters()}:
            raise DifferentSheets
        shares[share.index], numbers[share.index] = share, number
    needed = max((share.member_threshold for share in shares.values()), default=NEEDED)
    if len(shares) < needed:
        raise MorePartsNeeded(needed - len(shares))
    try:
        secret: bytes = combine_mnemonics(
            [share.mnemonic() for share in list(shares.values())[:needed]]
        )
    except MnemonicError as error:
        raise PartsDoNotFit from error
    return secret


def new_personal_sheet() -> tuple[bytes, list[str]]:
    """``(secret, its 20 words)`` for one person's drawer."""
    secret = os.urandom(SECRET_BYTES)
    return secret, make_parts(secret, threshold=1)[0].split()


def read_personal_sheet(text: str) -> bytes:
    """The secret of a typed personal sheet. Raises the KnownErrors of ``proofread``."""
    from shamir_mnemonic import MnemonicError, combine_mnemonics

    share = proofread(text, the_sheet())
    try:
        secret: bytes = combine_mnemonics([share.mnemonic()])
    except MnemonicError as error:
        raise NotAPersonalSheet from error
    return secret


def ask_back(parts: Sequence[str], rng: random.Random) -> list[tuple[int, int]]:
    """For each part two word numbers (from 1, ascending) that only a reader of that part knows.

    The product passes ``secrets.SystemRandom()``.
    """
    numbers = range(FIRST_TELLING_WORD, WORDS + 1)
    asked = []
    for _ in parts:
        first, second = sorted(rng.sample(numbers, 2))
        asked.append((first, second))
    return asked


def answers_right(part: str, number: int, typed: str) -> bool:
    """Is ``typed`` word ``number`` (from 1) of ``part``? Its first four letters are enough."""
    return words.whole_word(typed) == part.split()[number - 1]
