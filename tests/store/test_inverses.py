"""Every change writes down how it could be taken back, and nothing of that is in the file."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from peerdesk.store import inverses
from peerdesk.store.connection import Connection, connect

TIMED, MADE_OF_OTHERS = bytes(6) + b"\x70" + bytes(9), bytes(6) + b"\x50" + bytes(9)
VALUES = (None, 0, -(2**62), 0.1, "", 'it\'s "said"', "a\0b", "\u202e؟", b"", b"\0\xff'")


@pytest.fixture
def raw(tmp_path: Path) -> Iterator[Connection]:
    made = connect(tmp_path / "x.db", None)
    for sql in (
        'CREATE TABLE thing (id INTEGER PRIMARY KEY, uid BLOB, "order" ANY) STRICT',
        "CREATE TABLE plain (id INTEGER PRIMARY KEY, words TEXT)",
        "CREATE TABLE found_word (id INTEGER PRIMARY KEY, word TEXT)",
        "CREATE TABLE schema_migration (id INTEGER PRIMARY KEY)",
        "CREATE TABLE erased (uid BLOB UNIQUE, kind TEXT, erased_at INTEGER)",
    ):
        made.execute(sql)
    inverses.watch(made, ("found",))
    yield made
    made.close()


def add(raw: Connection, value: object, uid: bytes = TIMED) -> int:
    sql = 'INSERT INTO thing(uid, "order") VALUES (?, ?)'
    return int(raw.execute(sql, (uid, value)).lastrowid)


def things(raw: Connection) -> list[tuple[object, ...]]:
    return [tuple(row) for row in raw.execute("SELECT * FROM thing ORDER BY id")]


def back(raw: Connection) -> frozenset[str]:
    """Replay what was written down; which tables it was of."""
    inverse, tables = inverses.collect(raw)
    for sql in reversed(inverse):
        raw.execute(sql)
    return tables


@pytest.mark.parametrize("value", VALUES, ids=ascii)
@pytest.mark.parametrize(
    "sql",
    [
        'UPDATE thing SET "order" = 7',
        "UPDATE thing SET uid = NULL, id = id + 10",
        "DELETE FROM thing",
    ],
)
def test_every_value_comes_back_as_it_was(raw: Connection, value: object, sql: str) -> None:
    add(raw, value)
    inverses.collect(raw)
    before = things(raw)
    raw.execute(sql)
    assert things(raw) != before
    assert back(raw) == {"thing"}
    assert things(raw) == before


def test_what_was_put_in_goes_and_changes_go_backwards(raw: Connection) -> None:
    add(raw, 1)
    raw.execute('UPDATE thing SET "order" = 2')
    raw.execute("INSERT INTO plain(words) VALUES ('x')")
    assert back(raw) == {"thing", "plain"}
    assert things(raw) == []


def test_what_is_taken_out_is_taken_out_once(raw: Connection) -> None:
    add(raw, 1)
    assert len(inverses.collect(raw)[0]) == 1
    assert inverses.collect(raw) == ([], frozenset())


def test_what_follows_from_others_and_our_own_lists_are_left_alone(raw: Connection) -> None:
    raw.execute("INSERT INTO found_word(word) VALUES ('x')")
    raw.execute("INSERT INTO schema_migration(id) VALUES (1)")
    raw.execute("INSERT INTO erased(uid, kind, erased_at) VALUES (x'00', 'k', 1)")
    assert inverses.collect(raw) == ([], frozenset())


def test_watching_twice_writes_down_once(raw: Connection) -> None:
    inverses.watch(raw, ("found",))
    add(raw, 1)
    assert len(inverses.collect(raw)[0]) == 1


def test_only_what_went_for_good_is_noted(raw: Connection) -> None:
    add(raw, 1)
    add(raw, 2, MADE_OF_OTHERS)  # may come again rightly
    add(raw, 3, TIMED[:-1] + b"\1")
    raw.execute("INSERT INTO plain(words) VALUES ('no uid')")
    raw.execute("DELETE FROM thing")
    raw.execute("DELETE FROM plain")
    add(raw, 3, TIMED[:-1] + b"\1")  # came again
    inverses.note_erased(raw, 5)
    rows = raw.execute("SELECT * FROM erased").fetchall()
    assert [tuple(row) for row in rows] == [(TIMED, "thing", 5)]


def test_nothing_of_it_is_in_the_file(raw: Connection, tmp_path: Path) -> None:
    add(raw, "secret")
    other = connect(tmp_path / "x.db", None)
    names = other.execute("SELECT name FROM sqlite_master WHERE name LIKE 'undo%'").fetchall()
    other.close()
    assert names == []
