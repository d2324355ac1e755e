from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from peerdesk.features.meetings.page import MeetingsPage
from peerdesk.features.meetings.room import room
from peerdesk.features.meetings.service import MeetingsService
from peerdesk.ui.context import Context


def test_the_room_opens_its_page(qtbot: QtBot, context: Context) -> None:
    one = room()
    assert (one.key, one.title(), one.shortcut, one.place) == (
        "meetings",
        "Meetings",
        "Ctrl+2",
        "group",
    )
    page = one.page(context)
    for widget in (page, *page.header_buttons()):
        qtbot.addWidget(widget)
    assert isinstance(page, MeetingsPage)


def test_meetings_are_found(context: Context, service: MeetingsService, tuesday: bytes) -> None:
    find = room().find
    assert find is not None
    assert find(context, "sleep") == []
    tonight, later = (m.uid for m in service.next_meetings(2))
    service.set_meeting(later, theme="Sleep and worry")
    service.set_meeting(tonight, place="Sleepers’ hall")
    found = find(context, "slee")
    assert [(f.title, f.detail, f.uid) for f in found] == [
        ("Sleep and worry", "1 Dec", later),
        ("Tuesday 24 November", "24 Nov", tonight),
    ]
    context.cabinet = None
    assert find(context, "slee") == []


@pytest.mark.parametrize("typed", ["att", "Attendance", "who is", "HERE", "came"])
def test_who_is_here_at_the_next_meeting_is_found(
    context: Context, service: MeetingsService, tuesday: bytes, typed: str
) -> None:
    find = room().find
    assert find is not None
    tonight, later = (m.uid for m in service.next_meetings(2))
    first, *_rest = find(context, typed)
    assert (first.kind, first.uid, first.detail) == ("attendance", tonight, "24 Nov")
    assert first.title == "Attendance: who is here"
    service.cancel(tonight)
    assert find(context, typed)[0].uid == later
    assert find(context, "tendance") == find(context, "who else") == []


def test_nobody_is_here_where_nothing_is_planned(
    context: Context, service: MeetingsService
) -> None:
    find = room().find
    assert find is not None
    assert service.next_meeting() is None
    assert find(context, "attendance") == []
