"""The in-tray's page, and its card on Today."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from peerdesk.ui.room import Room, TodayCard

if TYPE_CHECKING:
    from peerdesk.ui.context import Context
    from peerdesk.ui.page import Page

KEY = "in-tray"
TABLES = frozenset({"in_tray", "taken"})


def _page(context: Context) -> Page:
    from peerdesk.features.meetings.in_tray.page import InTrayPage

    return InTrayPage(context)


def _card(context: Context) -> object:
    from peerdesk.features.meetings.in_tray.card import InTrayCard

    return InTrayCard(context)


def room() -> Room:
    """Reached from Today, and by name."""
    return Room(
        key=KEY,
        title=lambda: QCoreApplication.translate("Rooms", "In-tray"),
        icon="pen",
        place="group",
        shortcut="",
        page=_page,
    )


def cards() -> list[TodayCard]:
    """For Today's right column: there while something waits."""
    return [TodayCard("narrow", 5, _card, TABLES)]
