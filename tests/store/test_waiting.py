"""What waits in an in-tray outlives the making of a new key pair, wherever that is cut off."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from peerdesk.core.clock import FixedClock
from peerdesk.core.errors import KnownError
from peerdesk.core.text import translate
from peerdesk.safe import seals
from peerdesk.safe.in_tray import open_box, seal
from peerdesk.store.cabinet import SEARCH, Group, database, open_cabinet
from peerdesk.store.in_tray import MOST_BOXES, boxes, put_into, remove
from peerdesk.store.place import Place
from peerdesk.store.shelf import CabinetCard, open_shelf
from peerdesk.store.waiting import anew, let_former_go, seal_anew

GROUP = b"g" * 16
LABEL = translate("InTray", "Test")
OLD, NEW = seals.new_keypair(), seals.new_keypair()


@pytest.fixture
def shelf(tmp_path: Path, clock: FixedClock) -> Iterator[Place]:
    place = open_shelf(tmp_path / "shelf.db", clock, tmp_path / "backups")
    yield place
    place.close()


@pytest.fixture
def cabinet(tmp_path: Path, clock: FixedClock) -> Iterator[Place]:
    """Its key pair was just made anew."""
    place = open_cabinet(tmp_path / "c.safe", bytes(32), clock, tmp_path / "backups")
    with place.operation(LABEL):
        Group.create(
            uid=GROUP,
            name="Tuesday Circle",
            public_key=NEW.public,
            secret_key=NEW.secret,
            former_secret=OLD.secret,
            recovery_public=b"r" * 32,
        )
    yield place
    place.close()


def tell(shelf: Place, public: bytes) -> None:
    with shelf.operation(LABEL):
        CabinetCard.delete().execute()
        CabinetCard.create(uid=GROUP, file_id="f", generation=1, public_key=public)


def put(shelf: Place, public: bytes, words: bytes) -> bytes:
    uid = os.urandom(16)
    put_into(shelf, GROUP, seal(public, GROUP, b"s" * 16, "evening", words), uid, LABEL)
    return uid


def inside(shelf: Place, secret: bytes) -> list[bytes]:
    found = [open_box(secret, GROUP, box.box or b"") for box in boxes(shelf, GROUP)]
    return [slip.data for slip in found if slip is not None]


def former() -> bytes | None:
    value = Group.get().former_secret
    return None if value is None else bytes(value)


def test_what_waits_is_sealed_to_the_new_key_where_it_lies(shelf: Place) -> None:
    first = put(shelf, OLD.public, b"one")
    put_into(shelf, GROUP, b"x" * 2096, b"n" * 16, LABEL)
    put_into(shelf, GROUP, b"x" * 2096, b"o" * 16, LABEL)
    shelf.database.connection().execute(
        "UPDATE in_tray SET box = x'00' WHERE uid = ?", (b"o" * 16,)
    )
    last = put(shelf, OLD.public, b"two")
    tell(shelf, NEW.public)
    assert seal_anew(shelf, GROUP, OLD.secret, NEW.public)
    assert inside(shelf, OLD.secret) == []
    assert inside(shelf, NEW.secret) == [b"one", b"two"]
    assert [box.uid for box in boxes(shelf, GROUP)] == [first, b"n" * 16, b"o" * 16, last]
    shelf.undo()
    assert inside(shelf, NEW.secret) == [b"one", b"two"], "undo brings no box back"
    assert anew(first) != first


def test_while_the_shelf_tells_the_old_key_the_key_before_stays(
    shelf: Place, cabinet: Place
) -> None:
    """Somebody may still seal to it: a power cut before the shelf was told."""
    put(shelf, OLD.public, b"one")
    for told in (None, OLD.public):
        if told is not None:
            tell(shelf, told)
        let_former_go(cabinet, shelf)
        assert former() == OLD.secret
        assert inside(shelf, OLD.secret) == [b"one"]
    put(shelf, OLD.public, b"two")
    tell(shelf, NEW.public)
    let_former_go(cabinet, shelf)
    assert former() is None
    assert inside(shelf, NEW.secret) == [b"one", b"two"]
    let_former_go(cabinet, shelf)  # nothing to do any more


def test_while_more_waits_than_is_read_the_key_before_stays(shelf: Place, cabinet: Place) -> None:
    last = put(shelf, OLD.public, b"pushed back")
    connection = shelf.database.connection()
    connection.execute(
        "WITH RECURSIVE n(x) AS (SELECT -1 UNION ALL SELECT x - 1 FROM n LIMIT ?)"
        " INSERT INTO in_tray(id, uid, group_uid, box) SELECT x, randomblob(16), ?, x'00' FROM n",
        (MOST_BOXES, GROUP),
    )
    tell(shelf, NEW.public)
    let_former_go(cabinet, shelf)
    assert former() == OLD.secret
    assert last not in [box.uid for box in boxes(shelf, GROUP)]
    remove(shelf, [box.uid for box in boxes(shelf, GROUP)], LABEL)
    let_former_go(cabinet, shelf)
    assert former() is None
    assert inside(shelf, NEW.secret) == [b"pushed back"]


def test_the_key_before_does_not_stay_in_the_file(
    shelf: Place, tmp_path: Path, clock: FixedClock
) -> None:
    """Of a cabinet in plain, for this test alone."""
    place = Place(database, tmp_path / "p.db", None, clock, SEARCH, tmp_path / "b")
    with place.operation(LABEL):
        made = (NEW.public, NEW.secret, OLD.secret, b"r" * 32)
        place.database.connection().execute(
            "INSERT INTO support_group(uid, name, centre, generation, public_key, secret_key,"
            " former_secret, recovery_public) VALUES (?, '', '', 1, ?, ?, ?, ?)",
            (GROUP, *made),
        )
    tell(shelf, NEW.public)
    let_former_go(place, shelf)
    assert place.undo() is None, "no step brings it back"
    held = b"".join(p.read_bytes() for p in tmp_path.glob("p.db*"))
    place.close()
    assert NEW.secret in held, "the look itself works"
    assert OLD.secret not in held


def test_without_a_group_there_is_nothing_to_let_go(
    shelf: Place, tmp_path: Path, clock: FixedClock
) -> None:
    place = open_cabinet(tmp_path / "e.safe", bytes(32), clock, tmp_path / "backups")
    let_former_go(place, shelf)
    place.close()


def test_without_room_the_key_before_stays(
    shelf: Place, cabinet: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Full:
        def execute(self, *_: object) -> None:
            import sqlcipher3.dbapi2 as driver

            raise driver.OperationalError("database or disk is full")

        def close(self) -> None: ...

    tell(shelf, NEW.public)
    monkeypatch.setattr(cabinet, "another", Full)
    with pytest.raises(KnownError, match="no room left"):
        let_former_go(cabinet, shelf)
    assert former() == OLD.secret
