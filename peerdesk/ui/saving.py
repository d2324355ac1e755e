"""Text that saves itself: shortly after the last key, on leaving the field, and before a lock.

Words that could not be saved stay to be saved: :meth:`Saver.flush` and leaving the field try again,
and :meth:`Saver.unsaved` gives them to who asks before a lock.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Protocol

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from peerdesk.core.errors import KnownError
from peerdesk.core.text import Text

PAUSE = 600
"""Milliseconds without a key before the text is saved."""


class Waiting(Protocol):
    """Something with words that may wait to be saved."""

    def flush(self) -> None:
        """Save now. Raises a KnownError; then the words still wait."""

    def unsaved(self) -> str:
        """The words that wait; else ""."""


def flush_all(every: Iterable[Waiting]) -> None:
    """Let all save. The KnownError of the first that could not is raised when all had a go."""
    wrong: KnownError | None = None
    for one in every:
        try:
            one.flush()
        except KnownError as error:
            wrong = wrong or error
    if wrong is not None:
        raise wrong


def unsaved_of(every: Iterable[Waiting]) -> str:
    """The words of all that wait, one under the other."""
    return "\n".join(words for one in every if (words := one.unsaved()))


def called(editor: QLineEdit | QPlainTextEdit, words: str) -> str:
    """``words`` after the name of their field, so that they are known again elsewhere."""
    name = editor.accessibleName()
    return f"{name}: {words}" if name else words


class SavesItself(QObject):
    """Stands beneath a field that saves itself. ``over``: the files are closed, so nothing can be
    saved any more, and nothing may try; the events of a closing window come after that."""

    over = False


def end_all(window: QWidget) -> None:
    """Nothing in ``window`` saves itself from now on."""
    for one in window.findChildren(SavesItself):
        one.over = True


class Saver(SavesItself):
    """Saves the text of one field with ``save(text)``; lives as long as the field.

    ``left`` is called when the keyboard leaves, so that typing there again is a new step for undo.
    ``tell`` is given the sentence when the text could not be saved while nobody asked for it:
    once, until it is saved. ``pause`` 0 saves at every key.
    """

    def __init__(
        self,
        editor: QLineEdit | QPlainTextEdit,
        save: Callable[[str], object],
        left: Callable[[], object],
        tell: Callable[[Text], object],
        *,
        pause: int = PAUSE,
    ) -> None:
        super().__init__(editor)
        self._editor, self._save, self._left, self._tell = editor, save, left, tell
        self._loading = self._dirty = self._typed = self._told = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(pause)
        self._timer.timeout.connect(self.try_now)
        editor.textChanged.connect(self._changed)
        editor.installEventFilter(self)

    def text(self) -> str:
        """What stands in the field."""
        if isinstance(self._editor, QLineEdit):
            return self._editor.text()
        return self._editor.toPlainText()

    def load(self, text: str) -> None:
        """Show ``text``, unless the person has typed something that is not saved yet."""
        if self._dirty or text == self.text():
            return
        self._loading = True
        if isinstance(self._editor, QLineEdit):
            self._editor.setText(text)
            if not self._editor.hasFocus():
                self._editor.setCursorPosition(0)  # a long name is known by its beginning
        else:
            self._editor.setPlainText(text)
        self._loading = False

    def flush(self) -> None:
        """Save now what is not saved yet. Raises a KnownError; then it is tried again later."""
        self._timer.stop()
        if self.over or not self._dirty:
            return
        self._dirty = False  # before, as the screens refresh while it is saved
        try:
            self._save(self.text())
        except KnownError:
            self._dirty = True
            raise
        self._told = False

    def try_now(self) -> bool:
        """As :meth:`flush`, but says what went wrong instead of raising it; whether all is saved.
        For timers and events, where nobody would catch it."""
        try:
            self.flush()
        except KnownError as error:
            if not self._told:
                self._told = True
                self._tell(error.text)
            return False
        return True

    def unsaved(self) -> str:
        """The words with the name of their field, when they are not saved; else ""."""
        return called(self._editor, self.text()) if self._dirty else ""

    def _changed(self) -> None:
        if self._loading:
            return
        self._dirty = self._typed = True
        if self._timer.interval():
            self._timer.start()
        else:
            self.try_now()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut and self.try_now() and self._typed:
            self._typed = False
            self._left()
        return super().eventFilter(watched, event)
