"""Closing an evening: who was here, good things to remember, done. About five minutes."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from peerdesk.features.meetings import words
from peerdesk.features.meetings.pair import Anchor, Beside
from peerdesk.features.meetings.service import HERE, Mark, MeetingsService
from peerdesk.ui import dates
from peerdesk.ui.context import Context
from peerdesk.ui.saving import Saver
from peerdesk.ui.text import render
from peerdesk.ui.widgets import (
    Button,
    Column,
    Field,
    FlowLayout,
    Heading,
    Label,
    Muted,
    SpinBox,
    TextArea,
)

MOST = 60
"""In a longer list only those who were marked stand here as chips."""


class ClosingTab(QWidget):
    """What is written down when an evening is over."""

    def __init__(self, service: MeetingsService, context: Context) -> None:
        super().__init__()
        self._service, self._context, self._uid = service, context, b""
        self._chips: dict[bytes, Button] = {}
        self.here = Label("", size=13, tone="muted", wrap=True)
        self._anchor = Anchor()
        self._flow_host = QWidget()
        self._flow = FlowLayout(self._flow_host)
        self.heads = SpinBox(-1, 999)
        self.heads.setSpecialValueText(self.tr("not counted"))
        self.heads.valueChanged.connect(self._heads)
        self.heads.editingFinished.connect(service.cabinet.settle)
        self.good = TextArea(placeholder=self.tr("No names"), lines=3)
        self._good = Saver(
            self.good,
            lambda t: service.set_meeting(self._uid, good_things=t),
            service.cabinet.settle,
            context.notice,
        )
        self.state = Muted("", wrap=True)
        self.done = Button(self.tr("Close the meeting"), "primary", icon="check")
        self.done.clicked.connect(self._done)
        self.open_again = Button(self.tr("Open it again"), small=True)
        self.open_again.clicked.connect(lambda: service.reopen(self._uid))
        box = Column(self, spacing=12)
        box.add(
            Heading(self.tr("Who was here"), 2),
            self.here,
            self._anchor,
            self._flow_host,
            self._left(Field(self.tr("Heads counted in all"), self.heads)),
            Field(
                self.tr("Good things to remember"),
                self.good,
                self.tr("Small and good, without names. Today shows it before the next meeting."),
            ),
        )
        box.addStretch(1)
        box.addWidget(
            Beside(self.state, self.open_again, self.done, least=420, shares=(1, 0, 0), spacing=12)
        )

    @staticmethod
    def _left(field: Field) -> QWidget:
        made = QWidget()
        FlowLayout(made).add(field)
        return made

    def show_meeting(self, uid: bytes) -> None:
        """Show what is written about a meeting."""
        if uid != self._uid:
            self.flush()
            self._uid = uid
        meeting = self._service.meeting(uid)
        if meeting is None:
            return
        marks = self._service.attendance(uid)
        some = marks if len(marks) <= MOST else [m for m in marks if m.status != "unknown"][:MOST]
        self._show_chips(some, meeting.walk_ins)
        counts = self._service.counts(uid)
        said = [self.tr("%n here", "", counts.here)]
        if unknown := counts.marks["unknown"]:
            said.append(self.tr("%n not known yet", "", unknown))
        self.here.setText(" · ".join(said))
        self.heads.blockSignals(True)
        self.heads.setValue(-1 if meeting.head_count is None else meeting.head_count)
        self.heads.blockSignals(False)
        self._good.load(meeting.good_things)
        if meeting.closed_at is not None:
            at = self._service.clock.local(meeting.closed_at)
            now = self._service.clock.now()
            state = self.tr("Closed: {when}").format(when=dates.day_and_clock(at, now))
        else:
            state = self.tr("Closing says that this is how it was. It can be opened again.")
        self.state.setText(state)
        self.done.setVisible(not meeting.closed)
        self.open_again.setVisible(meeting.closed)

    def _show_chips(self, marks: list[Mark], walk_ins: int) -> None:
        if list(self._chips) != [m.person for m in marks]:
            self._flow.clear()
            self._chips = {}
            for mark in marks:
                chip = Button("", chip=True)
                chip.clicked.connect(lambda on, who=mark.person: self._chip(who, on))
                self._chips[mark.person] = chip
                self._flow.addWidget(chip)
            self._anchor.lead(list(self._chips.values()))
            self.walk_ins = Label("", tone="accent", weight=500)
            self._flow.addWidget(self.walk_ins)
        for mark in marks:
            chip = self._chips[mark.person]
            name = self._context.names.shown(mark.name)
            extra = [self.tr("new")] if mark.new else []
            if mark.status not in ("here", "unknown"):
                extra.append(render(words.STATUS[mark.status]).lower())
            chip.setText(" · ".join([name, *extra]))
            chip.setAccessibleName(f"{name}, {render(words.STATUS[mark.status])}")
            chip.setChecked(mark.status in HERE)
            chip.updateGeometry()
        if marks:
            self.walk_ins.setText(self.tr("+%n without a name", "", walk_ins))
            self.walk_ins.setVisible(walk_ins > 0)
        self._flow_host.setVisible(bool(marks))

    def _chip(self, person: bytes, here: bool) -> None:
        self._service.mark(self._uid, person, "here" if here else "away")

    def _heads(self, count: int) -> None:
        self._service.set_head_count(self._uid, None if count < 0 else count)

    def _done(self) -> None:
        self.flush()
        self._service.close(self._uid)

    def flush(self) -> None:
        """Save what is not saved yet."""
        self._good.flush()

    def unsaved(self) -> str:
        """The words that could not be saved."""
        return self._good.unsaved()
