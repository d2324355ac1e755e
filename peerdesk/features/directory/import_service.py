"""Verbs of bringing a directory in: read it, look at what would change, decide, bring it in."""

from __future__ import annotations

from collections.abc import Callable, Collection
from contextlib import closing
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from peerdesk.core.ids import natural_uid
from peerdesk.core.text import translate
from peerdesk.exchange import hsds
from peerdesk.exchange.corrections import changed_here
from peerdesk.exchange.csv_columns import Columns, List, open_list
from peerdesk.exchange.merging import NO_KEYS, Key
from peerdesk.exchange.pack import is_pack, open_pack
from peerdesk.exchange.package import Package, open_package
from peerdesk.exchange.prepared import Prepared
from peerdesk.exchange.preview import Preview
from peerdesk.exchange.together import Together
from peerdesk.features.directory.service_imports import bring
from peerdesk.store.place import Place

REMEMBERED = "csv_columns:"
"""Setting of the computer, before the mark of a list's headings: which column is what."""
_REMEMBERED = translate("Directory", "Remembered what the columns of a list are")


@dataclass(frozen=True)
class Read:
    """A package that was read, and what it would change; ``prepared`` is to be closed."""

    prepared: Prepared
    preview: Preview


@dataclass(frozen=True)
class Origin:
    """Where a listing comes from: ``source`` with the day (UTC milliseconds) of its newest import
    that still had it; ``gone``: the source has it no more. ``changed``: (table, column) of what
    was put right here."""

    source: str
    at: int
    gone: bool
    changed: tuple[tuple[str, str], ...]


class ImportService:
    """Imports on ``shelf``. :meth:`read` and :meth:`bring_in` are for background jobs and use a
    connection of their own."""

    def __init__(self, shelf: Place) -> None:
        self._shelf = shelf

    def read(
        self,
        path: Path,
        progress: hsds.Progress = hsds.nowhere,
        cancelled: hsds.IsCancelled = hsds.never,
        columns: Columns | None = None,
        *,
        pack: bool = False,
    ) -> Read:
        """Read what is at ``path`` and compare it; the shelf is as before. With ``columns`` it is
        a list in one file; a ``pack`` is one of ours and nothing else. Raises what
        ``exchange.prepared`` raises."""
        opened: Callable[[Path], Package] = open_package
        if columns is not None:
            opened = partial(open_list, columns=columns)
        elif pack or is_pack(path):
            opened = open_pack
        prepared = Prepared(path, progress, cancelled, opened)
        try:
            with closing(self._shelf.another()) as connection:
                return Read(prepared, prepared.look(connection, cancelled))
        except BaseException:
            prepared.close()
            raise

    def look_again(
        self,
        prepared: Prepared,
        same: Together,
        cancelled: hsds.IsCancelled = hsds.never,
    ) -> Preview:
        """What would change when ``same`` are one with listings here. Raises what
        ``exchange.prepared`` raises."""
        with closing(self._shelf.another()) as connection:
            return prepared.look(connection, cancelled, same)

    def bring_in(
        self,
        prepared: Prepared,
        progress: hsds.Progress = hsds.nowhere,
        cancelled: hsds.IsCancelled = hsds.never,
        copy_first: Callable[[], object] | None = None,
        taken: Collection[Key] = NO_KEYS,
        same: Together | None = None,
    ) -> hsds.Result:
        """Bring in what was read; what was put right here stays, but for ``taken``, and ``same``
        are one with listings here (None: what was said before). ``copy_first``
        has a copy of everything made before anything is changed; without it the shelf alone is
        copied. Raises what ``exchange.prepared`` and ``copy_first`` raise; then nothing was
        changed."""
        return bring(
            self._shelf,
            copy_first,
            lambda connection, now, ready: prepared.bring_in(
                connection, now, progress, cancelled, ready, taken, same
            ),
        )

    # -- a list in one file ----------------------------------------------------------------------

    def look_at_list(self, path: Path) -> List:
        """The headings and first rows of a list, with what its columns are: as it was said the
        last time, otherwise guessed. Raises KnownError when it is no list."""
        found = List.read(path)
        rows = self._shelf.rows("SELECT value FROM setting WHERE key = ?", REMEMBERED + found.mark)
        return found.remembering(str(rows[0][0])) if rows else found

    def remember(self, found: List, columns: Columns) -> None:
        """Keep what the columns of such a list are, for the next time."""
        key = REMEMBERED + found.mark
        with self._shelf.operation(_REMEMBERED, merge=key):
            self._shelf.database.connection().execute(
                "INSERT INTO setting(uid, key, value) VALUES (?, ?, ?)"
                " ON CONFLICT(key) DO UPDATE SET value = excluded.value",
                (natural_uid("setting", key), key, columns.written()),
            )


@dataclass(frozen=True)
class Listing:
    """What a listing is (``kind`` of ``store.directory.KINDS``), the centre's own ``remark``, and
    where it comes from; no ``origin``: it was written here."""

    kind: str
    needs_internet: bool
    referral: str
    remark: str
    origin: Origin | None


_LISTING = """
SELECT s.id, s.kind, s.needs_internet, s.referral, s.remark, b.source, s.gone, max(
    coalesce((SELECT max(n.started_at) FROM import_batch AS n
      WHERE n.source_key = b.source_key AND n.kind = b.kind AND n.undone_at IS NULL
        AND n.kind <> 'pack' AND NOT s.gone), 0), b.started_at)
FROM service AS s LEFT JOIN import_batch AS b ON b.id = s.batch_id WHERE s.uid = ?
"""
NOTHING = Listing("service", False, "", "", None)


def listing(shelf: Place, uid: bytes) -> Listing:
    """What is known of a listing besides its words."""
    connection = shelf.database.connection()
    row = connection.execute(_LISTING, (uid,)).fetchone()
    if row is None:
        return NOTHING
    number, kind, needs, referral, remark, source, gone, at = row
    origin = None
    if source is not None:
        changed = tuple(changed_here(connection, number))
        origin = Origin(source, at, bool(gone), changed)
    return Listing(kind, bool(needs), referral, remark, origin)
