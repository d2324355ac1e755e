"""Key files and seals say nothing: no names, only noise, and not how many people there are."""

from __future__ import annotations

import hashlib
import math
from pathlib import Path

import pytest

from peerdesk.safe import keyfile, seals
from peerdesk.safe.accounts import Accounts
from tests.promises.conftest import Size
from tests.promises.house import NAME, PASSWORD, TINY, House, found_in

# Chi-square with 255 degrees of freedom, to five standard deviations: noise fails once in
# millions of runs, and anything with a pattern always.
EXPECTED, SPREAD = 255.0, math.sqrt(2 * 255)


def deviation(data: bytes) -> float:
    """How many standard deviations the bytes are from evenly spread."""
    each = len(data) / 256
    chi = sum((data.count(value) - each) ** 2 / each for value in range(256))
    return (chi - EXPECTED) / SPREAD


def column_deviation(files: list[bytes]) -> float:
    """The worst of all positions: is there one at which many files say the same?"""
    worst = 0.0
    for column in zip(*files, strict=True):
        most = max(map(column.count, set(column)))
        expected = len(files) / 256
        worst = max(worst, (most - expected) / math.sqrt(expected))
    return worst


def test_a_pattern_would_be_seen() -> None:
    noise = b"".join(hashlib.sha256(bytes([n % 256, n // 256])).digest() for n in range(2_000))
    assert abs(deviation(noise)) < 5
    assert deviation(noise + b"Maria" * 200) > 5
    files = [hashlib.sha256(b"%d" % n).digest() for n in range(400)]
    assert column_deviation(files) < 9
    assert column_deviation([file[:9] + b"\x01" + file[10:] for file in files]) > 9


@pytest.mark.parametrize("with_sheet", [False, True])
def test_key_files_are_noise_behind_their_header(
    with_sheet: bool, tmp_path: Path, size: Size
) -> None:
    people = Accounts(tmp_path, b"w" * 16, TINY)
    opened = people.create(NAME, PASSWORD)
    path = opened.path.with_suffix(".key")
    files = []
    for number in range(size(400, 4_000)):
        sheet = number.to_bytes(16, "big") if with_sheet else None
        people.rewrap(opened, NAME, PASSWORD, sheet)
        files.append(path.read_bytes())
    assert len({file[: keyfile.HEADER_BYTES] for file in files}) == 1
    behind = [file[keyfile.HEADER_BYTES :] for file in files]
    assert abs(deviation(b"".join(behind))) < 5
    assert column_deviation(behind) < 9
    assert found_in(b"".join(files)) == []


def test_a_wrap_that_is_used_looks_like_one_that_is_not(tmp_path: Path) -> None:
    """Same length, and the same for whoever counts bytes: the sheet cannot be told from noise."""
    people = Accounts(tmp_path, b"w" * 16, TINY)
    opened = people.create(NAME, PASSWORD)
    path, kinds = opened.path.with_suffix(".key"), []
    for sheet in (None, b"s" * 16):
        wraps = []
        for _ in range(300):
            people.rewrap(opened, NAME, PASSWORD, sheet)
            wraps.append(path.read_bytes()[148:252])
        kinds.append(b"".join(wraps))
    assert len(kinds[0]) == len(kinds[1])
    assert all(abs(deviation(kind)) < 5 for kind in kinds)


def written(path: Path, facilitators: int) -> bytes:
    keys = [seals.keypair_of(bytes([n + 1]) * 32).public for n in range(facilitators)]
    recovery = seals.keypair_of(b"r" * 32).public
    seals.write_seals(path, b"g" * 16, 1, b"k" * 32, keys, recovery)
    return path.read_bytes()


@pytest.mark.parametrize("facilitators", [0, 1, 5, 15])
def test_seals_are_noise_however_many_people_there_are(
    facilitators: int, tmp_path: Path, size: Size
) -> None:
    files = [written(tmp_path / "a.seals", facilitators) for _ in range(size(150, 2_000))]
    assert {len(file) for file in files} == {seals.LENGTH}
    # A sealed box begins with a point of the curve, whose last bit is always 0: so do the fillers.
    noise, tops = [], set()
    for file in files:
        for at in range(0, seals.BOXES * seals.BOX_BYTES, seals.BOX_BYTES):
            box = file[at : at + seals.BOX_BYTES]
            tops.add(box[31] >> 7)
            noise.append(box[:31] + box[32:])
    assert tops == {0}
    assert abs(deviation(b"".join(noise))) < 5
    assert column_deviation(noise) < 9


def test_every_box_is_new_at_each_write(tmp_path: Path) -> None:
    boxes = [
        file[at : at + seals.BOX_BYTES]
        for file in (written(tmp_path / "a.seals", 3), written(tmp_path / "a.seals", 3))
        for at in range(0, 1600, seals.BOX_BYTES)
    ]
    assert len(set(boxes)) == 32


def test_a_facilitator_may_stand_at_any_place(tmp_path: Path) -> None:
    places = set()
    mine = bytes([1]) * 32
    for _ in range(200):
        file = written(tmp_path / "a.seals", 1)
        places |= {
            at // 100 for at in range(0, 1600, 100) if seals.unseal(mine, file[at : at + 100])
        }
    assert places == set(range(16))


def test_files_of_a_workspace_name_nobody(house: House) -> None:
    for path in (house.key_file, house.seals):
        assert found_in(path.read_bytes() + path.name.encode()) == []
