"""Long lists: ids ordered by SQL, and only the rows that are seen are fetched.

``RowsModel``/``WindowModel`` never sort in Python. Views never measure all rows.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

Row = TypeVar("Row")
Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()

TAGS = Qt.ItemDataRole.UserRole + 1
ID = Qt.ItemDataRole.UserRole + 2
ROW = Qt.ItemDataRole.UserRole + 3
DETAIL = Qt.ItemDataRole.UserRole + 4
TRAILING = Qt.ItemDataRole.UserRole + 5
BOLD = Qt.ItemDataRole.UserRole + 6

TagList = Sequence[tuple[str, str]]
"""(words, kind) with kind as in ``widgets.Tag``."""


@dataclass(frozen=True)
class Column(Generic[Row]):
    """A column: ``title`` of the header (already translated), ``value`` of a row, optional
    ``tags``; ``sort`` is the key handed to ``fetch_ids`` ("" cannot be sorted); ``width`` in the
    target's pixels, 0 takes its share of the rest."""

    title: str
    value: Callable[[Row], str]
    sort: str = ""
    bold: bool = False
    tags: Callable[[Row], TagList] | None = None
    width: int = 0


class WindowModel(QAbstractTableModel, Generic[Row]):
    """A window on many rows.

    ``fetch_ids(sort, descending)`` gives all ids in order; ``fetch_rows(ids)`` the rows of some,
    in that order (a missing one may be left out when ``id_of`` is given). ``spoken(row)`` is what
    assistive technology says of a row's first cell.
    """

    reloaded = Signal()
    BLOCK = 64
    KEPT = 40

    def __init__(
        self,
        columns: Sequence[Column[Row]],
        fetch_ids: Callable[[str, bool], Sequence[int]],
        fetch_rows: Callable[[Sequence[int]], Sequence[Row]],
        *,
        spoken: Callable[[Row], str] | None = None,
        sort: str = "",
        descending: bool = False,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.columns = list(columns)
        self._fetch_ids, self._fetch_rows, self._spoken = fetch_ids, fetch_rows, spoken
        self._sort, self._descending = sort, descending
        self._ids: Sequence[int] = ()
        self._places: dict[int, int] | None = None
        self._blocks: OrderedDict[int, Sequence[Row]] = OrderedDict()

    def reload(self) -> None:
        """Ask for the ids again; rows come when they are seen."""
        self.beginResetModel()
        self._ids = self._fetch_ids(self._sort, self._descending)
        self._forget()
        self.endResetModel()
        self.reloaded.emit()

    def refresh(self) -> None:
        """Rows may have changed: keep place and selection when the ids are the same."""
        fresh = self._fetch_ids(self._sort, self._descending)
        if list(fresh) != list(self._ids):
            self.reload()
            return
        self._blocks.clear()
        if self._ids:
            last = self.index(len(self._ids) - 1, len(self.columns) - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    def _forget(self) -> None:
        self._blocks.clear()
        self._places = None

    def row_at(self, number: int) -> Row | None:
        """The row shown at a place."""
        if not 0 <= number < len(self._ids):
            return None
        block = number // self.BLOCK
        if block in self._blocks:
            self._blocks.move_to_end(block)
        else:
            start = block * self.BLOCK
            self._blocks[block] = self._fetch_rows(self._ids[start : start + self.BLOCK])
            if len(self._blocks) > self.KEPT:
                self._blocks.popitem(last=False)
        rows, offset = self._blocks[block], number % self.BLOCK
        return rows[offset] if offset < len(rows) else None

    def id_at(self, number: int) -> int | None:
        """The id shown at a place."""
        return self._ids[number] if 0 <= number < len(self._ids) else None

    def place_of(self, wanted: int) -> int:
        """Where an id stands, -1 when it is not there."""
        if self._places is None:
            self._places = {one: number for number, one in enumerate(self._ids)}
        return self._places.get(wanted, -1)

    def sort_key(self) -> tuple[str, bool]:
        """(key, descending) of the present order."""
        return self._sort, self._descending

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._ids)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        if role == ID:
            return self.id_at(index.row())
        column = self.columns[index.column()]
        if role == BOLD:
            return column.bold
        if role not in _ROLES:
            return None
        row = self.row_at(index.row())
        if row is None:
            return None
        if role == ROW:
            return row
        if role == TAGS:
            return list(column.tags(row)) if column.tags is not None else []
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._speak(row, column, index.column())
        return column.value(row)

    def _speak(self, row: Row, column: Column[Row], number: int) -> str:
        if number == 0 and self._spoken is not None:
            return self._spoken(row)
        words = [column.value(row)]
        if column.tags is not None:
            words += [text for text, _kind in column.tags(row)]
        said = ", ".join(w for w in words if w)
        return f"{column.title}: {said}" if column.title and said else said

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        texts = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
        return self.columns[section].title if role in texts else None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Ask the source for another order; columns without a key are left alone."""
        if not 0 <= column < len(self.columns) or not self.columns[column].sort:
            return
        self._sort = self.columns[column].sort
        self._descending = order == Qt.SortOrder.DescendingOrder
        self.reload()


_ROLES = frozenset(
    {
        Qt.ItemDataRole.DisplayRole,
        Qt.ItemDataRole.ToolTipRole,
        Qt.ItemDataRole.AccessibleTextRole,
        TAGS,
        ROW,
    }
)


class RowsModel(WindowModel[Row]):
    """A window on two-line rows for :class:`ListRows`: title, detail below, trailing words."""

    def __init__(
        self,
        fetch_ids: Callable[[], Sequence[int]],
        fetch_rows: Callable[[Sequence[int]], Sequence[Row]],
        *,
        title: Callable[[Row], str],
        detail: Callable[[Row], str] | None = None,
        trailing: Callable[[Row], str] | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(
            [Column("", title, bold=True)],
            lambda _sort, _descending: fetch_ids(),
            fetch_rows,
            spoken=self._say,
            parent=parent,
        )
        self._title, self._detail, self._trailing = title, detail, trailing

    def _say(self, row: Row) -> str:
        parts = (self._title, self._detail, self._trailing)
        words = [part(row) for part in parts if part is not None]
        return ", ".join(w for w in words if w)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        wanted = {DETAIL: self._detail, TRAILING: self._trailing}
        if role in wanted and index.isValid():
            row, say = self.row_at(index.row()), wanted[role]
            return say(row) if say is not None and row is not None else ""
        if role == Qt.ItemDataRole.ToolTipRole:
            return None
        return super().data(index, role)
