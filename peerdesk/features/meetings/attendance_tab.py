"""Who is here: arrow keys choose the person, one key says how they take part."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from peerdesk.features.meetings import words
from peerdesk.features.meetings.pair import Beside
from peerdesk.features.meetings.service import Mark, MeetingsService
from peerdesk.ui import theme
from peerdesk.ui.context import Context
from peerdesk.ui.names import NamesCurtain
from peerdesk.ui.text import render
from peerdesk.ui.widgets import (
    Button,
    Column,
    EmptyState,
    Field,
    FlowLayout,
    Label,
    SpinBox,
    paint,
)
from peerdesk.ui.widgets.labels import tag_colors
from peerdesk.ui.widgets.scrolling import quiet_bars

Index = QModelIndex | QPersistentModelIndex
MARK = Qt.ItemDataRole.UserRole
TAGS = Qt.ItemDataRole.UserRole + 1
NOWHERE = QModelIndex()


class MarksModel(QAbstractListModel):
    """Everyone expected, by name, with their status."""

    def __init__(self, names: NamesCurtain, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names = names
        self.marks: Sequence[Mark] = ()

    def load(self, marks: Sequence[Mark]) -> None:
        """Show these; the list keeps its place when the people are the same."""
        if [m.person for m in marks] == [m.person for m in self.marks]:
            self.marks = marks
            if marks:
                self.dataChanged.emit(self.index(0, 0), self.index(len(marks) - 1, 0))
            return
        self.beginResetModel()
        self.marks = marks
        self.endResetModel()

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.marks)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        mark = self.marks[index.row()]
        name = self._names.shown(mark.name)
        tags = [(self.tr("new"), "accent")] if mark.new else []
        if role == Qt.ItemDataRole.DisplayRole:
            return name
        if role == MARK:
            return mark
        if role == TAGS:
            return tags
        if role == Qt.ItemDataRole.AccessibleTextRole:
            status = render(words.STATUS[mark.status])
            return ", ".join([name, *(w for w, _ in tags), status])
        return None


class _Delegate(QStyledItemDelegate):
    """Letter, name and tags; the status at the end."""

    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        del option, index
        return QSize(theme.px(200), max(theme.px(44), theme.line_height(15) + theme.px(16)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        view, box = self._view, option.rect
        on = bool(option.state & QStyle.StateFlag.State_Selected)
        t, way = theme.of(view), view.layoutDirection()
        mark: Mark = index.data(MARK)
        painter.save()
        painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        if on:
            paint.rounded(painter, box, theme.px(8), t.accent_soft)
        elif index.row():
            painter.fillRect(box.left(), box.top(), box.width(), 1, t.color("line"))
        pad, side = theme.px(10), theme.px(26)
        room = box.adjusted(pad, 0, -pad, 0)
        name = index.data() or ""

        def at(x: int, wide: int, tall: int) -> QRect:
            place = QRect(room.left() + x, room.center().y() - tall // 2 + 1, wide, tall)
            return QStyle.visualRect(way, room, place)

        circle = at(0, side, side)
        paint.rounded(painter, circle, side / 2, t.surface if on else t.accent_soft)
        painter.setFont(theme.font(12, 600))
        painter.setPen(t.color("accent"))
        painter.drawText(circle, Qt.AlignmentFlag.AlignCenter, name[:1].upper())
        small, tall = theme.font(12), theme.line_height(12) + theme.px(4)
        metrics = QFontMetrics(small)
        tags = list(index.data(TAGS))
        status = render(words.STATUS[mark.status])
        wide = metrics.horizontalAdvance(status) + 2 * theme.px(9)
        self._tag(
            painter,
            at(room.width() - wide, wide, tall),
            status,
            words.STATUS_KIND.get(mark.status, "neutral"),
            t,
        )
        x = side + theme.px(12)
        left = room.width() - x - wide - theme.px(10)
        font = theme.font(15, 600 if on else 400)
        short = QFontMetrics(font).elidedText(name, Qt.TextElideMode.ElideRight, left)
        painter.setFont(font)
        painter.setPen(t.color("ink"))
        used = QFontMetrics(font).horizontalAdvance(short) + 2
        painter.drawText(at(x, used, box.height()), Qt.AlignmentFlag.AlignCenter, short)
        x += used + theme.px(10)
        left -= used + theme.px(10)
        for text, kind in tags:
            wide = metrics.horizontalAdvance(text) + 2 * theme.px(9)
            if wide <= left:
                self._tag(painter, at(x, wide, tall), text, kind, t)
        if on and view.hasFocus():
            paint.focus_ring(painter, box, theme.px(8), t.focus)
        painter.restore()

    def _tag(
        self, painter: QPainter, box: QRect, text: str, kind: str, tokens: theme.Tokens
    ) -> None:
        back, front = tag_colors(tokens, kind)
        paint.rounded(painter, box, box.height() / 2, back)
        painter.setFont(theme.font(12))
        painter.setPen(QColor(front))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)


class MarksList(QListView):
    """The list; ``said(status)`` is a key for the current person, ``counted(by)`` + or −."""

    said = Signal(str)
    counted = Signal(int)
    moved = Signal()

    def __init__(self, model: MarksModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        quiet_bars(self)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName(self.tr("Who is here"))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setUniformItemSizes(True)
        self.setItemDelegate(_Delegate(self))
        self.setModel(model)
        self.viewport().setAutoFillBackground(False)
        self._keys = {render(text).upper(): key for key, text in words.STATUS_KEY.items()}
        self.selectionModel().currentChanged.connect(lambda *_: self.moved.emit())
        model.modelReset.connect(lambda: self.choose(0))
        self.restyle()

    def restyle(self) -> None:
        self.setFont(theme.font())
        self.scheduleDelayedItemsLayout()

    def choose(self, number: int) -> None:
        """Make a row the current one, if it is there."""
        index = self.model().index(number, 0)
        if index.isValid():
            flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
            self.selectionModel().setCurrentIndex(index, flag)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = not event.modifiers() & ~(
            Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
        )
        typed = event.text().upper()
        if plain and typed in self._keys:
            self.said.emit(self._keys[typed])
        elif plain and typed in ("+", "-"):
            self.counted.emit(1 if typed == "+" else -1)
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Letters are statuses here, not beginnings of names."""
        del search

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(200), theme.px(44) * 5)


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
        self.summary = Label("", weight=500, wrap=True)
        self.rest = Button(self.tr("Mark everyone else here"), small=True)
        self.rest.clicked.connect(self._mark_rest)
        self.walk_ins = SpinBox(0, 500)
        self.walk_ins.valueChanged.connect(self._walk_ins)
        self.heads = SpinBox(-1, 999)
        self.heads.setSpecialValueText(self.tr("not counted"))
        self.heads.valueChanged.connect(self._heads)
        for box in (self.walk_ins, self.heads):
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
        box.addWidget(self.list, 1)
        box.addWidget(self.empty, 1)
        box.addWidget(self._flow_host)
        numbers = QWidget()
        flow = FlowLayout(numbers, spacing=(20, 10))
        flow.add(
            Field(self.tr("Came without a name  (+ and −)"), self.walk_ins),
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
        marks = self._service.attendance(uid)
        self.model.load(marks)
        if fresh:
            self.list.choose(0)
        for box, value in (
            (self.walk_ins, meeting.walk_ins),
            (self.heads, -1 if meeting.head_count is None else meeting.head_count),
        ):
            box.blockSignals(True)
            box.setValue(value)
            box.blockSignals(False)
        for widget in (self.list, self._flow_host):
            widget.setVisible(bool(marks))
        self.rest.setVisible(any(m.status == "unknown" for m in marks))
        self.empty.setVisible(not marks)
        self._show_summary()
        self._show_buttons()

    def _show_summary(self) -> None:
        counts = self._service.counts(self._uid)
        parts = [self.tr("%n here", "", counts.here)]
        for status in ("phone", "online", "apologies", "away", "unknown"):
            if n := counts.marks[status]:
                parts.append(f"{self.locale().toString(n)} {render(words.STATUS[status]).lower()}")
        self.summary.setText(" · ".join(parts))

    def _show_buttons(self) -> None:
        index = self.list.currentIndex()
        mark = index.data(MARK) if index.isValid() else None
        for status, button in self.buttons.items():
            button.setChecked(mark is not None and mark.status == status)
            button.setEnabled(mark is not None)

    # -- doing -------------------------------------------------------------------------------

    def _mark(self, status: str) -> None:
        index = self.list.currentIndex()
        if not index.isValid():
            return
        self._service.mark(self._uid, index.data(MARK).person, status)
        self.show_meeting(self._uid)
        # On to the next person, so that a paper list is keyed in with one key each.
        self.list.choose(index.row() + 1)
        self._show_buttons()

    def _count(self, by: int) -> None:
        self.walk_ins.setValue(self.walk_ins.value() + by)

    def _mark_rest(self) -> None:
        self._service.mark_all_here(self._uid)
        self.show_meeting(self._uid)

    def _walk_ins(self, count: int) -> None:
        self._service.set_walk_ins(self._uid, count)
        self.show_meeting(self._uid)

    def _heads(self, count: int) -> None:
        self._service.set_head_count(self._uid, None if count < 0 else count)
        self.show_meeting(self._uid)

    def flush(self) -> None:
        """Nothing waits here: every mark is saved at once."""
