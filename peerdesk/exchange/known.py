"""Which rows of a package came in already, and under which uid."""

from __future__ import annotations

from peerdesk.core.ids import natural_uid
from peerdesk.exchange.cleaning import uid_of
from peerdesk.exchange.hsds_shape import SHAPES


class Known:
    """``key`` tells directories apart, so that two that both have a service "1" do not collide."""

    def __init__(self, key: str) -> None:
        self._key = key
        self._uids: dict[str, dict[str, bytes]] = {table: {} for table in SHAPES}
        self._seen: dict[str, dict[bytes, int]] = {table: {} for table in SHAPES}

    def find(self, table: str, raw: str) -> bytes | None:
        """What a reference points to, if it came in."""
        known = self._uids[table]
        return known.get(raw) or known.get(raw.casefold())

    def later(self, table: str, raw: str) -> bytes | None:
        """What a reference within the same table will be, whether it comes in or not."""
        return uid_of(table, self._key, raw) if raw else None

    def natural(self, table: str, *parts: object) -> bytes:
        """The uid of something this package names without an id."""
        return natural_uid("hsds", self._key, table, *parts)

    def claim(
        self, table: str, raw: str, short: tuple[object, ...], content: tuple[object, ...]
    ) -> tuple[bytes, bool] | None:
        """(uid, whether its id was used by another row before) of a new row; None when the very
        same row came in already. ``short`` names a row without an id for as long as it lives."""
        seen = self._seen[table]
        mark = hash(content)
        uid = uid_of(table, self._key, raw) if raw else self.natural(table, *short)
        if uid not in seen:
            seen[uid] = mark
            if raw:
                self._uids[table][raw] = uid
                self._uids[table].setdefault(raw.casefold(), uid)
            return uid, False
        if seen[uid] == mark:
            return None
        uid = self.natural(table, raw, *content)
        if uid in seen:
            return None
        seen[uid] = mark
        return uid, bool(raw)

    def once(self, table: str, uid: bytes) -> bool:
        """Whether a row that we made ourselves is new."""
        new = uid not in self._seen[table]
        self._seen[table].setdefault(uid, 0)
        return new
