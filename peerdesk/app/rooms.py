"""The rooms of the house, in the order of the sidebar."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QCoreApplication

from peerdesk.features.backups.room import room as backups
from peerdesk.features.directory.calls.room import room as calls
from peerdesk.features.directory.room import room as directory
from peerdesk.features.meetings.in_tray.room import room as in_tray
from peerdesk.features.meetings.room import room as meetings
from peerdesk.features.notes.room import room as notes
from peerdesk.features.people.room import room as people
from peerdesk.features.referrals.room import needs, say
from peerdesk.features.referrals.room import room as referrals
from peerdesk.features.team.room import room as team
from peerdesk.store.cabinet import writes_no_names
from peerdesk.ui.context import Context
from peerdesk.ui.page import Page
from peerdesk.ui.room import FoundItem, Room


def rooms(context: Context) -> list[Room]:
    """The rooms this person may enter: those of the group only with a cabinet."""
    hidden = [recovery(), in_tray(), calls()] if context.cabinet is not None else []
    group = []
    if context.cabinet is not None:
        group = [today(), meetings(), with_names(people()), team()]
        hidden += [closing(), referrals(), needs()]
    return [
        *group,
        directory(),
        notes(),
        help_now(),
        keys(),
        backups(),
        *hidden,
        say(),
        settings(),
        *help_pages(),
    ]


def today() -> Room:
    """What is next, what to do before, what to remember."""

    def page(context: Context) -> Page:
        from peerdesk.app.help_now.review import cards as review_cards
        from peerdesk.app.today.page import TodayPage
        from peerdesk.app.tonight.card import cards
        from peerdesk.features.directory.calls.room import cards as calls_cards
        from peerdesk.features.meetings.closing.today import cards as left
        from peerdesk.features.meetings.in_tray.room import cards as in_tray_cards

        return TodayPage(
            context, [*cards(context), *left(), *in_tray_cards(), *review_cards(), *calls_cards()]
        )

    return Room(
        key="today",
        title=lambda: QCoreApplication.translate("Rooms", "Today"),
        icon="home",
        place="group",
        shortcut="Ctrl+1",
        page=page,
    )


def with_names(room: Room) -> Room:
    """The same room; gone in a group that writes no names down."""

    def shown(context: Context) -> bool:
        return not writes_no_names(context.cabinet)

    def find(context: Context, typed: str) -> list[FoundItem]:
        return room.find(context, typed) if room.find is not None and shown(context) else []

    return replace(room, shown=shown, find=find, tables=room.tables | {"group_setting"})


def closing() -> Room:
    """Closing the evening; reached from Today and from Meetings."""

    def page(context: Context) -> Page:
        from peerdesk.features.meetings.closing.page import ClosingPage

        return ClosingPage(context)

    return Room(
        key="closing",
        title=lambda: QCoreApplication.translate("Rooms", "Closing the evening"),
        icon="check",
        place="group",
        shortcut="",
        page=page,
    )


def help_now() -> Room:
    """Help right now, with its editor; reached by its own button, not as a room."""

    def page(context: Context) -> Page:
        from peerdesk.app.help_now.page import HelpNowPage

        return HelpNowPage(context)

    return Room(
        key="help",
        title=lambda: QCoreApplication.translate("Rooms", "Help right now"),
        icon="help",
        place="everyone",
        shortcut="Ctrl+H",
        page=page,
    )


def recovery() -> Room:
    """New recovery sheets; reached from Today and from Settings."""

    def page(context: Context) -> Page:
        made: Page = context.extra["recovery_page"]()
        return made

    return Room(
        key="recovery",
        title=lambda: QCoreApplication.translate("Rooms", "Recovery sheets"),
        icon="key",
        place="everyone",
        shortcut="",
        page=page,
    )


def keys() -> Room:
    """Who can open this; reached from Settings."""

    def page(context: Context) -> Page:
        made: Page = context.extra["keys_page"]()
        return made

    return Room(
        key="keys",
        title=lambda: QCoreApplication.translate("Rooms", "Who can open this"),
        icon="key",
        place="group",
        shortcut="",
        page=page,
    )


def settings() -> Room:
    """Settings of the computer, the group, and this person."""

    def page(context: Context) -> Page:
        from peerdesk.app.settings.page import SettingsPage

        return SettingsPage(context)

    return Room(
        key="settings",
        title=lambda: QCoreApplication.translate("Rooms", "Settings"),
        icon="gear",
        place="me",
        shortcut="Ctrl+,",
        page=page,
    )


def help_pages() -> list[Room]:
    """Pages to read and to print; reached from Settings, by Ctrl+K, and the first one by F1."""

    def room(key: str, title: Callable[[], str], icon: str, shortcut: str = "") -> Room:
        def page(context: Context) -> Page:
            from peerdesk.app.help_pages.page import page as make

            return make(key, context)

        return Room(key, title, icon, "everyone", shortcut, page)

    return [
        room(
            "help-start",
            lambda: QCoreApplication.translate("Rooms", "Getting started"),
            "flag",
            "F1",
        ),
        room("help-keys", lambda: QCoreApplication.translate("Rooms", "Keys"), "list"),
        room(
            "help-protected",
            lambda: QCoreApplication.translate("Rooms", "What is protected"),
            "lock",
        ),
        room(
            "help-gone",
            lambda: QCoreApplication.translate("Rooms", "If the computer is gone"),
            "print",
        ),
    ]
