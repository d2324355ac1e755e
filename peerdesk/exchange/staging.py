"""The staging file: a package made clean and whole, before the shelf is touched.

It lies in a temp folder of its own and goes with it (the directory is public). Rows carry uids;
references are the uid of what they point to.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from sqlcipher3 import dbapi2 as sqlcipher

from peerdesk.exchange.hsds_shape import SHAPES
from peerdesk.store.connection import Connection

BATCH = 2_000


class Staging:
    """Rows are gathered and written in batches; ``finish`` before anyone else reads the file."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._rows: dict[str, list[Sequence[object]]] = {table: [] for table in SHAPES}
        self._db: Connection = sqlcipher.connect(str(path), isolation_level=None)
        self._db.execute("PRAGMA journal_mode = OFF")
        self._db.execute("PRAGMA synchronous = OFF")
        self._db.execute("BEGIN")
        self._insert: dict[str, str] = {}
        for table, shape in SHAPES.items():
            columns = ("uid", *shape.refs, *shape.columns)
            self._db.execute(f"CREATE TABLE {table} ({', '.join(columns)})")
            marks = ", ".join("?" * len(columns))
            self._insert[table] = f"INSERT INTO {table} VALUES ({marks})"

    def add(self, table: str, row: Sequence[object]) -> None:
        """One row: uid, references, columns, in the order of the table's shape."""
        rows = self._rows[table]
        rows.append(row)
        if len(rows) >= BATCH:
            self._flush(table)

    def _flush(self, table: str) -> None:
        rows = self._rows[table]
        self._db.executemany(self._insert[table], rows)
        rows.clear()

    def finish(self) -> None:
        """Write what is left."""
        for table in SHAPES:
            self._flush(table)
        self._db.execute("COMMIT")

    def close(self) -> None:
        """Close the file; what was not finished is lost with it."""
        self._db.close()
