"""The window of the steps about keys."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from peerdesk.app.first_start.step import Step
from peerdesk.app.keys.steps import KeyAnswers, Make, TryStep, WorkStep
from peerdesk.ui import theme
from peerdesk.ui.widgets import (
    Badge,
    Button,
    Column,
    InlineMessage,
    ProgressLine,
    Row,
    ScrollColumn,
)
from peerdesk.ui.window_size import first_size

WIDTH = 640


class StepsWindow(QWidget):
    """Shows the steps that ``plan`` names after the answers so far.

    ``left``: somebody went back before the first step, and nothing was changed. Once a
    :class:`WorkStep` is over there is no way back; the last step has a button of its own.
    ``over`` comes instead when the steps end with the work itself.
    """

    left = Signal()
    over = Signal(object)

    def __init__(self, answers: KeyAnswers, plan: Callable[[], list[Make]]) -> None:
        super().__init__()
        self.answers, self._plan = answers, plan
        self._at, self._kept = 0, False
        self.step: Step | None = None
        self.progress = ProgressLine(name=self.tr("How far you are"), thick=6)
        self.leave_bar = InlineMessage(parent=self)
        self.leave_bar.acted.connect(self.left)
        self.column = ScrollColumn(spacing=16)
        self.back_button = Button(self.tr("Back"), icon="back")
        self.back_button.clicked.connect(self.back)
        self.next_button = Button(self.tr("Continue"), "primary")
        self.next_button.clicked.connect(self.go_on)
        self._box = Column(self, spacing=20)
        head = Row(spacing=14)
        head.addWidget(Badge("P", 42))
        head.addWidget(self.progress, 1, Qt.AlignmentFlag.AlignVCenter)
        self._box.addLayout(head)
        self._box.addWidget(self.leave_bar)
        self._box.addWidget(self.column, 1)
        foot = Row(spacing=12)
        foot.add(self.back_button)
        foot.addStretch(1)
        foot.add(self.next_button)
        self._box.addLayout(foot)
        self.setMinimumSize(640, 480)
        self.resize(first_size(self))
        self.show_step(0)

    # -- going -------------------------------------------------------------------------------

    def show_step(self, at: int) -> None:
        """Show the step ``at`` after the answers so far."""
        self._at = at
        plan = self._plan()
        old, step = self.step, plan[at]()
        self.step = step
        self.leave_bar.clear()
        self.column.box.insertWidget(0, step)
        self.column.verticalScrollBar().setValue(0)
        if old is not None:
            old.hide()
            self.column.box.removeWidget(old)
            old.deleteLater()
        if self.column.box.count() < 2:
            self.column.box.addStretch(1)
        step.go_on.connect(self.go_on)
        self.progress.set_share((at + 1) / len(plan))
        self.back_button.setVisible(not self._kept)
        self.next_button.setVisible(step.can_continue)
        self.next_button.setText(step.continue_words())
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

    # -- room --------------------------------------------------------------------------------

    def restyle(self) -> None:
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        side = max(theme.px(20), (self.width() - theme.px(WIDTH)) // 2)
        top = theme.px(46 if self.height() >= theme.px(700) else 20)
        self._box.setContentsMargins(side, top, side, top)

    def sizeHint(self) -> QSize:
        return QSize(1280, 800)

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(event.rect(), theme.of(self).color("paper"))
