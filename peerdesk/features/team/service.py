"""Verbs of team notes: every facilitator reads them, and nobody changes another's."""

from __future__ import annotations

from typing import cast

from peerdesk.core.clock import Clock
from peerdesk.core.ids import new_uid
from peerdesk.core.text import Text, translate
from peerdesk.features.team.errors import NotYours
from peerdesk.features.team.records import Kind
from peerdesk.features.team.service_reads import TeamReading
from peerdesk.store.cabinet import TeamNote
from peerdesk.store.place import Place


def keyholder_here(cabinet: Place, drawer: Place) -> bytes:
    """The uid under which the owner of ``drawer`` holds a key to ``cabinet``.

    It is that of an identity in the drawer; there are two of them while a password is renewed.
    """
    own = [cast(bytes, row[0]) for row in drawer.rows("SELECT uid FROM identity ORDER BY id")]
    holders = {row[0] for row in cabinet.rows("SELECT uid FROM keyholder")}
    return next((uid for uid in own if uid in holders), own[0])


class TeamService(TeamReading):
    """The team notes of ``cabinet``, written as ``me``: the uid of a keyholder, which is that of
    the identity in their drawer.

    Changing what somebody else wrote raises NotYours; writing raises the KnownErrors of
    ``store.place``; nothing is changed then. A verb about a note that is gone does nothing. Undo
    belongs to one sign-in, so it never reaches another's words either.
    """

    def __init__(self, cabinet: Place, me: bytes, clock: Clock) -> None:
        super().__init__(cabinet, me)
        self._clock = clock

    def write(self, title: str = "", body: str = "") -> bytes:
        """Begin a note; its uid."""
        return self._begin(translate("Team", "Began a team note"), title, body, None)

    def see_differently(self, uid: bytes, body: str) -> bytes | None:
        """Write beneath a note how I saw it; the uid of what was written.

        Beneath what stands beneath is the same thread. None when the note is gone.
        """
        top = self._top(uid)
        if top is None:
            return None
        return self._begin(translate("Team", "Wrote beneath a team note"), "", body, top)

    def copy(self, title: str, body: str) -> bytes:
        """A new note with words from elsewhere, as one step that can be taken back; its uid."""
        label = translate("Team", "Copied to team notes")
        with self._cabinet.operation(label):
            return self._begin(label, title, body, None)

    def save_title(self, uid: bytes, title: str) -> bool:
        """Keep the title; False when it says so already. One step for undo until :meth:`settle`."""
        return self._save(uid, "title", title.strip())

    def save_body(self, uid: bytes, body: str) -> bool:
        """Keep the text; False when it is so already. One step for undo until :meth:`settle`."""
        return self._save(uid, "body", body)

    def settle(self) -> None:
        """The person left the field: typing there again is a new step for undo."""
        self._cabinet.settle()

    def belong_to(self, uid: bytes, kind: Kind, other: bytes | None, about: str) -> None:
        """Say which meeting or person the note belongs to; kind "" takes the mark away.

        ``about`` are the words for a meeting. A person's name is read from the group each time.
        """
        self._set(
            uid,
            translate("Team", "Changed what a team note belongs to"),
            meeting_uid=other if kind == "meeting" else None,
            person_uid=other if kind == "person" else None,
            about=about if kind == "meeting" else "",
        )

    def archive(self, uid: bytes) -> None:
        """Put the thread out of the way; it stays readable in the archive."""
        now = self._clock.now_ms()
        self._set(uid, translate("Team", "Archived the team note"), archived_at=now)

    def bring_back(self, uid: bytes) -> None:
        """Bring an archived thread back into the list."""
        self._set(uid, translate("Team", "Brought the team note back"), archived_at=None)

    def erase(self, uid: bytes) -> None:
        """Erase the note for good: no undo, and no word of it stays in the file.

        What others wrote beneath it stays, as threads of their own.
        """
        if self._mine(uid):
            with self._cabinet.erasing(translate("Team", "Erased the team note for good")):
                TeamNote.delete().where(TeamNote.uid == uid).execute()

    # -- inside ------------------------------------------------------------------------------

    def _begin(self, label: Text, title: str, body: str, parent: bytes | None) -> bytes:
        now = self._clock.now_ms()
        uid = new_uid(now)
        # A merge key, as it begins by typing: nothing needs to be said about it.
        with self._cabinet.operation(label, merge=("team_note", uid, "new")):
            TeamNote.create(
                uid=uid,
                author_uid=self.me,
                author_name=self._my_name(),
                title=title.strip(),
                body=body,
                created_at=now,
                changed_at=now,
                parent_uid=parent,
            )
        return uid

    def _my_name(self) -> str:
        found = self._cabinet.rows("SELECT name FROM keyholder WHERE uid = ?", self.me)
        return str(found[0][0]) if found else ""

    def _mine(self, uid: bytes) -> bool:
        """Whether the note is there and mine. Raises NotYours."""
        found = self._cabinet.rows(
            "SELECT n.author_uid, coalesce(k.name, n.author_name) FROM team_note n"
            " LEFT JOIN keyholder k ON k.uid = n.author_uid WHERE n.uid = ?",
            uid,
        )
        if found and found[0][0] != self.me:
            raise NotYours(str(found[0][1]))
        return bool(found)

    def _set(self, uid: bytes, label: Text, **values: object) -> None:
        if self._mine(uid):
            with self._cabinet.operation(label):
                TeamNote.update(values).where(TeamNote.uid == uid).execute()

    def _save(self, uid: bytes, column: str, words: str) -> bool:
        if not self._mine(uid):
            return False
        if self._cabinet.rows(f"SELECT {column} FROM team_note WHERE uid = ?", uid) == [(words,)]:
            return False
        label = translate("Team", "Wrote in a team note")
        with self._cabinet.operation(label, merge=("team_note", uid, column)):
            TeamNote.update(
                {
                    column: words,
                    "changed_at": self._clock.now_ms(),
                    "author_name": self._my_name(),
                }
            ).where(TeamNote.uid == uid).execute()
        return True
