"""Saved searches as buttons, and saving one, on the page of Local help."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from peerdesk.features.directory.saved import Saved, SavedSearches
from peerdesk.ui.widgets import Button, Column, FlowLayout, Label, LineEdit


class SavedBar(QWidget):
    """``chosen(Saved)`` when one is pressed. Shown while nothing is looked for."""

    chosen = Signal(object)

    def __init__(self, searches: SavedSearches) -> None:
        super().__init__()
        self._searches = searches
        self._flow = FlowLayout(self, spacing=(8, 8))
        self._shown: list[Saved] = []
        self.buttons: list[Button] = []

    def load(self) -> None:
        """Read them again; the buttons stay where nothing changed."""
        now = self._searches.everything()
        if now == self._shown:
            return
        self._shown = now
        self._flow.clear()
        self.buttons = []
        for one in now:
            button = Button(one.name, small=True, icon="search")
            button.clicked.connect(lambda _on=False, saved=one: self.chosen.emit(saved))
            self._flow.add(button)
            self.buttons.append(button)

    def offer(self, nothing_asked: bool) -> None:
        """Be there only before somebody asks for something."""
        self.setVisible(nothing_asked and bool(self.buttons))


class SaveSearch(QWidget):
    """A name and a button: ``save(name)``; where it is a saved one's, ``take_away(uid)`` too, and
    where another name stands over one that was pressed, ``rename(uid, name)``."""

    save = Signal(str)
    rename = Signal(object, str)
    take_away = Signal(object)

    def __init__(self, searches: SavedSearches) -> None:
        super().__init__()
        self._searches = searches
        self._uid: bytes | None = None
        self._pressed: Saved | None = None
        self.name = LineEdit()
        words = self.tr("Save this search for everyone as")
        self.label = Label(words, size=13, weight=500, wrap=True)
        self.label.setBuddy(self.name)
        self.name.setAccessibleName(self.label.text())
        self.button = Button(self.tr("Save this search"))
        self.other_name = Button("")
        self.away = Button(self.tr("Take it away"), "quiet")
        line = QWidget()
        FlowLayout(line, spacing=(10, 8)).add(self.name, self.button, self.other_name, self.away)
        Column(self, spacing=5).add(self.label, line)
        self.away.hide()
        self.name.textChanged.connect(lambda _text: self._look())
        self.name.returnPressed.connect(self._save)
        self.button.clicked.connect(self._save)
        self.other_name.clicked.connect(self._rename)
        self.away.clicked.connect(self._take_away)
        self._look()

    def pressed(self, saved: Saved) -> None:
        """What this one asks for is shown now."""
        self._pressed = saved
        self.name.setText(saved.name)
        self._look()

    def _look(self) -> None:
        name = " ".join(self.name.text().split())
        every = self._searches.everything()
        there = [one for one in every if one.name == name]
        self._uid = there[0].uid if there else None
        self.button.setEnabled(bool(name))
        self.away.setVisible(self._uid is not None)
        pressed = self._pressed
        known = pressed is not None and any(one.uid == pressed.uid for one in every)
        self.other_name.setVisible(known and bool(name) and not there)
        if pressed is not None:
            words = self.tr("Only change the name of “{name}”")
            self.other_name.setText(words.format(name=pressed.name))

    def _rename(self) -> None:
        if self._pressed is not None:
            self.rename.emit(self._pressed.uid, self.name.text())
            uid = self._pressed.uid
            self._pressed = next((s for s in self._searches.everything() if s.uid == uid), None)
            self._look()

    def _save(self) -> None:
        if self.name.text().strip():
            self.save.emit(self.name.text())
            self._look()

    def _take_away(self) -> None:
        self.take_away.emit(self._uid)
        self.name.clear()
