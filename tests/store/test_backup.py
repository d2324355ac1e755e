"""Copies before a risky step: three are kept, and none keeps what was erased."""

from __future__ import annotations

import contextlib
import errno
import os
from pathlib import Path

import pytest

from peerdesk.core.errors import Cancelled, KnownError
from peerdesk.core.ids import new_uid
from peerdesk.core.text import translate
from peerdesk.store import connection
from peerdesk.store.backup import KEPT, before, copies
from peerdesk.store.cabinet import Person
from peerdesk.store.connection import Damaged, connect
from peerdesk.store.place import Place


def add(cabinet: Place, name: str) -> None:
    with cabinet.operation(translate("Test", "Add")):
        Person.create(uid=new_uid(), name=name, added_at=1, changed_at=1)


def names(path: Path, key: bytes) -> list[str]:
    copy = connect(path, key)
    rows = [r[0] for r in copy.execute("SELECT name FROM person ORDER BY id")]
    copy.close()
    return rows


def test_the_newest_three_are_kept(cabinet: Place, key: bytes, tmp_path: Path) -> None:
    raw = cabinet.database.connection()
    made = []
    for index in range(KEPT + 2):
        add(cabinet, f"P{index}")
        path = before(raw, cabinet.path, key, cabinet.backups, 1000 + index)
        os.utime(path, (index, index))
        made.append(path)
    before(raw, cabinet.path, key, cabinet.backups, 2000)
    kept = copies(cabinet.path, cabinet.backups)
    assert len(kept) == KEPT
    assert made[-1] in kept
    assert names(made[-1], key) == ["P0", "P1", "P2", "P3", "P4"]


def test_after_erasing_one_new_copy_takes_the_place_of_all(cabinet: Place, key: bytes) -> None:
    raw = cabinet.database.connection()
    add(cabinet, "Stays")
    add(cabinet, "Goes")
    for index in range(2):
        before(raw, cabinet.path, key, cabinet.backups, index)
    with cabinet.erasing(translate("Test", "Erase")):
        Person.delete().where(Person.name == "Goes").execute()
    (copy,) = copies(cabinet.path, cabinet.backups)
    assert names(copy, key) == ["Stays"]


def test_nothing_is_made_where_nothing_was(cabinet: Place) -> None:
    with cabinet.erasing(translate("Test", "Erase")):
        pass
    assert not cabinet.backups.exists()


# -- a copy counts only once it was read back --------------------------------------------------


def test_a_copy_that_lost_a_row_does_not_count(
    cabinet: Place, key: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    add(cabinet, "Ana")
    raw = cabinet.database.connection()
    answers = iter(({"person": 1}, {"person": 0}))
    monkeypatch.setattr(connection, "rows_in", lambda _file: next(answers))
    with pytest.raises(Damaged):
        before(raw, cabinet.path, key, cabinet.backups, 1)
    assert not list(cabinet.backups.iterdir())
    assert not raw.in_transaction


def test_a_copy_of_a_damaged_file_does_not_count(
    cabinet: Place, key: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    raw = cabinet.database.connection()
    monkeypatch.setattr(connection, "is_whole", lambda _file, _key: False)
    with pytest.raises(Damaged):
        before(raw, cabinet.path, key, cabinet.backups, 1)
    assert not list(cabinet.backups.iterdir())


def test_a_copy_can_be_stopped(cabinet: Place, key: bytes) -> None:
    def stop() -> None:
        raise Cancelled

    raw = cabinet.database.connection()
    with pytest.raises(Cancelled):
        before(raw, cabinet.path, key, cabinet.backups, 1, stop)
    assert not list(cabinet.backups.iterdir())
    assert not raw.in_transaction


def test_a_drive_that_is_full_when_it_shall_last(
    cabinet: Place, key: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_handle: int) -> None:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(connection.os, "fsync", full)
    with pytest.raises(KnownError, match="no room"):
        before(cabinet.database.connection(), cabinet.path, key, cabinet.backups, 1)
    assert not list(cabinet.backups.iterdir())


def test_a_copy_from_within_an_operation_is_our_own_mistake(cabinet: Place, key: bytes) -> None:
    raw = cabinet.database.connection()
    with cabinet.operation(translate("Test", "Add")), pytest.raises(ValueError, match="for ever"):
        before(raw, cabinet.path, key, cabinet.backups, 1)


def test_a_part_that_cannot_be_taken_away_hides_nothing(
    cabinet: Place, key: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(self: Path, **_: object) -> None:
        raise OSError(errno.EACCES, "held by somebody")

    monkeypatch.setattr(Path, "unlink", refuse)
    with pytest.raises(KnownError, match="does not let PeerDesk use"):
        before(cabinet.database.connection(), cabinet.path, key, cabinet.backups, 1)


def test_damage_in_a_page_nobody_reads_is_seen(cabinet: Place, key: bytes) -> None:
    path = before(cabinet.database.connection(), cabinet.path, key, cabinet.backups, 1)
    whole = path.read_bytes()
    seen = []
    for at in range(len(whole) - 10, 0, -4096):
        path.write_bytes(whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :])
        with contextlib.suppress(Damaged):
            copy = connect(path, key)
            seen.append(connection.is_whole(copy, key))
            copy.close()
    assert seen
    assert not any(seen)


def test_a_transaction_that_ended_by_itself_hides_nothing(
    cabinet: Place, key: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    def breaks(file: connection.Connection) -> dict[str, int]:
        file.execute("ROLLBACK")
        raise connection.sqlcipher.OperationalError("database or disk is full")

    monkeypatch.setattr(connection, "rows_in", breaks)
    with pytest.raises(connection.DiskFull):
        before(cabinet.database.connection(), cabinet.path, key, cabinet.backups, 1)


def test_a_clock_that_was_set_back_takes_no_new_copy_away(cabinet: Place, key: bytes) -> None:
    raw = cabinet.database.connection()
    for number in range(3):
        ahead = before(raw, cabinet.path, key, cabinet.backups, 9000 + number)
        os.utime(ahead, (4_000_000_000 + number, 4_000_000_000 + number))
    for number in range(5):
        made = before(raw, cabinet.path, key, cabinet.backups, 1000 + number)
        os.utime(made, (1_000 + number, 1_000 + number))
        assert made.exists()
    assert [int(p.stem.split("-")[-1]) for p in copies(cabinet.path, cabinet.backups)] == [
        1002, 1003, 1004, 9000, 9001, 9002
    ]  # fmt: skip
