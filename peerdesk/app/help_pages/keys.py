"""Every key and what it does.

Rooms and commands say their own keys. The others stand in ``WINDOW`` and ``ROOMS``, and a test
compares both with the shortcuts that are really there, so none is missing and none is left over.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

from peerdesk.app.help_pages.parts import Key, Section, Sheet
from peerdesk.core.text import translate
from peerdesk.ui.room import Room

WINDOW = (
    Key(translate("HelpKeys", "Find, or do something"), "Ctrl+K"),
    Key(translate("HelpKeys", "Take the last change back"), "Ctrl+Z"),
    Key(translate("HelpKeys", "Do it again"), "Ctrl+Shift+Z", ("Ctrl+Y",)),
    Key(translate("HelpKeys", "Show or close names"), "F8"),
    Key(translate("HelpKeys", "Larger words"), "Ctrl++", ("Ctrl+=",)),
    Key(translate("HelpKeys", "Smaller words"), "Ctrl+-"),
    Key(translate("HelpKeys", "Words in their usual size"), "Ctrl+0"),
    Key(translate("HelpKeys", "Lock"), "Ctrl+L"),
)
"""Shortcuts of the window, wherever one is."""

SPOKEN = (
    Key(translate("HelpKeys", "Hide: cover everything and lock"), "Shift ×3"),
    Key(translate("HelpKeys", "To the next thing on the page"), "Tab"),
    Key(translate("HelpKeys", "Press the button, open the row"), "Enter"),
    Key(translate("HelpKeys", "Read on, read back"), "PgDown", ("PgUp",)),
    Key(translate("HelpKeys", "Close, or leave it as it was"), "Esc"),
)
"""Keys that no shortcut stands for."""

ROOMS = {
    "meetings": (
        Key(translate("HelpKeys", "Add a date"), "Ctrl+N"),
        Key(translate("HelpKeys", "Agenda: move the part up"), "Ctrl+Up", ("Alt+Up",)),
        Key(translate("HelpKeys", "Agenda: move the part down"), "Ctrl+Down", ("Alt+Down",)),
        Key(translate("HelpKeys", "Leave keying in the sheet"), "Esc"),
    ),
    "closing": (Key(translate("HelpKeys", "Back to Today"), "Esc"),),
    "people": (
        Key(translate("HelpKeys", "Add somebody"), "Ctrl+N"),
        Key(translate("HelpKeys", "Look for somebody"), "Ctrl+F"),
        Key(translate("HelpKeys", "Change all about somebody"), "Ctrl+E"),
    ),
    "directory": (
        Key(translate("HelpKeys", "Search local help"), "Ctrl+F"),
        Key(translate("HelpKeys", "Add a service"), "Ctrl+N"),
        Key(translate("HelpKeys", "Change a service"), "Ctrl+E"),
    ),
    "calls": (
        Key(translate("HelpKeys", "All is right, and on to the next one"), "R"),
        Key(translate("HelpKeys", "Something changed: put it right"), "C"),
        Key(translate("HelpKeys", "No answer"), "N"),
        Key(translate("HelpKeys", "It has closed"), "X"),
        Key(translate("HelpKeys", "Take the last answer back"), "Z"),
    ),
    "team": (Key(translate("HelpKeys", "New note"), "Ctrl+N"),),
    "notes": (Key(translate("HelpKeys", "New note"), "Ctrl+N"),),
}
"""Shortcuts of one room, by its key."""

TONIGHT = (
    Key(translate("HelpKeys", "Start, next, go on"), "Space"),
    Key(translate("HelpKeys", "Pass: the next person speaks"), "P"),
    Key(translate("HelpKeys", "Speak later in this round"), "L"),
    Key(translate("HelpKeys", "One minute more"), "+", ("=",)),
    Key(translate("HelpKeys", "Take the last press back"), "Z"),
    Key(translate("HelpKeys", "Leave this part out"), "S"),
    Key(translate("HelpKeys", "Short break"), "B"),
    Key(translate("HelpKeys", "Someone needs help"), "F1"),
    Key(translate("HelpKeys", "Room screen, and back"), "F2"),
    Key(translate("HelpKeys", "End the meeting, when PeerDesk asks whether to"), "E"),
    Key(translate("HelpKeys", "Somebody comes: type a name, or + to count"), "F3"),
    Key(translate("HelpKeys", "Door screen"), "F4"),
    Key(translate("HelpKeys", "Close names, or ask for the code"), "F8"),
    Key(translate("HelpKeys", "Full screen"), "F11"),
    Key(translate("HelpKeys", "Close names at once"), "Ctrl+L"),
)
"""Keys of a running meeting; they also stand on its buttons."""

NOBODY = (
    Key(translate("HelpKeys", "Help right now"), "Ctrl+H"),
    Key(translate("HelpKeys", "Search local help"), "Ctrl+F"),
    Key(translate("HelpKeys", "Back from local help"), "Alt+Left"),
    Key(translate("HelpKeys", "Back to the welcome page"), "Esc"),
)
"""Keys of the welcome page and what lies behind it."""


class Command(Protocol):
    """Something to do that Ctrl+K offers (``app.find_results.Command``)."""

    @property
    def title(self) -> str: ...
    @property
    def keys(self) -> str: ...


def sheet(rooms: Iterable[Room], commands: Iterable[Command] = ()) -> Sheet:
    """All keys of somebody who may enter ``rooms`` and give ``commands``."""
    rooms = list(rooms)
    go = tuple(Key(room.title(), room.shortcut) for room in rooms if room.shortcut)
    known = {keys for key in (*go, *WINDOW) for keys in key.all()}
    more = tuple(Key(c.title, c.keys) for c in commands if c.keys and c.keys not in known)
    inside = tuple(Section(room.title(), ROOMS[room.key]) for room in rooms if room.key in ROOMS)
    tonight: tuple[Section, ...] = ()
    if any(room.key == "meetings" for room in rooms):
        tonight = (Section(translate("HelpKeys", "While a meeting runs"), TONIGHT),)
    return Sheet(
        translate("HelpKeys", "Keys"),
        translate("HelpKeys", "Everything works without a mouse."),
        (
            Section(translate("HelpKeys", "Go to"), go),
            Section(translate("HelpKeys", "Everywhere"), (*WINDOW, *more, *SPOKEN)),
            *inside,
            *tonight,
            Section(translate("HelpKeys", "Without signing in"), NOBODY),
        ),
    )
