"""Who should be reached after an evening, in the way they agreed to."""

from __future__ import annotations

from dataclasses import dataclass

from peerdesk.core.ids import natural_uid, new_uid
from peerdesk.core.text import Text, translate
from peerdesk.features.meetings import when
from peerdesk.features.meetings.closing.steps import meeting_id
from peerdesk.features.meetings.service import HERE, Absence, MeetingsService
from peerdesk.store.cabinet import Consent, FollowUp, Keyholder, Person
from peerdesk.store.place import Place

REASONS = ("new", "away", "asked", "help")
LEADING = ("facilitator", "co-facilitator")
MOST_WHO = 4
"""So many can be chosen from; more have no room side by side."""

NO_NAME = translate("Closing", "Somebody who needed help: ask how they are")
REASON: dict[str, Text] = {
    "new": translate("Closing", "{name}, after the first time"),
    "asked": translate("Closing", "{name} asked for it"),
    "help": translate("Closing", "{name}, who needed help"),
}


@dataclass(frozen=True)
class Reach:
    """Somebody to reach. ``person`` is b"" for somebody who is not in the list, whose name stands
    in ``name`` then. ``words`` may hold a ``{name}`` place. ``who`` does it (a key of
    :meth:`ReachVerbs.helpers`), "" for nobody yet. ``kept`` is False while it is only proposed."""

    uid: bytes
    person: bytes
    name: str
    reason: str
    words: Text
    how: Text | str
    who: str
    done: bool
    kept: bool


class ReachVerbs:
    """Follow-ups of one group. ``me`` is the uid of the keyholder who sits here, b"" unknown."""

    cabinet: Place
    meetings: MeetingsService
    me: bytes

    def reach(self, meeting: bytes) -> tuple[Reach, ...]:
        """Who to reach after ``meeting``: what is written down and not done, what was done for
        this meeting, and whom the evening proposes. Nobody who asked to be left in peace, and
        nobody in a group without names but who needed help."""
        kept = self._kept(meeting)
        if self.meetings.no_names:
            return tuple(k for k in kept if not k.name)
        there = {k.uid for k in kept}
        return (*kept, *(p for p in self._proposed(meeting) if p.uid not in there))

    def waiting(self) -> tuple[Reach, ...]:
        """What is written down and not done yet, for Today."""
        every = self._kept(None)
        return tuple(k for k in every if not k.name) if self.meetings.no_names else every

    def helpers(self) -> tuple[tuple[str, str], ...]:
        """Who can reach somebody (key, name): who sits here first, other keyholders, then people
        who lead and hold no key. The key is a uid in hex."""
        holders = [(bytes(k.uid), str(k.name)) for k in Keyholder.select().order_by(Keyholder.id)]
        holders.sort(key=lambda one: one[0] != self.me)
        names = {name.casefold() for _, name in holders}
        rows = (
            Person.select()
            .where(Person.role.in_(LEADING) & Person.archived_at.is_null(True))
            .order_by(Person.id)
        )
        people = [(bytes(p.uid), str(p.name)) for p in rows if str(p.name).casefold() not in names]
        people = [] if self.meetings.no_names else people
        return tuple((uid.hex(), name) for uid, name in [*holders, *people][:MOST_WHO])

    def set_who(self, reach: Reach, meeting: bytes, who: str) -> None:
        """Say who does it."""
        with self.cabinet.operation(translate("Closing", "Noted who gets in touch")):
            self._keep(reach, meeting)
            FollowUp.update(who=who).where(FollowUp.uid == reach.uid).execute()

    def set_done(self, reach: Reach, meeting: bytes, done: bool) -> None:
        """It was done, or not after all."""
        now = self.cabinet.clock.now_ms()
        with self.cabinet.operation(translate("Closing", "Noted that somebody was reached")):
            self._keep(reach, meeting)
            FollowUp.update(done_at=now if done else None).where(
                FollowUp.uid == reach.uid
            ).execute()

    def ask_for(self, meeting: bytes, person: bytes) -> bytes:
        """Somebody asked to be reached. Returns the uid; the one that waits already stays alone.

        Raises KeyError for a person who is gone.
        """
        who = Person.get_or_none(Person.uid == person)
        if who is None:
            raise KeyError(person.hex())
        waits = FollowUp.get_or_none(
            (FollowUp.person == who) & (FollowUp.reason == "asked") & FollowUp.done_at.is_null(True)
        )
        if waits is not None:
            return bytes(waits.uid)
        now = self.cabinet.clock.now_ms()
        uid = new_uid(now)
        with self.cabinet.operation(translate("Closing", "Noted whom to reach")):
            FollowUp.create(
                uid=uid,
                person=who.id,
                meeting=self.meetings.keep(meeting),
                reason="asked",
                who=self.me.hex(),
                added_at=now,
            )
        return uid

    def keep_proposed(self, meeting: bytes) -> None:
        """Write down whom the evening proposes, so that Today keeps it. Inside an operation."""
        for one in self.reach(meeting):
            self._keep(one, meeting)

    # -- inside --------------------------------------------------------------------------------

    def _keep(self, reach: Reach, meeting: bytes) -> None:
        if reach.kept or FollowUp.get_or_none(FollowUp.uid == reach.uid) is not None:
            return
        FollowUp.create(
            uid=reach.uid,
            person=Person.get(Person.uid == reach.person).id,
            meeting=self.meetings.keep(meeting),
            reason=reach.reason,
            who=reach.who,
            added_at=self.cabinet.clock.now_ms(),
        )

    def _kept(self, meeting: bytes | None) -> tuple[Reach, ...]:
        row = -1 if meeting is None else meeting_id(meeting) or -1
        query = (
            FollowUp.select()
            .where(FollowUp.done_at.is_null(True) | (FollowUp.meeting == row))
            .order_by(FollowUp.added_at, FollowUp.id)
        )
        away = {a.person: a.times for a in self._away(meeting)}
        found = []
        for one in query:
            person = one.person
            if person is not None and (person.archived_at is not None or not _may(person)):
                continue
            uid = b"" if person is None else bytes(person.uid)
            name = str(one.words) if person is None else str(person.name)
            found.append(
                Reach(
                    bytes(one.uid),
                    uid,
                    name,
                    str(one.reason),
                    _words(str(one.reason), name, away.get(uid, 3)),
                    "" if person is None else how_words(person),
                    str(one.who),
                    one.done_at is not None,
                    kept=True,
                )
            )
        return tuple(found)

    def _away(self, meeting: bytes | None) -> list[Absence]:
        return self.meetings.away(also=meeting or b"")

    def _proposed(self, meeting: bytes) -> list[Reach]:
        view = self.meetings.meeting(meeting)
        if view is None:
            return []
        found: list[Reach | None] = []
        here = {m.person for m in self.meetings.attendance(meeting) if m.status in HERE}
        for uid in self.meetings.newcomers(meeting):
            if uid in here and not _ever(uid, "new"):
                found.append(self._one(meeting, uid, "new"))
        for absence in self.meetings.away(also=meeting):
            since = absence.last_here
            after = 0 if since is None else when.instant(since, view.zone)
            if not _ever(absence.person, "away", after):
                found.append(self._one(meeting, absence.person, "away", absence.times))
        return [one for one in found if one is not None]

    def _one(self, meeting: bytes, uid: bytes, reason: str, times: int = 0) -> Reach | None:
        person = Person.get(Person.uid == uid)
        if not _may(person):
            return None
        name = str(person.name)
        return Reach(
            natural_uid("reach", meeting, uid, reason),
            uid,
            name,
            reason,
            _words(reason, name, times),
            how_words(person),
            self.me.hex(),
            done=False,
            kept=False,
        )


def how_words(person: Person) -> Text | str:
    """How somebody may be reached: in their own words, or by what they agreed to."""
    own = str(person.safe_contact).strip()
    if own:
        return own
    agreed = _answers(person)
    text, call = agreed.get("text") == "yes", agreed.get("call") == "yes"
    if text and call:
        return translate("Closing", "text or phone call agreed")
    if text:
        return translate("Closing", "text agreed")
    if call:
        return translate("Closing", "phone call agreed")
    return translate("Closing", "no way agreed yet: ask at the next meeting")


def _may(person: Person) -> bool:
    """Whether getting in touch is all right: not when they said no and to nothing yes."""
    if str(person.safe_contact).strip():
        return True
    agreed = _answers(person).values()
    return "yes" in agreed or "no" not in agreed


def _answers(person: Person) -> dict[str, str]:
    rows = Consent.select().where(
        (Consent.person == person) & Consent.purpose.in_(("text", "call"))
    )
    return {str(c.purpose): str(c.answer) for c in rows}


def _ever(uid: bytes, reason: str, after: int = -1) -> bool:
    """Whether somebody was written down for ``reason`` after ``after`` (UTC ms) already."""
    person = Person.get(Person.uid == uid)
    return bool(
        FollowUp.select()
        .where(
            (FollowUp.person == person) & (FollowUp.reason == reason) & (FollowUp.added_at > after)
        )
        .exists()
    )


def _words(reason: str, name: str, times: int) -> Text:
    if reason == "help" and not name:
        return NO_NAME
    if reason == "away":
        return translate("Closing", "{name}, away %n times", "", times)
    return REASON.get(reason, REASON["asked"])


__all__ = ["REASONS", "Reach", "ReachVerbs", "how_words"]
