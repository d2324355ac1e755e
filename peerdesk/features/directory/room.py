"""What Local help gives to the house."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from peerdesk.ui.room import FoundItem, Room

if TYPE_CHECKING:
    from peerdesk.ui.context import Context
    from peerdesk.ui.page import Page

FOUND = 8


def _page(context: Context) -> Page:
    from peerdesk.features.directory.page import DirectoryPage

    return DirectoryPage(context)


def _find(context: Context, typed: str) -> list[FoundItem]:
    if context.shelf is None:
        return []
    from peerdesk.features.directory.service import DirectoryService

    service = DirectoryService(context.shelf)
    found = service.find(typed)
    # The kind of a need is guessed in Local help; here it would stand above what was meant.
    ids = [] if found.category else found.ids
    return [
        FoundItem(
            title=row.name,
            detail=row.summary,
            icon="pin",
            place="everyone",
            kind="service",
            uid=row.uid,
        )
        for row in service.rows(ids[:FOUND])
    ]


def room() -> Room:
    """The room Local help, on the shelf, for everyone."""
    return Room(
        key="directory",
        title=lambda: QCoreApplication.translate("DirectoryPage", "Local help"),
        icon="pin",
        place="everyone",
        shortcut="Ctrl+4",
        page=_page,
        find=_find,
        tables=frozenset({"service"}),
    )
