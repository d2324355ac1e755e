"""Identifiers follow RFC 9562 and tell no more than they should."""

import uuid

from peerdesk.core.ids import natural_uid, new_file_id, new_uid


def test_uuid7_carries_the_time_and_sorts_by_it() -> None:
    made = uuid.UUID(bytes=new_uid(1_700_000_000_000))
    assert made.version == 7
    assert made.variant == uuid.RFC_4122
    assert made.int >> 80 == 1_700_000_000_000
    assert new_uid(1) < new_uid(2)
    assert len({new_uid() for _ in range(100)}) == 100


def test_a_natural_key_makes_the_same_uid_everywhere() -> None:
    assert natural_uid(b"\1\2", "x") == natural_uid(b"\1\2", "x")
    assert natural_uid("ab", "c") != natural_uid("a", "bc")
    assert uuid.UUID(bytes=natural_uid("a")).version == 5


def test_a_natural_key_is_what_the_standard_library_makes() -> None:
    namespace = uuid.UUID("6f1d3c5e-8a55-4c1e-9c53-0d1f6a2b7e90")
    for number in range(300):
        key = f"{number:x}\x1fé\x1f0102"
        made = natural_uid(f"{number:x}", "é", b"\1\2")
        assert made == uuid.uuid5(namespace, key).bytes


def test_file_names_are_random() -> None:
    assert uuid.UUID(new_file_id()).version == 4
    assert new_file_id() != new_file_id()
