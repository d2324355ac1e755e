"""The staging file: a package made clean and whole, before the shelf is touched.

It lies in a temp folder of its own and goes with it (the directory is public). Rows carry uids;
references are the uid of what they point to. Only columns that the package has are filled.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2 as sqlcipher

from peerdesk.exchange.hsds_shape import NUMBERS, SHAPES
from peerdesk.store.connection import Connection


class Staging:
    """``filled`` says which columns of which table hold something; ``finish`` before anyone else
    reads the file."""

    def __init__(self, path: Path) -> None:
        self.filled: dict[str, dict[str, None]] = {table: {} for table in SHAPES}
        self._db: Connection = sqlcipher.connect(str(path), isolation_level=None)
        self._db.execute("PRAGMA journal_mode = OFF")
        self._db.execute("PRAGMA synchronous = OFF")
        self._db.execute("PRAGMA page_size = 32768")  # it is written once and read once
        self._db.execute("BEGIN")
        for table, shape in SHAPES.items():
            texts = [c if c in NUMBERS else f"{c} DEFAULT ''" for c in shape.columns]
            self._db.execute(f"CREATE TABLE {table} ({', '.join(['uid', *shape.refs, *texts])})")

    def add(self, table: str, uids: Sequence[bytes], columns: Mapping[str, list[Any]]) -> None:
        """Rows by their columns; every list is as long as ``uids``."""
        self.filled[table].update(dict.fromkeys(columns))
        refs = SHAPES[table].refs
        values = [_bound(v) if c in refs else v for c, v in columns.items()]
        marks = ", ".join("?" * (len(columns) + 1))
        self._db.executemany(
            f"INSERT INTO {table} ({', '.join(['uid', *columns])}) VALUES ({marks})",
            zip(map(bytearray, uids), *values, strict=True),
        )

    def finish(self) -> None:
        """Write what is left."""
        self._db.execute("COMMIT")

    def close(self) -> None:
        """Close the file; what was not finished is lost with it."""
        self._db.close()


def _bound(uids: list[bytes | None]) -> list[bytearray | None]:
    """The driver asks its adapters about each bytes object, which costs five times the rest of
    the insert; it takes a bytearray as it is."""
    return [None if uid is None else bytearray(uid) for uid in uids]
