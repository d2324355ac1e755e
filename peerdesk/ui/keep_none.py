"""A guard against an end without warning: "none_dealloc: deallocating None".

PySide6 6.12 gives one reference to None back too many whenever C++ calls a Python method that
returns nothing (``paintEvent``, ``resizeEvent`` …): one per call, measured with
``sys.getrefcount(None)``. Before Python 3.12 (PEP 683) None is counted like any other object, so
after some thousand events the interpreter ends itself. Giving None more references than any
session can use up keeps it alive; there is nothing else to give back.
"""

from __future__ import annotations

import sys

PLENTY = 1 << 40


def keep_none() -> None:
    """Make None last on Python 3.11. Doing it again is harmless."""
    if sys.version_info >= (3, 12) or sys.implementation.name != "cpython":
        return
    import ctypes

    if sys.getrefcount(None) < PLENTY // 2:
        # The count is the first field of every object (CPython 3.11, Include/object.h).
        ctypes.c_ssize_t.from_address(id(None)).value += PLENTY
