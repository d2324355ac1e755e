"""Everything that reads a file from elsewhere, each as one callable over bytes.

Run as a program (``python -m tests.promises.hostile TARGET FILE``) it reads one file and prints
CPU seconds and the most memory used, in MiB more than before.
"""

from __future__ import annotations

import io
import re
import shutil
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable
from functools import partial
from pathlib import Path
from unittest.mock import patch

from peerdesk.core.errors import Cancelled, KnownError
from peerdesk.exchange import agenda_file, allowance, hsds, tables
from peerdesk.safe import keyfile, recovery, seals
from peerdesk.safe.accounts import Accounts
from peerdesk.store import backup_archive, backup_names
from peerdesk.store.connection import connect
from peerdesk.store.restore import Keys, look
from peerdesk.store.shelf import open_shelf
from peerdesk.store.workspace import Workspace
from tests.promises import dense
from tests.promises.deeds import clock
from tests.promises.house import NAME, PASSWORD, TINY

Reader = Callable[[bytes, Path], object]
HEADS = {
    "services": b"id,organization_id,name,description,status,fees_description\n",
    "schedules": b"id,service_id,freq,byday,opens_at,closes_at,dtstart,until\n",
    "phones": b"id,service_id,number,type\n",
    "addresses": b"id,location_id,address_1,city,postal_code\n",
}


def key_file(data: bytes, room: Path) -> object:
    path = room / ("ab" * 16 + ".key")
    path.write_bytes(data)
    return keyfile.read(path, data[4:20].ljust(16, b"\0"), TINY.bounds)


def signing_in(data: bytes, room: Path) -> object:
    """A hostile key file among the others, checksum put right, must not stop a sign-in badly."""
    drawers = room / "drawers"
    drawers.mkdir(exist_ok=True)
    body = data[:-16].ljust(252, b"\0")[:252]
    (drawers / ("cd" * 16 + ".key")).write_bytes(body + keyfile._checksum(body))
    return Accounts(room, body[4:20], TINY).sign_in(NAME, PASSWORD)


def seal_file(data: bytes, room: Path) -> object:
    path = room / "a.seals"
    path.write_bytes(data)
    return seals.open_seals(path, b"g" * 16, b"s" * 32)


def seals_put_right(data: bytes, room: Path) -> object:
    path = room / "b.seals"
    body = data[:-16].ljust(1600, b"\0")[:1600]
    path.write_bytes(body + seals._checksum(body))
    return seals.open_seals(path, b"g" * 16, b"s" * 32, even_damaged=True)


def parts(data: bytes, room: Path) -> object:
    return recovery.combine(data.decode("utf-8", "replace").split("\n")[:8])


def sheet(data: bytes, room: Path) -> object:
    return recovery.read_personal_sheet(data.decode("utf-8", "replace"))


def csv_table(data: bytes, room: Path) -> object:
    table = tables.Table("services.csv", data)
    for _, rows in table.lots(500):
        assert all(len(cells) == len(table.headings) for cells in rows)
    return table.problems


def package(path: Path, room: Path) -> object:
    """Import onto a fresh copy of an empty shelf."""
    shelf, empty = room / "shelf.db", room / "empty shelf"
    if not empty.exists():
        open_shelf(shelf, clock(), room / "backups").close()
        shutil.copyfile(shelf, empty)
    for suffix in ("-wal", "-shm"):
        shelf.with_name("shelf.db" + suffix).unlink(missing_ok=True)
    shutil.copyfile(empty, shelf)
    connection = connect(shelf, None)
    try:
        result = hsds.import_package(connection, path, 1)
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        return result
    finally:
        connection.close()


def hsds_zip(data: bytes, room: Path) -> object:
    path = room / "package.zip"
    path.write_bytes(data)
    return package(path, room)


def hsds_dense(data: bytes, room: Path) -> object:
    """A package of which far less is enough to be too much, so that mutants come to the bounds."""
    folder = room / "dense"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    for part in data.split(dense.SPLIT):
        name, _, table = part.partition(b"\n")
        plain = re.sub(r"[^a-z_]", "", name.decode("ascii", "ignore"))[:40]
        (folder / f"{plain or 'services'}.csv").write_bytes(table)
    with patch.object(allowance, "WORK", 300), patch.object(allowance, "SIZE", 10**5):
        return package(folder, room)


def hsds_folder(table: str, data: bytes, room: Path) -> object:
    """The bytes as one table, under right headings unless they bring their own."""
    folder = room / "package"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    (folder / "services.csv").write_bytes(HEADS["services"] + b"s1,o1,Clinic,,active,\n")
    own = data.lstrip(b"\xef\xbb\xbf").startswith((b"id,", b'"id"'))
    (folder / f"{table}.csv").write_bytes(data if own else HEADS[table] + data)
    return package(folder, room)


def whole_copy(data: bytes, room: Path) -> object:
    path = room / "copy.zip"
    path.write_bytes(data)
    with look(Workspace(room / "nobody" / "w"), path, Keys(), TINY.bounds) as seen:
        return seen.parts


def copy_put_right(data: bytes, room: Path) -> object:
    """A copy whose manifest is right and whose members are whatever they are."""
    sources, inside = [], room / "inside"
    shutil.rmtree(inside, ignore_errors=True)
    inside.mkdir()
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            members = [(i.filename, archive.read(i)) for i in archive.infolist()]
    except Exception:
        members = [("shelf.db", data)]
    for number, (name, content) in enumerate(members):
        if backup_names.kind_of(name):
            (inside / str(number)).write_bytes(content)
            sources.append(backup_archive.Source(name, inside / str(number), 1))
    target = room / "right.zip"
    backup_archive.write(target, sources, b"w" * 16, 1, backup_archive.no_check)
    return whole_copy(target.read_bytes(), room)


def hostile_shelf(data: bytes, room: Path) -> object:
    """A shelf that came from elsewhere, first glanced at and then opened."""
    from peerdesk.store import glance

    path = room / "their shelf.db"
    for suffix in ("-wal", "-shm"):
        path.with_name(path.name + suffix).unlink(missing_ok=True)
    path.write_bytes(data)
    glance.read(path)
    place = open_shelf(path, clock(), room / "backups")
    place.close()
    return place


def agenda(data: bytes, _room: Path) -> object:
    return agenda_file.read(data)


TARGETS: dict[str, Reader] = {
    "agenda": agenda,
    "key": key_file,
    "sign-in": signing_in,
    "seals": seal_file,
    "seals-right": seals_put_right,
    "parts": parts,
    "sheet": sheet,
    "csv": csv_table,
    **{f"folder:{table}": partial(hsds_folder, table) for table in HEADS},
    "zip": hsds_zip,
    "dense": hsds_dense,
    "copy": whole_copy,
    "copy-right": copy_put_right,
    "shelf": hostile_shelf,
}


def read(target: str, data: bytes, room: Path) -> str:
    """Let ``target`` read; what it said when it refused, or "". Anything else is a bug."""
    try:
        TARGETS[target](data, room)
    except (KnownError, Cancelled) as refused:
        return str(refused)
    return ""


def main(target: str, file: str) -> None:
    import resource

    with tempfile.TemporaryDirectory() as folder:
        room = Path(folder)
        read(target, b"", room)  # imports, and a shelf that is ready
        data = Path(file).read_bytes()
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        begun = time.process_time()
        said = read(target, data, room)
        seconds = time.process_time() - begun
        more = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
        print(f"{seconds:.3f} {more / 1024:.0f} {said}")


if __name__ == "__main__":
    main(*sys.argv[1:])
