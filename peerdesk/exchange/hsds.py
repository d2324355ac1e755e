"""Import of a directory of services: HSDS 3.0 or 1.1, folder or zip, however untidy.

The package is made clean in a staging file in a temp folder of its own (a directory is public),
then copied into the shelf in one short transaction on its own connection. Given up in the middle
it leaves nothing behind.
"""

from __future__ import annotations

import gc
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from sqlcipher3 import dbapi2 as sqlcipher

from peerdesk.core.errors import Cancelled, KnownError
from peerdesk.core.text import translate
from peerdesk.exchange.allowance import Allowance
from peerdesk.exchange.copying import copy_in, undoable
from peerdesk.exchange.copying import undo as undo_copy
from peerdesk.exchange.package import Package, open_package
from peerdesk.exchange.reading import IsCancelled, Progress, read
from peerdesk.exchange.report import Problem
from peerdesk.exchange.staging import Staging
from peerdesk.store.connection import Connection, DiskFull, known

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
WHOLE = 1_000
READING = 800
CACHE_KIB = 64 * 1024


@dataclass(frozen=True)
class Result:
    """What an import did. ``services``: services of the package that are on the shelf now, of
    which ``resting`` are not listed because the directory says they do not run, and ``taken_off``
    because somebody took them off the list here;
    ``added``, ``changed`` and ``removed`` count rows of every table; ``left_out`` rows did not
    come in, ``noted`` came in with something missing; ``problems`` lists the first thousand."""

    batch: int
    source: str
    services: int
    resting: int
    taken_off: int
    added: int
    changed: int
    removed: int
    left_out: int
    noted: int
    problems: tuple[Problem, ...]
    not_kept: tuple[str, ...]


def never() -> bool:
    """For who cannot cancel."""
    return False


def nowhere(_done: int, _whole: int) -> None:
    """For who does not watch."""


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

    def step() -> None:
        if cancelled():
            raise Cancelled

    def reading(done: int, total: int) -> None:
        progress(READING * done // total, WHOLE)

    try:
        with tempfile.TemporaryDirectory(prefix="peerdesk-", ignore_cleanup_errors=True) as folder:
            staged = Path(folder) / "staging.db"
            package = opened(path)
            unpacked = sum(m.size for m in package.members)
            allowance = Allowance(package.source, package.stored, package.stored < unpacked)
            try:
                staging = Staging(staged)
                try:
                    with _uncollected():
                        found = read(package, staging, allowance, reading, cancelled)
                    staging.finish()
                finally:
                    staging.close()
            finally:
                package.close()
            batch: dict[str, object] = {
                "source": package.source,
                "source_key": package.key,
                "kind": package.kind,
                "source_date": package.date,
                "started_at": now_ms,
                "services": found.services,
                "left_out": found.left_out,
            }
            ready()
            step()
            with _interruptible(connection, cancelled):
                batch_id, counts = copy_in(
                    connection, staged, staging.filled, batch, allowance, step
                )
    except sqlcipher.OperationalError as error:
        raise _plain(error, path) from error
    except OSError as error:  # the temp folder
        raise DiskFull from error
    progress(WHOLE, WHOLE)
    return Result(
        batch_id,
        package.source,
        found.services,
        counts.resting,
        counts.taken_off,
        counts.added,
        counts.changed,
        counts.removed,
        found.left_out,
        found.noted,
        tuple(found.problems),
        tuple(found.not_kept),
    )


def undo_batch(
    connection: Connection, batch_id: int, now_ms: int, cancelled: IsCancelled = never
) -> None:
    """Take an import back, also after a restart. Raises KnownError when it is not the newest or
    the disk does not let us, and Cancelled; then the shelf is as before."""

    def step() -> None:
        if cancelled():
            raise Cancelled

    try:
        with _interruptible(connection, cancelled):
            undo_copy(connection, batch_id, now_ms, step)
    except sqlcipher.OperationalError as error:
        raise _plain(error, Path("shelf.db")) from error


def settle(connection: Connection) -> None:
    """After an import, when the screens know of it: bring the journal into the file. It holds up
    nobody, but would be a part of whatever is saved next."""
    connection.execute("PRAGMA wal_checkpoint(PASSIVE)")


@contextmanager
def _uncollected() -> Iterator[None]:
    """A million short-lived lists: the garbage collector would visit them for nothing."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


@contextmanager
def _interruptible(connection: Connection, cancelled: IsCancelled) -> Iterator[None]:
    """One statement may be long: ask between its steps as well."""
    connection.execute(f"PRAGMA cache_size = -{CACHE_KIB}")  # else pages are written twice
    connection.execute("PRAGMA wal_autocheckpoint = 0")  # the caller's :func:`settle` does it
    connection.set_progress_handler(lambda: int(cancelled()), 50_000)
    try:
        yield
    except sqlcipher.OperationalError as error:
        if "interrupted" in str(error):
            raise Cancelled from error
        raise
    finally:
        connection.set_progress_handler(None, 0)


def _plain(error: Exception, path: Path) -> Exception:
    """A database error in plain words; when another writer holds the shelf, that."""
    if "locked" in str(error):
        return KnownError(
            translate(
                "Import",
                "Something else is being saved just now. Nothing was changed. "
                "Wait a moment, then try again.",
            )
        )
    return known(error, path)
