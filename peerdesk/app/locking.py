"""When to lock: nobody has touched anything for a while, or three bare taps of Shift (Hide)."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QKeyEvent, Qt
from PySide6.QtWidgets import QApplication

TAPS = 3
TAPS_WITHIN_MS = 1_500
_INPUT = {
    QEvent.Type.KeyPress,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseMove,
    QEvent.Type.Wheel,
    QEvent.Type.TouchBegin,
    QEvent.Type.TouchUpdate,
    QEvent.Type.TabletMove,
    QEvent.Type.InputMethod,
}


class Watch(QObject):
    """Watches the whole program's input; emits ``idle`` and ``hide``."""

    idle = Signal()
    hide = Signal()

    def __init__(self, app: QApplication, minutes: int) -> None:
        super().__init__(app)
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.idle)
        self._taps: list[int] = []
        self._bare = False
        self.set_minutes(minutes)
        app.installEventFilter(self)

    def set_minutes(self, minutes: int) -> None:
        """Lock after so many minutes without input (1 to 10)."""
        self._timer.start(min(10, max(1, minutes)) * 60_000)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind in _INPUT:
            self._timer.start()
        if kind == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() != Qt.Key.Key_Shift:
                self._taps.clear()
            self._bare = event.key() == Qt.Key.Key_Shift and not event.isAutoRepeat()
        elif kind == QEvent.Type.MouseButtonPress:
            self._taps.clear()
        elif (
            kind == QEvent.Type.KeyRelease
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_Shift
            and self._bare
            and watched.isWindowType()
        ):
            self._bare = False
            self._tap(event.timestamp())
        return super().eventFilter(watched, event)

    def _tap(self, at_ms: int) -> None:
        self._taps = [t for t in self._taps if at_ms - t <= TAPS_WITHIN_MS]
        self._taps.append(at_ms)
        if len(self._taps) == TAPS:
            self._taps.clear()
            self.hide.emit()
