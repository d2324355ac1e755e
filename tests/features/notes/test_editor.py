"""Writing in a note, key by key."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QInputMethodEvent, QTextCursor
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from peerdesk.features.notes.editor import NoteBody, NoteTitle


@pytest.fixture
def body(qtbot: QtBot) -> NoteBody:
    made = NoteBody()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def title(qtbot: QtBot) -> NoteTitle:
    made = NoteTitle()
    qtbot.addWidget(made)
    return made


def to(body: NoteBody, position: int) -> None:
    cursor = QTextCursor(body.document())
    cursor.setPosition(position)
    body.setTextCursor(cursor)


NOTE = "Quiet start.\n\n# What went well\n- Two people\n- Dev saw it"


def test_what_is_shown_is_what_is_kept(body: NoteBody) -> None:
    body.show_note(NOTE)
    assert body.toPlainText() == "Quiet start.\n\nWhat went well\n• Two people\n• Dev saw it"
    assert body.note() == NOTE
    body.show_note("")
    assert body.note() == ""


def test_showing_a_note_is_not_an_edit_and_cannot_be_undone_into(
    body: NoteBody, title: NoteTitle, qtbot: QtBot
) -> None:
    edits: list[int] = []
    body.edited.connect(lambda: edits.append(1))
    title.edited.connect(lambda: edits.append(2))
    body.show_note("somebody's note")
    title.show_title("Old")
    body.show_note(NOTE)
    title.show_title("New")
    assert edits == []
    body.undo()
    title.undo()
    assert (body.note(), title.title()) == (NOTE, "New")
    qtbot.keyClicks(body, "x")
    assert edits
    body.undo()
    assert body.note() == NOTE


def test_marks_typed_at_the_start_of_a_line_become_what_they_mean(
    body: NoteBody, qtbot: QtBot
) -> None:
    qtbot.keyClicks(body, "# Next time")
    qtbot.keyClick(body, Qt.Key.Key_Return)
    qtbot.keyClicks(body, "- Open a window")
    qtbot.keyClick(body, Qt.Key.Key_Return)
    qtbot.keyClicks(body, "Leave time - really")
    qtbot.keyClick(body, Qt.Key.Key_Return)
    qtbot.keyClick(body, Qt.Key.Key_Enter)
    qtbot.keyClicks(body, "Done")
    assert body.toPlainText() == "Next time\n• Open a window\n• Leave time - really\nDone"
    assert body.note() == "# Next time\n- Open a window\n- Leave time - really\nDone"


def test_backspace_takes_a_mark_away(body: NoteBody, qtbot: QtBot) -> None:
    body.show_note("# Head\n- point")
    qtbot.keyClick(body, Qt.Key.Key_Backspace)
    assert body.note() == "Head\n- point"
    to(body, len("Head\n• "))
    qtbot.keyClick(body, Qt.Key.Key_Backspace)
    assert body.note() == "Head\npoint"
    qtbot.keyClick(body, Qt.Key.Key_Backspace)
    assert body.note() == "Headpoint"
    body.selectAll()
    qtbot.keyClick(body, Qt.Key.Key_Backspace)
    assert body.note() == ""


def test_enter_in_a_heading(body: NoteBody, qtbot: QtBot) -> None:
    body.show_note("# Head")
    qtbot.keyClick(body, Qt.Key.Key_Return)
    assert body.note() == "\n# Head"
    to(body, 3)
    qtbot.keyClick(body, Qt.Key.Key_Return)
    assert body.note() == "\n# He\nad"


def test_a_space_over_a_selection_is_a_space(body: NoteBody, qtbot: QtBot) -> None:
    body.show_note("- one")
    body.selectAll()
    qtbot.keyClicks(body, " ")
    assert body.note() == " "


def test_pasting_takes_words_only_and_reads_marks(body: NoteBody, title: NoteTitle) -> None:
    data = QMimeData()
    data.setHtml("<b>loud</b>")
    assert not body.canInsertFromMimeData(data)
    data.setText("# Head\r\n- one")
    assert body.canInsertFromMimeData(data)
    body.show_note("before ")
    body.moveCursor(QTextCursor.MoveOperation.End)
    body.insertFromMimeData(data)
    assert body.note() == "before Head\n- one"
    title.insertFromMimeData(data)
    assert title.title() == "# Head - one"


def test_copying_gives_plain_words(body: NoteBody) -> None:
    body.show_note("# Head\n- one")
    body.selectAll()
    data = body.createMimeDataFromSelection()
    assert data.formats()[0] == "text/plain"
    assert not data.hasHtml()
    assert bytes(data.data("x-kde-passwordManagerHint").data()) == b"secret"
    assert data.text() == "Head\n• one"


def test_both_fields_ask_keyboards_not_to_learn(body: NoteBody, title: NoteTitle) -> None:
    for field in (body, title):
        hints = field.inputMethodHints()
        assert hints & Qt.InputMethodHint.ImhSensitiveData
        assert hints & Qt.InputMethodHint.ImhNoPredictiveText


def test_a_long_title_wraps_and_enter_goes_on(title: NoteTitle, qtbot: QtBot) -> None:
    title.resize(300, 40)
    title.show()
    one = title.sizeHint().height()
    title.show_title("What I want to ask in supervision about pauses that are too long")
    assert title.sizeHint().height() >= 2 * one - 4
    with qtbot.waitSignal(title.entered):
        qtbot.keyClick(title, Qt.Key.Key_Return)
    assert "\n" not in title.toPlainText()


def test_lines_stay_short_in_a_wide_window(body: NoteBody) -> None:
    body.resize(1400, 300)
    body.show()
    assert body.viewport().width() <= 700
    body.resize(400, 300)
    assert body.viewport().width() > 360


def test_taking_back_goes_word_by_word(body: NoteBody, title: NoteTitle, qtbot: QtBot) -> None:
    for field in (body, title):
        qtbot.keyClicks(field, "The kettle boiled over")
        field.undo()
        assert field.toPlainText() == "The kettle boiled "
        field.undo()
        assert field.toPlainText() == "The kettle "
        field.redo()
        assert field.toPlainText() == "The kettle boiled "
        qtbot.keyClicks(field, "dry")
        assert not field.document().isRedoAvailable()
        field.undo()
        assert field.toPlainText() == "The kettle boiled "


def test_a_new_line_and_an_input_method_are_steps_too(body: NoteBody, qtbot: QtBot) -> None:
    qtbot.keyClicks(body, "One")
    qtbot.keyClick(body, Qt.Key.Key_Return)
    qtbot.keyClicks(body, "Two")
    body.undo()
    assert body.toPlainText() == "One\n"
    for words in ("漢字", "仮名"):
        event = QInputMethodEvent()
        event.setCommitString(words)
        QApplication.sendEvent(body, event)
    body.undo()
    assert body.toPlainText() == "One\n漢字"
