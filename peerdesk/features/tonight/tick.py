"""The one timer of a running meeting's window: it wakes only when a shown figure changes.

While digits are shown that is once a second; with a bar alone, when the bar is one pixel shorter;
in a break or before the start hardly ever. It also tells a screen reader 5 minutes, 1 minute and
the end, with a soft tone only where the group wants one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QApplication, QWidget

if TYPE_CHECKING:
    from peerdesk.features.tonight.service import TonightService
    from peerdesk.features.tonight.state import State

LONGEST = 60_000
SHORTEST = 20
MARKS = (300_000, 60_000, 0)
"""What a screen reader hears: this many ms are left."""


class Shown(Protocol):
    """A face as the tick needs it."""

    def refresh(self, state: State) -> None: ...

    def wake_ms(self, state: State) -> int | None:
        """After how many ms something shown changes; None when nothing does by itself."""

    def spoken(self, state: State) -> str:
        """What a screen reader hears when another speaker or part begins, "" for nothing."""


class Tick(QObject):
    """Refreshes the face that is shown. ``told(state)`` is emitted after each refresh."""

    told = Signal(object)

    def __init__(self, service: TonightService, window: QWidget) -> None:
        super().__init__(window)
        self._service, self._window = service, window
        self._face: Shown | None = None
        self.announcer = Announcer(service, window)
        self.timer = QTimer(self)
        self.timer.setSingleShot(True)
        # A coarse one comes up to 5 % early: the figure is still the same, and it wakes twice.
        self.timer.setTimerType(Qt.TimerType.PreciseTimer)
        self.timer.timeout.connect(self.now)
        self.wakes = 0

    def show(self, face: Shown | None) -> None:
        """From now on this face is shown; None stops the timer."""
        self._face = face
        self.now()

    def now(self) -> None:
        """Refresh, and wait for the next change."""
        self.timer.stop()
        if self._face is None:
            return
        self.wakes += 1
        state = self._service.state()
        self._face.refresh(state)
        self.announcer.follow(state, self._face.spoken(state))
        self.told.emit(state)
        wait = self._wait(state)
        if wait is not None:
            self.timer.start(wait)

    def stop(self) -> None:
        """No more wakes; the window closes."""
        self._face = None
        self.timer.stop()

    def _wait(self, state: State) -> int | None:
        if self._face is None or not state.started or state.ended:
            return None
        waits = [self._face.wake_ms(state)]
        if not state.paused:
            waits += [state.remaining_ms - mark for mark in MARKS if state.remaining_ms > mark]
        least = min((w for w in waits if w is not None), default=None)
        return None if least is None else max(SHORTEST, min(LONGEST, least))


class Announcer(QObject):
    """Says who or what comes next, and 5 minutes, 1 minute and the end, once each."""

    def __init__(self, service: TonightService, window: QWidget) -> None:
        super().__init__(window)
        self._service, self._window = service, window
        self._whose: tuple[str, ...] | None = None
        self._left = 0

    def follow(self, state: State, next_words: str = "") -> None:
        """Look at another state; ``next_words`` are said when somebody or something else is on."""
        part = state.current.uid if state.current is not None else ""
        speaker = state.speaker.uid if state.speaker is not None else ""
        whose = (part, speaker, state.paused, str(state.ended))
        before, self._left = self._left, state.remaining_ms
        if whose != self._whose:
            if self._whose is not None and state.started and next_words:
                self.say(next_words)
            self._whose = whose
            return
        if not state.started or state.ended or state.paused or state.current is None:
            return
        for mark in reversed(MARKS):
            if before > mark >= self._left:
                self.say(self._words(mark))
                if mark == 0 and self._service.plan.rules.tone:
                    QApplication.beep()
                return

    def _words(self, mark: int) -> str:
        if mark == 0:
            return self.tr("The time is up. No hurry.")
        return self.tr("1 minute left") if mark == 60_000 else self.tr("5 minutes left")

    def say(self, words: str) -> None:
        """Let a screen reader say this."""
        announce(self._window, words)


def announce(widget: QWidget, words: str) -> None:
    """Let a screen reader say ``words`` when it is done with what it is saying."""
    event = QAccessibleAnnouncementEvent(widget, words)
    event.setPoliteness(QAccessible.AnnouncementPoliteness.Polite)
    QAccessible.updateAccessibility(event)
