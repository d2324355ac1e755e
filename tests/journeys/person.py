"""A person at the screen: sees words, presses what bears a name, types where a label says."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator

from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QModelIndex, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)
from pytestqt.exceptions import TimeoutError as NeverCame

from peerdesk.app.signed_in import SEEN

PATIENCE = 10_000
BLANKS = {0x202F: " ", 0xA0: " "}
"""Blanks that do not break a line, as languages write them between a time and "PM"."""


def columns(model: QAbstractItemModel) -> int:
    """How many columns there are; lists keep theirs to themselves."""
    return 1 if isinstance(model, QAbstractListModel) else model.columnCount(QModelIndex())


class Person:
    """Acts on the window that ``window`` gives at that moment, with real clicks and keys."""

    def __init__(self, qtbot, window: Callable[[], QWidget]) -> None:
        self.qtbot, self._window = qtbot, window

    # -- seeing ------------------------------------------------------------------------------

    @property
    def window(self) -> QWidget:
        return self._window()

    def _visible(self, kind: type[QWidget]) -> Iterator[QWidget]:
        for widget in self.window.findChildren(kind):
            if widget.isVisible():
                yield widget

    def visible(self, kind: type[QWidget]) -> list[QWidget]:
        """Every widget of a kind that can be seen."""
        return list(self._visible(kind))

    def focused(self) -> str:
        """What the control that has the keyboard is called."""
        target = QApplication.focusWidget()
        if target is None:
            return ""
        words = target.text() if isinstance(target, QAbstractButton) else ""
        return target.accessibleName() or words

    def words(self) -> str:
        """All the words on the screen."""
        found = []
        for widget in self._visible(QWidget):
            if isinstance(widget, (QLabel, QAbstractButton)):
                found.append(widget.text())
            elif isinstance(widget, QLineEdit):
                hidden = widget.echoMode() != QLineEdit.EchoMode.Normal
                found.append(widget.placeholderText() if hidden else widget.text())
            elif isinstance(widget, (QTextEdit, QPlainTextEdit)):
                found.append(widget.toPlainText())
            elif isinstance(widget, QAbstractItemView) and widget.model() is not None:
                model = widget.model()
                for row in range(min(model.rowCount(), 200)):
                    for column in range(columns(model)):
                        index = model.index(row, column)
                        for role in (
                            Qt.ItemDataRole.DisplayRole,
                            Qt.ItemDataRole.AccessibleTextRole,
                        ):
                            found.append(str(model.data(index, role) or ""))
        return "\n".join(found).translate(BLANKS)

    def sees(self, words: str) -> bool:
        return words in self.words()

    def waits_for(self, words: str) -> None:
        """Wait until ``words`` stand somewhere."""
        try:
            self.qtbot.waitUntil(lambda: self.sees(words), timeout=PATIENCE)
        except Exception as error:
            raise AssertionError(f"never saw {words!r}; on screen:\n{self.words()}") from error

    def waits_for_window(self, kind: str) -> QWidget:
        """Wait until the window is one of class ``kind``, with a page in it where it has pages,
        and what a sign-in settles a moment later is settled."""

        def stands() -> bool:
            window = self.window
            return type(window).__name__ == kind and bool(getattr(window, "current", True))

        self.qtbot.waitUntil(stands, timeout=PATIENCE)
        if kind == "MainWindow":
            QTest.qWait(2 * SEEN)
        return self.window

    # -- acting ------------------------------------------------------------------------------

    def buttons(self) -> list[QAbstractButton]:
        """Every button that can be seen."""
        return [b for b in self._visible(QAbstractButton) if isinstance(b, QAbstractButton)]

    def button(self, name: str) -> QAbstractButton:
        """The visible button that says or is called ``name``."""
        near = []
        for button in self._visible(QAbstractButton):
            assert isinstance(button, QAbstractButton)
            if name in (button.text(), button.accessibleName()):
                return button
            near.append(button.text() or button.accessibleName())
        raise AssertionError(f"no button {name!r}; there are {near}")

    def _offers(self, name: str) -> bool:
        return any(name in (b.text(), b.accessibleName()) for b in self.buttons())

    def presses(self, name: str) -> None:
        """Click a button once it is there, scrolled into view first."""
        if not self._offers(name):
            with contextlib.suppress(NeverCame):
                self.qtbot.waitUntil(lambda: self._offers(name), timeout=PATIENCE)
        button = self.button(name)
        assert button.isEnabled(), f"{name!r} cannot be pressed now"
        self.shows(button)
        QTest.mouseClick(button, Qt.MouseButton.LeftButton, pos=button.rect().center())
        QApplication.processEvents()

    def shows(self, widget: QWidget) -> None:
        """Scroll to ``widget`` as a person would."""
        parent = widget.parentWidget()
        while parent is not None:
            if hasattr(parent, "ensureWidgetVisible"):
                parent.ensureWidgetVisible(widget)
            parent = parent.parentWidget()
        QApplication.processEvents()

    def field(self, label: str) -> QWidget:
        """The editor whose label or accessible name is ``label``."""
        names = []
        for kind in (QAbstractSpinBox, QLineEdit, QTextEdit, QPlainTextEdit, QComboBox):
            for editor in self._visible(kind):
                if editor.accessibleName() == label:
                    return editor
                names.append(editor.accessibleName())
        for text in self._visible(QLabel):
            assert isinstance(text, QLabel)
            buddy = text.buddy()
            if text.text() == label and buddy is not None and buddy.isVisible():
                return buddy
        raise AssertionError(f"no field {label!r}; there are {names}")

    def types(self, label: str, words: str, *, then: Qt.Key | None = None) -> None:
        """Replace what stands in a field, key by key."""
        editor = self.field(label)
        self.shows(editor)
        editor.setFocus(Qt.FocusReason.MouseFocusReason)
        QTest.keyClick(editor, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        QTest.keyClicks(editor, words)
        if then is not None:
            QTest.keyClick(editor, then)
        QApplication.processEvents()

    def awake(self) -> None:
        """Shortcuts are heard by the active window alone."""
        window = self.window
        if not window.isActiveWindow():
            window.activateWindow()
            self.qtbot.waitUntil(window.isActiveWindow, timeout=PATIENCE)

    def key(self, key: Qt.Key, modifier: Qt.KeyboardModifier | None = None) -> None:
        """Press one key wherever the keyboard is."""
        self.awake()
        target = QApplication.focusWidget() or self.window
        QTest.keyClick(target, key, modifier or Qt.KeyboardModifier.NoModifier)
        QApplication.processEvents()

    def keys(self, words: str) -> None:
        """Type wherever the keyboard is."""
        self.awake()
        target = QApplication.focusWidget()
        assert target is not None, "nothing takes what is typed"
        QTest.keyClicks(target, words)
        QApplication.processEvents()

    def holds(self, key: Qt.Key) -> None:
        """Press one key together with Ctrl."""
        self.key(key, Qt.KeyboardModifier.ControlModifier)

    def picks(self, row_words: str) -> None:
        """Click the row of a list that shows ``row_words``."""
        for view in self._visible(QAbstractItemView):
            assert isinstance(view, QAbstractItemView)
            model = view.model()
            for row in range(model.rowCount() if model else 0):
                index = model.index(row, 0)
                texts = [
                    str(model.data(model.index(row, c), role) or "")
                    for c in range(columns(model))
                    for role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
                ]
                if any(row_words in text for text in texts):
                    view.scrollTo(index)
                    at: QPoint = view.visualRect(index).center()
                    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)
                    QApplication.processEvents()
                    return
        raise AssertionError(f"no row with {row_words!r}; on screen:\n{self.words()}")
