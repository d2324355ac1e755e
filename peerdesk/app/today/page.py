"""Today: what comes next, what to do before, who is expected, what is good to remember."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from peerdesk.app.today.before import BeforeCard
from peerdesk.app.today.next import NextCard
from peerdesk.app.today.people import ExpectedCard, RememberCard
from peerdesk.core.errors import KnownError
from peerdesk.features.meetings.service import MeetingsService
from peerdesk.ui import dates, theme
from peerdesk.ui.context import Context
from peerdesk.ui.page import Page
from peerdesk.ui.room import TodayCard
from peerdesk.ui.widgets import Card, Column, EmptyState, Panes

if TYPE_CHECKING:
    from peerdesk.app.tonight.evening import Evening

SHARES = (3, 2)
NARROW = 700
MINUTE = 60_000
TABLES = frozenset(
    {
        "meeting",
        "series",
        "agenda_item",
        "attendance",
        "person",
        "consent",
        "preparation",
        "holiday",
        "duty",
        "away",
        "follow_up",
        "group_setting",
        "support_group",
    }
)
EVERY = 30_000
"""How often "in 2 h 10 min" is written anew, in milliseconds."""


class TodayPage(Page):
    """``context.extra["me"]`` is the name of who sits here, ``cards`` what other rooms add.

    Cards of an order below 0 stand above the page's own. While one that says ``leads`` is shown,
    the page's one primary button is in it."""

    def __init__(
        self, context: Context, cards: Sequence[TodayCard] = (), parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._context = context
        self.tables = TABLES.union(*(card.tables for card in cards))
        self.service = MeetingsService(context.cabinet, context.shelf)
        self.next = NextCard(self.service, context)
        self.before = BeforeCard(self.service, context)
        self.expected = ExpectedCard(self.service, context)
        self.remember = RememberCard(self.service, context)
        self.empty = EmptyState(
            "calendar",
            self.tr("When does the group meet?"),
            self.tr("Say the weekday, time and place once. Today then shows what comes next."),
            self.tr("Plan the meetings"),
        )
        self.empty.acted.connect(lambda: context.open("group", "series", b""))
        self.empty_card = Card().add(self.empty, stretch=1)
        self.panes = Panes(least=NARROW, tall=0)
        self._extra: list[tuple[TodayCard, QWidget]] = []
        first, rest = [c for c in cards if c.order < 0], [c for c in cards if c.order >= 0]
        top, below = self._made(first, "wide"), self._made(rest, "wide")
        self._column([*top, self.next, self.empty_card, *below, self.before], SHARES[0])
        top, below = self._made(first, "narrow"), self._made(rest, "narrow")
        self._column([*top, self.expected, *below, self.remember], SHARES[1])
        self.before.add_rows(self._made(cards, "before"))
        Column(self).addWidget(self.panes)
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY)
        self._timer.timeout.connect(self._minute_passed)
        self._shown = ""
        self._minute = 0
        context.names.changed.connect(self._look_again)
        if (evening := context.extra.get("evening")) is not None:
            cast("Evening", evening).changed.connect(self._look_again)
        self._settle()
        self.refresh(frozenset())

    def _settle(self) -> None:
        """Finish what an interrupted publishing left, at every sign-in and after an undo."""
        try:
            self.service.settle_public()
        except KnownError as error:
            self._context.notice(error.text)

    def _look_again(self) -> None:
        self.refresh(frozenset())

    def _made(self, cards: Sequence[TodayCard], column: str) -> list[QWidget]:
        here = sorted((c for c in cards if c.column == column), key=lambda c: c.order)
        made = [(card, cast(QWidget, card.widget(self._context))) for card in here]
        self._extra += made
        return [widget for _, widget in made]

    def _column(self, widgets: list[QWidget], share: int) -> None:
        """Cards one under the other; the last one takes the rest of the height."""
        made = QWidget()
        box = Column(made, spacing=16)
        for widget in widgets:
            box.addWidget(widget, 1 if widget is widgets[-1] else 0)
        self.panes.add_pane(made, share)

    # -- Page --------------------------------------------------------------------------------

    def title(self) -> str:
        hello, me = dates.greeting(self._context.clock.now()), self._me()
        return self.tr("{greeting}, {name}").format(greeting=hello, name=me) if me else hello

    def subtitle(self) -> str:
        return dates.long_day(self._context.clock.now().date())

    def refresh(self, tables: frozenset[str]) -> None:
        for card, widget in self._extra:
            if not tables or tables & card.tables:
                look: Callable[[], object] = getattr(widget, "refresh", lambda: None)
                look()
        self.before.look_empty()
        if tables and not tables & TABLES:
            return
        self._minute = self._context.clock.now_ms() // MINUTE
        if tables & {"series", "support_group", "meeting", "holiday"}:
            self._settle()
        coming = self.service.next_meeting()
        self.next.setVisible(coming is not None)
        self.empty_card.setVisible(coming is None)
        leads = not any(getattr(w, "leads", False) and not w.isHidden() for _, w in self._extra)
        self.empty.button.set_kind("primary" if leads else "plain")
        if coming is not None:
            self.next.show_meeting(coming, self._me(), leads=leads)
        self.before.show_meeting(coming)
        self.expected.show_meeting(coming)
        # Next steps take their place: who comes for the first time stands among what to do before.
        steps = any(
            c.order < 0 and not w.isHidden() for c, w in self._extra if c.column == "narrow"
        )
        self.expected.setVisible(not steps and not self.service.no_names)
        self.remember.reload()

    def flush(self) -> None:
        self.before.flush()

    def unsaved(self) -> str:
        return self.before.unsaved()

    # -- time --------------------------------------------------------------------------------

    def _me(self) -> str:
        return str(self._context.extra.get("me", ""))

    def _minute_passed(self) -> None:
        head = self.title() + self.subtitle()
        if head != self._shown:
            self._shown = head
            self.header_changed.emit()
        self.refresh(frozenset())

    def showEvent(self, event: QShowEvent) -> None:
        if self._minute != self._context.clock.now_ms() // MINUTE:
            self.refresh(frozenset())  # time passed while another page was shown
        self._shown = self.title() + self.subtitle()
        self._timer.start()
        super().showEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        self._timer.stop()
        super().hideEvent(event)

    def restyle(self) -> None:
        self.panes.setMinimumWidth(theme.px(200))
