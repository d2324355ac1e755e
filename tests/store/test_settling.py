"""A change of key that was cut off is ended by whoever has the key that counts."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from peerdesk.store import settling
from peerdesk.store.connection import Damaged, connect

OLD, NEW = os.urandom(32), os.urandom(32)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    made = tmp_path / "a.safe"
    for file, key, words in ((made, OLD, "old"), (settling.waiting(made), NEW, "new")):
        raw = connect(file, key)
        raw.execute("CREATE TABLE t (w TEXT)")
        raw.execute("INSERT INTO t VALUES (?)", (words,))
        raw.execute("PRAGMA journal_mode = DELETE")
        raw.close()
    return made


def words(path: Path, key: bytes) -> str:
    raw = connect(path, key)
    (found,) = raw.execute("SELECT w FROM t").fetchone()
    raw.close()
    return str(found)


@pytest.mark.parametrize(("key", "left"), [(OLD, "old"), (NEW, "new")], ids=["old", "new"])
def test_the_key_decides(path: Path, key: bytes, left: str) -> None:
    settling.settle(path, key)
    assert words(path, key) == left
    assert [p.name for p in path.parent.iterdir()] == ["a.safe"]
    settling.settle(path, key)


def test_the_file_is_gone_but_what_waits_is_there(path: Path) -> None:
    path.unlink()
    settling.settle(path, NEW)
    assert words(path, NEW) == "new"


def test_a_key_that_opens_neither_changes_nothing(path: Path) -> None:
    settling.settle(path, os.urandom(32))
    assert words(path, OLD) == "old"
    with pytest.raises(Damaged):
        words(path, NEW)
    assert settling.waiting(path).exists()
