"""Who is here: arrow keys choose the person, one key says how they take part."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtWidgets import QWidget

from peerdesk.features.meetings import words
from peerdesk.features.meetings.marks_list import MARK, MarksList, MarksModel
from peerdesk.features.meetings.paper.keying_panel import KeyingPanel
from peerdesk.features.meetings.service import Mark, MeetingsService
from peerdesk.ui.beside import Beside
from peerdesk.ui.context import Context
from peerdesk.ui.text import render
from peerdesk.ui.widgets import (
    Button,
    Column,
    EmptyState,
    Field,
    FlowLayout,
    Label,
    LineEdit,
    Muted,
    SpinBox,
)


class AttendanceTab(QWidget):
    """Marks, walk-ins and the head count of one meeting."""

    def __init__(self, service: MeetingsService, context: Context) -> None:
        super().__init__()
        self._service, self._context, self._uid = service, context, b""
        self.model = MarksModel(context.names, self)
        self.list = MarksList(self.model)
        self.list.said.connect(self._mark)
        self.list.counted.connect(self._count)
        self.list.moved.connect(self._show_buttons)
        self.buttons: dict[str, Button] = {}
        self._flow_host = QWidget()
        flow = FlowLayout(self._flow_host, spacing=(5, 8))
        for status, text in words.STATUS.items():
            keys = render(words.STATUS_KEY[status])
            button = Button(render(text), keys=keys, chip=True, small=True)
            button.clicked.connect(lambda _on=False, s=status: self._mark(s))
            self.buttons[status] = button
            flow.add(button)
        self.late = Button(self.tr("Came late"), keys=render(words.LATE_KEY), chip=True, small=True)
        self.late.clicked.connect(lambda: self._mark("late"))
        flow.add(self.late)
        self.often = Muted("", wrap=True)
        self.search = LineEdit(placeholder=self.tr("Name or code"))
        self.search.textEdited.connect(self._search)
        self.search.returnPressed.connect(self._found)
        self.search.setAccessibleName(self.tr("Find by name or code"))
        asked = Label(self.tr("Find by name or code"), size=13, weight=500)
        asked.setBuddy(self.search)
        self.search_field = Beside(asked, self.search, least=420, shares=(0, 1), spacing=10)
        self.summary = Label("", weight=500, wrap=True)
        self.rest = Button(self.tr("Mark everyone else here"), small=True)
        self.rest.clicked.connect(self._mark_rest)
        self.keying = KeyingPanel(service, context)
        self.keying.keyed.connect(lambda: self.show_meeting(self._uid))
        self.walk_ins = SpinBox(0, 500)
        self.walk_ins.valueChanged.connect(self._walk_ins)
        self.new = SpinBox(0, 500)
        self.new.valueChanged.connect(self._new)
        self.heads = SpinBox(-1, 999)
        self.heads.setSpecialValueText(self.tr("not counted"))
        self.heads.valueChanged.connect(self._heads)
        for box in (self.walk_ins, self.new, self.heads):
            box.editingFinished.connect(service.cabinet.settle)
        self.empty = EmptyState(
            "people",
            self.tr("Nobody is in the list yet"),
            self.tr("You can count heads below. Names come from the People room."),
        )
        self._lay_out()

    def _lay_out(self) -> None:
        box = Column(self, spacing=12)
        top = Beside(self.summary, self.rest, least=420, shares=(1, 0), spacing=8)
        box.addWidget(top)
        box.addWidget(self.keying)
        box.addWidget(self.search_field)
        box.addWidget(self.list, 1)
        box.addWidget(self.empty, 1)
        box.addWidget(self._flow_host)
        box.addWidget(self.often)
        numbers = QWidget()
        flow = FlowLayout(numbers, spacing=(20, 10))
        flow.add(
            Field(self.tr("Came without a name  (+ and −)"), self.walk_ins),
            Field(self.tr("New among them"), self.new),
            Field(self.tr("Or count heads only"), self.heads),
        )
        box.addWidget(numbers)

    # -- showing -----------------------------------------------------------------------------

    def show_meeting(self, uid: bytes) -> None:
        """Show who is expected at a meeting and who came."""
        fresh = uid != self._uid
        self._uid = uid
        meeting = self._service.meeting(uid)
        if meeting is None:
            return
        marks = [] if self._service.no_names else self._service.attendance(uid)
        self.model.load(marks)
        self.keying.show_meeting(uid)
        if fresh:
            self.list.choose(0)
            self.search.clear()
        for box, value in (
            (self.walk_ins, meeting.walk_ins),
            (self.new, self._service.new_at(uid)),
            (self.heads, -1 if meeting.head_count is None else meeting.head_count),
        ):
            box.blockSignals(True)
            box.setValue(value)
            box.blockSignals(False)
        for widget in (self.list, self.search_field, self._flow_host, self.often):
            widget.setVisible(bool(marks))
        self.rest.setVisible(any(m.status == "unknown" for m in marks))
        self.empty.setVisible(not marks and not self._service.no_names)
        self._show_summary()
        self._show_buttons()

    def _show_summary(self) -> None:
        counts = self._service.counts(self._uid)
        here = self.tr("%n here", "", counts.here)
        if afar := self._counted(counts.marks, "phone", "online"):
            # They are among those here: beside them the numbers would not add up.
            here = self.tr("{here} ({afar})").format(here=here, afar=", ".join(afar))
        rest = self._counted(counts.marks, "apologies", "away", "unknown")
        self.summary.setText(" · ".join([here, *rest]))

    def _counted(self, marks: Mapping[str, int], *asked: str) -> list[str]:
        number = self.locale().toString
        return [f"{number(marks[s])} {render(words.STATUS[s]).lower()}" for s in asked if marks[s]]

    def _show_buttons(self) -> None:
        index = self.list.currentIndex()
        mark = index.data(MARK) if index.isValid() else None
        for status, button in self.buttons.items():
            button.setChecked(mark is not None and mark.status == status)
            button.setEnabled(mark is not None)
        self.late.setChecked(mark is not None and mark.late)
        self.late.setEnabled(mark is not None)
        self._say_often(mark)

    def _say_often(self, mark: Mark | None) -> None:
        words = "" if mark is None else render(self._service.rate(mark.person).words)
        if mark is not None and words:
            name = self._context.names.shown(mark.name)
            words = self.tr("{name} {came} they were expected at").format(name=name, came=words)
        self.often.setText(words)

    # -- doing -------------------------------------------------------------------------------

    def _mark(self, status: str) -> None:
        index = self.list.currentIndex()
        if not index.isValid():
            return
        mark = index.data(MARK)
        if status == "late":
            self._service.set_late(self._uid, mark.person, not mark.late)
            self.show_meeting(self._uid)
            return
        self._service.mark(self._uid, mark.person, status)
        self.show_meeting(self._uid)
        # On to the next person, so that a paper list is keyed in with one key each.
        self.list.choose(index.row() + 1)
        self._show_buttons()

    def _search(self, typed: str) -> None:
        """Go to the first whose code is what was typed, else whose name begins so."""
        words = typed.strip().casefold()
        if not words:
            return
        marks = list(enumerate(self.model.marks))
        by_code = [i for i, m in marks if m.code.strip().casefold() == words]
        by_name = [i for i, m in marks if m.name.casefold().startswith(words)]
        for number in (by_code or by_name)[:1]:
            self.list.choose(number)
            self._show_buttons()

    def _found(self) -> None:
        """Enter goes to the list, where one key says how they take part."""
        self.search.clear()
        self.list.setFocus()

    def _count(self, by: int) -> None:
        self.walk_ins.setValue(self.walk_ins.value() + by)

    def _mark_rest(self) -> None:
        self._service.mark_all_here(self._uid)
        self.show_meeting(self._uid)

    def _walk_ins(self, count: int) -> None:
        self._service.set_walk_ins(self._uid, count)
        self.show_meeting(self._uid)

    def _new(self, count: int) -> None:
        self._service.set_new_people(self._uid, count)
        self.show_meeting(self._uid)

    def _heads(self, count: int) -> None:
        self._service.set_head_count(self._uid, None if count < 0 else count)
        self.show_meeting(self._uid)

    def flush(self) -> None:
        """Nothing waits here: every mark is saved at once."""

    def unsaved(self) -> str:
        """Nothing is typed here but numbers, which are saved at once."""
        return ""
