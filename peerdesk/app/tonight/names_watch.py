"""When the names of a running meeting close by themselves, and the code that opens them again.

They close when nobody touched the computer for as long as it takes to lock PeerDesk, and at once
when the session is locked or the computer sleeps. While they are closed nothing is watched over.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from peerdesk.core.errors import KnownError
from peerdesk.store.glance import Glance

if TYPE_CHECKING:
    from peerdesk.app.locking.watch import LockWatch
    from peerdesk.app.tonight.process import TonightDesk
    from peerdesk.app.tonight.window import TonightWindow
    from peerdesk.features.tonight.service import TonightService
    from peerdesk.ui.clipboard import ClipboardGuard


class NamesWatch(QObject):
    """Watches over the names in ``window`` from :meth:`begin` on; ``minutes`` of rest close them.
    It goes with ``desk``."""

    def __init__(
        self, desk: TonightDesk, window: TonightWindow, service: TonightService, minutes: int
    ) -> None:
        super().__init__(desk)
        self._desk, self._window, self._service = desk, window, service
        self._minutes = minutes
        self._guard: ClipboardGuard | None = None
        self.watch: LockWatch | None = None
        window.names_closed.connect(self.stop)
        window.names_opened.connect(self._opened)

    def begin(self) -> None:
        """After the first paint."""
        from peerdesk.ui.clipboard import ClipboardGuard

        system = self._desk.system
        system.watch(self._system_told)
        self._guard = ClipboardGuard(self, conceal=system.conceal_clipboard)
        self._start()

    def stop(self) -> None:
        """Names are closed: there is nothing left to watch over, and nothing wakes. What was copied
        in private goes too."""
        if self._guard is not None:
            self._guard.clear()
        if self.watch is not None:
            self.watch.stop()
            self.watch.deleteLater()
            self.watch = None

    def hide(self) -> None:
        """Close them at once, whatever is being done with them."""
        self._window.close_names(strict=True)

    def change_code(self) -> None:
        """Another code for the rest of the evening."""
        from peerdesk.app.tonight.code_dialog import CodeDialog

        dialog = CodeDialog(self._window, again=True)
        dialog.accepted.connect(lambda: self.code_chosen(dialog.code))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def code_chosen(self, code: str) -> None:
        """Names open with ``code`` from now on; what stops that is said."""
        from peerdesk.ui.text import render

        try:
            self._service.set_code(code)
        except KnownError as problem:
            self._window.say(render(problem.text))

    # -- inside ------------------------------------------------------------------------------

    def _start(self) -> None:
        from peerdesk.app.locking.watch import LockWatch
        from peerdesk.core.clock import Clock

        if self.watch is None and self._window.names_open:
            # The wall clock, not the meeting's own: the two tell of a sleep.
            wall = Clock().now_ms
            self.watch = LockWatch(self._minutes, self, system=self._desk.system, wall=wall)
            self.watch.idle.connect(self._idle)
            self.watch.hide.connect(self.hide)
            self.watch.slept.connect(self.hide)

    def _opened(self) -> None:
        self._start()
        if not self._service.has_code:
            self.change_code()

    def _idle(self) -> None:
        self._window.close_names(strict=False)

    def _system_told(self, reason: str) -> None:
        del reason  # a locked session and sleep mean the same here
        self.hide()


def idle_minutes(seen: Glance) -> int:
    """After how many minutes names close: as the computer locks."""
    words = seen.settings.get("idle_minutes", "")
    minutes = int(words) if words.isascii() and words.isdigit() and len(words) < 3 else 0
    return minutes if 1 <= minutes <= 10 else 3
