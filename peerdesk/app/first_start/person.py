"""The first facilitator: a sign-in name, a password, and the password once more."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from peerdesk.app.first_start.answers import Answers
from peerdesk.app.first_start.step import Step
from peerdesk.safe import words
from peerdesk.ui.widgets import (
    Button,
    Card,
    Column,
    Field,
    FlowLayout,
    Grid,
    Label,
    LineEdit,
    Muted,
    Paragraph,
    PasswordField,
    Segmented,
)


class NameStep(Step):
    """How one signs in. The name is in no file that is not encrypted."""

    number = 4

    def __init__(self, answers: Answers) -> None:
        super().__init__(answers, "")
        self.heading.setText(self.tr("Choose a sign-in name"))
        self.lead.setText(
            self.tr(
                "You type it each time, together with your password. A first name or any word "
                "you like is fine. Others cannot see who can sign in here."
            )
        )
        self.lead.show()
        self.name = LineEdit(answers.name, private=True)
        self.field = Field(self.tr("Your sign-in name"), self.name)
        self.name.textEdited.connect(lambda: self.field.set_problem(""))
        self.box.addWidget(self.field)

    def keep(self) -> None:
        self.answers.name = self.name.text().strip()

    def check(self) -> bool:
        missing = not self.name.text().strip()
        self.field.set_problem(self.tr("Please type a name.") if missing else "")
        if missing:
            self.focus(self.name)
        return not missing

    def focus_first(self) -> None:
        self.focus(self.name)


class PasswordStep(Step):
    """Six suggested words, or fifteen characters or more of one's own."""

    number = 4

    def __init__(self, answers: Answers) -> None:
        super().__init__(answers, "")
        if not answers.words:
            answers.words = words.suggest()
        self.heading.setText(self.tr("Your password"))
        self.lead.setText(
            self.tr(
                "Six plain words are easier to keep than odd signs, and far harder to guess. "
                "Nobody can look your password up or set it back, not even us."
            )
        )
        self.lead.show()
        self.kind = Segmented(
            (self.tr("Six words"), self.tr("A password of my own")),
            name=self.tr("Kind of password"),
            current=int(answers.own),
        )
        self.kind.chosen.connect(self._show_kind)
        self.suggested = self._suggested()
        self.own = PasswordField()
        self.own.setText(answers.own_password)
        self.own_field = Field(
            self.tr("A password of my own"),
            self.own,
            self.tr("At least 15 characters. A sentence you will not forget works well."),
        )
        self.box.addWidget(self.kind)
        self.box.addWidget(self.suggested)
        self.box.addWidget(self.own_field)
        self._show_words()
        self._show_kind()

    def _suggested(self) -> QWidget:
        holder = QWidget()
        self.card = Card("soft", margins=(24, 20, 24, 20), spacing=0)
        grid = Grid(spacing=(24, 10))
        self._labels: list[Label] = []
        for number in range(words.SIX):
            cell = Column(spacing=0)
            word = Label("", size=20, weight=600)
            cell.add(Muted(self.tr("Word {n}").format(n=number + 1), size=12), word)
            grid.addLayout(cell, number // 3, number % 3)
            self._labels.append(word)
        self.card.box.addLayout(grid)
        self.other = Button(self.tr("Other words"), icon="repeat")
        self.other.clicked.connect(self._other)
        buttons = QWidget()
        FlowLayout(buttons).add(self.other)
        box = Column(holder, spacing=12)
        box.add(
            self.card,
            buttons,
            Paragraph(
                self.tr(
                    "Write the six words on paper now, in this order, and keep the paper where "
                    "only you find it. Later the first four letters of each word are enough."
                )
            ),
        )
        return holder

    def _show_words(self) -> None:
        for label, word in zip(self._labels, self.answers.words, strict=True):
            label.setText(word)
        self.card.setAccessibleName(" ".join(self.answers.words))

    def _other(self) -> None:
        self.answers.words = words.suggest()
        self._show_words()

    def _show_kind(self, _at: int = 0) -> None:
        own = self.kind.current() == 1
        self.suggested.setVisible(not own)
        self.own_field.setVisible(own)
        if own:
            self.focus(self.own)
        self.renamed.emit()

    def continue_words(self) -> str:
        if self.kind.current() == 1:
            return super().continue_words()
        return self.tr("I have written it down")

    def keep(self) -> None:
        self.answers.own = self.kind.current() == 1
        self.answers.own_password = self.own.text() if self.answers.own else ""

    def check(self) -> bool:
        if self.kind.current() == 0 or words.strength_ok(self.own.text()):
            self.own_field.set_problem("")
            return True
        missing = max(0, words.OWN_LENGTH - len(self.own.text().strip()))
        self.own_field.set_problem(
            self.tr("%n more character(s), please. Or take the six words.", "", missing)
        )
        self.focus(self.own)
        return False

    def focus_first(self) -> None:
        self.focus(self.own if self.kind.current() == 1 else self.kind.buttons()[0])


class AgainStep(Step):
    """The password once more, before anything rests on it."""

    number = 4

    def __init__(self, answers: Answers) -> None:
        super().__init__(answers, "")
        self.heading.setText(self.tr("Once more, to be sure"))
        own = answers.own
        self.lead.setText(
            self.tr("Type your password again.")
            if own
            else self.tr("Type the six words from your paper, with spaces between them.")
        )
        self.lead.show()
        self.again = PasswordField(None if own else words.complete)
        label = self.tr("Your password") if own else self.tr("Password (six words)")
        hint = "" if own else self.tr("Four letters of each word are enough.")
        self.field = Field(label, self.again, hint)
        self.box.addWidget(self.field)

    def check(self) -> bool:
        same = words.canonical(self.again.text()) == words.canonical(self.answers.password)
        self.field.set_problem(
            ""
            if same
            else self.tr("This is not the same yet. Look at your paper, or go back and see it.")
        )
        if not same:
            self.focus(self.again)
        return same

    def focus_first(self) -> None:
        self.focus(self.again)
