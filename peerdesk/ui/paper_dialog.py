"""Choose on one side, look at the pages on the other, then print or save: for public texts."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QLocale, QSize, QTimer
from PySide6.QtGui import QHideEvent, QPageSize, QPainter, QPaintEvent
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from peerdesk.core.errors import KnownError
from peerdesk.ui import printing, speech, theme
from peerdesk.ui.paper_preview import Preview
from peerdesk.ui.sheets import Sheets
from peerdesk.ui.text import render
from peerdesk.ui.widgets import (
    Button,
    Column,
    FlowLayout,
    InlineMessage,
    Panes,
    ScrollCard,
)

WISHED = QSize(1040, 760)
PAUSE = 150
"""Milliseconds without a change before the pages are made anew."""
FILE_NAME = "PeerDesk"
"""What a file is called: it says nothing about who saved it."""
SpeakerFor = Callable[[str, QWidget], speech.Speaker]


def speaker_for(code: str, parent: QWidget) -> speech.Speaker:
    """A voice that speaks the language ``code``, where this computer has one."""
    return speech.Speaker(speech.voice(language=code), parent)


class PaperDialog(QDialog):
    """Who makes one adds what can be chosen to ``options`` and says what comes of it."""

    def __init__(self, parent: QWidget | None = None, speaker: SpeakerFor = speaker_for) -> None:
        super().__init__(parent)
        self.setWindowTitle("PeerDesk")
        self.setModal(True)
        self.options = _Options(spacing=8)
        self.preview = Preview()
        self._speaker_for, self._speaker = speaker, speaker("", self)
        self._spoken = ""
        self._shown: Sheets | None = None
        panes = Panes(least=760, tall=420)
        panes.add_pane(self.options, 2)
        panes.add_pane(self.preview, 3)
        self.note = InlineMessage(parent=self)
        self.message = InlineMessage(parent=self)
        self.print_button = Button(self.tr("Print…"), "primary", icon="print")
        self.pdf = Button(self.tr("Save as PDF…"), icon="save")
        self.odt = Button(self.tr("Save as ODT…"))
        self.html = Button(self.tr("Save as HTML…"))
        self.read_button = Button(self.tr("Read to me"), icon="sound")
        self.close_button = Button(self.tr("Close"))
        self.print_button.clicked.connect(self.print_pages)
        self.pdf.clicked.connect(lambda: self.ask_where(".pdf"))
        self.odt.clicked.connect(lambda: self.ask_where(".odt"))
        self.html.clicked.connect(lambda: self.ask_where(".html"))
        self.read_button.clicked.connect(self.read_aloud)
        self.close_button.clicked.connect(self.reject)
        buttons = QWidget()
        FlowLayout(buttons, spacing=(10, 8)).add(
            self.print_button, self.read_button, self.pdf, self.odt, self.html, self.close_button
        )
        self.read_button.setVisible(self._speaker.available())
        self._speaker.changed.connect(self._speaking)
        column = Column(self, (18, 18, 18, 16), 12)
        column.addWidget(panes, 1)
        column.addWidget(self.note)
        column.addWidget(self.message)
        column.addWidget(buttons)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(PAUSE)
        self._later.timeout.connect(self.make_pages)
        room = self.screen().availableSize()
        self.resize(
            min(theme.px(WISHED.width()), room.width() - 40),
            min(theme.px(WISHED.height()), room.height() - 60),
        )

    # -- what whoever makes one says ---------------------------------------------------------------

    def sheets(self) -> Sheets | None:
        """The sheets as chosen now; None for nothing."""
        raise NotImplementedError

    def text(self) -> str:
        """The same as HTML, for a file that is read."""
        raise NotImplementedError

    def words(self) -> str:
        """The same for the ear."""
        raise NotImplementedError

    def large(self) -> bool:
        """Whether it is large print."""
        raise NotImplementedError

    def locale_of_text(self) -> QLocale:
        """The language of the words on paper."""
        return QLocale()

    def copies(self) -> int:
        """How many of each sheet."""
        return 1

    # -- showing -------------------------------------------------------------------------------

    def change(self) -> None:
        """Something else was chosen; the pages follow when nothing more comes."""
        self.message.clear()
        self._speaker.stop()
        self._later.start()

    def make_pages(self) -> None:
        """Show the pages as they are now."""
        self._later.stop()
        sheets = self._shown = self.sheets()
        self.preview.load(sheets)
        for button in (self.print_button, self.pdf, self.odt, self.html, self.read_button):
            button.setEnabled(sheets is not None)

    def now(self) -> Sheets | None:
        """The sheets that are shown, made anew where something else was chosen just now."""
        if self._later.isActive():
            self.make_pages()
        return self._shown

    def hideEvent(self, event: QHideEvent) -> None:
        self._later.stop()  # nothing is read any more once it is put away
        self._speaker.stop()
        super().hideEvent(event)

    # -- doing ---------------------------------------------------------------------------------

    def print_pages(self) -> None:
        """Ask for a printer and print."""
        sheets = self.now()
        if sheets is None:
            return
        page: QPageSize.PageSizeId = sheets.page
        if printing.print_sheets(lambda: sheets, self, page=page, copies=self.copies()):
            self.message.say(self.tr("It is on its way to the printer."), "done")

    def ask_where(self, ending: str) -> None:
        """Ask for a place, then save there."""
        chosen, _ = QFileDialog.getSaveFileName(
            self,
            self.tr("Save the pages"),
            f"{FILE_NAME}{ending}",
            f"{ending[1:].upper()} (*{ending})",
        )
        if chosen:
            path = Path(chosen)
            self.save(path if path.suffix.lower() == ending else Path(chosen + ending))

    def save(self, path: Path) -> bool:
        """Save by the ending of the name (.pdf, .odt, .html); False when it cannot be."""
        try:
            self._save(path)
        except KnownError as error:
            self.message.say(render(error.text), "problem")
            return False
        self.message.say(self.tr("Saved as {name}.").format(name=path.name), "done")
        return True

    def _save(self, path: Path) -> None:
        ending = path.suffix.lower()
        if ending in (".html", ".odt"):
            write = printing.save_html if ending == ".html" else printing.save_odt
            write(self.text(), path, large=self.large(), locale=self.locale_of_text())
            return
        sheets = self.now()
        if sheets is not None:
            printing.save_sheets(sheets, path)

    def read_aloud(self) -> None:
        """Read what is on the pages, in their language, or stop."""
        if self._speaker.speaking():
            self._speaker.stop()
            return
        code = self.locale_of_text().name().split("_")[0]
        if code != self._spoken:
            self._spoken = code
            self._speaker.changed.disconnect(self._speaking)
            self._speaker.deleteLater()
            self._speaker = self._speaker_for(code, self)
            self._speaker.changed.connect(self._speaking)
        self._speaker.speak(self.words())

    def _speaking(self, on: bool) -> None:
        self.read_button.setText(self.tr("Stop reading") if on else self.tr("Read to me"))

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(event.rect(), theme.of(self).color("paper"))


class _Options(ScrollCard):
    def sizeHint(self) -> QSize:
        # It scrolls by itself, and must not push the pages beside it out of the window.
        return QSize(super().sizeHint().width(), theme.px(240))
