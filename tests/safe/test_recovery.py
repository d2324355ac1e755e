from __future__ import annotations

import itertools
import random
import secrets
import warnings

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peerdesk.safe import recovery, seals, words
from peerdesk.safe.proofread import (
    DifferentSheets,
    MorePartsNeeded,
    NotAPersonalSheet,
    PartsDoNotFit,
    SamePartTwice,
    UnknownWord,
)

SECRET = bytes(range(16))
SECRETS = st.binary(min_size=16, max_size=16)


@given(SECRETS)
def test_any_two_of_three_parts_give_the_secret(secret: bytes) -> None:
    parts = recovery.make_parts(secret)
    assert [len(part.split()) for part in parts] == [20, 20, 20]
    for two in itertools.permutations(parts, 2):
        assert recovery.combine(two) == secret
    assert recovery.combine(parts) == secret
    assert recovery.combine(["", parts[2], " \n", parts[0]]) == secret


@given(SECRETS)
def test_one_part_may_be_enough(secret: bytes) -> None:
    (part,) = recovery.make_parts(secret, threshold=1)
    assert len(part.split()) == 20
    assert recovery.combine([part]) == secret


def test_a_part_alone_gives_nothing() -> None:
    for part in recovery.make_parts(SECRET):
        with pytest.raises(MorePartsNeeded, match="1 more part of"):
            recovery.combine(["", part])
    for nothing in ([], [""], [" ", "\n"]):
        with pytest.raises(MorePartsNeeded, match="2 more parts of"):
            recovery.combine(nothing)


def test_parts_are_new_each_time_and_do_not_mix() -> None:
    old, new = recovery.make_parts(SECRET), recovery.make_parts(SECRET)
    assert not set(old) & set(new)
    with pytest.raises(DifferentSheets, match="first two words"):
        recovery.combine([old[0], new[1]])
    with pytest.raises(DifferentSheets):
        recovery.combine([old[0], new[0]])


def test_the_same_part_twice() -> None:
    parts = recovery.make_parts(SECRET)
    with pytest.raises(SamePartTwice, match="Part 1 and part 3 are the same"):
        recovery.combine([parts[1], "", parts[1].upper()])


@given(SECRETS, st.integers(4, 8))
def test_typing_is_forgiven(secret: bytes, letters: int) -> None:
    typed = [
        "\n".join(f"{n}. {word[:letters].title()}," for n, word in enumerate(part.split(), 1))
        for part in recovery.make_parts(secret)
    ]
    assert recovery.combine(typed[1:]) == secret


def test_parts_without_a_mistake_that_do_not_belong_together() -> None:
    """Two sets may by chance bear the same 15-bit number; the digest inside tells them apart."""
    from shamir_mnemonic import Share

    first, second = (
        [Share.from_mnemonic(part) for part in recovery.make_parts(bytes([n]) * 16)] for n in (1, 2)
    )
    stranger = Share(
        first[0].identifier, True, first[0].iteration_exponent, 0, 1, 1, 1, 2, second[1].value
    )
    with pytest.raises(PartsDoNotFit, match="do not belong together"):
        recovery.combine([first[0].mnemonic(), stranger.mnemonic()])


def test_a_personal_sheet() -> None:
    secret, its_words = recovery.new_personal_sheet()
    assert len(secret) == 16
    assert len(its_words) == 20
    assert recovery.read_personal_sheet(" ".join(word[:4] for word in its_words)) == secret
    assert recovery.new_personal_sheet()[0] != secret
    with pytest.raises(NotAPersonalSheet, match="another paper"):
        recovery.read_personal_sheet(recovery.make_parts(SECRET)[0])
    with pytest.raises(UnknownWord, match="Look at the sheet: word 1, “x”"):
        recovery.read_personal_sheet("x")


def test_the_recovery_key_opens_the_seals_and_is_frozen() -> None:
    pair = recovery.recovery_keypair(SECRET)
    assert pair == seals.keypair_of(pair.secret)
    assert pair.secret.hex() == ("da73e7100678b316bfda94c9a014880a91440f99d02873cdfd3014143835e809")
    assert recovery.recovery_keypair(recovery.new_secret()) != pair
    assert len({recovery.new_secret() for _ in range(20)}) == 20


def test_a_sheet_of_an_older_version_still_reads() -> None:
    part = (
        "voice spew academic academic center intend saver petition romp expand "
        "dryer smirk award estate sunlight deny mortgage crunch density eraser"
    )
    assert recovery.read_personal_sheet(part) == SECRET


def test_two_marked_words_of_each_part_are_asked_back() -> None:
    parts = recovery.make_parts(SECRET)
    asked = recovery.ask_back(parts, secrets.SystemRandom())
    assert len(asked) == 3
    seen = set()
    for seed in range(300):
        for part, numbers in zip(parts, recovery.ask_back(parts, random.Random(seed)), strict=True):
            first, second = numbers
            assert 5 <= first < second <= 20
            seen |= {first, second}
            for number in numbers:
                word = part.split()[number - 1]
                assert recovery.answers_right(part, number, word.upper())
                assert recovery.answers_right(part, number, word[:4])
                assert not recovery.answers_right(part, number, word[:3])
                other = next(w for w in words.word_list() if w != word)
                assert not recovery.answers_right(part, number, other)
    assert seen == set(range(5, 21))


def test_no_warning_leaks() -> None:
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        recovery.combine(recovery.make_parts(SECRET))
    assert caught == []
