"""Steps about one person: how they sign in, how colleagues see them, and what they typed before."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from peerdesk.app.first_start.person import AgainStep, NameStep, PasswordStep
from peerdesk.app.keys import sheet as keys_sheet
from peerdesk.app.keys.steps import KeyAnswers, Make, TryStep
from peerdesk.app.keys.stick import open_keys
from peerdesk.safe import words
from peerdesk.ui.widgets import Button, Field, FlowLayout, LineEdit, Muted, PasswordField


class NewcomerStep(NameStep):
    """A sign-in name, and the name colleagues see in the list of those who can open the group."""

    def __init__(self, answers: KeyAnswers) -> None:
        super().__init__(answers)
        self._mine = answers
        self.called = LineEdit(answers.called, private=True)
        self.box.addWidget(
            Field(
                self.tr("The name your colleagues see"),
                self.called,
                self.tr("Leave it empty to use your sign-in name."),
            )
        )

    def keep(self) -> None:
        super().keep()
        self._mine.called = self.called.text().strip()


def person_steps(
    answers: KeyAnswers, workspace: Path, *, sheet: bool = True, called: bool = False
) -> list[Make]:
    """Name, password, password again, and a personal sheet on offer."""
    name: Make = partial(NewcomerStep, answers) if called else partial(NameStep, answers)
    steps: list[Make] = [name, partial(PasswordStep, answers), partial(AgainStep, answers)]
    return [*steps, *keys_sheet.steps(answers, workspace)] if sheet else steps


class SignInStep(TryStep):
    """Name and password of a place that is there; ``attempt_with(name, password)`` tries them."""

    def __init__(
        self,
        answers: KeyAnswers,
        title: str,
        lead: str,
        attempt_with: Callable[[str, str], object],
        *,
        go: str = "",
    ) -> None:
        super().__init__(answers, title, lead)
        self._attempt_with, self._go = attempt_with, go
        self.name = LineEdit(private=True)
        self.password = PasswordField(words.complete)
        self.name_field = Field(self.tr("Your sign-in name"), self.name)
        self.password_field = Field(
            self.tr("Password (six words)"),
            self.password,
            self.tr("Four letters of each word are enough."),
        )
        self.box.addWidget(self.name_field)
        self.box.addWidget(self.password_field)
        self.add_foot()

    def continue_words(self) -> str:
        return self._go or super().continue_words()

    def attempt(self) -> Callable[[], object] | None:
        name, password = self.name.text(), self.password.text()
        self.name_field.set_problem("" if name.strip() else self.tr("Please type a name."))
        self.password_field.set_problem(
            "" if password.strip() else self.tr("Please type the password.")
        )
        if not name.strip() or not password.strip():
            self.focus(self.password if name.strip() else self.name)
            return None
        self.answers.name = name.strip()
        return lambda: open_keys(self._attempt_with, name, password)

    def focus_first(self) -> None:
        self.focus(self.name)


class BringStep(SignInStep):
    """A file that was taken along, and the name and password that open it."""

    def __init__(self, answers: KeyAnswers, bring: Callable[[Path, str, str], object]) -> None:
        super().__init__(
            answers,
            "",
            "",
            lambda name, password: bring(self.chosen or Path(), name, password),
        )
        self.heading.setText(self.tr("Bring a place from another computer"))
        self.lead.setText(
            self.tr(
                "Choose the file that was made when the place was taken along, and type the name "
                "and the password it had there."
            )
        )
        self.lead.show()
        self.chosen = answers.folder
        self.file = Muted("", wrap=True)
        self.choose_button = Button(self.tr("Choose the file"), icon="folder")
        self.choose_button.clicked.connect(self.choose)
        holder = QWidget()
        FlowLayout(holder, spacing=(12, 8)).add(self.choose_button)
        self.box.insertWidget(1, holder)
        self.box.insertWidget(2, self.file)
        self._show_file()

    def choose(self) -> None:
        """Ask for the file."""
        name, _kind = QFileDialog.getOpenFileName(
            self.window(), self.tr("Choose the file"), "", self.tr("Places (*.pdplace)")
        )
        if name:
            self.chosen = Path(name)
            self._show_file()

    def attempt(self) -> Callable[[], object] | None:
        if self.chosen is None:
            self.message.say(self.tr("Please choose the file first."), "problem")
            self.focus(self.choose_button)
            return None
        return super().attempt()

    def _show_file(self) -> None:
        self.file.setText("" if self.chosen is None else self.chosen.name)
        self.file.setVisible(self.chosen is not None)

    def focus_first(self) -> None:
        self.focus(self.choose_button)
