"""When a room is taken, from the calendar file its keeper hands over.

Only times, what it is called and where: nobody's name, address or notes are looked at. What
cannot be read is left out and told, so that nobody takes an unread entry for a free room.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from peerdesk.core.text import translate
from peerdesk.exchange import ical_lines, ical_rules
from peerdesk.exchange.busy import Busy, RoomCalendar
from peerdesk.exchange.ical import uid_text
from peerdesk.exchange.ical_lines import Line, Moment, Part
from peerdesk.exchange.ical_offsets import Zones
from peerdesk.exchange.ical_rules import Budget, Enough, Strange
from peerdesk.exchange.ical_told import Telling, not_a_calendar, too_large

MOST_BYTES = 16 * 1024 * 1024
STEPS = 60_000
"""Days looked at and dates given for one file: a year of twenty rooms, all of them always full."""
_DAY_MS = 86_400_000


@dataclass
class _Entry:
    part: Part
    number: int
    start: Moment
    length: tuple[int, int]
    uid: str
    replaces: Moment | None
    sequence: int


class _Reader(Telling):
    def __init__(self, first: date, last: date, zone: str, ours: Collection[str]) -> None:
        super().__init__()
        self.first, self.last, self.here = first, last, zone
        self.ours = ours
        self.budget = Budget(STEPS)
        self.busy: list[Busy] = []
        self.entries = 0

    # -- the file ----------------------------------------------------------------------------

    def read(self, data: bytes) -> None:
        zones, taken, calendar = [], [], False
        for part in ical_lines.parts(data):
            if part.kind == "VCALENDAR":
                calendar = True
            elif part.kind == "VTIMEZONE":
                zones.append(part)
            else:
                taken.append(part)
        if not calendar:
            raise not_a_calendar()
        self.zones = Zones(zones, self.here, self.first, self.last, self.budget)
        self.low = self.zones.instant(_midnight(self.first))
        self.high = self.zones.instant(_midnight(self.last + timedelta(days=1)))
        try:
            self._take(taken)
        except Enough:
            self.cut_off()

    def _take(self, taken: list[Part]) -> None:
        entries: list[_Entry] = []
        for number, part in enumerate(taken, 1):
            self.entries += 1
            if part.kind == "VFREEBUSY":
                self._free_busy(part, number)
            elif (entry := self._entry(part, number)) is not None:
                entries.append(entry)
        # Later versions of a date win; whatever else has the same uid is shown: never a free room
        # because two entries were given one number.
        dates: dict[tuple[str, int, bool], _Entry] = {}
        for entry in entries:
            if entry.replaces is not None:
                day = entry.replaces.kind == "day"
                key = entry.uid, self.zones.instant(entry.replaces), day
                if key not in dates or dates[key].sequence <= entry.sequence:
                    dates[key] = entry
        replaced: dict[str, set[tuple[int, bool]]] = {}
        for uid, instant, day in dates:
            replaced.setdefault(uid, set()).add((instant, day))
        for entry in entries:
            if entry.replaces is None:
                self._show(entry, replaced.get(entry.uid, set()))
        for entry in dates.values():
            self._show(entry, set())

    def _entry(self, part: Part, number: int) -> _Entry | None:
        """An entry that takes a room; None for one that does not, or cannot be read."""
        if part.value("STATUS").upper() == "CANCELLED" and not part.value("RECURRENCE-ID"):
            return None
        uid = part.value("UID")
        if uid and (uid in self.ours or uid[:36] in self.ours):
            return None
        if not part.whole:
            words = translate("RoomCalendar", "it stops in the middle. It was left out.")
            self.leave_out(part, number, words)
            return None
        try:
            start = self._moment(part, "DTSTART")
            again = self._moment(part, "RECURRENCE-ID")
            length = self._length(part, start) if start else (0, 0)
        except ValueError:
            start = None
        if start is None:
            words = translate(
                "RoomCalendar", "when it begins or ends cannot be read. It was left out."
            )
            self.leave_out(part, number, words)
            return None
        if length < (0, 0):
            words = translate("RoomCalendar", "it ends before it begins. It was left out.")
            self.leave_out(part, number, words)
            return None
        if start.zone and not self.zones.zone(start.zone)[1]:
            words = translate(
                "RoomCalendar", "its time zone is not known. It was read as the time here."
            )
            self.note(part, number, words)
        moved = part.first("RECURRENCE-ID")
        if moved and "RANGE" in moved.params:
            words = translate(
                "RoomCalendar", "it changes all later dates too. Only its own date was changed."
            )
            self.note(part, number, words)
        sequence = part.value("SEQUENCE")
        known = int(sequence) if sequence.isdecimal() and len(sequence) < 10 else 0
        return _Entry(part, number, start, length, uid, again if uid else None, known)

    def _moment(self, part: Part, name: str) -> Moment | None:
        line = part.first(name)
        return ical_lines.moment(line.value, line.params.get("TZID", "")) if line else None

    def _length(self, part: Part, start: Moment) -> tuple[int, int]:
        """(days, seconds); below (0, 0) when it ends before it begins."""
        end = self._moment(part, "DTEND")
        if end is None:
            if text := part.value("DURATION"):
                return ical_lines.length(text)
            return (1, 0) if start.kind == "day" else (0, 0)
        if start.kind == "day" or end.kind == "day":
            days = (end.wall.date() - start.wall.date()).days
            # Some programs write the last day itself.
            length = days if days else 1
            if days > ical_lines.LONGEST:
                raise ValueError
            return length, 0
        seconds = (self.zones.instant(end) - self.zones.instant(start)) // 1000
        if seconds > ical_lines.LONGEST * 86_400:
            raise ValueError
        return (0, seconds) if seconds >= 0 else (-1, 0)

    # -- dates -------------------------------------------------------------------------------

    def _show(self, entry: _Entry, replaced: set[tuple[int, bool]]) -> None:
        part = entry.part
        free = part.value("TRANSP").upper() == "TRANSPARENT"
        if free or part.value("STATUS").upper() == "CANCELLED":
            return
        try:
            gone = {
                (self.zones.instant(m), m.kind == "day")
                for m, _ in self._moments(part.lines.get("EXDATE", []))
            }
        except ValueError:
            gone = set()
            words = translate(
                "RoomCalendar",
                "the dates it leaves out cannot be read. It is shown on all dates.",
            )
            self.note(part, entry.number, words)
        gone |= replaced
        summary = ical_lines.words(part.value("SUMMARY"))
        location = ical_lines.words(part.value("LOCATION"))
        shown: set[int] = set()
        for moment, length in self._starts(entry):
            self.budget.spend()
            starts_at = self.zones.instant(moment)
            if starts_at in shown or (starts_at, False) in gone:
                continue
            if gone and (self.zones.instant(_midnight(moment.wall.date())), True) in gone:
                continue
            shown.add(starts_at)
            days, seconds = length
            over = Moment(moment.wall + timedelta(days=days), moment.kind, moment.zone)
            ends_at = self.zones.instant(over) + seconds * 1000
            self._busy(Busy(starts_at, ends_at, summary, location, moment.kind == "day"))

    def _busy(self, busy: Busy) -> None:
        if busy.starts_at < self.high and max(busy.ends_at, busy.starts_at + 1) > self.low:
            self.busy.append(busy)

    def _moments(self, lines: list[Line]) -> Iterator[tuple[Moment, str]]:
        for found in ical_lines.moments(lines):
            self.budget.spend()
            yield found

    def _starts(self, entry: _Entry) -> Iterator[tuple[Moment, tuple[int, int]]]:
        """When an entry begins, near the days asked for, and how long it then lasts."""
        part, start = entry.part, entry.start
        # Also where the rule does not give it: most programs take it for the first date.
        yield start, entry.length
        for line in part.lines.get("RRULE", []) if entry.replaces is None else []:
            try:
                rule = ical_rules.read_rule(line.value, start)
            except Strange:
                words = translate(
                    "RoomCalendar",
                    "it repeats in a way PeerDesk does not know. Only its first date is shown.",
                )
                self.note(part, entry.number, words)
                continue
            yield from ((m, entry.length) for m in self._ruled(rule, entry))
        if entry.replaces is not None:
            return
        try:
            for moment, rest in self._moments(part.lines.get("RDATE", [])):
                yield moment, self._period(moment, rest) if rest else entry.length
        except ValueError:
            words = translate("RoomCalendar", "some of its dates cannot be read.")
            self.note(part, entry.number, words)

    def _period(self, start: Moment, rest: str) -> tuple[int, int]:
        if rest[:1] in "P+":
            return ical_lines.length(rest)
        end = ical_lines.moment(rest, start.zone)
        seconds = (self.zones.instant(end) - self.zones.instant(start)) // 1000
        if not 0 <= seconds <= ical_lines.LONGEST * 86_400:
            raise ValueError
        return 0, seconds

    def _ruled(self, rule: ical_rules.Rule, entry: _Entry) -> Iterator[Moment]:
        start, (days, seconds) = entry.start, entry.length
        # Zones of the world lie a day apart, and what began before may still go on.
        low = self.first - timedelta(days=days + seconds // 86_400 + 2)
        high = self.last + timedelta(days=2)
        until = None if rule.until is None else self.zones.instant(rule.until)
        if rule.until is not None:
            high = min(high, rule.until.wall.date() + timedelta(days=1))
            if rule.until.kind == "day" and until is not None:
                until += _DAY_MS - 1
        begun = start.wall.date()
        for day in ical_rules.days(rule, begun, max(low, begun), high, self.budget):
            moment = Moment(datetime.combine(day, start.wall.time()), start.kind, start.zone)
            if until is None or self.zones.instant(moment) <= until:
                yield moment

    def _free_busy(self, part: Part, number: int) -> None:
        """What a calendar that keeps its entries to itself says: times alone."""
        torn = False
        for line in part.lines.get("FREEBUSY", []):
            if line.params.get("FBTYPE", "").upper() == "FREE":
                continue
            try:
                for start, rest in self._moments([line]):
                    starts_at = self.zones.instant(start)
                    days, seconds = self._period(start, rest)
                    ends_at = starts_at + (days * 86_400 + seconds) * 1000
                    self._busy(Busy(starts_at, ends_at, "", ""))
            except ValueError:
                torn = True
        if torn:
            words = translate("RoomCalendar", "some of its times cannot be read.")
            self.note(part, number, words)


def _midnight(day: date) -> Moment:
    return Moment(datetime.combine(day, time()), "day")


def read_calendar(
    data: bytes, *, first: date, last: date, zone: str, ours: Iterable[bytes | str] = ()
) -> RoomCalendar:
    """What takes the room on the days ``first`` to ``last`` of ``zone`` (IANA), both included.

    ``ours``: uids of our own series and meetings, which may stand in the room's calendar too and
    are no clash. Raises KnownError for a file that is no calendar or far too large.
    """
    if len(data) > MOST_BYTES:
        raise too_large()
    reader = _Reader(first, last, zone, frozenset(map(uid_text, ours)))
    reader.read(data)
    busy = sorted(reader.busy, key=lambda b: (b.starts_at, b.ends_at, b.summary))
    return RoomCalendar(
        tuple(busy), reader.entries, reader.left_out, reader.noted, tuple(reader.told)
    )
