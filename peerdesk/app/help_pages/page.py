"""Help pages of the main window."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from peerdesk.app.help_pages.parts import Sheet
from peerdesk.app.help_pages.view import HelpView, ReadingColumn
from peerdesk.core.text import Text, translate
from peerdesk.ui.context import Context
from peerdesk.ui.page import Page
from peerdesk.ui.text import render
from peerdesk.ui.widgets import Button, Column, FlowLayout

OTHERS: tuple[tuple[str, Text], ...] = (
    ("help-start", translate("HelpPage", "Getting started")),
    ("help-keys", translate("HelpPage", "Keys")),
    ("help-protected", translate("HelpPage", "What is protected")),
    ("help-gone", translate("HelpPage", "If the computer is gone")),
)
"""Rooms that are help pages, in the order of their links."""


class HelpPage(Page):
    """One sheet, with links to the other help pages at its foot. It shows no table.

    ``go`` brings one to a room; without it there are no links.
    """

    tables = frozenset({"help"})

    def __init__(self, key: str, sheet: Sheet, go: Callable[[str], object] | None = None) -> None:
        super().__init__()
        self.sheet = sheet
        self.view = HelpView(sheet)
        self.links: dict[str, Button] = {}
        foot = [] if go is None else [self._foot(key, go)]
        self.column = ReadingColumn(self.view, *foot)
        Column(self).add(self.column)

    def title(self) -> str:
        return render(self.sheet.title)

    def subtitle(self) -> str:
        return render(self.sheet.lead)

    def showEvent(self, event: QShowEvent) -> None:
        """The keyboard comes along, so that Page Down reads on."""
        super().showEvent(event)
        self.view.print_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _foot(self, key: str, go: Callable[[str], object]) -> QWidget:
        foot = QWidget()
        flow = FlowLayout(foot, spacing=(18, 4))
        for room, words in OTHERS:
            if room != key:
                link = self.links[room] = Button(render(words), "link")
                link.clicked.connect(lambda _on=False, room=room: go(room))
                flow.add(link)
        return foot


def page(key: str, context: Context) -> Page:
    """The help page ``key`` (a key of :data:`OTHERS`) for whoever is signed in."""
    sheet = _sheet(key, context)
    return HelpPage(key, sheet, context.extra.get("go"))


def _sheet(key: str, context: Context) -> Sheet:
    if key == "help-start":
        from peerdesk.app.help_pages import getting_started

        return getting_started.sheet(context.cabinet is not None)
    if key == "help-keys":
        from peerdesk.app.help_pages import keys
        from peerdesk.app.rooms import rooms

        commands: Callable[[], Sequence[keys.Command]] = context.extra.get("commands", list)
        return keys.sheet(rooms(context), commands())
    if key == "help-gone":
        from peerdesk.app.help_pages.gone import GONE

        return GONE
    from peerdesk.app.help_pages.protected import PROTECTED

    return PROTECTED
