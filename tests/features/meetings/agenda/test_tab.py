from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from peerdesk.features.meetings.agenda.tab import AgendaTab
from peerdesk.features.meetings.page import MeetingsPage
from peerdesk.features.meetings.service import KINDS, MeetingsService
from peerdesk.store.place import Place


@pytest.fixture
def tab(page: MeetingsPage) -> AgendaTab:
    return page.card.agenda


def titles(service: MeetingsService) -> list[str]:
    return [p.title for p in service.agenda(service.next_meetings()[0].uid)]


def shown(tab: AgendaTab) -> list[str]:
    return [row.text() for row in tab.list.rows]


def test_the_template_stands_there(tab: AgendaTab) -> None:
    assert shown(tab)[:3] == ["Arrive", "Welcome", "Agreement"]
    assert tab.ends.text() == "Ends 20:00, as planned."
    assert tab.list.rows[0].isChecked()
    assert not tab.editor.up.isEnabled()


def test_a_part_is_changed_in_place(
    tab: AgendaTab, qtbot: QtBot, service: MeetingsService, cabinet: Place
) -> None:
    tab.list.rows[3].click()
    assert tab.editor.title.text() == "Check-in round"
    assert "each for" in tab.editor.hint.text()
    tab.editor.title.selectAll()
    qtbot.keyClicks(tab.editor.title, "How are we")
    tab.flush()
    tab.editor.minutes.setValue(30)
    tab.editor.kind.activated.emit(KINDS.index("round"))
    qtbot.keyClicks(tab.editor.say, "Breathe.")
    tab.editor.say.clearFocus()
    tab.flush()
    part = service.agenda(service.next_meetings()[0].uid)[3]
    assert (part.title, part.minutes, part.kind) == ("How are we", 30, "round")
    assert part.say.startswith("Breathe.")
    assert tab.ends.text() == "Ends 20:10, 10 min after the planned end."
    tab.editor.minutes.setValue(10)
    assert tab.ends.text() == "Ends 19:50, 10 min before the planned end."
    assert shown(tab)[3] == "How are we"
    cabinet.undo()
    assert tab.editor.minutes.value() == 30


def test_who_leads_a_part(tab: AgendaTab, qtbot: QtBot, service: MeetingsService) -> None:
    tab.list.rows[1].click()
    qtbot.keyClicks(tab.editor.lead, "dev")
    tab.flush()
    assert service.agenda(service.next_meetings()[0].uid)[1].lead == "Dev"


def test_parts_come_move_and_go(tab: AgendaTab, qtbot: QtBot, service: MeetingsService) -> None:
    tab.add.click()
    assert tab.editor.title.text() == "New part"
    assert tab.editor.title.selectedText() == "New part"
    qtbot.keyClicks(tab.editor.title, "Song")
    tab.flush()
    assert titles(service)[-2:] == ["Song", "Closing round"]
    tab.editor.up.click()
    assert titles(service)[-3:] == ["Song", "Help nearby", "Closing round"]
    qtbot.keyClick(tab.editor.title, Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier)
    assert titles(service)[-2:] == ["Song", "Closing round"]
    tab.editor.down.click()
    assert titles(service)[-1] == "Song"
    tab.editor.remove.click()
    assert "Song" not in titles(service)
    assert tab.editor.title.text() == "Closing round"
    tab.again.click()
    assert len(titles(service)) == 8


def test_removing_the_last_part_brings_the_template_back(
    tab: AgendaTab, service: MeetingsService
) -> None:
    for _ in range(8):
        tab.editor.remove.click()
    assert len(titles(service)) == 8
    assert tab.editor.title.text() == "Arrive"


def test_arrow_keys_choose_a_part(tab: AgendaTab, qtbot: QtBot) -> None:
    tab.list.rows[0].setFocus()
    qtbot.keyClick(tab.list.rows[0], Qt.Key.Key_Down)
    assert tab.editor.title.text() == "Welcome"


def test_a_part_without_a_title_can_be_pressed(tab: AgendaTab, service: MeetingsService) -> None:
    uid = service.next_meetings()[0].uid
    service.set_part(uid, service.agenda(uid)[0].uid, title="")
    assert shown(tab)[0] == "No title yet"
