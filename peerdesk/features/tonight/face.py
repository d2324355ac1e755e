"""What all faces of a running meeting share: verbs, keys, and words when something went wrong."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QWidget

from peerdesk.core.errors import KnownError
from peerdesk.ui.text import render
from peerdesk.ui.widgets import Label

if TYPE_CHECKING:
    from peerdesk.features.tonight.service import TonightService
    from peerdesk.features.tonight.state import State

_HELD = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)


class Face(QWidget):
    """One face. ``changed`` is emitted after each verb, ``ask`` with "room", "door", "help",
    "facilitator", "end" or "sign in" when another face or the end is wanted."""

    changed = Signal()
    ask = Signal(str)
    KEYS_F2 = "room"

    def __init__(self, service: TonightService, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.service = service
        self.now: State | None = None

    def refresh(self, state: State) -> None:
        """Show this state; called by the tick and after each verb."""
        self.now = state

    def wake_ms(self, state: State) -> int | None:
        """After how many ms something shown changes by itself; None for never."""
        del state
        return None

    def spoken(self, state: State) -> str:
        """What a screen reader hears when another speaker or part begins, "" for nothing."""
        del state
        return ""

    def release(self) -> None:
        """Stop what would outlive the window."""

    def flush(self) -> None:
        """Save words that still wait. Raises a KnownError."""

    def unsaved(self) -> str:
        """Words that could not be saved."""
        return ""

    def say(self, words: str) -> None:
        """Show a sentence about something that did not work; "" takes it away."""

    def do(self, verb: Callable[..., Any], *values: Any, **named: Any) -> bool:
        """Run a verb of the service and show what came of it. False when it could not be done."""
        try:
            verb(*values, **named)
        except KnownError as error:
            self.say(render(error.text))
            return False
        self.say("")
        self.refresh(self.service.state())
        self.changed.emit()
        return True

    # -- keys --------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self.take_key(event):
            super().keyPressEvent(event)

    def take_key(self, event: QKeyEvent) -> bool:
        """Do what a key asks for; False when it means nothing here. The window may pass on keys
        that no widget took."""
        if event.isAutoRepeat() or event.modifiers() & _HELD or self.now is None:
            return False
        key, state = event.key(), self.now
        if key == Qt.Key.Key_F1:
            self.help()
        elif key == Qt.Key.Key_F2:
            self.ask.emit(self.KEYS_F2)
        elif key == Qt.Key.Key_F4:
            self.ask.emit("door")
        elif key == Qt.Key.Key_Space and not state.ended:
            self.go_on()
        elif key == Qt.Key.Key_Z and not state.ended:
            self.undo()
        elif state.ended or state.paused or not state.started:
            return False
        elif key == Qt.Key.Key_P:
            self.speaker(self.service.pass_)
        elif key == Qt.Key.Key_L:
            self.speaker(self.service.later)
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.do(self.service.more)
        elif key == Qt.Key.Key_S:
            self.do(self.service.skip)
        elif key == Qt.Key.Key_B:
            self.do(self.service.break_)
        else:
            return False
        return True

    def go_on(self) -> None:
        """Start, go on after a break, or the next speaker or part; at the end ask for the end."""
        state = self.now
        if state is None or state.ended:
            return
        if not state.started:
            self.do(self.service.start)
        elif state.paused:
            self.do(self.service.resume)
        elif state.current is None:
            self.end()
        else:
            self.do(self.service.next)

    def end(self) -> None:
        """The meeting is to end; the facilitator's face asks first."""
        self.ask.emit("facilitator")

    def speaker(self, verb: Callable[[], Any]) -> None:
        """A verb that needs a speaker."""
        if self.now is not None and self.now.speaker is not None:
            self.do(verb)

    def undo(self) -> None:
        """Take back what was done last."""
        if self.now is not None and self.now.undo_kind:
            self.do(self.service.undo)

    def help(self) -> None:
        """Someone needs help: the meeting waits, and the steps are shown."""
        state = self.now
        if state is not None and not state.ended and state.paused != "help":
            self.do(self.service.break_, help=True)
        self.ask.emit("help")


def put(label: QLabel | Label, words: str) -> None:
    """Change the words of a label only when they differ; an empty label is hidden."""
    if label.text() != words:
        label.setText(words)
    if label.isHidden() == bool(words):
        label.setVisible(bool(words))
