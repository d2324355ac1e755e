"""What the People room gives to the house."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from peerdesk.ui.room import FoundItem, Room
from peerdesk.ui.text import render

if TYPE_CHECKING:
    from peerdesk.ui.context import Context
    from peerdesk.ui.page import Page

translate = QCoreApplication.translate


def _page(context: Context) -> Page:
    from peerdesk.features.people.page import PeoplePage

    return PeoplePage(context)


def _count(context: Context) -> int | None:
    if context.cabinet is None:
        return None
    from peerdesk.features.people.service import PeopleService

    return PeopleService(context.cabinet).count()


def _find(context: Context, typed: str) -> list[FoundItem]:
    if context.cabinet is None:
        return []
    from peerdesk.features.people.service import PeopleService
    from peerdesk.features.people.words import role_words

    archived = translate("People", "archived")
    return [
        FoundItem(
            found.name,
            archived if found.archived else render(role_words(found.role)),
            "person",
            "group",
            "person",
            found.uid,
            names=True,
        )
        for found in PeopleService(context.cabinet).find(typed)
    ]


def room() -> Room:
    """The room People, in the group's cabinet."""
    return Room(
        key="people",
        title=lambda: translate("People", "People"),
        icon="people",
        place="group",
        shortcut="Ctrl+3",
        page=_page,
        count=_count,
        find=_find,
        tables=frozenset({"person"}),
    )
