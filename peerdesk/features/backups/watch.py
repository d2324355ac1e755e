"""Looks every few seconds which drives are plugged in, and copies to the sticks it knows."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from peerdesk.core.text import Text
from peerdesk.features.backups.service import BackupsService, Copy, Stick
from peerdesk.ui import drives
from peerdesk.ui.jobs import Jobs, Running

EVERY = 5_000


class StickWatch(QObject):
    """``changed`` when a drive came or went, or a copy was made. What could not be copied is said
    once per plugging in: ``problem(Text)``."""

    changed = Signal()
    problem = Signal(object)
    copied = Signal(object)

    def __init__(
        self,
        service: BackupsService,
        jobs: Jobs,
        parent: QObject | None = None,
        *,
        find: Callable[[Path], list[Path]] = drives.plugged,
    ) -> None:
        super().__init__(parent)
        self._service, self._jobs, self._find = service, jobs, find
        self._tried: set[str] = set()
        self._running: Running[Copy] | None = None
        self.roots: list[Path] = []
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY)
        self._timer.timeout.connect(self.look)

    def start(self) -> None:
        """Look now and then from now on."""
        self._timer.start()
        self.look()

    def sticks(self) -> tuple[Stick, ...]:
        """The known sticks, and where they are plugged in."""
        return self._service.sticks.all(self.roots)

    def unknown(self) -> list[Path]:
        """Drives that are plugged in and were never allowed."""
        known = {stick.root for stick in self.sticks()}
        return [root for root in self.roots if root not in known]

    def look(self) -> None:
        """See what is plugged in; a known stick that is due gets a copy."""
        roots = self._find(self._service.workspace.path)
        came_or_went = roots != self.roots
        self.roots = roots
        here = {stick.id: stick for stick in self.sticks() if stick.root is not None}
        self._tried &= set(here)
        for stick in here.values():
            if stick.id not in self._tried and self._running is None:
                self._tried.add(stick.id)
                if self._service.due_on(stick):
                    self.copy_to(stick)
        if came_or_went:
            self.changed.emit()

    def copy_to(self, stick: Stick) -> None:
        """Make a copy on ``stick`` in the background."""
        if self._running is not None:
            return
        self._running = self._jobs.start(
            lambda job: self._service.make_on(stick, job.check), self._done, self._not_done
        )
        self._running.finished.connect(self._over)

    def _done(self, made: Copy) -> None:
        self.copied.emit(made)

    def _not_done(self, text: Text) -> None:
        self.problem.emit(text)

    def _over(self) -> None:
        self._running = None
        self.changed.emit()
