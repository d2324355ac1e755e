"""One deferred peewee database per place, opened through ``connection`` and migrated to the head.

Models bind to these databases at import; nothing can be read before :meth:`PlaceDatabase.open`.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from peewee import AutoField, BlobField, DatabaseError, Model
from playhouse.sqlcipher_ext import SqlCipherDatabase

from peerdesk.core.clock import Clock
from peerdesk.core.errors import KnownError
from peerdesk.core.text import translate
from peerdesk.safe import files
from peerdesk.store import search
from peerdesk.store.connection import (
    PATIENCE,
    SQLITE_ERRORS,
    Connection,
    Damaged,
    backup,
    connect,
    drop_triggers,
    known,
)

MIGRATIONS = Path(__file__).parent / "migrations"
# Checking this much takes 10 ms; larger files wait for their copy at closing.
CHECKED_AT_OPENING = 4 * 1024 * 1024
MOST_COLUMNS = 200
"""Far more than any table of ours has."""
_ODD_NAMES = (
    "SELECT 1 FROM sqlite_master AS t, pragma_table_info(t.name) AS c WHERE t.type = 'table'"
    " AND (c.cid >= ? OR t.name || c.name GLOB '*[^A-Za-z0-9_]*') LIMIT 1"
)
_UNREADABLE: tuple[type[Exception], ...] = (DatabaseError, *SQLITE_ERRORS)


class PlaceDatabase(SqlCipherDatabase):  # type: ignore[misc]  # playhouse is untyped
    """A database of one kind of place; ``path`` and ``key`` arrive with :meth:`open`."""

    def __init__(self, kind: str) -> None:
        super().__init__(None, autoconnect=False)
        self.kind = kind
        self.path = Path()
        self.key: bytes | None = None
        self.alone, self.patience = False, PATIENCE
        """As in ``connection.connect``, for what is opened next."""

    def _connect(self) -> Connection:
        return connect(self.path, self.key, alone=self.alone, patience=self.patience)

    def rollback(self) -> None:
        # A full disk ends the transaction inside SQLite; a second rollback would hide the cause.
        if self.connection().in_transaction:
            super().rollback()

    def open(
        self,
        path: Path,
        key: bytes | None,
        tables: tuple[search.SearchTable, ...],
        backups: Path,
        clock: Clock | None = None,
    ) -> None:
        """Open ``path`` and bring it to the newest form.

        A file from a newer PeerDesk is refused (KnownError); before an older one is changed a
        copy is put into ``backups``: of the whole workspace when ``path`` is one of its places
        and ``clock`` says when. Damage anywhere in an encrypted file is found now if the file
        is small or was not closed well, else when it is copied next.
        """
        self.path, self.key = path, key
        self.init(str(path))
        journal = path.with_name(path.name + "-wal")
        with files.plain_words(path):
            closed_well = not (journal.exists() and journal.stat().st_size)
        try:
            self.connect()
            self._check(closed_well)
            self._look_at_names()
            self._migrate(tables, backups, clock)
        except _UNREADABLE as error:
            self.close()
            raise known(error, path) from error
        except BaseException:
            self.close()
            raise

    def _check(self, closed_well: bool) -> None:
        if self.key is None or (closed_well and self.path.stat().st_size > CHECKED_AT_OPENING):
            return
        raw = self.connection()
        # First the journal: a page that a power cut tore is whole again in there.
        raw.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        if raw.execute("PRAGMA cipher_integrity_check").fetchone():
            raise Damaged(self.path)

    def _look_at_names(self) -> None:
        """What is written with every change (``Place``) names tables and columns: those of a
        stranger would turn each of them away."""
        if self.connection().execute(_ODD_NAMES, (MOST_COLUMNS,)).fetchone():
            raise Damaged(self.path)

    def _migrate(
        self, tables: tuple[search.SearchTable, ...], backups: Path, clock: Clock | None
    ) -> None:
        head = head_of(self.kind)
        raw = self.connection()
        version = raw.execute("PRAGMA user_version").fetchone()[0]
        if version == head:
            self._put_triggers_right(raw, tables)
            return
        if version > head:
            raise KnownError(
                translate(
                    "Store",
                    "{file} was made by a newer PeerDesk. It was not touched. "
                    "Please open it with that version or a newer one.",
                ).format(file=self.path.name)
            )
        if version:
            self._keep(raw, backups, head, clock)
        from playhouse.migrations import Runner  # 10 ms, needed only when something changes

        drop_triggers(raw)
        search.drop(raw, tables)
        runner = Runner(self, str(MIGRATIONS / self.kind))
        runner.up()
        done = {int(name[:4]) for name in runner.applied()}
        if max(done) != head:
            raise RuntimeError(f"{self.kind} was not brought to {head}")
        with self.atomic():
            search.drop(raw, tables)
            search.build(raw, tables)
            raw.execute(f"PRAGMA user_version = {head}")

    def _put_triggers_right(self, raw: Connection, tables: tuple[search.SearchTable, ...]) -> None:
        """Only those that feed the search tables are ours. Where one of them is not as we made it,
        what it fed cannot be relied on either."""
        ours = {sql for table in tables for sql in table.triggers}
        there = raw.execute("SELECT sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
        if {sql for (sql,) in there} == ours:
            return
        with self.atomic("IMMEDIATE"):
            drop_triggers(raw, ours)
            search.drop(raw, tables)
            search.build(raw, tables)

    def _keep(self, raw: Connection, backups: Path, head: int, clock: Clock | None) -> None:
        """All places are copied once, before the first of them is brought on."""
        from peerdesk.store import backup_fresh  # only when something changes

        if clock is not None and backup_fresh.before_new_form(self.path, self.key, backups, clock):
            return
        backups.mkdir(parents=True, exist_ok=True)
        backup(raw, backups / f"{self.path.stem}-before-{head}.bak", self.key)


def head_of(kind: str) -> int:
    """The newest form of a kind of place: the number of its last migration."""
    folder = MIGRATIONS / kind
    head = max((int(p.name[:4]) for p in folder.glob("[0-9]*.py")), default=0)
    if not head:
        raise RuntimeError(f"no migrations in {folder}")
    return head


class Uid(BlobField):
    """16 bytes that name a row everywhere (UUIDv7, or UUIDv5 of a natural key)."""

    def python_value(self, value: Any) -> bytes | None:
        if isinstance(value, (int, str)):
            raise TypeError("a file of ours has bytes here")  # bytes(10**12) takes what memory is
        return None if value is None else bytes(value)


class Row(Model):
    """Base of all models: an ``id`` for references in the file and a ``uid`` for the world."""

    id = AutoField()
    uid = Uid(unique=True)

    class Meta:
        legacy_table_names = False
