"""How we meet: what the group agreed on, and its switches, each with what it does."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from peerdesk.features.meetings.agreement_rows import AgreementRows
from peerdesk.features.meetings.service import SWITCHES, MeetingsService, Switch
from peerdesk.features.meetings.ways import FLOOR_LEAST, FLOOR_MOST, ROOM_LINES
from peerdesk.ui.context import Context
from peerdesk.ui.text import render
from peerdesk.ui.widgets import (
    Button,
    CheckBox,
    Column,
    Field,
    FlowLayout,
    Heading,
    Muted,
    ScrollCard,
    SpinBox,
)


class SwitchRow(QWidget):
    """A switch and, below it, what it does."""

    def __init__(self, switch: Switch, service: MeetingsService) -> None:
        super().__init__()
        self.switch = switch
        words = render(switch.words)
        self.box = CheckBox(render(switch.title))
        self.box.setAccessibleDescription(words)
        self.box.clicked.connect(lambda on: service.set_way(switch.key, on))
        Column(self, spacing=0).add(self.box, Muted(words, wrap=True))


class WaysCard(ScrollCard):
    """Emits ``back`` to return to the dates."""

    back = Signal()

    def __init__(self, service: MeetingsService, context: Context) -> None:
        super().__init__(spacing=14)
        self._service, self._context = service, context
        self.back_button = Button(self.tr("Back to the dates"), icon="back", small=True)
        self.back_button.clicked.connect(self._back)
        self.lines = AgreementRows(service, context.notice)
        self.add_line = Button(self.tr("Add a line"), icon="plus", small=True)
        self.add_line.clicked.connect(self._add)
        self.again = Button(self.tr("Start from the usual lines again"), "link")
        self.again.clicked.connect(self._restore)
        self.room_note = Muted("", wrap=True)
        self.floor = SpinBox(FLOOR_LEAST, FLOOR_MOST, suffix=self.tr(" s"))
        self.floor.setSingleStep(5)
        self.floor.valueChanged.connect(service.set_floor_seconds)
        self.floor.editingFinished.connect(service.cabinet.settle)
        self.switches = {s.key: SwitchRow(s, service) for s in SWITCHES}
        back, foot = QWidget(), QWidget()
        FlowLayout(back).add(self.back_button)
        FlowLayout(foot, spacing=(12, 6)).add(self.add_line, self.again)
        self.add(
            back,
            Heading(self.tr("What we agreed on"), 2, wrap=True),
            Muted(
                self.tr(
                    "These lines are read out at the start, printed, and shown in the running "
                    "meeting. Write them in your own words."
                ),
                wrap=True,
            ),
            self.lines,
            self.room_note,
            foot,
        )
        self._add_switches(self.tr("What may be talked about"), "talk")
        self._add_switches(self.tr("On the screens"), "room")
        self.add(
            Field(
                self.tr("Everyone has at least"),
                self.floor,
                self.tr(
                    "When a round runs late, no one gets less than this. The meeting then ends "
                    "later, and says so."
                ),
            )
        )
        self._add_switches(self.tr("Names and slips"), "names")
        self.box.addStretch(1)
        self.reload()

    def _add_switches(self, title: str, part: str) -> None:
        self.add(Heading(title, 2, wrap=True))
        for key, row in self.switches.items():
            if row.switch.part == part:
                self.add(self.switches[key])

    def reload(self) -> None:
        """Show everything as it is now."""
        self.lines.reload()
        shown = sum(line.shown for line in self._service.agreement())
        self.room_note.setText(
            self.tr(
                "The room screen has space for {number} lines; the first ones stand there."
            ).format(number=self.locale().toString(ROOM_LINES))
        )
        self.room_note.setVisible(shown > ROOM_LINES)
        self.again.setVisible(self._service.own_agreement)
        for key, row in self.switches.items():
            row.box.setChecked(self._service.way(key))
        self.floor.blockSignals(True)
        self.floor.setValue(self._service.floor_seconds())
        self.floor.blockSignals(False)

    def flush(self) -> None:
        """Save what is not saved yet."""
        self.lines.flush()

    def unsaved(self) -> str:
        """The words that could not be saved."""
        return self.lines.unsaved()

    def _back(self) -> None:
        self.flush()
        self.back.emit()

    def _add(self) -> None:
        self.flush()
        uid = self._service.add_agreement("")
        self.reload()
        row = self.lines.row(uid)
        if row is not None:
            row.words.setFocus()

    def _restore(self) -> None:
        self._service.restore_agreement()
        self.reload()
        self.add_line.setFocus()
