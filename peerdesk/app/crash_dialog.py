"""What is shown after a mistake of ours: what is safe, and a report without anybody's data."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from peerdesk.core.errors import KnownError
from peerdesk.ui.question import Question
from peerdesk.ui.text import render
from peerdesk.ui.widgets import Button, Field, Heading, InlineMessage, Paragraph, TextArea

WIDTH = 620


class CrashDialog(Question):
    """``copy`` and ``save`` happen only when they are pressed; ``save`` says where it wrote."""

    def __init__(
        self,
        words: str,
        *,
        copy: Callable[[], object],
        save: Callable[[], Path],
        saved: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent, wide=WIDTH)
        self._copy, self._save = copy, save
        if saved:
            what = self.tr("What you had written is saved. You can go on.")
        else:
            what = self.tr(
                "Some of your last words may not be saved. They still stand where you wrote them."
            )
        rest = self.tr("If it happens again, close PeerDesk and open it anew.")
        self.report = TextArea(words, lines=6, most=10)
        self.report.setReadOnly(True)
        self.message = InlineMessage(kind="done", parent=self)
        self.copy_button = Button(self.tr("Copy the report"), icon="copy")
        self.save_button = Button(self.tr("Save the report"))
        self.go_on = Button(self.tr("Go on"), "primary")
        self.copy_button.clicked.connect(self._copied)
        self.save_button.clicked.connect(self._saved)
        self.go_on.clicked.connect(self.accept)
        self.words.add(
            Heading(self.tr("PeerDesk made a mistake of its own"), 1, wrap=True),
            Paragraph(self.tr("{what} {rest}").format(what=what, rest=rest)),
            Paragraph(
                self.tr(
                    "The report says where in the program it happened. It holds no names and no "
                    "texts. Nobody gets it unless you pass it on."
                ),
                tone="muted",
            ),
            Field(self.tr("Report"), self.report),
            self.message,
        )
        self.offer(self.go_on, self.copy_button, self.save_button)
        self.go_on.setFocus(Qt.FocusReason.OtherFocusReason)

    def _copied(self) -> None:
        self._copy()
        self.message.say(self.tr("The report is copied."), "done")

    def _saved(self) -> None:
        try:
            path = self._save()
        except KnownError as problem:
            self.message.say(render(problem.text), "problem")
            return
        self.message.say(self.tr("Saved as {file}.").format(file=str(path)), "done")
