"""Things that scroll: the quiet scroll bar, the column, the scrolling card, the two panes."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt
from PySide6.QtGui import QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QBoxLayout,
    QFrame,
    QScrollArea,
    QScrollBar,
    QWidget,
)

from peerdesk.ui import theme
from peerdesk.ui.widgets import paint
from peerdesk.ui.widgets.cards import Card
from peerdesk.ui.widgets.layouts import NONE, Column, Margins

LOW = 430
"""Below this height of its window, in the target's pixels, a page scrolls as a whole: 200 % on a
laptop's screen. Nothing in it has a scroll bar beside the page's own."""


class ScrollBar(QScrollBar):
    """A quiet scroll bar: only its handle is drawn."""

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        thick = theme.px(12)
        if self.orientation() == Qt.Orientation.Vertical:
            return QSize(thick, hint.height())
        return QSize(hint.width(), thick)

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        if self.minimum() == self.maximum():
            return
        from PySide6.QtWidgets import QStyle, QStyleOptionSlider  # 5 ms the first window saves

        option = QStyleOptionSlider()
        self.initStyleOption(option)
        control, part = QStyle.ComplexControl.CC_ScrollBar, QStyle.SubControl.SC_ScrollBarSlider
        box = self.style().subControlRect(control, option, part, self)
        edge = theme.px(3)
        box = box.adjusted(edge, edge, -edge, -edge)
        thin = min(box.width(), box.height())
        paint.rounded(paint.painter(self), box, thin / 2, theme.of(self).border_strong)


def quiet_bars(area: QAbstractScrollArea) -> None:
    """Give a scroll area our scroll bars."""
    area.setVerticalScrollBar(ScrollBar(Qt.Orientation.Vertical, area))
    area.setHorizontalScrollBar(ScrollBar(Qt.Orientation.Horizontal, area))


def around(widget: QWidget) -> ScrollColumn | None:
    """The column that ``widget`` scrolls in."""
    above: QWidget | None = widget
    while above is not None and not above.isWindow():
        above = above.parentWidget()
        if isinstance(above, ScrollColumn):
            return above
    return None


def reads_on(widget: QWidget) -> bool:
    """Whether ``widget`` is read by scrolling what is around it: there is little height."""
    return around(widget) is not None and widget.window().height() < theme.px(LOW)


class _Grows(QObject):
    """Qt's scroll area takes a new length of its contents for granted; one that shows all of them
    has to ask for it."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest and isinstance(watched, QWidget):
            column = self.parent()
            assert isinstance(column, ScrollColumn)
            column.updateGeometry()
        return False


class ScrollColumn(QScrollArea):
    """A column that scrolls up and down when it does not fit. Contents go into :attr:`box`.

    Within another one it is as high as its contents where the window is low (:data:`LOW`), and the
    outer one scrolls alone."""

    def __init__(
        self, margins: Margins = NONE, spacing: float = 16, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._whole: _Grows | None = None
        self._was_low = False
        quiet_bars(self)
        # One of our own: asking for Qt's makes PySide build every widget class, 9 ms and 2 MB.
        self.setViewport(QWidget())
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.inside = QWidget()
        self.box = Column(self.inside, margins, spacing)
        self.setWidget(self.inside)
        self.inside.setAutoFillBackground(False)

    def add(self, *widgets: QWidget, stretch: int = 0) -> ScrollColumn:
        """Add widgets one under the other."""
        for widget in widgets:
            self.box.addWidget(widget, stretch)
        return self

    def clear(self) -> None:
        """Take everything out that stands in it."""
        while (item := self.box.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()

    def focusNextPrevChild(self, next: bool) -> bool:
        """Tab moves on and brings the new control into view. Where the control that had the
        keyboard goes away by itself, as in a list that is made anew, the page stays where it is."""
        had, at = self.window().focusWidget(), self.verticalScrollBar().value()
        moved = super().focusNextPrevChild(next)
        now = self.focusWidget()
        if had is not None and not had.isVisible():
            self.verticalScrollBar().setValue(at)
        elif moved and now is not None and self.inside.isAncestorOf(now):
            self.ensureWidgetVisible(now, theme.px(20), theme.px(20))
        return moved

    # -- one that scrolls in another -----------------------------------------------------------

    def whole(self) -> bool:
        """Whether all of it is shown, and what is around it scrolls."""
        return self._whole is not None

    def settle(self) -> None:
        """Find out which of the two it is here."""
        whole = reads_on(self)
        if whole == self.whole():
            return
        if self._whole is not None:
            self.inside.removeEventFilter(self._whole)
            self._whole.deleteLater()
            self._whole = None
        else:
            self._whole = _Grows(self)
            self.inside.installEventFilter(self._whole)
        # With its bar it would be narrower, so longer, and keep the bar.
        policy = Qt.ScrollBarPolicy
        self.setVerticalScrollBarPolicy(
            policy.ScrollBarAlwaysOff if whole else policy.ScrollBarAsNeeded
        )
        self.updateGeometry()

    def restyle(self) -> None:
        self._look()

    def _look(self) -> None:
        """The outermost one tells those inside when the window becomes low, or high again."""
        self.settle()
        low = self.window().height() < theme.px(LOW)
        if low != self._was_low:
            self._was_low = low
            for inner in self.findChildren(QAbstractScrollArea):
                if isinstance(inner, ScrollColumn):
                    inner._look()
                else:
                    inner.updateGeometry()

    def showEvent(self, event: QShowEvent) -> None:
        self._look()
        super().showEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._look()
        super().resizeEvent(event)

    def mover(self) -> ScrollColumn:
        """The column whose bar moves it: itself, or the one around it."""
        outer = around(self) if self.whole() else None
        return self if outer is None else outer.mover()

    def show_top(self) -> None:
        """Show it from its beginning; a page that was scrolled past that goes back to it."""
        self.verticalScrollBar().setValue(0)
        mover = self.mover()
        if mover is not self:
            bar = mover.verticalScrollBar()
            bar.setValue(min(bar.value(), self.mapTo(mover.inside, QPoint(0, 0)).y()))

    def ensureVisible(self, x: int, y: int, xmargin: int = 50, ymargin: int = 50) -> None:
        super().ensureVisible(x, y, xmargin, ymargin)
        mover = self.mover()
        if mover is not self:
            at = self.inside.mapTo(mover.inside, QPoint(x, y))
            mover.ensureVisible(at.x(), at.y(), xmargin, ymargin)

    def ensureWidgetVisible(self, child: QWidget, xmargin: int = 50, ymargin: int = 50) -> None:
        super().ensureWidgetVisible(child, xmargin, ymargin)
        mover = self.mover()
        if mover is not self:
            mover.ensureWidgetVisible(child, xmargin, ymargin)

    def hasHeightForWidth(self) -> bool:
        return self.whole()

    def heightForWidth(self, width: int) -> int:
        width = min(width, self.inside.maximumWidth())
        wish = self.inside.heightForWidth(width)
        if wish < 0:
            wish = self.inside.sizeHint().height()
        return max(wish, self.inside.minimumSizeHint().height())

    def _bar_width(self) -> int:
        return 0 if self.whole() else self.verticalScrollBar().sizeHint().width()

    def minimumSizeHint(self) -> QSize:
        return QSize(self.inside.minimumSizeHint().width() + self._bar_width(), theme.px(80))

    def sizeHint(self) -> QSize:
        hint = self.inside.sizeHint()
        return QSize(hint.width() + self._bar_width(), hint.height())


class ScrollCard(Card):
    """A card whose contents scroll when they do not fit: for details beside a list."""

    def __init__(
        self,
        variant: str = "plain",
        *,
        margins: Margins = (18, 16, 18, 16),
        spacing: float = 10,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(variant, margins=(0, 1, 0, 1), spacing=0, parent=parent)
        self.column = ScrollColumn(margins, spacing)
        self.box.addWidget(self.column)
        self.box = self.column.box


class Panes(ScrollColumn):
    """Widgets side by side with shares of the width; one under the other, scrolling, when the
    page is narrower than ``least`` of the target's pixels, as with large text."""

    def __init__(self, *, least: float = 640, spacing: float = 16, tall: float = 320) -> None:
        super().__init__()
        self._least, self._spacing, self._tall = least, spacing, tall
        self._frame = QWidget()
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight, self._frame)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._shares: list[int] = []
        self.box.addWidget(self._frame, 1)
        self.restyle()

    def restyle(self) -> None:
        super().restyle()
        self._line.setSpacing(theme.px(self._spacing))
        self._turn()

    def add_pane(self, widget: QWidget, share: int = 1) -> None:
        """Add a pane."""
        self._shares.append(share)
        self._line.addWidget(widget, share)
        self._turn()

    def pane(self, number: int) -> QWidget:
        """The pane that was added so many others after."""
        item = self._line.itemAt(number)
        widget = None if item is None else item.widget()
        assert widget is not None
        return widget

    def stacked(self) -> bool:
        """Whether the panes stand one under the other."""
        return self._line.direction() == QBoxLayout.Direction.TopToBottom

    def go_to(self, pane: QWidget) -> None:
        """Where they stand one under the other, show ``pane`` from its top."""
        if self.stacked():
            mover = self.mover()
            mover.verticalScrollBar().setValue(pane.mapTo(mover.inside, QPoint(0, 0)).y())

    def _turn(self) -> None:
        down = self.width() < theme.px(self._least)
        way = QBoxLayout.Direction
        self._line.setDirection(way.TopToBottom if down else way.LeftToRight)
        for number, share in enumerate(self._shares):
            item = self._line.itemAt(number)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.setMinimumHeight(theme.px(self._tall) if down and not self.whole() else 0)
                self._line.setStretch(number, 1 if down else share)

    def settle(self) -> None:
        super().settle()
        self._turn()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._turn()
        super().resizeEvent(event)

    def minimumSizeHint(self) -> QSize:
        # Side by side the panes need more than stacked; the window may be as narrow as stacked.
        wides = [0]
        for number in range(self._line.count()):
            item = self._line.itemAt(number)
            if item is not None:
                wides.append(item.minimumSize().width())
        return QSize(max(wides) + theme.px(12), theme.px(160))

    def sizeHint(self) -> QSize:
        # It scrolls by itself, so it asks for little height and takes what is left.
        return QSize(super().sizeHint().width(), theme.px(self._tall or 320))
