"""From the staging file into the shelf in one short transaction, and back again.

Rows are found by uid and updated where they differ; how they were is kept as JSON beside the
batch (``import_before``), so that an import can be taken back after a restart as well.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from peerdesk.core.errors import KnownError
from peerdesk.core.ids import new_uid
from peerdesk.core.text import translate
from peerdesk.exchange.allowance import Allowance
from peerdesk.exchange.hsds_shape import AS_PUBLISHED, EXTRA, KEPT_BY_HAND, ROOTS, SHAPES, Shape
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
    taken_back,
    written_here,
)
from peerdesk.exchange.searching import Searching
from peerdesk.store.connection import Connection
from peerdesk.store.directory import crossed, derived, refresh

Step = Callable[[], None]
Filled = Mapping[str, Collection[str]]
REMEMBERED = 5
STAGED = "SELECT t.id FROM main.service AS t JOIN staging.service AS x ON x.uid = t.uid"
HERE = f"s.id IN ({STAGED})"


def text_id(uid: str) -> str:
    """SQL: the column ``uid`` as a UUID is written."""
    cuts = ((1, 8), (9, 4), (13, 4), (17, 4), (21, 12))
    parts = " || '-' || ".join(f"substr(hex({uid}), {at}, {length})" for at, length in cuts)
    return f"lower({parts})"


HIDDEN_PLACES = "SELECT id FROM main.location WHERE hide_address"
SERVICES_THERE = (
    "SELECT h.service_id FROM main.service_at_location AS h JOIN main.location AS l"
    " ON l.id = h.location_id WHERE l.hide_address"
)


def near_hidden(shape: Shape) -> str:
    """SQL: whether the row ``t`` tells about a place that is not to be shown; blank: it cannot."""
    if shape.table == "location":
        return "t.hide_address"
    services = "t.id" if shape.table == "service" else "t.service_id"
    terms = []
    if "location_id" in shape.refs:
        terms.append(f"t.location_id IN ({HIDDEN_PLACES})")
    if shape.table == "service" or "service_id" in shape.refs:
        terms.append(f"{services} IN ({SERVICES_THERE})")
    return " OR ".join(terms)


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
) -> tuple[int, Counts]:
    """Copy the columns ``filled`` of ``staged`` into the open shelf; what was put right here stays,
    but for ``taken``. ``whole``: what the source had before and has no more goes off the list.

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
            touched = connection.execute("SELECT count(*) FROM staging.service").fetchone()[0]
            earlier = _earlier(connection, batch_id)
            with Searching(connection, touched) as searching:
                remember = partial(_remember, connection, searching, batch_id)
                if earlier or written_here(connection):
                    decide(connection, filled, taken)
                    stay(connection)
                    record(connection, batch_id, remember)
                if earlier:
                    key, kind = str(batch["source_key"]), str(batch["kind"])
                    now_ms = int(str(batch["started_at"]))
                    counts.gone = take_off(connection, batch_id, key, kind, now_ms, whole)
                shapes = [s for s in SHAPES.values() if filled[s.table]]
                for shape in shapes:
                    _copy(connection, shape, filled[shape.table], batch_id, counts, searching)
                    step()
                if earlier:
                    for shape in reversed(shapes):
                        counts.removed += _remove_stale(connection, shape, batch_id, remember)
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


def _insert(connection: Connection, table: str, values: dict[str, object]) -> int:
    names = ", ".join(values)
    marks = ", ".join("?" * len(values))
    sql = f"INSERT INTO {table}(uid, {names}) VALUES (?, {marks})"
    return int(connection.execute(sql, (new_uid(), *values.values())).lastrowid)


def _image(shape: Shape) -> str:
    """The JSON object of a row: every column an import may write."""
    columns = ("id", "batch_id", *shape.refs, *_columns(shape))
    pairs = ", ".join(f"'{c}', t.{c}" for c in columns)
    return f"json_object('uid', hex(t.uid), {pairs}{_ours(shape)})"


def _ours(shape: Shape) -> str:
    extra = sorted(c for table, c in KEPT_BY_HAND if table == shape.table)
    return "".join(f", '{c}', t.{c}" for c in extra)


def _columns(shape: Shape) -> tuple[str, ...]:
    return tuple(c for c in shape.columns if (shape.table, c) not in KEPT_BY_HAND)


def new_values(shape: Shape, filled: Collection[str]) -> dict[str, str]:
    """Each filled column with what it will be, in terms of the staged row ``x`` and the shelf's
    ``t``; what the package does not have stays as it is."""
    values = {c: f"x.{c}" for c in _columns(shape) if c in filled}
    if shape.table == "service":
        values["category"] = "CASE t.category_by_hand WHEN 1 THEN t.category ELSE x.category END"
    # what a package does not say about a hidden place is not gone: our own export leaves it out
    if shape.table == "service_at_location" and "description" in filled:
        hidden = f"x.description = '' AND t.location_id IN ({HIDDEN_PLACES})"
        values["description"] = f"CASE WHEN {hidden} THEN t.description ELSE x.description END"
    near = near_hidden(shape)
    if near and EXTRA in filled:
        values[EXTRA] = f"CASE WHEN x.extra = '' AND ({near}) THEN t.extra ELSE x.extra END"
    if shape.table == "location" and "hide_address" in filled:
        values = {
            c: f"CASE x.hide_address WHEN {WITHHELD} THEN t.{c} ELSE {v} END"
            for c, v in values.items()
        }
    for column, target in shape.refs.items():
        if column in filled:
            values[column] = f"(SELECT id FROM main.{target} WHERE uid = x.{column})"
    return values


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
        changed = _remember(connection, searching, batch_id, table, "changed")
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


def _remember(
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


def _remove_stale(connection: Connection, shape: Shape, batch_id: int, remember: Remember) -> int:
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
    count = remember(table, "removed")
    if count:
        connection.execute(f"DELETE FROM main.{table} WHERE id IN (SELECT id FROM temp.differing)")
    connection.execute("DROP TABLE temp.differing")
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
            ids = _TOUCHED.format(what="id")
            refresh(connection, f"s.id IN ({ids})", *_all(batch_id))
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


def _all(batch_id: int) -> tuple[int, int, int]:
    return batch_id, batch_id, batch_id


def _restore(connection: Connection, shape: Shape, batch_id: int) -> None:
    table = shape.table
    columns = (*shape.refs, *_columns(shape))
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
