"""A place that is open: the only way anything is written, undone, and told to the screens.

A verb runs inside :meth:`Place.operation`: one transaction on one place. The inverse of every
change (``store.inverses``) moves into a list at commit, which :meth:`Place.undo` replays backwards.
Undo belongs to one sign-in and ends at lock.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal, NamedTuple

from peewee import DatabaseError
from sqlcipher3 import dbapi2 as sqlcipher

from peerdesk.core.clock import Clock
from peerdesk.core.errors import KnownError
from peerdesk.core.text import Text, translate
from peerdesk.store import inverses
from peerdesk.store.backup import remake
from peerdesk.store.connection import SQLITE_ERRORS, Connection, connect, known
from peerdesk.store.database import PlaceDatabase
from peerdesk.store.search import SearchTable

STEPS_KEPT = 200
_NOT_CLEANED: tuple[type[Exception], ...] = (KnownError, *SQLITE_ERRORS)


class Change(NamedTuple):
    """What an operation, an undo or a job did: which tables of which place."""

    place: str
    label: Text
    tables: frozenset[str]
    kind: Literal["do", "undo", "redo", "job", "erase"]
    autosaved: bool = False
    """A field that saves itself: the screens refresh, but nothing needs to be said."""


@dataclass
class _Step:
    label: Text
    inverse: list[str]
    tables: frozenset[str]
    merge: Hashable = None
    settled: bool = field(default=False)


class Place:
    """One open file of the kind ``shelf``, ``cabinet`` or ``drawer``."""

    def __init__(
        self,
        database: PlaceDatabase,
        path: Path,
        key: bytes | None,
        clock: Clock,
        tables: tuple[SearchTable, ...],
        backups: Path,
    ) -> None:
        """Open ``path``; raises the KnownErrors of ``connection`` and ``database``."""
        self.kind = database.kind
        self.path = path
        self.clock = clock
        self.database = database
        self.backups = backups
        self._key = key
        self._search = tables
        self._undo: list[_Step] = []
        self._redo: list[_Step] = []
        self._depth = 0
        self._listeners: list[Callable[[Change], None]] = []
        self._watched = False
        database.open(path, key, tables, backups, clock)

    # -- writing -----------------------------------------------------------------------------

    @contextmanager
    def operation(self, label: Text, merge: Hashable = None) -> Iterator[None]:
        """One transaction that can be undone; an operation inside another joins it.

        ``merge``: while consecutive operations carry the same key (one field being typed in)
        they are one step for undo. Raises DiskFull or Unwritable with nothing changed.
        """
        if self._depth:
            yield
            return
        self._depth += 1
        try:
            with self._transaction():
                yield
                inverse, tables = inverses.collect(self.database.connection())
        finally:
            self._depth -= 1
        if not inverse:
            return
        self._redo.clear()
        last = self._undo[-1] if self._undo else None
        if last and merge is not None and last.merge == merge and not last.settled:
            last.inverse += inverse
            last.tables |= tables
        else:
            self._undo.append(_Step(label, inverse, tables, merge))
            del self._undo[:-STEPS_KEPT]
        self._tell(Change(self.kind, label, tables, "do", merge is not None))

    def settle(self) -> None:
        """The person left the field: typing there again is a new step for undo."""
        if self._undo:
            self._undo[-1].settled = True

    def undo(self) -> Change | None:
        """Take the last operation back; None when there is nothing to take back."""
        return self._replay(self._undo, self._redo, "undo")

    def redo(self) -> Change | None:
        """Do again what was undone last; None when there is nothing."""
        return self._replay(self._redo, self._undo, "redo")

    @property
    def undo_depth(self) -> int:
        """How many steps :meth:`undo` could take back."""
        return len(self._undo)

    @property
    def undo_label(self) -> Text | None:
        """What :meth:`undo` would take back."""
        return self._undo[-1].label if self._undo else None

    @property
    def redo_label(self) -> Text | None:
        """What :meth:`redo` would do again."""
        return self._redo[-1].label if self._redo else None

    @contextmanager
    def erasing(self, label: Text) -> Iterator[None]:
        """Like an operation, but for good: no undo, and what it removed is gone from the file,
        its journal, the search tables and the copies kept beside it. Raises KnownError when it
        went but there was no room to clean up after it.

        The uids that went are written into the list ``erased`` in the same transaction, so that
        no copy made before can bring them back."""
        with self._transaction():
            yield
            inverses.note_erased(self.database.connection(), self.clock.now_ms())
            _, tables = inverses.collect(self.database.connection())
        self._undo.clear()
        self._redo.clear()
        trouble: Exception | None = None
        try:
            self._clean_up()
        except _NOT_CLEANED as error:
            trouble = error
        self._tell(Change(self.kind, label, tables, "erase"))
        if trouble is not None:
            raise KnownError(
                translate(
                    "Store",
                    "It is erased and does not come back. But there was no room to clean up after "
                    "it, so older copies on this computer may still hold it. Make some room: they "
                    "are cleaned when something is erased next.",
                )
            ) from trouble

    def changed(self, label: Text, *tables: str) -> None:
        """A job wrote on a connection of its own: tell the screens.

        Steps that touch the same tables can no longer be replayed safely and are dropped.
        """
        touched = frozenset(tables)
        self._undo = [s for s in self._undo if not s.tables & touched]
        self._redo.clear()
        self._tell(Change(self.kind, label, touched, "job"))

    # -- reading and listening ---------------------------------------------------------------

    def another(self) -> Connection:
        """A connection of its own for a background job; the caller closes it."""
        return connect(self.path, self._key)

    def rows(self, sql: str, *values: object) -> list[tuple[object, ...]]:
        """Rows of a SELECT, for lists that SQL orders and pages read in windows."""
        return list(self.database.connection().execute(sql, values).fetchall())

    def subscribe(self, listener: Callable[[Change], None]) -> Callable[[], None]:
        """Call ``listener`` after every change; the returned callable ends it."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def close(self) -> None:
        """Close the file; the undo steps go with it."""
        self._undo.clear()
        self._redo.clear()
        if not self.database.is_closed():
            self.database.close()

    # -- inside ------------------------------------------------------------------------------

    def _clean_up(self) -> None:
        raw = self.database.connection()
        for table in self._search:
            raw.execute(f"INSERT INTO {table.name}({table.name}) VALUES ('optimize')")
        raw.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        raw.execute("VACUUM")
        raw.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        remake(raw, self.path, self._key, self.backups)

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        try:
            if not self._watched:
                self._watch()
            with self.database.atomic("IMMEDIATE"):
                yield
        except (DatabaseError, sqlcipher.DatabaseError) as error:
            better = known(error, self.path)
            if better is error:
                raise
            raise better from error

    def _replay(
        self, source: list[_Step], target: list[_Step], kind: Literal["undo", "redo"]
    ) -> Change | None:
        if not source:
            return None
        step = source[-1]
        try:
            with self._transaction():
                raw = self.database.connection()
                raw.execute("PRAGMA defer_foreign_keys = ON")
                for sql in reversed(step.inverse):
                    raw.execute(sql)
                inverse, tables = inverses.collect(raw)
        except (DatabaseError, sqlcipher.IntegrityError) as error:
            source.clear()
            raise KnownError(
                translate(
                    "Store",
                    "This cannot be undone any more, because something that rests on it has "
                    "changed since. Everything is as it was.",
                )
            ) from error
        source.pop()
        target.append(_Step(step.label, inverse, tables, settled=True))
        change = Change(self.kind, step.label, tables, kind)
        self._tell(change)
        return change

    def _tell(self, change: Change) -> None:
        for listener in list(self._listeners):
            listener(change)

    def _watch(self) -> None:
        """Before the first change: a sign-in that only reads need not wait for this."""
        inverses.watch(self.database.connection(), tuple(t.name for t in self._search))
        self._watched = True
