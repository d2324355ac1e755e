"""A value that stays hidden until it is asked for, and hides itself again."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from peerdesk.features.people.inplace import PAD, ValueButton
from peerdesk.features.people.words import PREFER_NOT
from peerdesk.ui.widgets import Button, FlowLayout, Label

SECONDS = 30


class Secret(QWidget):
    """ "Hidden" and a link that shows the value for 30 seconds; ``outside`` always shows.

    ``button`` is pressed to change the value.
    """

    def __init__(self, *, timed: bool = True) -> None:
        super().__init__()
        self._what = self._value = self._outside = ""
        self._timed = timed
        self.words = Label("")
        self.button = ValueButton(self.words, pad=(PAD, 0, PAD, 0))
        self.link = Button("", kind="link")
        self.link.clicked.connect(self._pressed)
        flow = FlowLayout(self, spacing=(0, 0))
        flow.add(self.button, self.link)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SECONDS * 1000)
        self._timer.timeout.connect(self.hide_value)
        self.show_nothing()

    def set_value(self, what: str, value: str, outside: str = "") -> None:
        """``what`` names the value to assistive technology; ``outside`` may be read by anybody."""
        if (what, value, outside) == (self._what, self._value, self._outside):
            return
        self._what, self._value, self._outside = what, value, outside
        self.hide_value()

    def show_nothing(self) -> None:
        """No value at all."""
        self.set_value("", "", "")
        self.hide_value()

    def is_shown(self) -> bool:
        """Whether the value can be read now."""
        return self._timer.isActive()

    def hide_value(self) -> None:
        """Hide the value again."""
        self._timer.stop()
        self._say()

    def _pressed(self) -> None:
        if self.is_shown():
            self.hide_value()
            return
        self._timer.start()
        self._say()

    def _say(self) -> None:
        shown = self.is_shown()
        hidden = bool(self._value) and self._value != PREFER_NOT
        self.link.setVisible(hidden)
        if not hidden:
            words = self.tr("Prefers not to say") if self._value else ""
            self.words.setText(self._outside or words or self.tr("Not written down"))
            self.words.set_tone("ink" if self._outside or words else "muted")
            return
        self.words.set_tone("ink")
        if shown:
            self.words.setText(" ".join(w for w in (self._outside, self._value) if w))
            self.link.setText(self.tr("hide"))
            self.link.setAccessibleName(self.tr("Hide: {what}").format(what=self._what))
            return
        self.words.setText(self._outside or self.tr("Hidden"))
        self.link.setText(self.tr("show for 30 s") if self._timed else self.tr("show"))
        self.link.setAccessibleName(self.tr("Show for 30 s: {what}").format(what=self._what))
