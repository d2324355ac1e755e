"""Has a staged listing be one that is here already, because somebody said they are the same.

As with corrections it is written into the staged rows. Into a listing that was written here comes
what nobody said here; what is said here stays, and where both say something, that is decided field
by field (``merging``). One that this very directory brought is brought up to date, and one that
keeps itself from another directory stays altogether as that has it.
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import compress

from peerdesk.exchange.alike import digits, plain
from peerdesk.exchange.corrections import SETS, WHOLE_SET, gathered
from peerdesk.exchange.hsds_shape import EXTRA, SHAPES
from peerdesk.exchange.merging import Key
from peerdesk.store.connection import Connection

Together = Mapping[bytes, bytes]
"""The uid of a staged listing → the uid of the one here."""
OWN, NEW, OUT = "own", "new", "out"
# decided as a whole where both say something
_WHOLE = tuple(SETS[name] for name in ("schedule", "language", "required_document"))
_DECIDED = frozenset({"phone", "service_at_location", *(parts.table for parts in _WHOLE)})
_PARTS = tuple(
    t for t, shape in SHAPES.items() if "service_id" in shape.refs and t != "service_at_location"
)
_AT_PLACES = tuple(t for t, shape in SHAPES.items() if "location_id" in shape.refs)
_AT_BOTH = tuple(t for t, shape in SHAPES.items() if "service_at_location_id" in shape.refs)


def bring_together(
    connection: Connection, same: Together, key: str, kind: str
) -> tuple[list[tuple[bytes, bytes]], frozenset[Key]]:
    """Have what is staged under the one uid be the listing here; ``key`` and ``kind`` say which
    directory it comes from. Returns those that were met, (there, here), and the fields in which
    nothing stands here, so that what comes in is to be taken."""
    rows = _chosen(connection, same, key, kind) if same else []
    if not rows:
        return [], frozenset()
    run = connection.execute
    run(
        "CREATE TEMP TABLE pair (there BLOB PRIMARY KEY, here BLOB, id INTEGER, org BLOB, way TEXT)"
    )
    connection.executemany("INSERT INTO temp.pair VALUES (?, ?, ?, ?, ?)", rows)
    run("CREATE INDEX temp.pair_here ON pair (here)")
    run(
        "CREATE TEMP TABLE owners AS SELECT DISTINCT organization_id AS uid FROM staging.service"
        " WHERE uid IN (SELECT there FROM temp.pair)"
    )
    has = {t for t in SHAPES if run(f"SELECT EXISTS (SELECT 1 FROM staging.{t})").fetchone()[0]}
    _phones(connection)
    _places(connection, has)
    for table in _PARTS:
        _part(connection, table)
    _service(connection)
    _owners(connection)
    blank = {*_blank_cells(connection), *_blank_sets(connection)}
    _keep(connection, has)
    for table in ("pair", "owners"):
        run(f"DROP TABLE temp.{table}")
    return [(there, here) for there, here, *_ in rows], frozenset(blank)


def _chosen(
    connection: Connection, same: Together, key: str, kind: str
) -> list[tuple[bytes, bytes, int, bytes | None, str]]:
    """(there, here, its id, its organization if it was written here, way): ``OWN`` for one that
    was written here, ``NEW`` for one that this very directory brought, else ``OUT``, and so for
    one that is in the package itself."""
    staged = {bytes(uid) for (uid,) in connection.execute("SELECT uid FROM staging.service")}
    here: dict[bytes, tuple[int, bytes, bool, bool]] = {}
    wanted = set(same.values())
    for uid, number, owner, own, this in connection.execute(
        "SELECT s.uid, s.id, o.uid, s.batch_id IS NULL, b.source_key = ? AND b.kind = ?"
        " FROM main.service AS s JOIN main.organization AS o ON o.id = s.organization_id"
        " LEFT JOIN main.import_batch AS b ON b.id = s.batch_id",
        (key, kind),
    ):
        if bytes(uid) in wanted or bytes(uid) in same:
            here[bytes(uid)] = (number, bytes(owner), bool(own), bool(this))
    rows: list[tuple[bytes, bytes, int, bytes | None, str]] = []
    taken = set[bytes]()
    for there, mine in sorted(same.items()):
        if there not in staged or there in here or mine not in here:
            continue
        number, owner, own, this = here[mine]
        way = OWN if own else NEW if this else OUT
        if mine in staged or mine in taken:
            way = OUT
        taken.add(mine)
        rows.append((there, mine, number, owner if way == OWN else None, way))
    return rows


def _those(way: str) -> str:
    return f"SELECT there FROM temp.pair WHERE way = '{way}'"


# -- what does not come in beside what is here -----------------------------------------------------


def _phones(connection: Connection) -> None:
    """A number that stands here already does not come in beside it, however it is written."""
    here: dict[bytes, set[str]] = {}
    for there, number in connection.execute(
        "SELECT p.there, t.number FROM temp.pair AS p JOIN main.phone AS t ON t.service_id = p.id"
        f" WHERE p.way = '{OWN}' AND t.batch_id IS NULL"
    ):
        here.setdefault(bytes(there), set()).add(digits(str(number)))
    again = [
        (row,)
        for row, there, number in connection.execute(
            f"SELECT rowid, service_id, number FROM staging.phone WHERE service_id IN"
            f" ({_those(OWN)})"
        )
        if digits(str(number)) in here.get(bytes(there), ())
    ]
    connection.executemany("DELETE FROM staging.phone WHERE rowid = ?", again)


def _places(connection: Connection, has: set[str]) -> None:
    """Where it is stays, if that is known here or is not to be known."""
    run = connection.execute
    placed = (
        f"SELECT p.there FROM temp.pair AS p WHERE p.way = '{OWN}' AND EXISTS"
        " (SELECT 1 FROM main.service_at_location AS h JOIN main.location AS l"
        " ON l.id = h.location_id WHERE h.service_id = p.id AND h.batch_id IS NULL AND"
        " (l.hide_address OR EXISTS"
        " (SELECT 1 FROM main.address AS a WHERE a.location_id = l.id)))"
    )
    run(
        "CREATE TEMP TABLE left_there AS SELECT uid, service_id, location_id FROM"
        f" staging.service_at_location WHERE service_id IN ({placed} UNION ALL {_those(OUT)})"
    )
    run(
        "UPDATE staging.schedule AS x SET service_id = g.service_id, service_at_location_id = NULL"
        " FROM temp.left_there AS g WHERE g.uid = x.service_at_location_id"
    )
    left = "SELECT uid FROM temp.left_there"
    for table in has.intersection(_AT_BOTH):
        run(f"DELETE FROM staging.{table} WHERE service_at_location_id IN ({left})")
    run(f"DELETE FROM staging.service_at_location WHERE uid IN ({left})")
    run(
        "CREATE TEMP TABLE lone AS SELECT location_id AS uid FROM temp.left_there"
        " EXCEPT SELECT location_id FROM staging.service_at_location"
    )
    for table in has.intersection(_AT_PLACES):
        run(f"DELETE FROM staging.{table} WHERE location_id IN (SELECT uid FROM temp.lone)")
    run("DELETE FROM staging.location WHERE uid IN (SELECT uid FROM temp.lone)")
    run("DROP TABLE temp.lone")
    run("DROP TABLE temp.left_there")


def _part(connection: Connection, table: str) -> None:
    """What hangs on the listing: what is said here stays, what nobody said here comes in."""
    run = connection.execute
    gone = _those(OUT)
    if table not in _DECIDED:
        gone += (
            f" UNION ALL SELECT p.there FROM temp.pair AS p WHERE p.way = '{OWN}' AND EXISTS"
            f" (SELECT 1 FROM main.{table} AS t WHERE t.service_id = p.id AND t.batch_id IS NULL)"
        )
    run(f"DELETE FROM staging.{table} WHERE service_id IN ({gone})")
    _moved(connection, table)


def _moved(connection: Connection, table: str) -> None:
    connection.execute(
        f"UPDATE staging.{table} AS x SET service_id = p.here FROM temp.pair AS p"
        " WHERE p.there = x.service_id"
    )


def _service(connection: Connection) -> None:
    """The listing itself; what it says nothing about stays as it is here."""
    run = connection.execute
    _moved(connection, "service_at_location")
    run(f"DELETE FROM staging.service WHERE uid IN ({_those(OUT)})")
    said = ", ".join(
        f"{c} = iif(x.{c} IS NULL OR x.{c} IN ('', 0), t.{c}, x.{c})"
        for c in SHAPES["service"].columns
        if c != EXTRA
    )
    run(
        f"UPDATE staging.service AS x SET {said}, extra = t.extra, organization_id = p.org"
        " FROM temp.pair AS p JOIN main.service AS t ON t.id = p.id"
        f" WHERE p.there = x.uid AND p.way = '{OWN}'"
    )
    names = run(
        "SELECT x.uid, x.name, t.name FROM staging.service AS x JOIN temp.pair AS p"
        f" ON p.there = x.uid JOIN main.service AS t ON t.id = p.id WHERE p.way = '{OWN}'"
    ).fetchall()
    connection.executemany(  # a name that differs in capitals alone is nothing to be decided
        "UPDATE staging.service SET name = ? WHERE uid = ?",
        [(mine, uid) for uid, name, mine in names if name != mine and plain(name) == plain(mine)],
    )
    run("UPDATE staging.service AS x SET uid = p.here FROM temp.pair AS p WHERE p.there = x.uid")


def _owners(connection: Connection) -> None:
    """An organization that no staged listing is of any more stays away, with what hangs on it;
    and so does what hung on a contact that stayed away."""
    run = connection.execute
    run(
        "CREATE TEMP TABLE lone AS SELECT uid FROM temp.owners"
        " EXCEPT SELECT organization_id FROM staging.service"
        " EXCEPT SELECT parent_organization_id FROM staging.organization"
    )
    for table, shape in SHAPES.items():
        if "organization_id" in shape.refs and table not in ("service", "location"):
            run(f"DELETE FROM staging.{table} WHERE organization_id IN (SELECT uid FROM temp.lone)")
    run("DELETE FROM staging.organization WHERE uid IN (SELECT uid FROM temp.lone)")
    run("DROP TABLE temp.lone")
    for table, column, target in (
        ("phone", "contact_id", "contact"),
        ("language", "phone_id", "phone"),
    ):
        run(
            f"DELETE FROM staging.{table} WHERE {column} IS NOT NULL"
            f" AND {column} NOT IN (SELECT uid FROM staging.{target})"
        )


# -- what is to be taken, and what stays -----------------------------------------------------------


def _blank_cells(connection: Connection) -> list[Key]:
    """Cells in which nothing stands here, and numbers where there are none."""
    found: list[Key] = []
    pairs = "temp.pair AS p JOIN main.service AS t ON t.id = p.id"
    columns = SHAPES["service"].columns
    both = ", ".join(f"t.{c} IS NOT x.{c} AND coalesce(t.{c}, '') IN ('', 0)" for c in columns)
    for uid, *blank in connection.execute(
        f"SELECT p.here, {both} FROM {pairs} JOIN staging.service AS x ON x.uid = p.here"
        f" WHERE p.way = '{OWN}'"
    ):
        found += [("service", bytes(uid), c) for c in compress(columns, blank)]
    rows = connection.execute(
        f"SELECT x.uid FROM {pairs} JOIN staging.phone AS x ON x.service_id = p.here"
        f" WHERE p.way = '{OWN}' AND NOT EXISTS (SELECT 1 FROM main.phone AS o"
        " WHERE o.service_id = p.id AND o.batch_id IS NULL)"
    )
    return found + [("phone", bytes(uid), "number") for (uid,) in rows]


def _blank_sets(connection: Connection) -> list[Key]:
    """What is edited as a whole, where nobody wrote it here; and where both say the same, only
    what is here is left."""
    found: list[Key] = []
    run = connection.execute
    for parts in _WHOLE:
        mine = f"{parts.of('main')} IN (SELECT id FROM temp.pair WHERE way = '{OWN}')"
        with (
            gathered(connection, parts, "main", f"t.batch_id IS NULL AND {mine}") as here,
            gathered(connection, parts, "staging") as said,
        ):
            rows = run(
                f"SELECT here FROM temp.pair WHERE way = '{OWN}'"
                f" AND id NOT IN (SELECT owner FROM {here})"
            )
            found += [(parts.table, bytes(uid), WHOLE_SET) for (uid,) in rows]
            run(
                f"DELETE FROM staging.{parts.table} AS t WHERE {parts.of('staging')} IN"
                f" (SELECT p.here FROM temp.pair AS p JOIN {here} AS m ON m.owner = p.id"
                f" JOIN {said} AS n ON n.owner = p.here WHERE m.words = n.words)"
            )
    return found


def _keep(connection: Connection, has: set[str]) -> None:
    """What was written here and is not decided stands in the package as well, as if it came back:
    it is neither changed nor told to be."""
    own = f"(SELECT id FROM temp.pair WHERE way = '{OWN}')"
    at = f"(SELECT h.location_id FROM main.service_at_location AS h WHERE h.service_id IN {own})"
    for table in (t for t in SHAPES if t in has and t != "service"):
        refs = SHAPES[table].refs
        if table in ("location", "service_at_location", *_PARTS):
            where = f"t.id IN {at}" if table == "location" else f"t.service_id IN {own}"
        elif table in _AT_PLACES:
            where = f"t.location_id IN {at}"
        else:
            continue
        if "location_id" in refs and table != "service_at_location" and table in _PARTS:
            where = f"({where} OR t.location_id IN {at})"
        for parts in _WHOLE:
            if parts.table == table:
                owner = f"(SELECT s.uid FROM main.service AS s WHERE s.id = {parts.of('main')})"
                where = (
                    f"{parts.of('main')} IN {own} AND {owner} NOT IN"
                    f" (SELECT owner FROM ({parts.words('staging')}))"
                )
        columns = {c: f"t.{c}" for c in SHAPES[table].columns}
        columns |= {
            c: f"(SELECT r.uid FROM main.{target} AS r WHERE r.id = t.{c})"
            for c, target in refs.items()
        }
        connection.execute(
            f"INSERT INTO staging.{table}(uid, {', '.join(columns)})"
            f" SELECT t.uid, {', '.join(columns.values())} FROM main.{table} AS t"
            f" WHERE t.batch_id IS NULL AND ({where})"
            f" AND t.uid NOT IN (SELECT uid FROM staging.{table})"
        )
