"""Before the meeting: what the computer noticed, and the group's own check list.

The own list comes back for every meeting: a tick counts until the next one is past.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from peerdesk.core.ids import natural_uid, new_uid
from peerdesk.core.text import Text, translate
from peerdesk.features.meetings.attendance import AttendanceVerbs
from peerdesk.features.meetings.duties import DutyVerbs
from peerdesk.features.meetings.words import ROLE_SHORT
from peerdesk.store.cabinet import Group, Preparation

Tag = Literal["reach", "newcomer", "print", "needs", "recovery", "restock", "own", "cover"]
RESTOCK = "restock"
"""Tag of what was used up; it is brought once and does not come back for every meeting."""
_NOTICED = "noticed"
"""Tag of the rows that only remember that something noticed was ticked."""


@dataclass(frozen=True)
class Check:
    """One row of "Before tonight". ``words`` may hold a ``{name}`` place for ``name`` and
    ``{other}`` for ``other``, which go through the names curtain. ``can_tick`` is False for what
    is done elsewhere."""

    key: bytes
    words: Text | str
    tag: Tag
    done: bool
    name: str = ""
    person: bytes | None = None
    can_tick: bool = True
    other: str = ""


class PreparationVerbs(DutyVerbs, AttendanceVerbs):
    """The check list of the next meeting."""

    def checks(self, uid: bytes | None) -> list[Check]:
        """What to do before the meeting ``uid`` (None: no meeting is planned): noticed things
        first, then the own rows in the order they were added."""
        since = max((m.ends_at for m in self.held(1)), default=0)
        rows = self.cabinet.rows("SELECT uid, words, tag, done_at FROM preparation ORDER BY id")
        done = {r[0] for r in rows if r[3] is not None and int(str(r[3])) > since}
        over = {r[0] for r in rows if r[2] == RESTOCK and r[3] is not None} - done
        own = [
            Check(
                bytes(r[0]),  # type: ignore[call-overload]
                str(r[1]),
                "restock" if r[2] == RESTOCK else "own",
                r[0] in done,
            )
            for r in rows
            if r[2] != _NOTICED and r[0] not in over
        ]
        return self._noticed(uid, done) + own

    def tick(self, check: Check, done: bool) -> None:
        """Tick one row off, or take the tick away."""
        at = self.clock.now_ms() if done else None
        label = translate("Meetings", "Ticked off") if done else translate("Meetings", "Unticked")
        with self.cabinet.operation(label):
            Preparation.insert(
                uid=check.key,
                words="",
                tag=_NOTICED,
                done_at=at,
                added_at=self.clock.now_ms(),
            ).on_conflict(
                conflict_target=[Preparation.uid], update={Preparation.done_at: at}
            ).execute()

    def add_preparation(self, words: str) -> bytes:
        """A row of one's own at the end of the list. Returns its uid."""
        uid, now = new_uid(self.clock.now_ms()), self.clock.now_ms()
        with self.cabinet.operation(translate("Meetings", "Added to the list")):
            Preparation.create(uid=uid, words=words.strip(), added_at=now)
        return uid

    def remove_preparation(self, key: bytes) -> None:
        """Take a row of one's own away."""
        with self.cabinet.operation(translate("Meetings", "Removed from the list")):
            Preparation.delete().where(Preparation.uid == key).execute()

    def _noticed(self, uid: bytes | None, done: set[object]) -> list[Check]:
        found = []

        def notice(tag: Tag, words: Text, name: str, person: bytes, about: str = "") -> None:
            key = natural_uid("check", tag, person, about)
            found.append(Check(key, words, tag, key in done, name, person))

        nameless = self.no_names
        written = self._written_down()
        for one in [] if nameless else self.away():
            if not one.may_contact or one.person in written:
                continue  # asked to be left in peace, or stands under "To reach" already
            times = one.times  # a plain name: lupdate passes over one.times
            words = translate("Meetings", "{name} has been away %n times.", "", times)
            if one.contact:
                words = translate(
                    "Meetings",
                    "{name} has been away %n times. Agreed: {contact}",
                    "",
                    times,
                ).format(contact=one.contact)
            notice("reach", words, one.name, one.person)
        if uid is not None and not nameless:
            for mark in self.attendance(uid):
                if mark.new:
                    words = translate("Meetings", "{name} comes for the first time: talk first")
                    notice("newcomer", words, mark.name, mark.person)
                if "large print" in mark.needs.casefold():
                    words = translate("Meetings", "{name} asked for large print")
                    notice("print", words, mark.name, mark.person)
                elif mark.needs.strip():
                    words = translate("Meetings", "{name} needs: {needs}").format(needs=mark.needs)
                    notice("needs", words, mark.name, mark.person, mark.needs)
        found += self._to_cover(uid, done) if uid is not None else []
        group = Group.select().first()
        if group is not None and group.recovery_printed_at is None:
            words = translate("Meetings", "The recovery parts of the group are not printed yet")
            key = natural_uid("check", "recovery")
            found.append(Check(key, words, "recovery", False, can_tick=False))
        return found

    def _to_cover(self, uid: bytes, done: set[object]) -> list[Check]:
        """Roles whose people are away on that day."""
        found = []
        for duty in self.uncovered(uid):
            said = translate("Meetings", "{role}: {name} is away. Ask who could do it.")
            if duty.could:
                said = translate("Meetings", "{role}: {name} is away. {other} could do it.")
            key = natural_uid("check", "cover", uid, duty.role, duty.who)
            words = said.format(role=ROLE_SHORT[duty.role])
            found.append(Check(key, words, "cover", key in done, duty.who, other=duty.could))
        return found

    def _written_down(self) -> set[bytes]:
        """People who stand under "To reach" already."""
        rows = self.cabinet.rows(
            "SELECT p.uid FROM follow_up f JOIN person p ON p.id = f.person_id "
            "WHERE f.done_at IS NULL"
        )
        return {bytes(r[0]) for r in rows}  # type: ignore[call-overload]
