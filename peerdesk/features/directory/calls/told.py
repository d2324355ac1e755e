"""What somebody said is wrong with a listing: it stands in the cabinet, with its words."""

from __future__ import annotations

from dataclasses import dataclass

from peerdesk.core.text import Text, translate
from peerdesk.exchange.standing import remembered, stood_for
from peerdesk.store.connection import Connection
from peerdesk.store.place import Place

_DONE = translate("Calls", "Looked into what somebody told us")


@dataclass(frozen=True)
class Problem:
    """What somebody said is wrong, and when (UTC milliseconds). No words: the number did not
    work."""

    uid: bytes
    words: str
    told_at: int


class Told:
    """What was told and nobody looked into. Writing raises the KnownErrors of ``store.place``."""

    def __init__(self, shelf: Place, cabinet: Place) -> None:
        self._shelf, self._cabinet = shelf, cabinet

    def waiting(self) -> dict[bytes, tuple[Problem, ...]]:
        """By listing, the oldest first; without those told before somebody made sure on the listing
        itself."""
        found: dict[bytes, list[Problem]] = {}
        same = remembered(self._db)
        for uid, service, words, at in self._cabinet.rows(
            "SELECT uid, service_uid, words, told_at FROM listing_problem"
            " WHERE done_at IS NULL AND service_uid IS NOT NULL ORDER BY told_at, id"
        ):
            one = Problem(bytes(uid), str(words), int(at))  # type: ignore[call-overload]
            about = bytes(service)  # type: ignore[call-overload]
            found.setdefault(same.get(about, about), []).append(one)
        sure = dict(
            self._db.execute(
                f"SELECT uid, checked_at FROM service WHERE uid IN ({', '.join('?' * len(found))})"
                " AND checked_at IS NOT NULL",
                list(found),
            ).fetchall()
        )
        since = {
            uid: tuple(one for one in problems if one.told_at >= sure.get(uid, 0))
            for uid, problems in found.items()
        }
        return {uid: problems for uid, problems in since.items() if problems}

    def look_into(self, uid: bytes, at: int) -> bool:
        """With the call of ``at`` nothing waits any more; whether there was something. Beside the
        call it needs no words of its own."""
        about = stood_for(self._db, uid)
        these = f"service_uid IN ({', '.join('?' * len(about))}) AND done_at IS NULL"
        if not self._cabinet.rows(f"SELECT 1 FROM listing_problem WHERE {these}", *about):
            return False
        sql = f"UPDATE listing_problem SET done_at = ? WHERE {these}"
        with self._cabinet.operation(_DONE, merge=("looked into", uid, at)):
            self._cabinet.database.connection().execute(sql, (at, *about))
        return True

    def open_again(self, uid: bytes, at: int, label: Text) -> bool:
        """What was looked into with the call of ``at`` waits again; whether there was something."""
        about = stood_for(self._db, uid)
        these = f"service_uid IN ({', '.join('?' * len(about))}) AND done_at = ?"
        if not self._cabinet.rows(f"SELECT 1 FROM listing_problem WHERE {these}", *about, at):
            return False
        sql = f"UPDATE listing_problem SET done_at = NULL WHERE {these}"
        with self._cabinet.operation(label, merge=("not looked into", uid, at)):
            self._cabinet.database.connection().execute(sql, (*about, at))
        return True

    @property
    def _db(self) -> Connection:
        return self._shelf.database.connection()
