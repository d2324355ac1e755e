"""Verbs of the People room that only read: list, find and show who is in the cabinet."""

from __future__ import annotations

from typing import cast

from peerdesk.core.errors import KnownError
from peerdesk.features.people.records import (
    Agreed,
    Answer,
    Detail,
    Found,
    Row,
    Sort,
    Visit,
    fold,
    number_in,
    tag_of,
)
from peerdesk.features.people.words import CHANGED, GONE, PURPOSES, ROLES
from peerdesk.store.cabinet import HERE, Consent, Person
from peerdesk.store.place import Place
from peerdesk.store.search import find, match

_HERE = ", ".join(f"'{s}'" for s in HERE)


class Reads:
    """The people of one group. Raises KnownError when the person is gone."""

    def __init__(self, cabinet: Place) -> None:
        self.cabinet = cabinet
        # Once per connection: SQLite refuses to replace a function while a row is still read.
        if not cabinet.rows("SELECT 1 FROM pragma_function_list WHERE name = 'people_fold'"):
            raw = cabinet.database.connection()
            raw.create_function("people_fold", 1, fold, deterministic=True)

    def ids(
        self,
        filter: str = "",
        *,
        archived: bool = False,
        role: str = "",
        sort: Sort = "name",
        descending: bool = False,
    ) -> list[int]:
        """Ids of the people who match, in order. ``archived``: those too. People who were never
        here stand last in both directions of ``last``."""
        where, values = self._where(filter, archived, role)
        way = "DESC" if descending else "ASC"
        name = "people_fold(p.name)"
        source = "person p"
        if sort == "last":
            source += (
                " LEFT JOIN (SELECT a.person_id pid, max(m.start) at FROM attendance a"
                f" JOIN meeting m ON m.id = a.meeting_id WHERE a.status IN ({_HERE})"
                " AND m.status <> 'cancelled' GROUP BY a.person_id) h ON h.pid = p.id"
            )
            order = f"substr(h.at, 1, 10) {way} NULLS LAST, {name}"
        elif sort == "role":
            ranks = " ".join(f"WHEN '{key}' THEN {i}" for i, key in enumerate(ROLES))
            order = f"CASE p.role {ranks} ELSE {len(ROLES)} END {way}, p.role {way}, {name}"
        else:
            order = f"{name} {way}"
        sql = f"SELECT p.id FROM {source} WHERE {where} ORDER BY {order}, p.id"
        return [int(str(r[0])) for r in self.cabinet.rows(sql, *values)]

    def rows(self, ids: list[int]) -> list[Row]:
        """The people of a window of ``ids``, in that order; who is gone is left out."""
        marks = ", ".join("?" * len(ids))
        now = self.cabinet.clock.now().strftime("%Y-%m-%dT%H:%M")
        times = {
            r[0]: r[1:]
            for r in self.cabinet.rows(
                "WITH mine AS (SELECT a.person_id pid, m.start, a.status FROM attendance a"
                " JOIN meeting m ON m.id = a.meeting_id"
                f" WHERE a.person_id IN ({marks}) AND m.status <> 'cancelled'),"
                f" last AS (SELECT pid, max(start) at FROM mine WHERE status IN ({_HERE})"
                " GROUP BY pid)"
                " SELECT pid, coalesce(last.at, ''), sum(status IN ('away', 'apologies')"
                " AND start > coalesce(last.at, '') AND start <= ?),"
                " coalesce(min(CASE WHEN start > ? THEN start END), '')"
                " FROM mine LEFT JOIN last USING (pid) GROUP BY pid",
                *ids,
                now,
                now,
            )
        }
        planned = (
            "SELECT coalesce(min(start), '') FROM meeting WHERE start > ? AND status <> 'cancelled'"
        )
        next_time = str(self.cabinet.rows(planned, now)[0][0])
        rows: dict[int, Row] = {}
        for number, uid, name, role, code, need, since, gone in self.cabinet.rows(
            "SELECT id, uid, name, role, code, access_needs, since, archived_at IS NOT NULL"
            f" FROM person WHERE id IN ({marks})",
            *ids,
        ):
            last, away, coming = times.get(number, ("", 0, ""))
            if not coming and str(since) > now[:10] and len(str(since)) == 10:
                coming = since
            if not coming and role == "new" and str(since) <= now:
                coming = next_time  # nobody needs to be marked for it first
            tag = tag_of(bool(gone), str(last), int(str(away)), str(coming), str(code), str(need))
            rows[int(str(number))] = Row(
                int(str(number)), _bytes(uid), str(name), str(role), str(last)[:10], tag, bool(gone)
            )
        return [rows[i] for i in ids if i in rows]

    def detail(self, uid: bytes, visits: int = 6) -> Detail:
        """All about one person, with the newest ``visits`` times here."""
        person = self._person(uid)
        here = (
            "FROM attendance a JOIN meeting m ON m.id = a.meeting_id WHERE a.person_id = ?"
            f" AND a.status IN ({_HERE}) AND m.status <> 'cancelled'"
        )
        newest = self.cabinet.rows(
            f"SELECT substr(m.start, 1, 10), a.status, m.uid {here} ORDER BY m.start DESC LIMIT ?",
            person.id,
            visits,
        )
        answers = {c.purpose: c for c in Consent.select().where(Consent.person == person.id)}
        return Detail(
            id=person.id,
            uid=uid,
            values={f: str(getattr(person, f)) for f in CHANGED},
            agreed=tuple(
                Agreed(p, cast(Answer, answers[p].answer), answers[p].answered_at)
                for p in PURPOSES
                if p in answers
            ),
            here_on=tuple(Visit(str(d), str(w), _bytes(m)) for d, w, m in newest),
            times=int(str(self.cabinet.rows(f"SELECT count(*) {here}", person.id)[0][0])),
            changed_at=person.changed_at,
            archived=person.archived_at is not None,
        )

    def uid_of(self, number: int) -> bytes:
        """The uid of the person with this id."""
        rows = self.cabinet.rows("SELECT uid FROM person WHERE id = ?", number)
        if not rows:
            raise KnownError(GONE)
        return _bytes(rows[0][0])

    def count(self, *, archived: bool = False) -> int:
        """How many people are in the list, or in the archive."""
        word = "NOT NULL" if archived else "NULL"
        rows = self.cabinet.rows(f"SELECT count(*) FROM person WHERE archived_at IS {word}")
        return int(str(rows[0][0]))

    def namesakes(self, uid: bytes) -> int:
        """How many others go by the same name, whatever the case and accents."""
        sql = (
            "SELECT count(*) FROM person WHERE archived_at IS NULL AND id <> ?"
            " AND people_fold(name) = people_fold(?)"
        )
        person = self._person(uid)
        return int(str(self.cabinet.rows(sql, person.id, person.name)[0][0]))

    def find(self, query: str, limit: int = 20) -> list[Found]:
        """People by a word or by three digits of the phone or more; names first, archived last."""
        raw = self.cabinet.database.connection()
        found = dict.fromkeys(find(raw, "person_search", query, name_column="name", limit=limit))
        number = number_in(query)
        if number:
            sql = "SELECT id FROM person WHERE phone_digits LIKE ? LIMIT ?"
            found |= dict.fromkeys(
                int(str(r[0])) for r in self.cabinet.rows(sql, f"%{number}%", limit)
            )
        rows = sorted(self.rows(list(found)[:limit]), key=lambda r: r.archived)
        return [Found(r.uid, r.name, r.role, r.archived) for r in rows]

    # -- inside ------------------------------------------------------------------------------

    def _person(self, uid: bytes) -> Person:
        person = Person.get_or_none(Person.uid == uid)
        if person is None:
            raise KnownError(GONE)
        return person

    def _where(self, typed: str, archived: bool, role: str) -> tuple[str, list[str]]:
        parts, values = ["1"], []
        if not archived:
            parts.append("p.archived_at IS NULL")
        if role:
            parts.append("p.role = ?")
            values.append(role)
        words = match(typed)
        if words:
            either = [
                "p.id IN (SELECT rowid FROM person_search WHERE person_search MATCH ?)",
                "instr(people_fold(p.name), ?) > 0",
            ]
            values += [words, fold(typed.strip())]
            number = number_in(typed)
            if number:
                either.append("p.phone_digits LIKE ?")
                values.append(f"%{number}%")
            parts.append(f"({' OR '.join(either)})")
        return " AND ".join(parts), values


def _bytes(value: object) -> bytes:
    return bytes(value)  # type: ignore[call-overload, no-any-return]
