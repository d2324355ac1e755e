"""Whether somebody without a key may run the meetings to come: a switch beside the date."""

from __future__ import annotations

from peerdesk.core.errors import KnownError
from peerdesk.features.meetings import stand_in
from peerdesk.features.meetings.service import MeetingsService
from peerdesk.ui.context import Context
from peerdesk.ui.widgets import Card, CheckBox, Muted


class StandInCard(Card):
    """The group's switch; it shows itself anew whenever it is shown."""

    def __init__(self, service: MeetingsService, context: Context) -> None:
        super().__init__("sunken", spacing=4)
        self._service, self._context = service, context
        self.box_on = CheckBox(self.tr("Let a stand-in run it"))
        self.box_on.clicked.connect(self._turn)
        self.add(
            self.box_on,
            Muted(
                self.tr(
                    "The next agenda of the group then stands on the welcome page, without names. "
                    "How the evening went lies in the in-tray for you."
                ),
                wrap=True,
            ),
        )
        self.reload()

    def reload(self) -> None:
        """Show what holds now."""
        self.box_on.setChecked(self._service.group_setting(stand_in.SWITCH) == "1")

    def _turn(self) -> None:
        try:
            stand_in.turn(self._service, self._context.shelf, self.box_on.isChecked())
        except KnownError as problem:
            self._context.notice(problem.text)
        self.reload()
