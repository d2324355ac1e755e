"""What everyone may see of a series on the welcome page."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from peerdesk.core.text import Text
from peerdesk.features.meetings.service import MeetingsService, SeriesView
from peerdesk.ui.saving import Saver
from peerdesk.ui.widgets import CheckBox, Column, Field, LineEdit, TextArea


class PublicBox(QWidget):
    """A box to tick, and what goes with the meeting when it is ticked."""

    def __init__(self, service: MeetingsService, tell: Callable[[Text], object]) -> None:
        super().__init__()
        self._service, self._uid = service, b""
        left = service.cabinet.settle
        self.public = CheckBox(self.tr("Show on the welcome page, for everyone"))
        self.public.clicked.connect(self._publish)
        self.dial_in = CheckBox(self.tr("Also show everyone how to join by phone or online"))
        self.dial_in.clicked.connect(lambda on: service.show_dial_in(self._uid, on))
        self.address = LineEdit()
        self._address = Saver(
            self.address, lambda t: service.set_series(self._uid, address=t.strip()), left, tell
        )
        self.address_field = Field(
            self.tr("Address, to find the way"), self.address, self.tr("Street and town.")
        )
        self.first = TextArea(lines=2)
        self._first = Saver(
            self.first,
            lambda t: service.set_first_time(self._uid, t),
            lambda: service.shelf.settle() if service.shelf else None,
            tell,
        )
        self.first_field = Field(
            self.tr("What happens the first time"),
            self.first,
            self.tr("Who says hello, where to go, that nobody has to speak."),
        )
        self.savers = (self._address, self._first)
        Column(self, spacing=14).add(
            self.public, self.dial_in, self.address_field, self.first_field
        )

    def load(self, one: SeriesView) -> None:
        """Show a series."""
        self._uid = one.uid
        shelf = self._service.shelf is not None
        self.public.setChecked(one.public)
        self.public.setVisible(shelf)
        self.dial_in.setChecked(one.dial_in_public)
        self.dial_in.setVisible(one.public and shelf and one.way != "in person")
        self._address.load(one.address)
        self._first.load(self._service.first_time(one.uid))
        for field in (self.address_field, self.first_field):
            field.setVisible(one.public and shelf)

    def _publish(self, shown: bool) -> None:
        for saver in self.savers:
            saver.flush()
        self._service.show_to_everyone(self._uid, shown)
