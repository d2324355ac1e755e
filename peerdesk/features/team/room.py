"""What Team notes gives to the house."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from peerdesk.ui.room import FoundItem, Room

if TYPE_CHECKING:
    from peerdesk.ui.context import Context
    from peerdesk.ui.page import Page


def _page(context: Context) -> Page:
    from peerdesk.features.team.page import TeamPage

    return TeamPage(context)


def _find(context: Context, typed: str) -> list[FoundItem]:
    if context.cabinet is None:
        return []
    from peerdesk.features.team.service import TeamService, keyholder_here
    from peerdesk.features.team.words import when

    me = keyholder_here(context.cabinet, context.drawer)
    untitled = QCoreApplication.translate("TeamPage", "Note without a title")
    words = QCoreApplication.translate("TeamPage", "Team note, {time}")
    return [
        FoundItem(
            title=row.title or row.begins or untitled,
            detail=words.format(time=when(row.created_at, context.clock)),
            icon="note",
            place="group",
            kind="team_note",
            uid=row.uid,
            names=True,  # titles may hold names
        )
        for row in TeamService(context.cabinet, me, context.clock).find(typed)
    ]


def room() -> Room:
    """The room Team notes, in the group's cabinet."""
    return Room(
        key="team",
        title=lambda: QCoreApplication.translate("TeamPage", "Team notes"),
        icon="note",
        place="group",
        shortcut="Ctrl+6",
        page=_page,
        find=_find,
        tables=frozenset({"team_note"}),
    )
