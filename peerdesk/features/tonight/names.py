"""Names as people type them: found by their words, whatever the case and the accents."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

# Letters that Unicode does not take apart into a letter and a mark.
_PLAIN = str.maketrans(
    {"ı": "i", "ł": "l", "ø": "o", "đ": "d", "ð": "d", "ħ": "h", "æ": "ae", "œ": "oe", "þ": "th"}
)
_SPELT_OUT = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "å": "aa", "ø": "oe"})
# Scripts that put no blank between words, or endings right behind a name.
_UNBROKEN = (
    "CJK ",
    "HIRAGANA",
    "KATAKANA",
    "HANGUL",
    "THAI ",
    "LAO ",
    "KHMER",
    "MYANMAR",
    "TIBETAN",
)


def fold(words: str) -> str:
    """``words`` without differences of case, accents and forms of the same letter."""
    if words.isascii():
        return words.casefold()
    apart = unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", words).casefold())
    return "".join(c for c in apart if not unicodedata.combining(c)).translate(_PLAIN)


def words_of(text: str) -> list[str]:
    """The folded words of a text; a word is letters, their marks and digits."""
    return "".join(c if unicodedata.category(c)[0] in "LMN" else " " for c in fold(text)).split()


def plain(text: str) -> str:
    """A name or code for comparing: its words in order, nothing between them counts."""
    return " ".join(words_of(text))


def standing_in(text: str, names: Iterable[str]) -> list[str]:
    """The ``names`` of which a word stands in ``text``, each once and in their order.

    Whole words only, but "Ana's" and "Anas" hold Ana, and where words stand without blanks a name
    may be anywhere. Short names that are also words ("May") are found too: asking once more
    costs less than a name that stays. A lone letter is an initial and no name.
    """
    there = set(words_of(text))
    there |= {word[:-1] for word in there if len(word) > 3 and word.endswith("s")}
    whole = fold(text)
    return list(dict.fromkeys(n for n in names if any(_in(w, there, whole) for w in _forms(n))))


def _forms(name: str) -> list[str]:
    composed = unicodedata.normalize("NFKC", name).casefold()
    return [*words_of(name), *words_of(composed.translate(_SPELT_OUT))]


def _in(word: str, there: set[str], whole: str) -> bool:
    unbroken = any(unicodedata.name(c, "").startswith(_UNBROKEN) for c in word)
    if len(word) < 2 and not unbroken:
        return False
    return word in there or (unbroken and len(word) > 1 and word in whole)
