"""Looking into a copy, and bringing parts of it back."""

from __future__ import annotations

import contextlib
from collections.abc import Sequence
from pathlib import Path

from peerdesk.core.errors import KnownError
from peerdesk.features.backups.base import KnownCopy
from peerdesk.features.backups.making import MakingVerbs
from peerdesk.safe import seals
from peerdesk.safe.accounts import Accounts
from peerdesk.store import restore, restore_apply, restore_state
from peerdesk.store.backup_archive import Check, no_check
from peerdesk.store.restore import Keys, Look
from peerdesk.store.settling import settle


class BringingVerbs(MakingVerbs):
    """A part comes back with the keys of whoever is signed in, or with a password."""

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
            keys.secrets += restore_state.secrets_in(opened.path, opened.key)
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
