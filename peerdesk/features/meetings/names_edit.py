"""A field for somebody's name that keeps to the names curtain."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QCompleter, QWidget

from peerdesk.features.meetings.saving import Saver
from peerdesk.ui.names import NamesCurtain
from peerdesk.ui.widgets import LineEdit


class NameEdit(LineEdit):
    """While names are closed it shows initials and cannot be typed in, so that initials are never
    saved as a name. ``choices()`` gives the names offered while typing."""

    def __init__(
        self,
        curtain: NamesCurtain,
        choices: Callable[[], list[str]],
        save: Callable[[str], None],
        left: Callable[[], None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(private=True, parent=parent)
        self._curtain, self._choices = curtain, choices
        self._model = QStringListModel(self)
        completer = QCompleter(self._model, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setCompleter(completer)
        self._saver = Saver(self, save, left)

    def load(self, name: str) -> None:
        """Show a name, or its initials."""
        is_open = self._curtain.is_open()
        if not is_open:
            self._saver.flush()
            self._model.setStringList([])
        self.setReadOnly(not is_open)
        self.setToolTip("" if is_open else self.tr("Show names (F8) to change this."))
        self._saver.load(self._curtain.shown(name))

    def flush(self) -> None:
        """Save what is not saved yet."""
        self._saver.flush()

    def focusInEvent(self, event: QFocusEvent) -> None:
        if self._curtain.is_open():
            self._model.setStringList(self._choices())
        super().focusInEvent(event)
