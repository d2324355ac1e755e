from __future__ import annotations

from datetime import datetime

import pytest
from PySide6.QtCore import QTime
from pytestqt.qtbot import QtBot

from peerdesk.features.meetings.page import MeetingsPage
from peerdesk.features.meetings.series_card import HOWS, SeriesCard
from peerdesk.features.meetings.service import MeetingsService, SeriesView
from peerdesk.store.cabinet import Series
from peerdesk.store.place import Place
from peerdesk.store.shelf import PublicMeeting

from .conftest import LABEL


@pytest.fixture
def card(page: MeetingsPage) -> SeriesCard:
    page.edit_series()
    return page.series


def only(service: MeetingsService) -> SeriesView:
    return service.series()[0]


def test_words_save_themselves(card: SeriesCard, qtbot: QtBot, service: MeetingsService) -> None:
    card.name.selectAll()
    qtbot.keyClicks(card.name, "Tuesday group")
    card.place.selectAll()
    qtbot.keyClicks(card.place, "Library")
    card.flush()
    card.way.activated.emit(2)
    assert card._dial_field.isVisible()
    qtbot.keyClicks(card.dial_in, "555 0101")
    card.flush()
    card.minutes.setValue(60)
    one = only(service)
    assert (one.name, one.place, one.way) == ("Tuesday group", "Library", "online")
    assert (one.dial_in, one.minutes) == ("555 0101", 60)


def test_another_day_and_time(card: SeriesCard, service: MeetingsService) -> None:
    card.weekday.setCurrentIndex(3)
    card.weekday.activated.emit(3)
    card.time.setTime(QTime(19, 0))
    card.time.editingFinished.emit()
    assert service.next_meetings()[0].start == datetime(2026, 11, 26, 19, 0)
    card.how.setCurrentIndex(HOWS.index("monthly"))
    card.how.activated.emit(HOWS.index("monthly"))
    assert card.when.text().startswith("On the fourth Thursday of the month.")
    assert service.next_meetings()[1].start == datetime(2026, 12, 24, 19, 0)


def test_nothing_is_written_when_nothing_changed(card: SeriesCard, cabinet: Place) -> None:
    before = cabinet.undo_depth
    card.time.editingFinished.emit()
    card.weekday.activated.emit(1)
    assert cabinet.undo_depth == before


def test_a_rule_of_somebody_else_is_left_alone(
    card: SeriesCard, service: MeetingsService, cabinet: Place
) -> None:
    with cabinet.operation(LABEL):
        Series.update(rrule="FREQ=DAILY;COUNT=3").execute()
    assert card.how.currentIndex() == -1
    card.weekday.activated.emit(3)
    assert only(service).rule == "FREQ=DAILY;COUNT=3"
    card.how.setCurrentIndex(0)
    card.how.activated.emit(0)
    assert only(service).rule == "FREQ=WEEKLY;BYDAY=TU"


def test_for_everyone(card: SeriesCard, qtbot: QtBot, service: MeetingsService) -> None:
    assert not card._first_field.isVisible()
    card.public.click()
    assert card._first_field.isVisible()
    qtbot.keyClicks(card.first, "Ring the bell.")
    card.first.setFocus()
    card.name.setFocus()
    card.flush()
    assert [str(p.first_time) for p in PublicMeeting.select()] == ["Ring the bell."]
    card.public.click()
    assert PublicMeeting.select().count() == 0
    assert not only(service).public


def test_undo_takes_the_meeting_off_the_welcome_page(card: SeriesCard, cabinet: Place) -> None:
    card.public.click()
    assert PublicMeeting.select().count() == 1
    cabinet.undo()
    assert PublicMeeting.select().count() == 0
    assert not card.public.isChecked()


def test_a_series_ends_and_goes_on(card: SeriesCard, service: MeetingsService) -> None:
    card.end.click()
    assert "Its last day is 24 November 2026." in card.when.text()
    assert len(service.next_meetings()) == 1
    card.end.click()
    assert len(service.next_meetings()) == 8


def test_several_series(card: SeriesCard, qtbot: QtBot, service: MeetingsService) -> None:
    assert not card._which.isVisible()
    card.another.click()
    assert card._which.isVisible()
    assert card.which.currentText() == "No name yet"
    qtbot.keyClicks(card.name, "Walk")
    card.which.activated.emit(0)
    assert card.name.text() == "Tuesday Circle"
    assert [s.name for s in service.series()] == ["Tuesday Circle", "Walk"]


def test_a_series_that_is_gone(card: SeriesCard, cabinet: Place, page: MeetingsPage) -> None:
    with cabinet.operation(LABEL):
        Series.delete().execute()
    assert not card.reload()
    card._repeat()
    assert page.empty.isVisible()
