"""Whether a meeting runs before this workspace, and how it is called forward.

The process of a meeting holds a lock of its own beside that of the main window, so that both can
be there at once; a lock that a killed process left is taken over as always.
"""

from __future__ import annotations

from pathlib import Path

from peerdesk.app.instance import Instance

NAME = "tonight"


def meeting_instance(workspace: Path) -> Instance:
    """The lock of the one running meeting of ``workspace``."""
    return Instance(workspace, NAME)


def meeting_lives(workspace: Path) -> bool:
    """Whether the process of a meeting runs now."""
    if not workspace.with_name(f"{workspace.name}.{NAME}.lock").exists():
        return False
    probe = meeting_instance(workspace)
    if not probe.take():
        return True
    probe.release()
    return False


def call_meeting(workspace: Path) -> None:
    """Ask the running meeting to come forward."""
    meeting_instance(workspace).call_first()
