"""What stays besides: good things, what came up, what to restock, and how you are yourself."""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

from PySide6.QtWidgets import QWidget

from peerdesk.features.meetings.closing.naming import NamelessWords
from peerdesk.features.meetings.closing.service import ClosingService
from peerdesk.ui import dates
from peerdesk.ui.context import Context
from peerdesk.ui.saving import Saver, called
from peerdesk.ui.widgets import (
    Button,
    Card,
    Column,
    Heading,
    LineEdit,
    ListRow,
    Muted,
    Paragraph,
    Row,
    TextArea,
)

Keep = Callable[[bytes, str, str, bytes], bytes]
"""``Context.extra["note_to_me"]``: (note's uid or b"", title, words, meeting's uid) gives the uid
of the note."""


class NamelessCard(Card):
    """A heading and words that are kept without names: ``part`` of the meeting."""

    def __init__(
        self, service: ClosingService, context: Context, part: str, title: str, placeholder: str
    ) -> None:
        super().__init__(spacing=8)
        self._service, self._part, self._uid = service, part, b""
        self.area = TextArea(placeholder=placeholder, name=title, lines=1)
        self.words = NamelessWords(
            self.area,
            service.named,
            service.without,
            lambda words: service.set_words(self._uid, part, words),
            service.cabinet.settle,
            context.notice,
        )
        heading = Heading(title, 2)
        heading.setBuddy(self.area)
        self.add(heading, self.words)

    def show_meeting(self, uid: bytes) -> None:
        """Show what is kept about a meeting."""
        if uid != self._uid:
            self._uid = uid
            self.words.start()
        self.words.load(self._service.words_of(uid, self._part))

    def flush(self) -> None:
        """Save what is not saved yet."""
        self.words.flush()

    def unsaved(self) -> str:
        """Words that could not be saved."""
        return self.words.unsaved()


class RestockCard(Card):
    """What was used up: it stands on Today before the next meeting."""

    def __init__(self, service: ClosingService) -> None:
        super().__init__(spacing=6)
        self._service = service
        self._shown: tuple[tuple[bytes, str], ...] = ()
        self._list = QWidget()
        self._rows = Column(self._list, spacing=0)
        self.line = LineEdit(placeholder=self.tr("Tea, tissues…"))
        self.line.setAccessibleName(self.tr("What to restock"))
        self.line.returnPressed.connect(self._try)
        self.add_button = Button(self.tr("Add"), icon="plus")
        self.add_button.clicked.connect(self._try)
        self.line.textChanged.connect(lambda words: self.add_button.setVisible(bool(words.strip())))
        self.add_button.hide()
        line = QWidget()
        row = Row(line, spacing=8)
        row.addWidget(self.line, 1)
        row.addWidget(self.add_button)
        heading = Heading(self.tr("What to restock"), 2)
        heading.setBuddy(self.line)
        self.add(heading, self._list, line)

    def show_meeting(self, uid: bytes) -> None:
        """Show what waits; it is the same for every meeting."""
        del uid
        shown = self._service.to_restock()
        if shown != self._shown:
            self._shown = shown
            while (item := self._rows.takeAt(0)) is not None:
                if (old := item.widget()) is not None:
                    old.hide()
                    old.deleteLater()
            for _, words in shown:
                first = self._rows.count() == 0
                self._rows.addWidget(ListRow(Paragraph(words), first=first, pad=5))
        self._list.setVisible(bool(shown))

    def _try(self) -> None:
        if self._service.restock(self.line.text()):
            self.line.clear()
            self.show_meeting(b"")

    def flush(self) -> None:
        """What is typed and not added stays where it is."""

    def unsaved(self) -> str:
        """What is typed and not added yet."""
        words = self.line.text().strip()
        return called(self.line, words) if words else ""


class MeCard(Card):
    """How are you? Two minutes for oneself, kept in the drawer."""

    def __init__(self, service: ClosingService, context: Context) -> None:
        super().__init__(spacing=8)
        self._service, self._uid, self._note = service, b"", b""
        self._keep = cast("Keep | None", context.extra.get("note_to_me"))
        self.area = TextArea(placeholder="…", name=self.tr("How are you?"), private=True, lines=5)
        self.saver = Saver(self.area, self._save, lambda: None, context.notice)
        heading = Heading(self.tr("How are you?"), 2)
        heading.setBuddy(self.area)
        words = Column(None, spacing=0)
        words.add(
            heading,
            Muted(
                self.tr("Two minutes. Goes to your notes; nobody else can open them."),
                wrap=True,
            ),
        )
        self.box.addLayout(words)
        self.add(self.area)
        self.box.addStretch(1)
        self.setVisible(self._keep is not None)

    def show_meeting(self, uid: bytes) -> None:
        """A fresh page for another meeting."""
        if uid != self._uid:
            self._uid, self._note = uid, b""
            self.saver.load("")

    def _save(self, words: str) -> None:
        meeting = self._service.meetings.meeting(self._uid)
        if self._keep is None or meeting is None or not (words.strip() or self._note):
            return
        day = dates.long_day(meeting.start.date())
        title = self.tr("After the meeting of {day}").format(day=day)
        self._note = self._keep(self._note, title, words, self._uid)

    def flush(self) -> None:
        """Save what is not saved yet."""
        self.saver.flush()

    def unsaved(self) -> str:
        """Words that could not be saved."""
        return self.saver.unsaved()
