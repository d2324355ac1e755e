"""From the staging file into the shelf in one short transaction.

Rows are found by uid and updated where they differ; how they were is kept (``undoing``), so that
an import can be taken back.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from functools import partial
from pathlib import Path

from peerdesk.core.ids import new_uid
from peerdesk.exchange.allowance import Allowance
from peerdesk.exchange.hsds_shape import AS_PUBLISHED, EXTRA, ROOTS, SHAPES, Shape
from peerdesk.exchange.meaning import HIDDEN, WITHHELD
from peerdesk.exchange.merging import (
    NO_KEYS,
    Key,
    Remember,
    decide,
    gone_from,
    protected,
    record,
    stay,
    take_off,
    written_here,
)
from peerdesk.exchange.row_sql import new_values, text_id
from peerdesk.exchange.same import decided
from peerdesk.exchange.searching import Searching
from peerdesk.exchange.together import Together
from peerdesk.exchange.undoing import Step, forget_old, remember, transaction
from peerdesk.store.connection import Connection
from peerdesk.store.directory import crossed, derived, refresh

Filled = Mapping[str, Collection[str]]
STAGED = "SELECT t.id FROM main.service AS t JOIN staging.service AS x ON x.uid = t.uid"
HERE = f"s.id IN ({STAGED})"


class Counts:
    """Rows of all tables that an import added, changed and removed; of its services, those that
    are not listed: ``resting`` because of their status, ``taken_off`` by somebody here; and of
    those that came with it before, ``gone``: it has them no more."""

    def __init__(self) -> None:
        self.added = self.changed = self.removed = 0
        self.resting = self.taken_off = self.gone = 0


def copy_in(
    connection: Connection,
    staged: Path,
    filled: Filled,
    batch: dict[str, object],
    allowance: Allowance,
    step: Step,
    taken: Collection[Key] = NO_KEYS,
    whole: bool = False,
    same: Together | None = None,
) -> tuple[int, Counts]:
    """Copy the columns ``filled`` of ``staged`` into the open shelf; what was put right here stays,
    but for ``taken``. ``whole``: what the source had before and has no more goes off the list.
    ``same``: what is one with a listing here (None: of which that is remembered).

    Returns the batch's id and what changed. ``connection`` is outside a transaction.
    ``step`` is called between tables and may raise, and so does ``allowance``; then nothing has
    changed.
    """
    connection.execute("ATTACH ? AS staging", (str(staged),))
    # references are looked up as they are copied, so checking each again would only cost time
    connection.execute("PRAGMA foreign_keys = OFF")
    try:
        with transaction(connection):
            batch_id = _insert(connection, "import_batch", batch)
            counts = Counts()
            key, kind = str(batch["source_key"]), str(batch["kind"])
            now_ms = int(str(batch["started_at"]))
            blank = decided(connection, same, key, kind, batch_id, now_ms)
            touched = connection.execute("SELECT count(*) FROM staging.service").fetchone()[0]
            earlier = _earlier(connection, batch_id)
            with Searching(connection, touched) as searching:
                keep = partial(remember, connection, searching, batch_id)
                if earlier or written_here(connection):
                    decide(connection, filled, {*taken, *blank})
                    stay(connection)
                    record(connection, batch_id, keep)
                if earlier:
                    counts.gone = take_off(connection, batch_id, key, kind, now_ms, whole)
                shapes = [s for s in SHAPES.values() if filled[s.table]]
                for shape in shapes:
                    _copy(connection, shape, filled[shape.table], batch_id, counts, searching)
                    step()
                if earlier:
                    for shape in reversed(shapes):
                        counts.removed += _remove_stale(connection, shape, batch_id, keep)
                # most shelves hold one directory; then they need not be looked up one by one
                total = connection.execute("SELECT count(*) FROM main.service").fetchone()[0]
                here = "true" if total == touched else HERE
                if searching.changing:
                    allowance.cross(crossed(connection, here))
                    refresh(connection, here)
                letters, counts.resting, counts.taken_off = derived(connection, here)
                allowance.words(letters)
                step()
            forget_old(connection)
            connection.execute(
                "UPDATE import_batch SET added = ?, changed = ?, removed = ? WHERE id = ?",
                (counts.added, counts.changed, counts.removed, batch_id),
            )
    finally:
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("DETACH staging")
    return batch_id, counts


def _earlier(connection: Connection, batch_id: int) -> bool:
    sql = "SELECT EXISTS (SELECT 1 FROM import_batch WHERE id <> ?)"
    return bool(connection.execute(sql, (batch_id,)).fetchone()[0])


def _insert(connection: Connection, table: str, values: dict[str, object]) -> int:
    names = ", ".join(values)
    marks = ", ".join("?" * len(values))
    sql = f"INSERT INTO {table}(uid, {names}) VALUES (?, {marks})"
    return int(connection.execute(sql, (new_uid(), *values.values())).lastrowid)


def _copy(
    connection: Connection,
    shape: Shape,
    filled: Collection[str],
    batch_id: int,
    counts: Counts,
    searching: Searching,
) -> None:
    table = shape.table
    own = shape.own if shape.own in filled else ""
    values = new_values(shape, filled)
    unlike = ""
    if own:
        # what it points to may only come in now: compared by uid, and set when all are in
        del values[own]
        unlike = f"(SELECT uid FROM main.{table} WHERE id = t.{own}) IS NOT x.{own}"
        lost = connection.execute(
            f"UPDATE staging.{table} SET {own} = NULL, extra = json_set("
            f"CASE extra WHEN '' THEN '{{}}' ELSE extra END, '$.{own}{AS_PUBLISHED}',"
            f" {text_id(own)})"
            f" WHERE {own} NOT IN"
            f" (SELECT uid FROM staging.{table} UNION SELECT uid FROM main.{table})"
        ).rowcount
        if lost:
            filled = {**dict.fromkeys(filled), EXTRA: None}
            values.setdefault(EXTRA, f"x.{EXTRA}")
    which = "true"
    known = connection.execute(f"SELECT EXISTS (SELECT 1 FROM main.{table})").fetchone()[0]
    if known:
        differs = [f"t.{c} IS NOT {v}" for c, v in values.items()]
        where = " OR ".join([*differs, unlike] if own else differs)
        connection.execute(
            "CREATE TEMP TABLE differing AS SELECT t.id AS id, x.rowid AS x"
            f" FROM staging.{table} AS x LEFT JOIN main.{table} AS t ON t.uid = x.uid"
            f" WHERE t.id IS NULL OR {where}"
        )
        changed = remember(connection, searching, batch_id, table, "changed")
        if changed:
            counts.changed += changed
            sets = ", ".join(f"{c} = {v}" for c, v in values.items())
            connection.execute(
                f"UPDATE main.{table} AS t SET {sets} FROM temp.differing AS d"
                f" JOIN staging.{table} AS x ON x.rowid = d.x WHERE t.id = d.id"
            )
        which = "x.rowid IN (SELECT d.x FROM temp.differing AS d WHERE d.id IS NULL)"
    new = connection.execute(f"SELECT EXISTS (SELECT 1 FROM staging.{table} AS x WHERE {which})")
    if new.fetchone()[0]:
        searching.change()
        counts.added += _add(connection, shape, filled, values, which, batch_id)
    if known:
        connection.execute("DROP TABLE temp.differing")
    if own:
        connection.execute(
            f"UPDATE main.{table} AS t SET {own} ="
            f" (SELECT id FROM main.{table} WHERE uid = x.{own})"
            f" FROM staging.{table} AS x WHERE x.uid = t.uid AND {unlike}"
        )


def _add(
    connection: Connection,
    shape: Shape,
    filled: Collection[str],
    values: Mapping[str, str],
    which: str,
    batch_id: int,
) -> int:
    """Add the staged rows ``x`` for which the SQL ``which`` holds; returns how many."""
    table = shape.table
    own = shape.own if shape.own in filled else ""
    fresh = {c: f"x.{c}" for c in filled if c != own}
    fresh |= {c: values[c] for c in shape.refs if c in fresh}
    if table == "location":
        fresh["hide_address"] = f"x.hide_address IN ({HIDDEN}, {WITHHELD})"
    added = connection.execute(
        f"INSERT INTO main.{table}(uid, batch_id, {', '.join(fresh)})"
        f" SELECT x.uid, ?, {', '.join(fresh.values())} FROM staging.{table} AS x WHERE {which}"
        " ON CONFLICT(uid) DO NOTHING",
        (batch_id,),
    ).rowcount
    return int(added)


def _remove_stale(connection: Connection, shape: Shape, batch_id: int, keep: Remember) -> int:
    """What hung on a service or location at an earlier import and is no longer in the package.

    Otherwise old opening times would stand beside the new. Rows written here stay, and so does
    what they hang on; a table the package does not have is left alone. Returns how many went.
    """
    table = shape.table
    if (
        table in ROOTS
        or not connection.execute(f"SELECT EXISTS (SELECT 1 FROM staging.{table})").fetchone()[0]
    ):
        return 0
    belongs = " OR ".join(
        f"+t.{c} IN (SELECT p.id FROM main.{target} AS p JOIN staging.{target} AS y"
        " ON y.uid = p.uid)"
        for c, target in shape.refs.items()
        if target in ROOTS
    )
    free = "".join(
        f" AND NOT EXISTS (SELECT 1 FROM main.{other.table} AS o WHERE o.{c} = t.id)"
        for other in SHAPES.values()
        for c, target in other.refs.items()
        if target == table
    )
    if "location_id" in shape.refs:  # what our own export left out is not gone
        free += (
            " AND NOT EXISTS (SELECT 1 FROM main.location AS p JOIN staging.location AS y"
            f" ON y.uid = p.uid WHERE p.id = t.location_id AND y.hide_address = {WITHHELD})"
        )
    connection.execute(
        f"CREATE TEMP TABLE differing AS SELECT t.id AS id FROM main.{table} AS t"
        f" WHERE +t.batch_id <> ? AND t.uid IN ({gone_from(table)})"
        f" AND ({belongs}){free}{protected(table)}",
        (batch_id,),
    )
    count = keep(table, "removed")
    if count:
        connection.execute(f"DELETE FROM main.{table} WHERE id IN (SELECT id FROM temp.differing)")
    connection.execute("DROP TABLE temp.differing")
    return count
