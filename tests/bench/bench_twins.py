"""What it costs to see which listings of a pack are here already under another id.

    python tests/bench/bench_twins.py [services]

Two centres have the same services (4,000 unless said otherwise), written down by each for itself:
the worst case, as every one has to be looked at closely. Prints reading the pack, comparing it, and
looking for what is twice on one shelf; exits 1 when comparing takes longer than three readings.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from datetime import datetime
from pathlib import Path

from peerdesk.core.clock import FixedClock
from peerdesk.core.ids import new_uid
from peerdesk.exchange.pack import make_pack, open_pack
from peerdesk.exchange.prepared import Prepared
from peerdesk.features.directory.joining import Joining
from peerdesk.store.place import Place
from peerdesk.store.shelf import open_shelf

ROUNDS, MOST = 3, 3.0


def write(shelf: Place, count: int) -> None:
    run = shelf.database.connection().execute
    run("BEGIN")
    for n in range(count):
        owner = run(
            "INSERT INTO organization(uid, name) VALUES (?, ?)", (new_uid(), f"Trust {n % 700}")
        ).lastrowid
        service = run(
            "INSERT INTO service(uid, organization_id, name, description) VALUES (?, ?, ?, ?)",
            (new_uid(), owner, f"Café and listening {n}", "Somebody to talk to. " * 5),
        ).lastrowid
        place = run("INSERT INTO location(uid) VALUES (?)", (new_uid(),)).lastrowid
        run(
            "INSERT INTO service_at_location(uid, service_id, location_id) VALUES (?, ?, ?)",
            (new_uid(), service, place),
        )
        run(
            "INSERT INTO address(uid, location_id, address_1, city, postal_code)"
            " VALUES (?, ?, ?, 'Millbrook', ?)",
            (new_uid(), place, f"{n} Mill Lane", f"MB{n}"),
        )
        run(
            "INSERT INTO phone(uid, service_id, number) VALUES (?, ?, ?)",
            (new_uid(), service, f"01632 {n:06}"),
        )
    run("COMMIT")


def least(work: Callable[[], object]) -> float:
    times = []
    for _ in range(ROUNDS):
        begun = time.perf_counter()
        work()
        times.append(time.perf_counter() - begun)
    return min(times)


def main() -> int:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 4_000
    clock = FixedClock(datetime(2026, 11, 24, 12, 0))
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        path = folder / "p.zip"
        theirs = open_shelf(folder / "theirs.db", clock, folder / "a")
        write(theirs, count)
        with closing(theirs.another()) as connection:
            make_pack(connection, path, "Northgate", 1)
        theirs.close()
        ours = open_shelf(folder / "ours.db", clock, folder / "b")
        write(ours, count)
        reading = least(lambda: Prepared(path, opened=open_pack).close())
        with closing(ours.another()) as connection, Prepared(path, opened=open_pack) as prepared:
            comparing = least(lambda: prepared.look(connection))
            found = len(prepared.look(connection).twins)
            prepared.bring_in(connection, 1)
        joining = Joining(ours)
        twice = least(joining.may_be_twice)
        pairs = len(joining.may_be_twice())
        ours.close()
    print(f"reading {reading:.2f} s, comparing {comparing:.2f} s ({found} found)")
    print(f"what is twice among {2 * count}: {twice:.2f} s ({pairs} pairs)")
    print(f"comparing / reading {comparing / reading:.1f} (at most {MOST})")
    return int(comparing > MOST * reading or found != count or pairs != count)


if __name__ == "__main__":
    sys.exit(main())
