"""What a meeting is started with: the plan, gathered from the cabinet and the shelf.

Only what tonight needs goes in (``store.evening.Plan``): no phone of the group, no contact rule,
no note. Where somebody is and whom to ring goes in for those alone who join from elsewhere and
agreed to it.
"""

from __future__ import annotations

from peerdesk.features.meetings import when
from peerdesk.features.meetings.agenda.verbs import AgendaVerbs, Part
from peerdesk.features.meetings.attendance import NEW_ROLES, AttendanceVerbs
from peerdesk.features.meetings.ways import ROOM_LINES, shipped_agreement
from peerdesk.store import help_steps
from peerdesk.store.cabinet import HERE, Group, Topic
from peerdesk.store.evening import (
    KINDS,
    MOST_ITEMS,
    MOST_LINES,
    MOST_PEOPLE,
    MOST_WORDS,
    ROUNDS,
    Guest,
    Item,
    Plan,
    Rules,
)

WHEREABOUTS = "whereabouts"
"""Purpose of the consent that tonight's helpers may know where somebody joins from."""
REMOTE = ("phone", "online")


class PlanVerbs(AgendaVerbs, AttendanceVerbs):
    """Reads that make a meeting ready to be run."""

    def plan_for(self, uid: bytes, *, stand_in: bool = False) -> Plan:
        """What the meeting ``uid`` is started with. Raises KeyError for no such meeting.

        ``stand_in``: for somebody without a key, so without any person and without the topics of
        the group's box, which were written for facilitators.
        """
        meeting = self.meeting(uid)
        if meeting is None:
            raise KeyError(uid.hex())
        group = Group.get_or_none()
        rules = self._rules()
        shelf: help_steps.Rows = self.shelf if self.shelf is not None else _NoShelf()
        of = b"" if group is None else bytes(group.uid)
        agreed = self._agreed(group)
        return Plan(
            meeting=uid.hex(),
            group=of.hex(),
            title=_cut(meeting.theme or meeting.name),
            group_name="" if group is None else _cut(str(group.name)),
            start=when.stamp(meeting.start),
            zone=meeting.zone,
            starts_at=meeting.starts_at,
            minutes=meeting.minutes,
            place=_cut(meeting.place),
            items=self._items(uid, names=not (stand_in or rules.no_names)),
            people=() if stand_in or rules.no_names else self._guests(uid),
            agreement=tuple(words for words, _ in agreed),
            room_lines=tuple(words for words, shown in agreed if shown)[:ROOM_LINES],
            topics=() if stand_in else self._topics(),
            help_steps=help_steps.help_steps(shelf, of, self.language),
            numbers=help_steps.numbers(shelf, self.language),
            building=help_steps.building(shelf),
            rules=rules,
            stand_in=stand_in,
        )

    # -- inside --------------------------------------------------------------------------------

    def _rules(self) -> Rules:
        return Rules(
            no_names=self.no_names,
            names_in_room=self.way("names_in_room"),
            digits_in_room=self.way("digits_in_room"),
            tone=self.way("tone"),
            floor_seconds=self.floor_seconds(),
        )

    def _items(self, uid: bytes, *, names: bool) -> tuple[Item, ...]:
        linked = {
            bytes(r[0]): bytes(r[1])  # type: ignore[call-overload]
            for r in self.cabinet.rows(
                "SELECT i.uid, i.service_uid FROM agenda_item i JOIN meeting m "
                "ON m.id = i.meeting_id WHERE m.uid = ? AND i.service_uid IS NOT NULL",
                uid,
            )
        }
        return tuple(
            Item(
                uid=part.uid.hex(),
                title=_cut(part.title),
                minutes=part.minutes,
                kind=_kind(part),
                lead=_cut(part.lead) if names else "",
                say=_cut(part.say),
                service=self._service_words(linked.get(part.uid)),
            )
            for part in self.agenda(uid)[:MOST_ITEMS]
        )

    def _service_words(self, service: bytes | None) -> str:
        if service is None or self.shelf is None:
            return ""
        rows = self.shelf.rows(
            "SELECT s.name, (SELECT p.number FROM phone p WHERE p.service_id = s.id "
            "ORDER BY p.id LIMIT 1) FROM service s WHERE s.uid = ? AND s.archived_at IS NULL",
            service,
        )
        return _cut(" · ".join(str(part) for part in rows[0] if part)) if rows else ""

    def _guests(self, uid: bytes) -> tuple[Guest, ...]:
        rows = self.cabinet.rows(
            "SELECT p.uid, p.name, p.code, p.usual_way, p.whereabouts, p.emergency_who, "
            "p.emergency_phone, "
            "(SELECT a.status FROM attendance a JOIN meeting m ON m.id = a.meeting_id "
            " WHERE a.person_id = p.id AND m.uid = ?), "
            "(SELECT c.answer FROM consent c WHERE c.person_id = p.id AND c.purpose = ?), "
            "(SELECT c.answer FROM consent c WHERE c.person_id = p.id AND c.purpose = 'emergency'),"
            "(SELECT a.agreement FROM attendance a JOIN meeting m ON m.id = a.meeting_id "
            " WHERE a.person_id = p.id AND a.agreement <> '' ORDER BY m.start DESC LIMIT 1) "
            "FROM person p WHERE p.archived_at IS NULL ORDER BY p.name COLLATE NOCASE, p.id "
            "LIMIT ?",
            uid,
            WHEREABOUTS,
            MOST_PEOPLE,
        )
        new = self._first_or_second(uid)
        return tuple(self._guest(row, new) for row in rows)

    @staticmethod
    def _guest(row: tuple[object, ...], new: set[bytes]) -> Guest:
        uid = bytes(row[0])  # type: ignore[call-overload]
        name, code, usual, where, who, number, status, may, emergency, heard = row[1:]
        way = str(status) if status in HERE else str(usual)
        way = way if way in HERE else "here"
        known = way in REMOTE and may == "yes"
        ring = " ".join(str(part) for part in (who, number) if part)
        return Guest(
            uid=uid.hex(),
            name=_cut(str(name)),
            code=_cut(str(code)),
            way=way,
            apologies=status == "apologies",
            new=uid in new,
            heard=heard != "not heard",
            where=_cut(str(where)) if known else "",
            ring=_cut(ring) if known and emergency != "no" else "",
        )

    def _first_or_second(self, uid: bytes) -> set[bytes]:
        """Newcomers of this meeting, and those for whom the one before was the first."""
        rows = self.cabinet.rows(
            "SELECT p.uid FROM person p JOIN attendance a ON a.person_id = p.id "
            "JOIN meeting m ON m.id = a.meeting_id WHERE m.uid <> ? AND a.status IN (?, ?, ?) "
            "GROUP BY p.id HAVING count(*) = 1 AND (max(a.first_time) = 1 OR p.role IN (?, ?))",
            uid,
            *HERE,
            *NEW_ROLES,
        )
        return {*self.newcomers(uid), *(bytes(r[0]) for r in rows)}  # type: ignore[call-overload]

    def _agreed(self, group: Group | None) -> list[tuple[str, bool]]:
        lines = shipped_agreement(self.language)
        if group is not None:
            lines = tuple((line.words, line.shown) for line in self.agreement())
        return [(_cut(words), shown) for words, shown in lines if words.strip()][:MOST_LINES]

    @staticmethod
    def _topics() -> tuple[str, ...]:
        rows = (
            Topic.select()
            .where(Topic.used_at.is_null(True))
            .order_by(Topic.votes.desc(), Topic.asked_at, Topic.id)
            .limit(MOST_LINES)
        )
        return tuple(_cut(str(r.words)) for r in rows)


def _kind(part: Part) -> str:
    """Two circles take turns each for themselves: nobody can tell both who speaks next."""
    if part.circles > 1 and part.kind in ROUNDS:
        return "exercise"
    return part.kind if part.kind in KINDS else "topic"


def _cut(words: str) -> str:
    return words[:MOST_WORDS]


class _NoShelf:
    """Without a shelf what ships stands there."""

    def rows(self, sql: str, *values: object) -> list[tuple[object, ...]]:
        del sql, values
        return []
