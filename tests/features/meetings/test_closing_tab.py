from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from peerdesk.core.clock import FixedClock
from peerdesk.core.ids import new_uid
from peerdesk.features.meetings.closing_tab import MOST, ClosingTab
from peerdesk.features.meetings.page import MeetingsPage
from peerdesk.features.meetings.service import MeetingsService
from peerdesk.store.cabinet import Person
from peerdesk.store.place import Place

from .conftest import LABEL


@pytest.fixture
def uid(service: MeetingsService, clock: FixedClock, tuesday: bytes) -> bytes:
    del tuesday
    clock.advance(hours=3, minutes=45)
    return service.next_meetings()[0].uid


@pytest.fixture
def tab(uid: bytes, page: MeetingsPage) -> ClosingTab:
    page.open_item("closing", uid)
    return page.card.closing


def test_an_evening_is_closed(
    tab: ClosingTab, uid: bytes, qtbot: QtBot, service: MeetingsService, page: MeetingsPage
) -> None:
    ana, bo, dev, tom = tab._chips.values()
    assert tom.text() == "Tom · new"
    ana.click()
    bo.click()
    bo.click()
    assert tab.here.text() == "1 here · 2 not known yet"
    assert bo.text() == "Bo · not here"
    assert not dev.isChecked()
    service.mark(uid, service.attendance(uid)[2].person, "phone")
    assert dev.text() == "Dev · by phone"
    assert dev.isChecked()
    tab.heads.setValue(9)
    qtbot.keyClicks(tab.good, "The garden day.")
    tab.done.click()
    meeting = service.meeting(uid)
    assert meeting is not None
    assert (meeting.closed, meeting.here, meeting.good_things) == (True, 9, "The garden day.")
    assert not tab.done.isVisible()
    assert tab.state.text() == "Closed: Today 20:05"
    assert page.card.tag.text() == "9 here"
    tab.open_again.click()
    assert tab.done.isVisible()


def test_walk_ins_stand_beside_the_names(
    tab: ClosingTab, uid: bytes, service: MeetingsService
) -> None:
    assert not tab.walk_ins.isVisible()
    service.set_walk_ins(uid, 2)
    assert tab.walk_ins.text() == "+2 without a name"
    assert tab.walk_ins.isVisible()


def test_a_very_long_list_shows_who_was_marked(
    tab: ClosingTab, uid: bytes, service: MeetingsService, cabinet: Place
) -> None:
    with cabinet.operation(LABEL):
        for n in range(MOST):
            Person.create(uid=new_uid(), name=f"P{n}", added_at=1, changed_at=1)
    assert not tab._chips
    service.mark(uid, service.attendance(uid)[0].person, "here")
    assert [c.text() for c in tab._chips.values()] == ["Ana"]


def test_a_group_without_names_counts_heads(
    tab: ClosingTab, uid: bytes, service: MeetingsService, cabinet: Place
) -> None:
    with cabinet.operation(LABEL):
        Person.delete().execute()
    assert tab._chips == {}
    tab.heads.setValue(5)
    tab.heads.setValue(-1)
    assert service.counts(uid).head_count is None
