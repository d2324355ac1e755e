"""A package that was read and not brought in yet: it lies in a staging file of its own.

The file is in a temp folder (a directory is public) and goes with it. Until :meth:`bring_in` the
shelf is as it was; given up before or in the middle, nothing is left behind.
"""

from __future__ import annotations

import gc
import shutil
import tempfile
import weakref
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType

from sqlcipher3 import dbapi2 as sqlcipher

from peerdesk.core.errors import Cancelled, KnownError
from peerdesk.core.text import translate
from peerdesk.exchange.allowance import Allowance
from peerdesk.exchange.copying import copy_in
from peerdesk.exchange.merging import NO_KEYS, Key
from peerdesk.exchange.package import Package, open_package
from peerdesk.exchange.preview import Preview, compare
from peerdesk.exchange.reading import IsCancelled, Progress, read
from peerdesk.exchange.report import Problem
from peerdesk.exchange.staging import Staging
from peerdesk.exchange.together import Together
from peerdesk.store.connection import Connection, DiskFull, known

WHOLE = 1_000
READING = 800
CACHE_KIB = 64 * 1024


@dataclass(frozen=True)
class Result:
    """What an import did. ``services``: services of the package that are on the shelf now, of
    which ``resting`` are not listed because the directory says they do not run, and ``taken_off``
    because somebody took them off the list here; ``gone``: services that the source has no more
    and that went off the list for it;
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
    gone: int = 0


def never() -> bool:
    """For who cannot cancel."""
    return False


def nowhere(_done: int, _whole: int) -> None:
    """For who does not watch."""


class Prepared:
    """Reads the package at ``path`` as it is made; ``made_on`` is the day the package gives (ISO)
    or blank. ``progress`` gets (done, of 1,000). Raises
    Cancelled, and KnownError for a package or disk that cannot be read or written. To be
    closed, which throws the staging file away, or used as a context."""

    def __init__(
        self,
        path: Path,
        progress: Progress = nowhere,
        cancelled: IsCancelled = never,
        opened: Callable[[Path], Package] = open_package,
    ) -> None:
        self._path = path
        with self._plainly():
            folder = tempfile.mkdtemp(prefix="peerdesk-")
            # goes at the latest with this or with the process, also when nobody asks
            self.close = weakref.finalize(self, shutil.rmtree, folder, ignore_errors=True)
            self._staged = Path(folder) / "staging.db"
            try:
                self._read(opened(path), progress, cancelled)
            except BaseException:
                self.close()
                raise

    def _read(self, package: Package, progress: Progress, cancelled: IsCancelled) -> None:
        def reading(done: int, total: int) -> None:
            progress(READING * done // total, WHOLE)

        self.source, self.kind = package.source, package.kind
        self._key, self.made_on = package.key, package.date
        # what we wrote ourselves leaves things out, and a pack is a choice
        self._complete = not package.exact
        unpacked = sum(m.size for m in package.members)
        self._allowance = Allowance(package.source, package.stored, package.stored < unpacked)
        try:
            staging = Staging(self._staged)
            try:
                with _uncollected():
                    self.found = read(package, staging, self._allowance, reading, cancelled)
                staging.finish()
            finally:
                staging.close()
            self._filled = staging.filled
        finally:
            package.close()

    def look(
        self,
        connection: Connection,
        cancelled: IsCancelled = never,
        same: Together | None = None,
    ) -> Preview:
        """What bringing it in would change on the shelf that ``connection`` (outside a
        transaction) has open; nothing is written. ``same``: as with :meth:`bring_in`. Raises
        Cancelled, and KnownError for a disk that cannot be read."""
        with self._plainly(), interruptible(connection, cancelled):
            return compare(
                connection, self._staged, self._filled, self._key, self.kind, self._complete, same
            )

    def bring_in(
        self,
        connection: Connection,
        now_ms: int,
        progress: Progress = nowhere,
        cancelled: IsCancelled = never,
        ready: Callable[[], object] = dict,
        taken: Collection[Key] = NO_KEYS,
        same: Together | None = None,
    ) -> Result:
        """Copy it onto the shelf that ``connection`` (outside a transaction) has open; once.

        What was put right here stays, but for ``taken``; ``same`` are listings that are one with
        one here (None: those of which that is remembered). ``ready`` is called when nothing has
        been changed yet (for a copy of the shelf). Raises Cancelled, and KnownError for a disk that
        cannot be written; then the shelf is as before."""

        def step() -> None:
            if cancelled():
                raise Cancelled

        found = self.found
        batch: dict[str, object] = {
            "source": self.source,
            "source_key": self._key,
            "kind": self.kind,
            "source_date": self.made_on,
            "started_at": now_ms,
            "services": found.services,
            "left_out": found.left_out,
        }
        with self._plainly():
            ready()
            step()
            with interruptible(connection, cancelled):
                batch_id, counts = copy_in(
                    connection,
                    self._staged,
                    self._filled,
                    batch,
                    self._allowance,
                    step,
                    taken,
                    self._complete,
                    same,
                )
        with suppress(Cancelled):  # too late: it is on the shelf
            progress(WHOLE, WHOLE)
        return Result(
            batch_id,
            self.source,
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
            counts.gone,
        )

    def __enter__(self) -> Prepared:
        return self

    def __exit__(
        self,
        _kind: type[BaseException] | None,
        _error: BaseException | None,
        _where: TracebackType | None,
    ) -> None:
        self.close()

    @contextmanager
    def _plainly(self) -> Iterator[None]:
        try:
            yield
        except sqlcipher.OperationalError as error:
            raise plain(error, self._path) from error
        except OSError as error:  # the temp folder
            raise DiskFull from error


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
def interruptible(connection: Connection, cancelled: IsCancelled) -> Iterator[None]:
    """One statement may be long: ask between its steps as well."""
    connection.execute(f"PRAGMA cache_size = -{CACHE_KIB}")  # else pages are written twice
    connection.execute("PRAGMA wal_autocheckpoint = 0")  # ``hsds.settle`` does it
    connection.set_progress_handler(lambda: int(cancelled()), 50_000)
    try:
        yield
    except sqlcipher.OperationalError as error:
        if "interrupted" in str(error):
            raise Cancelled from error
        raise
    finally:
        connection.set_progress_handler(None, 0)


def plain(error: Exception, path: Path) -> Exception:
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
