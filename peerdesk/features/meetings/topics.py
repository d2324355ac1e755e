"""The topic box: questions from paper slips and from the in-tray, voted and drawn."""

from __future__ import annotations

from dataclasses import dataclass

from peerdesk.core.ids import new_uid
from peerdesk.core.text import translate
from peerdesk.exchange.agenda_file import plain
from peerdesk.features.meetings.agenda.verbs import AgendaVerbs
from peerdesk.store.cabinet import AgendaItem, Meeting, Topic

LONGEST_TOPIC = 500
MOST_HANDS = 999


@dataclass(frozen=True)
class TopicView:
    """A question in the box. ``used_at`` is None while it waits; ``meeting`` where it was used."""

    uid: bytes
    words: str
    source: str
    votes: int
    asked_at: int
    used_at: int | None
    meeting: bytes | None


class TopicVerbs(AgendaVerbs):
    """What can be done with the questions of the group."""

    def topics(self) -> tuple[TopicView, ...]:
        """Those that wait: most hands first, then the one that waited longest."""
        return self._topic_rows("WHERE t.used_at IS NULL ORDER BY t.votes DESC, t.asked_at, t.id")

    def used_topics(self, limit: int = 100) -> tuple[TopicView, ...]:
        """Those that were used, latest first."""
        return self._topic_rows(
            "WHERE t.used_at IS NOT NULL ORDER BY t.used_at DESC, t.id DESC LIMIT ?", limit
        )

    def ask(self, words: str, source: str = "slip", uid: bytes = b"") -> bytes:
        """Put a question into the box. ``uid``: its own when it comes from the in-tray, so that
        it comes in once. Returns its uid; b"" for no words."""
        words = " ".join(plain(words).split())[:LONGEST_TOPIC].strip()
        if not words:
            return b""
        now = self.clock.now_ms()
        new = uid or new_uid(now)
        with self.cabinet.operation(translate("Topics", "Put a question into the box")):
            if not Topic.select().where(Topic.uid == new).exists():
                Topic.create(uid=new, words=words, source=source, asked_at=now)
        return new

    def set_topic(self, uid: bytes, words: str) -> None:
        """Change the words of a question."""
        label = translate("Topics", "Changed a question")
        with self.cabinet.operation(label, merge=("topic", uid)):
            Topic.update(words=words[:LONGEST_TOPIC]).where(Topic.uid == uid).execute()

    def set_votes(self, uid: bytes, hands: int) -> None:
        """So many hands were raised for it (0 to 999)."""
        label = translate("Topics", "Counted hands")
        with self.cabinet.operation(label, merge=("votes", uid)):
            Topic.update(votes=min(max(hands, 0), MOST_HANDS)).where(Topic.uid == uid).execute()

    def clear_votes(self) -> None:
        """Count anew for all that wait."""
        with self.cabinet.operation(translate("Topics", "Counted anew")):
            Topic.update(votes=0).where(Topic.used_at.is_null()).execute()

    def remove_topic(self, uid: bytes) -> None:
        """Take a question out of the box."""
        with self.cabinet.operation(translate("Topics", "Took a question out of the box")):
            Topic.delete().where(Topic.uid == uid).execute()

    def draw(self, uid: bytes, meeting: bytes, part: bytes = b"") -> bytes:
        """A question becomes the title of ``part`` of a meeting, or of its main part when that
        bears no question yet; else a new part before the closing round. It is kept as used.

        Returns the uid of the part. Raises KeyError when the question or the meeting is gone.
        """
        topic = Topic.get_or_none(Topic.uid == uid)
        if topic is None:
            raise KeyError(uid.hex())
        with self.cabinet.operation(translate("Topics", "Drew a question into the agenda")):
            row = self._keep_agenda(meeting)
            part = part or self._free_part(meeting, row)
            if part:
                AgendaItem.update(title=topic.words).where(AgendaItem.uid == part).execute()
            else:
                part = self.add_part(meeting, topic.words, 15)
            kept = AgendaItem.get(AgendaItem.uid == part)
            if kept.kind == "main":
                Meeting.update(theme=topic.words).where(
                    Meeting.id == row, Meeting.theme == ""
                ).execute()
            Topic.update(used_at=self.clock.now_ms(), meeting=row).where(Topic.uid == uid).execute()
        return part

    def put_back(self, uid: bytes) -> None:
        """A used question waits again."""
        with self.cabinet.operation(translate("Topics", "Put a question back into the box")):
            Topic.update(used_at=None, meeting=None, votes=0).where(Topic.uid == uid).execute()

    # -- inside ------------------------------------------------------------------------------

    def _free_part(self, meeting: bytes, row: int) -> bytes:
        taken = {
            str(r[0])
            for r in self.cabinet.rows("SELECT words FROM topic WHERE meeting_id = ?", row)
        }
        free = [p for p in self.agenda(meeting) if p.kind == "main" and p.title not in taken]
        return free[0].uid if free else b""

    def _topic_rows(self, rest: str, *values: object) -> tuple[TopicView, ...]:
        rows = self.cabinet.rows(
            "SELECT t.uid, t.words, t.source, t.votes, t.asked_at, t.used_at, m.uid "
            "FROM topic t LEFT JOIN meeting m ON m.id = t.meeting_id " + rest,
            *values,
        )
        return tuple(
            TopicView(
                bytes(r[0]),  # type: ignore[call-overload]
                str(r[1]),
                str(r[2]),
                int(str(r[3])),
                int(str(r[4])),
                None if r[5] is None else int(str(r[5])),
                bytes(r[6]) if isinstance(r[6], bytes) else None,
            )
            for r in rows
        )
