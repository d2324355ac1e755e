"""The room screen: what is going on, a bar, and a line of the agreement. No names, no digits,
unless the group wants them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from peerdesk.features.tonight import words
from peerdesk.features.tonight.face import Face, put
from peerdesk.features.tonight.painted import Digits, FadeBar, Gap, Large
from peerdesk.ui.widgets import Column, InlineMessage, Row, ScrollColumn

if TYPE_CHECKING:
    from peerdesk.features.tonight.service import TonightService
    from peerdesk.features.tonight.state import State


_AIR = ((60, 110), (24, 110), (10, 80), (2, 52))
"""Above and below the bar, and the size of the digits, in the target's pixels: nobody scrolls the
screen in the circle, so with large words they come closer together."""


class RoomFace(Face):
    """The face that stands in the circle. The keys of the facilitator work here too."""

    KEYS_F2 = "facilitator"

    def __init__(self, service: TonightService, parent: QWidget | None = None) -> None:
        super().__init__(service, parent)
        # Not by Tab: there is nothing to choose here, but the keys are heard.
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        rules = service.plan.rules
        centre = Qt.AlignmentFlag.AlignHCenter
        self.title = Large("", size=40, weight=600, wrap=True)
        self.who = Large("", size=34, tone="muted", wrap=True)
        self.digits = Digits(110)
        self.bar = FadeBar(thick=30, wide=860)
        self.problem = InlineMessage()
        self.area = ScrollColumn(spacing=0)
        box = self.area.box
        box.addStretch(1)
        for label in (self.title, self.who):
            label.setAlignment(centre)
            box.addWidget(label)
        box.addWidget(self.digits)
        self.gaps = [Gap(60), Gap(60)]
        box.addWidget(self.gaps[0])
        line = Row(spacing=0)
        line.addStretch(1)
        line.addWidget(self.bar)
        line.addStretch(1)
        box.addLayout(line)
        box.addWidget(self.gaps[1])
        self.lines: list[Large] = []
        for text in service.plan.room_lines:
            made = Large(text, size=30, tone="muted", wrap=True)
            made.setAlignment(centre)
            box.addWidget(Gap(1))
            box.addWidget(made)
            box.addWidget(Gap(1))
            self.lines.append(made)
        box.addStretch(1)
        box.addWidget(self.problem)
        self._box = Column(self, (40, 30, 40, 30), 0)
        self._box.addWidget(self.area)
        self._shape: tuple[object, ...] = ()
        self._with_digits = rules.digits_in_room
        self._with_names = rules.names_in_room and not rules.no_names
        self.refresh(service.state())

    def refresh(self, state: State) -> None:
        super().refresh(state)
        running = state.started and not state.ended and not state.paused
        item = state.current if running else None
        put(self.title, self._title(state))
        named = self._with_names and item is not None and state.speaker is not None
        speaker = state.speaker.name if named and state.speaker is not None else ""
        put(self.who, words.first_name(speaker))
        self.digits.setVisible(self._with_digits and item is not None)
        if self._with_digits:
            shown = words.digits(max(0, state.remaining_ms))
            if self.digits.text() != shown:
                self.digits.setText(shown)
        self.bar.setVisible(item is not None)
        self.gaps[0].setVisible(item is not None)
        shape = (self.title.text(), self.who.text(), self.bar.isHidden(), self.digits.isHidden())
        if shape != self._shape:
            self._shape = shape
            self._fit()
        share = state.remaining_ms / state.share_ms if item and state.share_ms > 0 else 0
        self.bar.set_share(share)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def restyle(self) -> None:
        self._fit()

    def _fit(self) -> None:
        """With as much air as there is room for."""
        margins = self._box.contentsMargins()
        wide = self.width() - margins.left() - margins.right()
        tall = self.height() - margins.top() - margins.bottom()
        for air, size in _AIR:
            for gap in self.gaps:
                gap.set_tall(air)
            self.digits.set_size(size)
            if self.area.inside.heightForWidth(wide) <= tall:
                break

    def _title(self, state: State) -> str:
        if state.paused:
            return self.tr("Short break")
        if not state.started:
            return self.tr("Welcome")
        if state.ended or state.current is None:
            return self.tr("Thank you for coming")
        return words.for_the_room(state.current)

    def wake_ms(self, state: State) -> int | None:
        if state.paused or state.current is None:
            return None
        if self._with_digits and state.remaining_ms > 0:
            return words.digits_hold(state.remaining_ms)
        return self.bar.hold_ms(state.share_ms, state.remaining_ms)

    def spoken(self, state: State) -> str:
        return self._title(state)

    def say(self, words_said: str) -> None:
        if self.problem.text() != words_said:
            self.problem.say(words_said, "problem")

    def end(self) -> None:
        """Ending is asked on the facilitator's face."""
        self.ask.emit("facilitator")
