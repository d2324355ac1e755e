"""What one copy holds, and which parts of it come back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from peerdesk.core.text import Text
from peerdesk.features.backups import words
from peerdesk.features.backups.service import BackupsService, Look, Part
from peerdesk.ui.jobs import Job, Jobs, Running
from peerdesk.ui.text import render
from peerdesk.ui.widgets import (
    Button,
    Card,
    CheckBox,
    Column,
    Field,
    FlowLayout,
    Heading,
    InlineMessage,
    LineEdit,
    ListRow,
    Muted,
    Paragraph,
    PasswordField,
    ProgressLine,
    Tag,
)


class BringBackCard(Card):
    """Looks into the copy given to :meth:`show_copy`; nothing is changed before the button.

    ``ready`` when what was chosen lies ready (or, where there was nothing yet, is in place);
    ``back`` when somebody looked enough. ``opened`` when the copy was taken apart, or not.
    """

    ready = Signal()
    back = Signal()
    opened = Signal(bool)

    def __init__(self, service: BackupsService, jobs: Jobs) -> None:
        super().__init__(margins=(26, 22, 26, 22), spacing=12)
        self._service, self._jobs = service, jobs
        self._running: Running[object] | None = None
        self._turn = 0
        """Counts up whenever the copy is let go of."""
        self._wanted: list[str] = []
        self.looked: Look | None = None
        self.boxes: dict[str, CheckBox] = {}
        self.heading = Heading("", 3, wrap=True)
        self.about = Muted("", wrap=True)
        self.message = InlineMessage(parent=self)
        self.progress = ProgressLine(name=self.tr("Reading the copy"))
        self.progress.setRange(0, 0)
        self._list = QWidget()
        self._rows = Column(self._list, spacing=0)
        self.promise = Paragraph("", tone="muted")
        self.go_button = Button(self.tr("Bring back"), "primary", icon="bring-back")
        self.go_button.clicked.connect(self.bring_back)
        self.back_button = Button(self.tr("Back"), icon="back")
        self.back_button.clicked.connect(self.leave)
        buttons = QWidget()
        FlowLayout(buttons, spacing=(10, 8)).add(self.go_button, self.back_button)
        self.unlock = self._make_unlock()
        self.add(self.heading, self.about, self.message, self.progress, self._list)
        self.add(self.promise, buttons, self.unlock)

    def _make_unlock(self) -> QWidget:
        holder = QWidget()
        box = Column(holder, (0, 10, 0, 0), 10)
        self.name = LineEdit(private=True)
        self.password = PasswordField(_complete)
        self.password.returnPressed.connect(self.open_more)
        self.open_button = Button(self.tr("Open with this password"), icon="unlock")
        self.open_button.clicked.connect(self.open_more)
        row = QWidget()
        FlowLayout(row).add(self.open_button)
        box.add(
            Heading(self.tr("Is more of it yours?"), 2, wrap=True),
            Muted(
                self.tr("The name and password of today, or those you had when it was made."),
                wrap=True,
            ),
            Field(self.tr("Sign-in name"), self.name),
            Field(self.tr("Password (six words)"), self.password),
            row,
        )
        return holder

    # -- looking -----------------------------------------------------------------------------

    def show_copy(self, path: Path, wanted: list[str] | None = None) -> None:
        """Take the copy at ``path`` apart in the background; ``wanted`` parts are ticked."""
        self.release()
        self._wanted = wanted or []
        self.heading.setText(self.tr("Reading the copy…"))
        self.about.setText("")
        self._busy()
        self._work(
            lambda job: self._service.look(path, job.check),
            lambda looked: self.show_looked(cast(Look, looked)),
            lambda looked: cast(Look, looked).close(),
        )

    def open_more(self) -> None:
        """Look again with the name and password that were typed."""
        looked, name, password = self.looked, self.name.text(), self.password.completed()
        if looked is None or self._running is not None:
            return
        self._busy()
        self._work(
            lambda _job: self._service.unlock(looked, name, password),
            lambda _none: self._unlocked(),
        )

    def release(self) -> None:
        """Let go of the copy; nothing of it stays beside the workspace."""
        self._turn += 1
        if self._running is not None:
            self._running.cancel()
            self._running.over.wait(5)
        looked, self.looked = self.looked, None
        if looked is not None:
            looked.close()
        self.password.clear()

    def leave(self) -> None:
        """Back, with nothing changed."""
        self.release()
        self.back.emit()

    def chosen(self) -> list[str]:
        """The parts that are ticked."""
        return [name for name, box in self.boxes.items() if box.isChecked()]

    # -- bringing back -----------------------------------------------------------------------

    def bring_back(self) -> None:
        """Make what is ticked ready."""
        looked, names = self.looked, self.chosen()
        if looked is None or self._running is not None:
            return
        if not names:
            self.message.say(self.tr("Please tick what should come back."), "info")
            return
        self._busy()
        self._work(
            lambda job: self._service.bring_back(looked, names, job.check),
            lambda _none: self._ready(),
            lambda _none: self.ready.emit(),  # it lies ready, though somebody went back
        )

    def _ready(self) -> None:
        self.release()
        self.ready.emit()

    # -- inside ------------------------------------------------------------------------------

    def _work(
        self,
        work: Callable[[Job], object],
        done: Callable[[object], object],
        late: Callable[[object], object] | None = None,
    ) -> None:
        """``late`` instead of ``done`` when the copy was let go of before it heard of that."""
        turn = self._turn

        def ended(result: object) -> None:
            if turn == self._turn:
                done(result)
            elif late is not None:
                late(result)

        def problem(text: Text) -> None:
            if turn == self._turn:
                self._problem(text)

        running = self._jobs.start(work, ended, problem)
        self._running = running
        running.finished.connect(lambda: self._over(running))

    def _over(self, running: Running[object]) -> None:
        if self._running is running:
            self._running = None

    def _busy(self) -> None:
        self.message.clear()
        self.progress.show()
        for widget in (self._list, self.promise, self.go_button, self.unlock):
            widget.setEnabled(False)
        if self.looked is None:
            for widget in (self._list, self.promise, self.go_button, self.unlock):
                widget.hide()

    def _settle(self) -> None:
        self.progress.hide()
        for widget in (self._list, self.promise, self.go_button, self.unlock):
            widget.setEnabled(True)

    def _problem(self, text: Text) -> None:
        self._settle()
        self.message.say(render(text), "problem")
        if self.looked is None:
            self.heading.setText(self.tr("This copy cannot be used"))
            self.opened.emit(False)

    def show_looked(self, looked: Look) -> None:
        """Show a copy that was taken apart before; it is let go of like any other."""
        self.looked = looked
        self._fill()
        self.opened.emit(True)

    def _unlocked(self) -> None:
        self._fill()
        self.password.clear()

    def _fill(self) -> None:
        looked = self.looked
        assert looked is not None
        self._settle()
        clock = self._service.clock
        self.heading.setText(
            self.tr("Copy of {day}").format(day=words.full(clock.local(looked.made_at)))
        )
        self.about.setText(
            self.tr("{size}. Nothing changes until you press Bring back.").format(
                size=words.size(looked.size)
            )
        )
        fresh = not self._service.workspace.exists()
        ticked = set(self.chosen()) | set(self._wanted)
        while (item := self._rows.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        self.boxes = {}
        for part in looked.parts:
            self._rows.addWidget(self._row(part, fresh, part.needed or part.name in ticked))
        self.promise.setText(self._promise(fresh))
        for widget in (self._list, self.promise, self.go_button):
            widget.show()
        self.unlock.setVisible(not fresh and any(p.held is None for p in looked.parts))
        self.go_button.setEnabled(any(part.allowed for part in looked.parts))

    def _row(self, part: Part, fresh: bool, tick: bool) -> QWidget:
        name = words.title(part)
        box = CheckBox(name=name)
        about = Muted(words.about(part) if not fresh else self._fresh_words(part), wrap=True)
        box.setAccessibleDescription(about.text())
        box.setChecked(part.allowed and (tick or fresh))
        box.setEnabled(part.allowed and not fresh)
        texts = Column(spacing=0)
        title = Heading(name, 2, wrap=True)
        title.setBuddy(box)
        texts.add(title, about)
        row = ListRow(box, first=not self.boxes)
        row.box.addLayout(texts, 1)
        if part.needed and not fresh:
            row.add(Tag(self.tr("needed"), "clay"))
        self.boxes[part.name] = box
        return row

    def _fresh_words(self, part: Part) -> str:
        return words.about(part).split("\n")[0]

    def _promise(self, fresh: bool) -> str:
        if fresh:
            return self.tr(
                "Everything comes back as it was. Sign in afterwards with the name and password "
                "you had then."
            )
        return self.tr(
            "PeerDesk first makes a copy of what is here now. Then it locks and puts the parts in "
            "place; sign in again afterwards. What was erased for good stays erased."
        )


def _complete(letters: str) -> str | None:
    from peerdesk.safe.words import complete  # reads the list only when somebody types

    return complete(letters)
