"""Ten listings to ring each week, and what came of it.

Which ten is kept in the cabinet for the week (ISO 8601, from Monday), so that the paper, the screen
and another facilitator's screen show the same: first listings that somebody said are wrong, then
those not checked for longest (in months), of these the ones most often suggested. What came of a
call stands on the shelf, for everyone: when, how and what, never who.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta

from peerdesk.core.errors import KnownError
from peerdesk.core.text import Text, translate
from peerdesk.exchange.standing import remembered
from peerdesk.features.directory.calls.checks import Checks
from peerdesk.features.directory.calls.choosing import keep, kept, to_ring
from peerdesk.features.directory.calls.notes import Notes, notes
from peerdesk.features.directory.calls.told import Problem, Told
from peerdesk.store.connection import Connection
from peerdesk.store.directory import LISTED, RESULTS
from peerdesk.store.place import Place

TEN = 10
HOWS = ("phone", "visit", "website")
_LABELS: dict[str, Text] = {
    "right": translate("Calls", "All is right at {service}"),
    "changed": translate("Calls", "Something changed at {service}"),
    "no answer": translate("Calls", "No answer from {service}"),
    "closed": translate("Calls", "{service} has closed: taken off the list"),
}
_BACK = translate("Calls", "Took back what was said of {service}")


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


class CheckingService:
    """The calls of the group whose ``cabinet`` is open.

    Writing raises the KnownErrors of ``store.place``; a verb about a listing that is gone does
    nothing.
    """

    def __init__(self, shelf: Place, cabinet: Place) -> None:
        self._shelf, self._cabinet, self.clock = shelf, cabinet, shelf.clock
        self._told, self._checks = Told(shelf, cabinet), Checks(shelf)

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
        problems = self._told.waiting()
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
        return self._told.waiting()

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
        looked = result != "no answer" and self._told.look_into(uid, now)
        try:
            with self._shelf.operation(_LABELS[result].format(service=one[1])):
                self._checks.write(uid, result, how, now, self._midnight())
        except KnownError:
            if looked:
                with suppress(KnownError):
                    self._cabinet.undo()
            raise

    def take_back(self, uid: bytes) -> bool:
        """Take back what was last said of a listing this week; whether there was something."""
        one, last = self._service(uid), self._checks.last(uid, self._begins())
        if one is None or last is None:
            return False
        label = _BACK.format(service=one[1])
        opened = self._told.open_again(uid, last[2], label)
        try:
            with self._shelf.operation(label):
                self._checks.remove(uid, last[0], last[1])
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
        same, used = remembered(self._db), Counter[bytes]()
        for uid, count in rows:
            about = bytes(uid)  # type: ignore[call-overload]
            used[same.get(about, about)] += int(count)  # type: ignore[call-overload]
        return to_ring(self._db, self._begins(), used, without, wanted)

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
            last = self._checks.last(uid, begins)
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

    def _service(self, uid: bytes) -> tuple[int, str] | None:
        row = self._db.execute("SELECT id, name FROM service WHERE uid = ?", (uid,)).fetchone()
        return None if row is None else (int(row[0]), str(row[1]))
