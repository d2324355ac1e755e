"""How the rows of long lists are painted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from peerdesk.ui import icons, table, theme
from peerdesk.ui.widgets import paint
from peerdesk.ui.widgets.labels import tag_colors

if TYPE_CHECKING:
    from peerdesk.ui.views import ListRows

Index = QModelIndex | QPersistentModelIndex
_ELIDE = Qt.TextElideMode.ElideRight


def _start(widget: QWidget) -> Qt.AlignmentFlag:
    left = Qt.AlignmentFlag.AlignLeft
    align = QStyle.visualAlignment(widget.layoutDirection(), left | Qt.AlignmentFlag.AlignVCenter)
    return align | Qt.AlignmentFlag.AlignAbsolute


class CellDelegate(QStyledItemDelegate):
    """A cell: bold or plain words, then tags; a line below; the selected row softly coloured."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        view = option.widget
        t = theme.of(view)
        box: QRect = option.rect
        state = option.state
        painter.save()
        painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
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


class Header(QHeaderView):
    """The quiet header of a table; a press sorts by columns that can be sorted."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setHighlightSections(False)
        self.setSectionsClickable(True)
        self.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.restyle()

    def restyle(self) -> None:
        self.setFont(theme.font(12.5, 500))
        self.setMinimumSectionSize(theme.px(40))

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), theme.px(35))

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        t = theme.of(self)
        painter.save()
        painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        painter.fillRect(rect, t.color("surface"))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, t.color("line"))
        painter.setFont(self.font())
        painter.setPen(t.color("muted"))
        words = self.model().headerData(section, Qt.Orientation.Horizontal) or ""
        room = rect.adjusted(theme.px(10), 0, -theme.px(6), 0)
        if self.isSortIndicatorShown() and self.sortIndicatorSection() == section:
            down = self.sortIndicatorOrder() == Qt.SortOrder.AscendingOrder
            used = QFontMetrics(painter.font()).horizontalAdvance(words)
            side = theme.px(11)
            left = min(theme.px(10) + used + theme.px(3), rect.width() - side)
            arrow = QRect(rect.left() + left, rect.center().y() - side // 2, side, side)
            arrow = QStyle.visualRect(self.layoutDirection(), rect, arrow)
            icons.paint(painter, arrow, "down" if down else "up", t.muted)
        short = QFontMetrics(painter.font()).elidedText(words, _ELIDE, room.width())
        painter.drawText(room, _start(self), short)
        painter.restore()


class TwoLineDelegate(QStyledItemDelegate):
    """Title, detail below it, and trailing words at the end."""

    def __init__(self, view: ListRows) -> None:
        super().__init__(view)
        self._view = view

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        view = self._view
        t, way = theme.of(view), view.layoutDirection()
        box: QRect = option.rect
        on = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        if on:
            # The view has filled the row with its own highlight before.
            painter.fillRect(box, t.color("surface"))
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
