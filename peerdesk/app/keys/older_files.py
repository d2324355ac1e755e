"""What is asked to be read when old files may lie in place of a group's (``keys.went_back``)."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QWidget

from peerdesk.features.keys.went_back import WORDS
from peerdesk.ui.question import Question
from peerdesk.ui.text import render
from peerdesk.ui.widgets import Button, Heading, Paragraph

WIDTH = 560


class OlderFiles(Question):
    """``groups`` are their names. "I have read this" accepts; "Later", Escape and closing let it be
    said again at the next sign-in."""

    def __init__(self, groups: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent, wide=WIDTH)
        title = self.tr("Something here is older than it was")
        self.setAccessibleName(title)
        what, *rest = WORDS
        said = [render(what.format(group=name)) for name in groups]
        said += [render(text) for text in rest]
        self.heading = Heading(title, 3, wrap=True)
        self.words.add(self.heading, *(Paragraph(text) for text in said))
        self.read = Button(self.tr("I have read this"), kind="primary")
        self.later = Button(self.tr("Say it again next time"))
        self.read.clicked.connect(self.accept)
        self.later.clicked.connect(self.reject)
        self.offer(self.read, self.later)
        # Not the other: the Enter of the sign-in, pressed twice, has read nothing.
        QTimer.singleShot(0, self.later, lambda: self.later.setFocus(Qt.FocusReason.TabFocusReason))
