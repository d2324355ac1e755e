"""The sheet keyed in on the attendance page, by keys alone."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from peerdesk.core.errors import KnownError
from peerdesk.core.text import translate
from peerdesk.features.meetings.page import MeetingsPage
from peerdesk.features.meetings.paper import keying, numbering
from peerdesk.features.meetings.paper.keying_panel import KeyingPanel
from peerdesk.features.meetings.service import MeetingsService
from peerdesk.store.place import Place
from peerdesk.ui.context import Context
from tests.features.meetings.conftest import opened, person


@pytest.fixture
def panel(page: MeetingsPage, tonight: bytes) -> KeyingPanel:
    page.open_item("attendance", tonight)
    made = page.card.attendance.keying
    made.open_button.click()
    return made


def test_enter_marks_all_and_undo_takes_all_back(
    qtbot: QtBot, panel: KeyingPanel, service: MeetingsService, cabinet: Place, tonight: bytes
) -> None:
    assert QApplication.focusWidget() is panel.line
    qtbot.keyClicks(panel.line, "1-2 3p 4n +2")
    assert panel.said.text() == (
        "Here: Ana, Bo, Tom (first time)\nBy phone: Dev\nWithout a name: 2 more"
    )
    assert panel.mark.isEnabled()
    qtbot.keyClick(panel.line, Qt.Key.Key_Return)
    assert [m.status for m in service.attendance(tonight)] == ["here", "here", "phone", "here"]
    assert service.counts(tonight).here == 6
    assert panel.message.text() == "6 marked. Undo takes all of it back."
    assert panel.line.text() == ""
    cabinet.undo()
    assert service.counts(tonight).here == 0


def test_what_is_not_clear_marks_nothing(
    qtbot: QtBot, panel: KeyingPanel, service: MeetingsService, tonight: bytes
) -> None:
    qtbot.keyClicks(panel.line, "1 9 2q")
    assert panel.field.problem.text() == "Not clear: 2q. Nobody stands at: 9."
    assert not panel.mark.isEnabled()
    qtbot.keyClick(panel.line, Qt.Key.Key_Return)
    assert "look again" in panel.message.text()
    assert service.counts(tonight).here == 0
    assert panel.line.text() == "1 9 2q"
    qtbot.keyClick(panel.line, Qt.Key.Key_Backspace)
    assert panel.message.isHidden()


def test_enter_on_nothing_says_nothing(qtbot: QtBot, panel: KeyingPanel) -> None:
    qtbot.keyClick(panel.line, Qt.Key.Key_Return)
    assert panel.message.isHidden()
    assert panel.said.isHidden()


def test_blank_lines_count_and_are_not_away(
    qtbot: QtBot, panel: KeyingPanel, service: MeetingsService, tonight: bytes
) -> None:
    rows = numbering.rows_for(service, tonight, named=True, blanks=2)
    numbering.keep(service, tonight, rows)
    service.set_walk_ins(tonight, 1)
    qtbot.keyClicks(panel.line, "5 6n +1")
    assert panel.said.text() == "Without a name: 3 more, 1 for the first time, 4 in all"
    panel.line.setText("5x")
    assert panel.field.problem.text() == "An empty line, so nobody to mark: 5."


def test_escape_puts_it_away(qtbot: QtBot, panel: KeyingPanel) -> None:
    qtbot.keyClicks(panel.line, "1 2")
    qtbot.keyClick(panel.line, Qt.Key.Key_Escape)
    assert panel.card.isHidden()
    assert panel.open_button.isVisible()
    assert QApplication.focusWidget() is panel.open_button
    panel.open_button.click()
    assert panel.line.text() == ""
    panel.leave.click()
    assert panel.card.isHidden()


def test_another_meeting_forgets_what_was_typed(
    qtbot: QtBot, page: MeetingsPage, panel: KeyingPanel, service: MeetingsService
) -> None:
    qtbot.keyClicks(panel.line, "1 2")
    page.open_item("attendance", service.next_meetings()[1].uid)
    assert panel.card.isHidden()
    assert panel.line.text() == ""


def test_closed_names_are_initials(qtbot: QtBot, panel: KeyingPanel, context: Context) -> None:
    qtbot.keyClicks(panel.line, "1 2n")
    context.names.close()
    assert panel.said.text() == "Here: A., B. (first time)"
    context.names.open()
    assert panel.said.text() == "Here: Ana, Bo (first time)"


def test_a_full_disk_keeps_what_was_typed(
    qtbot: QtBot, panel: KeyingPanel, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_args: object) -> None:
        raise KnownError(translate("Test", "The disk is full."))

    monkeypatch.setattr(keying, "key_in", full)
    qtbot.keyClicks(panel.line, "1 2")
    panel.mark.click()
    assert panel.message.text() == "The disk is full."
    assert panel.line.text() == "1 2"


def test_nobody_to_key_in(
    qtbot: QtBot, context: Context, service: MeetingsService, cabinet: Place, tonight: bytes
) -> None:
    page = opened(qtbot, context)
    page.open_item("attendance", tonight)
    panel = page.card.attendance.keying
    assert panel.isHidden()
    person(cabinet, "Ana")
    assert not panel.isHidden()
    del service


def test_forty_people_take_one_line(
    qtbot: QtBot, panel: KeyingPanel, service: MeetingsService, cabinet: Place, tonight: bytes
) -> None:
    for number in range(40):
        person(cabinet, f"Person {number:02}")
    panel.line.setText("1-44")
    qtbot.keyClick(panel.line, Qt.Key.Key_Return)
    assert service.counts(tonight).here == 44
