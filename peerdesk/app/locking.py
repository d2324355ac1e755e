"""When to lock: nobody has touched anything for a while, or three bare taps of Shift (Hide)."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QInputEvent, QKeyEvent

from peerdesk.ui.names import InputWatch

TAPS = 3
TAPS_WITHIN_MS = 1_500


class LockWatch(InputWatch):
    """Watches the input of our windows; emits ``idle`` and ``hide``.

    A tap is bare when no other key and no mouse button came between press and release; any other
    key in between starts the count anew.
    """

    idle = Signal()
    hide = Signal()

    def __init__(self, minutes: int, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.idle)
        self.touched.connect(self._timer.start)
        self._taps: list[int] = []
        self._bare = False
        self.set_minutes(minutes)

    def set_minutes(self, minutes: int) -> None:
        """Lock after so many minutes without input (1 to 10)."""
        self._timer.start(min(10, max(1, minutes)) * 60_000)

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
                self.hide.emit()
