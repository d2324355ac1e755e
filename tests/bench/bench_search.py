"""Typing in the search box of Local help with 100,000 services on the shelf.

Every query is typed letter by letter, with and without filters, as the page asks for it (ids and
the first 64 rows); then every filter is pressed alone, and the list is shown from nothing. Prints
the 50th and 95th percentile and how much the process has grown; exits 1 when typing takes more than
30 ms, a filter more than 50 ms, the first screen more than 100 ms (each at the 95th percentile), or
the process has grown by 60 MiB.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from datetime import datetime
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from synthetic import write_package

from peerdesk.core.clock import FixedClock
from peerdesk.features.directory.finding import Filters, Spot
from peerdesk.features.directory.service import DirectoryService
from peerdesk.store.place import Place
from peerdesk.store.shelf import open_shelf

SERVICES, LIMIT_MS, FILTER_MS, SCREEN_MS, GROWN_MIB = 100_000, 30.0, 50.0, 100.0, 60.0
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


PRESSED = (
    Filters(open_now=True),
    Filters(free=True),
    Filters(step_free=True),
    Filters(categories=frozenset({"housing"})),
    Filters(categories=frozenset({"loss", "older"})),
    Filters(languages=frozenset({"Welsh"})),
    Filters(kinds=frozenset({"app"})),
    Filters(kinds=frozenset({"service"})),
    Filters(no_referral=True),
    Filters(offline=True, age=17),
    Filters(area="Millbrook"),
    Filters(area="Nowhere"),
    Filters(near=Spot("Middle", 52.5, -1.0)),
    Filters(near=Spot("Middle", 52.5, -1.0), free=True),
    Filters(near=Spot("Middle", 52.5, -1.0), open_now=True),
)
TIMES = 5


def resident() -> float:
    """MiB of this process that are in memory."""
    for line in Path("/proc/self/status").read_text().splitlines():
        if line.startswith("VmRSS"):
            return int(line.split()[1]) / 1024
    return 0.0


def _open(folder: Path) -> Place:
    clock = FixedClock(datetime(2026, 11, 24, 11, 0))
    return open_shelf(folder / "shelf.db", clock, folder / "backups")


def make(folder: Path, services: int) -> int:
    """A shelf with so many services."""
    write_package(folder / "package", services)
    shelf = _open(folder)
    start = time.perf_counter()
    DirectoryService(shelf).import_package(folder / "package")
    print(f"import of {services} services {time.perf_counter() - start:.1f} s")
    shelf.close()
    return 0


def main(services: int = SERVICES) -> int:
    """Import, type, press, measure."""
    with tempfile.TemporaryDirectory() as name:
        # in a process of its own, so that what it used does not hide what searching needs
        subprocess.run([sys.executable, __file__, "make", name, str(services)], check=True)
        shelf = _open(Path(name))
        service = DirectoryService(shelf)
        before = resident()

        def measured(words: str, filters: Filters) -> float:
            begin = time.perf_counter()
            ids = service.find(words, filters).ids
            service.rows(ids[:64], filters.near)
            return time.perf_counter() - begin

        screens = []
        for _ in range(20):
            fresh = DirectoryService(shelf)
            begin = time.perf_counter()
            fresh.count()
            fresh.languages()
            fresh.rows(fresh.find().ids[:64])
            screens.append((time.perf_counter() - begin, "first screen", Filters()))
        typed = [
            (measured(words[:end], filters), words[:end], filters)
            for filters in FILTERS
            for words in TYPED
            for end in range(len(words) + 1)
        ]
        pressed = [(measured("", one), "", one) for _ in range(TIMES) for one in PRESSED]
        grown = resident() - before
        shelf.close()
    good = True
    for title, taken, limit in (
        ("first screen", screens, SCREEN_MS),
        ("key presses", typed, LIMIT_MS),
        ("filters", pressed, FILTER_MS),
    ):
        taken.sort(key=lambda t: t[0])
        half, most = (taken[int(len(taken) * share)][0] * 1000 for share in (0.5, 0.95))
        print(f"{len(taken)} {title}: p50 {half:.1f} ms, p95 {most:.1f} ms (limit {limit:.0f})")
        for seconds, words, filters in taken[-3:]:
            asked = {k: v for k, v in vars(filters).items() if v}
            print(f"  {seconds * 1000:.1f} ms {words!r} {asked}")
        good = good and most <= limit
    print(f"grown by {grown:.1f} MiB (limit {GROWN_MIB:.0f})")
    return int(not good or grown > GROWN_MIB)


if __name__ == "__main__":
    if sys.argv[1:2] == ["make"]:
        sys.exit(make(Path(sys.argv[2]), int(sys.argv[3])))
    sys.exit(main(*map(int, sys.argv[1:])))
