"""One piece of writing: by whom and when, and its words; one's own can be changed and erased."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QRect, Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget

from peerdesk.core.errors import KnownError
from peerdesk.features.team.records import Written
from peerdesk.features.team.service import TeamService
from peerdesk.features.team.words import author_words, parts, when
from peerdesk.ui import theme
from peerdesk.ui.context import Context
from peerdesk.ui.saving import SavesItself
from peerdesk.ui.text import render
from peerdesk.ui.widgets import (
    Button,
    Card,
    Column,
    FlowLayout,
    Heading,
    InlineMessage,
    Muted,
    Paragraph,
    TurningRow,
)

SAVES_AFTER = 600
"""Milliseconds without a key."""
TEXT = 16.5
LEAST = 96
"""Height of an empty text in the target's pixels."""


class Entry(QWidget):
    """The words of one author. ``beneath`` is what stands under a note: it has no title.

    :meth:`begin` opens an empty one, which is kept once it has a word in it.
    """

    began = Signal(object)
    """New words were kept; their uid."""
    gone = Signal()
    """Erased, or an empty one was given up."""
    writing = Signal(QRect)
    """Where the line being written stands, in this widget."""

    def __init__(
        self, team: TeamService, context: Context, *, beneath: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._team, self._context, self._beneath = team, context, beneath
        self.uid: bytes | None = None
        self._under: bytes | None = None
        self._mine = True
        self.busy = False
        self._stuck = False
        self._saving = SavesItself(self)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SAVES_AFTER)
        self._timer.timeout.connect(self.save)
        self.byline = Muted("", wrap=True)
        self.later = Muted(self.tr("The note above was changed after this was written."), wrap=True)
        self.message = InlineMessage(kind="problem")
        self.message.acted.connect(self.save)
        self.heading = Heading("", 1, wrap=True)
        self.words = Paragraph("", size=TEXT)
        fields: Any = context.extra["note_fields"]
        self.title, self.body = fields()
        self._prepare_fields()
        box = Column(self, spacing=10)
        box.add(self.message, self.heading, self.title, self.byline, self.later)
        box.add(self.words, self.body)
        self._make_foot(box)
        self.restyle()

    def _prepare_fields(self) -> None:
        self.title.setPlaceholderText(self.tr("Title"))
        self.title.setAccessibleName(self.tr("Title of the note"))
        self.title.entered.connect(self.body.setFocus)
        if self._beneath:
            self.body.setPlaceholderText(self.tr("How did you see it? It saves itself."))
            self.body.setAccessibleName(self.tr("How I saw it"))
        else:
            self.body.setPlaceholderText(self.tr("Write here. It saves itself."))
            self.body.setAccessibleName(self.tr("Text of the note"))
        self.body.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.body.document().documentLayout().documentSizeChanged.connect(self._grow)
        self.body.cursorPositionChanged.connect(self._follow)
        for field in (self.title, self.body):
            field.edited.connect(self._timer.start)
            field.left.connect(self.flush)

    def _make_foot(self, box: Column) -> None:
        self.hint = Muted(
            self.tr("What happened, who was there, what was agreed. No guesses about illness."),
            wrap=True,
        )
        self.erase = Button("", "link")
        self.erase.clicked.connect(self._ask)
        self.foot = QWidget()
        row = TurningRow(self.foot, spacing=12)
        row.addWidget(self.hint, 1)
        row.addStretch(0)
        row.addWidget(self.erase)
        self.asking = Card("clay", spacing=10)
        self.asking_words = Paragraph("")
        self.keep = Button(self.tr("Keep it"), small=True)
        self.really = Button(self.tr("Erase for good"), small=True)
        self.keep.clicked.connect(self._keep)
        self.really.clicked.connect(self._erase)
        buttons = QWidget()
        FlowLayout(buttons, spacing=(8, 8)).add(self.keep, self.really)
        self.asking.add(self.asking_words, buttons)
        self.asking.hide()
        box.add(self.asking, self.foot)

    # -- what the card asks for ----------------------------------------------------------------

    def begin(self, under: bytes | None = None) -> None:
        """Empty, with the keyboard in it; ``under`` the note it will stand beneath."""
        self._show(None)
        self._under = under
        (self.body if self._beneath else self.title).setFocus()

    def show_words(self, note: Written) -> None:
        """Show what is kept; own words in fields."""
        self._show(note)

    def reload(self, note: Written) -> None:
        """Show what is kept now, but never the field being typed in."""
        if self._mine and not self._timer.isActive():
            if not self.title.hasFocus() and self.title.title() != note.title:
                self.title.show_title(note.title)
            if not self.body.hasFocus() and self.body.note() != note.body:
                self.body.show_note(note.body)
        self._say(note)

    def say_later(self, later: bool) -> None:
        """Whether the note above was changed after this was written."""
        self.later.setVisible(later)

    def flush(self) -> None:
        """Save what is not saved yet; typing on is a new step for undo."""
        if self._saving.over:
            return
        if self._timer.isActive() or self._stuck:
            self.save()
        self._team.settle()

    def unsaved(self) -> str:
        """The words, when they could not be saved."""
        return f"{self.title.title()}\n{self.body.note()}".strip() if self._stuck else ""

    def stop(self) -> None:
        """Forget what is not saved: the note is gone."""
        self._timer.stop()
        self._stuck = False

    def save(self) -> None:
        """Keep the words; what cannot be kept is said, and the words stay on the screen."""
        self._timer.stop()
        title, body = self.title.title(), self.body.note()
        self._stuck = False
        try:
            if self.uid is None:
                self._save_new(title, body)
            else:
                if not self._beneath:
                    self._team.save_title(self.uid, title)
                self._team.save_body(self.uid, body)
            self.message.clear()
        except KnownError as problem:
            self._stuck = True
            self.message.say(render(problem.text), "problem", action=self.tr("Save again"))

    # -- inside ------------------------------------------------------------------------------

    def _save_new(self, title: str, body: str) -> None:
        if not title and not body.strip():
            return
        self.busy = True  # the screens refresh before the uid is known here
        try:
            if self._beneath:
                assert self._under is not None
                self.uid = self._team.see_differently(self._under, body)
            else:
                self.uid = self._team.write(title, body)
        finally:
            self.busy = False
        if self.uid is not None:
            self.began.emit(self.uid)

    def _show(self, note: Written | None) -> None:
        self._timer.stop()
        self.message.clear()
        self.later.hide()
        self._keep()
        self.uid = None if note is None else note.uid
        self._mine = note is None or note.author.me
        self.title.show_title("" if note is None else note.title)
        self.body.show_note("" if note is None else note.body)
        self._say(note)

    def _say(self, note: Written | None) -> None:
        names = self._context.names
        mine, titled = self._mine, not self._beneath
        self.title.setVisible(mine and titled)
        self.body.setVisible(mine)
        self.heading.setText(note.title if note is not None else "")
        self.heading.setVisible(not mine and titled and bool(self.heading.text()))
        self.words.set_parts(parts(note.body if note is not None else ""))
        self.words.setVisible(not mine)
        byline = ""
        if note is not None:
            time = when(note.created_at, self._context.clock)
            byline = f"{author_words(note.author, names)} · {time}"
        self.byline.setText(byline)
        self.byline.setVisible(bool(byline))
        self.hint.setVisible(titled)
        self.erase.setText(self.tr("Erase for good…") if note is not None else self.tr("Not now"))
        self.erase.setVisible(note is not None or self._beneath)
        self.foot.setVisible(mine and self.asking.isHidden())

    def _ask(self) -> None:
        self.flush()
        if self.uid is None:
            self.gone.emit()
            return
        if self._beneath:
            words = self.tr("Erase for good what you wrote here? Nothing can bring it back.")
        else:
            words = self.tr(
                "Erase this note for good? Nothing can bring it back. What others wrote beneath "
                "it stays."
            )
        self.asking_words.setText(words)
        self.asking.show()
        self.foot.hide()
        self.keep.setFocus()

    def _keep(self) -> None:
        self.asking.hide()
        self.foot.setVisible(self._mine)

    def _erase(self) -> None:
        if self.uid is None:
            return
        try:
            self._team.erase(self.uid)
        except KnownError as problem:
            self._keep()
            self.message.say(render(problem.text), "problem")
            return
        self._keep()
        self.gone.emit()

    # -- looks -------------------------------------------------------------------------------

    def restyle(self) -> None:
        self._grow()

    def _grow(self) -> None:
        """Be as tall as the text: the whole thread scrolls as one."""
        tall = int(self.body.document().size().height() + 0.999)
        least = theme.px(LEAST if not self._beneath else LEAST * 2 / 3)
        self.body.setFixedHeight(max(least, tall + 2))

    def _follow(self) -> None:
        if self.body.hasFocus():
            line = self.body.cursorRect()
            at = self.body.viewport().mapTo(self, line.topLeft())
            self.writing.emit(QRect(at, line.size()))
