"""What to do before the meeting."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from peerdesk.app.today.page import TodayPage
from peerdesk.features.meetings.service import MeetingsService
from peerdesk.ui.context import Context
from peerdesk.ui.room import TodayCard
from peerdesk.ui.widgets import Tag
from tests.app.today.shown import checks


@pytest.mark.usefixtures("tonight")
def test_what_to_do_before(make: Callable[..., TodayPage]) -> None:
    page = make()
    assert page.before.heading.text() == "Before tonight"
    assert checks(page) == [
        ("Jo has been away 4 times. Agreed: text only", "To reach"),
        ("Sam asked for large print", "Print"),
        ("Tom comes for the first time: talk first", "Newcomer"),
        ("The recovery parts of the group are not printed yet", "Recovery"),
        ("Water, tissues", ""),
    ]


@pytest.mark.usefixtures("tonight")
def test_recovery_parts_are_printed_elsewhere(
    make: Callable[..., TodayPage], context: Context
) -> None:
    went: list[str] = []
    context.extra["print_recovery"] = lambda: went.append("recovery")
    page = make()
    row = next(r for r in page.before.rows.values() if r.check.tag == "recovery")
    assert not row.tick.isVisible()
    row.act.click()
    assert went == ["recovery"]
    del context.extra["print_recovery"]
    page.refresh(frozenset())
    assert not row.act.isVisible()


@pytest.mark.usefixtures("tonight")
def test_rows_are_ticked_and_keep_the_keyboard(
    make: Callable[..., TodayPage], qtbot: QtBot, service: MeetingsService, tonight: bytes
) -> None:
    page = make()
    row = next(iter(page.before.rows.values()))
    row.tick.setFocus()
    qtbot.keyClick(row.tick, Qt.Key.Key_Space)
    assert row.tick.isChecked()
    assert row.tick.hasFocus()
    assert service.checks(tonight)[0].done
    service.add_preparation("Chairs")
    assert next(iter(page.before.rows.values())).tick.hasFocus()


@pytest.mark.usefixtures("tonight")
def test_own_rows_come_and_go(make: Callable[..., TodayPage], qtbot: QtBot) -> None:
    page = make()
    assert not page.before.add_button.isVisible()
    qtbot.keyClicks(page.before.line, "Chairs")
    assert page.before.add_button.isVisible()
    qtbot.keyClick(page.before.line, Qt.Key.Key_Return)
    qtbot.keyClick(page.before.line, Qt.Key.Key_Return)  # nothing typed: nothing added
    assert checks(page)[-1] == ("Chairs", "")
    qtbot.keyClicks(page.before.line, "Tea")
    page.flush()
    assert [words for words, _ in checks(page)[-3:]] == ["Water, tissues", "Chairs", "Tea"]
    next(reversed(page.before.rows.values())).remove.click()
    assert checks(page)[-1] == ("Chairs", "")


def test_what_was_added_does_not_come_back_into_the_field(
    qtbot: QtBot, make: Callable[..., TodayPage], tonight: bytes
) -> None:
    page = make()
    qtbot.keyClicks(page.before.line, "Chairs")
    qtbot.keyClick(page.before.line, Qt.Key.Key_Return)
    qtbot.keyClick(page.before.line, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert page.before.line.text() == ""


def test_who_could_stand_in_is_said(
    make: Callable[..., TodayPage], context: Context, qapp: QApplication, tonight: bytes
) -> None:
    page = make()
    page.service.set_duty(page.service.past_meetings(1)[0].uid, "lead", "Tom")
    day = date(2026, 11, 24)
    page.service.add_away("Maria", day, day)
    for is_open, said in (
        (True, "Leads: Maria is away. Tom could do it."),
        (False, "Leads: M. is away. T. could do it."),
    ):
        context.names.open() if is_open else context.names.close()
        page.refresh(frozenset({"away"}))
        qapp.processEvents()
        assert (said, "Stand in") in checks(page), tonight


def test_what_another_room_has_to_do_is_not_called_nothing(
    make: Callable[..., TodayPage], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(MeetingsService, "checks", lambda _service, _meeting: [])
    row = Tag("Two services need a call")
    row.hide()
    page = make(cards=[TodayCard("before", 1, lambda _context: row, frozenset({"service"}))])
    assert page.before.none.text().startswith("Nothing to do yet.")
    assert page.before.none.isVisible()
    row.show()
    page.refresh(frozenset({"service"}))
    assert not page.before.none.isVisible()
    row.hide()
    page.refresh(frozenset({"service"}))
    assert page.before.none.isVisible()
