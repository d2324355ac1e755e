"""My list under the services: how many, print them, empty it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from peerdesk.features.directory.paper.basket import Basket
from peerdesk.features.directory.reading import ReadingPane
from peerdesk.features.directory.service import DirectoryService
from peerdesk.ui.context import Context
from peerdesk.ui.dates import counted
from peerdesk.ui.widgets import Button, FlowLayout, Label


class ListBar(QWidget):
    """Hidden while nothing is on the list. It also serves the buttons of ``reading``; ``found``
    gives the ids that the search found."""

    def __init__(
        self,
        service: DirectoryService,
        context: Context,
        reading: ReadingPane,
        found: Callable[[], Sequence[int]],
    ) -> None:
        super().__init__()
        self._service, self._context = service, context
        self._reading, self._found = reading, found
        self.basket = Basket(self._changed)
        self.words = Label("", weight=600)
        self.print_button = Button(self.tr("Print my list"), icon="print")
        self.empty_button = Button(self.tr("Empty my list"))
        self.print_button.clicked.connect(lambda: self.print_services(listed=True))
        self.empty_button.clicked.connect(self.empty)
        FlowLayout(self, spacing=(10, 6)).add(self.words, self.print_button, self.empty_button)
        reading.papers.connect(lambda: self.print_services())
        reading.listing.connect(self._turn)
        reading.shown.connect(self._changed)
        self._changed()

    def print_services(self, *, listed: bool = False) -> QWidget:
        """Choose how the service shown, or the list, goes on paper."""
        from peerdesk.features.directory.paper.dialog import Offer, print_services

        detail = self._reading.detail
        shown = None if detail is None else detail.uid
        offer = Offer(shown, self.basket, self._found, listed)
        return print_services(self._service, self._context, offer, self)

    def empty(self) -> None:
        """Nothing on the list; nobody sees what was there."""
        focused = self.isAncestorOf(self.focusWidget() or self)
        self.basket.clear()
        if focused and self._reading.list_button.isVisible():
            self._reading.list_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _turn(self) -> None:
        if self._reading.detail is not None:
            self.basket.turn(self._reading.detail.uid)

    def _changed(self) -> None:
        count = len(self.basket)
        self.words.setText(counted(self.tr("%Ln service(s) on my list", "", count), count))
        self.setVisible(count > 0)
        detail = self._reading.detail
        if detail is not None:
            on = detail.uid in self.basket
            self._reading.say_listed(on, on or not self.basket.full())
