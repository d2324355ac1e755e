"""The main window while a meeting runs: it was started from the meeting, which waits behind it.

Locking, closing and going back all lead to the meeting, never to the welcome page: everything is
closed as at any lock, the meeting shows itself, and this process ends. When the meeting's process
is gone meanwhile (it was killed), nothing is special any more.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget

from peerdesk.app.tonight.alive import meeting_lives
from peerdesk.app.tonight.pipe import Beside

if TYPE_CHECKING:
    from peerdesk.app.desk import Desk
    from peerdesk.app.locking.leaving import Why
    from peerdesk.app.locking.watch import LockWatch


class Behind(QObject):
    """``file_id`` is that of the sheet of the meeting behind us."""

    def __init__(self, desk: Desk, file_id: str, pipe: Beside | None = None) -> None:
        super().__init__(desk)
        self._desk, self.file_id = desk, file_id
        self.pipe = pipe or Beside()
        self._watch: LockWatch | None = None
        from peerdesk.safe.carried import unpack

        desk.carried = unpack(self.pipe.carried())

    def lives(self) -> bool:
        """Whether the meeting still runs."""
        return meeting_lives(self._desk.workspace.path)

    def stood(self) -> None:
        """Our first window is painted. Nobody may come after all, so it does not wait for ever."""
        from peerdesk.app.locking.watch import LockWatch
        from peerdesk.app.tonight.names_watch import idle_minutes

        self.pipe.greet()
        desk = self._desk
        if desk.signed_in is None:
            minutes = idle_minutes(desk.glance())
            self._watch = LockWatch(minutes, self, system=desk.system)
            self._watch.idle.connect(self._nobody_came)

    def signed_in(self) -> None:
        """From now on the desk watches itself."""
        if self._watch is not None:
            self._watch.stop()
            self._watch.deleteLater()
            self._watch = None

    def follow(self, window: QWidget) -> None:
        """Closing this window leads back to the meeting."""
        window.installEventFilter(self)

    def _nobody_came(self) -> None:
        if self.lives():
            self.back("idle")

    def back(self, why: Why) -> None:
        """Close everything, let the meeting show itself, and end. Its names stay open only for who
        goes back to it: who locks is about to leave."""
        from peerdesk.safe.carried import pack

        desk = self._desk
        trusted = why == "back" and self._opens_for_us()
        desk.put_away()
        carried = pack(desk.carried) if desk.carried else b""
        self.pipe.back(trusted=trusted, carried=carried)
        desk.end_process()

    def _opens_for_us(self) -> bool:
        """Whether who sits here could read the meeting's names anyway: its key is theirs."""
        signed = self._desk.signed_in
        return (
            signed is not None
            and signed.evening is not None
            and signed.evening.sheets.key_of(self.file_id) is not None
        )

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Close and watched is self._desk.window and self.lives():
            event.ignore()
            may_close = getattr(watched, "may_close", None)
            if may_close is None or may_close():
                self.back("back")
            return True
        return False
