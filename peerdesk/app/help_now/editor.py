"""Changing the crisis card: rows in their order, edited in place; everything saves itself."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from peerdesk.app.help_now.review import ReviewPart
from peerdesk.app.help_now.service import CrisisService, Line, Part
from peerdesk.core.errors import KnownError
from peerdesk.store.glance import countries
from peerdesk.ui import theme
from peerdesk.ui.saving import Saver, flush_all, unsaved_of
from peerdesk.ui.widgets import (
    Button,
    Card,
    Column,
    ComboBox,
    Field,
    FlowLayout,
    Heading,
    LineEdit,
    Paragraph,
    Row,
)

if TYPE_CHECKING:
    from peerdesk.core.text import Text
    from peerdesk.ui.context import Context

PARTS: tuple[Part, ...] = ("title", "number", "detail", "hours")
"""In the order in which one reads a row."""


class _RowEditor(Card):
    """One row of the card with its three fields and what can be done with it."""

    def __init__(self, editor: CrisisEditor, line: Line, number: int, last: bool) -> None:
        super().__init__("plain", spacing=10)
        self.uid = line.uid
        self._editor = editor
        self.fields: dict[Part, LineEdit] = {}
        self.savers: dict[Part, Saver] = {}
        self._who = line.title
        first = Row(spacing=12)
        who = self.tr("Who, in this building") if line.here else self.tr("Who")
        self._title = self._field("title", who, line.title)
        first.addWidget(self._title, 3)
        first.addWidget(self._field("number", self.tr("Number, or where to go"), line.number), 2)
        self.box.addLayout(first)
        second = Row(spacing=12)
        hours = self.tr("When they are here") if line.here else self.tr("When somebody answers")
        second.addWidget(self._field("detail", self.tr("For what"), line.detail), 3)
        second.addWidget(self._field("hours", hours, line.hours), 2)
        self.box.addLayout(second)
        buttons = QWidget()
        flow = FlowLayout(buttons)
        named = line.title or self.tr("row {number}").format(number=number)
        self.up = Button(self.tr("Move up"), icon="up", small=True)
        self.up.setEnabled(number > 1)
        self.down = Button(self.tr("Move down"), icon="down", small=True)
        self.down.setEnabled(not last)
        self.remove = Button(self.tr("Take out"), icon="trash", small=True)
        for button, words in (
            (self.up, self.tr("Move up: {who}")),
            (self.down, self.tr("Move down: {who}")),
            (self.remove, self.tr("Take out: {who}")),
        ):
            button.setAccessibleName(words.format(who=named))
        self.up.clicked.connect(lambda: editor.move_row(self.uid, -1))
        self.down.clicked.connect(lambda: editor.move_row(self.uid, 1))
        self.remove.clicked.connect(lambda: editor.remove_row(self.uid))
        flow.add(self.up, self.down, self.remove)
        self.add(buttons)

    def _field(self, part: Part, label: str, words: str) -> Field:
        made = LineEdit(words)
        self.savers[part] = Saver(
            made,
            lambda text: self._save(part, text),
            lambda: self._left(part),
            self._editor.tell,
            pause=0,
        )
        self.fields[part] = made
        return Field(label, made)

    def _save(self, part: Part, words: str) -> None:
        if part == "title":
            words = words if words.strip() else self._who
            self._say_who(gone=bool(self._who) and words != self.fields["title"].text())
        self._editor.service.change(self.uid, part, words)

    def _say_who(self, *, gone: bool) -> None:
        words = self.tr("Please write who it is. Until then the card says “{who}”.")
        self._title.set_problem(words.format(who=self._who) if gone else "")

    def _left(self, part: Part) -> None:
        self._editor.service.settle()
        if part == "title":
            if not self.fields[part].text().strip():
                self.savers[part].load(self._who)
            self._who = self.fields[part].text()
            self._say_who(gone=False)

    def show_line(self, line: Line) -> None:
        """Put changed words in, but never where somebody types."""
        for part, field in self.fields.items():
            if not field.hasFocus():
                self.savers[part].load(getattr(line, part))
        if not self.fields["title"].hasFocus():
            self._who = self.fields["title"].text()


class CrisisEditor(QWidget):
    """The editor of the crisis card; the card itself stands beside it and follows."""

    def __init__(
        self, service: CrisisService, context: Context, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.service = service
        self._context = context
        self._shown: tuple[bytes, ...] = ()
        self.rows: list[_RowEditor] = []
        self.country = ComboBox(name=self.tr("Numbers of a country"))
        for code, name in countries():
            self.country.addItem(name, code)
        at = self.country.findData(context.setting("country", "") or "")
        self.country.setCurrentIndex(max(0, at))
        self.use_button = Button(self.tr("Add these numbers"))
        self.use_button.clicked.connect(self._use_country)
        self.add_button = Button(self.tr("Add a row"), icon="plus")
        self.add_button.clicked.connect(lambda: self.add_row())
        self.here_button = Button(self.tr("Add somebody in this building"), icon="plus")
        self.here_button.clicked.connect(lambda: self.add_row(here=True))
        self.review = ReviewPart(service, context)
        self._list = Column(spacing=12)
        box = Column(self, spacing=12)
        box.addWidget(Heading(self.tr("Change the numbers"), 2))
        box.addWidget(
            Paragraph(
                self.tr(
                    "Please make sure that every number is right, and look again now and then. "
                    "Never ring emergency services only to try it. Add the people in your "
                    "building and the crisis team of your town. Everything saves itself."
                ),
                tone="muted",
            )
        )
        box.addLayout(self._list)
        foot = QWidget()
        flow = FlowLayout(foot, spacing=(12, 12))
        flow.add(self.add_button, self.here_button)
        box.addWidget(foot)
        box.addWidget(Field(self.tr("Numbers of a country"), self.country))
        last = QWidget()
        FlowLayout(last).add(self.use_button)
        box.addWidget(last)
        box.addWidget(self.review)
        self.setFocusProxy(self.add_button)
        self.refresh()

    def refresh(self) -> None:
        """Show again what the shelf holds; the field being typed in is left alone."""
        lines = self.service.lines()
        self.review.refresh()
        uids = tuple(line.uid for line in lines)
        if uids == self._shown:
            for row, line in zip(self.rows, lines, strict=True):
                row.show_line(line)
            return
        self._shown = uids
        for row in self.rows:
            self._list.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = []
        for number, line in enumerate(lines, start=1):
            made = _RowEditor(self, line, number, number == len(lines))
            self._list.addWidget(made)
            self.rows.append(made)
        self._order()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._order()  # what was said before it came into its window is forgotten

    def _order(self) -> None:
        """Tab goes as one reads: rows made later come before what stands below them."""
        stops: list[QWidget] = []
        for row in self.rows:
            stops += [row.fields[part] for part in PARTS]
            stops += [row.up, row.down, row.remove]
        stops += [self.add_button, self.here_button, self.country, self.use_button]
        stops += [self.review.remind, self.review.day, self.review.right_button]
        for one, following in pairwise(stops):
            QWidget.setTabOrder(one, following)

    def add_row(self, *, here: bool = False) -> None:
        """A new row at the end, ready to type in."""
        if not self._all_saved():
            return
        self.service.add(here=here)
        self.refresh()
        self.rows[-1].fields["title"].setFocus(Qt.FocusReason.OtherFocusReason)

    def move_row(self, uid: bytes, by: int) -> None:
        """Move a row; the keyboard stays with it."""
        if not self._all_saved():
            return
        self.service.move(uid, by)
        self.refresh()
        row = next(r for r in self.rows if r.uid == uid)
        wanted, other = (row.up, row.down) if by < 0 else (row.down, row.up)
        (wanted if wanted.isEnabled() else other).setFocus(Qt.FocusReason.OtherFocusReason)

    def remove_row(self, uid: bytes) -> None:
        """Take a row out; the undo bar can bring it back."""
        if not self._all_saved():
            return
        self.service.remove(uid)
        self.refresh()
        self.add_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def flush(self) -> None:
        """Every key was saved at once, so the step for undo ends here; what could not be saved
        is tried again. Raises a KnownError."""
        self.service.settle()
        flush_all(self._savers())

    def unsaved(self) -> str:
        """The words that could not be saved."""
        return unsaved_of(self._savers())

    def _savers(self) -> list[Saver]:
        return [saver for row in self.rows for saver in row.savers.values()]

    def tell(self, text: Text) -> None:
        """Say a sentence in the undo bar."""
        self._context.notice(text)

    def _all_saved(self) -> bool:
        """Rows are made anew when they move, so their words have to be safe before."""
        try:
            self.flush()
        except KnownError as error:
            self.tell(error.text)
            return False
        return True

    def restyle(self) -> None:
        self.setMinimumWidth(theme.px(200))

    def _use_country(self) -> None:
        if not self._all_saved():
            return
        if not self.service.use_country(self.country.currentData()):
            self._context.notice(self.tr("These numbers are there already."))
        self.refresh()
