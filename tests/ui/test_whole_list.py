"""A list in a low window shows its rows whole, and the page follows the keyboard through them."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QListView, QTableView, QWidget
from pytestqt.qtbot import QtBot

from peerdesk.ui import theme
from peerdesk.ui.whole_list import TALL, WholeList
from peerdesk.ui.widgets import Column, ScrollColumn
from peerdesk.ui.widgets.scrolling import LOW


class Lines(WholeList, QListView):
    LEAST = (160, 80)


class Table(WholeList, QTableView):
    pass


class Page:
    def __init__(self, qtbot: QtBot, qapp: QApplication, made: WholeList, rows: int) -> None:
        theme.apply(qapp, "light", 1.0)
        self.window, self.column, self.list = QWidget(), ScrollColumn(), made
        qtbot.addWidget(self.window)
        self.model = QStringListModel([f"Row {n}" for n in range(rows)], self.window)
        made.setModel(self.model)
        Column(self.window).add(self.column)
        head = QWidget()
        head.setFixedHeight(150)
        self.column.add(head)
        self.column.add(made)
        self.window.resize(400, 200)
        with qtbot.waitActive(self.window):
            self.window.show()
            self.window.activateWindow()
        self.settle()

    def settle(self) -> None:
        for _ in range(4):
            QApplication.processEvents()

    def bars(self) -> tuple[int, int]:
        bars = self.column.verticalScrollBar(), self.list.verticalScrollBar()
        return bars[0].maximum(), bars[1].maximum()


@pytest.mark.parametrize("kind", [Lines, Table])
def test_a_short_list_is_shown_whole(
    qtbot: QtBot, qapp: QApplication, kind: type[WholeList]
) -> None:
    page = Page(qtbot, qapp, kind(), 12)
    outer, inner = page.bars()
    assert inner == 0 < outer
    page.model.setStringList([f"Row {n}" for n in range(6)])
    page.settle()
    assert page.bars()[0] < outer, "as high as the rows there are"
    page.window.resize(400, LOW + 50)
    page.settle()
    assert page.list.minimumSizeHint().height() < 100, "it scrolls by itself in a high window"


def test_a_long_list_keeps_its_own_bar(qtbot: QtBot, qapp: QApplication) -> None:
    page = Page(qtbot, qapp, Lines(), 4000)
    assert page.list.height() == theme.px(TALL)
    assert min(page.bars()) > 0


def test_a_long_list_stays_where_a_row_comes_or_goes(qtbot: QtBot, qapp: QApplication) -> None:
    page = Page(qtbot, qapp, Lines(), 13)
    page.model.removeRow(0)
    page.settle()
    assert page.bars()[1] == 0, "twelve are few enough"


def test_the_page_follows_the_keyboard(qtbot: QtBot, qapp: QApplication) -> None:
    page = Page(qtbot, qapp, Lines(), 12)
    bar = page.column.verticalScrollBar()
    page.list.clearFocus()
    page.list.setCurrentIndex(page.model.index(11))
    assert bar.value() == 0, "nobody is in the list"
    page.list.setFocus()
    QTest.keyClick(page.list, Qt.Key.Key_Up)
    assert page.list.currentIndex().row() == 10
    low = page.list.visualRect(page.list.currentIndex()).bottom()
    at = page.list.viewport().mapTo(page.column.viewport(), page.list.rect().topLeft()).y() + low
    assert 0 < at <= page.column.viewport().height()
    assert bar.value() > 0
    QTest.keyClick(page.list, Qt.Key.Key_Home)
    assert bar.value() <= 150


def test_a_press_does_not_bring_the_page_back(qtbot: QtBot, qapp: QApplication) -> None:
    """Qt scrolls to the row that was pressed when no second press came."""
    page = Page(qtbot, qapp, Lines(), 12)
    bar = page.column.verticalScrollBar()
    page.list.setFocus()
    at = page.list.visualRect(page.model.index(1)).center()
    QTest.mouseClick(page.list.viewport(), Qt.MouseButton.LeftButton, pos=at)
    bar.setValue(bar.maximum())
    qtbot.wait(qapp.doubleClickInterval() + 200)
    assert bar.value() == bar.maximum() > 0
    assert page.list.currentIndex().row() == 1


def test_without_a_page_around_it_nothing_changes(qtbot: QtBot, qapp: QApplication) -> None:
    theme.apply(qapp, "light", 1.0)
    made, plain = Table(), QTableView()
    for view in (made, plain):
        qtbot.addWidget(view)
        view.setModel(QStringListModel(["One"], view))
    assert made.minimumSizeHint() == plain.minimumSizeHint()
    assert made.sizeHint() == plain.sizeHint()
    assert Lines().minimumSizeHint().toTuple() == (160, 80)
