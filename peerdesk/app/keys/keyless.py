"""Opening without a password on a computer that is one's own, as Settings asks for it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from peerdesk.app.settings.service import ComputerSettings
    from peerdesk.core.text import Text
    from peerdesk.safe.own_computer import OwnComputer
    from peerdesk.store.workspace import Workspace
    from peerdesk.ui.jobs import Job, Jobs


class Keyless:
    """The drawer that is open, and whether it opens without its password here.

    The keyring may ask the person to unlock it, so it is asked in a job.
    """

    def __init__(
        self,
        own: OwnComputer,
        drawer_id: str,
        drawer_key: bytes,
        computer: ComputerSettings,
        jobs: Jobs,
    ) -> None:
        self._own, self._drawer_id, self._key = own, drawer_id, drawer_key
        self._computer, self._jobs = computer, jobs

    @property
    def is_on(self) -> bool:
        """Whether this drawer opens without its password."""
        return self._own.drawer_id() == self._drawer_id

    @property
    def allowed(self) -> bool:
        """Whether it may: nobody else uses this computer."""
        return not self._computer.shared

    def turn(self, on: bool, done: Callable[[], object], problem: Callable[[Text], object]) -> None:
        """Switch it on or off; then one of the two is called."""
        shared = self._computer.shared

        def work(_job: Job) -> None:
            if on:
                self._own.remember(self._drawer_id, self._key, shared=shared)
            else:
                self._own.forget()

        self._jobs.start(work, lambda _none: done(), problem)

    def follow(self) -> None:
        """Others use the computer too now: ask for the password again, at once."""
        if self._computer.shared and self.any_here():
            self._jobs.start(lambda _job: self._own.forget(), problem=lambda _text: None)

    def any_here(self) -> bool:
        """Whether any drawer opens without its password."""
        return self._own.drawer_id() is not None


def own_computer(workspace: Workspace) -> OwnComputer:
    """That of ``workspace``."""
    from peerdesk.safe.own_computer import OwnComputer

    return OwnComputer(workspace.path, workspace.id)
