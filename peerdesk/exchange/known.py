"""Which rows of a package came in already, and under which uid."""

from __future__ import annotations

from collections.abc import Sequence
from struct import unpack

from peerdesk.core.ids import natural_uid
from peerdesk.exchange.cleaning import uid_of, written
from peerdesk.exchange.hsds_shape import FILES, SHAPES


class Known:
    """``key`` tells directories apart, so that two that both have a service "1" do not collide."""

    def __init__(self, key: str) -> None:
        self._key = key
        self.uids: dict[str, dict[str, bytes]] = {table: {} for table in SHAPES}
        self._seen: dict[str, dict[bytes, int]] = {table: {} for table in SHAPES}
        self._folded: dict[str, tuple[int, dict[str, bytes]]] = {}

    def find(self, table: str, raw: str) -> bytes | None:
        """What a reference points to, if it came in; capitals matter only where ids differ by
        nothing else."""
        known = self.uids[table]
        found = known.get(raw)
        if found is None and raw:
            size, folded = self._folded.get(table, (-1, {}))
            if size != len(known):
                folded = {k.casefold(): v for k, v in reversed(known.items())}
                self._folded[table] = (len(known), folded)
            found = folded.get(raw.casefold())
        return found

    def later(self, table: str, raw: str) -> bytes | None:
        """What a reference within the same table will be, whether it comes in or not."""
        return uid_of(table, self._key, raw) if raw else None

    def link(self, kind: str, raw: str) -> str:
        """The UUID, written out, of what a row names by a word for its table and its id; ids of
        our own making are found, and so is what has no word for its table."""
        if not raw:
            return ""
        table = FILES.get(kind.casefold(), "")
        tables = (table,) if table else SHAPES
        found = next((u for t in tables if (u := self.uids[t].get(raw))), None)
        return written(found or uid_of(table, self._key, raw))

    def natural(self, table: str, *parts: object) -> bytes:
        """The uid of something this package names without an id."""
        return natural_uid("hsds", self._key, table, *parts)

    def claim_all(
        self, table: str, raws: Sequence[str], marks: Sequence[int]
    ) -> list[bytes] | None:
        """The uids of many new rows, or None when one has no id or an id occurs twice: then
        nothing is claimed and each has to be looked at alone."""
        if not all(raws):
            return None
        uids = _uuids(raws)
        if uids is None:
            key = self._key
            uids = [uid_of(table, key, raw) for raw in raws]
        seen = self._seen[table]
        if len(set(uids)) < len(uids) or not seen.keys().isdisjoint(uids):
            return None
        seen.update(zip(uids, marks, strict=True))
        self.uids[table].update(zip(raws, uids, strict=True))
        return uids

    def claim(
        self, table: str, raw: str, short: tuple[object, ...], mark: int
    ) -> tuple[bytes, bool] | None:
        """(uid, whether its id was used by another row before) of a new row; None when the very
        same row (``mark``: a hash of its cells) came in already. ``short`` names a row without an
        id for as long as it lives."""
        seen = self._seen[table]
        uid = uid_of(table, self._key, raw) if raw else self.natural(table, *short)
        if uid not in seen:
            seen[uid] = mark
            if raw:
                self.uids[table][raw] = uid
            return uid, False
        if seen[uid] == mark:
            return None
        uid = self.natural(table, raw, "again", *short)
        if uid in seen:
            return None
        seen[uid] = mark
        return uid, bool(raw)

    def once(self, table: str, uid: bytes) -> bool:
        """Whether a row that we made ourselves is new."""
        new = uid not in self._seen[table]
        self._seen[table].setdefault(uid, 0)
        return new


def _uuids(raws: Sequence[str]) -> list[bytes] | None:
    """The bytes of many UUIDs at once; None when one of them is written in another way."""
    count, letters = len(raws), "".join(raws)
    if set(map(len, raws)) != {36} or letters.count("-") != 4 * count:
        return None
    if any(letters[at::36] != "-" * count for at in (8, 13, 18, 23)):
        return None
    try:
        whole = bytes.fromhex(letters.replace("-", ""))
    except ValueError:
        return None
    # blanks between digits are passed over, and would shift all that follows
    return list(unpack("16s" * count, whole)) if len(whole) == 16 * count else None
