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
    apart = unicodedata.normalize("NFKD", _one_form(words).casefold())
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
    there = words_of(text)
    known, joined = _with_short(there), " ".join(there)
    return list(dict.fromkeys(n for n in names if any(_in(f, known, joined) for f in _forms(n))))


def left_out(text: str, names: Iterable[str], instead: str) -> str:
    """``text`` with ``instead`` for every word of ``names`` that stands in it, once for several in
    a row; what is left holds none of them for :func:`standing_in`."""
    wanted = {form for name in names for form in _forms(name)}
    kept: list[str] = []
    for part in _parts(text):
        words = words_of(part)
        known, joined = _with_short(words), " ".join(words)
        if not any(_in(form, known, joined) for form in wanted):
            kept.append(part)
        elif len(kept) > 1 and kept[-2] == instead and not kept[-1].strip(" \u00a0-"):
            kept.pop()
        else:
            kept.append(instead)
    return "".join(kept)


def _parts(text: str) -> list[str]:
    """``text`` cut into words and what stands between them."""
    parts: list[str] = []
    was = None
    for letter in text:
        is_word = any(unicodedata.category(c)[0] in "LMN" for c in _one_form(letter))
        if is_word == was:
            parts[-1] += letter
        else:
            parts.append(letter)
        was = is_word
    return parts


def _one_form(text: str) -> str:
    return unicodedata.normalize("NFKC", text)


def _forms(name: str) -> list[str]:
    spelt_out = _one_form(name).casefold().translate(_SPELT_OUT)
    forms = [*words_of(name), *words_of(spelt_out)]
    return [form for form in forms if len(form) > 1 or _unbroken(form)]


def _unbroken(word: str) -> bool:
    return any(unicodedata.name(c, "").startswith(_UNBROKEN) for c in word)


def _with_short(words: list[str]) -> set[str]:
    """The words, and "ana" for "anas"."""
    return {*words, *(w[:-1] for w in words if len(w) > 3 and w.endswith("s"))}


def _in(form: str, words: set[str], joined: str) -> bool:
    return form in words or (len(form) > 1 and form in joined and _unbroken(form))
