"""The bar that says what was just done and offers to undo it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QTimer, Signal
from PySide6.QtGui import QCursor, QHideEvent, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget

from peerdesk.ui import theme
from peerdesk.ui.widgets import paint
from peerdesk.ui.widgets.buttons import Button
from peerdesk.ui.widgets.labels import Label
from peerdesk.ui.widgets.layouts import Row, TurningRow

if TYPE_CHECKING:
    from peerdesk.ui.widgets.fading import Fading


LEAST = 150
"""Least width of many words beside the buttons, in the target's pixels."""


class UndoBar(QFrame):
    """Says what was just done and offers to undo it.

    Goes away after ``stays`` ms of being visible, but stays while the mouse or the keyboard is
    on it, and while the mouse moves: the page grows when it goes, and what somebody is about to
    press would slip from under the pointer. ``undone`` is emitted by the button, after the
    callable of :meth:`say` ran.
    """

    undone = Signal()
    remeasured = Signal()
    """Its words need another size now, such as after the text size changed."""
    appeared = Signal(bool)
    """It can be seen now, or not any more: whoever places it makes room."""
    FADE = 400
    RESTS = 1_500
    """Milliseconds for which the mouse lies still before the bar goes."""

    def __init__(self, *, stays: int = 10_000, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._undo: Callable[[], object] | None = None
        self.setAccessibleName(self.tr("What was just done"))
        self.words = Label("", wrap=True)
        self.button = Button(self.tr("Undo"), icon="undo", keys="Ctrl+Z", small=True)
        self.button.clicked.connect(self._pressed)
        self.close_button = Button(icon="close", kind="quiet", name=self.tr("Hide"), small=True)
        self.close_button.clicked.connect(self.hide)
        # One under the other rather than a column of single words beside the buttons.
        self._box = TurningRow(self, (12, 8, 12, 8), 12)
        buttons = Row(spacing=12)
        buttons.add(self.button, self.close_button)
        self._box.addWidget(self.words, 1)
        self._box.addLayout(buttons)
        self.restyle()
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._stays, self._pointer = stays, QPoint()
        self._timer.timeout.connect(self._time_up)
        self._fading: Fading | None = None
        self.hide()

    def restyle(self) -> None:
        self.words.setMinimumWidth(min(theme.px(LEAST), self._one_line()))

    def line_width(self) -> int:
        """How wide the bar is with its words on one line."""
        return self._one_line() + self._box.needs() - self.words.minimumWidth()

    def _one_line(self) -> int:
        words = self.words.fontMetrics().horizontalAdvance(self.words.text())
        return words + theme.px(24)

    def say(
        self, text: str, undo: Callable[[], object] | None = None, *, again: bool = False
    ) -> None:
        """Show a sentence; the button is there when ``undo`` is. ``again``: the sentence says that
        something was taken back, so the button does it again, and other keys do the same."""
        from PySide6.QtGui import QAccessible, QAccessibleEvent

        if self._fading is not None:
            self._fading.stop()
        self._undo = undo
        self.words.setText(text)
        self.restyle()
        self.button.setText(self.tr("Do it again") if again else self.tr("Undo"))
        self.button.set_keys("Ctrl+Shift+Z" if again else "Ctrl+Z")
        self.button.setVisible(undo is not None)
        self.show()
        if not self.isWindow():
            self.raise_()
        self._pointer = QCursor.pos()
        self._timer.start(self._stays)
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def text(self) -> str:
        """The sentence."""
        return self.words.text()

    def _pressed(self) -> None:
        undo, self._undo = self._undo, None
        self._timer.stop()
        self.hide()
        if undo is not None:
            undo()
        self.undone.emit()

    def _busy(self) -> bool:
        return self.underMouse() or any(
            b.hasFocus() for b in (self.button, self.close_button) if b.isVisible()
        )

    def _time_up(self) -> None:
        if self._busy():
            self._timer.start(self._stays)
            return
        before, self._pointer = self._pointer, QCursor.pos()
        if self._pointer != before:
            self._timer.start(self.RESTS)
            return
        if self._fading is None:
            from peerdesk.ui.widgets.fading import Fading

            self._fading = Fading(self, self.FADE)
            self._fading.ended.connect(self.hide)
        self._fading.start()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.appeared.emit(True)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.appeared.emit(False)

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self.remeasured.emit()
        return done

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        t = theme.of(self)
        paint.rounded(paint.painter(self), self.rect(), theme.px(10), t.surface, t.border_strong)
