"""Verbs of Local help: add, edit, check, take away, on the shelf; with those of ``service_reads``
(find and show) and ``service_imports``."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from peerdesk.core.ids import new_uid
from peerdesk.core.text import Text, translate
from peerdesk.exchange.categories import KEYS, categories
from peerdesk.exchange.cleaning import LANGUAGES, step_free
from peerdesk.exchange.corrections import note_cell, noting_set
from peerdesk.exchange.hours import Schedule, maybe
from peerdesk.exchange.hsds_shape import KEPT_BY_HAND
from peerdesk.features.directory.finding import Filters
from peerdesk.features.directory.service_imports import TABLES, Imports
from peerdesk.features.directory.service_reads import Reads
from peerdesk.store.directory import KINDS, refresh

# what is edited as one text, and what it is called
TEXTS: dict[str, Text] = {
    "name": translate("Directory", "Changed a name"),
    "description": translate("Directory", "Changed a description"),
    "when_you_ring": translate("Directory", "Changed what to say on the phone"),
    "eligibility_description": translate("Directory", "Changed who it is for"),
    "fees_description": translate("Directory", "Changed the cost"),
    "application_process": translate("Directory", "Changed how to get in"),
    "url": translate("Directory", "Changed a web address"),
    "email": translate("Directory", "Changed an e-mail address"),
    "alert": translate("Directory", "Changed a notice"),
    "remark": translate("Directory", "Changed our own note"),
}
NO_FILTERS = Filters()
Hours = Sequence[tuple[str, str, str]]


class DirectoryService(Reads, Imports):
    """The directory on ``shelf``.

    Writing raises the KnownErrors of ``store.place`` with nothing changed; a verb about a service
    that is gone does nothing.
    """

    # -- adding and editing --------------------------------------------------------------------

    def add_service(
        self,
        name: str,
        *,
        organization: str = "",
        category: str = "",
        description: str = "",
        phone: str = "",
        address: str = "",
        hours: Hours = (),
        eligibility: str = "",
        when_you_ring: str = "",
        fees: str = "",
        free: bool = False,
        languages: Iterable[str] = (),
        step_free: bool = False,
        access: str = "",
        by_appointment: bool = False,
        hide_address: bool = False,
        checked_at: int | None = None,
        checked_how: str = "",
        kind: str = "service",
        needs_internet: bool = False,
    ) -> bytes:
        """Add a service written here; its uid. ``hours`` are (HSDS byday, opens, closes); without
        ``category`` (keys with blanks between) it is worked out from the words."""
        uid = new_uid(self._shelf.clock.now_ms())
        label = translate("Directory", "Added {name}").format(name=name)
        with self._shelf.operation(label):
            owner = self._organization(organization or name)
            service = self._insert(
                "service",
                uid,
                organization_id=owner,
                name=name,
                description=description,
                eligibility_description=eligibility,
                fees_description=fees,
                when_you_ring=when_you_ring,
                category=category or categories(name, description),
                category_by_hand=int(bool(category)),
                free=int(free),
                by_appointment=int(by_appointment),
                checked_at=checked_at,
                checked_how=checked_how,
                kind=kind,
                needs_internet=int(needs_internet),
            )
            if phone:
                self._insert("phone", service_id=service, number=phone)
            if address or access or step_free:
                self._place(service, address, access, step_free, hide_address)
            self._hours(service, hours)
            self._languages(service, languages)
            self._refresh(service)
        return uid

    def set_text(self, uid: bytes, column: str, value: str) -> bool:
        """Change one of ``TEXTS``; False when it says so already. One step for undo until
        :meth:`settle`."""
        label = TEXTS[column]
        found = self._shelf.rows(f"SELECT id, {column} FROM service WHERE uid = ?", uid)
        if not found or found[0][1] == value.strip() or (column == "name" and not value.strip()):
            return False
        with self._shelf.operation(label, merge=("service", uid, column)):
            self._note("service", column, int(str(found[0][0])), value.strip())
            self._db.execute(
                f"UPDATE service SET {column} = ? WHERE id = ?", (value.strip(), found[0][0])
            )
        return True

    def settle(self) -> None:
        """A field was left: what comes next is a new step for undo."""
        self._shelf.settle()

    def set_phone(self, uid: bytes, number: str) -> None:
        """Change the first phone of the service; empty takes it away."""

        def write(service: int) -> None:
            run = self._db.execute
            sql = "SELECT min(id) FROM phone WHERE service_id = ?"
            first = self._one(sql, service)
            if first is None:
                if number.strip():
                    self._insert("phone", service_id=service, number=number.strip())
            elif number.strip():
                self._note("phone", "number", first, number.strip())
                run("UPDATE phone SET number = ? WHERE id = ?", (number.strip(), first))
            else:
                self._note("phone", "number", first, "")
                run("DELETE FROM phone WHERE id = ?", (first,))

        self._change(uid, translate("Directory", "Changed a phone number"), write)

    def set_address(
        self, uid: bytes, line: str, hide: bool = False, town: str = "", postcode: str = ""
    ) -> None:
        """Change where it is: house and street in one line, and what one may look for it by;
        ``hide``: neither shown nor printed; nobody sees the old one then, so what is left blank
        stays as it is."""
        parts = {"address_1": line.strip(), "city": town.strip(), "postal_code": postcode.strip()}

        def write(service: int) -> None:
            run = self._db.execute
            sql = "SELECT min(location_id) FROM service_at_location WHERE service_id = ?"
            place = self._one(sql, service)
            if place is None:
                place = self._place(service, "", "", False, hide)
            run("UPDATE location SET hide_address = ? WHERE id = ?", (int(hide), place))
            physical = "location_id = ? AND address_type = 'physical'"
            if hide:
                sql = f"SELECT {', '.join(parts)} FROM address WHERE {physical} ORDER BY id LIMIT 1"
                old = run(sql, (place,)).fetchone()
                for key, words in zip(parts, old or ("", "", ""), strict=True):
                    parts[key] = parts[key] or words
            with noting_set(self._db, "address", place, self._now):
                run(f"DELETE FROM address WHERE {physical}", (place,))
                if any(parts.values()):
                    self._insert("address", None, location_id=place, **parts)

        self._change(uid, translate("Directory", "Changed an address"), write)

    def set_step_free(self, uid: bytes, no_steps: bool) -> None:
        """Say whether one gets in without steps."""

        def write(service: int) -> None:
            places = self._db.execute(
                "SELECT location_id FROM service_at_location WHERE service_id = ?", (service,)
            ).fetchall()
            if not places:
                self._place(service, "", "", no_steps, False)
            for (place,) in places:
                self._note("location", "step_free", place, int(no_steps))
                sql = "UPDATE location SET step_free = ? WHERE id = ?"
                self._db.execute(sql, (int(no_steps), place))

        self._change(uid, translate("Directory", "Changed how to get in"), write)

    def set_ages(self, uid: bytes, least: int | None, most: int | None) -> None:
        """Say from what age to what age it is; None: for any."""

        def write(service: int) -> None:
            for column, age in (("minimum_age", least), ("maximum_age", most)):
                value = None if age is None else float(age)
                self._note("service", column, service, value)
                sql = f"UPDATE service SET {column} = ? WHERE id = ?"
                self._db.execute(sql, (value, service))

        self._change(uid, TEXTS["eligibility_description"], write)

    def set_hidden(self, uid: bytes, hide: bool) -> None:
        """Say whether its address may be shown and printed; the address itself stays."""
        sql = (
            "UPDATE location SET hide_address = ? WHERE id IN"
            " (SELECT location_id FROM service_at_location WHERE service_id = ?)"
        )
        self._change(
            uid,
            translate("Directory", "Changed an address"),
            lambda service: self._db.execute(sql, (int(hide), service)),
        )

    def set_hours(self, uid: bytes, hours: Hours) -> None:
        """Change the opening times: (HSDS byday, opens, closes)."""

        def write(service: int) -> None:
            mine = "SELECT id FROM service_at_location WHERE service_id = ?1"
            where = f"service_id = ?1 OR service_at_location_id IN ({mine})"
            with noting_set(self._db, "schedule", service, self._now):
                self._db.execute(f"DELETE FROM schedule WHERE {where}", (service,))
                self._hours(service, hours)

        self._change(uid, translate("Directory", "Changed opening times"), write)

    def set_languages(self, uid: bytes, languages: Iterable[str]) -> None:
        """Change the languages spoken."""

        def write(service: int) -> None:
            with noting_set(self._db, "language", service, self._now):
                self._db.execute("DELETE FROM language WHERE service_id = ?", (service,))
                self._languages(service, languages)

        self._change(uid, translate("Directory", "Changed languages"), write)

    def set_categories(self, uid: bytes, keys: Iterable[str]) -> None:
        """Choose the plain categories by hand; an import leaves them alone from then on."""
        value = " ".join(k for k in KEYS if k in set(keys))
        sql = "UPDATE service SET category = ?, category_by_hand = 1 WHERE id = ?"
        self._change(
            uid,
            translate("Directory", "Changed categories"),
            lambda service: self._db.execute(sql, (value, service)),
        )

    def set_free(self, uid: bytes, free: bool) -> None:
        """Say whether there is nothing to pay."""
        self._set(uid, "free", int(free), translate("Directory", "Changed the cost"))

    def set_kind(self, uid: bytes, kind: str) -> None:
        """Say what it is, one of ``KINDS``."""
        if kind in KINDS:
            self._set(uid, "kind", kind, translate("Directory", "Changed what it is"))

    def set_needs_internet(self, uid: bytes, needs: bool) -> None:
        """Say whether one needs the internet for it."""
        label = translate("Directory", "Changed what it is")
        self._set(uid, "needs_internet", int(needs), label)

    def set_referral(self, uid: bytes, referral: str) -> None:
        """Say whether one has to be sent there: ``yes``, ``no``, or blank for not known."""
        if referral in ("yes", "no", ""):
            self._set(uid, "referral", referral, translate("Directory", "Changed how to get in"))

    def mark_checked(self, uid: bytes, how: str = "phone") -> None:
        """Somebody made sure just now that all this is right: phone, visit or website."""
        now = self._shelf.clock.now_ms()
        sql = "UPDATE service SET checked_at = ?, checked_how = ? WHERE id = ?"
        self._change(
            uid,
            translate("Directory", "Marked as checked"),
            lambda service: self._db.execute(sql, (now, how, service)),
        )

    def remove(self, uid: bytes) -> None:
        """Take a service off the list; it can be brought back."""
        now = self._shelf.clock.now_ms()
        self._archive(uid, now, translate("Directory", "Took a service off the list"))

    def bring_back(self, uid: bytes) -> None:
        """Put a service on the list again."""
        self._archive(uid, None, translate("Directory", "Put a service on the list again"))

    # -- inside ------------------------------------------------------------------------------

    def _change(self, uid: bytes, label: Text, write: Callable[[int], object]) -> None:
        service = self.id_of(uid)
        if service is not None:
            with self._shelf.operation(label):
                write(service)
                self._refresh(service)

    def _archive(self, uid: bytes, at: int | None, label: Text) -> None:
        # taken off by hand it stays off, also when its source has it again
        sql = "UPDATE service SET archived_at = ?1, gone = iif(?1 IS NULL, gone, 0) WHERE id = ?2"
        self._change(uid, label, lambda service: self._db.execute(sql, (at, service)))

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


__all__ = ["TABLES", "TEXTS", "DirectoryService"]
