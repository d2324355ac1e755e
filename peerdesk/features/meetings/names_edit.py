"""A field for somebody's name that keeps to the names curtain."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QCompleter, QWidget

from peerdesk.core.text import Text, translate
from peerdesk.ui.names import NamesCurtain
from peerdesk.ui.saving import Saver
from peerdesk.ui.text import render
from peerdesk.ui.widgets import LineEdit

CLOSED = translate("NameEdit", "Show names (F8) to change this.")


class NameEdit(LineEdit):
    """While names are closed it shows initials and cannot be typed in, so that initials are never
    saved as a name. ``choices()`` gives the names offered while typing."""

    def __init__(
        self,
        curtain: NamesCurtain,
        choices: Callable[[], list[str]],
        save: Callable[[str], None],
        left: Callable[[], object],
        tell: Callable[[Text], object],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(private=True, parent=parent)
        self._curtain, self._choices, self._tell = curtain, choices, tell
        self._model = QStringListModel(self)
        completer = QCompleter(self._model, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setCompleter(completer)
        self._saver = Saver(self, save, left, tell)

    def load(self, name: str) -> None:
        """Show a name, or its initials."""
        is_open = self._curtain.is_open()
        if not is_open:
            self._saver.try_now()
            self._model.setStringList([])
        self.setReadOnly(not is_open)
        # A name that could not be saved stays here: nobody reads it while names are closed.
        hidden = not is_open and bool(self._saver.unsaved())
        self.setEchoMode(self.EchoMode.Password if hidden else self.EchoMode.Normal)
        self.setToolTip("" if is_open else render(CLOSED))
        self._saver.load(self._curtain.shown(name))

    def flush(self) -> None:
        """Save what is not saved yet."""
        self._saver.flush()

    def unsaved(self) -> str:
        """A name that could not be saved."""
        return self._saver.unsaved()

    def focusInEvent(self, event: QFocusEvent) -> None:
        if self._curtain.is_open():
            self._model.setStringList(self._choices())
        super().focusInEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        typed = event.text()
        if self.isReadOnly() and typed and typed.isprintable():
            self._tell(CLOSED)  # else it would seem that the keyboard does nothing
            return
        super().keyPressEvent(event)
