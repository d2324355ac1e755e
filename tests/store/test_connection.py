"""Opening files: the order of pragmas, and a sentence for everything that can be wrong."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2 as sqlcipher

from peerdesk.core.errors import KnownError
from peerdesk.store import connection as connection_module
from peerdesk.store.connection import (
    Damaged,
    DiskFull,
    InUse,
    Strange,
    Unwritable,
    backup,
    connect,
    held,
    known,
)

KEY = bytes(range(32))


def made(path: Path, key: bytes | None = KEY) -> Path:
    connection = connect(path, key)
    connection.execute("CREATE TABLE t(x)")
    connection.execute("INSERT INTO t VALUES ('canary')")
    connection.close()
    return path


def test_an_encrypted_file_tells_nothing(tmp_path: Path) -> None:
    path = made(tmp_path / "a.safe")
    raw = path.read_bytes()
    assert not raw.startswith(b"SQLite format 3")
    assert b"canary" not in raw


def test_the_pragmas_are_on(tmp_path: Path) -> None:
    connection = connect(tmp_path / "a.safe", KEY)
    values = {
        name: connection.execute(f"PRAGMA {name}").fetchone()[0]
        for name in (
            "journal_mode",
            "synchronous",
            "foreign_keys",
            "secure_delete",
            "temp_store",
            "recursive_triggers",
        )
    }
    connection.close()
    assert values == {
        "journal_mode": "wal",
        "synchronous": 2,
        "foreign_keys": 1,
        "secure_delete": 1,
        "temp_store": 2,
        "recursive_triggers": 1,
    }


def test_temporary_data_stays_in_memory_by_the_way_the_library_was_built() -> None:
    connection = sqlcipher.connect(":memory:")
    options = {row[0] for row in connection.execute("PRAGMA compile_options")}
    connection.close()
    assert options & {"TEMP_STORE=2", "TEMP_STORE=3"}


def test_a_wrong_key_is_a_damaged_file_by_name(tmp_path: Path) -> None:
    path = made(tmp_path / "a.safe")
    with pytest.raises(Damaged, match=r"a\.safe") as problem:
        connect(path, os.urandom(32))
    assert problem.value.path == path


def test_a_plain_file_in_place_of_a_safe_is_refused(tmp_path: Path) -> None:
    path = made(tmp_path / "a.safe", None)
    with pytest.raises(Damaged):
        connect(path, KEY)


def test_an_empty_file_becomes_a_safe(tmp_path: Path) -> None:
    path = tmp_path / "a.safe"
    path.touch()
    assert made(path).stat().st_size


def test_a_key_of_another_length_is_our_own_mistake(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="32 bytes"):
        connect(tmp_path / "a.safe", b"short")


def test_a_missing_file_cannot_be_read_only(tmp_path: Path) -> None:
    with pytest.raises(Unwritable):
        connect(tmp_path / "none.db", None, read_only=True)


def test_reading_only(tmp_path: Path) -> None:
    path = made(tmp_path / "shelf.db", None)
    connection = connect(path, None, read_only=True)
    assert connection.execute("SELECT x FROM t").fetchall() == [("canary",)]
    connection.close()


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("database or disk is full", DiskFull),
        ("file is not a database", Damaged),
        ("database disk image is malformed", Damaged),
        ("attempt to write a readonly database", Unwritable),
        ("disk I/O error", Unwritable),
    ],
)
def test_what_the_library_says_becomes_a_sentence(words: str, kind: type[Exception]) -> None:
    assert isinstance(known(sqlcipher.DatabaseError(words), Path("a.safe")), kind)


def test_our_own_mistake_stays_one() -> None:
    error = sqlcipher.OperationalError("no such table: t")
    assert known(error, Path("a.safe")) is error


def test_a_copy_opens_with_the_key_alone(tmp_path: Path) -> None:
    source = connect(made(tmp_path / "a.safe"), KEY)
    backup(source, tmp_path / "copy.bak", KEY)
    source.close()
    copy = connect(tmp_path / "copy.bak", KEY)
    assert copy.execute("SELECT x FROM t").fetchall() == [("canary",)]
    copy.close()
    assert b"canary" not in (tmp_path / "copy.bak").read_bytes()
    assert not list(tmp_path.glob("*.part"))


def test_a_copy_of_a_plain_file_is_plain(tmp_path: Path) -> None:
    source = connect(made(tmp_path / "shelf.db", None), None)
    backup(source, tmp_path / "copy.bak", None)
    source.close()
    assert (tmp_path / "copy.bak").read_bytes().startswith(b"SQLite format 3")


def test_a_damaged_file_leaves_no_copy(tmp_path: Path) -> None:
    path = tmp_path / "shelf.db"
    connection = connect(path, None)
    connection.execute("CREATE TABLE t(x)")
    connection.execute("CREATE INDEX i ON t(x)")
    connection.executemany("INSERT INTO t VALUES (?)", [(os.urandom(50),) for _ in range(2000)])
    connection.close()
    raw = bytearray(path.read_bytes())
    page = len(raw) // 4096 // 2 * 4096
    raw[page : page + 4096] = os.urandom(4096)
    path.write_bytes(raw)
    source = connect(path, None)
    with pytest.raises(Damaged) as problem:
        backup(source, tmp_path / "copy.bak", None)
    source.close()
    assert problem.value.path == path
    assert not list(tmp_path.glob("copy*"))


@pytest.mark.parametrize("gone", [False, True], ids=["damaged", "taken away meanwhile"])
def test_a_damaged_safe_is_named_and_not_its_copy(tmp_path: Path, gone: bool) -> None:
    path = made(tmp_path / "a.safe")
    connection = connect(path, KEY)
    connection.executemany("INSERT INTO t VALUES (?)", [(os.urandom(50),) for _ in range(500)])
    connection.close()
    raw = bytearray(path.read_bytes())
    raw[-2000] ^= 1
    path.write_bytes(raw)
    source = connect(path, KEY)
    if gone:
        path.unlink()
    with pytest.raises(Damaged, match=r"a\.safe") as problem:
        backup(source, tmp_path / "copy.bak", KEY)
    source.close()
    assert problem.value.path == path


def test_a_copy_the_drive_did_not_keep_is_named_itself(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = connect(made(tmp_path / "a.safe"), KEY)
    counts = iter([{"t": 1}, {"t": 0}])
    monkeypatch.setattr(connection_module, "rows_in", lambda _connection: next(counts))
    with pytest.raises(Damaged) as problem:
        backup(source, tmp_path / "copy.bak", KEY)
    source.close()
    assert problem.value.path == tmp_path / "copy.bak"


# -- alone ---------------------------------------------------------------------------------------

HOLDER = """
import sys
from pathlib import Path
from peerdesk.store.connection import connect
raw = connect(Path(sys.argv[1]), bytes(32), alone=True)
raw.execute("INSERT INTO t VALUES ('written while alone')")
print("held", flush=True)
sys.stdin.read()
"""


@pytest.fixture
def sheet(tmp_path: Path) -> Path:
    path = tmp_path / "s.safe"
    raw = connect(path, bytes(32))
    raw.execute("CREATE TABLE t (w TEXT)")
    raw.close()
    return path


def test_what_one_process_has_alone_no_other_opens_until_it_ends(sheet: Path) -> None:
    """Whatever is deleted beside the file; and a process that was killed holds nothing."""
    process = subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(sheet)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    assert process.stdout is not None
    assert process.stdin is not None
    try:
        assert process.stdout.readline().strip() == b"held"
        for more in ({}, {"alone": True}, {"read_only": True}):
            with pytest.raises(InUse) as told:
                connect(sheet, bytes(32), patience=0, **more)  # type: ignore[arg-type]
            assert told.value.path == sheet
        assert held(sheet)
        assert not sheet.with_name("s.safe-shm").exists(), "nothing beside it that holds it"
    finally:
        process.kill()
        process.wait()
        process.stdout.close()
        process.stdin.close()
    assert not held(sheet)
    raw = connect(sheet, bytes(32), alone=True)
    assert raw.execute("SELECT w FROM t").fetchall() == [("written while alone",)]
    assert held(sheet)
    raw.close()
    assert not held(sheet)


def test_asking_changes_nothing_and_needs_no_key(sheet: Path, tmp_path: Path) -> None:
    raw = connect(sheet, bytes(32))
    raw.execute("INSERT INTO t VALUES ('x')")
    before = {p.name: p.read_bytes() for p in tmp_path.glob("s.safe*") if p.suffix != ".safe-shm"}
    assert not held(sheet), "open, but not alone"
    after = {p.name: p.read_bytes() for p in tmp_path.glob("s.safe*") if p.suffix != ".safe-shm"}
    assert after == before
    raw.close()
    assert not held(tmp_path / "nothing.safe")
    assert not (tmp_path / "nothing.safe").exists()
    (tmp_path / "plain.safe").write_bytes(b"")
    assert not held(tmp_path / "plain.safe")


def test_what_cannot_be_reached_is_said(sheet: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As a file that another program has locked on Windows."""

    def no(_path: Path, *_: object) -> None:
        raise PermissionError(13, "in use")

    monkeypatch.setattr(Path, "open", no)
    with pytest.raises(KnownError, match="does not let PeerDesk use"):
        connect(sheet, bytes(32))


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with a name here")
@pytest.mark.parametrize("key", [None, KEY])
@pytest.mark.parametrize("read_only", [False, True])
def test_a_pipe_holds_nobody_up(tmp_path: Path, key: bytes | None, read_only: bool) -> None:
    os.mkfifo(tmp_path / "p.safe")
    with pytest.raises(Damaged):
        connect(tmp_path / "p.safe", key, read_only=read_only)


ENDLESS = "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT x FROM n"


@pytest.mark.parametrize("key", [None, KEY])
@pytest.mark.parametrize(
    "sql",
    [
        f"CREATE VIEW setting AS {ENDLESS}",
        "CREATE VIRTUAL TABLE setting USING rtree(id, low, high)",
        *([";".join(f"CREATE TABLE t{n}(x)" for n in range(connection_module.MOST_TABLES + 1))]),
    ],
    ids=["view", "virtual", "many"],
)
def test_a_file_that_could_hold_us_up_is_not_read(
    tmp_path: Path, key: bytes | None, sql: str
) -> None:
    """A view in the place of a table can take for ever, and whoever hands on a copy makes one."""
    path = tmp_path / "shelf.db"
    connection = connect(path, key)
    connection.executescript(sql)
    connection.close()
    for read_only in (False, True):
        with pytest.raises(Strange, match=r"shelf\.db"):
            connect(path, key, read_only=read_only)


def test_triggers_of_strangers_go_and_ours_stay(tmp_path: Path) -> None:
    ours = "CREATE TRIGGER ours AFTER INSERT ON t BEGIN SELECT 1; END"
    connection = connect(made(tmp_path / "a.safe"), KEY)
    connection.execute(ours)
    connection.execute("CREATE TABLE u(x)")
    connection.execute('CREATE TRIGGER "x""y" AFTER INSERT ON u BEGIN SELECT 1; END')
    connection.execute("CREATE TRIGGER z AFTER INSERT ON t BEGIN SELECT 1; END")
    assert connection_module.drop_triggers(connection, table="u")
    assert not connection_module.drop_triggers(connection, table="u")
    assert connection_module.drop_triggers(connection, {ours})
    left = connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall()
    connection.close()
    assert left == [("ours",)]
