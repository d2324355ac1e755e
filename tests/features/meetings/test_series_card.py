from __future__ import annotations

from datetime import date, datetime

import pytest
from PySide6.QtCore import QDate, QTime
from pytestqt.qtbot import QtBot

from peerdesk.features.meetings.ends import AFTER, FOR_EVER, ON_A_DAY
from peerdesk.features.meetings.page import MeetingsPage
from peerdesk.features.meetings.series_card import HOWS, SeriesCard
from peerdesk.features.meetings.service import WAYS, MeetingsService, SeriesView
from peerdesk.store.cabinet import Series
from peerdesk.store.place import Place
from peerdesk.store.shelf import PublicMeeting
from peerdesk.ui.widgets import ComboBox

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
    assert not card.everyone.first_field.isVisible()
    card.public.click()
    assert card.everyone.first_field.isVisible()
    qtbot.keyClicks(card.first, "Ring the bell.")
    card.first.setFocus()
    card.name.setFocus()
    card.flush()
    assert [str(p.first_time) for p in PublicMeeting.select()] == ["Ring the bell."]
    card.public.click()
    assert PublicMeeting.select().count() == 0
    assert not only(service).public


def test_how_to_join_for_everyone(card: SeriesCard, qtbot: QtBot) -> None:
    card.public.click()
    assert not card.everyone.dial_in.isVisible()
    card.way.activated.emit(WAYS.index("phone"))
    qtbot.keyClicks(card.dial_in, "555 0101")
    qtbot.keyClicks(card.everyone.address, "1 River Road")
    card.flush()
    assert [(str(p.dial_in), str(p.address)) for p in PublicMeeting.select()] == [
        ("", "1 River Road")
    ]
    card.everyone.dial_in.click()
    assert [str(p.dial_in) for p in PublicMeeting.select()] == ["555 0101"]
    card.everyone.dial_in.click()
    assert [str(p.dial_in) for p in PublicMeeting.select()] == [""]


def test_undo_takes_the_meeting_off_the_welcome_page(card: SeriesCard, cabinet: Place) -> None:
    card.public.click()
    assert PublicMeeting.select().count() == 1
    cabinet.undo()
    assert PublicMeeting.select().count() == 0
    assert not card.public.isChecked()


def choose(combo: ComboBox, number: int) -> None:
    """As a person does it: with the list of the box."""
    combo.setCurrentIndex(number)
    combo.activated.emit(number)


def test_a_series_ends_and_goes_on(card: SeriesCard, service: MeetingsService) -> None:
    ends = card.ends
    assert (ends.choice.currentIndex(), ends.day.isVisible()) == (FOR_EVER, False)
    choose(ends.choice, ON_A_DAY)
    assert "Its last day is 24 November 2026." in card.when.text()
    assert len(service.next_meetings()) == 1
    ends.day.setDate(QDate(2026, 12, 15))
    ends.day.editingFinished.emit()
    assert len(service.next_meetings()) == 4
    choose(ends.choice, FOR_EVER)
    assert len(service.next_meetings()) == 8
    assert not ends.day.isVisible()


def test_a_series_ends_after_some_dates(card: SeriesCard, service: MeetingsService) -> None:
    ends = card.ends
    choose(ends.choice, AFTER)
    assert only(service).ended == date(2027, 1, 26)
    ends.times.setValue(3)
    ends.times.editingFinished.emit()
    assert only(service).ended == date(2026, 12, 8)
    assert ends.choice.currentIndex() == AFTER
    choose(ends.choice, FOR_EVER)
    ends.times.editingFinished.emit()
    assert only(service).ended is None
    choose(card.how, HOWS.index("once"))
    choose(ends.choice, AFTER)  # it has one date only
    assert ends.choice.currentIndex() == FOR_EVER


def test_the_week_of_the_month(card: SeriesCard, service: MeetingsService) -> None:
    assert not card.week.isVisible()
    choose(card.how, HOWS.index("monthly"))
    assert card.week.currentText() == "Fourth week"
    choose(card.week, 4)
    assert card.when.text().startswith("On the last Tuesday of the month.")
    assert only(service).rule == "FREQ=MONTHLY;BYDAY=-1TU"
    card.time.setTime(QTime(19, 0))
    card.time.editingFinished.emit()
    assert only(service).rule == "FREQ=MONTHLY;BYDAY=-1TU"
    choose(card.how, HOWS.index("twice"))
    assert card.week.currentText() == "Second and fourth week"
    assert card.when.text().startswith("On the second and fourth Tuesday of the month.")
    choose(card.week, 0)
    assert only(service).rule == "FREQ=MONTHLY;BYDAY=1TU,3TU"
    choose(card.how, HOWS.index("weekly"))
    assert not card.week.isVisible()


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
