"""Import of a 4,000-service package against a bare csv-to-executemany load of the same rows.

Both write a file with sqlcipher3 and are timed in turn in one run; the bare load has one table
for each file, without indexes. Prints the ratio of the least disturbed round of each (other
programs only ever make a round slower); exits 1 when the first import or the second of the same
package is above 5.
"""

from __future__ import annotations

import csv
import sys
import tempfile
import time
from datetime import datetime
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from synthetic import write_package

from peerdesk.core.clock import FixedClock
from peerdesk.exchange.hsds import import_package
from peerdesk.store.connection import connect
from peerdesk.store.shelf import open_shelf

SERVICES, ROUNDS, LIMIT = 4_000, 7, 5.0


def bare(package: Path, target: Path) -> float:
    """Seconds of the bare load."""
    connection = connect(target, None)
    start = time.perf_counter()
    connection.execute("BEGIN")
    for path in sorted(package.glob("*.csv")):
        with path.open(newline="", encoding="utf-8") as file:
            rows = csv.reader(file)
            columns = next(rows)
            connection.execute(f"CREATE TABLE {path.stem} ({', '.join(columns)})")
            marks = ", ".join("?" * len(columns))
            connection.executemany(f"INSERT INTO {path.stem} VALUES ({marks})", rows)
    connection.execute("COMMIT")
    seconds = time.perf_counter() - start
    connection.close()
    return seconds


def ours(package: Path, folder: Path) -> tuple[float, float]:
    """Seconds of the first import, and of the same package again."""
    clock = FixedClock(datetime(2026, 11, 24, 12, 0))
    shelf = open_shelf(folder / "shelf.db", clock, folder / "backups")
    connection = shelf.another()
    seconds = []
    for _ in range(2):
        start = time.perf_counter()
        result = import_package(connection, package, clock.now_ms())
        seconds.append(time.perf_counter() - start)
        assert result.services == SERVICES
        assert result.left_out == 0
    connection.close()
    shelf.close()
    return seconds[0], seconds[1]


def main() -> int:
    """Run both in turn and compare."""
    bares, firsts, agains = [], [], []
    with tempfile.TemporaryDirectory() as name:
        package = Path(name) / "package"
        rows = write_package(package, SERVICES)
        for number in range(ROUNDS):
            bares.append(bare(package, Path(name) / f"bare{number}.db"))
            folder = Path(name) / str(number)
            folder.mkdir()
            first, again = ours(package, folder)
            firsts.append(first)
            agains.append(again)
    base, first, again = min(bares), min(firsts), min(agains)
    print(f"{rows} rows of {SERVICES} services")
    print(f"bare load {base * 1000:.0f} ms, import {first * 1000:.0f} ms, again {again * 1000:.0f}")
    print(f"ratio {first / base:.2f} (limit {LIMIT:.0f}); again {again / base:.2f}")
    return int(max(first, again) / base > LIMIT)


if __name__ == "__main__":
    sys.exit(main())
