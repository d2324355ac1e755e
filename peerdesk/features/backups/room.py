"""The room of copies; reached from Settings and from Today, not from the sidebar.

``Context.extra`` holds what ``app`` gives: ``copies`` (:class:`BackupsService`), ``sticks``
(:class:`StickWatch`) and ``end_for_copies`` (close everything, so that what is ready goes in).
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from peerdesk.ui.context import Context
from peerdesk.ui.page import Page
from peerdesk.ui.room import Room


def _page(context: Context) -> Page:
    from peerdesk.features.backups.page import CopiesPage

    return CopiesPage(context)


def room() -> Room:
    """Copies of everything."""
    return Room(
        key="backups",
        title=lambda: QCoreApplication.translate("CopiesPage", "Copies"),
        icon="copy",
        place="everyone",
        shortcut="",
        page=_page,
    )
