"""Copies as people meet them: made by themselves or by hand, looked into, brought back.

Every verb here may take a while and belongs in a job, except where it says that it is quick. Files
are opened on connections of their own. The verbs of ``making``, ``bringing`` and ``cleaning``
stand beside.
"""

from __future__ import annotations

from peerdesk.features.backups.base import KnownCopy, Newest
from peerdesk.features.backups.bringing import BringingVerbs
from peerdesk.features.backups.sticks import Stick
from peerdesk.store import backup_clean, backup_names, restore_state
from peerdesk.store.backup_whole import Copy, OpenFile
from peerdesk.store.restore import Held, Look, Part

__all__ = ["BackupsService", "Copy", "Held", "KnownCopy", "Look", "OpenFile", "Part", "Stick"]


class BackupsService(BringingVerbs):
    """All verbs about copies of one workspace."""

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
            if backup_names.kind_of(name) == "drawer":
                for group in restore_state.groups_in(self.workspace.path / name, key):
                    keys.setdefault(f"groups/{group}.safe", None)
        bounds = self._kdf.bounds
        states = {n: restore_state.state_of(self.workspace, n, k, bounds) for n, k in keys.items()}
        return [name for name, state in states.items() if state in ("missing", "damaged")]

    def _is_before(self, stick: Stick, newest: Newest) -> bool:
        now, late = self.clock.now_ms(), self._late(newest).values()
        last = stick.last
        return last is not None and any(backup_clean.is_before(last, at, now) for at in late)
