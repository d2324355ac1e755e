"""Typing in the search box of Local help with 100,000 services on the shelf.

Every query is typed letter by letter, with and without filters, as the page asks for it (ids and
the first 64 rows). Prints the 50th and 95th percentile; exits 1 when the latter is above 30 ms.
"""

from __future__ import annotations

import sys
import tempfile
import time
from datetime import datetime
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from synthetic import write_package

from peerdesk.core.clock import FixedClock
from peerdesk.features.directory.finding import Filters
from peerdesk.features.directory.service import DirectoryService
from peerdesk.store.shelf import open_shelf

SERVICES, LIMIT_MS = 100_000, 30.0
TYPED = (
    "housing advice",
    "eviction letter",
    "food",
    "millbrook library",
    "night shelter",
    "counselling evening group",
    "advise",
    "the",
    "debt budget 12",
    "young carers",
)
FILTERS = (
    Filters(),
    Filters(),
    Filters(),
    Filters(categories=frozenset({"housing"})),
    Filters(free=True),
    Filters(open_now=True),
    Filters(categories=frozenset({"food"}), languages=frozenset({"Spanish"})),
)


def main(services: int = SERVICES) -> int:
    """Import, type, measure."""
    with tempfile.TemporaryDirectory() as name:
        package = Path(name) / "package"
        write_package(package, services)
        clock = FixedClock(datetime(2026, 11, 24, 11, 0))
        shelf = open_shelf(Path(name) / "shelf.db", clock, Path(name) / "backups")
        service = DirectoryService(shelf)
        start = time.perf_counter()
        service.import_package(package)
        print(f"import of {services} services {time.perf_counter() - start:.1f} s")
        taken: list[tuple[float, str, Filters]] = []
        for filters in FILTERS:
            for words in TYPED:
                for end in range(len(words) + 1):
                    begin = time.perf_counter()
                    ids = service.find(words[:end], filters).ids
                    service.rows(ids[:64])
                    taken.append((time.perf_counter() - begin, words[:end], filters))
        shelf.close()
    taken.sort(key=lambda t: t[0])
    half, most = (taken[int(len(taken) * share)][0] * 1000 for share in (0.5, 0.95))
    print(f"{len(taken)} key presses: p50 {half:.1f} ms, p95 {most:.1f} ms (limit {LIMIT_MS:.0f})")
    for seconds, words, filters in taken[-5:]:
        print(f"  {seconds * 1000:.1f} ms {words!r} {filters}")
    return int(most > LIMIT_MS)


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
