"""Whether names are readable or closed to initials, for a computer in a hallway."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QWindow

_INPUT = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TabletPress,
    }
)


class InputWatch(QObject):
    """Tells of any key or mouse in the program's windows (``touched``).

    It filters the few native windows, not the application: a Python filter there would see every
    event of every widget.
    """

    touched = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._windows: list[QWindow] = []
        app = QGuiApplication.instance()
        assert isinstance(app, QGuiApplication)
        app.focusWindowChanged.connect(self.watch)
        for window in QGuiApplication.topLevelWindows():
            self.watch(window)

    def watch(self, window: QWindow | None) -> None:
        """Also listen to this window."""
        # PySide takes a window that was just made for what lay at its address before, if something
        # still holds that; such a window is met again when it is next in front.
        if isinstance(window, QWindow):
            window.removeEventFilter(self)
            window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        del watched
        if event.type() in _INPUT:
            self.touched.emit()
        return False


class NamesCurtain(QObject):
    """Names open or closed. On a shared computer they close after a minute without input.

    ``changed(bool)`` says whether names are open now.
    """

    changed = Signal(bool)
    MINUTE = 60_000

    def __init__(
        self, shared: bool = True, *, closes_after: int = MINUTE, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._shared, self._open = shared, not shared
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(closes_after)
        self._timer.timeout.connect(self.close)
        self._watch = InputWatch(self)
        self._watch.touched.connect(self.touch)

    def is_open(self) -> bool:
        """Whether names may be read."""
        return self._open

    def shared(self) -> bool:
        """Whether this is a shared computer, where names close by themselves."""
        return self._shared

    def set_shared(self, shared: bool) -> None:
        """Say what kind of computer this is; names follow its habit."""
        self._shared = shared
        self._set(not shared)

    def open(self) -> None:
        """Show names."""
        self._set(True)

    def close(self) -> None:
        """Close names to initials."""
        self._set(False)

    def toggle(self) -> None:
        """F8."""
        self._set(not self._open)

    def touch(self) -> None:
        """There was input; the minute starts again."""
        if self._open and self._shared:
            self._timer.start()

    def _set(self, on: bool) -> None:
        if on and self._shared:
            self._timer.start()
        else:
            self._timer.stop()
        if on != self._open:
            self._open = on
            self.changed.emit(on)

    def shown(self, name: str) -> str:
        """``name``, or its first letter and a dot while names are closed ("J.")."""
        if self._open:
            return name
        return initials(name)


def initials(name: str) -> str:
    """ "Jo" becomes "J."; what has no letters (a code such as 4711) becomes "·"."""
    first = next((c for c in name.strip() if c.isalpha()), "")
    return f"{first.upper()}." if first else "·" if name.strip() else ""
