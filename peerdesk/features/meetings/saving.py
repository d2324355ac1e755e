"""Text that saves itself: shortly after the last key, on leaving the field, and before a lock."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer

from peerdesk.ui.widgets import LineEdit, TextArea

PAUSE = 600
"""Milliseconds without a key before the text is saved."""


class Saver(QObject):
    """Saves the text of one field with ``save(text)``; lives as long as the field.

    ``left`` is called when the keyboard leaves, so that typing there again is a new step for undo.
    """

    def __init__(
        self,
        editor: LineEdit | TextArea,
        save: Callable[[str], None],
        left: Callable[[], None],
    ) -> None:
        super().__init__(editor)
        self._editor, self._save, self._left = editor, save, left
        self._loading, self._dirty = False, False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE)
        self._timer.timeout.connect(self.flush)
        editor.textChanged.connect(self._changed)
        editor.installEventFilter(self)

    def text(self) -> str:
        """What stands in the field."""
        if isinstance(self._editor, LineEdit):
            return self._editor.text()
        return self._editor.toPlainText()

    def load(self, text: str) -> None:
        """Show ``text``, unless the person has typed something that is not saved yet."""
        if self._dirty or text == self.text():
            return
        self._loading = True
        if isinstance(self._editor, LineEdit):
            self._editor.setText(text)
        else:
            self._editor.setPlainText(text)
        self._loading = False

    def flush(self) -> None:
        """Save now what is not saved yet."""
        self._timer.stop()
        if self._dirty:
            self._dirty = False
            self._save(self.text())

    def _changed(self) -> None:
        if not self._loading:
            self._dirty = True
            self._timer.start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut:
            dirty = self._dirty
            self.flush()
            if dirty:
                self._left()
        return super().eventFilter(watched, event)
