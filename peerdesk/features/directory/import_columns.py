"""Which column of a list is what: guessed, and confirmed by a person beside the first rows."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from peerdesk.core.text import Text, translate
from peerdesk.exchange.csv_columns import FIELDS, Columns, List
from peerdesk.ui import theme
from peerdesk.ui.dates import counted
from peerdesk.ui.text import render
from peerdesk.ui.widgets import (
    Button,
    Column,
    ComboBox,
    Field,
    FlowLayout,
    Heading,
    InlineMessage,
    Muted,
    ScrollColumn,
)

SHOWN = 3
LONGEST = 60
FIELD_NAMES: dict[str, Text] = {
    "": translate("Directory", "Leave it out"),
    "name": translate("Directory", "Name of the service"),
    "description": translate("Directory", "What it does"),
    "phone": translate("Directory", "Phone"),
    "address": translate("Directory", "Street and number"),
    "city": translate("Directory", "Town"),
    "postal_code": translate("Directory", "Postcode"),
    "hours": translate("Directory", "When"),
    "eligibility_description": translate("Directory", "Who"),
    "fees_description": translate("Directory", "Cost"),
    "languages": translate("Directory", "Languages"),
    "category": translate("Directory", "Categories"),
    "documents": translate("Directory", "Bring with you"),
    "application_process": translate("Directory", "How to get in"),
    "url": translate("Directory", "On the web"),
    "email": translate("Directory", "E-mail"),
    "accessibility": translate("Directory", "Getting in"),
    "minimum_age": translate("Directory", "From what age"),
    "maximum_age": translate("Directory", "Up to what age"),
    "organization": translate("Directory", "Organization"),
    "id": translate("Directory", "A number of its own"),
}
CHOICES = ("", *FIELDS)


class ColumnsFace(QWidget):
    """``look`` when the columns are right and the list is to be looked at; ``leave`` otherwise."""

    look = Signal()
    leave = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.list: List | None = None
        self.boxes: list[ComboBox] = []
        self.title = Heading("", 3, wrap=True)
        self.about = Muted("", wrap=True)
        self.problem = InlineMessage("", "info")
        self.columns = ScrollColumn(spacing=12)
        free = QSizePolicy.Policy
        self.columns.setSizePolicy(free.Expanding, free.Ignored)  # it scrolls instead of growing
        self.look_button = Button(self.tr("Look at what would change"), "primary")
        self.leave_button = Button(self.tr("Leave it"))
        self.look_button.clicked.connect(self.look)
        self.leave_button.clicked.connect(self.leave)
        bar = QWidget()
        FlowLayout(bar, spacing=(8, 8)).add(self.look_button, self.leave_button)
        box = Column(self, spacing=13)
        box.add(self.title, self.about, self.problem)
        box.addWidget(self.columns, 1)
        box.add(bar)
        self.restyle()

    def restyle(self) -> None:
        """With large words the page scrolls as well, and not this alone."""
        self.columns.setMinimumHeight(theme.px(200))

    def show_list(self, found: List) -> None:
        """Ask about the columns of ``found``."""
        self.list = found
        self.title.setText(self.tr("What are the columns of {file}?").format(file=found.label))
        n = found.rows
        lines = [counted(self.tr("%Ln row(s).", "", n), n)]
        if found.known:
            lines.append(self.tr("As you said the last time. Change what is not right."))
        else:
            lines.append(self.tr("PeerDesk guessed from the words. Change what is not right."))
        n = len(found.problems)
        if n:
            words = self.tr("%Ln row(s) will come in without some of their cells.", "", n)
            lines.append(counted(words, n))
        self.about.setText(" ".join(lines))
        self.columns.clear()
        self.boxes = []
        for at, heading in enumerate(found.headings):
            self.columns.add(self._column(found, at, heading))
        self.columns.box.addStretch(1)
        self._check()

    def _column(self, found: List, at: int, heading: str) -> Field:
        box = ComboBox([render(FIELD_NAMES[field]) for field in CHOICES])
        box.setCurrentIndex(CHOICES.index(found.columns.fields[at]))
        box.currentIndexChanged.connect(self._check)
        self.boxes.append(box)
        label = heading.replace("_", " ").strip()
        if not label:
            label = self.tr("Column {number}").format(number=at + 1)
        cells = [*dict.fromkeys(row[at] for row in found.sample if row[at])]
        cut = [c if len(c) <= LONGEST else f"{c[:LONGEST]}…" for c in cells[:SHOWN]]
        hint = self.tr("For example: {cells}").format(cells=" · ".join(cut))
        if not cut:
            hint = self.tr("Nothing stands in the first rows.")
        return Field(label[:1].upper() + label[1:], box, hint)

    def chosen(self) -> Columns:
        """What the columns are now."""
        return Columns(tuple(CHOICES[box.currentIndex()] for box in self.boxes))

    def _check(self) -> None:
        complete = self.chosen().complete
        words = self.tr("Say which column is the name of the service. It cannot go on without it.")
        self.problem.say("" if complete else words, "info")
        self.look_button.setEnabled(complete)
