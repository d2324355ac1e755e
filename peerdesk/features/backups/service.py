"""Copies as people meet them: made by themselves or by hand, looked into, brought back.

Every verb here may take a while and belongs in a job, except where it says that it is quick. Files
are opened on connections of their own.
"""

from __future__ import annotations

import contextlib
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from peerdesk.core.clock import Clock
from peerdesk.core.errors import KnownError
from peerdesk.features.backups.sticks import Stick, Sticks
from peerdesk.safe import seals
from peerdesk.safe.accounts import Accounts
from peerdesk.safe.kdf import Kdf
from peerdesk.store import (
    backup,
    backup_clean,
    backup_fresh,
    backup_whole,
    restore,
    restore_apply,
)
from peerdesk.store import backup_archive as archives
from peerdesk.store.backup_archive import Archive, Check, no_check
from peerdesk.store.backup_whole import Copy, OpenFile
from peerdesk.store.connection import connect
from peerdesk.store.restore import Held, Keys, Look, Part
from peerdesk.store.settling import settle
from peerdesk.store.workspace import Workspace

if TYPE_CHECKING:
    from peerdesk.features.backups.aside import Aside

__all__ = ["BackupsService", "Copy", "Held", "KnownCopy", "Look", "OpenFile", "Part", "Stick"]

DAY_MS = 86_400_000
EVERY_MS = 12 * 3_600_000
"""A known stick that stays plugged in gets a copy twice a day."""

Newest = Callable[[Path, bytes | None], int]

QUICK_BYTES = 8 * 1024 * 1024
"""Copying and reading back this much takes about 0.3 s; reading back cannot be cut short."""


@dataclass(frozen=True)
class KnownCopy:
    """A copy that lies where PeerDesk looks. ``made_at`` UTC milliseconds, ``size`` bytes;
    ``off``: on a stick, not on this computer."""

    path: Path
    made_at: int
    size: int
    off: bool = False


class _TimeIsUp(Exception):
    pass


class BackupsService:
    """``opened``: the places whose keys are at hand, empty while nobody is signed in."""

    def __init__(
        self,
        workspace: Workspace,
        clock: Clock,
        kdf: Kdf,
        opened: Sequence[OpenFile] = (),
        *,
        timer: Callable[[], float] = time.monotonic,
    ) -> None:
        self.workspace, self.clock = workspace, clock
        self.opened = tuple(opened)
        self.sticks = Sticks(workspace)
        self._kdf, self._timer = kdf, timer

    @cached_property
    def aside(self) -> Aside:
        """Damaged files that were kept; loaded with the page that lists them."""
        from peerdesk.features.backups.aside import Aside

        return Aside(self.workspace, lambda: self.opened)

    # -- making ------------------------------------------------------------------------------

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

    # -- what there is -----------------------------------------------------------------------

    def copies(self, folders: Iterable[Path] = ()) -> list[KnownCopy]:
        """The copies on this computer, and those in ``folders`` (off it), newest first. Quick."""
        found = [self._known(p, False) for p in archives.in_folder(self.workspace.backups)]
        for folder in folders:
            with contextlib.suppress(KnownError):
                found += [self._known(p, True) for p in archives.in_folder(folder)]
        # One from a time still to come was made before the clock was set back, or under a wrong
        # one: either way it is older than those of today.
        late = self.clock.now_ms() + backup_clean.SLACK
        known = [copy for copy in found if copy is not None]
        return sorted(known, key=lambda c: (c.made_at > late, -c.made_at))

    def days_off(self) -> int | None:
        """Days since the last copy off this computer, by the calendar; None: there was none."""
        at = self.sticks.off_at
        if at is None:
            return None
        day = self.clock.local(at).date()
        return max(0, (self.clock.now().date() - day).days)

    def holds_erased(self, stick: Stick) -> bool:
        """Whether the copies on a stick are older than something erased for good."""
        return self._is_before(stick, backup_clean.newest_erased)

    def holds_old_key(self, stick: Stick) -> bool:
        """Whether the copies on a stick are older than a key that was withdrawn."""
        return self._is_before(stick, backup_clean.newest_withdrawn)

    def not_whole(self) -> list[str]:
        """The places of whoever is signed in whose files are missing or damaged, by file name."""
        keys: dict[str, bytes | None] = {self.workspace.shelf.name: None}
        for name, key in self._keys().safes.items():
            keys[name] = key
            if archives.kind_of(name) == "drawer":
                for group in restore.groups_in(self.workspace.path / name, key):
                    keys.setdefault(f"groups/{group}.safe", None)
        bounds = self._kdf.bounds
        states = {n: restore.state_of(self.workspace, n, k, bounds) for n, k in keys.items()}
        return [name for name, state in states.items() if state in ("missing", "damaged")]

    # -- looking into one, and bringing it back ------------------------------------------------

    def look(self, path: Path, check: Check = no_check) -> Look:
        """Take a copy apart and say what is in it; the caller ends it with ``close``.

        Raises BadCopy, NewerCopy, NoRoomForCopy, MayNotWrite or DriveGone.
        """
        return restore.open_look(self.workspace, path, self._keys(), self._kdf.bounds, check)

    def unlock(self, looked: Look, name: str, password: str) -> None:
        """Look again with the keys a sign-in name and password open, now or then. Takes seconds.

        Raises the KnownErrors of ``safe.accounts``; then nothing more can be opened than before.
        """
        keys = looked.keys
        more: dict[str, bytes] = {}
        problems: list[KnownError] = []
        for folder in (self.workspace.path, looked.room):
            try:
                accounts = Accounts(folder, looked.workspace_id, self._kdf)
                opened = accounts.sign_in(name, password)
                if folder == self.workspace.path:
                    settle(opened.path, opened.key)
            except KnownError as error:
                problems.append(error)
                continue
            safe = f"drawers/{opened.drawer_id}.safe"
            more.setdefault(safe, opened.key)
            if folder == looked.room:
                more[safe] = opened.key
            else:
                keys.safes[safe] = opened.key
            keys.secrets += restore.secrets_in(opened.path, opened.key)
        if not more:
            raise problems[-1]
        looked.open_with(keys, more)
        self._open_groups(looked, keys)
        looked.open_with(keys)

    def bring_back(self, looked: Look, names: Sequence[str], check: Check = no_check) -> None:
        """Make the chosen parts ready; :meth:`finish` puts them in place once all is closed.

        There is a copy of what is there now first. Raises KnownError; then nothing was changed.
        """
        if self.workspace.exists():
            self.before_step(check)
            restore_apply.prepare(looked, names, self.clock, check)
        else:
            restore_apply.bring_back_all(looked)

    def tidy(self) -> None:
        """Take away what a killed process left; only while no copy is being looked into. Quick."""
        restore.tidy(self.workspace)

    def finish(self) -> bool:
        """Put in place what is ready; whether there was anything. Only while nothing is open."""
        return restore_apply.finish(self.workspace)

    def newest_good(self, names: Sequence[str], check: Check = no_check) -> KnownCopy | None:
        """The newest copy on this computer in which all of ``names`` can be opened."""
        for copy in self.copies():
            with contextlib.suppress(KnownError):
                looked = self.look(copy.path, check)
                try:
                    good = {p.name for p in looked.parts if p.held is not None and p.allowed}
                finally:
                    looked.close()
                if set(names) <= good:
                    return copy
        return None

    # -- what was erased ---------------------------------------------------------------------

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
            with contextlib.suppress(archives.BadCopy, archives.NewerCopy):
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

    # -- inside ------------------------------------------------------------------------------

    def _keys(self) -> Keys:
        safes = {f.name: f.key for f in self.opened if f.key is not None}
        secrets = [
            secret
            for name, key in safes.items()
            if archives.kind_of(name) == "drawer"
            for secret in restore.secrets_in(self.workspace.path / name, key)
        ]
        facilitator = any(archives.kind_of(name) == "cabinet" for name in safes)
        return Keys(safes, secrets, shelf=facilitator)

    def _open_groups(self, looked: Look, keys: Keys) -> None:
        """The keys of groups that are here now, for somebody who is not signed in."""
        for part in looked.parts:
            if part.kind != "cabinet" or part.name in keys.safes:
                continue
            path = (self.workspace.path / part.name).with_suffix(".seals")
            for uid in looked.groups_of(part.name):
                for secret in keys.secrets:
                    with contextlib.suppress(KnownError):
                        key = seals.open_seals(path, uid, secret).cabinet_key
                        keys.safes[part.name] = key
                        keys.shelf = True

    def _is_before(self, stick: Stick, newest: Newest) -> bool:
        now, late = self.clock.now_ms(), self._late(newest).values()
        last = stick.last
        return last is not None and any(backup_clean.is_before(last, at, now) for at in late)

    def _late(self, newest: Newest) -> dict[str, int]:
        late = {}
        for name, key in (*self._keys().safes.items(), (self.workspace.shelf.name, None)):
            path = self.workspace.path / name
            with contextlib.suppress(KnownError):
                if path.exists():
                    late[name] = newest(path, key)
        return late

    def _changes(self) -> Iterable[int]:
        """When each file was last written, UTC milliseconds."""
        for name in backup_whole.names_of(self.workspace):
            with contextlib.suppress(OSError):
                about = (self.workspace.path / name).stat()
                if about.st_size:  # an empty journal only says that a file is open
                    yield about.st_mtime_ns // 1_000_000

    @staticmethod
    def _known(path: Path, off: bool) -> KnownCopy | None:
        try:
            return KnownCopy(path, archives.made_at_of(path) or 0, path.stat().st_size, off)
        except OSError:
            return None
