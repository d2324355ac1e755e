"""Local help without signing in: nothing that is looked at is recorded."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import (
    QHideEvent,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QShortcut,
)
from PySide6.QtWidgets import QWidget

from peerdesk.features.directory.browser import Browser
from peerdesk.features.directory.problems_panel import Telling
from peerdesk.features.directory.service import DirectoryService
from peerdesk.ui import theme
from peerdesk.ui.context import Context
from peerdesk.ui.dates import counted
from peerdesk.ui.widgets import Button, Column, PageHeader, ScrollColumn, SearchField
from peerdesk.ui.widgets.scrolling import LOW


class PublicDirectory(QWidget):
    """``back`` and ``help_now`` are pressed; everything else happens here."""

    back = Signal()
    help_now = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.service = DirectoryService(context.shelf)
        self.header = PageHeader(self.tr("Local help"))
        self.back_button = Button(self.tr("Back"))
        self.back_button.clicked.connect(self.back)
        self.search = SearchField(
            self.tr("What do you need?"), name=self.tr("Search local help"), size=17, width=420
        )
        self.help_button = Button(self.tr("Help right now"), "crisis", icon="help")
        self.help_button.clicked.connect(self.help_now)
        self.header.add_start(self.back_button)
        self.header.add(self.search, self.help_button)
        self.browser = Browser(self.service, context, self.search)
        self.telling = Telling(self.browser, context)
        self.telling.help_now.connect(self.help_now)
        self._box = Column(self, (26, 20, 26, 20), 16)
        self._box.addWidget(self.header)
        # Large words in a small window: chips and panes scroll together, and the head with them.
        self.view = ScrollColumn()
        self.view.add(self.browser, stretch=1)
        self._box.addWidget(self.view, 1)
        within = Qt.ShortcutContext.WidgetWithChildrenShortcut
        find = QShortcut(QKeySequence("Ctrl+F"), self, self.search.setFocus)
        find.setContext(within)
        leave = QShortcut(QKeySequence("Alt+Left"), self, self.back.emit)
        leave.setContext(within)
        self._unsubscribe = context.shelf.subscribe(lambda _change: self.refresh())
        self._say_count()

    def restyle(self) -> None:
        self._place_head()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_head()

    def _place_head(self) -> None:
        low = self.window().height() < theme.px(LOW)
        inside = self.view.isAncestorOf(self.header)
        if low == inside:
            return
        typing = self.search.hasFocus()
        (self.view.box if inside else self._box).removeWidget(self.header)
        (self.view.box if low else self._box).insertWidget(0, self.header)
        if typing:  # what moves lets go of the keyboard
            self.header.show()
            self.start_typing()

    def start_typing(self) -> None:
        """Put the keyboard into the search. (As a focus proxy it would take Back out of Tab.)"""
        self.search.setFocus(Qt.FocusReason.OtherFocusReason)

    def _say_count(self) -> None:
        n = self.service.count()
        near = counted(self.tr("%Ln service(s) near here.", "", n), n)
        self.header.set_words(
            self.tr("Local help"),
            self.tr("{services} Nothing you look at is recorded.").format(services=near),
        )

    def refresh(self) -> None:
        """The shelf changed."""
        self._say_count()
        self.browser.refresh()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.back.emit()
            return
        super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.browser.reading.hush()
        if not event.spontaneous():
            self.browser.paper.empty()  # whoever comes next sees no list

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(event.rect(), theme.of(self).color("paper"))
