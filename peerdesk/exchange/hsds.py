"""Import of a directory of services: HSDS 3.0 or 1.1, folder or zip, however untidy.

The package is made clean in a staging file in a temp folder of its own (``prepared``), then copied
into the shelf in one short transaction on its own connection. Given up in the middle it leaves
nothing behind.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from sqlcipher3 import dbapi2 as sqlcipher

from peerdesk.core.errors import Cancelled
from peerdesk.exchange.package import Package, open_package
from peerdesk.exchange.prepared import Prepared, Result, interruptible, never, nowhere, plain
from peerdesk.exchange.reading import IsCancelled, Progress
from peerdesk.exchange.undoing import undo as undo_copy
from peerdesk.exchange.undoing import undoable
from peerdesk.store.connection import Connection

__all__ = [
    "IsCancelled",
    "Progress",
    "Result",
    "import_package",
    "never",
    "nowhere",
    "settle",
    "undo_batch",
    "undoable",
]


def import_package(
    connection: Connection,
    path: Path,
    now_ms: int,
    progress: Progress = nowhere,
    cancelled: IsCancelled = never,
    ready: Callable[[], object] = dict,
    opened: Callable[[Path], Package] = open_package,
) -> Result:
    """Bring a package onto the shelf that ``connection`` (outside a transaction) has open.

    ``progress`` gets (done, of 1,000); ``ready`` is called when the package is read and nothing
    has been changed yet (for a copy of the shelf); ``opened`` reads what is at ``path``. Raises
    Cancelled, and KnownError for a package or disk that cannot be read or written; then the shelf
    is as before.
    """

    with Prepared(path, progress, cancelled, opened) as prepared:
        return prepared.bring_in(connection, now_ms, progress, cancelled, ready)


def undo_batch(
    connection: Connection, batch_id: int, now_ms: int, cancelled: IsCancelled = never
) -> None:
    """Take an import back, also after a restart. Raises KnownError when it is not the newest or
    the disk does not let us, and Cancelled; then the shelf is as before."""

    def step() -> None:
        if cancelled():
            raise Cancelled

    try:
        with interruptible(connection, cancelled):
            undo_copy(connection, batch_id, now_ms, step)
    except sqlcipher.OperationalError as error:
        raise plain(error, Path("shelf.db")) from error


def settle(connection: Connection) -> None:
    """After an import, when the screens know of it: bring the journal into the file. It holds up
    nobody, but would be a part of whatever is saved next."""
    connection.execute("PRAGMA wal_checkpoint(PASSIVE)")
