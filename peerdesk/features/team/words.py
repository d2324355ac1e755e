"""What team notes show while names are closed, and when something was written."""

from __future__ import annotations

import re

from PySide6.QtCore import QCoreApplication

from peerdesk.core.clock import Clock
from peerdesk.features.team.records import Author, Kind
from peerdesk.ui import dates
from peerdesk.ui.names import NamesCurtain, initials

HEADING, POINT = "# ", "- "
_WORD = re.compile(r"\w+")


def masked(title: str, names: NamesCurtain, known: frozenset[str]) -> str:
    """A title with the names that are ``known`` here (words in lower case) as initials, while
    names are closed."""
    if names.is_open():
        return title
    return _WORD.sub(lambda m: initials(m[0]) if m[0].casefold() in known else m[0], title)


def author_words(author: Author, names: NamesCurtain) -> str:
    """ "Maria", "M.", or "Tom, no longer here"."""
    name = names.shown(author.name)
    if author.here:
        return name
    words = QCoreApplication.translate("Team", "{name}, no longer here")
    return words.format(name=name or QCoreApplication.translate("Team", "A facilitator"))


def about_words(kind: Kind, about: str, names: NamesCurtain) -> str:
    """ "meeting of 24 Nov", "about Ana", or "" for a note that belongs to nothing."""
    if kind != "person":
        return about
    words = QCoreApplication.translate("Team", "about {name}")
    return words.format(name=names.shown(about))


def when(ms: int, clock: Clock) -> str:
    """ "Today 20:21", "Yesterday 20:21", "19 Nov, 20:21"."""
    at, now = clock.local(ms), clock.now()
    words = dates.day_and_clock(at, now)
    if words != dates.day_near(at.date(), now.date()):
        return words
    both = QCoreApplication.translate("Team", "{day}, {time}")
    return both.format(day=words, time=dates.clock(at))


def parts(body: str) -> list[tuple[str, bool]]:
    """A text with simple marks in the pieces a Paragraph takes: headings strong, points with a
    bullet."""
    made: list[tuple[str, bool]] = []
    for number, line in enumerate(body.split("\n")):
        if number:
            made.append(("\n", False))
        if line.startswith(HEADING):
            made.append((line.removeprefix(HEADING), True))
        elif line.startswith(POINT):
            made.append(("• " + line.removeprefix(POINT), False))
        else:
            made.append((line, False))
    return made
