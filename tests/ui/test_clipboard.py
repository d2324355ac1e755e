"""What is copied in private says that it is secret, and does not stay."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QClipboard, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from peerdesk.features.notes.editor import NoteBody
from peerdesk.ui import clipboard
from peerdesk.ui.clipboard import HINTS, MARK, OURS, ClipboardGuard, copy_private, private_menu
from peerdesk.ui.widgets import LineEdit, TextArea

PHONE = "020 7946 0199"


@pytest.fixture(autouse=True)
def board(qapp):
    made = QApplication.clipboard()
    made.clear()
    yield made
    made.clear()


@pytest.fixture
def concealed() -> list[int]:
    return []


@pytest.fixture
def guard(qapp, concealed):
    made = ClipboardGuard(conceal=lambda: concealed.append(1))
    yield made
    made.deleteLater()


def secret(data: QMimeData) -> bool:
    return all(bytes(data.data(name).data()) == value for name, value in HINTS.items())


def shown(qtbot, widget: QWidget) -> QWidget:
    qtbot.addWidget(widget)
    widget.show()
    widget.activateWindow()
    widget.setFocus()
    qtbot.waitUntil(widget.hasFocus)
    return widget


def test_the_hints_of_every_platform() -> None:
    assert HINTS[MARK] == b"secret"
    assert HINTS["CanIncludeInClipboardHistory"] == bytes(4)
    assert HINTS["CanUploadToCloudClipboard"] == bytes(4)
    assert "ExcludeClipboardContentFromMonitorProcessing" in HINTS


def test_private_words_go_after_ten_seconds(board, guard, concealed) -> None:
    copy_private(PHONE)
    assert board.text() == PHONE
    assert secret(board.mimeData())
    assert concealed == [1]
    assert guard.waits()
    assert guard._timer.interval() == 10_000
    guard._timer.timeout.emit()
    assert board.text() == ""
    assert not guard.waits()


def test_they_go_at_a_lock(board, guard) -> None:
    copy_private(PHONE)
    guard.clear()
    assert board.text() == ""


def test_what_came_after_stays(board, guard) -> None:
    copy_private(PHONE)
    board.setText("a shopping list")
    assert not guard.waits()
    guard.clear()
    assert board.text() == "a shopping list"


def test_what_another_program_keeps_secret_stays(board, guard) -> None:
    copy_private(PHONE)
    data = clipboard.private_mime("a password of a password safe")
    data.setData(OURS, bytes(16))
    board.setMimeData(data)
    assert not guard.waits()
    guard.clear()
    assert board.text() == "a password of a password safe"


@pytest.mark.parametrize("keys", [QKeySequence.StandardKey.Copy, QKeySequence.StandardKey.Cut])
def test_a_private_line(qtbot, board, guard, keys) -> None:
    line = shown(qtbot, LineEdit(PHONE, private=True))
    line.selectAll()
    QTest.keySequence(line, QKeySequence(keys))
    assert board.text() == PHONE
    assert secret(board.mimeData())
    assert line.text() == ("" if keys == QKeySequence.StandardKey.Cut else PHONE)


def test_hidden_words_and_none_are_not_copied(qtbot, board) -> None:
    line = shown(qtbot, LineEdit(PHONE, private=True))
    QTest.keySequence(line, QKeySequence("Ctrl+C"))
    assert board.text() == "", "nothing was selected"
    line.selectAll()
    line.setEchoMode(QLineEdit.EchoMode.Password)
    QTest.keySequence(line, QKeySequence("Ctrl+C"))
    assert board.text() == ""


def test_a_line_that_is_only_read_is_not_cut(qtbot, board) -> None:
    line = shown(qtbot, LineEdit(PHONE, private=True))
    line.setReadOnly(True)
    line.selectAll()
    QTest.keySequence(line, QKeySequence("Ctrl+X"))
    assert line.text() == PHONE
    assert board.text() == PHONE


def test_other_keys_are_typed(qtbot) -> None:
    line = shown(qtbot, LineEdit("a", private=True))
    QTest.keyClicks(line, "bc")
    assert line.text() == "abc"
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QKeyEvent

    event = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_A, Qt.KeyboardModifier.NoModifier, "a")
    assert not clipboard.copied_privately(line, event)


def test_the_menu_of_a_private_line(qtbot, board) -> None:
    line = shown(qtbot, LineEdit(PHONE, private=True))
    line.selectAll()
    menu = private_menu(line)
    actions = {action.objectName(): action for action in menu.actions()}
    actions["edit-copy"].trigger()
    assert secret(board.mimeData())
    board.clear()
    actions["edit-cut"].trigger()
    assert board.text() == PHONE
    assert secret(board.mimeData())
    assert line.text() == ""
    menu.deleteLater()


def test_an_ordinary_line_is_copied_as_ever(qtbot, board, guard) -> None:
    line = shown(qtbot, LineEdit("Riverside", private=False))
    line.selectAll()
    QTest.keySequence(line, QKeySequence("Ctrl+C"))
    assert board.text() == "Riverside"
    assert not board.mimeData().hasFormat(MARK)
    assert not guard.waits()


@pytest.mark.parametrize("make", [lambda: TextArea("one\ntwo", private=True), NoteBody])
def test_private_texts(qtbot, board, guard, make) -> None:
    text = shown(qtbot, make())
    if isinstance(text, NoteBody):
        text.show_note("one\ntwo")
    text.selectAll()
    QTest.keySequence(text, QKeySequence("Ctrl+C"))
    assert board.text() == "one\ntwo"
    assert secret(board.mimeData())
    assert guard.waits()


def test_an_ordinary_text_is_copied_as_ever(qtbot, board) -> None:
    text = shown(qtbot, TextArea("one"))
    text.selectAll()
    QTest.keySequence(text, QKeySequence("Ctrl+C"))
    assert not board.mimeData().hasFormat(MARK)


class Board:
    """A clipboard as a desktop has it; that of the tests' platform never says that it is ours."""

    def __init__(self) -> None:
        self.owns, self.words = True, PHONE
        self.cleared: list[object] = []

    def ownsClipboard(self) -> bool:
        return self.owns

    ownsSelection = ownsClipboard

    def mimeData(self) -> QMimeData:
        return QMimeData()

    def text(self) -> str:
        return self.words

    def clear(self, mode) -> None:
        self.cleared.append(mode)


def test_what_went_past_the_helper_is_noticed(qtbot, board, guard, monkeypatch) -> None:
    desktop = Board()
    monkeypatch.setattr(guard, "_clipboard", desktop)
    guard._changed()
    assert board.text() == "", "nobody is in a private field"
    line = shown(qtbot, LineEdit(PHONE, private=True))
    desktop.owns = False
    guard._changed()
    assert board.text() == "", "another program did it"
    desktop.owns, desktop.words = True, ""
    guard._changed()
    assert board.text() == "", "it was emptied"
    QApplication.clipboard().dataChanged.disconnect(guard._changed)
    desktop.words = PHONE
    guard._changed()
    assert board.text() == line.text()
    assert secret(board.mimeData())


def test_merely_selecting_gives_nothing_to_others(qtbot, guard, monkeypatch) -> None:
    desktop = Board()
    monkeypatch.setattr(guard, "_clipboard", desktop)
    guard._selected()
    line = shown(qtbot, LineEdit(PHONE, private=True))
    assert line.hasFocus()
    desktop.owns = False
    guard._selected()
    assert desktop.cleared == []
    desktop.owns = True
    guard._selected()
    assert desktop.cleared == [QClipboard.Mode.Selection]
