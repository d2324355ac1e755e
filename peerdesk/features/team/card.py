"""One thread, open: its tags, the note, and beneath it how others saw it."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from peerdesk.features.team.entry import Entry
from peerdesk.features.team.records import Kind, Written
from peerdesk.features.team.service import TeamService
from peerdesk.features.team.words import about_words, author_words, masked, when
from peerdesk.ui import dates, theme
from peerdesk.ui.context import Context
from peerdesk.ui.room import FoundItem
from peerdesk.ui.widgets import (
    Button,
    Column,
    EmptyState,
    FlowLayout,
    Heading,
    Label,
    Muted,
    Row,
    ScrollCard,
    Separator,
    Tag,
)


class _Top(QWidget):
    """Tags at the start, what can be done at the end; one below the other where both would be
    squeezed."""

    def __init__(self, tags: QWidget, end: QWidget) -> None:
        super().__init__()
        self._both = tags, end
        self._line = Row(self, spacing=9)
        self._line.addWidget(tags, 3, Qt.AlignmentFlag.AlignVCenter)
        self._line.addWidget(end, 2, Qt.AlignmentFlag.AlignVCenter)

    def minimumSizeHint(self) -> QSize:
        wide = max(w.minimumSizeHint().width() for w in self._both)
        return QSize(wide, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._turn()

    def restyle(self) -> None:
        self._turn()

    def _turn(self) -> None:
        least = sum(w.minimumSizeHint().width() for w in self._both) + theme.px(9)
        ways = QBoxLayout.Direction
        down = 0 < self.width() < least
        self._line.setDirection(ways.TopToBottom if down else ways.LeftToRight)


class ThreadCard(ScrollCard):
    """The thread of the note ``uid``, or a new note (``uid`` None)."""

    began = Signal(object)
    """A new note got its first words; its uid."""
    went = Signal()
    """The thread left the list it was in: archived, brought back or erased."""

    def __init__(self, team: TeamService, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(margins=(30, 24, 30, 18), spacing=12, parent=parent)
        self._team, self._context = team, context
        self.uid: bytes | None = None
        self._note: Written | None = None
        self.replies: dict[bytes, tuple[QWidget, Entry]] = {}
        self.draft: Entry | None = None
        self._draft_box: QWidget | None = None
        self._make_top()
        self._make_belongs()
        self.closed_title = Heading("", 1, wrap=True)
        self.closed_byline = Muted("", wrap=True)
        self.closed = EmptyState(
            "eye-off",
            self.tr("Closed while names are closed"),
            self.tr("Press F8 to read."),
            self.tr("Show names"),
        )
        self.closed.acted.connect(context.names.open)
        self.alone = Muted(
            self.tr("This was written beneath a note that its author has erased."), wrap=True
        )
        self.entry = Entry(team, context, beneath=False)
        self.entry.began.connect(self._adopt)
        self.entry.gone.connect(self._gone)
        self.entry.writing.connect(lambda at: self._keep_in_view(self.entry, at))
        self.beneath = QWidget()
        self._beneath_box = Column(self.beneath, spacing=14)
        self.differ = Button(self.tr("I saw it differently"), icon="plus")
        self.differ.clicked.connect(self.see_differently)
        for widget in (self.closed_title, self.closed_byline, self.alone, self.entry):
            self.box.addWidget(widget)
        self.box.addWidget(self.closed, 1)
        self.box.addWidget(self.beneath)
        self.box.addWidget(self.differ, 0, Qt.AlignmentFlag.AlignLeft)
        self.box.addStretch(1)

    # -- what the page asks for ----------------------------------------------------------------

    def begin(self) -> None:
        """Open an empty note with the keyboard in its title. Not over words that could not be
        saved: those stay."""
        self.flush()
        if self.unsaved():
            return
        self._clear()
        self.uid = self._note = None
        self._arrange()
        self.entry.begin()

    def show_note(self, uid: bytes) -> bool:
        """Open another thread, saving this one first; False when it is gone. Words that could
        not be saved stay, and then the other one is not opened."""
        self.flush()
        if self.unsaved():
            return True
        note = self._team.note(uid)
        if note is None:
            return False
        self._clear()
        self._note, self.uid = note, note.uid
        self.entry.show_words(note)
        self._show_replies(note)
        self._arrange()
        self.column.show_top()
        return True

    def reload(self) -> bool:
        """Show the thread as it is kept now, but never the field being typed in.

        False when the note is gone (undone, or erased).
        """
        if self.uid is None:
            self._arrange()
            return True
        note = self._team.note(self.uid)
        if note is None or note.uid != self.uid:
            self.entry.stop()
            self._clear()
            self.uid = self._note = None
            return False
        self._note = note
        self.entry.reload(note)
        self._show_replies(note)
        self._arrange()
        return True

    def flush(self) -> None:
        """Save what is not saved yet; typing on is a new step for undo."""
        for entry in self._entries():
            entry.flush()

    def unsaved(self) -> str:
        """The words that could not be saved."""
        return "\n\n".join(words for entry in self._entries() if (words := entry.unsaved()))

    def see_differently(self) -> None:
        """Open an empty text beneath, for how I saw it."""
        if self.draft is not None or self.uid is None:
            return
        box, entry = self._make_reply()
        self._draft_box, self.draft = box, entry
        entry.began.connect(self._adopt_reply)
        entry.gone.connect(self._drop_draft)
        self._arrange()
        entry.begin(self.uid)

    # -- making ------------------------------------------------------------------------------

    def _make_top(self) -> None:
        self.readers = Tag(self.tr("all facilitators"), "plum")
        self.about = Tag("", "accent")
        self.belongs = Button(self.tr("Belongs to…"), "link")
        self.belongs.setAccessibleName(self.tr("Choose what this note belongs to"))
        self.saved = Muted("")
        self.archive = Button(self.tr("Archive"))
        self.archive.clicked.connect(self._archive)
        tags = QWidget()
        FlowLayout(tags, spacing=(9, 6)).add(self.readers, self.about, self.belongs)
        end = QWidget()
        FlowLayout(end, spacing=(9, 6), align_end=True).add(self.saved, self.archive)
        self.box.addWidget(_Top(tags, end))

    def _make_belongs(self) -> None:
        make: Any = self._context.extra["belongs_panel"]
        self.panel = make()
        self.panel.chosen.connect(self._belong)
        self.panel.closed.connect(self._close_panel)
        self.belongs.clicked.connect(self._open_panel)
        self.box.addWidget(self.panel)

    def _make_reply(self) -> tuple[QWidget, Entry]:
        box = QWidget()
        column = Column(box, spacing=10)
        entry = Entry(self._team, self._context, beneath=True)
        entry.writing.connect(lambda at: self._keep_in_view(entry, at))
        head = Label(self.tr("I saw it differently"), weight=theme.HEAVY)
        column.add(Separator(), head, entry)
        self._beneath_box.addWidget(box)
        return box, entry

    # -- showing -----------------------------------------------------------------------------

    def _show_replies(self, note: Written) -> None:
        if self.draft is not None and self.draft.busy:
            return  # its uid comes in a moment
        kept = {reply.uid for reply in note.replies}
        for uid in [uid for uid in self.replies if uid not in kept]:
            self._drop(*self.replies.pop(uid))
        for reply in note.replies:
            if reply.uid in self.replies:
                self.replies[reply.uid][1].reload(reply)
            else:
                box, entry = self._make_reply()
                entry.gone.connect(self.reload)
                entry.show_words(reply)
                self.replies[reply.uid] = box, entry
            self.replies[reply.uid][1].say_later(note.changed_at > reply.changed_at)

    def _arrange(self) -> None:
        note, names = self._note, self._context.names
        mine = note is not None and note.author.me
        readable = names.is_open()
        self.entry.setVisible(readable)
        self.beneath.setVisible(readable and (bool(self.replies) or self.draft is not None))
        self.closed.setVisible(not readable)
        self.closed_title.setVisible(not readable and note is not None and bool(note.title))
        self.closed_byline.setVisible(not readable and note is not None)
        self.alone.setVisible(readable and note is not None and note.alone)
        answered = any(not reply.author.me for reply in note.replies) if note is not None else False
        can_differ = note is not None and (not mine or answered)
        self.differ.setVisible(readable and can_differ and self.draft is None)
        self.archive.setVisible(mine)
        self.belongs.setVisible(mine and readable)
        self.saved.setVisible(note is not None)
        if not mine or not readable:
            self.panel.hide()
        kind: Kind = "" if note is None else note.kind
        self.about.setText("" if note is None else about_words(kind, note.about, names))
        self.about.setVisible(bool(kind))
        if note is None:
            return
        known = frozenset() if readable else self._team.name_words()
        self.closed_title.setText(masked(note.title, names, known))
        time = when(note.created_at, self._context.clock)
        self.closed_byline.setText(f"{author_words(note.author, names)} · {time}")
        self.belongs.setText(self.tr("Change…") if kind else self.tr("Belongs to…"))
        self.archive.setText(self.tr("Bring back") if note.archived else self.tr("Archive"))
        self._say_saved(note, mine)

    def _say_saved(self, note: Written, mine: bool) -> None:
        clock = self._context.clock
        words = ""
        if mine:
            at, now = clock.local(note.changed_at), clock.now()
            today = at.date() == now.date()
            time = dates.clock(at) if today else dates.day_near(at.date(), now.date())
            words = self.tr("Saved {time}").format(time=time)
        elif note.changed_at > note.created_at:
            words = self.tr("Changed {time}").format(time=when(note.changed_at, clock))
        self.saved.setText(words)

    def _keep_in_view(self, entry: Entry, line: QRect) -> None:
        at = entry.mapTo(self.column.inside, line.center())
        self.column.ensureVisible(at.x(), at.y(), 0, theme.px(60))

    # -- doing -------------------------------------------------------------------------------

    def _entries(self) -> list[Entry]:
        drafts = [] if self.draft is None else [self.draft]
        return [self.entry, *(entry for _box, entry in self.replies.values()), *drafts]

    def _clear(self) -> None:
        for box, entry in self.replies.values():
            self._drop(box, entry)
        self.replies.clear()
        self._drop_draft()
        self.panel.hide()

    def _drop(self, box: QWidget, entry: Entry) -> None:
        entry.stop()
        self._beneath_box.removeWidget(box)
        box.hide()
        box.deleteLater()

    def _drop_draft(self) -> None:
        if self.draft is not None and self._draft_box is not None:
            box, entry = self._draft_box, self.draft
            self.draft = self._draft_box = None
            self._drop(box, entry)
            self._arrange()

    def _adopt(self, uid: bytes) -> None:
        self.uid = uid
        self.reload()
        self.began.emit(uid)

    def _adopt_reply(self, uid: bytes) -> None:
        assert self.draft is not None
        assert self._draft_box is not None
        self.replies[uid] = self._draft_box, self.draft
        self.draft.gone.disconnect(self._drop_draft)
        self.draft.gone.connect(self.reload)
        self.draft = self._draft_box = None
        self.reload()

    def _gone(self) -> None:
        self.uid = self._note = None
        self.went.emit()

    def _archive(self) -> None:
        self.flush()
        if self._note is None or self.uid is None:
            return
        if self._note.archived:
            self._team.bring_back(self.uid)
        else:
            self._team.archive(self.uid)
        self.went.emit()

    def _open_panel(self) -> None:
        self.flush()
        self.panel.start(self._note is not None and bool(self._note.kind))

    def _close_panel(self) -> None:
        self.panel.hide()
        self.belongs.setFocus()

    def _belong(self, found: FoundItem | None) -> None:
        if self.uid is not None:
            if found is None:
                self._team.belong_to(self.uid, "", None, "")
            else:
                kind: Kind = "person" if found.kind == "person" else "meeting"
                self._team.belong_to(self.uid, kind, found.uid, found.title)
            self.reload()
        self._close_panel()
