from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from peerdesk.features.meetings.page import MeetingsPage
from peerdesk.features.meetings.service import SWITCHES, MeetingsService
from peerdesk.features.meetings.ways_card import WaysCard
from peerdesk.store.place import Place
from peerdesk.ui.context import Context

from .conftest import opened


@pytest.fixture
def card(page: MeetingsPage) -> WaysCard:
    page.how.click()
    assert page.ways is not None
    return page.ways


def lines(card: WaysCard) -> list[str]:
    return [row.words.toPlainText() for row in card.lines.rows]


def test_it_takes_the_place_of_the_meeting(card: WaysCard, page: MeetingsPage) -> None:
    assert card.isVisible()
    assert not page.card.isVisible()
    assert card.back_button.hasFocus()
    assert len(lines(card)) == 12
    assert not card.again.isVisible()
    card.back_button.click()
    assert page.card.isVisible()
    assert not card.isVisible()


def test_another_page_of_the_room_takes_its_place(
    card: WaysCard, page: MeetingsPage, service: MeetingsService
) -> None:
    page.when.click()
    assert page.series.isVisible()
    assert not card.isVisible()
    page.open_item("ways", b"")
    assert card.isVisible()
    assert not page.series.isVisible()
    page.open_item("meeting", service.next_meetings()[0].uid)
    assert not card.isVisible()


def test_a_group_without_dates_can_say_how_it_meets(qtbot: QtBot, context: Context) -> None:
    page = opened(qtbot, context)
    page.how_first.click()
    assert page.ways is not None
    assert page.ways.isVisible()
    assert not page.empty.isVisible()


def test_a_line_is_changed_where_it_stands(
    card: WaysCard, page: MeetingsPage, qtbot: QtBot, service: MeetingsService, cabinet: Place
) -> None:
    row = card.lines.rows[4]
    row.words.selectAll()
    qtbot.keyClicks(row.words, "You may pass.")
    assert "You may pass." in page.unsaved()
    page.flush()
    assert service.agreement()[4].words == "You may pass."
    assert card.lines.rows[4] is row  # what is typed in is not made anew
    assert card.again.isVisible()
    cabinet.undo()
    assert lines(card)[4] == "Passing is fine."


def test_lines_move_by_their_buttons(card: WaysCard, service: MeetingsService) -> None:
    first, second = lines(card)[:2]
    row = card.lines.rows[1]
    row.up.click()
    assert lines(card)[:2] == [second, first]
    assert row.words.hasFocus()  # its button cannot be pressed any more
    row.down.click()
    row.down.click()
    assert lines(card)[2] == second
    assert row.down.hasFocus()
    assert [line.words for line in service.agreement()] == lines(card)


def test_lines_come_and_go(card: WaysCard, qtbot: QtBot, service: MeetingsService) -> None:
    card.add_line.click()
    row = card.lines.rows[-1]
    assert row.words.hasFocus()
    qtbot.keyClicks(row.words, "Bring a cup.")
    card.flush()
    assert service.agreement()[-1].words == "Bring a cup."
    row.remove.click()
    assert len(lines(card)) == 12
    assert card.lines.rows[-1].words.hasFocus()
    while card.lines.rows:
        card.lines.rows[0].remove.click()
    assert service.agreement() == ()
    card.again.click()
    assert len(lines(card)) == 12


def test_which_lines_the_room_sees(card: WaysCard, service: MeetingsService) -> None:
    card.lines.rows[0].shown.click()
    assert not service.agreement()[0].shown
    assert not card.room_note.isVisible()
    for row in card.lines.rows:
        if not row.shown.isChecked():
            row.shown.click()
    assert card.room_note.isVisible()
    assert "6 lines" in card.room_note.text()


@pytest.mark.parametrize("switch", SWITCHES, ids=lambda s: s.key)
def test_a_switch_is_turned_and_turned_back(
    switch: object, card: WaysCard, service: MeetingsService, cabinet: Place
) -> None:
    row = card.switches[switch.key]  # type: ignore[attr-defined]
    assert row.box.isChecked() is row.switch.usual
    assert row.box.accessibleDescription() == str(row.switch.words)
    row.box.click()
    assert service.way(row.switch.key) is not row.switch.usual
    cabinet.undo()
    assert row.box.isChecked() is row.switch.usual


def test_what_everyone_has_at_least(card: WaysCard, service: MeetingsService) -> None:
    card.floor.setValue(60)
    assert service.floor_seconds() == 60
    service.set_floor_seconds(20)
    assert card.floor.value() == 20


def test_a_line_that_wraps_is_as_tall_as_its_words(card: WaysCard, qtbot: QtBot) -> None:
    row = card.lines.rows[4]
    before = row.words.height()
    row.words.setPlainText(
        "One line that is so long that it surely has to wrap, more than once. " * 3
    )
    qtbot.waitUntil(lambda: row.words.height() > 2 * before)
    qtbot.waitUntil(lambda: row.words.verticalScrollBar().maximum() == 0)
