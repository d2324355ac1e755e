"""What the meeting's window asks: the evening's code, time that passed unseen, whether to end."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QRegularExpression, Qt, Signal
from PySide6.QtGui import QKeyEvent, QRegularExpressionValidator, QShowEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from peerdesk.core.errors import KnownError
from peerdesk.ui import theme
from peerdesk.ui.text import render
from peerdesk.ui.widgets import (
    Button,
    Card,
    Column,
    Field,
    FlowLayout,
    Heading,
    InlineMessage,
    LineEdit,
    Paragraph,
    Row,
    ScrollColumn,
)

DIGITS = 4
WIDE = 520


class _Page(QWidget):
    """One question in the middle of the window; ``back`` at Escape."""

    back = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.card = Card(spacing=14, margins=(28, 26, 28, 24))
        # Large words in a small window: the page scrolls.
        self.view = ScrollColumn((20, 20, 20, 20), 0)
        line = Row(spacing=0)
        line.addStretch(1)
        line.addWidget(self.card)
        line.addStretch(1)
        self.view.box.addStretch(1)
        self.view.box.addLayout(line)
        self.view.box.addStretch(1)
        Column(self, spacing=0).addWidget(self.view)
        self.restyle()

    def restyle(self) -> None:
        self.card.setFixedWidth(
            min(theme.px(WIDE), max(theme.px(240), self.width() - theme.px(56)))
        )

    def resizeEvent(self, event: object) -> None:
        del event
        self.restyle()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.back.emit()
            return
        super().keyPressEvent(event)


class AskPage(_Page):
    """A question with its answers; ``chosen`` tells the key of the one that was pressed.

    ``answers``: key and words, the usual one first. ``first``: the answer the keyboard is on,
    else the usual one. ``letters``: the letter that gives an answer, shown beside it.
    """

    chosen = Signal(str)

    def __init__(
        self,
        title: str,
        lines: Sequence[str],
        answers: Sequence[tuple[str, str]],
        parent: QWidget | None = None,
        *,
        first: str = "",
        letters: Mapping[str, str] | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(title)
        self.card.add(Heading(title, 1, wrap=True), *(Paragraph(line) for line in lines))
        holder = QWidget()
        row = FlowLayout(holder, spacing=(10, 8))
        self.buttons: dict[str, Button] = {}
        self._first, self._letters = first, letters or {}
        for key, words in answers:
            kind = "plain" if self.buttons else "primary"
            button = Button(words, kind, keys=self._letters.get(key, ""))
            button.clicked.connect(lambda _on=False, k=key: self.chosen.emit(k))
            self.buttons[key] = button
            row.add(button)
        self.card.add(holder)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        # As by a shortcut: the space bar may have asked, so it must be seen what it presses next.
        first = self._first or next(iter(self.buttons))
        self.buttons[first].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        typed = event.text().upper()
        held = event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier
        if typed and not held and not event.isAutoRepeat():
            for key, letter in self._letters.items():
                if typed == letter:
                    self.chosen.emit(key)
                    return
        super().keyPressEvent(event)


def code_field(name: str = "") -> LineEdit:
    """A field that takes four digits."""
    field = LineEdit(private=True, name=name)
    field.setMaxLength(DIGITS)
    field.setValidator(QRegularExpressionValidator(QRegularExpression("[0-9]{0,4}"), field))
    return field


class CodePage(_Page):
    """The curtain: the evening's code shows tonight's names again and opens nothing else.

    ``typed`` tells four digits; :meth:`missed` says that they were others. ``sign_in`` when
    somebody would rather do that.
    """

    typed = Signal(str)
    sign_in = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Names are closed"))
        self.code = code_field()
        self.code.setEchoMode(QLineEdit.EchoMode.Password)
        self.field = Field(self.tr("Tonight's code (four digits)"), self.code)
        self.show_button = Button(self.tr("Show names"), "primary")
        self.sign_in_button = Button(self.tr("Sign in"))
        self.back_button = Button(self.tr("Back"), keys="Esc")
        self.message = InlineMessage(parent=self)
        self._words = Paragraph("")
        holder = QWidget()
        FlowLayout(holder, spacing=(10, 8)).add(
            self.show_button, self.sign_in_button, self.back_button
        )
        self.card.add(
            Heading(self.tr("Names are closed"), 1, wrap=True),
            self._words,
            self.field,
            self.message,
            holder,
        )
        self.show_button.clicked.connect(self._try)
        self.code.returnPressed.connect(self._try)
        self.sign_in_button.clicked.connect(self.sign_in)
        self.back_button.clicked.connect(self.back)

    def ask(self, *, has_code: bool) -> None:
        """Begin anew. Without a code that still works only signing in is offered."""
        self.code.clear()
        self.message.clear()
        self.field.setVisible(has_code)
        self.show_button.setVisible(has_code)
        if has_code:
            self._words.setText(self.tr("The meeting goes on. The code shows the names again."))
        else:
            self._words.setText(
                self.tr(
                    "The meeting goes on. The code does not work any more. Whoever can open this "
                    "group can sign in, and the names are there again."
                )
            )
        (self.code if has_code else self.sign_in_button).setFocus(Qt.FocusReason.OtherFocusReason)

    def missed(self, *, has_code: bool) -> None:
        """It was another code."""
        self.ask(has_code=has_code)
        if has_code:
            self.message.say(self.tr("That is not tonight's code. Please try again."), "problem")

    def say(self, problem: KnownError) -> None:
        """Something else is in the way."""
        self.message.say(render(problem.text), "problem")

    def _try(self) -> None:
        digits = self.code.text()
        if len(digits) < DIGITS:
            self.message.say(self.tr("The code has four digits."), "problem")
            self.code.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.typed.emit(digits)
