"""Agendas to choose from: ours and the group's own, looked at before they are used."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from peerdesk.core.errors import KnownError
from peerdesk.exchange import agenda_file
from peerdesk.exchange.agenda_file import Agenda
from peerdesk.features.meetings.agenda.templates import Template
from peerdesk.features.meetings.agenda.templates_preview import Preview
from peerdesk.features.meetings.service import MeetingsService
from peerdesk.ui import dates
from peerdesk.ui.beside import Beside
from peerdesk.ui.context import Context
from peerdesk.ui.tab_order import tab_after
from peerdesk.ui.text import render
from peerdesk.ui.widgets import (
    Button,
    ChoiceCards,
    Column,
    FlowLayout,
    Heading,
    InlineMessage,
    Muted,
)

SIDE_BY_SIDE = 560


class TemplatesView(QWidget):
    """Emits ``back`` when the agenda should be shown again."""

    back = Signal()

    def __init__(self, service: MeetingsService, context: Context) -> None:
        super().__init__()
        self._service, self._context = service, context
        self._uid, self._key = b"", ""
        self._shown: tuple[tuple[str, str, int, bool], ...] = ()
        self._file: Agenda | None = None
        self.back_button = Button(self.tr("Back to the agenda"), icon="back", small=True)
        self.back_button.clicked.connect(self.back)
        self.keep = Button(self.tr("Keep this agenda as a template"), icon="save", small=True)
        self.keep.clicked.connect(self._keep)
        self.open = Button(self.tr("Open a template file…"), icon="folder", small=True)
        self.open.clicked.connect(self.choose_file)
        self.message = InlineMessage("")
        self.preview = Preview(service, context)
        self.preview.use.clicked.connect(self._use)
        self.preview.save.clicked.connect(self.choose_place)
        self.preview.remove.clicked.connect(self._remove)
        self.preview.take.clicked.connect(self._take)
        self.preview.leave.clicked.connect(self._leave)
        self._cards = ChoiceCards()
        host = QWidget()
        self._host = Column(host, spacing=10)
        self._host.addWidget(self._cards)
        self._host.addStretch(1)
        head, buttons = QWidget(), QWidget()
        FlowLayout(buttons, spacing=(8, 6)).add(self.keep, self.open)
        Column(head, spacing=8).add(
            Heading(self.tr("Choose another agenda"), 2, wrap=True),
            Muted(
                self.tr("Look at one first. It takes the place of the agenda of this date."),
                wrap=True,
            ),
            buttons,
        )
        box = Column(self, spacing=14)
        back = QWidget()
        FlowLayout(back).add(self.back_button)
        box.add(
            back,
            head,
            self.message,
            Beside(host, self.preview, least=SIDE_BY_SIDE, spacing=20, shares=(5, 6)),
        )
        box.addStretch(1)
        self.setFocusProxy(self.back_button)

    # -- showing -----------------------------------------------------------------------------

    def show_meeting(self, uid: bytes) -> None:
        """Show the templates for a meeting."""
        if uid != self._uid:
            self._uid, self._file = uid, None
            self.message.clear()
        meeting = self._service.meeting(uid)
        every = self._service.templates()
        if not any(t.key == self._key for t in every):
            start = self._service.template_for(
                meeting.series if meeting else None, meeting.minutes if meeting else 90
            )
            self._key = start.key
        self._show_cards(every)
        self._show_preview(next(t for t in every if t.key == self._key))

    def _show_cards(self, every: tuple[Template, ...]) -> None:
        shown = tuple((t.key, t.name, t.minutes, t.own) for t in every)
        if shown != self._shown:
            self._shown = shown
            old, self._cards = self._cards, ChoiceCards(name=self.tr("Agendas to choose from"))
            self._host.replaceWidget(old, self._cards)
            old.hide()
            old.deleteLater()
            made = [self._cards.add(t.key, t.name, self._told(t)) for t in every]
            self._cards.chosen.connect(self._chosen)
            tab_after(self.open, made)
        self._cards.set_current(self._key)

    def _told(self, template: Template) -> str:
        parts = self.tr("%n parts", "", len(template.parts))
        told = [dates.length(template.minutes), parts]
        if template.own:
            told.append(self.tr("Your own"))
        return " · ".join(told)

    def _show_preview(self, template: Template) -> None:
        if self._file is not None:
            self.preview.show_file(self._file)
            return
        self.preview.show_template(self._uid, template)

    # -- doing -------------------------------------------------------------------------------

    def flush(self) -> None:
        """Save what is not saved yet."""
        self.preview.flush()

    def unsaved(self) -> str:
        """The words that could not be saved."""
        return self.preview.unsaved()

    def _chosen(self, key: str) -> None:
        self.flush()
        self._key, self._file = key, None
        self.message.clear()
        self.show_meeting(self._uid)

    def _use(self) -> None:
        self.flush()
        self._service.use_template(self._uid, self._key)
        self.back.emit()

    def _keep(self) -> None:
        self.flush()
        meeting = self._service.meeting(self._uid)
        if meeting is None:
            return
        day = QLocale().toString(
            dates.to_qdate(meeting.start.date()), QLocale.FormatType.ShortFormat
        )
        name = meeting.theme or self.tr("Agenda of {day}").format(day=day)
        self._file = None
        self._key = self._service.keep_template(self._uid, name)
        self.show_meeting(self._uid)
        self.preview.name.setFocus()
        self.preview.name.selectAll()

    def _remove(self) -> None:
        self.flush()
        self._service.remove_template(self._key)
        self.show_meeting(self._uid)

    # -- files -------------------------------------------------------------------------------

    def choose_file(self) -> None:
        """Ask for a file and show what is in it."""
        name, _ = QFileDialog.getOpenFileName(
            self.window(),
            self.tr("Open a template file"),
            "",
            self.tr("Agendas") + f" (*{agenda_file.ENDING})",
        )
        if name:
            self.open_file(Path(name))

    def open_file(self, path: Path) -> None:
        """Show what is in a file, before it is kept; or say why not."""
        self.flush()
        try:
            self._file = agenda_file.load(path)
        except KnownError as problem:
            self._file = None
            self.message.say(render(problem.text), "problem")
        else:
            self.message.say(
                self.tr("This is what “{name}” holds. It is not kept yet.").format(name=path.name)
            )
            self.preview.take.setFocus()
        self.show_meeting(self._uid)

    def _take(self) -> None:
        if self._file is not None:
            self._key = self._service.add_template(self._file)
            self._leave()

    def _leave(self) -> None:
        self._file = None
        self.message.clear()
        self.show_meeting(self._uid)

    def choose_place(self) -> None:
        """Ask where the file should be and write it."""
        template = self._service.template(self._key)
        assert template is not None, "it is shown"
        name, _ = QFileDialog.getSaveFileName(
            self.window(),
            self.tr("Save the template"),
            template.name.replace("/", "-") + agenda_file.ENDING,
            self.tr("Agendas") + f" (*{agenda_file.ENDING})",
        )
        if name:
            path = Path(name)
            if not path.name.endswith(agenda_file.ENDING):
                path = path.with_name(path.name + agenda_file.ENDING)
            self.save_file(path)

    def save_file(self, path: Path) -> None:
        """Write the chosen template and say so."""
        self.flush()
        template = self._service.template(self._key)
        assert template is not None, "it is shown"
        try:
            name = template.name.strip() or path.name.removesuffix(agenda_file.ENDING)
            agenda_file.save(Agenda(name, template.words, template.parts), path)
        except KnownError as problem:
            self.message.say(render(problem.text), "problem")
            return
        self.message.say(
            self.tr("Saved as “{name}”. It holds no names of people.").format(name=path.name),
            "done",
        )
