"""What a help page is made of. The words are lazy: they are translated when they are shown."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from peerdesk.core.text import Text


@dataclass(frozen=True)
class Point:
    """One thing that is said: ``words``, with a ``title`` above when there is one."""

    words: Text
    title: Text | None = None


@dataclass(frozen=True)
class Tick:
    """Something to tick by hand on paper."""

    words: Text


@dataclass(frozen=True)
class Line:
    """A blank line to fill in by hand, with what belongs there before it."""

    words: Text


@dataclass(frozen=True)
class Key:
    """What a key does. ``keys`` is written as in ``QKeySequence`` ("Ctrl+K"), or as the key is
    called on the screen; ``also`` holds others that do the same. ``words`` may be a string that is
    translated already (a room's title)."""

    words: Text | str
    keys: str
    also: tuple[str, ...] = ()

    def all(self) -> tuple[str, ...]:
        """Every key that does it."""
        return (self.keys, *self.also)


Part = Point | Tick | Line | Key


@dataclass(frozen=True)
class Section:
    """Some parts under a heading. ``numbered`` points are steps; ``new_page`` begins a page of
    paper; ``kind`` is the tone of the card (plain, or clay for what needs care)."""

    title: Text | str
    parts: tuple[Part, ...]
    lead: Text | None = None
    numbered: bool = False
    new_page: bool = False
    kind: str = "plain"


@dataclass(frozen=True)
class Sheet:
    """A whole page: for the screen, and for paper with the same words."""

    title: Text
    lead: Text
    sections: tuple[Section, ...]

    def texts(self) -> Iterator[Text | str]:
        """Everything it says, in reading order."""
        yield self.title
        yield self.lead
        for section in self.sections:
            yield section.title
            if section.lead is not None:
                yield section.lead
            for part in section.parts:
                if isinstance(part, Point) and part.title is not None:
                    yield part.title
                yield part.words
