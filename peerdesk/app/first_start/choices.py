"""The first questions: language and text size, what for, whose computer."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QRadioButton, QWidget

from peerdesk.app import languages
from peerdesk.app.first_start.answers import Answers, Purpose
from peerdesk.app.first_start.step import Step
from peerdesk.ui.widgets import ChoiceCards, Column, Label, Paragraph, Segmented

SCALES = (100, 125, 150, 175, 200)


class LanguageStep(Step):
    """Language and text size; both are seen at once."""

    number = 1
    language = Signal(str)
    text_scale = Signal(int)

    def __init__(self, answers: Answers) -> None:
        super().__init__(answers, "")
        self.heading.setText(self.tr("Welcome to PeerDesk"))
        self.lead.setText(
            self.tr(
                "A quiet desk for peer support groups. Everything stays on this computer. "
                "A few questions first; you can go back at any time, and nothing is kept until "
                "the end."
            )
        )
        self.lead.show()
        self.languages = ChoiceCards(name=self.tr("Language"))
        self._codes = languages.available()
        for code, name in self._codes:
            self.languages.add(code, name)
        known = [code for code, _name in self._codes]
        self.languages.set_current(answers.language if answers.language in known else known[0])
        self.languages.chosen.connect(self._chose)
        self.sizes = Segmented(
            [self.tr("{n} %").format(n=n) for n in SCALES],
            name=self.tr("Text size"),
            current=SCALES.index(answers.text_scale),
        )
        self.sizes.chosen.connect(self._sized)
        self.box.addWidget(Label(self.tr("Language"), size=13, weight=500))
        self.box.addWidget(self.languages)
        size = Column(spacing=8)
        size.addWidget(Label(self.tr("Text size"), size=13, weight=500))
        size.addWidget(self.sizes)
        size.addWidget(Paragraph(self.tr("This is how large words will be."), tone="muted"))
        self.box.addLayout(size)

    def _chose(self, code: str) -> None:
        self.answers.language = code
        self.language.emit(code)

    def _sized(self, at: int) -> None:
        self.answers.text_scale = SCALES[at]
        self.text_scale.emit(SCALES[at])

    def keep(self) -> None:
        self.answers.language = self.languages.current()

    def focus_first(self) -> None:
        _focus_choice(self.languages)


class PurposeStep(Step):
    """What PeerDesk is for here."""

    number = 2

    def __init__(self, answers: Answers) -> None:
        super().__init__(answers, "")
        self.heading.setText(self.tr("What would you like to do?"))
        self.choices = ChoiceCards(name=self.tr("What would you like to do?"))
        self.choices.add(
            "look",
            self.tr("Look round first"),
            self.tr("Open a made-up group and try everything. Nothing is kept."),
            "eye",
        )
        self.choices.add(
            "others",
            self.tr("I'm setting this up for others"),
            self.tr(
                "Only the part for everyone: help right now, local help, meeting times. "
                "A facilitator can add their group later."
            ),
            "screen",
        )
        self.choices.add(
            "group",
            self.tr("I run a group"),
            self.tr("Your own sign-in, and a place for your group that only facilitators open."),
            "people",
        )
        self.choices.add(
            "copy",
            self.tr("Bring back a copy"),
            self.tr("PeerDesk was on another computer, and there is a copy on a stick or a drive."),
            "bring-back",
        )
        if answers.purpose:
            self.choices.set_current(answers.purpose)
        self.problem = Paragraph("", size=13, tone="clay")
        self.problem.hide()
        self.choices.chosen.connect(self.problem.hide)
        self.box.addWidget(self.choices)
        self.box.addWidget(self.problem)

    def keep(self) -> None:
        self.answers.purpose = cast(Purpose, self.choices.current())

    def check(self) -> bool:
        return _chosen(self.choices, self.problem, self.tr("Please choose one of them."))

    def focus_first(self) -> None:
        _focus_choice(self.choices)


class ComputerStep(Step):
    """Whether others sit here too; it decides how careful PeerDesk is with names."""

    number = 3

    def __init__(self, answers: Answers) -> None:
        super().__init__(answers, "")
        self.heading.setText(self.tr("Whose computer is this?"))
        self.choices = ChoiceCards(name=self.tr("Whose computer is this?"))
        self.choices.add(
            "shared",
            self.tr("A shared computer"),
            self.tr(
                "Others use it too. Names stay closed until you ask for them, and PeerDesk "
                "locks by itself after three quiet minutes."
            ),
            "people",
        )
        self.choices.add(
            "own",
            self.tr("My own computer"),
            self.tr("Nobody else uses it. Names are shown."),
            "person",
        )
        if answers.shared is not None:
            self.choices.set_current("shared" if answers.shared else "own")
        self.problem = Paragraph("", size=13, tone="clay")
        self.problem.hide()
        self.choices.chosen.connect(self.problem.hide)
        self.box.addWidget(self.choices)
        self.box.addWidget(self.problem)

    def keep(self) -> None:
        self.answers.shared = {"shared": True, "own": False}.get(self.choices.current())

    def check(self) -> bool:
        return _chosen(self.choices, self.problem, self.tr("Please choose one of the two."))

    def focus_first(self) -> None:
        _focus_choice(self.choices)


def _chosen(choices: ChoiceCards, problem: Paragraph, words: str) -> bool:
    missing = not choices.current()
    problem.setText(words if missing else "")
    problem.setVisible(missing)
    return not missing


def _focus_choice(choices: QWidget) -> None:
    cards = choices.findChildren(QRadioButton)
    Step.focus(next((c for c in cards if c.isChecked()), cards[0]))
