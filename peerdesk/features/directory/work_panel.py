"""A panel beside the list that does one long thing at a time and says what came of it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from PySide6.QtCore import Signal

from peerdesk.core.text import Text
from peerdesk.ui.context import Context
from peerdesk.ui.jobs import Job, Running
from peerdesk.ui.text import render
from peerdesk.ui.widgets import Card, InlineMessage, Muted, ProgressLine

T = TypeVar("T")


class WorkPanel(Card):
    """Stands where the detail stands. ``closed`` when it is no longer needed.

    Who inherits it lays out ``message``, ``stage`` and ``progress``, and says what is shown while
    it works (:meth:`set_working`) and what it says when nothing came of it (:meth:`nothing`).
    """

    closed = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__(margins=(26, 22, 26, 22), spacing=13)
        self._context = context
        self._running: Running[Any] | None = None
        self._over = False
        self.message = InlineMessage("", "info")
        self.stage = Muted("")
        self.progress = ProgressLine(name=self.tr("How far it is"))

    def set_working(self, on: bool) -> None:
        """Show what belongs to work, or what can be chosen."""
        raise NotImplementedError

    def nothing(self) -> str:
        """The sentence after a cancel."""
        raise NotImplementedError

    def runs(self) -> bool:
        """Whether it works now."""
        return self._running is not None

    def busy(self) -> bool:
        """Whether it works, or waits for an answer: then it stays where it is."""
        return self.runs()

    def run(
        self,
        words: str,
        work: Callable[[Job], T],
        done: Callable[[T], object],
        *,
        measured: bool = True,
    ) -> None:
        """Do ``work`` in the background, saying ``words``; then ``done`` with what it gave back.
        ``measured``: it tells how far it is."""

        def ended(result: T) -> None:
            if not self._over:
                self.idle()
                done(result)

        def cancelled() -> None:
            if not self._over:
                self.idle()
                self.message.say(self.nothing(), "info")

        self.set_working(True)
        self.stage.setText(words)
        self.progress.set_share(0)
        if not measured:
            self.progress.setRange(0, 0)
        running = self._context.jobs.start(work, ended, self._problem, cancelled)
        self._running = running
        running.slow.connect(self.progress.show)
        running.progress.connect(self._told)

    def cancel(self) -> None:
        """Ask the work to stop; everything stays as it was."""
        if self._running is not None:
            self._running.cancel()
            self.stage.setText(self.tr("Stopping"))

    def idle(self) -> None:
        """Show what can be chosen."""
        self._running = None
        self.set_working(False)

    def end(self) -> None:
        """The files are closed: whatever ends now is not shown any more."""
        self._over = True

    def _told(self, done: int, whole: int, _words: object) -> None:
        self.progress.set_share(done / whole)

    def _problem(self, text: Text) -> None:
        if not self._over:
            self.idle()
            self.message.say(render(text), "problem")
