"""Before a meeting starts: its code, shown once so that it can be written down."""

from __future__ import annotations

import secrets
from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from peerdesk.app.tonight.pages import DIGITS, code_field
from peerdesk.ui.question import Question
from peerdesk.ui.widgets import Button, Field, Heading, InlineMessage, Paragraph, Segmented


def new_code() -> str:
    """Four digits by chance."""
    return f"{secrets.randbelow(10**DIGITS):0{DIGITS}}"


class CodeDialog(Question):
    """``code`` holds what was chosen when it was accepted. ``again``: the meeting runs already and
    gets another code. ``evenings``: where there is more than one to choose from, ``evening`` is the
    number of the one that was chosen."""

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        again: bool = False,
        evenings: Sequence[str] = (),
    ) -> None:
        super().__init__(parent)
        title = self.tr("Tonight's code")
        self.setAccessibleName(title)
        self.code = ""
        self.digits = code_field()
        self.digits.setText(new_code())
        self.digits.selectAll()
        self.message = InlineMessage(parent=self)
        words = self.tr("Keep this code") if again else self.tr("Start the meeting")
        self.go = Button(words, "primary")
        self.stay = Button(self.tr("Not now"))
        self.go.clicked.connect(self._chosen)
        self.digits.returnPressed.connect(self._chosen)
        self.stay.clicked.connect(self.reject)
        self.words.add(Heading(title, 1, wrap=True))
        self.evening = 0
        if len(evenings) > 1:
            which = Segmented(evenings, name=self.tr("Which group meets?"))
            which.chosen.connect(self._which)
            self.words.add(Field(self.tr("Which group meets?"), which))
        self.words.add(
            Paragraph(
                self.tr(
                    "Write it down, or choose your own. When nobody touches the computer for a "
                    "while, names close and the meeting goes on. The code shows the names again. "
                    "It opens nothing else."
                )
            ),
            Field(self.tr("Four digits"), self.digits),
            self.message,
        )
        self.offer(self.go, self.stay)
        self.digits.setFocus(Qt.FocusReason.OtherFocusReason)

    def _which(self, number: int) -> None:
        self.evening = number

    def _chosen(self) -> None:
        if len(self.digits.text()) < DIGITS:
            self.message.say(self.tr("The code has four digits."), "problem")
            self.digits.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.code = self.digits.text()
        self.accept()
