"""Searches that a facilitator saved under a name, for everyone at this computer."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from peerdesk.core.ids import new_uid
from peerdesk.core.text import translate
from peerdesk.features.directory.finding import Filters, Spot
from peerdesk.store.connection import Connection
from peerdesk.store.place import Place

MOST = 24
_SETS = ("categories", "languages", "kinds")
_FLAGS = ("open_now", "free", "step_free", "no_referral", "offline")
OLDEST = 150


@dataclass(frozen=True)
class Saved:
    """A search to press."""

    uid: bytes
    name: str
    words: str
    filters: Filters


class SavedSearches:
    """The saved searches of ``shelf``. Writing raises the KnownErrors of ``store.place``."""

    def __init__(self, shelf: Place) -> None:
        self._shelf = shelf

    @property
    def _db(self) -> Connection:
        return self._shelf.database.connection()

    def everything(self) -> list[Saved]:
        """In the order to show."""
        rows = self._db.execute(
            "SELECT uid, name, words, filters FROM saved_search ORDER BY position, id LIMIT ?",
            (MOST,),
        )
        return [Saved(bytes(uid), name, words, read(text)) for uid, name, words, text in rows]

    def save(self, name: str, words: str, filters: Filters) -> bytes:
        """Keep a search; one with the same name is changed. Its uid."""
        name, text = " ".join(name.split()), write(filters)
        now = self._shelf.clock.now_ms()
        sql = "SELECT uid FROM saved_search WHERE name = ?"
        found = self._db.execute(sql, (name,)).fetchone()
        label = translate("Directory", "Saved a search for everyone")
        if found:
            changed = bytes(found[0])
            with self._shelf.operation(label):
                self._db.execute(
                    "UPDATE saved_search SET words = ?, filters = ?, saved_at = ? WHERE uid = ?",
                    (words.strip(), text, now, changed),
                )
            return changed
        uid = new_uid(now)
        with self._shelf.operation(label):
            self._db.execute(
                "INSERT INTO saved_search(uid, name, words, filters, position, saved_at) SELECT"
                " ?, ?, ?, ?, coalesce(max(position), 0) + 1, ? FROM saved_search",
                (uid, name, words.strip(), text, now),
            )
        return uid

    def rename(self, uid: bytes, name: str) -> bool:
        """Call a saved search something else; False where nothing or another is called so."""
        name = " ".join(name.split())
        sql = "SELECT 1 FROM saved_search WHERE name = ?"
        if not name or self._db.execute(sql, (name,)).fetchone():
            return False
        with self._shelf.operation(translate("Directory", "Changed the name of a saved search")):
            self._db.execute("UPDATE saved_search SET name = ? WHERE uid = ?", (name, uid))
        return True

    def remove(self, uid: bytes) -> None:
        """Take a saved search away."""
        with self._shelf.operation(translate("Directory", "Took away a saved search")):
            self._db.execute("DELETE FROM saved_search WHERE uid = ?", (uid,))


def write(filters: Filters) -> str:
    """As JSON; what is not asked for is left out."""
    kept: dict[str, Any] = {k: sorted(v) for k in _SETS if (v := getattr(filters, k))}
    kept |= {k: True for k in _FLAGS if getattr(filters, k)}
    if filters.age is not None:
        kept["age"] = filters.age
    if filters.area:
        kept["area"] = filters.area
    if filters.near is not None:
        spot = filters.near
        point = () if spot.named else (spot.latitude, spot.longitude)
        kept["near"] = [spot.name, *point]
    return json.dumps(kept, ensure_ascii=False)


def read(text: str) -> Filters:
    """What :func:`write` wrote; what is not understood is passed over."""
    try:
        kept = json.loads(text or "{}")
        json.dumps(kept, ensure_ascii=False).encode()  # half a character cannot be looked for
    except (ValueError, RecursionError):
        return Filters()
    if not isinstance(kept, dict):
        return Filters()
    age, area = kept.get("age"), kept.get("area")
    sets: dict[str, Any] = {
        k: frozenset(map(str, v)) for k in _SETS if isinstance(v := kept.get(k), list)
    }
    flags: dict[str, Any] = {k: True for k in _FLAGS if kept.get(k) is True}
    return Filters(
        age=age if type(age) is int and 0 <= age <= OLDEST else None,
        area=area if isinstance(area, str) else "",
        near=_spot(kept.get("near")),
        **sets,
        **flags,
    )


def _spot(kept: object) -> Spot | None:
    if not isinstance(kept, list) or len(kept) not in (1, 3):
        return None
    name, *numbers = kept
    if not isinstance(name, str) or not all(type(n) in (int, float) for n in numbers):
        return None
    if not numbers:
        return Spot(name, named=True)
    latitude, longitude = numbers
    # Compared before it is made a float: a whole number may be too large to be one.
    ok = abs(latitude) <= 90 and abs(longitude) <= 180
    return Spot(name, float(latitude), float(longitude)) if ok else None
