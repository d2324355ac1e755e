from __future__ import annotations

import gc
from datetime import datetime

import pytest
from PySide6.QtCore import QObject, QSize, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from peerdesk.core.clock import FixedClock
from peerdesk.features.meetings.detail import ABOUT, AGENDA, ATTENDANCE
from peerdesk.features.meetings.listing import DETAIL, TAG
from peerdesk.features.meetings.page import MeetingsPage
from peerdesk.features.meetings.service import MeetingsService
from peerdesk.store.place import Place
from peerdesk.ui import a11y, theme
from peerdesk.ui.context import Context

from .conftest import opened


def rows(page: MeetingsPage) -> list[str]:
    return [str(page.model.index(n, 0).data()) for n in range(page.model.rowCount())]


def tags(page: MeetingsPage) -> list[str]:
    found = [page.model.index(n, 0).data(TAG) for n in range(page.model.rowCount())]
    return [t[0] for t in found if t]


def test_what_comes_next_is_open(page: MeetingsPage) -> None:
    assert rows(page)[:3] == ["Next", "Tuesday 24 November", "Tuesday 1 December"]
    assert "Past" in rows(page)
    assert page.card.heading.text() == "Tuesday 24 November"
    assert page.card.isVisible()
    assert page.title() == "Meetings"
    assert "Tuesday 24 November" in page.subtitle()


def test_another_year_is_named(page: MeetingsPage) -> None:
    assert "Tuesday 5 January 2027" in rows(page)


def test_arrow_keys_open_the_next_meeting(page: MeetingsPage, qtbot: QtBot) -> None:
    qtbot.keyClick(page.list, Qt.Key.Key_Down)
    assert page.card.heading.text() == "Tuesday 1 December"


def test_the_list_keeps_its_place_while_something_is_typed(
    page: MeetingsPage, service: MeetingsService, qtbot: QtBot
) -> None:
    with qtbot.assertNotEmitted(page.model.modelReset):
        service.set_meeting(service.next_meetings()[0].uid, theme="Rest")
    assert page.model.index(1, 0).data(DETAIL) == "18:30 · Rest"


def test_tags_say_what_is_special(page: MeetingsPage, service: MeetingsService) -> None:
    first, second, third, *_ = service.next_meetings()
    service.cancel(first.uid)
    service.move(second.uid, datetime(2026, 12, 2, 17, 0))
    service.set_head_count(third.uid, 4)
    service.add_date(datetime(2026, 12, 3, 9, 0))
    past = service.past_meetings()[0].uid
    service.set_head_count(past, 7)
    service.close(past)
    assert tags(page)[:4] == ["cancelled", "moved", "extra", "4 here"]
    assert "7 here" in tags(page)
    assert "not closed" in tags(page)


def test_a_new_group_is_asked_when_it_meets(qtbot: QtBot, context: Context, cabinet: Place) -> None:
    page = opened(qtbot, context)
    assert page.empty.isVisible()
    assert page.subtitle() == "Nothing is planned yet"
    qtbot.mouseClick(page.empty.button, Qt.MouseButton.LeftButton)
    assert page.series.isVisible()
    assert page.series.name.hasFocus()
    assert rows(page)[1] == "Tuesday 24 November"
    page.series.back_button.click()
    assert page.card.isVisible()
    cabinet.undo()
    assert page.empty.isVisible()


def test_planning_from_the_button_above(qtbot: QtBot, context: Context) -> None:
    page = opened(qtbot, context)
    page.edit_series()
    assert len(page.service.series()) == 1


def test_an_extra_date_can_be_put_where_it_belongs(page: MeetingsPage, qtbot: QtBot) -> None:
    qtbot.mouseClick(page.add, Qt.MouseButton.LeftButton)
    assert page.card.heading.text() == "Tuesday 1 December"
    assert page.card.choice.current() == ABOUT
    page.card.about.remove.click()
    assert page.card.heading.text() == "Tuesday 24 November"


def test_an_extra_date_without_a_series(qtbot: QtBot, context: Context) -> None:
    page = opened(qtbot, context)
    page.add_date()
    assert page.service.next_meetings()[0].start == datetime(2026, 12, 1, 18, 30)


@pytest.mark.parametrize(
    ("kind", "part"),
    [("agenda", AGENDA), ("attendance", ATTENDANCE), ("about", ABOUT)],
)
def test_parts_can_be_opened_from_elsewhere(
    page: MeetingsPage, service: MeetingsService, clock: FixedClock, kind: str, part: int
) -> None:
    clock.advance(hours=3)
    page.open_item(kind, service.next_meetings()[0].uid)
    assert page.card.choice.current() == part
    assert page.card.tabs[part].isVisible()


def test_closing_is_offered_once_the_meeting_began(
    page: MeetingsPage, service: MeetingsService, clock: FixedClock
) -> None:
    tonight = service.next_meetings()[0].uid
    page.open_item("meeting", tonight)
    assert not page.card.closing.isVisible()
    clock.advance(hours=3)
    page.refresh(frozenset())
    asked: list[tuple[str, str, bytes]] = []
    page._context.open = lambda *what: asked.append(what)
    page.card.closing.click()
    assert asked == [("group", "closing", tonight)]


def test_a_meeting_that_is_not_there_is_not_opened(page: MeetingsPage) -> None:
    page.open_item("meeting", b"x" * 16)
    assert page.card.heading.text() == "Tuesday 24 November"


def test_when_we_meet(page: MeetingsPage, tuesday: bytes) -> None:
    page.open_item("series", b"")
    assert page.series.isVisible()
    assert page.series.uid == tuesday
    assert page.series.name.text() == "Tuesday Circle"
    page.list.setCurrentIndex(page.model.index(3, 0))
    assert page.card.isVisible()


def test_a_cancelled_date_can_be_brought_back(page: MeetingsPage, service: MeetingsService) -> None:
    tonight = service.next_meetings()[0].uid
    page.open_item("about", tonight)
    page.card.about.cancel.click()
    assert page.card.message.isVisible()
    page.card.message.button.click()
    assert not page.card.message.isVisible()
    meeting = service.meeting(tonight)
    assert meeting is not None
    assert not meeting.cancelled


def test_other_rooms_changes_are_none_of_ours(page: MeetingsPage, service: MeetingsService) -> None:
    service.cabinet = None  # type: ignore[assignment]
    page.refresh(frozenset({"note"}))
    assert page.card.heading.text() == "Tuesday 24 November"


def test_list_and_meeting_take_turns_in_a_narrow_window(
    page: MeetingsPage, qtbot: QtBot, qapp: QApplication
) -> None:
    page.resize(600, 690)
    qapp.processEvents()
    assert page.list.isVisible()
    assert not page.card.isVisible()
    page.list.clicked.emit(page.list.currentIndex())
    assert page.card.isVisible()
    assert not page.list.isVisible()
    qtbot.mouseClick(page.card.back_button, Qt.MouseButton.LeftButton)
    assert page.list.isVisible()


def test_names_close(page: MeetingsPage, context: Context) -> None:
    page.card.show_part(ATTENDANCE)
    assert page.card.attendance.model.index(0, 0).data() == "Ana"
    context.names.close()
    assert page.card.attendance.model.index(0, 0).data() == "A."


@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize("way", list(Qt.LayoutDirection)[:2])
@pytest.mark.parametrize("part", [AGENDA, ATTENDANCE, ABOUT, "series"])
def test_nothing_is_cut_off_and_everything_is_reached(
    page: MeetingsPage,
    service: MeetingsService,
    clock: FixedClock,
    qapp: QApplication,
    scale: float,
    way: Qt.LayoutDirection,
    part: int | str,
) -> None:
    clock.advance(hours=3, minutes=50)
    theme.apply(qapp, "light", scale, "Inter")
    page.setLayoutDirection(way)
    page.open_item("meeting", service.next_meetings()[0].uid)
    if part == "series":
        page.open_item("series", b"")
    else:
        page.card.show_part(int(part))
    page.resize(1008, 690)
    for _ in range(3):
        qapp.processEvents()
    try:
        assert [str(p) for p in a11y.walk(page, QSize(1008, 690))] == []
    finally:
        theme.apply(qapp, "light", 1.0, "Inter")


def test_the_collector_finds_nothing_of_a_page_that_lives(page: MeetingsPage) -> None:
    """What Python takes for unreachable it takes apart, although Qt still shows it."""
    page.card.show_part(ABOUT)
    gc.set_debug(gc.DEBUG_SAVEALL)
    gc.collect()
    gc.set_debug(0)
    mine = {id(thing) for thing in page.findChildren(QObject)}
    found = [type(thing).__name__ for thing in gc.garbage if id(thing) in mine]
    gc.garbage.clear()
    assert found == []


def test_a_meeting_that_began_while_another_page_was_shown_can_be_closed(
    page: MeetingsPage, clock: FixedClock
) -> None:
    assert not page.card.closing.isVisible()
    page.hide()
    clock.advance(hours=3)
    page.show()
    assert page.card.closing.isVisible()
