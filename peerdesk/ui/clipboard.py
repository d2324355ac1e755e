"""Copying what is private: told to be secret, and taken away again after ten seconds.

Hints so that nothing remembers it: KDE's ``x-kde-passwordManagerHint``; on Windows the formats of
"Cloud Clipboard and Clipboard History" (Microsoft Learn), whose names Qt passes on as they are; on
macOS the type of nspasteboard.org, which the system's module adds (``conceal``).
"""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QMimeData, QObject, Qt, QTimer
from PySide6.QtGui import QClipboard, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QWidget

SECONDS = 10
MARK = "x-kde-passwordManagerHint"
NO = b"\0\0\0\0"  # a DWORD of 0
HINTS = {
    MARK: b"secret",
    "ExcludeClipboardContentFromMonitorProcessing": b"1",
    "CanIncludeInClipboardHistory": NO,
    "CanUploadToCloudClipboard": NO,
}
OURS = "application/x-own-copy"
_TOKEN = os.urandom(16)
"""Tells what this process copied from what others did, a password safe's secrets for instance."""
_MODE = QClipboard.Mode


def private_mime(text: str) -> QMimeData:
    """``text`` with every hint that it is secret."""
    data = QMimeData()
    data.setText(text)
    for name, value in HINTS.items():
        data.setData(name, value)
    data.setData(OURS, _TOKEN)
    return data


def copy_private(text: str) -> None:
    """Put ``text`` on the clipboard as something secret."""
    QGuiApplication.clipboard().setMimeData(private_mime(text))


def is_private(widget: QWidget | None) -> bool:
    """Whether keyboards were asked not to learn what is typed there."""
    hint = Qt.InputMethodHint.ImhSensitiveData
    return widget is not None and bool(widget.inputMethodHints() & hint)


def copied_privately(field: QLineEdit, event: QKeyEvent) -> bool:
    """Copy or cut out of a private line, if that is what the keys mean; True if they did."""
    cut = event.matches(QKeySequence.StandardKey.Cut)
    if not cut and not event.matches(QKeySequence.StandardKey.Copy):
        return False
    _take(field, cut)
    event.accept()
    return True


def private_menu(field: QLineEdit) -> QMenu:
    """The usual menu of a line, whose Copy and Cut tell that the words are secret."""
    menu = field.createStandardContextMenu()
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    for action in menu.actions():
        if action.objectName() in ("edit-copy", "edit-cut"):
            action.triggered.disconnect()
            cut = action.objectName() == "edit-cut"
            action.triggered.connect(partial(_take, field, cut))
    return menu


def _take(field: QLineEdit, cut: bool, _checked: bool = False) -> None:
    if field.hasSelectedText() and field.echoMode() == QLineEdit.EchoMode.Normal:
        copy_private(field.selectedText())
        if cut and not field.isReadOnly():
            field.insert("")


class ClipboardGuard(QObject):
    """Takes private words off the clipboard after ``seconds``, and when asked to, if still ours.

    What got there past :func:`copy_private` (a menu, the middle mouse button) is noticed by the
    field that has the keyboard.
    """

    def __init__(
        self,
        parent: QObject | None = None,
        *,
        conceal: Callable[[], object] = lambda: None,
        seconds: int = SECONDS,
    ) -> None:
        super().__init__(parent)
        self._conceal = conceal
        self._clipboard = QGuiApplication.clipboard()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(seconds * 1000)
        self._timer.timeout.connect(self.clear)
        self._clipboard.dataChanged.connect(self._changed)
        self._clipboard.selectionChanged.connect(self._selected)

    def clear(self) -> None:
        """Take private words away now; what others put there stays."""
        self._timer.stop()
        if self._ours():
            self._clipboard.clear()

    def _ours(self) -> bool:
        data: QMimeData | None = self._clipboard.mimeData()  # None once it is emptied
        return data is not None and bytes(data.data(OURS).data()) == _TOKEN

    def waits(self) -> bool:
        """Whether something private lies on the clipboard."""
        return self._timer.isActive()

    def _changed(self) -> None:
        self._timer.stop()
        if self._ours():
            self._conceal()
            self._timer.start()
        elif self._clipboard.ownsClipboard() and is_private(QApplication.focusWidget()):
            words = self._clipboard.text()
            if words:
                copy_private(words)

    def _selected(self) -> None:
        """X11 lets every program read what is merely selected."""
        if self._clipboard.ownsSelection() and is_private(QApplication.focusWidget()):
            self._clipboard.clear(_MODE.Selection)
