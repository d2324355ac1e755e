"""Team notes as pages see them: threads, what stands beneath them, who wrote."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Kind = Literal["", "meeting", "person"]


@dataclass(frozen=True)
class Author:
    """Who wrote. ``here`` while they can open this group; ``me`` for the one who is signed in."""

    uid: bytes
    name: str
    here: bool
    me: bool


@dataclass(frozen=True)
class TeamRow:
    """A thread in a list, by when it was begun. ``begins`` are the first words of the text,
    ``others`` the names of those who wrote beneath; ``about`` may be a person's name."""

    id: int
    uid: bytes
    title: str
    begins: str
    author: Author
    others: tuple[str, ...]
    created_at: int
    kind: Kind
    about: str
    snippet: str = ""


@dataclass(frozen=True)
class Written:
    """One note whole, or one view beneath it. Times are UTC milliseconds. ``alone``: it was
    written beneath a note that its author erased. ``replies`` stand in the order of writing."""

    uid: bytes
    author: Author
    title: str
    body: str
    created_at: int
    changed_at: int
    kind: Kind
    belongs_to: bytes | None
    about: str
    archived: bool
    alone: bool
    replies: tuple[Written, ...] = ()


@dataclass(frozen=True)
class Filters:
    """What threads can be narrowed to: authors by name, meetings newest first, people by name;
    the last two as (uid, words)."""

    authors: tuple[Author, ...]
    meetings: tuple[tuple[bytes, str], ...]
    people: tuple[tuple[bytes, str], ...]
