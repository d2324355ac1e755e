"""What was put right here on a listing that came with an import (``local_change``).

A cell is noted by its table, row and column. Opening times, languages, what to bring and addresses
are edited as a whole: they are noted as the set of rows that hang on one owner, under the column
``*``, with what they say as words. The import leaves what is noted alone until somebody decides
otherwise.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from peerdesk.core.ids import new_uid
from peerdesk.store.connection import Connection

WHOLE_SET = "*"


@dataclass(frozen=True)
class PartSet:
    """Rows of ``table`` that are edited as a whole. ``owner`` is the table they hang on and
    ``ref`` SQL for it, ``line`` SQL for what a row ``t`` says, ``which`` SQL for the rows that are
    meant, ``mine`` for those of the owner ``?1``; ``{at}`` stands for the schema."""

    table: str
    owner: str
    ref: str
    line: str
    mine: str
    which: str = "true"
    glue: str = "char(10)"

    def words(self, schema: str, only: str = "true") -> str:
        """SELECT of (owner, what its rows say), each row once, in an order of its own; ``only``
        is SQL for the rows ``t`` to look at."""
        return (
            f"SELECT owner, group_concat(line, {self.glue}) AS words FROM (SELECT DISTINCT"
            f" {self.of(schema)} AS owner, {self.line} AS line FROM {schema}.{self.table} AS t"
            f" WHERE {self.which} AND ({only}) ORDER BY 1, 2) WHERE line <> '' GROUP BY owner"
        )

    def of(self, schema: str) -> str:
        """SQL for the owner of the row ``t``."""
        return self.ref.format(at=schema, key="id" if schema == "main" else "uid")


@contextmanager
def gathered(
    connection: Connection, parts: PartSet, schema: str, only: str = "true"
) -> Iterator[str]:
    """The name of a temporary table with (owner, what its rows say), by owner: joined as it is,
    each owner would be looked for in all of them."""
    name = f"said_{schema}"
    kind = "INTEGER" if schema == "main" else "BLOB"
    connection.execute(f"CREATE TEMP TABLE {name} (owner {kind} PRIMARY KEY, words)")
    connection.execute(
        f"INSERT INTO temp.{name} SELECT owner, words FROM ({parts.words(schema, only)})"
        " WHERE owner IS NOT NULL"
    )
    yield f"temp.{name}"
    connection.execute(f"DROP TABLE temp.{name}")


_TIMES = (
    "trim(CASE WHEN t.freq IN ('', 'WEEKLY') THEN '' ELSE lower(t.freq) || ' ' END || t.byday"
    " || ' ' || t.opens_at || CASE t.closes_at WHEN '' THEN '' ELSE '-' || t.closes_at END"
    " || rtrim(' ' || t.description) || rtrim(' ' || t.notes))"
)
_ADDRESS = (
    "trim(t.address_1 || CASE t.address_2 WHEN '' THEN '' ELSE ', ' || t.address_2 END"
    " || CASE t.city WHEN '' THEN '' ELSE ', ' || t.city END"
    " || CASE t.postal_code WHEN '' THEN '' ELSE ', ' || t.postal_code END, ', ')"
)
SETS: dict[str, PartSet] = {
    "schedule": PartSet(
        "schedule",
        "service",
        "coalesce(t.service_id, (SELECT h.service_id FROM {at}.service_at_location AS h"
        " WHERE h.{key} = t.service_at_location_id))",
        _TIMES,
        "t.service_id = ?1 OR t.service_at_location_id IN"
        " (SELECT h.id FROM service_at_location AS h WHERE h.service_id = ?1)",
    ),
    "language": PartSet(
        "language", "service", "t.service_id", "t.name", "t.service_id = ?1", glue="', '"
    ),
    "required_document": PartSet(
        "required_document", "service", "t.service_id", "t.document", "t.service_id = ?1"
    ),
    "address": PartSet(
        "address",
        "location",
        "t.location_id",
        _ADDRESS,
        "t.location_id = ?1",
        "t.address_type = 'physical'",
    ),
}


def note_cell(
    connection: Connection, table: str, column: str, row: int, ours: object, now_ms: int
) -> None:
    """Before ``column`` of the row is set to ``ours`` inside an operation: note what its source
    said. A row written here has no source."""
    found = connection.execute(
        f"SELECT uid, batch_id, {column} FROM {table} WHERE id = ?", (row,)
    ).fetchone()
    if found is not None and found[1] is not None:
        _note(connection, table, column, found[0], _text(ours), _text(found[2]), now_ms)


@contextmanager
def noting_set(connection: Connection, table: str, owner: int, now_ms: int) -> Iterator[None]:
    """Around a change of the rows of ``SETS[table]`` that hang on ``owner``."""
    parts = SETS[table]
    found = connection.execute(
        f"SELECT uid, batch_id FROM {parts.owner} WHERE id = ?", (owner,)
    ).fetchone()
    before = _words(connection, parts, owner)
    yield
    if found is not None and found[1] is not None:
        after = _words(connection, parts, owner)
        if after != before:
            _note(connection, table, WHOLE_SET, found[0], after, before, now_ms)


def _words(connection: Connection, parts: PartSet, owner: int) -> str:
    row = connection.execute(parts.words("main", parts.mine), (owner,)).fetchone()
    return "" if row is None else str(row[1])


def _text(value: object) -> str:
    return "" if value is None else str(value)


def _note(
    connection: Connection,
    table: str,
    column: str,
    uid: bytes,
    ours: str,
    theirs: str,
    now_ms: int,
) -> None:
    key = (bytes(uid), table, column)
    connection.execute(
        "INSERT INTO local_change(uid, row_uid, table_name, column_name, ours, theirs, changed_at)"
        " VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT(row_uid, table_name, column_name) DO UPDATE SET"
        " ours = excluded.ours, changed_at = excluded.changed_at",
        (new_uid(now_ms), *key, ours, theirs, now_ms),
    )
    if column != WHOLE_SET:  # of a set the rows are ours, even where they say the same again
        connection.execute(
            "DELETE FROM local_change WHERE row_uid = ? AND table_name = ? AND column_name = ?"
            " AND ours = theirs",
            key,
        )


def changed_here(connection: Connection, service: int) -> list[tuple[str, str]]:
    """(table, column or ``*``) of what was put right here about a service, in a steady order."""
    rows = connection.execute(
        "SELECT c.table_name, c.column_name FROM local_change AS c JOIN ("
        "SELECT 'service' AS kind, uid FROM service WHERE id = ?1"
        " UNION SELECT 'schedule', uid FROM service WHERE id = ?1"
        " UNION SELECT 'language', uid FROM service WHERE id = ?1"
        " UNION SELECT 'required_document', uid FROM service WHERE id = ?1"
        " UNION SELECT 'phone', uid FROM phone WHERE service_id = ?1"
        " UNION SELECT k.column1, l.uid FROM (VALUES ('address'), ('location')) AS k,"
        " location AS l JOIN service_at_location AS h"
        " ON h.location_id = l.id WHERE h.service_id = ?1"
        ") AS r ON r.uid = c.row_uid AND r.kind = c.table_name"
        " WHERE c.ours <> c.theirs ORDER BY 1, 2",
        (service,),
    )
    return [(str(table), str(column)) for table, column in rows]
