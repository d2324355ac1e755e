"""Series and their dates: made, changed, moved, cancelled, brought back, shown to everyone."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta

from peerdesk.core.ids import natural_uid, new_uid
from peerdesk.core.text import translate
from peerdesk.features.meetings import when
from peerdesk.features.meetings.base import MINUTE, YEARS, Base, SeriesView
from peerdesk.store.cabinet import Group, Meeting, Series
from peerdesk.store.connection import known
from peerdesk.store.shelf import PublicMeeting

_PUBLISH = """INSERT INTO public_meeting
    (uid, group_uid, name, dtstart, zone, minutes, rrule, place) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT (uid) DO UPDATE SET name = excluded.name, dtstart = excluded.dtstart,
    zone = excluded.zone, minutes = excluded.minutes, rrule = excluded.rrule,
    place = excluded.place"""


class SeriesVerbs(Base):
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
        zone: str = "",
        place: str = "",
        way: str = "in person",
        dial_in: str = "",
        public: bool = False,
    ) -> bytes:
        """A new series whose first date is ``start`` (wall time in ``zone``, by default that of
        the computer). Returns its uid."""
        uid = new_uid(self.clock.now_ms())
        with self.cabinet.operation(translate("Meetings", "Planned a meeting")):
            Series.create(
                uid=uid,
                name=name.strip(),
                dtstart=when.stamp(start),
                zone=zone or self.clock.zone,
                minutes=minutes,
                rrule=when.repeat_of(start, how).rule,
                place=place.strip(),
                way=way,
                dial_in=dial_in.strip(),
            )
        if public:
            self.show_to_everyone(uid, True)
        return uid

    def set_series(self, uid: bytes, **fields: str | int) -> None:
        """Change ``name``, ``place``, ``way``, ``dial_in`` or ``minutes`` of all dates to come."""
        label = translate("Meetings", "Changed the meeting")
        with self.cabinet.operation(label, merge=("series", uid, *sorted(fields))):
            if "minutes" in fields:
                self._keep_past(uid)
                Meeting.update(minutes=fields["minutes"]).where(
                    Meeting.uid.in_(self._to_come(uid))
                ).execute()
            Series.update(**fields).where(Series.uid == uid).execute()
        self.settle_public()

    def set_repeat(self, uid: bytes, weekday: int, at: time, how: when.How) -> None:
        """Meet on another day, at another time or in another rhythm, from the next date on.

        What was said about dates to come goes with them: each takes the nearest new date.
        """
        series = self._must(uid)
        start = self.first_date(weekday, at)
        rule = when.repeat_of(start, how).rule
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
        """Let a cancelled date take place, or put a moved one back to its usual time."""
        with self.cabinet.operation(translate("Meetings", "Brought the meeting back")):
            row = self._row(uid)
            found = Meeting.get_by_id(row)
            if found.status == "cancelled":
                Meeting.update(status="planned").where(Meeting.id == row).execute()
            elif found.recurrence_id:
                Meeting.update(start=found.recurrence_id).where(Meeting.id == row).execute()

    def set_meeting(self, uid: bytes, **fields: str) -> None:
        """Change ``theme``, ``place``, ``way``, ``lead``, ``door`` or ``good_things`` of one date.

        ``lead`` and ``door`` are names as typed; a blank ``place`` or ``way`` is
        that of the series.
        """
        values = {k: self.person_key(v) if k in ("lead", "door") else v for k, v in fields.items()}
        label = translate("Meetings", "Changed the meeting")
        with self.cabinet.operation(label, merge=("meeting", uid, *sorted(fields))):
            Meeting.update(**values).where(Meeting.id == self._row(uid)).execute()

    # -- for everyone --------------------------------------------------------------------------

    def show_to_everyone(self, uid: bytes, shown: bool) -> None:
        """Put the series on the welcome page, or take it off.

        Publishing writes our side first, withdrawing the public side first, so that what was
        interrupted errs towards less being public.
        """
        label = translate("Meetings", "Took the meeting off the welcome page")
        if shown:
            label = translate("Meetings", "Put the meeting on the welcome page")
        else:
            self.settle_public(without=uid)
        with self.cabinet.operation(label):
            Series.update(public=shown).where(Series.uid == uid).execute()
        self.settle_public()

    def settle_public(self, without: bytes = b"") -> None:
        """Make the welcome page say what the cabinet says, leaving out the series ``without``.

        For the next start after an interruption, and after an undo; may be repeated. The public
        rows follow from ours, so they are written like a job's, as no step of their own for undo.
        """
        group = Group.select().first()
        if self.shelf is None or group is None:
            return
        mine = bytes(group.uid)
        wanted = {
            s.uid: (
                s.name or str(group.name),
                when.stamp(s.start),
                s.zone,
                s.minutes,
                s.rule,
                s.place,
            )
            for s in self.series()
            if s.public and s.uid != without and not self._over(s)
        }
        there = {
            r[0]: tuple(r[1:])
            for r in self.shelf.rows(
                "SELECT uid, name, dtstart, zone, minutes, rrule, place FROM public_meeting "
                "WHERE group_uid = ?",
                mine,
            )
        }
        if wanted == there:
            return
        connection = self.shelf.another()
        try:
            connection.execute("BEGIN IMMEDIATE")
            for uid in there.keys() - wanted.keys():
                connection.execute("DELETE FROM public_meeting WHERE uid = ?", (uid,))
            for uid, values in wanted.items():
                connection.execute(_PUBLISH, (uid, mine, *values))
            connection.execute("COMMIT")
        except Exception as error:
            better = known(error, self.shelf.path)
            if better is error:
                raise
            raise better from error
        finally:
            connection.close()
        self.shelf.changed(translate("Meetings", "Meetings on the welcome page"), "public_meeting")

    def first_time(self, uid: bytes) -> str:
        """What the welcome page says about coming for the first time; kept on the shelf alone."""
        if self.shelf is None:
            return ""
        row = PublicMeeting.get_or_none(PublicMeeting.uid == uid)
        return "" if row is None else str(row.first_time)

    def set_first_time(self, uid: bytes, words: str) -> None:
        """Change what the welcome page says about coming for the first time."""
        if self.shelf is None:
            return
        label = translate("Meetings", "Changed what happens the first time")
        with self.shelf.operation(label, merge=("first_time", uid)):
            PublicMeeting.update(first_time=words).where(PublicMeeting.uid == uid).execute()

    # -- inside --------------------------------------------------------------------------------

    def _over(self, series: SeriesView) -> bool:
        return series.ended is not None and series.ended < self.clock.now().date()

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
