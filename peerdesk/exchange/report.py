"""What an import found: counts, and a plain sentence for every row that did not come in."""

from __future__ import annotations

from dataclasses import dataclass, field

from peerdesk.core.text import Text

LISTED = 1_000


@dataclass(frozen=True)
class Problem:
    """Something about a row, in plain words. ``row`` counts as a spreadsheet does (0: the whole
    file); ``left_out``: the row did not come in."""

    file: str
    row: int
    text: Text
    left_out: bool = True


@dataclass
class Found:
    """What reading a package came to. ``problems`` lists the first thousand; counts hold all.

    ``not_kept``: files of the package that PeerDesk has no use for."""

    services: int = 0
    left_out: int = 0
    noted: int = 0
    problems: list[Problem] = field(default_factory=list)
    not_kept: list[str] = field(default_factory=list)

    def add(self, problem: Problem) -> None:
        """Count a problem and, while there is room, list it."""
        if problem.left_out:
            self.left_out += 1
        else:
            self.noted += 1
        if len(self.problems) < LISTED:
            self.problems.append(problem)
