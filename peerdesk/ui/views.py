"""The two ways a long list looks: a table (people) and two-line rows (local help, notes)."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QTableView,
    QWidget,
)

from peerdesk.ui import table, theme
from peerdesk.ui.delegates import CellDelegate, Header, TwoLineDelegate
from peerdesk.ui.whole_list import WholeList
from peerdesk.ui.widgets import paint
from peerdesk.ui.widgets.scrolling import quiet_bars


def _ring(view: QAbstractItemView) -> None:
    """Where the keyboard is: a ring around the current row, or the list while there is none."""
    if not view.hasFocus():
        return
    box = view.viewport().rect()
    current = view.currentIndex()
    if current.isValid():
        row = view.visualRect(current)
        box = QRect(0, row.top(), box.width(), row.height())
    paint.focus_ring(QPainter(view.viewport()), box, theme.px(6), theme.of(view).focus)


def _prepare(view: QAbstractItemView, name: str) -> None:
    view.setFrameShape(QFrame.Shape.NoFrame)
    view.setAccessibleName(name)
    view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    quiet_bars(view)
    view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    view.setTabKeyNavigation(False)
    view.viewport().setAutoFillBackground(False)


def _show(view: QAbstractItemView, wanted: int) -> bool:
    model = view.model()
    place = model.place_of(wanted) if isinstance(model, table.WindowModel) else -1
    if place < 0:
        return False
    flag = QItemSelectionModel.SelectionFlag
    index = model.index(place, 0)
    view.selectionModel().setCurrentIndex(index, flag.ClearAndSelect | flag.Rows)
    view.scrollTo(index)
    return True


class ListTable(WholeList, QTableView):
    """A table of people or meetings. ``picked(id)`` follows the current row, also by keyboard;
    ``opened(id)`` is Enter or a double click."""

    picked = Signal(int)
    opened = Signal(int)

    def __init__(self, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        _prepare(self, name)
        self._quiet = False
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.setHorizontalHeader(Header(self))
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setItemDelegate(CellDelegate(self))
        self.activated.connect(self._activated)
        self.restyle()

    def restyle(self) -> None:
        self.setFont(theme.font())
        self.verticalHeader().setMinimumSectionSize(theme.px(20))
        self.verticalHeader().setDefaultSectionSize(theme.px(41))
        self._widths()

    def set_model(self, model: table.WindowModel) -> None:  # type: ignore[type-arg]
        """Show a model; sorting by header is asked of it."""
        self.setModel(model)
        key, descending = model.sort_key()
        header = self.horizontalHeader()
        keys = [c.sort for c in model.columns]
        if key in keys and key:
            way = Qt.SortOrder.DescendingOrder if descending else Qt.SortOrder.AscendingOrder
            header.setSortIndicator(keys.index(key), way)
        header.sectionClicked.connect(self._header_pressed)
        model.reloaded.connect(self.viewport().update)
        self.selectionModel().currentRowChanged.connect(self._moved)
        self._widths()

    def _header_pressed(self, section: int) -> None:
        model = self.model()
        if not isinstance(model, table.WindowModel) or not model.columns[section].sort:
            return
        key, descending = model.sort_key()
        again = key == model.columns[section].sort
        way = (
            Qt.SortOrder.DescendingOrder
            if again and not descending
            else (Qt.SortOrder.AscendingOrder)
        )
        kept = self.current_id()
        header = self.horizontalHeader()
        header.setSortIndicatorShown(True)
        header.setSortIndicator(section, way)
        model.sort(section, way)
        if kept is not None:
            self.show_id(kept)

    def _moved(self, now: QModelIndex, before: QModelIndex) -> None:
        del before
        wanted = now.data(table.ID)
        if wanted is not None and not self._quiet:
            self.picked.emit(wanted)

    def _activated(self, index: QModelIndex) -> None:
        self.opened.emit(index.data(table.ID))

    def current_id(self) -> int | None:
        """The id of the current row."""
        found = self.currentIndex().data(table.ID)
        return int(found) if found is not None else None

    def show_id(self, wanted: int) -> bool:
        """Make a row current and visible without emitting ``picked``; False when not there."""
        self._quiet = True
        there = _show(self, wanted)
        self._quiet = False
        return there

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._widths()

    def _widths(self) -> None:
        """Widths by the model's wishes, never by measuring rows."""
        model = self.model()
        if not isinstance(model, table.WindowModel):
            return
        heads = [self._head(c.title) for c in model.columns]
        wanted = [theme.px(c.width) if c.width else 0 for c in model.columns]
        free = [n for n, c in enumerate(model.columns) if not c.width]
        least = [max(pair) for pair in zip(heads, wanted, strict=True)]
        rest = self.viewport().width() - sum(w for n, w in enumerate(least) if n not in free)
        # Columns without a wish share what is left, but keep room for their title.
        for n in sorted(free, key=lambda n: -least[n]):
            share = rest // len(free)
            free.remove(n)
            least[n] = max(least[n], share, theme.px(60))
            rest -= least[n]
        for number, width in enumerate(least):
            self.setColumnWidth(number, width)

    def _head(self, title: str) -> int:
        """Width of a title; the arrow of the sorted column stands in its padding."""
        metrics = QFontMetrics(theme.font(12.5, 500))
        return metrics.horizontalAdvance(title) + theme.px(20) if title else theme.px(40)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        _ring(self)


class ListRows(WholeList, QTableView):
    """Two-line rows with trailing words. ``lines`` draws separators (local help); without them
    rows stand closer (notes); ``details=False`` are one-line rows. Signals as in ListTable."""

    picked = Signal(int)
    opened = Signal(int)

    def __init__(
        self,
        name: str = "",
        *,
        lines: bool = True,
        details: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        _prepare(self, name)
        self.lines, self.details, self._quiet = lines, details, False
        # A QListView lays every row out, 230 ms for 100,000; a table of one column only counts.
        self.setShowGrid(False)
        self.horizontalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setItemDelegate(TwoLineDelegate(self))
        self.activated.connect(self._activated)
        self.restyle()

    def restyle(self) -> None:
        self.setFont(theme.font())
        self.verticalHeader().setMinimumSectionSize(theme.px(20))
        self.verticalHeader().setDefaultSectionSize(self.row_height())

    def moveCursor(
        self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        ends = {QAbstractItemView.CursorAction.MoveHome: 0}
        ends[QAbstractItemView.CursorAction.MoveEnd] = self.model().rowCount() - 1
        if action in ends:
            return self.model().index(ends[action], 0)
        return super().moveCursor(action, modifiers)

    def row_height(self) -> int:
        """Height of each row in pixels."""
        return theme.px((76 if self.lines else 64) if self.details else (48 if self.lines else 46))

    def set_model(self, model: table.RowsModel) -> None:  # type: ignore[type-arg]
        """Show a model."""
        self.setModel(model)
        self.selectionModel().currentRowChanged.connect(self._moved)

    def _moved(self, now: QModelIndex, before: QModelIndex) -> None:
        del before
        wanted = now.data(table.ID)
        if wanted is not None and not self._quiet:
            self.picked.emit(wanted)

    def _activated(self, index: QModelIndex) -> None:
        self.opened.emit(index.data(table.ID))

    def current_id(self) -> int | None:
        """The id of the current row."""
        found = self.currentIndex().data(table.ID)
        return int(found) if found is not None else None

    def show_id(self, wanted: int) -> bool:
        """Make a row current and visible without emitting ``picked``; False when not there."""
        self._quiet = True
        there = _show(self, wanted)
        self._quiet = False
        return there

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        _ring(self)
