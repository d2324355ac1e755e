"""Today as a page: its greeting, its cards, and that everything fits."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from peerdesk.app.today.page import TodayPage
from peerdesk.core.clock import FixedClock
from peerdesk.core.ids import new_uid
from peerdesk.features.meetings.service import MeetingsService
from peerdesk.store.cabinet import Person
from peerdesk.store.place import Place
from peerdesk.store.shelf import PublicMeeting
from peerdesk.ui import a11y, theme
from peerdesk.ui.context import Context
from peerdesk.ui.room import TodayCard
from peerdesk.ui.widgets import Tag
from tests.app.today.shown import LABEL, Opened, checks, expected


@pytest.mark.parametrize("width", [480, 760, 1008])
def test_a_long_name_never_pushes_today_out_of_its_window(
    make: Callable[..., TodayPage], tonight: bytes, cabinet: Place, width: int
) -> None:
    with cabinet.operation(LABEL):
        name = "Maximiliane-Konstantina von und zu Hohenlohe-Waldenburg again"
        Person.create(uid=new_uid(), name=name, role="new", added_at=1, changed_at=1)
    page = make()
    page.resize(width, 690)
    assert page.minimumSizeHint().width() <= 480


@pytest.mark.usefixtures("tonight")
def test_the_largest_words_in_a_small_window_scroll_down_only(
    make: Callable[..., TodayPage], qapp: QApplication, context: Context
) -> None:
    context.extra["print_recovery"] = lambda: None
    theme.apply(qapp, "light", 2.0, "Inter")
    try:
        page = make()
        page.resize(563, 400)  # what a window of 800 × 600 leaves
        for _ in range(3):
            qapp.processEvents()
        assert page.panes.horizontalScrollBar().maximum() == 0
        row = next(r for r in page.before.rows.values() if r.check.tag == "recovery")
        assert row.act.y() < row.tag.y(), "one under the other"
    finally:
        theme.apply(qapp, "light", 1.0, "Inter")


@pytest.mark.usefixtures("tonight")
def test_names_close_to_initials(
    make: Callable[..., TodayPage], context: Context, qapp: QApplication
) -> None:
    page = make()
    context.names.close()
    qapp.processEvents()
    assert "D. holds the door" in page.next.theme.text()
    assert checks(page)[0][0] == "J. has been away 4 times. Agreed: text only"
    assert "Tom" not in expected(page)
    assert "T." in expected(page)


def test_publishing_is_finished_at_the_next_start(
    make: Callable[..., TodayPage], service: MeetingsService, shelf: Place, cabinet: Place
) -> None:
    uid = service.add_series("Circle", datetime(2026, 11, 25, 10, 0))
    MeetingsService(cabinet).show_to_everyone(uid, True)
    assert PublicMeeting.select().count() == 0
    make()
    assert PublicMeeting.select().count() == 1
    cabinet.undo()
    assert PublicMeeting.select().count() == 0


def test_a_shelf_that_cannot_be_written_is_said_calmly(
    make: Callable[..., TodayPage], service: MeetingsService, cabinet: Place, context: Context
) -> None:
    uid = service.add_series("Circle", datetime(2026, 11, 25, 10, 0))
    MeetingsService(cabinet).show_to_everyone(uid, True)
    context.shelf.database.connection().execute(
        "CREATE TRIGGER stop BEFORE INSERT ON public_meeting "
        "BEGIN SELECT RAISE(ABORT, 'database or disk is full'); END"
    )
    said: list[str] = []
    context.notice = lambda text, _undo=None: said.append(str(text))
    make()
    assert "no room left" in said[0]


def test_who_is_expected(
    make: Callable[..., TodayPage],
    service: MeetingsService,
    people: dict[str, bytes],
    tonight: bytes,
    cabinet: Place,
) -> None:
    service.mark(tonight, people["Ana"], "apologies")
    service.mark(tonight, people["Dev"], "phone")
    page = make()
    assert expected(page)[:3] == ["T", "Tom", "New here"]
    assert "joins from afar" in expected(page)
    assert page.expected.quiet.text() == "Sent apologies: Ana"
    assert not page.expected.more.isVisible()
    with cabinet.operation(LABEL):
        for name in ("Una", "Wil"):
            Person.create(uid=new_uid(), name=name, added_at=1, changed_at=1)
    assert page.expected.more.text() == "and 1 more"


def test_good_things_and_how_many_usually_come(
    make: Callable[..., TodayPage], tonight: bytes
) -> None:
    del tonight
    page = make()
    assert page.remember.words.text() == "The garden day.\nThe garden day."
    assert page.remember.usual.text() == "Usually 3 come. Last time: 3."


@pytest.mark.usefixtures("tonight")
def test_the_greeting_follows_the_day(
    make: Callable[..., TodayPage], qtbot: QtBot, clock: FixedClock
) -> None:
    page = make()
    clock.advance(hours=2)
    with qtbot.waitSignal(page.header_changed, timeout=1000):
        page._minute_passed()
    assert page.title() == "Good evening, Maria"
    page.hide()
    assert not page._timer.isActive()


def test_a_new_group(make: Callable[..., TodayPage], went: Opened, context: Context) -> None:
    context.extra.clear()
    page = make()
    assert page.title() == "Good afternoon"
    assert page.empty.isVisible()
    assert not page.next.isVisible()
    assert page.before.heading.text() == "Before the next meeting"
    assert not page.remember.usual.isVisible()
    assert page.expected.quiet.isVisible()
    page.empty.button.click()
    assert went == [("group", "series", b"")]


def test_other_rooms_add_cards(make: Callable[..., TodayPage], tonight: bytes) -> None:
    del tonight
    cards = [
        TodayCard("narrow", 2, lambda _context: Tag("second")),
        TodayCard("narrow", 1, lambda _context: Tag("first")),
        TodayCard("wide", 1, lambda _context: Tag("left")),
    ]
    page = make(cards=cards)
    found = {t.text(): t for t in page.findChildren(Tag) if t.isVisible()}
    assert found["first"].y() < found["second"].y()
    assert found["left"].parent() is page.next.parent()


def test_other_changes_are_none_of_ours(make: Callable[..., TodayPage], tonight: bytes) -> None:
    del tonight
    page = make()
    page.service.cabinet = None  # type: ignore[assignment]
    page.refresh(frozenset({"note"}))
    assert page.next.isVisible()


@pytest.mark.usefixtures("tonight")
@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize("way", list(Qt.LayoutDirection)[:2])
def test_nothing_is_cut_off_and_everything_is_reached(
    make: Callable[..., TodayPage], qapp: QApplication, scale: float, way: Qt.LayoutDirection
) -> None:
    theme.apply(qapp, "light", scale, "Inter")
    page = make()
    page.setLayoutDirection(way)
    for _ in range(3):
        qapp.processEvents()
    try:
        assert [str(p) for p in a11y.walk(page, QSize(1008, 690))] == []
    finally:
        theme.apply(qapp, "light", 1.0, "Inter")
