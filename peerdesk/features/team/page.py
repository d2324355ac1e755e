"""Team notes: the list on the left, one thread on the right."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QWidget

from peerdesk.features.team.card import ThreadCard
from peerdesk.features.team.records import TeamRow
from peerdesk.features.team.service import TeamService, keyholder_here
from peerdesk.features.team.words import about_words, author_words, masked
from peerdesk.ui.context import Context
from peerdesk.ui.dates import day_and_clock
from peerdesk.ui.page import Page
from peerdesk.ui.table import RowsModel
from peerdesk.ui.views import ListRows
from peerdesk.ui.widgets import (
    Button,
    Card,
    Column,
    ComboBox,
    EmptyState,
    Label,
    Muted,
    Panes,
    Row,
    SearchField,
)

PRIVATE = Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhNoPredictiveText


class TeamPage(Page):
    """The notes every facilitator of this group reads."""

    tables = frozenset({"team_note", "keyholder", "person"})

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        me = keyholder_here(context.cabinet, context.drawer)
        self.team = TeamService(context.cabinet, me, context.clock)
        self._archived = self._open = self._seen = False
        self._known: frozenset[str] = frozenset()
        self.new = Button(self.tr("New note"), "primary", parent=self)
        self.new.hide()  # the header of the window takes and shows it
        self.new.setToolTip(QKeySequence("Ctrl+N").toString(QKeySequence.SequenceFormat.NativeText))
        self.new.clicked.connect(self.begin)
        QShortcut(QKeySequence("Ctrl+N"), self, self.begin)
        self._make_list()
        self.card = ThreadCard(self.team, context)
        self.card.began.connect(lambda _uid: self._reload())
        self.card.went.connect(self._went)
        self.empty = EmptyState("note", "")
        self.empty.acted.connect(self.begin)
        self._empty_card = Card().add(self.empty, stretch=1)
        right = QWidget()
        Column(right, spacing=0).add(self.card, self._empty_card, stretch=1)
        self.panes = Panes(least=640)
        self.panes.add_pane(self._list_card, 5)
        self.panes.add_pane(right, 11)
        Column(self, spacing=0).add(self.panes)
        context.names.changed.connect(self._names_changed)
        self._reload()

    def _make_list(self) -> None:
        self.search = SearchField(self.tr("Search team notes"))
        self.search.setInputMethodHints(PRIVATE)
        self.search.textChanged.connect(lambda _typed: self._reload())
        self.filter_label = Label(self.tr("Show"), size=13, weight=500)
        self.filter = ComboBox(name=self.tr("Show"))
        self.filter_label.setBuddy(self.filter)
        self.filter.activated.connect(lambda _place: self._reload())
        self.filter_row = QWidget()
        row = Row(self.filter_row, spacing=9)
        row.addWidget(self.filter_label)
        row.addWidget(self.filter, 1)
        self.model: RowsModel[TeamRow] = RowsModel(
            self._ids, self._rows, title=self._title, detail=self._detail, trailing=self._date
        )
        self.model.setParent(self)
        self.list = ListRows(self.tr("Team notes"), lines=False)
        self.list.set_model(self.model)
        self.list.picked.connect(self._picked)
        self.list.clicked.connect(self._show_card)
        self.list.activated.connect(self._show_card)
        self.none = Muted("", wrap=True)
        self.other = Button("", "link")
        self.other.clicked.connect(self._switch)
        self._list_card = Card(margins=(12, 14, 12, 10), spacing=10)
        self._list_card.add(self.search, self.filter_row, self.none)
        self._list_card.box.addWidget(self.list, 1)
        self._gap = QWidget()
        self._list_card.box.addWidget(self._gap, 1)
        self._list_card.box.addWidget(self.other, 0, Qt.AlignmentFlag.AlignLeft)

    # -- Page --------------------------------------------------------------------------------

    def title(self) -> str:
        return self.tr("Team notes")

    def subtitle(self) -> str:
        return self.tr("Every facilitator reads these. You change only your own.")

    def header_buttons(self) -> list[QWidget]:
        return [self.new]

    def refresh(self, tables: frozenset[str]) -> None:
        if tables and not tables & self.tables:
            return
        if self._open and not self.card.reload():
            self._open = False
            self._reload()
            self._open_first()
            return
        self._reload()

    def open_item(self, kind: str, uid: bytes) -> None:
        if kind == "new":
            self.begin()
            return
        note = self.team.note(uid)
        if note is not None:
            self._archived = note.archived
            self.search.clear()
            self.filter.setCurrentIndex(0)
            self._choose(uid)
            self._reload()
            self._show_card()

    def flush(self) -> None:
        self.card.flush()

    def unsaved(self) -> str:
        return self.card.unsaved()

    # -- doing -------------------------------------------------------------------------------

    def begin(self) -> None:
        """Open an empty note. Names open, as whoever writes must see what they write."""
        self.card.flush()
        self._context.names.open()
        self._archived = False
        self._open = True
        self._reload()
        self._show_card()
        self.card.begin()

    def _picked(self, note_id: int) -> None:
        row = self.model.row_at(self.model.place_of(note_id))
        if row is not None:
            self._choose(row.uid)

    def _choose(self, uid: bytes) -> None:
        self._open = self.card.show_note(uid)
        if self._open and self.card.uid != uid:
            self._mark()
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

    def _names_changed(self, on: bool) -> None:
        if not on:
            self.card.flush()  # the fields are about to be hidden
        self.card.reload()
        self._reload()

    def _open_first(self) -> None:
        row = self.model.row_at(0)
        if row is not None and not self._open:
            self._choose(row.uid)
            self._mark()
        self._arrange()

    # -- the list ----------------------------------------------------------------------------

    def _ids(self) -> Sequence[int]:
        what, uid = self.filter.currentData() or ("", None)
        return self.team.ids(
            self.search.text(),
            archived=self._archived,
            author=uid if what == "author" else None,
            about=uid if what == "about" else None,
        )

    def _rows(self, ids: Sequence[int]) -> Sequence[TeamRow]:
        return self.team.rows(ids, self.search.text())

    def _title(self, row: TeamRow) -> str:
        if row.title:
            return masked(row.title, self._context.names, self._known)
        if row.begins and self._context.names.is_open():
            return row.begins
        return self.tr("Note without a title")

    def _detail(self, row: TeamRow) -> str:
        names = self._context.names
        if row.snippet and names.is_open():
            return row.snippet
        who = [author_words(row.author, names), *(names.shown(other) for other in row.others)]
        about = about_words(row.kind, row.about, names)
        return " · ".join([", ".join(who), *([about] if about else [])])

    def _date(self, row: TeamRow) -> str:
        clock = self._context.clock
        return day_and_clock(clock.local(row.created_at), clock.now())

    def _reload(self) -> None:
        closed = not self._context.names.is_open()
        self._known = self.team.name_words() if closed else frozenset()
        self._fill_filter()
        self.model.refresh()
        self._mark()
        self._arrange()

    def _mark(self) -> None:
        """The open thread is the current row, or there is none."""
        uid = self.card.uid if self._open else None
        note_id = None if uid is None else self.team.id_of(uid)
        if note_id is None or not self.list.show_id(note_id):
            self.list.clearSelection()
            self.list.selectionModel().clearCurrentIndex()

    def _fill_filter(self) -> None:
        """Everyone's notes, then who wrote, then meetings and people."""
        names, found = self._context.names, self.team.filters(archived=self._archived)
        kept = self.filter.currentData()
        self.filter.clear()
        self.filter.addItem(self.tr("Everything"), None)
        for author in found.authors:
            words = self.tr("by {name}").format(name=author_words(author, names))
            self.filter.addItem(words, ("author", author.uid))
        for uid, words in found.meetings:
            self.filter.addItem(words, ("about", uid))
        for uid, name in found.people:
            self.filter.addItem(about_words("person", name, names), ("about", uid))
        places = [n for n in range(self.filter.count()) if self.filter.itemData(n) == kept]
        self.filter.setCurrentIndex(places[0] if places else 0)
        self.filter.setToolTip(self.filter.currentText())
        self.filter_row.setVisible(self.filter.count() > 2)

    # -- looks -------------------------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self._seen:
            self._seen = True
            self._open_first()

    def _show_card(self) -> None:
        """Where list and thread stand one under the other, go down to the thread."""
        self.panes.go_to(self.card)

    def _arrange(self) -> None:
        some = self.model.rowCount() > 0
        self.card.setVisible(self._open)
        self._empty_card.setVisible(not self._open)
        self.list.setVisible(some)
        self._gap.setVisible(not some)
        narrowed = bool(self.search.text().strip()) or self.filter.currentIndex() > 0
        self.none.setText("" if some or not narrowed else self.tr("No team note holds this."))
        self.none.setVisible(not some and narrowed)
        self._say_empty(some or narrowed)
        archived = self.team.count(archived=True)
        if self._archived:
            self.other.setText(self.tr("Back to team notes"))
        else:
            self.other.setText(self.tr("Archived notes ({count})").format(count=archived))
        self.other.setVisible(self._archived or archived > 0)

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
                self.tr("What the team should know"),
                self.tr(
                    "What happened, who was there, what was agreed. Every facilitator reads it "
                    "and can write beneath it how they saw it."
                ),
                self.tr("Write a first team note"),
            )
