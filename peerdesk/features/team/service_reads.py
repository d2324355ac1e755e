"""Reading team notes: lists of threads, one thread whole, and what one can filter by.

A thread is a note and what others wrote beneath it. What stands beneath a note that was erased is
a thread of its own.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from peerdesk.features.team.records import Author, Filters, Kind, TeamRow, Written
from peerdesk.store.place import Place
from peerdesk.store.search import LIMIT, match

SNIPPET_WORDS = 12
_TOP = "(n.parent_uid IS NULL OR NOT EXISTS (SELECT 1 FROM team_note p WHERE p.uid = n.parent_uid))"
_FROM = (
    " FROM team_note n LEFT JOIN keyholder k ON k.uid = n.author_uid"
    " LEFT JOIN person w ON w.uid = n.person_uid"
)
_AUTHOR = "n.author_uid, coalesce(k.name, n.author_name), k.id IS NOT NULL"
_BELONGS = (
    "CASE WHEN n.meeting_uid IS NOT NULL THEN 'meeting' WHEN w.id IS NOT NULL THEN 'person'"
    " ELSE '' END, coalesce(n.meeting_uid, w.uid), coalesce(w.name, n.about)"
)


class TeamReading:
    """Reads the team notes of ``cabinet`` as ``me`` (the uid of a keyholder)."""

    def __init__(self, cabinet: Place, me: bytes) -> None:
        self._cabinet, self.me = cabinet, me

    def ids(
        self,
        typed: str = "",
        *,
        archived: bool = False,
        author: bytes | None = None,
        about: bytes | None = None,
    ) -> list[int]:
        """Ids of threads, newest first; with ``typed`` those that hold every word of it in one
        note, matches in titles first, at most 200. ``author`` wrote in it, ``about`` is a meeting
        or a person."""
        query = match(typed)
        if typed.strip() and not query:
            return []
        where = [_TOP, "(n.archived_at IS NOT NULL) = ?"]
        values: list[object] = [archived]
        if author is not None:
            where.append(
                "(n.author_uid = ? OR EXISTS (SELECT 1 FROM team_note r"
                " WHERE r.parent_uid = n.uid AND r.author_uid = ?))"
            )
            values += [author, author]
        if about is not None:
            where.append("(n.meeting_uid = ? OR n.person_uid = ?)")
            values += [about, about]
        only = " AND ".join(where)
        if not query:
            sql = f"SELECT n.id FROM team_note n WHERE {only} ORDER BY n.created_at DESC, n.id DESC"
            return self._ids(sql, *values)
        return self._ids(
            "WITH found AS MATERIALIZED (SELECT rowid AS id, bm25(team_note_search, 10.0, 1.0) AS"
            " score FROM team_note_search WHERE team_note_search MATCH ?)"
            " SELECT n.id FROM found JOIN team_note f ON f.id = found.id"
            " LEFT JOIN team_note top ON top.uid = f.parent_uid"
            f" JOIN team_note n ON n.id = coalesce(top.id, f.id) WHERE {only}"
            " GROUP BY n.id ORDER BY min(found.score), n.created_at DESC LIMIT ?",
            query,
            *values,
            LIMIT,
        )

    def rows(self, ids: Sequence[int], typed: str = "") -> list[TeamRow]:
        """The rows of a window of ``ids``, in that order; those that are gone are left out.

        With ``typed`` each row says where the words stand in a text, if they stand in one.
        """
        marks = ", ".join("?" * len(ids))
        found = {
            row[0]: row
            for row in self._cabinet.rows(
                f"SELECT n.id, n.uid, n.title, substr(n.body, 1, 200), n.created_at, {_AUTHOR},"
                f" {_BELONGS}{_FROM} WHERE n.id IN ({marks})",
                *ids,
            )
        }
        snippets = self._snippets(ids, match(typed))
        others = self._others(ids)
        made = []
        for note_id in ids:
            row = found.get(note_id)
            if row is not None:
                kind, _belongs_to, about = row[8:11]
                made.append(
                    TeamRow(
                        note_id,
                        cast(bytes, row[1]),
                        str(row[2]),
                        first_words(str(row[3])),
                        self._author(row[5:8]),
                        tuple(others.get(note_id, ())),
                        cast(int, row[4]),
                        cast(Kind, kind),
                        str(about),
                        snippets.get(note_id, ""),
                    )
                )
        return made

    def note(self, uid: bytes) -> Written | None:
        """The thread a note is in, also when ``uid`` stands beneath another; None when gone."""
        top = self._top(uid)
        if top is None:
            return None
        replies = self._written("n.parent_uid = ? ORDER BY n.created_at, n.id", top)
        return self._written("n.uid = ?", top, tuple(replies))[0]

    def id_of(self, uid: bytes) -> int | None:
        """The id of the thread a note is in, to find it among :meth:`ids`; None when gone."""
        top = self._top(uid)
        return None if top is None else self._ids("SELECT id FROM team_note WHERE uid = ?", top)[0]

    def count(self, *, archived: bool = False) -> int:
        """How many threads there are."""
        sql = f"SELECT count(*) FROM team_note n WHERE {_TOP} AND (n.archived_at IS NOT NULL) = ?"
        return self._ids(sql, archived)[0]

    def find(self, typed: str, limit: int = 8) -> list[TeamRow]:
        """What Ctrl+K shows: threads that are not archived and hold the words."""
        return self.rows(self.ids(typed)[:limit], typed) if match(typed) else []

    def filters(self, *, archived: bool = False) -> Filters:
        """By what the threads can be narrowed."""
        there = "(n.archived_at IS NOT NULL) = ?"
        authors = self._cabinet.rows(
            f"SELECT DISTINCT {_AUTHOR}{_FROM} WHERE {there} GROUP BY n.author_uid"
            " ORDER BY coalesce(k.name, n.author_name) COLLATE NOCASE",
            archived,
        )
        meetings = self._cabinet.rows(
            f"SELECT n.meeting_uid, n.about FROM team_note n WHERE {there} AND n.meeting_uid IS"
            " NOT NULL GROUP BY n.meeting_uid ORDER BY max(n.created_at) DESC",
            archived,
        )
        people = self._cabinet.rows(
            f"SELECT w.uid, w.name FROM team_note n JOIN person w ON w.uid = n.person_uid"
            f" WHERE {there} GROUP BY w.id ORDER BY w.name COLLATE NOCASE",
            archived,
        )
        return Filters(
            tuple(self._author(row) for row in authors),
            tuple((cast(bytes, uid), str(words)) for uid, words in meetings),
            tuple((cast(bytes, uid), str(name)) for uid, name in people),
        )

    def name_words(self) -> frozenset[str]:
        """Every word of a name that is known here, in lower case, so that titles can be read
        with names closed."""
        names = self._cabinet.rows(
            "SELECT name FROM person UNION SELECT name FROM keyholder"
            " UNION SELECT author_name FROM team_note"
        )
        return frozenset(word for (name,) in names for word in str(name).casefold().split())

    # -- inside ------------------------------------------------------------------------------

    def _author(self, row: Sequence[object]) -> Author:
        uid, name, here = row
        return Author(cast(bytes, uid), str(name), bool(here), uid == self.me)

    def _top(self, uid: bytes) -> bytes | None:
        found = self._cabinet.rows(
            "SELECT coalesce(p.uid, n.uid) FROM team_note n"
            " LEFT JOIN team_note p ON p.uid = n.parent_uid WHERE n.uid = ?",
            uid,
        )
        return cast(bytes, found[0][0]) if found else None

    def _written(self, where: str, uid: bytes, replies: tuple[Written, ...] = ()) -> list[Written]:
        rows = self._cabinet.rows(
            f"SELECT n.uid, n.title, n.body, n.created_at, n.changed_at, n.archived_at,"
            f" n.parent_uid, {_AUTHOR}, {_BELONGS}{_FROM} WHERE {where}",
            uid,
        )
        made = []
        for own, title, body, created, changed, archived, parent, *more in rows:
            kind, belongs_to, about = more[3:]
            made.append(
                Written(
                    cast(bytes, own),
                    self._author(more[:3]),
                    str(title),
                    str(body),
                    cast(int, created),
                    cast(int, changed),
                    cast(Kind, kind),
                    cast("bytes | None", belongs_to),
                    str(about),
                    archived is not None,
                    parent is not None and parent != uid,
                    replies,
                )
            )
        return made

    def _ids(self, sql: str, *values: object) -> list[int]:
        return [cast(int, row[0]) for row in self._cabinet.rows(sql, *values)]

    def _others(self, ids: Sequence[int]) -> dict[object, list[str]]:
        marks = ", ".join("?" * len(ids))
        found: dict[object, list[str]] = {}
        for top, name in self._cabinet.rows(
            "SELECT top.id, coalesce(k.name, n.author_name) FROM team_note n"
            " JOIN team_note top ON top.uid = n.parent_uid"
            " LEFT JOIN keyholder k ON k.uid = n.author_uid"
            f" WHERE top.id IN ({marks}) AND n.author_uid <> top.author_uid"
            " GROUP BY top.id, n.author_uid ORDER BY min(n.created_at), min(n.id)",
            *ids,
        ):
            found.setdefault(top, []).append(str(name))
        return found

    def _snippets(self, ids: Sequence[int], query: str) -> dict[object, str]:
        if not query:
            return {}
        marks = ", ".join("?" * len(ids))
        found = self._cabinet.rows(
            "SELECT coalesce(top.id, f.id),"
            f" snippet(team_note_search, 1, char(2), '', '…', {SNIPPET_WORDS})"
            " FROM team_note_search JOIN team_note f ON f.id = team_note_search.rowid"
            " LEFT JOIN team_note top ON top.uid = f.parent_uid"
            f" WHERE team_note_search MATCH ? AND coalesce(top.id, f.id) IN ({marks})"
            " ORDER BY f.id DESC",
            query,
            *ids,
        )
        # A snippet without the mark only repeats the beginning: the words stand in the title.
        return {
            row[0]: " ".join(shown for line in words.split("\n") if (shown := _bare(line)))
            for row in found
            if "\x02" in (words := str(row[1]))
        }


def first_words(text: str) -> str:
    """The first line that says something, without its mark; "" when there is none."""
    return next((bare for line in text.split("\n") if (bare := _bare(line))), "")


def _bare(line: str) -> str:
    line = line.replace("\x02", "").strip()
    return "" if line in ("#", "-") else line.removeprefix("# ").removeprefix("- ").strip()
