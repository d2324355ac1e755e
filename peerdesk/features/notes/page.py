"""My notes: the list on the left, one note on the right."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QWidget

from peerdesk.core.text import translate
from peerdesk.features.notes.detail import NoteCard
from peerdesk.features.notes.editor import PRIVATE
from peerdesk.features.notes.listing import NotesList, NotesModel
from peerdesk.features.notes.service import NotesService
from peerdesk.ui import theme
from peerdesk.ui.context import Context
from peerdesk.ui.page import Page
from peerdesk.ui.text import render
from peerdesk.ui.widgets import (
    Button,
    Card,
    Column,
    EmptyState,
    InlineMessage,
    Muted,
    Row,
    ScrollColumn,
    SearchField,
)

LIST_WIDTH = 310
LIST_LEAST = 230
SHORT = 420
"""Below this height the note scrolls as a whole."""
NARROW = 560
"""Below this width (in the target's pixels) list and note take turns."""


class NotesPage(Page):
    """The private notes of the person whose drawer is open."""

    tables = frozenset({"note"})

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.notes = NotesService(context.drawer)
        self._archived = False
        self._open = False
        self.new = Button(self.tr("New note"), "primary", parent=self)
        self.new.hide()  # the header of the window takes and shows it
        self.new.setToolTip(QKeySequence("Ctrl+N").toString(QKeySequence.SequenceFormat.NativeText))
        self.new.clicked.connect(self.begin)
        QShortcut(QKeySequence("Ctrl+N"), self, self.begin)
        self._make_list()
        self.card = NoteCard(self.notes, context)
        self.card.began.connect(lambda _uid: self._reload())
        self.card.went.connect(self._went)
        self.card.back.connect(self._back)
        self.empty = EmptyState("pen", "")
        self.empty.acted.connect(self.begin)
        self._empty_card = Card().add(self.empty, stretch=1)
        self.forgotten = InlineMessage(parent=self)
        self.forgotten.acted.connect(self._read_forgotten)
        column = Column(self, spacing=16)
        column.addWidget(self.forgotten)
        row = Row(spacing=16)
        column.addLayout(row, 1)
        row.addWidget(self._list_card)
        # With large words in a small window the note scrolls as a whole.
        self._right = ScrollColumn(spacing=0)
        self._right.add(self.card, self._empty_card, stretch=1)
        row.addWidget(self._right, 1)
        self.card.body.cursorPositionChanged.connect(self._follow)
        context.names.changed.connect(self._names_changed)
        self._seen = False
        self._reload()
        self._ask_about_forgotten()

    def _names_changed(self) -> None:
        self._reload()

    def _make_list(self) -> None:
        self.search = SearchField(self.tr("Search my notes"))
        self.search.setInputMethodHints(PRIVATE)
        self.search.textChanged.connect(lambda _typed: self._reload())
        self.model = NotesModel(self.notes, self._context.clock, self)
        self.list = NotesList(self.model)
        self.list.chosen.connect(self._choose)
        self.none = Muted("", wrap=True)
        self.other = Button("", "link")
        self.other.clicked.connect(self._switch)
        self._list_card = Card(margins=(12, 14, 12, 10), spacing=10)
        self._list_card.add(self.search, self.none)
        self._list_card.box.addWidget(self.list, 1)
        self._gap = QWidget()
        self._list_card.box.addWidget(self._gap, 1)
        self._list_card.box.addWidget(self.other, 0, Qt.AlignmentFlag.AlignLeft)

    # -- Page --------------------------------------------------------------------------------

    def title(self) -> str:
        return self.tr("My notes")

    def subtitle(self) -> str:
        minutes = int(self._context.setting("idle_minutes", 3) or 3)
        return render(
            translate(
                "NotesPage",
                "Only you can open these. They lock after %n minute(s) away.",
                "",
                minutes,
            )
        )

    def header_buttons(self) -> list[QWidget]:
        return [self.new]

    def refresh(self, tables: frozenset[str]) -> None:
        if tables and not tables & self.tables:
            return
        self._ask_about_forgotten()
        if not self.card.reload():
            self._open = False
            self._reload()
            self._open_first()
            return
        self._reload()

    def open_item(self, kind: str, uid: bytes) -> None:
        if kind == "note":
            note = self.notes.note(uid)
            if note is not None and note.archived != self._archived:
                self._archived = note.archived
            self.search.clear()
            self._reload()
            self._choose(uid)
            self._reload()
        elif kind == "new":
            self.begin()

    def flush(self) -> None:
        self.card.flush()

    def unsaved(self) -> str:
        return self.card.unsaved()

    def _ask_about_forgotten(self) -> None:
        """Somebody was erased for good, and a note of mine still belongs to them."""
        gone = self._context.extra.get("erased_people")
        self._forgotten = self.notes.about_any(gone()) if callable(gone) else []
        if not self._forgotten:
            self.forgotten.clear()
            return
        self.forgotten.say(
            self.tr(
                "A note of yours is about somebody who asked to be forgotten. Please read it: take "
                "the name out and let it belong to nothing, or erase it for good."
            ),
            action=self.tr("Read it"),
        )

    def _read_forgotten(self) -> None:
        if self._forgotten:
            self.open_item("note", self._forgotten[0])

    # -- doing -------------------------------------------------------------------------------

    def begin(self) -> None:
        """Open an empty note."""
        self.card.flush()
        self._archived = False
        self._open = True
        self.search.clear()
        self._arrange()
        self.card.begin()
        self._reload()

    def _choose(self, uid: object) -> None:
        assert isinstance(uid, bytes)
        if self._open and uid == self.card.uid:
            return
        self._open = self.card.show_note(uid)
        if self._open and self.card.uid != uid:
            self.list.select(self.card.uid)
        self._arrange()

    def _switch(self) -> None:
        self.card.flush()
        self._archived = not self._archived
        self._open = False
        self.search.clear()
        self._reload()
        self._open_first()

    def _went(self) -> None:
        self._open = False
        self._reload()
        self._open_first()
        if not self._open:
            self.search.setFocus()

    def _back(self) -> None:
        self.card.flush()
        self._open = False
        self._arrange()
        self.list.setFocus()

    def _open_first(self) -> None:
        """Where both fit, the first note stands open."""
        if self.model.rowCount() and not self._narrow() and not self._open:
            row = self.model.row(0)
            if row is not None:
                self._choose(row.uid)
                self.list.select(row.uid)
        self._arrange()

    def _reload(self) -> None:
        self.model.snippets = self._context.names.is_open()
        self.model.load(self.search.text(), self._archived)
        self.list.scheduleDelayedItemsLayout()
        self.list.select(self.card.uid if self._open else None)
        self._arrange()

    # -- looks -------------------------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self._seen:  # only now it is known whether list and note fit side by side
            self._seen = True
            self._open_first()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def restyle(self) -> None:
        self._arrange()

    def _narrow(self) -> bool:
        return self.width() < theme.px(NARROW)

    def _arrange(self) -> None:
        narrow = self._narrow()
        some = self.model.rowCount() > 0
        wide = min(theme.px(LIST_WIDTH), max(theme.px(LIST_LEAST), self.width() * 36 // 100))
        self._list_card.setMinimumWidth(0 if narrow else wide)
        self._list_card.setMaximumWidth(16_777_215 if narrow else wide)
        self._list_card.setVisible(not narrow or not self._open)
        self.card.setVisible(self._open)
        self.card.set_narrow(narrow)
        self.card.body.set_growing(narrow or self.height() < theme.px(SHORT))
        self._empty_card.setVisible(not self._open and not (narrow and some))
        self.list.setVisible(some)
        self._gap.setVisible(not some)
        self._right.setVisible(not narrow or self._open or not some)
        typed = self.search.text().strip()
        self.none.setText("" if some or not typed else self.tr("No note holds these words."))
        self.none.setVisible(not some and bool(typed))
        self._say_empty(some or bool(typed))
        archived = self.notes.count(archived=True)
        if self._archived:
            self.other.setText(self.tr("Back to my notes"))
        else:
            self.other.setText(self.tr("Archived notes ({count})").format(count=archived))
        self.other.setVisible(self._archived or archived > 0)

    def _follow(self) -> None:
        """Keep the line being written in view while the note scrolls as a whole."""
        body = self.card.body
        if body.hasFocus():
            at = body.viewport().mapTo(self._right.inside, body.cursorRect().center())
            self._right.ensureVisible(at.x(), at.y(), 0, theme.px(40))

    def _say_empty(self, some: bool) -> None:
        if some:
            self.empty.say(
                self.tr("No note is open"),
                self.tr("Choose one on the list, or write a new one."),
                self.tr("New note"),
            )
        elif self._archived:
            self.empty.say(self.tr("Nothing is archived"))
        else:
            self.empty.say(
                self.tr("A place for your own thoughts"),
                self.tr(
                    "What you write here is locked away with your password. No other "
                    "facilitator and nobody who looks after this computer can read it."
                ),
                self.tr("Write a first note"),
            )
