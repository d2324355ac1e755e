"""The middle of the facilitator's face: who speaks, how long, and the keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QWidget

from peerdesk.features.tonight import words
from peerdesk.features.tonight.face import put
from peerdesk.features.tonight.painted import Digits, FadeBar, Gap, Large
from peerdesk.ui import theme
from peerdesk.ui.widgets import Button, Card, FlowLayout, Label, Muted, Row

if TYPE_CHECKING:
    from peerdesk.features.tonight.state import State
    from peerdesk.store.evening import Plan


_AIR: tuple[tuple[tuple[int, ...], int, int], ...] = (
    ((8, 3, 9, 16, 8, 25), 31, 76),
    ((4, 1, 4, 10, 4, 14), 19, 60),
    ((0, 0, 0, 2, 0, 6), 9, 40),
)
"""Distances between the lines, the upper margin and the size of the digits.

Wrapped labels are a little higher than their lines, so the distances are less than the target's."""


class TimerCard(Card):
    """Shows one state; what its buttons do is the facilitator's."""

    def __init__(self, plan: Plan, parent: QWidget | None = None) -> None:
        super().__init__(margins=(20, 30, 20, 16), spacing=0, parent=parent)
        self._plan, self._compact = plan, 0
        centre = Qt.AlignmentFlag.AlignHCenter
        self.above = Label("", tone="muted", wrap=True)
        self.title = Large("", size=34, weight=theme.HEAVY, wrap=True)
        self.below = Muted("", wrap=True)
        self.digits = Digits()
        self.bar = FadeBar()
        self.hint = Muted("", wrap=True)
        for label in (self.above, self.title, self.below, self.hint):
            label.setAlignment(centre)
        self.passing = Button(self.tr("Pass"), keys="P")
        self.later = Button(self.tr("Later"), keys="L")
        self.next = Button(self.tr("Next"), "primary", keys=self.tr("Space"))
        self.more = Button(self.tr("+1 min"), keys="+", name=self.tr("One minute more"))
        self.back = Button(self.tr("Undo"), keys="Z")
        self.skip = Button(self.tr("Leave this part out"), "quiet", keys="S", small=True)
        self.pause = Button(self.tr("Short break"), "quiet", keys="B", small=True)
        for button in (self.passing, self.later, self.more, self.back, self.skip, self.pause):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._first, self._second = QWidget(), QWidget()
        main = FlowLayout(self._first, spacing=(10, 10))
        main.add(self.passing, self.later, self.next, self.more, self.back)
        FlowLayout(self._second, spacing=(10, 6)).add(self.skip, self.pause)
        self._gaps = [Gap(tall) for tall in _AIR[0][0]]
        parts = (self.above, self.title, self.below, self.digits, None, self.hint)
        for part, gap in zip(parts, self._gaps, strict=True):
            if part is None:
                self.box.addLayout(_centred(self.bar))
            else:
                self.box.addWidget(part)
            self.box.addWidget(gap)
        self.box.addLayout(_centred(self._first))
        self.extra = 13  # where the topic box is put, before the space that grows
        self.box.addStretch(1)
        self.box.addLayout(_centred(self._second))

    def compact(self, level: int) -> None:
        """0 as in the target; 1 and 2 closer together, so that the keys stay in sight where there
        is little height."""
        if level == self._compact:
            return
        self._compact = level
        gaps, top, size = _AIR[level]
        for gap, tall in zip(self._gaps, gaps, strict=True):
            gap.set_tall(tall)
        self.box.margins = (21, top, 21, 17)
        self.box.restyle()
        self.digits.set_size(size)

    def put_topics(self, box: QWidget) -> None:
        """Give the topic box its place below the keys."""
        self.box.insertWidget(self.extra, box)

    def show_state(self, state: State) -> None:
        """Show this moment."""
        if not state.started:
            self._before(state)
        elif state.ended:
            self._after(self.tr("The meeting has ended"), self.tr("Thank you for holding it."))
        elif state.paused:
            self._waiting(state)
        elif not state.items:
            self._after(self.tr("The meeting is on"), self.tr("There is no agenda tonight."))
        elif state.current is None:
            self._after(self.tr("That was the last part"), self.tr("Press Space to end."))
        else:
            self._running(state)
        running = state.started and not state.ended and not state.paused
        running = running and state.current is not None
        self.passing.setEnabled(running and state.speaker is not None)
        self.later.setEnabled(running and bool(state.then))
        self.more.setEnabled(running)
        self.back.setEnabled(bool(state.undo_kind))
        for button in (self.passing, self.later, self.more):
            button.setVisible(running)
        self.back.setVisible(state.started or bool(state.undo_kind))
        self.next.setVisible(not state.ended)
        for button in (self.skip, self.pause):
            button.setVisible(running)
        self.digits.setVisible(running)
        self.bar.setVisible(running)

    def _press(self, label: str) -> None:
        if self.next.text() != label:
            self.next.setText(label)
            self.next.updateGeometry()

    def _before(self, state: State) -> None:
        put(
            self.above,
            self.tr("Planned {start}").format(start=words.clock(self._plan, self._plan.starts_at)),
        )
        here = (
            words.are_here(state.head_count) if state.head_count else self.tr("Nobody is here yet")
        )
        put(self.title, here)
        coming = len(state.expected)
        put(self.below, self.tr("%n more may come", "", coming) if coming else "")
        put(
            self.hint,
            self.tr("Mark who is here, in the list or at the door. Begin when you are ready."),
        )
        self._press(self.tr("Start"))

    def _after(self, title: str, below: str) -> None:
        put(self.above, "")
        put(self.title, title)
        put(self.below, below)
        put(self.hint, "")
        self._press(self.tr("End meeting"))

    def _waiting(self, state: State) -> None:
        since = words.clock(self._plan, state.paused_at)
        put(self.above, self.tr("Since {time}").format(time=since))
        helping = state.paused == "help"
        put(self.title, self.tr("Someone needs help") if helping else self.tr("Short break"))
        put(self.below, self.tr("The time stands still. The room screen says “Short break”."))
        put(self.hint, "")
        self._press(self.tr("Go on"))

    def _running(self, state: State) -> None:
        item = state.current
        assert item is not None
        number = QLocale().toString
        if state.speaker is not None:
            above = self.tr("{part} · {number} of {all}").format(
                part=item.title, number=number(state.speaker_number), all=number(state.speakers)
            )
            by = words.way(state.speaker.way)
            title = state.speaker.name or self.tr("Next person")
            below = words.then(state.then)
            if not state.then:
                below = self.tr("the last in this round")
            below = " · ".join(w for w in (by, below) if w)
            hint = words.about_each(state.each_seconds, state.head_count)
        else:
            above = self.tr("Part {number} of {all}").format(
                number=number(state.number), all=number(len(state.items))
            )
            title = " · ".join(item.topics) or item.title
            following = next((i.title for i in state.items[state.number :] if not i.skipped), "")
            lead = self.tr("{name} leads").format(name=item.lead) if item.lead else ""
            then = self.tr("then {name}").format(name=following) if following else ""
            below = " · ".join(w for w in (lead, then) if w)
            hint = self.tr("{minutes} for this part").format(
                minutes=words.minutes(max(1, round(state.item_ms / 60_000)))
            )
        put(self.above, above)
        put(self.title, title)
        put(self.below, below)
        put(self.hint, hint)
        self._press(self.tr("Next"))
        self.show_time(state)

    def show_time(self, state: State) -> None:
        """Only the running figures."""
        shown = words.digits(state.remaining_ms)
        if self.digits.text() != shown:
            self.digits.setText(shown)
        self.digits.set_tone("ink" if state.remaining_ms > -1000 else "muted")
        self.bar.set_share(state.remaining_ms / state.share_ms if state.share_ms > 0 else 0)

    def stops(self) -> list[Button]:
        """Where Tab goes, in order."""
        return [
            self.passing, self.later, self.next, self.more, self.back, self.skip, self.pause,
        ]  # fmt: skip


def _centred(widget: QWidget) -> Row:
    made = Row(spacing=0)
    made.addStretch(1)
    made.addWidget(widget)
    made.addStretch(1)
    return made
