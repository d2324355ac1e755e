"""What every verb of copies stands on: the workspace, the keys at hand, the copies there are."""

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
from peerdesk.features.backups.sticks import Sticks
from peerdesk.safe.kdf import Kdf
from peerdesk.store import backup_clean, backup_names, restore_state
from peerdesk.store.backup_whole import OpenFile
from peerdesk.store.restore import Keys
from peerdesk.store.workspace import Workspace

if TYPE_CHECKING:
    from peerdesk.features.backups.aside import Aside

Newest = Callable[[Path, bytes | None], int]


@dataclass(frozen=True)
class KnownCopy:
    """A copy that lies where PeerDesk looks. ``made_at`` UTC milliseconds, ``size`` bytes;
    ``off``: on a stick, not on this computer."""

    path: Path
    made_at: int
    size: int
    off: bool = False


class BackupsBase:
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
        """Files that were kept aside; loaded with the page that lists them."""
        from peerdesk.features.backups.aside import Aside

        return Aside(self.workspace, lambda: self.opened, self.clock)

    def copies(self, folders: Iterable[Path] = ()) -> list[KnownCopy]:
        """The copies on this computer, and those in ``folders`` (off it), newest first. Quick."""
        found = [self._known(p, False) for p in backup_names.in_folder(self.workspace.backups)]
        for folder in folders:
            with contextlib.suppress(KnownError):
                found += [self._known(p, True) for p in backup_names.in_folder(folder)]
        # One from a time still to come was made before the clock was set back, or under a wrong
        # one: either way it is older than those of today.
        late = self.clock.now_ms() + backup_clean.SLACK
        known = [copy for copy in found if copy is not None]
        return sorted(known, key=lambda c: (c.made_at > late, -c.made_at))

    # -- inside ------------------------------------------------------------------------------

    def _keys(self) -> Keys:
        safes = {f.name: f.key for f in self.opened if f.key is not None}
        secrets = [
            secret
            for name, key in safes.items()
            if backup_names.kind_of(name) == "drawer"
            for secret in restore_state.secrets_in(self.workspace.path / name, key)
        ]
        facilitator = any(backup_names.kind_of(name) == "cabinet" for name in safes)
        return Keys(safes, secrets, shelf=facilitator)

    def _late(self, newest: Newest) -> dict[str, int]:
        late = {}
        for name, key in (*self._keys().safes.items(), (self.workspace.shelf.name, None)):
            path = self.workspace.path / name
            with contextlib.suppress(KnownError):
                if path.exists():
                    late[name] = newest(path, key)
        return late

    @staticmethod
    def _known(path: Path, off: bool) -> KnownCopy | None:
        try:
            return KnownCopy(path, backup_names.made_at_of(path) or 0, path.stat().st_size, off)
        except OSError:
            return None
