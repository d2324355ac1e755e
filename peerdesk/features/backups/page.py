"""The page of copies: how old the last one off this computer is, sticks, and bringing back."""

from __future__ import annotations

from pathlib import Path
from typing import cast

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

from peerdesk.core.text import Text
from peerdesk.features.backups import words
from peerdesk.features.backups.aside_card import AsideCard
from peerdesk.features.backups.bring_back import BringBackCard
from peerdesk.features.backups.choose import ChooseCard
from peerdesk.features.backups.off_card import OffCard
from peerdesk.features.backups.service import BackupsService, Copy
from peerdesk.features.backups.watch import StickWatch
from peerdesk.ui import drives
from peerdesk.ui.context import Context
from peerdesk.ui.jobs import Job, Running
from peerdesk.ui.page import Page
from peerdesk.ui.text import render
from peerdesk.ui.widgets import (
    Button,
    Card,
    Column,
    FlowLayout,
    Heading,
    InlineMessage,
    Muted,
    ScrollColumn,
    Stack,
)

LOOK, DAMAGED = "copy", "damaged"


class CopiesPage(Page):
    """``context.extra``: see ``room``. ``open_item("damaged", b"")`` offers the newest copy in
    which the places that are damaged or missing here are whole."""

    tables = frozenset({"erased"})

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.service = cast(BackupsService, context.extra["copies"])
        self.watch = cast(StickWatch, context.extra["sticks"])
        self._running: Running[Copy] | None = None
        self.message = InlineMessage(parent=self)
        self.off = OffCard(self.service, self.watch)
        self.off.folder_wanted.connect(self.choose_folder)
        self.off.problem.connect(self._problem)
        self.off.changed.connect(self._reload)
        self.choose = ChooseCard(self.service)
        self.choose.chosen.connect(self.look_into)
        self.column = ScrollColumn((0, 0, 0, 24), 16)
        self.aside = AsideCard(self.service.aside, context.jobs)
        self.column.add(self.message, self.off, self._here_card(), self.choose, self.aside)
        self.column.box.addStretch(1)
        self.bring = BringBackCard(self.service, context.jobs)
        self.bring.back.connect(self._show_list)
        self.bring.ready.connect(self._ready)
        self.inside = ScrollColumn((0, 0, 0, 24), 16)
        self.inside.add(self.bring)
        self.inside.box.addStretch(1)
        self.stack = Stack()
        self.stack.addWidget(self.column)
        self.stack.addWidget(self.inside)
        Column(self, spacing=0).addWidget(self.stack)
        self.watch.changed.connect(self._reload)
        self.watch.problem.connect(self._problem)
        self._reload()

    def _here_card(self) -> Card:
        card = Card(margins=(22, 16, 22, 16), spacing=10)
        self.here_words = Muted("", wrap=True)
        self.here_button = Button(self.tr("Make one here now"), icon="copy")
        self.here_button.clicked.connect(self.make_here)
        row = QWidget()
        FlowLayout(row).add(self.here_button)
        card.add(
            Heading(self.tr("On this computer"), 2),
            Muted(
                self.tr(
                    "PeerDesk makes a copy by itself when you close it and before every risky "
                    "step. It keeps the three newest, one a day for a week, and one a week for a "
                    "month. They help when a file is damaged, not when the computer is gone."
                ),
                wrap=True,
            ),
            self.here_words,
            row,
        )
        return card

    # -- Page --------------------------------------------------------------------------------

    def title(self) -> str:
        return self.tr("Copies")

    def subtitle(self) -> str:
        return self.tr("One copy holds everything, as locked as it is here.")

    def refresh(self, tables: frozenset[str]) -> None:
        del tables
        self._reload()

    def flush(self) -> None:
        """Leaving the page lets go of a copy that was being looked into."""
        self.aside.forget()
        if self.stack.currentWidget() is self.inside:
            self.bring.release()
            self._show_list()

    def open_item(self, kind: str, uid: bytes) -> None:
        del uid
        if kind == DAMAGED:
            self.offer_damaged()

    # -- making ------------------------------------------------------------------------------

    def choose_folder(self) -> None:
        """Ask where a copy should go, and make it there."""
        start = str(self.watch.roots[0]) if self.watch.roots else ""
        home = QStandardPaths.StandardLocation.DocumentsLocation
        folder = QFileDialog.getExistingDirectory(
            self,
            self.tr("Where should the copy go?"),
            start or QStandardPaths.writableLocation(home),
        )
        if folder:
            self.make_in(Path(folder))

    def make_in(self, folder: Path) -> None:
        """A copy in ``folder``; it counts as off this computer when the drive is another one."""
        off = not drives.same_drive(folder, self.service.workspace.path)

        def work(job: Job) -> Copy:
            return self.service.make_in(folder, off=off, check=job.check)

        self._start(work, lambda made: self._made(made, off))

    def make_here(self) -> None:
        """A copy on this computer."""
        self._start(
            lambda job: self.service.make_here(job.check), lambda made: self._made(made, None)
        )

    def _start(self, work, done) -> None:  # type: ignore[no-untyped-def]
        if self._running is not None:
            return
        self.message.say(self.tr("Making the copy…"))
        self._running = self._context.jobs.start(work, done, self._problem, self.message.clear)
        self._running.finished.connect(self._over)

    def _over(self) -> None:
        self._running = None
        self._reload()

    def _made(self, made: Copy, off: bool | None) -> None:
        size = words.size(made.size)
        if made.damaged:
            said = self.tr(
                "The copy was made, but one part here is damaged and went in as it is. Look below "
                "for an older copy that is whole."
            )
        elif off is False:
            said = self.tr(
                "The copy was made and read back ({size}). It lies on the same drive as PeerDesk, "
                "so it does not help when the computer is gone."
            )
        else:
            said = self.tr("The copy was made and read back ({size}).")
        self.message.say(said.format(size=size), "problem" if made.damaged else "done")

    def _problem(self, text: Text) -> None:
        self.message.say(render(text), "problem")

    # -- bringing back -----------------------------------------------------------------------

    def look_into(self, path: Path, wanted: list[str] | None = None) -> None:
        """Show what the copy at ``path`` holds."""
        self.stack.setCurrentWidget(self.inside)
        self.bring.show_copy(path, wanted)

    def offer_damaged(self) -> None:
        """Look for the newest copy in which what is damaged here is whole."""
        names = self.service.not_whole()
        if not names:
            return
        self.message.say(
            self.tr("A part is damaged or missing. PeerDesk looks for a copy that is whole…")
        )

        def found(copy: object) -> None:
            if copy is None:
                self.message.say(
                    self.tr(
                        "A part is damaged or missing, and no copy on this computer has it whole. "
                        "Nothing was changed. Plug in a stick with a copy and look inside it."
                    ),
                    "problem",
                )
                return
            self.message.clear()
            self.look_into(copy.path, names)  # type: ignore[attr-defined]

        self._context.jobs.start(
            lambda job: self.service.newest_good(names, job.check), found, self._problem
        )

    def _show_list(self) -> None:
        self.stack.setCurrentWidget(self.column)
        self._reload()

    def _ready(self) -> None:
        end = self._context.extra.get("end_for_copies")
        if end is not None:
            end()

    # -- inside ------------------------------------------------------------------------------

    def _reload(self) -> None:
        self.off.reload()
        folders = [s.folder for s in self.watch.sticks() if s.root is not None]
        copies = self.service.copies(folders)
        here = [c for c in copies if not c.off]
        if here:
            at = words.when(here[0].made_at, self.service.clock)
            self.here_words.setText(self.tr("The newest: {day}.").format(day=at))
        self.here_words.setVisible(bool(here))
        self.choose.reload(folders)
        self.aside.reload()
