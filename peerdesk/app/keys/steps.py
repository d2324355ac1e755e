"""Calm steps about keys: one question per screen, Back always until something is done."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QRadioButton, QWidget

from peerdesk.app.first_start.answers import Answers
from peerdesk.app.first_start.step import Step
from peerdesk.core.text import Text
from peerdesk.ui.jobs import Jobs, Running
from peerdesk.ui.text import render
from peerdesk.ui.widgets import (
    Button,
    ChoiceCards,
    FlowLayout,
    InlineMessage,
    Paragraph,
    ProgressLine,
)

Make = Callable[[], Step]


@dataclass
class KeyAnswers(Answers):
    """What was answered so far. ``choice`` is the way that was chosen first; ``was`` which
    facilitator somebody was (``who``); ``called`` how colleagues see the person; ``sheet_words`` a
    personal sheet that is offered, whose ``sheet_secret`` counts once it is ``sheet_kept``;
    ``result`` what trying or doing gave."""

    choice: str = ""
    was: str = ""
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
    """One of several ways. ``ways``: (key, title, text, icon). ``above`` stands before them."""

    def __init__(
        self,
        answers: KeyAnswers,
        title: str,
        ways: list[tuple[str, str, str, str]],
        lead: str = "",
        *,
        above: QWidget | None = None,
    ) -> None:
        super().__init__(answers, title, lead)
        if above is not None:
            self.box.addWidget(above, 0, Qt.AlignmentFlag.AlignLeading)
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
