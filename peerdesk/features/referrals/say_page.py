"""What I want to say: a page somebody writes for a doctor, an adviser, an office. It is printed or
taken along, and never kept: not in a place, not over a lock, not after leaving the page."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QFileDialog, QWidget

from peerdesk.core.errors import KnownError
from peerdesk.features.referrals import words
from peerdesk.ui import drives, printing
from peerdesk.ui.context import Context
from peerdesk.ui.page import Page
from peerdesk.ui.text import render
from peerdesk.ui.widgets import (
    Button,
    Card,
    CheckBox,
    Column,
    Field,
    FlowLayout,
    InlineMessage,
    Muted,
    ScrollColumn,
    TextArea,
)

FILE_NAME = "PeerDesk.pdf"
"""What a file is called: it tells nobody what is in it."""


class SayPage(Page):
    """Six questions, all of them optional. ``unsaved`` is always "": these words are not carried
    over a lock, and the page says so."""

    tables = frozenset({"nothing of a place stands here"})

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.note = InlineMessage(
            self.tr(
                "Nothing here is kept. Your words are gone when you leave this page, when you "
                "lock, and when PeerDesk locks by itself. Print them, or save them on a USB stick."
            )
        )
        self.message = InlineMessage(parent=self)
        self.parts: list[tuple[str, TextArea]] = []
        card = Card(spacing=14)
        for label, hint in self._prompts():
            area = TextArea(private=True, lines=2)
            self.parts.append((label, area))
            card.add(Field(label, area, hint))
        self.large = CheckBox(self.tr("Large print"))
        self.print_button = Button(self.tr("Print…"), "primary", icon="print")
        self.save_button = Button(self.tr("Save on a USB stick…"), icon="save")
        self.clear_button = Button(self.tr("Clear the page"), icon="trash")
        self.print_button.clicked.connect(self.print_page)
        self.save_button.clicked.connect(self.ask_where)
        self.clear_button.clicked.connect(self.clear)
        bar = QWidget()
        FlowLayout(bar, spacing=(10, 8)).add(
            self.print_button, self.save_button, self.clear_button, self.large
        )
        card.add(
            Muted(
                self.tr("Leave out what you do not want to say. Empty parts are not printed."),
                wrap=True,
            ),
            self.message,
            bar,
        )
        column = ScrollColumn(spacing=14)
        column.add(self.note, card)
        column.box.addStretch(1)
        Column(self).add(column)

    def _prompts(self) -> list[tuple[str, str]]:
        return [
            (
                self.tr("What brings me here"),
                self.tr("In your own words. Two or three sentences are plenty."),
            ),
            (self.tr("What helps"), self.tr("Being told first, a break, someone beside me …")),
            (self.tr("What does not help"), self.tr("What was tried, and what makes it harder.")),
            (
                self.tr("What I take"),
                self.tr("Only if you want to say. Copy it from the box or the label."),
            ),
            (self.tr("What I ask of you"), self.tr("One or two things are heard best.")),
            (self.tr("Whom to ring"), self.tr("Who may be told, and their number.")),
        ]

    # -- what app asks -------------------------------------------------------------------------

    def title(self) -> str:
        return self.tr("What I want to say")

    def subtitle(self) -> str:
        return self.tr("A page to hand over, so that you do not have to say it all.")

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if not event.spontaneous():  # a window that is made small is not left
            self.clear()

    # -- doing ---------------------------------------------------------------------------------

    def clear(self) -> None:
        """Take every word away, for good: Ctrl+Z does not bring it back either."""
        for _label, area in self.parts:
            area.clear()
        self.large.setChecked(False)
        self.message.clear()

    def body(self) -> str:
        """The page for paper."""
        return words.letter_html(
            self.title(), [(label, area.toPlainText()) for label, area in self.parts]
        )

    def print_page(self) -> None:
        """Ask for a printer and print."""
        if self._has_words() and printing.print_text(
            self.body(), self.window(), large=self.large.isChecked()
        ):
            self.message.say(
                self.tr("It is on its way to the printer. Stand at the printer."), "done"
            )

    def ask_where(self) -> None:
        """Ask for a place on a drive that can be taken away, then save there."""
        if not self._has_words():
            return
        roots = self._drives()
        if not roots:
            self._say_away()
            return
        chosen, _ = QFileDialog.getSaveFileName(
            self, self.tr("Save the page"), str(roots[0] / FILE_NAME), "PDF (*.pdf)"
        )
        if chosen:
            path = Path(chosen)
            self.save(path if path.suffix.lower() == ".pdf" else Path(f"{chosen}.pdf"))

    def save(self, path: Path) -> bool:
        """Save as PDF; False when that is not a drive to take away, or it cannot be written."""
        if not any(path.resolve().is_relative_to(root.resolve()) for root in self._drives()):
            self._say_away()
            return False
        try:
            printing.save_pdf(self.body(), path, large=self.large.isChecked())
        except KnownError as error:
            self.message.say(render(error.text), "problem")
            return False
        self.message.say(self.tr("Saved as {name}.").format(name=path.name), "done")
        return True

    # -- inside --------------------------------------------------------------------------------

    def _has_words(self) -> bool:
        if any(area.toPlainText().strip() for _label, area in self.parts):
            return True
        self.message.say(self.tr("There are no words on the page yet."))
        self.parts[0][1].setFocus(Qt.FocusReason.OtherFocusReason)
        return False

    def _drives(self) -> list[Path]:
        return drives.plugged(self._context.drawer.path.parent)

    def _say_away(self) -> None:
        self.message.say(
            self.tr(
                "These words do not stay on this computer. Nothing was saved. Please plug in a USB "
                "stick and save there, or print."
            ),
            "problem",
        )
