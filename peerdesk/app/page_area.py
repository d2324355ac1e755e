"""Where a page stands in the window: its head, and the page below it, which may scroll."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from peerdesk.app.header import Header
from peerdesk.ui import theme
from peerdesk.ui.page import Page
from peerdesk.ui.widgets import ScrollColumn
from peerdesk.ui.widgets.scrolling import LOW, reads_on

NARROW = 900
COMPACT = 480
"""Below this width (in the target's pixels) the sidebar shows icons only."""
WIDE_MARGINS, NARROW_MARGINS = (28, 22, 28, 22), (16, 14, 16, 14)


class Pages(QWidget):
    """Shows one page, and asks for the least room that page needs. Without a layout of its own,
    because a layout would ask for all the height that its words could fill."""

    def __init__(self) -> None:
        super().__init__()
        self._stack = QStackedWidget(self)

    def show_page(self, page: Page) -> bool:
        """Show ``page``, which is added when it is new. Returns whether it was another one."""
        another = self._stack.currentWidget() is not page
        if self._stack.indexOf(page) < 0:
            self._stack.addWidget(page)
        self._stack.setCurrentWidget(page)
        self.updateGeometry()
        return another

    def minimumSizeHint(self) -> QSize:
        page = self._stack.currentWidget()
        return page.minimumSizeHint() if page is not None else QSize()

    def sizeHint(self) -> QSize:
        return self.minimumSizeHint()

    def hasHeightForWidth(self) -> bool:
        return reads_on(self)

    def heightForWidth(self, width: int) -> int:
        """All of the page, where it scrolls with its head."""
        page = self._stack.currentWidget()
        if page is None:
            return 0
        wish = page.heightForWidth(width) if page.hasHeightForWidth() else page.sizeHint().height()
        return max(wish, page.minimumSizeHint().height())

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._stack.resize(event.size())


class PageArea(QVBoxLayout):
    """``header`` above ``view``, in which ``stack`` shows one page. Not a Column, which would put
    its own margins back when the text size changes."""

    def __init__(self) -> None:
        super().__init__()
        self.header = Header()
        self.stack = Pages()
        # Where a page needs more height than there is, it scrolls as a whole.
        self.view = ScrollColumn()
        self.view.box.addWidget(self.stack, 1)
        self.addWidget(self.header)
        self.addWidget(self.view, 1)

    def fit(self, width: int, height: int, *, foot: int) -> None:
        """Large words in a small window of this size: less room at the sides, shorter words in
        the header. ``foot`` pixels at least stay free below the page."""
        narrow = width < theme.px(NARROW)
        margins = NARROW_MARGINS if narrow else WIDE_MARGINS
        left, top, right, bottom = (theme.px(m) for m in margins)
        self.setContentsMargins(left, top, right, max(bottom, foot))
        self.setSpacing(theme.px(16))
        self.header.set_narrow(narrow)
        policy = Qt.ScrollBarPolicy
        self.view.setHorizontalScrollBarPolicy(
            policy.ScrollBarAsNeeded if width < theme.px(COMPACT) else policy.ScrollBarAlwaysOff
        )
        low = height < theme.px(LOW)
        inside = self.header.parentWidget() is self.view.inside
        if low != inside:
            (self if inside else self.view.box).removeWidget(self.header)
            (self.view.box if low else self).insertWidget(0, self.header)


class Cover(QWidget):
    """A sheet of paper: empty, or with a word about what comes."""

    def __init__(self, parent: QWidget, words: str = "") -> None:
        super().__init__(parent)
        self.words = words
        self.setAccessibleName(words)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, tokens = QPainter(self), theme.of(self)
        painter.fillRect(event.rect(), tokens.color("paper"))
        if self.words:
            painter.setFont(theme.font(17))
            painter.setPen(tokens.color("muted"))
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.words)
