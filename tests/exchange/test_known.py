"""Which rows came in, and under which uid."""

from __future__ import annotations

import uuid

import pytest

from peerdesk.exchange.known import Known


def test_a_lot_is_claimed_whole_or_not_at_all() -> None:
    known = Known("key")
    assert known.claim_all("phone", ["1", ""], [1, 2]) is None
    assert known.claim_all("phone", ["1", "1"], [1, 2]) is None
    assert known.find("phone", "1") is None
    claimed = known.claim_all("phone", ["A", "b"], [1, 2])
    assert claimed is not None
    assert known.find("phone", "a") == claimed[0]
    assert known.find("phone", "c") is None
    assert known.claim_all("phone", ["b"], [3]) is None
    assert known.claim("phone", "b", ("x",), 2) is None
    first = known.claim("phone", "b", ("x",), 4)
    assert first is not None
    assert first[1]
    assert known.claim("phone", "b", ("x",), 5) is None


def test_uuids_of_a_lot_are_taken_as_they_are() -> None:
    ids = [uuid.UUID(int=n << 90 | n) for n in range(1, 40)]
    raws = [str(one).upper() if n % 2 else str(one) for n, one in enumerate(ids)]
    known = Known("key")
    assert known.claim_all("phone", raws, [0] * len(raws)) == [one.bytes for one in ids]


FIRST = "00000000-0000-4000-8000-00000000000a"


@pytest.mark.parametrize(
    "other",
    [
        "z" * 36,
        "0" * 36,
        "00000000-0000-4000-8000-00000000000g",
        "00000000-0000-4000-8000-0000000000  ",
        "0000-0000000040008000-0000-000-00001",
        "00000000-0000-4000-80000-0000000000b",
        "----00000000000000000000000000000001",
        "{00000000-0000-4000-8000-00000000000b}",
        "17",
    ],
)
def test_an_id_written_otherwise_is_the_same_alone_and_in_a_lot(other: str) -> None:
    alone = Known("key").claim("phone", other, (), 1)
    assert alone is not None
    assert Known("key").claim_all("phone", [FIRST, other], [1, 2]) == [
        uuid.UUID(FIRST).bytes,
        alone[0],
    ]
