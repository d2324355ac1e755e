"""Verbs of Local help: add, check and take away; with those of ``service_reads`` (find and show),
``service_edits`` (change one thing) and ``service_imports``."""

from __future__ import annotations

from collections.abc import Iterable

from peerdesk.core.ids import new_uid
from peerdesk.core.text import Text, translate
from peerdesk.exchange.categories import categories
from peerdesk.features.directory.service_edits import Edits
from peerdesk.features.directory.service_imports import TABLES, Imports
from peerdesk.features.directory.service_writes import Hours


class DirectoryService(Edits, Imports):
    """The directory on ``shelf``.

    Writing raises the KnownErrors of ``store.place`` with nothing changed; a verb about a service
    that is gone does nothing.
    """

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

    def _archive(self, uid: bytes, at: int | None, label: Text) -> None:
        # taken off by hand it stays off, also when its source has it again
        sql = "UPDATE service SET archived_at = ?1, gone = iif(?1 IS NULL, gone, 0) WHERE id = ?2"
        self._change(uid, label, lambda service: self._db.execute(sql, (at, service)))


__all__ = ["TABLES", "DirectoryService"]
