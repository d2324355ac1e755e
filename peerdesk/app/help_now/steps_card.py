"""If someone in the group needs help: the steps, where the house is, whom to tell; and on paper."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QWidget

from peerdesk.store.evening import Line
from peerdesk.ui import theme
from peerdesk.ui.widgets import Button, Card, Column, Heading, Label, ListRow, Muted, Row


class StepsCard(Card):
    """The steps in order, with numbers, and the facts of the house beneath."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("plain", spacing=8, parent=parent)
        self._steps: tuple[Line, ...] = ()
        self._facts: tuple[str, ...] = ()
        self._contact = Line("")
        self._group = ""
        self._drawn: object = None
        self.title = Heading(self.tr("If someone in the group needs help"), 2, wrap=True)
        self.print_button = Button(self.tr("Print"), small=True)
        self.print_button.setAccessibleName(self.tr("Print the steps"))
        self.print_button.clicked.connect(self.print_steps)
        head = Row(spacing=10)
        head.addWidget(self.title, 1)
        head.addWidget(self.print_button, 0, Qt.AlignmentFlag.AlignTop)
        self.box.addLayout(head)
        self._list = QWidget()
        self._rows = Column(self._list, spacing=0)
        self.where = Muted("", wrap=True)
        self.add(self._list, self.where)

    def show_steps(
        self,
        steps: Sequence[Line],
        facts: Sequence[str] = (),
        contact: Line | None = None,
        group: str = "",
    ) -> None:
        """Show other steps; ``contact``: who is told, with their number; the same are left."""
        self._steps, self._facts, self._group = tuple(steps), tuple(facts), group
        self._contact = contact or Line("")
        wanted = (self._steps, self._facts, self._contact, group)
        if wanted == self._drawn:
            return
        self._drawn = wanted
        if group:
            self.title.setText(self.tr("If someone needs help: {group}").format(group=group))
        while (item := self._rows.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        for number, step in enumerate(self._steps, start=1):
            self._rows.addWidget(self._row(number, step))
        self.where.setText("\n".join(self._lines()))
        self.where.setVisible(bool(self.where.text()))

    def _row(self, number: int, step: Line) -> ListRow:
        row = ListRow(first=number == 1, pad=8)
        count = Label(self.locale().toString(number), size=16, weight=theme.HEAVY, tone="plum")
        count.setMinimumWidth(theme.px(22))
        words = Column(spacing=0)
        words.add(Label(step.title, size=16, weight=600, wrap=True))
        if step.detail:
            words.add(Muted(step.detail, size=15, wrap=True))
        row.box.addWidget(count, 0, Qt.AlignmentFlag.AlignTop)
        row.box.addLayout(words, 1)
        return row

    def _lines(self) -> list[str]:
        lines = list(self._facts)
        if self._contact.detail:
            who = self._contact.title or self.tr("Safeguarding contact")
            lines.append(self.tr("{who}: {number}").format(who=who, number=self._contact.detail))
        return lines

    def page(self) -> str:
        """The steps as HTML, for a sheet on the wall."""
        return steps_html(self._steps, self._lines(), self._group)

    def print_steps(self) -> None:
        """Ask for a printer and print a page for the wall."""
        from peerdesk.ui import printing

        printing.print_text(self.page(), self.window())


def steps_html(steps: Sequence[Line], lines: Sequence[str] = (), group: str = "") -> str:
    """A page for the wall: 16 pt and more, left aligned, no italics (UKAAF clear print)."""
    import html

    def line(words: str, points: int, *, bold: bool = False) -> str:
        weight = "; font-weight:600" if bold else ""
        style = f"font-size:{points}pt{weight}"
        return f"<p style='margin:0'><span style='{style}'>{html.escape(words)}</span></p>"

    title = QCoreApplication.translate("Help now", "If someone in the group needs help")
    parts = [f"<h1 style='font-size:24pt'>{html.escape(title)}</h1>"]
    if group:
        parts.append(line(group, 16))
    for number, step in enumerate(steps, start=1):
        parts.append(
            "<table width='100%' cellspacing='0' cellpadding='5'><tr>"
            f"<td width='34' valign='top'>{line(str(number), 18, bold=True)}</td>"
            f"<td>{line(step.title, 18, bold=True)}"
            f"{line(step.detail, 16) if step.detail else ''}</td></tr></table>"
        )
    parts += ["<hr>", *(line(words, 16) for words in lines)] if lines else []
    return "".join(parts)
