"""The agenda of a meeting: made from our template, changed part by part, added up."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from peerdesk.core.ids import natural_uid, new_uid
from peerdesk.core.text import Text, translate
from peerdesk.exchange.agenda_file import (
    LONGEST_TITLE,
    LONGEST_WORDS,
    MOST_MINUTES,
    MOST_PARTS,
    Agenda,
    AgendaPart,
)
from peerdesk.features.meetings import when
from peerdesk.features.meetings.agenda.templates import TemplateVerbs, fitted
from peerdesk.features.meetings.base import MINUTE
from peerdesk.features.meetings.shapes import MeetingView
from peerdesk.store.cabinet import AgendaItem
from peerdesk.store.evening import KINDS as KINDS
from peerdesk.store.evening import ROUNDS as ROUNDS

SPLIT_ABOVE = 12
"""From this many people on a round gets long (FIELD.md, How meetings run)."""


@dataclass(frozen=True)
class Part:
    """One part as it stands in the agenda. ``starts`` and ``ends`` are naive wall time;
    ``service``: the uid of a local service; ``circles``: in how many groups it is held."""

    uid: bytes
    title: str
    minutes: int
    kind: str
    lead: str
    say: str
    starts: datetime
    ends: datetime
    service: bytes | None = None
    circles: int = 1


class AgendaVerbs(TemplateVerbs):
    """What can be done to the agenda of one meeting."""

    def agenda(self, uid: bytes) -> tuple[Part, ...]:
        """The parts in order; the template's until something is changed. () for no such
        meeting."""
        meeting = self.meeting(uid)
        if meeting is None:
            return ()
        rows = self.cabinet.rows(
            "SELECT i.uid, i.title, i.minutes, i.kind, i.lead, i.say, i.service_uid, i.circles "
            "FROM agenda_item i JOIN meeting m ON m.id = i.meeting_id WHERE m.uid = ? "
            "ORDER BY i.position, i.id",
            uid,
        )
        if not rows:
            rows = self._from_template(meeting)
        parts, at = [], meeting.starts_at
        for row in rows:
            minutes = int(str(row[2]))
            end = at + minutes * MINUTE
            parts.append(
                Part(
                    bytes(row[0]),  # type: ignore[call-overload]
                    str(row[1]),
                    minutes,
                    str(row[3]),
                    self.person_name(str(row[4])),
                    str(row[5]),
                    when.wall_at(at, meeting.zone),
                    when.wall_at(end, meeting.zone),
                    bytes(row[6]) if isinstance(row[6], bytes) else None,
                    int(str(row[7])),
                )
            )
            at = end
        return tuple(parts)

    def finish(self, uid: bytes) -> tuple[datetime, int] | None:
        """(wall time at which the agenda ends, minutes past the planned end; below 0: time left).

        None for no such meeting.
        """
        meeting = self.meeting(uid)
        if meeting is None:
            return None
        total = sum(p.minutes for p in self.agenda(uid))
        return when.wall_at(meeting.starts_at + total * MINUTE, meeting.zone), (
            total - meeting.minutes
        )

    def set_part(self, uid: bytes, part: bytes, **fields: str | int | bytes | None) -> None:
        """Change ``title``, ``minutes``, ``kind``, ``lead``, ``say``, ``circles`` or
        ``service_uid`` (None for no service) of one part."""
        if "lead" in fields:
            fields["lead"] = self.person_key(str(fields["lead"]))
        label = translate("Meetings", "Changed the agenda")
        with self.cabinet.operation(label, merge=("agenda", part, *sorted(fields))):
            self._keep_agenda(uid)
            AgendaItem.update(**fields).where(AgendaItem.uid == part).execute()

    def add_part(
        self, uid: bytes, title: str, minutes: int = 5, kind: str = "topic", at: int | None = None
    ) -> bytes:
        """A new part, by default before the last one of kind closing. Returns its uid."""
        new = new_uid(self.clock.now_ms())
        with self.cabinet.operation(translate("Meetings", "Added to the agenda")):
            row = self._keep_agenda(uid)
            parts = self.agenda(uid)
            order = [p.uid for p in parts]
            if at is None:
                closing = [i for i, p in enumerate(parts) if p.kind == "closing"]
                at = closing[-1] if closing else len(order)
            AgendaItem.create(
                uid=new, meeting=row, position=0, title=title, minutes=minutes, kind=kind
            )
            order.insert(at, new)
            self._order(order)
        return new

    def remove_part(self, uid: bytes, part: bytes) -> None:
        """Take one part away; without any part the meeting has our template again."""
        with self.cabinet.operation(translate("Meetings", "Removed from the agenda")):
            self._keep_agenda(uid)
            AgendaItem.delete().where(AgendaItem.uid == part).execute()

    def move_part(self, uid: bytes, part: bytes, by: int) -> None:
        """Move one part ``by`` places down (below 0: up), at most to the end."""
        with self.cabinet.operation(translate("Meetings", "Changed the order of the agenda")):
            self._keep_agenda(uid)
            order = [p.uid for p in self.agenda(uid)]
            at = order.index(part)
            order.insert(min(max(at + by, 0), len(order) - 1), order.pop(at))
            self._order(order)

    def reset_agenda(self, uid: bytes) -> None:
        """Start again from the template that the meeting began with."""
        with self.cabinet.operation(translate("Meetings", "Started the agenda again")):
            row = self._row(uid)
            AgendaItem.delete().where(AgendaItem.meeting == row).execute()

    def use_template(self, uid: bytes, key: str) -> None:
        """Replace the agenda of a meeting by a template, fitted to its length: one step for undo.
        Raises KeyError when the template or the meeting is gone."""
        chosen, meeting = self.template(key), self.meeting(uid)
        if chosen is None or meeting is None:
            raise KeyError(key)
        with self.cabinet.operation(translate("Meetings", "Chose another agenda")):
            row = self._row(uid)
            AgendaItem.delete().where(AgendaItem.meeting == row).execute()
            for position, (title, part) in enumerate(self._titled(meeting, chosen.parts)):
                AgendaItem.create(
                    uid=new_uid(self.clock.now_ms()),
                    meeting=row,
                    position=position,
                    title=title,
                    minutes=part.minutes,
                    kind=part.kind,
                    say=part.say,
                )

    def agenda_as(self, uid: bytes, name: str) -> Agenda:
        """The agenda of a meeting without who leads it: to be kept as a template or a file."""
        parts = (
            AgendaPart(
                " ".join(p.title.split())[:LONGEST_TITLE].strip(),
                min(max(p.minutes, 1), MOST_MINUTES),
                p.kind if p.kind in KINDS else "topic",
                p.say[:LONGEST_WORDS].strip(),
            )
            for p in self.agenda(uid)[:MOST_PARTS]
        )
        return Agenda(" ".join(name.split()), "", tuple(parts))

    def keep_template(self, uid: bytes, name: str) -> str:
        """Keep the agenda of a meeting as one of the group's templates. Returns its key."""
        return self.add_template(self.agenda_as(uid, name))

    def each(self, minutes: int, people: int) -> int:
        """Seconds for each of ``people`` in a round of ``minutes``, to the next lower 5; 0 when
        nobody is expected."""
        return minutes * 60 // people // 5 * 5 if people > 0 else 0

    def round_hint(self, part: Part, people: int) -> Text | None:
        """What to know about a round with that many people; None for other parts."""
        time = self.each_in(part, people)
        if not time:
            return None
        if self.should_split(part, people):
            return translate(
                "Meetings",
                "%n people: splitting into two circles gives everyone more time.",
                "",
                people,
            )
        if part.circles > 1:
            words = translate(
                "Meetings", "Two circles: about {time} min each for %n people", "", people
            )
        else:
            words = translate("Meetings", "about {time} min each for %n people", "", people)
        return words.format(time=time)

    def pairs_hint(self, part: Part) -> Text | None:
        """How long a turn is in twos and in threes, where the roles change; None for others."""
        if part.kind != "pairs" or part.minutes < 3:
            return None
        return translate(
            "Meetings",
            "Speaker, listener, observer, then change: about {two} min a turn in twos, {three} min "
            "in threes.",
        ).format(two=part.minutes // 2, three=part.minutes // 3)

    def each_in(self, part: Part, people: int) -> str:
        """ "1:45" for each of those expected in a round; "" for other parts or nobody."""
        seconds = self.each(part.minutes, -(-people // max(part.circles, 1)))
        if part.kind not in ROUNDS or not seconds:
            return ""
        return f"{seconds // 60}:{seconds % 60:02}"

    def service_name(self, service: bytes | None) -> str:
        """The name of a local service; "" when it is gone."""
        if service is None or self.shelf is None:
            return ""
        rows = self.shelf.rows(
            "SELECT name FROM service WHERE uid = ? AND archived_at IS NULL", service
        )
        return str(rows[0][0]) if rows else ""

    def should_split(self, part: Part, people: int) -> bool:
        """Whether a round is so long that two circles would be better."""
        return part.kind in ROUNDS and part.circles < 2 and people > SPLIT_ABOVE

    # -- inside --------------------------------------------------------------------------------

    def _titled(
        self, meeting: MeetingView, parts: Iterable[AgendaPart]
    ) -> list[tuple[str, AgendaPart]]:
        """The parts fitted to a meeting; its theme, if there is one, names the first main part."""
        made, theme = [], meeting.theme
        for part in fitted(parts, meeting.minutes):
            takes = part.kind == "main" and theme
            made.append((theme if takes else part.title, part))
            theme = "" if takes else theme
        return made

    def _from_template(self, meeting: MeetingView) -> list[tuple[object, ...]]:
        chosen = self.template_for(meeting.series, meeting.minutes)
        return [
            (natural_uid(meeting.uid, "agenda", i), t, p.minutes, p.kind, "", p.say, None, 1)
            for i, (t, p) in enumerate(self._titled(meeting, chosen.parts))
        ]

    def _has_parts(self, row: int) -> bool:
        return AgendaItem.select().where(AgendaItem.meeting == row).exists()

    def _keep_agenda(self, uid: bytes) -> int:
        """Write the template's parts down once something is changed. Returns the meeting's id."""
        parts = self.agenda(uid)
        row = self._row(uid)
        if not self._has_parts(row):
            for position, part in enumerate(parts):
                AgendaItem.create(
                    uid=part.uid,
                    meeting=row,
                    position=position,
                    title=part.title,
                    minutes=part.minutes,
                    kind=part.kind,
                    say=part.say,
                )
        return row

    def _order(self, order: list[bytes]) -> None:
        for position, uid in enumerate(order):
            AgendaItem.update(position=position).where(AgendaItem.uid == uid).execute()
