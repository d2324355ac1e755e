"""What is edited here, and what comes in again: ours stays unless somebody takes theirs.

All of it is worked out on the staging file (attached as ``staging``), a table at a time: what is
to stay is written into the staged rows, so that the copy that follows finds nothing to change.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass

from peerdesk.core.ids import new_uid
from peerdesk.exchange.corrections import SETS, WHOLE_SET, PartSet, gathered
from peerdesk.exchange.hsds_shape import EXTRA, KEPT_BY_HAND, NUMBERS, SHAPES
from peerdesk.exchange.meaning import WITHHELD
from peerdesk.store.connection import Connection

Filled = Mapping[str, Collection[str]]
Key = tuple[str, bytes, str]
"""Table, uid of the row (or of the owner of a set), column (or ``*``)."""
NO_KEYS: frozenset[Key] = frozenset()
# (table name, what a row is): keeps the rows of ``temp.differing`` beside the batch
Remember = Callable[[str, str], int]


@dataclass(frozen=True)
class Conflict:
    """Something that was put right here and that its source says otherwise now as well. ``name``
    is the service's; ``ours`` and ``theirs`` are words, blank for nothing."""

    key: Key
    name: str
    ours: str
    theirs: str


def decide(
    connection: Connection, filled: Filled, taken: Collection[Key] = NO_KEYS
) -> list[Conflict]:
    """Fill ``temp.decision`` with every correction that the package says something about, and
    whether theirs is taken; returns those of which the source says something new.

    A correction ends where the source says the same by now. Of a service that was written here and
    comes back (in a pack of a centre that got it from us) everything that differs is ours."""
    connection.execute("DROP TABLE IF EXISTS temp.decision")
    connection.execute(
        "CREATE TEMP TABLE decision (id INTEGER PRIMARY KEY, table_name, row_uid, column_name,"
        " ours, theirs, says, take DEFAULT 0)"
    )
    for table, column in _noted(connection):
        if not filled.get(table):
            continue
        if column == WHOLE_SET:
            find_quickly(connection)
            _decide_set(connection, SETS[table])
        elif column in filled[table]:
            _decide_cells(connection, table, column)
    if written_here(connection):
        _decide_own(connection, filled)
    connection.executemany(
        "UPDATE temp.decision SET take = 1"
        " WHERE table_name = ? AND row_uid = ? AND column_name = ?",
        list(taken),
    )
    connection.execute("UPDATE temp.decision SET take = 1 WHERE says = ours")
    return _conflicts(connection)


def _noted(connection: Connection) -> list[tuple[str, str]]:
    """(table, column or ``*``) of the corrections. They become a part of SQL: a row that names
    anything else (of a newer PeerDesk, or of a file somebody changed) is passed over."""
    rows = connection.execute("SELECT DISTINCT table_name, column_name FROM main.local_change")
    found = [(str(table), str(column)) for table, column in rows]
    return [
        (table, column)
        for table, column in found
        if (table in SETS if column == WHOLE_SET else _has_column(table, column))
    ]


def _has_column(table: str, column: str) -> bool:
    return table in SHAPES and column in SHAPES[table].columns


def find_quickly(connection: Connection) -> None:
    """Times hang on a service at its place: without an index each would look through all."""
    connection.execute("CREATE INDEX IF NOT EXISTS staging.at_place ON service_at_location (uid)")


_INTO = (
    "INSERT INTO temp.decision(id, table_name, row_uid, column_name, ours, theirs, says)"
    " SELECT c.id, c.table_name, c.row_uid, c.column_name, c.ours, c.theirs, "
)


def _decide_cells(connection: Connection, table: str, column: str) -> None:
    where = " WHERE c.table_name = ? AND c.column_name = ?"
    connection.execute(
        f"{_INTO} coalesce(CAST(x.{column} AS TEXT), '') FROM main.local_change AS c"
        f" JOIN staging.{table} AS x ON x.uid = c.row_uid{where}",
        (table, column),
    )
    if table == "phone":  # a number that the source has no more
        connection.execute(
            f"{_INTO} '' FROM main.local_change AS c JOIN main.phone AS t ON t.uid = c.row_uid"
            " JOIN main.service AS s ON s.id = t.service_id"
            f"{where} AND s.uid IN (SELECT uid FROM staging.service)"
            " AND t.uid NOT IN (SELECT uid FROM staging.phone)"
            " AND EXISTS (SELECT 1 FROM staging.phone)",
            (table, column),
        )


def _decide_set(connection: Connection, parts: PartSet) -> None:
    withheld = f" AND o.hide_address IS NOT {WITHHELD}" if parts.owner == "location" else ""
    with gathered(connection, parts, "staging") as said:
        connection.execute(
            f"{_INTO} coalesce(w.words, '') FROM main.local_change AS c"
            f" JOIN staging.{parts.owner} AS o ON o.uid = c.row_uid{withheld}"
            f" LEFT JOIN {said} AS w ON w.owner = c.row_uid"
            " WHERE c.table_name = ? AND c.column_name = ?"
            f" AND EXISTS (SELECT 1 FROM staging.{parts.table})",
            (parts.table, WHOLE_SET),
        )


def written_here(connection: Connection) -> bool:
    """Whether something in the package was written here, and not brought in by an import."""
    # an empty table is told at once; the rest sorts all that is staged
    some = " OR ".join(
        f"EXISTS (SELECT 1 FROM main.{table}) AND EXISTS ({_own(table)})"
        for table in ("service", "phone")
    )
    return bool(connection.execute(f"SELECT {some}").fetchone()[0])


def _own(table: str) -> str:
    """SELECT of the uids of the rows that were written here and are in the package."""
    return (
        f"SELECT t.uid FROM main.{table} AS t WHERE t.batch_id IS NULL"
        f" AND t.uid IN (SELECT uid FROM staging.{table})"
    )


_OURS = (  # beside the ids of corrections, which are positive
    "INSERT INTO temp.decision(id, table_name, row_uid, column_name, ours, theirs, says)"
    " SELECT (SELECT min(0, coalesce(min(id), 0)) FROM temp.decision)"
    " - row_number() OVER (ORDER BY {row}), '{table}', {row}, '{column}', {ours}, {theirs}, {says}"
)


def _decide_own(connection: Connection, filled: Filled) -> None:
    find_quickly(connection)
    for table in ("service", "location"):
        shape = SHAPES[table]
        kept = {EXTRA, "hide_address", *shape.refs}
        kept |= {c for t, c in KEPT_BY_HAND if t == table}
        for column in filled.get(table) or ():
            if column in kept or column not in shape.columns:
                continue
            if table == "location" and column != "step_free":  # the rest is nobody's words
                continue
            ours, says = (f"coalesce(CAST({at}.{column} AS TEXT), '')" for at in "tx")
            # categories are mostly worked out, so nobody is asked about them
            theirs = says if column == "category" else ours
            withheld = f" AND x.hide_address IS NOT {WITHHELD}" if table == "location" else ""
            into = _OURS.format(
                row="t.uid", table=table, column=column, ours=ours, theirs=theirs, says=says
            )
            connection.execute(
                f"{into} FROM main.{table} AS t JOIN staging.{table} AS x ON x.uid = t.uid"
                f" WHERE t.batch_id IS NULL AND {ours} <> {says}{withheld}"
            )
    into = _OURS.format(
        row="x.uid", table="phone", column="number", ours="coalesce(t.number, '')",
        theirs="coalesce(t.number, '')", says="x.number",
    )  # fmt: skip
    connection.execute(
        f"{into} FROM staging.phone AS x LEFT JOIN main.phone AS t ON t.uid = x.uid"
        f" WHERE x.number IS NOT t.number AND (x.service_id IN ({_own('service')})"
        " OR (t.id IS NOT NULL AND t.batch_id IS NULL))"
    )
    for parts in SETS.values():
        _decide_own_set(connection, parts)


def _decide_own_set(connection: Connection, parts: PartSet) -> None:
    withheld = f" AND o.hide_address IS NOT {WITHHELD}" if parts.owner == "location" else ""
    ours, says = "coalesce(m.words, '')", "coalesce(w.words, '')"
    into = _OURS.format(
        row="o.uid", table=parts.table, column=WHOLE_SET, ours=ours, theirs=ours, says=says
    )
    with (
        gathered(connection, parts, "main") as here,
        gathered(connection, parts, "staging") as said,
    ):
        connection.execute(
            f"{into} FROM staging.{parts.owner} AS o"
            f" JOIN main.{parts.owner} AS t ON t.uid = o.uid"
            f" LEFT JOIN {here} AS m ON m.owner = t.id LEFT JOIN {said} AS w ON w.owner = o.uid"
            f" WHERE t.batch_id IS NULL AND {ours} <> {says}{withheld}"
            f" AND EXISTS (SELECT 1 FROM staging.{parts.table})"
        )


_NAMES = """
SELECT d.table_name, d.row_uid, d.column_name, d.ours, d.says, coalesce(
    (SELECT s.name FROM main.service AS s WHERE s.uid = d.row_uid),
    (SELECT s.name FROM main.phone AS p JOIN main.service AS s ON s.id = p.service_id
      WHERE p.uid = d.row_uid),
    (SELECT s.name FROM staging.phone AS p JOIN main.service AS s ON s.uid = p.service_id
      WHERE p.uid = d.row_uid),
    (SELECT s.name FROM main.location AS l JOIN main.service_at_location AS h
      ON h.location_id = l.id JOIN main.service AS s ON s.id = h.service_id
      WHERE l.uid = d.row_uid ORDER BY s.name LIMIT 1), '') AS name
FROM temp.decision AS d WHERE d.says <> d.theirs AND d.says <> d.ours AND NOT d.take
ORDER BY name, d.table_name, d.column_name, d.row_uid
"""


def _conflicts(connection: Connection) -> list[Conflict]:
    return [
        Conflict((table, bytes(uid), column), name, ours, says)
        for table, uid, column, ours, says, name in connection.execute(_NAMES)
    ]


def stay(connection: Connection) -> None:
    """Write into the staged rows what stays as it is here."""
    kept = connection.execute(
        "SELECT DISTINCT table_name, column_name FROM temp.decision WHERE NOT take"
    )
    for table, column in kept.fetchall():
        which = (
            f"SELECT row_uid FROM temp.decision WHERE table_name = '{table}'"
            f" AND column_name = '{column}' AND NOT take"
        )
        if column == WHOLE_SET:
            parts = SETS[table]
            connection.execute(
                f"DELETE FROM staging.{table} AS t WHERE {parts.which}"
                f" AND {parts.of('staging')} IN ({which})"
            )
            continue
        if table == "phone":  # it was taken away here
            gone = f"{which} AND ours = ''"
            connection.execute(f"DELETE FROM staging.phone WHERE uid IN ({gone})")
            connection.execute(f"DELETE FROM staging.language WHERE phone_id IN ({gone})")
        connection.execute(
            f"UPDATE staging.{table} AS x SET {column} = {_cell(column, 'd.ours')}"
            " FROM temp.decision AS d"
            f" WHERE d.row_uid = x.uid AND d.table_name = '{table}'"
            f" AND d.column_name = '{column}' AND NOT d.take"
        )


_IMAGE = (
    "json_object('uid', hex(uid), 'row_uid', hex(row_uid), 'table_name', table_name,"
    " 'column_name', column_name, 'ours', ours, 'theirs', theirs, 'changed_at', changed_at)"
)


def _cell(column: str, words: str) -> str:
    """SQL: a cell as it was noted; a number that is not there is no blank."""
    return f"nullif({words}, '')" if column in NUMBERS else words


def record(connection: Connection, batch_id: int, remember: Remember) -> None:
    """Note what the source says now, and let go of what was taken or is no correction any more;
    how it was is kept beside the batch."""
    for kind, which in (("removed", "take"), ("changed", "NOT take AND says <> theirs")):
        ids = f"SELECT id FROM temp.decision WHERE {which}"
        connection.execute(
            "INSERT INTO main.import_before(uid, batch_id, table_name, kind, image)"
            f" SELECT ?, ?, 'local_change', ?, json_group_array({_IMAGE})"
            f" FROM main.local_change WHERE id IN ({ids}) HAVING count(*)",
            (new_uid(), batch_id, kind),
        )
    connection.execute(
        "UPDATE main.local_change AS c SET theirs = d.says FROM temp.decision AS d"
        " WHERE d.id = c.id AND NOT d.take"
    )
    connection.execute(
        "DELETE FROM main.local_change WHERE id IN (SELECT id FROM temp.decision WHERE take)"
    )
    for parts in SETS.values():
        connection.execute(
            f"CREATE TEMP TABLE differing AS SELECT t.id AS id FROM main.{parts.table} AS t"
            f" WHERE t.batch_id IS NULL AND {parts.which} AND {parts.of('main')} IN"
            f" (SELECT o.id FROM temp.decision AS d JOIN main.{parts.owner} AS o"
            " ON o.uid = d.row_uid WHERE d.take AND d.table_name = ? AND d.column_name = ?)",
            (parts.table, WHOLE_SET),
        )
        if remember(parts.table, "removed"):
            connection.execute(
                f"DELETE FROM main.{parts.table} WHERE id IN (SELECT id FROM temp.differing)"
            )
        connection.execute("DROP TABLE temp.differing")
    connection.execute("DROP TABLE temp.decision")


def protected(table: str) -> str:
    """SQL, to be added to a WHERE: not a row ``t`` in which something was put right here."""
    return (
        " AND t.uid NOT IN (SELECT c.row_uid FROM main.local_change AS c"
        f" WHERE c.table_name = '{table}')"
    )


# -- what its source has no more ---------------------------------------------------------------


def gone_from(table: str) -> str:
    """SELECT of the uids of all rows here that are not in the package. EXCEPT reads both in order;
    NOT IN would look each up."""
    return f"SELECT uid FROM main.{table} EXCEPT SELECT uid FROM staging.{table}"


LEFT = (
    "SELECT s.id FROM main.service AS s JOIN main.import_batch AS b ON b.id = s.batch_id"
    " WHERE b.source_key = :key AND b.kind = :kind AND s.archived_at IS NULL AND NOT s.gone"
    f" AND s.uid IN ({gone_from('service')})"
    " AND EXISTS (SELECT 1 FROM main.service AS o JOIN main.import_batch AS y ON y.id = o.batch_id"
    "  JOIN staging.service AS x ON x.uid = o.uid"
    "  WHERE y.source_key = :key AND y.kind = :kind)"
)
"""Services that came from the source ``:key``, are listed, and are not in its new package; none,
when the package and the shelf have not one service of it in common."""
_BACK = (
    "SELECT s.id FROM main.service AS s"
    " WHERE s.gone AND +s.uid IN (SELECT uid FROM staging.service)"
)


def take_off(
    connection: Connection, batch_id: int, key: str, kind: str, now_ms: int, whole: bool
) -> int:
    """Take off the list what the source has no more, if the package is the ``whole`` of it, and
    put back what it has again; returns how many went."""
    connection.execute(
        "CREATE TEMP TABLE leaving AS SELECT id, 1 AS gone FROM"
        f" ({LEFT}) WHERE :whole UNION ALL SELECT id, 0 FROM ({_BACK})",
        {"key": key, "kind": kind, "whole": int(whole)},
    )
    connection.execute(
        "INSERT INTO main.import_before(uid, batch_id, table_name, kind, image)"
        " SELECT ?, ?, 'service', 'listed', json_group_array("
        "json_object('id', id, 'archived_at', archived_at, 'gone', gone))"
        " FROM main.service WHERE id IN (SELECT id FROM temp.leaving) HAVING count(*)",
        (new_uid(), batch_id),
    )
    connection.execute(
        "UPDATE main.service AS s SET gone = l.gone, archived_at = CASE l.gone WHEN 1 THEN ?"
        " ELSE NULL END FROM temp.leaving AS l WHERE l.id = s.id",
        (now_ms,),
    )
    left = connection.execute("SELECT coalesce(sum(gone), 0) FROM temp.leaving").fetchone()[0]
    connection.execute("DROP TABLE temp.leaving")
    return int(left)


# -- taking an import back ---------------------------------------------------------------------


def taken_back(connection: Connection, batch_id: int) -> None:
    """When the rows of an import are as they were before: the list and the corrections as well.

    What was put right after the import stays, as far as its row is still there."""
    connection.execute(
        "UPDATE service AS s SET archived_at = json_extract(j.value, '$.archived_at'),"
        " gone = json_extract(j.value, '$.gone') FROM import_before AS b, json_each(b.image) AS j"
        " WHERE b.batch_id = ? AND b.table_name = 'service' AND b.kind = 'listed'"
        " AND s.id = json_extract(j.value, '$.id')",
        (batch_id,),
    )
    later = _noted(connection)
    for table, column in later:
        if column == WHOLE_SET:
            _without_restored(connection, SETS[table], batch_id)
        else:
            connection.execute(
                f"UPDATE local_change AS c SET theirs = coalesce(CAST(t.{column} AS TEXT), '')"
                f" FROM {table} AS t WHERE t.uid = c.row_uid AND c.table_name = '{table}'"
                f" AND c.column_name = '{column}'"
                f" AND coalesce(CAST(t.{column} AS TEXT), '') <> c.ours"
            )
    images = (
        " FROM import_before AS b, json_each(b.image) AS j"
        " WHERE b.batch_id = ? AND b.table_name = 'local_change'"
    )
    fields = ["table_name", "column_name", "ours", "theirs", "changed_at"]
    values = ", ".join(f"json_extract(j.value, '$.{f}')" for f in fields)
    connection.execute(
        f"INSERT INTO local_change(uid, row_uid, {', '.join(fields)})"
        " SELECT unhex(json_extract(j.value, '$.uid')), unhex(json_extract(j.value, '$.row_uid')),"
        f" {values}{images}"
        " ON CONFLICT(row_uid, table_name, column_name) DO UPDATE SET theirs = excluded.theirs",
        (batch_id,),
    )
    for table, column in later:
        if column == WHOLE_SET:
            continue
        mine = f"c.table_name = '{table}' AND c.column_name = '{column}'"
        connection.execute(
            f"UPDATE {table} AS t SET {column} = {_cell(column, 'c.ours')} FROM local_change AS c"
            f" WHERE c.row_uid = t.uid AND {mine} AND t.{column} IS NOT {_cell(column, 'c.ours')}"
        )
        connection.execute(f"DELETE FROM local_change AS c WHERE {mine} AND c.ours = c.theirs")
    for parts in SETS.values():  # what was written on a service that came in went with it
        connection.execute(
            "DELETE FROM local_change WHERE table_name = ? AND column_name = ?"
            f" AND row_uid NOT IN (SELECT uid FROM {parts.owner})",
            (parts.table, WHOLE_SET),
        )


def _without_restored(connection: Connection, parts: PartSet, batch_id: int) -> None:
    """Opening times (and so on) that were written after the import stand alone: those that the
    import had removed do not come back beside them."""
    connection.execute(
        f"DELETE FROM {parts.table} WHERE id IN (SELECT t.id FROM {parts.table} AS t"
        f" JOIN {parts.owner} AS o ON o.id = {parts.of('main')}"
        " JOIN local_change AS c ON c.row_uid = o.uid"
        f" WHERE c.table_name = '{parts.table}' AND c.column_name = '{WHOLE_SET}'"
        " AND t.uid IN (SELECT unhex(json_extract(j.value, '$.uid')) FROM import_before AS b,"
        " json_each(b.image) AS j WHERE b.batch_id = ? AND b.table_name = ?"
        " AND b.kind = 'removed'))",
        (batch_id, parts.table),
    )
