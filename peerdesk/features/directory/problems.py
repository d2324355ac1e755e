"""Something is wrong with a listing: to a group's in-tray, or at once to the group that is open."""

from __future__ import annotations

import os
from contextlib import suppress

from peerdesk.core.errors import KnownError
from peerdesk.core.ids import new_uid
from peerdesk.core.text import translate
from peerdesk.store.in_tray import OPEN, NoKey, Tray, put, trays
from peerdesk.store.listing_reports import Report, keep, show, write
from peerdesk.store.place import Place

_LABEL = translate("Listing", "Noted what is wrong with {service}")


class ProblemsService:
    """``cabinet`` is None where no group is open."""

    def __init__(self, shelf: Place, cabinet: Place | None) -> None:
        self._shelf, self._cabinet = shelf, cabinet

    @property
    def at_once(self) -> bool:
        """Whether who tells it is a facilitator, so that it needs no in-tray."""
        return self._cabinet is not None

    def trays(self) -> tuple[Tray, ...]:
        """The groups of this centre that take what is left without signing in."""
        rows = self._shelf.rows("SELECT key, value FROM setting WHERE key LIKE ?", f"{OPEN}%")
        settings = {str(key): str(value) for key, value in rows}
        return trays(self._shelf.database.connection(), settings)

    @property
    def can_tell(self) -> bool:
        """Whether there is anybody to tell."""
        return self.at_once or bool(self.trays())

    def tell(self, uid: bytes, service: str, words: str = "", tray: Tray | None = None) -> None:
        """Say what is wrong with a listing; without words, that its number did not work.

        A facilitator writes it down for the group that is open, and everyone sees that the number
        did not work. From anyone else it goes into ``tray``, and nothing that others read changes.
        Raises NoKey, TrayFull and the KnownErrors of writing; then nobody was told.
        """
        report = Report(uid, service, words.strip())
        if self._cabinet is not None:
            key = new_uid(self._cabinet.clock.now_ms())
            with self._cabinet.operation(_LABEL.format(service=service)):
                keep(self._cabinet, key, report, "desk")
            try:
                show(self._shelf, key, report)
            except KnownError:  # said again it must not stand there twice
                with suppress(KnownError):
                    self._cabinet.undo()
                raise
            return
        assert tray is not None
        from peerdesk.safe import in_tray  # nobody who only looks waits for it

        try:
            box = in_tray.seal(
                tray.public_key, tray.group, os.urandom(16), "listing", write(report)
            )
        except ValueError as error:
            raise NoKey from error
        put(self._shelf.path, tray.group, box)
