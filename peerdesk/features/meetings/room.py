"""What Meetings gives to the house."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from peerdesk.ui.room import FoundItem, Room

if TYPE_CHECKING:
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
    return [
        FoundItem(
            title=meeting.theme or dates.long_day(meeting.start.date()),
            detail=dates.day_near(meeting.start.date(), today),
            icon="calendar",
            place="group",
            kind="meeting",
            uid=meeting.uid,
        )
        for meeting in MeetingsService(context.cabinet).find(typed)
    ]


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
