"""Making the workspace, or the group, while the first start waits."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal

from peerdesk.app.first_start.answers import Answers
from peerdesk.app.first_start.step import Step
from peerdesk.core.clock import Clock
from peerdesk.core.text import Text
from peerdesk.features.keys.plans import Made
from peerdesk.features.keys.service import KeysService
from peerdesk.safe.kdf import Kdf
from peerdesk.store.workspace import Building, Workspace
from peerdesk.ui.jobs import Job, Jobs, Running
from peerdesk.ui.text import render
from peerdesk.ui.widgets import InlineMessage, Muted, ProgressLine


class Draft:
    """What is being made: nothing of it is kept before :meth:`finish`.

    :meth:`make` runs in a thread; the rest on the main thread, when no thread runs.
    """

    def __init__(self, path: Path, kdf: Kdf, clock: Clock) -> None:
        self._path, self._kdf, self._clock = path, kdf, clock
        self._building: Building | None = None
        self._kept: Workspace | None = None
        self.made: Made | None = None

    def make(self, answers: Answers, job: Job) -> None:
        """Build everything. Takes seconds. Raises KnownErrors and Cancelled; then it is gone."""
        self.discard()
        job.check()
        self._building = building = Building(self._path, self._clock)
        try:
            job.check()
            keys = KeysService(building.workspace, self._kdf, self._clock)
            computer = answers.computer()
            if answers.purpose == "group" or answers.adding:
                self.made = keys.first_facilitator(
                    answers.name,
                    answers.password,
                    answers.plan(),
                    computer,
                    publish=not building.adding,
                )
            elif computer is not None:
                keys.set_up_computer(computer)
            job.check()
        except BaseException:
            self.discard()
            raise

    def parts(self, one_sheet: bool) -> list[str]:
        """The recovery parts of what was made."""
        assert self.made is not None
        if not one_sheet:
            return list(self.made.parts)
        return self._keys().parts_of(self.made.recovery_secret, one_sheet=True)

    def finish(self, printed: bool) -> Workspace:
        """Keep it. Raises the KnownErrors of writing; then finishing may be tried again."""
        assert self._building is not None
        if self._kept is None:
            if self.made is not None and printed:
                self._keys().parts_printed_at_first_start(self.made)
            self._kept = self._building.finish()
        if self.made is not None and self._building.adding:
            KeysService(self._kept, self._kdf, self._clock).publish(self.made)
        return self._kept

    def discard(self) -> None:
        """Leave nothing behind; does nothing after :meth:`finish`."""
        building, self._building, self.made = self._building, None, None
        if building is not None:
            building.discard()

    def _keys(self) -> KeysService:
        assert self._building is not None
        return KeysService(self._building.workspace, self._kdf, self._clock)


class MakingStep(Step):
    """A few seconds of work with a line that moves; what stopped it can be tried again."""

    made = Signal()
    can_continue = False

    def __init__(self, answers: Answers, draft: Draft) -> None:
        super().__init__(answers, "")
        self.number = 4 if answers.purpose == "others" else 6
        self._draft = draft
        self._jobs = Jobs(self)
        self._running: Running[None] | None = None
        self.heading.setText(self.tr("Making your place"))
        self.lead.setText(
            self.tr(
                "This takes a few seconds. PeerDesk measures this computer, so that guessing a "
                "password stays slow for everyone else."
            )
        )
        self.lead.show()
        self.line = ProgressLine(name=self.tr("Making your place"))
        self.line.setRange(0, 0)
        self.message = InlineMessage(parent=self)
        self.message.acted.connect(self.start)
        self.box.addWidget(self.line)
        self.box.addWidget(self.message)
        self.box.addWidget(Muted(self.tr("If you go back now, nothing of it is kept."), wrap=True))

    def entered(self) -> None:
        self.start()

    def start(self) -> None:
        """Begin, or begin again."""
        if self._running is not None:
            return
        self.message.clear()
        self.line.show()
        answers, draft = self.answers, self._draft
        self._running = self._jobs.start(
            lambda job: draft.make(answers, job), lambda _none: self.made.emit(), self.problem
        )
        self._running.finished.connect(self._over)

    def busy(self) -> bool:
        return self._running is not None

    def stop(self) -> None:
        """Cancel and wait until the thread has left: a key that is being derived ends first."""
        self._jobs.cancel_all(60_000)

    def _over(self) -> None:
        self._running = None

    def problem(self, text: Text) -> None:
        """Say what stopped it, and offer to try again."""
        self.line.hide()
        self.message.say(render(text), "problem", action=self.tr("Try again"))
