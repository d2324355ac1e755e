"""How rows were before an import changed them, kept as JSON beside the batch (``import_before``),
and taking the import back, after a restart as well."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from peerdesk.core.errors import KnownError
from peerdesk.core.ids import new_uid
from peerdesk.core.text import translate
from peerdesk.exchange.hsds_shape import KEPT_BY_HAND, SHAPES, Shape
from peerdesk.exchange.merging import taken_back
from peerdesk.exchange.row_sql import columns_of
from peerdesk.exchange.same import taken_back as apart_again
from peerdesk.exchange.searching import Searching
from peerdesk.store.connection import Connection
from peerdesk.store.directory import refresh

Step = Callable[[], None]
REMEMBERED = 5
"""So many imports are remembered well enough to be taken back."""


@contextmanager
def transaction(connection: Connection) -> Iterator[None]:
    """All or nothing."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        connection.rollback()  # does nothing when the disk was full and it is ended already
        raise


def _image(shape: Shape) -> str:
    """The JSON object of a row: every column an import may write."""
    columns = ("id", "batch_id", *shape.refs, *columns_of(shape))
    pairs = ", ".join(f"'{c}', t.{c}" for c in columns)
    return f"json_object('uid', hex(t.uid), {pairs}{_ours(shape)})"


def _ours(shape: Shape) -> str:
    extra = sorted(c for table, c in KEPT_BY_HAND if table == shape.table)
    return "".join(f", '{c}', t.{c}" for c in extra)


def remember(
    connection: Connection, searching: Searching, batch_id: int, table: str, kind: str
) -> int:
    """Keep how the rows in ``temp.differing`` are now, before they change; returns how many there
    are."""
    shape = SHAPES[table]
    count = int(connection.execute("SELECT count(id) FROM temp.differing").fetchone()[0])
    if count:
        searching.change()
        connection.execute(
            "INSERT INTO import_before(uid, batch_id, table_name, kind, image)"
            f" SELECT ?, ?, ?, ?, json_group_array({_image(shape)})"
            f" FROM main.{table} AS t WHERE t.id IN (SELECT id FROM temp.differing)",
            (new_uid(), batch_id, table, kind),
        )
    return count


def undoable(connection: Connection) -> int | None:
    """The import that can be taken back: the newest one that was not, while it is remembered."""
    row = connection.execute(
        "SELECT max(id) FROM import_batch WHERE undone_at IS NULL AND id IN"
        " (SELECT id FROM import_batch ORDER BY id DESC LIMIT ?)",
        (REMEMBERED,),
    ).fetchone()
    return None if row[0] is None else int(row[0])


def undo(connection: Connection, batch_id: int, now_ms: int, step: Step) -> None:
    """Take an import back: rows it brought go, rows it changed or removed are as they were.

    Raises KnownError unless it is the newest import. A service written here under an
    organization that came in keeps that organization.
    """
    with transaction(connection):
        if undoable(connection) != batch_id:
            raise KnownError(
                translate(
                    "Import",
                    "This import cannot be taken back now. Only the newest one can, and only while "
                    "PeerDesk remembers what was there before. Nothing was changed.",
                )
            )
        connection.execute("PRAGMA defer_foreign_keys = ON")
        touched = connection.execute(_TOUCHED.format(what="count(DISTINCT id)"), _all(batch_id))
        brought = "SELECT count(*) FROM service WHERE batch_id = ?"
        much = touched.fetchone()[0] + connection.execute(brought, (batch_id,)).fetchone()[0]
        with Searching(connection, much) as searching:
            searching.change()
            connection.execute(f"CREATE TEMP TABLE grown AS {_GROWN}", {"batch": batch_id})
            for shape in reversed(SHAPES.values()):
                used = "SELECT organization_id FROM service"
                keep = f" AND id NOT IN ({used})" if shape.table == "organization" else ""
                connection.execute(
                    f"DELETE FROM {shape.table} WHERE batch_id = ?{keep}", (batch_id,)
                )
                step()
            for shape in SHAPES.values():
                _restore(connection, shape, batch_id)
                step()
            # a service that had been moved to an organization of the import is back at its own
            connection.execute(
                "DELETE FROM organization WHERE batch_id = ?"
                " AND id NOT IN (SELECT organization_id FROM service)",
                (batch_id,),
            )
            connection.execute(
                "UPDATE organization SET batch_id = NULL WHERE batch_id = ?", (batch_id,)
            )
            taken_back(connection, batch_id)
            apart_again(connection, batch_id)
            ids = _TOUCHED.format(what="id")
            ids = f"s.id IN ({ids}) OR s.id IN (SELECT service_id FROM temp.grown)"
            refresh(connection, ids, *_all(batch_id))
            connection.execute("DROP TABLE temp.grown")
        connection.execute("DELETE FROM import_before WHERE batch_id = ?", (batch_id,))
        connection.execute("UPDATE import_batch SET undone_at = ? WHERE id = ?", (now_ms, batch_id))


# services that an import changed, or whose parts it changed or removed
# CROSS: read each image once, and not once for each service
_TOUCHED = """
SELECT {what} FROM (
  SELECT json_extract(j.value, CASE b.table_name WHEN 'service' THEN '$.id' ELSE '$.service_id' END)
    AS id FROM import_before AS b, json_each(b.image) AS j WHERE b.batch_id = ?
  UNION SELECT sal.service_id FROM import_before AS b CROSS JOIN json_each(b.image) AS j
    CROSS JOIN service_at_location AS sal ON sal.location_id = json_extract(j.value,
      CASE b.table_name WHEN 'location' THEN '$.id' ELSE '$.location_id' END)
    WHERE b.batch_id = ?
  UNION SELECT s.id FROM import_before AS b CROSS JOIN json_each(b.image) AS j
    CROSS JOIN service AS s ON s.organization_id = json_extract(j.value, '$.id')
    WHERE b.batch_id = ? AND b.table_name = 'organization'
) WHERE id IS NOT NULL
"""


# services that were here before and that an import brought something for
_GROWN = """
WITH there AS (SELECT service_id, location_id, batch_id FROM service_at_location)
SELECT service_id FROM (
  SELECT service_id FROM there WHERE batch_id = :batch
  UNION SELECT service_id FROM service_taxonomy WHERE batch_id = :batch
  UNION SELECT service_id FROM language WHERE batch_id = :batch
  UNION SELECT t.service_id FROM there AS t JOIN address AS a ON a.location_id = t.location_id
    WHERE a.batch_id = :batch
  UNION SELECT t.service_id FROM there AS t JOIN language AS a ON a.location_id = t.location_id
    WHERE a.batch_id = :batch
) WHERE service_id IN (SELECT id FROM service WHERE batch_id IS NOT :batch)
"""


def _all(batch_id: int) -> tuple[int, int, int]:
    return batch_id, batch_id, batch_id


def _restore(connection: Connection, shape: Shape, batch_id: int) -> None:
    table = shape.table
    columns = (*shape.refs, *columns_of(shape))
    source = (
        "FROM import_before AS b, json_each(b.image) AS j"
        f" WHERE b.batch_id = ? AND b.table_name = '{table}' AND b.kind = "
    )
    sets = ", ".join(f"{c} = json_extract(w.v, '$.{c}')" for c in columns)
    connection.execute(
        f"UPDATE {table} AS t SET {sets} FROM (SELECT j.value AS v {source}'changed') AS w"
        " WHERE t.id = json_extract(w.v, '$.id') AND t.uid = unhex(json_extract(w.v, '$.uid'))",
        (batch_id,),
    )
    whole = ("batch_id", *shape.refs, *shape.columns)
    values = ", ".join(f"json_extract(j.value, '$.{c}')" for c in whole)
    # what was written here meanwhile may have the number by now
    number = "json_extract(j.value, '$.id')"
    number = f"nullif({number}, (SELECT id FROM {table} WHERE id = {number}))"
    connection.execute(
        f"INSERT INTO {table}(uid, id, {', '.join(whole)})"
        f" SELECT unhex(json_extract(j.value, '$.uid')), {number}, {values} {source}'removed'",
        (batch_id,),
    )


def forget_old(connection: Connection) -> None:
    """Only the newest imports are remembered well enough to be taken back."""
    connection.execute(
        "DELETE FROM import_before WHERE batch_id NOT IN"
        " (SELECT id FROM import_batch ORDER BY id DESC LIMIT ?)",
        (REMEMBERED,),
    )
