"""Who was here: a chip for everyone, pressed on and off, and how many came without a name."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from peerdesk.features.meetings import words
from peerdesk.features.meetings.service import HERE, Mark, MeetingsService
from peerdesk.ui.context import Context
from peerdesk.ui.tab_order import Anchor
from peerdesk.ui.text import render
from peerdesk.ui.widgets import Button, Card, Field, FlowLayout, Heading, Muted, SpinBox

MOST = 60
"""In a longer list only those who were marked stand here as chips."""


class WhoCard(Card):
    """Attendance confirmed; in a group without names two numbers."""

    def __init__(self, service: MeetingsService, context: Context) -> None:
        super().__init__(spacing=10)
        self._service, self._context, self._uid = service, context, b""
        self.chips: dict[bytes, Button] = {}
        self._last: dict[tuple[bytes, bytes, bool], str] = {}
        """How somebody last was at a meeting, and last was not: a chip brings it back."""
        self.heading = Heading(self.tr("Who was here"), 2)
        self._anchor = Anchor()
        self._host = QWidget()
        self._flow = FlowLayout(self._host, spacing=(8, 8))
        self.nameless = Button("", chip=True)
        self.nameless.setToolTip(self.tr("One more without a name"))
        self.nameless.clicked.connect(lambda: self._count(1))
        fewer = self.tr("One fewer without a name")
        self.fewer = Button(icon="minus", name=fewer, kind="quiet")
        self.fewer.clicked.connect(lambda: self._count(-1))
        self.more = Button(self.tr("Late, by phone, apologies…"), "link")
        self.more.clicked.connect(lambda: context.open("group", "attendance", self._uid))
        self._flow.add(self.nameless, self.fewer, self.more)
        self.heads, self.new = SpinBox(0, 999), SpinBox(0, 999)
        self.heads.valueChanged.connect(self._heads)
        self.new.valueChanged.connect(self._new)
        for box in (self.heads, self.new):
            box.editingFinished.connect(service.cabinet.settle)
        self.numbers = QWidget()
        FlowLayout(self.numbers, spacing=(20, 10)).add(
            Field(self.tr("How many were here"), self.heads),
            Field(self.tr("New among them"), self.new),
        )
        self.none = Muted(self.tr("This group writes no names down."), wrap=True)
        self.add(self.heading, self._anchor, self._host, self.numbers, self.none)

    def show_meeting(self, uid: bytes) -> None:
        """Show who was at a meeting."""
        self._uid = uid
        meeting = self._service.meeting(uid)
        if meeting is None:
            return
        nameless = self._service.no_names
        self._host.setVisible(not nameless)
        self.numbers.setVisible(nameless)
        self.none.setVisible(nameless)
        if nameless:
            for box, value in ((self.heads, meeting.here), (self.new, self._service.new_at(uid))):
                box.blockSignals(True)
                box.setValue(value)
                box.blockSignals(False)
            return
        marks = self._service.attendance(uid)
        if len(marks) > MOST:
            marks = [m for m in marks if m.status != "unknown"][:MOST]
        marks.sort(key=lambda m: m.status not in HERE)
        here = sum(m.status in HERE for m in marks)
        if list(self.chips) != [m.person for m in marks] or here != self._flow_here:
            self._fill(marks, here)
        for mark in marks:
            if mark.status != "unknown":
                self._last[uid, mark.person, mark.status in HERE] = mark.status
            self._show_chip(self.chips[mark.person], mark)
        count = meeting.walk_ins
        self.nameless.setText(self.tr("+%n no name", "", count) if count else self.tr("+ no name"))
        self.nameless.setChecked(count > 0)
        self.nameless.updateGeometry()
        self.fewer.setVisible(count > 0)

    _flow_here = -1

    def _fill(self, marks: list[Mark], here: int) -> None:
        focused = next((u for u, c in self.chips.items() if c.hasFocus()), None)
        for widget in (self.nameless, self.fewer, self.more):
            widget.setParent(self)
        self._flow.clear()
        self.chips, self._flow_here = {}, here
        for mark in marks:
            chip = Button("", chip=True)
            chip.clicked.connect(lambda on, who=mark.person: self._chip(who, on))
            self.chips[mark.person] = chip
        every = list(self.chips.values())
        order = [*every[:here], self.nameless, self.fewer, *every[here:], self.more]
        self._flow.add(*order)
        for widget in order:
            widget.show()
        self._anchor.lead(order)
        if focused in self.chips:
            self.chips[focused].setFocus()

    def _show_chip(self, chip: Button, mark: Mark) -> None:
        name = self._context.names.shown(mark.name)
        extra = [self.tr("new")] if mark.new and mark.status in HERE else []
        if mark.status not in ("here", "unknown", "away"):
            status = render(words.SHORT.get(mark.status, words.STATUS[mark.status]))
            extra.append(status)
        chip.setText(" · ".join([name, *extra]))
        chip.setAccessibleName(f"{name}, {render(words.STATUS[mark.status])}")
        chip.setChecked(mark.status in HERE)
        chip.updateGeometry()

    def _chip(self, person: bytes, here: bool) -> None:
        plain = "here" if here else "away"
        self._service.mark(self._uid, person, self._last.get((self._uid, person, here), plain))

    def _count(self, by: int) -> None:
        meeting = self._service.meeting(self._uid)
        if meeting is not None:
            self._service.set_walk_ins(self._uid, meeting.walk_ins + by)
            self.show_meeting(self._uid)

    def _heads(self, count: int) -> None:
        self._service.set_head_count(self._uid, count)

    def _new(self, count: int) -> None:
        self._service.set_new_people(self._uid, count)
