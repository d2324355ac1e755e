"""Verbs of the People room: add, change, agree, archive, erase; with those of ``service_reads``."""

from __future__ import annotations

import re

from peerdesk.core.errors import KnownError
from peerdesk.core.ids import natural_uid, new_uid
from peerdesk.core.text import Text, translate
from peerdesk.features.people.records import Answer, digits
from peerdesk.features.people.service_reads import Reads
from peerdesk.features.people.words import (
    CHANGED,
    NAME_NEEDED,
    NAME_STAYS,
    PREFER_NOT,
    SINCE_UNCLEAR,
    Field,
)
from peerdesk.store.cabinet import Consent, Person
from peerdesk.store.erased import take_out

_SINCE = re.compile(r"(?:\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?)?")


class PeopleService(Reads):
    """People of one group. Raises KnownError when a value cannot be kept or the person is gone,
    and what :class:`Place` raises for a full or read-only disk."""

    # -- writing -----------------------------------------------------------------------------

    def add_person(self, name: str, role: str = "member") -> bytes:
        """Add somebody by the name used in the group; returns the uid."""
        name = _clean("name", name)
        if not name:
            raise KnownError(NAME_NEEDED)
        now = self.cabinet.clock.now_ms()
        uid = new_uid(now)
        with self.cabinet.operation(translate("People", "Added {name}").format(name=name)):
            Person.create(uid=uid, name=name, role=role, added_at=now, changed_at=now)
        return uid

    def edit(self, uid: bytes, field: Field, value: str) -> bool:
        """Keep one field; False when it already stood so.

        Edits of one field are one step for undo until ``settle`` is called.
        """
        person = self._person(uid)
        value = _clean(field, value)
        if field == "name" and not value:
            raise KnownError(NAME_STAYS)
        if field == "since" and value != PREFER_NOT and not _SINCE.fullmatch(value):
            raise KnownError(SINCE_UNCLEAR)
        if getattr(person, field) == value:
            return False
        changes: dict[str, object] = {
            field: value,
            "changed_at": self.cabinet.clock.now_ms(),
        }
        if field == "phone":
            changes["phone_digits"] = digits(value)
        label = CHANGED[field].format(name=person.name)
        with self.cabinet.operation(label, merge=("people", uid, field)):
            Person.update(changes).where(Person.id == person.id).execute()
        return True

    def settle(self) -> None:
        """The person left the field: its next edit is a new step for undo."""
        self.cabinet.settle()

    def agree(self, uid: bytes, purpose: str, answer: Answer) -> bool:
        """Keep the answer to one purpose; "" takes it back to "not asked". False if unchanged."""
        person = self._person(uid)
        old = Consent.get_or_none(Consent.person == person.id, Consent.purpose == purpose)
        if (old.answer if old else "") == answer:
            return False
        now = self.cabinet.clock.now_ms()
        label = translate("People", "Changed what {name} agreed to").format(name=person.name)
        with self.cabinet.operation(label):
            Consent.delete().where(
                Consent.person == person.id, Consent.purpose == purpose
            ).execute()
            if answer:
                Consent.create(
                    uid=natural_uid("consent", uid, purpose),
                    person=person.id,
                    purpose=purpose,
                    answer=answer,
                    answered_at=now,
                )
            Person.update(changed_at=now).where(Person.id == person.id).execute()
            if purpose == "whereabouts" and answer != "yes":
                # What nobody agreed to is not kept.
                Person.update(whereabouts="").where(Person.id == person.id).execute()
        return True

    def archive(self, uid: bytes) -> None:
        """Out of the list, but kept."""
        label = translate("People", "Archived {name}")
        self._set_archived(uid, self.cabinet.clock.now_ms(), label)

    def bring_back(self, uid: bytes) -> None:
        """Back into the list."""
        self._set_archived(uid, None, translate("People", "Brought {name} back"))

    def erase(self, uid: bytes) -> None:
        """Erase for good: no undo, nothing left in the file, in search or in the copies beside it.

        What it means for meetings, duties and sheets says :func:`peerdesk.store.erased.take_out`.
        """
        person = self._person(uid)
        with self.cabinet.erasing(translate("People", "Erased for good")):
            raw = self.cabinet.database.connection()
            take_out(raw, uid, self.cabinet.clock.now_ms())
            Person.delete().where(Person.id == person.id).execute()

    # -- inside ------------------------------------------------------------------------------

    def _set_archived(self, uid: bytes, at: int | None, label: Text) -> None:
        person = self._person(uid)
        with self.cabinet.operation(label.format(name=person.name)):
            Person.update(archived_at=at).where(Person.id == person.id).execute()


def _clean(field: Field, value: str) -> str:
    value = value.strip()
    return value if field in ("safe_contact", "access_needs") else " ".join(value.split())
