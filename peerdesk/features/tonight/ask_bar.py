"""A calm question in the page, with its answers as buttons beside it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from peerdesk.ui.widgets import Button, Card, FlowLayout, Paragraph

Answer = tuple[str, Callable[[], object]]


class AskBar(Card):
    """One question at a time; hidden while there is none. Escape answers nothing."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("soft", spacing=6, parent=parent)
        self.subject = ""
        self.words = Paragraph("")
        self.buttons: list[Button] = []
        self._answers: list[Callable[[], object]] = []
        self._holder = QWidget()
        self._flow = FlowLayout(self._holder)
        self.add(self.words, self._holder)
        self.hide()

    def ask(self, subject: str, words: str, answers: Sequence[Answer], *, focus: bool) -> None:
        """Ask. The same question is not asked anew; ``focus`` brings the keyboard here."""
        if subject == self.subject and words == self.words.text():
            return
        self._empty()
        self.subject = subject
        self.words.setText(words)
        self.setAccessibleName(words)
        for label, answer in answers:
            button = Button(label, small=True)
            button.clicked.connect(self._answering(answer))
            self._flow.add(button)
            self.buttons.append(button)
            self._answers.append(answer)
        self.show()
        for button in self.buttons:
            button.show()
        self.updateGeometry()
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))
        if focus and self.buttons:
            # As by a shortcut: a question comes by itself, so it must be seen where Enter answers.
            self.buttons[0].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def done(self, subject: str = "") -> None:
        """Take the question away; with ``subject`` only if it is this one."""
        if not subject or subject == self.subject:
            self._empty()
            self.hide()

    def _answering(self, answer: Callable[[], object]) -> Callable[[], None]:
        def press() -> None:
            self.done()
            answer()

        return press

    def _empty(self) -> None:
        self.subject = ""
        self.words.setText("")
        self.buttons, self._answers = [], []
        self._flow.clear()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.done()  # and on: what holds the question sends the keyboard home
        super().keyPressEvent(event)
