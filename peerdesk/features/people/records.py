"""What the People service hands out: small frozen records, and how names and phones are read."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import Literal

from peerdesk.features.people.words import PREFER_NOT, Field

Sort = Literal["name", "role", "last"]
Answer = Literal["yes", "no", ""]

AWAY_FROM = 3
"""From so many meetings in a row on, the list says how often somebody was away."""
DIGITS_FROM = 3
"""Fewer digits than this are not looked for in phone numbers."""


@dataclass(frozen=True)
class Tag:
    """A few words beside a person in the list.

    ``away``: ``n`` meetings in a row; ``first``: the first time will be ``day``; ``need``: the
    person's own ``words``; ``code`` and ``archived`` say all by themselves.
    """

    kind: Literal["away", "first", "code", "need", "archived"]
    n: int = 0
    day: str = ""
    words: str = ""


@dataclass(frozen=True)
class Row:
    """A person in the list. ``last`` is ``YYYY-MM-DD``, "" when never here."""

    id: int
    uid: bytes
    name: str
    role: str
    last: str
    tag: Tag | None
    archived: bool


@dataclass(frozen=True)
class Visit:
    """A meeting somebody took part in: ``day`` ``YYYY-MM-DD``, ``way`` one of ``HERE``."""

    day: str
    way: str
    meeting: bytes


@dataclass(frozen=True)
class Agreed:
    """The answer to one purpose and when it was given (UTC milliseconds)."""

    purpose: str
    answer: Answer
    at: int


@dataclass(frozen=True)
class Detail:
    """All that is kept about a person. ``here_on``: the newest visits; ``times``: all of them."""

    id: int
    uid: bytes
    values: dict[Field, str]
    agreed: tuple[Agreed, ...]
    here_on: tuple[Visit, ...]
    times: int
    changed_at: int
    archived: bool

    def __getitem__(self, field: Field) -> str:
        return self.values[field]


@dataclass(frozen=True)
class Found:
    """A person found by what somebody typed."""

    uid: bytes
    name: str
    role: str
    archived: bool


def fold(name: str) -> str:
    """A name for sorting: no difference between cases and accents, so Élodie stands by Ellen."""
    if name.isascii():
        return name.casefold()
    plain = unicodedata.normalize("NFKD", name.casefold())
    return "".join(c for c in plain if not unicodedata.combining(c))


def digits(phone: str) -> str:
    """The digits of a phone number, of any script, as 0–9."""
    return "".join(str(unicodedata.digit(c)) for c in phone if c.isdigit())


def number_in(typed: str) -> str:
    """The digits to look for in phones, without the zeros that "+44 …" leaves out."""
    found = digits(typed).lstrip("0")
    return found if len(found) >= DIGITS_FROM else ""


def tag_of(archived: bool, last: str, away: int, coming: str, code: str, need: str) -> Tag | None:
    """The one tag of a row: what matters most comes first."""
    if archived:
        return Tag("archived")
    if coming and not last:
        return Tag("first", day=coming[:10])
    if away >= AWAY_FROM:
        return Tag("away", n=away)
    if code:
        return Tag("code")
    first = re.split(r"[,;\n.]", need, maxsplit=1)[0].strip()
    if first and first != PREFER_NOT:
        return Tag("need", words=first)
    return None
