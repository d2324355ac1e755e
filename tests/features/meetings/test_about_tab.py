from __future__ import annotations

from datetime import datetime

import pytest
from PySide6.QtCore import QDate, QTime
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from peerdesk.features.meetings.about_tab import AboutTab
from peerdesk.features.meetings.detail import ABOUT
from peerdesk.features.meetings.page import MeetingsPage
from peerdesk.features.meetings.service import MeetingsService, MeetingView
from peerdesk.store.place import Place
from peerdesk.ui.context import Context


@pytest.fixture
def tab(page: MeetingsPage) -> AboutTab:
    page.card.show_part(ABOUT)
    return page.card.about


def tonight(service: MeetingsService) -> MeetingView:
    return service.next_meetings()[0]


def test_facts_save_themselves(
    tab: AboutTab, qtbot: QtBot, service: MeetingsService, page: MeetingsPage
) -> None:
    qtbot.keyClicks(tab.theme, "Sleep")
    qtbot.keyClicks(tab.lead, "dev")
    qtbot.keyClicks(tab.door, "Someone else")
    tab.place.selectAll()
    qtbot.keyClicks(tab.place, "Library")
    page.flush()
    tab.way.activated.emit(3)
    meeting = tonight(service)
    assert (meeting.theme, meeting.lead, meeting.door) == ("Sleep", "Dev", "Someone else")
    assert (meeting.place, meeting.way) == ("Library", "mixed")
    assert "Library" in page.card.detail.text()


def test_typing_one_field_is_one_step_back(tab: AboutTab, qtbot: QtBot, cabinet: Place) -> None:
    qtbot.keyClicks(tab.theme, "Sle")
    tab.flush()
    qtbot.keyClicks(tab.theme, "ep")
    tab.flush()
    cabinet.undo()
    assert tab.theme.text() == ""


def test_leaving_the_field_saves(tab: AboutTab, qtbot: QtBot, service: MeetingsService) -> None:
    tab.theme.setFocus()
    qtbot.keyClicks(tab.theme, "Rest")
    tab.place.setFocus()
    assert tonight(service).theme == "Rest"


def test_a_short_pause_saves(tab: AboutTab, qtbot: QtBot, service: MeetingsService) -> None:
    qtbot.keyClicks(tab.theme, "Rest")
    qtbot.waitUntil(lambda: tonight(service).theme == "Rest")


def test_moving(tab: AboutTab, service: MeetingsService) -> None:
    assert not tab.move_button.isVisible()
    tab.day.setDate(QDate(2026, 11, 26))
    tab.time.setTime(QTime(17, 0))
    tab.minutes.setValue(60)
    assert tab.move_button.isVisible()
    tab.move_button.click()
    moved = tonight(service)
    assert (moved.start, moved.minutes) == (datetime(2026, 11, 26, 17, 0), 60)
    assert tab.note.text() == "Moved. It would have been on Tuesday 24 November, 18:30."
    assert tab.back.text() == "Back to its usual time"
    assert not tab.move_button.isVisible()
    tab.back.click()
    assert tonight(service).start == datetime(2026, 11, 24, 18, 30)
    assert not tab.back.isVisible()


def test_cancelling_is_for_dates_to_come(
    tab: AboutTab, service: MeetingsService, page: MeetingsPage
) -> None:
    tab.cancel.click()
    assert tonight(service).cancelled
    assert not tab.cancel.isVisible()
    tab.back.click()
    assert not tonight(service).cancelled
    past = service.past_meetings()[0].uid
    service.close(past)
    page.open_item("about", past)
    assert not tab.cancel.isVisible()


def test_closed_names_are_not_saved_as_initials(
    tab: AboutTab, qtbot: QtBot, service: MeetingsService, context: Context
) -> None:
    service.set_meeting(tonight(service).uid, lead="Dev")
    assert tab.lead.text() == "Dev"
    context.names.close()
    assert tab.lead.text() == "D."
    assert tab.lead.isReadOnly()
    assert tab.closed_names.isVisible()
    qtbot.keyClicks(tab.lead, "x")
    tab.flush()
    assert tonight(service).lead == "Dev"
    context.names.open()
    assert tab.lead.text() == "Dev"
    assert not tab.lead.isReadOnly()


def test_names_are_offered_while_they_are_open(
    tab: AboutTab, context: Context, qtbot: QtBot
) -> None:
    tab.lead.setFocus()
    assert tab.lead._model.stringList() == ["Dev", "Ana", "Bo", "Tom"]
    context.names.close()
    assert tab.lead._model.stringList() == []
    tab.theme.setFocus()
    tab.lead.setFocus()
    assert tab.lead._model.stringList() == []


def test_how_to_join_is_shown_when_it_matters(
    tab: AboutTab, service: MeetingsService, tuesday: bytes
) -> None:
    service.set_series(tuesday, dial_in="555 0101")
    assert not tab.dial_in.isVisible()
    assert not tab.copy.isVisible()
    tab.way.activated.emit(1)
    assert tab.dial_in.toPlainText() == "555 0101"
    assert tab.copy.isVisible()


def test_one_date_is_joined_another_way(
    tab: AboutTab, qtbot: QtBot, service: MeetingsService, tuesday: bytes, cabinet: Place
) -> None:
    service.set_series(tuesday, way="phone", dial_in="555 0101")
    tab.dial_in.selectAll()
    qtbot.keyClicks(tab.dial_in, "555 0199")
    tab.flush()
    assert [m.dial_in for m in service.next_meetings(2)] == ["555 0199", "555 0101"]
    cabinet.undo()
    assert tab.dial_in.toPlainText() == "555 0101"


def test_joining_details_are_copied(
    tab: AboutTab, service: MeetingsService, tuesday: bytes, context: Context
) -> None:
    said: list[str] = []
    context.notice = lambda text, *_undo: said.append(str(text))
    service.set_series(tuesday, way="mixed", dial_in="555 0101")
    tab.copy.click()
    assert QGuiApplication.clipboard().text() == (
        "Tuesday 24 November, 18:30 to 20:00\nIn person and from home\n555 0101\nBlue room"
    )
    service.set_series(tuesday, way="phone")
    tab.copy.click()
    assert QGuiApplication.clipboard().text().splitlines()[1:] == ["By phone", "555 0101"]
    assert "ten seconds" in said[-1]
    QGuiApplication.clipboard().clear()


def test_a_new_time_is_not_lost_when_one_leaves(tab: AboutTab, service: MeetingsService) -> None:
    tab.time.setTime(QTime(17, 0))
    tab.flush()
    assert tonight(service).start.hour == 17
    tab.flush()
    assert tonight(service).start.hour == 17
