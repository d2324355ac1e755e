"""What a guess costs on this computer, and whether right and wrong sign-ins take the same time.

    python tests/bench/bench_guess.py

Prints the calibrated price, the seconds and memory of one guess, and the difference between right
and wrong; exits 1 when a promise of SECURITY.md is not kept (500 ms, 64 MiB, 10 %).
"""

from __future__ import annotations

import contextlib
import statistics
import sys
import tempfile
import time
from pathlib import Path

from peerdesk.safe.accounts import Accounts, WrongNameOrPassword
from peerdesk.safe.kdf import REAL, Kdf

ROUNDS = 7
NAME, PASSWORD = "Maria Quill", "academic acid acne acquire acrobat activity"


class Calibrated(Kdf):
    """Calibrates once, so that every file of the bench has the same price."""

    def __init__(self) -> None:
        super().__init__(REAL.bounds, REAL.start, REAL.target_seconds)
        self.price = REAL.calibrate()

    def calibrate(self):  # type: ignore[no-untyped-def]
        return self.price


def seconds(people: Accounts, password: str) -> float:
    begun = time.thread_time()
    with contextlib.suppress(WrongNameOrPassword):
        people.sign_in(NAME, password)
    return time.thread_time() - begun


def main() -> int:
    kdf = Calibrated()
    with tempfile.TemporaryDirectory() as folder:
        people = Accounts(Path(folder), b"w" * 16, kdf)
        people.create(NAME, PASSWORD)
        for number in range(5):
            people.create(f"Somebody {number}", "a sentence of somebody else")
        right, wrong = [], []
        for _ in range(ROUNDS):  # by turns, so that a busy moment falls on both
            right.append(seconds(people, PASSWORD))
            wrong.append(seconds(people, "not " + PASSWORD))
    one, other = statistics.median(right), statistics.median(wrong)
    apart = abs(one - other) / max(one, other)
    mib = kdf.price.memory_kib / 1024
    print(f"price {mib:.0f} MiB x {kdf.price.passes} passes")
    print(f"right {one * 1000:.0f} ms, wrong {other * 1000:.0f} ms, {apart:.1%} apart")
    kept = other >= 0.5 and mib >= 64 and apart <= 0.10
    print("kept" if kept else "NOT KEPT")
    return 0 if kept else 1


if __name__ == "__main__":
    sys.exit(main())
