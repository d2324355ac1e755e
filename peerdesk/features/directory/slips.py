"""Slips of the keys: one letter too many, missing, wrong, or two swapped, wherever in the word.

A word is looked up in the search's own vocabulary together with everything that is one slip away
from it (after P. Norvig's way of correcting words), so nothing has to be kept in memory.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from peerdesk.store.connection import Connection
from peerdesk.store.directory import SEARCHED

ALPHABET, MOST_LETTERS, MOST_WORDS, LONGEST = "abcdefghijklmnopqrstuvwxyz", 160, 6, 30
ALONE, TOGETHER = 3, 2
_TEXT = " ".join(c for c in SEARCHED if c != "marks")
_MARK = re.compile(r"x(free|stepfree|cat|lang)")
_VOCABULARY = (
    "CREATE VIRTUAL TABLE IF NOT EXISTS temp.service_words"
    " USING fts5vocab(main, service_search, instance)"
)
Group = tuple[str, ...]
Search = Callable[[Sequence[Group]], list[int]]
"""Ids that match one word of each group."""


@dataclass(frozen=True)
class Repaired:
    """What was found instead, and the groups of words that were looked for."""

    ids: list[int]
    groups: tuple[Group, ...]


def plain(word: str) -> str:
    """Small letters, Latin ones without accents, as the search keeps them."""
    parts = ((c, unicodedata.normalize("NFD", c)[0]) for c in word.lower())
    kept = "".join(bare if bare.isascii() else c for c, bare in parts)
    return "".join(c for c in kept if not unicodedata.combining(c))


def variants(word: str, letters: Iterable[str]) -> list[str]:
    """Everything one slip away from a word."""
    cuts = [(word[:n], word[n:]) for n in range(len(word) + 1)]
    found = {head + tail[1:] for head, tail in cuts if tail}
    found |= {head + tail[1] + tail[0] + tail[2:] for head, tail in cuts if len(tail) > 1}
    for letter in letters:
        found |= {head + letter + tail for head, tail in cuts}
        found |= {head + letter + tail[1:] for head, tail in cuts if tail}
    return sorted(one for one in found - {word} if len(one) > 1 and not _MARK.match(one))


class Slips:
    """``search`` asks the directory; words are remembered until ``version`` says that something
    was written."""

    def __init__(self) -> None:
        self._version: object = None
        self._near: dict[tuple[str, bool], Group] = {}

    def repair(
        self, connection: Connection, words: Sequence[str], search: Search, version: object
    ) -> Repaired | None:
        """What may have been meant by words that find nothing together; None when it is not
        clear."""
        if version != self._version:
            self._version = version
            self._near.clear()
        typed = [plain(w) for w in words if len(w) > 1][:MOST_WORDS]
        least = ALONE if len(typed) == 1 else TOGETHER
        there = [_exists(connection, word) for word in typed]
        if not all(there):
            groups = [
                (word,) if known else self._around(connection, word, least, n == len(typed) - 1)
                for n, (word, known) in enumerate(zip(typed, there, strict=True))
            ]
            return _try(groups, search) or self._joined(connection, typed, search)
        # each is a word of the directory, so one of them was another one's slip
        return self._one_of(connection, typed, search) or self._joined(connection, typed, search)

    def _one_of(
        self, connection: Connection, typed: Sequence[str], search: Search
    ) -> Repaired | None:
        least = ALONE if len(typed) == 1 else TOGETHER
        for at in sorted(range(len(typed)), key=lambda n: -len(typed[n])):
            near = self._around(connection, typed[at], least, at == len(typed) - 1)
            groups = [near if n == at else (word,) for n, word in enumerate(typed)]
            found = _try(groups, search)
            if found:
                return found
        return None

    def _joined(
        self, connection: Connection, typed: Sequence[str], search: Search
    ) -> Repaired | None:
        """A blank too many or too few."""
        for at, word in enumerate(typed):
            rest = [(one,) for one in typed]
            for cut in range(2, len(word) - 1):
                halves = word[:cut], word[cut:]
                if all(_exists(connection, half, whole=True) for half in halves):
                    split = [*rest[:at], (halves[0],), (halves[1],), *rest[at + 1 :]]
                    if found := _try(split, search):
                        return found
            if at and _exists(connection, typed[at - 1] + word):
                both = [*rest[: at - 1], (typed[at - 1] + word,), *rest[at + 1 :]]
                if found := _try(both, search):
                    return found
        return None

    def _around(self, connection: Connection, word: str, least: int, last: bool) -> Group:
        """Words of the directory one slip away; of the last word typed also how they begin."""
        if not least <= len(word) <= LONGEST:
            return ()
        known = self._near.get((word, last))
        if known is None:
            near = variants(word, alphabet(word))
            known = _there(connection, near, whole=True)
            if last and len(word) > ALONE:
                known = tuple(dict.fromkeys((*known, *_there(connection, near, whole=False))))
            self._near[(word, last)] = known
        return known


def alphabet(word: str) -> str:
    """Letters that may have been meant: Latin ones, or those that stand beside the letters typed
    in the list of all scripts."""
    letters = dict.fromkeys(ALPHABET if any(c.isascii() for c in word) else "")
    if any(c.isdecimal() for c in word):
        letters |= dict.fromkeys("0123456789")
    for block in sorted({ord(c) & ~0x3F for c in word if not c.isascii()}):
        letters |= dict.fromkeys(plain(chr(n)) for n in range(block, block + 0x40))
    return "".join(one for one in letters if len(one) == 1 and one.isalnum())[:MOST_LETTERS]


def _try(groups: Sequence[Group], search: Search) -> Repaired | None:
    ids = search(groups) if all(groups) else []
    return Repaired(ids, tuple(groups)) if ids else None


def _exists(connection: Connection, word: str, *, whole: bool = False) -> bool:
    return bool(_there(connection, [word], whole=whole))


def _there(connection: Connection, words: Sequence[str], *, whole: bool) -> Group:
    connection.execute(_VOCABULARY)
    same = "term = value" if whole else "term >= value AND term < value || char(1114111)"
    rows = connection.execute(
        "SELECT value FROM json_each(?) WHERE EXISTS"
        f" (SELECT 1 FROM temp.service_words WHERE {same} LIMIT 1)",
        (json.dumps(list(words)),),
    )
    return tuple(str(row[0]) for row in rows)


def said(groups: Sequence[Group], text: str) -> str:
    """The words of ``groups`` that stand in ``text``, with blanks between."""
    tokens = re.findall(r"\w+", plain(text))
    return " ".join(
        next((w for w in group if any(t.startswith(w) for t in tokens)), group[0])
        for group in groups
    )
