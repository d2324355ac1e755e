"""The agenda of a meeting: made from our template, changed part by part, added up."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime
from functools import cache

from peerdesk.core import resources
from peerdesk.core.ids import natural_uid, new_uid
from peerdesk.core.text import Text, translate
from peerdesk.features.meetings import when
from peerdesk.features.meetings.base import MINUTE, MeetingView
from peerdesk.features.meetings.ways import WaysVerbs
from peerdesk.store.cabinet import AgendaItem
from peerdesk.store.evening import KINDS as KINDS
from peerdesk.store.evening import ROUNDS as ROUNDS

SPLIT_ABOVE = 12
"""From this many people on a round gets long (FIELD.md, How meetings run)."""
SHORTEST_MAIN = 5


@dataclass(frozen=True)
class Part:
    """One part as it stands in the agenda. ``starts`` and ``ends`` are naive wall time."""

    uid: bytes
    title: str
    minutes: int
    kind: str
    lead: str
    say: str
    starts: datetime
    ends: datetime


@cache
def _template(length: int) -> tuple[dict[str, str | int], ...]:
    name = f"agenda-{90 if length > 75 else 60}.json"
    return tuple(json.loads((resources.folder("content") / name).read_text("utf-8")))


def template(length: int) -> list[dict[str, str | int]]:
    """The parts (title, minutes, kind, say) of a meeting of ``length`` minutes.

    What the main part cannot take up, since it is kept at SHORTEST_MAIN, ends late and shows.
    """
    parts = [dict(p) for p in _template(length)]
    rest = length - sum(int(p["minutes"]) for p in parts if p["kind"] != "main")
    for part in parts:
        if part["kind"] == "main":
            part["minutes"] = max(SHORTEST_MAIN, rest)
    return parts


class AgendaVerbs(WaysVerbs):
    """What can be done to the agenda of one meeting."""

    def agenda(self, uid: bytes) -> tuple[Part, ...]:
        """The parts in order; our template until something is changed. () for no such meeting."""
        meeting = self.meeting(uid)
        if meeting is None:
            return ()
        rows = self.cabinet.rows(
            "SELECT i.uid, i.title, i.minutes, i.kind, i.lead, i.say FROM agenda_item i "
            "JOIN meeting m ON m.id = i.meeting_id WHERE m.uid = ? ORDER BY i.position, i.id",
            uid,
        )
        if not rows:
            rows = [
                (natural_uid(uid, "agenda", i), t, p["minutes"], p["kind"], "", p["say"])
                for i, p in enumerate(template(meeting.minutes))
                for t in [self._title(meeting, p)]
            ]
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

    def set_part(self, uid: bytes, part: bytes, **fields: str | int) -> None:
        """Change ``title``, ``minutes``, ``kind``, ``lead`` or ``say`` of one part."""
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
        """Start again from our template."""
        with self.cabinet.operation(translate("Meetings", "Started the agenda again")):
            row = self._row(uid)
            AgendaItem.delete().where(AgendaItem.meeting == row).execute()

    def each(self, minutes: int, people: int) -> int:
        """Seconds for each of ``people`` in a round of ``minutes``, to the next lower 5; 0 when
        nobody is expected."""
        return minutes * 60 // people // 5 * 5 if people > 0 else 0

    def round_hint(self, part: Part, people: int) -> Text | None:
        """What to know about a round with that many people; None for other parts."""
        seconds = self.each(part.minutes, people)
        if part.kind not in ROUNDS or not seconds:
            return None
        if people > SPLIT_ABOVE:
            return translate(
                "Meetings",
                "%n people: splitting into two circles gives everyone more time.",
                "",
                people,
            )
        words = translate("Meetings", "about {time} min each for %n people", "", people)
        return words.format(time=f"{seconds // 60}:{seconds % 60:02}")

    # -- inside --------------------------------------------------------------------------------

    def _title(self, meeting: MeetingView, part: dict[str, str | int]) -> str:
        return meeting.theme if part["kind"] == "main" and meeting.theme else str(part["title"])

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
