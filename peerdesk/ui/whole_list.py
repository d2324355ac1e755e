"""A list in a page that scrolls: in a low window it shows its rows whole instead of a few."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QAbstractItemModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QSize,
    Qt,
    QTimerEvent,
)
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QListView, QTableView

from peerdesk.ui import theme
from peerdesk.ui.widgets.scrolling import around, reads_on

Index = QModelIndex | QPersistentModelIndex
TALL = 240
"""Height of a longer list, in the target's pixels: it can be seen whole, and scrolls by itself."""

if TYPE_CHECKING:
    _View = QAbstractItemView
else:
    _View = object


class WholeList(_View):
    """Stands before Qt's class of a list. ``WHOLE`` is the most rows that are shown at once where
    the page scrolls as a whole, ``LEAST`` (width, height) what the list needs elsewhere, in the
    target's pixels; zero for what Qt thinks."""

    WHOLE = 12
    LEAST = (0.0, 0.0)
    _timed = False

    def setModel(self, model: QAbstractItemModel | None) -> None:
        super().setModel(model)
        if model is not None:
            for changed in (model.modelReset, model.rowsInserted, model.rowsRemoved):
                changed.connect(self._another_length)

    def _another_length(self) -> None:
        if reads_on(self):
            self.updateGeometry()

    def whole_height(self) -> int:
        """How high it is where the page around it scrolls, in pixels."""
        model = self.model()
        count = 0 if model is None else model.rowCount()
        if count > self.WHOLE:
            return theme.px(TALL)
        if isinstance(self, QTableView):
            rows = count * self.verticalHeader().defaultSectionSize()
            head = self.horizontalHeader()
            rows += 0 if head.isHidden() else head.sizeHint().height()
        else:
            rows = sum(self.sizeHintForRow(number) for number in range(count))
            rows += 2 * count * self.spacing() if isinstance(self, QListView) else 0
        return max(rows + 2 * self.frameWidth(), theme.px(40))

    def minimumSizeHint(self) -> QSize:
        least = super().minimumSizeHint()
        wide, tall = (theme.px(n) for n in self.LEAST)
        wide, tall = wide or least.width(), tall or least.height()
        return QSize(wide, self.whole_height() if reads_on(self) else tall)

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        return QSize(hint.width(), self.whole_height()) if reads_on(self) else hint

    def showEvent(self, event: QShowEvent) -> None:
        if reads_on(self):
            self.updateGeometry()
        super().showEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width() and reads_on(self):
            self.updateGeometry()  # words that wrap are as high as the list is narrow

    def timerEvent(self, event: QTimerEvent) -> None:
        # A while after a press Qt scrolls to the row: the page has moved on to what it opened.
        self._timed = True
        super().timerEvent(event)
        self._timed = False

    def scrollTo(
        self,
        index: Index,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        """The page follows too, where somebody goes through the list by keyboard."""
        super().scrollTo(index, hint)
        if self._timed:
            return
        if self.hasFocus() and QApplication.mouseButtons() == Qt.MouseButton.NoButton:
            bring_row(self, index)


def bring_row(view: QAbstractItemView, index: Index) -> None:
    """Scroll what is around ``view`` so that a row can be seen."""
    if not reads_on(view):
        return
    row, outer = view.visualRect(index), around(view)
    edge = theme.px(20)
    while outer is not None:
        for y in (row.bottom(), row.top()):
            at = view.viewport().mapTo(outer.inside, QPoint(0, y))
            outer.ensureVisible(0, at.y(), 0, edge)
        outer = around(outer)


__all__ = ["TALL", "WholeList", "bring_row"]
