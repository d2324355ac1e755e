"""A local service that belongs to a part of the agenda."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from peerdesk.ui.context import Context
from peerdesk.ui.room import FoundItem
from peerdesk.ui.tab_order import tab_after
from peerdesk.ui.widgets import Button, Column, Field, FlowLayout, LineEdit, Muted

MOST = 5


class ServicePick(QWidget):
    """Finds a service by typing (``Context.extra["find_services"]``: typed -> FoundItems) and
    emits ``picked(uid)``; ``b""`` takes it away. Nothing is shown where nothing can be found."""

    picked = Signal(bytes)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._find: Callable[[str], list[FoundItem]] | None = context.extra.get("find_services")
        self.chosen = Muted("", wrap=True)
        self.choose = Button("", icon="link", small=True)
        self.choose.clicked.connect(self._turn)
        self.away = Button(self.tr("Take the service away"), "link")
        self.away.clicked.connect(lambda: self.picked.emit(b""))
        self.typed = LineEdit()
        self.typed.textChanged.connect(self._search)
        self._field = Field(self.tr("Name of the service"), self.typed)
        self.found: list[Button] = []
        results = QWidget()
        self._results = Column(results, spacing=4)
        self.nothing = Muted(self.tr("Nothing found in Local help."), wrap=True)
        buttons = QWidget()
        FlowLayout(buttons, spacing=(12, 4)).add(self.choose, self.away)
        Column(self, spacing=6).add(self.chosen, buttons, self._field, results, self.nothing)
        self._field.hide()
        self.nothing.hide()
        self.load("", False)

    def load(self, name: str, linked: bool) -> None:
        """Show the name of the service that is linked; "" with ``linked``: it is gone."""
        words = name or self.tr("The service is not in Local help any more.")
        self.chosen.setText(self.tr("From Local help: {name}").format(name=words))
        self.chosen.setVisible(linked)
        self.choose.setText(
            self.tr("Choose another service") if linked else self.tr("Add a service")
        )
        self.choose.setVisible(self._find is not None)
        self.away.setVisible(linked)

    def _turn(self) -> None:
        opened = self._field.isHidden()
        self.end()
        self._field.setVisible(opened)
        if opened:
            self.typed.setFocus()

    def _search(self, typed: str) -> None:
        for old in self.found:
            old.hide()
            old.deleteLater()
        self.found.clear()
        words = typed.strip()
        items = self._find(words)[:MOST] if words and self._find is not None else []
        for item in items:
            made = Button(item.title, small=True, align="start")
            made.setAccessibleDescription(item.detail)
            made.clicked.connect(lambda _=False, uid=item.uid: self._pick(uid))
            self._results.addWidget(made)
            self.found.append(made)
        tab_after(self.typed, self.found)
        self.nothing.setVisible(bool(words) and not items)

    def end(self) -> None:
        """Put the search away."""
        self._field.hide()
        self.typed.clear()

    def _pick(self, uid: bytes) -> None:
        self.end()
        self.choose.setFocus()
        self.picked.emit(uid)
