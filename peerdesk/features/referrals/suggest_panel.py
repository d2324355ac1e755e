"""Suggest this to…: a listing of Local help, to somebody of the group or to nobody by name."""

from __future__ import annotations

from functools import partial
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from peerdesk.core.errors import KnownError
from peerdesk.features.referrals.room import ROOT, SAY
from peerdesk.features.referrals.service import ReferralsService
from peerdesk.ui.context import Context
from peerdesk.ui.room import FoundItem
from peerdesk.ui.text import render
from peerdesk.ui.widgets import (
    Button,
    Card,
    Column,
    FlowLayout,
    Heading,
    InlineMessage,
    Label,
    Muted,
    Paragraph,
    SearchField,
)

MOST = 8


class SuggestPanel(Card):
    """Stands where the listing stands. ``closed`` when it is no longer needed."""

    closed = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__(margins=(26, 22, 26, 22), spacing=13)
        self._context = context
        self.service = ReferralsService(context.cabinet)
        self._find = context.extra["find_people"]
        self._listing: bytes | None = None
        self._name = ""
        self.heading = Heading("", 3, wrap=True)
        self.about = Paragraph(
            self.tr(
                "This is kept in our group only. Later you can ask: How did it go there? Do ask "
                "first whether it may be written down."
            ),
            tone="muted",
        )
        self.nobody = Button(self.tr("To nobody by name"), "primary")
        self.nobody.clicked.connect(partial(self._suggest, None))
        self.label = Label(self.tr("To whom?"), size=13, weight=500)
        self.search = SearchField(self.tr("A name of our group"))
        self.search.setInputMethodHints(
            Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhNoPredictiveText
        )
        self.label.setBuddy(self.search)
        self.search.textChanged.connect(self._look)
        self.search.returnPressed.connect(self._take_first)
        self.none = Muted(self.tr("Nobody here has that name."), wrap=True)
        self.results = QWidget()
        self._box = Column(self.results, spacing=6)
        self.people: list[tuple[FoundItem, Button]] = []
        self.message = InlineMessage(parent=self)
        self.nameless = Muted(
            self.tr("This group writes no names down, so it is counted without one."), wrap=True
        )
        self.say_button = Button(self.tr("Write a page for them"), icon="pen")
        self.say_button.setToolTip(self.tr("What I want to say"))
        self.later_button = Button(self.tr("How did it go there?"), icon="list")
        self.close_button = Button(self.tr("Not now"))
        self.say_button.clicked.connect(partial(self._go, SAY))
        self.later_button.clicked.connect(partial(self._go, ROOT))
        self.close_button.clicked.connect(self.closed)
        alone, bar = QWidget(), QWidget()
        FlowLayout(alone).add(self.nobody)
        FlowLayout(bar, spacing=(8, 8)).add(self.say_button, self.later_button, self.close_button)
        self.add(self.heading, self.about, self.message, self.label, self.search, self.none)
        self.add(self.results, self.nameless)
        self.add(alone, bar)
        self.box.addStretch(1)
        context.names.changed.connect(self._names_changed)

    def start(self, listing: bytes, name: str) -> None:
        """Ask to whom the listing ``listing`` is suggested."""
        self._listing, self._name = listing, name
        self.heading.setText(self.tr("Suggest {service} to…").format(service=name))
        self.message.clear()
        named = not self.service.no_names
        for part in (self.label, self.search, self.results):
            part.setVisible(named)
        self.nameless.setVisible(not named)
        self.search.clear()
        self._look()
        (self.search if named else self.nobody).setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
            return
        super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._order()

    # -- inside --------------------------------------------------------------------------------

    def _names_changed(self) -> None:
        if self._listing is not None:
            self._look()

    def _look(self) -> None:
        typed = self.search.text().strip()
        found = self._find(typed)[:MOST] if not self.service.no_names else []
        while (item := self._box.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        self.people = []
        for one in found:
            button = Button(
                self._context.names.shown(one.title), icon="person", align="start", small=True
            )
            button.clicked.connect(partial(self._suggest, one.uid))
            self.people.append((one, button))
            self._box.addWidget(button)
        self.none.setVisible(bool(typed) and not found)
        self._order()

    def _order(self) -> None:
        clears = self.search.findChildren(QAbstractButton)
        stops = [self.search, *clears, *(button for _one, button in self.people), self.nobody]
        stops += [self.say_button, self.later_button, self.close_button]
        for one, following in pairwise(stops):
            QWidget.setTabOrder(one, following)

    def _take_first(self) -> None:
        """Enter takes the only one that was found; with more than one it goes to the first."""
        if not self.search.text().strip() or not self.people:
            return
        if len(self.people) == 1:
            self._suggest(self.people[0][0].uid)
        else:
            self.people[0][1].setFocus(Qt.FocusReason.TabFocusReason)

    def _suggest(self, person: bytes | None, _pressed: bool = False) -> None:
        try:
            self.service.suggest(self._listing, self._name, person)
        except KnownError as problem:
            self.message.say(render(problem.text), "problem")
            return
        self.closed.emit()

    def _go(self, key: str, _pressed: bool = False) -> None:
        go = self._context.extra.get("go")
        if go is not None:
            go(key)
