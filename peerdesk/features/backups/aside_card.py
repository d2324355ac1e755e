"""The list of damaged files that were kept: onto a stick, or out for good."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from peerdesk.core.errors import KnownError
from peerdesk.core.text import Text
from peerdesk.features.backups import words
from peerdesk.features.backups.aside import Aside, Kept
from peerdesk.ui import dates
from peerdesk.ui.jobs import Jobs
from peerdesk.ui.text import render
from peerdesk.ui.widgets import (
    Button,
    Card,
    Column,
    FlowLayout,
    Heading,
    InlineMessage,
    Label,
    Muted,
)


class AsideCard(Card):
    """Hidden while nothing was kept."""

    def __init__(self, aside: Aside, jobs: Jobs) -> None:
        super().__init__(margins=(22, 16, 22, 16), spacing=10)
        self._aside, self._jobs = aside, jobs
        self._asked: Kept | None = None
        self.message = InlineMessage(parent=self)
        self.message.acted.connect(self.take_out)
        self._list = QWidget()
        self._rows = Column(self._list, spacing=12)
        self.stick_buttons: list[Button] = []
        self.out_buttons: list[Button] = []
        self.add(
            Heading(self.tr("Damaged files that were kept"), 2, wrap=True),
            Muted(
                self.tr(
                    "When a copy took the place of a damaged file, the damaged one was kept. "
                    "Somebody may still read something in it. It is as locked as it was."
                ),
                wrap=True,
            ),
            self.message,
            self._list,
        )
        self.hide()

    def reload(self) -> None:
        """Show it as it is now."""
        try:
            kept = self._aside.all()
        except KnownError as error:
            kept = []
            self._problem(error.text)
        while (item := self._rows.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        self.stick_buttons, self.out_buttons = [], []
        for one in kept:
            self._rows.addWidget(self._row(one))
        self._list.setVisible(bool(kept))
        self.setVisible(bool(kept) or bool(self.message.text()))

    def to_stick(self, kept: Kept) -> None:
        """Ask where it should go, and copy it there."""
        self.forget()
        title = self.tr("Where should the damaged file go?")
        folder = QFileDialog.getExistingDirectory(self, title)
        if not folder:
            return
        self._jobs.start(
            lambda job: self._aside.bring(kept, Path(folder), job.check),
            lambda _nothing: self._brought(),
            self._problem,
        )

    def ask(self, kept: Kept) -> None:
        """Taking out is for good, so it is asked first."""
        self._asked = kept
        self.message.say(
            self.tr("Take this damaged file out for good? It does not come back."),
            action=self.tr("Yes, take it out"),
        )
        self.message.button.setFocus(Qt.FocusReason.OtherFocusReason)

    def take_out(self) -> None:
        """After it was asked."""
        kept, self._asked = self._asked, None
        if kept is None:
            return
        try:
            self._aside.take_out(kept)
        except KnownError as error:
            self._problem(error.text)
        else:
            self.message.say(self.tr("It is gone for good."), "done")
        self.reload()

    def _brought(self) -> None:
        self.message.say(self.tr("It was copied and read back. It is still here as well."), "done")

    def _problem(self, text: Text) -> None:
        self.message.say(render(text), "problem")

    def forget(self) -> None:
        """Ask and say nothing any more."""
        self._asked = None
        self.message.clear()

    def _row(self, kept: Kept) -> QWidget:
        title = words.kept_title(kept)
        day = dates.full_day(kept.day)
        said = [self.tr("kept on {day}").format(day=day), words.size(kept.size)]
        if not kept.mine:
            said.append(self.tr("only whoever opens this place can take it out"))
        row, buttons = QWidget(), QWidget()
        stick = Button(
            self.tr("Bring to a stick…"),
            small=True,
            name=self.tr("Bring to a stick: {place}, {day}").format(place=title, day=day),
        )
        stick.clicked.connect(partial(self.to_stick, kept))
        self.stick_buttons.append(stick)
        flow = FlowLayout(buttons, spacing=(8, 8))
        flow.add(stick)
        if kept.mine:
            out = Button(
                self.tr("Take out for good"),
                small=True,
                name=self.tr("Take out for good: {place}, {day}").format(place=title, day=day),
            )
            out.clicked.connect(partial(self.ask, kept))
            self.out_buttons.append(out)
            flow.add(out)
        box = Column(row, spacing=4)
        box.add(Label(title, wrap=True), Muted(" · ".join(said), wrap=True), buttons)
        return row
