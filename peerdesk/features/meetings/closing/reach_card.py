"""To reach: who, in which way they agreed to, and who of us does it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from peerdesk.features.meetings.closing.service import ClosingService, Reach
from peerdesk.ui.context import Context
from peerdesk.ui.tab_order import Anchor, has_focus
from peerdesk.ui.text import render
from peerdesk.ui.widgets import (
    Button,
    Card,
    CheckBox,
    Column,
    ComboBox,
    Field,
    Heading,
    ListRow,
    Muted,
    Paragraph,
    Segmented,
)


class ReachRow(ListRow):
    """One person. With ``tick`` it can be ticked off; else it is chosen who does it."""

    def __init__(self, card: ReachCard, reach: Reach, words: str, first: bool, tick: bool) -> None:
        super().__init__(first=first, pad=9 if not first else 3, spacing=12)
        self.reach = reach
        said = QWidget()
        self.words = Paragraph(words, tone="muted" if reach.done else "ink")
        self.how = Muted(render(reach.how), wrap=True)
        self.how.setVisible(bool(self.how.text()))
        Column(said, spacing=0).add(self.words, self.how)
        self.tick = CheckBox(name=words)
        self.tick.setChecked(reach.done)
        self.tick.clicked.connect(lambda on: card.done(reach, on))
        self.who = Segmented(
            [words for _, words in card.helpers],
            name=self.tr("Who gets in touch? {who}").format(who=words),
            current=next((i for i, (k, _) in enumerate(card.helpers) if k == reach.who), -1),
        )
        self.who.chosen.connect(lambda number: card.chosen(reach, number))
        middle = Qt.AlignmentFlag.AlignVCenter
        self.box.addWidget(self.tick, 0, middle)
        self.box.addWidget(said, 1, middle)
        self.box.addWidget(self.who, 0, middle)
        self.tick.setVisible(tick)
        self.who.setVisible(len(card.helpers) > 1)


class ReachCard(Card):
    """``waiting``: what is left for later (on Today), without a meeting; it can be ticked off."""

    def __init__(self, service: ClosingService, context: Context, *, waiting: bool = False) -> None:
        super().__init__(spacing=6)
        self._service, self._context, self._waiting = service, context, waiting
        self._uid = b""
        self.helpers: list[tuple[str, str]] = []
        self._shown: list[object] = []
        self.rows: list[ReachRow] = []
        self._anchor = Anchor()
        self._list = QWidget()
        self._rows = Column(self._list, spacing=0)
        self.none = Muted(self.tr("Nobody tonight."), wrap=True)
        self.asked = ComboBox()
        self.field = Field(self.tr("Who asked to be reached?"), self.asked)
        # A button of its own: keys go through the names one by one, and each would count.
        self.add_button = Button(self.tr("Add"), icon="plus", small=True)
        self.add_button.clicked.connect(self._asked)
        self.asked.currentIndexChanged.connect(
            lambda number: self.add_button.setEnabled(number > 0)
        )
        self._asking = QWidget()
        asking = Column(self._asking, spacing=8).add(self.field)
        asking.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignLeading)
        self._asking.hide()
        self.more = Button(self.tr("Somebody asked to be reached"), "link")
        self.more.clicked.connect(self._ask)
        self.add(Heading(self.tr("To reach"), 2), self.none, self._anchor, self._list)
        self.add(self._asking)
        self.box.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeading)
        self.more.setVisible(not waiting)

    def show_meeting(self, uid: bytes) -> None:
        """Show whom to reach after a meeting, or what waits."""
        self._uid = uid
        every = self._service.waiting() if self._waiting else self._service.reach(uid)
        me = self._service.me.hex()
        names = self._context.names
        self.helpers = [
            (key, self.tr("me", "the one who gets in touch") if key == me else names.shown(name))
            for key, name in self._service.helpers()
        ]
        shown: list[object] = [(r, self.said(r)) for r in every]
        shown.append(self.helpers)
        if shown != self._shown:
            self._shown = shown
            self._fill(every)
        self.none.setVisible(not every)
        if not self._waiting:
            self._fill_asked(uid)

    def said(self, reach: Reach) -> str:
        """The words of one, its name through the names curtain."""
        name = self._context.names.shown(reach.name) if reach.name else ""
        return render(reach.words).replace("{name}", name)

    def _fill(self, every: tuple[Reach, ...]) -> None:
        at = next((i for i, r in enumerate(self.rows) if has_focus(r)), None)
        for old in self.rows:
            self._rows.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.rows = []
        order: list[QWidget] = []
        for one in every:
            first = not self.rows
            row = ReachRow(self, one, self.said(one), first=first, tick=self._waiting or one.done)
            self.rows.append(row)
            self._rows.addWidget(row)
            order += [row.tick, *row.who.buttons()]
        self._anchor.lead(order)
        self._list.setVisible(bool(every))
        if at is not None and at < len(self.rows) and self.rows[at].who.buttons():
            row = self.rows[at]
            row.who.buttons()[max(0, row.who.current())].setFocus()

    def _fill_asked(self, uid: bytes) -> None:
        people = [(p, self._context.names.shown(n)) for p, n in self._service.who_can(uid)]
        chosen = self.asked.currentData()
        self.asked.blockSignals(True)
        self.asked.clear()
        self.asked.addItem(self.tr("Choose a name…"))
        for person, name in people:
            self.asked.addItem(name, person)
        # What somebody types elsewhere meanwhile must not take back a choice.
        every = [p for p, _ in people]
        again = self._asking.isVisible() and chosen in every
        self.asked.setCurrentIndex(every.index(chosen) + 1 if again else 0)
        self.asked.blockSignals(False)
        self.add_button.setEnabled(self.asked.currentIndex() > 0)
        self.more.setVisible(bool(people) and self._asking.isHidden())

    def chosen(self, reach: Reach, number: int) -> None:
        """Who does it."""
        self._service.set_who(reach, self._uid, self.helpers[number][0])
        self.show_meeting(self._uid)

    def done(self, reach: Reach, done: bool) -> None:
        """Somebody was reached."""
        self._service.set_done(reach, self._uid, done)
        self.show_meeting(self._uid)

    def _ask(self) -> None:
        self._asking.show()
        self.more.hide()
        self.asked.setFocus()

    def _asked(self) -> None:
        person = self.asked.currentData()
        if person is not None:
            self._asking.hide()
            self._service.ask_for(self._uid, bytes(person))
            self.show_meeting(self._uid)
