"""A personal sheet: offered, printed or saved on another drive, and read back."""

from __future__ import annotations

import html
import random
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from peerdesk.app.first_start.drives import same_drive
from peerdesk.app.first_start.parts import NO_PRINTER, CheckStep
from peerdesk.app.first_start.sheets import COLUMNS, MARK
from peerdesk.app.first_start.step import Step
from peerdesk.app.keys.steps import KeyAnswers, Make
from peerdesk.core.errors import KnownError
from peerdesk.safe import recovery
from peerdesk.ui.text import render
from peerdesk.ui.widgets import Button, Card, FlowLayout, InlineMessage, Paragraph


def page(words: str, marked: tuple[int, int]) -> str:
    """The sheet as HTML. It names nobody; ``marked`` are the word numbers asked back."""
    cells = []
    for at, word in enumerate(words.split(), start=1):
        shown = f"<b>{MARK}{html.escape(word)}</b>" if at in marked else html.escape(word)
        cells.append(f"<td width='{100 // COLUMNS}%'>{at}&nbsp; {shown}</td>")
    rows = "".join(
        f"<tr>{''.join(cells[at : at + COLUMNS])}</tr>" for at in range(0, len(cells), COLUMNS)
    )
    title = QCoreApplication.translate("PersonalSheet", "PeerDesk: personal sheet")
    lines = (
        QCoreApplication.translate(
            "PersonalSheet",
            "These words open one person's own place when the password is forgotten, with all the "
            "private notes in it. On the welcome page: “I forgot my password”.",
        ),
        QCoreApplication.translate(
            "PersonalSheet",
            "Keep it where only you find it, and never beside the computer. Whoever has it can "
            "read your notes.",
        ),
    )
    return (
        f"<h1>{html.escape(title)}</h1><p>{html.escape(lines[0])}</p>"
        f"<table width='100%' cellspacing='0' cellpadding='8'>{rows}</table>"
        f"<p>{html.escape(lines[1])}</p>"
    )


def steps(answers: KeyAnswers, workspace: Path, *, optional: bool = True) -> list[Make]:
    """Offer a sheet, and check it when it was taken."""
    offer: list[Make] = [lambda: SheetStep(answers, workspace, optional=optional)]
    if answers.sheet_kept:
        return [*offer, lambda: CheckStep(answers, [answers.sheet_words], answers.sheet_asked)]
    return offer


class SheetStep(Step):
    """Print, save, or not now; then nothing of the sheet is kept."""

    can_continue = False

    def __init__(self, answers: KeyAnswers, workspace: Path, *, optional: bool = True) -> None:
        super().__init__(answers, "")
        if not answers.sheet_words:
            from peerdesk.features.keys.members import new_sheet

            answers.sheet_secret, answers.sheet_words = new_sheet()
            answers.sheet_asked = recovery.ask_back([answers.sheet_words], random.SystemRandom())
        self._mine, self._workspace = answers, workspace
        self.heading.setText(self.tr("A sheet in case you forget"))
        self.lead.setText(
            self.tr(
                "This personal sheet is the only way back to your private notes without the "
                "password. Nobody else has a copy, not even us."
            )
        )
        self.lead.show()
        stand = Card("soft")
        stand.add(
            Paragraph(
                self.tr(
                    "Stand at the printer: whoever takes the sheet can read your notes. Then "
                    "PeerDesk asks for two of its words, to be sure it can be read."
                )
            )
        )
        self.print_button = Button(self.tr("Print"), "primary", icon="print")
        self.print_button.clicked.connect(self.print_sheet)
        self.save_button = Button(self.tr("Save on a USB stick"), icon="save")
        self.save_button.clicked.connect(self.save_sheet)
        self.later_button = Button(self.tr("Not now"))
        self.later_button.clicked.connect(self._not_now)
        buttons = QWidget()
        FlowLayout(buttons, spacing=(10, 10)).add(
            self.print_button, self.save_button, self.later_button
        )
        self.message = InlineMessage(parent=self)
        self.hint = Paragraph(
            self.tr("You can make one later in Settings, under “Who can open this”."),
            size=13,
            tone="muted",
        )
        self.box.addWidget(stand)
        self.box.addWidget(buttons)
        self.box.addWidget(self.message)
        self.box.addWidget(self.hint)
        self.later_button.setVisible(optional)
        self.hint.setVisible(optional)

    def print_sheet(self) -> None:
        """Print, then go on to the check."""
        from peerdesk.ui import printing

        self.message.clear()
        if not printing.can_print():
            self.message.say(render(NO_PRINTER), "problem")
            return
        if printing.print_text(
            page(self._mine.sheet_words, self._mine.sheet_asked[0]), self.window()
        ):
            self._taken(True)

    def save_sheet(self) -> None:
        """A PDF, on another drive than the keys unless this is one's own computer."""
        from peerdesk.ui import printing

        chosen = QFileDialog.getExistingDirectory(
            self.window(), self.tr("Choose a folder on the USB stick")
        )
        if not chosen:
            return
        folder = Path(chosen)
        if self._mine.shared is not False and same_drive(folder, self._workspace):
            self.message.say(
                self.tr(
                    "This folder is on the same drive as your notes: who takes the computer would "
                    "have both. Nothing was saved. Please plug in a USB stick and choose a folder "
                    "there."
                ),
                "problem",
            )
            return
        try:
            printing.save_pdf(
                page(self._mine.sheet_words, self._mine.sheet_asked[0]),
                folder / "PeerDesk sheet.pdf",
            )
        except KnownError as error:
            self.message.say(render(error.text), "problem")
            return
        self._taken(True)

    def _not_now(self) -> None:
        self._taken(False)

    def _taken(self, kept: bool) -> None:
        self._mine.sheet_kept = kept
        self.go_on.emit()

    def focus_first(self) -> None:
        self.focus(self.print_button)
