"""Whether a meeting runs before this workspace, and how it is called forward.

The process of a meeting holds a lock of its own beside that of the main window, so that both can
be there at once; a lock that a killed process left is taken over as always. A lock file is only a
name, which somebody who tidies up may delete. So the process also has its sheet alone, as SQLite
locks files on every system, until it ends in whatever way: that counts too.
"""

from __future__ import annotations

import os
from pathlib import Path

from peerdesk.app.instance import Instance

NAME = "tonight"
MOST_SHEETS = 200
"""So many sheets are looked at; more than a few never lie there."""


def meeting_instance(workspace: Path) -> Instance:
    """The lock of the one running meeting of ``workspace``."""
    return Instance(workspace, NAME)


def meeting_lives(workspace: Path) -> bool:
    """Whether the process of a meeting runs now."""
    return _is_locked(workspace) or sheet_lives(workspace)


def sheet_lives(workspace: Path) -> bool:
    """Whether somebody has a sheet of this workspace alone, whatever the lock says."""
    folder = workspace / "tonight"
    try:
        with os.scandir(folder) as entries:
            # Nothing but files: a pipe of such a name would let us wait for ever.
            names = sorted(
                entry.name
                for entry in entries
                if entry.name.endswith(".safe") and entry.is_file(follow_symlinks=False)
            )
    except OSError:  # no meeting was left or runs
        return False
    if not names:
        return False
    from peerdesk.store.connection import held  # only where there is a sheet

    return any(held(folder / name) for name in names[:MOST_SHEETS])


def call_meeting(workspace: Path) -> None:
    """Ask the running meeting to come forward."""
    meeting_instance(workspace).call_first()


def _is_locked(workspace: Path) -> bool:
    if not workspace.with_name(f"{workspace.name}.{NAME}.lock").exists():
        return False
    probe = meeting_instance(workspace)
    if not probe.take():
        return True
    probe.release()
    return False
