"""Sentences the program says: inline messages, the undo bar, empty places."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEasingCurve, QPropertyAnimation, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QPaintEvent
from PySide6.QtWidgets import QFrame, QGraphicsOpacityEffect, QSizePolicy, QWidget

from peerdesk.ui import theme
from peerdesk.ui.widgets import paint
from peerdesk.ui.widgets.buttons import Button
from peerdesk.ui.widgets.icon_view import IconView
from peerdesk.ui.widgets.labels import Heading, Label, Paragraph
from peerdesk.ui.widgets.layouts import Column, Row

_KINDS = {
    "info": ("info", "accent_soft", "accent"),
    "problem": ("warning", "clay_soft", "clay"),
    "done": ("check", "ok_soft", "ok"),
}


class InlineMessage(QFrame):
    """A calm sentence in the page: kind info, problem or done, with at most one button.

    ``acted`` is emitted by the button. Hidden while it has no words.
    """

    acted = Signal()

    def __init__(
        self,
        text: str = "",
        kind: str = "info",
        *,
        action: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.kind = kind
        self._icon = IconView("info")
        self.words = Paragraph("")
        self.button = Button("", small=True)
        self.button.clicked.connect(self.acted)
        box = Row(self, (13, 10, 13, 10), 10)
        box.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        box.addWidget(self.words, 1)
        box.addWidget(self.button, 0, Qt.AlignmentFlag.AlignVCenter)
        self.say(text, kind, action=action)

    def say(self, text: str, kind: str = "info", *, action: str = "") -> None:
        """Say something else; empty text hides the message."""
        self.kind = kind
        self._icon.name, self._icon.token = _KINDS[kind][0], _KINDS[kind][2]
        self._icon.update()
        self.words.setText(text)
        self.setAccessibleName(text)
        self.button.setText(action)
        self.button.setVisible(bool(action))
        self.setVisible(bool(text))
        self.update()
        if text and self.parent() is not None:
            QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def text(self) -> str:
        """The sentence."""
        return self.words.text()

    def clear(self) -> None:
        """Hide it."""
        self.say("")

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        fill = getattr(theme.of(self), _KINDS[self.kind][1])
        paint.rounded(paint.painter(self), self.rect(), theme.px(8), fill)


class UndoBar(QFrame):
    """Says what was just done and offers to undo it.

    Goes away after ``stays`` ms of being visible, but stays while the mouse or the keyboard is
    on it. ``undone`` is emitted by the button, after the callable of :meth:`say` ran.
    """

    undone = Signal()
    FADE = 400

    def __init__(self, *, stays: int = 10_000, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._undo: Callable[[], object] | None = None
        self.setAccessibleName(self.tr("What was just done"))
        self.words = Label("", wrap=True)
        self.button = Button(self.tr("Undo"), icon="undo", keys="Ctrl+Z", small=True)
        self.button.clicked.connect(self._pressed)
        self.close_button = Button(icon="close", kind="quiet", name=self.tr("Hide"), small=True)
        self.close_button.clicked.connect(self.hide)
        box = Row(self, (12, 8, 12, 8), 12)
        box.add(self.words, self.button, self.close_button)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(stays)
        self._timer.timeout.connect(self._time_up)
        self._effect = QGraphicsOpacityEffect(self)
        self._effect.setEnabled(False)
        self.setGraphicsEffect(self._effect)
        self._fade = QPropertyAnimation(self._effect, b"opacity", self)
        self._fade.setDuration(self.FADE)
        self._fade.setEasingCurve(QEasingCurve.Type.InQuad)
        self._fade.setEndValue(0.0)
        self._fade.finished.connect(self._faded)
        self.hide()

    def line_width(self) -> int:
        """How wide the bar is with its words on one line."""
        words = self.words.fontMetrics().horizontalAdvance(self.words.text())
        rest = self.minimumSizeHint().width() - self.words.minimumSizeHint().width()
        return words + theme.px(24) + rest

    def say(self, text: str, undo: Callable[[], object] | None = None) -> None:
        """Show a sentence; the button is there when ``undo`` is."""
        self._fade.stop()
        self._effect.setEnabled(False)
        self._undo = undo
        self.words.setText(text)
        self.button.setVisible(undo is not None)
        self.show()
        if not self.isWindow():
            self.raise_()
        self._timer.start()
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
            self._timer.start()
            return
        self._effect.setOpacity(1.0)
        self._effect.setEnabled(True)
        self._fade.setStartValue(1.0)
        self._fade.start()

    def _faded(self) -> None:
        self._effect.setEnabled(False)
        self.hide()

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        t = theme.of(self)
        paint.rounded(paint.painter(self), self.rect(), theme.px(10), t.surface, t.border_strong)


class EmptyState(QWidget):
    """What stands where nothing is yet: icon, title, sentence and one button (``acted``)."""

    acted = Signal()

    def __init__(
        self,
        icon: str,
        title: str,
        text: str = "",
        action: str = "",
        *,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.title = Heading(title, 2, wrap=True)
        self.words = Paragraph(text, tone="muted")
        self.button = Button(action, "primary")
        self.button.clicked.connect(self.acted)
        if not action:  # showing it before it stands in the box would open a window for it
            self.button.hide()
        if not text:
            self.words.hide()
        centre = Qt.AlignmentFlag.AlignHCenter
        self.title.setAlignment(centre)
        self.words.setAlignment(centre)
        box = Column(self, (24, 24, 24, 24), 8)
        box.addStretch(1)
        box.addWidget(IconView(icon, 34, "muted"), 0, centre)
        box.addSpacing(theme.px(4))
        box.addWidget(self.title)
        box.addWidget(self.words)
        box.addSpacing(theme.px(8))
        box.addWidget(self.button, 0, centre)
        box.addStretch(2)

    def say(self, title: str, text: str = "", action: str = "") -> None:
        """Change the words."""
        self.title.setText(title)
        self.words.setText(text)
        self.words.setVisible(bool(text))
        self.button.setText(action)
        self.button.setVisible(bool(action))
