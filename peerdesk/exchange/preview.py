"""What an import would change, worked out before anything is changed.

The staging file is compared with the shelf, a column or a table at a time. What was put right
here is taken to stay; where its source says something new, that is a conflict.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from peerdesk.exchange.corrections import SETS, WHOLE_SET, PartSet, gathered
from peerdesk.exchange.hsds_shape import EXTRA, SHAPES
from peerdesk.exchange.meaning import WITHHELD
from peerdesk.exchange.merging import LEFT, Conflict, Filled, decide, find_quickly, stay
from peerdesk.exchange.row_sql import new_values
from peerdesk.exchange.same import Twin, twins
from peerdesk.exchange.together import Together, bring_together
from peerdesk.store.connection import Connection

LISTED = 200
LONGEST = 400


@dataclass(frozen=True)
class FieldChange:
    """A field of a service: ``column`` of ``table``, or ``*`` for what all rows of ``table`` say
    together. Words as they are and as they would be, cut after 400 letters; blank for nothing."""

    table: str
    column: str
    before: str
    after: str


@dataclass(frozen=True)
class Changed:
    """A service that would change."""

    name: str
    fields: tuple[FieldChange, ...]


@dataclass(frozen=True)
class Preview:
    """What an import would do to the services of the shelf; lists hold the first 200 by name.
    ``gone``: listed here from an earlier import of the same source, and no more in it. ``twins``:
    all that look like a listing here, whatever was decided about them."""

    services: int
    new: int
    new_names: tuple[str, ...]
    changed: int
    changes: tuple[Changed, ...]
    gone: int
    gone_names: tuple[str, ...]
    conflicts: tuple[Conflict, ...]
    twins: tuple[Twin, ...] = ()

    @property
    def same(self) -> int:
        """How many stay as they are."""
        return self.services - self.new - self.changed


def _of_service(table: str, line: str) -> PartSet:
    return PartSet(table, "service", "t.service_id", line, "t.service_id = ?1")


_PHONE = (
    "trim(t.number || CASE t.extension WHEN '' THEN '' ELSE ' / ' || t.extension END"
    " || CASE t.description WHEN '' THEN '' ELSE ' (' || t.description || ')' END)"
)
_COST = "trim(t.option || ' ' || coalesce(t.amount, '') || ' ' || t.amount_description)"
_CONTACT = "trim(t.name || ' ' || t.title || ' ' || t.email)"
OF_SERVICE = (
    _of_service("phone", _PHONE),
    SETS["schedule"],
    SETS["language"],
    _of_service("cost_option", _COST),
    SETS["required_document"],
    _of_service("service_area", "trim(t.name || ' ' || t.description)"),
    _of_service("contact", _CONTACT),
)
_AT = "t.location_id"
OF_LOCATION = (
    SETS["address"],
    PartSet("accessibility", "location", _AT, "trim(t.description || ' ' || t.details)", ""),
    PartSet("phone", "location", _AT, _PHONE, ""),
)


def compare(
    connection: Connection,
    staged: Path,
    filled: Filled,
    key: str,
    kind: str,
    whole: bool,
    same: Together | None = None,
) -> Preview:
    """What copying ``staged`` into the open shelf would change; ``same`` are listings that are one
    with one here (None: those of which that is remembered). ``connection`` is outside a
    transaction, and the shelf is only read; the staged rows are left as they are as well."""
    connection.execute("ATTACH ? AS staging", (str(staged),))
    try:
        connection.execute("BEGIN")
        try:
            alike = twins(connection)
            if same is None:
                same = {twin.there.uid: twin.here.uid for twin in alike if twin.known}
            _, blank = bring_together(connection, same, key, kind)
            conflicts = decide(connection, filled, blank)
            stay(connection)
            seen = _compared(connection, filled, key, kind, whole, tuple(conflicts))
            return replace(seen, twins=alike)
        finally:
            connection.rollback()
    finally:
        connection.execute("DETACH staging")


def _compared(
    connection: Connection,
    filled: Filled,
    key: str,
    kind: str,
    whole: bool,
    conflicts: tuple[Conflict, ...],
) -> Preview:
    run = connection.execute
    run("CREATE TEMP TABLE difference (uid, kind, field, before, after)")
    find_quickly(connection)
    _columns(connection, filled)
    _same_categories(connection)
    for parts in OF_SERVICE:
        if _has(connection, filled, parts.table):
            _parts(connection, parts)
    if _has(connection, filled, "service_at_location"):
        for parts in OF_LOCATION:
            if _has(connection, filled, parts.table):
                _parts_of_places(connection, parts)
    new = "FROM staging.service AS x WHERE x.uid NOT IN (SELECT uid FROM main.service)"
    left = f"FROM main.service AS s WHERE s.id IN ({LEFT}) AND :whole"
    asked = {"key": key, "kind": kind, "whole": int(whole)}
    names = f"ORDER BY name COLLATE NOCASE LIMIT {LISTED}"
    return Preview(
        int(run("SELECT count(*) FROM staging.service").fetchone()[0]),
        int(run(f"SELECT count(*) {new}").fetchone()[0]),
        tuple(str(r[0]) for r in run(f"SELECT x.name AS name {new} {names}")),
        int(run("SELECT count(DISTINCT uid) FROM temp.difference").fetchone()[0]),
        _changes(connection),
        int(run(f"SELECT count(*) {left}", asked).fetchone()[0]),
        tuple(str(r[0]) for r in run(f"SELECT s.name AS name {left} {names}", asked)),
        conflicts,
    )


def _has(connection: Connection, filled: Filled, table: str) -> bool:
    """Whether the package says anything of the kind; where it does not, nothing changes."""
    sql = f"SELECT EXISTS (SELECT 1 FROM staging.{table})"
    return bool(filled.get(table)) and bool(connection.execute(sql).fetchone()[0])


_INTO = "INSERT INTO temp.difference(uid, kind, field, before, after) "


def _columns(connection: Connection, filled: Filled) -> None:
    """Cells of the services themselves, and what their organizations are called."""
    both = "FROM staging.service AS x JOIN main.service AS t ON t.uid = x.uid"
    for column, value in new_values(SHAPES["service"], filled["service"]).items():
        if column in SHAPES["service"].refs:
            continue
        words = "'', ''" if column == EXTRA else f"{_cut(f't.{column}')}, {_cut(f'({value})')}"
        connection.execute(
            f"{_INTO} SELECT x.uid, 'service', '{column}', {words} {both}"
            f" WHERE t.{column} IS NOT {value}"
        )
    connection.execute(
        f"{_INTO} SELECT x.uid, 'organization', 'name', {_cut('o.name')}, {_cut('n.name')} {both}"
        " JOIN main.organization AS o ON o.id = t.organization_id"
        " JOIN staging.organization AS n ON n.uid = x.organization_id WHERE o.name IS NOT n.name"
    )


def _same_categories(connection: Connection) -> None:
    """In another order they are the same to who reads them."""
    rows = connection.execute(
        "SELECT rowid, before, after FROM temp.difference WHERE field = 'category'"
    ).fetchall()
    same = [(n,) for n, before, after in rows if set(before.split()) == set(after.split())]
    connection.executemany("DELETE FROM temp.difference WHERE rowid = ?", same)


def _cut(value: str) -> str:
    return f"substr(coalesce({value}, ''), 1, {LONGEST})"


def _counted(parts: PartSet) -> str:
    """SQL: whether the row ``t`` of the shelf is to be compared. What was written here stays
    beside what comes in, unless it hangs on something written here that comes back as it is."""
    own = f"SELECT o.id FROM main.{parts.owner} AS o WHERE o.batch_id IS NULL"
    decided = (
        f" AND o.uid NOT IN (SELECT row_uid FROM temp.decision WHERE column_name = '{WHOLE_SET}'"
        f" AND table_name = '{parts.table}')"
    )
    back = f"t.uid IN (SELECT uid FROM staging.{parts.table})"
    return f"(t.batch_id IS NOT NULL OR {back} OR {parts.of('main')} IN ({own}{decided}))"


def _parts(connection: Connection, parts: PartSet) -> None:
    here = _counted(parts)
    if parts.table == "phone":  # one that was put right here stays when its source has it no more
        here += (
            " AND (t.uid IN (SELECT uid FROM staging.phone) OR t.uid NOT IN"
            " (SELECT row_uid FROM main.local_change WHERE table_name = 'phone'))"
        )
    with (
        gathered(connection, parts, "main", here) as ours,
        gathered(connection, parts, "staging") as theirs,
    ):
        connection.execute(
            f"{_INTO} SELECT x.uid, '{parts.table}', '*', {_cut('m.words')}, {_cut('n.words')}"
            " FROM staging.service AS x JOIN main.service AS s ON s.uid = x.uid"
            f" LEFT JOIN {ours} AS m ON m.owner = s.id LEFT JOIN {theirs} AS n ON n.owner = x.uid"
            " WHERE m.words IS NOT n.words AND x.uid NOT IN (SELECT row_uid FROM"
            f" main.local_change WHERE table_name = '{parts.table}' AND column_name = '*')"
        )


def _parts_of_places(connection: Connection, parts: PartSet) -> None:
    """What is said of the places where a service is."""
    # our own packages leave out what may not be shown; it is not gone for that
    withheld = f"SELECT uid FROM staging.location WHERE hide_address = {WITHHELD}"
    here = (
        f"{_counted(parts)} AND t.location_id NOT IN"
        f" (SELECT l.id FROM main.location AS l WHERE l.uid IN ({withheld}))"
    )

    def of(schema: str, words: str, column: str) -> str:
        return (
            f"SELECT h.service_id AS owner, group_concat(w.words, char(10) ORDER BY w.words)"
            f" AS words FROM {schema}.service_at_location AS h JOIN ({words}) AS w"
            f" ON w.owner = h.{column} GROUP BY h.service_id"
        )

    connection.execute(
        f"{_INTO} SELECT x.uid, '{parts.table}', 'places', {_cut('m.words')}, {_cut('n.words')}"
        " FROM staging.service AS x JOIN main.service AS s ON s.uid = x.uid"
        f" LEFT JOIN ({of('main', parts.words('main', here), 'location_id')}) AS m"
        " ON m.owner = s.id"
        f" LEFT JOIN ({of('staging', parts.words('staging'), 'location_id')}) AS n"
        " ON n.owner = x.uid WHERE m.words IS NOT n.words"
    )


def _changes(connection: Connection) -> tuple[Changed, ...]:
    first = (
        "SELECT s.uid AS uid, s.name AS name FROM main.service AS s"
        " WHERE s.uid IN (SELECT uid FROM temp.difference)"
        f" ORDER BY s.name COLLATE NOCASE, s.id LIMIT {LISTED}"
    )
    found: dict[bytes, tuple[str, list[FieldChange]]] = {}
    for uid, name, kind, field, before, after in connection.execute(
        f"SELECT f.uid, f.name, d.kind, d.field, d.before, d.after FROM ({first}) AS f"
        " JOIN temp.difference AS d ON d.uid = f.uid ORDER BY f.name COLLATE NOCASE, f.uid, d.rowid"
    ):
        fields = found.setdefault(bytes(uid), (str(name), []))[1]
        fields.append(FieldChange(kind, field, before, after))
    return tuple(Changed(name, tuple(fields)) for name, fields in found.values())
