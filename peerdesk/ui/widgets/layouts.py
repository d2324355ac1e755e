"""Layouts whose distances follow the text size."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import (
    QBoxLayout,
    QGridLayout,
    QHBoxLayout,
    QLayout,
    QLayoutItem,
    QVBoxLayout,
    QWidget,
)

from peerdesk.ui import theme

if TYPE_CHECKING:
    from peerdesk.ui.widgets.buttons import Button

Margins = tuple[float, float, float, float]
NONE: Margins = (0, 0, 0, 0)


def _measure(layout: QLayout, margins: Margins) -> None:
    layout.setContentsMargins(*(theme.px(m) if m else 0 for m in margins))


class Column(QVBoxLayout):
    """A column; ``margins`` (left, top, right, bottom) and ``spacing`` in the target's pixels."""

    def __init__(
        self, parent: QWidget | None = None, margins: Margins = NONE, spacing: float = 16
    ) -> None:
        super().__init__() if parent is None else super().__init__(parent)
        self.margins, self.gap = margins, spacing
        self.restyle()

    def restyle(self) -> None:
        _measure(self, self.margins)
        self.setSpacing(theme.px(self.gap) if self.gap else 0)

    def add(self, *widgets: QWidget, stretch: int = 0) -> Column:
        """Add widgets one under the other."""
        for widget in widgets:
            self.addWidget(widget, stretch)
        return self


class Row(QHBoxLayout):
    """A row; distances as in :class:`Column`."""

    def __init__(
        self, parent: QWidget | None = None, margins: Margins = NONE, spacing: float = 16
    ) -> None:
        super().__init__() if parent is None else super().__init__(parent)
        self.margins, self.gap = margins, spacing
        self.restyle()

    def restyle(self) -> None:
        _measure(self, self.margins)
        self.setSpacing(theme.px(self.gap) if self.gap else 0)

    def add(self, *widgets: QWidget, stretch: int = 0) -> Row:
        """Add widgets side by side."""
        for widget in widgets:
            self.addWidget(widget, stretch)
        return self


class TurningRow(Row):
    """A row whose parts stand one under the other where they do not fit side by side."""

    def __init__(
        self, parent: QWidget | None = None, margins: Margins = NONE, spacing: float = 16
    ) -> None:
        self._upright: dict[int, Qt.AlignmentFlag] | None = None
        super().__init__(parent, margins, spacing)

    def turned(self) -> bool:
        """Whether they stand one under the other."""
        return self._upright is not None

    def _parts(self) -> list[QLayoutItem]:
        every = (self.itemAt(number) for number in range(self.count()))
        return [item for item in every if item is not None and not item.isEmpty()]

    def _around(self) -> int:
        return self.contentsMargins().left() + self.contentsMargins().right()

    def needs(self) -> int:
        """The least width in which the parts fit side by side."""
        parts = [item.minimumSize().width() for item in self._parts()]
        return sum(parts) + self.spacing() * max(0, len(parts) - 1) + self._around()

    def minimumSize(self) -> QSize:
        widest = max((item.minimumSize().width() for item in self._parts()), default=0)
        return QSize(widest + self._around(), super().minimumSize().height())

    def setGeometry(self, rect: QRect) -> None:
        self._turn(rect.width() < self.needs())
        super().setGeometry(rect)

    def _turn(self, down: bool) -> None:
        if down == self.turned():
            return
        way, flag = QBoxLayout.Direction, Qt.AlignmentFlag
        self.setDirection(way.TopToBottom if down else way.LeftToRight)
        before = self._upright or {}
        self._upright = {} if down else None
        for number in range(self.count()):
            item = self.itemAt(number)
            if item is None or item.widget() is None:
                continue
            if self._upright is None:
                item.setAlignment(before.get(number, item.alignment()))
                continue
            self._upright[number] = item.alignment()
            if not item.hasHeightForWidth() and not self.stretch(number):
                item.setAlignment(flag.AlignLeading)  # a key or a button is no wider than it is


class Grid(QGridLayout):
    """A grid; distances as in :class:`Column`."""

    def __init__(
        self,
        parent: QWidget | None = None,
        margins: Margins = NONE,
        spacing: tuple[float, float] = (16, 16),
    ) -> None:
        super().__init__() if parent is None else super().__init__(parent)
        self.margins, self.gaps = margins, spacing
        self.restyle()

    def restyle(self) -> None:
        _measure(self, self.margins)
        self.setHorizontalSpacing(theme.px(self.gaps[0]))
        self.setVerticalSpacing(theme.px(self.gaps[1]))


def _that_shrinks(item: QLayoutItem) -> Button | None:
    """The button in ``item``, where its words need less than it likes to have."""
    widget = item.widget()
    if not hasattr(widget, "set_bare"):
        return None
    button = cast("Button", widget)
    return button if button.full_width() > button.least_width() else None


class FlowLayout(QLayout):
    """Puts widgets side by side and wraps, from right to left where people read so. A button that
    is wider than a whole line leaves its icon out (:meth:`Button.set_bare`), and where that is not
    enough its words wrap (:meth:`Button.wrap_at`)."""

    def __init__(
        self,
        parent: QWidget | None = None,
        margins: Margins = NONE,
        spacing: tuple[float, float] = (8, 8),
        align_end: bool = False,
    ) -> None:
        super().__init__() if parent is None else super().__init__(parent)
        self.margins, self.gaps, self.align_end = margins, spacing, align_end
        self._items: list[QLayoutItem] = []
        self._heights: dict[int, int] = {}
        self.restyle()

    def restyle(self) -> None:
        _measure(self, self.margins)
        self.invalidate()

    def invalidate(self) -> None:
        self._heights.clear()
        super().invalidate()

    def add(self, *widgets: QWidget) -> FlowLayout:
        """Add widgets in reading order."""
        for widget in widgets:
            self.addWidget(widget)
        return self

    def clear(self) -> None:
        """Take everything out and delete it."""
        while (item := self.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)
        self.invalidate()

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        self._heights.clear()
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        # a page asks ten times for each time that anything changes
        if width not in self._heights:
            self._heights[width] = self._place(QRect(0, 0, width, 0), move=False)
        return self._heights[width]

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._place(rect, move=True)

    def sizeHint(self) -> QSize:
        return self._hint(wide=True)

    def minimumSize(self) -> QSize:
        return self._hint(wide=False)

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _hint(self, wide: bool) -> QSize:
        width = height = 0
        gap = theme.px(self.gaps[0])
        for item in self._shown():
            size = self._full(item) if wide else self._least(item)
            width = (
                width + size.width() + (gap if width else 0) if wide else max(width, size.width())
            )
            height = max(height, size.height())
        m = self.contentsMargins()
        return QSize(width + m.left() + m.right(), height + m.top() + m.bottom())

    @staticmethod
    def _full(item: QLayoutItem) -> QSize:
        """The size it wants, of a button as well where it is narrower now."""
        hint, button = item.sizeHint(), _that_shrinks(item)
        if button is None:
            return hint
        wide = button.full_width()
        return QSize(wide, button.height_at(wide))

    @staticmethod
    def _least(item: QLayoutItem) -> QSize:
        size, button = item.minimumSize(), _that_shrinks(item)
        return size if button is None else QSize(button.least_width(), size.height())

    def _lines(self, width: int) -> list[list[tuple[QLayoutItem, QSize]]]:
        gap, used = theme.px(self.gaps[0]), 0
        lines: list[list[tuple[QLayoutItem, QSize]]] = []
        for item in self._shown():
            hint = self._full(item)
            size = QSize(min(hint.width(), width), hint.height())
            if size.width() < hint.width():
                if (button := _that_shrinks(item)) is not None:
                    size.setHeight(button.height_at(size.width()))
                elif item.hasHeightForWidth():
                    size.setHeight(item.heightForWidth(size.width()))
            if not lines or used + gap + size.width() > width:
                lines.append([])
                used = size.width()
            else:
                used += gap + size.width()
            lines[-1].append((item, size))
        return lines

    def _place(self, rect: QRect, move: bool) -> int:
        m = self.contentsMargins()
        inner = rect.adjusted(m.left(), m.top(), -m.right(), -m.bottom())
        gap, drop, y = theme.px(self.gaps[0]), theme.px(self.gaps[1]), inner.y()
        parent = self.parentWidget()
        rtl = parent is not None and parent.layoutDirection() == Qt.LayoutDirection.RightToLeft
        for number, line in enumerate(self._lines(inner.width())):
            y += drop if number else 0
            tall = max(size.height() for _item, size in line)
            total = sum(size.width() for _item, size in line) + gap * (len(line) - 1)
            x = inner.width() - total if self.align_end else 0
            for item, size in line:
                if move:
                    if (button := _that_shrinks(item)) is not None:
                        button.set_bare(button.full_width() > inner.width())
                        wraps = button.bare_width() > inner.width()
                        button.wrap_at(size.width() if wraps else 0)
                    left = inner.width() - x - size.width() if rtl else x
                    top = y + (tall - size.height()) // 2
                    item.setGeometry(QRect(QPoint(inner.x() + left, top), size))
                x += size.width() + gap
            y += tall
        return y - inner.y() + m.top() + m.bottom()
