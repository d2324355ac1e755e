"""The two ways a long list looks: a table (people) and two-line rows (local help, notes)."""

from __future__ import annotations

from PySide6.QtCore import (
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from peerdesk.ui import table, theme
from peerdesk.ui.widgets import paint
from peerdesk.ui.widgets.labels import tag_colors

Index = QModelIndex | QPersistentModelIndex
_ELIDE = Qt.TextElideMode.ElideRight


def _start(widget: QWidget) -> Qt.AlignmentFlag:
    left = Qt.AlignmentFlag.AlignLeft
    align = QStyle.visualAlignment(widget.layoutDirection(), left | Qt.AlignmentFlag.AlignVCenter)
    return align | Qt.AlignmentFlag.AlignAbsolute


class _Cell(QStyledItemDelegate):
    """A cell: bold or plain words, then tags; a line below; the selected row softly coloured."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        view = option.widget  # type: ignore[attr-defined]
        t = theme.of(view)
        box: QRect = option.rect  # type: ignore[attr-defined]
        state = option.state  # type: ignore[attr-defined]
        painter.save()
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, t.color("accent_soft"))
        painter.fillRect(box.left(), box.bottom(), box.width(), 1, t.color("line"))
        pad, way = theme.px(10), view.layoutDirection()
        room = box.adjusted(pad, 0, -pad, 0)
        font = theme.font(15, 600 if index.data(table.BOLD) else 400)
        words = index.data(Qt.ItemDataRole.DisplayRole) or ""
        metrics = QFontMetrics(font)
        used = 0
        if words:
            painter.setFont(font)
            painter.setPen(t.color("ink"))
            short = metrics.elidedText(words, _ELIDE, room.width())
            painter.drawText(room, _start(view), short)
            used = metrics.horizontalAdvance(short) + theme.px(8)
        tag_font = theme.font(12)
        tag_metrics, tall = QFontMetrics(tag_font), theme.line_height(12) + theme.px(3)
        painter.setFont(tag_font)
        for text, kind in index.data(table.TAGS) or ():
            wide = tag_metrics.horizontalAdvance(text) + 2 * theme.px(9)
            left = room.width() - used
            if left < theme.px(40):
                break
            wide = min(wide, left)
            place = QRect(room.left() + used, box.center().y() - tall // 2, wide, tall)
            place = QStyle.visualRect(way, room, place)
            back, front = tag_colors(t, kind)
            paint.rounded(painter, place, tall / 2, back)
            painter.setPen(QColor(front))
            short = tag_metrics.elidedText(text, _ELIDE, wide - theme.px(14))
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, short)
            used += wide + theme.px(6)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        del option, index
        return QSize(theme.px(80), theme.px(41))


class _Header(QHeaderView):
    """The quiet header of a table; a press sorts by columns that can be sorted."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setHighlightSections(False)
        self.setSectionsClickable(True)
        self.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.setMinimumSectionSize(theme.px(40))

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), theme.px(35))

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        t = theme.of(self)
        painter.save()
        painter.fillRect(rect, t.color("surface"))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, t.color("line"))
        painter.setFont(theme.font(12.5, 500))
        painter.setPen(t.color("muted"))
        words = self.model().headerData(section, Qt.Orientation.Horizontal) or ""
        room = rect.adjusted(theme.px(10), 0, -theme.px(6), 0)
        if self.isSortIndicatorShown() and self.sortIndicatorSection() == section:
            down = self.sortIndicatorOrder() == Qt.SortOrder.AscendingOrder
            words = f"{words} {'↓' if down else '↑'}"
        short = QFontMetrics(painter.font()).elidedText(words, _ELIDE, room.width())
        painter.drawText(room, _start(self), short)
        painter.restore()


class _Keyboard:
    """Where the keyboard is: one ring around the whole list."""

    @staticmethod
    def draw(view: QAbstractItemView) -> None:
        if view.hasFocus():
            t = theme.of(view)
            painter = QPainter(view.viewport())
            box = view.viewport().rect()
            current = view.currentIndex()
            if current.isValid():
                row = view.visualRect(current)
                box = QRect(0, row.top(), box.width(), row.height())
            paint.focus_ring(painter, box, theme.px(4), t.focus)


def _prepare(view: QAbstractItemView, name: str) -> None:
    view.setFrameShape(QFrame.Shape.NoFrame)
    view.setAccessibleName(name)
    view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    view.setTabKeyNavigation(False)


class ListTable(QTableView):
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
        self.setHorizontalHeader(_Header(self))
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setItemDelegate(_Cell(self))
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
        model = self.model()
        place = model.place_of(wanted) if isinstance(model, table.WindowModel) else -1
        if place < 0:
            return False
        self._quiet = True
        flag = QItemSelectionModel.SelectionFlag
        index = model.index(place, 0)
        self.selectionModel().setCurrentIndex(index, flag.ClearAndSelect | flag.Rows)
        self.scrollTo(index)
        self._quiet = False
        return True

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._widths()

    def _widths(self) -> None:
        """Widths by the model's wishes, never by measuring rows."""
        model = self.model()
        if not isinstance(model, table.WindowModel):
            return
        fixed = [theme.px(c.width) if c.width else 0 for c in model.columns]
        free = fixed.count(0)
        rest = max(self.viewport().width() - sum(fixed), free * theme.px(60))
        for number, width in enumerate(fixed):
            self.setColumnWidth(number, width or rest // free)

    def paintEvent(self, event: object) -> None:
        super().paintEvent(event)  # type: ignore[arg-type]
        _Keyboard.draw(self)


class _TwoLines(QStyledItemDelegate):
    """Title, detail below it, and trailing words at the end."""

    def __init__(self, view: ListRows) -> None:
        super().__init__(view)
        self._view = view

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        view = self._view
        t, way = theme.of(view), view.layoutDirection()
        box: QRect = option.rect  # type: ignore[attr-defined]
        on = bool(option.state & QStyle.StateFlag.State_Selected)  # type: ignore[attr-defined]
        painter.save()
        if on:
            paint.rounded(painter, box, theme.px(8), t.accent_soft)
        elif view.lines and index.row():
            painter.fillRect(box.left(), box.top(), box.width(), 1, t.color("line"))
        pad = theme.px(10 if view.lines else 12)
        room = box.adjusted(pad, 0, -pad, 0)
        trailing = index.data(table.TRAILING) or ""
        small = theme.font(13)
        tail = QFontMetrics(small).horizontalAdvance(trailing)
        tail = min(tail, room.width() // 2)
        if trailing:
            painter.setFont(small)
            painter.setPen(t.color("ink" if view.lines else "muted"))
            place = QRect(room.right() - tail, room.top(), tail + 1, room.height())
            place = QStyle.visualRect(way, room, place)
            short = QFontMetrics(small).elidedText(trailing, _ELIDE, tail + 1)
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, short)
        words = QRect(room.left(), 0, room.width() - tail - theme.px(12 if tail else 0), 0)
        detail = index.data(table.DETAIL) or ""
        size = 16 if view.lines else 15
        heights = [theme.line_height(size), theme.line_height(15) if detail else 0]
        top = box.top() + (box.height() - sum(heights)) // 2
        texts = [(index.data(Qt.ItemDataRole.DisplayRole) or "", theme.font(size, 600), "ink")]
        texts.append((detail, theme.font(15), "ink" if on and t.name == "contrast" else "muted"))
        for (text, font, tone), tall in zip(texts, heights, strict=True):
            if text:
                line = QRect(words.left(), top, words.width(), tall)
                line = QStyle.visualRect(way, room, line)
                painter.setFont(font)
                painter.setPen(t.color(tone))
                short = QFontMetrics(font).elidedText(text, _ELIDE, line.width())
                painter.drawText(line, _start(view), short)
            top += tall
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        del option, index
        return QSize(theme.px(120), self._view.row_height())


class ListRows(QListView):
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
        self.setUniformItemSizes(True)
        self.setItemDelegate(_TwoLines(self))
        self.activated.connect(self._activated)
        self.restyle()

    def restyle(self) -> None:
        self.setFont(theme.font())
        self.scheduleDelayedItemsLayout()

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
        model = self.model()
        place = model.place_of(wanted) if isinstance(model, table.WindowModel) else -1
        if place < 0:
            return False
        self._quiet = True
        index = model.index(place, 0)
        flag = QItemSelectionModel.SelectionFlag
        self.selectionModel().setCurrentIndex(index, flag.ClearAndSelect)
        self.scrollTo(index)
        self._quiet = False
        return True

    def paintEvent(self, event: object) -> None:
        super().paintEvent(event)  # type: ignore[arg-type]
        _Keyboard.draw(self)
