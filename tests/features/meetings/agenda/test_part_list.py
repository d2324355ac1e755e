from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from peerdesk.features.meetings.agenda.part_row import PartRow
from peerdesk.features.meetings.agenda.tab import AgendaTab
from peerdesk.features.meetings.page import MeetingsPage
from peerdesk.features.meetings.service import MeetingsService

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def tab(page: MeetingsPage) -> AgendaTab:
    return page.card.agenda


def titles(service: MeetingsService) -> list[str]:
    return [p.title for p in service.agenda(service.next_meetings()[0].uid)]


def drag(row: PartRow, to: PartRow, *, below: bool) -> None:
    """Take a row and hold it over another one."""
    start = row.rect().center()
    goal = to.rect().center() + QPoint(0, 8 if below else -8)
    QTest.mousePress(row, LEFT, pos=start)
    QTest.mouseMove(row, start + QPoint(0, 2))
    QTest.mouseMove(row, row.mapFromGlobal(to.mapToGlobal(goal)))


def drop(row: PartRow, to: PartRow, *, below: bool) -> None:
    goal = to.rect().center() + QPoint(0, 8 if below else -8)
    QTest.mouseRelease(row, LEFT, pos=row.mapFromGlobal(to.mapToGlobal(goal)))


def test_a_part_is_dragged_down_and_up_again(tab: AgendaTab, service: MeetingsService) -> None:
    rows = tab.list.rows
    before = titles(service)
    drag(rows[0], rows[2], below=True)
    drop(rows[0], rows[2], below=True)
    assert titles(service)[:3] == ["Welcome", "Agreement", "Arrive"]
    assert rows[2].isChecked()  # what was moved is the chosen one
    drag(rows[2], rows[0], below=False)
    drop(rows[2], rows[0], below=False)
    assert titles(service) == before


def test_to_the_very_end(tab: AgendaTab, service: MeetingsService) -> None:
    rows = tab.list.rows
    drag(rows[1], rows[-1], below=True)
    drop(rows[1], rows[-1], below=True)
    assert titles(service)[-1] == "Welcome"


def test_where_it_would_come_is_shown(tab: AgendaTab) -> None:
    rows = tab.list.rows
    calm = tab.list.grab().toImage()
    for below, over in ((False, rows[3]), (True, rows[-1])):
        drag(rows[0], over, below=below)
        shown = tab.list.grab().toImage()
        assert shown != calm
        assert isinstance(shown, QImage)
        QTest.keyClick(rows[0], Qt.Key.Key_Escape)
        QTest.mouseRelease(rows[0], LEFT)


def test_escape_leaves_it_where_it_was(tab: AgendaTab, service: MeetingsService) -> None:
    rows = tab.list.rows
    before = titles(service)
    drag(rows[0], rows[4], below=True)
    QTest.keyClick(rows[0], Qt.Key.Key_Escape)
    drop(rows[0], rows[4], below=True)
    assert titles(service) == before


def test_let_go_on_itself_changes_nothing(tab: AgendaTab, service: MeetingsService) -> None:
    rows = tab.list.rows
    before, depth = titles(service), service.cabinet.undo_depth
    drag(rows[2], rows[2], below=True)
    QTest.mouseMove(rows[2], rows[2].rect().center() + QPoint(40, 0))
    drop(rows[2], rows[2], below=True)
    assert titles(service) == before
    assert service.cabinet.undo_depth == depth


def test_a_press_still_chooses(tab: AgendaTab) -> None:
    QTest.mouseClick(tab.list.rows[3], LEFT)
    assert tab.editor.title.text() == "Check-in round"
    QTest.mousePress(tab.list.rows[1], Qt.MouseButton.RightButton)
    QTest.mouseRelease(tab.list.rows[1], Qt.MouseButton.RightButton)
    assert tab.editor.title.text() == "Check-in round"


def test_alt_and_arrows_move_the_chosen_part(
    tab: AgendaTab, qtbot: QtBot, service: MeetingsService
) -> None:
    tab.list.rows[0].setFocus()
    qtbot.keyClick(tab.list.rows[0], Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert titles(service)[:2] == ["Welcome", "Arrive"]
    assert tab.list.rows[1].hasFocus()
    qtbot.keyClick(tab.list.rows[1], Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert titles(service)[:2] == ["Arrive", "Welcome"]


def test_rounds_say_how_long_each_has(tab: AgendaTab, service: MeetingsService) -> None:
    uid = service.next_meetings()[0].uid
    rows = tab.list.rows
    assert "5:00 min each" in rows[3].accessibleDescription()
    assert "each" not in rows[5].accessibleDescription()
    service.set_part(uid, service.agenda(uid)[3].uid, lead="Dev")
    assert rows[3].accessibleDescription().endswith("5:00 min each · Dev")


def test_closed_names_are_initials_in_the_list(tab: AgendaTab, service: MeetingsService) -> None:
    uid = service.next_meetings()[0].uid
    service.set_part(uid, service.agenda(uid)[3].uid, lead="Dev Patel")
    tab._context.names.set_shared(True)
    tab._context.names.close()
    assert "Patel" not in tab.list.rows[3].accessibleDescription()
