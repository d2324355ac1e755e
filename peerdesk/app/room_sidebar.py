"""The sidebar of somebody who signed in: the rooms by place, help, and what stands at its foot."""

from __future__ import annotations

from collections.abc import Iterable

from peerdesk.ui.context import Context
from peerdesk.ui.room import Room
from peerdesk.ui.widgets import Sidebar

SETTINGS, HELP, HIDE, LOCK = "settings", "help", "hide", "lock"
TODAY = "today"
HELP_PAGES = ("help-start", "help-keys", "help-protected", "help-gone")
BESIDE = ("keys", "recovery", "in-tray", "calls", "backups", "closing")
ASKED = ("referrals", "needs", "say")
OUT_OF_SIGHT = (SETTINGS, HELP, *BESIDE, *ASKED, *HELP_PAGES)
"""Rooms that do not stand among the others in the sidebar."""


class RoomSidebar(Sidebar):
    """One entry for each of ``rooms``."""

    def __init__(self, rooms: Iterable[Room]) -> None:
        super().__init__()
        self._rooms = {room.key: room for room in rooms}
        self._fill()

    def _fill(self) -> None:
        rooms = list(self._rooms.values())
        for place, words in (
            ("group", ""),
            ("everyone", self.tr("For everyone")),
            ("me", self.tr("Only me")),
        ):
            here = [r for r in rooms if r.place == place and r.key not in OUT_OF_SIGHT]
            if words and here:
                self.add_section(words)
            for room in here:
                entry = self.add_room(room.key, room.title(), room.icon)
                entry.setToolTip(f"{room.title()}  {room.shortcut}")
        help_now = self.add_crisis(self.tr("Help right now"), HELP)
        help_now.setToolTip(self.tr("Help right now") + "  Ctrl+H")
        if SETTINGS in self._rooms:
            room = self._rooms[SETTINGS]
            entry = self.add_foot(SETTINGS, room.title(), room.icon)
            entry.setToolTip(f"{room.title()}  {room.shortcut}")
        self.add_foot(HIDE, self.tr("Hide"), "eye-off", self.tr("Shift ×3"))
        self.add_foot(LOCK, self.tr("Lock"), "lock", "Ctrl+L")

    def show_rooms(self, context: Context) -> None:
        """Show those that are there for this group now."""
        for key, room in self._rooms.items():
            if room.shown is not None:
                self.entry(key).setVisible(room.shown(context))

    def count_rooms(self, context: Context) -> None:
        """Ask them for their numbers."""
        for key, room in self._rooms.items():
            if room.count is not None:
                n = room.count(context)
                self.entry(key).set_trailing("" if n is None else self.locale().toString(n))
