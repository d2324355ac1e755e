"""Next steps: something small that a person chose, and how it went: five words of equal weight."""

from __future__ import annotations

from dataclasses import dataclass

from peerdesk.core.ids import natural_uid, new_uid
from peerdesk.core.text import Text, translate
from peerdesk.features.meetings.service import MeetingsService
from peerdesk.store.cabinet import STEP_STATUSES, Meeting, NextStep, Person, StepNews
from peerdesk.store.place import Place

OVER = ("done", "changed", "set aside")
"""What ends a step; "going" and "hard this time" go on."""
LONGEST = 300

STATUS: dict[str, Text] = {
    "done": translate("Closing", "done", "how it went with a next step"),
    "going": translate("Closing", "going", "how it went with a next step"),
    "changed": translate("Closing", "changed", "how it went with a next step"),
    "set aside": translate("Closing", "set aside", "how it went with a next step"),
    "hard this time": translate("Closing", "hard this time", "how it went with a next step"),
}
"""In the order shown."""


@dataclass(frozen=True)
class Step:
    """A step of ``name``. ``status``: how it went, told at the meeting asked about; "" when nobody
    told. ``fresh``: chosen at that meeting."""

    uid: bytes
    person: bytes
    name: str
    words: str
    status: str
    fresh: bool


class StepVerbs:
    """Steps of the group's people. ``cabinet`` and ``meetings`` are of the same group."""

    cabinet: Place
    meetings: MeetingsService

    def steps(self, meeting: bytes) -> tuple[Step, ...]:
        """Steps to ask about at ``meeting``, by name: those still open and those that ended
        there; then those chosen there. None of a group without names."""
        if self.meetings.no_names:
            return ()
        rows = self.cabinet.rows(
            "SELECT s.uid, p.uid, p.name, s.words, coalesce(n.status, ''), "
            "coalesce(s.meeting_id = m.id, 0) "
            "FROM next_step s JOIN person p ON p.id = s.person_id "
            "LEFT JOIN meeting m ON m.uid = ? "
            "LEFT JOIN meeting c ON c.id = s.meeting_id "
            "LEFT JOIN step_news n ON n.step_id = s.id AND n.meeting_id = m.id "
            "WHERE p.archived_at IS NULL AND (s.ended_at IS NULL OR n.id IS NOT NULL) "
            "AND (m.id IS NULL OR c.id IS NULL OR c.start <= m.start) "
            "ORDER BY coalesce(s.meeting_id = m.id, 0), p.name COLLATE NOCASE, s.chosen_at, s.id",
            meeting,
        )
        return tuple(
            Step(
                bytes(r[0]),  # type: ignore[call-overload]
                bytes(r[1]),  # type: ignore[call-overload]
                str(r[2]),
                str(r[3]),
                str(r[4]),
                bool(r[5]),
            )
            for r in rows
        )

    def tell(self, step: bytes, meeting: bytes, status: str) -> None:
        """How it went with a step. Raises ValueError for another word; a step that is gone is
        left alone."""
        if status not in STEP_STATUSES:
            raise ValueError(status)
        with self.cabinet.operation(translate("Closing", "Noted how a next step went")):
            row = NextStep.get_or_none(NextStep.uid == step)
            if row is None:
                return
            now = self.cabinet.clock.now_ms()
            StepNews.insert(
                uid=natural_uid(step, meeting),
                step=row.id,
                meeting=self.meetings.keep(meeting),
                status=status,
                told_at=now,
            ).on_conflict(
                conflict_target=[StepNews.uid],
                update={StepNews.status: status, StepNews.told_at: now},
            ).execute()
            ended = now if status in OVER else None
            NextStep.update(ended_at=ended).where(NextStep.id == row.id).execute()

    def untell(self, step: bytes, meeting: bytes) -> None:
        """Nobody told after all: the step is open again."""
        with self.cabinet.operation(translate("Closing", "Noted how a next step went")):
            StepNews.delete().where(StepNews.uid == natural_uid(step, meeting)).execute()
            NextStep.update(ended_at=None).where(NextStep.uid == step).execute()

    def add_step(self, meeting: bytes, person: bytes, words: str) -> bytes:
        """A step that ``person`` chose at ``meeting``. Returns its uid; b"" for no words.

        Raises KeyError for a person who is gone.
        """
        words = " ".join(words.split())[:LONGEST]
        if not words:
            return b""
        who = Person.get_or_none(Person.uid == person)
        if who is None:
            raise KeyError(person.hex())
        now = self.cabinet.clock.now_ms()
        uid = new_uid(now)
        with self.cabinet.operation(translate("Closing", "Added a next step")):
            NextStep.create(
                uid=uid,
                person=who.id,
                meeting=self.meetings.keep(meeting),
                words=words,
                chosen_at=now,
            )
        return uid

    def remove_step(self, step: bytes) -> None:
        """Take a step away that was written down by mistake."""
        with self.cabinet.operation(translate("Closing", "Took a next step away")):
            NextStep.delete().where(NextStep.uid == step).execute()

    def to_ask(self, meeting: bytes | None) -> tuple[Step, ...]:
        """Steps to ask about at the coming ``meeting`` (None: nothing is planned)."""
        return tuple(s for s in self.steps(meeting or b"") if not s.fresh and not s.status)

    def who_can(self, meeting: bytes) -> tuple[tuple[bytes, str], ...]:
        """People who may choose a step: those who were here first, each part by name."""
        marks = [] if self.meetings.no_names else self.meetings.attendance(meeting)
        order = sorted(marks, key=lambda m: m.status not in ("here", "phone", "online"))
        return tuple((m.person, m.name) for m in order)


def meeting_id(uid: bytes) -> int | None:
    """The row id of a meeting that is kept; None for one that is not."""
    row = Meeting.get_or_none(Meeting.uid == uid)
    return None if row is None else int(row.id)
