"""Search: words typed become matches, names first, and erased words are gone."""

from __future__ import annotations

import pytest
from sqlcipher3 import dbapi2 as sqlcipher

from peerdesk.store import search

TABLE = search.mirror("note", ("title", "body"))


@pytest.fixture
def connection():
    connection = sqlcipher.connect(":memory:", isolation_level=None)
    connection.execute("CREATE TABLE note(id INTEGER PRIMARY KEY, title TEXT, body TEXT)")
    connection.execute("INSERT INTO note VALUES (1, 'Garden', 'water and time')")
    search.build(connection, (TABLE,))
    yield connection
    connection.close()


def found(connection, typed: str, **more: int) -> list[int]:
    return search.find(connection, "note_search", typed, name_column="title", **more)


def test_what_was_there_before_is_found(connection) -> None:
    assert found(connection, "gar") == [1]


def test_names_come_first(connection) -> None:
    connection.execute("INSERT INTO note VALUES (2, 'Water', 'garden')")
    assert found(connection, "water") == [2, 1]
    assert found(connection, "garden") == [1, 2]


def test_changes_are_followed(connection) -> None:
    connection.execute("UPDATE note SET body = 'calm' WHERE id = 1")
    assert found(connection, "water") == []
    assert found(connection, "calm") == [1]
    connection.execute("DELETE FROM note")
    assert found(connection, "calm") == []


def test_accents_and_signs_do_not_matter(connection) -> None:
    connection.execute("INSERT INTO note VALUES (3, 'Café', '')")
    assert found(connection, 'cafe"*') == [3]
    assert found(connection, " -- ") == []


def test_the_limit_holds_and_many_matches_are_not_ranked(connection) -> None:
    connection.executemany(
        "INSERT INTO note(title, body) VALUES ('', ?)", [("calm",)] * (search.RANKED_BELOW + 1)
    )
    assert len(found(connection, "calm")) == search.LIMIT
    assert len(found(connection, "calm", limit=7)) == 7


def test_dropped_tables_take_their_triggers_along(connection) -> None:
    search.drop(connection, (TABLE,))
    left = connection.execute(
        "SELECT name FROM sqlite_master WHERE name LIKE 'note\\_%' ESCAPE '\\'"
    ).fetchall()
    assert left == []
    connection.execute("INSERT INTO note VALUES (9, 'still', 'works')")


def test_deleted_words_are_not_in_the_index(connection) -> None:
    connection.execute("INSERT INTO note VALUES (4, 'xylophonecanary', '')")
    connection.execute("DELETE FROM note WHERE id = 4")
    blocks = connection.execute("SELECT block FROM note_search_data").fetchall()
    assert not any(b"xylophonecanary" in bytes(block) for (block,) in blocks)


def built(connection) -> str:
    sql = "SELECT sql FROM sqlite_master WHERE name = 'note_search'"
    return str(connection.execute(sql).fetchone()[0])


def test_many_rows_have_an_index_of_beginnings(connection, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "prefix" not in built(connection)
    assert not search.outgrown(connection, TABLE)
    monkeypatch.setattr(search, "FEW", 3)
    connection.execute("INSERT INTO note VALUES (2, 'Gate', '')")
    assert not search.outgrown(connection, TABLE)
    connection.execute("INSERT INTO note VALUES (3, 'Grove', 'gardens')")
    assert search.outgrown(connection, TABLE)
    before = found(connection, "ga")
    search.drop(connection, (TABLE,))
    search.build(connection, (TABLE,))
    assert "prefix='2 3'" in built(connection)
    assert not search.outgrown(connection, TABLE)
    assert found(connection, "ga") == before
    assert sorted(before) == [1, 2, 3]


def test_words_are_written_in_one_go_and_not_kept_when_they_go(connection) -> None:
    options = dict(connection.execute("SELECT k, v FROM note_search_config"))
    assert options["secure-delete"] == 1
    assert options["hashsize"] == 8 * 1024 * 1024
