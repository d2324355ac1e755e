"""Verbs of My notes: everything is in the drawer of one person, and nowhere else."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from peerdesk.core.ids import new_uid
from peerdesk.core.text import translate
from peerdesk.features.notes.marks import first_words
from peerdesk.store.drawer import Note
from peerdesk.store.place import Place
from peerdesk.store.search import LIMIT, match

Kind = Literal["", "meeting", "person"]
SNIPPET_WORDS = 12
_MARK = re.compile(r"(?m)^(# |- )")


@dataclass(frozen=True)
class NoteRow:
    """A note in a list. ``title`` falls back to the first words; both may be "". It is listed by
    when it was begun, so that writing in an old note does not move it about."""

    id: int
    uid: bytes
    title: str
    created_at: int
    snippet: str = ""


@dataclass(frozen=True)
class NoteDetail:
    """One note. ``kind`` says what ``belongs_to`` (a uid in the cabinet) is; ``about`` are the
    words for it as chosen. Times are UTC milliseconds."""

    uid: bytes
    title: str
    body: str
    created_at: int
    changed_at: int
    kind: Kind
    belongs_to: bytes | None
    about: str
    archived: bool


class NotesService:
    """Private notes of the person whose ``drawer`` is open.

    Writing raises the KnownErrors of ``store.place`` (disk full, file not writable) with nothing
    changed; a verb about a note that is gone does nothing.
    """

    def __init__(self, drawer: Place) -> None:
        self._drawer = drawer

    # -- writing -----------------------------------------------------------------------------

    def new_note(self, title: str = "", body: str = "") -> bytes:
        """Begin a note; its uid."""
        now = self._drawer.clock.now_ms()
        uid = new_uid(now)
        label = translate("Notes", "Began a note")
        # A merge key, as it begins by typing: nothing needs to be said about it.
        with self._drawer.operation(label, merge=("note", uid, "new")):
            Note.create(uid=uid, title=title.strip(), body=body, created_at=now, changed_at=now)
        return uid

    def save_title(self, uid: bytes, title: str) -> bool:
        """Keep the title; False when it says so already. One step for undo until :meth:`settle`."""
        return self._save(uid, "title", title.strip())

    def save_body(self, uid: bytes, body: str) -> bool:
        """Keep the text; False when it is so already. One step for undo until :meth:`settle`."""
        return self._save(uid, "body", body)

    def settle(self) -> None:
        """The person left the field: typing there again is a new step for undo."""
        self._drawer.settle()

    def belong_to(self, uid: bytes, kind: Kind, other: bytes | None, about: str) -> None:
        """Say which meeting or person the note belongs to; kind "" takes the mark away.

        ``about`` are the words shown for it; they stay readable while the cabinet is closed.
        """
        with self._drawer.operation(translate("Notes", "Changed what a note belongs to")):
            Note.update(
                meeting_uid=other if kind == "meeting" else None,
                person_uid=other if kind == "person" else None,
                about=about if kind else "",
            ).where(Note.uid == uid).execute()

    def archive(self, uid: bytes) -> None:
        """Put the note out of the way."""
        with self._drawer.operation(translate("Notes", "Archived the note")):
            now = self._drawer.clock.now_ms()
            Note.update(archived_at=now).where(Note.uid == uid).execute()

    def bring_back(self, uid: bytes) -> None:
        """Bring an archived note back into the list."""
        with self._drawer.operation(translate("Notes", "Brought the note back")):
            Note.update(archived_at=None).where(Note.uid == uid).execute()

    def erase(self, uid: bytes) -> None:
        """Erase the note for good: no undo, and no word of it stays in the file."""
        with self._drawer.erasing(translate("Notes", "Erased the note for good")):
            Note.delete().where(Note.uid == uid).execute()

    def _save(self, uid: bytes, column: str, words: str) -> bool:
        found = self._drawer.rows(f"SELECT {column} FROM note WHERE uid = ?", uid)
        if not found or found[0][0] == words:
            return False
        with self._drawer.operation(
            translate("Notes", "Wrote in a note"), merge=("note", uid, column)
        ):
            Note.update({column: words, "changed_at": self._drawer.clock.now_ms()}).where(
                Note.uid == uid
            ).execute()
        return True

    # -- reading -----------------------------------------------------------------------------

    def ids(self, typed: str = "", *, archived: bool = False) -> list[int]:
        """Ids of notes, newest first; with ``typed`` those that hold every word of it, matches
        in titles first, at most 200. Words are found by their beginnings."""
        query = match(typed)
        if not query:
            if typed.strip():
                return []
            return self._ids(
                "SELECT id FROM note WHERE (archived_at IS NOT NULL) = ?"
                " ORDER BY created_at DESC, id DESC",
                archived,
            )
        return self._ids(
            "SELECT note.id FROM note_search JOIN note ON note.id = note_search.rowid"
            " WHERE note_search MATCH ? AND (note.archived_at IS NOT NULL) = ?"
            " ORDER BY bm25(note_search, 10.0, 1.0), note.created_at DESC LIMIT ?",
            query,
            archived,
            LIMIT,
        )

    def belonging_to(self, other: bytes) -> list[int]:
        """Ids of all notes that belong to a meeting or person, newest first."""
        return self._ids(
            "SELECT id FROM note WHERE meeting_uid = ?1 OR person_uid = ?1"
            " ORDER BY created_at DESC, id DESC",
            other,
        )

    def about_any(self, people: Iterable[bytes]) -> list[bytes]:
        """Uids of the notes that belong to one of ``people``, the oldest first: what their owner
        is asked about when somebody was erased for good (SECURITY.md, Erasing)."""
        gone = set(people)
        rows = self._drawer.rows(
            "SELECT uid, person_uid FROM note WHERE person_uid IS NOT NULL ORDER BY id"
        )
        return [bytes(uid) for uid, person in rows if person in gone]  # type: ignore[call-overload]

    def rows(self, ids: Sequence[int], typed: str = "") -> list[NoteRow]:
        """The rows of a window of ``ids``, in that order; those that are gone are left out.

        With ``typed`` each row says where the words stand in the text, if they stand there.
        """
        marks = ", ".join("?" * len(ids))
        found = {
            row[0]: row
            for row in self._drawer.rows(
                f"SELECT id, uid, title, substr(body, 1, 200), created_at FROM note"
                f" WHERE id IN ({marks})",
                *ids,
            )
        }
        snippets = self._snippets(ids, match(typed))
        return [
            NoteRow(
                id=note_id,
                uid=bytes(_bytes(row[1])),
                title=str(row[2]) or first_words(str(row[3])),
                created_at=_int(row[4]),
                snippet=snippets.get(note_id, ""),
            )
            for note_id in ids
            if (row := found.get(note_id))
        ]

    def note(self, uid: bytes) -> NoteDetail | None:
        """One note whole; None when it is gone."""
        row = Note.get_or_none(Note.uid == uid)
        if row is None:
            return None
        kind: Kind = "meeting" if row.meeting_uid else "person" if row.person_uid else ""
        return NoteDetail(
            uid=row.uid,
            title=row.title,
            body=row.body,
            created_at=row.created_at,
            changed_at=row.changed_at,
            kind=kind,
            belongs_to=row.meeting_uid or row.person_uid,
            about=row.about,
            archived=row.archived_at is not None,
        )

    def id_of(self, uid: bytes) -> int | None:
        """The id of a note, to find it among :meth:`ids`; None when it is gone."""
        found = self._drawer.rows("SELECT id FROM note WHERE uid = ?", uid)
        return _int(found[0][0]) if found else None

    def count(self, *, archived: bool = False) -> int:
        """How many notes there are."""
        sql = "SELECT count(*) FROM note WHERE (archived_at IS NOT NULL) = ?"
        return _int(self._drawer.rows(sql, archived)[0][0])

    def find(self, typed: str, limit: int = 8) -> list[NoteRow]:
        """What Ctrl+K shows: notes that are not archived and hold the words."""
        if not match(typed):
            return []
        return self.rows(self.ids(typed)[:limit], typed)

    def _ids(self, sql: str, *values: object) -> list[int]:
        return [_int(row[0]) for row in self._drawer.rows(sql, *values)]

    def _snippets(self, ids: Sequence[int], query: str) -> dict[object, str]:
        if not query:
            return {}
        marks = ", ".join("?" * len(ids))
        found = self._drawer.rows(
            f"SELECT rowid, snippet(note_search, 1, char(2), '', '…', {SNIPPET_WORDS})"
            f" FROM note_search WHERE note_search MATCH ? AND rowid IN ({marks})",
            query,
            *ids,
        )
        # A snippet without the mark only repeats the beginning: the words stand in the title.
        return {
            row[0]: " ".join(_MARK.sub(" ", str(row[1]).replace("\x02", "")).split())
            for row in found
            if "\x02" in str(row[1])
        }


def _int(value: object) -> int:
    assert isinstance(value, int)
    return value


def _bytes(value: object) -> bytes:
    assert isinstance(value, bytes)
    return value
