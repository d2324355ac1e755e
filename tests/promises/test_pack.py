"""A resource pack holds the directory and nothing else; a hostile one does nothing.

The workspace is full of words that occur nowhere else: in the cabinet, the drawer, the in-tray,
settings, public meetings, the crisis card, and in what the shelf itself keeps about listings.
"""

from __future__ import annotations

import hashlib
import io
import json
import random
import time
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from peerdesk.core.errors import KnownError
from peerdesk.core.ids import new_uid
from peerdesk.exchange.hsds import undo_batch
from peerdesk.exchange.hsds_export import export_package
from peerdesk.exchange.hsds_shape import SHAPES
from peerdesk.exchange.pack import make_pack, open_pack
from peerdesk.exchange.prepared import Prepared
from peerdesk.store.connection import Connection, connect
from tests.promises.conftest import Size
from tests.promises.house import CANARIES, NOON, SERVICE, House, found_in, make_house
from tests.promises.mutate import mutated

NOW = int(NOON.timestamp() * 1000)
OURS = "Xylokarpfen"  # stands in every text of the shelf that no pack may have


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> House:
    return make_house(tmp_path_factory.mktemp("pack") / "w")


@pytest.fixture
def shelf(house: House) -> Iterator[Connection]:
    connection = connect(house.workspace.shelf, None)
    yield connection
    connection.close()


def poisoned(shelf: Connection) -> list[str]:
    """Put a row of canaries into every table of the shelf that is not the directory."""
    tables = shelf.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
        " AND name NOT LIKE 'service_search%' AND name NOT LIKE '%migrat%'"
    ).fetchall()
    done = []
    for (table,) in tables:
        columns = shelf.execute(f"PRAGMA table_info({table})").fetchall()
        names = [str(c[1]) for c in columns if c[1] != "id"]
        if table in SHAPES or "uid" not in names:
            continue
        kinds = {str(c[1]): str(c[2]) for c in columns}
        first = shelf.execute("SELECT min(id) FROM import_batch").fetchone()[0]
        values: list[object] = []
        for name in names:
            if name == "uid":
                values.append(new_uid(NOW))
            elif name == "batch_id":
                values.append(first)
            elif kinds[name] == "TEXT":
                values.append(f"{OURS} {table} {name}")
            else:
                values.append(OURS.encode() if kinds[name] == "BLOB" else 1)
        marks = ", ".join("?" * len(names))
        shelf.execute(f"INSERT INTO {table}({', '.join(names)}) VALUES ({marks})", values)
        done.append(str(table))
    return done


def everything(data: bytes) -> Iterator[bytes]:
    """The file, and each file in it."""
    yield data
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for name in archive.namelist():
            yield name.encode()
            yield archive.read(name)


def test_no_word_of_anything_else_is_in_a_pack(
    house: House, shelf: Connection, tmp_path: Path
) -> None:
    tables = poisoned(shelf)
    assert {"setting", "in_tray", "public_meeting", "crisis_line", "cabinet_card", "erased",
            "published_agenda", "local_change", "saved_search", "service_check",
            "import_batch"} <= set(tables)  # fmt: skip
    shelf.execute(
        "INSERT INTO service(uid, organization_id, name, archived_at)"
        " SELECT ?, id, ?, 1 FROM organization LIMIT 1",
        (new_uid(NOW), f"{OURS} taken off"),
    )
    make_pack(shelf, tmp_path / "p.zip", "Centre", NOW)
    export_package(shelf, tmp_path / "h.zip", NOW)
    words = (*CANARIES, OURS)
    for name in ("p.zip", "h.zip"):
        parts = list(everything((tmp_path / name).read_bytes()))
        assert any(SERVICE.encode() in part for part in parts)
        for part in parts:
            assert found_in(part, words) == []
    shelf.execute("DELETE FROM local_change")  # no words of a table and a column that there are
    # whoever looks for them does find them where they are
    assert found_in(house.workspace.shelf.read_bytes(), words) or found_in(
        house.workspace.shelf.with_name("shelf.db-wal").read_bytes(), words
    )


# -- hostile packs ---------------------------------------------------------------------------------


def put_right(data: bytes, name: str, rng: random.Random, others: list[bytes]) -> bytes:
    """A pack with one file changed, and its list made to fit."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        files = {n: archive.read(n) for n in archive.namelist()}
    files[name] = mutated(files[name], rng, others)
    if name != "pack.json":
        about = json.loads(files["pack.json"])
        sums = {"bytes": len(files[name]), "sha256": hashlib.sha256(files[name]).hexdigest()}
        about["files"][name] = sums
        files["pack.json"] = json.dumps(about).encode()
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for inner, body in files.items():
            archive.writestr(inner, body)
    return made.getvalue()


def test_a_hostile_pack_is_refused_or_brought_in_whole(
    house: House, shelf: Connection, tmp_path: Path, size: Size
) -> None:
    good = tmp_path / "good.zip"
    make_pack(shelf, good, "Centre", NOW)
    data, rng = good.read_bytes(), random.Random(5)
    with zipfile.ZipFile(good) as archive:
        names = archive.namelist()
        others = [archive.read(n) for n in names]
    path = tmp_path / "bad.zip"
    refused = came = 0
    before = counts(shelf)
    for number in range(size(300, 3_000)):
        if number % 3:
            path.write_bytes(put_right(data, rng.choice(names), rng, others))
        else:
            path.write_bytes(mutated(data, rng, others))
        start = time.process_time()
        try:
            with Prepared(path, opened=open_pack) as prepared:
                prepared.look(shelf)
                result = prepared.bring_in(shelf, NOW)
        except KnownError:
            refused += 1
        else:
            came += 1
            undo_batch(shelf, result.batch, NOW)
        assert time.process_time() - start < 5  # hangs; the promise of a second is test_fuzz's
        assert counts(shelf) == before
    assert refused > 100
    assert came > 20


def counts(shelf: Connection) -> list[int]:
    return [shelf.execute(f"SELECT count(*) FROM {t}").fetchone()[0] for t in SHAPES]
