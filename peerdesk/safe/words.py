"""Passwords of six words from the SLIP-39 list (1,024 words, the first four letters are unique)."""

from __future__ import annotations

import unicodedata
from bisect import bisect_left
from collections.abc import Sequence

SIX = 6
OWN_LENGTH = 15
PREFIX = 4


def word_list() -> Sequence[str]:
    """The 1,024 words in alphabetical order."""
    from shamir_mnemonic.wordlist import WORDLIST

    words: Sequence[str] = WORDLIST
    return words


def suggest() -> list[str]:
    """Six words drawn evenly, 60 bits."""
    import secrets

    words = word_list()
    return [secrets.choice(words) for _ in range(SIX)]


def complete(prefix: str) -> str | None:
    """The one list word that begins with ``prefix`` (in any case or width), else None."""
    start = _plain(prefix)
    words = word_list()
    at = bisect_left(words, start)
    here = [word for word in words[at : at + 2] if start and word.startswith(start)]
    return here[0] if len(here) == 1 else None


def whole_word(typed: str) -> str | None:
    """The list word meant by ``typed``: the word itself, or at least its first four letters."""
    return complete(typed) if len(_plain(typed)) >= PREFIX else None


def canonical(typed: str) -> str:
    """The password to derive from: six completed words joined by one blank, or the text as typed.

    "As typed" is NFKC; neither case nor blanks are touched then. Idempotent.
    """
    text = unicodedata.normalize("NFKC", typed)
    words = [whole_word(token) for token in text.split()]
    if len(words) == SIX and all(words):
        return " ".join(word for word in words if word)
    return text


def strength_ok(password: str) -> bool:
    """Six list words, or 15 characters or more of one's own; no other rule."""
    text = canonical(password)
    tokens = text.split()
    six = len(tokens) == SIX and all(whole_word(token) == token for token in tokens)
    return six or len(text.strip()) >= OWN_LENGTH


def _plain(token: str) -> str:
    return unicodedata.normalize("NFKC", token).casefold().strip()
