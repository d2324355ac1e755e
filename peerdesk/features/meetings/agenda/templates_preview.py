"""One agenda to look at: its parts with their minutes, and what can be done with it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from peerdesk.exchange.agenda_file import LONGEST_NAME, Agenda, AgendaPart
from peerdesk.features.meetings import words
from peerdesk.features.meetings.agenda.templates import Template, fitted
from peerdesk.features.meetings.service import MeetingsService
from peerdesk.ui import dates
from peerdesk.ui.context import Context
from peerdesk.ui.saving import Saver, flush_all, unsaved_of
from peerdesk.ui.text import render
from peerdesk.ui.widgets import (
    Button,
    Card,
    CheckBox,
    Column,
    Field,
    FlowLayout,
    Heading,
    Label,
    LineEdit,
    Muted,
    Paragraph,
    Row,
    TextArea,
)


class PreviewRow(QWidget):
    """A part: its title and kind, what one could say, and its minutes."""

    def __init__(self, part: AgendaPart) -> None:
        super().__init__()
        kind = render(words.KIND[part.kind])
        texts = QWidget()
        column = Column(texts, spacing=0)
        column.add(Paragraph(part.title or kind))
        if part.say:
            column.add(Muted(part.say, wrap=True))
        row = Row(self, spacing=10)
        row.addWidget(texts, 1)
        top = Qt.AlignmentFlag.AlignTop
        row.addWidget(Label(dates.length(part.minutes), size=13), 0, top)


class Preview(QWidget):
    """Its buttons are ``use``, ``save``, ``remove``, and for a file ``take`` and ``leave``."""

    def __init__(self, service: MeetingsService, context: Context) -> None:
        super().__init__()
        self._service = service
        self._meeting = b""
        left, tell = service.cabinet.settle, context.notice
        self.heading = Heading("", 2, wrap=True)
        self.words = Paragraph("", tone="muted")
        self.name = LineEdit()
        self.name.setMaxLength(LONGEST_NAME)
        self._name = Saver(self.name, lambda t: self._set(name=t), left, tell)
        self.about = TextArea(lines=2)
        self._about = Saver(self.about, lambda t: self._set(words=t), left, tell)
        self._savers = (self._name, self._about)
        self._own = QWidget()
        Column(self._own, spacing=10).add(
            Field(self.tr("Name of the template"), self.name),
            Field(self.tr("What it is for"), self.about),
        )
        self.total = Muted("", wrap=True)
        self._card = Card("sunken", spacing=8)
        self.rows: list[PreviewRow] = []
        self._template: Template | None = None
        self.series_too = CheckBox(self.tr("Dates of this series begin with it"))
        self.series_too.clicked.connect(self._choose_default)
        self.every_too = CheckBox(self.tr("All new dates begin with it"))
        self.every_too.clicked.connect(self._choose_for_all)
        self.use = Button(self.tr("Use for this date"), "primary")
        self.save = Button(self.tr("Save as a file…"), icon="export", small=True)
        self.remove = Button(self.tr("Remove the template"), icon="trash", small=True)
        self.take = Button(self.tr("Keep it here"), "primary")
        self.leave = Button(self.tr("Not now"))
        main, less = QWidget(), QWidget()
        FlowLayout(main).add(self.use, self.take, self.leave)
        FlowLayout(less, spacing=(8, 6)).add(self.save, self.remove)
        box = Column(self, spacing=12)
        box.add(self.heading, self.words, self._own, main, self.total, self._card)
        box.add(self.series_too, self.every_too, less)
        box.addStretch(1)

    def show_template(self, meeting: bytes, template: Template) -> None:
        """Show a template as it would be for a meeting."""
        if self._template is not None and template.key != self._template.key:
            self.flush()
        self._meeting, self._template = meeting, template
        view = self._service.meeting(meeting)
        parts = fitted(template.parts, view.minutes) if view is not None else template.parts
        self._show(template.name, template.words, parts)
        self._own.setVisible(template.own)
        self.words.setVisible(bool(template.words) and not template.own)
        self._name.load(template.name)
        self._about.load(template.words)
        for widget in (self.use, self.save):
            widget.show()
        self.remove.setVisible(template.own)
        self.take.hide()
        self.leave.hide()
        series = view.series if view is not None else None
        self.series_too.setVisible(series is not None)
        own = series is not None and self._service.default_template(series) == template.key
        self.series_too.setChecked(own)
        self.every_too.show()
        self.every_too.setChecked(self._service.default_template() == template.key)

    def show_file(self, agenda: Agenda) -> None:
        """Show what a file holds."""
        self.flush()
        self._template = None
        self._show(agenda.name, agenda.words, agenda.parts)
        self.words.setVisible(bool(agenda.words))
        for widget in (
            self._own,
            self.use,
            self.save,
            self.remove,
            self.series_too,
            self.every_too,
        ):
            widget.hide()
        self.take.show()
        self.leave.show()

    def flush(self) -> None:
        """Save what is not saved yet."""
        flush_all(self._savers)

    def unsaved(self) -> str:
        """The words that could not be saved."""
        return unsaved_of(self._savers)

    # -- inside ------------------------------------------------------------------------------

    def _show(self, name: str, about: str, parts: tuple[AgendaPart, ...]) -> None:
        self.heading.setText(name or self.tr("No name yet"))
        self.words.setText(about)
        minutes = dates.length(sum(p.minutes for p in parts))
        self.total.setText(self.tr("{minutes} in all").format(minutes=minutes))
        for old in self.rows:
            old.hide()
            old.deleteLater()
        self.rows = [PreviewRow(p) for p in parts]
        self._card.add(*self.rows)

    def _set(self, **fields: str) -> None:
        if self._template is not None and self._template.own:
            self._service.set_template(self._template.key, **fields)

    def _choose_default(self, on: bool) -> None:
        view = self._service.meeting(self._meeting)
        if view is not None and self._template is not None:
            self._service.set_default_template(self._template.key if on else "", view.series)

    def _choose_for_all(self, on: bool) -> None:
        if self._template is not None:
            self._service.set_default_template(self._template.key if on else "")
