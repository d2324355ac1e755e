"""Next steps: how last week's went, and the one each person chooses now."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from peerdesk.features.meetings.closing.service import STATUS, ClosingService, Step
from peerdesk.ui.context import Context
from peerdesk.ui.saving import called
from peerdesk.ui.tab_order import Anchor, has_focus
from peerdesk.ui.text import render
from peerdesk.ui.widgets import (
    Avatar,
    Button,
    Card,
    Column,
    ComboBox,
    Heading,
    Label,
    LineEdit,
    ListRow,
    Muted,
    Paragraph,
    Row,
    Segmented,
)


class StepRow(ListRow):
    """One step: whose it is, its words, and how it went in five words of equal weight."""

    def __init__(self, card: StepsCard, step: Step, name: str, first: bool) -> None:
        super().__init__(first=first, pad=9, spacing=12)
        self.step = step
        self.avatar = Avatar(name, 34)
        self.avatar.setAccessibleName(name)
        self.avatar.setToolTip(name)
        self.words = Paragraph(step.words)
        self.words.setAccessibleName(f"{name}: {step.words}")
        self.box.addWidget(self.avatar, 0, Qt.AlignmentFlag.AlignVCenter)
        self.box.addWidget(self.words, 1, Qt.AlignmentFlag.AlignVCenter)
        keys = list(STATUS)
        self.how = Segmented(
            [render(STATUS[key]) for key in keys],
            name=self.tr("How it went: {step}").format(step=step.words),
            current=keys.index(step.status) if step.status else -1,
        )
        self.how.chosen.connect(lambda number: card.told(step, keys[number]))
        self.fresh = Muted(self.tr("for next time"))
        self.remove = Button(icon="close", kind="quiet", small=True, name=self.tr("Remove"))
        self.remove.setAccessibleDescription(step.words)
        self.remove.clicked.connect(lambda: card.remove(step))
        for widget, shown in (
            (self.how, not step.fresh),
            (self.fresh, step.fresh),
            (self.remove, step.fresh),
        ):
            self.box.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
            widget.setVisible(shown)


class Whose(ComboBox):
    """Chooses a person. Nobody is chosen beforehand, so that no step goes to whoever stands first.
    ``entered``: the Enter key was pressed."""

    entered = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
            return
        super().keyPressEvent(event)


class StepsCard(Card):
    """The steps of one meeting."""

    def __init__(self, service: ClosingService, context: Context) -> None:
        super().__init__(spacing=0)
        self._service, self._context, self._uid = service, context, b""
        self._shown: list[tuple[Step, str]] = []
        self.rows: dict[bytes, StepRow] = {}
        self._anchor = Anchor()
        self._list = QWidget()
        self._rows = Column(self._list, spacing=0)
        self.none = Muted(self.tr("Nobody has a next step to tell of."), wrap=True)
        self.line = LineEdit(placeholder=self.tr("Add a next step…"))
        self.line.setAccessibleName(self.tr("Add a next step"))
        self.line.textChanged.connect(self._typed)
        self.line.returnPressed.connect(self._try)
        self.who = Whose(name=self.tr("Whose step is it?"))
        self.who.setPlaceholderText(self.tr("Choose"))
        self.who.entered.connect(self._try)
        # A long name leaves room for the words.
        self.who.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.whose = Label(self.tr("Whose?"), size=13, weight=500)
        self.whose.setBuddy(self.who)
        self.add_button = Button(self.tr("Add"), icon="plus")
        self.add_button.clicked.connect(self._try)
        line = QWidget()
        row = Row(line, (0, 10, 0, 0), 8)
        row.addWidget(self.line, 5)
        row.addWidget(self.whose)
        row.addWidget(self.who, 3)
        row.addWidget(self.add_button)
        self.add(Heading(self.tr("Next steps"), 2), self.none, self._anchor, self._list, line)
        self.box.addStretch(1)
        self._typed("")

    def show_meeting(self, uid: bytes) -> None:
        """Show the steps to ask about at a meeting."""
        self._uid = uid
        shown = [(s, self._context.names.shown(s.name)) for s in self._service.steps(uid)]
        if shown != self._shown or not self.rows:
            self._fill(shown)
        people = [(p, self._context.names.shown(n)) for p, n in self._service.who_can(uid)]
        if people != [
            (self.who.itemData(i), self.who.itemText(i)) for i in range(self.who.count())
        ]:
            chosen = self.who.currentData()
            self.who.clear()
            for person, name in people:
                self.who.addItem(name, person)
            self._choose(chosen)
        self.line.setEnabled(bool(people))

    def _fill(self, shown: list[tuple[Step, str]]) -> None:
        focused = next((u for u, r in self.rows.items() if has_focus(r)), None)
        for old in self.rows.values():
            self._rows.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._shown, self.rows = shown, {}
        order: list[QWidget] = []
        for step, name in shown:
            row = StepRow(self, step, name, first=not self.rows)
            self.rows[step.uid] = row
            self._rows.addWidget(row)
            order += [row.remove] if step.fresh else [*row.how.buttons()]
        self._anchor.lead(order)
        self._list.setVisible(bool(shown))
        self.none.setVisible(not shown)
        if focused in self.rows:
            row = self.rows[focused]
            (row.how.buttons()[max(0, row.how.current())]).setFocus()

    def _typed(self, words: str) -> None:
        self.whose.setVisible(bool(words.strip()))
        self.who.setVisible(bool(words.strip()))
        self.add_button.setVisible(bool(words.strip()))

    def _choose(self, person: bytes | None) -> None:
        people = [self.who.itemData(at) for at in range(self.who.count())]
        if len(people) == 1:
            person = people[0]
        self.who.setCurrentIndex(people.index(person) if person in people else -1)

    def _try(self) -> None:
        if not self.line.text().strip():
            return
        person = self.who.currentData()
        if person is None:
            self.who.setFocus()
            return
        self._service.add_step(self._uid, bytes(person), self.line.text())
        self.line.clear()
        self._choose(None)
        self.line.setFocus()
        self.show_meeting(self._uid)

    def told(self, step: Step, status: str) -> None:
        """How a step went; the same word again takes it back."""
        now = next((s for s in self._service.steps(self._uid) if s.uid == step.uid), step)
        if now.status == status:
            self._service.untell(step.uid, self._uid)
        else:
            self._service.tell(step.uid, self._uid, status)
        self.show_meeting(self._uid)

    def remove(self, step: Step) -> None:
        """Take a step away that was just written down."""
        self._service.remove_step(step.uid)
        self.show_meeting(self._uid)
        self.line.setFocus()

    def flush(self) -> None:
        """A step that is typed and not added stays where it is."""

    def unsaved(self) -> str:
        """A step that is typed and not added yet."""
        words = self.line.text().strip()
        return called(self.line, words) if words else ""
