"""One note, open: its tags, its title and text, which save themselves, and what can be done."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from peerdesk.core.errors import KnownError
from peerdesk.features.notes.belongs import BelongsPanel, Subjects
from peerdesk.features.notes.copying import Copy, CopyToTeam
from peerdesk.features.notes.editor import NoteBody, NoteTitle
from peerdesk.features.notes.service import Kind, NoteDetail, NotesService
from peerdesk.features.notes.top_line import TopLine
from peerdesk.ui import dates
from peerdesk.ui.context import Context
from peerdesk.ui.room import FoundItem
from peerdesk.ui.saving import SavesItself
from peerdesk.ui.text import render
from peerdesk.ui.widgets import (
    Button,
    Card,
    Column,
    FlowLayout,
    InlineMessage,
    Muted,
    Paragraph,
    Row,
    Tag,
)

SAVES_AFTER = 600
"""Milliseconds without a key."""


class NoteCard(Card):
    """The note ``uid``, or a new one (``uid`` None) that is kept once it has a word in it."""

    began = Signal(object)
    """A new note got its first words; its uid."""
    went = Signal()
    """The note left the list it was in: archived, brought back or erased."""
    back = Signal()
    """Back to the list, where both do not fit."""

    def __init__(
        self, notes: NotesService, context: Context, parent: QWidget | None = None
    ) -> None:
        super().__init__(margins=(30, 24, 30, 18), spacing=12, parent=parent)
        self._notes, self._context = notes, context
        self.uid: bytes | None = None
        self._archived = False
        self._about: tuple[str, str] = ("", "")
        self._stuck = False
        self._saving = SavesItself(self)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SAVES_AFTER)
        self._timer.timeout.connect(self._save)
        self._make_top()
        self._make_belongs()
        self._make_copying()
        self.message = InlineMessage(kind="problem")
        self.message.acted.connect(self._save)
        self.title = NoteTitle()
        self.title.setPlaceholderText(self.tr("Title"))
        self.title.setAccessibleName(self.tr("Title of the note"))
        self.body = NoteBody()
        self.body.setPlaceholderText(self.tr("Write here. It saves itself."))
        self.body.setAccessibleName(self.tr("Text of the note"))
        self.title.entered.connect(self.body.setFocus)
        for field in (self.title, self.body):
            field.edited.connect(self._timer.start)
            field.left.connect(self._leave)
        self.add(self.message, self.title)
        self.box.addWidget(self.body, 1)
        self._make_foot()
        context.names.changed.connect(self._names_changed)

    # -- what the page asks for ----------------------------------------------------------------

    def begin(self) -> None:
        """Open an empty note with the keyboard in its title. Not over words that could not be
        saved: those stay."""
        self.flush()
        if self._stuck:
            return
        self._show(None)
        self.title.setFocus()

    def show_note(self, uid: bytes) -> bool:
        """Open another note, saving this one first; False when it is gone. Words that could not
        be saved stay, and then the other one is not opened."""
        self.flush()
        if self._stuck:
            return True
        note = self._notes.note(uid)
        if note is None:
            return False
        self._show(note)
        return True

    def reload(self) -> bool:
        """Show the note as it is kept now, but never the field being typed in.

        False when the note is gone (undone, or erased).
        """
        if self.uid is None:
            return True
        note = self._notes.note(self.uid)
        if note is None:
            self._timer.stop()
            self._stuck = False
            self.uid = None
            return False
        if not self._timer.isActive():
            if not self.title.hasFocus() and self.title.title() != note.title:
                self.title.show_title(note.title)
            if not self.body.hasFocus() and self.body.note() != note.body:
                self.body.show_note(note.body)
        self._show_facts(note)
        return True

    def flush(self) -> None:
        """Save what is not saved yet; typing on is a new step for undo."""
        if self._saving.over:
            return
        if self._timer.isActive() or self._stuck:
            self._save()
        self._notes.settle()

    def unsaved(self) -> str:
        """The words, when they could not be saved."""
        return f"{self.title.title()}\n{self.body.note()}".strip() if self._stuck else ""

    def set_narrow(self, narrow: bool) -> None:
        """Offer the way back to the list."""
        self.back_button.setVisible(narrow)

    # -- making ------------------------------------------------------------------------------

    def _names_changed(self) -> None:
        self._show_about()

    def _make_top(self) -> None:
        self.back_button = Button(self.tr("All notes"), "quiet", icon="back", small=True)
        self.back_button.clicked.connect(self.back)
        self.back_button.hide()
        self.only_you = Tag(self.tr("only you"), "plum")
        self.about = Tag("", "accent")
        self.belongs = Button(self.tr("Belongs to…"), "link")
        self.saved = Muted("")
        self.to_team = Button(self.tr("Copy to team notes"))
        tags = QWidget()
        FlowLayout(tags, spacing=(9, 6)).add(
            self.back_button, self.only_you, self.about, self.belongs
        )
        end = QWidget()
        FlowLayout(end, spacing=(9, 6), align_end=True).add(self.saved, self.to_team)
        self.add(TopLine(tags, end))

    def _make_belongs(self) -> None:
        subjects = self._context.extra.get("note_subjects")
        self.panel: BelongsPanel | None = None
        if self._context.cabinet is None or subjects is None:
            self.belongs.hide()
            return
        self.panel = BelongsPanel(cast(Subjects, subjects), self._context.names)
        self.panel.chosen.connect(self._belong)
        self.panel.closed.connect(self._close_panel)
        self.belongs.clicked.connect(self._open_panel)
        self.add(self.panel)

    def _make_copying(self) -> None:
        copy = self._context.extra.get("copy_to_team")
        self.copying: CopyToTeam | None = None
        self.to_team.setVisible(False)
        if copy is not None:
            self.copying = CopyToTeam(cast(Copy, copy))
            self.copying.closed.connect(self.to_team.setFocus)
            self.to_team.clicked.connect(self._ask_copying)
            self.add(self.copying)

    def _make_foot(self) -> None:
        self.hint = Muted(
            self.tr("Start a line with # for a heading, or with - for a list."), wrap=True
        )
        self.archive = Button(self.tr("Archive"), "link")
        self.archive.clicked.connect(self._archive)
        self.erase = Button(self.tr("Erase for good…"), "link")
        self.erase.clicked.connect(self._ask)
        self.foot = QWidget()
        row = Row(self.foot, spacing=12)
        row.addWidget(self.hint, 1)
        ways = QWidget()
        FlowLayout(ways, spacing=(12, 6), align_end=True).add(self.archive, self.erase)
        row.addWidget(ways)
        self.asking = Card("clay", spacing=10)
        self.asking_words = Paragraph("")
        keep = self.keep = Button(self.tr("Keep it"), small=True)
        really = self.really = Button(self.tr("Erase for good"), small=True)
        keep.clicked.connect(self._keep)
        really.clicked.connect(self._erase)
        buttons = QWidget()
        FlowLayout(buttons, spacing=(8, 8)).add(keep, really)
        self.asking.add(self.asking_words, buttons)
        self.asking.hide()
        column = Column(spacing=8)
        column.add(self.asking, self.foot)
        self.box.addLayout(column)

    # -- showing -----------------------------------------------------------------------------

    def _show(self, note: NoteDetail | None) -> None:
        self._timer.stop()
        self._stuck = False
        self.message.clear()
        self._keep()
        if self.panel is not None:
            self.panel.hide()
        if self.copying is not None:
            self.copying.hide()
        self.uid = None if note is None else note.uid
        self.title.show_title("" if note is None else note.title)
        self.body.show_note("" if note is None else note.body)
        self._show_facts(note)

    def _show_facts(self, note: NoteDetail | None) -> None:
        self._archived = note is not None and note.archived
        self._about = (note.kind, note.about) if note is not None else ("", "")
        words = ""
        if note is not None:
            time = dates.clock(self._context.clock.local(note.changed_at))
            words = self.tr("Saved {time}").format(time=time)
        self.saved.setText(words)
        for button in (self.archive, self.erase):
            button.setVisible(note is not None)
        self.archive.setText(self.tr("Bring back") if self._archived else self.tr("Archive"))
        self.to_team.setVisible(self.copying is not None and note is not None)
        self.belongs.setVisible(self.panel is not None and note is not None)
        self._show_about()

    def _show_about(self) -> None:
        kind, about = self._about
        if kind == "person":
            name = self._context.names.shown(about)
            about = self.tr("about {name}").format(name=name)
        self.about.setText(about)
        self.about.setVisible(bool(kind))
        self.belongs.setText(self.tr("Change…") if kind else self.tr("Belongs to…"))
        self.belongs.setAccessibleName(self.tr("Choose what this note belongs to"))

    # -- doing -------------------------------------------------------------------------------

    def _leave(self) -> None:
        self.flush()

    def _save(self) -> None:
        self._timer.stop()
        title, body = self.title.title(), self.body.note()
        self._stuck = False
        try:
            if self.uid is None:
                if title or body.strip():
                    self.uid = self._notes.new_note(title, body)
                    self.began.emit(self.uid)
                    self.reload()
            elif self._notes.save_title(self.uid, title) | self._notes.save_body(self.uid, body):
                self.reload()
            self.message.clear()
        except KnownError as problem:
            self._stuck = True
            self.message.say(render(problem.text), "problem", action=self.tr("Save again"))

    def _archive(self) -> None:
        self.flush()
        if self.uid is None:
            return
        if self._archived:
            self._notes.bring_back(self.uid)
        else:
            self._notes.archive(self.uid)
        self.went.emit()

    def _ask(self) -> None:
        self.flush()
        title = self.title.title() or self.tr("this note")
        words = self.tr("Erase “{title}” for good? Nothing can bring it back.")
        self.asking_words.setText(words.format(title=title))
        self.asking.show()
        self.foot.hide()
        self.keep.setFocus()

    def _keep(self) -> None:
        self.asking.hide()
        self.foot.show()

    def _erase(self) -> None:
        if self.uid is None:
            return
        try:
            self._notes.erase(self.uid)
        except KnownError as problem:
            self._keep()
            self.message.say(render(problem.text), "problem")
            return
        self._keep()
        self._context.notice(self.tr("The note is erased."))
        self.went.emit()

    def _ask_copying(self) -> None:
        self.flush()
        if self.copying is not None:
            self.copying.ask(self.title.title(), self.body.note())

    def _open_panel(self) -> None:
        if self.panel is not None:
            self.flush()
            self.panel.start(bool(self._about[0]))

    def _close_panel(self) -> None:
        if self.panel is not None:
            self.panel.hide()
            self.belongs.setFocus()

    def _belong(self, found: FoundItem | None) -> None:
        if self.uid is not None:
            if found is None:
                self._notes.belong_to(self.uid, "", None, "")
            else:
                kind: Kind = "person" if found.kind == "person" else "meeting"
                self._notes.belong_to(self.uid, kind, found.uid, found.title)
            self.reload()
        self._close_panel()
