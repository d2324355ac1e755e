"""On Today: a meeting that runs, or one that nobody ended."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, cast

from PySide6.QtWidgets import QWidget

from peerdesk.ui import dates
from peerdesk.ui.context import Context
from peerdesk.ui.room import TodayCard
from peerdesk.ui.widgets import Button, Card, FlowLayout, Heading, Paragraph

if TYPE_CHECKING:
    from peerdesk.app.tonight.evening import Evening
    from peerdesk.app.tonight.sheets import Left


def cards(context: Context) -> list[TodayCard]:
    """For who opens a group."""
    if context.extra.get("evening") is None:
        return []
    return [TodayCard("wide", -10, LeftCard)]


class LeftCard(Card):
    """Hidden while there is nothing to go on with. Of several, the newest comes first; the others
    follow when it is closed."""

    leads = True
    """While it is shown, what it offers comes before the next meeting."""

    def __init__(self, context: Context) -> None:
        super().__init__(spacing=10)
        self._evening = cast("Evening", context.extra["evening"])
        self._file_id = ""
        self.heading = Heading("", 2, wrap=True)
        self.words = Paragraph("")
        self.go_on = Button(self.tr("Go on with tonight's meeting"), "primary")
        self.close_it = Button(self.tr("Close it"))
        self.back = Button(self.tr("Back to the meeting"), "primary")
        self.go_on.clicked.connect(lambda: self._evening.go_on(self._file_id))
        self.close_it.clicked.connect(lambda: self._evening.close(self._file_id))
        self.back.clicked.connect(self._evening.back)
        buttons = QWidget()
        FlowLayout(buttons, spacing=(10, 8)).add(self.go_on, self.close_it, self.back)
        self.add(self.heading, self.words, buttons)
        self._evening.changed.connect(self.show_left)
        self.show_left()

    def show_left(self) -> None:
        """Look again."""
        runs = self._evening.runs()
        left = () if runs else self._evening.left()
        if runs:
            self.heading.setText(self.tr("The meeting is running"))
            self.words.setText(self.tr("It goes on behind this window."))
        elif left:
            self.heading.setText(self.tr("A meeting was not ended"))
            self.words.setText(self._said(left[0]))
            self._file_id = left[0].file_id
        self.back.setVisible(runs)
        self.go_on.setVisible(not runs)
        self.close_it.setVisible(not runs)
        self.setVisible(runs or bool(left))

    def _said(self, left: Left) -> str:
        try:
            start = datetime.fromisoformat(left.start)
            when = self.tr("{day}, {time}").format(
                day=dates.long_day(start.date()), time=dates.clock(start)
            )
        except ValueError:
            when = left.start
        words = self.tr("{title}. {when}. Everything until then is kept.")
        return words.format(title=left.title or self.tr("Meeting"), when=when)
