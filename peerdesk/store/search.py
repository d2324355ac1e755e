"""Derived search tables (FTS5): dropped before a migration, rebuilt after it, never migrated.

SQLite's table rebuilds drop triggers silently, so nothing here is trusted to survive one.
Every table has ``secure-delete``: without it erased words would stay in the file
(SQLite FTS5 documentation, section 6.13).
"""

from __future__ import annotations

import re
from typing import NamedTuple

from peerdesk.store.connection import Connection

LIMIT = 200
RANKED_BELOW = 5_000
# Of fewer rows the beginning of a word is found among the words themselves within a few
# milliseconds; an index of beginnings would double what is written with every change.
FEW = 6_000
_BEGINNINGS = ", prefix='2 3'"
# bytes that are gathered before they are written: all of a town at once, and never more
_GATHERED = 8 * 1024 * 1024
_WORD = re.compile(r"\w+", re.UNICODE)


class SearchTable(NamedTuple):
    """One FTS5 table of the rows of ``content``: ``create`` and ``triggers`` are SQL, with
    ``{more}`` for further options; ``rebuild`` fills it anew."""

    name: str
    content: str
    create: str
    rebuild: str
    triggers: tuple[str, ...] = ()


def mirror(table: str, columns: tuple[str, ...]) -> SearchTable:
    """A search table ``<table>_search`` that mirrors text columns of ``table`` by triggers."""
    name, cols = f"{table}_search", ", ".join(columns)
    new = ", ".join(f"new.{c}" for c in columns)
    old = ", ".join(f"old.{c}" for c in columns)
    gone = f"INSERT INTO {name}({name}, rowid, {cols}) VALUES ('delete', old.id, {old});"
    come = f"INSERT INTO {name}(rowid, {cols}) VALUES (new.id, {new});"
    return SearchTable(
        name,
        table,
        f"CREATE VIRTUAL TABLE {name} USING fts5({cols}, content='{table}', content_rowid='id',"
        " tokenize='unicode61 remove_diacritics 2'{more})",
        f"INSERT INTO {name}({name}) VALUES ('rebuild')",
        (
            f"CREATE TRIGGER {name}_ai AFTER INSERT ON {table} BEGIN {come} END",
            f"CREATE TRIGGER {name}_ad AFTER DELETE ON {table} BEGIN {gone} END",
            f"CREATE TRIGGER {name}_au AFTER UPDATE OF {cols} ON {table} BEGIN {gone} {come} END",
        ),
    )


def drop(connection: Connection, tables: tuple[SearchTable, ...]) -> None:
    """Drop the search tables and every trigger that feeds them."""
    for table in tables:
        rows = connection.execute(
            "SELECT name FROM sqlite_master WHERE type = 'trigger' AND name LIKE ? ESCAPE '\\'",
            (table.name.replace("_", "\\_") + "\\_%",),
        ).fetchall()
        for (name,) in rows:
            connection.execute(f'DROP TRIGGER "{name}"')
        connection.execute(f"DROP TABLE IF EXISTS {table.name}")


def build(connection: Connection, tables: tuple[SearchTable, ...]) -> None:
    """Make the search tables, fill them, and attach their triggers."""
    for table in tables:
        more = "" if _few(connection, table) else _BEGINNINGS
        connection.execute(table.create.format(more=more))
        for option, value in (("secure-delete", 1), ("hashsize", _GATHERED)):
            connection.execute(
                f"INSERT INTO {table.name}({table.name}, rank) VALUES (?, ?)", (option, value)
            )
        connection.execute(table.rebuild)
        for trigger in table.triggers:
            connection.execute(trigger)


def outgrown(connection: Connection, table: SearchTable) -> bool:
    """Whether a search table that was built for few rows has many by now."""
    sql = "SELECT 1 FROM sqlite_master WHERE name = ? AND instr(sql, ?) = 0"
    small = connection.execute(sql, (table.name, _BEGINNINGS)).fetchone() is not None
    return small and not _few(connection, table)


def _few(connection: Connection, table: SearchTable) -> bool:
    return bool(connection.execute(f"SELECT count(*) < {FEW} FROM {table.content}").fetchone()[0])


def match(typed: str) -> str:
    """What somebody typed, as an FTS5 query: every word must occur, the last as a beginning.

    Returns "" when there is no word in it.
    """
    words = _WORD.findall(typed)
    return " ".join(f'"{w}"*' for w in words)


def find(
    connection: Connection, table: str, typed: str, *, name_column: str, limit: int = LIMIT
) -> list[int]:
    """Row ids that match, those that match in ``name_column`` first; at most ``limit``.

    Ranked only when few enough rows match that ranking cannot be felt.
    """
    query = match(typed)
    if not query:
        return []
    count = connection.execute(
        f"SELECT count(*) FROM (SELECT 1 FROM {table} WHERE {table} MATCH ? LIMIT ?)",
        (query, RANKED_BELOW),
    ).fetchone()[0]
    order = " ORDER BY rank" if count < RANKED_BELOW else ""
    found: dict[int, None] = {}
    for part in (f"{{{name_column}}} : ({query})", query):
        rows = connection.execute(
            f"SELECT rowid FROM {table} WHERE {table} MATCH ?{order} LIMIT ?", (part, limit)
        )
        found.update(dict.fromkeys(row[0] for row in rows))
    return list(found)[:limit]
