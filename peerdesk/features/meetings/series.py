"""Series and their dates: made, changed, moved, cancelled, brought back, shown to everyone."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta

from peerdesk.core.ids import natural_uid, new_uid
from peerdesk.core.text import translate
from peerdesk.features.meetings import when
from peerdesk.features.meetings.base import MINUTE, YEARS
from peerdesk.features.meetings.calendars import CalendarVerbs
from peerdesk.features.meetings.duties import COLUMNS, DutyVerbs
from peerdesk.features.meetings.holidays import HolidayVerbs
from peerdesk.features.meetings.shapes import SeriesView, off_on
from peerdesk.store.cabinet import Duty, Meeting, Series


class SeriesVerbs(HolidayVerbs, DutyVerbs, CalendarVerbs):
    """What can be done to series and to the time and place of single dates."""

    def first_date(self, weekday: int, at: time) -> datetime:
        """The first ``weekday`` (0 = Monday) at ``at`` that is not over yet."""
        return when.next_weekday(self.clock.now(), weekday, at)

    def add_series(
        self,
        name: str,
        start: datetime,
        *,
        minutes: int = 90,
        how: when.How = "weekly",
        nth: int = 0,
        zone: str = "",
        place: str = "",
        way: str = "in person",
        dial_in: str = "",
        public: bool = False,
    ) -> bytes:
        """A new series whose first date is ``start`` (wall time in ``zone``, by default that of
        the computer), or the first after it in the week ``nth`` of a month. Returns its uid."""
        repeat = when.repeat_of(start, how, nth)
        start = when.first_of(start, repeat)
        uid = new_uid(self.clock.now_ms())
        with self.cabinet.operation(translate("Meetings", "Planned a meeting")):
            Series.create(
                uid=uid,
                name=name.strip(),
                dtstart=when.stamp(start),
                zone=zone or self.clock.zone,
                minutes=minutes,
                rrule=repeat.rule,
                place=place.strip(),
                way=way,
                dial_in=dial_in.strip(),
            )
        if public:
            self.show_to_everyone(uid, True)
        return uid

    def set_series(self, uid: bytes, **fields: str | int) -> None:
        """Change ``name``, ``place``, ``way``, ``dial_in``, ``dial_in_public``, ``address`` or
        ``minutes`` of all dates to come."""
        label = translate("Meetings", "Changed the meeting")
        with self.cabinet.operation(label, merge=("series", uid, *sorted(fields))):
            if "minutes" in fields:
                self._keep_past(uid)
                Meeting.update(minutes=fields["minutes"]).where(
                    Meeting.uid.in_(self._to_come(uid))
                ).execute()
            Series.update(**fields).where(Series.uid == uid).execute()
        self.settle_public()

    def set_repeat(self, uid: bytes, weekday: int, at: time, how: when.How, nth: int = 0) -> None:
        """Meet on another day, at another time or in another rhythm, from the next date on.

        ``nth``: the week of the month (``Repeat.nth``); 0: that of the next date. What was said
        about dates to come goes with them: each takes the nearest new date.
        """
        series = self._must(uid)
        start = self.first_date(weekday, at)
        repeat = when.repeat_of(start, how, nth)
        start, rule = when.first_of(start, repeat), repeat.rule
        with self.cabinet.operation(translate("Meetings", "Changed when the group meets")):
            self._keep_past(uid)
            coming = self._to_come(uid)
            Series.update(dtstart=when.stamp(start), rrule=rule, ended_on="").where(
                Series.uid == uid
            ).execute()
            self._carry(replace(series, start=start, rule=rule, ended=None), coming)
        self.settle_public()

    def end_series(self, uid: bytes, last: date | None) -> None:
        """Let the series end on the day ``last``; None lets it go on."""
        label = translate("Meetings", "Ended the series")
        if last is None:
            label = translate("Meetings", "Let the series go on")
        with self.cabinet.operation(label):
            Series.update(ended_on=last.isoformat() if last else "").where(
                Series.uid == uid
            ).execute()
        self.settle_public()

    def end_after(self, uid: bytes, times: int) -> None:
        """Let the series end when it took place ``times`` more times; holidays and cancelled dates
        do not count. Raises KeyError when it does not meet so often in ten years."""
        one = self._must(uid)
        now = self.clock.now_ms()
        kept = {
            m.planned: m.cancelled
            for m in self._kept("WHERE s.uid = ? AND m.recurrence_id <> ''", uid)
        }
        off, today = self.days_off(), when.wall_at(now, one.zone)
        for start in when.occurrences(one.start, one.rule, today, today + timedelta(days=3660)):
            if kept.get(start, off_on(off, start.date()) is not None):
                continue
            times -= 1
            if times == 0:
                self.end_series(uid, start.date())
                return
        raise KeyError(uid.hex())

    # -- single dates --------------------------------------------------------------------------

    def add_date(
        self,
        start: datetime,
        series: bytes | None = None,
        *,
        minutes: int = 90,
        place: str = "",
        way: str = "",
    ) -> bytes:
        """A one-off date, of a series or alone. Returns its uid."""
        of = self._must(series) if series else None
        uid = new_uid(self.clock.now_ms())
        with self.cabinet.operation(translate("Meetings", "Added a date")):
            Meeting.create(
                uid=uid,
                series=self._series_id(of.uid) if of else None,
                start=when.stamp(start),
                zone=of.zone if of else self.clock.zone,
                minutes=of.minutes if of else minutes,
                place=place.strip(),
                way=way,
            )
        return uid

    def remove_date(self, uid: bytes) -> None:
        """Take an extra date away again, with all that was said about it."""
        with self.cabinet.operation(translate("Meetings", "Removed the date")):
            Meeting.delete().where(Meeting.uid == uid, Meeting.recurrence_id == "").execute()

    def move(self, uid: bytes, start: datetime, minutes: int | None = None) -> None:
        """Hold one date at another time."""
        with self.cabinet.operation(translate("Meetings", "Moved the meeting")):
            row = self._row(uid)
            Meeting.update(start=when.stamp(start)).where(Meeting.id == row).execute()
            if minutes is not None:
                Meeting.update(minutes=minutes).where(Meeting.id == row).execute()

    def cancel(self, uid: bytes) -> None:
        """Say that one date does not take place."""
        with self.cabinet.operation(translate("Meetings", "Cancelled the meeting")):
            Meeting.update(status="cancelled").where(Meeting.id == self._row(uid)).execute()

    def bring_back(self, uid: bytes) -> None:
        """Let a cancelled date take place, also on a holiday, or put a moved one back to its usual
        time."""
        with self.cabinet.operation(translate("Meetings", "Brought the meeting back")):
            row = self._row(uid)
            found = Meeting.get_by_id(row)
            meeting = self._kept("WHERE m.id = ?", row)[0]
            if meeting.cancelled:
                off = off_on(self.days_off(), meeting.start.date())
                status = "held" if off else "planned"
                Meeting.update(status=status).where(Meeting.id == row).execute()
            elif found.recurrence_id:
                Meeting.update(start=found.recurrence_id).where(Meeting.id == row).execute()

    def set_meeting(self, uid: bytes, **fields: str) -> None:
        """Change ``theme``, ``place``, ``way``, ``dial_in``, ``lead``, ``door`` or ``good_things``
        of one date.

        ``lead`` and ``door`` are names as typed; a blank ``place``, ``way`` or ``dial_in`` is
        that of the series.
        """
        values = {k: self.person_key(v) if k in ("lead", "door") else v for k, v in fields.items()}
        label = translate("Meetings", "Changed the meeting")
        with self.cabinet.operation(label, merge=("meeting", uid, *sorted(fields))):
            row = self._row(uid)
            Meeting.update(**values).where(Meeting.id == row).execute()
            for role in (r for r, column in COLUMNS.items() if column in fields):
                # Whoever is typed in does it as their own, not instead of somebody.
                Duty.delete().where(Duty.meeting == row, Duty.role == role).execute()

    # -- inside --------------------------------------------------------------------------------

    def _must(self, uid: bytes) -> SeriesView:
        found = self.one_series(uid)
        if found is None:
            raise KeyError(uid.hex())
        return found

    def _series_id(self, uid: bytes) -> int:
        return int(Series.get(Series.uid == uid).id)

    def _keep_past(self, uid: bytes) -> None:
        """Dates that have begun become rows: they keep the time they had."""
        now = self.clock.now_ms()
        for meeting in self.between(now - 366 * YEARS * 24 * 60 * MINUTE, now + 1):
            if meeting.series == uid and not meeting.kept:
                self._row(meeting.uid)

    def _to_come(self, uid: bytes) -> list[bytes]:
        """Kept dates of the series, given by its rule, that have not begun."""
        now = self.clock.now_ms()
        rows = self._kept("WHERE s.uid = ? AND m.recurrence_id <> '' ORDER BY m.start", uid)
        return [m.uid for m in rows if m.starts_at > now and not m.closed]

    def _carry(self, series: SeriesView, coming: list[bytes]) -> None:
        """Give each kept date to come the nearest free date of the changed series."""
        if not coming:
            return
        rows = list(Meeting.select().where(Meeting.uid.in_(coming)).order_by(Meeting.start))
        last = max(when.wall(str(r.recurrence_id)) for r in rows) + timedelta(days=62)
        free = when.occurrences(series.start, series.rule, series.start, last)
        for row in rows:
            old = when.wall(str(row.recurrence_id))
            if not free:
                break
            new = min(free, key=lambda d: abs(d - old))
            free.remove(new)
            unmoved = row.start == row.recurrence_id
            Meeting.update(
                # A date on the way keeps its row for a moment under no one else's uid.
                uid=new_uid(self.clock.now_ms()),
                recurrence_id=when.stamp(new),
                start=when.stamp(new) if unmoved else row.start,
            ).where(Meeting.id == row.id).execute()
        for row in rows:
            now = Meeting.get_by_id(row.id)
            Meeting.update(uid=natural_uid(series.uid, str(now.recurrence_id))).where(
                Meeting.id == row.id
            ).execute()
