"""What My notes gives to the house."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from peerdesk.ui.room import FoundItem, Room

if TYPE_CHECKING:
    from peerdesk.ui.context import Context
    from peerdesk.ui.page import Page


def _page(context: Context) -> Page:
    from peerdesk.features.notes.page import NotesPage

    return NotesPage(context)


def _find(context: Context, typed: str) -> list[FoundItem]:
    if context.drawer is None:
        return []
    from peerdesk.features.notes.service import NotesService
    from peerdesk.ui.dates import day_and_clock

    now = context.clock.now()
    untitled = QCoreApplication.translate("NotesPage", "Note without words")
    return [
        FoundItem(
            title=row.title or untitled,
            detail=day_and_clock(context.clock.local(row.created_at), now),
            icon="pen",
            place="me",
            kind="note",
            uid=row.uid,
        )
        for row in NotesService(context.drawer).find(typed)
    ]


def room() -> Room:
    """The room My notes, in the drawer alone."""
    return Room(
        key="notes",
        title=lambda: QCoreApplication.translate("NotesPage", "My notes"),
        icon="pen",
        place="me",
        shortcut="Ctrl+5",
        page=_page,
        find=_find,
        tables=frozenset({"note"}),
    )
