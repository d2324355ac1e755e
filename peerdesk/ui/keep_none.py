"""A guard against an end without warning: "none_dealloc: deallocating None".

PySide6 6.12 gives one reference back too many: to None whenever C++ calls a Python method that
returns nothing (``paintEvent``, a slot …), to True whenever a signal is emitted; measured with
``sys.getrefcount``, other objects are counted rightly. Before Python 3.12 (PEP 683) None and True
are counted like any other object, so after some thousand events the interpreter ends itself.
Giving them more references than any session can use up keeps them; there is nothing else to give
back.
"""

from __future__ import annotations

import sys

PLENTY = 1 << 40


def keep_none() -> None:
    """Make None, True and False last on Python 3.11. Doing it again is harmless."""
    if sys.version_info >= (3, 12) or sys.implementation.name != "cpython":
        return
    import ctypes

    for lasting in (None, True, False):
        if sys.getrefcount(lasting) < PLENTY // 2:
            # The count is the first field of every object (CPython 3.11, Include/object.h).
            ctypes.c_ssize_t.from_address(id(lasting)).value += PLENTY
