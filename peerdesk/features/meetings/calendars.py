"""Calendars of other programs: our dates for them, the room's dates for us. No Qt.

What goes out says when and where and carries the words the caller gives: never a name of the
group, a theme or a person.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING

from peerdesk.core.ids import new_uid
from peerdesk.core.text import translate
from peerdesk.features.meetings import when
from peerdesk.features.meetings.base import MINUTE
from peerdesk.features.meetings.public import PublicVerbs
from peerdesk.features.meetings.shapes import MeetingView, SeriesView
from peerdesk.store.cabinet import Group, Person, RoomBusy

if TYPE_CHECKING:
    from peerdesk.exchange.busy import Busy, RoomCalendar
    from peerdesk.exchange.ical import Event
    from peerdesk.exchange.meeting_guide import Guide

DAYS = 400
"""How far ahead a room's calendar is read."""


@dataclass(frozen=True)
class RoomSource:
    """A room calendar that was read: its file's name and how many times it holds."""

    name: str
    times: int


class CalendarVerbs(PublicVerbs):
    """Files for calendars, room calendars, and the list of public meetings."""

    # -- ours for others -----------------------------------------------------------------------

    def calendar_of_series(self, uid: bytes, summary: str, *, joining: bool = False) -> bytes:
        """All dates of a series as an iCalendar file. ``summary`` is all it is called;
        ``joining``: how to join by phone or online goes along. Raises KeyError for none."""
        from peerdesk.exchange.ical import write_calendar

        series = self._series_of(uid)
        events = [self._event_of_series(series, summary, joining)]
        for meeting in self._kept("WHERE s.uid = ? ORDER BY m.start", uid):
            events.append(self._event_of(meeting, summary, joining))
        return write_calendar(events, made_at_ms=self.clock.now_ms(), name=summary)

    def calendar_of_date(self, uid: bytes, summary: str, *, joining: bool = False) -> bytes:
        """One date as an iCalendar file; see :meth:`calendar_of_series`."""
        from peerdesk.exchange.ical import write_calendar

        meeting = self.meeting(uid)
        if meeting is None:
            raise KeyError(uid.hex())
        event = self._event_of(meeting, summary, joining)
        return write_calendar([event], made_at_ms=self.clock.now_ms())

    def _series_of(self, uid: bytes) -> SeriesView:
        found = self.one_series(uid)
        if found is None:
            raise KeyError(uid.hex())
        return found

    def _event_of_series(self, series: SeriesView, summary: str, joining: bool) -> Event:
        from peerdesk.exchange.ical import Event

        gone: list[datetime] = []
        kept = {m.planned for m in self._kept("WHERE s.uid = ?", series.uid)}
        for off in self.days_off():
            first = when.wall(f"{off.first.isoformat()}T00:00")
            last = when.wall(f"{off.last.isoformat()}T00:00") + timedelta(days=1)
            dates = when.occurrences(series.start, series.rule, first, last, series.ended)
            gone += [d for d in dates if d not in kept]
        return Event(
            uid=series.uid,
            summary=summary,
            start=series.start,
            zone=series.zone,
            minutes=series.minutes,
            location=series.place,
            rrule=series.rule,
            last=series.ended,
            exdates=tuple(gone),
            description=_joining(series.way, series.dial_in) if joining else "",
        )

    def _event_of(self, meeting: MeetingView, summary: str, joining: bool) -> Event:
        from peerdesk.exchange.ical import Event

        of_series = meeting.planned is not None and meeting.series is not None
        return Event(
            uid=meeting.series if of_series and meeting.series else meeting.uid,
            summary=summary,
            start=meeting.start,
            zone=meeting.zone,
            minutes=meeting.minutes,
            location=meeting.place,
            recurrence_id=meeting.planned if of_series else None,
            status="cancelled" if meeting.cancelled else "confirmed",
            description=_joining(meeting.way, meeting.dial_in) if joining else "",
        )

    # -- the room's for us ---------------------------------------------------------------------

    def room_reader(self) -> Callable[[bytes], RoomCalendar]:
        """What reads a room's calendar from today on, leaving out what is ours; it needs no place
        and may work beside the window. It raises KnownError for a file that is no calendar."""
        from peerdesk.exchange.ical_reading import read_calendar

        today = self.clock.now().date()
        return partial(
            read_calendar,
            first=today,
            last=today + timedelta(days=DAYS),
            zone=self.clock.zone,
            ours=[s.uid for s in self.series()] + [m.uid for m in self._kept("")],
        )

    def keep_room_calendar(self, name: str, read: RoomCalendar) -> None:
        """Keep when the room is taken, instead of what the file of this ``name`` said before."""
        with self.cabinet.operation(translate("Meetings", "Read the room’s calendar")):
            RoomBusy.delete().where(RoomBusy.source == name).execute()
            rows = [
                {
                    "uid": new_uid(self.clock.now_ms()),
                    "starts_at": b.starts_at,
                    "ends_at": b.ends_at,
                    "words": b.summary,
                    "place": b.location,
                    "source": name,
                }
                for b in read.busy
            ]
            for at in range(0, len(rows), 500):
                RoomBusy.insert_many(rows[at : at + 500]).execute()

    def room_sources(self) -> list[RoomSource]:
        """The room calendars that were read."""
        rows = self.cabinet.rows(
            "SELECT source, count(*) FROM room_busy GROUP BY source ORDER BY source"
        )
        return [RoomSource(str(r[0]), int(str(r[1]))) for r in rows]

    def forget_room_calendar(self, name: str) -> None:
        """Take a room calendar away again."""
        with self.cabinet.operation(translate("Meetings", "Removed the room’s calendar")):
            RoomBusy.delete().where(RoomBusy.source == name).execute()

    def taken(self, meetings: Iterable[MeetingView]) -> dict[bytes, Busy]:
        """What takes the room of these meetings, the first for each. Not for what is cancelled or
        needs no room. A calendar that names our room counts where it names it; one that never
        does counts as a whole, since rooms have more than one name."""
        from peerdesk.exchange.busy import Busy, clashes

        wanted = [m for m in meetings if m.way in ("in person", "mixed") and m.status == "planned"]
        if not wanted:
            return {}
        first, last = min(m.starts_at for m in wanted), max(m.ends_at for m in wanted)
        rows = self.cabinet.rows(
            "SELECT starts_at, ends_at, words, place, source FROM room_busy "
            "WHERE starts_at < ? AND ends_at > ? ORDER BY starts_at, id",
            last,
            first,
        )
        if not rows:
            return {}
        busy = [Busy(int(str(r[0])), int(str(r[1])), str(r[2]), str(r[3])) for r in rows]
        source = {id(b): str(r[4]) for b, r in zip(busy, rows, strict=True)}
        naming = self._naming({m.place for m in wanted})
        found: dict[bytes, Busy] = {}
        for clash in clashes([(m.starts_at, m.ends_at, m) for m in wanted], busy):
            place = clash.label.place
            named = source[id(clash.busy)] in naming[place]
            if not named or _same_room(clash.busy.location, place):
                found.setdefault(clash.label.uid, clash.busy)
        return found

    def _naming(self, places: set[str]) -> dict[str, set[str]]:
        """For each of our rooms the calendars that name it."""
        rows = self.cabinet.rows("SELECT DISTINCT source, place FROM room_busy WHERE place <> ''")
        return {
            ours: {str(source) for source, theirs in rows if _same_room(str(theirs), ours)}
            for ours in places
        }

    def taken_ahead(self, uid: bytes) -> list[tuple[MeetingView, Busy]]:
        """The dates of a series in the next year and more at which its room is taken."""
        if not self.cabinet.rows("SELECT 1 FROM room_busy LIMIT 1"):
            return []
        now = self.clock.now_ms()
        ahead = self.between(now, now + DAYS * 24 * 60 * MINUTE)
        mine = [m for m in ahead if m.series == uid]
        busy = self.taken(mine)
        return [(m, busy[m.uid]) for m in mine if m.uid in busy]

    # -- for everyone --------------------------------------------------------------------------

    def meeting_guide(self) -> Guide:
        """All public weekly series as Meeting Guide JSON, and what is not in it."""
        from peerdesk.exchange import meeting_guide as guide

        group = Group.select().first()
        name = "" if group is None else str(group.name)
        public = []
        for one in self.series():
            if not one.public or self.over(one):
                continue
            given = one.dial_in.strip() if self._given(one) else ""
            link = given if "://" in given else ""
            public.append(
                guide.PublicMeeting(
                    uid=one.uid,
                    name=one.name or name,
                    start=one.start,
                    zone=one.zone,
                    minutes=one.minutes,
                    rrule=one.rule,
                    location=one.place,
                    address=one.address,
                    notes=self.first_time(one.uid),
                    group=name,
                    types=("ONL",) if one.way in ("online", "mixed") else (),
                    conference_url=link,
                    conference_phone="" if link else given,
                    updated_ms=self.clock.now_ms(),
                )
            )
        return guide.write_meeting_guide(public, [str(p.name) for p in Person.select()])


def _joining(way: str, dial_in: str) -> str:
    return "" if way == "in person" else dial_in


def _same_room(theirs: str, ours: str) -> bool:
    one, other = theirs.strip().casefold(), ours.strip().casefold()
    return bool(one and other) and (one in other or other in one)
