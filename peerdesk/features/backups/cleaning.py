"""What was erased for good goes from the copies as well."""

from __future__ import annotations

import contextlib
from collections.abc import Iterable, Sequence
from pathlib import Path

from peerdesk.core.errors import KnownError
from peerdesk.features.backups.base import BackupsBase, KnownCopy
from peerdesk.store import backup_clean, backup_errors, backup_whole
from peerdesk.store.backup_archive import Archive, Check, no_check
from peerdesk.store.backup_whole import OpenFile


class CleaningVerbs(BackupsBase):
    """Copies older than something that was erased are written anew."""

    def clean(
        self,
        folders: Iterable[Path] = (),
        check: Check = no_check,
        *,
        every: bool = False,
        old: Sequence[OpenFile] = (),
    ) -> int:
        """Take what was erased since out of the copies on this computer and in ``folders``; how
        many were written anew. ``every``: also those that look clean, after a key was changed;
        ``old``: what opened places until then, without which a copy of them is taken out.

        Raises the errors of writing; each copy is as before, or clean.
        """
        late, done = self._late(backup_clean.newest_change), 0
        then = {file.name: file.key for file in old if file.key is not None}
        for copy in self.copies(folders):
            check()
            now = self.clock.now_ms()
            with contextlib.suppress(backup_errors.BadCopy, backup_errors.NewerCopy):
                with Archive(copy.path) as archive:
                    ours = archive.workspace_id == backup_whole.workspace_id(self.workspace)
                    stale = every or backup_clean.is_stale(archive, late, now)
                if ours and stale:
                    bounds, keys = self._kdf.bounds, self._keys()
                    backup_clean.clean(self.workspace, copy.path, keys, bounds, now, check, then)
                    done += 1
        return done

    def not_clean(self, folders: Iterable[Path] = ()) -> list[KnownCopy]:
        """The copies :meth:`clean` still has to see to."""
        late, now = self._late(backup_clean.newest_change), self.clock.now_ms()
        found = []
        for copy in self.copies(folders):
            with contextlib.suppress(KnownError), Archive(copy.path) as archive:
                if backup_clean.is_stale(archive, late, now):
                    found.append(copy)
        return found
