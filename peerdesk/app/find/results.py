"""The results of find: groups with a quiet title, rows with an icon, words and what they are."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from peerdesk.ui import icons, theme
from peerdesk.ui.names import NamesCurtain
from peerdesk.ui.room import FoundItem
from peerdesk.ui.widgets import paint
from peerdesk.ui.widgets.scrolling import quiet_bars

Index = QModelIndex | QPersistentModelIndex
ENTRY = Qt.ItemDataRole.UserRole
ROW, HEADER = 40, 28


@dataclass(frozen=True)
class Command:
    """Something to do or somewhere to go. ``keys`` is shown beside it; ``also`` holds other
    words people may type for it."""

    title: str
    run: Callable[[], object]
    icon: str = "chevron"
    keys: str = ""
    also: str = field(default="")

    def answers(self, typed: str) -> bool:
        """Whether every word typed begins a word of this command; always for nothing typed."""
        words = f"{self.title} {self.also}".casefold().split()
        return all(any(w.startswith(t) for w in words) for t in typed.casefold().split())


Entry = FoundItem | Command


class _Delegate(QStyledItemDelegate):
    def __init__(self, view: ResultList) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        del option
        return QSize(theme.px(200), theme.px(HEADER if index.data(ENTRY) is None else ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        entry, box, way = index.data(ENTRY), option.rect, option.direction
        t = theme.of(self._view)
        start = QStyle.visualAlignment(way, Qt.AlignmentFlag.AlignLeft)
        middle = Qt.AlignmentFlag.AlignVCenter
        elide = Qt.TextElideMode.ElideRight
        painter.save()

        def at(left: int, width: int) -> QRect:
            inside = QRect(box.left() + left, box.top(), width, box.height())
            return QStyle.visualRect(way, box, inside)

        if entry is None:
            painter.setFont(theme.font(12))
            painter.setPen(t.color("muted"))
            low = Qt.AlignmentFlag.AlignBottom
            words = index.data(Qt.ItemDataRole.DisplayRole)
            where = at(theme.px(10), box.width() - theme.px(20)).adjusted(0, 0, 0, -theme.px(3))
            painter.drawText(where, start | low, words)
            painter.restore()
            return
        on = bool(option.state & QStyle.StateFlag.State_Selected)
        if on:
            paint.rounded(painter, box, theme.px(8), t.accent_soft)
        elif option.state & QStyle.StateFlag.State_MouseOver:
            paint.rounded(painter, box, theme.px(8), t.hover)
        if on and self._view.hasFocus():
            paint.focus_ring(painter, box, theme.px(8), t.focus)
        pad, side, gap = theme.px(10), theme.px(19), theme.px(11)
        picture = at(pad, side)
        rtl = way == Qt.LayoutDirection.RightToLeft
        icons.paint(painter, picture, entry.icon, t.accent if on else t.muted, rtl)
        left, room = pad + side + gap, box.width() - 2 * pad - side - gap
        if isinstance(entry, Command) and entry.keys:
            wide, tall = paint.key_chip_size(entry.keys)
            chip = at(box.width() - pad - wide, wide)
            chip.setTop(box.top() + (box.height() - tall) // 2)
            chip.setHeight(tall)
            paint.key_chip(painter, chip, entry.keys, t.color("muted"), t.color("line"))
            room -= wide + gap
        title = self._view.title_of(entry)
        bold, small = QFontMetrics(theme.font(15, 500)), QFontMetrics(theme.font(13))
        shown = bold.elidedText(title, elide, room)
        painter.setFont(theme.font(15, 500))
        painter.setPen(t.color("ink"))
        width = min(room, bold.horizontalAdvance(shown) + 2)
        painter.drawText(at(left, width), start | middle, shown)
        detail = "" if isinstance(entry, Command) else entry.detail
        rest = room - width - gap
        if detail and rest > theme.px(40):
            painter.setFont(theme.font(13))
            painter.setPen(t.color("muted"))
            shown = small.elidedText(detail, elide, rest)
            painter.drawText(at(left + width + gap, rest), start | middle, shown)
        painter.restore()


class ResultList(QListView):
    """Rows in groups; ``picked(entry)`` by Enter or a click, ``went(words)`` when the mark moves.

    ``titles`` are the words over each group, by its key.
    """

    picked = Signal(object)
    went = Signal(str)

    def __init__(
        self, titles: dict[str, str], names: NamesCurtain | None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._titles, self._names = titles, names
        quiet_bars(self)
        self._model = QStandardItemModel(self)
        self.setModel(self._model)
        self.setItemDelegate(_Delegate(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setAccessibleName(self.tr("What was found"))
        self.clicked.connect(lambda _index: self.pick_current())

    def show_groups(self, groups: dict[str, list[Entry]]) -> bool:
        """Show these entries, the first marked; False when there are none."""
        self._model.clear()
        for key, entries in groups.items():
            header = QStandardItem(self._titles[key])
            header.setFlags(Qt.ItemFlag.NoItemFlags)
            self._model.appendRow(header)
            for entry in entries:
                item = QStandardItem(self.title_of(entry))
                item.setData(entry, ENTRY)
                spoken = self._spoken(entry, key)
                item.setData(spoken, Qt.ItemDataRole.AccessibleTextRole)
                item.setToolTip(spoken)
                self._model.appendRow(item)
        self.step(0)
        self.scrollToTop()
        return self._model.rowCount() > 0

    def entries(self) -> list[Entry]:
        """What is shown, without the titles of groups."""
        rows = range(self._model.rowCount())
        found = [self._model.item(row).data(ENTRY) for row in rows]
        return [entry for entry in found if entry is not None]

    def current(self) -> Entry | None:
        """The marked entry."""
        index = self.currentIndex()
        entry: Entry | None = index.data(ENTRY) if index.isValid() else None
        return entry

    def step(self, steps: int) -> None:
        """Move the mark by so many rows, past titles; it stops at the ends."""
        rows = [r for r in range(self._model.rowCount()) if self._model.item(r).data(ENTRY)]
        if not rows:
            return
        now = self.currentIndex().row()
        at = rows.index(now) + steps if now in rows else 0
        row = rows[max(0, min(at, len(rows) - 1))]
        self.setCurrentIndex(self._model.index(row, 0))
        if row == rows[0]:
            self.scrollToTop()
        self.went.emit(self._model.item(row).data(Qt.ItemDataRole.AccessibleTextRole))

    def pick_current(self) -> None:
        """Take the marked entry."""
        entry = self.current()
        if entry is not None:
            self.picked.emit(entry)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.pick_current()
            return
        super().keyPressEvent(event)

    def title_of(self, entry: Entry) -> str:
        """The words of an entry; initials while names are closed."""
        if isinstance(entry, FoundItem) and entry.names and self._names is not None:
            return self._names.shown(entry.title)
        return entry.title

    def _spoken(self, entry: Entry, key: str) -> str:
        more = entry.keys if isinstance(entry, Command) else entry.detail
        return ", ".join(p for p in (self.title_of(entry), more, self._titles[key]) if p)

    def restyle(self) -> None:
        self.scheduleDelayedItemsLayout()

    def wanted_height(self) -> int:
        """Height that shows everything."""
        rows = self._model.rowCount()
        titles = rows - len(self.entries())
        return titles * theme.px(HEADER) + (rows - titles) * theme.px(ROW) + theme.px(2)

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(200), theme.px(ROW))
