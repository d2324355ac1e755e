"""A pack is made of the directory alone, and read without trusting it."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hsds_check import problems, rows_of
from packages import Write, plain

from peerdesk.core.errors import Cancelled, KnownError
from peerdesk.exchange import pack
from peerdesk.exchange.hsds import import_package, undo_batch
from peerdesk.exchange.pack import FILES, NewerPack, NotAPack, is_pack, make_pack, open_pack
from peerdesk.exchange.prepared import Prepared
from peerdesk.store.connection import Connection

NOW = 1_780_000_000_000
Files = dict[str, bytes]


@pytest.fixture
def made(job: Connection, package: Write, tmp_path: Path) -> Path:
    """A pack of two services."""
    import_package(job, package(plain()), 1)
    path = tmp_path / "ours.peerdesk-pack.zip"
    done = make_pack(job, path, " Millbrook\u202e Centre ", NOW)
    assert (done.services, done.path) == (2, path)
    return path


def unpacked(path: Path) -> Files:
    with zipfile.ZipFile(path) as archive:
        return {n: archive.read(n) for n in archive.namelist()}


def packed(path: Path, files: Files, right: bool = True) -> Path:
    """Pack again; ``right``: with sizes and sums that fit."""
    if right:
        about = json.loads(files["pack.json"])
        about["files"] = {
            n: {"bytes": len(d), "sha256": hashlib.sha256(d).hexdigest()}
            for n, d in files.items()
            if n != "pack.json"
        }
        files["pack.json"] = json.dumps(about).encode()
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return path


def test_a_pack_is_looked_into_brought_in_and_taken_back(
    job: Connection, made: Path, tmp_path: Path
) -> None:
    assert set(unpacked(made)) == {*FILES, "pack.json"}
    with Prepared(made, opened=open_pack) as seen:
        assert (seen.source, seen.made_on, seen.kind) == ("Millbrook Centre", "2026-05-28", "pack")
        assert (seen.look(job).services, seen.look(job).new) == (2, 0)
    was = rows_of(job)
    undo_batch(job, 1, 2)
    empty = rows_of(job)
    with Prepared(made, opened=open_pack) as seen:
        assert seen.look(job).new == 2
    result = import_package(job, made, 3, opened=open_pack)
    assert (result.source, result.services) == ("Millbrook Centre", 2)
    assert rows_of(job) == was
    batch = job.execute("SELECT kind, source_date FROM import_batch WHERE id = ?", (result.batch,))
    assert batch.fetchone() == ("pack", "2026-05-28")
    undo_batch(job, result.batch, 4)
    assert rows_of(job) == empty
    with zipfile.ZipFile(made) as archive:
        archive.extractall(tmp_path / "x")
    assert problems(tmp_path / "x" / "directory")["service"] == 2


def test_without_a_name_it_is_called_as_the_file(job: Connection, made: Path) -> None:
    make_pack(job, made, "", NOW)
    package = open_pack(made)
    package.close()
    assert package.source == made.name


def test_nothing_is_left_when_it_is_given_up(job: Connection, tmp_path: Path) -> None:
    with pytest.raises(Cancelled):
        make_pack(job, tmp_path / "a.zip", "x", NOW, cancelled=lambda: True)
    assert not list(tmp_path.glob("*a.zip*"))


def change(**more: Any) -> Callable[[Files], None]:
    def apply(files: Files) -> None:
        files["pack.json"] = json.dumps(json.loads(files["pack.json"]) | more).encode()

    return apply


def drop(name: str) -> Callable[[Files], None]:
    def apply(files: Files) -> None:
        del files[name]

    return apply


def put(name: str, data: bytes) -> Callable[[Files], None]:
    def apply(files: Files) -> None:
        files[name] = data

    return apply


def one_file(**said: Any) -> Callable[[Files], None]:
    def apply(files: Files) -> None:
        about = json.loads(files["pack.json"])
        about["files"]["directory/phones.csv"] = said
        files["pack.json"] = json.dumps(about).encode()

    return apply


SUM = "0" * 64
WRONG: dict[str, tuple[bool, Callable[[Files], None]]] = {
    "no list": (False, drop("pack.json")),
    "a file more": (False, put("directory/more.csv", b"a\n1\n")),
    "a file more, listed": (True, put("directory/more.csv", b"a\n1\n")),
    "a way out": (True, put("../phones.csv", b"a\n1\n")),
    "a file less": (False, drop("directory/phones.csv")),
    "a file less, not listed": (True, drop("directory/phones.csv")),
    "another word": (False, put("directory/phones.csv", b"id,number\n1,999\n")),
    "no json": (False, put("pack.json", b"{")),
    "no text": (False, put("pack.json", b"\xff\xfe\x00")),
    "a list": (False, put("pack.json", b"[]")),
    "deep": (False, put("pack.json", b"[" * 60_000)),
    "long": (False, put("pack.json", b" " * 70_000)),
    "something else": (False, change(peerdesk="agenda")),
    "version 0": (False, change(version=0)),
    "version in words": (False, change(version="1")),
    "no name": (False, change(name=None)),
    "a long name": (False, change(name="x" * 121)),
    "no day": (False, change(made_on=20260528)),
    "no such day": (False, change(made_on="2026-02-30")),
    "no files": (False, change(files=[])),
    "odd sum": (False, one_file(bytes=1, sha256="x")),
    "other sum": (False, one_file(bytes=1, sha256=SUM)),
    "no sum": (False, one_file(bytes=1)),
    "no object": (False, change(files=dict.fromkeys(FILES, 3))),
    "not ours": (True, put("directory/datapackage.json", b'{"name": "x"}')),
    "paper is a list": (True, put("directory/datapackage.json", b"[]")),
}


@pytest.mark.parametrize("name", WRONG)
def test_a_pack_that_is_not_as_it_was_made_is_refused(
    job: Connection, made: Path, name: str
) -> None:
    right, apply = WRONG[name]
    files = unpacked(made)
    apply(files)
    packed(made, files, right)
    before = rows_of(job)
    for look in (
        open_pack,
        lambda p: import_package(job, p, 9, opened=open_pack),
    ):
        with pytest.raises(NotAPack):
            look(made)
    assert rows_of(job) == before


def test_a_newer_pack_says_so(made: Path) -> None:
    files = unpacked(made)
    change(version=2)(files)
    packed(made, files)
    with pytest.raises(NewerPack):
        open_pack(made)


def test_other_files_are_refused_in_plain_words(
    job: Connection, made: Path, tmp_path: Path
) -> None:
    other = tmp_path / "other.zip"
    other.write_bytes(b"PK nothing")
    for path in (other, tmp_path / "missing.zip"):
        with pytest.raises(KnownError):
            open_pack(path)
    data = bytearray(made.read_bytes())
    with zipfile.ZipFile(made) as archive:
        at = archive.getinfo("directory/services.csv").header_offset + 100
    data[at] ^= 0xFF
    made.write_bytes(data)
    with pytest.raises(KnownError):
        open_pack(made)


def test_twice_the_same_name_and_a_password(made: Path) -> None:
    files = unpacked(made)
    with zipfile.ZipFile(made, "a") as archive, pytest.warns(UserWarning, match="Duplicate"):
        archive.writestr("pack.json", files["pack.json"])
    with pytest.raises(NotAPack):
        open_pack(made)
    packed(made, files)
    data = made.read_bytes().replace(
        b"PK\x01\x02\x14\x03\x14\x00\x00\x00", b"PK\x01\x02\x14\x03\x14\x00\x01\x00"
    )
    made.write_bytes(data)
    with pytest.raises(NotAPack):
        open_pack(made)


def test_too_large(made: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pack, "MAX_MEMBER", 10)
    with pytest.raises(KnownError, match="more room"):
        open_pack(made)


def test_a_stick_that_changes_meanwhile(made: Path, tmp_path: Path) -> None:
    files = unpacked(made)
    files["directory/services.csv"] += os.urandom(50_000).hex().encode()  # past what is buffered
    package = open_pack(packed(made, files))
    try:
        phones = next(m for m in package.members if m.name == "phones")
        assert b"555 0198" in phones.read()
        next(m for m in package.members if m.name == "organizations").read()
        other = tmp_path / "other.zip"
        files["directory/phones.csv"] = files["directory/phones.csv"].replace(b"0198", b"0666")
        shutil.copyfile(packed(other, files), made)
        with pytest.raises(KnownError):
            phones.read()
    finally:
        package.close()


def test_what_looks_like_a_pack(
    job: Connection, made: Path, package: Write, tmp_path: Path
) -> None:
    assert is_pack(made)
    assert not is_pack(package(plain(), zipped="one.zip"))
    assert not is_pack(tmp_path)
    assert not is_pack(tmp_path / "nobody.zip")
    (tmp_path / "text.zip").write_text("PK no")
    assert not is_pack(tmp_path / "text.zip")
