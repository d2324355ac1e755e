"""How many single-letter errors in names still find the service among the first five.

    python tests/bench/bench_slips.py [SERVICES]

Every name of the demo group is typed with each kind of error (a letter more, missing, another, two
swapped) at seeded places, and so are names of a made-up directory of SERVICES (20,000). Prints the
shares and what a search with an error costs; exits 1 when a share is under 95 %.
"""

from __future__ import annotations

import json
import random
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from synthetic import TOWNS, WORDS, write_package

from peerdesk.core.clock import FixedClock
from peerdesk.core.resources import folder
from peerdesk.features.directory.service import DirectoryService
from peerdesk.store.place import Place
from peerdesk.store.shelf import open_shelf

SERVICES, TRIES, LEAST = 20_000, 250, 0.95
LETTERS = "abcdefghijklmnopqrstuvwxyz"
KINDS: dict[str, Callable[[random.Random, str, int], str]] = {
    "insert": lambda rng, name, at: name[:at] + rng.choice(LETTERS) + name[at:],
    "delete": lambda _rng, name, at: name[:at] + name[at + 1 :],
    "swap": lambda _rng, name, at: name[:at] + name[at + 1] + name[at] + name[at + 2 :],
    "replace": lambda rng, name, at: name[:at] + rng.choice(LETTERS) + name[at + 1 :],
}


def broken(rng: random.Random, name: str, kind: str) -> str:
    """The name with one error in its letters."""
    places = [n for n, c in enumerate(name) if c.isalpha()]
    if kind == "swap":
        places = [
            n
            for n in places
            if n + 1 < len(name)
            and name[n + 1].isalpha()
            and name[n].lower() != name[n + 1].lower()
        ]
    return KINDS[kind](rng, name, rng.choice(places)) if places else name


def measure(title: str, service: DirectoryService, names: list[str], tries: int) -> bool:
    """Type the names with errors; whether enough was found."""
    rng = random.Random(5)
    found: Counter[str] = Counter()
    taken: list[float] = []
    missed: list[tuple[str, str]] = []
    for number in range(tries):
        name = names[number % len(names)]
        for kind in KINDS:
            typed = broken(rng, name, kind)
            begin = time.perf_counter()
            ids = service.find(typed).ids[:5]
            taken.append(time.perf_counter() - begin)
            hit = name in [row.name for row in service.rows(ids)]
            found[kind] += hit
            if not hit:
                missed.append((name, typed))
    taken.sort()
    share = sum(found.values()) / (tries * len(KINDS))
    shares = ", ".join(f"{kind} {found[kind] / tries:.1%}" for kind in KINDS)
    p95 = taken[int(len(taken) * 0.95)] * 1000
    print(f"{title}: {share:.2%} of {tries * len(KINDS)} ({shares}); p95 {p95:.1f} ms")
    for name, typed in missed[:8]:
        print(f"  missed {name!r} typed {typed!r}")
    return share >= LEAST


def main(services: int = SERVICES) -> int:
    """Demo names, then a large directory in which most names share their words with others."""
    good = True
    with tempfile.TemporaryDirectory() as name:
        clock = FixedClock(datetime(2026, 11, 24, 11, 0))

        def shelf(part: str) -> Place:
            return open_shelf(Path(name) / f"{part}.db", clock, Path(name) / "backups")

        small = shelf("demo")
        demo = DirectoryService(small)
        data = json.loads((folder("content") / "demo.json").read_text(encoding="utf-8"))
        for entry in data["services"]:
            demo.add_service(
                entry["name"],
                organization=entry["organization"],
                description=entry["description"],
            )
        names = [entry["name"] for entry in data["services"]]
        good = measure(f"demo, {len(names)} names", demo, names, 4 * len(names)) and good
        small.close()

        package = Path(name) / "package"
        write_package(package, services)
        large = shelf("large")
        many = DirectoryService(large)
        many.import_package(package)
        rng = random.Random(9)
        connection = large.database.connection()
        made: set[str] = set()
        while len(made) < services:
            words = " ".join(rng.choices(WORDS, k=rng.randint(2, 3))).capitalize()
            made.add(f"{rng.choice(TOWNS)} {words}")
        uids = [row[0] for row in connection.execute("SELECT id FROM service ORDER BY id")]
        pairs = list(zip(sorted(made), uids, strict=True))
        connection.executemany("UPDATE service SET name = ? WHERE id = ?", pairs)
        chosen = [one for one, _ in rng.sample(pairs, TRIES)]
        good = measure(f"made up, {services} names", many, chosen, TRIES) and good
        large.close()
    return int(not good)


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
