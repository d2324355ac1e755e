"""Who was here: a status for every expected person, walk-ins, a head count, and what follows."""

from __future__ import annotations

import statistics
from dataclasses import dataclass
from datetime import datetime

from peerdesk.core.ids import natural_uid
from peerdesk.core.text import Text, translate
from peerdesk.features.meetings import when
from peerdesk.features.meetings.base import Base, MeetingView
from peerdesk.store.cabinet import HERE, STATUSES, Attendance, Meeting, Person

AWAY = ("apologies", "away")
AWAY_TIMES = 3
TYPICAL_OF = 8
TYPICAL_FROM = 3
"""Fewer meetings than this do not say what is usual."""
NEW_ROLES = ("new", "newcomer")
BY_TEXT, BY_CALL = "text", "call"
"""Purposes of consents that are about getting in touch."""


@dataclass(frozen=True)
class Mark:
    """One expected person and how they take part. ``new``: never here before this meeting."""

    person: bytes
    name: str
    role: str
    status: str
    new: bool
    needs: str
    late: bool = False
    code: str = ""


@dataclass(frozen=True)
class Counts:
    """How many of each status, walk-ins without a name, and how many were here in all."""

    marks: dict[str, int]
    walk_ins: int
    head_count: int | None

    @property
    def here(self) -> int:
        """The head count if there is one, else those marked here and the walk-ins."""
        if self.head_count is not None:
            return self.head_count
        return sum(self.marks[s] for s in HERE) + self.walk_ins


@dataclass(frozen=True)
class Absence:
    """Somebody who was away ``times`` meetings running. ``last_here`` is naive wall time.

    ``contact`` is how they may safely be reached: in their words, or by what they agreed to, ""
    when nothing is known. ``may_contact`` is False when they said no and to nothing yes.
    """

    person: bytes
    name: str
    times: int
    last_here: datetime | None
    contact: Text | str
    may_contact: bool


class AttendanceVerbs(Base):
    """What can be said about who was here, and what the past says."""

    def attendance(self, uid: bytes) -> list[Mark]:
        """Everyone expected (the group's people) and everyone marked, by name."""
        meeting = self.meeting(uid)
        if meeting is None:
            return []
        rows = self.cabinet.rows(
            "SELECT p.uid, p.name, p.role, coalesce(a.status, 'unknown'), p.access_needs, "
            "coalesce(a.late, 0), p.code "
            "FROM person p LEFT JOIN attendance a ON a.person_id = p.id "
            "AND a.meeting_id = (SELECT id FROM meeting WHERE uid = ?) "
            "WHERE p.archived_at IS NULL OR a.id IS NOT NULL ORDER BY p.name COLLATE NOCASE, p.id",
            uid,
        )
        new = set(self.newcomers(uid))
        return [
            Mark(
                bytes(r[0]),  # type: ignore[call-overload]
                str(r[1]),
                str(r[2]),
                str(r[3]),
                r[0] in new,
                str(r[4]),
                bool(r[5]) and r[3] in HERE,
                str(r[6]),
            )
            for r in rows
        ]

    def set_late(self, uid: bytes, person: bytes, late: bool) -> None:
        """Say that somebody came when it had begun; who was not marked here is then."""
        with self.cabinet.operation(translate("Meetings", "Marked who came late")):
            now = next((m.status for m in self.attendance(uid) if m.person == person), "unknown")
            if late and now not in HERE:
                self.mark(uid, person, "here")
            Attendance.update(late=late).where(Attendance.uid == natural_uid(uid, person)).execute()

    def mark(self, uid: bytes, person: bytes, status: str) -> None:
        """Say how one person took part. Raises ValueError for a status that is none."""
        if status not in STATUSES:
            raise ValueError(status)
        with self.cabinet.operation(translate("Meetings", "Marked who is here")):
            who = Person.get(Person.uid == person)
            row, now = self._row(uid), self.clock.now_ms()
            Attendance.insert(
                uid=natural_uid(uid, person),
                meeting=row,
                person=who.id,
                status=status,
                marked_at=now,
            ).on_conflict(
                conflict_target=[Attendance.uid],
                update={Attendance.status: status, Attendance.marked_at: now},
            ).execute()

    def mark_all_here(self, uid: bytes) -> None:
        """Mark everyone here about whom nothing is known yet."""
        with self.cabinet.operation(translate("Meetings", "Marked everyone here")):
            for one in self.attendance(uid):
                if one.status == "unknown":
                    self.mark(uid, one.person, "here")

    def set_walk_ins(self, uid: bytes, count: int) -> None:
        """How many came without giving a name."""
        label = translate("Meetings", "Counted who came without a name")
        with self.cabinet.operation(label, merge=("walk_ins", uid)):
            Meeting.update(walk_ins=max(0, count)).where(Meeting.id == self._row(uid)).execute()

    def set_head_count(self, uid: bytes, count: int | None) -> None:
        """How many were here in all; None when nobody counted."""
        label = translate("Meetings", "Counted heads")
        with self.cabinet.operation(label, merge=("head_count", uid)):
            Meeting.update(head_count=count).where(Meeting.id == self._row(uid)).execute()

    def set_new_people(self, uid: bytes, count: int) -> None:
        """How many of those without a name were there for the first time."""
        label = translate("Meetings", "Counted who was new")
        with self.cabinet.operation(label, merge=("new_people", uid)):
            Meeting.update(new_people=max(0, count)).where(Meeting.id == self._row(uid)).execute()

    def new_at(self, uid: bytes) -> int:
        """How many of those without a name were there for the first time."""
        rows = self.cabinet.rows("SELECT new_people FROM meeting WHERE uid = ?", uid)
        return int(str(rows[0][0])) if rows else 0

    def counts(self, uid: bytes) -> Counts:
        """The numbers of one meeting."""
        meeting = self.meeting(uid)
        marks = dict.fromkeys(STATUSES, 0)
        for one in self.attendance(uid):
            marks[one.status] += 1
        if meeting is None:
            return Counts(marks, 0, None)
        return Counts(marks, meeting.walk_ins, meeting.head_count)

    # -- closing -------------------------------------------------------------------------------

    def close(self, uid: bytes) -> None:
        """The evening is over and what is written about it is right."""
        with self.cabinet.operation(translate("Meetings", "Closed the evening")):
            Meeting.update(status="closed", closed_at=self.clock.now_ms()).where(
                Meeting.id == self._row(uid)
            ).execute()

    # -- what the past says --------------------------------------------------------------------

    def usually(self) -> int | None:
        """How many typically come: the middle of the last TYPICAL_OF; None when too few."""
        held = [m.here for m in self.held(TYPICAL_OF) if m.here]
        return statistics.median_low(held) if len(held) >= TYPICAL_FROM else None

    def expected(self, uid: bytes) -> int:
        """About how many will come: what is usual, else the people less those who said no."""
        marks = [m.status for m in self.attendance(uid)]
        return self.usually() or sum(s not in AWAY for s in marks)

    def good_things(self, limit: int = 3) -> list[tuple[MeetingView, str]]:
        """What past closings left to remember, latest first."""
        return [(m, m.good_things) for m in self.held(30) if m.good_things.strip()][:limit]

    def last_here(self) -> dict[bytes, datetime]:
        """Per person uid, when they were last here (naive wall time)."""
        rows = self.cabinet.rows(
            "SELECT p.uid, max(m.start) FROM attendance a JOIN person p ON p.id = a.person_id "
            "JOIN meeting m ON m.id = a.meeting_id WHERE a.status IN (?, ?, ?) GROUP BY p.id",
            *HERE,
        )
        return {bytes(r[0]): when.wall(str(r[1])) for r in rows}  # type: ignore[call-overload]

    def here_on(self, person: bytes, limit: int = 6) -> list[tuple[datetime, str]]:
        """When one person took part, and how, latest first."""
        rows = self.cabinet.rows(
            "SELECT m.start, a.status FROM attendance a JOIN meeting m ON m.id = a.meeting_id "
            "JOIN person p ON p.id = a.person_id WHERE p.uid = ? AND a.status IN (?, ?, ?) "
            "ORDER BY m.start DESC LIMIT ?",
            person,
            *HERE,
            limit,
        )
        return [(when.wall(str(r[0])), str(r[1])) for r in rows]

    def newcomers(self, uid: bytes) -> list[bytes]:
        """People for whom this meeting is the first: new by role, or added since the group's
        first closed meeting without being known from before; and never here until then."""
        meeting = self.meeting(uid)
        if meeting is None:
            return []
        held = self._kept("WHERE m.status = 'closed' ORDER BY m.start LIMIT 1")
        first = held[0].starts_at if held else 1 << 62
        rows = self.cabinet.rows(
            "SELECT p.uid FROM person p WHERE p.archived_at IS NULL AND (p.role IN (?, ?) "
            "OR (p.added_at > ? AND p.since = '')) AND NOT EXISTS (SELECT 1 FROM attendance a "
            "JOIN meeting m ON m.id = a.meeting_id WHERE a.person_id = p.id "
            "AND a.status IN (?, ?, ?) AND m.uid <> ? AND m.start < ?) ORDER BY p.name",
            *NEW_ROLES,
            first,
            *HERE,
            uid,
            when.stamp(meeting.start),
        )
        return [bytes(r[0]) for r in rows]  # type: ignore[call-overload]

    def away(self, times: int = AWAY_TIMES, also: bytes = b"") -> list[Absence]:
        """Who was away from the last ``times`` closed meetings or more, running.

        ``also``: a meeting that counts although it is not closed yet. Meetings where nobody knows
        how a person took part say nothing about that person.
        """
        rows = self.cabinet.rows(
            "SELECT p.uid, p.name, p.safe_contact, a.status, m.start, "
            "(SELECT answer FROM consent c WHERE c.person_id = p.id AND c.purpose = ?), "
            "(SELECT answer FROM consent c WHERE c.person_id = p.id AND c.purpose = ?) "
            "FROM person p JOIN attendance a ON a.person_id = p.id "
            "JOIN meeting m ON m.id = a.meeting_id "
            "WHERE p.archived_at IS NULL AND (m.status = 'closed' OR m.uid = ?) "
            "AND a.status <> 'unknown' ORDER BY p.name COLLATE NOCASE, p.id, m.start DESC",
            BY_TEXT,
            BY_CALL,
            also,
        )
        people: dict[bytes, list[tuple[object, ...]]] = {}
        for row in rows:
            people.setdefault(bytes(row[0]), []).append(row)  # type: ignore[call-overload]
        found = []
        for uid, marks in people.items():
            running = next((i for i, r in enumerate(marks) if r[3] in HERE), len(marks))
            if running < times:
                continue
            one, seen = marks[0], running < len(marks)
            found.append(
                Absence(
                    uid,
                    str(one[1]),
                    running,
                    when.wall(str(marks[running][4])) if seen else None,
                    str(one[2]).strip() or _ways(one[5], one[6]),
                    "yes" in one[5:] or "no" not in one[5:],
                )
            )
        return found


def _ways(text: object, call: object) -> Text | str:
    """What the answers about getting in touch come to."""
    if text == "yes" and call == "yes":
        return translate("Meetings", "text or phone call")
    if text == "yes":
        return translate("Meetings", "text only")
    return translate("Meetings", "phone call only") if call == "yes" else ""
