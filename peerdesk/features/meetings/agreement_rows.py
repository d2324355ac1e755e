"""The lines of the agreement, each changed in place."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from peerdesk.core.text import Text
from peerdesk.features.meetings.service import AgreementLine, MeetingsService
from peerdesk.features.meetings.ways import LONGEST_LINE
from peerdesk.ui import theme
from peerdesk.ui.beside import Beside
from peerdesk.ui.saving import Saver, flush_all, unsaved_of
from peerdesk.ui.tab_order import Anchor
from peerdesk.ui.widgets import Button, CheckBox, Column, FlowLayout, Label, Row, TextArea

SIDE_BY_SIDE = 620


class LineArea(TextArea):
    """As tall as its words, also where they wrap."""

    def __init__(self) -> None:
        super().__init__(lines=1)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.horizontalScrollBar().rangeChanged.connect(self._stay)

    def _stay(self) -> None:
        # A blank at the end of a line counts as its width; from right to left Qt moves for it.
        self.horizontalScrollBar().setRange(0, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.height() != self._tall():
            self.updateGeometry()

    def _tall(self) -> int:
        return self._height(self._seen_lines())

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self._tall())

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), self._tall())


class AgreementRow(QWidget):
    """One line: its words, whether it stands on the room screen, and its place. ``moved(uid, by)``
    and ``removed(uid)``."""

    moved = Signal(bytes, int)
    removed = Signal(bytes)

    def __init__(
        self,
        service: MeetingsService,
        tell: Callable[[Text], object],
        line: AgreementLine,
    ) -> None:
        super().__init__()
        self.uid = line.uid
        left = service.cabinet.settle
        self.words = LineArea()
        self.number = Label("", size=13)
        self.number.setBuddy(self.words)
        self.saver = Saver(self.words, lambda t: service.set_agreement(self.uid, t), left, tell)
        self.shown = CheckBox(self.tr("On the room screen"))
        self.shown.clicked.connect(lambda on: service.show_agreement(self.uid, on))
        self.up = Button(icon="up", name=self.tr("Move up"), small=True)
        self.down = Button(icon="down", name=self.tr("Move down"), small=True)
        self.remove = Button(icon="trash", name=self.tr("Remove this line"), small=True)
        self.up.clicked.connect(lambda: self.moved.emit(self.uid, -1))
        self.down.clicked.connect(lambda: self.moved.emit(self.uid, 1))
        self.remove.clicked.connect(lambda: self.removed.emit(self.uid))
        below = QWidget()
        FlowLayout(below, spacing=(10, 4)).add(self.shown, self.up, self.down, self.remove)
        beside = Beside(self.words, below, least=SIDE_BY_SIDE, spacing=12, shares=(1, 0))
        row = Row(self, spacing=8)
        beside_it = QWidget()
        Column(beside_it, (0, 10, 0, 0)).add(self.number)  # level with the first line of the field
        row.addWidget(beside_it, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(beside, 1)

    def load(self, line: AgreementLine, number: int, count: int) -> None:
        """Show the ``number``-th of ``count`` lines."""
        self.uid = line.uid
        self.saver.load(line.words[:LONGEST_LINE])
        digits = self.locale().toString(number + 1)
        self.number.setText(digits)
        self.number.setMinimumWidth(theme.px(18))  # fields stand in line, also from 10 on
        name = self.tr("Line {number}").format(number=digits)
        self.words.setAccessibleName(name)
        for control in (self.shown, self.up, self.down, self.remove):
            control.setAccessibleDescription(name)
        self.shown.setChecked(line.shown)
        self.up.setEnabled(number > 0)
        self.down.setEnabled(number < count - 1)

    def parts(self) -> tuple[QWidget, ...]:
        """What Tab goes through, in order."""
        return (self.words, self.shown, self.up, self.down, self.remove)


class AgreementRows(QWidget):
    """All lines, one under the other."""

    def __init__(self, service: MeetingsService, tell: Callable[[Text], object]) -> None:
        super().__init__()
        self._service, self._tell = service, tell
        self.rows: list[AgreementRow] = []
        self._anchor = Anchor()
        self._box = Column(self, spacing=12)
        self._box.addWidget(self._anchor)

    def reload(self) -> None:
        """Show the lines as they are now."""
        lines = self._service.agreement()
        if [line.uid for line in lines] != [row.uid for row in self.rows]:
            self._lay_out(lines)
        for number, (row, line) in enumerate(zip(self.rows, lines, strict=True)):
            row.load(line, number, len(lines))

    def flush(self) -> None:
        """Save what is not saved yet."""
        flush_all([row.saver for row in self.rows])

    def unsaved(self) -> str:
        """The words that could not be saved."""
        return unsaved_of([row.saver for row in self.rows])

    def row(self, uid: bytes) -> AgreementRow | None:
        """The row of a line."""
        return next((r for r in self.rows if r.uid == uid), None)

    def _lay_out(self, lines: Sequence[AgreementLine]) -> None:
        kept = {row.uid: row for row in self.rows}
        # A row that only moves keeps what is being typed in it.
        self.rows = [kept.pop(line.uid) if line.uid in kept else self._make(line) for line in lines]
        for row in kept.values():
            row.hide()
            row.deleteLater()
        for row in self.rows:
            self._box.removeWidget(row)
        for row in self.rows:
            self._box.addWidget(row)
        self._anchor.lead([part for row in self.rows for part in row.parts()])

    def _make(self, line: AgreementLine) -> AgreementRow:
        row = AgreementRow(self._service, self._tell, line)
        row.moved.connect(self._move)
        row.removed.connect(self._remove)
        return row

    def _move(self, uid: bytes, by: int) -> None:
        self.flush()
        self._service.move_agreement(uid, by)
        self.reload()
        row = self.row(uid)
        if row is not None:
            button = row.up if by < 0 else row.down
            (button if button.isEnabled() else row.words).setFocus()

    def _remove(self, uid: bytes) -> None:
        self.flush()
        at = [row.uid for row in self.rows].index(uid)
        self._service.remove_agreement(uid)
        self.reload()
        if self.rows:
            self.rows[min(at, len(self.rows) - 1)].words.setFocus()
