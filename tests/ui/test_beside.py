"""Side by side where there is room for all of them, stacked where there is not."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from peerdesk.ui import theme
from peerdesk.ui.beside import Beside


def wide(width: int) -> QWidget:
    made = QWidget()
    made.setMinimumSize(width, 20)
    return made


@pytest.fixture
def beside(qtbot: QtBot) -> Beside:
    made = Beside(wide(100), wide(60), least=300, shares=(2, 1))
    qtbot.addWidget(made)
    made.show()
    return made


def boxes(beside: Beside) -> list[tuple[int, int, int]]:
    QApplication.processEvents()
    children = beside.findChildren(QWidget)
    return [(c.x(), c.y(), c.width()) for c in children]


def test_shares_of_the_width_where_there_is_room(beside: Beside) -> None:
    beside.resize(theme.px(616), 40)
    (first, top, width), (second, same, narrow) = boxes(beside)
    assert top == same
    assert second > first + width
    assert width == pytest.approx(2 * narrow, abs=2)


def test_one_under_the_other_where_there_is_not(beside: Beside) -> None:
    beside.resize(theme.px(290), 100)
    (first, top, width), (second, below, same) = boxes(beside)
    assert (first, width) == (second, same)
    assert below > top


def test_a_page_may_be_as_narrow_as_the_widest_of_them(beside: Beside) -> None:
    beside.resize(theme.px(616), 40)
    assert beside.minimumSizeHint().width() == 100
