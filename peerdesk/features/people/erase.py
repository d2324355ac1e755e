"""The one question that is asked: before somebody is erased for good."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QWidget

from peerdesk.ui.question import Question
from peerdesk.ui.widgets import Button, Heading, Paragraph


class EraseDialog(Question):
    """ "Erase for good" accepts; "Keep", Escape and closing keep everything. ``given_up``: of so
    many evenings erasing gives up what nobody could read so far."""

    def __init__(self, name: str, parent: QWidget | None = None, *, given_up: int = 0) -> None:
        super().__init__(parent)
        title = self.tr("Erase {name} for good?").format(name=name)
        self.setAccessibleName(title)
        words = [
            self.tr(
                "This takes away the name, how to reach this person, what they agreed to, and "
                "when they were here. It goes from this group and from its copies on this "
                "computer."
            ),
            self.tr("It cannot come back, and there is no undo."),
            self.tr(
                "Head counts of past meetings stay as they are. Copies on USB sticks still hold "
                "it until they are made again."
            ),
        ]
        if given_up:
            words.append(
                self.tr(
                    "The sheets of %n meeting(s) cannot be read just now, and the name may stand "
                    "there. Erasing gives up what they still hold. To wait for them, press Keep.",
                    "",
                    given_up,
                )
            )
        self.heading = Heading(title, 3, wrap=True)
        self.words.add(self.heading, *(Paragraph(text) for text in words))
        self.erase = Button(self.tr("Erase for good"))
        self.keep = Button(self.tr("Keep"), kind="primary")
        self.erase.clicked.connect(self.accept)
        self.keep.clicked.connect(self.reject)
        self.offer(self.erase, self.keep)
        QTimer.singleShot(0, self.keep, lambda: self.keep.setFocus(Qt.FocusReason.TabFocusReason))
