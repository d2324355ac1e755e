"""Cells of a package that have no column of ours: kept as they are, and exported again.

A directory may have columns of its own, and may point to things that are not in the package.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Collection, Mapping, Sequence
from itertools import islice

from peerdesk.exchange.allowance import Allowance
from peerdesk.exchange.hsds_shape import AS_PUBLISHED, Shape
from peerdesk.exchange.tables import heading

PAYMENTS = "payments_accepted"
LONGEST = 80
MOST, FAR = 300, 2_000  # columns that are kept, and how far they are looked for
CELLS = 4  # kept cells that are as much work as one row
_UNFIT = re.compile(r"[,;|\t\"'\r\n]+")


def key_of(cell: str, at: int) -> str:
    """A heading as the key of what stands beneath it: it may be a heading again."""
    return heading(_UNFIT.sub(" ", cell)[:LONGEST]) or f"column_{at + 1}"


class Besides:
    """For one file: ``used`` are the columns that are ours, ``refs`` those that point to others.
    ``too_many``: there are more columns than are kept."""

    def __init__(
        self,
        shape: Shape,
        headings: Sequence[str],
        used: Collection[int],
        refs: Mapping[str, int],
        allowance: Allowance,
    ) -> None:
        self._refs, self._allowance = refs, allowance
        own = shape.own + AS_PUBLISHED
        ours = {headings[at] for at in used}
        others = [at for at, cell in enumerate(islice(headings, FAR)) if at not in used]
        self.too_many = len(headings) - len(used) > MOST
        found: dict[str, int] = {}
        for at in others[:MOST]:
            key = key_of(headings[at], at)
            if key in found or headings[at] in ours:
                key = f"{key}_{at + 1}"
            found[key] = at
        # those that we put there come last, as they would if they were put there now
        order = sorted(found, key=lambda k: (k.endswith(AS_PUBLISHED), k == own, k))
        self._others = [(key, found[key]) for key in order]

    def of(
        self,
        columns: Mapping[str, Sequence[object]],
        cells: Sequence[Sequence[str]],
        raws: Sequence[str],
        more: Callable[[str], str] | None,
    ) -> list[str] | None:
        """For each row a JSON object of its other cells, or blank; None when no row has any.
        ``more`` tells what a small table says of the row with such an id."""
        found: dict[int, dict[str, str]] = {}
        if more is not None:
            for at, words in enumerate(map(more, raws)):
                if words:
                    found[at] = {PAYMENTS: words}
        for key, place in self._others:
            if any(cells[place]):
                for at, cell in enumerate(cells[place]):
                    if cell:
                        found.setdefault(at, {})[key] = cell
        for column, place in self._refs.items():
            targets = columns[column]
            if not all(targets) and _full(targets) != _full(cells[place]):
                for at, (target, cell) in enumerate(zip(targets, cells[place], strict=True)):
                    if cell and target is None:
                        found.setdefault(at, {})[column + AS_PUBLISHED] = cell
        if not found:
            return None
        self._allowance.spend(sum(map(len, found.values())) // CELLS)
        made = [""] * len(cells[0])
        for at, row in found.items():
            made[at] = json.dumps(row, ensure_ascii=False, separators=(",", ":"))
        return made


def _full(column: Sequence[object]) -> int:
    """How many cells are not empty."""
    return len([*filter(None, column)])
