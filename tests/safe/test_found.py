from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from peerdesk.safe.found import MOST_DERIVATIONS, Found
from peerdesk.safe.kdf import KdfParams
from peerdesk.safe.keyfile import KeyFile
from tests.safe.tiny import CHEAP, DEARER, DEAREST, WORKSPACE_ID

SALTS = st.sampled_from([b"a" * 16, b"b" * 16])
PARAMS = st.sampled_from([CHEAP, DEARER, DEAREST])


def _keys(salt: bytes, params: KdfParams) -> KeyFile:
    return KeyFile(WORKSPACE_ID, salt, params, b"", b"")


def _found(*prices: tuple[bytes, KdfParams]) -> Found:
    return Found({str(n): _keys(*price) for n, price in enumerate(prices)}, ())


@given(st.lists(st.tuples(SALTS, PARAMS), max_size=12))
def test_every_file_is_tried_or_named(prices: list[tuple[bytes, KdfParams]]) -> None:
    found = _found(*prices)
    tried = found.prices()
    assert len(tried) == len(set(tried)) == min(len(set(prices)), MOST_DERIVATIONS)
    left_out = {f"{n}.key" for n, price in enumerate(prices) if price not in tried}
    assert set(found.left_out()) == left_out
    for one in set(prices) - set(tried):
        assert all(prices.count(one) <= prices.count(other) for other in tried)


def test_the_most_used_first_and_the_dearer_one_of_equals() -> None:
    one, two, three = ((b"a" * 16, params) for params in (CHEAP, DEARER, DEAREST))
    assert _found(one, two, one, three).prices() == [one, three]
    assert _found(three, two).prices() == [three, two]


def test_the_salt_is_the_workspace_s_or_new() -> None:
    assert _found((b"a" * 16, CHEAP)).salt() == b"a" * 16
    assert len(_found().salt()) == 16
    assert _found().salt() != _found().salt()


def test_without_one() -> None:
    found = _found((b"a" * 16, CHEAP), (b"a" * 16, DEARER))
    assert found.without("0").prices() == [(b"a" * 16, DEARER)]
    assert found.without("?") == found
