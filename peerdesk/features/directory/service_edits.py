"""Verbs of Local help that change one thing of a service: its words, place, times, languages."""

from __future__ import annotations

from collections.abc import Iterable

from peerdesk.core.text import Text, translate
from peerdesk.exchange.categories import KEYS
from peerdesk.exchange.corrections import noting_set
from peerdesk.features.directory.service_writes import Hours, Writes
from peerdesk.store.directory import KINDS

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


class Edits(Writes):
    """One verb for each thing that a person may change.

    What a source says of it is kept beside ours (``exchange.corrections``), so that the next import
    does not take ours away.
    """

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

    def set_documents(self, uid: bytes, documents: Iterable[str]) -> None:
        """Change what to bring; blanks and the same again are left out."""
        papers = dict.fromkeys(one.strip() for one in documents if one.strip())

        def write(service: int) -> None:
            mine = "required_document WHERE service_id = ?"
            with noting_set(self._db, "required_document", service, self._now):
                pages = dict(self._db.execute(f"SELECT document, uri FROM {mine}", (service,)))
                self._db.execute(f"DELETE FROM {mine}", (service,))
                for one in papers:
                    values = {"document": one, "uri": pages.get(one, "")}
                    self._insert("required_document", service_id=service, **values)

        self._change(uid, translate("Directory", "Changed what to bring"), write)

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
