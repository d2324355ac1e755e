"""The base of what somebody who is signed in does about keys. Nothing is open meanwhile."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal

from peerdesk.app.keys.steps import KeyAnswers, Make, SayStep, WorkStep
from peerdesk.app.keys.window import StepsWindow
from peerdesk.features.keys.facilitators import Renewed

if TYPE_CHECKING:
    from peerdesk.core.clock import Clock
    from peerdesk.features.keys.signed_in import SignedIn
    from peerdesk.safe.kdf import Kdf
    from peerdesk.store.workspace import Workspace

translate = QCoreApplication.translate


class KeysFlow(StepsWindow):
    """The base: the keys of the one who is signed in, and how it ends.

    ``lock`` when the desk is to lock now, as after every change of who can open the group;
    ``back_to_desk(SignedIn)`` when one can go on working.
    """

    lock = Signal()
    back_to_desk = Signal(object)

    def __init__(
        self, workspace: Workspace, kdf: Kdf, clock: Clock, signed: SignedIn, *, shared: bool
    ) -> None:
        self.parts = workspace, kdf, clock
        self.workspace, self.signed = workspace, signed
        super().__init__(KeyAnswers(shared=shared), self.steps)
        self.left.connect(lambda: self.back_to_desk.emit(self.signed))

    @property
    def group_uid(self) -> bytes:
        """The group that was open."""
        return self.signed.cabinets[0][0]

    def steps(self) -> list[Make]:
        """The steps after the answers so far."""
        raise NotImplementedError

    def work(self, title: str, work: Callable[[], object]) -> Make:
        """A step that does it."""
        return partial(WorkStep, self.answers, title, work)

    def careful(
        self, title: str, work: Callable[[], object], without: Callable[[], Iterable[str]] = tuple
    ) -> Make:
        """A step that does it when there is a copy of everything; ``without``: what is about to be
        erased for good, and does not go into one."""
        from peerdesk.app.copies import opened_of
        from peerdesk.app.keys.copies import CarefulStep, copy_first

        def copy() -> None:
            copy_first(self.parts, opened_of(self.signed), without())

        return partial(CarefulStep, self.answers, title, copy, work)

    def anew(self, work: Callable[[], Renewed]) -> Renewed:
        """Do ``work``, then bring the copies that are at hand under its keys."""
        from peerdesk.app.copies import opened_of
        from peerdesk.app.keys.copies import make_anew

        done = work()
        left = make_anew(self.parts, opened_of(done.signed_in), opened_of(self.signed))
        return replace(done, old_copies=done.old_copies + left)

    def say(self, title: str, lines: list[str], go: str) -> Make:
        """Something to know before going on."""
        return partial(SayStep, self.answers, title, lines, go=go)

    def end(self, title: str, lines: Callable[[], list[str]]) -> Make:
        """It is done, and PeerDesk locks."""

        def make() -> SayStep:
            return SayStep(
                self.answers,
                title,
                [
                    *lines(),
                    translate("KeysFlow", "PeerDesk locks now. Then everyone signs in afresh."),
                ],
                button=translate("KeysFlow", "Lock now"),
                act=self.lock.emit,
            )

        return make

    def copies_left(self) -> list[str]:
        """What to say of copies on this computer that still open with the old key."""
        renewed = self.answers.result
        names = renewed.old_copies if isinstance(renewed, Renewed) else ()
        if not names:
            return []
        words = translate(
            "KeysFlow",
            "These copies on this computer could not be made anew and still open with the old "
            "key: {files}",
        )
        return [words.format(files=", ".join(names))]
