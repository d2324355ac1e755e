"""The window of the first start: one step after the other, Back always, nothing kept before the
end. What a later step needs is imported when its turn comes."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from peerdesk.app.first_start.answers import Answers
from peerdesk.app.first_start.choices import ComputerStep, LanguageStep, PurposeStep
from peerdesk.app.first_start.frame import StepsFrame
from peerdesk.app.first_start.step import Step
from peerdesk.core.errors import KnownError
from peerdesk.ui.text import render
from peerdesk.ui.widgets import InlineMessage, Muted

if TYPE_CHECKING:
    from peerdesk.app.first_start.making import Draft, MakingStep
    from peerdesk.app.first_start.parts import CheckStep, PartsStep
    from peerdesk.core.clock import Clock
    from peerdesk.safe.kdf import Kdf
    from peerdesk.store.workspace import Workspace

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
        self._kdf, self._clock = kdf, clock
        self._done = False
        self._at = 0
        self._making: MakingStep | None = None
        self._sheets: PartsStep | None = None
        self._checked: CheckStep | None = None
        self.count = Muted("")
        self.head.addWidget(self.count, 0, Qt.AlignmentFlag.AlignVCenter)
        self.leave_bar.acted.connect(self.close)
        self.message = InlineMessage(parent=self)
        self.frame.insertWidget(self.frame.count() - 1, self.message)
        self.back_button.clicked.connect(self.back)
        self.next_button.clicked.connect(self.go_on)
        self._show()

    @cached_property
    def draft(self) -> Draft:
        """What is made at the end, and thrown away before it."""
        from peerdesk.app.first_start.making import Draft

        return Draft(self.workspace.path, self._kdf, self._clock)

    # -- the steps ---------------------------------------------------------------------------

    def _steps(self) -> list[Make]:
        """What is asked, after the answers so far."""
        a = self.answers
        if not a.adding and a.purpose not in ("others", "group"):
            return [partial(LanguageStep, a), partial(PurposeStep, a)]
        from peerdesk.app.first_start.group import GroupStep, HouseStep
        from peerdesk.app.first_start.person import AgainStep, NameStep, PasswordStep

        person: list[Make] = [partial(NameStep, a), partial(PasswordStep, a), partial(AgainStep, a)]
        group: list[Make] = [*person, partial(GroupStep, a)]
        if a.adding:
            return [*group, self._make, self._parts, self._check]
        first: list[Make] = [
            partial(LanguageStep, a),
            partial(PurposeStep, a),
            partial(ComputerStep, a),
        ]
        house: list[Make] = [partial(HouseStep, a), self._make]
        if a.purpose == "others":
            return [*first, *house]
        return [*first, *group, *house, self._parts, self._check]

    def _total(self) -> int:
        if self.answers.adding:
            return 3
        return 4 if self.answers.purpose == "others" else 6

    def _make(self) -> Step:
        from peerdesk.app.first_start.making import MakingStep

        self._making = MakingStep(self.answers, self.draft)
        self._making.made.connect(self._made)
        return self._making

    def _parts(self) -> Step:
        from peerdesk.app.first_start.parts import PartsStep

        self._sheets = PartsStep(self.answers, self.draft, self.workspace.path)
        self._sheets.later.connect(lambda: self._finish(printed=False))
        return self._sheets

    def _check(self) -> Step:
        from peerdesk.app.first_start.parts import CheckStep

        assert self._sheets is not None
        self._checked = CheckStep(
            self.answers, self._sheets.parts, self._sheets.asked, self._sheets.saved
        )
        return self._checked

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
        elif step is self._checked:
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
        if step is self._making:
            self._making.stop()
            self.draft.discard()
        elif step is self._sheets:
            self.draft.discard()
            self._at -= 1  # making again starts with Continue, not with Back
        self._show()

    def _made(self) -> None:
        if self.step is None or self.step is not self._making:
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
            if self._making is not None and self.step is self._making:
                self._making.problem(error.text)
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
            if self._making is not None and self.step is self._making:
                self._making.stop()
            if "draft" in vars(self):
                self.draft.discard()
        super().closeEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange and isinstance(self.step, LanguageStep):
            self.back_button.setText(self.tr("Back"))
            self._show()
        super().changeEvent(event)
