"""Words that wait for their writer, in a process that knows no key."""

from __future__ import annotations

import os

from hypothesis import given
from hypothesis import strategies as st

from peerdesk.safe import carried

KEY, OTHER = os.urandom(32), os.urandom(32)


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=200))
def test_words_come_back_to_their_writer_alone(words: str) -> None:
    box = carried.close(KEY, words)
    assert carried.open_box(KEY, box) == words
    assert carried.open_box(OTHER, box) is None


def test_nothing_can_be_read_in_between() -> None:
    words = "A canary that nobody saved"
    box = carried.close(KEY, words)
    assert b"canary" not in box
    assert carried.close(KEY, words) != box, "a box tells nothing, not even that it is the same"


def test_damage_is_noticed() -> None:
    box = bytearray(carried.close(KEY, "words"))
    for at in (0, 30, len(box) - 1):
        box[at] ^= 1
        assert carried.open_box(KEY, bytes(box)) is None
        box[at] ^= 1
    for short in (b"", b"x", bytes(box[:24])):
        assert carried.open_box(KEY, short) is None


@given(st.lists(st.binary(max_size=50), max_size=5))
def test_boxes_go_through_a_pipe(boxes: list[bytes]) -> None:
    assert carried.unpack(carried.pack(boxes)) == boxes


@given(st.binary(max_size=60))
def test_whatever_comes_through_the_pipe_is_read_calmly(data: bytes) -> None:
    assert len(b"".join(carried.unpack(data))) <= len(data)


def test_a_box_that_is_cut_short_is_left_out() -> None:
    packed = carried.pack([b"one", b"two"])
    assert carried.unpack(packed[:-1]) == [b"one"]


def test_there_is_an_end_to_what_is_carried() -> None:
    small, large = b"s", b"x" * carried.MOST
    assert carried.unpack(carried.pack([large, small])) == [small]
