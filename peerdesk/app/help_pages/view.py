"""A help page on the screen, and its way to paper and files."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractSlider, QFileDialog, QWidget

from peerdesk.app.help_pages import paper
from peerdesk.app.help_pages.parts import Key, Line, Part, Section, Sheet, Tick
from peerdesk.core.errors import KnownError
from peerdesk.ui import theme
from peerdesk.ui.text import render
from peerdesk.ui.widgets import (
    Badge,
    Button,
    Card,
    CheckBox,
    Column,
    FlowLayout,
    Heading,
    InlineMessage,
    KeyHint,
    Label,
    ListRow,
    Paragraph,
    Row,
    ScrollColumn,
    Separator,
)

WIDTH = 780
"""Lines stay short enough to read; in the target's pixels."""
ENDINGS = {"pdf": ".pdf", "html": ".html", "odt": ".odt"}


class HelpView(QWidget):
    """Prints and saves what it shows. A file holds nothing private, so it may lie anywhere."""

    def __init__(self, sheet: Sheet, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sheet = sheet
        self.message = InlineMessage(parent=self)
        self.large = CheckBox(self.tr("Large print"))
        self.print_button = Button(self.tr("Print"), icon="print")
        self.print_button.clicked.connect(self.print_sheet)
        self.save_button = Button(self.tr("Save as a file…"), icon="save")
        self.save_button.clicked.connect(self.save_sheet)
        buttons = QWidget()
        FlowLayout(buttons, spacing=(10, 10)).add(self.print_button, self.save_button, self.large)
        box = Column(self, spacing=16)
        box.add(buttons, self.message)
        for section in sheet.sections:
            box.addWidget(_card(section))
        box.addStretch(1)

    def print_sheet(self) -> None:
        """Ask for a printer and print."""
        from peerdesk.ui import printing

        self.message.clear()
        body = paper.page(self.sheet)
        printing.print_text(body, self.window(), large=self.large.isChecked())

    def save_sheet(self) -> None:
        """Ask for a place and write a PDF, or HTML for a screen reader, or ODT to change it."""
        name = render(self.sheet.title) + ENDINGS["pdf"]
        kinds = {
            self.tr("To print (PDF)") + " (*.pdf)": ENDINGS["pdf"],
            self.tr("For a screen reader (HTML)") + " (*.html)": ENDINGS["html"],
            self.tr("To change the words (ODT)") + " (*.odt)": ENDINGS["odt"],
        }
        chosen, kind = QFileDialog.getSaveFileName(
            self.window(), self.tr("Save this page"), name, ";;".join(kinds)
        )
        if not chosen:
            return
        path = Path(chosen)
        if path.suffix.lower() not in kinds.values():
            path = path.with_name(path.name + kinds.get(kind, ENDINGS["pdf"]))
        self.write(path)

    def write(self, path: Path) -> None:
        """Write the page by the ending of ``path`` and say so."""
        from peerdesk.ui import printing

        try:
            printing.save(paper.page(self.sheet), path, large=self.large.isChecked())
        except KnownError as problem:
            self.message.say(render(problem.text), "problem")
            return
        self.message.say(self.tr("Saved as “{name}”.").format(name=path.name), "done")


_SCROLL = {
    Qt.Key.Key_PageDown: QAbstractSlider.SliderAction.SliderPageStepAdd,
    Qt.Key.Key_PageUp: QAbstractSlider.SliderAction.SliderPageStepSub,
    Qt.Key.Key_Home: QAbstractSlider.SliderAction.SliderToMinimum,
    Qt.Key.Key_End: QAbstractSlider.SliderAction.SliderToMaximum,
}


class ReadingColumn(ScrollColumn):
    """A column that scrolls, with lines short enough to read."""

    def __init__(self, *widgets: QWidget) -> None:
        super().__init__((0, 0, 0, 24), 16)
        self.add(*widgets)
        self.box.addStretch(1)
        self.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self.restyle()

    def restyle(self) -> None:
        super().restyle()
        self.inside.setMaximumWidth(theme.px(WIDTH))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """There is little to press in a text, so it moves by keys; wherever the focus is."""
        action = _SCROLL.get(Qt.Key(event.key()))
        if action is None:
            event.ignore()
        else:
            self.mover().verticalScrollBar().triggerAction(action)
            event.accept()


def _card(section: Section) -> Card:
    card = Card(section.kind, margins=(22, 16, 22, 16), spacing=12)
    card.add(Heading(render(section.title), 2, wrap=True))
    if section.lead is not None:
        card.add(Paragraph(render(section.lead), tone="muted"))
    rows = Column(spacing=0 if all(isinstance(p, Key) for p in section.parts) else 12)
    for number, part in enumerate(section.parts, start=1):
        rows.addWidget(_part(part, number if section.numbered else 0, number == 1))
    card.box.addLayout(rows)
    return card


def _part(part: Part, number: int, first: bool) -> QWidget:
    words = render(part.words)
    if isinstance(part, Key):
        label = Label(words, wrap=True)
        row = ListRow(first=first, pad=6)
        row.add(label, stretch=1)
        for keys in part.all():
            row.add(KeyHint(paper.key_words(keys)))
        return row
    if isinstance(part, Line):
        return _Blank(words)
    if isinstance(part, Tick):
        return _beside(Label(paper.BOX), Paragraph(words))
    if part.title is None:
        return _beside(Label("•", tone="muted"), Paragraph(words))
    said = QWidget()
    column = Column(said, spacing=0)
    column.add(Label(render(part.title), weight=600, wrap=True), Paragraph(words))
    return _beside(Badge(str(number), 28), said) if number else said


def _beside(mark: QWidget, words: QWidget) -> QWidget:
    made = QWidget()
    row = Row(made, spacing=12)
    row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(words, 1)
    return made


class _Blank(QWidget):
    """What belongs on a line of the printed page, and the line."""

    def __init__(self, words: str) -> None:
        super().__init__()
        box = Column(self, spacing=6)
        box.add(Label(words, wrap=True, tone="muted"), Separator())
