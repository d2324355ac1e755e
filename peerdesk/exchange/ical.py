"""Meetings as an iCalendar file (RFC 5545) that says when and where, and nothing about people.

Never ATTENDEE or ORGANIZER; and no METHOD, which would make an invitation of it and asks for an
organizer. Every entry is CLASS:PRIVATE, and its summary is what the caller gives: a neutral one.

Choices where programs differ: a moved date is an entry of its own with RECURRENCE-ID; a cancelled
date is an EXDATE, since some programs show a cancelled entry like any other; the length is
a DURATION, which stays right when a meeting spans the change of the clocks.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING, Literal
from uuid import UUID
from zoneinfo import ZoneInfo

if TYPE_CHECKING:
    from icalendar import Event as Entry

PRODID = "-//PeerDesk//PeerDesk//EN"
_UTC = ("UTC", "Etc/UTC")


@dataclass(frozen=True)
class Event:
    """One meeting, a series, or one date of a series that is not as the rule gives it.

    ``uid``: of the series or the single meeting; a date of a series has its series' uid and, in
    ``recurrence_id``, the start the rule gave it (wall time in the series' zone). ``start`` and
    ``exdates``: naive wall time in ``zone`` (IANA). ``rrule``: RFC 5545 without UNTIL, "" for a
    single date; ``last``: the day the series ends. ``sequence``: grows whenever times or status
    change, so that an older file never wins over a newer one; None: by the moment of writing.
    """

    uid: bytes | str
    summary: str
    start: datetime
    zone: str
    minutes: int
    location: str = ""
    rrule: str = ""
    last: date | None = None
    exdates: tuple[datetime, ...] = ()
    recurrence_id: datetime | None = None
    sequence: int | None = None
    status: Literal["confirmed", "cancelled"] = "confirmed"
    description: str = ""

    @property
    def cancelled(self) -> bool:
        return self.status == "cancelled"


def uid_text(uid: bytes | str) -> str:
    """A uid as it stands in the file."""
    if isinstance(uid, str):
        return uid
    return str(UUID(bytes=uid)) if len(uid) == 16 else uid.hex()


def _plain(text: str) -> str:
    """Without control characters and halves of characters, which no calendar file may hold."""
    joined = "\n".join(text.strip().splitlines())
    return "".join(c for c in joined if c in "\n\t" or not ("\ud800" <= c <= "\udfff" or c < " "))


def _dates(event: Event, first: datetime, last: datetime, limit: int) -> list[datetime]:
    """Up to ``limit`` dates the rule gives in ``first <= date <= last``."""
    from dateutil.rrule import rrulestr  # type: ignore[import-untyped]

    if event.last is not None:
        last = min(last, datetime.combine(event.last, time.max))
    found: list[datetime] = []
    for moment in rrulestr(event.rrule, dtstart=event.start, ignoretz=True).xafter(first, inc=True):
        if moment > last or len(found) == limit:
            break
        found.append(moment)
    return found


def _gives(event: Event, moment: datetime) -> bool:
    return bool(_dates(event, moment, moment, 1))


class _Writer:
    def __init__(self, made_at_ms: int) -> None:
        self.made_at = datetime.fromtimestamp(made_at_ms // 1000, UTC)
        # Seconds since 2020: a whole number of 32 bits, as the RFC has them, until 2088.
        self.sequence = min(max(made_at_ms // 1000 - 1_577_836_800, 0), 2**31 - 1)

    def _moment(self, entry: Entry, name: str, moments: Sequence[datetime], zone: str) -> None:
        from icalendar import vDDDLists, vDDDTypes

        if zone in _UTC:
            moments = [m.replace(tzinfo=UTC) for m in moments]
        listed = name == "EXDATE"
        value = vDDDLists(list(moments)) if listed else vDDDTypes(moments[0])
        if zone not in _UTC:
            value.params["TZID"] = zone
        entry.add(name, value)

    def entry(self, event: Event, planned_zone: str) -> Entry:
        """The VEVENT; ``planned_zone`` is the zone of its recurrence id."""
        from icalendar import Event as Entry
        from icalendar import vRecur

        made = Entry()
        made.add("UID", uid_text(event.uid))
        made.add("DTSTAMP", self.made_at)
        self._moment(made, "DTSTART", [event.start], event.zone)
        made.add("DURATION", timedelta(minutes=max(event.minutes, 1)))
        if event.recurrence_id is not None:
            self._moment(made, "RECURRENCE-ID", [event.recurrence_id], planned_zone)
        if event.rrule:
            rule = vRecur.from_ical(event.rrule)
            if event.last is not None:
                end = datetime.combine(event.last, time(23, 59, 59))
                rule["UNTIL"] = [end.replace(tzinfo=ZoneInfo(event.zone)).astimezone(UTC)]
            made.add("RRULE", rule)
            if event.exdates:
                self._moment(made, "EXDATE", sorted(set(event.exdates)), event.zone)
        made.add("SEQUENCE", self.sequence if event.sequence is None else event.sequence)
        made.add("STATUS", event.status.upper())
        made.add("CLASS", "PRIVATE")
        made.add("SUMMARY", _plain(event.summary))
        for name, words in (("LOCATION", event.location), ("DESCRIPTION", event.description)):
            if _plain(words):
                made.add(name, _plain(words))
        return made


def _settle(events: Iterable[Event]) -> list[tuple[Event, str]]:
    """What is to be written, each with the zone of its recurrence id.

    Dates that are just as their series gives them are dropped, cancelled ones become EXDATEs, and
    those of a series that has changed since become meetings of their own.
    """
    series: dict[str, Event] = {}
    single: list[Event] = []
    for event in events:
        if event.recurrence_id is None and event.rrule:
            # The first date has to be one of the rule, or other programs show one date too many.
            first = _dates(event, event.start, datetime.max, 1)
            if first:
                series[uid_text(event.uid)] = replace(event, start=first[0])
        else:
            single.append(event)
    dates: dict[str, list[Event]] = {uid: [] for uid in series}
    alone: list[Event] = []
    for event in single:
        uid, planned = uid_text(event.uid), event.recurrence_id
        of = series.get(uid)
        if planned is None:
            alone.append(event)
        elif of is None or not _gives(of, planned):
            if of is not None and event.cancelled:
                continue
            own = f"{uid}-{planned:%Y%m%dT%H%M}"
            alone.append(replace(event, uid=own, recurrence_id=None, rrule="", exdates=()))
        elif event.cancelled:
            series[uid] = replace(of, exdates=(*of.exdates, planned))
        else:
            usual = replace(of, start=planned, rrule="", last=None, exdates=())
            if replace(event, uid=of.uid, recurrence_id=None, sequence=of.sequence) != usual:
                dates[uid].append(event)
    found: list[tuple[Event, str]] = []
    for uid, of in series.items():
        gone = tuple(d for d in of.exdates if _gives(of, d))
        found.append((replace(of, exdates=gone), of.zone))
        moved = sorted(dates[uid], key=lambda e: e.recurrence_id or e.start)
        found += [(e, of.zone) for e in moved if e.recurrence_id not in gone]
    found += [(e, e.zone) for e in alone]
    return found


def write_calendar(events: Iterable[Event], *, made_at_ms: int, name: str = "") -> bytes:
    """The file. ``name`` is what a calendar program calls it: a neutral one, "" for none.

    Raises ValueError for a rule or zone that is none: both are ours.
    """
    from icalendar import Calendar

    from peerdesk.exchange.ical_zones import timezone

    settled = _settle(events)
    calendar = Calendar()
    calendar.add("PRODID", PRODID)
    calendar.add("VERSION", "2.0")
    calendar.add("CALSCALE", "GREGORIAN")
    if _plain(name):
        calendar.add("NAME", _plain(name))
        calendar.add("X-WR-CALNAME", _plain(name))
    used: dict[str, list[datetime]] = {}
    for event, planned_zone in settled:
        used.setdefault(event.zone, []).append(event.start)
        used.setdefault(planned_zone, []).append(event.recurrence_id or event.start)
        if event.last is not None:
            used[event.zone].append(datetime.combine(event.last, time()))
    for zone, moments in sorted(used.items()):
        if zone not in _UTC:
            calendar.add_component(timezone(zone, min(moments), max(moments)))
    writer = _Writer(made_at_ms)
    for event, planned_zone in settled:
        calendar.add_component(writer.entry(event, planned_zone))
    data: bytes = calendar.to_ical()
    return data
