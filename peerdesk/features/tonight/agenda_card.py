"""The agenda beside the running meeting, and what one could say now."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QWidget

from peerdesk.features.tonight import words
from peerdesk.features.tonight.face import put
from peerdesk.features.tonight.rows import AgendaRow
from peerdesk.ui.widgets import Column, Heading, Label, Paragraph, ScrollCard, Separator

if TYPE_CHECKING:
    from peerdesk.features.tonight.state import ItemView, State
    from peerdesk.store.evening import Plan


class AgendaCard(ScrollCard):
    """The parts of the evening; ``picked(uid)`` when one was pressed."""

    picked = Signal(str)

    def __init__(self, plan: Plan, parent: QWidget | None = None) -> None:
        super().__init__(margins=(14, 12, 14, 12), spacing=0, parent=parent)
        head = QWidget()
        Column(head, (4, 4, 4, 8), 0).addWidget(Heading(self.tr("Agenda"), 2))
        self.column.setAccessibleName(self.tr("Agenda"))
        self._holder = QWidget()
        self._list = Column(self._holder, spacing=0)
        self.rows: list[AgendaRow] = []
        self._shown: tuple[tuple[object, ...], ...] = ()
        self.line = Separator()
        self._below = QWidget()
        below = Column(self._below, (6, 14, 6, 0), 4)
        self.title = Label(self.tr("You could say"), weight=600)
        self.say = Paragraph("", tone="muted")
        self.service_title = Label(self.tr("Help nearby"), weight=600)
        self.service = Paragraph("", tone="muted")
        self.agreed_title = Label(self.tr("Our agreement"), weight=600)
        self.agreed = Paragraph("\n".join(f"• {line}" for line in plan.agreement), tone="muted")
        below.add(self.title, self.say, self.service_title, self.service)
        below.add(self.agreed_title, self.agreed)
        self.box.addWidget(head)
        self.box.addWidget(self._holder)
        self.box.addSpacing(10)
        self.box.addWidget(self.line)
        self.box.addWidget(self._below)
        self.box.addStretch(1)

    def show_state(self, state: State) -> None:
        """Show where the evening is."""
        shown = tuple((i.uid, i.title, i.minutes, i.topics, _how(i)) for i in state.items)
        if shown != self._shown:
            self._shown = shown
            self._fill(state.items)
        first = next((i for i in state.items if not i.done and not i.skipped), None)
        item = state.current if state.started else first
        say = item.say if item is not None else ""
        service = item.service if item is not None else ""
        put(self.say, say and self.tr("“{words}”").format(words=say.strip('“”"')))
        self.title.setVisible(bool(say))
        put(self.service, service)
        self.service_title.setVisible(bool(service))
        agreed = item is not None and item.kind == "agreement" and bool(self.agreed.text())
        self.agreed_title.setVisible(agreed)
        self.agreed.setVisible(agreed)
        self.line.setVisible(bool(say or service or agreed))

    def _fill(self, items: tuple[ItemView, ...]) -> None:
        focused = next((n for n, row in enumerate(self.rows) if row.hasFocus()), -1)
        for row in self.rows:
            self._list.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = []
        for number, item in enumerate(items, start=1):
            how = _how(item)
            title = " · ".join((item.title, *item.topics))
            minutes = words.minutes(item.minutes)
            spoken = {
                "done": self.tr("{number}. {title}, {minutes}, done"),
                "now": self.tr("{number}. {title}, {minutes}, now"),
                "left out": self.tr("{number}. {title}, {minutes}, left out"),
            }.get(how, self.tr("{number}. {title}, {minutes}"))
            figure = QLocale().toString(number)
            name = spoken.format(number=figure, title=title, minutes=minutes)
            row = AgendaRow(figure, title, minutes, how, name)
            row.clicked.connect(self._picking(item.uid))
            self._list.addWidget(row)
            self.rows.append(row)
        for one, following in pairwise(self.rows):
            QWidget.setTabOrder(one, following)
        if 0 <= focused < len(self.rows):
            self.rows[focused].setFocus()

    def _picking(self, uid: str) -> Callable[[], None]:
        return lambda: self.picked.emit(uid)


def _how(item: ItemView) -> str:
    if item.current:
        return "now"
    return "left out" if item.skipped else "done" if item.done else ""
