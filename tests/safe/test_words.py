from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peerdesk.safe import words
from tests.safe.tiny import PASSWORD

listed = st.sampled_from(list(words.word_list()))
SIX = st.lists(listed, min_size=6, max_size=6)


def test_the_list_is_the_one_of_slip_39() -> None:
    listing = list(words.word_list())
    assert len(listing) == 1024
    assert listing == sorted(listing)
    assert len({word[:4] for word in listing}) == 1024
    assert (listing[0], listing[-1]) == ("academic", "zero")


def test_suggestions_are_six_list_words_and_new_each_time() -> None:
    drawn = [words.suggest() for _ in range(50)]
    assert all(len(six) == 6 and set(six) <= set(words.word_list()) for six in drawn)
    assert len({tuple(six) for six in drawn}) == 50
    assert all(words.strength_ok(" ".join(six)) for six in drawn)


@given(listed)
def test_four_letters_complete_a_word(word: str) -> None:
    assert words.complete(word[:4]) == word
    assert words.complete(word.upper()) == word
    assert words.whole_word(word[:4]) == word
    assert words.complete(word + "s") is None or word + "s" in words.word_list()
    meant = [other for other in words.word_list() if other.startswith(word[:3])]
    assert words.complete(word[:3]) == (word if meant == [word] else None)
    assert words.whole_word(word[:3]) is None


@pytest.mark.parametrize("typed", ["", " ", "a", "zzz", "é", "0", "zero0"])
def test_nothing_to_complete(typed: str) -> None:
    assert words.complete(typed) is None


@given(SIX, st.lists(st.integers(4, 8), min_size=6, max_size=6))
def test_six_words_are_the_same_however_they_are_typed(six: list[str], letters: list[int]) -> None:
    typed = "\u3000 ".join(word[:n].upper() for word, n in zip(six, letters, strict=True))
    assert words.canonical(f" {typed}\n") == " ".join(six)
    assert words.strength_ok(typed)


@given(st.text())
def test_anything_else_is_taken_as_typed(typed: str) -> None:
    assert words.canonical(typed) == unicodedata.normalize("NFKC", typed)


@given(st.one_of(st.text(), SIX.map(" ".join), SIX.map(lambda six: " ".join(w[:4] for w in six))))
def test_canonical_twice_is_canonical(typed: str) -> None:
    once = words.canonical(typed)
    assert words.canonical(once) == once


def test_how_strong() -> None:
    assert words.strength_ok(PASSWORD)
    assert words.strength_ok("x" * 15)
    assert not words.strength_ok("x" * 14)
    assert not words.strength_ok(" " * 20)
    assert not words.strength_ok("")
    # Fewer words than six have to be long enough as a text of one's own.
    assert not words.strength_ok("acid acne acid")
    # Six tokens that are not six words either.
    assert not words.strength_ok("a b c d e f")
    assert words.strength_ok("acid acid acid acid acid acid")
