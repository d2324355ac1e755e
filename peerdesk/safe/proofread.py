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
    """The one word, or the two swapped ones, that would make the checksum fit."""
    if one := _one_wrong(indices):
        position, index = one
        return MistypedWord(where, position + 1, words.word_list()[index])
    for first, second in combinations(range(WORDS), 2):
        swapped = indices.copy()
        swapped[first], swapped[second] = swapped[second], swapped[first]
        if swapped != indices and _fits(swapped):
            return SwappedWords(where, first + 1, second + 1)
    return SeveralWords(where)


def _one_wrong(indices: list[int]) -> tuple[int, int] | None:
    """``(position, right index)``, from 0, of the only word whose change makes it fit.

    The checksum is linear over bits: a change of one word moves it by the same amount whatever the
    other words are, so ten moves per position tell all 1,023 changes without trying them.
    """
    data = indices[:-_CHECKSUM]
    computed = _checksum(data)
    off = computed ^ _packed(indices[-_CHECKSUM:])
    for position in range(WORDS):
        moves = [_move(data, computed, position, 1 << bit) for bit in range(_BITS)]
        for change in range(1, 1 << _BITS):
            moved = 0
            for bit in range(_BITS):
                if change >> bit & 1:
                    moved ^= moves[bit]
            if moved == off:
                return position, indices[position] ^ change
    return None


def _move(data: list[int], computed: int, position: int, change: int) -> int:
    if position >= len(data):
        return change << _BITS * (WORDS - 1 - position)
    changed = data.copy()
    changed[position] ^= change
    return computed ^ _checksum(changed)


def _fits(indices: list[int]) -> bool:
    return _checksum(indices[:-_CHECKSUM]) == _packed(indices[-_CHECKSUM:])


def _checksum(data: Sequence[int]) -> int:
    from shamir_mnemonic.constants import CUSTOMIZATION_STRING_EXTENDABLE
    from shamir_mnemonic.rs1024 import create_checksum

    return _packed(create_checksum(data, CUSTOMIZATION_STRING_EXTENDABLE))


def _packed(checksum: Sequence[int]) -> int:
    first, second, third = checksum
    return first << 2 * _BITS | second << _BITS | third
