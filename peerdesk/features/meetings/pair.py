"""Small helps for pages: fields side by side where there is room, and the order of Tab."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QBoxLayout, QWidget

from peerdesk.ui import theme


def tab_after(earlier: QWidget, widgets: Sequence[QWidget]) -> None:
    """Widgets made afterwards come to the end of the Tab order; put them after ``earlier``, which
    must be able to have the focus."""
    for widget in widgets:
        QWidget.setTabOrder(earlier, widget)
        earlier = widget


def has_focus(widget: QWidget) -> bool:
    """Whether the keyboard is in ``widget`` or in something that stands in it."""
    there = QApplication.focusWidget()
    return there is not None and (there is widget or widget.isAncestorOf(there))


class Anchor(QWidget):
    """A place in the Tab order that is never seen: what is made later can follow it.

    Asking Qt for the neighbours in the focus chain is no way: PySide then takes the neighbour for
    a child of the one asked, and the collector deletes both.
    """

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.hide()

    def lead(self, widgets: Sequence[QWidget]) -> None:
        """Put ``widgets`` right behind this place, in their order."""
        tab_after(self, widgets)


class Beside(QWidget):
    """Widgets with shares of the width; they stack below ``least`` of the target's pixels."""

    def __init__(
        self, *widgets: QWidget, least: float, spacing: float = 16, shares: tuple[int, ...] = ()
    ) -> None:
        super().__init__()
        self._least, self._gap = least, spacing
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._shares = shares or (1,) * len(widgets)
        for widget, share in zip(widgets, self._shares, strict=True):
            self._line.addWidget(widget, share)
        self.restyle()

    def restyle(self) -> None:
        self._line.setSpacing(theme.px(self._gap))
        self._turn()

    def _turn(self) -> None:
        way = QBoxLayout.Direction
        down = self.width() < theme.px(self._least)
        self._line.setDirection(way.TopToBottom if down else way.LeftToRight)
        for number, share in enumerate(self._shares):
            self._line.setStretch(number, 0 if down else share)

    def minimumSizeHint(self) -> QSize:
        # Side by side needs more width than stacked; the page may be as narrow as stacked.
        wides = [
            item.minimumSize().width()
            for number in range(self._line.count())
            if (item := self._line.itemAt(number)) is not None
        ]
        return QSize(max(wides, default=0), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._turn()
