"""On Today: a meeting that runs, or one that nobody ended."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, cast

from PySide6.QtWidgets import QWidget

from peerdesk.ui import dates
from peerdesk.ui.context import Context
from peerdesk.ui.room import TodayCard
from peerdesk.ui.widgets import Button, Card, Column, FlowLayout, Heading, Paragraph

if TYPE_CHECKING:
    from peerdesk.app.tonight.evening import Evening
    from peerdesk.app.tonight.sheets import Left


def cards(context: Context) -> list[TodayCard]:
    """For who opens a group."""
    if context.extra.get("evening") is None:
        return []
    return [TodayCard("wide", 0, LeftCard)]


class LeftCard(Card):
    """Hidden while there is nothing to go on with."""

    def __init__(self, context: Context) -> None:
        super().__init__(spacing=10)
        self._evening = cast("Evening", context.extra["evening"])
        self._box = QWidget()
        self._rows = Column(self._box, spacing=14)
        self.heading = Heading("", 2, wrap=True)
        self.add(self.heading, self._box)
        self._evening.changed.connect(self.show_left)
        self.show_left()

    def show_left(self) -> None:
        """Look again."""
        while (item := self._rows.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        if self._evening.runs():
            self.heading.setText(self.tr("The meeting is running"))
            back = Button(self.tr("Back to the meeting"), "primary")
            back.clicked.connect(self._evening.back)
            self._add(_row(back))
            self.show()
            return
        left = self._evening.left()
        self.heading.setText(self.tr("A meeting was not ended"))
        for one in left:
            self._add(self._meeting(one))
        self.setVisible(bool(left))

    def _add(self, made: QWidget) -> None:
        self._rows.addWidget(made)
        made.show()  # a layout would wait for the next turn

    def _meeting(self, left: Left) -> QWidget:
        made = QWidget()
        try:
            start = datetime.fromisoformat(left.start)
            when = self.tr("{day}, {time}").format(
                day=dates.long_day(start.date()), time=dates.clock(start)
            )
        except ValueError:
            when = left.start
        words = self.tr("{title}. {when}. Everything until then is kept.")
        title = left.title or self.tr("Meeting")
        go_on = Button(self.tr("Go on with tonight's meeting"), "primary")
        close = Button(self.tr("Close it"))
        go_on.clicked.connect(lambda: self._evening.go_on(left.file_id))
        close.clicked.connect(lambda: self._evening.close(left.file_id))
        Column(made, spacing=10).add(
            Paragraph(words.format(title=title, when=when)), _row(go_on, close)
        )
        return made


def _row(*buttons: Button) -> QWidget:
    made = QWidget()
    FlowLayout(made, spacing=(10, 8)).add(*buttons)
    return made
