"""Someone needs help: the group's own steps one by one, whom to ring, where we are.

The meeting is paused. Nothing here is assessed or scored; ticks say what was done.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QWidget

from peerdesk.features.tonight import words
from peerdesk.features.tonight.face import Face
from peerdesk.features.tonight.painted import WideLink
from peerdesk.features.tonight.rows import StepRow
from peerdesk.ui import theme
from peerdesk.ui.widgets import (
    Button,
    Card,
    Column,
    FlowLayout,
    Heading,
    InlineMessage,
    Label,
    ListRow,
    PageHeader,
    Panes,
    Paragraph,
    ScrollCard,
)

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from peerdesk.features.tonight.service import TonightService
    from peerdesk.features.tonight.state import State
    from peerdesk.store.evening import Guest, Line

SHOWN = 30_000
"""Ms after which whereabouts and the number to ring are hidden again."""


class _Number(QFrame):
    """A number and whom it reaches; below each other when it is narrow."""

    def __init__(self, line: Line) -> None:
        super().__init__()
        self.title = Label(line.title, wrap=True)
        self.number = Label(line.detail, size=22, weight=theme.HEAVY, tone="plum")
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.addWidget(self.title, 1)
        self._box.addWidget(self.number, 0, Qt.AlignmentFlag.AlignVCenter)

    def _arrange(self) -> None:
        wide = self.number.sizeHint().width()
        below = wide + theme.px(120) > self.width()
        way = QBoxLayout.Direction
        self._box.setDirection(way.TopToBottom if below else way.LeftToRight)
        self._box.setSpacing(0 if below else theme.px(12))
        self.number.setWordWrap(False)

    def restyle(self) -> None:
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()


class _Elsewhere(QWidget):
    """Somebody who joins from elsewhere; where, and whom to ring, for 30 seconds."""

    def __init__(self, guest: Guest, way: str) -> None:
        super().__init__()
        self._guest, self._way = guest, way
        self.line = Label("", tone="muted")
        self.button = WideLink(self.tr("Show where, and whom to ring"))
        self.detail = Paragraph("")
        self.detail.hide()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SHOWN)
        self._timer.timeout.connect(self.close_again)
        first = QWidget()
        FlowLayout(first, spacing=(2, 0)).add(self.line, self.button)
        Column(self, spacing=2).add(first, self.detail)
        self.button.clicked.connect(self.toggle)
        place = words.whereabouts(guest.where)
        if place:
            sentence = self.tr("{name} is {place}.").format(name=guest.name, place=place)
        elif way == "phone":
            sentence = self.tr("{name} joins by phone.").format(name=guest.name)
        else:
            sentence = self.tr("{name} joins online.").format(name=guest.name)
        self.line.setText(sentence)
        self.button.setVisible(bool(guest.where or guest.ring))

    def toggle(self) -> None:
        """Show it, or hide it again."""
        if self._timer.isActive():
            self.close_again()
            return
        guest, lines = self._guest, []
        if guest.where:
            lines.append(guest.where)
        if guest.ring:
            lines.append(self.tr("Ring: {who}").format(who=guest.ring))
        self.detail.setText("\n".join(lines))
        self.detail.show()
        self.button.setText(self.tr("Hide it"))
        self.button.updateGeometry()
        self._timer.start()

    def close_again(self) -> None:
        """Hide it; by itself after 30 seconds."""
        self._timer.stop()
        self.detail.setText("")
        self.detail.hide()
        self.button.setText(self.tr("Show where, and whom to ring"))
        self.button.updateGeometry()


class HelpFace(Face):
    """The face for a hard moment. Escape goes back to the meeting."""

    KEYS_F2 = "room"

    def __init__(self, service: TonightService, parent: QWidget | None = None) -> None:
        super().__init__(service, parent)
        plan = service.plan
        self.header = PageHeader(self.tr("Someone needs help"), " ", tone="plum")
        self.back_button = Button(self.tr("Back to the meeting"), keys=self.tr("Esc"))
        self.back_button.clicked.connect(self.back)
        self.header.add(self.back_button)
        self.problem = InlineMessage()
        self.steps = ScrollCard(margins=(26, 21, 26, 21), spacing=6)
        self.steps.column.setAccessibleName(self.tr("Steps"))
        self.rows: list[StepRow] = []
        for number, line in enumerate(plan.help_steps, start=1):
            row = StepRow(number, line.title, line.detail, first=number == 1)
            row.clicked.connect(lambda on, n=number - 1: self._tick(n, on))
            self.steps.add(row)
            self.rows.append(row)
        self.steps.box.addStretch(1)
        self.panes = Panes(least=700)
        self.panes.add_pane(self.steps, 365)
        self.panes.add_pane(self._side(plan.numbers, plan.building), 241)
        box = Column(self, (26, 20, 26, 20), 13)
        box.addWidget(self.header)
        box.addWidget(self.problem)
        box.addWidget(self.panes, 1)
        self._shown: tuple[object, ...] = ()
        self.elsewhere: list[_Elsewhere] = []
        self.refresh(service.state())

    def _side(self, numbers: tuple[Line, ...], building: tuple[str, ...]) -> QWidget:
        side = QWidget()
        column = Column(side, spacing=16)
        if numbers:
            card = Card("crisis", spacing=0)
            for number, line in enumerate(numbers):
                row = ListRow(first=number == 0, token="plum_line")
                row.box.margins = (0, 9 if number == 0 else 10, 0, 9)
                row.box.restyle()
                row.add(_Number(line), stretch=1)
                card.add(row)
            column.addWidget(card)
        if building:
            at = Card(margins=(18, 16, 18, 12), spacing=5)
            at.add(Heading(self.tr("You are at"), 2))
            lines = QWidget()
            Column(lines, spacing=0).add(*(Paragraph(line, size=17) for line in building))
            at.add(lines)
            column.addWidget(at)
        self.remote = Card(margins=(18, 15, 18, 7), spacing=0)
        self.remote_title = Heading(self.tr("By phone tonight"), 2)
        self.remote.add(self.remote_title)
        column.addWidget(self.remote)
        after = Card(spacing=0)
        after.add(Heading(self.tr("Afterwards"), 2))
        after.add(
            Paragraph(
                self.tr(
                    "A short record, who was told, a call tomorrow, and ten minutes for "
                    "the two of you."
                ),
                tone="muted",
            )
        )
        after.box.addStretch(1)
        column.addWidget(after, 1)
        return side

    # -- showing -----------------------------------------------------------------------------

    def refresh(self, state: State) -> None:
        super().refresh(state)
        if state.paused == "help":
            line = self.tr("The meeting is paused. The room screen says “Short break”.")
        else:
            line = self.tr("The steps, the numbers and where we are.")
        self.header.set_words(self.tr("Someone needs help"), line)
        for number, row in enumerate(self.rows):
            row.setChecked(number in state.steps_done)
        self.setFocusProxy(next((r for r in self.rows if not r.isChecked()), self.back_button))
        self._show_remote(state)

    def _show_remote(self, state: State) -> None:
        guests = {g.uid: g for g in self.service.plan.people}
        remote = [(guests[w.uid], w.way) for w in state.here if w.way != "here" and w.uid in guests]
        shown = tuple((g.uid, way) for g, way in remote)
        if shown == self._shown and bool(shown) == (not self.remote.isHidden()):
            return
        self._shown = shown
        for old in self.elsewhere:
            old.close_again()
            self.remote.box.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.elsewhere = [_Elsewhere(guest, way) for guest, way in remote]
        for made in self.elsewhere:
            self.remote.add(made)
        ways = {way for _guest, way in remote}
        self.remote_title.setText(
            self.tr("By phone tonight") if ways <= {"phone"} else self.tr("From elsewhere tonight")
        )
        self.remote.setVisible(bool(remote))

    def say(self, words_said: str) -> None:
        if self.problem.text() != words_said:
            self.problem.say(words_said, "problem")

    def release(self) -> None:
        for one in self.elsewhere:
            one.close_again()

    # -- doing -------------------------------------------------------------------------------

    def _tick(self, number: int, on: bool) -> None:
        self.do(self.service.step, number, on)
        self.rows[number].setChecked(self.now is not None and number in self.now.steps_done)

    def back(self) -> None:
        """The meeting goes on where it was."""
        self.release()
        if self.now is not None and self.now.paused == "help":
            self.do(self.service.resume)
        self.ask.emit("facilitator")

    def take_key(self, event: QKeyEvent) -> bool:
        key = event.key()
        if key == Qt.Key.Key_Escape:
            self.back()
            return True
        number = key - Qt.Key.Key_1
        if 0 <= number < min(9, len(self.rows)) and not event.isAutoRepeat():
            self.rows[number].click()
            return True
        if key == Qt.Key.Key_F2:
            self.ask.emit(self.KEYS_F2)
            return True
        return False

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.setFocus(Qt.FocusReason.OtherFocusReason)
