"""Ten listings to ring each week, and what came of it.

Which ten is kept in the cabinet for the week (ISO 8601, from Monday), so that the paper, the screen
and another facilitator's screen show the same: first listings that somebody said are wrong, then
those not checked for longest (in months), of these the ones most often suggested. What came of a
call stands on the shelf, for everyone: when, how and what, never who.
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta

from peerdesk.core.errors import KnownError
from peerdesk.core.ids import new_uid
from peerdesk.core.text import Text, translate
from peerdesk.features.directory.choosing import keep, kept, to_ring
from peerdesk.store.connection import Connection
from peerdesk.store.directory import LISTED, RESULTS
from peerdesk.store.listing_reports import TOLD
from peerdesk.store.place import Place

TEN = 10
UNANSWERED = 2
"""After so many calls without an answer a listing bears the tag "needs a call"."""
HOWS = ("phone", "visit", "website")
_LABELS: dict[str, Text] = {
    "right": translate("Calls", "All is right at {service}"),
    "changed": translate("Calls", "Something changed at {service}"),
    "no answer": translate("Calls", "No answer from {service}"),
    "closed": translate("Calls", "{service} has closed: taken off the list"),
}
_BACK = translate("Calls", "Took back what was said of {service}")
_DONE = translate("Calls", "Looked into what somebody told us")


@dataclass(frozen=True)
class Notes:
    """What everyone may know of a listing since it was checked last: somebody told us that the
    number did not work, and how often nobody answered us."""

    told: bool = False
    unanswered: int = 0

    @property
    def needs_a_call(self) -> bool:
        """Whether the listing bears the tag."""
        return self.told or self.unanswered >= UNANSWERED


@dataclass(frozen=True)
class Problem:
    """What somebody said is wrong, and when (UTC milliseconds). No words: the number did not
    work."""

    uid: bytes
    words: str
    told_at: int


@dataclass(frozen=True)
class Call:
    """A listing of this week. ``result`` is what came of the call this week, "" while it waits, and
    ``called_at`` when (UTC milliseconds). ``problems`` are not looked into yet."""

    id: int
    uid: bytes
    name: str
    result: str
    called_at: int | None
    notes: Notes
    problems: tuple[Problem, ...]

    @property
    def done(self) -> bool:
        """Whether something came of it this week."""
        return bool(self.result)


def notes(connection: Connection, uid: bytes) -> Notes:
    """What everyone may know of a listing; of one that is not there, nothing."""
    rows = connection.execute(
        "SELECT c.how, c.result FROM service_check AS c JOIN service AS s ON s.uid = c.service_uid"
        " WHERE c.service_uid = ? AND c.at > coalesce(s.checked_at, -1)",
        (uid,),
    ).fetchall()
    told = any(how == TOLD for how, _ in rows)
    return Notes(told, sum(result == "no answer" for _, result in rows))


class CheckingService:
    """The calls of the group whose ``cabinet`` is open.

    Writing raises the KnownErrors of ``store.place``; a verb about a listing that is gone does
    nothing.
    """

    def __init__(self, shelf: Place, cabinet: Place) -> None:
        self._shelf, self._cabinet, self.clock = shelf, cabinet, shelf.clock

    @property
    def _db(self) -> Connection:
        return self._shelf.database.connection()

    # -- reading -----------------------------------------------------------------------------

    def week(self) -> date:
        """The Monday of this week."""
        today = self.clock.now().date()
        return today - timedelta(days=today.weekday())

    def calls(self) -> list[Call]:
        """This week's listings, the same all week. What somebody told us since comes before them,
        and one that left the directory makes room for the next."""
        problems = self._problems()
        uids = kept(self._cabinet, self._name())
        there = self._calls(uids, problems)
        known = {call.uid for call in there}
        found = self._calls([uid for uid in problems if uid not in known], problems) + there
        wanted = TEN - len(found)
        if wanted > 0:
            found += self._calls(self._next({call.uid for call in found}, wanted), problems)
        now = [call.uid for call in found]
        if now != uids:
            keep(self._cabinet, self._name(), now)
        return found

    def waiting(self) -> int:
        """How many calls of this week are still to be made."""
        return sum(not call.done for call in self.calls())

    def problems(self) -> dict[bytes, tuple[Problem, ...]]:
        """What somebody said is wrong and nobody looked into, by listing, the oldest first."""
        return self._problems()

    # -- what came of it ---------------------------------------------------------------------

    def record(self, uid: bytes, result: str, how: str = "phone") -> None:
        """What came of a call (``RESULTS``). Said again on the same day it stands instead of what
        was said before, except that nobody may answer twice."""
        assert result in RESULTS
        assert how in HOWS
        one = self._service(uid)
        if one is None:
            return
        now = self.clock.now_ms()
        looked = result != "no answer" and self._look_into(uid, now)
        try:
            with self._shelf.operation(_LABELS[result].format(service=one[1])):
                self._write(uid, result, how, now)
        except KnownError:
            if looked:
                with suppress(KnownError):
                    self._cabinet.undo()
            raise

    def take_back(self, uid: bytes) -> bool:
        """Take back what was last said of a listing this week; whether there was something."""
        one, last = self._service(uid), self._last(uid, self._begins())
        if one is None or last is None:
            return False
        label = _BACK.format(service=one[1])
        opened = self._open_again(uid, last[2], label)
        try:
            with self._shelf.operation(label):
                self._remove(uid, last[0], last[1])
        except KnownError:
            if opened:
                with suppress(KnownError):
                    self._cabinet.undo()
            raise
        return True

    # -- inside: which -----------------------------------------------------------------------

    def _name(self) -> str:
        year, week, _ = self.week().isocalendar()
        return f"{year}-W{week:02}"

    def _next(self, without: set[bytes], wanted: int) -> list[bytes]:
        rows = self._cabinet.rows(
            "SELECT service_uid, count(*) FROM referral WHERE service_uid IS NOT NULL"
            " GROUP BY service_uid"
        )
        used = {bytes(uid): int(count) for uid, count in rows}  # type: ignore[call-overload]
        return to_ring(self._db, self._begins(), used, without, wanted)

    def _problems(self) -> dict[bytes, tuple[Problem, ...]]:
        """Without those told before somebody made sure on the listing itself."""
        found: dict[bytes, list[Problem]] = {}
        for uid, service, words, at in self._cabinet.rows(
            "SELECT uid, service_uid, words, told_at FROM listing_problem"
            " WHERE done_at IS NULL AND service_uid IS NOT NULL ORDER BY told_at, id"
        ):
            one = Problem(bytes(uid), str(words), int(at))  # type: ignore[call-overload]
            found.setdefault(bytes(service), []).append(one)  # type: ignore[call-overload]
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

    def _calls(
        self, uids: Sequence[bytes], problems: dict[bytes, tuple[Problem, ...]]
    ) -> list[Call]:
        """Those of ``uids`` that are listed, or left the list by a call of this week."""
        found = []
        begins = self._begins()
        for uid in uids:
            row = self._db.execute(
                f"SELECT id, name, {LISTED}, checked_at FROM service WHERE uid = ?", (uid,)
            ).fetchone()
            if row is None:
                continue
            last = self._last(uid, begins)
            result, at = (last[1], last[2]) if last is not None else ("", None)
            if last is None and row[3] is not None and row[3] >= begins:
                result, at = "right", int(row[3])  # said so on the listing itself
            call = Call(
                row[0], uid, row[1], result, at, notes(self._db, uid), problems.get(uid, ())
            )
            told = max((p.told_at for p in call.problems), default=0)
            if result != "closed" and at is not None and at < told:
                call = replace(call, result="", called_at=None)
            if row[2] or result == "closed":
                found.append(call)
        return found

    # -- inside: what came of it -------------------------------------------------------------

    def _begins(self) -> int:
        return self._ms(self.week())

    def _midnight(self) -> int:
        return self._ms(self.clock.now().date())

    def _ms(self, day: date) -> int:
        start = datetime.combine(day, datetime.min.time(), self.clock.now().tzinfo)
        return int(start.astimezone(UTC).timestamp() * 1000)

    def _write(self, uid: bytes, result: str, how: str, now: int) -> None:
        last = self._last(uid, self._midnight())
        if last is not None and (last[1], result) != ("no answer", "no answer"):
            self._remove(uid, last[0], last[1])
        self._remember(uid)
        self._insert(uid, now, how, result)
        if result in ("right", "changed"):
            sql = "UPDATE service SET checked_at = ?, checked_how = ? WHERE uid = ?"
            self._db.execute(sql, (now, how, uid))
        elif result == "closed":
            self._db.execute("UPDATE service SET archived_at = ? WHERE uid = ?", (now, uid))

    def _service(self, uid: bytes) -> tuple[int, str] | None:
        row = self._db.execute("SELECT id, name FROM service WHERE uid = ?", (uid,)).fetchone()
        return None if row is None else (int(row[0]), str(row[1]))

    def _last(self, uid: bytes, since: int) -> tuple[int, str, int] | None:
        """(id, result, at) of what was last said."""
        row = self._db.execute(
            "SELECT id, result, at FROM service_check WHERE service_uid = ? AND at >= ?"
            " AND result <> '' ORDER BY at DESC, id DESC LIMIT 1",
            (uid, since),
        ).fetchone()
        return None if row is None else (int(row[0]), str(row[1]), int(row[2]))

    def _insert(self, uid: bytes, at: int, how: str, result: str) -> None:
        self._db.execute(
            "INSERT INTO service_check (uid, service_uid, at, how, result) VALUES (?, ?, ?, ?, ?)",
            (new_uid(self.clock.now_ms()), uid, at, how, result),
        )

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

    def _remove(self, uid: bytes, row: int, result: str) -> None:
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

    def _open_again(self, uid: bytes, at: int, label: Text) -> bool:
        """What was looked into with the call of ``at`` waits again; whether there was something."""
        these = "SELECT 1 FROM listing_problem WHERE service_uid = ? AND done_at = ?"
        if not self._cabinet.rows(these, uid, at):
            return False
        sql = "UPDATE listing_problem SET done_at = NULL WHERE service_uid = ? AND done_at = ?"
        with self._cabinet.operation(label, merge=("not looked into", uid, at)):
            self._cabinet.database.connection().execute(sql, (uid, at))
        return True

    def _look_into(self, uid: bytes, at: int) -> bool:
        """Whether there was something. Beside the call it needs no words of its own."""
        open_ones = "SELECT 1 FROM listing_problem WHERE service_uid = ? AND done_at IS NULL"
        if not self._cabinet.rows(open_ones, uid):
            return False
        sql = "UPDATE listing_problem SET done_at = ? WHERE service_uid = ? AND done_at IS NULL"
        with self._cabinet.operation(_DONE, merge=("looked into", uid, at)):
            self._cabinet.database.connection().execute(sql, (at, uid))
        return True
