"""What came of calls, as it stands on the shelf for everyone: when, how and what, never who."""

from __future__ import annotations

from peerdesk.core.ids import new_uid
from peerdesk.store.connection import Connection
from peerdesk.store.place import Place


class Checks:
    """The rows of calls; what writes, writes inside an operation of the caller's."""

    def __init__(self, shelf: Place) -> None:
        self._shelf = shelf

    @property
    def _db(self) -> Connection:
        return self._shelf.database.connection()

    def last(self, uid: bytes, since: int) -> tuple[int, str, int] | None:
        """(id, result, at) of what was last said since then (UTC milliseconds)."""
        row = self._db.execute(
            "SELECT id, result, at FROM service_check WHERE service_uid = ? AND at >= ?"
            " AND result <> '' ORDER BY at DESC, id DESC LIMIT 1",
            (uid, since),
        ).fetchone()
        return None if row is None else (int(row[0]), str(row[1]), int(row[2]))

    def write(self, uid: bytes, result: str, how: str, now: int, midnight: int) -> None:
        """Say it now, instead of what was said since ``midnight``."""
        last = self.last(uid, midnight)
        if last is not None and (last[1], result) != ("no answer", "no answer"):
            self.remove(uid, last[0], last[1])
        self._remember(uid)
        self._insert(uid, now, how, result)
        if result in ("right", "changed"):
            sql = "UPDATE service SET checked_at = ?, checked_how = ? WHERE uid = ?"
            self._db.execute(sql, (now, how, uid))
        elif result == "closed":
            self._db.execute("UPDATE service SET archived_at = ? WHERE uid = ?", (now, uid))

    def remove(self, uid: bytes, row: int, result: str) -> None:
        """As if it had not been said."""
        self._db.execute("DELETE FROM service_check WHERE id = ?", (row,))
        if result == "closed":
            self._db.execute("UPDATE service SET archived_at = NULL WHERE uid = ?", (uid,))
        elif result != "no answer":
            before = self._db.execute(
                "SELECT at, how FROM service_check WHERE service_uid = ?"
                " AND result IN ('right', 'changed') ORDER BY at DESC, id DESC LIMIT 1",
                (uid,),
            ).fetchone()
            sql = "UPDATE service SET checked_at = ?, checked_how = ? WHERE uid = ?"
            self._db.execute(sql, (*(before or (None, "")), uid))

    def _remember(self, uid: bytes) -> None:
        """What stands on the listing from before calls were written down, so that it can stand
        there again."""
        row = self._db.execute(
            "SELECT checked_at, checked_how FROM service AS s WHERE uid = ?1"
            " AND checked_at IS NOT NULL AND NOT EXISTS (SELECT 1 FROM service_check AS c"
            " WHERE c.service_uid = ?1 AND c.at = s.checked_at AND c.result <> '')",
            (uid,),
        ).fetchone()
        if row is not None:
            self._insert(uid, int(row[0]), str(row[1]), "right")

    def _insert(self, uid: bytes, at: int, how: str, result: str) -> None:
        self._db.execute(
            "INSERT INTO service_check (uid, service_uid, at, how, result) VALUES (?, ?, ?, ?, ?)",
            (new_uid(self._shelf.clock.now_ms()), uid, at, how, result),
        )
