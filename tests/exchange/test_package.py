"""Packages are opened without trusting them."""

from __future__ import annotations

import zipfile
import zlib
from pathlib import Path

import pytest
from packages import Write, plain

from peerdesk.core.errors import KnownError
from peerdesk.exchange import package as packages
from peerdesk.exchange.package import open_package


def words(path: Path) -> str:
    with pytest.raises(KnownError) as caught:
        opened = open_package(path)
        for member in opened.members:
            member.read()
    return str(caught.value)


def test_a_folder_and_a_zip_give_the_same_tables(package: Write) -> None:
    folder = open_package(package(plain()))
    zipped = open_package(package(plain(), zipped="one.zip", inside="deep/in/"))
    assert [m.name for m in folder.members] == [m.name for m in zipped.members]
    assert [m.read() for m in folder.members] == [m.read() for m in zipped.members]
    zipped.close()
    folder.close()


def test_the_folder_nearest_the_top_is_taken(tmp_path: Path) -> None:
    for where, name in (("a/b", "services.csv"), ("a", "services.csv"), ("", "notes.txt")):
        (tmp_path / "p" / where).mkdir(parents=True, exist_ok=True)
        (tmp_path / "p" / where / name).write_text("id,name\n" + where)
    (tmp_path / "p" / ".hidden").mkdir()
    (tmp_path / "p" / "link.csv").symlink_to(tmp_path / "p" / "notes.txt")
    (found,) = open_package(tmp_path / "p").members
    assert found.read().endswith(b"a")


@pytest.mark.parametrize(
    ("papers", "source", "key"),
    [
        ({"name": "Bay Area"}, "package", "bay area"),
        ({"id": "abc"}, "package", "abc"),
        (None, "riverside-2026-11 (1)", "riverside"),
        ({"title": 3}, "riverside copy", "riverside"),
        ([1], "riverside", "riverside"),
    ],
)
def test_which_directory_it_is(package: Write, papers: object, source: str, key: str) -> None:
    import json

    raw = {} if papers is None else {"datapackage.json": json.dumps(papers).encode()}
    assert open_package(package(plain(), name=source, raw=raw)).key == key
    zipped = open_package(package(plain(), name=source, raw=raw, zipped=f"{source}.zip"))
    assert zipped.key == key
    zipped.close()


def test_a_damaged_datapackage_does_not_matter(package: Write) -> None:
    assert open_package(package(plain(), raw={"datapackage.json": b"{"})).key == "package"


def test_without_services(package: Write) -> None:
    assert "no list of services" in words(package({"phones": [{"id": 1, "number": 2}]}))


def test_what_is_not_a_zip(tmp_path: Path) -> None:
    (tmp_path / "a.zip").write_text("hello")
    assert "not a zip file" in words(tmp_path / "a.zip")
    (tmp_path / "b.zip").write_bytes(b"PK\x03\x04 but no more")
    assert "cannot be read" in words(tmp_path / "b.zip")
    assert "cannot be read" in words(tmp_path / "missing.zip")


@pytest.mark.parametrize(
    "name", ["../services.csv", "/services.csv", "C:\\services.csv", "a\\..\\b"]
)
def test_a_path_that_escapes(tmp_path: Path, name: str) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr(zipfile.ZipInfo(name), "id,name\n1,x")
    assert "outside its own folder" in words(tmp_path / "a.zip")
    assert list(tmp_path.iterdir()) == [tmp_path / "a.zip"]


def test_bombs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    bomb = tmp_path / "bomb.zip"
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("services.csv", b"0" * (5 * 1024 * 1024))
    assert bomb.stat().st_size < 10_000
    assert "more room than a directory" in words(bomb)
    monkeypatch.setattr(packages, "SMALL", 10**9)
    monkeypatch.setattr(packages, "MAX_MEMBER", 1_000_000)
    assert "more room than a directory" in words(bomb)
    monkeypatch.setattr(packages, "MAX_BYTES", 1_000_000)
    assert "more room than a directory" in words(bomb)


def test_a_folder_that_is_too_large(package: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = package(plain())
    monkeypatch.setattr(packages, "MAX_FILES", 2)
    assert "more room than a directory" in words(folder)


def test_a_zip_with_a_password(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("services.csv", "id,name\n1,x")
    data = bytearray(path.read_bytes())
    data[data.index(b"PK\x01\x02") + 8] |= 1
    path.write_bytes(bytes(data))
    assert "locked with a password" in words(path)


def test_a_zip_with_damage_inside(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("services.csv", "id,name\n" + "1,x\n" * 500)
        archive.mkdir("folder")
        archive.writestr("__MACOSX/services.csv", "")
    data = bytearray(path.read_bytes())
    at = data.index(b"services.csv") + len("services.csv")
    data[at : at + 6] = b"\xff" * 6
    path.write_bytes(bytes(data))
    assert "services.csv cannot be read" in words(path)


def test_a_file_that_goes_while_it_is_read(package: Write) -> None:
    folder = package(plain())
    opened = open_package(folder)
    (folder / "services.csv").unlink()
    with pytest.raises(KnownError, match="cannot be read"):
        [m.read() for m in opened.members]


def test_a_folder_that_may_not_be_listed(package: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = package(plain())

    def refuse(*_args: object, onerror: object, **_more: object) -> object:
        assert callable(onerror)
        onerror(PermissionError("no"))
        return iter(())

    monkeypatch.setattr("os.walk", refuse)
    assert "cannot be read" in words(folder)


def test_zlib_errors_are_known(package: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    opened = open_package(package(plain(), zipped="a.zip"))

    def tear(*_args: object) -> object:
        raise zlib.error("torn")

    monkeypatch.setattr(zipfile.ZipFile, "open", tear)
    with pytest.raises(KnownError, match="cannot be read"):
        opened.members[0].read()
    opened.close()
