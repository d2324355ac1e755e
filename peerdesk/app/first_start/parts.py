"""The group's recovery parts: print them, and type two marked words of each."""

from __future__ import annotations

import random
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from peerdesk.app.first_start.answers import Answers
from peerdesk.app.first_start.drives import same_drive
from peerdesk.app.first_start.sheets import MARK, in_one, sheets
from peerdesk.app.first_start.step import Step
from peerdesk.core.errors import KnownError
from peerdesk.core.text import translate
from peerdesk.safe import recovery
from peerdesk.ui.text import render
from peerdesk.ui.widgets import (
    Button,
    Card,
    CheckBox,
    Field,
    FlowLayout,
    Heading,
    InlineMessage,
    LineEdit,
    Paragraph,
    Row,
)

NO_PRINTER = translate(
    "PartsStep",
    "This computer knows no printer. Save on a USB stick and print from another computer, or do it "
    "later.",
)


class PartsMaker(Protocol):
    """Who makes the parts: the draft of a first start, or the keys of an open group."""

    def parts(self, one_sheet: bool) -> list[str]:
        """The group's recovery parts; one when ``one_sheet``."""


class PartsStep(Step):
    """Three sheets of which any two are needed; on one's own computer one may be enough.

    ``later`` is asked for by "Print later". After printing, ``go_on`` leads to the check.
    ``saved``: the folder the sheets were saved in instead; "" when they were printed.
    """

    number = 6
    later = Signal()
    can_continue = False

    def __init__(self, answers: Answers, draft: PartsMaker, workspace: Path) -> None:
        super().__init__(answers, "")
        self._draft, self._workspace = draft, workspace
        self.heading.setText(self.tr("A way back for your group"))
        self.lead.setText(
            self.tr(
                "If nobody can sign in any more, these sheets open the group's records. They never "
                "open anyone's private notes. Any two of the three are needed: give them to "
                "different people, or keep them in different places."
            )
        )
        self.lead.show()
        self.one_sheet = CheckBox(self.tr("One sheet is enough for me"))
        self.one_sheet.setVisible(answers.shared is False)
        self.one_sheet.toggled.connect(lambda _on: self._make())
        self.message = InlineMessage(parent=self)
        stand = Card("soft")
        stand.add(
            Paragraph(
                self.tr(
                    "Stand at the printer: whoever takes a sheet holds a part of your key. Then "
                    "PeerDesk asks for two words of each sheet, to be sure they can be read."
                )
            )
        )
        self.print_button = Button(self.tr("Print"), "primary", icon="print")
        self.print_button.clicked.connect(self.print_sheets)
        self.save_button = Button(self.tr("Save on a USB stick"), icon="save")
        self.save_button.clicked.connect(self.save_sheets)
        self.later_button = Button(self.tr("Print later"))
        self.later_button.clicked.connect(self.later)
        buttons = QWidget()
        FlowLayout(buttons, spacing=(10, 10)).add(
            self.print_button, self.save_button, self.later_button
        )
        self.box.addWidget(stand)
        self.box.addWidget(self.one_sheet)
        self.box.addWidget(buttons)
        self.box.addWidget(self.message)
        self.later_hint = Paragraph(
            self.tr("With “Print later” the page Today reminds you until it is done."),
            size=13,
            tone="muted",
        )
        self.box.addWidget(self.later_hint)
        self.saved = ""
        self.parts: list[str] = []
        self.asked: list[tuple[int, int]] = []
        self._make()

    def _make(self) -> None:
        self.parts = self._draft.parts(self.one_sheet.isChecked())
        self.asked = recovery.ask_back(self.parts, random.SystemRandom())

    def print_sheets(self) -> None:
        """Print all sheets, then go on to the check."""
        from peerdesk.ui import printing

        self.message.clear()
        if not printing.can_print():
            self.message.say(render(NO_PRINTER), "problem")
            return
        if printing.print_text(in_one(sheets(self.parts, self.asked)), self.window()):
            self.saved = ""
            self.go_on.emit()

    def save_sheets(self) -> None:
        """A PDF of each sheet, on another drive than the keys unless this is one's own computer."""
        from peerdesk.ui import printing

        chosen = QFileDialog.getExistingDirectory(
            self.window(), self.tr("Choose a folder on the USB stick")
        )
        if not chosen:
            return
        folder = Path(chosen)
        if self.answers.shared is not False and same_drive(folder, self._workspace):
            self.message.say(
                self.tr(
                    "This folder is on the same drive as the group's records: who takes the "
                    "computer would have both. Nothing was saved. Please plug in a USB stick and "
                    "choose a folder there."
                ),
                "problem",
            )
            return
        try:
            for number, text in enumerate(sheets(self.parts, self.asked), start=1):
                printing.save_pdf(text, folder / f"PeerDesk {number}.pdf")
        except KnownError as error:
            self.message.say(render(error.text), "problem")
            return
        self.message.clear()
        self.saved = str(folder)
        self.go_on.emit()

    def focus_first(self) -> None:
        self.focus(self.print_button)


class CheckStep(Step):
    """Two marked words of each sheet."""

    number = 6

    def __init__(
        self,
        answers: Answers,
        parts: Sequence[str],
        asked: Sequence[tuple[int, int]],
        saved: str = "",
    ) -> None:
        super().__init__(answers, "")
        self.parts, self.asked = list(parts), list(asked)
        self.heading.setText(self.tr("Can the sheets be read?"))
        words = self.tr("Type the words marked {mark} on each sheet.").format(mark=MARK.strip())
        if saved:
            where = self.tr(
                "The sheets are saved in {folder}: “PeerDesk 1.pdf” and so on. Open them there."
            )
            words = f"{where.format(folder=saved)} {words}"
        self.lead.setText(words)
        self.lead.show()
        self.message = InlineMessage(parent=self)
        self.fields: list[tuple[str, int, Field, LineEdit]] = []
        for number, (part, pair) in enumerate(zip(self.parts, self.asked, strict=True), start=1):
            if len(self.parts) > 1:
                self.box.addWidget(Heading(self.tr("Part {n}").format(n=number), 2))
            row = Row(spacing=16)
            for at in pair:
                typed = LineEdit(private=True)
                field = Field(self.tr("Word {n}").format(n=at), typed)
                if len(self.parts) > 1:
                    typed.setAccessibleName(
                        self.tr("Part {part}, word {n}").format(part=number, n=at)
                    )
                typed.textEdited.connect(partial(self._calm, field))
                row.addWidget(field, 1, Qt.AlignmentFlag.AlignTop)
                self.fields.append((part, at, field, typed))
            self.box.addLayout(row)
        self.box.addWidget(self.message)

    def continue_words(self) -> str:
        return self.tr("Finish")

    @staticmethod
    def _calm(field: Field, _words: str) -> None:
        field.set_problem("")

    def check(self) -> bool:
        first: LineEdit | None = None
        for part, at, field, typed in self.fields:
            right = recovery.answers_right(part, at, typed.text())
            if right:
                field.set_problem("")
            elif typed.text().strip():
                field.set_problem(self.tr("The sheet says another word here. Please look again."))
            else:
                field.set_problem(self.tr("This word is missing yet."))
            if not right and first is None:
                first = typed
        if first is not None:
            self.focus(first)
        return first is None

    def focus_first(self) -> None:
        self.focus(self.fields[0][3])
