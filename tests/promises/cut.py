"""A power cut in the middle of a verb: a forked process does it and is gone at its n-th touch.

A touch is a call that changes a folder or makes a file last, a copy by the backup API, or the
moment a database is opened or closed: between two of them lies every half state there is.
"""

from __future__ import annotations

import os
import sys
import traceback
from collections.abc import Callable
from types import FrameType

_CALLS = {os.replace, os.rename, os.unlink, os.fsync, os.mkdir, os.rmdir}
_OURS = {"connect", "close", "operation"}
CUT, DONE, REFUSED, BROKE = 9, 0, 3, 4


def can_cut() -> bool:
    """Whether this system can go on as two processes; Windows cannot."""
    return hasattr(os, "fork")


def cut(verb: Callable[[], object], at: int, refused: type[Exception]) -> int:
    """Do ``verb`` in a process of its own that is gone just before touch ``at`` (from 1).

    Returns CUT, DONE when the verb needed fewer touches, or REFUSED when it raised ``refused``;
    anything else it raises is told.
    """
    pid = os.fork()
    if pid == 0:
        status = BROKE
        try:
            status = _in_child(verb, at, refused)
        except BaseException:
            traceback.print_exc()
        finally:
            os._exit(status)
    status = os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
    if status not in (CUT, DONE, REFUSED):
        raise AssertionError(f"the verb ended by itself: {status}")
    return status


def _in_child(verb: Callable[[], object], at: int, refused: type[Exception]) -> int:
    count = 0

    def touched() -> None:
        nonlocal count
        count += 1
        if count == at:
            os._exit(CUT)  # no handler runs, nothing is flushed

    def profile(frame: FrameType, event: str, called: object) -> None:
        code = frame.f_code
        if event == "c_call":
            # A bound method of the driver has no hash of its own worth comparing.
            if getattr(called, "__name__", "") == "backup" or _is_call(called):
                touched()
        elif event == "call" and code.co_name in _OURS and "peerdesk" in code.co_filename:
            touched()

    sys.setprofile(profile)
    try:
        verb()
    except refused:
        return REFUSED
    finally:
        sys.setprofile(None)
    return DONE


def _is_call(called: object) -> bool:
    return any(called is one for one in _CALLS)
