"""What Meetings gives to the house."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from peerdesk.ui.room import FoundItem, Room

if TYPE_CHECKING:
    from peerdesk.features.meetings.service import MeetingsService
    from peerdesk.ui.context import Context
    from peerdesk.ui.page import Page


def _page(context: Context) -> Page:
    from peerdesk.features.meetings.page import MeetingsPage

    return MeetingsPage(context)


def _find(context: Context, typed: str) -> list[FoundItem]:
    if context.cabinet is None:
        return []
    from peerdesk.features.meetings.service import MeetingsService
    from peerdesk.ui import dates

    today = context.clock.now().date()
    service = MeetingsService(context.cabinet)
    return _who_is_here(service, typed, today) + [
        FoundItem(
            title=meeting.theme or dates.long_day(meeting.start.date()),
            detail=dates.day_near(meeting.start.date(), today),
            icon="calendar",
            place="group",
            kind="meeting",
            uid=meeting.uid,
        )
        for meeting in service.find(typed)
    ]


def _who_is_here(service: MeetingsService, typed: str, today: date) -> list[FoundItem]:
    """The attendance of the next meeting, where every word typed begins one of its words."""
    from peerdesk.ui import dates

    title = QCoreApplication.translate("Meetings", "Attendance: who is here")
    also = QCoreApplication.translate("Meetings", "came present", "other words to find it by")
    words = f"{title} {also}".casefold().split()
    if not all(any(w.startswith(t) for w in words) for t in typed.casefold().split()):
        return []
    meeting = service.next_meeting()
    if meeting is None:
        return []
    day = dates.day_near(meeting.start.date(), today)
    return [FoundItem(title, day, "calendar", "group", "attendance", meeting.uid)]


def room() -> Room:
    """The room Meetings, in the group's cabinet."""
    return Room(
        key="meetings",
        title=lambda: QCoreApplication.translate("Meetings", "Meetings"),
        icon="calendar",
        place="group",
        shortcut="Ctrl+2",
        page=_page,
        find=_find,
        tables=frozenset({"meeting", "series"}),
    )
