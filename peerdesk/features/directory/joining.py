"""Verbs for listings that may be twice: find them, join two, say that they are two.

Joined is one of them kept, with what it did not say, and the other taken off the list; both rows
stay. Whatever points to the other (what somebody was sent to, a part of a meeting, what is wrong
with it) is told in the one that is kept, so that no group has to be opened for it. It is one step
for undo.
"""

from __future__ import annotations

from contextlib import closing

from peerdesk.core.text import translate
from peerdesk.exchange import alike, same
from peerdesk.exchange.alike import Looks, digits
from peerdesk.exchange.corrections import noting_set
from peerdesk.exchange.hsds_shape import EXTRA, SHAPES
from peerdesk.exchange.standing import APART, SAME, SERVICE
from peerdesk.features.directory.service import DirectoryService
from peerdesk.features.directory.service_edits import TEXTS
from peerdesk.store.directory import LISTED

Pair = tuple[Looks, Looks]
# the centre's own words stay, of both
_OWN_WORDS = ("remark", "when_you_ring")
_WHOLE = ("cost_option", "service_area", "contact", "funding", "service_taxonomy")


class Joining(DirectoryService):
    """Writing raises the KnownErrors of ``store.place`` with nothing changed; a verb about a
    listing that is gone does nothing."""

    def may_be_twice(self) -> list[Pair]:
        """Listings that look the same, two by two, by name; on a connection of its own, for a
        background job."""
        with closing(self._shelf.another()) as connection:
            named = alike.names(connection, "main", LISTED)
            ids = [number for numbers in named.values() if len(numbers) > 1 for number in numbers]
            if len(ids) > alike.MOST:
                return []
            apart = {
                (bytes(one), str(other))
                for one, other in connection.execute(
                    f"SELECT row_uid, ours FROM local_change WHERE table_name = '{APART}'"
                )
            }
            looks = alike.looks(connection, "main", ids)
        found: dict[frozenset[bytes], Pair] = {}
        for one, other in alike.pairs(looks, looks):
            key = frozenset((one.uid, other.uid))
            if not apart & {(one.uid, other.uid.hex()), (other.uid, one.uid.hex())}:
                found.setdefault(key, (one, other))
        return list(found.values())

    def are_two(self, one: bytes, other: bytes) -> None:
        """They are not the same: nobody is asked again."""
        with self._shelf.operation(translate("Directory", "Said that two services are two")):
            same.note(self._db, APART, one, other, self._now)

    def join(self, keep: bytes, other: bytes) -> None:
        """Tell ``other`` in ``keep`` from now on."""
        ids = [self.id_of(keep), self.id_of(other)]
        if None in ids or keep == other:
            return
        one, two = (int(number) for number in ids if number is not None)
        label = translate("Directory", "Made one service of two")
        with self._shelf.operation(label):
            self._words(keep, one, two)
            self._phones(one, two)
            self._places(keep, one, two)
            self._sets(keep, one, two)
            self._parts(one, two)
            self._checks(keep, other, one, two)
            sql = f"WHERE table_name = '{SAME}' AND column_name = '{SERVICE}'"
            self._db.execute(f"DELETE FROM local_change {sql} AND row_uid = ?", (keep,))
            self._db.execute(
                f"UPDATE local_change SET ours = ? {sql} AND ours = ?", (keep.hex(), other.hex())
            )
            same.note(self._db, SAME, other, keep, self._now)
            self._db.execute(
                "UPDATE service SET archived_at = ?, gone = 0 WHERE id = ?", (self._now, two)
            )
            self._refresh(one)
            self._refresh(two)

    # -- inside ------------------------------------------------------------------------------

    def _row(self, number: int) -> dict[str, object]:
        cursor = self._db.execute("SELECT * FROM service WHERE id = ?", (number,))
        names = [column[0] for column in cursor.description]
        return dict(zip(names, cursor.fetchone(), strict=True))

    def _words(self, keep: bytes, one: int, two: int) -> None:
        mine, more = self._row(one), self._row(two)
        for column in TEXTS:
            old, new = str(mine[column]), str(more[column]).strip()
            if column in _OWN_WORDS and old and new and new not in old:
                self.set_text(keep, column, f"{old}\n{new}")
            elif new and not old.strip():
                self.set_text(keep, column, new)
        for column in SHAPES["service"].columns:
            if column in (*TEXTS, EXTRA, "category", "status", "checked_at", "checked_how"):
                continue
            if column == "free" and mine["fees_description"]:
                continue
            if more[column] not in (None, "", 0) and mine[column] in (None, "", 0, "service"):
                self._note("service", column, one, more[column])
                sql = f"UPDATE service SET {column} = ? WHERE id = ?"
                self._db.execute(sql, (more[column], one))
        by_hand = more["category_by_hand"] and not mine["category_by_hand"]
        if more["category"] and (by_hand or not mine["category"]):
            self.set_categories(keep, str(more["category"]).split())

    def _phones(self, one: int, two: int) -> None:
        sql = (
            "SELECT number, extension, type, description FROM phone WHERE service_id = ?1"
            " OR service_at_location_id IN"
            " (SELECT id FROM service_at_location WHERE service_id = ?1) OR location_id IN"
            " (SELECT location_id FROM service_at_location WHERE service_id = ?1) ORDER BY id"
        )
        seen = {digits(str(row[0])) or str(row[0]) for row in self._db.execute(sql, (one,))}
        for number, extension, kind, about in self._db.execute(sql, (two,)).fetchall():
            key = digits(str(number)) or str(number)
            if key not in seen:
                seen.add(key)
                values = {"number": number, "extension": extension, "type": kind}
                self._insert("phone", service_id=one, description=about, **values)

    def _places(self, keep: bytes, one: int, two: int) -> None:
        """A place comes where none is known; what is hidden of the one is hidden."""
        sql = (
            "SELECT max(l.hide_address), max(l.step_free), max(EXISTS (SELECT 1 FROM address AS a"
            " WHERE a.location_id = l.id)) FROM service_at_location AS h"
            " JOIN location AS l ON l.id = h.location_id WHERE h.service_id = ?"
        )
        (mine, theirs) = (self._db.execute(sql, (number,)).fetchone() for number in (one, two))
        if not mine[0] and not mine[2]:
            for place, about in self._db.execute(
                "SELECT location_id, description FROM service_at_location WHERE service_id = ?"
                " ORDER BY id",
                (two,),
            ).fetchall():
                values = {"service_id": one, "location_id": place, "description": about}
                self._insert("service_at_location", **values)
            return
        if theirs[0] and not mine[0]:
            self.set_hidden(keep, True)
        if theirs[1] and not mine[1]:
            self.set_step_free(keep, True)

    def _sets(self, keep: bytes, one: int, two: int) -> None:
        for column, table, verb in (
            ("document", "required_document", self.set_documents),
            ("name", "language", self.set_languages),
        ):
            sql = f"SELECT {column} FROM {table} WHERE service_id = ? ORDER BY id"
            mine, more = (
                [str(row[0]) for row in self._db.execute(sql, (number,))] for number in (one, two)
            )
            known = {words.casefold() for words in mine}
            fresh = [words for words in more if words.casefold() not in known]
            if fresh:
                verb(keep, [*mine, *fresh])
        times = (
            "service_id = ?1 OR service_at_location_id IN"
            " (SELECT id FROM service_at_location WHERE service_id = ?1)"
        )
        if not self._one(f"SELECT count(*) FROM schedule WHERE {times}", one):
            with noting_set(self._db, "schedule", one, self._now):
                self._copied("schedule", one, f"{times.replace('?1', str(two))}")

    def _parts(self, one: int, two: int) -> None:
        """What hangs on the other, where the one that is kept has nothing of the kind."""
        for table in _WHOLE:
            if not self._one(f"SELECT count(*) FROM {table} WHERE service_id = ?", one):
                self._copied(table, one, f"service_id = {two}")

    def _copied(self, table: str, one: int, which: str) -> None:
        shape = SHAPES[table]
        columns = [c for c in shape.columns if c != EXTRA]
        columns += [c for c in shape.required if c != "service_id"]
        names = ", ".join(columns)
        sql = f"SELECT {names} FROM {table} WHERE {which} ORDER BY id"
        for row in self._db.execute(sql).fetchall():
            values = dict(zip(columns, row, strict=True))
            self._insert(table, None, service_id=one, **values)

    def _checks(self, keep: bytes, other: bytes, one: int, two: int) -> None:
        """It was checked when either was, last."""
        self._db.execute(
            "UPDATE service_check SET service_uid = ? WHERE service_uid = ?", (keep, other)
        )
        self._db.execute(
            "UPDATE service SET (checked_at, checked_how) ="
            " (SELECT o.checked_at, o.checked_how FROM service AS o WHERE o.id = ?2)"
            " WHERE id = ?1 AND coalesce(checked_at, -1) <"
            " (SELECT coalesce(o.checked_at, -1) FROM service AS o WHERE o.id = ?2)",
            (one, two),
        )


__all__ = ["Joining", "Pair"]
