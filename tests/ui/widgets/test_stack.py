"""A stack asks for the room of what it shows, not of the largest it holds."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from peerdesk.ui.widgets import Column, Paragraph, Stack


def sized(width: int, height: int) -> QWidget:
    made = QWidget()
    made.setMinimumSize(width, height)
    return made


def test_it_is_as_large_as_what_is_shown(qtbot: QtBot) -> None:
    window, stack = QWidget(), Stack()
    qtbot.addWidget(window)
    assert stack.sizeHint() == stack.minimumSizeHint() == QSize()
    assert not stack.hasHeightForWidth()
    assert stack.heightForWidth(100) == -1
    small, large = sized(100, 40), sized(300, 900)
    stack.addWidget(small)
    stack.addWidget(large)
    box = Column(window)
    box.addWidget(stack)
    assert box.minimumSize() == QSize(100, 40)
    stack.setCurrentWidget(large)
    assert stack.sizeHint() == QSize(300, 900)
    assert box.minimumSize() == QSize(300, 900)


def test_words_in_it_wrap(qtbot: QtBot, qapp: QApplication) -> None:
    stack, page = Stack(), QWidget()
    qtbot.addWidget(stack)
    words = Paragraph("Some words that need a few lines where there is little room for them.")
    Column(page).add(words)
    stack.addWidget(sized(10, 10))
    stack.addWidget(page)
    assert not stack.hasHeightForWidth()
    stack.setCurrentWidget(page)
    assert stack.hasHeightForWidth()
    assert stack.heightForWidth(150) == words.heightForWidth(150) > stack.heightForWidth(900)
