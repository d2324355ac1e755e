"""What a private note may belong to: meetings and people, by the words its tag will show."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QCoreApplication

from peerdesk.features.meetings.service import MeetingsService, MeetingView
from peerdesk.features.people.service import PeopleService
from peerdesk.ui import dates
from peerdesk.ui.context import Context
from peerdesk.ui.room import FoundItem

PAST = 3


def meeting_words(day: date) -> str:
    """ "meeting of 24 Nov"."""
    words = QCoreApplication.translate("Subjects", "meeting of {day}")
    return words.format(day=dates.short_day(day))


def subjects(context: Context, typed: str) -> list[FoundItem]:
    """The next and the latest meetings, or what was typed: meetings by theme, people by name."""
    if context.cabinet is None:
        return []
    service = MeetingsService(context.cabinet, context.shelf)
    if not typed.strip():
        coming = service.next_meeting()
        near = [*([coming] if coming is not None else []), *service.past_meetings(PAST)]
        return [_meeting(m) for m in near]
    people = [
        FoundItem(p.name, "", "person", "group", "person", p.uid, names=True)
        for p in PeopleService(context.cabinet).find(typed)
    ]
    return [_meeting(m) for m in service.find(typed)] + people


def services(context: Context, typed: str) -> list[FoundItem]:
    """Local services by what was typed, for a part of an agenda."""
    from peerdesk.features.directory.room import room

    find = room().find
    assert find is not None, "Local help can be searched"
    return find(context, typed)


def _meeting(meeting: MeetingView) -> FoundItem:
    words = meeting_words(meeting.start.date())
    return FoundItem(words, meeting.theme, "calendar", "group", "meeting", meeting.uid)
