"""Changing the crisis card: rows in their order, edited in place; everything saves itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from peerdesk.app.help_now.review import ReviewPart
from peerdesk.app.help_now.rows import Entry, RowCard, RowsEditor
from peerdesk.app.help_now.service import CrisisService, Line, Part
from peerdesk.store.glance import countries
from peerdesk.ui.widgets import (
    Button,
    Column,
    ComboBox,
    Field,
    FlowLayout,
    Heading,
    Paragraph,
    Row,
)

if TYPE_CHECKING:
    from peerdesk.ui.context import Context


class _NumberRow(RowCard):
    """One row of the card with its four fields. A row keeps its name until there is another."""

    def __init__(self, editor: CrisisEditor, line: Line, number: int, last: bool) -> None:
        super().__init__(editor, line.uid)
        self._service = editor.service
        self._who = line.title
        first = Row(spacing=12)
        who = self.tr("Who, in this building") if line.here else self.tr("Who")
        self._title = self._part("title", who, line.title)
        first.addWidget(self._title, 3)
        first.addWidget(self._part("number", self.tr("Number, or where to go"), line.number), 2)
        self.box.addLayout(first)
        second = Row(spacing=12)
        hours = self.tr("When they are here") if line.here else self.tr("When somebody answers")
        second.addWidget(self._part("detail", self.tr("For what"), line.detail), 3)
        second.addWidget(self._part("hours", hours, line.hours), 2)
        self.box.addLayout(second)
        who = line.title or self.tr("row {number}").format(number=number)
        self.add_buttons(who, first=number == 1, last=last)

    def _part(self, part: Part, label: str, words: str) -> Field:
        return self.field(
            part, label, words, lambda text: self._save(part, text), lambda: self._left(part)
        )

    def _save(self, part: Part, words: str) -> None:
        if part == "title":
            words = words if words.strip() else self._who
            self._say_who(gone=bool(self._who) and words != self.fields["title"].text())
        self._service.change(self.uid, part, words)

    def _say_who(self, *, gone: bool) -> None:
        words = self.tr("Please write who it is. Until then the card says “{who}”.")
        self._title.set_problem(words.format(who=self._who) if gone else "")

    def _left(self, part: Part) -> None:
        self._service.settle()
        if part == "title":
            if not self.fields[part].text().strip():
                self.savers[part].load(self._who)
            self._who = self.fields[part].text()
            self._say_who(gone=False)

    def show_entry(self, entry: Entry) -> None:
        super().show_entry(entry)
        if not self.fields["title"].hasFocus():
            self._who = self.fields["title"].text()


class CrisisEditor(RowsEditor):
    """The editor of the crisis card; the card itself stands beside it and follows."""

    def __init__(
        self, service: CrisisService, context: Context, parent: QWidget | None = None
    ) -> None:
        super().__init__(service, context, parent)
        self.service = service
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
        box.addLayout(self.list)
        foot = QWidget()
        flow = FlowLayout(foot, spacing=(12, 12))
        flow.add(self.add_button, self.here_button)
        box.addWidget(foot)
        box.addWidget(Field(self.tr("Numbers of a country"), self.country))
        last = QWidget()
        FlowLayout(last).add(self.use_button)
        box.addWidget(last)
        box.addWidget(self.review)
        self.refresh()

    def refresh(self) -> None:
        """Show again what the shelf holds; the field being typed in is left alone."""
        lines = self.service.lines()
        self.review.refresh()
        self.show_rows(lines, lambda at, _, last: _NumberRow(self, lines[at], at + 1, last))

    def stops_below(self) -> list[QWidget]:
        stops = [self.add_button, self.here_button, self.country, self.use_button]
        return [*stops, self.review.remind, self.review.day, self.review.right_button]

    def add_row(self, *, here: bool = False) -> None:
        """A new row at the end, ready to type in."""
        if self.all_saved():
            self.service.add(here=here)
            self.write_in_last()

    def _use_country(self) -> None:
        if not self.all_saved():
            return
        if not self.service.use_country(self.country.currentData()):
            self._context.notice(self.tr("These numbers are there already."))
        self.refresh()
