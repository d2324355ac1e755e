"""Chips, list and detail of Local help, the same signed in and without signing in."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QSignalBlocker, QTimer, Signal
from PySide6.QtWidgets import QWidget

from peerdesk.features.directory.chips import Chips
from peerdesk.features.directory.finding import Filters
from peerdesk.features.directory.import_words import besides
from peerdesk.features.directory.paper.list_bar import ListBar
from peerdesk.features.directory.reading import ReadingPane
from peerdesk.features.directory.saved import Saved, SavedSearches
from peerdesk.features.directory.saved_bar import SavedBar, SaveSearch
from peerdesk.features.directory.service import DirectoryService
from peerdesk.features.directory.showing import CATEGORY_NAMES
from peerdesk.features.directory.showing import Row as ServiceRow
from peerdesk.features.directory.trailing import trailing_words
from peerdesk.ui.context import Context
from peerdesk.ui.speech import Speaker
from peerdesk.ui.table import RowsModel
from peerdesk.ui.text import render
from peerdesk.ui.views import ListRows
from peerdesk.ui.widgets import (
    Card,
    Column,
    EmptyState,
    Muted,
    Panes,
    SearchField,
    Stack,
)

MINUTE = 60_000


class Browser(QWidget):
    """``search`` is the field somebody types in; it stands where the page wants it.

    ``picked(uid)`` when somebody looks for or chooses a service; ``nothing_here`` when the button
    of the empty directory is pressed.
    """

    picked = Signal(object)
    nothing_here = Signal()

    def __init__(
        self,
        service: DirectoryService,
        context: Context,
        search: SearchField,
        *,
        editable: bool = False,
        speaker: Speaker | None = None,
    ) -> None:
        super().__init__()
        self.service, self.search, self._editable = service, search, editable
        self._found: Sequence[int] = ()
        self.chips = Chips(service)
        self.saved = SavedSearches(service.shelf)
        self.saved_bar = SavedBar(self.saved)
        self.saved_bar.chosen.connect(self.look_for)
        self.save_search: SaveSearch | None = None
        if editable:
            self.save_search = SaveSearch(self.saved)
            self.save_search.save.connect(self._save_search)
            self.save_search.rename.connect(self._rename_search)
            self.save_search.take_away.connect(self._forget_search)
            self.chips.more.add(self.save_search)
        self.instead = Muted("", wrap=True)
        self.of_a_kind = False
        """Whether services of a kind are shown because none has the words that were typed."""
        self.list = ListRows(self.tr("Services"))
        self.model: RowsModel[ServiceRow] = RowsModel(
            self._ids,
            self._rows,
            title=lambda row: row.name,
            detail=lambda row: row.summary,
            trailing=trailing_words,
            parent=self,
        )
        self.list.set_model(self.model)
        self.empty = EmptyState("pin", "", "", " ")
        self.faces = Stack()
        self.faces.addWidget(self.list)
        self.faces.addWidget(self.empty)
        self.list_card = Card(margins=(16, 10, 16, 4), spacing=4)
        self.list_card.add(self.instead)
        self.list_card.box.addWidget(self.faces, 1)
        self.reading = ReadingPane(
            context.clock, speaker or Speaker(parent=self), editable=editable
        )
        self.reading.besides = partial(besides, service.shelf, context.clock)
        self.paper = ListBar(service, context, self.reading, lambda: self._found)
        self.list_card.add(self.paper)
        self.right = Stack()
        self.right.addWidget(self.reading)
        self.panes = Panes(least=820)
        self.panes.add_pane(self.list_card, 4)
        self.panes.add_pane(self.right, 3)
        box = Column(self, spacing=16)
        box.addWidget(self.chips)
        box.addWidget(self.saved_bar)
        box.addWidget(self.panes, 1)
        search.textChanged.connect(lambda _text: self.load())
        self.chips.changed.connect(self.load)
        self.list.picked.connect(self._picked)
        # Where list and service stand one under the other, a press leads down to it.
        self.list.clicked.connect(self._go_down)
        self.list.activated.connect(self._go_down)
        self.empty.acted.connect(self._help_out)
        # what is open changes by itself
        self._tick = QTimer(self)
        self._tick.setInterval(MINUTE)
        self._tick.timeout.connect(self.refresh)
        self._tick.start()
        self.load()

    # -- the list ----------------------------------------------------------------------------

    def _ids(self) -> Sequence[int]:
        typed = self.search.text()
        filters = self.chips.filters()
        self.saved_bar.offer(not typed.strip() and filters == Filters())
        found = self.service.find(typed, filters)
        self.of_a_kind = bool(found.category)
        words = render(CATEGORY_NAMES[found.category]) if found.category else found.instead
        said = self.tr("Showing “{words}”").format(words=words)
        self.instead.setText(said if words else "")
        self.instead.setVisible(bool(words))
        self._found = found.ids
        return found.ids

    def _rows(self, ids: Sequence[int]) -> Sequence[ServiceRow]:
        return self.service.rows(ids, self.chips.filters().near)

    def load(self) -> None:
        """Look again; the first service found is shown."""
        self._load()
        shown = self.reading.detail
        self.picked.emit(None if shown is None else shown.uid)

    def _load(self) -> None:
        self.saved_bar.load()
        self.model.reload()
        first = self.model.id_at(0)
        if first is not None:
            self.list.show_id(first)
        uid = None if first is None else self.service.uid_of(first)
        self.reading.show_service(None if uid is None else self.service.detail(uid))
        self._faces()

    def refresh(self) -> None:
        """Something changed: keep the place. Nobody picked anything, so nothing is told."""
        shown = self.reading.detail
        self.chips.load_languages()
        self.saved_bar.load()
        self.model.refresh()
        again = None if shown is None else self.service.detail(shown.uid)
        if again is None:
            self._load()
            return
        self.list.show_id(again.id)
        self.reading.show_service(again)
        self._faces()

    def _faces(self) -> None:
        some = self.model.rowCount() > 0
        self.faces.setCurrentWidget(self.list if some else self.empty)
        self.panes.setVisible(True)
        if some:
            return
        if self.service.count():
            self.empty.say(
                self.tr("Nothing found"),
                self.tr("Try fewer words, or another one for the same thing."),
                self.tr("Show everything"),
            )
        elif self._editable:
            self.empty.say(
                self.tr("No services yet"),
                self.tr("Bring in the directory of your area, or add a service yourself."),
                self.tr("Import a directory"),
            )
        else:
            self.empty.say(
                self.tr("No services here yet"),
                self.tr("A facilitator can bring in the directory of your area."),
            )

    def _help_out(self) -> None:
        if self.service.count():
            self.search.blockSignals(True)
            self.search.clear()
            self.search.blockSignals(False)
            self.chips.clear()
            self.search.setFocus()
        else:
            self.nothing_here.emit()

    # -- saved searches ----------------------------------------------------------------------

    def look_for(self, saved: Saved) -> None:
        """Look for what was saved."""
        with QSignalBlocker(self.search):
            self.search.setText(saved.words)
        if self.save_search is not None:
            self.save_search.pressed(saved)
        self.chips.choose(saved.filters)

    def _save_search(self, name: str) -> None:
        self.saved.save(name, self.search.text(), self.chips.filters())

    def _rename_search(self, uid: object, name: str) -> None:
        if isinstance(uid, bytes):
            self.saved.rename(uid, name)

    def _forget_search(self, uid: object) -> None:
        if isinstance(uid, bytes):
            self.saved.remove(uid)

    # -- the service -------------------------------------------------------------------------

    def _picked(self, number: int) -> None:
        uid = self.service.uid_of(number)
        if uid is not None:
            self._show(uid)

    def _go_down(self) -> None:
        self.panes.go_to(self.right)

    def _show(self, uid: bytes | None) -> None:
        self.reading.show_service(None if uid is None else self.service.detail(uid))
        self.picked.emit(uid)

    def open_service(self, uid: bytes) -> None:
        """Show one service, wherever it stands in the list."""
        self._show(uid)
        number = self.service.id_of(uid)
        if number is not None and not self.list.show_id(number):
            self.list.clearSelection()
