"""Export of a large directory against a bare read of the same rows into CSV, and its memory.

The bare read selects every column of every table and writes it with the csv module, into one zip,
in the same run. Prints both, their ratio, and how much more memory each took; exits 1 when the
export takes more than 2 bare reads or 60 MiB more than before. ``bench_export.py 100000`` is the
size of the promise; less is quicker.
"""

from __future__ import annotations

import csv
import io
import resource
import sys
import tempfile
import time
import zipfile
from datetime import datetime
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from synthetic import write_package

from peerdesk.core.clock import FixedClock
from peerdesk.exchange.hsds import import_package
from peerdesk.exchange.hsds_export import export_package
from peerdesk.exchange.hsds_shape import SHAPES
from peerdesk.exchange.pack import make_pack, open_pack
from peerdesk.exchange.prepared import Prepared
from peerdesk.store.connection import Connection, connect
from peerdesk.store.shelf import open_shelf

SERVICES, LIMIT, MIB = 100_000, 2.0, 60


def most() -> float:
    """The most memory this process has had, in MiB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def bare(connection: Connection, target: Path) -> float:
    """Seconds of the bare read."""
    start = time.perf_counter()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for table in SHAPES:
            with archive.open(f"{table}.csv", "w", force_zip64=True) as file:
                text = io.TextIOWrapper(file, "utf-8", newline="")
                csv.writer(text).writerows(connection.execute(f"SELECT * FROM {table}"))
                text.flush()
                text.detach()
    return time.perf_counter() - start


def fill(folder: Path, services: int) -> Path:
    """A shelf with a made-up directory, in a process of its own so that its memory does not
    count."""
    import subprocess

    subprocess.run([sys.executable, __file__, "--fill", str(folder), str(services)], check=True)
    return folder / "shelf.db"


def _fill(folder: Path, services: int) -> None:
    write_package(folder / "package", services)
    clock = FixedClock(datetime(2026, 11, 24, 12, 0))
    shelf = open_shelf(folder / "shelf.db", clock, folder / "backups")
    connection = shelf.another()
    import_package(connection, folder / "package", clock.now_ms())
    connection.close()
    shelf.close()


def main() -> int:
    """Export, and the bare read."""
    if sys.argv[1:2] == ["--fill"]:
        _fill(Path(sys.argv[2]), int(sys.argv[3]))
        return 0
    services = int(sys.argv[1]) if len(sys.argv) > 1 else SERVICES
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        connection = connect(fill(folder, services), None)
        before = most()
        start = time.perf_counter()
        done = export_package(connection, folder / "ours.zip", 1)
        seconds = time.perf_counter() - start
        more = most() - before
        base = bare(connection, folder / "bare.zip")
        start = time.perf_counter()
        make_pack(connection, folder / "pack.zip", "Bench", 1)
        packed = time.perf_counter() - start
        start = time.perf_counter()
        with Prepared(folder / "pack.zip", opened=open_pack) as prepared:
            assert prepared.look(connection).same == done.services
        looked = time.perf_counter() - start
        open_pack(folder / "pack.zip").close()
        size = (folder / "ours.zip").stat().st_size / 1024 / 1024
        connection.close()
    print(f"{sum(done.rows.values())} rows of {done.services} services, zip {size:.0f} MiB")
    print(
        f"bare read {base:.1f} s, export {seconds:.1f} s, pack {packed:.1f} s, look {looked:.1f} s"
    )
    print(f"ratio {seconds / base:.2f} (limit {LIMIT:.0f}); memory {more:.0f} MiB (limit {MIB})")
    return int(seconds / base > LIMIT or more > MIB)


if __name__ == "__main__":
    sys.exit(main())
