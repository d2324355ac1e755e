from __future__ import annotations

from collections.abc import Callable

import pytest

from peerdesk.core.errors import KnownError
from peerdesk.safe import accounts, errors, kdf, seals

ALL: list[Callable[[], KnownError]] = [
    errors.AlreadyTaken,
    errors.NameMissing,
    errors.WeakPassword,
    errors.WrongNameOrPassword,
    errors.WrongSheet,
    kdf.NotEnoughMemory,
    seals.NotForYou,
    seals.TooManyFacilitators,
]
# Words nobody should meet on the screen (DESIGN.md, plain words).
BANNED = ("invalid", "failed", "error", "wrong", "denied", "incorrect", "sealed", "argon2", "hash")


@pytest.mark.parametrize("kind", ALL)
def test_each_says_what_is_safe_in_plain_words(kind: Callable[[], KnownError]) -> None:
    said = str(kind())
    assert "Nothing was changed" in said
    assert said.endswith(".")
    assert not [word for word in BANNED if word in said.lower()]


def test_they_are_told_apart() -> None:
    assert len({str(kind()) for kind in ALL}) == len(ALL)
    assert accounts.WrongNameOrPassword is errors.WrongNameOrPassword
