"""Words that are kept without names: a name of the group is pointed out before it is."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from peerdesk.core.text import Text
from peerdesk.ui.saving import Saver
from peerdesk.ui.widgets import Button, Card, Column, FlowLayout, Paragraph, TextArea


class NamelessWords(QWidget):
    """A text area that saves itself. While nobody said what to do with a name in it, what is kept
    has "someone" in its place.

    ``named(words)`` gives the names in some words, ``without(words, names, instead)`` leaves them
    out, ``save(words)`` keeps.
    """

    def __init__(
        self,
        area: TextArea,
        named: Callable[[str], list[str]],
        without: Callable[[str, list[str], str], str],
        save: Callable[[str], object],
        left: Callable[[], object],
        tell: Callable[[Text], object],
    ) -> None:
        super().__init__()
        self.area, self._named, self._without, self._save = area, named, without, save
        self._allowed: set[str] = set()
        self._names: list[str] = []
        self.asked = Paragraph("", size=13)
        self.leave_out = Button(self.tr("Leave it out"), small=True)
        self.keep = Button(self.tr("Keep it"), small=True)
        self.leave_out.clicked.connect(self._leave_out)
        self.keep.clicked.connect(self._keep)
        buttons = QWidget()
        FlowLayout(buttons, spacing=(8, 6)).add(self.leave_out, self.keep)
        self.asking = Card("soft", spacing=6).add(self.asked, buttons)
        self.asking.hide()
        self.saver = Saver(area, self._keep_words, left, tell)
        Column(self, spacing=8).add(area, self.asking)

    def load(self, words: str) -> None:
        """Show what is kept, unless somebody is being asked about what stands here."""
        if not self._names:
            self.saver.load(words)

    def start(self) -> None:
        """Another meeting is shown: what was answered before counts no more."""
        self._allowed, self._names = set(), []
        self.asking.hide()

    def flush(self) -> None:
        """Save what is not saved yet."""
        self.saver.flush()

    def unsaved(self) -> str:
        """Words that could not be saved."""
        return self.saver.unsaved()

    def _someone(self) -> str:
        return self.tr("someone")

    def _keep_words(self, words: str) -> None:
        self._names = [n for n in self._named(words) if n not in self._allowed]
        self._save(self._without(words, self._names, self._someone()) if self._names else words)
        self.asking.setVisible(bool(self._names))
        if self._names:
            said = self.tr("{names}: a name from the group stands here. Leave it out, or keep it?")
            self.asked.setText(said.format(names=", ".join(self._names)))

    def _leave_out(self) -> None:
        words = self._without(self.area.toPlainText(), self._names, self._someone())
        self._names = []
        self.asking.hide()
        self.area.setPlainText(words)
        self.saver.flush()
        self.area.setFocus()

    def _keep(self) -> None:
        self._allowed.update(self._names)
        self._names = []
        self._keep_words(self.area.toPlainText())
        self.area.setFocus()
