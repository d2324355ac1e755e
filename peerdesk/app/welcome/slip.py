"""A question or a topic, left for a group without a sign-in. Nothing of it is recorded here.

Help stands first: nobody reads a slip tonight. What is sent goes into a box that only the group's
facilitators can open, and the words leave the form when they are sent and when the form is left.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QWidget

from peerdesk.app.help_now.card import CrisisCard
from peerdesk.core.errors import KnownError
from peerdesk.store.glance import CrisisRow
from peerdesk.store.in_tray import MOST_WORDS, NoKey, Tray, put
from peerdesk.ui.text import render
from peerdesk.ui.widgets import (
    Button,
    Card,
    Column,
    ComboBox,
    Field,
    FlowLayout,
    Heading,
    InlineMessage,
    Muted,
    Row,
    TextArea,
)

Send = Callable[[Tray, str], object]


def send_slip(shelf: Path, tray: Tray, words: str) -> None:
    """Seal ``words`` for a group and put the box into its in-tray. Raises NoKey and the KnownErrors
    of ``store.in_tray.put``; then it is not there."""
    import os

    from peerdesk.safe import in_tray  # nobody who only looks waits for it

    data = words.strip()[:MOST_WORDS].encode("utf-8", "replace")
    try:
        box = in_tray.seal(tray.public_key, tray.group, os.urandom(16), "slip", data)
    except ValueError as error:
        raise NoKey from error
    put(shelf, tray.group, box)


class SlipForm(QWidget):
    """The form; ``back`` goes where one came from."""

    back = Signal()

    def __init__(
        self,
        trays: Sequence[Tray],
        crisis: Sequence[CrisisRow],
        send: Send,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._trays, self._send = list(trays), send
        self.back_button = Button(self.tr("Back"), icon="back", keys="Esc")
        self.back_button.clicked.connect(self.back)
        head = Row(spacing=12)
        head.addWidget(self.back_button, 0, Qt.AlignmentFlag.AlignVCenter)
        title = Heading(self.tr("Ask a question or suggest a topic"), 1, wrap=True)
        head.addWidget(title, 1)
        self.crisis = CrisisCard(crisis)
        self.form = self._make_form()
        self.thanks = self._make_thanks()
        self.thanks.hide()
        box = Column(self, spacing=14)
        box.addLayout(head)
        box.add(Heading(self.tr("Nobody reads this tonight. If you need help now:"), 2, wrap=True))
        box.add(self.crisis, self.form, self.thanks)
        box.addStretch(1)

    def _make_form(self) -> Card:
        card = Card(spacing=12)
        unnamed = self.tr("A group that shows no name here")
        self.group = ComboBox([tray.name or unnamed for tray in self._trays])
        group = Field(self.tr("For which group"), self.group)
        self.words = TextArea(private=True, lines=3, most=8)
        self.words.textChanged.connect(self._count)
        self.field = Field(
            self.tr("Your question or topic"),
            self.words,
            self.tr(
                "No name is needed. Only the facilitators of the group can open this, when they "
                "are here next. Please leave out what would tell who somebody is."
            ),
        )
        self.send_button = Button(self.tr("Put it into the in-tray"), "primary")
        self.send_button.clicked.connect(self._sent)
        self.message = InlineMessage("", parent=card)
        buttons = QWidget()
        FlowLayout(buttons).add(self.send_button)
        card.add(group, self.field, self.message, buttons)
        group.setVisible(len(self._trays) > 1)
        return card

    def _make_thanks(self) -> Card:
        card = Card("soft", spacing=10, margins=(18, 16, 18, 16))
        self.thanked = Heading(self.tr("Thank you. It lies in the in-tray now."), 2, wrap=True)
        self.another = Button(self.tr("Write another one"))
        self.another.clicked.connect(self.start)
        buttons = QWidget()
        FlowLayout(buttons).add(self.another)
        words = self.tr("It may come up at one of the next meetings. Nobody knows who wrote it.")
        card.add(self.thanked, Muted(words, size=15, wrap=True), buttons)
        return card

    # -- doing -------------------------------------------------------------------------------

    def start(self) -> None:
        """An empty form, ready to type in."""
        self._forget()
        self.thanks.hide()
        self.form.show()
        self.words.setFocus(Qt.FocusReason.OtherFocusReason)

    def _count(self) -> None:
        over = len(self.words.toPlainText().strip()) - MOST_WORDS
        self.message.clear()
        self.field.set_problem(
            self.tr("This is %n letters more than a slip holds.", "", over) if over > 0 else ""
        )

    def _sent(self) -> None:
        words = self.words.toPlainText().strip()
        if not words:
            self.field.set_problem(self.tr("Nothing is written yet."))
            self.words.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        if len(words) > MOST_WORDS:
            self.words.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        try:
            self._send(self._trays[max(0, self.group.currentIndex())], words)
        except KnownError as problem:
            self.message.say(render(problem.text), "problem")
            return
        self._forget()
        self.form.hide()
        self.thanks.show()
        self.another.setFocus(Qt.FocusReason.OtherFocusReason)

    def _forget(self) -> None:
        self.words.setPlainText("")  # what was typed cannot be undone back either
        self.field.set_problem("")
        self.message.clear()

    def hideEvent(self, event: QHideEvent) -> None:
        self._forget()
        super().hideEvent(event)
