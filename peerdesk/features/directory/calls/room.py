"""Needs a call, as a room of the house, and its row on Today."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from peerdesk.ui.room import Room, TodayCard

if TYPE_CHECKING:
    from peerdesk.ui.context import Context
    from peerdesk.ui.page import Page

KEY = "calls"
TABLES = frozenset({"service", "service_check", "listing_problem", "import_batch"})


def _page(context: Context) -> Page:
    from peerdesk.features.directory.calls.page import CallsPage

    return CallsPage(context)


def _row(context: Context) -> object:
    from peerdesk.features.directory.calls.today import CallsRow

    return CallsRow(context)


def room() -> Room:
    """Reached from Local help, from Today, and by name."""
    return Room(
        key=KEY,
        title=lambda: QCoreApplication.translate("CallsPage", "Needs a call"),
        icon="phone",
        place="group",
        shortcut="",
        page=_page,
    )


def cards() -> list[TodayCard]:
    """Among what to do before the meeting, while somebody is to be rung."""
    return [TodayCard("before", 20, _row, TABLES)]
