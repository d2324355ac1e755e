"""Long work in the background: progress after half a second, cancel without a trace.

The work runs in a thread of its own pool, gets a :class:`Job` and must open its own connection.
Everything it tells arrives on the main thread.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QObject, QRunnable, Qt, QThreadPool, QTimer, Signal

from peerdesk.core.errors import Cancelled, KnownError
from peerdesk.core.text import Text

T = TypeVar("T")
PATIENCE = 500
"""Milliseconds before progress is shown, so that short work shows none."""


class Job:
    """What the work sees of itself. Safe to use from its thread."""

    def __init__(self, tell: Callable[[int, int, object], None]) -> None:
        self._stop = threading.Event()
        self._tell = tell

    def check(self) -> None:
        """Raise :class:`Cancelled` when the person cancelled; call it often."""
        if self._stop.is_set():
            raise Cancelled

    def cancelled(self) -> bool:
        """Whether the work should stop."""
        return self._stop.is_set()

    def progress(self, done: int, total: int = 0, words: Text | str = "") -> None:
        """Tell how far it is (``total`` 0: unknown) and check for cancel."""
        self.check()
        self._tell(done, total, words)

    def cancel(self) -> None:
        """Ask the work to stop."""
        self._stop.set()


class _Teller(QObject):
    """Carries words from the worker to the main thread."""

    progress = Signal(int, int, object)
    ended = Signal(object, object)


class _Work(QRunnable):
    def __init__(self, run: Callable[[], None]) -> None:
        super().__init__()
        self._run = run

    def run(self) -> None:
        self._run()


class Running(QObject, Generic[T]):
    """A job on its way. ``progress(done, total, words)`` comes after half a second;
    ``slow`` once at that moment; ``finished`` at the very end, whatever happened."""

    progress = Signal(int, int, object)
    slow = Signal()
    finished = Signal()

    def __init__(
        self,
        work: Callable[[Job], T],
        done: Callable[[T], object] | None,
        problem: Callable[[Text], object] | None,
        cancelled: Callable[[], object] | None,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._work, self._done, self._problem, self._cancelled = work, done, problem, cancelled
        self._teller = _Teller(self)
        queued = Qt.ConnectionType.QueuedConnection
        self._teller.progress.connect(self._told, queued)
        self._teller.ended.connect(self._ended, queued)
        self.job = Job(self._teller.progress.emit)
        self._last: tuple[int, int, object] | None = None
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.timeout.connect(self._now_slow)
        self._patience.start(PATIENCE)
        self._dropped = False
        self.over = threading.Event()

    def run(self) -> None:
        """Called in the worker's thread."""
        result: Any = None
        wrong: BaseException | None = None
        try:
            self.job.check()
            result = self._work(self.job)
        except BaseException as caught:
            wrong = caught
        self.over.set()
        self._teller.ended.emit(result, wrong)

    def cancel(self) -> None:
        """Ask it to stop; ``cancelled`` is called when it did. What was done before it heard of it
        is told as done."""
        self.job.cancel()

    def drop(self) -> None:
        """Ask it to stop and tell nobody what came of it: who started it is not there any more."""
        self._dropped = True
        self.job.cancel()

    def _now_slow(self) -> None:
        self.slow.emit()
        if self._last is not None:
            self.progress.emit(*self._last)

    def _told(self, done: int, total: int, words: object) -> None:
        self._last = (done, total, words)
        if not self._patience.isActive():
            self.progress.emit(done, total, words)

    def _ended(self, result: Any, wrong: BaseException | None) -> None:
        self._patience.stop()
        try:
            if self._dropped:
                return
            if isinstance(wrong, Cancelled):
                if self._cancelled is not None:
                    self._cancelled()
            elif isinstance(wrong, KnownError) and self._problem is not None:
                self._problem(wrong.text)
            elif wrong is not None:
                # Our own mistake: the crash dialog gets it on the main thread.
                raise wrong
            elif self._done is not None:
                self._done(result)
        finally:
            self.finished.emit()
            self.deleteLater()


class Jobs(QObject):
    """Starts background work and can cancel all of it, which a lock does first."""

    changed = Signal(int)
    """How many jobs run now."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(2)
        self._running: list[Running[Any]] = []

    def start(
        self,
        work: Callable[[Job], T],
        done: Callable[[T], object] | None = None,
        problem: Callable[[Text], object] | None = None,
        cancelled: Callable[[], object] | None = None,
    ) -> Running[T]:
        """Run ``work(job)`` in a thread.

        On the main thread exactly one of these follows: ``done(result)``; ``problem(text)`` for a
        :class:`KnownError`; ``cancelled()``. Any other exception is raised on the main thread.
        After :meth:`cancel_all` none of them does.
        """
        made: Running[T] = Running(work, done, problem, cancelled, self)
        self._running.append(made)
        made.finished.connect(lambda: self._gone(made))
        self._pool.start(_Work(made.run))
        self.changed.emit(len(self._running))
        return made

    def _gone(self, one: Running[Any]) -> None:
        if one in self._running:
            self._running.remove(one)
            self.changed.emit(len(self._running))

    def running(self) -> int:
        """How many jobs run now."""
        return len(self._running)

    def cancel_all(self, wait_ms: int = 2000) -> bool:
        """Drop everything and wait; False when something still runs after ``wait_ms``."""
        for one in list(self._running):
            one.drop()
        return self._pool.waitForDone(wait_ms)
