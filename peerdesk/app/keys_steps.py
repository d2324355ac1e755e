"""Calm steps about keys: one question per screen, Back always until something is done."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QRadioButton, QWidget

from peerdesk.app.first_start.answers import Answers
from peerdesk.app.first_start.step import Step
from peerdesk.core.text import Text
from peerdesk.ui import theme
from peerdesk.ui.jobs import Jobs, Running
from peerdesk.ui.text import render
from peerdesk.ui.widgets import (
    Badge,
    Button,
    ChoiceCards,
    Column,
    FlowLayout,
    InlineMessage,
    Paragraph,
    ProgressLine,
    Row,
    ScrollColumn,
)

WIDTH = 640
Make = Callable[[], Step]


@dataclass
class KeyAnswers(Answers):
    """What was answered so far. ``choice`` is the way that was chosen first; ``called`` how
    colleagues see the person; ``sheet_words`` a personal sheet that is offered, whose
    ``sheet_secret`` counts once it is ``sheet_kept``; ``result`` what trying or doing gave."""

    choice: str = ""
    called: str = ""
    sheet_words: str = field(default="", repr=False)
    sheet_secret: bytes = field(default=b"", repr=False)
    sheet_kept: bool = False
    sheet_asked: list[tuple[int, int]] = field(default_factory=list)
    folder: Path | None = None
    result: object = field(default=None, repr=False)

    def forget(self) -> None:
        super().forget()
        self.sheet_words, self.sheet_secret = "", b""


class ChooseStep(Step):
    """One of several ways. ``ways``: (key, title, text, icon)."""

    def __init__(
        self,
        answers: KeyAnswers,
        title: str,
        ways: list[tuple[str, str, str, str]],
        lead: str = "",
    ) -> None:
        super().__init__(answers, title, lead)
        self.choices = ChoiceCards(name=title)
        for way in ways:
            self.choices.add(*way)
        known = [key for key, *_ in ways]
        if answers.choice in known:
            self.choices.set_current(answers.choice)
        self.problem = Paragraph("", size=13, tone="clay")
        self.problem.hide()
        self.box.addWidget(self.choices)
        self.box.addWidget(self.problem)

    def keep(self) -> None:
        assert isinstance(self.answers, KeyAnswers)
        self.answers.choice = self.choices.current()

    def check(self) -> bool:
        missing = not self.choices.current()
        self.problem.setText(self.tr("Please choose one.") if missing else "")
        self.problem.setVisible(missing)
        return not missing

    def focus_first(self) -> None:
        cards = self.choices.findChildren(QRadioButton)
        self.focus(next((c for c in cards if c.isChecked()), cards[0]))


class SayStep(Step):
    """Something to know before going on, or at the end. ``act`` is what its own button does."""

    def __init__(
        self,
        answers: KeyAnswers,
        title: str,
        lines: list[str],
        *,
        go: str = "",
        button: str = "",
        act: Callable[[], object] | None = None,
    ) -> None:
        super().__init__(answers, title)
        self._go = go
        self.can_continue = bool(go)
        for line in lines:
            self.box.addWidget(Paragraph(line))
        self.button = Button(button, "primary")
        self.button.setVisible(bool(button))
        if act is not None:
            self.button.clicked.connect(lambda: act())
        holder = QWidget()
        FlowLayout(holder).add(self.button)
        self.box.addWidget(holder)
        self.button.setVisible(bool(button))

    def continue_words(self) -> str:
        return self._go

    def focus_first(self) -> None:
        if not self.button.isHidden():
            self.focus(self.button)


class TryStep(Step):
    """A step whose answer is tried in the background before it goes on.

    :meth:`attempt` gives the work, or None when something is missing, which it says itself.
    """

    def __init__(self, answers: KeyAnswers, title: str, lead: str = "") -> None:
        super().__init__(answers, title, lead)
        self.message = InlineMessage(parent=self)
        self.line = ProgressLine(name=self.tr("Just a moment"))
        self.line.setRange(0, 0)
        self.line.hide()
        self._jobs = Jobs(self)
        self._running: Running[object] | None = None
        self._passed = False

    def add_foot(self) -> None:
        """The line that moves and what is said; call it when everything else is there."""
        self.box.addWidget(self.line)
        self.box.addWidget(self.message)

    def attempt(self) -> Callable[[], object] | None:
        """What to try with what was typed."""
        return lambda: None

    def check(self) -> bool:
        if self._passed or self._running is not None:
            return self._passed
        work = self.attempt()
        if work is None:
            return False
        self.message.clear()
        self.line.show()
        self._running = self._jobs.start(lambda _job: work(), self._done, self._problem)
        self._running.finished.connect(self._over)
        return False

    def busy(self) -> bool:
        return self._running is not None

    def stop(self) -> None:
        """Wait until the thread has left; what it gives is dropped."""
        self._jobs.cancel_all(60_000)

    def _over(self) -> None:
        self._running = None
        self.line.hide()
        if self._passed:
            self.go_on.emit()

    def _done(self, result: object) -> None:
        assert isinstance(self.answers, KeyAnswers)
        self.answers.result = result
        self._passed = True

    def _problem(self, text: Text) -> None:
        self.message.say(render(text), "problem")


class WorkStep(TryStep):
    """Does what was asked for as soon as it is shown. From then on there is no way back."""

    can_continue = False

    def __init__(self, answers: KeyAnswers, title: str, work: Callable[[], object]) -> None:
        super().__init__(answers, title, self.tr("This takes a few seconds."))
        self._work = work
        self.message.acted.connect(self.check)
        self.add_foot()

    def attempt(self) -> Callable[[], object] | None:
        return self._work

    def entered(self) -> None:
        self.check()

    def _problem(self, text: Text) -> None:
        self.message.say(render(text), "problem", action=self.tr("Try again"))


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
        self.resize(1280, 800)
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
