"""Taking an evening over into the cabinet: once, in one operation, as it really went."""

from __future__ import annotations

from datetime import timedelta
from zoneinfo import ZoneInfo

from peerdesk.core.ids import natural_uid, new_uid
from peerdesk.core.text import translate
from peerdesk.features.meetings import when
from peerdesk.features.meetings.base import MINUTE, MeetingView
from peerdesk.features.meetings.plan import PlanVerbs
from peerdesk.features.meetings.series import SeriesVerbs
from peerdesk.store.cabinet import (
    HERE,
    STATUSES,
    AgendaItem,
    Attendance,
    FollowUp,
    Incident,
    Meeting,
    Person,
    Taken,
    Topic,
)
from peerdesk.store.evening import Came, Result
from peerdesk.store.evening_json import Unreadable

NEAR = 3 * 60 * MINUTE
"""How far a stand-in's evening may lie from the meeting it is taken for."""
LAST_MS = 1 << 42
"""The year 2109: a moment after it was never read from a clock."""
LONGEST = 12 * 60


class TakingVerbs(SeriesVerbs, PlanVerbs):
    """The way back from tonight's sheet and from the in-tray."""

    def keep(self, uid: bytes) -> int:
        """The row id of a meeting; a date nobody wrote about is written down. Inside an operation
        only. Raises KeyError when there is no such meeting."""
        return self._row(uid)

    def was_merged(self, sheet: bytes) -> bool:
        """Whether the evening of this sheet (its uid) is in the cabinet already."""
        return bool(
            Taken.select().where(Taken.uid == sheet).exists()
            or Meeting.select().where(Meeting.sheet_uid == sheet).exists()
        )

    def merge(self, result: Result) -> bool:
        """Take an evening over. False, and nothing is changed, when it was before.

        A mark of the evening counts more than one made beforehand, but "unknown" replaces none.
        Two sheets of one meeting come together: what one does not know the other may, and what both
        tell is there once. A result that names no meeting goes to the one that starts next to it,
        or becomes a date of its own.
        Raises Unreadable for a result without a sheet's uid.
        """
        sheet = _uid(result.sheet)
        if sheet is None:
            raise Unreadable("sheet")
        if self.was_merged(sheet):
            return False
        with self.cabinet.operation(translate("Meetings", "Took over the evening")):
            uid = self.meeting_of(result) or self._own_date(result)
            row = Meeting.get_by_id(self._row(uid))
            Taken.create(uid=sheet, kind="evening", taken_at=self.clock.now_ms())
            if row.status == "cancelled":  # it took place after all
                self.bring_back(uid)
            self._take_people(uid, row.id, result)
            self._take_meeting(row, sheet, result)
            self._take_agenda(uid, row.id, result)
            self._take_topics(row.id, result)
            for helped in result.helped:
                self._take_help(row.id, helped.at, again=row.sheet_uid is not None)
        return True

    def meeting_of(self, result: Result) -> bytes | None:
        """The uid of the meeting a result belongs to; None when there is none (any more)."""
        uid = _uid(result.meeting)
        if uid is not None and self.meeting(uid) is not None:
            return uid
        at = self._began(result)
        near = [m for m in self.between(at - NEAR, at + NEAR) if self._is_free(m)]
        near.sort(key=lambda m: (m.cancelled, abs(m.starts_at - at)))
        return near[0].uid if near else None

    # -- inside --------------------------------------------------------------------------------

    def _is_free(self, meeting: MeetingView) -> bool:
        """Whether no other evening was taken over for it."""
        return (
            not Meeting.select()
            .where((Meeting.uid == meeting.uid) & Meeting.sheet_uid.is_null(False))
            .exists()
        )

    def _began(self, result: Result) -> int:
        """When it was meant to begin, or began (UTC ms)."""
        try:
            ZoneInfo(result.zone)  # a zone nobody knows raises a KeyError
            at = when.instant(when.wall(result.start), result.zone)
        except (ValueError, KeyError, OSError, OverflowError):
            at = result.started_at
        return at if 0 < at < LAST_MS else self.clock.now_ms()

    def _own_date(self, result: Result) -> bytes:
        start = when.wall_at(self._began(result), self.clock.zone)
        start -= timedelta(seconds=start.second, microseconds=start.microsecond)
        minutes = (result.ended_at - result.started_at) // MINUTE
        series = self.series()
        return self.add_date(
            start,
            minutes=minutes if 0 < minutes <= LONGEST else 90,
            place=series[0].place if len(series) == 1 else "",
            way="in person",
        )

    def _take_people(self, uid: bytes, row: int, result: Result) -> None:
        if self.no_names:
            return
        new = set(self.newcomers(uid))
        for came in result.people:
            who = _uid(came.person)
            person = None if who is None else Person.get_or_none(Person.uid == who)
            if person is not None and came.status in STATUSES:
                self._take_mark(uid, row, person, came, first=person.uid in new)

    def _take_mark(self, uid: bytes, row: int, person: Person, came: Came, *, first: bool) -> None:
        mark = natural_uid(uid, bytes(person.uid))
        before = Attendance.get_or_none(Attendance.uid == mark)
        if before is not None and came.status == "unknown":
            return
        seen = before is not None and before.status in HERE and came.status not in HERE
        if seen and self._has_sheet(row):  # another sheet of this evening saw them
            return
        here = came.status in HERE
        values = {
            "status": came.status,
            "late": here and came.late,
            "first_time": here and first,
            "agreement": ("heard" if came.heard else "not heard") if here else "",
            "marked_at": self.clock.now_ms(),
        }
        if before is None:
            Attendance.create(uid=mark, meeting=row, person=person.id, **values)
        else:
            Attendance.update(**values).where(Attendance.id == before.id).execute()

    @staticmethod
    def _has_sheet(row: int) -> bool:
        return Meeting.get_by_id(row).sheet_uid is not None

    def _take_meeting(self, row: Meeting, sheet: bytes, result: Result) -> None:
        nameless, fresh = 0, 0
        for extra in result.extras:
            if not self._mark_by_name(row, extra.name, extra.way):
                nameless += 1
                fresh += extra.new
                if extra.new and extra.name.strip() and not self.no_names:
                    again = row.sheet_uid is not None
                    self._reach(row.id, "new", extra.name.strip(), again=again)
        words = result.words.strip()
        if row.came_up.strip() and row.came_up.strip() in words:
            row.came_up = ""  # the other sheet told the beginning of it
        if words and row.came_up.strip() and words not in row.came_up:
            words = f"{row.came_up.strip()}\n{words}"
        values: dict[str, object] = {
            "walk_ins": max(row.walk_ins, nameless),
            "new_people": max(row.new_people, fresh),
            "came_up": words if words and words not in row.came_up else row.came_up,
            "sheet_uid": row.sheet_uid or sheet,
        }
        if 0 < result.started_at < LAST_MS:
            values["started_at"] = min(row.started_at or LAST_MS, result.started_at)
        if 0 < result.ended_at < LAST_MS:
            values["ended_at"] = max(row.ended_at or 0, result.ended_at)
        Meeting.update(**values).where(Meeting.id == row.id).execute()

    def _mark_by_name(self, row: Meeting, name: str, way: str) -> bool:
        """Whether the name or code is that of exactly one person, who is marked then."""
        name = name.strip()
        if not name or self.no_names:
            return False
        found = self.cabinet.rows(
            "SELECT id, uid FROM person WHERE archived_at IS NULL AND "
            "(name = ? COLLATE NOCASE OR code = ? COLLATE NOCASE)",
            name,
            name,
        )
        if len(found) != 1:
            return False
        uid = bytes(found[0][1])  # type: ignore[call-overload]
        status = way if way in HERE else "here"
        person = Person.get_by_id(found[0][0])
        self._take_mark(bytes(row.uid), row.id, person, Came(uid.hex(), status), first=False)
        return True

    def _take_agenda(self, uid: bytes, row: int, result: Result) -> None:
        ran = {part: r.seconds for r in result.ran if (part := _uid(r.item)) is not None}
        if not ran.keys() & {p.uid for p in self.agenda(uid)}:
            return
        self._keep_agenda(uid)
        for part, seconds in ran.items():
            AgendaItem.update(ran_seconds=max(0, seconds)).where(
                (AgendaItem.uid == part) & (AgendaItem.meeting == row)
            ).execute()

    def _take_topics(self, row: int, result: Result) -> None:
        for words in dict.fromkeys(result.topics_used):
            Topic.update(used_at=self.clock.now_ms(), meeting=row).where(
                (Topic.words == words) & Topic.used_at.is_null(True)
            ).execute()

    def _take_help(self, row: int, at: int, *, again: bool) -> None:
        """A record to be written, and somebody to be asked how they are. ``again``: another sheet
        of this evening may have told."""
        now = self.clock.now_ms()
        at = at if 0 < at < LAST_MS else now
        told = (Incident.meeting == row) & (Incident.happened_at == at)
        if again and Incident.select().where(told).exists():
            return
        Incident.create(uid=new_uid(now), meeting=row, happened_at=at, changed_at=now)
        self._reach(row, "help")

    def _reach(self, row: int, reason: str, words: str = "", *, again: bool = False) -> None:
        now = self.clock.now_ms()
        told = (FollowUp.meeting == row) & (FollowUp.reason == reason) & (FollowUp.words == words)
        if again and FollowUp.select().where(told).exists():
            return
        FollowUp.create(uid=new_uid(now), meeting=row, reason=reason, words=words, added_at=now)


def _uid(hex_words: str) -> bytes | None:
    """16 bytes from their hex, or None for anything else."""
    try:
        uid = bytes.fromhex(hex_words)
    except ValueError:
        return None
    return uid if len(uid) == 16 else None
