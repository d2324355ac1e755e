"""What a guess costs, and that a right and a wrong sign-in cost the same.

Times are measured by ``tests/bench/bench_guess.py``; here stands what makes them so.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from peerdesk.safe import keyfile
from peerdesk.safe.accounts import Accounts, WrongNameOrPassword
from peerdesk.safe.kdf import REAL, Kdf, KdfParams
from tests.promises.house import NAME, PASSWORD, TINY

MIB = 1024
PEOPLE = 6
OTHERS = "a sentence of somebody else, long"
WORKSPACE = b"w" * 16


def test_no_file_may_ask_for_less_than_64_mib() -> None:
    assert REAL.bounds.least.memory_kib >= 64 * MIB
    with pytest.raises(ValueError, match="out of bounds"):
        REAL.derive(NAME, PASSWORD, b"s" * 16, KdfParams(64 * MIB - 1, 3))


def test_no_file_may_ask_for_more_than_a_small_computer_has() -> None:
    assert REAL.bounds.most.memory_kib <= 1024 * MIB
    assert REAL.bounds.most.passes <= 20


@pytest.mark.parametrize("speed", [0.001, 0.1, 1.0, 10.0])
def test_calibration_never_goes_below_the_floor(speed: float) -> None:
    """``speed``: seconds for 256 MiB once, from a workstation to a computer far too slow."""

    class Simulated(Kdf):
        def __init__(self) -> None:
            super().__init__(REAL.bounds, REAL.start, REAL.target_seconds)

        def _measure(self, params: KdfParams) -> float:
            return speed * params.memory_kib / (256 * MIB) * params.passes

    chosen = Simulated().calibrate()
    assert chosen.memory_kib >= 64 * MIB
    assert chosen.passes >= 3
    assert REAL.bounds.holds(chosen)
    seconds = speed * chosen.memory_kib / (256 * MIB) * chosen.passes
    # Half a second for a guess on this computer, unless everything allowed is faster than that.
    assert seconds >= 0.5 or chosen == REAL.bounds.most


class Counting(Kdf):
    """Writes down every derivation."""

    def __init__(self) -> None:
        super().__init__(TINY.bounds, TINY.start, 0.0)
        self.derived: list[tuple[bytes, KdfParams]] = []

    def derive(self, name: str, password: str, file_salt: bytes, params: KdfParams) -> bytes:
        self.derived.append((file_salt, params))
        return super().derive(name, password, file_salt, params)


@pytest.fixture
def people(tmp_path: Path) -> Accounts:
    made = Accounts(tmp_path, WORKSPACE, TINY)
    made.create(NAME, PASSWORD)
    for number in range(PEOPLE - 1):
        made.create(f"Somebody {number}", OTHERS)
    return made


@pytest.mark.parametrize(
    ("name", "password"),
    [
        (NAME, "not " + PASSWORD),
        ("Nobody of that name", PASSWORD),
        (NAME, ""),
        ("", ""),
        ("x" * 10_000, "y" * 10_000),
    ],
)
def test_a_wrong_sign_in_derives_and_tries_as_much_as_a_right_one(
    name: str, password: str, people: Accounts, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tried: list[bytes] = []
    unwrap = keyfile.unwrap

    def counted(secret: bytes, associated: bytes, wrapped: bytes) -> bytes | None:
        tried.append(wrapped)
        return unwrap(secret, associated, wrapped)

    monkeypatch.setattr(keyfile, "unwrap", counted)
    kdf = Counting()
    counting = Accounts(tmp_path, WORKSPACE, kdf)
    counting.sign_in(NAME, PASSWORD)
    right = (list(kdf.derived), list(tried))
    assert len(right[1]) == PEOPLE
    kdf.derived.clear()
    tried.clear()
    with pytest.raises(WrongNameOrPassword):
        counting.sign_in(name, password)
    assert (kdf.derived, tried) == right


def test_each_person_costs_the_same_wherever_their_file_stands(
    people: Accounts, tmp_path: Path
) -> None:
    seen = set()
    for number in range(PEOPLE - 1):
        kdf = Counting()
        Accounts(tmp_path, WORKSPACE, kdf).sign_in(f"Somebody {number}", OTHERS)
        seen.add(tuple(kdf.derived))
    assert len(seen) == 1
