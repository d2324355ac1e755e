"""What comes next: the meeting, and the one thing to press."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

import pytest
from PySide6.QtWidgets import QApplication

from peerdesk.app.today.next import parts_of, when_words
from peerdesk.app.today.page import TodayPage
from peerdesk.app.tonight import card as left_card
from peerdesk.app.tonight.sheets import Left
from peerdesk.core.clock import FixedClock
from peerdesk.features.meetings.service import MeetingsService
from peerdesk.store.cabinet import Person
from peerdesk.store.place import Place
from peerdesk.ui import theme
from peerdesk.ui.context import Context
from peerdesk.ui.widgets import Button
from tests.app.today.shown import LABEL, Evening, Opened, primary


def test_the_day_wraps_where_large_words_need_it(
    make: Callable[..., TodayPage], tonight: bytes, qapp: QApplication
) -> None:
    page = make()
    heading = page.next.heading
    heading.setText("Wednesday November 25, 7:30\u202fPM to 9:00\u202fPM")
    line = heading.fontMetrics().horizontalAdvance(heading.text())
    qapp.processEvents()
    assert heading.width() >= line
    assert heading.heightForWidth(heading.width()) < 2 * heading.fontMetrics().height()
    theme.apply(qapp, "light", 2.0, "Inter")
    assert page.next.minimumSizeHint().width() < 2 * line


@pytest.mark.usefixtures("tonight")
def test_the_evening_at_a_glance(make: Callable[..., TodayPage]) -> None:
    page = make()
    assert page.title() == "Good afternoon, Maria"
    assert page.subtitle() == "Tuesday 24 November"
    assert page.next.heading.text() == "Tonight 18:30 to 20:00"
    assert page.next.tag.text() == "Blue room"
    assert page.next.until.text() == "in 2 h 10 min"
    assert page.next.theme.text() == (
        "Theme: Sleep and worry · about 3, 1 new · you lead, Dev holds the door"
    )
    assert not page.empty_card.isVisible()


def test_the_buttons_lead_to_the_meeting(
    make: Callable[..., TodayPage], tonight: bytes, went: Opened, clock: FixedClock
) -> None:
    page = make()
    assert not page.next.closing.isVisible()
    page.next.agenda.click()
    page.next.attendance.click()
    clock.advance(hours=2, minutes=30)
    page.refresh(frozenset())
    assert page.next.until.text() == "It has begun"
    clock.advance(hours=1, minutes=20)
    page._minute_passed()
    assert page.next.until.text() == "It is over"
    page.next.closing.click()
    assert [(kind, uid) for _, kind, uid in went] == [
        ("agenda", tonight),
        ("attendance", tonight),
        ("closing", tonight),
    ]


def in_order(page: TodayPage) -> list[str]:
    buttons = [b for b in page.next.findChildren(Button) if b.isVisibleTo(page)]
    return [b.text() for b in sorted(buttons, key=lambda b: (b.y(), b.x()))]


def side_by_side(page: TodayPage) -> bool:
    """In a window of 1280 pixels."""
    QApplication.processEvents()
    shown = [b for b in page.next.findChildren(Button) if b.isVisible()]
    return len({b.geometry().center().y() for b in shown}) == 1


def test_what_comes_next_is_as_calm_as_the_target(
    make: Callable[..., TodayPage], tonight: bytes, evening: Evening, clock: FixedClock
) -> None:
    page = make()
    assert in_order(page) == ["Start meeting", "Agenda", "Print for tonight", "Open the door"]
    assert side_by_side(page)
    assert page.next.door.kind == "link"
    assert primary(page) == ["Start meeting"]
    page.next.start.click()
    page.next.door.click()
    assert evening.did == [("start", tonight), ("door", tonight)]
    clock.advance(hours=2, minutes=30)
    page.refresh(frozenset())
    assert in_order(page) == ["Start meeting", "Close the evening", "Agenda", "Open the door"]
    assert primary(page) == ["Start meeting"]
    assert side_by_side(page)
    clock.advance(hours=1, minutes=20)
    page.refresh(frozenset())
    assert in_order(page) == ["Close the evening", "Agenda", "Attendance", "Print for tonight"]
    assert primary(page) == ["Close the evening"]


@pytest.mark.parametrize("hours", [0, 2.5, 5])
def test_after_a_power_cut_one_thing_comes_first(
    make: Callable[..., TodayPage],
    context: Context,
    tonight: bytes,
    evening: Evening,
    clock: FixedClock,
    hours: float,
) -> None:
    clock.advance(minutes=int(hours * 60))
    page = make(cards=left_card.cards(context))
    evening.sheets = [Left("a", tonight, "Sleep and worry", "2026-11-24T18:30", True)]
    evening.changed.emit()
    assert primary(page) == ["Go on with tonight's meeting"]
    (card,) = page.findChildren(left_card.LeftCard)
    assert card.y() < page.next.y()
    assert not page.next.start.isVisible(), "it was started"
    assert not page.next.door.isVisible()
    evening.sheets = [Left("a", b"other", "Another", "2026-11-17T18:30", True)]
    evening.changed.emit()
    assert page.next.start.isVisible() == (hours < 5)
    assert primary(page) == ["Go on with tonight's meeting"]
    evening.running = True
    evening.changed.emit()
    assert primary(page) == ["Back to the meeting"]
    evening.running, evening.sheets = False, []
    evening.changed.emit()
    assert primary(page) == [["Start meeting", "Close the evening"][hours == 5]]


def test_a_group_without_a_meeting_has_one_thing_first_too(
    make: Callable[..., TodayPage], context: Context, evening: Evening
) -> None:
    page = make(cards=left_card.cards(context))
    assert primary(page) == ["Plan the meetings"]
    evening.sheets = [Left("a", b"other", "Another", "2026-11-17T18:30", True)]
    evening.changed.emit()
    assert primary(page) == ["Go on with tonight's meeting"]


def test_a_group_without_people(make: Callable[..., TodayPage], service: MeetingsService) -> None:
    service.add_series("Circle", datetime(2026, 11, 25, 10, 0))
    page = make()
    assert page.next.theme.text() == "No theme yet"
    assert page.next.heading.text() == "Tomorrow 10:00 to 11:30"
    assert not page.next.tag.isVisible()
    assert page.expected.quiet.text() == "Nobody is in the list yet."


def test_a_group_without_people_is_shown_where_to_begin(
    make: Callable[..., TodayPage],
    service: MeetingsService,
    context: Context,
    cabinet: Place,
) -> None:
    went: list[str] = []
    context.extra["go"] = went.append
    page = make()
    assert page.expected.guide.isVisible()
    assert not page.expected.people.isVisible()  # when they meet comes first
    service.add_series("Circle", datetime(2026, 11, 25, 10, 0))
    page.expected.people.click()
    page.expected.guide.click()
    assert went == ["people", "help-start"]
    with cabinet.operation(LABEL):
        Person.create(uid=b"a" * 16, name="Ana", added_at=1, changed_at=1)
    assert page.expected.start is not None
    assert not page.expected.start.isVisible()


@pytest.mark.parametrize(
    ("start", "words", "before"),
    [
        (datetime(2026, 11, 24, 16, 30), "Today 16:30 to 18:00", "Before today’s meeting"),
        (datetime(2026, 12, 1, 18, 30), "Tuesday 1 December, 18:30", "Before the next meeting"),
    ],
)
def test_other_days(
    make: Callable[..., TodayPage],
    service: MeetingsService,
    start: datetime,
    words: str,
    before: str,
) -> None:
    uid = service.add_date(start)
    meeting = service.meeting(uid)
    assert meeting is not None
    assert when_words(meeting, datetime(2026, 11, 24, 16, 20)).startswith(words)
    page = make()
    assert page.before.heading.text() == before


def test_who_does_what_in_other_words(
    make: Callable[..., TodayPage], service: MeetingsService, tonight: bytes
) -> None:
    service.set_meeting(tonight, lead="Dev", door="maria", theme="")
    page = make()
    assert page.next.theme.text() == (
        "No theme yet · about 3, 1 new · Dev leads, you hold the door"
    )


def test_labels_of_the_bar_fit(service: MeetingsService, tonight: bytes) -> None:
    agenda = service.agenda(tonight)
    wide = parts_of(agenda, lambda _label, _group: True)
    assert [p.label for p in wide] == [
        "Arrive, welcome, agreement",
        "Check-in round",
        "Sleep and worry",
        "Help nearby, closing round",
    ]
    assert wide[2].minutes == (3, 37)
    assert [p.strong for p in wide] == [False, True, True, False]
    narrow = parts_of(
        agenda, lambda label, group: len(label) <= sum(p.minutes for p in group) * 0.8
    )
    assert [p.label for p in narrow] == [
        "Arrive",
        "Check-in round",
        "Sleep and worry",
        "Help, close",
    ]
    least = parts_of(agenda, lambda _label, _group: False)
    assert [p.label for p in least][-1] == "Help"


def test_time_that_passed_while_another_page_was_shown(
    make: Callable[..., TodayPage], tonight: bytes, clock: FixedClock
) -> None:
    page = make()
    assert not page.next.closing.isVisible()
    page.hide()
    clock.advance(hours=4)
    page.show()
    assert page.next.closing.isVisible()
