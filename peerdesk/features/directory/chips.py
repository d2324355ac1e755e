"""The chips above the list: what most people ask for is in sight, the rest behind one of them."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from peerdesk.exchange.categories import FIRST
from peerdesk.features.directory.finding import Filters
from peerdesk.features.directory.more_filters import MoreFilters
from peerdesk.features.directory.service import DirectoryService
from peerdesk.ui import theme
from peerdesk.ui.text import render
from peerdesk.ui.widgets import Button, Column, FlowLayout

LANGUAGES_SHOWN = 1


class Gap(QWidget):
    """The wider space between the two kinds of chips."""

    def __init__(self) -> None:
        super().__init__()
        self.restyle()

    def restyle(self) -> None:
        self.setFixedSize(theme.px(10), 1)


class Chips(QWidget):
    """Categories, then filters, then the panel of the others. ``changed`` when any was pressed."""

    changed = Signal()

    def __init__(self, service: DirectoryService) -> None:
        super().__init__()
        self._service = service
        self._line = QWidget()
        self._flow = FlowLayout(self._line, spacing=(8, 8))
        self.categories: dict[str, Button] = {}
        everything = service.categories()
        for key, name in everything[:FIRST]:
            self.categories[key] = self._chip(render(name))
        self._flow.add(Gap())
        self.open_now = self._chip(self.tr("Open now"))
        self.free = self._chip(self.tr("Free"))
        self.step_free = self._chip(self.tr("Step-free"))
        self.more_button = Button(self.tr("More filters"), chip=True)
        self.languages: dict[str, Button] = {}
        self.load_languages()
        self.clear_button = Button(self.tr("Clear the filters"), "link")
        self.clear_button.clicked.connect(self._clear)
        self.clear_button.hide()
        self._flow.add(self.more_button, self.clear_button)
        self.more = MoreFilters(service, everything[FIRST:])
        self.more.hide()
        self.more.changed.connect(self._more_changed)
        self.more_button.clicked.connect(self.show_more)
        box = Column(self, spacing=10)
        box.add(self._line, self.more)

    def _chip(self, words: str) -> Button:
        chip = Button(words, chip=True)
        chip.toggled.connect(lambda _on: self._chip_changed())
        self._flow.add(chip)
        return chip

    def load_languages(self) -> None:
        """A chip for the language most spoken after the one nearly all services have."""
        names = [name for name, _ in self._service.languages()[1 : 1 + LANGUAGES_SHOWN]]
        for name in names:
            self._language(name)
        for name, chip in self.languages.items():
            chip.setVisible(name in names or chip.isChecked())

    def _language(self, name: str) -> Button:
        if name not in self.languages:
            self.languages[name] = self._chip(name)
            if hasattr(self, "more"):
                # The panel's own chip, and what clears all of them, stay the last.
                for last in (self.more_button, self.clear_button):
                    self._flow.removeWidget(last)
                    self._flow.add(last)
        return self.languages[name]

    def show_more(self) -> None:
        """Open the panel of the other filters, or close it; what is chosen there stays."""
        opened = self.more.isHidden()
        if opened:
            self.more.load()
        self.more.setVisible(opened)
        self._say_more()
        if opened:
            self.more.first.setFocus()

    def _more_changed(self) -> None:
        self._say_more()
        self.changed.emit()

    def _chip_changed(self) -> None:
        self._say_more()
        self.changed.emit()

    def _clear(self) -> None:
        """The button goes away by it: the keyboard stays at the chips."""
        self.more_button.setFocus()
        self.clear()

    def _chips(self) -> list[Button]:
        mine = [*self.categories.values(), *self.languages.values()]
        return [*mine, self.open_now, self.free, self.step_free]

    def _say_more(self) -> None:
        n = self.more.chosen()
        # One is taken back where it was pressed; from two on they go together.
        self.clear_button.setVisible(n + sum(c.isChecked() for c in self._chips()) > 1)
        count = self.tr("More filters (%Ln)", "", n)
        self.more_button.setText(count if n else self.tr("More filters"))
        self.more_button.setChecked(bool(n) or not self.more.isHidden())

    def filters(self) -> Filters:
        """What is chosen."""
        chosen = self.more.filters()
        mine = frozenset(k for k, chip in self.categories.items() if chip.isChecked())
        spoken = frozenset(k for k, chip in self.languages.items() if chip.isChecked())
        return replace(
            chosen,
            categories=mine | chosen.categories,
            languages=spoken | chosen.languages,
            open_now=self.open_now.isChecked(),
            free=self.free.isChecked(),
            step_free=self.step_free.isChecked(),
        )

    def choose(self, filters: Filters) -> None:
        """Choose these filters and nothing else."""
        chips = {
            **{chip: key in filters.categories for key, chip in self.categories.items()},
            **{chip: name in filters.languages for name, chip in self.languages.items()},
            self.open_now: filters.open_now,
            self.free: filters.free,
            self.step_free: filters.step_free,
        }
        for chip, on in chips.items():
            chip.blockSignals(True)
            chip.setChecked(on)
            chip.blockSignals(False)
        self.more.choose(replace(filters, languages=filters.languages - self.languages.keys()))
        self._say_more()
        self.changed.emit()

    def clear(self) -> None:
        """Nothing chosen."""
        self.choose(Filters())
