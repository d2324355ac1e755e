"""A page that scrolls follows the Tab key, and nothing else that moves the keyboard. One inside
another scrolls by itself in a high window only."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from peerdesk.ui import theme
from peerdesk.ui.widgets import Button, Column, Panes, ScrollCard, ScrollColumn
from peerdesk.ui.widgets.scrolling import LOW, around, reads_on


@pytest.fixture
def column(qtbot: QtBot, qapp: QApplication) -> ScrollColumn:
    """Two buttons above and one far below."""
    theme.apply(qapp, "light", 1.0)
    made = ScrollColumn()
    qtbot.addWidget(made)
    made.add(Button("First"), Button("Second"))
    made.box.addSpacing(2000)
    made.add(Button("Far below"))
    made.resize(300, 200)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


def named(column: ScrollColumn, name: str) -> Button:
    return next(b for b in column.findChildren(Button) if b.text() == name)


def test_tab_brings_what_it_comes_to_into_view(column: ScrollColumn) -> None:
    named(column, "Second").setFocus()
    QTest.keyClick(named(column, "Second"), Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is named(column, "Far below")
    assert column.verticalScrollBar().value() > 1000


def test_a_control_that_goes_away_does_not_move_the_page(column: ScrollColumn) -> None:
    """Lists are made anew when something in them is pressed."""
    second = named(column, "Second")
    second.setFocus()
    second.hide()
    assert QApplication.focusWidget() is named(column, "Far below"), "where Qt puts the keyboard"
    assert column.verticalScrollBar().value() == 0


class Nested:
    """A page with a heading of 100 px and a card that scrolls 1000 px of words."""

    def __init__(self, qtbot: QtBot) -> None:
        theme.apply(QApplication.instance(), "light", 1.0)  # type: ignore[arg-type]
        self.window, self.page, self.card = QWidget(), ScrollColumn(), ScrollCard()
        qtbot.addWidget(self.window)
        self.head, self.words = QWidget(), QWidget()
        self.head.setFixedHeight(100)
        self.words.setMinimumHeight(1000)
        Column(self.window).add(self.page)
        self.page.add(self.head)
        self.page.add(self.card, stretch=1)
        self.card.add(self.words)
        self.window.resize(600, LOW + 100)
        self.window.show()
        settle()

    def high(self, height: int) -> None:
        self.window.resize(600, height)
        settle()

    def ranges(self) -> tuple[int, int]:
        """How far the page scrolls, and the card."""
        bars = self.page.verticalScrollBar(), self.card.column.verticalScrollBar()
        return bars[0].maximum(), bars[1].maximum()


def settle() -> None:
    for _ in range(4):
        QApplication.processEvents()


def test_in_a_high_window_the_card_scrolls(qtbot: QtBot) -> None:
    made = Nested(qtbot)
    page, card = made.ranges()
    assert page == 0 < card
    assert not made.card.column.whole()
    assert around(made.words) is made.card.column
    assert around(made.card.column) is made.page
    assert around(made.page) is None


def test_in_a_low_window_the_page_scrolls(qtbot: QtBot) -> None:
    made = Nested(qtbot)
    made.high(LOW - 1)
    page, card = made.ranges()
    assert card == 0 < page
    assert made.card.column.whole()
    assert made.card.column.viewport().height() >= 1000, "all of it is shown"
    assert page + made.page.viewport().height() == made.page.inside.height()
    assert reads_on(made.card)
    assert not reads_on(made.page), "nothing scrolls around it"
    made.high(LOW)
    page, card = made.ranges()
    assert page == 0 < card, "as before"


def test_it_grows_with_its_words(qtbot: QtBot) -> None:
    made = Nested(qtbot)
    made.high(300)
    before = made.ranges()[0]
    made.words.setMinimumHeight(1500)
    settle()
    assert made.ranges() == (before + 500, 0)


def test_what_comes_later_reads_on_too(qtbot: QtBot) -> None:
    made, late = Nested(qtbot), ScrollColumn()
    made.high(300)
    tall = QWidget()
    tall.setMinimumHeight(700)
    late.add(tall)
    made.page.add(late)
    settle()
    assert late.whole()
    assert late.verticalScrollBar().maximum() == 0


def test_larger_words_make_the_same_window_low(qtbot: QtBot, qapp: QApplication) -> None:
    made = Nested(qtbot)
    theme.apply(qapp, "light", 2.0)
    settle()
    assert made.card.column.whole()
    theme.apply(qapp, "light", 1.0)
    settle()
    assert not made.card.column.whole()


def test_panes_take_the_height_their_contents_need(qtbot: QtBot) -> None:
    made, panes = Nested(qtbot), Panes(least=700, tall=320)
    for height in (50, 60):
        part, words = QWidget(), QWidget()
        words.setMinimumHeight(height)
        Column(part).add(words)
        panes.add_pane(part)
    made.page.add(panes)
    settle()
    assert panes.inside.minimumSizeHint().height() >= 2 * 320, "stacked panes that scroll"
    made.high(300)
    assert panes.inside.minimumSizeHint().height() == 50 + 60 + 16


def test_its_top_is_shown_where_the_page_was_scrolled_past_it(qtbot: QtBot) -> None:
    made = Nested(qtbot)
    column, bar = made.card.column, made.card.column.verticalScrollBar()
    bar.setValue(200)
    column.show_top()
    assert bar.value() == 0
    made.high(300)
    bar = made.page.verticalScrollBar()
    bar.setValue(700)
    column.show_top()
    assert bar.value() == column.mapTo(made.page.inside, column.rect().topLeft()).y() >= 100
    bar.setValue(20)
    column.show_top()
    assert bar.value() == 20, "it is in sight, or below"


def test_what_should_be_seen_is_shown_by_the_page(qtbot: QtBot) -> None:
    """Whoever holds the inner column need not know which of the two scrolls."""
    made, last = Nested(qtbot), QWidget()
    last.setFixedHeight(30)
    made.card.add(last)
    column = made.card.column
    assert column.mover() is column
    made.high(300)
    assert column.mover() is made.page
    bar = made.page.verticalScrollBar()
    column.ensureVisible(0, 900, 0, 10)
    at = column.inside.mapTo(made.page.viewport(), QPoint(0, 900)).y()
    assert 0 <= at <= made.page.viewport().height()
    bar.setValue(0)
    column.ensureWidgetVisible(last)
    at = last.mapTo(made.page.viewport(), QPoint(0, 0)).y()
    assert 0 <= at <= made.page.viewport().height() - 30


def test_a_pane_is_gone_to_where_they_stand_one_under_the_other(qtbot: QtBot) -> None:
    made, panes = Nested(qtbot), Panes(least=300, tall=320)
    parts = [QWidget(), QWidget()]
    for part in parts:
        words = QWidget()
        words.setMinimumHeight(400)
        Column(part).add(words)
        panes.add_pane(part)
    made.page.add(panes)
    made.high(300)
    bar = made.page.verticalScrollBar()
    panes.go_to(parts[1])
    assert bar.value() == 0, "side by side both are seen"
    made.window.resize(250, 300)
    settle()
    panes.go_to(parts[1])
    assert parts[1].mapTo(made.page.viewport(), QPoint(0, 0)).y() == 0
    made.window.resize(250, LOW + 50)
    settle()
    assert not panes.whole()
    panes.go_to(parts[0])
    assert parts[0].mapTo(panes.viewport(), QPoint(0, 0)).y() == 0
