"""Sentences the program says: inline messages, empty places."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QPaintEvent
from PySide6.QtWidgets import QFrame, QWidget

from peerdesk.ui import theme
from peerdesk.ui.widgets import paint
from peerdesk.ui.widgets.buttons import Button
from peerdesk.ui.widgets.icon_view import IconView
from peerdesk.ui.widgets.labels import Heading, Paragraph
from peerdesk.ui.widgets.layouts import Column, Row, TurningRow

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
        said = Row(spacing=10)
        said.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        said.addWidget(self.words, 1)
        box = TurningRow(self, (13, 10, 13, 10), 10)
        box.addLayout(said, 1)
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
