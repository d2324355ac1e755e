"""The facilitator's face of a running meeting: agenda, speaker and time, who is here.

Every verb has one key, shown on its button. Space presses the button the keyboard is on, which
is Next unless somebody moved it there with Tab.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from peerdesk.features.tonight import words
from peerdesk.features.tonight.agenda_card import AgendaCard
from peerdesk.features.tonight.columns import Columns
from peerdesk.features.tonight.face import Face
from peerdesk.features.tonight.here_card import HereCard
from peerdesk.features.tonight.timer_card import TimerCard
from peerdesk.features.tonight.topics import TopicBox
from peerdesk.features.tonight.words_card import WordsCard
from peerdesk.ui import theme
from peerdesk.ui.widgets import Button, Column, FlowLayout, InlineMessage, PageHeader

if TYPE_CHECKING:
    from peerdesk.features.tonight.service import TonightService
    from peerdesk.features.tonight.state import State


LOW, WITH_TOPICS = 560, 900
"""Lower than this, in the target's pixels, there is less air around the time."""


class Facilitator(Face):
    """The face with names. :attr:`Face.ask` asks for the others and for the end."""

    def __init__(self, service: TonightService, parent: QWidget | None = None) -> None:
        super().__init__(service, parent)
        plan = service.plan
        self.header = PageHeader(plan.title)
        self.room_button = Button(self.tr("Room screen"), keys="F2")
        self.door_button = Button(self.tr("Door screen"), keys="F4")
        self.help_button = Button(self.tr("Someone needs help"), "crisis", icon="help", keys="F1")
        self.end_button = Button(self.tr("End meeting"))
        self.away_button = Button(self.tr("Not now"))
        for button in self._keys():
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.problem = InlineMessage()
        self.agenda = AgendaCard(plan)
        self.timer = TimerCard(plan)
        self.topics = TopicBox(self)
        self.timer.put_topics(self.topics)
        self.came_up = WordsCard(self)
        middle = QWidget()
        self._below = QWidget()
        self._below_flow = FlowLayout(self._below)
        self._narrow: bool | None = None
        middle_box = Column(middle, spacing=16)
        middle_box.add(self.timer, stretch=1).add(self.came_up, self._below)
        self.people = HereCard(self)
        self.columns = Columns(self.agenda, middle, self.people)
        box = Column(self, (26, 20, 26, 20), 13)
        box.addWidget(self.header)
        box.addWidget(self.problem)
        box.addWidget(self.columns, 1)
        self._stops: list[QWidget] = []
        self._connect()
        self.setFocusProxy(self.timer.next)
        self.refresh(service.state())

    def _connect(self) -> None:
        service, timer = self.service, self.timer
        self.room_button.clicked.connect(lambda: self.ask.emit("room"))
        self.door_button.clicked.connect(lambda: self.ask.emit("door"))
        self.help_button.clicked.connect(self.help)
        self.end_button.clicked.connect(self.end)
        self.away_button.clicked.connect(lambda: self.ask.emit("sign in"))
        timer.next.clicked.connect(self.go_on)
        timer.passing.clicked.connect(lambda: self.speaker(service.pass_))
        timer.later.clicked.connect(lambda: self.speaker(service.later))
        timer.more.clicked.connect(lambda: self.do(service.more))
        timer.back.clicked.connect(self.undo)
        timer.skip.clicked.connect(lambda: self.do(service.skip))
        timer.pause.clicked.connect(lambda: self.do(service.break_))
        self.agenda.picked.connect(self._go_to)
        self.people.left.connect(self._home)
        self.came_up.left.connect(self._home)

    # -- showing -----------------------------------------------------------------------------

    def refresh(self, state: State) -> None:
        running = self._only_figures(state)
        super().refresh(state)
        plan = self.service.plan
        self.header.subtitle.setText(self._subtitle(state))
        self.timer.show_state(state)
        self.came_up.show_state(state)  # it may have waited for whoever typed
        if running:
            return
        self.header.set_words(plan.title, self._subtitle(state))
        self._show_keys()
        self.header.add()
        self.agenda.show_state(state)
        self.topics.show_state(state)
        self.people.show_state(state)
        self.came_up.setVisible(state.started)
        self._fit()
        self._order()

    def _only_figures(self, state: State) -> bool:
        """Whether nothing but figures changed since the last time, as each second."""
        from dataclasses import replace

        if self.now is None or self.now.current is None or state.current is None:
            return False

        def still(one: State) -> State:
            items = tuple(replace(i, seconds=0) for i in one.items)
            current = replace(one.current, seconds=0) if one.current is not None else None
            return replace(
                one, items=items, current=current, remaining_ms=0, item_remaining_ms=0,
                finish_at=0, changes_at=None, each_seconds=0,
            )  # fmt: skip

        return still(self.now) == still(state)

    def _subtitle(self, state: State) -> str:
        plan = self.service.plan
        if state.started:
            return words.pace(plan, state)
        begins, ends = words.clock(plan, plan.starts_at), words.clock(plan, state.planned_finish_at)
        line = self.tr("{start} to {end}").format(start=begins, end=ends)
        return " · ".join(w for w in (plan.group_name, line, plan.place) if w)

    def wake_ms(self, state: State) -> int | None:
        """Digits run each second; in a break nothing does."""
        if state.paused or state.current is None:
            return None
        return words.digits_hold(state.remaining_ms)

    def spoken(self, state: State) -> str:
        if state.current is None or state.paused:
            return self.timer.title.text()
        return ", ".join(w for w in (self.timer.title.text(), self.timer.below.text()) if w)

    def say(self, words_said: str) -> None:
        if self.problem.text() != words_said:
            self.problem.say(words_said, "problem")

    def flush(self) -> None:
        self.came_up.saver.flush()

    def unsaved(self) -> str:
        return self.came_up.saver.unsaved()

    def end(self) -> None:
        """End the meeting; the window asks whether that is meant."""
        if self.now is not None and self.now.started and not self.now.ended:
            self.ask.emit("end")

    # -- keys --------------------------------------------------------------------------------

    def take_key(self, event: QKeyEvent) -> bool:
        if event.key() == Qt.Key.Key_F3:
            self.people.start_typing()
            self.columns.ensureWidgetVisible(self.people.field, 0, theme.px(160))
            return True
        return super().take_key(event)

    def _go_to(self, uid: str) -> None:
        if self.now is not None and self.now.started and not self.now.ended:
            self.do(self.service.go_to, uid)

    def _home(self) -> None:
        """The keyboard goes back to Next."""
        self.timer.next.setFocus(Qt.FocusReason.OtherFocusReason)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._stops = []
        self._order()
        self._home()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit()
        super().resizeEvent(event)

    def restyle(self) -> None:
        """The middle comes closer together where there is little height."""
        self._fit()

    def _fit(self) -> None:
        self._place_keys()
        close = 1 if not self.topics.isHidden() and self.height() < theme.px(WITH_TOPICS) else 0
        self.timer.compact(2 if self.height() < theme.px(LOW) else close)

    def _place_keys(self) -> None:
        """Where the keys of the header do not fit side by side, only "Someone needs help" stays;
        the others follow below the time."""
        every = self._keys()
        before, later = {self.door_button, self.away_button}, {self.end_button}
        wide = max(
            sum(b.sizeHint().width() + theme.px(12) for b in every if b not in others)
            for others in (before, later)
        )
        narrow = wide > self.width() - theme.px(52)
        if narrow == self._narrow:
            return
        self._narrow = narrow
        while self._below_flow.takeAt(0) is not None:
            pass
        self.header.set_end([self.help_button] if narrow else every)
        if narrow:
            self._below_flow.add(*(b for b in every if b is not self.help_button))
        self._below.setVisible(narrow)
        for button in every:
            button.show()
        self._show_keys()
        self._stops = []

    def _keys(self) -> list[Button]:
        return [
            self.room_button,
            self.door_button,
            self.help_button,
            self.end_button,
            self.away_button,
        ]

    def _show_keys(self) -> None:
        started = self.now is not None and self.now.started
        self.door_button.setVisible(not started)
        self.end_button.setVisible(started)
        # Who began too early finds the way back; a stand-in has nothing to sign in with.
        self.away_button.setVisible(not started and not self.service.plan.stand_in)

    def _order(self) -> None:
        """Tab goes as one reads; rows that are made anew come where they stand."""
        sides: dict[QWidget, list[QWidget]] = {
            self.agenda: list(self.agenda.rows),
            self.people: self.people.stops(),
        }
        middle: list[QWidget] = [
            *self.timer.stops()[:5],
            *self.topics.stops(),
            *self.timer.stops()[5:],
        ]
        middle += [self.came_up.area, *self.came_up.asking.buttons]
        others: list[QWidget] = [self.room_button, self.door_button]
        stops: list[QWidget] = [] if self._narrow else others
        stops = [*stops, self.help_button]
        if self._narrow:
            middle += [*others, self.end_button, self.away_button]
        else:
            stops += [self.end_button, self.away_button]
        for part in self.columns.parts():
            stops += sides.get(part, middle)
        if stops != self._stops:
            self._stops = stops
            for one, following in pairwise(stops):
                QWidget.setTabOrder(one, following)
