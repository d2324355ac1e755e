"""The list of who is here: one row for everyone expected, with how they take part."""

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
from peerdesk.features.meetings.service import Mark
from peerdesk.ui import theme
from peerdesk.ui.names import NamesCurtain
from peerdesk.ui.text import render
from peerdesk.ui.whole_list import WholeList
from peerdesk.ui.widgets import paint
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
        if mark.late:
            tags.append((self.tr("late"), "neutral"))
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


class MarksList(WholeList, QListView):
    """The list; ``said(status)`` is a key for the current person, "late" among them, and
    ``counted(by)`` + or −."""

    WHOLE = 40

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
        self._keys.setdefault(render(words.LATE_KEY).upper(), "late")
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
