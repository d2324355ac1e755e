""" "Open my place" on the welcome page: there for whoever asked for it on a computer of their own.

Whose place it is does not stand there. Whatever goes wrong is said, and the password is asked for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from peerdesk.core.errors import KnownError
from peerdesk.ui.jobs import Job, Jobs
from peerdesk.ui.text import render
from peerdesk.ui.widgets import Button, Column, InlineMessage

if TYPE_CHECKING:
    from peerdesk.app.welcome.front import Front
    from peerdesk.safe.own_computer import OwnComputer


class OpenMyPlace(QWidget):
    """The button, and what is said when it did not open."""

    def __init__(self, front: Front, own: OwnComputer) -> None:
        super().__init__()
        self._front, self._own = front, own
        self._jobs = Jobs(self)
        self.button = Button(self.tr("Open my place"), "primary", large=True)
        self.button.clicked.connect(self.open)
        self.message = InlineMessage(kind="problem", parent=self)
        Column(self, spacing=12).add(self.button, self.message)

    def open(self) -> None:
        """Ask the keyring; it may ask the person to unlock it."""
        self.button.setEnabled(False)
        self.button.setText(self.tr("Opening…"))
        desk = self._front.desk

        def work(_job: Job) -> object:
            from peerdesk.app.copies import before_opening
            from peerdesk.features.keys.service import KeysService

            try:
                opened = self._own.open()
                keys = KeysService(desk.workspace, desk.kdf, desk.clock)
                signed = keys.look_round(opened)
                before_opening(desk.workspace, desk.clock, signed)
                return signed
            except KnownError as error:
                return error

        self._jobs.start(work, self._done)

    def close_jobs(self) -> None:
        """The window goes; what the keyring says now is dropped."""
        self._jobs.cancel_all()

    def _done(self, result: object) -> None:
        self.button.setText(self.tr("Open my place"))
        self.button.setEnabled(True)
        if not isinstance(result, KnownError):
            self._front.welcome.signed_in.emit(result)
            return
        self.message.say(render(result.text), "problem")
        # A second press would say the same; the fields below are the way in.
        self.button.setVisible(self._own.drawer_id() is not None)
        self._front.welcome.panel.name.setFocus(Qt.FocusReason.OtherFocusReason)


def offer(front: Front, *, shared: bool) -> OpenMyPlace | None:
    """Put the button above the sign-in, when this is somebody's own computer."""
    if shared:
        return None
    from peerdesk.app.keys.keyless import own_computer

    made = OpenMyPlace(front, own_computer(front.desk.workspace))
    box = front.welcome.side.column.box
    box.insertWidget(box.indexOf(front.welcome.panel), made)
    QWidget.setTabOrder(front.welcome.meetings_tile, made.button)
    return made
