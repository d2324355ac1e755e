"""Print for the evening: choose, look at the pages, then print or save them."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QHideEvent, QKeySequence, QPainter, QPaintEvent, QShortcut
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from peerdesk.core.errors import KnownError
from peerdesk.features.meetings.paper.options import Options
from peerdesk.features.meetings.paper.pack import Pack
from peerdesk.features.meetings.paper.speaking import voice
from peerdesk.features.meetings.service import MeetingsService
from peerdesk.ui import dates, drives, printing, theme
from peerdesk.ui.context import Context
from peerdesk.ui.paper_preview import Preview
from peerdesk.ui.text import render
from peerdesk.ui.widgets import Button, Column, FlowLayout, InlineMessage, Panes

WISHED = QSize(1040, 760)
PAUSE = 150
"""Milliseconds without a change before the pages are made anew."""
FILE_NAME = "PeerDesk"
"""What a file is called: it names nobody and no group."""


class PrintDialog(QDialog):
    """Papers of one meeting. Raises KeyError for no such meeting."""

    def __init__(
        self,
        service: MeetingsService,
        context: Context,
        meeting: bytes,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("PeerDesk")
        self.setModal(True)
        self.setAccessibleName(self.tr("Print for the evening"))
        self._context = context
        self.pack = Pack(service, meeting, voice())
        found = service.meeting(meeting)
        assert found is not None
        day = dates.long_day(found.start.date())
        when = self.tr("{day}, {time}").format(day=day, time=dates.span(found.start, found.end))
        house = str(context.setting("centre", "") or "")
        self.options = Options(self.pack, house, context.clock.now().date(), when)
        self.preview = Preview()
        panes = Panes(least=760, tall=420)
        panes.add_pane(self.options, 2)
        panes.add_pane(self.preview, 3)
        self.note = InlineMessage(parent=self)
        self.note.acted.connect(context.names.open)
        self.message = InlineMessage(parent=self)
        self.print_button = Button(self.tr("Print…"), "primary", icon="print")
        self.pdf = Button(self.tr("Save as PDF…"), icon="save")
        self.odt = Button(self.tr("Save as ODT…"))
        self.html = Button(self.tr("Save as HTML…"))
        self.close_button = Button(self.tr("Close"))
        self.print_button.clicked.connect(self.print_pages)
        self.pdf.clicked.connect(lambda: self.ask_where(".pdf"))
        self.odt.clicked.connect(lambda: self.ask_where(".odt"))
        self.html.clicked.connect(lambda: self.ask_where(".html"))
        self.close_button.clicked.connect(self.reject)
        buttons = QWidget()
        FlowLayout(buttons, spacing=(10, 8)).add(
            self.print_button, self.pdf, self.odt, self.html, self.close_button
        )
        column = Column(self, (18, 18, 18, 16), 12)
        column.addWidget(panes, 1)
        column.addWidget(self.note)
        column.addWidget(self.message)
        column.addWidget(buttons)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(PAUSE)
        self._later.timeout.connect(self.make_pages)
        self.options.changed.connect(self._change)
        context.names.changed.connect(self._names_changed)
        QShortcut(QKeySequence("F8"), self, context.names.toggle)
        room = self.screen().availableSize()
        self.resize(
            min(theme.px(WISHED.width()), room.width() - 40),
            min(theme.px(WISHED.height()), room.height() - 60),
        )
        self.make_pages()

    # -- showing -------------------------------------------------------------------------------

    def make_pages(self) -> None:
        """Show the pages as they are now."""
        self._later.stop()
        wanted = self.options.wanted()
        chosen = bool(self.pack.chosen(wanted))
        body = self.pack.body(wanted, self._context.names.shown)
        self.preview.load(printing.Pages(body, wanted.large) if chosen else None)
        for button in (self.print_button, self.pdf, self.odt, self.html):
            button.setEnabled(chosen)
        self._say_names(self.pack.names_people(wanted))

    def _say_names(self, named: bool) -> None:
        if not named:
            self.note.clear()
        elif self._context.names.is_open():
            self.note.say(printing.stand_at_the_printer())
        else:
            closed = self.tr("Names are closed on this page, and whole on paper.")
            self.note.say(
                f"{printing.stand_at_the_printer()} {closed}", action=self.tr("Show names")
            )

    def _change(self) -> None:
        self.message.clear()
        self._later.start()

    def _names_changed(self) -> None:
        if self.isVisible():
            self.make_pages()

    def hideEvent(self, event: QHideEvent) -> None:
        self._later.stop()  # nothing is read any more once it is put away
        super().hideEvent(event)

    # -- doing ---------------------------------------------------------------------------------

    def print_pages(self) -> None:
        """Ask for a printer and print."""
        wanted = self.options.wanted()
        copies = self.options.copies.value()
        if printing.print_text(self.pack.body(wanted), self, large=wanted.large, copies=copies):
            self._done(self.tr("It is on its way to the printer."))

    def ask_where(self, ending: str) -> None:
        """Ask for a place, then save there. Names go to a drive that can be taken away."""
        start = ""
        if self._away_only():
            roots = self._drives()
            if not roots:
                self._say_away()
                return
            start = str(roots[0])
        name = str(Path(start) / f"{FILE_NAME}{ending}")
        chosen, _ = QFileDialog.getSaveFileName(
            self, self.tr("Save the pages"), name, f"{ending[1:].upper()} (*{ending})"
        )
        if chosen:
            path = Path(chosen)
            self.save(path if path.suffix.lower() == ending else Path(chosen + ending))

    def save(self, path: Path) -> bool:
        """Save by the ending of the name (.pdf, .odt, .html); False when it may not or cannot."""
        if self._away_only() and not any(
            path.resolve().is_relative_to(root.resolve()) for root in self._drives()
        ):
            self._say_away()
            return False
        wanted = self.options.wanted()
        try:
            printing.save(self.pack.body(wanted), path, large=wanted.large)
        except KnownError as error:
            self.message.say(render(error.text), "problem")
            return False
        self._done(self.tr("Saved as {name}.").format(name=path.name))
        return True

    def _done(self, words: str) -> None:
        try:
            self.pack.went_to_paper(self.options.wanted())
        except KnownError as error:
            self.message.say(render(error.text), "problem")
        else:
            self.message.say(words, "done")

    def _away_only(self) -> bool:
        """Whether names would stay on a computer that others use too."""
        return self._context.names.shared() and self.pack.names_people(self.options.wanted())

    def _drives(self) -> list[Path]:
        return drives.plugged(Path(self._context.cabinet.path).parent)

    def _say_away(self) -> None:
        self.message.say(
            self.tr(
                "Names of people would stay on this computer, which others use too. Nothing was "
                "saved. Please plug in a USB stick and save there, or print."
            ),
            "problem",
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(event.rect(), theme.of(self).color("paper"))


def print_for(
    service: MeetingsService, context: Context, meeting: bytes, parent: QWidget
) -> PrintDialog:
    """Open the papers of a meeting over ``parent``; it goes when it is closed."""
    made = PrintDialog(service, context, meeting, parent.window())
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    made.open()
    return made
