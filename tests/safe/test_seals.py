from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from peerdesk.core.errors import KnownError
from peerdesk.safe import seals
from peerdesk.safe.files import DriveTrouble, NoRoom
from tests.safe.tiny import all_bytes, flips

GROUP = b"the tuesday one."
KEY = bytes(range(32))
ME, YOU, RECOVERY = (seals.keypair_of(bytes([n]) * 32) for n in (1, 2, 3))


@pytest.fixture
def path(workspace: Path) -> Path:
    place = workspace / "groups" / "a.seals"
    seals.write_seals(place, GROUP, 7, KEY, [ME.public, YOU.public], RECOVERY.public)
    return place


def _boxes(path: Path) -> list[bytes]:
    data = path.read_bytes()
    return [data[at : at + 100] for at in range(0, 1600, 100)]


def test_everyone_listed_gets_in_and_nobody_else(path: Path) -> None:
    for pair in (ME, YOU, RECOVERY):
        assert seals.open_seals(path, GROUP, pair.secret) == (7, KEY)
    with pytest.raises(seals.NotForYou, match="sitting beside you"):
        seals.open_seals(path, GROUP, seals.new_keypair().secret)
    with pytest.raises(seals.NotForYou):
        seals.open_seals(path, b"the thursday one", ME.secret)


def test_who_is_left_out_next_time_is_out(path: Path) -> None:
    seals.write_seals(path, GROUP, 8, b"n" * 32, [YOU.public], RECOVERY.public)
    assert seals.open_seals(path, GROUP, YOU.secret) == (8, b"n" * 32)
    with pytest.raises(seals.NotForYou):
        seals.open_seals(path, GROUP, ME.secret)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=20)
@given(
    st.integers(0, 15), st.integers(0, 2**32 - 1), st.binary(min_size=32, max_size=32), st.data()
)
def test_any_number_from_none_to_fifteen(
    workspace: Path, count: int, generation: int, key: bytes, data: st.DataObject
) -> None:
    pairs = [seals.new_keypair() for _ in range(count)]
    place = workspace / "a.seals"
    seals.write_seals(place, GROUP, generation, key, [p.public for p in pairs], RECOVERY.public)
    assert len(place.read_bytes()) == seals.LENGTH == 1616
    chosen = data.draw(st.sampled_from([*pairs, RECOVERY]))
    assert seals.open_seals(place, GROUP, chosen.secret) == (generation, key)


def test_sixteen_are_too_many_and_nothing_changes(path: Path) -> None:
    before = path.read_bytes()
    many = [seals.new_keypair().public for _ in range(16)]
    with pytest.raises(seals.TooManyFacilitators, match="15 facilitators at most"):
        seals.write_seals(path, GROUP, 8, KEY, many, RECOVERY.public)
    assert path.read_bytes() == before
    seals.write_seals(path, GROUP, 8, KEY, [*many[:15], many[0]], RECOVERY.public)
    assert seals.open_seals(path, GROUP, RECOVERY.secret).generation == 8


def test_the_file_does_not_show_how_many_there_are(workspace: Path) -> None:
    """Fillers are boxes like the others: same length, points of the curve, no fixed place."""
    from nacl.bindings import crypto_core_ed25519_is_valid_point, crypto_scalarmult

    assert not crypto_core_ed25519_is_valid_point(b"\xff" * 32)
    places: dict[int, int] = {}
    for count in [0] * 60 + [15] * 60:
        path = workspace / f"{count}.seals"
        keys = [seals.new_keypair().public for _ in range(count)]
        seals.write_seals(path, GROUP, 1, KEY, keys, RECOVERY.public)
        boxes = _boxes(path)
        assert len(path.read_bytes()) == 1616
        assert len(set(boxes)) == 16
        for box in boxes:
            # Random bytes have the top bit set half of the time; points of X25519 never.
            assert not box[31] & 0x80
            assert _on_the_curve(box[:32])
            assert len(crypto_scalarmult(ME.secret, box[:32])) == 32
        opened = [n for n, box in enumerate(boxes) if seals.unseal(RECOVERY.secret, box)]
        assert len(opened) == 1
        places[opened[0]] = places.get(opened[0], 0) + 1
    # 120 draws from 16 places: all but impossible to miss half of them.
    assert len(places) > 8


def _on_the_curve(point: bytes) -> bool:
    """Is u the coordinate of a point of Curve25519 (RFC 7748 §4.1), not of its twist?"""
    p = 2**255 - 19
    u = int.from_bytes(point, "little")
    v_squared = (pow(u, 3, p) + 486662 * u * u + u) % p
    return v_squared == 0 or pow(v_squared, (p - 1) // 2, p) == 1


def test_every_box_is_new_at_every_write(path: Path) -> None:
    before = set(_boxes(path))
    seals.write_seals(path, GROUP, 7, KEY, [ME.public, YOU.public], RECOVERY.public)
    assert not before & set(_boxes(path))


def test_no_key_and_no_group_in_any_byte(path: Path, workspace: Path) -> None:
    held = all_bytes(workspace)
    assert path.read_bytes() in held
    for secret in (KEY, GROUP, ME.public, ME.secret, YOU.public, RECOVERY.public):
        assert secret not in held


def test_any_flipped_bit_is_refused(path: Path) -> None:
    for number, damaged in enumerate(flips(path.read_bytes())):
        if number % 7 == 0:
            path.write_bytes(damaged)
            with pytest.raises(seals.SealsDamaged, match=r"a\.seals"):
                seals.open_seals(path, GROUP, ME.secret)


def test_a_damaged_file_still_lets_in_whose_own_box_is_whole(path: Path) -> None:
    whole = path.read_bytes()
    boxes = _boxes(path)
    mine = next(n for n, box in enumerate(boxes) if seals.unseal(ME.secret, box))
    for number in range(16):
        damaged = bytearray(whole)
        damaged[number * 100 + 40] ^= 1
        path.write_bytes(damaged)
        if number == mine:
            with pytest.raises(seals.SealsDamaged):
                seals.open_seals(path, GROUP, ME.secret, even_damaged=True)
        else:
            opened = seals.open_seals(path, GROUP, ME.secret, even_damaged=True)
            assert opened == (7, KEY)


@pytest.mark.parametrize("length", [0, 1, 15, 16, 100, 1600, 1615, 1617, 3216])
def test_any_other_length_is_refused(path: Path, length: int) -> None:
    path.write_bytes((path.read_bytes() * 2)[:length])
    for even_damaged in (False, True):
        with pytest.raises(seals.SealsDamaged):
            seals.open_seals(path, GROUP, ME.secret, even_damaged=even_damaged)


@given(st.binary(max_size=200))
def test_nothing_else_is_a_box(data: bytes) -> None:
    assert seals.unseal(ME.secret, data) is None


def test_a_file_that_is_not_there_or_cannot_be_read(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(seals.SealsDamaged, match=r"b\.seals"):
        seals.open_seals(path.with_name("b.seals"), GROUP, ME.secret)

    def broken(*_: object, **__: object) -> None:
        raise OSError(5, "broken")

    monkeypatch.setattr(Path, "open", broken)
    with pytest.raises(DriveTrouble, match="USB stick"):
        seals.open_seals(path, GROUP, ME.secret)


def test_a_full_disk_leaves_the_seals_as_they_were(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "full")

    with monkeypatch.context() as patched:
        patched.setattr(os, "fsync", full)
        with pytest.raises(NoRoom):
            seals.write_seals(path, GROUP, 8, KEY, [YOU.public], RECOVERY.public)
    assert seals.open_seals(path, GROUP, ME.secret) == (7, KEY)
    assert issubclass(NoRoom, KnownError)


def test_boxes_for_the_in_tray() -> None:
    pair = seals.new_keypair()
    box = seals.seal_to(pair.public, b"a question")
    assert len(box) == len(b"a question") + 48
    assert box != seals.seal_to(pair.public, b"a question")
    assert seals.unseal(pair.secret, box) == b"a question"
    assert seals.unseal(ME.secret, box) is None


@pytest.mark.parametrize("key", [bytes(32), b"\1" + bytes(31), b"short", b""])
def test_nothing_is_sealed_to_what_is_no_key(key: bytes) -> None:
    with pytest.raises(ValueError, match="no public key"):
        seals.seal_to(key, b"a question")


def test_keys_are_new_each_time_and_never_shown() -> None:
    assert len({seals.new_key() for _ in range(50)}) == 50
    assert all(len(seals.new_key()) == 32 for _ in range(3))
    pair = seals.new_keypair()
    assert pair == seals.keypair_of(pair.secret) != seals.new_keypair()
    assert pair.secret.hex() not in repr(pair)
    assert repr(pair.secret) not in repr(pair)
    assert pair.public.hex() in repr(pair)
    assert repr(seals.Unsealed(7, KEY)) == "Unsealed(generation=7)"
