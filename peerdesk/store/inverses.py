"""How every change could be taken back: TEMP triggers write the inverse of each into a temp table.

They live on one connection and are gone with it; nothing of them is in the file.
"""

from __future__ import annotations

from peerdesk.store.connection import Connection
from peerdesk.store.erased import write_erased


def watch(raw: Connection, derived: tuple[str, ...]) -> None:
    """Write down from now on what is changed in any table we keep; not in those whose names begin
    with one of ``derived``, which follow from others."""
    raw.execute(
        "CREATE TEMP TABLE IF NOT EXISTS undo_log"
        "(seq INTEGER PRIMARY KEY, tbl TEXT, sql TEXT, gone BLOB)"
    )
    names = [
        r[0]
        for r in raw.execute(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
            " AND name NOT IN ('schema_migration', 'import_before', 'erased') ORDER BY name"
        )
    ]
    for name in names:
        if not name.startswith(derived):
            for sql in _triggers(raw, name):
                raw.execute(sql)


def collect(raw: Connection) -> tuple[list[str], frozenset[str]]:
    """Take out what was written down: the inverse statements in the order of the changes (they are
    replayed backwards), and the tables that were changed."""
    rows = raw.execute("SELECT sql, tbl FROM temp.undo_log ORDER BY seq").fetchall()
    raw.execute("DELETE FROM temp.undo_log")
    return [r[0] for r in rows], frozenset(r[1] for r in rows)


def note_erased(raw: Connection, now: int) -> None:
    """Put the uids of rows that went, and did not come again, into the list ``erased``; ``now`` in
    UTC milliseconds."""
    gone = raw.execute(
        "SELECT DISTINCT gone, tbl FROM temp.undo_log WHERE gone IS NOT NULL"
    ).fetchall()
    for uid, table in gone:
        if not raw.execute(f'SELECT 1 FROM "{table}" WHERE uid = ?', (uid,)).fetchone():
            write_erased(raw, uid, table, now)


def _quoted(column: str) -> str:
    """SQL for the old value as a literal; ``quote`` alone ends a text at its first NUL."""
    old = f'old."{column}"'
    return (
        f"CASE WHEN typeof({old}) = 'text' AND instr({old}, char(0)) "
        f"THEN 'CAST(' || quote(CAST({old} AS BLOB)) || ' AS TEXT)' ELSE quote({old}) END"
    )


def _triggers(raw: Connection, table: str) -> tuple[str, str, str]:
    columns = [r[1] for r in raw.execute(f'PRAGMA table_info("{table}")')]
    names = ", ".join(f'"{c}"' for c in columns)
    values = " || ', ' || ".join(_quoted(c) for c in columns)
    changes = " || ".join(
        f"""CASE WHEN old."{c}" IS NOT new."{c}" """
        f"""THEN ', "{c}" = ' || {_quoted(c)} ELSE '' END"""
        for c in columns
        if c != "id"
    )

    def trigger(event: str, sql: str, gone: str = "NULL") -> str:
        return (
            f'CREATE TEMP TRIGGER IF NOT EXISTS "undo_{table}_{event}" '
            f'AFTER {event} ON main."{table}" '
            f"BEGIN INSERT INTO undo_log(tbl, sql, gone) VALUES ('{table}', {sql}, {gone}); END"
        )

    # A uid made of others (UUIDv5) may come again rightly; its row goes with what it hangs on.
    gone = "CASE WHEN substr(hex(old.uid), 13, 1) = '7' THEN old.uid END"

    return (
        trigger("INSERT", f"""'DELETE FROM "{table}" WHERE id = ' || new.id"""),
        trigger(
            "DELETE",
            f"""'INSERT INTO "{table}"({names}) VALUES (' || {values} || ')'""",
            gone if "uid" in columns else "NULL",
        ),
        trigger(
            "UPDATE",
            f"""'UPDATE "{table}" SET id = ' || old.id || {changes} || ' WHERE id = ' || new.id""",
        ),
    )
