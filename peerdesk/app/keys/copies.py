"""Copies around a change of keys: one of everything first, and older ones made anew after it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from peerdesk.app.keys.steps import KeyAnswers, WorkStep
from peerdesk.core.errors import KnownError
from peerdesk.core.text import Text
from peerdesk.features.backups.service import BackupsService, OpenFile
from peerdesk.store.backup_fresh import NoCopyFirst
from peerdesk.ui import drives
from peerdesk.ui.widgets import Button, FlowLayout

if TYPE_CHECKING:
    from peerdesk.core.clock import Clock
    from peerdesk.safe.kdf import Kdf
    from peerdesk.store.workspace import Workspace

    Parts = tuple[Workspace, Kdf, Clock]


def copy_first(parts: Parts, opened: Sequence[OpenFile], without: Iterable[str] = ()) -> None:
    """Have a copy of everything before keys change. Takes a moment. Raises NoCopyFirst."""
    workspace, kdf, clock = parts
    BackupsService(workspace, clock, kdf, opened).before_step(without=without)


def make_anew(parts: Parts, opened: Sequence[OpenFile], old: Sequence[OpenFile]) -> tuple[str, ...]:
    """Bring the copies on this computer and on known sticks that are plugged in under the keys of
    now; ``old``: what opened places until now. Takes seconds. Names of those that could not be
    made anew and still open with the old keys."""
    workspace, kdf, clock = parts
    service = BackupsService(workspace, clock, kdf, opened)
    sticks = service.sticks.all(drives.plugged(workspace.path))
    folders = [stick.folder for stick in sticks if stick.root is not None]
    try:
        service.clean(folders, every=True, old=old)
    except KnownError:
        return tuple(copy.path.name for copy in service.not_clean(folders))
    return ()


class CarefulStep(WorkStep):
    """Has a copy of everything made, then does what was asked for. Where there can be no copy the
    person chooses: again, without one, or back, as nothing was changed."""

    def __init__(
        self,
        answers: KeyAnswers,
        title: str,
        copy: Callable[[], object],
        work: Callable[[], object],
    ) -> None:
        super().__init__(answers, title, lambda: self._copy_and(work))
        self._copy = copy
        self._no_copy = self._without = False
        self.without_button = Button(self.tr("Go on without a copy"))
        self.without_button.clicked.connect(self.go_on_without)
        self._more = QWidget()
        FlowLayout(self._more).add(self.without_button)
        self._more.hide()
        self.box.addWidget(self._more)

    def go_on_without(self) -> None:
        """The person takes it on themselves."""
        self._without = True
        self.check()

    def check(self) -> bool:
        self._more.hide()
        return super().check()

    def _copy_and(self, work: Callable[[], object]) -> object:
        """In the thread."""
        self._no_copy = False
        if not self._without:
            try:
                self._copy()
            except NoCopyFirst:
                self._no_copy = True
                raise
        return work()

    def _problem(self, text: Text) -> None:
        super()._problem(text)
        self._more.setVisible(self._no_copy)
