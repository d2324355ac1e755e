"""Who does what at a meeting: roles that rotate fairly, who is away, and who could stand in.

Who leads and who holds the door stand in the meeting itself; the other roles are rows of their
own. People are kept as :meth:`Base.person_key`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from peerdesk.core.ids import natural_uid, new_uid
from peerdesk.core.text import translate
from peerdesk.features.meetings import when
from peerdesk.features.meetings.base import MINUTE, Base
from peerdesk.features.meetings.shapes import MeetingView
from peerdesk.store.cabinet import Away, Duty, Meeting

ROLES = ("lead", "co-facilitator", "greeter", "timekeeper", "resources", "host")
"""``host`` looks after who joins from elsewhere: only where somebody can."""
COLUMNS = {"lead": "lead", "greeter": "door"}
"""Roles that stand in the meeting's own columns."""
LEADERS = ("facilitator", "co-facilitator")
HELPERS = (*LEADERS, "helper")
_BACK = 366 * 24 * 60 * MINUTE


@dataclass(frozen=True)
class DutyView:
    """One role at one date. ``who`` does it, instead of ``cover``; ``away``: who does it said that
    they cannot come, and ``could``, if anyone, can. Names as typed; "" for nobody."""

    role: str
    who: str
    cover: str = ""
    away: bool = False
    could: str = ""


@dataclass(frozen=True)
class AwayView:
    """Days, both included, on which somebody cannot come."""

    uid: bytes
    who: str
    first: date
    last: date


@dataclass(frozen=True)
class _Past:
    """What was done by whom: (start, role, key), oldest first."""

    done: tuple[tuple[str, str, str], ...]

    def last(self, role: str, key: str) -> str:
        return max((s for s, r, k in self.done if (r, k) == (role, key)), default="")

    def times(self, key: str) -> int:
        return sum(k == key for _s, _r, k in self.done)


def roles_for(way: str) -> tuple[str, ...]:
    """The roles of a meeting held in this way."""
    return ROLES if way != "in person" else ROLES[:-1]


class DutyVerbs(Base):
    """Roles of dates, and days on which somebody is away."""

    # -- one date ------------------------------------------------------------------------------

    def duties(self, uid: bytes) -> list[DutyView]:
        """The roles of a meeting in a fixed order; [] when there is none of that uid."""
        meeting = self.meeting(uid)
        if meeting is None:
            return []
        keys, covers = self._duty_keys(meeting)
        day = meeting.start.date()
        gone = self._away_on(day)
        found = []
        for role in roles_for(meeting.way):
            key = keys.get(role, "")
            away = bool(key) and key in gone
            could = self._fairest(role, meeting, keys) if away else ""
            found.append(
                DutyView(
                    role,
                    self.person_name(key),
                    self.person_name(covers.get(role, "")),
                    away and bool(self.person_name(key)),
                    self.person_name(could),
                )
            )
        return found

    def set_duty(self, uid: bytes, role: str, name: str) -> None:
        """Say who does a role at one date; "" for nobody yet. Whom they covered is forgotten."""
        label = translate("Meetings", "Changed who does what")
        with self.cabinet.operation(label, merge=("duty", uid, role)):
            self._put_duty(uid, role, self.person_key(name))

    def cover(self, uid: bytes, role: str, name: str) -> None:
        """Let ``name`` do a role instead of who was to do it, who stays named beside it."""
        meeting = self.meeting(uid)
        before = self._duty_keys(meeting)[0].get(role, "") if meeting else ""
        with self.cabinet.operation(translate("Meetings", "Somebody stands in")):
            self._put_duty(uid, role, self.person_key(name), before)

    def uncovered(self, uid: bytes) -> list[DutyView]:
        """The roles of a meeting whose people are away that day."""
        return [d for d in self.duties(uid) if d.away]

    # -- several dates -------------------------------------------------------------------------

    def suggest_duties(self, uids: Iterable[bytes]) -> int:
        """Fill the roles of these dates that nobody has, in one step: each with who did it longest
        ago and can come. Returns how many were filled."""
        filled = 0
        with self.cabinet.operation(translate("Meetings", "Suggested who does what")):
            meetings = [m for m in map(self.meeting, uids) if m and not m.cancelled]
            for meeting in sorted(meetings, key=lambda m: m.starts_at):
                if meeting.closed:
                    continue
                keys, _covers = self._duty_keys(meeting)
                for role in roles_for(meeting.way):
                    if keys.get(role):
                        continue
                    best = self._fairest(role, meeting, keys)
                    if best:
                        self._put_duty(meeting.uid, role, best)
                        keys[role] = best
                        filled += 1
        return filled

    # -- away ----------------------------------------------------------------------------------

    def aways(self) -> list[AwayView]:
        """Who is away and when, from today on, earliest first."""
        today = self.clock.now().date().isoformat()
        rows = self.cabinet.rows(
            "SELECT uid, who, first, last FROM away WHERE last >= ? ORDER BY first, id", today
        )
        found = [
            AwayView(
                bytes(r[0]),  # type: ignore[call-overload]
                self.person_name(str(r[1])),
                date.fromisoformat(str(r[2])),
                date.fromisoformat(str(r[3])),
            )
            for r in rows
        ]
        return [a for a in found if a.who]

    def add_away(self, name: str, first: date, last: date) -> bytes:
        """Somebody cannot come on these days, both included and in any order. Returns the uid."""
        first, last = min(first, last), max(first, last)
        uid = new_uid(self.clock.now_ms())
        with self.cabinet.operation(translate("Meetings", "Noted who is away")):
            Away.create(
                uid=uid,
                who=self.person_key(name),
                first=first.isoformat(),
                last=last.isoformat(),
            )
        return uid

    def remove_away(self, uid: bytes) -> None:
        """They can come after all."""
        with self.cabinet.operation(translate("Meetings", "Removed who is away")):
            Away.delete().where(Away.uid == uid).execute()

    # -- inside --------------------------------------------------------------------------------

    def _duty_keys(self, meeting: MeetingView) -> tuple[dict[str, str], dict[str, str]]:
        """Who does each role of a meeting, and who was away instead."""
        keys: dict[str, str] = {}
        covers: dict[str, str] = {}
        for lead, door in self.cabinet.rows(
            "SELECT lead, door FROM meeting WHERE uid = ?", meeting.uid
        ):
            keys |= {"lead": str(lead), "greeter": str(door)}
        for role, who, cover in self.cabinet.rows(
            "SELECT d.role, d.who, d.cover FROM duty d JOIN meeting m ON m.id = d.meeting_id "
            "WHERE m.uid = ?",
            meeting.uid,
        ):
            if str(role) not in COLUMNS:
                keys[str(role)] = str(who)
            covers[str(role)] = str(cover)
        # Who was typed in over a stand-in does it as their own.
        return keys, {r: c for r, c in covers.items() if c and keys.get(r) and c != keys[r]}

    def _put_duty(self, uid: bytes, role: str, key: str, cover: str = "") -> None:
        row = self._row(uid)
        if role in COLUMNS:
            Meeting.update({COLUMNS[role]: key}).where(Meeting.id == row).execute()
        Duty.delete().where(Duty.meeting == row, Duty.role == role).execute()
        who = "" if role in COLUMNS else key
        if who or cover:
            Duty.create(
                uid=natural_uid("duty", uid, role), meeting=row, role=role, who=who, cover=cover
            )

    def _away_on(self, day: date) -> set[str]:
        at = day.isoformat()
        rows = self.cabinet.rows("SELECT who FROM away WHERE first <= ? AND last >= ?", at, at)
        return {str(r[0]) for r in rows}

    def _fairest(self, role: str, meeting: MeetingView, keys: dict[str, str]) -> str:
        """Who should do a role: not away, with least to do that day, and of those who did it
        longest ago or never; "" when there is nobody."""
        past = self._done_before(meeting)
        gone, taken = self._away_on(meeting.start.date()), list(keys.values())
        free = [k for k in self._candidates(role, past) if k not in gone and k != keys.get(role)]
        order = {k: n for n, k in enumerate(free)}
        return min(
            free,
            key=lambda k: (taken.count(k), past.last(role, k), past.times(k), order[k]),
            default="",
        )

    def _done_before(self, meeting: MeetingView) -> _Past:
        first = when.stamp(when.wall_at(meeting.starts_at - _BACK, meeting.zone))
        last = when.stamp(meeting.start)
        inside = "m.start >= ? AND m.start < ? AND m.status <> 'cancelled'"
        rows = self.cabinet.rows(
            f"SELECT m.start, 'lead', m.lead FROM meeting m WHERE m.lead <> '' AND {inside} "
            f"UNION ALL SELECT m.start, 'greeter', m.door FROM meeting m WHERE m.door <> '' "
            f"AND {inside} UNION ALL SELECT m.start, d.role, d.who FROM duty d "
            f"JOIN meeting m ON m.id = d.meeting_id WHERE d.who <> '' AND {inside} ORDER BY 1",
            *(first, last) * 3,
        )
        return _Past(tuple((str(s), str(r), str(k)) for s, r, k in rows))

    def _candidates(self, role: str, past: _Past) -> list[str]:
        """Who may be asked: people whose role in the group it is, and who did it before."""
        fitting = LEADERS if role in ("lead", "co-facilitator") else HELPERS
        marks = ", ".join("?" * len(fitting))
        rows = self.cabinet.rows(
            f"SELECT uid FROM person WHERE archived_at IS NULL AND role IN ({marks}) ORDER BY id",
            *fitting,
        )
        found = dict.fromkeys(bytes(r[0]).hex() for r in rows)  # type: ignore[call-overload]
        found |= dict.fromkeys(k for _s, r, k in past.done if r == role)
        out = self.cabinet.rows("SELECT uid FROM person WHERE archived_at IS NOT NULL")
        archived = {bytes(r[0]).hex() for r in out}  # type: ignore[call-overload]
        return [k for k in found if k not in archived and self.person_name(k)]
