from __future__ import annotations

import pytest
from PySide6.QtCore import QLocale, Qt
from pytestqt.qtbot import QtBot

from peerdesk.features.meetings.attendance_tab import AttendanceTab
from peerdesk.features.meetings.detail import ATTENDANCE
from peerdesk.features.meetings.page import MeetingsPage
from peerdesk.features.meetings.service import MeetingsService
from peerdesk.store.cabinet import Person
from peerdesk.store.place import Place

from .conftest import LABEL


@pytest.fixture
def tab(page: MeetingsPage) -> AttendanceTab:
    page.card.show_part(ATTENDANCE)
    return page.card.attendance


def statuses(service: MeetingsService) -> list[str]:
    return [m.status for m in service.attendance(service.next_meetings()[0].uid)]


def test_one_key_each(tab: AttendanceTab, qtbot: QtBot, service: MeetingsService) -> None:
    assert tab.list.hasFocus()
    qtbot.keyClicks(tab.list, "hpa")
    assert statuses(service) == ["here", "phone", "apologies", "unknown"]
    qtbot.keyClick(tab.list, Qt.Key.Key_Up)
    qtbot.keyClicks(tab.list, "N")
    assert statuses(service) == ["here", "phone", "away", "unknown"]
    qtbot.keyClicks(tab.list, "o")
    assert statuses(service)[3] == "online"
    qtbot.keyClicks(tab.list, "u")
    assert statuses(service)[3] == "unknown"
    assert tab.summary.text() == "2 here (1 by phone) · 1 not here · 1 unknown"


def test_other_keys_do_nothing(tab: AttendanceTab, qtbot: QtBot, service: MeetingsService) -> None:
    qtbot.keyClicks(tab.list, "xz")
    qtbot.keyClick(tab.list, Qt.Key.Key_H, Qt.KeyboardModifier.ControlModifier)
    tab.list.keyboardSearch("t")
    assert statuses(service) == ["unknown"] * 4
    assert tab.list.currentIndex().row() == 0


def test_the_buttons_say_the_same(tab: AttendanceTab, service: MeetingsService) -> None:
    assert tab.buttons["unknown"].isChecked()
    assert tab.buttons["away"].keys() == "N"
    tab.buttons["away"].click()
    assert statuses(service)[0] == "away"
    tab.list.choose(0)
    assert tab.buttons["away"].isChecked()
    assert not tab.buttons["unknown"].isChecked()


def test_everyone_else(tab: AttendanceTab, qtbot: QtBot, service: MeetingsService) -> None:
    qtbot.keyClicks(tab.list, "a")
    tab.rest.click()
    assert statuses(service) == ["apologies", "here", "here", "here"]
    assert not tab.rest.isVisible()


def test_walk_ins_and_heads(tab: AttendanceTab, qtbot: QtBot, service: MeetingsService) -> None:
    qtbot.keyClicks(tab.list, "++-+")
    assert tab.walk_ins.value() == 2
    counts = service.counts(service.next_meetings()[0].uid)
    assert (counts.walk_ins, counts.here) == (2, 2)
    tab.heads.setValue(11)
    assert service.counts(service.next_meetings()[0].uid).here == 11
    assert tab.summary.text().startswith(f"{QLocale().toString(11)} here")
    tab.heads.setValue(-1)
    assert tab.heads.text() == "not counted"
    assert service.counts(service.next_meetings()[0].uid).head_count is None


def test_a_newcomer_is_named_so(tab: AttendanceTab) -> None:
    spoken = tab.model.index(3, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Tom, new, Unknown"


def test_a_group_without_names_counts_heads(
    tab: AttendanceTab, cabinet: Place, qtbot: QtBot
) -> None:
    with cabinet.operation(LABEL):
        Person.delete().execute()
    assert tab.empty.isVisible()
    assert not tab.list.isVisible()
    tab._mark("here")  # nobody is chosen
    assert tab.summary.text() == "0 here"


def test_undo_shows_at_once(tab: AttendanceTab, qtbot: QtBot, cabinet: Place) -> None:
    qtbot.keyClicks(tab.list, "h")
    assert tab.summary.text() == "1 here · 3 unknown"
    cabinet.undo()
    assert tab.summary.text() == "0 here · 4 unknown"


def test_late_with_its_own_key(tab: AttendanceTab, qtbot: QtBot, service: MeetingsService) -> None:
    qtbot.keyClicks(tab.list, "l")
    assert tab.list.currentIndex().row() == 0, "late is said besides"
    assert tab.late.isChecked()
    assert statuses(service)[0] == "here"
    assert tab.model.data(tab.model.index(0, 0), Qt.ItemDataRole.AccessibleTextRole) == (
        "Ana, late, Here"
    )
    tab.late.click()
    assert not tab.late.isChecked()


def test_found_by_name_or_code(
    tab: AttendanceTab, qtbot: QtBot, cabinet: Place, service: MeetingsService
) -> None:
    with cabinet.operation(LABEL):
        Person.update(code="Tomato").where(Person.name == "Bo").execute()
    tab.show_meeting(service.next_meetings()[0].uid)
    qtbot.keyClicks(tab.search, " to")
    assert tab.list.currentIndex().data() == "Tom"
    qtbot.keyClicks(tab.search, "mato")
    assert tab.list.currentIndex().data() == "Bo"
    qtbot.keyClick(tab.search, Qt.Key.Key_Return)
    assert tab.list.hasFocus()
    assert tab.search.text() == ""
    qtbot.keyClicks(tab.search, " z")
    assert tab.list.currentIndex().data() == "Bo"


def test_how_often_somebody_came(
    tab: AttendanceTab, service: MeetingsService, group: dict[str, bytes]
) -> None:
    assert tab.often.text() == ""
    for status, meeting in zip(
        ("here", "away", "phone", "unknown"), service.past_meetings(4), strict=True
    ):
        service.mark(meeting.uid, group["Ana"], status)
        service.close(meeting.uid)
    tab.show_meeting(service.next_meetings()[0].uid)
    assert tab.often.text() == "Ana came 2 of 3 evenings they were expected at"


def test_a_group_without_names_counts(tab: AttendanceTab, service: MeetingsService) -> None:
    service.set_way("no_names", on=True)
    uid = service.next_meetings()[0].uid
    tab.show_meeting(uid)
    assert not tab.list.isVisible()
    assert not tab.empty.isVisible()
    tab.heads.setValue(9)
    tab.new.setValue(2)
    assert (service.counts(uid).here, service.new_at(uid)) == (9, 2)
