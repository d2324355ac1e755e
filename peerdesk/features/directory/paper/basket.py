"""My list: services somebody wants on paper. It is in memory alone and gone with its page."""

from __future__ import annotations

from collections.abc import Callable

MOST = 60
"""More do not go on a list that somebody carries home."""


class Basket:
    """Uids in the order in which they were put there; ``tell`` is called after every change."""

    def __init__(self, tell: Callable[[], object] = lambda: None) -> None:
        self._uids: list[bytes] = []
        self._tell = tell

    def __contains__(self, uid: object) -> bool:
        return uid in self._uids

    def __len__(self) -> int:
        return len(self._uids)

    def uids(self) -> tuple[bytes, ...]:
        """What is on it."""
        return tuple(self._uids)

    def full(self) -> bool:
        """Whether nothing more goes on it."""
        return len(self._uids) >= MOST

    def turn(self, uid: bytes) -> bool:
        """Put it on the list, or take it off; whether it is on it now."""
        if uid in self._uids:
            self._uids.remove(uid)
        elif not self.full():
            self._uids.append(uid)
        self._tell()
        return uid in self._uids

    def clear(self) -> None:
        """Nothing on it."""
        if self._uids:
            self._uids.clear()
            self._tell()
