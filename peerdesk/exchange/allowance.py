"""How many rows a package may bring for its size.

A directory of services has names, descriptions and addresses in it. A file that is nothing but
the shortest rows that can be written would keep the computer busy for long, however small it is;
so work is counted, and a package that asks for far more of it than a directory of its size ever
does is refused.
"""

from __future__ import annotations

from peerdesk.core.errors import KnownError
from peerdesk.core.text import translate
from peerdesk.exchange.package import refuse

SIZE = 1024 * 1024
# Of work, for a package of up to a MiB on the disk, and for each further MiB so much more. A whole
# directory of 4,000 services with all that belongs to them is 41,000, and a zip of it has 2 MiB.
WORK = 100_000
MORE = 3 * WORK
# a service is searched for and sorted into categories, and may bring an organization of its own
SERVICE = 4
ROW = 1
# letters that may stand beside the services to be found, for each byte of the package
WORDS = 6


class Allowance:
    """``stored``: bytes of the package as it lies on the disk; ``packed``: unpacked it has more."""

    def __init__(self, source: str, stored: int, packed: bool) -> None:
        self._source, self._packed = source, packed
        self._size = max(stored, SIZE)
        self.whole = self.left = WORK + MORE * (self._size - SIZE) // SIZE

    def spend(self, work: int) -> None:
        """Raises KnownError when there have been too many rows."""
        self.left -= work
        if self.left < 0:
            if self._packed:
                words = translate(
                    "Import",
                    "{file} has very many rows for its size, and next to nothing in each. A "
                    "directory of services does not look like that, so it was not brought in. "
                    "Nothing was changed. Ask where it comes from. If you trust it, unpack it and "
                    "choose the folder.",
                )
            else:
                words = translate(
                    "Import",
                    "{file} has very many rows for its size, and next to nothing in each. A "
                    "directory of services does not look like that, so it was not brought in. "
                    "Nothing was changed. Ask where it comes from.",
                )
            raise refuse(words.format(file=self._source))

    def cross(self, work: int) -> None:
        """Raises KnownError when the services and what is said of their places, each with each,
        are too many."""
        if work > self.whole:
            raise self._crowded()

    def words(self, letters: int) -> None:
        """Raises KnownError when the names of organizations, places and terms stand beside so
        many services that the search would be made of nothing else."""
        if letters > WORDS * self._size:
            raise self._crowded()

    def _crowded(self) -> KnownError:
        return refuse(
            translate(
                "Import",
                "In {file} very many services share the same places, and very much is written "
                "about these. A directory of services does not look like that, so it was not "
                "brought in. Nothing was changed. Ask where it comes from.",
            ).format(file=self._source)
        )


def weight(table: str) -> int:
    """The work that a row of a table is."""
    return SERVICE if table == "service" else ROW
