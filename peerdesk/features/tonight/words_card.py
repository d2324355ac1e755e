"""What came up, without names: a name of the group is pointed out before it is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from peerdesk.core.text import Text
from peerdesk.features.tonight import words
from peerdesk.features.tonight.ask_bar import AskBar
from peerdesk.features.tonight.painted import PlainArea
from peerdesk.ui.saving import Saver
from peerdesk.ui.text import render
from peerdesk.ui.widgets import Card, Heading, Muted, Row

if TYPE_CHECKING:
    from peerdesk.features.tonight.face import Face
    from peerdesk.features.tonight.state import State

PAUSE = 1_500
"""Ms without a key before the words are kept: each keeping is a line of the evening."""


class WordsCard(Card):
    """The words. Until it is said what to do with a name, "someone" is kept in its place.
    ``left()`` when the keyboard is done here."""

    left = Signal()

    def __init__(self, face: Face, parent: QWidget | None = None) -> None:
        super().__init__(margins=(18, 16, 18, 8), spacing=4, parent=parent)
        self._face = face
        self._allowed: set[str] = set()
        head = Row(spacing=12)
        title = Heading(self.tr("What came up"), 2)
        head.addWidget(title)
        head.addStretch(1)
        head.addWidget(Muted(self.tr("no names")), 0, Qt.AlignmentFlag.AlignTop)
        self.area = PlainArea(
            placeholder=self.tr("Themes and questions, in a few words"),
            name=self.tr("What came up, without names"),
            private=True,
            lines=1,
            most=6,
        )
        # It grows instead; a bar that comes and goes would wrap the words anew each time.
        self.area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        title.setBuddy(self.area)
        self.area.document().documentLayout().documentSizeChanged.connect(self._grown)
        self.area.textChanged.connect(self._grown)
        self.saver = Saver(self.area, self._keep, lambda: None, self._tell, pause=PAUSE)
        self.asking = AskBar()
        self.box.addLayout(head)
        self.box.addWidget(self.area)
        self.box.addWidget(self.asking)

    def show_state(self, state: State) -> None:
        """Show what was kept, unless somebody types here."""
        busy = self.area.hasFocus() or self.asking.subject or self.saver.unsaved()
        if not busy and self.area.toPlainText() != state.words:
            self.saver.load(state.words)
        self.area.setReadOnly(state.ended)

    def _grown(self) -> None:
        self.area.updateGeometry()

    def _names(self, text: str) -> list[str]:
        return [n for n in self._face.service.names_in(text) if n not in self._allowed]

    def _keep(self, text: str) -> None:
        names = self._names(text)
        state = self._face.service.set_words(words.without(text, names))
        self._face.now = state
        if not names:
            self.asking.done("name")
            return
        if len(names) == 1:
            asked = self.tr("{name} is a name from the group. Leave it out, or keep it?")
            asked = asked.format(name=names[0])
            labels = self.tr("Leave it out"), self.tr("Keep it")
        else:
            asked = self.tr("{names} are names from the group. Leave them out, or keep them?")
            asked = asked.format(names=", ".join(names))
            labels = self.tr("Leave them out"), self.tr("Keep them")
        self.asking.ask(
            "name",
            asked,
            [
                (labels[0], lambda: self._leave_out(names)),
                (labels[1], lambda: self._allow(names)),
            ],
            focus=False,
        )

    def _leave_out(self, names: list[str]) -> None:
        self.saver.load(words.without(self.area.toPlainText(), names))
        self._again()

    def _allow(self, names: list[str]) -> None:
        self._allowed.update(names)
        self._again()

    def _again(self) -> None:
        self._face.do(lambda: self._keep(self.area.toPlainText()))

    def _tell(self, text: Text) -> None:
        self._face.say(render(text))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        # Who presses beside the line and types would pass, skip and go on with every letter.
        self.area.setFocus(Qt.FocusReason.MouseFocusReason)
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return
        super().keyPressEvent(event)
