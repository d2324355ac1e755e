"""The files of tonight's sheets in the workspace: made, looked for, taken away."""

from __future__ import annotations

import contextlib
from pathlib import Path

from peerdesk.core.clock import Clock
from peerdesk.core.errors import KnownError
from peerdesk.features.tonight.service import new_sheet
from peerdesk.safe import files
from peerdesk.store.connection import Strange, connect
from peerdesk.store.evening import Plan
from peerdesk.store.tonight import PATIENCE
from peerdesk.store.workspace import Workspace

KEY_BYTES = 32
SUFFIXES = ("-wal", "-shm", "-journal", "")
"""Of the files of one sheet; the sheet itself goes last."""


def make_sheet(
    workspace: Workspace, file_id: str, key: bytes, plan: Plan, clock: Clock, code: str
) -> None:
    """Make a sheet and close it again. Raises KnownError."""
    files.make_folder(workspace.tonight)
    uid = bytes.fromhex(file_id)
    new_sheet(workspace.sheet(file_id), key, plan, clock, sheet_uid=uid, code=code).close()
    files.sync_folder(workspace.tonight)


def remove_sheet(workspace: Workspace, file_id: str) -> None:
    """Take the files of one sheet away; what cannot be taken now is taken later."""
    path = workspace.sheet(file_id)
    with contextlib.suppress(OSError):
        for suffix in SUFFIXES:
            path.with_name(path.name + suffix).unlink(missing_ok=True)
    with contextlib.suppress(OSError):
        workspace.tonight.rmdir()  # only when it is empty


def is_gone(path: Path) -> bool:
    """Whether there is no such file; one that cannot be looked at is there."""
    try:
        path.stat()
    except FileNotFoundError:
        return True
    except OSError:
        return False
    return False


def opens(path: Path, key: bytes) -> bool:
    """Whether the sheet that lies there has this key."""
    try:
        connect(path, key, read_only=True, patience=PATIENCE).close()
    except Strange:
        return True
    except KnownError:
        return False
    return True
