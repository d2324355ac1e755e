"""The agenda of one meeting: the parts on the left, the chosen one to change on the right."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QButtonGroup,
    QWidget,
)

from peerdesk.core.errors import KnownError
from peerdesk.features.meetings import words
from peerdesk.features.meetings.names_edit import NameEdit
from peerdesk.features.meetings.pair import Anchor, Beside
from peerdesk.features.meetings.part_row import PartRow
from peerdesk.features.meetings.service import KINDS, MeetingsService, Part
from peerdesk.ui import dates
from peerdesk.ui.context import Context
from peerdesk.ui.saving import Saver, flush_all, unsaved_of
from peerdesk.ui.text import render
from peerdesk.ui.widgets import (
    Button,
    Column,
    ComboBox,
    Field,
    FlowLayout,
    LineEdit,
    Muted,
    Paragraph,
    Row,
    SpinBox,
    TextArea,
)

SIDE_BY_SIDE = 560
"""From this width on (in the target's pixels) parts and editor stand side by side."""


class AgendaTab(QWidget):
    """Everything that can be done to one agenda."""

    def __init__(self, service: MeetingsService, context: Context) -> None:
        super().__init__()
        self._service, self._context = service, context
        self._uid, self._part = b"", b""
        self._rows: list[PartRow] = []
        self._group = QButtonGroup(self)
        self._group.buttonClicked.connect(self._picked)
        both = Beside(
            self._make_list(), self._make_editor(), least=SIDE_BY_SIDE, spacing=20, shares=(5, 6)
        )
        Column(self).addWidget(both)
        for keys, by in (("Ctrl+Up", -1), ("Ctrl+Down", 1)):
            QShortcut(
                QKeySequence(keys),
                self,
                lambda by=by: self._move(by),
                context=Qt.ShortcutContext.WidgetWithChildrenShortcut,
            )

    def _make_list(self) -> QWidget:
        made = QWidget()
        box = Column(made, spacing=10)
        parts = QWidget()
        self._parts = Column(parts, spacing=2)
        self._anchor = Anchor()
        self.ends = Muted("", wrap=True)
        self.add = Button(self.tr("Add a part"), icon="plus", small=True)
        self.add.clicked.connect(self._add)
        self.again = Button(self.tr("Start from the template again"), "link")
        self.again.clicked.connect(self._reset)
        box.addWidget(self._anchor)
        box.addWidget(parts)
        box.addWidget(self.ends)
        foot = QWidget()
        FlowLayout(foot, spacing=(12, 6)).add(self.add, self.again)
        box.addWidget(foot)
        box.addStretch(1)
        return made

    def _make_editor(self) -> QWidget:
        self._editor = QWidget()
        box = Column(self._editor, spacing=12)
        left, tell = self._service.cabinet.settle, self._context.notice
        self.title = LineEdit()
        self._title = Saver(self.title, lambda t: self._set(title=t), left, tell)
        self.minutes = SpinBox(1, 240, suffix=self.tr(" min"))
        self.minutes.valueChanged.connect(lambda n: self._set(minutes=n))
        self.minutes.editingFinished.connect(left)
        self.kind = ComboBox([render(words.KIND[k]) for k in KINDS])
        self.kind.activated.connect(lambda n: self._set(kind=KINDS[n]))
        self.lead = NameEdit(
            self._context.names, self._service.names, lambda t: self._set(lead=t), left, tell
        )
        self.say = TextArea(lines=4)
        self._say = Saver(self.say, lambda t: self._set(say=t), left, tell)
        self._savers = (self._title, self.lead, self._say)
        self.hint = Paragraph("", size=13, tone="accent")
        pair = QWidget()
        row = Row(pair, spacing=12)
        row.addWidget(Field(self.tr("Length"), self.minutes))
        row.addWidget(Field(self.tr("Kind"), self.kind), 1)
        self.up = Button(self.tr("Move up"), icon="up", small=True)
        self.down = Button(self.tr("Move down"), icon="down", small=True)
        self.remove = Button(self.tr("Remove"), icon="trash", small=True)
        self.up.clicked.connect(lambda: self._move(-1))
        self.down.clicked.connect(lambda: self._move(1))
        self.remove.clicked.connect(self._remove)
        self.up.setToolTip("Ctrl+↑")
        self.down.setToolTip("Ctrl+↓")
        buttons = QWidget()
        flow = FlowLayout(buttons)
        flow.add(self.up, self.down, self.remove)
        box.add(
            Field(self.tr("Part"), self.title),
            pair,
            self.hint,
            Field(self.tr("Who leads this"), self.lead),
            Field(self.tr("You could say"), self.say),
            buttons,
        )
        box.addStretch(1)
        return self._editor

    # -- showing -----------------------------------------------------------------------------

    def show_meeting(self, uid: bytes) -> None:
        """Show the agenda of a meeting."""
        if uid != self._uid:
            self.flush()
            self._uid, self._part = uid, b""
        parts = self._service.agenda(uid)
        if not any(p.uid == self._part for p in parts):
            self._part = parts[0].uid if parts else b""
        self._show_rows(parts)
        self._show_end()
        part = next((p for p in parts if p.uid == self._part), None)
        self._editor.setVisible(part is not None)
        if part is not None:
            self._show_part(part, parts.index(part), len(parts))

    def _show_rows(self, parts: tuple[Part, ...]) -> None:
        while len(self._rows) > len(parts):
            row = self._rows.pop()
            self._group.removeButton(row)
            row.hide()
            row.deleteLater()
        while len(self._rows) < len(parts):
            row = PartRow()
            self._group.addButton(row)
            self._parts.insertWidget(len(self._rows), row)
            self._rows.append(row)
            self._anchor.lead(self._rows)
        for number, (row, part) in enumerate(zip(self._rows, parts, strict=True)):
            row.show_part(number + 1, part)
            if part.uid == self._part:
                row.setChecked(True)

    def _show_end(self) -> None:
        finish = self._service.finish(self._uid)
        if finish is None:
            return
        end, over = dates.clock(finish[0]), finish[1]
        if over > 0:
            words = self.tr("Ends {time}, {span} after the planned end.")
        elif over < 0:
            words = self.tr("Ends {time}, {span} before the planned end.")
        else:
            words = self.tr("Ends {time}, as planned.")
        self.ends.setText(words.format(time=end, span=dates.length(abs(over))))
        self.ends.set_tone("clay" if over > 0 else "muted")

    def _show_part(self, part: Part, number: int, count: int) -> None:
        self._title.load(part.title)
        if not self.minutes.hasFocus() or self.minutes.value() != part.minutes:
            self.minutes.blockSignals(True)
            self.minutes.setValue(part.minutes)
            self.minutes.blockSignals(False)
        self.kind.setCurrentIndex(KINDS.index(part.kind) if part.kind in KINDS else 2)
        self.lead.load(part.lead)
        self._say.load(part.say)
        hint = self._service.round_hint(part, self._service.expected(self._uid))
        self.hint.setText(render(hint) if hint else "")
        self.hint.setVisible(hint is not None)
        self.up.setEnabled(number > 0)
        self.down.setEnabled(number < count - 1)

    def flush(self) -> None:
        """Save what is not saved yet."""
        flush_all(self._savers)

    def unsaved(self) -> str:
        """The words that could not be saved."""
        return unsaved_of(self._savers)

    # -- doing -------------------------------------------------------------------------------

    def _picked(self, row: PartRow) -> None:
        try:
            self.flush()
        except KnownError as error:  # its words would be taken for those of the other part
            self._context.notice(error.text)
        else:
            self._part = row.part.uid if row.part else b""
        self.show_meeting(self._uid)

    def _set(self, **fields: str | int) -> None:
        self._service.set_part(self._uid, self._part, **fields)

    def _add(self) -> None:
        self.flush()
        self._part = self._service.add_part(self._uid, self.tr("New part"))
        self.show_meeting(self._uid)
        self.title.setFocus()
        self.title.selectAll()

    def _remove(self) -> None:
        self.flush()
        parts = [p.uid for p in self._service.agenda(self._uid)]
        at = parts.index(self._part)
        gone, self._part = self._part, (parts[at + 1 :] + parts[:at][::-1] + [b""])[0]
        self._service.remove_part(self._uid, gone)
        self.show_meeting(self._uid)

    def _move(self, by: int) -> None:
        self.flush()
        if self._part:
            self._service.move_part(self._uid, self._part, by)
            self.show_meeting(self._uid)

    def _reset(self) -> None:
        self.flush()
        self._service.reset_agenda(self._uid)
        self.show_meeting(self._uid)
