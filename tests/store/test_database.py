"""Migrations: the only way tables come to be, and never backwards."""

from __future__ import annotations

import os
import re
import shutil
from pathlib import Path

import pytest

from peerdesk.core.clock import Clock
from peerdesk.core.errors import KnownError
from peerdesk.core.ids import new_uid
from peerdesk.store import cabinet, database, drawer, shelf
from peerdesk.store.connection import Damaged, connect
from peerdesk.store.place import Place

ADD = """def up(migrator, db):
    db.execute_sql("ALTER TABLE note ADD COLUMN mood TEXT NOT NULL DEFAULT ''")
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the migrations that a test may add to."""
    copy = tmp_path / "migrations"
    shutil.copytree(database.MIGRATIONS, copy)
    monkeypatch.setattr(database, "MIGRATIONS", copy)
    return copy


def opened(tmp_path: Path, key: bytes) -> Place:
    return drawer.open_drawer(tmp_path / "d.safe", key, Clock(), tmp_path / "backups")


def with_note(tmp_path: Path, key: bytes) -> None:
    place = opened(tmp_path, key)
    drawer.Note.create(uid=new_uid(), title="kept", created_at=1, changed_at=1)
    place.close()


def test_an_older_file_is_copied_then_brought_on(tmp_path: Path, folder: Path) -> None:
    key = os.urandom(32)
    with_note(tmp_path, key)
    (folder / "drawer" / "0002_mood.py").write_text(ADD)
    place = opened(tmp_path, key)
    assert place.rows("SELECT title, mood FROM note") == [("kept", "")]
    assert place.rows("SELECT rowid FROM note_search WHERE note_search MATCH 'kept'") == [(1,)]
    assert place.rows("PRAGMA user_version") == [(2,)]
    place.close()
    (copy,) = (tmp_path / "backups").glob("*.bak")
    before = connect(copy, key)
    assert before.execute("PRAGMA user_version").fetchone() == (1,)
    assert before.execute("SELECT title FROM note").fetchall() == [("kept",)]
    before.close()


def test_a_file_from_a_newer_version_is_refused_and_untouched(tmp_path: Path) -> None:
    key = os.urandom(32)
    with_note(tmp_path, key)
    raw = connect(tmp_path / "d.safe", key)
    raw.execute("PRAGMA user_version = 99")
    raw.close()
    before = (tmp_path / "d.safe").read_bytes()
    with pytest.raises(KnownError, match="newer PeerDesk"):
        opened(tmp_path, key)
    assert (tmp_path / "d.safe").read_bytes() == before
    assert drawer.database.is_closed()


def test_a_build_without_migrations_says_so(tmp_path: Path, folder: Path) -> None:
    shutil.rmtree(folder / "drawer")
    with pytest.raises(RuntimeError, match="no migrations"):
        opened(tmp_path, os.urandom(32))


def test_a_migration_that_stops_half_way_leaves_the_file_as_it_was(
    tmp_path: Path, folder: Path
) -> None:
    key = os.urandom(32)
    with_note(tmp_path, key)
    (folder / "drawer" / "0002_mood.py").write_text(ADD + "    raise OSError('pulled out')\n")
    with pytest.raises(OSError, match="pulled out"):
        opened(tmp_path, key)
    (folder / "drawer" / "0002_mood.py").write_text(ADD)
    place = opened(tmp_path, key)
    assert place.rows("SELECT title, mood FROM note") == [("kept", "")]
    place.close()


def test_a_history_that_skips_is_our_own_mistake(
    tmp_path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from playhouse.migrations import Runner

    key = os.urandom(32)
    with_note(tmp_path, key)
    (folder / "drawer" / "0002_mood.py").write_text(ADD)
    monkeypatch.setattr(Runner, "up", lambda _self: [])
    with pytest.raises(RuntimeError, match="not brought to 2"):
        opened(tmp_path, key)


def test_a_database_error_while_opening_is_a_sentence(tmp_path: Path, folder: Path) -> None:
    (folder / "drawer" / "0002_bad.py").write_text(
        "from peewee import DatabaseError\n"
        "def up(migrator, db):\n    raise DatabaseError('database or disk is full')\n"
    )
    with pytest.raises(KnownError, match="no room left"):
        opened(tmp_path, os.urandom(32))


def leaves(model):
    below = model.__subclasses__()
    return [leaf for m in below for leaf in leaves(m)] if below else [model]


@pytest.mark.parametrize("module", [shelf, cabinet, drawer])
def test_the_models_say_what_the_migrations_made(module, tmp_path: Path) -> None:
    key = None if module is shelf else os.urandom(32)
    opener = {shelf: shelf.open_shelf, cabinet: cabinet.open_cabinet, drawer: drawer.open_drawer}
    path = tmp_path / "x"
    values = (path, Clock(), tmp_path) if key is None else (path, key, Clock(), tmp_path)
    place = opener[module](*values)
    names = {module.__name__} | ({"peerdesk.store.directory"} if module is shelf else set())
    models = [m for m in leaves(database.Row) if m.__module__.startswith(tuple(names))]
    assert len(models) > 3
    for model in models:
        columns = {row[1] for row in place.rows(f"PRAGMA table_info({model._meta.table_name})")}
        assert columns == {f.column_name for f in model._meta.sorted_fields}, model
    place.close()


def test_a_uid_may_be_missing(tmp_path: Path) -> None:
    key = os.urandom(32)
    with_note(tmp_path, key)
    place = opened(tmp_path, key)
    note = drawer.Note.get()
    assert isinstance(note.uid, bytes)
    assert note.meeting_uid is None
    place.close()


def test_no_model_uses_replace() -> None:
    source = Path(database.__file__).parent
    for path in source.rglob("*.py"):
        assert not re.search(r"INSERT OR REPLACE|REPLACE INTO|\.replace\(\*\*", path.read_text())


def triggers(place: Place) -> set[tuple[object, ...]]:
    return set(place.rows("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'"))


@pytest.mark.parametrize("older", [False, True])
@pytest.mark.parametrize(
    "sql",
    [
        "CREATE TRIGGER spy AFTER UPDATE ON note BEGIN UPDATE note SET body = 'theirs'; END",
        "DROP TRIGGER note_search_ai",
        "DROP TRIGGER note_search_au; CREATE TRIGGER note_search_au AFTER UPDATE ON note BEGIN"
        " UPDATE note SET body = 'theirs'; END",
    ],
    ids=["strange", "missing", "another"],
)
def test_only_our_own_triggers_run(tmp_path: Path, folder: Path, sql: str, older: bool) -> None:
    """Whoever could write to the file once would change what is written later."""
    key = os.urandom(32)
    with_note(tmp_path, key)
    place = opened(tmp_path, key)
    ours = triggers(place)
    place.close()
    raw = connect(tmp_path / "d.safe", key)
    raw.executescript(sql)
    raw.execute("INSERT INTO note(uid, title, body, created_at, changed_at) VALUES"
                " (x'01', 'past the index', '', 1, 1)")  # fmt: skip
    raw.close()
    if older:
        (folder / "drawer" / "0002_mood.py").write_text(ADD)
    place = opened(tmp_path, key)
    assert triggers(place) == ours
    drawer.Note.update(title="mine").where(drawer.Note.title == "kept").execute()
    assert place.rows("SELECT body FROM note WHERE body = 'theirs'") == []
    for word in ("past", "mine"):
        sql = "SELECT count(*) FROM note_search WHERE note_search MATCH ?"
        assert place.rows(sql, word) == [(1,)]
    place.close()


@pytest.mark.parametrize(
    "sql",
    [
        """CREATE TABLE "x"y"(id INTEGER PRIMARY KEY, a)""",
        """CREATE TABLE "x'y"(id INTEGER PRIMARY KEY, a)""",
        """CREATE TABLE z(id INTEGER PRIMARY KEY, "a'b")""",
        f"CREATE TABLE z({', '.join(f'c{n}' for n in range(database.MOST_COLUMNS + 1))})",
    ],
)
def test_a_table_that_would_turn_every_change_away_is_damage(tmp_path: Path, sql: str) -> None:
    key = os.urandom(32)
    with_note(tmp_path, key)
    raw = connect(tmp_path / "d.safe", key)
    raw.execute(sql.replace('"x"y"', '"x""y"'))
    raw.close()
    with pytest.raises(Damaged):
        opened(tmp_path, key)
