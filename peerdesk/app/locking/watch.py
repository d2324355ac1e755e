"""When to lock: nobody has touched anything for a while, a sleep that nobody announced, or three
bare taps of Shift (Hide)."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QInputEvent, QKeyEvent

from peerdesk.app.platform.base import System
from peerdesk.ui.names import InputWatch

TAPS = 3
TAPS_WITHIN_MS = 1_500
WARNING_MS = 20_000
LOOK_MS = 5_000
"""How often the clocks are compared."""
SLEPT_MS = 30_000
"""A wall clock that is so far ahead of the time awake: the computer slept, or was set. Either way
nobody can say who sits there now."""


class LockWatch(InputWatch):
    """Watches the input of our windows and, before it warns, that of the whole system.

    ``warning(seconds)`` counts down from 20 and is 0 when somebody is here again; then ``idle``.
    ``slept`` when the computer slept and nobody said so. A tap of Shift is bare when no other key
    and no mouse button came between press and release; any other key in between starts the count
    anew. ``wall`` gives the time of day in milliseconds.
    """

    idle = Signal()
    hide = Signal()
    slept = Signal()
    warning = Signal(int)

    def __init__(
        self,
        minutes: int,
        parent: QObject | None = None,
        *,
        system: System | None = None,
        wall: Callable[[], int] | None = None,
    ) -> None:
        super().__init__(parent)
        self._system = system or System()
        self._awake = self._system.awake_ms
        self._wall = wall or self._awake
        self._last = self._awake()
        self._seen = (self._wall(), self._awake())
        self._warned = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.look)
        self.touched.connect(self._touched)
        self._taps: list[int] = []
        self._bare = False
        self.set_minutes(minutes)

    def set_minutes(self, minutes: int) -> None:
        """Lock after so many minutes without input (1 to 10)."""
        self.limit = min(10, max(1, minutes)) * 60_000
        self.look()

    def stop(self) -> None:
        """Watch no more."""
        self._timer.stop()

    def warn_again(self) -> None:
        """Nobody is here, but something keeps us: begin anew with the warning."""
        self._last = self._awake() - self.limit + WARNING_MS
        self.look()

    def look(self) -> None:
        """Compare the clocks and say what there is to say."""
        now, wall = self._awake(), self._wall()
        slept = (wall - self._seen[0]) - (now - self._seen[1])
        self._seen = (wall, now)
        if slept >= SLEPT_MS:
            self._timer.start(LOOK_MS)
            self.slept.emit()
            return
        left = self.limit - (now - self._last)
        if left <= WARNING_MS:
            elsewhere = self._system.idle_ms()
            if elsewhere is not None and now - elsewhere > self._last:
                self._last = now - elsewhere
                left = self.limit - elsewhere
        if left > WARNING_MS:
            self._stop_warning()
            self._timer.start(min(LOOK_MS, left - WARNING_MS))
            return
        self._timer.start(1000)
        if left > 0:
            self._warned = True
            self.warning.emit((left + 999) // 1000)
        else:
            self.idle.emit()

    def _touched(self) -> None:
        self._last = self._awake()
        if self._warned:
            self._stop_warning()
            self.look()

    def _stop_warning(self) -> None:
        if self._warned:
            self._warned = False
            self.warning.emit(0)

    # -- Hide --------------------------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QInputEvent):
            self._count(event)
        return super().eventFilter(watched, event)

    def _count(self, event: QInputEvent) -> None:
        kind = event.type()
        shift = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Shift
        if kind == QEvent.Type.KeyPress:
            alone = isinstance(event, QKeyEvent) and not event.isAutoRepeat()
            self._bare = shift and alone
            if not shift:
                self._taps.clear()
        elif kind == QEvent.Type.MouseButtonPress:
            self._bare = False
            self._taps.clear()
        elif kind == QEvent.Type.KeyRelease and shift and self._bare:
            self._bare = False
            now = event.timestamp()
            self._taps = [t for t in self._taps if now - t <= TAPS_WITHIN_MS] + [now]
            if len(self._taps) >= TAPS:
                self._taps.clear()
                if not self._system.sticky_keys():
                    self.hide.emit()
