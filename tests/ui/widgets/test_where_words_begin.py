"""Where the words of a field begin: as they are read themselves, else as the reader reads."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from peerdesk.features.notes.editor import NoteBody, NoteTitle
from peerdesk.ui.widgets import LineEdit, SearchField, TextArea

LTR, RTL = Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft
FIELDS = (LineEdit, SearchField, TextArea, NoteTitle, NoteBody)
WORDS = (
    ("", LTR, "left"),
    ("", RTL, "right"),
    ("Tea and cake", LTR, "left"),
    ("Tea and cake", RTL, "left"),
    ("שלום", LTR, "right"),
    ("سلام", RTL, "right"),
    ("555 01", LTR, "left"),
    ("555 01", RTL, "right"),
    ("1. שלום", LTR, "right"),
)


@pytest.fixture
def turn(qapp: QApplication) -> Iterator[QApplication]:
    yield qapp
    qapp.setLayoutDirection(LTR)


def side(field: QWidget) -> str:
    """On which side the end or beginning of its only line is."""
    if isinstance(field, LineEdit | SearchField):
        field.home(False)
    field.grab()  # where a line stands is known once it is painted
    inside = field if isinstance(field, LineEdit | SearchField) else field.viewport()  # type: ignore[attr-defined]
    rect = field.cursorRect()  # type: ignore[attr-defined]
    return "left" if rect.center().x() < inside.width() // 2 else "right"


def put(field: QWidget, words: str) -> None:
    if isinstance(field, LineEdit | SearchField):
        field.setText(words)
    else:
        field.setPlainText(words)  # type: ignore[attr-defined]


def shown(qtbot: QtBot, kind: type[QWidget]) -> QWidget:
    field = kind()
    qtbot.addWidget(field)
    field.resize(600, 90)
    field.show()
    qtbot.waitExposed(field)
    return field


@pytest.mark.parametrize("kind", FIELDS)
@pytest.mark.parametrize(("words", "way", "where"), WORDS)
def test_words_begin_where_they_are_read_from(
    qtbot: QtBot,
    turn: QApplication,
    kind: type[QWidget],
    words: str,
    way: Qt.LayoutDirection,
    where: str,
) -> None:
    turn.setLayoutDirection(way)
    field = shown(qtbot, kind)
    assert side(field) == ("right" if way == RTL else "left"), "nothing is written yet"
    put(field, words)
    assert side(field) == where
    put(field, "")
    assert side(field) == ("right" if way == RTL else "left")


@pytest.mark.parametrize("kind", FIELDS)
def test_a_number_stays_where_it_was_begun(
    qtbot: QtBot, turn: QApplication, kind: type[QWidget]
) -> None:
    turn.setLayoutDirection(RTL)
    field = shown(qtbot, kind)
    qtbot.keyClicks(field, "5 ")
    assert side(field) == "right"
    qtbot.keyClicks(field, "cups")
    assert side(field) == "left"


@pytest.mark.parametrize(("kind", "second"), [(TextArea, "left"), (NoteBody, "right")])
def test_several_paragraphs(
    qtbot: QtBot, turn: QApplication, kind: type[TextArea] | type[NoteBody], second: str
) -> None:
    turn.setLayoutDirection(RTL)
    area = kind()
    qtbot.addWidget(area)
    area.setPlainText("12\nTea\nשלום")
    area.resize(600, 120)
    area.show()
    qtbot.waitExposed(area)
    assert side(area) == "left"
    for move in ("End", "StartOfBlock"):
        area.moveCursor(QTextCursor.MoveOperation[move])
    assert side(area) == second
    assert not area.document().isUndoAvailable()
