"""What waits in an in-tray outlives the making of a new key pair, wherever that is cut off."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from peerdesk.core.clock import FixedClock
from peerdesk.core.text import translate
from peerdesk.safe import seals
from peerdesk.safe.in_tray import open_box, seal
from peerdesk.store.in_tray import boxes, put_into
from peerdesk.store.place import Place
from peerdesk.store.shelf import open_shelf
from peerdesk.store.waiting import anew, let_go, seal_anew

GROUP = b"g" * 16
LABEL = translate("InTray", "Test")


@pytest.fixture
def shelf(tmp_path: Path, clock: FixedClock) -> Iterator[Place]:
    place = open_shelf(tmp_path / "shelf.db", clock, tmp_path / "backups")
    yield place
    place.close()


def inside(shelf: Place, secret: bytes) -> list[bytes]:
    found = [open_box(secret, GROUP, box.box or b"") for box in boxes(shelf, GROUP)]
    return [slip.data for slip in found if slip is not None]


def test_both_keys_open_it_until_the_moment_is_over(shelf: Place) -> None:
    old, failed, new = seals.new_keypair(), seals.new_keypair(), seals.new_keypair()
    for n, words in enumerate((b"one", b"two")):
        put_into(shelf, GROUP, seal(old.public, GROUP, bytes([n]) * 16, "slip", words),
                 bytes([n]) * 16, LABEL)  # fmt: skip
    put_into(shelf, GROUP, b"x" * 2096, b"n" * 16, LABEL)
    seal_anew(shelf, GROUP, old.secret, failed.public)  # cut off: the old key stays
    assert inside(shelf, old.secret) == [b"one", b"two"]
    waiting = seal_anew(shelf, GROUP, old.secret, new.public)
    assert waiting == (b"\0" * 16, b"\1" * 16)
    assert inside(shelf, old.secret) == inside(shelf, new.secret) == [b"one", b"two"]
    assert inside(shelf, failed.secret) == []
    let_go(shelf, waiting)
    assert inside(shelf, old.secret) == []
    assert inside(shelf, new.secret) == [b"one", b"two"]
    assert [box.uid for box in boxes(shelf, GROUP)] == [
        b"n" * 16,
        anew(b"\0" * 16),
        anew(b"\1" * 16),
    ]
