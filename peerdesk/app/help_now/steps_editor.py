"""Changing a group's own steps and what to tell an ambulance; everything saves itself."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from peerdesk.app.help_now.steps_service import Step, StepPart, StepsService
from peerdesk.core.errors import KnownError
from peerdesk.store.help_steps import ADDRESS, CONTACT, CONTACT_NUMBER, ENTRANCE, PHONE
from peerdesk.ui import theme
from peerdesk.ui.saving import Saver, flush_all, unsaved_of
from peerdesk.ui.widgets import (
    Button,
    Card,
    Column,
    Field,
    FlowLayout,
    Heading,
    LineEdit,
    Paragraph,
)

if TYPE_CHECKING:
    from peerdesk.ui.context import Context


class _StepEditor(Card):
    """One step with its two fields and what can be done with it."""

    def __init__(self, editor: StepsEditor, step: Step, number: int, last: bool) -> None:
        super().__init__("plain", spacing=10)
        self.uid, self._editor = step.uid, editor
        self.fields: dict[StepPart, LineEdit] = {}
        self.savers: dict[StepPart, Saver] = {}
        self.add(
            self._field("title", self.tr("Step {n}").format(n=number), step.title),
            self._field("detail", self.tr("More about it"), step.detail),
        )
        name = step.title or self.tr("step {n}").format(n=number)
        self.up = Button(self.tr("Move up"), icon="up", small=True)
        self.up.setEnabled(number > 1)
        self.down = Button(self.tr("Move down"), icon="down", small=True)
        self.down.setEnabled(not last)
        self.remove = Button(self.tr("Take out"), icon="trash", small=True)
        for button in (self.up, self.down, self.remove):
            button.setAccessibleName(f"{button.text()}: {name}")
        self.up.clicked.connect(lambda: editor.move_step(self.uid, -1))
        self.down.clicked.connect(lambda: editor.move_step(self.uid, 1))
        self.remove.clicked.connect(lambda: editor.remove_step(self.uid))
        buttons = QWidget()
        FlowLayout(buttons).add(self.up, self.down, self.remove)
        self.add(buttons)

    def _field(self, part: StepPart, label: str, words: str) -> Field:
        made = LineEdit(words)
        service = self._editor.service
        self.savers[part] = Saver(
            made,
            lambda text: service.change(self.uid, part, text),
            service.settle,
            self._editor.tell,
            pause=0,
        )
        self.fields[part] = made
        return Field(label, made)

    def show_step(self, step: Step) -> None:
        """Put changed words in, but never where somebody types."""
        for part, field in self.fields.items():
            if not field.hasFocus():
                self.savers[part].load(getattr(step, part))


class StepsEditor(QWidget):
    """The editor; the card with the steps stands beside it and follows."""

    def __init__(
        self, service: StepsService, context: Context, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.service, self._context = service, context
        self._shown: tuple[bytes, ...] = ()
        self.rows: list[_StepEditor] = []
        self.add_button = Button(self.tr("Add a step"), icon="plus")
        self.add_button.clicked.connect(self.add_step)
        self.restore_button = Button(self.tr("Use the steps that came with PeerDesk"))
        self.restore_button.clicked.connect(self._restore)
        self._list = Column(spacing=12)
        foot = QWidget()
        FlowLayout(foot, spacing=(12, 12)).add(self.add_button, self.restore_button)
        box = Column(self, spacing=12)
        box.addWidget(Heading(self.tr("Change the steps"), 2))
        box.addWidget(
            Paragraph(
                self.tr(
                    "Talk the steps over with those who help you run the group. They stand on the "
                    "page for a meeting when someone needs help, and on paper. Everything saves "
                    "itself."
                ),
                tone="muted",
            )
        )
        box.addLayout(self._list)
        box.addWidget(foot)
        self.facts: dict[str, LineEdit] = {}
        self._savers: dict[str, Saver] = {}
        box.addWidget(self._house())
        self.setFocusProxy(self.add_button)
        self.refresh()

    def _house(self) -> Card:
        card = Card("plain", spacing=12)
        card.add(Heading(self.tr("What to tell an ambulance"), 2, wrap=True))
        for key, label, hint in (
            (ADDRESS, self.tr("Where you are"), self.tr("The house and its full address")),
            (ENTRANCE, self.tr("Which way in for an ambulance"), ""),
            (PHONE, self.tr("Where the nearest phone is"), ""),
            (
                CONTACT,
                self.tr("Who is told when somebody has to be kept safe"),
                self.tr("Such as “Safeguarding contact”. Everyone can read this."),
            ),
            (CONTACT_NUMBER, self.tr("Their number"), ""),
        ):
            field = LineEdit()
            self.facts[key] = field
            self._savers[key] = Saver(
                field, self._fact(key), self.service.settle, self.tell, pause=0
            )
            card.add(Field(label, field, hint))
        return card

    def _fact(self, key: str) -> Callable[[str], None]:
        return lambda words: self.service.set_fact(key, words.strip(), self._lines())

    def _lines(self) -> tuple[str, ...]:
        address, entrance, phone = (
            self.facts[key].text().strip() for key in (ADDRESS, ENTRANCE, PHONE)
        )
        return (
            address,
            self.tr("Ambulance: {where}").format(where=entrance) if entrance else "",
            self.tr("Nearest phone: {where}").format(where=phone) if phone else "",
        )

    # -- showing -----------------------------------------------------------------------------

    def refresh(self) -> None:
        """Show again what the shelf holds; the field being typed in is left alone."""
        self.restore_button.setEnabled(self.service.own)
        for key, saver in self._savers.items():
            if not self.facts[key].hasFocus():
                saver.load(self.service.fact(key))
        steps = self.service.steps()
        uids = tuple(step.uid for step in steps)
        if uids == self._shown:
            for row, step in zip(self.rows, steps, strict=True):
                row.show_step(step)
            return
        self._shown = uids
        for row in self.rows:
            self._list.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = []
        for number, step in enumerate(steps, start=1):
            made = _StepEditor(self, step, number, number == len(steps))
            self._list.addWidget(made)
            self.rows.append(made)
        self._order()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._order()  # what was said before it came into its window is forgotten

    def _order(self) -> None:
        """Tab goes as one reads: rows made later come before what stands below them."""
        stops: list[QWidget] = []
        for row in self.rows:
            stops += [*row.fields.values(), row.up, row.down, row.remove]
        stops += [self.add_button, self.restore_button, *self.facts.values()]
        for one, following in pairwise(stops):
            QWidget.setTabOrder(one, following)

    # -- doing -------------------------------------------------------------------------------

    def add_step(self) -> None:
        """A new step at the end, ready to type in."""
        if not self._all_saved():
            return
        if not self.service.add():
            self._context.notice(self.tr("More steps than these nobody could follow."))
            return
        self.refresh()
        self.rows[-1].fields["title"].setFocus(Qt.FocusReason.OtherFocusReason)

    def move_step(self, uid: bytes, by: int) -> None:
        """Move a step; the keyboard stays with it."""
        if not self._all_saved():
            return
        self.service.move(uid, by)
        self.refresh()
        row = next(r for r in self.rows if r.uid == uid)
        wanted, other = (row.up, row.down) if by < 0 else (row.down, row.up)
        (wanted if wanted.isEnabled() else other).setFocus(Qt.FocusReason.OtherFocusReason)

    def remove_step(self, uid: bytes) -> None:
        """Take a step out; the undo bar can bring it back."""
        if not self._all_saved():
            return
        self.service.remove(uid)
        self.refresh()
        self.add_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _restore(self) -> None:
        if not self._all_saved():
            return
        self.add_button.setFocus(Qt.FocusReason.OtherFocusReason)  # a field in use is left alone
        self.service.restore()
        self.refresh()

    def flush(self) -> None:
        """The step for undo ends here; what could not be saved is tried again. Raises a
        KnownError."""
        self.service.settle()
        flush_all(self._every())

    def unsaved(self) -> str:
        """The words that could not be saved."""
        return unsaved_of(self._every())

    def _every(self) -> list[Saver]:
        rows = [saver for row in self.rows for saver in row.savers.values()]
        return [*rows, *self._savers.values()]

    def tell(self, text: object) -> None:
        """Say a sentence in the undo bar."""
        self._context.notice(text)

    def _all_saved(self) -> bool:
        """Rows are made anew when they move, so their words have to be safe before."""
        try:
            self.flush()
        except KnownError as error:
            self.tell(error.text)
            return False
        return True

    def restyle(self) -> None:
        self.setMinimumWidth(theme.px(200))
