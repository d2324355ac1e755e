"""What the writing verbs of Local help share: an operation on one service, and its rows."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from peerdesk.core.ids import new_uid
from peerdesk.core.text import Text
from peerdesk.exchange.cleaning import LANGUAGES, step_free
from peerdesk.exchange.corrections import note_cell
from peerdesk.exchange.hours import Schedule, maybe
from peerdesk.exchange.hsds_shape import KEPT_BY_HAND
from peerdesk.features.directory.service_reads import Reads
from peerdesk.store.directory import refresh

Hours = Sequence[tuple[str, str, str]]
"""Opening times: (HSDS byday, opens, closes)."""


class Writes(Reads):
    """``_change`` and ``_set`` are operations; the others write inside one."""

    def _change(self, uid: bytes, label: Text, write: Callable[[int], object]) -> None:
        service = self.id_of(uid)
        if service is not None:
            with self._shelf.operation(label):
                write(service)
                self._refresh(service)

    @property
    def _now(self) -> int:
        return self._shelf.clock.now_ms()

    def _note(self, table: str, column: str, row: int, ours: object) -> None:
        """Before a cell is changed: what its source says, if it has one and may say it again."""
        if (table, column) not in KEPT_BY_HAND:
            note_cell(self._db, table, column, row, ours, self._now)

    def _set(self, uid: bytes, column: str, value: object, label: Text) -> None:
        def write(service: int) -> None:
            self._note("service", column, service, value)
            sql = f"UPDATE service SET {column} = ? WHERE id = ?"
            self._db.execute(sql, (value, service))

        self._change(uid, label, write)

    def _refresh(self, service: int) -> None:
        refresh(self._db, "s.id = ?", service)

    def _insert(self, table: str, uid: bytes | None = None, **values: object) -> int:
        marks = ", ".join("?" * (len(values) + 1))
        cursor = self._db.execute(
            f"INSERT INTO {table}(uid, {', '.join(values)}) VALUES ({marks})",
            (uid or new_uid(self._shelf.clock.now_ms()), *values.values()),
        )
        return int(cursor.lastrowid)

    def _organization(self, name: str) -> int:
        sql = "SELECT id FROM organization WHERE name = ? ORDER BY id LIMIT 1"
        found = self._one(sql, name)
        return self._insert("organization", name=name) if found is None else int(found)

    def _place(self, service: int, line: str, access: str, no_steps: bool, hide: bool) -> int:
        free = int(no_steps or step_free(access))
        place = self._insert("location", step_free=free, hide_address=int(hide))
        self._insert("service_at_location", service_id=service, location_id=place)
        if line:
            self._insert("address", location_id=place, address_1=line)
        if access:
            self._insert("accessibility", location_id=place, description=access)
        return place

    def _hours(self, service: int, hours: Hours) -> None:
        for byday, opens, closes in hours:
            schedule = Schedule(freq="WEEKLY", byday=byday, opens_at=opens, closes_at=closes)
            days, opens_minute, closes_minute = maybe(schedule)
            self._insert(
                "schedule",
                service_id=service,
                freq="WEEKLY",
                byday=byday,
                opens_at=opens,
                closes_at=closes,
                maybe_days=days,
                opens_minute=opens_minute,
                closes_minute=closes_minute,
            )

    def _languages(self, service: int, languages: Iterable[str]) -> None:
        codes = {name: code for code, name in LANGUAGES.items()}
        for name in dict.fromkeys(one.strip() for one in languages if one.strip()):
            self._insert("language", service_id=service, name=name, code=codes.get(name, ""))
