"""The chosen part of an agenda, to be changed."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from peerdesk.features.meetings import words
from peerdesk.features.meetings.agenda.service_pick import ServicePick
from peerdesk.features.meetings.names_edit import NameEdit
from peerdesk.features.meetings.service import KINDS, MeetingsService, Part
from peerdesk.ui import dates
from peerdesk.ui.beside import Beside
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
    Paragraph,
    SpinBox,
    TextArea,
)

PAIR = 310
"""Length and kind stand one under the other below this width, in the target's pixels."""


class PartEditor(QWidget):
    """``move_wanted(by)`` and ``remove_wanted`` are asked for by its buttons; what is typed it
    saves itself through ``save(**fields)``."""

    move_wanted = Signal(int)
    remove_wanted = Signal()

    def __init__(
        self, service: MeetingsService, context: Context, save: Callable[..., None]
    ) -> None:
        super().__init__()
        self._service, self._save = service, save
        self._part: Part | None = None
        left, tell = service.cabinet.settle, context.notice
        self.title = LineEdit()
        self._title = Saver(self.title, lambda t: save(title=t), left, tell)
        self.minutes = SpinBox(1, 240, suffix=self.tr(" min"))
        self.minutes.valueChanged.connect(lambda n: save(minutes=n))
        self.minutes.editingFinished.connect(left)
        self.kind = ComboBox([render(words.KIND[k]) for k in KINDS])
        self.kind.activated.connect(lambda n: save(kind=KINDS[n]))
        self.lead = NameEdit(context.names, service.names, lambda t: save(lead=t), left, tell)
        self.say = TextArea(lines=4)
        self._say = Saver(self.say, lambda t: save(say=t), left, tell)
        self._savers = (self._title, self.lead, self._say)
        self.hint = Paragraph("", size=13, tone="accent")
        self.split = Button(self.tr("Make two circles"), icon="people", small=True)
        self.split.clicked.connect(self._split)
        self.pick = ServicePick(context)
        self.pick.picked.connect(lambda uid: save(service_uid=uid or None))
        box = Column(self, spacing=12)
        box.add(Field(self.tr("Part"), self.title), self._make_pair(), self.hint)
        host = QWidget()
        FlowLayout(host).add(self.split)
        self._split_host = host
        box.add(
            host,
            Field(self.tr("Who leads this"), self.lead),
            Field(self.tr("You could say"), self.say),
            self.pick,
            self._make_buttons(),
        )
        box.addStretch(1)

    def _make_pair(self) -> QWidget:
        length, kind = Field(self.tr("Length"), self.minutes), Field(self.tr("Kind"), self.kind)
        return Beside(length, kind, least=PAIR, spacing=12, shares=(0, 1))

    def _make_buttons(self) -> QWidget:
        self.up = Button(self.tr("Move up"), icon="up", small=True)
        self.down = Button(self.tr("Move down"), icon="down", small=True)
        self.remove = Button(self.tr("Remove"), icon="trash", small=True)
        self.up.clicked.connect(lambda: self.move_wanted.emit(-1))
        self.down.clicked.connect(lambda: self.move_wanted.emit(1))
        self.remove.clicked.connect(self.remove_wanted)
        self.up.setToolTip("Ctrl+↑")
        self.down.setToolTip("Ctrl+↓")
        buttons = QWidget()
        FlowLayout(buttons).add(self.up, self.down, self.remove)
        return buttons

    # -- showing -----------------------------------------------------------------------------

    def load(self, part: Part, expected: int, number: int, count: int) -> None:
        """Show a part, the ``number``-th of ``count``, for so many people."""
        if self._part is None or part.uid != self._part.uid:
            self.pick.end()
        self._part = part
        self._title.load(part.title)
        if not self.minutes.hasFocus() or self.minutes.value() != part.minutes:
            self.minutes.blockSignals(True)
            self.minutes.setValue(part.minutes)
            self.minutes.blockSignals(False)
        known = part.kind if part.kind in KINDS else "topic"
        self.kind.setCurrentIndex(KINDS.index(known))
        self.lead.load(part.lead)
        self._say.load(part.say)
        self.pick.load(self._service.service_name(part.service), part.service is not None)
        hint = self._service.round_hint(part, expected) or self._service.pairs_hint(part)
        self.hint.setText(render(hint) if hint else "")
        self.hint.setVisible(hint is not None)
        wanted = self._service.should_split(part, expected)
        self.split.setText(
            self.tr("Make two circles") if part.circles < 2 else self.tr("Make one circle again")
        )
        self._split_host.setVisible(wanted or part.circles > 1)
        self.up.setEnabled(number > 0)
        self.down.setEnabled(number < count - 1)

    def flush(self) -> None:
        """Save what is not saved yet."""
        flush_all(self._savers)

    def unsaved(self) -> str:
        """The words that could not be saved."""
        return unsaved_of(self._savers)

    def _split(self) -> None:
        """Say in the agenda itself that there are two circles, so that paper and the running
        meeting say it too; or take those words back."""
        part = self._part
        if part is None:
            return
        self.flush()
        tail = " " + self.tr("(two circles)")
        say = self.tr(
            "“Please count off: one, two. The ones stay here, the twos sit over there. "
            "We meet again at {time}.”"
        ).format(time=dates.clock(part.ends))
        if part.circles < 2:
            self._save(circles=2, title=part.title + tail, say=f"{say}\n{part.say}".strip())
        else:
            first, _, rest = part.say.partition("\n")
            ours = first.startswith(say[:20])
            self._save(
                circles=1,
                title=part.title.removesuffix(tail),
                say=rest if ours else part.say,
            )
