"""Changing a group's own steps and what to tell an ambulance; everything saves itself."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from peerdesk.app.help_now.rows import RowCard, RowsEditor
from peerdesk.app.help_now.steps_service import Step, StepPart, StepsService
from peerdesk.store.help_steps import ADDRESS, CONTACT, CONTACT_NUMBER, ENTRANCE, PHONE
from peerdesk.ui.saving import Saver
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


class _StepRow(RowCard):
    """One step with its two fields."""

    def __init__(self, editor: StepsEditor, step: Step, number: int, last: bool) -> None:
        super().__init__(editor, step.uid)
        self._service = editor.service
        self.add(
            self._part("title", self.tr("Step {n}").format(n=number), step.title),
            self._part("detail", self.tr("More about it"), step.detail),
        )
        who = step.title or self.tr("step {n}").format(n=number)
        self.add_buttons(who, first=number == 1, last=last)

    def _part(self, part: StepPart, label: str, words: str) -> Field:
        service = self._service
        save: Callable[[str], None] = lambda text: service.change(self.uid, part, text)  # noqa: E731
        return self.field(part, label, words, save, service.settle)


class StepsEditor(RowsEditor):
    """The editor; the card with the steps stands beside it and follows."""

    def __init__(
        self, service: StepsService, context: Context, parent: QWidget | None = None
    ) -> None:
        super().__init__(service, context, parent)
        self.service = service
        self.add_button = Button(self.tr("Add a step"), icon="plus")
        self.add_button.clicked.connect(self.add_step)
        self.restore_button = Button(self.tr("Use the steps that came with PeerDesk"))
        self.restore_button.clicked.connect(self._restore)
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
        box.addLayout(self.list)
        box.addWidget(foot)
        self.facts: dict[str, LineEdit] = {}
        self._savers: dict[str, Saver] = {}
        box.addWidget(self._house())
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
        self.show_rows(steps, lambda at, _, last: _StepRow(self, steps[at], at + 1, last))

    def stops_below(self) -> list[QWidget]:
        return [self.add_button, self.restore_button, *self.facts.values()]

    def savers(self) -> list[Saver]:
        return [*super().savers(), *self._savers.values()]

    # -- doing -------------------------------------------------------------------------------

    def add_step(self) -> None:
        """A new step at the end, ready to type in."""
        if not self.all_saved():
            return
        if self.service.add():
            self.write_in_last()
        else:
            self._context.notice(self.tr("More steps than these nobody could follow."))

    def _restore(self) -> None:
        if not self.all_saved():
            return
        self.add_button.setFocus(Qt.FocusReason.OtherFocusReason)  # a field in use is left alone
        self.service.restore()
        self.refresh()
