"""Keeping keys out of crash dumps and away from other programs of the same person.

Nothing here can fail loudly: it is a help on the systems that offer it, and no promise elsewhere.
"""

from __future__ import annotations

import contextlib
import sys

_PR_SET_DUMPABLE = 4  # <linux/prctl.h>


def no_core_dumps() -> bool:
    """Set RLIMIT_CORE to 0; call at the very start. True if the system agreed."""
    if sys.platform == "win32":  # pragma: no cover
        return False
    import resource

    with contextlib.suppress(OSError, ValueError):
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        return True
    return False


def keys_held() -> bool:
    """PR_SET_DUMPABLE 0 on Linux; call once keys are in memory. True if the system agreed.

    Not before: it also hides this process's memory figures, which the benchmarks read.
    """
    if sys.platform != "linux":  # pragma: no cover
        return False
    import ctypes

    with contextlib.suppress(OSError, AttributeError):
        return bool(ctypes.CDLL(None).prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0) == 0)
    return False
