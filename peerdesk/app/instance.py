"""One PeerDesk per workspace: a lock file, and a file whose touch brings the first one forward."""

from __future__ import annotations

import contextlib
import os
import stat
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QLockFile


class Instance:
    """Holds the lock of ``workspace``; a stale lock of a killed process is taken over."""

    def __init__(self, workspace: Path, what: str = "") -> None:
        """``what``: another thing of which there is only one, such as the running meeting."""
        with contextlib.suppress(OSError):  # who needs the folder says in plain words what is wrong
            workspace.parent.mkdir(parents=True, exist_ok=True)
        name = f"{workspace.name}.{what}" if what else workspace.name
        self._lock = QLockFile(str(workspace.with_name(name + ".lock")))
        self._lock.setStaleLockTime(0)
        self._raise = workspace.with_name(name + ".raise")
        self._watcher: QFileSystemWatcher | None = None

    def take(self, wait_ms: int = 0) -> bool:
        """Whether this process is now the one; waits up to ``wait_ms`` for another to leave.

        A folder that cannot be made or written has no lock to share, so it counts as taken.
        """
        self._clear_the_way()
        if self._lock.tryLock(wait_ms):
            return True
        return self._lock.error() != QLockFile.LockError.LockFailedError

    def _clear_the_way(self) -> None:
        """Qt reads what lies there: from a pipe of this name it would wait for ever."""
        path = Path(self._lock.fileName())
        with contextlib.suppress(OSError):
            if not stat.S_ISREG(path.stat().st_mode):
                path.unlink()

    def call_first(self) -> None:
        """Ask the PeerDesk that runs to come forward."""
        with contextlib.suppress(OSError):
            self._touch()

    def when_called(self, callback: Callable[[], None]) -> None:
        """Call ``callback`` whenever another start asks this one to come forward."""
        try:
            self._touch()
        except OSError:
            return
        self._watcher = QFileSystemWatcher([str(self._raise)])
        self._watcher.fileChanged.connect(lambda _path: callback())

    def _touch(self) -> None:
        # Emptied, so never through a link: another file would be emptied that it leads to. And a
        # pipe of this name would let us wait for ever.
        how = os.O_WRONLY | os.O_CREAT | os.O_TRUNC
        how |= getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
        os.close(os.open(self._raise, how, 0o600))

    def release(self) -> None:
        """Let another process have the workspace."""
        if self._watcher is not None:
            # Taking the file away below would call us forward once more, half closed.
            self._watcher.fileChanged.disconnect()
            self._watcher.deleteLater()
            self._watcher = None
            self._raise.unlink(missing_ok=True)
        self._lock.unlock()
