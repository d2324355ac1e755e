"""Which rows of the shelf a package has, and what of them: SELECTs over the directory alone.

Left out is what somebody took off the list, with everything that hangs on it. Of an address that
is not to be shown nothing goes out: not the address, nor what else could tell where it is.
:func:`only` has SQLite itself refuse to read any other table.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from sqlcipher3 import dbapi2 as sqlcipher

from peerdesk.exchange.hsds_shape import LINKS, OWN, SHAPES
from peerdesk.exchange.hsds_standard import RESOURCES
from peerdesk.exchange.row_sql import HIDDEN_PLACES, SERVICES_THERE, near_hidden, text_id
from peerdesk.store.connection import Connection

TABLES = frozenset(SHAPES)
# Tables others point to. What hangs on a row that stays here stays here; these references alone
# may be left blank.
_POINTED = (
    "organization",
    "program",
    "taxonomy",
    "taxonomy_term",
    "service",
    "location",
    "service_at_location",
    "contact",
    "phone",
)
_LOOSE = {
    ("location", "organization_id"),
    ("service", "program_id"),
    ("taxonomy_term", "taxonomy_id"),
}
_FIRST = {
    "service": "t.archived_at IS NULL",
    "organization": "(EXISTS (SELECT 1 FROM service AS s WHERE s.organization_id = t.id AND"
    " s.archived_at IS NULL) OR NOT EXISTS (SELECT 1 FROM service AS s"
    " WHERE s.organization_id = t.id))",
    "location": "(EXISTS (SELECT 1 FROM service_at_location AS h JOIN service AS s"
    " ON s.id = h.service_id WHERE h.location_id = t.id AND s.archived_at IS NULL)"
    " OR NOT EXISTS (SELECT 1 FROM service_at_location AS h WHERE h.location_id = t.id))",
}
# told about by metadata and attributes, and not to be told about
_UNTOLD = (
    "SELECT uid FROM service WHERE archived_at IS NOT NULL"
    f" UNION SELECT uid FROM service WHERE id IN ({SERVICES_THERE})"
    " UNION SELECT uid FROM organization WHERE id NOT IN (SELECT id FROM temp.out_organization)"
    " UNION SELECT uid FROM location WHERE hide_address"
    " OR id NOT IN (SELECT id FROM temp.out_location)",
    *(
        f"SELECT t.uid FROM {table} AS t WHERE t.location_id IN ({HIDDEN_PLACES})"
        for table in ("address", "accessibility", "service_at_location")
    ),
    *(
        f"SELECT t.uid FROM {table} AS t JOIN service AS s ON s.id = t.service_id"
        f" WHERE s.archived_at IS NOT NULL OR s.id IN ({SERVICES_THERE})"
        for table, shape in SHAPES.items()
        if "service_id" in shape.refs
    ),
)
_ISO = "strftime('%Y-%m-%dT%H:%M:%fZ', t.{0} / 1000.0, 'unixepoch')"


@dataclass(frozen=True)
class Select:
    """``sql`` gives uid, the columns ``names`` and ``extra`` of each row; ``refs`` are those of
    ``names`` that are uids; ``raw`` what each of the others is in SQL, to look at it alone."""

    table: str
    names: tuple[str, ...]
    refs: frozenset[str]
    raw: dict[str, str]
    where: str

    @property
    def sql(self) -> str:
        columns = ", ".join(self.raw[n] for n in self.names)
        return f"SELECT t.uid, {columns}, {self._extra} FROM {self.table} AS t{self.where}"

    @property
    def _extra(self) -> str:
        near = near_hidden(SHAPES[self.table])
        return f"CASE WHEN {near} THEN '' ELSE t.extra END" if near else "t.extra"

    def extra_keys(self) -> str:
        """The headings of ``extra`` in all rows."""
        return (
            f"SELECT DISTINCT j.key FROM (SELECT {self._extra} AS e FROM {self.table} AS t"
            f"{self.where}) AS x, json_each(x.e) AS j WHERE x.e <> '' ORDER BY 1"
        )

    def different(self, name: str) -> str:
        """Everything that stands in a column, once."""
        return f"SELECT DISTINCT {self.raw[name]} FROM {self.table} AS t{self.where}"

    def twice(self, name: str) -> str:
        """What stands in more than one row."""
        found = f"SELECT {self.raw[name]} FROM {self.table} AS t{self.where}"
        return f"{found} GROUP BY 1 HAVING count(*) > 1"


@contextmanager
def only(connection: Connection, tables: frozenset[str]) -> Iterator[None]:
    """Whatever is asked of ``connection`` meanwhile, SQLite reads ``tables`` and no others, and
    writes to none but temporary ones."""

    def allow(action: int, first: object, _second: object, base: object, _by: object) -> int:
        if action == sqlcipher.SQLITE_READ:
            ok = base == "temp" or first in tables or first == "json_each"
        else:
            ok = action in _ALLOWED or (action in _TEMPORARY and base == "temp")
        return int(sqlcipher.SQLITE_OK if ok else sqlcipher.SQLITE_DENY)

    connection.set_authorizer(allow)
    try:
        yield
    finally:
        connection.set_authorizer(None)


_FUNCTION = 31  # SQLITE_FUNCTION, which the driver does not name
_ALLOWED = frozenset({sqlcipher.SQLITE_SELECT, _FUNCTION})
_TEMPORARY = frozenset(
    {
        sqlcipher.SQLITE_CREATE_TEMP_TABLE,
        sqlcipher.SQLITE_CREATE_TEMP_INDEX,
        sqlcipher.SQLITE_INSERT,
        sqlcipher.SQLITE_UPDATE,
    }
)


def choose(connection: Connection) -> tuple[int, int]:
    """Note in temporary tables which rows go out; how many services stay (taken off the list) and
    how many locations go out without their address."""
    for table in _POINTED:
        connection.execute(f"CREATE TEMP TABLE out_{table} (id INTEGER PRIMARY KEY)")
    for table in _POINTED:
        connection.execute(
            f"INSERT INTO temp.out_{table} SELECT t.id FROM {table} AS t{_where(table)}"
        )
    connection.execute("CREATE TEMP TABLE out_untold (uuid TEXT PRIMARY KEY) WITHOUT ROWID")
    for uids in _UNTOLD:
        connection.execute(
            f"INSERT OR IGNORE INTO temp.out_untold SELECT {text_id('uid')} FROM ({uids})"
        )
    stay = connection.execute("SELECT count(*) FROM service WHERE archived_at IS NOT NULL")
    bare = connection.execute(
        "SELECT count(*) FROM location WHERE hide_address AND id IN (SELECT id FROM"
        " temp.out_location)"
    )
    return int(stay.fetchone()[0]), int(bare.fetchone()[0])


def _where(table: str) -> str:
    terms = [_FIRST[table]] if table in _FIRST else []
    shape = SHAPES[table]
    for column, target in shape.refs.items():
        if column == shape.own or (table, column) in _LOOSE or target not in _POINTED:
            continue
        if not (table == "service" and target == "organization"):  # it is there for its service
            one = f"t.{column} IN (SELECT id FROM temp.out_{target})"
            terms.append(one if column in shape.required else f"(t.{column} IS NULL OR {one})")
    if table in ("address", "accessibility"):
        terms.append(f"t.location_id NOT IN ({HIDDEN_PLACES})")
    if table in ("metadata", LINKS):
        link = "resource_id" if table == "metadata" else "link_id"
        terms.append(f"t.{link} NOT IN (SELECT uuid FROM temp.out_untold)")
    return f" WHERE {' AND '.join(terms)}" if terms else ""


def _raw(table: str, column: str) -> str:
    """A column that is no reference, in SQL, without what tells a hidden address."""
    value = f"t.{column}"
    if (table, column) == ("location", "hide_address"):
        return "CASE WHEN t.hide_address THEN 'withheld' ELSE '' END"
    if table == "location" and column not in ("location_type", "step_free"):
        nothing = "NULL" if column in ("latitude", "longitude") else "''"
        return f"CASE WHEN t.hide_address THEN {nothing} ELSE {value} END"
    if table == "service_at_location":
        return f"CASE WHEN t.location_id IN ({HIDDEN_PLACES}) THEN '' ELSE {value} END"
    if column in ("free", "by_appointment", "needs_internet", "step_free", "closed"):
        return f"CASE WHEN {value} THEN 'yes' ELSE '' END"
    return _ISO.format(column) if column == "checked_at" else value


def _select(table: str, also: Sequence[tuple[str, str]] = ()) -> Select:
    """``also``: columns of the resource that are something else in SQL."""
    shape = SHAPES[table]
    resource = RESOURCES["attribute" if table == "service_taxonomy" else table]
    raw: dict[str, str] = dict(also)
    refs = {n for n, _ in also if n == "link_id"}
    for column in resource.columns[1:]:
        name = column.name
        if name in raw:
            continue
        if name in shape.refs:
            target = shape.refs[name]
            chosen = f" AND r.id IN (SELECT id FROM temp.out_{target})"
            raw[name] = f"(SELECT r.uid FROM {target} AS r WHERE r.id = t.{name}{chosen})"
            refs.add(name)
        elif name in shape.columns:
            raw[name] = _raw(table, name)
    for column_name, heading in OWN.get(table, {}).items():
        raw[heading] = _raw(table, column_name)
    if table == "schedule":
        raw["closed"] = _raw(table, "closed")
    return Select(table, tuple(raw), frozenset(refs), raw, _where(table))


def selects() -> dict[str, tuple[Select, ...]]:
    """For each resource of the standard what fills it; the standard knows one table for links to
    terms, where we have two."""
    found: dict[str, tuple[Select, ...]] = {
        name: (_select(name),) for name in RESOURCES if name != "attribute"
    }
    service = (
        ("link_id", "(SELECT r.uid FROM service AS r WHERE r.id = t.service_id)"),
        ("link_entity", "'service'"),
    )
    found["attribute"] = (_select("service_taxonomy", service), _select(LINKS))
    return {name: found[name] for name in RESOURCES}
