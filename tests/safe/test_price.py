"""What a guess costs, by counting: the seconds stand in ``tests/bench/bench_guess.py``."""

from __future__ import annotations

import contextlib
from pathlib import Path

import pytest

from peerdesk.safe import accounts, keyfile
from peerdesk.safe.accounts import Accounts
from peerdesk.safe.kdf import REAL, Kdf
from tests.safe.tiny import OTHER, PASSWORD, WORKSPACE_ID

MIB = 1024


def test_a_guess_costs_at_least_64_mib_three_times() -> None:
    assert REAL.bounds.least.memory_kib >= 64 * MIB
    chosen = REAL.calibrate()
    assert chosen.memory_kib >= 64 * MIB
    assert chosen.passes >= 3


def test_right_and_wrong_do_the_same_work(
    workspace: Path, tiny_kdf: Kdf, monkeypatch: pytest.MonkeyPatch
) -> None:
    people = Accounts(workspace, WORKSPACE_ID, tiny_kdf)
    for name in ("Robin", "Sam", "Kim"):
        people.create(name, PASSWORD)
    work: list[str] = []
    derive, unwrap = Kdf.derive, keyfile.unwrap
    monkeypatch.setattr(Kdf, "derive", lambda *a: (work.append("derive"), derive(*a))[1])
    monkeypatch.setattr(keyfile, "unwrap", lambda *a: (work.append("try"), unwrap(*a))[1])

    def done(name: str, password: str) -> list[str]:
        work.clear()
        with contextlib.suppress(accounts.WrongNameOrPassword):
            people.sign_in(name, password)
        return list(work)

    right = done("Robin", PASSWORD)
    assert right.count("derive") >= 1
    assert right.count("try") == 3
    assert done("Robin", OTHER) == done("nobody", PASSWORD) == right
