"""Chips, list and detail of Local help, the same signed in and without signing in."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from peerdesk.core.clock import Clock
from peerdesk.features.directory.finding import Filters
from peerdesk.features.directory.reading import ReadingPane
from peerdesk.features.directory.service import DirectoryService
from peerdesk.features.directory.showing import Row as ServiceRow
from peerdesk.features.directory.words import opening_words
from peerdesk.ui import theme
from peerdesk.ui.speech import Speaker
from peerdesk.ui.table import RowsModel
from peerdesk.ui.text import render
from peerdesk.ui.views import ListRows
from peerdesk.ui.widgets import (
    Button,
    Card,
    Column,
    EmptyState,
    FlowLayout,
    Muted,
    Panes,
    SearchField,
)

LANGUAGES_SHOWN = 1
MINUTE = 60_000


class Gap(QWidget):
    """The wider space between the two kinds of chips."""

    def __init__(self) -> None:
        super().__init__()
        self.restyle()

    def restyle(self) -> None:
        self.setFixedSize(theme.px(10), 1)


class Chips(QWidget):
    """Categories, then filters. ``changed`` when any was pressed."""

    changed = Signal()

    def __init__(self, service: DirectoryService) -> None:
        super().__init__()
        self._service = service
        self._flow = FlowLayout(self, spacing=(8, 8))
        self.categories: dict[str, Button] = {}
        for key, name in service.categories():
            self.categories[key] = self._chip(render(name))
        self._flow.add(Gap())
        self.open_now = self._chip(self.tr("Open now"))
        self.free = self._chip(self.tr("Free"))
        self.step_free = self._chip(self.tr("Step-free"))
        self.languages: dict[str, Button] = {}
        self.load_languages()

    def _chip(self, words: str) -> Button:
        chip = Button(words, chip=True)
        chip.toggled.connect(lambda _on: self.changed.emit())
        self._flow.add(chip)
        return chip

    def load_languages(self) -> None:
        """A chip for the language most spoken after the one nearly all services have."""
        names = [name for name, _ in self._service.languages()[1 : 1 + LANGUAGES_SHOWN]]
        for name in names:
            if name not in self.languages:
                self.languages[name] = self._chip(name)
        for name, chip in self.languages.items():
            chip.setVisible(name in names or chip.isChecked())

    def filters(self) -> Filters:
        """What is chosen."""
        return Filters(
            categories=frozenset(k for k, chip in self.categories.items() if chip.isChecked()),
            languages=frozenset(k for k, chip in self.languages.items() if chip.isChecked()),
            open_now=self.open_now.isChecked(),
            free=self.free.isChecked(),
            step_free=self.step_free.isChecked(),
        )

    def clear(self) -> None:
        """Nothing chosen."""
        chips = [*self.categories.values(), *self.languages.values()]
        for chip in (*chips, self.open_now, self.free, self.step_free):
            chip.blockSignals(True)
            chip.setChecked(False)
            chip.blockSignals(False)
        self.changed.emit()


class Browser(QWidget):
    """``search`` is the field somebody types in; it stands where the page wants it.

    ``picked(uid)`` when another service is shown; ``nothing_here`` when the button of the empty
    directory is pressed.
    """

    picked = Signal(object)
    nothing_here = Signal()

    def __init__(
        self,
        service: DirectoryService,
        clock: Clock,
        search: SearchField,
        *,
        editable: bool = False,
        speaker: Speaker | None = None,
    ) -> None:
        super().__init__()
        self.service, self.search, self._editable = service, search, editable
        self.chips = Chips(service)
        self.instead = Muted("", wrap=True)
        self.list = ListRows(self.tr("Services"))
        self.model: RowsModel[ServiceRow] = RowsModel(
            self._ids,
            self._rows,
            title=lambda row: row.name,
            detail=lambda row: row.summary,
            trailing=lambda row: opening_words(row.opening),
            parent=self,
        )
        self.list.set_model(self.model)
        self.empty = EmptyState("pin", "", "", " ")
        self.faces = QStackedWidget()
        self.faces.addWidget(self.list)
        self.faces.addWidget(self.empty)
        self.list_card = Card(margins=(16, 10, 16, 4), spacing=4)
        self.list_card.add(self.instead)
        self.list_card.box.addWidget(self.faces, 1)
        self.reading = ReadingPane(clock, speaker or Speaker(parent=self), editable=editable)
        self.right = QStackedWidget()
        self.right.addWidget(self.reading)
        self.panes = Panes(least=820)
        self.panes.add_pane(self.list_card, 4)
        self.panes.add_pane(self.right, 3)
        box = Column(self, spacing=16)
        box.addWidget(self.chips)
        box.addWidget(self.panes, 1)
        search.textChanged.connect(lambda _text: self.load())
        self.chips.changed.connect(self.load)
        self.list.picked.connect(self._picked)
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
        found = self.service.find(typed, self.chips.filters())
        said = self.tr("Showing “{words}”").format(words=found.instead)
        self.instead.setText(said if found.instead else "")
        self.instead.setVisible(bool(found.instead))
        return found.ids

    def _rows(self, ids: Sequence[int]) -> Sequence[ServiceRow]:
        return self.service.rows(ids)

    def load(self) -> None:
        """Look again; the first service found is shown."""
        self.model.reload()
        first = self.model.id_at(0)
        if first is not None:
            self.list.show_id(first)
            self._picked(first)
        else:
            self._show(None)
        self._faces()

    def refresh(self) -> None:
        """Something changed: keep the place."""
        shown = self.reading.detail
        self.chips.load_languages()
        self.model.refresh()
        if shown is None:
            self.load()
            return
        again = self.service.detail(shown.uid)
        if again is None:
            self.load()
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

    # -- the service -------------------------------------------------------------------------

    def _picked(self, number: int) -> None:
        uid = self.service.uid_of(number)
        if uid is not None:
            self._show(uid)

    def _show(self, uid: bytes | None) -> None:
        self.reading.show_service(None if uid is None else self.service.detail(uid))
        self.picked.emit(uid)

    def open_service(self, uid: bytes) -> None:
        """Show one service, wherever it stands in the list."""
        self._show(uid)
        number = self.service.id_of(uid)
        if number is not None and not self.list.show_id(number):
            self.list.clearSelection()
