"""Rows of words with the days they hold for, each with a button that takes it away."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QWidget

from peerdesk.ui import dates
from peerdesk.ui.tab_order import Anchor
from peerdesk.ui.widgets import Button, Column, ListRow, Muted, Paragraph


def days_words(first: date, last: date) -> str:
    """ "24 November 2026", or "24 November 2026 to 3 January 2027"."""
    if first == last:
        return dates.full_day(first)
    words = QCoreApplication.translate("Meetings", "{first} to {last}")
    return words.format(first=dates.full_day(first), last=dates.full_day(last))


class DatedRows(QWidget):
    """``removed`` has what a row was given to know it by."""

    removed = Signal(object)

    def __init__(self, remove: str) -> None:
        super().__init__()
        self._remove = remove
        self.buttons: list[Button] = []
        self._made: list[QWidget] = []
        self._shown: object = None
        self.none = Muted("", wrap=True)
        self._anchor = Anchor()
        self._box = Column(self, spacing=0)
        self._box.add(self._anchor, self.none)

    def show_rows(self, rows: Sequence[tuple[object, str, str]], none: str) -> None:
        """Rows of (what it is known by, words, when or how much); ``none`` where there is none."""
        self.none.setText(none)
        self.none.setVisible(not rows)
        if rows == self._shown:
            return
        self._shown = list(rows)
        for old in self._made:
            self._box.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._made, self.buttons = [], []
        for known, words, days in rows:
            row, text, column = ListRow(first=not self._made, pad=6), QWidget(), None
            column = Column(text, spacing=2)
            column.add(Paragraph(words), Muted(days, wrap=True))
            button = Button(self._remove, small=True)
            button.setAccessibleDescription(f"{words}, {days}")
            button.clicked.connect(partial(self._pressed, known))
            row.box.addWidget(text, 1)
            row.box.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
            self._box.addWidget(row)
            self._made.append(row)
            self.buttons.append(button)
        self._anchor.lead(self.buttons)

    def _pressed(self, known: object, _on: bool = False) -> None:
        self.removed.emit(known)
