"""What gets the keyboard is brought into sight: with large words a form may open below the edge."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPoint, Qt, QTimer
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QScrollArea, QWidget

from peerdesk.ui import theme

MARGIN = 20
"""Around it, in the target's pixels."""


class InSight(QObject):
    """Follows the keyboard in every window of ``app``. A press of the mouse moves nothing: what is
    pressed was in sight, and must not run away under it."""

    def __init__(self, app: QApplication, parent: QObject) -> None:
        super().__init__(parent)
        self._timer = QTimer(self)  # what was just shown has its place in the next turn
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._look)
        app.focusChanged.connect(self._moved)

    def _moved(self, _before: QWidget | None, now: QWidget | None) -> None:
        if now is not None and QApplication.mouseButtons() == Qt.MouseButton.NoButton:
            self._timer.start(0)
        else:  # a short press is over before the next turn
            self._timer.stop()

    def _look(self) -> None:
        focused = QApplication.focusWidget()
        if focused is None or QApplication.mouseButtons() != Qt.MouseButton.NoButton:
            return
        edge = theme.px(MARGIN)
        around = focused.parentWidget()
        while around is not None:
            inside = around.widget() if isinstance(around, QScrollArea) else None
            if isinstance(around, QScrollArea) and inside and inside.isAncestorOf(focused):
                # Lists and texts are shown where they are marked, other tall things from the top.
                whole = isinstance(focused, QAbstractScrollArea)
                if whole or focused.height() + 2 * edge <= around.viewport().height():
                    around.ensureWidgetVisible(focused, edge, edge)
                else:
                    top = focused.mapTo(inside, QPoint(0, 0)).y()
                    around.verticalScrollBar().setValue(top - edge)
            around = around.parentWidget()
