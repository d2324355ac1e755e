"""The window of the first start: one step after the other, Back always, nothing kept before the
end."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from peerdesk.app.first_start.answers import Answers
from peerdesk.app.first_start.choices import ComputerStep, LanguageStep, PurposeStep
from peerdesk.app.first_start.frame import StepsFrame
from peerdesk.app.first_start.group import GroupStep, HouseStep
from peerdesk.app.first_start.making import Draft, MakingStep
from peerdesk.app.first_start.parts import CheckStep, PartsStep
from peerdesk.app.first_start.person import AgainStep, NameStep, PasswordStep
from peerdesk.app.first_start.step import Step
from peerdesk.core.clock import Clock
from peerdesk.core.errors import KnownError
from peerdesk.safe.kdf import Kdf
from peerdesk.store.workspace import Workspace
from peerdesk.ui.text import render
from peerdesk.ui.widgets import InlineMessage, Muted

Make = Callable[[], Step]


class FirstStart(StepsFrame):
    """``finished(kind, workspace, signed_in)``: kind is "look" or "copy" (workspace and signed_in
    None), "others" (signed_in None) or "group". ``language(str)`` and ``text_scale(int, per cent)``
    come while they are chosen, to be seen at once.

    In a workspace that is there already only the person, the group and the parts are asked for.
    Closing the window at any moment before leaves nothing behind.
    """

    finished = Signal(str, object, object)
    language = Signal(str)
    text_scale = Signal(int)

    def __init__(
        self, workspace: Workspace, kdf: Kdf, clock: Clock, parent: QWidget | None = None
    ) -> None:
        super().__init__(
            self.tr("How far the first start is"), self.tr("Back"), self.tr("Continue"), parent
        )
        self.workspace = workspace
        self.answers = Answers(adding=workspace.exists())
        if self.answers.adding:
            self.answers.purpose = "group"
        self.draft = Draft(workspace.path, kdf, clock)
        self._done = False
        self._at = 0
        self._sheets: PartsStep | None = None
        self.count = Muted("")
        self.head.addWidget(self.count, 0, Qt.AlignmentFlag.AlignVCenter)
        self.leave_bar.acted.connect(self.close)
        self.message = InlineMessage(parent=self)
        self.frame.insertWidget(self.frame.count() - 1, self.message)
        self.back_button.clicked.connect(self.back)
        self.next_button.clicked.connect(self.go_on)
        self._show()

    # -- the steps ---------------------------------------------------------------------------

    def _steps(self) -> list[Make]:
        """What is asked, after the answers so far."""
        a = self.answers
        person: list[Make] = [partial(NameStep, a), partial(PasswordStep, a), partial(AgainStep, a)]
        making = partial(MakingStep, a, self.draft)
        if a.adding:
            return [*person, partial(GroupStep, a), making, self._parts, self._check]
        first: list[Make] = [partial(LanguageStep, a), partial(PurposeStep, a)]
        if a.purpose == "others":
            return [*first, partial(ComputerStep, a), partial(HouseStep, a), making]
        if a.purpose == "group":
            first += [partial(ComputerStep, a), *person, partial(GroupStep, a)]
            return [*first, partial(HouseStep, a), making, self._parts, self._check]
        return first

    def _total(self) -> int:
        if self.answers.adding:
            return 3
        return 4 if self.answers.purpose == "others" else 6

    def _parts(self) -> Step:
        self._sheets = PartsStep(self.answers, self.draft, self.workspace.path)
        return self._sheets

    def _check(self) -> Step:
        assert self._sheets is not None
        return CheckStep(self.answers, self._sheets.parts, self._sheets.asked)

    def show_step(self, at: int) -> None:
        """Show the step ``at`` after the answers so far, whatever was shown before."""
        self._at = at
        self._show()

    def _show(self) -> None:
        step = self._steps()[self._at]()
        self.message.clear()
        self.put(step, keep=self._sheets)
        step.go_on.connect(self.go_on)
        if isinstance(step, LanguageStep):
            step.language.connect(self.language)
            step.text_scale.connect(self.text_scale)
        elif isinstance(step, MakingStep):
            step.made.connect(self._made)
        elif isinstance(step, PartsStep):
            step.later.connect(lambda: self._finish(printed=False))
        number, total = step.number - (3 if self.answers.adding else 0), self._total()
        self.count.setText(self.tr("{n} of {total}").format(n=number, total=total))
        self.progress.set_share(number / total)
        self.back_button.setVisible(self._at > 0)
        step.show()
        step.entered()

    # -- going -------------------------------------------------------------------------------

    def go_on(self) -> None:
        """To the next step, when this one is answered."""
        step = self.step
        if step is None or not step.check():
            return
        step.keep()
        if self.answers.purpose in ("look", "copy") and isinstance(step, PurposeStep):
            self._done = True
            self.finished.emit(self.answers.purpose, None, None)
        elif isinstance(step, CheckStep):
            self._finish(printed=True)
        else:
            self._at += 1
            self._show()

    def back(self) -> None:
        """To the step before; what was made in between is thrown away."""
        step = self.step
        if step is None or not self._at:
            return
        step.keep()
        self._at -= 1
        if isinstance(step, MakingStep):
            step.stop()
            self.draft.discard()
        elif isinstance(step, PartsStep):
            self.draft.discard()
            self._at -= 1  # making again starts with Continue, not with Back
        self._show()

    def _made(self) -> None:
        if not isinstance(self.step, MakingStep):
            return
        if self.answers.purpose == "others":
            self._finish(printed=False)
        else:
            self._at += 1
            self._show()

    def _finish(self, printed: bool) -> None:
        made = self.draft.made
        try:
            workspace = self.draft.finish(printed)
        except KnownError as error:
            if isinstance(self.step, MakingStep):
                self.step.problem(error.text)
            else:
                self.message.say(render(error.text), "problem")
            return
        self._done = True
        self.answers.forget()
        kind = "others" if made is None else "group"
        self.finished.emit(kind, workspace, None if made is None else made.signed_in)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            if self.leave_bar.text():
                self.leave_bar.clear()
            else:
                self.leave_bar.say(
                    self.tr("If you leave now, nothing is kept. You can begin again at any time."),
                    action=self.tr("Leave"),
                )
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.next_button.isVisible():
            self.go_on()
            return
        super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self._done:
            self.hide()
            if isinstance(self.step, MakingStep):
                self.step.stop()
            self.draft.discard()
        super().closeEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange and isinstance(self.step, LanguageStep):
            self.back_button.setText(self.tr("Back"))
            self._show()
        super().changeEvent(event)
