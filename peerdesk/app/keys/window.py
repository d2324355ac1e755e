"""The window of the steps about keys."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent

from peerdesk.app.first_start.frame import StepsFrame
from peerdesk.app.keys.steps import KeyAnswers, Make, TryStep, WorkStep


class StepsWindow(StepsFrame):
    """Shows the steps that ``plan`` names after the answers so far.

    ``left``: somebody went back before the first step, and nothing was changed. Once a
    :class:`WorkStep` is over there is no way back; the last step has a button of its own.
    ``over`` comes instead when the steps end with the work itself.
    """

    left = Signal()
    over = Signal(object)

    def __init__(self, answers: KeyAnswers, plan: Callable[[], list[Make]]) -> None:
        super().__init__(self.tr("How far you are"), self.tr("Back"), self.tr("Continue"))
        self.answers, self._plan = answers, plan
        self._at, self._kept = 0, False
        self.leave_bar.acted.connect(self.left)
        self.back_button.clicked.connect(self.back)
        self.next_button.clicked.connect(self.go_on)
        self.show_step(0)

    # -- going -------------------------------------------------------------------------------

    def show_step(self, at: int) -> None:
        """Show the step ``at`` after the answers so far."""
        self._at = at
        plan = self._plan()
        step = plan[at]()
        self.put(step)
        step.go_on.connect(self.go_on)
        self.progress.set_share((at + 1) / len(plan))
        self.back_button.setVisible(not self._kept)
        step.show()
        step.entered()

    def go_on(self) -> None:
        """To the next step, when this one is answered."""
        step = self.step
        if step is None or not step.check():
            return
        step.keep()
        if isinstance(step, WorkStep):
            self._kept = True
        if self._at + 1 < len(self._plan()):
            self.show_step(self._at + 1)
        else:
            self.answers.forget()
            self.over.emit(self.answers.result)

    def back(self) -> None:
        """To the step before; before the first one there is where we came from."""
        step = self.step
        if step is None or self._kept or step.busy():
            return
        step.keep()
        if self._at:
            self.show_step(self._at - 1)
        else:
            self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and not self._kept:
            if self.leave_bar.text():
                self.leave_bar.clear()
            elif self.step is not None and not self.step.busy():
                self.leave_bar.say(
                    self.tr("If you leave now, nothing is changed."), action=self.tr("Leave")
                )
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.next_button.isVisible():
            self.go_on()
            return
        super().keyPressEvent(event)

    def release(self) -> None:
        """The window is about to go: wait for what runs, and forget what was typed."""
        if isinstance(self.step, TryStep):
            self.step.stop()
        self.answers.forget()

    def closeEvent(self, event: QCloseEvent) -> None:
        self.hide()
        self.release()
        super().closeEvent(event)
