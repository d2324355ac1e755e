"""The simple marks a note may hold, between plain text as kept and lines as shown.

Kept: ``# words`` is a heading, ``- words`` a point of a list. Shown: a bold line, ``• words``.
"""

from __future__ import annotations

from dataclasses import dataclass

HEADING = "# "
POINT = "- "
BULLET = "• "


@dataclass(frozen=True)
class Line:
    """One line as shown."""

    text: str
    heading: bool = False


def lines(body: str) -> list[Line]:
    """The lines of ``body`` (plain text, ``\\n``) as they are shown; always at least one.

    A whole line between two pairs of stars, as people type bold elsewhere, is a heading too.
    """
    return [_shown(line) for line in body.split("\n")]


def _shown(line: str) -> Line:
    if line.startswith(HEADING):
        return Line(line[len(HEADING) :], heading=True)
    bare = line.strip()
    if len(bare) > 4 and bare.startswith("**") and bare.endswith("**"):
        return Line(bare[2:-2], heading=True)
    if line.startswith((POINT, "* ")):
        return Line(BULLET + line[len(POINT) :])
    return Line(line)


def body(shown: list[Line]) -> str:
    """Plain text to keep, from lines as they are shown."""
    return "\n".join(_kept(line) for line in shown)


def _kept(line: Line) -> str:
    if line.heading:
        return HEADING + line.text if line.text else ""
    if line.text.startswith(BULLET):
        return POINT + line.text[len(BULLET) :]
    return line.text


def first_words(text: str) -> str:
    """The first line that says something, without its mark; "" when there is none."""
    return next(
        (bare for line in lines(text) if (bare := line.text.removeprefix(BULLET).strip())), ""
    )
