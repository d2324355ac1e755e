from __future__ import annotations

import subprocess
import sys
import unicodedata
from hashlib import blake2b

import nacl.pwhash
import pytest
from hypothesis import given
from hypothesis import strategies as st

from peerdesk.safe.kdf import REAL, Bounds, Kdf, KdfParams, NotEnoughMemory, warm_up
from tests.safe.tiny import BOUNDS, CHEAP, WORKSPACE_ID

MIB = 1024
TINY = Kdf(BOUNDS, CHEAP, 0.0)


class Pretend(Kdf):
    """A computer on which one pass over one MiB takes ``per_mib`` seconds, with ``most`` KiB."""

    def __init__(self, per_mib: float, most: int = 10**9) -> None:
        self.now = 0.0
        super().__init__(REAL.bounds, REAL.start, REAL.target_seconds, lambda: self.now)
        self.per_mib, self.most = per_mib, most

    def derive(self, _: str, __: str, ___: bytes, params: KdfParams) -> bytes:
        if params.memory_kib > self.most:
            raise NotEnoughMemory
        self.now += params.cost / MIB * self.per_mib
        return b""

    def seconds(self, params: KdfParams) -> float:
        return params.cost / MIB * self.per_mib


def test_the_product_starts_and_stops_where_the_design_says() -> None:
    assert REAL.bounds == Bounds(KdfParams(64 * MIB, 1), KdfParams(1024 * MIB, 20))
    assert KdfParams(256 * MIB, 3) == REAL.start
    assert REAL.target_seconds == 1.0


def test_it_is_argon2id_salted_by_the_name() -> None:
    salt = blake2b(b"robin", digest_size=16, key=WORKSPACE_ID).digest()
    expected = nacl.pwhash.argon2id.kdf(64, b"secret", salt, opslimit=1, memlimit=8192)
    assert TINY.derive("  ROBIN ", "secret", WORKSPACE_ID, CHEAP) == expected


@given(st.text(), st.text())
def test_names_differ_in_neither_case_nor_width_nor_outer_blanks(name: str, password: str) -> None:
    plain = TINY.derive(name, password, WORKSPACE_ID, CHEAP)
    other = f"\u3000{unicodedata.normalize('NFKC', name)}\t"
    assert TINY.derive(other, password, WORKSPACE_ID, CHEAP) == plain
    assert TINY.derive(name + "x", password, WORKSPACE_ID, CHEAP) != plain
    assert TINY.derive(name, password + "x", WORKSPACE_ID, CHEAP) != plain
    assert TINY.derive(name, password, bytes(16), CHEAP) != plain


def test_half_a_character_is_a_password_too() -> None:
    assert len(TINY.derive("\ud800", "\udfff", WORKSPACE_ID, CHEAP)) == 64


@pytest.mark.parametrize(
    "params", [KdfParams(7, 1), KdfParams(1025, 1), KdfParams(8, 0), KdfParams(8, 5)]
)
def test_out_of_bounds_is_refused_before_any_work(params: KdfParams) -> None:
    assert not BOUNDS.holds(params)
    with pytest.raises(ValueError, match="bounds"):
        TINY.derive("a", "b", WORKSPACE_ID, params)


@pytest.mark.parametrize("error", [MemoryError, RuntimeError])
def test_too_little_memory_is_said(monkeypatch: pytest.MonkeyPatch, error: type[Exception]) -> None:
    def no_memory(*_: object, **__: object) -> bytes:
        raise error

    monkeypatch.setattr("nacl.pwhash.argon2id.kdf", no_memory)
    with pytest.raises(NotEnoughMemory, match="Close other programs"):
        TINY.derive("a", "b", WORKSPACE_ID, CHEAP)


@pytest.mark.parametrize("per_mib", [0.0002, 0.0005, 0.001, 0.0013, 0.002, 0.005])
def test_calibration_comes_near_a_second(per_mib: float) -> None:
    computer = Pretend(per_mib)
    params = computer.calibrate()
    assert 0.7 <= computer.seconds(params) <= 1.6
    assert params.passes >= 3


def test_a_fast_computer_spends_passes_before_memory_and_stops_at_the_bounds() -> None:
    assert Pretend(0.0002).calibrate().memory_kib == 256 * MIB
    assert Pretend(0.0001).calibrate() == KdfParams(512 * MIB, 20)
    assert Pretend(0.0).calibrate() == KdfParams(1024 * MIB, 20)


def test_a_slow_or_small_computer_stops_at_the_floor() -> None:
    assert Pretend(1.0).calibrate() == KdfParams(64 * MIB, 3)
    assert Pretend(0.0001, most=128 * MIB).calibrate() == KdfParams(128 * MIB, 20)
    with pytest.raises(NotEnoughMemory):
        Pretend(0.0001, most=63 * MIB).calibrate()


def test_a_real_calibration_measures_real_work() -> None:
    assert TINY.calibrate() == CHEAP


def test_warming_up_imports_all_that_deriving_needs() -> None:
    warm_up()
    assert "nacl.pwhash" in sys.modules
    code = (
        "import sys; from peerdesk.safe import kdf; kdf.warm_up(); before = set(sys.modules);"
        "from peerdesk.safe.kdf import Bounds, Kdf, KdfParams; small = KdfParams(8, 1);"
        "Kdf(Bounds(small, small), small, 0.0).derive('a', 'b', bytes(16), small);"
        "late = {name for name in set(sys.modules) - before if name.startswith('nacl')};"
        "sys.exit(str(late) if late else 0)"
    )
    subprocess.run([sys.executable, "-W", "error", "-c", code], check=True)


def test_importing_the_package_brings_in_neither_nacl_nor_word_lists() -> None:
    code = (
        "import sys; from peerdesk.safe import accounts, kdf, process, proofread, recovery, words;"
        "bad = {'nacl', 'shamir_mnemonic', 'keyring', 'ctypes', 'cffi'} & set(sys.modules);"
        "sys.exit(str(bad) if bad else 0)"
    )
    subprocess.run([sys.executable, "-W", "error", "-c", code], check=True)
