"""Who is here: the list at the side, and the one field that counts somebody in."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QLocale, QObject, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QMenu, QSizePolicy, QWidget

from peerdesk.features.tonight import words
from peerdesk.features.tonight.ask_bar import AskBar
from peerdesk.features.tonight.here_menu import ExpectedMenu, PersonMenu
from peerdesk.features.tonight.painted import KeyField
from peerdesk.features.tonight.rows import HereRow
from peerdesk.ui.widgets import (
    Button,
    Card,
    CheckBox,
    Column,
    Heading,
    Muted,
    Row,
    ScrollColumn,
)

if TYPE_CHECKING:
    from peerdesk.features.tonight.face import Face
    from peerdesk.features.tonight.state import State, Who
    from peerdesk.store.evening import Guest


class _List(ScrollColumn):
    """Takes no more room than it needs, and scrolls when there is less."""

    def settle(self) -> None:
        super().settle()
        policy = QSizePolicy.Policy
        tall = policy.Preferred if self.whole() else policy.Maximum
        self.setSizePolicy(policy.Expanding, tall)

    def minimumSizeHint(self) -> QSize:
        hint = super().minimumSizeHint()
        return QSize(hint.width(), min(hint.height(), self.sizeHint().height()))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.inside and event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()  # Qt's own takes a new length of its contents for granted
        return super().eventFilter(watched, event)


OFFERED = 6
"""Most names that are offered while somebody types."""


class HereCard(Card):
    """The list. ``left()`` when the keyboard is done here."""

    left = Signal()

    def __init__(self, face: Face, parent: QWidget | None = None) -> None:
        super().__init__(margins=(16, 14, 16, 14), spacing=0, parent=parent)
        self._face = face
        self._first_seen: dict[str, str] = {}
        self._shown: tuple[object, ...] = ()
        self._state: State | None = None
        head = Row(spacing=12)
        head.addWidget(Heading(self.tr("Here"), 2))
        head.addStretch(1)
        self.count = Muted("")
        head.addWidget(self.count)
        self.list = _List(spacing=0)
        self.list.setAccessibleName(self.tr("Here"))
        self.list.settle()
        self.rows: dict[str, HereRow] = {}
        self._nameless = face.service.plan.rules.no_names
        wanted = self.tr("+ to count") if self._nameless else self.tr("Name, or + to count")
        self.field = KeyField(wanted, "F3")
        self.field.textEdited.connect(self._offer)
        self.field.returnPressed.connect(self._entered)
        self.way = CheckBox(self.tr("By phone"))
        self.way.hide()
        self._offers = QWidget()
        self._offer_box = Column(self._offers, (0, 6, 0, 0), 4)
        self._offers.hide()
        self.offers: list[Button] = []
        self.asking = AskBar()
        self.box.addLayout(head)
        self.box.addWidget(self.list)
        self.box.addSpacing(8)
        self.box.addWidget(self.field)
        self.box.addWidget(self.way)
        self.box.addWidget(self._offers)
        self.box.addSpacing(8)
        self.box.addWidget(self.asking)
        self.box.addStretch(1)

    def hasHeightForWidth(self) -> bool:
        """No: the list scrolls, so the card asks for no height of its own."""
        return False

    # -- showing -----------------------------------------------------------------------------

    def show_state(self, state: State) -> None:
        """Show who is here."""
        self._state = state
        part = state.current.uid if state.current is not None else ""
        for who in state.here:
            self._first_seen.setdefault(who.uid, part)
        count = words.head_count(state)
        if self.count.text() != count:
            self.count.setText(count)
        rows = tuple(
            (who.uid, who.name, self._tags(who, part))
            for who in sorted(state.here, key=lambda w: w.name.casefold())
            if who.name
        )
        unnamed = tuple(w for w in state.here if not w.name)
        waiting = state.expected if not state.started else ()
        shown = (rows, len(unnamed), sum(w.new for w in unnamed), waiting)
        if shown != self._shown:
            self._shown = shown
            self._fill(rows, unnamed, waiting)

    def _tags(self, who: Who, part: str) -> tuple[tuple[str, bool], ...]:
        tags = []
        if who.way == "phone":
            tags.append((self.tr("phone"), True))
        elif who.way == "online":
            tags.append((self.tr("online"), True))
        if who.new:
            tags.append((self.tr("new"), True))
        if not who.heard:
            tags.append((self.tr("agreement not heard"), False))
        if who.listening:
            tags.append((self.tr("just listening"), False))
        elif who.late and self._first_seen.get(who.uid) == part:
            tags.append((self.tr("just came"), False))
        return tuple(tags)

    def _fill(
        self,
        rows: tuple[tuple[str, str, tuple[tuple[str, bool], ...]], ...],
        unnamed: tuple[Who, ...],
        waiting: tuple[Guest, ...],
    ) -> None:
        focused = next((uid for uid, row in self.rows.items() if row.hasFocus()), "")
        while (item := self.list.box.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        self.rows = {}
        for uid, name, tags in rows:
            self._add(uid, HereRow(name, tags))
        if unnamed:
            fresh = sum(w.new for w in unnamed)
            tags = ((self.tr("no name"), False),)
            if fresh:
                tags = ((self.tr("%n new", "", fresh), True), *tags)
            number = QLocale().toString(len(unnamed))
            self._add("+", HereRow(self.tr("+ {number}").format(number=number), tags, letter="+"))
        if waiting:
            title = Muted(self.tr("Not here yet. Press a name when they come."), wrap=True)
            self.list.box.addSpacing(12)
            self.list.box.addWidget(title)
            self.list.box.addSpacing(4)
        for guest in waiting:
            row = HereRow(guest.name, self._guest_tags(guest))
            row.clicked.connect(self._coming(guest))
            row.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
            row.customContextMenuRequested.connect(self._opening(guest))
            self.rows[guest.uid] = row
            self.list.box.addWidget(row)
            row.show()
        self.list.box.addStretch(1)
        stops: list[QWidget] = [*self.rows.values(), self.field, self.way]
        for one, following in pairwise(stops):
            QWidget.setTabOrder(one, following)
        self.list.updateGeometry()
        if focused:
            self.rows.get(focused, self.field).setFocus()

    def _guest_tags(self, guest: Guest) -> tuple[tuple[str, bool], ...]:
        words_of = {"phone": self.tr("phone"), "online": self.tr("online")}
        tags = [(words_of[guest.way], False)] if guest.way in words_of else []
        if guest.new:
            tags.append((self.tr("new"), False))
        return tuple(tags)

    def _add(self, uid: str, row: HereRow) -> None:
        row.clicked.connect(lambda: self.open_menu(uid))
        self.rows[uid] = row
        self.list.box.addWidget(row)
        row.show()

    def stops(self) -> list[QWidget]:
        """Where Tab goes, in order."""
        return [*self.rows.values(), self.field, self.way, *self.offers, *self.asking.buttons]

    # -- what can be changed of somebody -----------------------------------------------------

    def menu_for(self, uid: str) -> QMenu:
        """What can be changed of one row."""
        assert self._state is not None
        return PersonMenu(self._face, self._state, uid, self)

    def expected_menu(self, guest: Guest) -> QMenu:
        """What can be said of somebody who is not here yet."""
        return ExpectedMenu(self._face, guest, self)

    def _opening(self, guest: Guest) -> Callable[[QPoint], None]:
        def show(at: QPoint) -> None:
            self.expected_menu(guest).popup(self.rows[guest.uid].mapToGlobal(at))

        return show

    def open_menu(self, uid: str) -> None:
        """Show it below its row."""
        row = self.rows[uid]
        self.menu_for(uid).popup(row.mapToGlobal(QPoint(0, row.height())))

    # -- the field ---------------------------------------------------------------------------

    def start_typing(self) -> None:
        """F3: the keyboard goes to the field; names that are expected are offered."""
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()
        self._offer(self.field.text())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._done_typing()
            return
        if event.key() == Qt.Key.Key_Down and self.field.hasFocus() and self.offers:
            self.offers[0].setFocus(Qt.FocusReason.TabFocusReason)
            return
        super().keyPressEvent(event)

    def _done_typing(self) -> None:
        self.field.setText("")
        self._offer_none()
        self.left.emit()

    def _offer_none(self) -> None:
        for button in self.offers:
            self._offer_box.removeWidget(button)
            button.hide()
            button.deleteLater()
        self.offers = []
        self._offers.hide()
        self.way.hide()

    def _offer(self, typed: str) -> None:
        self._offer_none()
        state, typed = self._state, typed.strip()
        if state is None:
            return
        self.way.setVisible(bool(typed))
        if typed.startswith("+") or (typed and self._nameless):
            self._offer_one(self.tr("Count without a name"), lambda: self._count(typed))
            return
        here = {w.uid for w in state.here}
        known = self._face.service.find_people(typed) if typed else state.expected
        found = [g for g in known if g.uid not in here]
        for guest in found[:OFFERED]:
            self._offer_one(guest.name, self._coming(guest))
        if typed and not found:
            # Enter takes the first: a name typed twice must not count twice.
            for who in state.here:
                if who.name.casefold() == typed.casefold():
                    already = self.tr("{name} is here already").format(name=who.name)
                    self._offer_one(already, self._typed)
        if typed:
            words_new = self.tr("Count {name}, who is new").format(name=typed)
            self._offer_one(words_new, lambda: self._walk_in(typed))

    def _offer_one(self, label: str, run: Callable[[], object]) -> None:
        button = Button(label, "quiet", small=True, align="start")
        button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        button.setToolTip(label)
        button.clicked.connect(lambda: run())
        self._offer_box.addWidget(button)
        self.offers.append(button)
        self._offers.show()
        button.show()

    def _entered(self) -> None:
        typed = self.field.text().strip()
        if not typed:
            self._done_typing()
            return
        self._offer(typed)
        if self.offers:
            self.offers[0].click()

    def _way(self, usual: str = "here") -> str:
        return "phone" if self.way.isChecked() else usual

    def _count(self, typed: str) -> None:
        rest = typed.lstrip("+").strip()
        service = self._face.service
        if rest and not rest.isdecimal() and not self._nameless:
            self._walk_in(rest)
            return
        rest = rest[:3] if rest.isdecimal() else ""  # Python refuses numbers of thousands of digits
        way = self._way()
        for _one in range(min(30, int(rest or 1) if not typed.startswith("++") else len(typed))):
            if not self._face.do(service.plus, way=way):
                return
        self._typed()

    def _walk_in(self, name: str) -> None:
        if self._face.do(self._face.service.plus, name, True, self._way()):
            self._typed()

    def _typed(self) -> None:
        self.field.setText("")
        self.way.setChecked(False)
        self._offer_none()

    def _coming(self, guest: Guest) -> Callable[[], None]:
        return lambda: self.comes(guest)

    def comes(self, guest: Guest) -> None:
        """Somebody comes. In a round one asks whether they join its end or just listen."""
        state, way = self._state, self._way(guest.way)
        self._typed()
        if state is not None and state.started and state.in_round:
            asked = self.tr("{name} comes in the middle of a round.").format(name=guest.name)
            self.asking.ask(
                f"late {guest.uid}",
                asked,
                [
                    (self.tr("Joins the end of the round"), lambda: self._late(guest, way, False)),
                    (self.tr("Just listens"), lambda: self._late(guest, way, True)),
                ],
                focus=self.field.hasFocus() or self.isAncestorOf(self.focusWidget() or self),
            )
            return
        self._face.do(self._face.service.here, guest.uid, way)

    def _late(self, guest: Guest, way: str, listening: bool) -> None:
        self._face.do(self._face.service.here, guest.uid, way, listening)
        self.left.emit()
