"""Seconds of a guess, and of right and wrong sign-ins side by side, with the real parameters.

    python -m tests.bench.bench_sign_in

Ends with 1 when a guess costs less than half a second, or right and wrong differ by more than
a tenth (medians of alternating runs, in this thread's own seconds).
"""

from __future__ import annotations

import contextlib
import os
import statistics
import sys
import tempfile
import time
from pathlib import Path

from peerdesk.safe import accounts
from peerdesk.safe.accounts import Accounts
from peerdesk.safe.kdf import REAL

ROUNDS = 5
PASSWORD = "a sentence long enough to be one"


def main() -> int:
    with tempfile.TemporaryDirectory() as folder:
        people = Accounts(Path(folder), os.urandom(16), REAL)
        for name in ("Robin", "Sam"):
            people.create(name, PASSWORD)
        seconds: dict[str, list[float]] = {"right": [], "wrong password": [], "wrong name": []}
        for _ in range(ROUNDS):
            for kind, name, password in (
                ("right", "Robin", PASSWORD),
                ("wrong password", "Robin", PASSWORD + "!"),
                ("wrong name", "nobody", PASSWORD),
            ):
                begun = time.thread_time()
                with contextlib.suppress(accounts.WrongNameOrPassword):
                    people.sign_in(name, password)
                seconds[kind].append(time.thread_time() - begun)
    medians = {kind: statistics.median(runs) for kind, runs in seconds.items()}
    for kind, runs in seconds.items():
        print(f"{kind:15} {min(runs):.3f}/{medians[kind]:.3f}/{max(runs):.3f} s  n={len(runs)}")
    ratio = max(medians.values()) / min(medians.values())
    print(f"ratio {ratio:.3f}, a guess costs {min(medians.values()):.2f} s")
    return 0 if ratio <= 1.1 and min(medians.values()) >= 0.5 else 1


if __name__ == "__main__":
    sys.exit(main())
