from __future__ import annotations

import random

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from peerdesk.core.errors import KnownError
from peerdesk.safe import recovery, words
from peerdesk.safe.proofread import (
    MistypedWord,
    PartTrouble,
    SeveralWords,
    SwappedWords,
    UnknownWord,
    WordCount,
    proofread,
    the_part,
    the_sheet,
)

PART = recovery.make_parts(bytes(16))[1].split()
LIST = list(words.word_list())
AT = st.integers(0, 19)


def _trouble(typed: list[str]) -> PartTrouble:
    with pytest.raises(PartTrouble) as caught:
        proofread(" ".join(typed), the_part(2))
    assert "Nothing was changed" in str(caught.value)
    return caught.value


@given(AT, st.sampled_from(LIST))
def test_one_wrong_word_is_found_and_named(at: int, wrong: str) -> None:
    assume(wrong != PART[at])
    trouble = _trouble([*PART[:at], wrong, *PART[at + 1 :]])
    assert isinstance(trouble, MistypedWord)
    assert (trouble.words, trouble.likely) == ((at + 1,), PART[at])
    assert f"part 2: word {at + 1} does not fit" in str(trouble)
    assert PART[at] in str(trouble)


@given(AT, AT)
def test_two_swapped_words_are_found_and_named(one: int, other: int) -> None:
    first, second = sorted((one, other))
    assume(PART[first] != PART[second])
    typed = PART.copy()
    typed[first], typed[second] = typed[second], typed[first]
    trouble = _trouble(typed)
    assert isinstance(trouble, SwappedWords)
    assert trouble.words == (first + 1, second + 1)
    assert f"words {first + 1} and {second + 1} have changed places" in str(trouble)


@given(AT, st.text(alphabet="qxj", min_size=1, max_size=8))
def test_a_word_that_is_not_on_the_list_is_named(at: int, typed: str) -> None:
    trouble = _trouble([*PART[:at], typed, *PART[at + 1 :]])
    assert isinstance(trouble, UnknownWord)
    assert trouble.words == (at + 1,)
    assert f"word {at + 1}, “{typed}”" in str(trouble)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ([], "here it has 0 words."),
        (PART[:1], "here it has 1 word."),
        (PART[:19], "here it has 19 words."),
        ([*PART, PART[0]], "here it has 21 words."),
    ],
)
def test_too_few_or_too_many_words(typed: list[str], said: str) -> None:
    trouble = _trouble(typed)
    assert isinstance(trouble, WordCount)
    assert said in str(trouble)


def test_several_wrong_words_are_not_guessed_at() -> None:
    rng = random.Random(39)
    several = 0
    for _ in range(30):
        typed = PART.copy()
        for at in rng.sample(range(20), 5):
            typed[at] = rng.choice([word for word in LIST if word != typed[at]])
        trouble = _trouble(typed)
        several += isinstance(trouble, SeveralWords)
    assert several >= 29


def test_a_right_checksum_is_not_enough() -> None:
    """Padding bits that are set: no such part is ever made, though its checksum fits."""
    from shamir_mnemonic.constants import CUSTOMIZATION_STRING_EXTENDABLE
    from shamir_mnemonic.rs1024 import create_checksum

    data = [LIST.index(word) for word in PART[:17]]
    data[4] |= 1023
    whole = [*data, *create_checksum(data, CUSTOMIZATION_STRING_EXTENDABLE)]
    with pytest.raises(SeveralWords):
        proofread(" ".join(LIST[index] for index in whole), the_sheet())


@given(st.text())
def test_any_text_gets_a_sentence(text: str) -> None:
    with pytest.raises(KnownError):
        proofread(text, the_sheet())


def test_a_whole_part_is_read() -> None:
    assert proofread("\t".join(PART).upper(), the_sheet()).mnemonic() == " ".join(PART)
