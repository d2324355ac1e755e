"""Verbs of bringing a package in at one go, of taking it back, and the list of imports."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from peerdesk.core.text import translate
from peerdesk.exchange import hsds
from peerdesk.exchange.hsds import IsCancelled, Result
from peerdesk.store.backup import before
from peerdesk.store.connection import Connection
from peerdesk.store.directory import IMPORTED
from peerdesk.store.place import Place

TABLES = tuple(str(m._meta.table_name) for m in IMPORTED)
CopyFirst = Callable[[], object] | None
Ready = Callable[[], object]


@dataclass(frozen=True)
class Batch:
    """One import, for the list of imports. Times are UTC milliseconds."""

    id: int
    source: str
    at: int
    services: int
    left_out: int
    undone: bool
    can_undo: bool


def bring(
    shelf: Place, copy_first: CopyFirst, work: Callable[[Connection, int, Ready], Result]
) -> Result:
    """Let ``work`` bring something onto the shelf, on a connection of its own: it is given the
    time (UTC milliseconds) and what it has to call before it changes anything. That is
    ``copy_first``, which has a copy of everything made; without it the shelf alone is copied."""
    now = shelf.clock.now_ms()
    with closing(shelf.another()) as connection:
        alone = partial(before, connection, shelf.path, None, shelf.backups, now)
        result = work(connection, now, copy_first or alone)
        hsds.settle(connection)
        return result


class Imports:
    """Imports on the shelf."""

    _shelf: Place

    def run_import(
        self,
        path: Path,
        progress: hsds.Progress = hsds.nowhere,
        cancelled: IsCancelled = hsds.never,
        copy_first: CopyFirst = None,
    ) -> Result:
        """The work of an import on a connection of its own, for a background job; tell
        :meth:`imported` on the main thread afterwards. ``copy_first`` has a copy of everything
        made before anything is changed; without it the shelf alone is copied. Raises what
        ``exchange.hsds`` and ``copy_first`` raise; then nothing was changed."""
        return bring(
            self._shelf,
            copy_first,
            lambda connection, now, ready: hsds.import_package(
                connection, path, now, progress, cancelled, ready
            ),
        )

    def imported(self) -> None:
        """An import or its undoing is done: tell the screens."""
        label = translate("Directory", "Imported services")
        self._shelf.changed(label, *TABLES, "import_batch")

    def import_package(self, path: Path) -> Result:
        """Import and tell, without a job."""
        result = self.run_import(path)
        self.imported()
        return result

    def run_undo(self, batch: int, cancelled: IsCancelled = hsds.never) -> None:
        """The work of taking an import back, for a background job; then :meth:`imported`."""
        with closing(self._shelf.another()) as connection:
            hsds.undo_batch(connection, batch, self._shelf.clock.now_ms(), cancelled)
            hsds.settle(connection)

    def undo_batch(self, batch: int) -> None:
        """Take the newest import back, also after a restart, and tell."""
        self.run_undo(batch)
        self.imported()

    def batches(self) -> list[Batch]:
        """Imports, the newest first."""
        connection = self._shelf.database.connection()
        newest = hsds.undoable(connection)
        return [
            Batch(one, source, at, services, left_out, undone is not None, one == newest)
            for one, source, at, services, left_out, undone in connection.execute(
                "SELECT id, source, started_at, services, left_out, undone_at FROM import_batch"
                " ORDER BY id DESC LIMIT 50"
            )
        ]
