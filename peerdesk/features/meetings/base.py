"""What all parts of the meetings service share: shapes, and meetings found by uid."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from peerdesk.core.clock import Clock
from peerdesk.core.ids import natural_uid
from peerdesk.features.meetings import when
from peerdesk.features.meetings.shapes import WAYS as WAYS
from peerdesk.features.meetings.shapes import DayOff, off_on
from peerdesk.features.meetings.shapes import MeetingView as MeetingView
from peerdesk.features.meetings.shapes import SeriesView as SeriesView
from peerdesk.store import search
from peerdesk.store.cabinet import HERE, Meeting, writes_no_names
from peerdesk.store.place import Place

MINUTE = 60_000
GRACE = 2 * 60 * MINUTE
"""How long after its end a meeting still counts as the one to look at: time to close it."""
YEARS = 2
"""How far back and ahead dates that were never written down are looked for."""

_HERE = ", ".join(f"'{s}'" for s in HERE)


_COLUMNS = f"""SELECT m.uid, s.uid, m.recurrence_id, m.start, m.zone, m.minutes,
    coalesce(s.name, ''), m.place, coalesce(s.place, ''), m.way, coalesce(s.way, 'in person'),
    coalesce(s.dial_in, ''), m.status, m.theme, m.lead, m.door, m.head_count, m.walk_ins,
    m.good_things, m.closed_at, m.dial_in, m.started_at,
    (SELECT count(*) FROM attendance a WHERE a.meeting_id = m.id AND a.status IN ({_HERE}))
    FROM meeting m LEFT JOIN series s ON s.id = m.series_id """


class Base:
    """Reads of series and meetings, and the row behind a uid."""

    def __init__(self, cabinet: Place, shelf: Place | None = None) -> None:
        self.cabinet = cabinet
        self.shelf = shelf
        self._dates: dict[bytes, tuple[SeriesView, datetime]] = {}

    @property
    def clock(self) -> Clock:
        return self.cabinet.clock

    @property
    def no_names(self) -> bool:
        """Whether the group writes no names down at all."""
        return writes_no_names(self.cabinet)

    # -- series ------------------------------------------------------------------------------

    def series(self) -> list[SeriesView]:
        """All series, in the order they were made."""
        rows = self.cabinet.rows(
            "SELECT uid, name, dtstart, zone, minutes, rrule, place, way, dial_in, public, "
            "ended_on, address, dial_in_public FROM series ORDER BY id"
        )
        return [
            SeriesView(
                bytes(r[0]),  # type: ignore[call-overload]
                str(r[1]),
                when.wall(str(r[2])),
                str(r[3]),
                int(str(r[4])),
                str(r[5]),
                str(r[6]),
                str(r[7]),
                str(r[8]),
                bool(r[9]),
                date.fromisoformat(str(r[10])) if r[10] else None,
                str(r[11]),
                bool(r[12]),
            )
            for r in rows
        ]

    def one_series(self, uid: bytes) -> SeriesView | None:
        """The series with this uid; None when there is none (any more)."""
        return next((s for s in self.series() if s.uid == uid), None)

    # -- meetings ----------------------------------------------------------------------------

    def meeting(self, uid: bytes) -> MeetingView | None:
        """The meeting with this uid, computed or kept; None when there is none (any more)."""
        kept = self._kept("WHERE m.uid = ?", uid)
        if kept:
            return kept[0]
        found = self._computed(uid)
        return self._from_series(*found, self.days_off()) if found else None

    def days_off(self) -> list[DayOff]:
        """Holidays, earliest first."""
        rows = self.cabinet.rows("SELECT uid, first, last, words FROM holiday ORDER BY first, id")
        return [
            DayOff(
                bytes(r[0]),  # type: ignore[call-overload]
                date.fromisoformat(str(r[1])),
                date.fromisoformat(str(r[2])),
                str(r[3]),
            )
            for r in rows
        ]

    def between(self, first_ms: int, last_ms: int) -> list[MeetingView]:
        """All meetings that start in ``first_ms <= start < last_ms``, earliest first."""
        # Wall times of all zones of the world lie within a day of UTC.
        first = when.wall_at(first_ms, "UTC") - timedelta(days=1)
        last = when.wall_at(last_ms, "UTC") + timedelta(days=1)
        found = {
            m.uid: m
            for m in self._kept(
                "WHERE m.start BETWEEN ? AND ? OR m.recurrence_id BETWEEN ? AND ?",
                *(when.stamp(first), when.stamp(last)) * 2,
            )
        }
        off = self.days_off()
        for series in self.series():
            for start in when.occurrences(series.start, series.rule, first, last, series.ended):
                meeting = self._from_series(series, start, off)
                self._dates[meeting.uid] = series, start
                found.setdefault(meeting.uid, meeting)
        inside = [m for m in found.values() if first_ms <= m.starts_at < last_ms]
        return sorted(inside, key=lambda m: (m.starts_at, m.uid))

    def next_meetings(self, limit: int = 8) -> list[MeetingView]:
        """What lies ahead, also what runs now or ended a short while ago and is not closed yet."""
        now = self.clock.now_ms()
        day = 24 * 60 * MINUTE
        for days in (70, 366 * YEARS):
            ahead = [m for m in self.between(now - 2 * day, now + days * day) if self._ahead(m)]
            if len(ahead) >= limit:
                break
        return ahead[:limit]

    def next_meeting(self) -> MeetingView | None:
        """The first one ahead that takes place."""
        return next((m for m in self.next_meetings() if not m.cancelled), None)

    def past_meetings(self, limit: int = 60) -> list[MeetingView]:
        """What lies behind, latest first; dates nobody wrote anything about are among them."""
        now = self.clock.now_ms()
        back = self.between(now - 366 * YEARS * 24 * 60 * MINUTE, now + 366 * 24 * 60 * MINUTE)
        return [m for m in reversed(back) if not self._ahead(m)][:limit]

    def find(self, typed: str, limit: int = 20) -> list[MeetingView]:
        """Kept meetings whose theme, place or good things hold the words, themes first."""
        raw = self.cabinet.database.connection()
        ids = search.find(raw, "meeting_search", typed, name_column="theme", limit=limit)
        return [m for i in ids for m in self._kept("WHERE m.id = ?", i)]

    def names(self) -> list[str]:
        """Names of the group's people, those who lead first, to choose from while typing."""
        rows = self.cabinet.rows(
            "SELECT name FROM person WHERE archived_at IS NULL ORDER BY "
            "role NOT IN ('facilitator', 'co-facilitator', 'helper'), name COLLATE NOCASE"
        )
        return [str(r[0]) for r in rows]

    # -- inside ------------------------------------------------------------------------------

    def _ahead(self, meeting: MeetingView) -> bool:
        return not meeting.closed and meeting.ends_at + GRACE > self.clock.now_ms()

    def held(self, limit: int) -> list[MeetingView]:
        """Closed meetings, latest first."""
        return self._kept(
            "WHERE m.status = 'closed' ORDER BY m.start DESC, m.id DESC LIMIT ?", limit
        )

    def _computed(self, uid: bytes) -> tuple[SeriesView, datetime] | None:
        found = self._dates.get(uid)
        if found is None:
            now, reach = self.clock.now_ms(), 366 * YEARS * 24 * 60 * MINUTE
            self.between(now - reach, now + reach)
            found = self._dates.get(uid)
        if found is None:
            return None
        series = self.one_series(found[0].uid)  # it may have changed since, or be gone
        if series is None or not when.occurrences(
            series.start, series.rule, found[1], found[1] + timedelta(minutes=1), series.ended
        ):
            return None
        return series, found[1]

    def _from_series(
        self, series: SeriesView, start: datetime, off: Sequence[DayOff]
    ) -> MeetingView:
        holiday = off_on(off, start.date())
        starts_at = when.instant(start, series.zone)
        ends_at = starts_at + series.minutes * MINUTE
        return MeetingView(
            uid=natural_uid(series.uid, when.stamp(start)),
            series=series.uid,
            planned=start,
            start=start,
            end=when.wall_at(ends_at, series.zone),
            zone=series.zone,
            minutes=series.minutes,
            starts_at=starts_at,
            ends_at=ends_at,
            name=series.name,
            place=series.place,
            way=series.way,
            dial_in=series.dial_in,
            status="cancelled" if holiday else "planned",
            theme="",
            lead="",
            door="",
            head_count=None,
            walk_ins=0,
            good_things="",
            closed_at=None,
            here=0,
            kept=False,
            holiday=holiday,
        )

    def _kept(self, where: str, *values: object) -> list[MeetingView]:
        rows = self.cabinet.rows(_COLUMNS + where, *values)
        off = self.days_off() if rows else []
        return [self._view(r, off) for r in rows]

    def _view(self, r: tuple[object, ...], off: Sequence[DayOff]) -> MeetingView:
        start, zone, minutes = when.wall(str(r[3])), str(r[4]), int(str(r[5]))
        starts_at = when.instant(start, zone)
        ends_at = starts_at + minutes * MINUTE
        head = None if r[16] is None else int(str(r[16]))
        walk_ins = int(str(r[17]))
        here = int(str(r[22])) + walk_ins if head is None else head
        status, holiday = str(r[12]), None
        # Who moved a date, or held it all the same, knew about the holiday.
        if status == "planned" and str(r[2]) == str(r[3]) and not here and r[21] is None:
            holiday = off_on(off, start.date())
        if status == "held":
            status = "planned"
        return MeetingView(
            uid=bytes(r[0]),  # type: ignore[call-overload]
            series=bytes(r[1]) if isinstance(r[1], bytes) else None,
            planned=when.wall(str(r[2])) if r[2] else None,
            start=start,
            end=when.wall_at(ends_at, zone),
            zone=zone,
            minutes=minutes,
            starts_at=starts_at,
            ends_at=ends_at,
            name=str(r[6]),
            place=str(r[7] or r[8]),
            way=str(r[9] or r[10]),
            dial_in=str(r[20] or r[11]),
            status="cancelled" if holiday else status,
            theme=str(r[13]),
            lead=self.person_name(str(r[14])),
            door=self.person_name(str(r[15])),
            head_count=head,
            walk_ins=walk_ins,
            good_things=str(r[18]),
            closed_at=None if r[19] is None else int(str(r[19])),
            here=here,
            kept=True,
            holiday=holiday,
            own_dial_in=str(r[20]),
        )

    def _row(self, uid: bytes) -> int:
        """The row id of a meeting; a computed date becomes a row. Inside an operation only.

        Raises KeyError when there is no such meeting.
        """
        rows = self.cabinet.rows("SELECT id FROM meeting WHERE uid = ?", uid)
        if rows:
            return int(str(rows[0][0]))
        found = self._computed(uid)
        if found is None:
            raise KeyError(uid.hex())
        series, start = found
        ids = self.cabinet.rows("SELECT id FROM series WHERE uid = ?", series.uid)
        made = Meeting.create(
            uid=uid,
            series=int(str(ids[0][0])),
            recurrence_id=when.stamp(start),
            start=when.stamp(start),
            zone=series.zone,
            minutes=series.minutes,
            place="",  # blank: as the series says, also when that changes
            way="",
        )
        return int(made.id)

    # -- people who do something ---------------------------------------------------------------

    def person_key(self, name: str) -> str:
        """What is stored for "who leads": the person's uid when it is somebody of the group, so
        that a name never outlives the person; else the words as typed."""
        name = name.strip()
        rows = self.cabinet.rows(
            "SELECT uid FROM person WHERE name = ? COLLATE NOCASE ORDER BY archived_at IS NOT NULL",
            name,
        )
        return bytes(rows[0][0]).hex() if rows else name  # type: ignore[call-overload]

    def person_name(self, stored: str) -> str:
        """The words for a stored :meth:`person_key`; "" when that person is gone."""
        try:
            uid = bytes.fromhex(stored)
        except ValueError:
            return stored
        if len(uid) != 16:
            return stored
        rows = self.cabinet.rows("SELECT name FROM person WHERE uid = ?", uid)
        return str(rows[0][0]) if rows else ""
