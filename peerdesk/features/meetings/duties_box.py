"""Who does what at one date, and who could stand in for somebody who is away."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget

from peerdesk.features.meetings import words
from peerdesk.features.meetings.duties import ROLES, DutyView
from peerdesk.features.meetings.names_edit import NameEdit
from peerdesk.features.meetings.service import MeetingsService
from peerdesk.ui.beside import Beside
from peerdesk.ui.context import Context
from peerdesk.ui.text import render
from peerdesk.ui.widgets import Column, Field, InlineMessage, Muted


class DutiesBox(QWidget):
    """A field for each role."""

    def __init__(self, service: MeetingsService, context: Context) -> None:
        super().__init__()
        self._service, self._context, self._uid = service, context, b""
        self._could: dict[str, str] = {}
        left, tell = service.cabinet.settle, context.notice
        self.edits: dict[str, NameEdit] = {}
        self.fields: dict[str, Field] = {}
        self.messages: dict[str, InlineMessage] = {}
        for role in ROLES:
            save = partial(self._save, role)
            self.edits[role] = NameEdit(context.names, service.names, save, left, tell)
            self.fields[role] = Field(render(words.ROLE[role]), self.edits[role])
            message = InlineMessage("")
            message.acted.connect(partial(self._cover, role))
            self.messages[role] = message
        self.closed = Muted(self.tr("Show names (F8) to change who does what."), wrap=True)
        box = Column(self, spacing=14)
        box.addWidget(self.closed)
        for one, other in zip(ROLES[::2], ROLES[1::2], strict=True):
            box.add(Beside(self.fields[one], self.fields[other], least=420))
            box.add(self.messages[one], self.messages[other])

    def _save(self, role: str, name: str) -> None:
        self._service.set_duty(self._uid, role, name)

    def show_meeting(self, uid: bytes) -> None:
        """Show the roles of a meeting."""
        self._uid = uid
        shown = {d.role: d for d in self._service.duties(uid)}
        for role in ROLES:
            duty = shown.get(role)
            self.fields[role].setVisible(duty is not None)
            if duty is None:
                self.messages[role].clear()
                continue
            self.edits[role].load(duty.who)
            self.fields[role].set_hint(self._instead(duty))
            self._show_away(duty)
        self.closed.setVisible(not self._context.names.is_open())

    def _instead(self, duty: DutyView) -> str:
        if not duty.cover:
            return ""
        return self.tr("Instead of {name}").format(name=self._context.names.shown(duty.cover))

    def _show_away(self, duty: DutyView) -> None:
        self._could[duty.role] = duty.could
        message, shown = self.messages[duty.role], self._context.names.shown
        if not duty.away:
            if message.text():
                message.clear()
            return
        if duty.could:
            said = self.tr("{name} is away that day. {other} could do it.")
            said = said.format(name=shown(duty.who), other=shown(duty.could))
            act = self.tr("Let {name} do it").format(name=shown(duty.could))
        else:
            said = self.tr("{name} is away that day. Ask who could do it.")
            said, act = said.format(name=shown(duty.who)), ""
        if (said, act) != (message.text(), message.button.text()):
            message.say(said, "info", action=act)

    def _cover(self, role: str) -> None:
        self._service.cover(self._uid, role, self._could[role])

    def flush(self) -> None:
        """Save what is not saved yet."""
        for edit in self.edits.values():
            edit.flush()
