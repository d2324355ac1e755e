"""The parts of an agenda, one under the other: chosen, and moved by mouse or keys."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeySequence, QPaintEvent, QShortcut
from PySide6.QtWidgets import QButtonGroup, QWidget

from peerdesk.features.meetings.agenda.part_row import PartRow
from peerdesk.features.meetings.service import Part
from peerdesk.ui import theme
from peerdesk.ui.tab_order import Anchor
from peerdesk.ui.widgets import Column, paint


class PartList(QWidget):
    """``picked(uid)``; ``moved(uid, by)``: so many places down, below 0 up. Alt+Up and Alt+Down
    move the chosen part."""

    picked = Signal(bytes)
    moved = Signal(bytes, int)

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[PartRow] = []
        self._group = QButtonGroup(self)
        self._group.buttonClicked.connect(self._picked)
        self._gap: int | None = None
        self._anchor = Anchor()
        self._box = Column(self, (0, 0, 0, 4), 4)
        self._box.addWidget(self._anchor)
        self.setAccessibleName(self.tr("Parts of the agenda"))
        for keys, by in (("Alt+Up", -1), ("Alt+Down", 1)):
            QShortcut(
                QKeySequence(keys),
                self,
                lambda by=by: self._move(by),
                context=Qt.ShortcutContext.WidgetWithChildrenShortcut,
            )

    def load(self, parts: Sequence[tuple[Part, str]], chosen: bytes) -> None:
        """Show parts, each with its quiet line; ``chosen`` is checked."""
        self._drag_over()
        while len(self.rows) > len(parts):
            row = self.rows.pop()
            self._group.removeButton(row)
            row.hide()
            row.deleteLater()
        while len(self.rows) < len(parts):
            self._add_row()
        for number, (row, (part, detail)) in enumerate(zip(self.rows, parts, strict=True)):
            row.show_part(number + 1, part, detail)
            if part.uid == chosen:
                row.setChecked(True)

    def focus_chosen(self) -> None:
        """Bring the keyboard to the chosen part."""
        row = self._group.checkedButton()
        if row is not None:
            row.setFocus()

    # -- inside ------------------------------------------------------------------------------

    def _add_row(self) -> None:
        row = PartRow()
        self._group.addButton(row)
        row.dragged.connect(self._dragged)
        row.dropped.connect(self._dropped)
        row.let_go.connect(self._drag_over)
        self._box.addWidget(row)
        self.rows.append(row)
        self._anchor.lead(self.rows)

    def _picked(self, row: PartRow) -> None:
        if row.part is not None:
            self.picked.emit(row.part.uid)

    def _move(self, by: int) -> None:
        row = self._group.checkedButton()
        if isinstance(row, PartRow) and row.part is not None:
            self.moved.emit(row.part.uid, by)
            self.focus_chosen()

    def _gap_at(self, place: QPoint) -> int:
        """Before which row a part would come that is let go there."""
        y = self.mapFromGlobal(place).y()
        return sum(row.geometry().center().y() < y for row in self.rows)

    def _dragged(self, place: QPoint) -> None:
        self._gap = self._gap_at(place)
        self.update()

    def _dropped(self, place: QPoint) -> None:
        row = self.sender()
        self._drag_over()
        if isinstance(row, PartRow) and row in self.rows and row.part is not None:
            gap, at = self._gap_at(place), self.rows.index(row)
            by = gap - at - (gap > at)
            if by:
                self.moved.emit(row.part.uid, by)

    def _drag_over(self) -> None:
        self._gap = None
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        if self._gap is None or not self.rows:
            return
        last = self._gap == len(self.rows)
        side = self.rows[-1 if last else self._gap].geometry()
        y = side.bottom() + 1 if last else side.top() - theme.px(4)
        painter = paint.painter(self)
        painter.fillRect(side.left(), y, side.width(), theme.px(3), theme.of(self).color("accent"))
