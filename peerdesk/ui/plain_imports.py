"""Importing without reading every source file a second time.

PySide6 puts a hook into ``import`` that reads the source of each module imported after it, to see
whether it may ask for ``from __feature__ import snake_case``, and ``linecache`` keeps all of it.
PeerDesk asks for no feature; without the hook its start is 10 ms shorter and 2 MB smaller.
"""

from __future__ import annotations

import builtins


def plain_imports() -> None:
    """Import PySide6 and take its feature hook out again. The hook beneath it, which builds
    classes when they are asked for, stays. Doing it again is harmless."""
    import PySide6.QtCore  # noqa: F401  its hook comes with it

    if getattr(builtins.__import__, "__name__", "") == "__feature_import__":
        builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)
