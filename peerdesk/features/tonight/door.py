"""The door screen: somebody comes in and says as much as they like. There is no list of names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from peerdesk.features.tonight import words
from peerdesk.features.tonight.face import Face, put
from peerdesk.features.tonight.painted import Gap, Large
from peerdesk.features.tonight.rows import DoorCard
from peerdesk.features.tonight.tick import announce
from peerdesk.ui import theme
from peerdesk.ui.widgets import (
    Button,
    Column,
    FlowLayout,
    InlineMessage,
    Label,
    LineEdit,
    Row,
    ScrollColumn,
)

if TYPE_CHECKING:
    from peerdesk.features.tonight.service import TonightService
    from peerdesk.features.tonight.state import State

THANKS = 5_000
"""Ms the thank-you stays; a key or a press takes it away sooner."""
IDLE = 60_000
"""Ms after which what somebody typed and left is taken away."""


class DoorFace(Face):
    """Three large cards. F2 and F4 lead back to the facilitator."""

    KEYS_F2 = "facilitator"

    def __init__(self, service: TonightService, parent: QWidget | None = None) -> None:
        super().__init__(service, parent)
        plan = service.plan
        centre = Qt.AlignmentFlag.AlignHCenter
        self.title = Large(self.tr("Welcome"), size=40, weight=theme.HEAVY, wrap=True)
        begins = words.clock(plan, plan.starts_at)
        line = " · ".join(w for w in (plan.group_name, begins, plan.place) if w)
        self.line = Large(line, size=22, tone="muted", wrap=True)
        self.count = Large("", size=22, tone="muted", wrap=True)
        self.problem = InlineMessage()
        self.stack = _OnePage()
        self.choices = _Cards()
        self.here_card = DoorCard(self.tr("I am here"), self.tr("No name needed"))
        self.name_card = DoorCard(
            self.tr("Type my name or code"), self.tr("If you want us to know")
        )
        self.new_card = DoorCard(self.tr("My first time"), self.tr("Someone will say hello"))
        self.choices.add(self.here_card, self.name_card, self.new_card)
        self.typing = self._typing_page()
        self.thanks = Large("", size=34, weight=600, wrap=True)
        self.thanks_more = Large("", size=22, tone="muted", wrap=True)
        thanks_page = QWidget()
        column = Column(thanks_page, spacing=8)
        column.addStretch(1)
        column.add(self.thanks, self.thanks_more)
        column.addStretch(1)
        self.thanks_page = thanks_page
        for label in (self.title, self.line, self.count, self.thanks, self.thanks_more):
            label.setAlignment(centre)
        self.stack.add(self.choices, self.typing, thanks_page)
        inside = QWidget()
        box = Column(inside, spacing=0)
        box.addStretch(1)
        box.add(self.title, self.line, Gap(44), self.stack, Gap(25), self.count)
        box.addStretch(1)
        self.area = ScrollColumn(spacing=0)
        self._inside = inside
        middle = Row(spacing=0)
        middle.addStretch(1)
        middle.addWidget(inside, 1000)
        middle.addStretch(1)
        self.area.box.addLayout(middle)
        self.area.box.addWidget(self.problem)
        Column(self, (26, 20, 26, 20), 0).addWidget(self.area)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.begin)
        self._enter_done = False
        self._connect()
        self.setFocusProxy(self.here_card)
        self.restyle()
        self.refresh(service.state())

    def _typing_page(self) -> QWidget:
        page = QWidget()
        box = Column(page, spacing=12)
        title = Label(self.tr("Your name, or your code"), size=22, weight=600, wrap=True)
        self.field = LineEdit(
            name=self.tr("Your name, or your code"), private=True, size=26, parent=page
        )
        title.setBuddy(self.field)
        self.unknown = Label("", size=20, wrap=True)
        self.unknown.hide()
        self.ready = Button(self.tr("That is me"), "primary", large=True)
        self.again = Button(self.tr("Try again"), large=True)
        self.as_new = Button(self.tr("Write it as new"), large=True)
        self.no_name = Button(self.tr("Count me in without a name"), large=True)
        self.back = Button(self.tr("Back"), keys=self.tr("Esc"), large=True)
        holder = QWidget()
        FlowLayout(holder, spacing=(10, 10)).add(
            self.ready, self.again, self.no_name, self.as_new, self.back
        )
        box.addStretch(1)
        box.add(title, self.field, self.unknown, holder)
        box.addStretch(1)
        return page

    def _connect(self) -> None:
        self.here_card.clicked.connect(self._here)
        self.name_card.clicked.connect(self._type)
        self.new_card.clicked.connect(self._first_time)
        self.ready.clicked.connect(self._typed)
        self.field.returnPressed.connect(self._entered)
        self.field.textEdited.connect(self._editing)
        self.again.clicked.connect(self._type)
        self.no_name.clicked.connect(self._here)
        self.as_new.clicked.connect(self._write_new)
        self.back.clicked.connect(self.begin)

    def restyle(self) -> None:
        """Nothing is wider than the target's 860 px."""
        self._inside.setMaximumWidth(theme.px(860))
        self.field.setMinimumHeight(theme.px(60))

    # -- showing -----------------------------------------------------------------------------

    def refresh(self, state: State) -> None:
        super().refresh(state)
        put(self.count, words.are_here(state.head_count) if state.head_count else "")
        self.name_card.setVisible(not self.service.plan.rules.no_names)

    def say(self, words_said: str) -> None:
        if self.problem.text() != words_said:
            self.problem.say(words_said, "problem")

    def begin(self) -> None:
        """Back to the three cards; nothing that was typed stays."""
        self._timer.stop()
        self.field.setText("")  # and nothing that Ctrl+Z could bring back
        self.field.setModified(False)
        self.stack.setCurrentWidget(self.choices)
        if self.isVisible():
            self.here_card.setFocus(Qt.FocusReason.OtherFocusReason)

    def release(self) -> None:
        self.begin()

    # -- what somebody does ------------------------------------------------------------------

    def _here(self) -> None:
        if self.do(self.service.plus):
            self._thank(self.tr("Thank you. You are counted."), self.tr("Take any seat you like."))

    def _first_time(self) -> None:
        if self.do(self.service.plus, new=True):
            self._thank(
                self.tr("Good that you came."), self.tr("Someone will say hello in a moment.")
            )

    def _type(self) -> None:
        self._ask_name("")
        self.field.selectAll()

    def _ask_name(self, unknown: str) -> None:
        self.stack.setCurrentWidget(self.typing)
        put(self.unknown, unknown)
        if unknown:
            announce(self, unknown)
        for button in (self.again, self.no_name, self.as_new):
            button.setVisible(bool(unknown))
        self.ready.setVisible(not unknown)
        if unknown:  # as by a shortcut: it must be seen where the next Enter answers
            self.again.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self._timer.start(IDLE)

    def _editing(self) -> None:
        self._timer.start(IDLE)
        if not self.unknown.isHidden():
            self._ask_name("")

    def _entered(self) -> None:
        # A line hands Enter on when it is done with it, and the thank-you would go at once.
        self._enter_done = True
        self._typed()

    def _typed(self) -> None:
        typed = self.field.text().strip()
        if not typed:
            return
        guest = self.service.at_the_door(typed)
        if guest is None:
            self._ask_name(self.tr("We could not find that name."))
            return
        way = "here"  # whoever stands at the door is in the room tonight
        if self.do(self.service.here, guest.uid, way):
            # No name: whoever stands behind may read this too.
            self._thank(self.tr("Thank you."), self.tr("Good that you are here."))

    def _write_new(self) -> None:
        typed = self.field.text().strip()
        if self.do(self.service.plus, typed, new=True):
            self._thank(
                self.tr("Good that you came."), self.tr("Someone will say hello in a moment.")
            )

    def _thank(self, title: str, more: str) -> None:
        self.field.setText("")
        self.thanks.setText(title)
        self.thanks_more.setText(more)
        self.stack.setCurrentWidget(self.thanks_page)
        announce(self, f"{title} {more}")
        self.thanks_page.setFocus(Qt.FocusReason.OtherFocusReason)
        self._timer.start(THANKS)

    # -- keys --------------------------------------------------------------------------------

    def take_key(self, event: QKeyEvent) -> bool:
        key = event.key()
        if self._enter_done:
            self._enter_done = False
            if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                return True
        if self.stack.currentWidget() is self.thanks_page and not event.isAutoRepeat():
            self.begin()
            return True
        if key == Qt.Key.Key_Escape:
            self.begin()
            return True
        if key in (Qt.Key.Key_F2, Qt.Key.Key_F4):
            self.begin()
            self.ask.emit("facilitator")
            return True
        if key == Qt.Key.Key_F1:
            self.help()
            return True
        if key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self.focusNextPrevChild(
                (key == Qt.Key.Key_Right)
                == (self.layoutDirection() == Qt.LayoutDirection.LeftToRight)
            )
            return True
        return False

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self.stack.currentWidget() is self.thanks_page:
            self.begin()
        super().mousePressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self.stack.currentWidget() is self.choices:
            self.here_card.setFocus(Qt.FocusReason.OtherFocusReason)


class _OnePage(QWidget):
    """Shows one of its pages, and is no taller than that: in a stack as tall as the tallest the
    thank-you would stand out of sight where words are large."""

    def __init__(self) -> None:
        super().__init__()
        self._pages: list[QWidget] = []
        self._box = Column(self, spacing=0)

    def add(self, *pages: QWidget) -> None:
        """Add pages; the first one of all is shown."""
        for page in pages:
            page.setVisible(False)
            self._box.addWidget(page)
            self._pages.append(page)
        self.setCurrentWidget(self._pages[0])

    def currentWidget(self) -> QWidget:
        """The page that is shown."""
        return next(page for page in self._pages if not page.isHidden())

    def setCurrentWidget(self, page: QWidget) -> None:
        """Show ``page`` in place of the one before."""
        for other in self._pages:
            if other is not page:
                other.hide()
        page.show()


class _Cards(QWidget):
    """The large cards side by side, one under the other where there is little room."""

    def __init__(self) -> None:
        super().__init__()
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self.restyle()

    def add(self, *cards: DoorCard) -> None:
        """Add cards of equal width."""
        for card in cards:
            self._box.addWidget(card, 1)

    def restyle(self) -> None:
        self._box.setSpacing(theme.px(24))
        self._turn()

    def _turn(self) -> None:
        down = self.width() < theme.px(600)
        way = QBoxLayout.Direction
        self._box.setDirection(way.TopToBottom if down else way.LeftToRight)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._turn()
        super().resizeEvent(event)
