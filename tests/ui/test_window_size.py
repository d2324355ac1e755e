"""Windows open within the screen they are on."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from peerdesk.ui import window_size
from peerdesk.ui.window_size import first_size, fitting, place, placing


@pytest.mark.parametrize(
    ("room", "size"),
    [
        ((1920, 1040), (1280, 800)),
        ((1366, 728), (1280, 688)),
        ((1280, 800), (1280, 760)),
        ((1024, 740), (1024, 700)),
    ],
)
def test_a_window_lies_within_its_screen(room: tuple[int, int], size: tuple[int, int]) -> None:
    assert fitting(QSize(*room)).toTuple() == size


def test_without_a_screen_it_has_the_wished_size(qapp: QApplication) -> None:
    window = QWidget()
    assert first_size(window) == QSize(1280, 800)
    window.deleteLater()


def test_the_next_process_opens_where_this_one_stood(qtbot: QtBot) -> None:
    one, other = QWidget(), QWidget()
    for window in (one, other):
        qtbot.addWidget(window)
        window.setMinimumSize(200, 100)
    one.resize(500, 400)
    one.move(60, 70)
    one.show()
    assert placing(one) == "500x400+60+70"
    place(other, placing(one))
    assert (other.size(), other.pos()) == (one.size(), one.pos())
    assert not other.isMaximized()
    one.showMaximized()
    place(other, placing(one))
    assert other.isMaximized()


@pytest.mark.parametrize("words", ["", "1x", "0x0+0+0;", "400x300+1", "many"])
def test_words_that_say_nothing_leave_it(qtbot: QtBot, words: str) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(333, 222)
    place(window, words)
    assert window.size() == QSize(333, 222)


def test_it_stays_on_the_screens_there_are(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(window_size, "has_screen", lambda: True)
    window = QWidget()
    qtbot.addWidget(window)
    before, room = window.pos(), window.screen().availableGeometry().size()
    place(window, "99999x99999-99999+50")
    assert window.size() == room
    assert window.pos() == before
    place(window, "99999x300+0+0")
    assert window.width() == room.width()
