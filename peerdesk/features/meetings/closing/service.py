"""The door to closing an evening: steps, whom to reach, records, and what waits for Today."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from peerdesk.core.ids import new_uid
from peerdesk.core.text import translate
from peerdesk.features.meetings.closing.reach import Reach, ReachVerbs
from peerdesk.features.meetings.closing.records import NotYours, Record, RecordVerbs
from peerdesk.features.meetings.closing.steps import STATUS, Step, StepVerbs
from peerdesk.features.meetings.preparation import RESTOCK
from peerdesk.features.meetings.service import MeetingsService, MeetingView
from peerdesk.store.cabinet import Meeting, Preparation
from peerdesk.store.place import Place

RECENT = 8 * 24 * 60 * 60_000
"""So long after it an evening that nobody closed is still asked about."""

SOON = 24 * 60 * 60_000
"""An evening may be held, or tried out, so long before the time that was planned."""

LONG_AGO = 90 * 24 * 60 * 60_000
"""Nobody closes an evening after so long unless they look for it among the meetings."""


@dataclass(frozen=True)
class LeftOver:
    """What the last closings left for later."""

    reach: tuple[Reach, ...]
    records: tuple[tuple[bytes, Record], ...]
    open_evening: MeetingView | None

    def __bool__(self) -> bool:
        return bool(self.reach or self.records or self.open_evening)


class ClosingService(StepVerbs, ReachVerbs, RecordVerbs):
    """What is written down when an evening is over, by the keyholder ``me`` (b"" unknown).

    ``names_in(words, names)`` gives the names that stand in some words, ``names_out(words, names,
    instead)`` the words with ``instead`` in their place.
    """

    def __init__(
        self,
        cabinet: Place,
        meetings: MeetingsService,
        me: bytes = b"",
        names_in: Callable[[str, Iterable[str]], list[str]] | None = None,
        names_out: Callable[[str, Iterable[str], str], str] | None = None,
    ) -> None:
        self.cabinet, self.meetings, self.me = cabinet, meetings, me
        self._names_in, self._names_out = names_in, names_out

    def named(self, words: str) -> list[str]:
        """Names of the group's people, archived ones too, that stand in ``words``."""
        if self._names_in is None:
            return []
        rows = self.cabinet.rows("SELECT name FROM person ORDER BY id")
        return self._names_in(words, [str(r[0]) for r in rows])

    def without(self, words: str, names: Iterable[str], instead: str) -> str:
        """``words`` with ``instead`` for every one of ``names``."""
        return words if self._names_out is None else self._names_out(words, names, instead)

    # -- words ---------------------------------------------------------------------------------

    def words_of(self, meeting: bytes, part: str) -> str:
        """``good_things`` or ``came_up`` of a meeting: without names. Raises KeyError for another
        part."""
        rows = self.cabinet.rows("SELECT good_things, came_up FROM meeting WHERE uid = ?", meeting)
        good, came_up = rows[0] if rows else ("", "")
        return str({"good_things": good, "came_up": came_up}[part])

    def set_words(self, meeting: bytes, part: str, words: str) -> None:
        """Change ``good_things`` or ``came_up``. Raises ValueError for another part."""
        if part not in ("good_things", "came_up"):
            raise ValueError(part)
        label = translate("Closing", "Changed what to remember")
        with self.cabinet.operation(label, merge=("closing", meeting, part)):
            row = self.meetings.keep(meeting)
            Meeting.update({part: words}).where(Meeting.id == row).execute()

    # -- restock -------------------------------------------------------------------------------

    def to_restock(self) -> tuple[tuple[bytes, str], ...]:
        """What has to be bought or brought, and is not ticked off yet."""
        rows = (
            Preparation.select()
            .where((Preparation.tag == RESTOCK) & Preparation.done_at.is_null(True))
            .order_by(Preparation.id)
        )
        return tuple((bytes(r.uid), str(r.words)) for r in rows)

    def restock(self, words: str) -> bytes:
        """Something to bring next time. Returns its uid; b"" for no words."""
        words = " ".join(words.split())
        if not words:
            return b""
        now = self.cabinet.clock.now_ms()
        uid = new_uid(now)
        with self.cabinet.operation(translate("Closing", "Noted what to restock")):
            Preparation.create(uid=uid, words=words, tag=RESTOCK, added_at=now)
        return uid

    # -- the end -------------------------------------------------------------------------------

    def finish(self, meeting: bytes) -> None:
        """The evening is closed; whom it proposes to reach is written down for Today."""
        with self.cabinet.operation(translate("Closing", "Closed the evening")):
            self.keep_proposed(meeting)
            self.meetings.close(meeting)

    def left_over(self) -> LeftOver:
        """What is left for Today: whom to reach, records to write, an evening not closed."""
        return LeftOver(self.waiting(), self.unfinished(), self.open_evening())

    def latest(self) -> bytes:
        """The uid of the latest meeting that has begun and took place; b"" for none."""
        now = self.cabinet.clock.now_ms()
        begun = self.meetings.between(now - LONG_AGO, now)
        return next((m.uid for m in reversed(begun) if not m.cancelled), b"")

    def open_evening(self) -> MeetingView | None:
        """The latest evening that was held, as its marks or numbers tell, and not closed. One that
        was ended counts at once, also before its planned end or on the way to its planned start."""
        now = self.cabinet.clock.now_ms()
        sql = "SELECT uid FROM meeting WHERE ended_at IS NOT NULL AND closed_at IS NULL"
        ended = {row[0] for row in self.cabinet.rows(sql)}
        for meeting in reversed(self.meetings.between(now - RECENT, now + SOON)):
            over = meeting.ends_at < now or meeting.uid in ended
            if over and not meeting.closed and not meeting.cancelled:
                return meeting if meeting.here else None
        return None


__all__ = [
    "STATUS",
    "ClosingService",
    "LeftOver",
    "NotYours",
    "Reach",
    "Record",
    "Step",
]
