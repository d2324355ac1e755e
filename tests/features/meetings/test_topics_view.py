from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from peerdesk.features.meetings.agenda.tab import AgendaTab
from peerdesk.features.meetings.page import MeetingsPage
from peerdesk.features.meetings.service import MeetingsService
from peerdesk.features.meetings.topics_view import TopicsView
from peerdesk.store.place import Place


@pytest.fixture
def tab(page: MeetingsPage) -> AgendaTab:
    return page.card.agenda


@pytest.fixture
def view(tab: AgendaTab) -> TopicsView:
    tab.ask.click()
    return tab.topics


def words(view: TopicsView) -> list[str]:
    return [row.words.text() for row in view.rows]


def put(view: TopicsView, qtbot: QtBot, typed: str) -> None:
    qtbot.keyClicks(view.typed, typed)
    qtbot.keyClick(view.typed, Qt.Key.Key_Return)


def test_an_empty_box_says_what_to_do(view: TopicsView) -> None:
    assert view.nothing.isVisible()
    assert view.typed.hasFocus()
    assert not view.again.isVisible()


def test_slips_are_typed_one_after_the_other(view: TopicsView, qtbot: QtBot) -> None:
    put(view, qtbot, "Sleep")
    put(view, qtbot, "Work")
    view.put.click()  # nothing typed
    assert words(view) == ["Sleep", "Work"]
    assert view.typed.hasFocus()
    assert not view.nothing.isVisible()


def test_hands_are_counted_without_the_rows_running_away(
    view: TopicsView, qtbot: QtBot, service: MeetingsService
) -> None:
    put(view, qtbot, "Sleep")
    put(view, qtbot, "Work")
    view.rows[1].hands.setFocus()
    view.rows[1].hands.setValue(4)
    assert words(view) == ["Sleep", "Work"]  # while somebody counts
    assert service.topics()[0].words == "Work"
    view.typed.setFocus()
    put(view, qtbot, "Rent")
    assert words(view) == ["Work", "Sleep", "Rent"]
    view.again.click()
    assert [row.hands.value() for row in view.rows] == [0, 0, 0]
    assert not view.again.isVisible()


def test_a_question_is_changed_in_place(
    view: TopicsView, qtbot: QtBot, service: MeetingsService
) -> None:
    put(view, qtbot, "Slep")
    row = view.rows[0]
    row.words.selectAll()
    qtbot.keyClicks(row.words, "Sleep")
    assert "Sleep" in view.unsaved()
    view.flush()
    assert service.topics()[0].words == "Sleep"
    assert view.unsaved() == ""


def test_a_drawn_question_stands_in_the_agenda(
    view: TopicsView, tab: AgendaTab, qtbot: QtBot, service: MeetingsService
) -> None:
    put(view, qtbot, "Sleep")
    put(view, qtbot, "Work")
    view.rows[0].draw.click()
    assert tab.list.isVisible()
    assert tab.ask.hasFocus()
    assert tab.ask.text() == "Topic box: 1"
    assert "Sleep" in [row.text() for row in tab.list.rows]
    tab.ask.click()
    assert words(view) == ["Work"]
    assert len(view.used) == 1


def test_a_used_question_is_put_back(
    view: TopicsView, tab: AgendaTab, qtbot: QtBot, service: MeetingsService
) -> None:
    from peerdesk.ui.widgets import Button

    put(view, qtbot, "Sleep")
    view.rows[0].draw.click()
    tab.ask.click()
    view.used[0].findChildren(Button)[0].click()
    assert words(view) == ["Sleep"]
    assert not view._used_card.isVisible()


def test_a_question_is_taken_out_and_comes_back(
    view: TopicsView, qtbot: QtBot, cabinet: Place
) -> None:
    put(view, qtbot, "Sleep")
    view.rows[0].remove.click()
    assert words(view) == []
    cabinet.undo()
    assert words(view) == ["Sleep"]


def test_what_came_by_the_in_tray_says_so(view: TopicsView, service: MeetingsService) -> None:
    service.ask("Rent", "in-tray", b"t" * 16)
    service.ask("Sleep")
    assert [row.tag.isHidden() for row in view.rows] == [False, True]


def test_a_half_typed_slip_is_not_lost(
    view: TopicsView, tab: AgendaTab, qtbot: QtBot, service: MeetingsService
) -> None:
    qtbot.keyClicks(view.typed, "Sleep")
    assert view.unsaved() == "What stands on the slip: Sleep"
    view.back_button.click()
    assert [t.words for t in service.topics()] == ["Sleep"]
    assert tab.ask.text() == "Topic box: 1"
