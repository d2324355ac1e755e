"""What PeerDesk asks of the system it runs on: one small interface, one module per system.

Everything here is a help where the system offers it and no promise elsewhere: what cannot be asked
says so (None or False), and nothing raises. Nothing heavy is imported with the package.
"""

from __future__ import annotations

import sys

from peerdesk.app.platform.base import Reason, System

__all__ = ["Reason", "System", "this_system"]


def this_system() -> System:
    """The system we run on; one that knows nothing where we know no better."""
    if sys.platform == "linux":
        from peerdesk.app.platform.linux import Linux

        return Linux()
    if sys.platform == "win32":  # pragma: no cover
        from peerdesk.app.platform.windows import load as load_windows

        return load_windows()
    if sys.platform == "darwin":  # pragma: no cover
        from peerdesk.app.platform.macos import load as load_macos

        return load_macos()
    return System()  # pragma: no cover - sys.platform is another one
