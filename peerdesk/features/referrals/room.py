"""What referrals give to the house: three pages that are reached from others, and by name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from peerdesk.ui.room import Room

if TYPE_CHECKING:
    from peerdesk.ui.context import Context
    from peerdesk.ui.page import Page

ROOT, NEEDS, SAY = "referrals", "needs", "say"


def _page(context: Context) -> Page:
    from peerdesk.features.referrals.page import ReferralsPage

    return ReferralsPage(context)


def _needs(context: Context) -> Page:
    from peerdesk.features.referrals.needs_page import NeedsPage

    return NeedsPage(context)


def _say(context: Context) -> Page:
    from peerdesk.features.referrals.say_page import SayPage

    return SayPage(context)


def room() -> Room:
    """How did it go there?; reached from Local help and from closing."""
    return Room(
        key=ROOT,
        title=lambda: QCoreApplication.translate("Rooms", "How did it go there?"),
        icon="list",
        place="group",
        shortcut="",
        page=_page,
    )


def needs() -> Room:
    """What nobody here offers; reached from Local help and from the page beside it."""
    return Room(
        key=NEEDS,
        title=lambda: QCoreApplication.translate("Rooms", "What is missing here"),
        icon="list",
        place="group",
        shortcut="",
        page=_needs,
    )


def say() -> Room:
    """What I want to say; for everybody who signs in, with a group or without."""
    return Room(
        key=SAY,
        title=lambda: QCoreApplication.translate("Rooms", "What I want to say"),
        icon="pen",
        place="me",
        shortcut="",
        page=_say,
    )
