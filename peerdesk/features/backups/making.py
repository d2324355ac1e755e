"""Making copies: on this computer, on a stick, before a risky step, and quickly at a lock."""

from __future__ import annotations

import contextlib
from collections.abc import Iterable
from pathlib import Path

from peerdesk.core.errors import KnownError
from peerdesk.features.backups.cleaning import CleaningVerbs
from peerdesk.features.backups.sticks import Stick
from peerdesk.store import backup, backup_fresh, backup_whole
from peerdesk.store.backup_archive import Check, no_check
from peerdesk.store.backup_whole import Copy, OpenFile
from peerdesk.store.connection import connect

EVERY_MS = 12 * 3_600_000
"""A known stick that stays plugged in gets a copy twice a day."""
QUICK_BYTES = 8 * 1024 * 1024
"""Copying and reading back this much takes about 0.3 s; reading back cannot be cut short."""


class _TimeIsUp(Exception):
    pass


class MakingVerbs(CleaningVerbs):
    """Copies are made by themselves, and by hand."""

    def make_here(self, check: Check = no_check) -> Copy:
        """A copy on this computer. Raises NoRoomForCopy or MayNotWrite."""
        return backup_fresh.make_here(self.workspace, self.opened, self.clock, check)

    def before_step(self, check: Check = no_check, *, without: Iterable[str] = ()) -> Path:
        """Have a copy of everything before a risky step, the one that is there when nothing
        changed since. ``without``: files that are about to be erased for good.

        Raises NoCopyFirst; then the step must not be begun.
        """
        return backup_fresh.before_step(
            self.workspace, self.opened, self.clock, check, without=tuple(without)
        )

    def make_in(self, folder: Path, *, off: bool, check: Check = no_check) -> Copy:
        """A copy in a folder somebody chose; ``off``: it is on another drive than the workspace.

        Raises NoRoomForCopy, MayNotWrite or DriveGone.
        """
        made = backup_whole.make(self.workspace, folder, self.opened, self.clock, check)
        if off:
            self.sticks.copied(made.made_at)
        return made

    def make_on(self, stick: Stick, check: Check = no_check) -> Copy:
        """A copy on a known stick that is plugged in; older ones on it lose what was erased.

        Raises as :meth:`make_in`.
        """
        made = self.make_in(stick.folder, off=False, check=check)
        self.sticks.copied(made.made_at, stick.id)
        self.clean([stick.folder], check)
        return made

    def quick(self, seconds: float, names: Iterable[str] | None = None) -> int:
        """Copies of single open places beside the files, as many as ``seconds`` allow; how many
        were made. For the moment of a lock, which nothing may hold up: never raises KnownError,
        and leaves large files to the copy of everything that follows the lock.
        """
        until, made = self._timer() + seconds, 0

        def check() -> None:
            if self._timer() > until:
                raise _TimeIsUp

        wanted = None if names is None else set(names)
        shelf = OpenFile(self.workspace.shelf.name, None)
        for file in (*self.opened, shelf):
            path = self.workspace.path / file.name
            if wanted is not None and file.name not in wanted:
                continue
            if path.exists() and path.stat().st_size > QUICK_BYTES:
                continue
            with contextlib.suppress(KnownError, OSError, _TimeIsUp):
                check()
                connection = connect(path, file.key)
                try:
                    now, folder = self.clock.now_ms(), self.workspace.backups
                    backup.before(connection, path, file.key, folder, now, check)
                    made += 1
                finally:
                    connection.close()
        return made

    def due_here(self) -> bool:
        """Whether something changed since the newest copy on this computer. Quick."""
        return backup_fresh.newest(self.workspace) is None

    def due_on(self, stick: Stick) -> bool:
        """Whether a stick that was just found plugged in should get a copy by itself. Quick."""
        if stick.root is None:
            return False
        if stick.last is None or abs(self.clock.now_ms() - stick.last) >= EVERY_MS:
            return True
        return any(ms > stick.last for ms in self._changes())

    def _changes(self) -> Iterable[int]:
        """When each file was last written, UTC milliseconds."""
        for name in backup_whole.names_of(self.workspace):
            with contextlib.suppress(OSError):
                about = (self.workspace.path / name).stat()
                if about.st_size:  # an empty journal only says that a file is open
                    yield about.st_mtime_ns // 1_000_000
