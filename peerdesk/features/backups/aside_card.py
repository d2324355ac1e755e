"""The list of files that were kept aside: where they lie, onto a stick, or out for good."""

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


class _Group(QWidget):
    """Files of one kind, and where they lie; hidden while there are none."""

    def __init__(self, title: str, lead: str) -> None:
        super().__init__()
        self.where = Muted("", wrap=True)
        self._list = QWidget()
        self._rows = Column(self._list, spacing=12)
        box = Column(self, spacing=10)
        box.add(Heading(title, 2, wrap=True), Muted(lead, wrap=True), self.where, self._list)
        self.hide()

    def show_rows(self, rows: list[tuple[Kept, QWidget]]) -> None:
        """Show these instead of those before."""
        while (item := self._rows.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        for _kept, row in rows:
            self._rows.addWidget(row)
        folders = dict.fromkeys(words.folder(kept.folder) for kept, _row in rows)
        said = self.tr("They lie here: {folder}").format(folder=" · ".join(folders))
        self.where.setText(said)
        self.setVisible(bool(rows))


class AsideCard(Card):
    """Hidden while nothing was kept."""

    def __init__(self, aside: Aside, jobs: Jobs) -> None:
        super().__init__(margins=(22, 16, 22, 16), spacing=22)
        self._aside, self._jobs = aside, jobs
        self._asked: Kept | None = None
        self.message = InlineMessage(parent=self)
        self.message.acted.connect(self.take_out)
        self.stick_buttons: list[Button] = []
        self.out_buttons: list[Button] = []
        self.damaged = _Group(
            self.tr("Damaged files that were kept"),
            self.tr(
                "When a copy took the place of a damaged file, the damaged one was kept. "
                "Somebody may still read something in it. It is as locked as it was."
            ),
        )
        self.keyless = _Group(
            self.tr("Places without their key file"),
            self.tr(
                "The key file of these places was gone, so they were kept aside. They open again "
                "when a copy brings it back. They go into no copy themselves."
            ),
        )
        self.add(self.message, self.damaged, self.keyless)
        self.hide()

    def reload(self) -> None:
        """Show it as it is now."""
        try:
            kept = self._aside.all()
        except KnownError as error:
            kept = []
            self._problem(error.text)
        self.stick_buttons, self.out_buttons = [], []
        self.damaged.show_rows([(k, self._row(k)) for k in kept if not k.keyless])
        self.keyless.show_rows([(k, self._row(k)) for k in kept if k.keyless])
        self.setVisible(bool(kept) or bool(self.message.text()))

    def to_stick(self, kept: Kept) -> None:
        """Ask where it should go, and copy it there."""
        self.forget()
        title = self.tr("Where should the damaged file go?")
        if kept.keyless:
            title = self.tr("Where should this place go?")
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
        words_said = self.tr("Take this damaged file out for good? It does not come back.")
        if kept.keyless:
            words_said = self.tr("Take this place out for good? It does not come back.")
        self.message.say(words_said, action=self.tr("Yes, take it out"))
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
        when = self.tr("kept on {day}").format(day=day)
        if kept.keyless:
            when = self.tr("last used on {day}").format(day=day)
        said = [when, words.size(kept.size)]
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
