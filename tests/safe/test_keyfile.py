from __future__ import annotations

import os
import random
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peerdesk.safe import keyfile
from peerdesk.safe.kdf import KdfParams
from peerdesk.safe.keyfile import KeyFile, KeyFileDamaged
from tests.safe.tiny import BOUNDS, CHEAP, WORKSPACE_ID, flips

SALT = b"s" * 16
SECRET = bytes(range(64))
KEY = b"k" * 32


def _made(params: KdfParams = CHEAP) -> KeyFile:
    keys = KeyFile(WORKSPACE_ID, SALT, params, b"", keyfile.unused_wrap())
    return replace(keys, by_password=keyfile.wrap(SECRET, keys.header, KEY))


def _parse(data: bytes) -> KeyFile:
    return keyfile.parse(data, "a.key", WORKSPACE_ID, BOUNDS)


def test_the_form_is_frozen() -> None:
    """A change here locks people out of what they wrote with an older version."""
    keys = KeyFile(WORKSPACE_ID, SALT, KdfParams(0x01020304, 5), b"p" * 104, b"q" * 104)
    data = keys.to_bytes()
    assert len(data) == keyfile.LENGTH == 268
    assert data[:252] == (
        b"PDK1" + WORKSPACE_ID + SALT + b"\1\2\3\4\0\0\0\5" + b"p" * 104 + b"q" * 104
    )
    assert data[252:].hex() == "97d7e1bd7b14cbc29e8f43b6b4ad61f9"


def test_wraps_are_frozen() -> None:
    wrapped = bytes.fromhex(
        "b1db743a445c32f43e023bf7b222fe8101236898eb92db3b2c8315dc479aacaa1f4ff2c843658670"
        "36f8442add415d071ba0f03caf6abc9e0970a9fe25ac6ede2bdf4314a0e4f1cc86be63532dac77ba"
        "64697b7d71541fed5193ce382b9ae82e155cdfdb038e77e1"
    )
    assert keyfile.unwrap(SECRET, b"header", wrapped) == KEY
    assert (
        keyfile.sheet_wrap_secret(b"x" * 16, b"header")
        .hex()
        .startswith("c2d94c57bf9487fa97de047df1e0a3ac")
    )


@given(
    st.binary(min_size=16, max_size=16),
    st.integers(8, 1024),
    st.integers(1, 4),
    st.binary(min_size=104, max_size=104),
    st.binary(min_size=104, max_size=104),
)
def test_written_and_read_is_the_same(
    salt: bytes, memory: int, passes: int, by_password: bytes, by_sheet: bytes
) -> None:
    keys = KeyFile(WORKSPACE_ID, salt, KdfParams(memory, passes), by_password, by_sheet)
    assert _parse(keys.to_bytes()) == keys


@given(st.binary(max_size=600))
def test_nothing_else_is_a_key_file(data: bytes) -> None:
    with pytest.raises(KeyFileDamaged, match=r"a\.key"):
        _parse(data)


def test_any_flipped_bit_is_refused() -> None:
    data = _made().to_bytes()
    for damaged in flips(data):
        with pytest.raises(KeyFileDamaged):
            _parse(damaged)


@given(st.integers(0, keyfile.LENGTH + 40))
def test_any_other_length_is_refused(length: int) -> None:
    data = (_made().to_bytes() + bytes(40))[:length]
    if length != keyfile.LENGTH:
        with pytest.raises(KeyFileDamaged):
            _parse(data)


@pytest.mark.parametrize(
    "keys",
    [
        _made(KdfParams(7, 1)),
        _made(KdfParams(1025, 1)),
        _made(KdfParams(8, 0)),
        _made(KdfParams(8, 5)),
        _made(KdfParams(2**32 - 1, 2**32 - 1)),
        replace(_made(), workspace_id=b"another place's."),
    ],
)
def test_bounds_and_workspace_hold_even_with_a_right_checksum(keys: KeyFile) -> None:
    with pytest.raises(KeyFileDamaged):
        _parse(keys.to_bytes())


def test_another_version_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patched:
        patched.setattr(keyfile, "MAGIC", b"PDK2")
        data = _made().to_bytes()
    with pytest.raises(KeyFileDamaged):
        _parse(data)


def test_a_forger_without_the_password_gets_nothing_in() -> None:
    """The checksum is no protection against a person, so the wraps are their own."""
    keys = _made()
    for wrapped in flips(keys.by_password):
        assert keyfile.unwrap(SECRET, keys.header, wrapped) is None
    for header in flips(keys.header):
        assert keyfile.unwrap(SECRET, header, keys.by_password) is None


def test_other_secrets_open_nothing() -> None:
    keys = _made()
    assert keyfile.unwrap(SECRET, keys.header, keys.by_password) == KEY
    for secret in flips(SECRET):
        assert keyfile.unwrap(secret, keys.header, keys.by_password) is None
    assert keyfile.unwrap(SECRET, keys.header, keys.by_sheet) is None


def test_new_parameters_leave_the_sheet_wrap_alone() -> None:
    keys = _made()
    secret = keyfile.sheet_wrap_secret(b"x" * 16, keys.sheet_header)
    wrapped = keyfile.wrap(secret, keys.sheet_header, KEY)
    dearer = replace(keys, params=KdfParams(1024, 4))
    assert dearer.sheet_header == keys.sheet_header == keys.header[:36]
    assert keyfile.unwrap(secret, dearer.sheet_header, wrapped) == KEY
    assert secret != keyfile.sheet_wrap_secret(b"y" * 16, keys.sheet_header)


def test_outside_the_header_all_bytes_look_random() -> None:
    """Each bit takes both of its values about as often, within 6.5 sigma."""
    made = [_made().to_bytes()[keyfile.HEADER_BYTES :] for _ in range(400)]
    for column in zip(*made, strict=True):
        for bit in range(8):
            assert abs(sum(byte >> bit & 1 for byte in column) - 200) < 65
    assert len(set(made)) == 400


def test_reading_what_is_no_plain_file(workspace: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = workspace / "a.key"
    keyfile.write(path, _made())
    assert keyfile.read(path, WORKSPACE_ID, BOUNDS).params == CHEAP
    for other in (workspace, workspace / "nowhere.key"):
        with pytest.raises(KeyFileDamaged):
            keyfile.read(other, WORKSPACE_ID, BOUNDS)
    if hasattr(os, "mkfifo"):
        os.mkfifo(workspace / "pipe.key")
        with pytest.raises(KeyFileDamaged, match=r"pipe\.key"):
            keyfile.read(workspace / "pipe.key", WORKSPACE_ID, BOUNDS)

    def broken(*_: object, **__: object) -> None:
        raise OSError(5, "broken")

    monkeypatch.setattr(Path, "open", broken)
    with pytest.raises(KeyFileDamaged, match=r"a\.key"):
        keyfile.read(path, WORKSPACE_ID, BOUNDS)


def test_ten_thousand_damages_are_noticed() -> None:
    rng = random.Random(39)
    data = _made().to_bytes()
    for _ in range(10_000):
        damaged = bytearray(data)
        for _ in range(rng.randint(1, 8)):
            damaged[rng.randrange(len(damaged))] ^= rng.randint(1, 255)
        if bytes(damaged) != data:
            with pytest.raises(KeyFileDamaged):
                _parse(bytes(damaged))
