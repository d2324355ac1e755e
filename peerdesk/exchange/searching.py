"""What becomes of the search while an import goes in or is taken back."""

from __future__ import annotations

from peerdesk.store import search
from peerdesk.store.connection import Connection
from peerdesk.store.directory import SEARCH_TABLES

# one service in so many: from then on row by row takes longer
MUCH = 4


class Searching:
    """Where much changes, building the search anew is faster than feeding it row by row: a context,
    which hears of it from whoever changes rows. One that finds all as it was leaves the search
    alone. ``touched``: services that it may be about."""

    def __init__(self, connection: Connection, touched: int) -> None:
        self._connection, self._touched = connection, touched
        self._dropped = self.changing = False

    def change(self) -> None:
        """To be called before a service changes, and when anything else does."""
        if self.changing:
            return
        self.changing = True
        total = self._connection.execute("SELECT count(*) FROM main.service").fetchone()[0]
        if self._touched * MUCH > total or any(
            search.outgrown(self._connection, table) for table in SEARCH_TABLES
        ):
            self._dropped = True
            search.drop(self._connection, SEARCH_TABLES)

    def __enter__(self) -> Searching:
        return self

    def __exit__(self, kind: object, _error: object, _where: object) -> None:
        if self._dropped and kind is None:
            search.build(self._connection, SEARCH_TABLES)
