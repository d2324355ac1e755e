"""On Today: what the last closings left, and the next steps to ask about."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from peerdesk.features.meetings.closing.reach_card import ReachCard
from peerdesk.features.meetings.closing.service import LeftOver, Step
from peerdesk.features.meetings.closing.wiring import service_of
from peerdesk.ui import dates
from peerdesk.ui.context import Context
from peerdesk.ui.room import TodayCard
from peerdesk.ui.widgets import Avatar, Button, Card, Column, Heading, ListRow, Muted, Paragraph

MOST = 5
"""So many steps stand on Today; the others come when the evening is closed."""
TABLES = frozenset(
    {
        "meeting",
        "series",
        "attendance",
        "person",
        "consent",
        "next_step",
        "step_news",
        "follow_up",
        "incident",
        "group_setting",
    }
)


def cards() -> list[TodayCard]:
    """What Meetings puts on Today."""
    return [
        TodayCard("wide", 10, LeftCard, TABLES),
        TodayCard("narrow", -10, StepsToAsk, TABLES),
    ]


class LeftCard(QWidget):
    """An evening to close, a record to write, people to reach; hidden while nothing is left."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context, self._service = context, service_of(context)
        self._left: LeftOver | None = None
        self.open_card = Card(spacing=8)
        self._list = QWidget()
        self._rows = Column(self._list, spacing=0)
        self.open_card.add(Heading(self.tr("From last time"), 2), self._list)
        self.reach = ReachCard(self._service, context, waiting=True)
        Column(self, spacing=16).add(self.open_card, self.reach)
        self.refresh()

    def refresh(self) -> None:
        """Look again."""
        left = self._service.left_over()
        if left != self._left:
            self._left = left
            self._fill(left)
        self.reach.show_meeting(b"")
        self.open_card.setVisible(bool(left.records or left.open_evening))
        self.reach.setVisible(bool(left.reach))
        self.setVisible(bool(left))

    def _fill(self, left: LeftOver) -> None:
        while (item := self._rows.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        if left.open_evening is not None:
            day = dates.long_day(left.open_evening.start.date())
            words = self.tr("{day} is not closed yet").format(day=day)
            self._row(words, self.tr("Close the evening"), left.open_evening.uid)
        for uid, record in left.records:
            when = dates.long_day(self._context.clock.local(record.happened_at).date())
            words = self.tr("Someone needed help on {day}: the record is not written yet")
            self._row(words.format(day=when), self.tr("Write it"), uid)

    def _row(self, words: str, act: str, uid: bytes) -> None:
        button = Button(act, small=True)
        button.setAccessibleDescription(words)
        button.clicked.connect(lambda: self._context.open("group", "closing", uid))
        row = ListRow(first=self._rows.count() == 0, pad=6)
        row.box.addWidget(Paragraph(words), 1)
        row.add(button)
        self._rows.addWidget(row)


class StepsToAsk(Card):
    """The next steps people chose, to ask about if they like."""

    def __init__(self, context: Context) -> None:
        super().__init__(spacing=0)
        self._context, self._service = context, service_of(context)
        self._shown: list[tuple[Step, str]] = []
        self._list = QWidget()
        self._rows = Column(self._list, spacing=0)
        self.more = Muted("", wrap=True)
        self.when = Muted("", wrap=True)
        heading = Heading(self.tr("Next steps people chose"), 2)
        self.add(heading, self.when, self._list, self.more)
        self.refresh()

    def refresh(self) -> None:
        """Look again."""
        coming = self._service.meetings.next_meeting()
        steps = self._service.to_ask(coming.uid if coming else None)
        shown = [(s, self._context.names.shown(s.name)) for s in steps[:MOST]]
        if shown != self._shown:
            self._shown = shown
            self._fill(shown)
        now = self._context.clock.now().date()
        tonight = coming is not None and coming.start.date() == now
        self.when.setText(
            self.tr("Ask tonight, if they like")
            if tonight
            else self.tr("Ask next time, if they like")
        )
        left = len(steps) - len(shown)
        self.more.setText(self.tr("and %n more", "", left))
        self.more.setVisible(left > 0)
        self.setVisible(bool(shown))

    def _fill(self, shown: list[tuple[Step, str]]) -> None:
        while (item := self._rows.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        for step, name in shown:
            avatar, words = Avatar(name, 34), Paragraph(step.words)
            avatar.setAccessibleName(name)
            avatar.setToolTip(name)
            words.setAccessibleName(f"{name}: {step.words}")
            row = ListRow(avatar)
            row.box.addWidget(words, 1)
            self._rows.addWidget(row)
