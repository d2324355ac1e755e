"""Which rows came in, and under which uid."""

from __future__ import annotations

from peerdesk.exchange.known import Known


def test_a_lot_is_claimed_whole_or_not_at_all() -> None:
    known = Known("key")
    assert known.claim_all("phone", ["1", ""], [1, 2]) is None
    assert known.claim_all("phone", ["z" * 36], [1]) is None
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
