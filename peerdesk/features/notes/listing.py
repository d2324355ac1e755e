"""The list of notes: ids ordered by SQL, rows fetched as they come into view."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetrics, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from peerdesk.core.clock import Clock
from peerdesk.features.notes.service import NoteRow, NotesService
from peerdesk.ui import theme
from peerdesk.ui.dates import day_and_clock
from peerdesk.ui.whole_list import WholeList
from peerdesk.ui.widgets import paint
from peerdesk.ui.widgets.scrolling import quiet_bars

WINDOW = 64
ROW = Qt.ItemDataRole.UserRole
DATE = Qt.ItemDataRole.UserRole + 1
Index = QModelIndex | QPersistentModelIndex


class NotesModel(QAbstractListModel):
    """Notes as ids; a window of rows is read when one of them is asked for."""

    def __init__(self, notes: NotesService, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._notes, self._clock = notes, clock
        self._ids: list[int] = []
        self._rows: dict[int, NoteRow] = {}
        self._typed = ""
        self.snippets = True

    def load(self, typed: str, archived: bool) -> None:
        """Show the notes that hold ``typed``."""
        ids = self._notes.ids(typed, archived=archived)
        if ids == self._ids and typed == self._typed:
            # The same notes, perhaps in other words: an autosave must not move the list.
            self._rows = {}
            if ids:
                self.dataChanged.emit(self.index(0), self.index(len(ids) - 1))
            return
        self.beginResetModel()
        self._typed, self._ids, self._rows = typed, ids, {}
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._ids)

    def row(self, number: int) -> NoteRow | None:
        """One row; None when the note is gone."""
        note_id = self._ids[number]
        if note_id not in self._rows:
            start = number - number % WINDOW
            window = self._ids[start : start + WINDOW]
            self._rows.update((r.id, r) for r in self._notes.rows(window, self._typed))
        return self._rows.get(note_id)

    def number_of(self, uid: bytes) -> int:
        """Where a note stands; -1 when it is not in the list."""
        note_id = self._notes.id_of(uid)
        return self._ids.index(note_id) if note_id in self._ids else -1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.row(index.row())
        if row is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return row.title or self.tr("Note without words")
        date = day_and_clock(self._clock.local(row.created_at), self._clock.now())
        if role == DATE:
            return date
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{row.title or self.tr('Note without words')}, {date}"
        if role == ROW:
            return row.snippet if self.snippets else ""
        return None


class _Delegate(QStyledItemDelegate):
    """Title at the start, date at the end; below each other where they do not fit."""

    def _measure(self, index: Index, width: int) -> tuple[QRect, QRect, QRect, int]:
        """Title, date, snippet (in a row of ``width``, not mirrored) and the row's height."""
        pad, gap = theme.px(12), theme.px(8)
        room = width - 2 * pad
        title, date = QFontMetrics(theme.font(15, 600)), QFontMetrics(theme.font(13))
        words = index.data(Qt.ItemDataRole.DisplayRole) or ""
        when = date.horizontalAdvance(index.data(DATE) or "") + 2
        line, small = theme.line_height(15), theme.line_height(13)
        if title.horizontalAdvance(words) + gap + when <= room:
            first = QRect(pad, pad, room - when - gap, line)
            second = QRect(pad + room - when, pad, when, line)
            y = pad + line
        else:
            flags = Qt.TextFlag.TextWordWrap
            tall = title.boundingRect(0, 0, max(40, room), 9999, flags, words).height()
            first = QRect(pad, pad, room, max(line, tall))
            second = QRect(pad, first.bottom() + 1, room, small)
            y = second.bottom() + 1
        third = QRect(pad, y, room, 0)
        snippet = index.data(ROW)
        if snippet:
            flags = Qt.TextFlag.TextWordWrap
            tall = date.boundingRect(0, 0, max(40, room), 9999, flags, snippet).height()
            third.setHeight(tall)
            y += tall
        return first, second, third, y + pad

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        view = option.widget
        width = view.viewport().width() if isinstance(view, QListView) else theme.px(284)
        return QSize(width, self._measure(index, width)[3])

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        box: QRect = option.rect
        way: Qt.LayoutDirection = option.direction
        state: QStyle.StateFlag = option.state
        view = option.widget
        t = theme.of(view)
        on = bool(state & QStyle.StateFlag.State_Selected)
        if on:
            paint.rounded(painter, box, theme.px(8), t.accent_soft)
        elif state & QStyle.StateFlag.State_MouseOver:
            paint.rounded(painter, box, theme.px(8), t.hover)
        if on and view.hasFocus():
            paint.focus_ring(painter, box, theme.px(8), t.focus)
        title, date, snippet, _ = self._measure(index, box.width())
        start = QStyle.visualAlignment(way, Qt.AlignmentFlag.AlignLeft)
        end = QStyle.visualAlignment(way, Qt.AlignmentFlag.AlignRight)
        wrap, middle = int(Qt.TextFlag.TextWordWrap), int(Qt.AlignmentFlag.AlignVCenter)
        painter.save()

        def write(where: QRect, words: str, flags: int) -> None:
            inside = where.translated(box.topLeft())
            painter.drawText(QStyle.visualRect(way, box, inside), flags, words)

        painter.setFont(theme.font(15, 600))
        painter.setPen(t.color("ink"))
        write(title, index.data(Qt.ItemDataRole.DisplayRole) or "", int(start) | middle | wrap)
        painter.setFont(theme.font(13))
        painter.setPen(t.color("muted"))
        beside = date.left() > title.left()
        write(date, index.data(DATE) or "", int(end if beside else start) | middle)
        if snippet.height():
            write(snippet, index.data(ROW), int(start) | wrap)
        painter.restore()


class NotesList(WholeList, QListView):
    """The list itself; ``chosen`` carries the uid (bytes) of the note the person went to."""

    WHOLE = 60  # it stands alone then
    LEAST = (120, 92)

    chosen = Signal(object)

    def __init__(self, model: NotesModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.notes = model
        self._telling = True
        quiet_bars(self)
        self.setModel(model)
        self.setItemDelegate(_Delegate(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        # Rows differ in height: thousands are measured a batch at a time, not before the first.
        self.setLayoutMode(QListView.LayoutMode.Batched)
        self.setBatchSize(WINDOW)
        self.setAccessibleName(self.tr("My notes"))

    def restyle(self) -> None:
        self.setFont(theme.font())
        self.scheduleDelayedItemsLayout()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def select(self, uid: bytes | None) -> None:
        """Mark a note without telling anyone; nothing is marked when it is not in the list."""
        number = -1 if uid is None else self.notes.number_of(uid)
        self._telling = False
        self.setCurrentIndex(self.notes.index(number) if number >= 0 else QModelIndex())
        if number < 0:
            self.clearSelection()
        self._telling = True

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        if self._telling and current.isValid():
            row = self.notes.row(current.row())
            if row is not None:
                self.chosen.emit(row.uid)
