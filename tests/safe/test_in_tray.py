"""Anyone may put something into a group's in-tray; only the group can open it."""

from __future__ import annotations

import os
import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st
from nacl.bindings import crypto_box_keypair, crypto_box_seal

from peerdesk.safe.in_tray import KINDS, MAGIC, MOST, SIZES, open_box, seal
from peerdesk.safe.seals import SEAL_BYTES

PUBLIC, SECRET = crypto_box_keypair()
GROUP, UID = b"g" * 16, b"u" * 16


def made(magic=MAGIC, group=GROUP, kind=0, length=2, data=b"hi", size=SIZES[0], tail=b"") -> bytes:
    inside = struct.pack(">4s16s16sBI", magic, group, UID, kind, length) + data
    return crypto_box_seal(inside.ljust(size - len(tail), b"\0") + tail, PUBLIC)


@given(st.sampled_from(KINDS), st.binary(max_size=MOST))
def test_what_goes_in_comes_out(kind: str, data: bytes) -> None:
    slip = open_box(SECRET, GROUP, seal(PUBLIC, GROUP, UID, kind, data))
    assert slip == (UID, kind, data)


def test_boxes_show_neither_kind_nor_length() -> None:
    sizes = {len(seal(PUBLIC, GROUP, UID, kind, b"x" * n)) for kind in KINDS for n in (0, 9, 1900)}
    assert sizes == {SIZES[0] + SEAL_BYTES}
    assert len(seal(PUBLIC, GROUP, UID, "slip", bytes(3000))) == SIZES[1] + SEAL_BYTES
    assert b"hello" * 3 not in seal(PUBLIC, GROUP, UID, "slip", b"hello" * 3)


def test_too_much_does_not_fit() -> None:
    with pytest.raises(ValueError, match="too much"):
        seal(PUBLIC, GROUP, UID, "evening", bytes(MOST + 1))


def test_a_good_box_made_by_hand_opens() -> None:
    assert open_box(SECRET, GROUP, made()) == (UID, "slip", b"hi")


@pytest.mark.parametrize(
    "box",
    [
        b"",
        os.urandom(SIZES[0] + SEAL_BYTES),
        made()[:-1],
        made(size=SIZES[0] + 1),
        made(magic=b"PDT2"),
        made(group=b"h" * 16),
        made(kind=len(KINDS)),
        made(length=SIZES[0]),
        made(length=1),
        made(tail=b"!"),
        seal(crypto_box_keypair()[0], GROUP, UID, "slip", b"hi"),
    ],
)
def test_anything_else_is_no_box(box: bytes) -> None:
    assert open_box(SECRET, GROUP, box) is None
