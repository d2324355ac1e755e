"""One copy: written whole or not at all, and nothing in one that comes from elsewhere believed."""

from __future__ import annotations

import errno
import hashlib
import json
import os
import struct
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from peerdesk.core.errors import Cancelled
from peerdesk.store import backup_archive as archives
from peerdesk.store import backup_names
from peerdesk.store.backup_archive import MANIFEST, Archive, Source, no_check
from peerdesk.store.backup_errors import BadCopy, DriveGone, NewerCopy

ID = bytes(range(16))
SEALS = "groups/" + "a" * 32 + ".seals"


@pytest.fixture
def sources(tmp_path: Path) -> list[Source]:
    (tmp_path / "shelf").write_bytes(b"shelf" * 1000)
    (tmp_path / "seals").write_bytes(os.urandom(100))
    return [
        Source("shelf.db", tmp_path / "shelf", 5),
        Source(SEALS, tmp_path / "seals", 6),
    ]


@pytest.fixture
def made(tmp_path: Path, sources: list[Source]) -> Path:
    target = tmp_path / backup_names.file_name(1_700_000_000_123)
    assert archives.write(target, sources, ID, 1_700_000_000_123, no_check) == target.stat().st_size
    return target


def test_what_goes_in_comes_out(made: Path, sources: list[Source], tmp_path: Path) -> None:
    with Archive(made) as archive:
        archive.verify()
        assert (archive.made_at, archive.workspace_id) == (1_700_000_000_123, ID)
        assert [(m.name, m.kind, m.at) for m in archive.members.values()] == [
            ("shelf.db", "shelf", 5),
            (SEALS, "seals", 6),
        ]
        archive.extract("shelf.db", tmp_path / "out" / "s")
    assert (tmp_path / "out" / "s").read_bytes() == sources[0].path.read_bytes()
    assert backup_names.in_folder(tmp_path) == [made]
    assert backup_names.in_folder(tmp_path / "none") == []
    assert b"maria" not in made.read_bytes()


def manifest(held: dict[str, bytes], /, **other: object) -> bytes:
    rows = [
        {
            "name": name,
            "kind": backup_names.kind_of(name),
            "size": len(data),
            "sha256": hashlib.sha256(data).hexdigest(),
            "at": 1,
        }
        for name, data in held.items()
    ]
    made = {"format": 1, "made_at": 1, "workspace": ID.hex(), "members": rows}
    return json.dumps(made | other).encode()


def hostile(path: Path, fill: Callable[[zipfile.ZipFile], None]) -> Path:
    with zipfile.ZipFile(path, "w") as archive:
        fill(archive)
    return path


def plain(path: Path, members: dict[str, bytes], words: bytes | None = None) -> Path:
    def fill(archive: zipfile.ZipFile) -> None:
        for name, data in members.items():
            archive.writestr(name, data)
        archive.writestr(MANIFEST, manifest(members) if words is None else words)

    return hostile(path, fill)


GOOD = {"shelf.db": b"x" * 10}


@pytest.mark.parametrize(
    "name",
    ["../shelf.db", "/etc/passwd", "shelf.db ", "groups/x.safe", "a\\b", "tonight/x.safe", "C:x"],
)
def test_names_that_a_workspace_has_not(tmp_path: Path, name: str) -> None:
    with pytest.raises(BadCopy, match="Nothing was changed"):
        Archive(plain(tmp_path / "x.zip", {name: b"x"}))


@pytest.mark.parametrize(
    "words",
    [
        b"",
        b"[]",
        b"{}",
        b"[" * 100_000,
        b"\xff",
        manifest(GOOD, format="1"),
        manifest(GOOD, format=True),
        manifest(GOOD, made_at=-1),
        manifest(GOOD, made_at=1 << 60),
        manifest(GOOD, workspace="zz"),
        manifest(GOOD, workspace="00"),
        manifest(GOOD, members=[]),
        manifest(GOOD, members=[{}]),
        manifest(GOOD, members=[{"name": 3, "size": 1, "sha256": "", "at": 1}]),
        manifest(GOOD, members=[{"name": "shelf.db", "size": 10, "sha256": "zz", "at": 1}]),
        manifest(GOOD, members=json.loads(manifest(GOOD))["members"] * 2),
        manifest({"shelf.db": b"y" * 11}),
        manifest({**GOOD, SEALS: b""}),
    ],
)
def test_manifests_that_say_something_else(tmp_path: Path, words: bytes) -> None:
    with pytest.raises(BadCopy):
        Archive(plain(tmp_path / "x.zip", GOOD, words))


def test_one_that_knows_more_is_told_apart(tmp_path: Path) -> None:
    with pytest.raises(NewerCopy, match="newer PeerDesk"):
        Archive(plain(tmp_path / "x.zip", GOOD, manifest(GOOD, format=2)))


def test_a_wrong_hash_is_found_on_the_way_out(tmp_path: Path) -> None:
    path = plain(tmp_path / "x.zip", GOOD, manifest({"shelf.db": b"y" * 10}))
    with Archive(path) as archive, pytest.raises(BadCopy):
        archive.verify()


def test_what_was_packed_to_blow_up(tmp_path: Path) -> None:
    def fill(archive: zipfile.ZipFile) -> None:
        archive.writestr("shelf.db", b"x" * 10_000_000, zipfile.ZIP_DEFLATED)
        archive.writestr(MANIFEST, manifest({"shelf.db": b"x" * 10_000_000}))

    with pytest.raises(BadCopy):
        Archive(hostile(tmp_path / "x.zip", fill))


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_a_name_twice(tmp_path: Path) -> None:
    def fill(archive: zipfile.ZipFile) -> None:
        archive.writestr("shelf.db", b"x" * 10)
        archive.writestr("shelf.db", b"y" * 10)
        archive.writestr(MANIFEST, manifest(GOOD))

    with pytest.raises(BadCopy):
        Archive(hostile(tmp_path / "x.zip", fill))


def test_no_manifest_or_far_too_much_of_it(tmp_path: Path) -> None:
    def bare(archive: zipfile.ZipFile) -> None:
        archive.writestr("shelf.db", b"x")

    def long(archive: zipfile.ZipFile) -> None:
        archive.writestr(MANIFEST, b" " * (archives.MOST_MANIFEST + 1))

    for number, fill in enumerate((bare, long)):
        with pytest.raises(BadCopy):
            Archive(hostile(tmp_path / f"{number}.zip", fill))


def test_a_remark_at_the_end_and_too_many_members(tmp_path: Path) -> None:
    def remark(archive: zipfile.ZipFile) -> None:
        archive.comment = b"hello"

    with pytest.raises(BadCopy):
        Archive(hostile(tmp_path / "a.zip", remark))
    many = {f"groups/{n:032x}.seals": b"" for n in range(archives.MOST_MEMBERS + 1)}
    with pytest.raises(BadCopy):
        Archive(plain(tmp_path / "b.zip", many))


@pytest.mark.parametrize("cut", [0, 1, 21, 22, 100, 1000])
def test_cut_off(made: Path, cut: int) -> None:
    made.write_bytes(made.read_bytes()[:cut])
    with pytest.raises(BadCopy):
        Archive(made)


def test_a_directory_that_points_outside(tmp_path: Path) -> None:
    path = tmp_path / "x.zip"
    path.write_bytes(struct.pack("<4s4H2IH", b"PK\5\6", 0, 0, 1, 1, 46, 1 << 30, 0))
    with pytest.raises(BadCopy):
        Archive(path)


def test_a_member_that_asks_for_a_password(made: Path) -> None:
    data = bytearray(made.read_bytes())
    at = data.index(b"PK\1\2") + 8
    data[at] |= 1
    made.write_bytes(data)
    with pytest.raises(BadCopy), Archive(made) as archive:
        archive.verify()


@example(bit=5352)  # an offset before the file's beginning
@settings(max_examples=200)
@given(bit=st.integers(0, 8 * 10**6))
def test_any_flipped_bit_is_found_or_harmless(
    tmp_path_factory: pytest.TempPathFactory, bit: int
) -> None:
    folder = tmp_path_factory.mktemp("flip")
    (folder / "s").write_bytes(bytes(range(200)))
    path = folder / "x.zip"
    archives.write(path, [Source("shelf.db", folder / "s", 1)], ID, 1, no_check)
    raw = bytearray(path.read_bytes())
    bit %= len(raw) * 8
    raw[bit // 8] ^= 1 << bit % 8
    path.write_bytes(raw)
    try:
        with Archive(path) as archive:
            archive.verify()
            members = {m.name: m.sha256 for m in archive.members.values()}
    except (BadCopy, NewerCopy):
        return
    assert members == {"shelf.db": hashlib.sha256(bytes(range(200))).hexdigest()}


def test_a_cancelled_copy_leaves_nothing(tmp_path: Path, sources: list[Source]) -> None:
    def stop() -> None:
        raise Cancelled

    target = tmp_path / "to" / "x.zip"
    target.parent.mkdir()
    with pytest.raises(Cancelled):
        archives.write(target, sources, ID, 1, stop)
    assert not list(target.parent.iterdir())


def test_a_drive_that_gives_back_something_else(
    tmp_path: Path, sources: list[Source], monkeypatch: pytest.MonkeyPatch
) -> None:
    def forget(file: object) -> None:
        file.seek(40)  # type: ignore[attr-defined]
        file.write(b"?")  # type: ignore[attr-defined]
        file.flush()  # type: ignore[attr-defined]

    monkeypatch.setattr(archives, "_forget_pages", forget)
    with pytest.raises(DriveGone):
        archives.write(tmp_path / "x.zip", sources, ID, 1, no_check)
    assert not list(tmp_path.glob("*x.zip*"))


def test_a_copy_that_may_not_be_read_or_is_gone(
    made: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(self: Path, *_: object) -> None:
        raise OSError(errno.EACCES, "no")

    with pytest.raises(DriveGone):
        Archive(made.with_name("none.zip"))
    with Archive(made) as archive:
        archive._file.close()
        with pytest.raises(BadCopy):
            archive.verify()
    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(BadCopy):
        Archive(made)


def test_a_stick_pulled_out_while_reading(made: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def gone(self: zipfile.ZipExtFile, *_: object) -> bytes:
        raise OSError(errno.EIO, "gone")

    with Archive(made) as archive:
        monkeypatch.setattr(zipfile.ZipExtFile, "read", gone)
        with pytest.raises(DriveGone):
            archive.verify()
