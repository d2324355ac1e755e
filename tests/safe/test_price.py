"""What a guess costs, with the product's own figures (SECURITY.md, Promises)."""

from __future__ import annotations

import contextlib
import time
from collections.abc import Callable
from pathlib import Path

from peerdesk.safe import accounts
from peerdesk.safe.accounts import Accounts
from peerdesk.safe.kdf import REAL, Kdf, KdfParams
from tests.safe.tiny import OTHER, PASSWORD, WORKSPACE_ID

MIB = 1024


def _least_seconds(work: list[Callable[[], object]], rounds: int) -> list[float]:
    """This thread's seconds for each of ``work``, in turn; the least of ``rounds`` is the cost."""
    least = [float("inf")] * len(work)
    for _ in range(rounds):
        for number, one in enumerate(work):
            begun = time.thread_time()
            one()
            least[number] = min(least[number], time.thread_time() - begun)
    return least


def test_a_guess_costs_half_a_second_and_64_mib() -> None:
    params = REAL.calibrate()
    assert params.memory_kib >= 64 * MIB
    assert params.passes >= 3
    (seconds,) = _least_seconds([lambda: REAL.derive("Robin", OTHER, bytes(16), params)], 1)
    assert seconds >= 0.5


class _Fixed(Kdf):
    def calibrate(self) -> KdfParams:
        return KdfParams(64 * MIB, 3)


def test_right_and_wrong_take_the_same_time(workspace: Path) -> None:
    people = Accounts(workspace, WORKSPACE_ID, _Fixed(REAL.bounds, REAL.start, 1.0))
    for name in ("Robin", "Sam"):
        people.create(name, PASSWORD)

    def wrong_password() -> None:
        with contextlib.suppress(accounts.WrongNameOrPassword):
            people.sign_in("Robin", OTHER)

    def wrong_name() -> None:
        with contextlib.suppress(accounts.WrongNameOrPassword):
            people.sign_in("nobody", PASSWORD)

    seconds = _least_seconds(
        [lambda: people.sign_in("Robin", PASSWORD), wrong_password, wrong_name], 6
    )
    assert max(seconds) <= min(seconds) * 1.1
