"""A small dialog is as tall as its words, also large ones, and no taller than the screen."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from peerdesk.ui import question, theme
from peerdesk.ui.question import Question
from peerdesk.ui.widgets import Button, InlineMessage, Paragraph

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
WORDS = "Write it down, or choose your own. The code shows the names again. " * 3


@pytest.fixture(autouse=True)
def _scale(qapp: QApplication) -> Iterator[None]:
    yield
    theme.apply(qapp, "light", 1.0)


@pytest.fixture
def asked(qtbot: QtBot) -> Question:
    made = Question()
    qtbot.addWidget(made)
    made.words.add(Paragraph(WORDS), InlineMessage(parent=made))
    made.offer(Button("Yes", "primary"), Button("No"))
    made.show()
    QApplication.processEvents()
    return made


def hidden(asked: Question) -> int:
    """Pixels of the words one would have to scroll for."""
    return asked.words.verticalScrollBar().maximum()


def test_all_words_are_in_sight(qapp: QApplication, asked: Question) -> None:
    small = asked.height()
    assert hidden(asked) == 0
    theme.apply(qapp, "light", 2.0)
    for _ in range(3):
        qapp.processEvents()
    assert asked.height() > 1.5 * small
    assert hidden(asked) == 0


def test_it_grows_when_something_is_said(qapp: QApplication, asked: Question) -> None:
    before = asked.height()
    message = asked.findChild(InlineMessage)
    assert message is not None
    message.say("The code has four digits.", "problem")
    for _ in range(3):
        qapp.processEvents()
    assert asked.height() > before
    assert hidden(asked) == 0


def test_a_low_screen_lets_it_scroll(
    qapp: QApplication, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(question, "first_size", lambda _window: QSize(800, 400))
    theme.apply(qapp, "light", 2.0)
    made = Question()
    qtbot.addWidget(made)
    made.words.add(Paragraph(WORDS))
    yes = Button("Yes", "primary")
    made.offer(yes)
    made.show()
    for _ in range(3):
        qapp.processEvents()
    assert made.height() <= 400 - question.FRAME
    assert hidden(made) > 0
    assert made.rect().contains(yes.geometry().translated(yes.parentWidget().pos()))
