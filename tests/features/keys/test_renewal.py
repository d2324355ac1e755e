"""A file under a new key, at every point where it may be cut off."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from peerdesk.core.errors import KnownError
from peerdesk.features.keys import renewal
from peerdesk.store.connection import Damaged, connect


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "a.safe"


def make(path: Path, key: bytes, words: str = "kept") -> None:
    raw = connect(path, key)
    raw.execute("CREATE TABLE t (w TEXT)")
    raw.execute("INSERT INTO t VALUES (?)", (words,))
    raw.execute("PRAGMA user_version = 7")
    raw.close()


def renew(path: Path, old: bytes, new: bytes) -> None:
    raw = connect(path, old)
    try:
        with renewal.copied(raw, path, new) as copy:
            copy.execute("UPDATE t SET w = w || '!'")
    finally:
        raw.close()


def words(path: Path, key: bytes) -> str:
    raw = connect(path, key)
    (found,) = raw.execute("SELECT w FROM t").fetchone()
    assert raw.execute("PRAGMA user_version").fetchone() == (7,)
    raw.close()
    return str(found)


OLD, NEW = os.urandom(32), os.urandom(32)


def test_the_copy_waits_and_then_takes_the_place(path: Path) -> None:
    make(path, OLD)
    renew(path, OLD, NEW)
    assert words(path, OLD) == "kept"
    renewal.finish(path)
    assert words(path, NEW) == "kept!"
    assert sorted(p.name for p in path.parent.iterdir()) == ["a.safe"]
    renewal.settle(path, NEW)


def test_before_the_moment_the_copy_goes(path: Path) -> None:
    make(path, OLD)
    renew(path, OLD, NEW)
    renewal.settle(path, OLD)
    assert words(path, OLD) == "kept"
    assert not renewal.waiting(path).exists()


def test_after_the_moment_the_copy_comes_without_the_old_journal(path: Path) -> None:
    make(path, OLD)
    open_still = connect(path, OLD)
    open_still.execute("INSERT INTO t VALUES ('in the journal')")
    assert path.with_name("a.safe-wal").exists()
    renew(path, OLD, NEW)
    renewal.settle(path, NEW)
    assert words(path, NEW) == "kept!"
    open_still.close()


def test_the_file_is_gone_but_the_copy_is_there(path: Path) -> None:
    make(path, OLD)
    renew(path, OLD, NEW)
    path.unlink()
    renewal.settle(path, NEW)
    assert words(path, NEW) == "kept!"


def test_a_key_that_opens_neither_changes_nothing(path: Path) -> None:
    make(path, OLD)
    renew(path, OLD, NEW)
    renewal.settle(path, os.urandom(32))
    assert words(path, OLD) == "kept"
    assert renewal.waiting(path).exists()


def test_nothing_is_left_of_a_copy_that_was_not_ended(path: Path) -> None:
    make(path, OLD)
    raw = connect(path, OLD)
    with pytest.raises(RuntimeError, match="stop"), renewal.copied(raw, path, NEW):
        raise RuntimeError("stop")
    with pytest.raises(Damaged), renewal.copied(raw, path, NEW) as copy:
        copy.execute("SELECT * FROM no_such_table")
    raw.close()
    assert [p.name for p in path.parent.iterdir()] == ["a.safe"]


def test_a_copy_that_lost_rows_is_thrown_away(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make(path, OLD)
    real = renewal.backup

    def loses(source: object, target: Path, key: bytes) -> None:
        real(source, target, key)
        raw = connect(target, key)
        raw.execute("DELETE FROM t")
        raw.close()

    monkeypatch.setattr(renewal, "backup", loses)
    with pytest.raises(Damaged):
        renew(path, OLD, NEW)
    assert not renewal.waiting(path).exists()


def test_a_copy_that_does_not_read_back_is_thrown_away(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make(path, OLD)
    real = renewal._check

    def turns_bad(target: Path, key: bytes) -> None:
        data = bytearray(target.read_bytes())
        data[-100] ^= 1
        target.write_bytes(data)
        real(target, key)

    monkeypatch.setattr(renewal, "_check", turns_bad)
    with pytest.raises(KnownError):
        renew(path, OLD, NEW)
    assert words(path, OLD) == "kept"
    assert not renewal.waiting(path).exists()
