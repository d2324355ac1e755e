"""Records of an evening on which somebody needed help: short, factual, one author each.

No score, no diagnosis, no person: what was seen and said, who was told, what was agreed.
"""

from __future__ import annotations

from dataclasses import dataclass

from peerdesk.core.errors import KnownError
from peerdesk.core.ids import new_uid
from peerdesk.core.text import translate
from peerdesk.features.meetings.closing.steps import meeting_id
from peerdesk.features.meetings.service import MeetingsService
from peerdesk.store.cabinet import Incident, Keyholder
from peerdesk.store.place import Place

PARTS = ("what", "told", "agreed", "debrief")
LONGEST = 4_000


class NotYours(KnownError):
    """Somebody else wrote this record."""

    def __init__(self) -> None:
        super().__init__(
            translate(
                "Closing",
                "Only the person who wrote this record can change it. Nothing was changed. You "
                "can write one of your own.",
            )
        )


@dataclass(frozen=True)
class Record:
    """A record. ``mine``: who sits here may change it, also because nobody began it yet;
    ``author`` is "" then. ``unfinished``: nothing says yet what happened."""

    uid: bytes
    happened_at: int
    what: str
    told: str
    agreed: str
    debrief: str
    author: str
    mine: bool
    unfinished: bool


class RecordVerbs:
    """Records of one group, written as ``me`` (the uid of a keyholder)."""

    cabinet: Place
    meetings: MeetingsService
    me: bytes

    def records(self, meeting: bytes) -> tuple[Record, ...]:
        """Those of a meeting, in order."""
        row = meeting_id(meeting)
        found = Incident.select().where(Incident.meeting == row) if row is not None else ()
        return tuple(self._record(one) for one in sorted(found, key=lambda r: r.happened_at))

    def unfinished(self) -> tuple[tuple[bytes, Record], ...]:
        """Records that wait to be written by whoever sits here, with their meeting's uid."""
        held = {
            int(str(r[0])): bytes(r[1])  # type: ignore[call-overload]
            for r in self.cabinet.rows(
                "SELECT i.id, m.uid FROM incident i JOIN meeting m ON m.id = i.meeting_id"
            )
        }
        rows = Incident.select().where(Incident.id.in_(list(held))).order_by(Incident.id)
        every = [(held[int(row.id)], self._record(row)) for row in rows]
        return tuple((uid, one) for uid, one in every if one.unfinished and one.mine)

    def add_record(self, meeting: bytes) -> bytes:
        """A record of one's own. Returns its uid."""
        now = self.cabinet.clock.now_ms()
        uid = new_uid(now)
        view = self.meetings.meeting(meeting)
        with self.cabinet.operation(translate("Closing", "Added a record")):
            Incident.create(
                uid=uid,
                meeting=self.meetings.keep(meeting),
                happened_at=now if view is None else min(now, view.ends_at),
                author_uid=self.me or None,
                author_name=self._name(),
                changed_at=now,
            )
        return uid

    def write_record(self, uid: bytes, part: str, words: str) -> None:
        """Change ``what``, ``told``, ``agreed`` or ``debrief``; who writes first is the author.

        Raises NotYours when somebody else is, ValueError for another part. One that is gone is
        left alone.
        """
        if part not in PARTS:
            raise ValueError(part)
        row = Incident.get_or_none(Incident.uid == uid)
        if row is None:
            return
        if not self._is_mine(row):
            raise NotYours
        label = translate("Closing", "Changed a record")
        with self.cabinet.operation(label, merge=("incident", uid, part)):
            Incident.update(
                {
                    part: words[:LONGEST],
                    "author_uid": self.me or None,
                    "author_name": self._name(),
                    "changed_at": self.cabinet.clock.now_ms(),
                }
            ).where(Incident.id == row.id).execute()

    def remove_record(self, uid: bytes) -> None:
        """Take a record away in which nothing stands yet. Raises NotYours."""
        row = Incident.get_or_none(Incident.uid == uid)
        if row is None:
            return
        if not self._is_mine(row):
            raise NotYours
        with self.cabinet.operation(translate("Closing", "Took a record away")):
            Incident.delete().where(Incident.id == row.id).execute()

    # -- inside --------------------------------------------------------------------------------

    def _is_mine(self, row: Incident) -> bool:
        return row.author_uid is None or bytes(row.author_uid) == self.me

    def _name(self) -> str:
        holder = Keyholder.get_or_none(Keyholder.uid == self.me)
        return "" if holder is None else str(holder.name)

    def _record(self, row: Incident) -> Record:
        return Record(
            bytes(row.uid),
            int(row.happened_at),
            str(row.what),
            str(row.told),
            str(row.agreed),
            str(row.debrief),
            str(row.author_name),
            mine=self._is_mine(row),
            unfinished=not str(row.what).strip(),
        )
