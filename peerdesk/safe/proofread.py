"""Reading a typed recovery part and saying which word is not as it stands on the paper."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import combinations
from typing import TYPE_CHECKING

from peerdesk.core.errors import KnownError
from peerdesk.core.text import Text, translate
from peerdesk.safe import words

if TYPE_CHECKING:
    from shamir_mnemonic import Share

WORDS = 20
_CHECKSUM = 3
_BITS = 10
_TOKEN = re.compile(r"[^\W\d_]+")


class PartTrouble(KnownError):
    """A part or sheet cannot be used as typed. ``words`` are the word numbers to look at."""

    def __init__(self, text: Text, *numbers: int) -> None:
        super().__init__(text)
        self.words = numbers


class UnknownWord(PartTrouble):
    def __init__(self, where: Text, number: int, typed: str) -> None:
        super().__init__(
            translate(
                "Safe",
                "Look at {part}: word {number}, “{typed}”, is not one of the words on our list. "
                "Compare it with the paper. Nothing was changed.",
            ).format(part=where, number=number, typed=typed),
            number,
        )


class WordCount(PartTrouble):
    def __init__(self, where: Text, count: int) -> None:
        super().__init__(
            translate(
                "Safe",
                "Look at {part}: the paper has 20 words, and here it has %n word(s). Nothing was "
                "changed.",
                "",
                count,
            ).format(part=where)
        )


class MistypedWord(PartTrouble):
    def __init__(self, where: Text, number: int, likely: str) -> None:
        self.likely = likely
        super().__init__(
            translate(
                "Safe",
                "Look at {part}: word {number} does not fit. Does the paper say “{likely}” there? "
                "Nothing was changed.",
            ).format(part=where, number=number, likely=likely),
            number,
        )


class SwappedWords(PartTrouble):
    def __init__(self, where: Text, first: int, second: int) -> None:
        super().__init__(
            translate(
                "Safe",
                "Look at {part}: words {first} and {second} have changed places. Nothing was "
                "changed.",
            ).format(part=where, first=first, second=second),
            first,
            second,
        )


class SeveralWords(PartTrouble):
    def __init__(self, where: Text) -> None:
        super().__init__(
            translate(
                "Safe",
                "Look at {part}: more than one word is not as it stands on the paper. Compare them "
                "one by one. Nothing was changed.",
            ).format(part=where)
        )


class SamePartTwice(PartTrouble):
    def __init__(self, first: int, second: int) -> None:
        super().__init__(
            translate(
                "Safe",
                "Part {first} and part {second} are the same part, typed twice. Find another part "
                "of the same sheet. Nothing was changed.",
            ).format(first=first, second=second)
        )


class DifferentSheets(PartTrouble):
    def __init__(self) -> None:
        super().__init__(
            translate(
                "Safe",
                "These parts come from different sheets. Find parts that were printed together: "
                "their first two words are the same. Nothing was changed.",
            )
        )


class MorePartsNeeded(PartTrouble):
    def __init__(self, missing: int) -> None:
        super().__init__(
            translate(
                "Safe",
                "%n more part(s) of the sheet needed. Nothing was changed.",
                "",
                missing,
            )
        )


class PartsDoNotFit(PartTrouble):
    def __init__(self) -> None:
        super().__init__(
            translate(
                "Safe",
                "Each part is read without a mistake, but they do not belong together. Find parts "
                "that were printed together. Nothing was changed.",
            )
        )


class NotAPersonalSheet(PartTrouble):
    def __init__(self) -> None:
        super().__init__(
            translate(
                "Safe",
                "This is one part of a group's sheet. A personal sheet is another paper. Nothing "
                "was changed.",
            )
        )


def the_part(number: int) -> Text:
    """How sentences name the ``number``-th part on the screen."""
    return translate("Safe", "part {number}").format(number=number)


def the_sheet() -> Text:
    """How sentences name a personal sheet."""
    return translate("Safe", "the sheet")


def proofread(text: str, where: Text) -> Share:
    """The part that ``text`` spells, or a :class:`PartTrouble` that says where to look."""
    from shamir_mnemonic import MnemonicError, Share

    spelled = _spelled(text, where)
    positions = {word: index for index, word in enumerate(words.word_list())}
    indices = [positions[word] for word in spelled]
    if not _fits(indices):
        raise _first_guess(indices, where)
    try:
        return Share.from_mnemonic(" ".join(spelled))
    except MnemonicError as error:  # the checksum fits, but no such part is ever made
        raise SeveralWords(where) from error


def _spelled(text: str, where: Text) -> list[str]:
    typed = _TOKEN.findall(text)
    spelled = []
    for number, token in enumerate(typed, start=1):
        word = words.whole_word(token)
        if word is None:
            raise UnknownWord(where, number, token)
        spelled.append(word)
    if len(spelled) != WORDS:
        raise WordCount(where, len(spelled))
    return spelled


def _first_guess(indices: list[int], where: Text) -> PartTrouble:
    """The one word, or the two swapped ones, that would make the checksum fit.

    At most one such word exists, and none when two were swapped, because any two parts differ in
    at least four words.
    """
    off = _checksum(indices[:-_CHECKSUM]) ^ _packed(indices[-_CHECKSUM:])
    moves = _moves(indices[:-_CHECKSUM])
    for position in range(WORDS):
        if off in moves[position]:
            right = indices[position] ^ moves[position].index(off)
            return MistypedWord(where, position + 1, words.word_list()[right])
    for first, second in combinations(range(WORDS), 2):
        change = indices[first] ^ indices[second]
        if moves[first][change] ^ moves[second][change] == off:
            return SwappedWords(where, first + 1, second + 1)
    return SeveralWords(where)


def _moves(data: list[int]) -> list[list[int]]:
    """By position and by change of that word's index: how far it moves checksum and data apart.

    RS1024 is linear over bits: a change moves it alike whatever the other words are, and two
    changes together move it by the sum (xor) of both. So ten trials a position tell all 1,023.
    """
    computed = _checksum(data)
    table = []
    for position in range(WORDS):
        sums = [0]
        for bit in range(_BITS):
            if position < len(data):
                changed = data.copy()
                changed[position] ^= 1 << bit
                move = computed ^ _checksum(changed)
            else:
                move = 1 << bit + _BITS * (WORDS - 1 - position)
            sums += [known ^ move for known in sums]
        table.append(sums)
    return table


def _fits(indices: list[int]) -> bool:
    return _checksum(indices[:-_CHECKSUM]) == _packed(indices[-_CHECKSUM:])


def _checksum(data: Sequence[int]) -> int:
    from shamir_mnemonic.constants import CUSTOMIZATION_STRING_EXTENDABLE
    from shamir_mnemonic.rs1024 import create_checksum

    return _packed(create_checksum(data, CUSTOMIZATION_STRING_EXTENDABLE))


def _packed(checksum: Sequence[int]) -> int:
    first, second, third = checksum
    return first << 2 * _BITS | second << _BITS | third
